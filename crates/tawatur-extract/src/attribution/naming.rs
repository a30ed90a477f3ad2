//! By which words somebody is named, and the body that he speaks for.

use tawatur_lexicon::Clitics;
use tawatur_text::TokenRange;

use super::reader::AttributionReader;
use super::takes::Takes;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase};

impl AttributionReader<'_, '_> {
    /// The fullest name of an entity so far.
    pub(crate) fn name_of(&self, entity: usize) -> Option<String> {
        let phrase = &self.register.get(entity)?.phrase;
        if let Some(whole) = self.with_owner(phrase) {
            return Some(whole);
        }
        let run = if phrase.name.is_empty() { phrase.tokens } else { phrase.name };
        Some(self.words_of(run))
    }

    /// «مصور الوكالة»: the body that a nameless office belongs to, by the name that it had before.
    fn with_owner(&self, phrase: &NounPhrase) -> Option<String> {
        let last =
            phrase.tokens.end.checked_sub(1).filter(|l| *l == phrase.tokens.start + 1 && phrase.name.is_empty())?;
        let tag = self.reader.tag(last);
        let body = tag.any(Tag::BODY.or(Tag::CARRIER)) && tag.any(Tag::ARTICLE) && !tag.any(Tag::SHORT);
        let office = matches!(phrase.head, Head::Title | Head::Source | Head::Unknown);
        let owner = NounPhrase { tokens: TokenRange::new(last, last + 1), head: Head::Body, ..*phrase };
        let number = if body && office { self.register.same_noun(&self.reader, &owner) } else { None }?;
        let named = self.register.get(number)?.phrase;
        let first = self.words_of(TokenRange::new(phrase.tokens.start, last));
        Some(format!("{first} {}", self.words_of(named.tokens)))
    }

    /// The words of a run, without the clitics of its first word.
    pub(crate) fn words_of(&self, run: TokenRange) -> String {
        let text = self.reader.analysed.document.text_of(run);
        let tag = self.reader.tag(run.start);
        const SURE: Tag = Tag::BODY
            .or(Tag::TITLE)
            .or(Tag::SOURCE)
            .or(Tag::OFFICIAL)
            .or(Tag::MEDIA)
            .or(Tag::CARRIER)
            .or(Tag::ORGANISATION)
            .or(Tag::OUTLET)
            .or(Tag::DOCUMENT)
            .or(Tag::ONE_OF)
            .or(Tag::SHOW)
            .or(Tag::ARTICLE);
        let sure = tag.any(SURE);
        let joined = tag.any(Tag::JOINED) && sure && !self.begins_with_waw(run.start);
        let bare = if joined { text.strip_prefix('و').unwrap_or(text) } else { text };
        // «وفقا لسمران»: behind the cue the ل of a word that no list knows is the preposition.
        let cued = run.start.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::CUE_SOURCE));
        let unsure = !sure && (!tag.any(Tag::KNOWN) || tag.any(Tag::NAME));
        let strange = cued && unsure && self.reader.analysed.document.word(run.start).starts_with('ل');
        // «ونسبت الوكالة لكريم»
        let ascribed = || !sure && tag.any(Tag::LI) && run.start.checked_sub(2).is_some_and(|v| self.ascribes(v));
        let asked = || strange && self.asks_for_li(run.start - 1);
        if bare.chars().count() > 4 && (asked() || ascribed()) {
            return clean(bare.strip_prefix('ل').unwrap_or(bare));
        }
        let named = tag.any(Tag::NAME) && !tag.any(Tag::BODY.or(Tag::TITLE).or(Tag::SOURCE).or(Tag::OUTLET));
        let name = if tag.any(Tag::LI) && sure && !named {
            match bare.strip_prefix("لل") {
                // للجنة is ل with اللجنة: the noun's own letter is written once.
                Some(rest) if self.begins_with_lam(run.start) => format!("الل{rest}"),
                Some(rest) => format!("ال{rest}"),
                None => bare.strip_prefix('ل').unwrap_or(bare).to_owned(),
            }
        } else if tag.any(Tag::BI) && sure && !named {
            bare.strip_prefix('ب').unwrap_or(bare).to_owned()
        } else {
            bare.to_owned()
        };
        clean(&name)
    }

    /// «نسبت الوكالة لـ...»: a verb that ascribes words to somebody, before its subject.
    fn ascribes(&self, verb: usize) -> bool {
        self.reader.analysed.takes(verb).has(Takes::ASCRIBES)
    }

    /// «والي», «وزير»: the letter is the office's own.
    fn begins_with_waw(&self, at: usize) -> bool {
        let lexicon = self.reader.analysed.lexicon();
        let readings = self.reader.analysed.readings(at);
        let office = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense).starts_with("title:");
        readings.iter().any(|r| office(r) && !r.clitics.has(Clitics::WA))
    }

    /// «وفقا», «طبقا»: a cue whose source stands behind ل.
    fn asks_for_li(&self, at: usize) -> bool {
        let cue = |r: &tawatur_lexicon::Reading| self.reader.analysed.entry(r).feature("li").is_some();
        self.reader.analysed.readings(at).iter().any(cue)
    }

    /// Whether the noun behind a proclitic ل begins with that letter itself.
    fn begins_with_lam(&self, at: usize) -> bool {
        let analysed = self.reader.analysed;
        let lam = |r: &tawatur_lexicon::Reading| {
            let alone = r.clitics.has(Clitics::LI) && !r.clitics.has(Clitics::AL);
            alone && analysed.entry(r).lemma.starts_with('ل')
        };
        self.reader.tag(at).any(Tag::BODY.or(Tag::ORGANISATION)) && analysed.readings(at).iter().any(lam)
    }

    /// The body that an entity speaks for.
    pub(crate) fn institution_of(&self, entity: usize) -> Option<String> {
        let phrase = self.register.get(entity)?.phrase;
        match phrase.head {
            Head::Body => Some(self.words_of(phrase.tokens)),
            Head::Title if !phrase.owner.is_empty() => {
                let run = TokenRange::new(phrase.owner.start, self.owner_end(&phrase));
                (!run.is_empty()).then(|| self.words_of(run))
            }
            _ => None,
        }
    }

    /// Where the body in an office ends: at the name, or with the phrase.
    fn owner_end(&self, phrase: &NounPhrase) -> usize {
        let owner = phrase.owner.start;
        if phrase.name.start > owner {
            phrase.name.start
        } else {
            phrase.title.end.max(phrase.tokens.end.min(owner + 12))
        }
    }
}

/// Hash signs, what joins the words behind them, line breaks and doubled spaces are no part of a name, nor are quotation marks around the whole of it.
fn clean(name: &str) -> String {
    let plain = !name.contains(['#', '_', '\n', '\u{a0}']) && !name.contains("  ");
    let trimmed = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '،' | ',' | '-' | '–'));
    let inside = trimmed.strip_prefix(['"', '«', '“']).and_then(|t| t.strip_suffix(['"', '»', '”']));
    let trimmed = inside.filter(|t| !t.contains(['"', '«', '“'])).unwrap_or(trimmed);
    if plain {
        return trimmed.to_owned();
    }
    trimmed.replace('#', "").replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
