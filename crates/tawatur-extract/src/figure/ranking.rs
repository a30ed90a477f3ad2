//! Which of the rules that match wins, and why.

use tawatur_lexicon::Clitics;

use super::count::{Count, Governor, Kind, Said};
use super::view::View;
use super::vocabulary::mark;
use crate::rule::{Element, Matched, Rule, barrier};

/// What was decided for a figure: the rule that read it and those that it beat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// The rule that won.
    pub rule: String,
    /// What it scored.
    pub score: i32,
    /// The rules that matched too, best first, with their scores.
    pub beaten: Vec<(String, i32)>,
    /// What the score is made of.
    pub why: String,
}

/// Below this score nothing is read.
pub(crate) const LEAST: i32 = 10;
/// The same for a count without a number.
const LEAST_IMPLIED: i32 = 20;

/// A rule that matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) rule: usize,
    pub(crate) matched: Matched,
    pub(crate) score: i32,
}

/// How well a match fits its count: the rule's strength less what speaks against it.
pub(crate) fn score(view: &View<'_, '_>, count: &Count, rule: &Rule, matched: &Matched) -> i32 {
    let goes_on = rule.gives.get("quantity").is_some_and(|q| q == "figure");
    let step = match count.said {
        _ if goes_on => 1,
        Said::Number | Said::Another => 3,
        // «قُتل في الهجوم ... شرطيان»: the ending tells that it is the subject, however far.
        Said::Dual if ["ان", "تين"].iter().any(|e| view.document().word(count.number.start).ends_with(e)) => 3,
        Said::Dual => 5,
        // «اعتقلت شرطة مدينة كذا رجلا»: the ending tells that it is the object, or the subject behind «أن».
        Said::One if count.bits & super::slot::OBJECT != 0 && takes_object(view, count, matched) => 4,
        _ => 8,
    };
    let mut score = rule.strength - step * matched.skipped as i32;
    score -= governed(count, rule, matched);
    if count.kind == Kind::Unknown {
        score -= if matched.skipped == 0 { 10 } else { 12 + 8 * matched.skipped as i32 };
    }
    if owns_another(view, rule, matched) || has_its_subject(view, count, rule, matched) || is_only_tried(view, matched)
    {
        score -= 60;
    }
    if counts_its_own(view, count, matched) {
        score -= 60;
    }
    if !object_agrees(view, count, matched) || !subject_agrees(view, count, matched) {
        score -= 60;
    }
    if loses_something(view, count, matched) || count.said != Said::Number && is_denied(view, matched) {
        score -= 60;
    }
    // A word without a number is a count only where the rule's words are close.
    let implied = matches!(count.said, Said::One | Said::Dual | Said::OneOf | Said::OneOfThem);
    if implied && score < LEAST_IMPLIED { LEAST - 1 } else { score }
}

/// Whether a count in the accusative can be what the match says it is: the object of a verb before it that takes one, or behind
/// «أن» the subject of a verb behind it.
fn takes_object(view: &View<'_, '_>, count: &Count, matched: &Matched) -> bool {
    let at = count.number.start;
    let that = at.checked_sub(1).is_some_and(|b| view.has(b, mark::THAT));
    matched.words.iter().flatten().any(|(word, r)| {
        let verb = view.bits_of(r) & mark::VERB != 0;
        let dies = view.analysed.lexicon().sense_name(r.sense) == "verb:die";
        // «أن مصورا أوقف الرجل»: a verb with an object of its own is in the active.
        let active = view.is_definite(word + 1) || view.has(word + 1, mark::PERSON);
        verb && if *word < at { !dies } else { that && !active }
    })
}

/// «فقدوا والديهم»: what they lost stands behind the verb, so they are not missing themselves.
fn loses_something(view: &View<'_, '_>, count: &Count, matched: &Matched) -> bool {
    let missing = |r: &tawatur_lexicon::Reading| view.bits_of(r) & mark::MISSING != 0;
    let after = matched.end.max(count.whole.end);
    let object = !view.has(after, mark::PREPOSITION | mark::AMONG | mark::VERB) && view.ends_in_pronoun(after);
    object && matched.words.iter().flatten().any(|(_, r)| missing(r))
}

/// «ثلاثة عمال خطفهم التنظيم»: a verb behind the count tells of it only where its pronoun is of the same number.
fn object_agrees(view: &View<'_, '_>, count: &Count, matched: &Matched) -> bool {
    let after = |(at, r): &&(usize, tawatur_lexicon::Reading)| {
        *at >= count.whole.end && r.clitics.has(Clitics::PRONOUN) && view.bits_of(r) & mark::VERB != 0
    };
    let Some((at, _)) = matched.words.iter().flatten().find(after) else { return true };
    let word = view.document().word(*at);
    let many = word.ends_with("هم") || word.ends_with("هن") || word.ends_with("هما");
    many == (count.low != Some(1.0) || count.high != Some(1.0))
}

/// «18 وفاة و40 إصابة»: the noun before a joined count is what the number before it counts.
fn counts_its_own(view: &View<'_, '_>, count: &Count, matched: &Matched) -> bool {
    let joined = count.bits & super::slot::JOINED != 0;
    let noun = |(at, r): &(usize, tawatur_lexicon::Reading)| {
        let counted = at.checked_sub(1).is_some_and(|b| view.is_slot(b));
        // «65 وفاة ونقل 22 ألفا»
        let victims = view.has(*at, mark::VICTIM) && !view.joins(*at);
        let done = joined || victims && (at + 1..count.number.start).any(|t| view.joins(t));
        *at < count.number.start && counted && done && view.bits_of(r) & mark::VERB == 0
    };
    matched.words.iter().flatten().any(noun)
}

/// «عبّارة تحمل 90 زائراً غرقت»: a verb in the feminine singular behind so many men has another subject.
fn subject_agrees(view: &View<'_, '_>, count: &Count, matched: &Matched) -> bool {
    let Some((noun, _)) = count.noun.filter(|_| count.kind == Kind::Person && count.said == Said::Number) else {
        return true;
    };
    let men = view.document().word(noun).ends_with('ا');
    let feminine = |(at, r): &(usize, tawatur_lexicon::Reading)| {
        *at >= count.whole.end
            && view.bits_of(r) & mark::VERB != 0
            && r.form.is_feminine()
            && !r.form.is_plural()
            && !r.clitics.has(Clitics::PRONOUN)
    };
    !(men && matched.words.iter().flatten().any(feminine))
}

/// The words of the rule, first in the text.
fn first_word(matched: &Matched) -> Option<usize> {
    matched.words.iter().flatten().map(|(at, _)| *at).min()
}

/// «130 انقلابياً قتلوا وأصيب العشرات»: a verb in the plural has its subject before it.
fn has_its_subject(view: &View<'_, '_>, count: &Count, rule: &Rule, matched: &Matched) -> bool {
    let plural = |(at, r): &(usize, tawatur_lexicon::Reading)| {
        view.bits_of(r) & mark::VERB != 0 && (r.form.is_plural() || r.form.is_dual()) && *at < count.number.start
    };
    // «أن طفلا قتل وأصيب أربعة»: the first of two verbs has its own count right before it.
    let shared = rule.gives.contains_key("also").then(|| first_word(matched)).flatten();
    if shared.is_some() && count.others || shared.and_then(|v| v.checked_sub(1)).is_some_and(|b| view.is_slot(b)) {
        return true;
    }
    // «تسعة رعاة كان مسلحون قد خطفوا قطعانهم»
    let behind = |at: usize| at > count.whole.end && (count.whole.end..at).any(|t| is_other_subject(view, t));
    if matched.words.iter().flatten().any(|(at, r)| r.form.is_plural() && behind(*at)) {
        return true;
    }
    let verb = matched.words.iter().flatten().filter(|w| plural(w)).map(|(at, _)| *at).min();
    verb.is_some_and(|v| (v.saturating_sub(3)..v).any(|t| view.is_slot(t)) && !view.joins(v))
}

/// A noun in the nominative plural that a plural verb behind it tells of.
fn is_other_subject(view: &View<'_, '_>, at: usize) -> bool {
    let persons = mark::PERSON | mark::NISBA | mark::VICTIM;
    view.has(at, persons) && view.document().word(at).ends_with("ون") && !view.has(at, mark::VERB)
}

/// «محاولة اغتيال», «يمكن أن تقل 40 راكبا»
fn is_only_tried(view: &View<'_, '_>, matched: &Matched) -> bool {
    let Some(word) = first_word(matched) else {
        // «قادرة على حمل سبعة ركاب»: the noun alone tells of them.
        let back = (matched.start.saturating_sub(6)..matched.start).rev();
        return back
            .take_while(|t| view.barriers(*t) == 0 || view.has(*t, mark::VERB | mark::THAT))
            .any(|t| view.has(t, mark::ABLE));
    };
    let tried = word.checked_sub(1).is_some_and(|b| view.has(b, mark::ATTEMPT));
    let that = word.checked_sub(1).is_some_and(|b| view.has(b, mark::THAT));
    let back = (word.saturating_sub(10)..word).rev().take_while(|t| view.barriers(*t) & barrier::STOP == 0);
    // «العبّارة مخصصة لنقل أربعين راكبا»
    let room = view.has(word, mark::VEHICLE) && (word..word + 6).any(|t| view.has(t, mark::ABLE));
    tried || room || that && back.into_iter().any(|t| view.has(t, mark::ABLE))
}

/// «لم يقتل»
pub(crate) fn is_denied(view: &View<'_, '_>, matched: &Matched) -> bool {
    matched.words.iter().flatten().any(|(at, r)| {
        let harm = mark::VERB | mark::TRIGGER;
        view.bits_of(r) & harm == harm && at.checked_sub(1).is_some_and(|b| view.has(b, mark::NOT))
    })
}

/// A count in a prepositional phrase, or in construct with another noun, is no subject or object.
fn governed(count: &Count, rule: &Rule, matched: &Matched) -> i32 {
    let by_rule = rule.left.first().is_some_and(|e| !matches!(e, Element::Gap { .. }));
    let adjacent = matched.skipped == 0 && !rule.left.is_empty();
    // «تكريما لثلاثة عمال قضوا»: a relative clause tells of them whatever governs them.
    let plural = |(_, r): &(usize, tawatur_lexicon::Reading)| r.form.is_plural() || r.form.is_dual();
    let relative = rule.left.is_empty()
        && matched.skipped <= 1
        && count.kind == Kind::Person
        && matched.words.iter().flatten().any(plural);
    if by_rule
        || adjacent
        || relative
        || rule.gives.contains_key("oblique")
        || rule.left.is_empty() && rule.right.is_empty()
    {
        return 0;
    }
    match count.governor {
        Governor::Free => 0,
        Governor::Preposition => 40,
        // «دهست شاحنة عاملا»: with the ending of an object it is no genitive.
        Governor::Noun if count.bits & super::slot::OBJECT != 0 => 0,
        Governor::Noun => 14,
    }
}

/// Whether the verb after the count has a count of its own right behind it: «5 أشخاص أصيب 3».
fn owns_another(view: &View<'_, '_>, rule: &Rule, matched: &Matched) -> bool {
    if rule.right.is_empty() || !rule.left.is_empty() || rule.gives.contains_key("relation") {
        return false;
    }
    let end = matched.end;
    view.is_slot(end)
        || view.is_slot(end + 1) && !view.has(end, mark::AMONG | mark::THAT | mark::PREPOSITION | mark::TRIGGER)
}
