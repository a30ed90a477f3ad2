//! The roles that words have around events: one bit each.

/// A set of roles that a word can have around an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark(pub(super) u128);

macro_rules! marks {
    ($($name:ident = $bit:expr, $sense:expr;)*) => {
        impl Mark {
            $(pub(super) const $name: Self = Self(1 << $bit);)*
        }
        /// The senses of the lexicon behind the marks, without class and `event-`.
        pub(super) const NAMES: &[(&str, Mark)] = &[$(($sense, Mark::$name)),*];
    };
}

marks! {
    DO = 0, "do";
    TAKE_PART = 1, "take-part";
    GO_ON = 2, "go-on";
    CLAIM = 3, "claim";
    UNDERGO = 4, "undergo";
    WITNESS = 5, "witness";
    OCCUR = 6, "occur";
    CAUSE = 7, "cause";
    ANNOUNCE = 8, "announce";
    ORDER = 9, "order";
    INTEND = 10, "intend";
    WISH = 11, "wish";
    PREVENT = 12, "prevent";
    DENY = 13, "deny";
    ATTEMPT = 14, "attempt";
    HEAD = 15, "head";
    MEMORY = 16, "memory";
    FIGURATIVE = 17, "figurative";
    SPORT = 18, "sport";
    ACCIDENT = 19, "accident";
    WEAPON = 20, "weapon";
    AGENT = 21, "agent";
    QUANTITY = 22, "quantity";
    SUICIDE = 23, "suicide";
    AIR = 24, "air";
    MISSILE = 25, "missile";
    PHONE = 26, "phone";
    PROTEST = 27, "protest";
    ARMED = 28, "armed";
    WAY = 30, "way";
    PRISON = 31, "prison";
    ENVOY = 32, "envoy";
    PROTESTER = 33, "protester";
    SLOGAN = 34, "slogan";
    STREET = 35, "street";
    SHOT = 36, "shot";
    SHELL = 37, "shell";
    STONE = 38, "stone";
    GAS = 39, "gas";
    TROOPS = 40, "troops";
    CAPTIVE = 41, "captive";
    STAFF = 42, "staff";
    TIES = 43, "ties";
    AID = 44, "aid";
    VESSEL = 45, "vessel";
    STRUCTURE = 46, "structure";
    VOLCANO = 47, "volcano";
    SERVICE = 48, "service";
    PEACEFUL = 49, "peaceful";
    FIRE = 50, "fire";
    IGNITE = 51, "ignite";
    CHANT = 52, "chant";
    RAISE = 53, "raise";
    WALK = 54, "walk";
    GATHER = 55, "gather";
    DEPLOY = 56, "deploy";
    PULL = 57, "pull";
    LEAVE = 58, "leave";
    LIFT = 59, "lift";
    CUT = 60, "cut";
    CUT_OFF = 61, "cut-off";
    HALT = 62, "halt";
    RESTORE = 63, "restore";
    CLOSE = 64, "close";
    GIVE = 65, "give";
    USE = 66, "use";
    CRASH = 67, "crash";
    SINK = 68, "sink";
    COLLAPSE = 69, "collapse";
    ERUPT = 70, "erupt";
    SENTENCE = 71, "sentence";
    SANCTION = 72, "sanction";
    CURFEW = 73, "curfew";
    EMERGENCY = 74, "emergency";
    SIEGE = 75, "siege";
    POST = 76, "post";
    MARCH = 77, "march";
    CALL = 78, "call";
    DEMONSTRATE = 79, "demonstrate";
    DEPORT = 80, "deport";
    ARREST = 81, "arrest";
    ATTACK = 82, "assault";
    BLOW = 83, "strike-blow";
    RIOT = 84, "riot";
    MOSTLY = 85, "mostly";
    CLASH = 86, "clash";
    HAND = 87, "hand";
    BY = 88, "by";
    RANK = 89, "rank";
    TOWARDS = 29, "towards";
    DOWN = 90, "down";
    NEAR = 91, "near";
    GROUP = 92, "group";
    ATTACKER = 93, "attacker";
    DEMAND = 94, "demand";
    ADVERB = 95, "adverb";
    ABSTRACT = 96, "abstract";
    HOSTAGE = 97, "hostage";
    SITE = 98, "site";
    PERFORM = 99, "perform";
    OPENS = 100, "opens";
    POISON = 101, "poison";
    DOER = 102, "doer";
    ELSEWHERE = 115, "elsewhere";
    ARMS = 116, "arms";
    COURT = 117, "court";
    LEVY = 118, "levy";
    BELONGS = 119, "belongs";
    PEOPLE = 120, "people";
    HOSTILE = 121, "hostile";
    ORIGIN = 122, "origin";
    PASSING = 123, "passing";
    HABIT = 124, "habit";
    POLLS = 125, "polls";
    INCIDENT = 126, "incident";
    WEATHER = 127, "weather";
    CONTEXT_MILITARY = 103, "context-military";
    CONTEXT_ELECTION = 104, "context-election";
    CONTEXT_ECONOMIC = 105, "context-economic";
    CONTEXT_DISEASE = 106, "context-disease";
    CONTEXT_LEGAL = 107, "context-legal";
    CONTEXT_RELIGIOUS = 108, "context-religious";
    CONTEXT_ENVIRONMENT = 109, "context-environment";
    CONTEXT_MIGRATION = 110, "context-migration";
    CONTEXT_TERRORISM = 111, "context-terrorism";
    CONTEXT_LEGISLATIVE = 112, "context-legislative";
    CONTEXT_POLITICAL = 113, "context-political";
    CONTEXT_CYBER = 114, "context-cyber";
}

impl Mark {
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The mark of a name; no mark for a name that is none.
    pub(super) fn named(name: &str) -> Self {
        NAMES.iter().find(|(n, _)| *n == name).map_or(Self(0), |(_, m)| *m)
    }
}

/// PLOVER's contexts by the words that tell of them, in the order in which an event lists them.
pub(super) const CONTEXTS: [(Mark, &str); 12] = [
    (Mark::CONTEXT_MILITARY, "military"),
    (Mark::CONTEXT_ELECTION, "election"),
    (Mark::CONTEXT_ECONOMIC, "economic"),
    (Mark::CONTEXT_DISEASE, "disease"),
    (Mark::CONTEXT_LEGAL, "legal"),
    (Mark::CONTEXT_RELIGIOUS, "religious"),
    (Mark::CONTEXT_ENVIRONMENT, "environment"),
    (Mark::CONTEXT_MIGRATION, "migration"),
    (Mark::CONTEXT_TERRORISM, "terrorism"),
    (Mark::CONTEXT_LEGISLATIVE, "legislative"),
    (Mark::CONTEXT_POLITICAL, "political"),
    (Mark::CONTEXT_CYBER, "cyber"),
];
