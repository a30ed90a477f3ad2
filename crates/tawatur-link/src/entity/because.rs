//! The reasons for joining two names or keeping them apart, in both languages.

use tawatur_model::Bilingual;

/// A name in an English sentence: isolated, so that its direction does not disturb the words around it.
fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

fn two(one: &str, other: &str, ar: &str, en: &str) -> Bilingual {
    Bilingual::new(format!("«{one}» و«{other}»: {ar}"), format!("{} and {}: {en}", isolated(one), isolated(other)))
}

pub(crate) fn spelling(one: &str, other: &str) -> Bilingual {
    two(one, other, "رسمان لاسم واحد", "two spellings of one name")
}

pub(crate) fn short_form(one: &str, other: &str) -> Bilingual {
    two(one, other, "صيغة قصيرة للاسم الوحيد الذي تنتهي به", "a short form of the only name that ends so")
}

pub(crate) fn same_report(one: &str, other: &str) -> Bilingual {
    two(one, other, "صيغتان لشخص واحد في تقرير واحد", "two forms of one person's name in one report")
}

pub(crate) fn parts(one: &str, other: &str) -> Bilingual {
    two(one, other, "الاسم نفسه بأجزاء أقل", "the same name with fewer parts")
}

pub(crate) fn same_row(one: &str, other: &str, row: &str) -> Bilingual {
    two(
        one,
        other,
        &format!("اسمان لصف واحد في المعجم ({row})"),
        &format!("two names of one row of the lexicon ({row})"),
    )
}

pub(crate) fn several(one: &str, other: &str) -> Bilingual {
    two(one, other, "الصيغة القصيرة تصلح لأكثر من شخص", "the short form suits more than one person")
}

pub(crate) fn other_given(one: &str, other: &str) -> Bilingual {
    two(one, other, "اسما عائلة متشابهان واسمان شخصيان مختلفان", "one family name, different given names")
}

pub(crate) fn beside(one: &str, other: &str) -> Bilingual {
    two(one, other, "الاسم يلي الوصف", "the name stands behind the description")
}

pub(crate) fn only_counterpart(one: &str, other: &str, of: &str) -> Bilingual {
    two(
        one,
        other,
        &format!("وحده في القصة له منصب {of} في ذلك البلد"),
        &format!("the only one of the story who holds the office of {} in that country", isolated(of)),
    )
}

pub(crate) fn held_before(one: &str, other: &str, of: &str) -> Bilingual {
    two(
        one,
        other,
        &format!("وحده في القصة كان له منصب {of} قبله"),
        &format!("the only one of the story who held the office of {} before", isolated(of)),
    )
}

pub(crate) fn held_after(one: &str, other: &str, of: &str) -> Bilingual {
    two(
        one,
        other,
        &format!("وحده في القصة له منصب {of} بعده"),
        &format!("the only one of the story who held the office of {} afterwards", isolated(of)),
    )
}

pub(crate) fn only_holder(one: &str, other: &str) -> Bilingual {
    two(one, other, "لا يسمي أي تقرير غيره بهذا المنصب", "no report gives this office to anybody else")
}

pub(crate) fn holder_by_then(one: &str, other: &str, day: &str) -> Bilingual {
    two(
        one,
        other,
        &format!("هو صاحب المنصب في التقارير حتى {day}"),
        &format!("who holds the office in the reports of the days up to {day}"),
    )
}

pub(crate) fn several_holders(one: &str, other: &str) -> Bilingual {
    two(one, other, "يصلح الوصف لأكثر من شخص", "the description suits more than one person")
}

pub(crate) fn nobody(one: &str, other: &str) -> Bilingual {
    two(one, other, "لا يُعرف من المقصود", "it cannot be told who is meant")
}

pub(crate) fn story_focus(name: &str, country: &str, row: &str) -> Bilingual {
    Bilingual::new(
        format!("«{name}»: القصة عن {country}، ولا شيء في التقرير يدل على بلد آخر ({row})"),
        format!(
            "{}: the story is about {country}, and nothing in the report points to another country ({row})",
            isolated(name)
        ),
    )
}
