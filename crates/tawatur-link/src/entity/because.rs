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
