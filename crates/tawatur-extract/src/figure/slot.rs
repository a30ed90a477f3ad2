//! Tests of a count in patterns, as bits.

/// Persons, or a noun that could be persons, or none.
pub(crate) const PERSON: u32 = 1;
/// A noun that means dead or injured or the like.
pub(crate) const VICTIM: u32 = 2;
/// Such a noun that no verb overrules.
pub(crate) const HARD: u32 = 4;
/// Such a noun that a verb overrules.
pub(crate) const SOFT: u32 = 8;
/// No noun.
pub(crate) const BARE: u32 = 16;
/// Buildings.
pub(crate) const BUILDING: u32 = 32;
/// Vehicles.
pub(crate) const VEHICLE: u32 = 64;
/// Money.
pub(crate) const MONEY: u32 = 128;
/// Soldiers, police, rescuers.
pub(crate) const FORCE: u32 = 256;
/// Armed men.
pub(crate) const MILITANT: u32 = 512;
/// Joined by «و».
pub(crate) const JOINED: u32 = 1024;
/// After a comma.
pub(crate) const LISTED: u32 = 2048;
/// A noun that names persons for sure.
pub(crate) const NAMED: u32 = 4096;
/// "Others".
pub(crate) const OTHERS: u32 = 8192;
/// Right behind an opening bracket.
pub(crate) const BRACKETED: u32 = 16384;

/// A number that is said, and not only «dozens».
pub(crate) const NUMBERED: u32 = 65536;
/// "One of them".
pub(crate) const OF_THEM: u32 = 32768;
/// "As many" as before.
pub(crate) const SAME: u32 = 131_072;

/// An indefinite singular in the accusative: the object of a verb before it.
pub(crate) const OBJECT: u32 = 1 << 18;

/// The bit of a name in patterns.
pub(crate) fn named(name: &str) -> Option<u32> {
    Some(match name {
        "person" => PERSON,
        "victim" => VICTIM,
        "hard" => HARD,
        "soft" => SOFT,
        "bare" => BARE,
        "building" => BUILDING,
        "vehicle" => VEHICLE,
        "money" => MONEY,
        "force" => FORCE,
        "militant" => MILITANT,
        "joined" => JOINED,
        "listed" => LISTED,
        "named" => NAMED,
        "others" => OTHERS,
        "bracketed" => BRACKETED,
        "of-them" => OF_THEM,
        "numbered" => NUMBERED,
        "same" => SAME,
        "object" => OBJECT,
        _ => return None,
    })
}
