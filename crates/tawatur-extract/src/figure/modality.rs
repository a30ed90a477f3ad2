//! How sure the report is of a figure.

use std::sync::OnceLock;

use tawatur_lexicon::Lexicon;
use tawatur_model::Modality;
use tawatur_text::TokenRange;

use super::view::View;
use super::vocabulary::mark;
use crate::Senses;
use crate::rule::barrier;

/// The cues, by what they say.
pub(crate) struct Cues {
    sets: [(Modality, Senses); 8],
    /// All of them, and «يقال».
    any: Senses,
    said: Senses,
    that: Senses,
    after: Senses,
    whether: Senses,
    reports: Senses,
    denies: Senses,
    doubt: Senses,
}

/// Tokens before a figure in which a cue may stand.
const REACH: usize = 9;

/// The same behind «أن», which leads back to the verb that it depends on.
const REACH_OVER_THAT: usize = 16;

impl Cues {
    /// The cues of the lexicon, made once.
    pub(crate) fn get(lexicon: &Lexicon) -> &'static Self {
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(|| Self::new(lexicon))
    }

    fn new(lexicon: &Lexicon) -> Self {
        let of = |names: &[&str]| Senses::of(lexicon, names);
        let said = of(&["verb:rumour"]);
        let sets = [
            (Modality::Hearsay, of(&["noun:rumour"])),
            (Modality::Conditional, of(&["conj:if"])),
            (Modality::Denied, of(&["verb:deny", "noun:denial"])),
            (Modality::Unconfirmed, of(&["adj:unconfirmed-word"])),
            (Modality::Feared, of(&["verb:fear"])),
            (Modality::Unconfirmed, of(&["adv:perhaps"])),
            (Modality::Conditional, of(&["conj:in-case"])),
            (
                Modality::Planned,
                of(&["verb:intend", "noun:intention", "adj:intention", "part:future", "noun:warning-of"]),
            ),
        ];
        Self {
            any: sets.iter().fold(said.clone(), |all, (_, senses)| all.or(senses)),
            sets,
            said,
            that: of(&["part:that"]),
            after: of(&["prep:after"]),
            whether: of(&["conj:if"]),
            reports: of(&["noun:voice-information", "noun:rumour"]),
            denies: of(&["verb:deny", "noun:denial"]),
            doubt: of(&["adj:doubted-after"]),
        }
    }

    /// The modality of the clause that the figure stands in, by the nearest cue before it.
    pub(crate) fn of(
        &self,
        view: &View<'_, '_>,
        figure: TokenRange,
        trigger: Option<TokenRange>,
        sentence: TokenRange,
    ) -> Modality {
        let from = trigger.map_or(figure.start, |t| t.start.min(figure.start));
        let mut reach = REACH;
        for back in 0..=REACH_OVER_THAT {
            let Some(at) = from.checked_sub(back).filter(|at| back <= reach && sentence.contains(*at)) else { break };
            if view.has(at, mark::THAT) {
                reach = REACH_OVER_THAT;
            }
            let stops = view.barriers(at) & (barrier::STOP | barrier::CLAUSE | barrier::SLOT) != 0;
            // «تسجيل يزعم أنه لكمين قتل فيه أربعة»: what a relative clause or an occasion tells is not in doubt.
            let apart = view.has(at, mark::RELATIVE) || view.analysed.is(at, &self.after);
            if view.has(at, mark::RELATIVE) && self.denies_reports(view, at, sentence) {
                return Modality::Denied;
            }
            if back > 0 && (stops && !view.has(at, mark::THAT) || apart) {
                break;
            }
            let found = self.at(view, at).filter(|m| back <= REACH || *m == Modality::Denied);
            if let Some(modality) = found {
                return modality;
            }
            // «ونفى الجيش ذلك وقال إن ...»: the verb that «أن» depends on.
            if reach > REACH && view.barriers(at) & barrier::NEXT_VERB != 0 {
                break;
            }
        }
        if self.depends(view, figure, sentence) {
            return Modality::Conditional;
        }
        if self.doubts_after(view, figure, sentence) {
            return Modality::Unconfirmed;
        }
        let to_come = trigger.is_some_and(|t| t.iter().any(|at| is_to_come(view, at)));
        if to_come { Modality::Planned } else { Modality::Asserted }
    }

    /// «نفى صحة الأنباء التي تحدثت عن مقتل ...»: reports that are denied before the relative clause tells what they say.
    fn denies_reports(&self, view: &View<'_, '_>, relative: usize, sentence: TokenRange) -> bool {
        let reports = relative.checked_sub(1).is_some_and(|b| view.analysed.is(b, &self.reports));
        let from = sentence.start.max(relative.saturating_sub(2 * REACH));
        reports && (from..relative).any(|t| view.analysed.is(t, &self.denies))
    }

    /// «..., غير أن السلطات لم تؤكد ذلك»: doubt behind the figure, also at the head of the next sentence.
    fn doubts_after(&self, view: &View<'_, '_>, figure: TokenRange, sentence: TokenRange) -> bool {
        let end = sentence.end.min(figure.end + 3 * REACH);
        let doubts = |t: usize| view.analysed.phrase_at(t).is_some_and(|p| self.doubt.find(&p.readings).is_some());
        let next = sentence.end..sentence.end + 2;
        let same = |t: &usize| view.document().paragraph_of(*t) == view.document().paragraph_of(figure.start);
        (figure.end..end).any(doubts) || next.filter(same).any(doubts)
    }

    /// «قد يبلغ عدد النازحين 30 ألفاً إذا استمر القتال»: the condition stands behind.
    fn depends(&self, view: &View<'_, '_>, figure: TokenRange, sentence: TokenRange) -> bool {
        let end = sentence.end.min(figure.end + REACH / 2);
        let clause = (figure.end..end).take_while(|t| view.barriers(*t) & (barrier::STOP | barrier::SLOT) == 0);
        clause.into_iter().any(|t| view.analysed.is(t, &self.whether) && !view.document().word(t - 1).ends_with("ما"))
    }

    fn at(&self, view: &View<'_, '_>, at: usize) -> Option<Modality> {
        let phrase = view.analysed.phrase_over(at);
        let says = |senses: &Senses| {
            view.analysed.is(at, senses) || phrase.is_some_and(|p| senses.find(&p.readings).is_some())
        };
        // Most words say nothing of it.
        if !says(&self.any) {
            return None;
        }
        // «يقال إن», «تردد أن»: only with what is said.
        if says(&self.said) && (at + 1..at + 4).any(|t| view.analysed.is(t, &self.that)) {
            return Some(Modality::Hearsay);
        }
        // «لم يتأكد مما إذا كانوا»: whether, and not if.
        let asks = at.checked_sub(1).is_some_and(|b| view.document().word(b).ends_with("ما"));
        if asks && says(&self.whether) {
            return None;
        }
        self.sets.iter().find(|(_, senses)| says(senses)).map(|(modality, _)| *modality)
    }
}

/// «ستنشر الحكومة 500 جندي»: a verb of the figure itself in the future.
fn is_to_come(view: &View<'_, '_>, at: usize) -> bool {
    let future =
        |r: &tawatur_lexicon::Reading| view.bits_of(r) & mark::VERB != 0 && r.clitics.has(tawatur_lexicon::Clitics::SA);
    view.analysed.readings(at).iter().any(future)
}
