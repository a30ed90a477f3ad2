//! Who people are that an event only counts, where the report says so behind it: «أقال مسؤولين … والمسؤولان هما …».

use tawatur_text::{TokenKind, TokenRange};

use super::party::{Parties, Party};
use crate::clause::Tag;
use crate::phrase::Head;

/// Sentences behind an event in which it is said who its people are.
const SENTENCES: usize = 3;
/// Tokens between «المسؤولان» and «هما», with a relative clause between.
const RELATIVE: usize = 6;
/// Longest list of names.
const LIST: usize = 16;

impl Parties<'_, '_> {
    /// The names of two or more people whom an event counts, or who they are said to have been.
    pub(super) fn identified(&self, target: &Party) -> Option<Party> {
        let first = target.name.start;
        let counted = target.counted && matches!(target.head, Head::Title | Head::Unknown | Head::Official);
        if !(counted || self.is_two(first)) || target.name.iter().any(|i| self.tag(i).any(Tag::NAME_BEGINS)) {
            return None;
        }
        let document = &self.words.analysed.document;
        let here = document.sentence_of(target.tokens.start);
        let sentences = document.sentences();
        let mut told = None;
        for (i, sentence) in sentences.iter().enumerate().skip(here).take(SENTENCES) {
            let from = if i == here { target.tokens.end } else { sentence.start };
            for be in (from..sentence.end).filter(|b| self.says_who(*b, from, first, i == here)) {
                if let Some(names) = self.names(be + 1, sentence.end) {
                    return Some(names);
                }
                told = told.or_else(|| self.described(be + 1, sentence.end));
            }
        }
        told
    }

    /// «كانا نائبين لرئيس الجهاز السابق، …»: what they were, without the name of whom they served.
    fn described(&self, at: usize, limit: usize) -> Option<Party> {
        let party = self.here(at, limit).filter(|p| p.head == Head::Title || self.is_two(at))?;
        let ends = |i: &usize| self.tag(*i).any(Tag::NAME_BEGINS) || self.kind(*i) == TokenKind::Comma;
        let end = (at + 1..party.tokens.end.max(at + 1)).find(ends).unwrap_or(party.tokens.end);
        let tokens = TokenRange::new(at, end.max(at + 1));
        Some(Party { tokens, name: tokens, ..party })
    }

    fn is_two(&self, at: usize) -> bool {
        let word = self.words.analysed.document.word(at);
        let two = word.ends_with("ين") || word.ends_with("ان") || word.ends_with("ا") || word.ends_with("ي");
        two && self.words.analysed.readings(at).iter().any(|r| r.form.is_dual())
    }

    /// «هما», «كانا» behind the people themselves («…، وهما»), or behind the same noun with the article.
    fn says_who(&self, be: usize, from: usize, noun: usize, same: bool) -> bool {
        let word = self.words.analysed.document.word(be);
        if !self.tag(be).any(Tag::HE.or(Tag::BE)) {
            return false;
        }
        let at_once = same && word.starts_with('و') && self.kind(be - 1) == TokenKind::Comma;
        at_once || (from.max(be.saturating_sub(RELATIVE))..be).any(|i| self.is_same_noun(i, noun))
    }

    /// Whether a word with the article is the same noun, in whatever number.
    fn is_same_noun(&self, at: usize, noun: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let lemmas = |i: usize| self.words.analysed.readings(i).iter().map(|r| lexicon.entry(r.entry).lemma);
        self.tag(at).any(Tag::ARTICLE) && lemmas(at).any(|l| lemmas(noun + 1).chain(lemmas(noun)).any(|n| n == l))
    }

    /// The names of a list: «فلان، وفلان».
    fn names(&self, from: usize, limit: usize) -> Option<Party> {
        let limit = limit.min(from + LIST);
        let starts: Vec<usize> = (from..limit).filter(|i| self.tag(*i).any(Tag::NAME_BEGINS)).collect();
        let (first, last) = (*starts.first()?, *starts.last()?);
        let joined = starts
            .iter()
            .skip(1)
            .all(|i| self.tag(*i).any(Tag::JOINED) || self.words.analysed.document.word(*i).starts_with('و'));
        if starts.len() < 2 || !joined {
            return None;
        }
        let goes_on = |i: &usize| self.tag(*i).any(Tag::NAME_GOES_ON) && !self.tag(*i).any(Tag::NAME_BEGINS);
        let end = last + 1 + (last + 1..limit).take_while(goes_on).count();
        let tokens = TokenRange::new(first, end);
        Some(Party::new(tokens, tokens, Head::Name))
    }
}
