//! Counts of another event: "another quake last week killed 16" in a report on this week's.

use tawatur_model::{Figure, In};
use tawatur_text::{Document, TokenKind};

use crate::terms::{sense, sense_of_token};

/// So many words before a number are searched for the event that it is told of.
const BEFORE: usize = 14;
/// So many words after a number are searched for it.
const AFTER: usize = 6;

/// Whether the words around a count say that what it counts happened in another event than the report's own: a noun for
/// what happens with "another", "earlier" or "similar" beside it, in the same sentence. The nearest event counts: what
/// stands between it and the number tells of no other.
pub(crate) fn tells_of_another(figure: &Figure, document: &Document<'_>) -> bool {
    if figure.within == In::Title || figure.superseded_in_text {
        return false;
    }
    let tokens = document.tokens_in(figure.range);
    let Some(sentence) = document.sentences().get(document.sentence_of(tokens.start)) else { return false };
    let from = tokens.start.saturating_sub(BEFORE).max(sentence.start);
    let to = (tokens.end + AFTER).min(sentence.end);
    let before = (from..tokens.start).rev().find(|at| is_event(document, *at));
    match before {
        Some(at) => is_other(document, at, tokens.start),
        None => (tokens.end..to).find(|at| is_event(document, *at)).is_some_and(|at| is_other(document, at, to)),
    }
}

fn is_event(document: &Document<'_>, at: usize) -> bool {
    document.kind(at) == TokenKind::Word && is(document, at, "event")
}

fn is(document: &Document<'_>, at: usize, what: &str) -> bool {
    sense_of_token("another", document.word(at)) == Some(what)
}

/// So many words before an event say how long ago it was ("three days after a bombing").
const AGO: usize = 5;

/// Whether the event is called another one, right behind it or behind one more word ("a bomb attack similar to"), or is
/// only what the report's own event came after ("three days after a bombing", "on the morrow of a bombing").
fn is_other(document: &Document<'_>, event: usize, end: usize) -> bool {
    let near = event + 1..(event + 3).min(end);
    let adjective = |at: usize| is(document, at, "other") && sense("another", document.word(at)).is_some();
    let Some(before) = event.checked_sub(1) else { return near.into_iter().any(adjective) };
    let from = before.saturating_sub(AGO);
    let since = is(document, before, "since") && (from..before).any(|at| is(document, at, "after"));
    near.into_iter().any(adjective) || is(document, before, "morrow") || since
}

#[cfg(test)]
mod tests {
    use tawatur_text::ByteRange;

    use super::*;

    fn another(text: &str, number: &str) -> bool {
        let at = text.find(number).unwrap() as u32;
        let figure: Figure = serde_json::from_value(serde_json::json!({
            "id": "f1", "range": [at, at + number.len() as u32], "quote": "", "quantity": "killed", "low": 1.0, "high": 1.0,
            "mode": "exact", "unit": "person", "who": null, "place": null, "as_of": null, "in": "text", "increment": false,
            "subset_of": null, "repeat_of": null, "institution": null, "superseded_in_text": false, "modality": "asserted",
            "background": false, "chain": [], "said_on": null, "rule": ""
        }))
        .unwrap();
        let figure = Figure { range: ByteRange::new(at, at + number.len() as u32), ..figure };
        tells_of_another(&figure, &Document::new(text))
    }

    #[test]
    fn another_event_is_told_of() {
        for (text, number) in [
            ("وجاء الانفجار بعد أيام من تفجير آخر في السوق قتل فيه 12 شخصا", "12"),
            ("ويأتي الهجوم بعد ثلاثة أيام من تفجير أوقع 19 قتيلا", "19"),
            ("وذلك غداة انفجار راح ضحيته 4 عمال", "4"),
            ("وكان حريق مماثل قد أودى بحياة 7 عمال", "7"),
            ("تجاوزت شدته زلزالا سابقا ضرب الجزيرة وأسفر عن مقتل 40 شخصا", "40"),
            ("وقتل 5 جنود في هجوم آخر شرقي المدينة", "5"),
        ] {
            assert!(another(text, number), "{text}");
        }
    }

    #[test]
    fn the_reports_own_event_is_no_other() {
        for (text, number) in [
            ("قتل 12 شخصا وأصيب آخرون في تفجير هز السوق", "12"),
            ("أعلنت الوزارة في حصيلة سابقة مقتل 9 أشخاص", "9"),
            ("وبعد هجوم آخر على الحاجز وقع الانفجار الذي قتل 30 مدنيا", "30"),
            ("وبعد ثلاثة أيام ارتفع عدد قتلى التفجير إلى 44", "44"),
            ("وقال مسؤول آخر إن الحريق أودى بحياة 7 عمال", "7"),
        ] {
            assert!(!another(text, number), "{text}");
        }
    }
}
