//! What a word of numbers and times means.

use tawatur_model::Mode;

/// The grammatical number of a counting word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScaleNumber {
    Singular,
    Dual,
    Plural,
}

/// A calendar or clock unit, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// The system that a month name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    Gregorian,
    Hijri,
}

/// The half of the day that a word places a clock time in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    Morning,
    /// Around noon: 11 is before it, 12 to 3 after it.
    Noon,
    Evening,
    /// Evening before midnight, small hours after it.
    Night,
    Any,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// TIMEX3 letters: `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
    pub(crate) timex: &'static str,
    /// First hour.
    pub(crate) from: u8,
    /// Hour after the last.
    pub(crate) to: u8,
    pub(crate) half: Half,
    /// Whether it is one moment (midnight, midday).
    pub(crate) point: bool,
    /// Whether the word has a commoner meaning, so that a date or clock must stand beside it.
    pub(crate) weak: bool,
}

/// A season, by the months that it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Season {
    pub(crate) timex: &'static str,
    pub(crate) from: u8,
    pub(crate) to: u8,
}

/// Whether an expression counts from the time that the text told of last, and not from the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// «في اليوم نفسه», «بعد ذلك بيومين».
    Surely,
    /// «في اليوم التالي»: where no such time was told of, from the reference.
    Perhaps,
}

/// Which end of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Start,
    Mid,
    End,
}

/// Calendars and eras named after a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    Hijri,
    Gregorian,
    BeforeChrist,
}

/// Prepositions that time phrases are built with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preposition {
    Before,
    After,
    Since,
    Within,
    For,
    From,
    To,
    In,
    Between,
    Corresponding,
    FromNow,
    Each,
    At,
}

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    Hijri { month: u8, day: u8 },
    Date { month: u8, day: u8 },
    Nth { month: u8, weekday: u8, nth: u8 },
    Easter { days: i16 },
}

/// Where a bound word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
    Both,
}

/// A word that sets a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) mode: Mode,
    pub(crate) side: Side,
    /// Whether the counted noun may stand between it and the number.
    pub(crate) gap: bool,
}

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Word {
    /// A number below a thousand.
    Cardinal {
        value: u16,
        bound: bool,
        hundred: bool,
        plural: bool,
        weak: bool,
    },
    /// A thousand, a million, a dozen.
    Scale {
        value: f64,
        number: ScaleNumber,
        dozen: bool,
    },
    Fraction {
        numerator: u8,
        denominator: u8,
        weak: bool,
        plural: bool,
    },
    Ordinal {
        value: u8,
        bound: bool,
    },
    /// A vague amount: bounds of what it stands for.
    Vague {
        low: u8,
        high: u8,
        several: bool,
        dozens: bool,
    },
    /// «نيف»
    Odd,
    /// «فاصلة»
    Point,
    Minus,
    /// «إلا»
    Less,
    Percent,
    Permille,
    /// «نسبة»
    Rate,
    /// «على» in «واحد على عشرة»
    Over,
    /// «جزء»
    Share,
    /// A noun whose number is a label: page, article, telephone.
    Numbering,
    Bound(Bound),
    /// A noun that a bound word may be parted from its number by: «تجاوز عدد القتلى ...».
    CountNoun,
    /// A verb of change: what follows «من ... إلى» is no range.
    Change,
    /// «أو»
    Or,
    /// A word of sports results.
    Score,
    Month {
        value: u8,
        system: System,
        weak: bool,
        madda: bool,
    },
    Weekday {
        value: u8,
        article: bool,
    },
    Unit {
        unit: Unit,
        number: ScaleNumber,
    },
    Weekend,
    /// Days from today; `night` for tonight and last night.
    Relative {
        offset: i8,
        night: bool,
    },
    Now,
    PastReference,
    Modifier {
        offset: i8,
        soft: bool,
        /// Whether it counts from the time that the text told of: surely («نفسه»), or perhaps («التالي»).
        told: Option<Told>,
    },
    This,
    That,
    Same,
    Part(Part),
    Meridiem(Half),
    Early,
    Clock,
    ClockPart {
        minutes: u8,
    },
    Edge(Edge),
    /// «في وقت متأخر من» before a part of the day.
    PartEdge(Edge),
    Rest,
    /// A relative pronoun, in «اللي بعد الجاي».
    Which,
    /// «بعدها», «قبله»: before or after the time that the text told of.
    ToldOf(Preposition),
    /// «عمره», «سن»
    Age,
    /// «وقت لاحق من»
    Later,
    Whole,
    Full,
    Nth {
        value: i8,
    },
    Season(Season),
    Preposition(Preposition),
    Set {
        timex: &'static str,
    },
    /// «مرة», «مرتين», «مرات»: how often.
    Times(ScaleNumber),
    /// «غرة» of a month.
    FirstDay,
    Era(Era),
    DecadeName {
        value: u8,
    },
    /// Minutes east of Greenwich; none for «the local time».
    Zone {
        minutes: Option<i16>,
    },
    Reckoning,
    Holiday(Holiday),
    Measure {
        unit: &'static str,
        factor: f64,
        /// Whether the word itself says two.
        dual: bool,
    },
    Currency {
        family: &'static str,
        code: &'static str,
        /// Whether the word itself says two.
        dual: bool,
    },
    CurrencyCountry {
        family: &'static str,
        code: &'static str,
    },
    /// A word that looks like a number with clitics and is none.
    Blocked,
}

/// The proclitics taken off a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clitic(pub(crate) u8);

impl Clitic {
    /// «و» or «ف».
    pub(crate) const AND: u8 = 1;
    /// «ب».
    pub(crate) const BI: u8 = 2;
    /// «ل».
    pub(crate) const LI: u8 = 4;
    /// «ك».
    pub(crate) const KA: u8 = 8;
    /// The article.
    pub(crate) const AL: u8 = 16;
    /// «ف» rather than «و».
    pub(crate) const FA: u8 = 32;

    pub(crate) fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}
