//! Historical, future, hypothetical or negated: PLOVER's auxiliary modes, by the words before the trigger.

use tawatur_model::{Auxiliary, Modality};
use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::marks::{Mark, Words};
use super::trigger::Trigger;
use crate::clause::Tag;

/// Words before a trigger that can bear on it.
const REACH: usize = 5;

impl Words<'_, '_> {
    /// What the words before a trigger, and before the verb that carries it, make of it.
    pub(super) fn auxiliaries(self, trigger: &Trigger, light: Option<usize>, sentence: TokenRange) -> Vec<Auxiliary> {
        let mut found = Vec::new();
        if trigger.future {
            found.push(Auxiliary::Future);
        }
        self.look(trigger.tokens.start, trigger.verb, trigger.present, sentence, &mut found);
        if let Some(light) = light {
            let mark = self.mark(light);
            self.of_mark(mark, &mut found);
            let future = self.readings(light).any(|r| r.clitics.has(tawatur_lexicon::Clitics::SA));
            if future {
                found.push(Auxiliary::Future);
            }
            let present = self.readings(light).any(|r| r.form.is_present());
            self.look(light, true, present, sentence, &mut found);
        }
        let undergone = light.is_some_and(|l| self.mark(l).any(Mark::UNDERGO));
        if trigger.purpose && !undergone && !trigger.tokens.start.checked_sub(1).is_some_and(|b| self.is(b, Mark::HEAD))
        {
            found.push(Auxiliary::Hypothetical);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn look(self, at: usize, verb: bool, present: bool, sentence: TokenRange, found: &mut Vec<Auxiliary>) {
        let from = sentence.start.max(at.saturating_sub(REACH));
        for i in (from..at).rev() {
            if self.analysed.document.kind(i) != TokenKind::Word {
                break;
            }
            let near = at - i <= 2;
            let tag = self.tags.at(i);
            if tag.any(Tag::NOT) && near && verb {
                found.push(Auxiliary::Negated);
                if self.negates_future(i) {
                    found.push(Auxiliary::Future);
                }
            }
            // «لا تستطيع ترحيلهم»: the verb between is of the same clause.
            if tag.any(Tag::NOT) && !verb && is_finite(self.tags, i + 1) && at - i <= 4 {
                found.push(Auxiliary::Negated);
            }
            let could = present || self.analysed.readings(i + 1).iter().any(|r| r.form.is_present());
            if tag.any(Tag::QAD) && verb && could && near {
                found.push(Auxiliary::Hypothetical);
            }
            if self.is_sense(i, "part:future") && verb {
                found.push(Auxiliary::Future);
            }
            if self.is_sense(i, "conj:if") {
                found.push(Auxiliary::Hypothetical);
            }
            let mark = self.mark(i);
            if !verb || near || tag.any(Tag::THAT) {
                self.of_mark(Mark(mark.0 & !Mark::ATTEMPT.0), found);
            }
            if mark.any(Mark::MEMORY) && !verb {
                found.push(Auxiliary::Historical);
            }
            if is_finite(self.tags, i) || tag.any(Tag::WHILE.or(Tag::RELATIVE)) {
                break;
            }
        }
    }

    fn of_mark(self, mark: Mark, found: &mut Vec<Auxiliary>) {
        if mark.any(Mark::INTEND) {
            found.push(Auxiliary::Future);
        }
        if mark.any(Mark::WISH.or(Mark::DEMAND)) {
            found.push(Auxiliary::Hypothetical);
        }
        if mark.any(Mark::PREVENT.or(Mark::DENY)) {
            found.push(Auxiliary::Negated);
        }
    }

    fn negates_future(self, at: usize) -> bool {
        self.analysed.readings(at).iter().any(|r| self.analysed.entry(r).feature("future").is_some())
    }

    fn is_sense(self, at: usize, name: &str) -> bool {
        self.tags.is(at, Tag::KNOWN)
            && self.analysed.readings(at).iter().any(|r| self.analysed.lexicon().sense_name(r.sense) == name)
    }
}

/// The modality that the auxiliary modes come to.
pub(super) fn modality(aux: &[Auxiliary]) -> Modality {
    let has = |a| aux.contains(&a);
    if has(Auxiliary::Negated) {
        Modality::Denied
    } else if has(Auxiliary::Future) {
        Modality::Planned
    } else if has(Auxiliary::Hypothetical) {
        Modality::Conditional
    } else {
        Modality::Asserted
    }
}
