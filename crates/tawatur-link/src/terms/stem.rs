//! Light stemming: proclitics and the commonest endings come off, nothing else.

/// Proclitics with the article, longest first. They come off where at least three letters stay.
const ARTICLES: [&str; 7] = ["وال", "فال", "بال", "كال", "ولل", "لل", "ال"];
/// Endings, longest first.
const ENDINGS: [&str; 12] = ["هما", "تين", "ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه", "ي", "ا"];

/// The light stem of a folded word.
///
/// It serves recall only (which reports tell of the same thing); no claim is ever compared by it.
pub(crate) fn stem(word: &str) -> &str {
    without_ending(without_proclitic(word))
}

/// The word without article and the particles written together with it.
pub(crate) fn without_proclitic(word: &str) -> &str {
    for article in ARTICLES {
        if let Some(rest) = word.strip_prefix(article)
            && letters(rest) >= 3
        {
            return rest;
        }
    }
    // و and ب begin few roots of five letters and more; ف ل ك begin too many.
    match word.strip_prefix(['و', 'ب']) {
        Some(rest) if letters(rest) >= 4 => rest,
        _ => word,
    }
}

fn without_ending(word: &str) -> &str {
    for ending in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && letters(rest) >= 3
        {
            return rest;
        }
    }
    word
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_noun_meet() {
        for form in ["المدينه", "مدينه", "بالمدينه", "والمدينه", "للمدينه"] {
            assert_eq!(stem(form), "مدين", "{form}");
        }
        assert_eq!(stem("متظاهرين"), stem("المتظاهرون"));
    }

    #[test]
    fn short_words_stay() {
        assert_eq!(stem("الي"), "الي");
        assert_eq!(stem("بلد"), "بلد");
    }
}
