//! The consonants of a word: what its verb, its noun of action and its participle have in common.

use super::stem::{stem, without_proclitic};

/// The consonants of a folded word, without what inflection adds; إطلاق and تطلق and أطلقوا have one.
///
/// It finds candidates for a reader; no claim is ever compared by it.
pub(crate) fn skeleton(word: &str) -> String {
    let bare = stem(without_proclitic(word));
    let letters = bare.chars().count();
    let bare = match bare.strip_prefix(['ي', 'ت', 'ن', 'ا']) {
        Some(rest) if letters >= 4 => rest,
        _ => bare,
    };
    let strong: String = bare.chars().filter(|c| !matches!(c, 'ا' | 'و' | 'ي')).collect();
    match strong.strip_suffix('ت') {
        Some(rest) if rest.chars().count() >= 3 => rest.to_owned(),
        _ => strong,
    }
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[test]
    fn forms_of_one_action_have_one_skeleton() {
        for word in ["اطلاق", "باطلاق", "تطلق", "يطلق", "اطلقت", "اطلقوا"] {
            assert_eq!(skeleton(word), "طلق", "{word}");
        }
        assert_eq!(skeleton("استخدام"), skeleton("تستخدم"));
        assert_ne!(skeleton("اطلاق"), skeleton("اغلاق"));
    }
}
