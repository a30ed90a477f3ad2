//! Whom a pronoun goes back to: «خطفهم», «نجا … منزله».

use tawatur_lexicon::Class;
use tawatur_text::TokenRange;

use super::mark::Mark;
use super::party::{Parties, Party};
use super::trigger::Trigger;
use crate::clause::Tag;
use crate::phrase::Head;

/// Tokens before a pronoun in which the one is named that it goes back to.
const BACK: usize = 30;
/// Tokens behind a verb of surviving in which it is said what somebody survived.
const SURVIVED: usize = 10;
/// Tokens behind a count of people in which it is said who most of them were.
const MOSTLY: usize = 10;

impl Parties<'_, '_> {
    /// Whom «خطفهم», «باغتصابها» befell: the nearest people named before that the pronoun agrees with.
    pub(super) fn taken_up(&self, trigger: &Trigger, actor: Option<Party>, sentence: TokenRange) -> Option<Party> {
        let at = trigger.tokens.end - 1;
        let doer = self.here(at + 1, sentence.end).is_some_and(|p| self.is_person(&p) || self.is_physical(&p));
        // «لقتله ثلاثة مدنيين»: the pronoun is of who did it.
        if !trigger.masdar || doer {
            return None;
        }
        let acts = |i: usize| actor.is_some_and(|a| a.tokens.start <= i && i < a.tokens.end);
        let from = sentence.start.max(at.saturating_sub(BACK));
        let people = |i: &usize| self.is_named_man(*i) && !acts(*i);
        let mut named = (from..trigger.tokens.start).rev().filter(people).filter(|i| self.agrees_with(*i, at));
        let first = named.next()?;
        let alone = !self.is_one_man(at) || named.next().is_none();
        let party = self.here(first, at).or_else(|| self.bound(first, at))?;
        alone.then_some(party)
    }

    fn is_named_man(&self, at: usize) -> bool {
        let office = self.tag(at).any(Tag::TITLE) && !self.tag(at).any(Tag::VERB);
        self.is_men(at) || office || self.tag(at).any(Tag::NAME_BEGINS)
    }

    /// Whether the pronoun at the end of a word is of one man.
    fn is_one_man(&self, at: usize) -> bool {
        let word = self.words.analysed.document.word(at);
        !["هم", "هما", "هن", "ها"].iter().any(|end| word.ends_with(end))
    }

    /// Whether the pronoun that ends a word agrees with a noun.
    fn agrees_with(&self, noun: usize, pronoun: usize) -> bool {
        let document = &self.words.analysed.document;
        let (word, ending) = (document.word(noun), document.word(pronoun));
        let readings = self.words.analysed.readings(noun);
        let dual = readings.iter().any(|r| r.form.is_dual()) && (word.ends_with("ان") || word.ends_with("ين"));
        let many = self.tag(noun).any(Tag::PLURAL) || noun > 0 && self.tag(noun - 1).any(Tag::NUMBER);
        let feminine = word.ends_with('ه');
        if ending.ends_with("هما") {
            dual
        } else if ending.ends_with("هم") || ending.ends_with("هن") {
            many && !dual
        } else if ending.ends_with("ها") {
            feminine && !many && self.is_men(noun)
        } else {
            !many && !dual && !feminine
        }
    }

    /// «نجا … من هجوم استهدف موكبه»: what befell a part of him befell him.
    pub(super) fn survivor(&self, at: usize, sentence: TokenRange) -> Option<Party> {
        let from = sentence.start.max(at.saturating_sub(BACK));
        let verb = (from..at).rev().find(|i| self.words.verb_mark(*i).any(Mark::UNDERGO))?;
        let man = self.behind(verb + 1, at).filter(|p| self.is_person(p) && !p.place)?;
        let end = man.tokens.end;
        (end..at.min(end + SURVIVED)).any(|i| self.tag(i).any(Tag::FROM)).then_some(man)
    }

    /// «28 شخصا، جميعهم من المتطوعين»: who the people were that are only counted.
    pub(super) fn told_more(&self, target: Party, limit: usize) -> Party {
        let lexicon = self.words.analysed.lexicon();
        let first = target.name.start;
        let readings = self.words.analysed.readings(first).iter();
        let anybody = |r: &tawatur_lexicon::Reading| lexicon.entry(r.entry).features.contains("anon");
        let counted =
            target.counted && target.name.len() == 1 && (readings.clone().any(anybody) || self.words.is_other(first));
        if !counted {
            return target;
        }
        let end = target.tokens.end;
        let mostly = (end..limit.min(end + MOSTLY)).find(|i| self.words.is(*i, Mark::MOSTLY));
        let of = mostly.map(|m| m + 1 + usize::from(self.tag(m + 1).any(Tag::FROM)));
        let told = of.and_then(|of| self.here(of, limit)).filter(|p| self.is_person(p));
        told.map_or(target, |t| Party { counted: true, ..t })
    }

    /// A word that can only be a name, or is no word of the lexicon at all: «اغتيل خوري».
    pub(super) fn is_only_a_name(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let names = self.words.analysed.readings(at).iter().all(|r| lexicon.class(r.sense) == Class::Name);
        let other = Tag::ARTICLE.or(Tag::BI).or(Tag::LI).or(Tag::NUMBER).or(Tag::TIME).or(Tag::PREPOSITION);
        let word = self.words.analysed.document.word(at);
        let verb = self.words.analysed.segment(at).stem.is_present() && self.words.analysed.readings(at).is_empty();
        names && !verb && !self.tag(at).any(other) && word.chars().nth(2).is_some() && !word.ends_with(['ه', 'ا'])
    }

    /// The bare family name right behind «اغتيل» or «مقتل».
    pub(super) fn bare_name(&self, at: usize, limit: usize) -> Option<Party> {
        let word = self.kind(at) == tawatur_text::TokenKind::Word && at < limit;
        let known = self.words.analysed.readings(at).is_empty();
        let tokens = TokenRange::new(at, at + 1);
        (word && !known && self.is_only_a_name(at)).then_some(Party::new(tokens, tokens, Head::Name))
    }
}
