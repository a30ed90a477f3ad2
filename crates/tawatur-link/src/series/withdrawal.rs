//! Counts that the text itself takes back: "withdrew its toll of 50", "the count of 50 was wrong".

use tawatur_model::{Figure, In};
use tawatur_text::{Document, TokenKind};

use crate::terms::sense_of_token;

/// So many words before a number are searched for a verb that takes it back.
const BEFORE: usize = 8;
/// So many words after a number are searched for words that call it wrong.
const AFTER: usize = 6;

/// The word by which the text takes a count back, where it does.
///
/// A verb needs a word for a published count between it and the number («سحبت الوزارة حصيلة الخمسين»), for bodies
/// are pulled out too; a number after "to" is the new one. After the number, "wrong" needs "was" before it, for
/// people are killed by mistake too.
pub(crate) fn withdrawal(figure: &Figure, document: &Document<'_>) -> Option<String> {
    if figure.within == In::Title {
        return None;
    }
    let tokens = document.tokens_in(figure.range);
    let sentence = document.sentences().get(document.sentence_of(tokens.start))?;
    let from = tokens.start.saturating_sub(BEFORE).max(sentence.start);
    let to = (tokens.end + AFTER).min(sentence.end);
    before(document, from, tokens.start).or_else(|| after(document, tokens.end, to)).map(|at| word(document, at))
}

fn before(document: &Document<'_>, from: usize, to: usize) -> Option<usize> {
    let is = |at: usize, what: &str| sense_of_token("withdraws", document.word(at)) == Some(what);
    let verb = (from..to).rev().find(|at| is(*at, "verb"))?;
    let count = (verb + 1..to).any(|at| is(at, "count"));
    let broken = (verb + 1..to).any(|at| is(at, "new"));
    (count && !broken).then_some(verb)
}

fn after(document: &Document<'_>, from: usize, to: usize) -> Option<usize> {
    let is = |at: usize, what: &str| sense_of_token("withdraws", document.word(at)) == Some(what);
    let end = (from..to).find(|at| document.kind(*at) == TokenKind::Number || is(*at, "new")).unwrap_or(to);
    (from..end).find(|at| {
        let told = at.checked_sub(1).filter(|b| *b >= from).is_some_and(|b| is(b, "was"));
        let not = at.checked_sub(1).filter(|b| *b >= from).is_some_and(|b| is(b, "not"));
        is(*at, "wrong") || (told && is(*at, "mistake")) || (not && is(*at, "right"))
    })
}

fn word(document: &Document<'_>, at: usize) -> String {
    document.token(at).map_or_else(String::new, |t| t.range.slice(document.original()).to_owned())
}

#[cfg(test)]
mod tests {
    use tawatur_text::ByteRange;

    use super::*;

    fn taken_back(text: &str, number: &str) -> Option<String> {
        let at = text.find(number).unwrap() as u32;
        let figure: Figure = serde_json::from_value(serde_json::json!({
            "id": "f1", "range": [0, 0], "quote": "", "quantity": "killed", "low": 1.0, "high": 1.0, "mode": "exact", "unit": "person",
            "who": null, "place": null, "as_of": null, "in": "text", "increment": false, "subset_of": null, "repeat_of": null,
            "institution": null, "superseded_in_text": false, "modality": "asserted", "background": false, "chain": [],
            "said_on": null, "rule": ""
        }))
        .unwrap();
        let figure = Figure { range: ByteRange::new(at, at + number.len() as u32), ..figure };
        withdrawal(&figure, &Document::new(text))
    }

    #[test]
    fn a_count_that_is_taken_back() {
        for (text, number) in [
            ("سحبت وزارة الصحة حصيلة 50 قتيلا التي نشرتها صباحا", "50"),
            ("تراجعت البلدية عن إعلانها مقتل 12 شخصا", "12"),
            ("وأقرت الشرطة بأن عدد 40 موقوفا كان خطأ", "40"),
            ("وقال إن الحديث عن 70 قتيلا غير صحيح", "70"),
        ] {
            assert!(taken_back(text, number).is_some(), "{text}");
        }
    }

    #[test]
    fn a_count_that_only_stands_near_such_words() {
        for (text, number) in [
            ("سحبت فرق الإنقاذ 50 جثة من تحت الأنقاض", "50"),
            ("تراجع عدد الموقوفين إلى 30", "30"),
            ("قتل 5 جنود عن طريق الخطأ", "5"),
            ("سحبت الوزارة الحصيلة الأولى وقالت إن القتلى 33", "33"),
            ("صححت الوزارة العدد من 50 إلى 30 قتيلا", "30"),
        ] {
            assert_eq!(taken_back(text, number), None, "{text}");
        }
    }
}
