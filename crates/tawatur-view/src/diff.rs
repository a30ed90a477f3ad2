//! Which words two wordings share.

use std::collections::BTreeMap;

use tawatur_text::{Document, fold_word};

use crate::html::{Html, escape};

/// Beyond this many words a wording is shown without its changes marked, so that time stays bounded.
const MOST_WORDS: usize = 800;

/// Two wordings, words that only one of them has wrapped in `<b class="chg">`.
pub(crate) fn compared(one: &str, other: &str) -> (Html, Html) {
    let (left, right) = (words(one), words(other));
    if left.len() > MOST_WORDS || right.len() > MOST_WORDS {
        return (Html(escape(one)), Html(escape(other)));
    }
    let (keep_left, keep_right) = shared(&left, &right);
    (wrapped(one, &left, &keep_left), wrapped(other, &right, &keep_right))
}

/// How many of their words two wordings share, from 0 to 1, in any order.
pub(crate) fn likeness(one: &str, other: &str) -> f64 {
    let mut count: BTreeMap<String, i64> = BTreeMap::new();
    let (left, right) = (words(one), words(other));
    let all = left.len() + right.len();
    left.into_iter().for_each(|word| *count.entry(word.folded).or_default() += 1);
    let mut common = 0;
    for word in right {
        if let Some(left) = count.get_mut(&word.folded).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    if all == 0 { 0.0 } else { 2.0 * f64::from(common) / all as f64 }
}

struct Word {
    start: usize,
    end: usize,
    folded: String,
}

fn words(text: &str) -> Vec<Word> {
    let document = Document::new(text);
    let tokens = document.tokens().iter().map(|t| (t.range.start() as usize, t.range.end() as usize));
    tokens
        .map(|(start, end)| Word { start, end, folded: fold_word(text.get(start..end).unwrap_or_default()) })
        .collect()
}

/// The longest common run of words, as flags on both sides.
fn shared(left: &[Word], right: &[Word]) -> (Vec<bool>, Vec<bool>) {
    let width = right.len() + 1;
    let mut length = vec![0u16; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            length[i * width + j] = if left[i].folded == right[j].folded {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut keep_left, mut keep_right) = (vec![false; left.len()], vec![false; right.len()]);
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if left[i].folded == right[j].folded {
            (keep_left[i], keep_right[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (keep_left, keep_right)
}

/// Neighbouring changed words share one element.
fn wrapped(text: &str, words: &[Word], keep: &[bool]) -> Html {
    let mut out = String::new();
    let (mut at, mut inside) = (0, false);
    for (word, keep) in words.iter().zip(keep) {
        if inside && *keep {
            out.push_str("</b>");
            inside = false;
        }
        out.push_str(&escape(text.get(at..word.start).unwrap_or_default()));
        if !inside && !*keep {
            out.push_str(r#"<b class="chg">"#);
            inside = true;
        }
        out.push_str(&escape(text.get(word.start..word.end).unwrap_or_default()));
        at = word.end;
    }
    if inside {
        out.push_str("</b>");
    }
    out.push_str(&escape(text.get(at..).unwrap_or_default()));
    Html(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_marked_on_both_sides() {
        let (one, other) = compared("قال الوالي إن الجسر مغلق", "أكد الوالي إن الجسر الكبير مغلق");
        assert_eq!(one.0, "<b class=\"chg\">قال</b> الوالي إن الجسر مغلق");
        assert_eq!(other.0, "<b class=\"chg\">أكد</b> الوالي إن الجسر <b class=\"chg\">الكبير</b> مغلق");
    }

    #[test]
    fn spelling_that_folds_alike_is_no_change() {
        let (one, _) = compared("اليوم الإثنين", "اليوم الاثنين");
        assert_eq!(one.0, "اليوم الإثنين");
    }

    #[test]
    fn hostile_words_stay_text() {
        let (one, _) = compared("<b>x</b>", "y");
        assert!(!one.0.contains("<b>x"), "{}", one.0);
    }
}
