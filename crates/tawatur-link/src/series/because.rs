//! Why a relation is thought to hold, in the two languages.

use tawatur_model::{Bilingual, Day};

/// The reason for one relation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Because {
    SaidEarlier,
    SaidNewer(String),
    Withdrawn(String),
    LaterAndLarger { days: Option<(Day, Day)>, same_origin: bool },
    LargerInOneReport,
    LaterAndLower,
    Rounding,
    Loose,
    PartInText,
    Severe,
    Added,
    LaterCount,
    Disagreement { a: String, b: String },
    OtherOrigin { a: String, b: String },
    OtherOriginOtherPlace { a: String, b: String, place: String },
    Stale { replaced_on: Option<Day> },
    Denied { who: Option<String> },
    NewVersion,
}

/// The reason that no text gives for a total that falls.
pub(crate) const UNEXPLAINED_FALL: Because = Because::LaterAndLower;

impl Because {
    /// The reason in words.
    pub(crate) fn text(&self) -> Bilingual {
        match self {
            Because::SaidEarlier => Bilingual::new(
                "النص نفسه يسمّي العدد الآخر حصيلة سابقة",
                "the text itself calls the other count an earlier one",
            ),
            Because::SaidNewer(word) => Bilingual::new(
                format!("النص يقول إن العدد تغيّر: «{word}»"),
                format!("the text says that the count changed: \u{2068}«{word}»\u{2069}"),
            ),
            Because::Withdrawn(word) => Bilingual::new(
                format!("صاحب العدد سحبه: «{word}»"),
                format!("its own origin took the count back: \u{2068}«{word}»\u{2069}"),
            ),
            Because::LaterAndLarger { days, same_origin } => later_and_larger(*days, *same_origin),
            Because::LargerInOneReport => Bilingual::new(
                "تقرير واحد يذكر العددين، والأكبر يحل محل الأصغر الذي لا تاريخ له",
                "one report gives both, and the larger running total replaces the undated smaller one",
            ),
            Because::LaterAndLower => Bilingual::new(
                "حصيلة لاحقة أدنى من السابقة ولا يقول أحد لماذا",
                "a later total, lower than the one before; nobody says why",
            ),
            Because::Rounding => Bilingual::new("تقريب للعدد الدقيق", "a rounding of the exact count"),
            Because::Loose => {
                Bilingual::new("لفظ تقريبي للعدد الذي يرد معه", "a loose word for the count that stands beside it")
            }
            Because::PartInText => {
                Bilingual::new("النص يجعله جزءا من العدد الآخر", "the text makes it a part of the other count")
            }
            Because::Added => Bilingual::new(
                "زيادة تدخل في الحصيلة التي يذكرها التقرير نفسه",
                "newly added, and in the total that the same report gives",
            ),
            Because::LaterCount => Bilingual::new("عدد أحدث", "a newer count"),
            Because::Severe => {
                Bilingual::new("الإصابات الخطيرة جزء من الإصابات", "the badly hurt are a part of the injured")
            }
            Because::Disagreement { a, b } => Bilingual::new(
                format!("عددان لوقت واحد لا يصحان معا: {a} و{b}"),
                format!("two counts for one time that cannot both hold: \u{2068}{a}\u{2069} and \u{2068}{b}\u{2069}"),
            ),
            Because::OtherOrigin { a, b } => Bilingual::new(
                format!("العدد نفسه منسوب إلى {a} هنا وإلى {b} هناك"),
                format!("the same count, from \u{2068}{a}\u{2069} here and from \u{2068}{b}\u{2069} there"),
            ),
            Because::OtherOriginOtherPlace { a, b, place } => Bilingual::new(
                format!("العدد نفسه منسوب إلى {a} هنا وإلى {b} هناك، وهو هنا عن {place} وحدها"),
                format!(
                    "the same count, from \u{2068}{a}\u{2069} here and from \u{2068}{b}\u{2069} there; here for \u{2068}{place}\u{2069} alone"
                ),
            ),
            Because::Stale { replaced_on } => stale(*replaced_on),
            Because::Denied { who: None } => Bilingual::new("ينفي العدد الآخر", "says that the other count is not so"),
            Because::Denied { who: Some(who) } => Bilingual::new(
                format!("ينفي {who} العدد الآخر"),
                format!("\u{2068}{who}\u{2069} says that the other count is not so"),
            ),
            Because::NewVersion => Bilingual::new(
                "نسخة لاحقة من الصفحة نفسها تحمل هذا العدد",
                "a later version of the same page carries this count",
            ),
        }
    }
}

fn later_and_larger(days: Option<(Day, Day)>, same_origin: bool) -> Bilingual {
    let (origin_ar, origin_en) =
        if same_origin { ("، من المصدر نفسه", ", from the same origin") } else { ("", "") };
    match days {
        Some((new, old)) if new != old => Bilingual::new(
            format!("حصيلة أكبر ({new}) بعد حصيلة {old}{origin_ar}"),
            format!("a larger running total ({new}) after that of {old}{origin_en}"),
        ),
        _ => Bilingual::new(
            format!("حصيلة لاحقة أكبر{origin_ar}"),
            format!("a later and larger running total{origin_en}"),
        ),
    }
}

fn stale(replaced_on: Option<Day>) -> Bilingual {
    match replaced_on {
        Some(day) => Bilingual::new(
            format!("تقرير لاحق ما زال يحمل عددا أدنى من حصيلة {day}"),
            format!("a later report still carries a count below the total of {day}"),
        ),
        None => Bilingual::new(
            "تقرير لاحق ما زال يحمل عددا حلّ غيره محله",
            "a later report still carries a count that had been replaced",
        ),
    }
}
