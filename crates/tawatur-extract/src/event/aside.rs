//! What stands between a word and its party: numbers, times, short asides.

use std::sync::OnceLock;

use tawatur_text::TokenKind;

use super::mark::Mark;
use super::party::{Parties, Party};
use crate::Senses;
use crate::clause::Tag;

/// Numbers and their bounds in front of a phrase.
const MOST_SKIPPED: usize = 9;
/// Times and asides passed over on the way to a party.
const MOST_PASSED: usize = 24;

impl Parties<'_, '_> {
    /// Behind «نحو 20», «عشرات», «ما لا يقل عن ثلاثة من».
    pub(super) fn past_number(&self, at: usize, limit: usize) -> usize {
        let mut i = at;
        while i < limit && i - at < MOST_SKIPPED {
            let tag = self.tag(i);
            if i == at && self.tag(i).any(Tag::THIS) && self.tag(i + 1).any(Tag::ARTICLE) {
                i += 1;
                continue;
            }
            // «ما مجموعه 14», «ما يقارب 20»
            if i == at && self.words.analysed.document.word(i) == "ما" {
                let number = (i + 1..limit.min(i + 4)).find(|j| self.tag(*j).any(Tag::NUMBER));
                if let Some(number) = number {
                    i = number;
                    continue;
                }
            }
            let bound = self
                .words
                .analysed
                .phrase_at(i)
                .filter(|p| self.is_bound(&p.readings) && !(i == at && self.words.is_preposition(i)));
            if let Some(phrase) = bound {
                i = phrase.tokens.end;
                continue;
            }
            let number = tag.any(Tag::NUMBER) && !tag.any(Tag::TIME) && !self.words.is_preposition(i);
            let quantity = self.words.is(i, Mark::QUANTITY) && !(i == at && tag.any(Tag::JOINED));
            let quantity = quantity || self.words.is(i, Mark::GROUP) && self.tag(i + 1).any(Tag::FROM);
            // «عدد كبير من», «مجموعة صغيرة من»
            let large = i > at
                && tag.any(Tag::ADJECTIVE)
                && self.tag(i + 1).any(Tag::FROM)
                && self.words.is(i - 1, Mark::QUANTITY.or(Mark::GROUP));
            if large {
                i += 1;
                continue;
            }
            // «5 آلاف و135 شخصا»
            let and = i > at && self.words.analysed.document.word(i) == "و" && self.tag(i + 1).any(Tag::NUMBER);
            let other = and || self.tag(i + 1).any(Tag::FROM) && self.words.is_other(i) && i > at;
            let of = i > at && tag.any(Tag::FROM.or(Tag::ABOUT)) && !tag.any(Tag::ARTICLE);
            if !(number || quantity || of || other) {
                break;
            }
            i += 1;
        }
        i
    }

    pub(super) fn is_bound(&self, readings: &[tawatur_lexicon::Reading]) -> bool {
        let lexicon = self.words.analysed.lexicon();
        readings.iter().any(|r| {
            let name = lexicon.sense_name(r.sense);
            matches!(name, "part:about" | "part:at_least" | "part:over" | "part:under" | "part:up_to" | "part:exact")
        })
    }

    /// The party behind a verb or its subject; times, short asides and one phrase of place are passed over.
    pub(super) fn behind(&self, at: usize, limit: usize) -> Option<Party> {
        let i = self.past_asides(at, limit);
        if i >= limit {
            return None;
        }
        self.here(i, limit)
    }

    /// The token behind commas, times, adverbs, brackets and phrases of place.
    pub(super) fn past_asides(&self, mut at: usize, limit: usize) -> usize {
        let from = at;
        let mut places = 0;
        while at < limit && at - from < MOST_PASSED {
            if let Some(time) = self.time_at(at) {
                at = time;
                continue;
            }
            let tag = self.tag(at);
            match self.kind(at) {
                // A comma right behind the verb or its subject opens an aside, or ends what belongs together.
                TokenKind::Comma if at > from || self.is_aside(at + 1) => {
                    if self.tag(at + 1).any(Tag::JOINED) {
                        break;
                    }
                    at += 1;
                }
                // «… «اختطفوا» أمس منسقها»: the verb stands in quotation marks.
                TokenKind::Quote if at == from && at > 1 && self.kind(at - 2) == TokenKind::Quote => at += 1,
                TokenKind::Hash => at += 1,
                TokenKind::Open => {
                    at = (at..limit.min(at + 12)).find(|i| self.kind(*i) == TokenKind::Close).map_or(limit, |i| i + 1)
                }
                TokenKind::Word if tag.any(Tag::TIME.or(Tag::ALSO_ADVERB)) && !tag.any(Tag::NUMBER) => {
                    at += self.words.analysed.phrase_at(at).map_or(1, |p| p.tokens.len());
                }
                TokenKind::Word if self.words.is(at, Mark::ADVERB) => at += 1,
                // «رفضت بشكل قاطع», «تدين بشدة»: how.
                TokenKind::Word if self.manner_at(at).is_some() => at = self.manner_at(at).unwrap_or(at + 1),
                // «دهس بسيارته مجموعة جنود», «قتل بسلاحه ثلاثة»: with what.
                TokenKind::Word if self.is_with_his(at) => at += 1,
                TokenKind::Word
                    if tag.any(Tag::IN) && places == 0 && !tag.any(Tag::WITH_PRONOUN) && !self.words.tells(at + 1) =>
                {
                    let Some(phrase) = self.words.chunk(at + 1, limit) else { break };
                    places += 1;
                    at = phrase.tokens.end;
                }
                _ => break,
            }
        }
        at
    }

    /// The end of «بشدة», «بشكل قاطع», «بصورة عاجلة».
    pub(super) fn manner_at(&self, at: usize) -> Option<usize> {
        static MANNER: OnceLock<[Senses; 2]> = OnceLock::new();
        if !self.tag(at).any(Tag::BI) {
            return None;
        }
        let lexicon = self.words.analysed.lexicon();
        let [how, of_kind] =
            MANNER.get_or_init(|| ["event:how", "event:how-of-kind"].map(|n| Senses::of(lexicon, &[n])));
        let next = self.tag(at + 1);
        // «بسرعة كبيرة»
        let hers = next.any(Tag::ADJECTIVE) && self.words.analysed.document.word(at + 1).ends_with('ه');
        let hers = hers && !next.any(Tag::ARTICLE) && self.kind(at + 1) == TokenKind::Word;
        if self.words.analysed.is(at, how) {
            return Some(at + 1 + usize::from(hers));
        }
        let kind = self.kind(at + 1) == TokenKind::Word && !next.any(Tag::ARTICLE.or(Tag::PREPOSITION).or(Tag::JOINED));
        (kind && self.words.analysed.is(at, of_kind)).then_some(at + 2)
    }

    /// «بسيارته», «بسلاحها»: a thing of his own.
    pub(super) fn is_with_his(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.all(Tag::BI.or(Tag::PRONOUN_END))
            && !tag.any(Tag::WITH_PRONOUN.or(Tag::MASDAR).or(Tag::TITLE).or(Tag::BODY).or(Tag::NAME))
            && self
                .words
                .mark_of_all(at)
                .any(Mark::VESSEL.or(Mark::ARMS).or(Mark::SHOT).or(Mark::WEAPON).or(Mark::STONE))
    }

    pub(super) fn is_aside(&self, at: usize) -> bool {
        self.time_at(at).is_some()
            || self.tag(at).any(Tag::TIME.or(Tag::ALSO_ADVERB))
            || self.words.is(at, Mark::ADVERB)
    }

    /// The end of the time that begins at a token.
    pub(super) fn time_at(&self, at: usize) -> Option<usize> {
        let i = self.times.partition_point(|t| t.tokens.end <= at);
        let time = self.times.get(i).filter(|t| t.tokens.start == at)?;
        (!time.counted || time.names_day).then_some(time.tokens.end)
    }
}
