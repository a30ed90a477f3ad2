//! Clitics: what is written together with a word without belonging to it.

/// A set of clitics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clitics(u16);

impl Clitics {
    /// None.
    pub const NONE: Self = Self(0);
    /// و
    pub const WA: Self = Self(1);
    /// ف
    pub const FA: Self = Self(2);
    /// ب
    pub const BI: Self = Self(4);
    /// ل
    pub const LI: Self = Self(8);
    /// ك
    pub const KA: Self = Self(16);
    /// س
    pub const SA: Self = Self(32);
    /// ال
    pub const AL: Self = Self(64);
    /// A pronoun at the end.
    pub const PRONOUN: Self = Self(128);
    /// The pronoun is feminine singular or of things (ها).
    pub const PRONOUN_FEMININE: Self = Self(256);
    /// The pronoun is plural or dual (هم، هن، هما، كم، نا).
    pub const PRONOUN_PLURAL: Self = Self(512);
    /// أ of questions.
    pub const QUESTION: Self = Self(1024);

    /// Both sets together.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` are here.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is here.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Number of clitics.
    pub const fn count(self) -> u32 {
        (self.0 & 0xff).count_ones()
    }

    /// Number of letters in front of the word and its article.
    pub const fn front_letters(self) -> u32 {
        (self.0 & 63).count_ones()
    }

    /// The set of these bits.
    pub(crate) const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// The sum of what each of the first eight of these clitics is worth.
    pub(crate) const fn sum(self, worth: &[u8; 256]) -> u8 {
        worth[(self.0 & 0xff) as usize]
    }

    /// Whether و or ف joins the word to what stands before.
    pub const fn joins(self) -> bool {
        self.0 & 3 != 0
    }

    /// Whether a preposition (ب ل ك) is written with the word.
    pub const fn has_preposition(self) -> bool {
        self.0 & 28 != 0
    }
}
