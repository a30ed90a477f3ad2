//! From a row of a data file to a meaning.

use tawatur_model::Mode;

use super::word::{
    Bound, Edge, Era, Half, Holiday, Part, Preposition, ScaleNumber, Season, Side, System, Told, Unit, Word,
};

/// The features of a row, `key=value` or flags separated by `|`.
#[derive(Clone, Copy)]
struct Features(&'static str);

impl Features {
    fn get(self, key: &str) -> Option<&'static str> {
        self.0.split('|').find_map(|f| f.split_once('=').filter(|(k, _)| *k == key).map(|(_, v)| v))
    }

    fn number<T: std::str::FromStr + Default>(self, key: &str) -> T {
        self.get(key).and_then(|v| v.parse().ok()).unwrap_or_default()
    }

    fn text(self, key: &str) -> &'static str {
        self.get(key).unwrap_or("")
    }

    fn has(self, flag: &str) -> bool {
        self.0.split('|').any(|f| f == flag)
    }

    fn scale_number(self) -> ScaleNumber {
        match self.get("number") {
            Some("dual") => ScaleNumber::Dual,
            Some("pl") => ScaleNumber::Plural,
            _ => ScaleNumber::Singular,
        }
    }
}

/// The meaning of a row; none for a sense that these readers do not know.
pub(super) fn meaning(sense: &str, features: &'static str) -> Option<Word> {
    let f = Features(features);
    number(sense, f)
        .or_else(|| bound(sense, f))
        .or_else(|| time(sense, f))
        .or_else(|| frame(sense, f))
        .or_else(|| unit(sense, f))
}

fn number(sense: &str, f: Features) -> Option<Word> {
    Some(match sense {
        "cardinal" => Word::Cardinal {
            value: f.number("value"),
            bound: f.has("bound"),
            hundred: f.has("hundred"),
            plural: f.has("plural"),
            weak: f.has("weak"),
        },
        "scale" => Word::Scale { value: f.number("value"), number: f.scale_number(), dozen: f.has("dozen") },
        "fraction" => Word::Fraction {
            numerator: f.number("num"),
            denominator: f.number("den"),
            weak: f.has("weak"),
            plural: f.has("plural"),
        },
        "ordinal" => Word::Ordinal { value: f.number("value"), bound: f.has("bound") },
        "vague" => Word::Vague {
            low: f.number("low"),
            high: f.number("high"),
            several: f.has("several"),
            dozens: f.has("dozens"),
        },
        "odd" => Word::Odd,
        "point" => Word::Point,
        "minus" => Word::Minus,
        "less" => Word::Less,
        "percent" => Word::Percent,
        "permille" => Word::Permille,
        "rate" => Word::Rate,
        "part" if f.0.is_empty() => Word::Share,
        "numbering" => Word::Numbering,
        _ => return None,
    })
}

fn bound(sense: &str, f: Features) -> Option<Word> {
    let mode = match sense {
        "over" if f.0.is_empty() => return Some(Word::Over),
        "over" => Mode::Over,
        "at_least" => Mode::AtLeast,
        "under" => Mode::Under,
        "up_to" => Mode::UpTo,
        "about" => Mode::About,
        "between" if f.get("side").is_some() => Mode::Between,
        "exact" => Mode::Exact,
        "count" => return Some(Word::CountNoun),
        "change" => return Some(Word::Change),
        "score" => return Some(Word::Score),
        "or" => return Some(Word::Or),
        "blocked" => return Some(Word::Blocked),
        _ => return None,
    };
    let side = match f.get("side") {
        Some("after") => Side::After,
        Some("both") => Side::Both,
        _ => Side::Before,
    };
    Some(Word::Bound(Bound { mode, side, gap: f.has("gap") }))
}

fn time(sense: &str, f: Features) -> Option<Word> {
    Some(match sense {
        "month" => Word::Month {
            value: f.number("value"),
            system: if f.get("system") == Some("hijri") { System::Hijri } else { System::Gregorian },
            weak: f.has("weak"),
            madda: f.has("madda"),
        },
        "weekday" => Word::Weekday { value: f.number("value"), article: f.has("article") },
        "unit" => Word::Unit { unit: unit_name(f.text("unit"))?, number: f.scale_number() },
        "weekend" => Word::Weekend,
        "relative" => Word::Relative { offset: f.number("offset"), night: f.get("part") == Some("night") },
        "now" => Word::Now,
        "vague-time" => Word::PastReference,
        "modifier" => Word::Modifier { offset: f.number("offset"), soft: f.has("soft"), told: told(f) },
        "told" => Word::ToldOf(preposition(f.text("kind"))?),
        "age" => Word::Age,
        "this" => Word::This,
        "that" => Word::That,
        "same" => Word::Same,
        "part" => Word::Part(Part {
            timex: f.text("timex"),
            from: f.number("from"),
            to: f.number("to"),
            half: half(f.text("half")),
            point: f.get("point").is_some(),
            weak: f.has("weak"),
        }),
        "season" => Word::Season(Season { timex: f.text("timex"), from: f.number("from"), to: f.number("to") }),
        "holiday" => Word::Holiday(holiday(f)?),
        "decade" => Word::DecadeName { value: f.number("value") },
        _ => return None,
    })
}

/// The small words around times.
fn frame(sense: &str, f: Features) -> Option<Word> {
    Some(match sense {
        "meridiem" => Word::Meridiem(half(f.text("half"))),
        "early" => Word::Early,
        "clock" => Word::Clock,
        "clock-part" => Word::ClockPart { minutes: f.number("minutes") },
        "edge" => Word::Edge(edge(f)),
        "part-edge" => Word::PartEdge(edge(f)),
        "rest" => Word::Rest,
        "which" => Word::Which,
        "later" => Word::Later,
        "whole" => Word::Whole,
        "full" => Word::Full,
        "nth" => Word::Nth { value: f.number("value") },
        "time-prep" => Word::Preposition(preposition(f.text("kind"))?),
        "times" => Word::Times(f.scale_number()),
        "first-day" => Word::FirstDay,
        "set" => Word::Set { timex: f.text("timex") },
        "era" => Word::Era(match f.text("era") {
            "hijri" => Era::Hijri,
            "bc" => Era::BeforeChrist,
            _ => Era::Gregorian,
        }),
        "zone" => Word::Zone { minutes: Some(f.number("minutes")).filter(|m| *m != 999) },
        "zone-word" => Word::Reckoning,
        _ => return None,
    })
}

fn unit(sense: &str, f: Features) -> Option<Word> {
    let dual = || f.scale_number() == ScaleNumber::Dual;
    Some(match sense {
        "measure" => Word::Measure { unit: f.text("unit"), factor: f.number("factor"), dual: dual() },
        "currency" => Word::Currency { family: f.text("family"), code: f.text("code"), dual: dual() },
        "currency-country" => Word::CurrencyCountry { family: f.text("family"), code: f.text("code") },
        _ => return None,
    })
}

fn unit_name(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "night" => Unit::Night,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn half(name: &str) -> Half {
    match name {
        "am" => Half::Morning,
        "noon" => Half::Noon,
        "pm" => Half::Evening,
        "night" => Half::Night,
        _ => Half::Any,
    }
}

fn preposition(kind: &str) -> Option<Preposition> {
    Some(match kind {
        "before" => Preposition::Before,
        "after" => Preposition::After,
        "since" => Preposition::Since,
        "within" => Preposition::Within,
        "for" => Preposition::For,
        "from" => Preposition::From,
        "to" => Preposition::To,
        "in" => Preposition::In,
        "between" => Preposition::Between,
        "corresponding" => Preposition::Corresponding,
        "fromnow" => Preposition::FromNow,
        "each" => Preposition::Each,
        "at" => Preposition::At,
        _ => return None,
    })
}

fn edge(f: Features) -> Edge {
    match f.text("mod") {
        "START" => Edge::Start,
        "MID" => Edge::Mid,
        _ => Edge::End,
    }
}

fn told(f: Features) -> Option<Told> {
    match (f.has("same"), f.has("told")) {
        (true, _) => Some(Told::Surely),
        (_, true) => Some(Told::Perhaps),
        _ => None,
    }
}

fn holiday(f: Features) -> Option<Holiday> {
    let parts = |key: &str| -> Option<Vec<u8>> { f.get(key)?.split('-').map(|p| p.parse().ok()).collect() };
    if let Some(&[month, day]) = parts("hijri").as_deref() {
        return Some(Holiday::Hijri { month, day });
    }
    if let Some(&[month, day]) = parts("date").as_deref() {
        return Some(Holiday::Date { month, day });
    }
    if let Some(&[month, weekday, nth]) = parts("nth").as_deref() {
        return Some(Holiday::Nth { month, weekday, nth });
    }
    f.get("easter")?.parse().ok().map(|days| Holiday::Easter { days })
}
