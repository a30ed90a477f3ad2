//! What a word can be around events: one set of bits a token, from a table over senses made once.

use std::sync::OnceLock;

use tawatur_lexicon::{Class, Clitics, Lexicon, Reading};
use tawatur_text::TokenRange;

use super::clause::PREPOSITIONS;
use super::mark::Mark;
use super::rules::{Book, book};
use crate::clause::{Tag, Tags};
use crate::words::{Look, note};
use crate::{Analysed, Senses};

/// What one sense of the lexicon is here.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Role {
    pub(super) mark: Mark,
    /// Number of the rule that the word triggers by itself, plus one.
    pub(super) rule: u16,
}

/// The layers below, for asking about one token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'r, 'a> {
    pub(super) analysed: &'r Analysed<'a>,
    pub(super) tags: &'r Tags,
    pub(super) roles: &'static [Role],
    pub(super) book: &'static Book,
}

impl<'r, 'a> Words<'r, 'a> {
    pub(super) fn new(analysed: &'r Analysed<'a>, tags: &'r Tags) -> Self {
        let book = book();
        Self { analysed, tags, roles: roles(analysed.lexicon(), book), book }
    }

    /// The role of a reading.
    pub(super) fn role(self, reading: &Reading) -> Role {
        self.roles.get(reading.sense.index()).copied().unwrap_or_default()
    }

    /// The readings of a token that its writing allows.
    pub(super) fn readings(self, at: usize) -> impl Iterator<Item = &'r Reading> {
        let readings: &'r [Reading] = if self.tags.is(at, Tag::EVENT) { self.analysed.readings(at) } else { &[] };
        let bound = readings.iter().any(|r| r.clitics.has(Clitics::PRONOUN)) && {
            let written = self.analysed.document.text_of(TokenRange::new(at, at + 1));
            written.ends_with(['ة', 'ى'])
        };
        allowed(self.analysed.lexicon(), readings, bound)
    }

    /// What a token can be around events.
    #[inline]
    pub(super) fn mark(self, at: usize) -> Mark {
        if self.tags.is(at, Tag::EVENT) { self.analysed.role(at) } else { Mark(0) }
    }

    /// What a token can be as a verb around events, where it stands as one.
    pub(super) fn verb_mark(self, at: usize) -> Mark {
        // Most words are nothing here.
        if self.mark(at) == Mark(0) {
            return Mark(0);
        }
        let lexicon = self.analysed.lexicon();
        let verbs = self.readings(at).filter(|r| lexicon.class(r.sense) == Class::Verb && self.stands_as_verb(at, r));
        verbs.fold(Mark(0), |all, r| all.or(self.role(r).mark))
    }

    /// Whether «بعد» or its like stands right before a token.
    pub(super) fn is_after(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let before = at.checked_sub(1).map(|b| self.analysed.readings(b)).unwrap_or_default();
        before.iter().any(|r| lexicon.sense_name(r.sense) == "prep:after")
    }

    /// «تمكنت من», «نجح في», «سارع إلى»: a verb whose subject does, and did, what its preposition at `led` brings.
    pub(super) fn manages(self, verb: usize, led: usize) -> bool {
        static MANAGES: OnceLock<[(Tag, Senses); 3]> = OnceLock::new();
        let lexicon = self.analysed.lexicon();
        let by = MANAGES.get_or_init(|| {
            let of = |name| Senses::of(lexicon, &[name]);
            [(Tag::FROM, of("verb:manage-from")), (Tag::IN, of("verb:manage-in")), (Tag::TO, of("verb:manage-to"))]
        });
        by.iter().any(|(tag, senses)| self.tags.is(led, *tag) && self.analysed.is(verb, senses))
    }

    /// «يقترب من»: a verb of what is not done yet.
    pub(super) fn draws_near(self, verb: usize) -> bool {
        static NEAR: OnceLock<Senses> = OnceLock::new();
        self.analysed.is(verb, Senses::once(&NEAR, self.analysed.lexicon(), &["verb:draw-near"]))
    }

    /// «فشل», «أخفق»: a verb whose subject did not do, or which was not done.
    pub(super) fn fails(self, verb: usize) -> bool {
        static FAILS: OnceLock<Senses> = OnceLock::new();
        self.analysed.is(verb, Senses::once(&FAILS, self.analysed.lexicon(), &["verb:fail"]))
    }

    /// Whether a token can be a verb with the pronoun of its object: «شنه».
    pub(super) fn is_verb_with_object(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.readings(at).any(|r| {
            lexicon.class(r.sense) == Class::Verb && r.clitics.has(Clitics::PRONOUN) && self.role(r).mark != Mark(0)
        })
    }

    /// «آخر», «أخرى»
    pub(super) fn is_other(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed.readings(at).iter().any(|r| lexicon.sense_name(r.sense) == "adj:other")
    }

    /// Whether a token stands as a verb that tells of an event.
    pub(super) fn is_event_verb(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed.is_noted(at, note::TELLS)
            && self
                .readings(at)
                .any(|r| self.role(r).rule > 0 && lexicon.class(r.sense) == Class::Verb && self.stands_as_verb(at, r))
    }

    /// Whether a token is a noun that can tell of an event.
    pub(super) fn tells(self, at: usize) -> bool {
        self.analysed.is_noted(at, note::TELLS) && self.readings(at).any(|r| self.role(r).rule > 0)
    }

    /// What a token can be, a phrase of the lexicon counting as its first word, whatever its tags are.
    pub(super) fn mark_of_all(self, at: usize) -> Mark {
        let mark = self.analysed.readings(at).iter().fold(Mark(0), |all, r| all.or(self.role(r).mark));
        match self.analysed.phrase_at(at) {
            Some(phrase) => phrase.readings.iter().fold(mark, |m, r| m.or(self.role(r).mark)),
            None => mark,
        }
    }

    /// Whether a token is a preposition that stands alone; على is spelt like a name when folded.
    pub(super) fn is_preposition(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        tag.any(PREPOSITIONS) && !tag.any(Tag::ARTICLE) && !(tag.any(Tag::NAME) && self.written(at).ends_with('ي'))
    }

    fn written(self, at: usize) -> &'r str {
        self.analysed.document.text_of(TokenRange::new(at, at + 1))
    }

    #[inline]
    pub(super) fn is(self, at: usize, mark: Mark) -> bool {
        self.mark(at).any(mark)
    }
}

/// The readings with the fewest clitics; none with a pronoun where the writing is `bound` to have none.
///
/// A name hides no verb: «شنه» is a family's name, too, and «ودان» a town.
fn allowed<'r>(lexicon: &Lexicon, readings: &'r [Reading], bound: bool) -> impl Iterator<Item = &'r Reading> {
    let words = readings.iter().filter(|r| !matches!(lexicon.class(r.sense), Class::Name | Class::Place));
    let fewest = words.map(|r| r.clitics.count()).min().unwrap_or(0);
    readings.iter().filter(move |r| r.clitics.count() <= fewest && !(bound && r.clitics.has(Clitics::PRONOUN)))
}

/// Whether a word by itself may tell of an event: alone, or with what stands around it.
pub(crate) fn may_tell(look: &Look<'_>) -> bool {
    let book = book();
    let roles = roles(look.lexicon, book);
    let role = |r: &Reading| roles.get(r.sense.index()).copied().unwrap_or_default();
    allowed(look.lexicon, look.readings, look.closed).map(role).any(|role| role.rule > 0 || role.mark.any(book.heads))
}

/// What a word by itself can be around events.
pub(crate) fn mark_of(look: &Look<'_>) -> Mark {
    let roles = roles(look.lexicon, book());
    let mark = |r: &Reading| roles.get(r.sense.index()).map_or(Mark(0), |role| role.mark);
    allowed(look.lexicon, look.readings, look.closed).fold(Mark(0), |all, r| all.or(mark(r)))
}

/// The role of every sense, once for all.
fn roles(lexicon: &'static Lexicon, book: &Book) -> &'static [Role] {
    static TABLE: OnceLock<Vec<Role>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![Role::default(); lexicon.sense_count()];
        for sense in lexicon.senses() {
            let name = lexicon.sense_name(sense);
            let Some((class, name)) = name.split_once(':') else { continue };
            let bare = match class {
                "event" => name,
                _ => match name.strip_prefix("event-") {
                    Some(bare) => bare,
                    None => continue,
                },
            };
            let rule = if class == "event" { 0 } else { book.by_sense(name).map_or(0, |i| i as u16 + 1) };
            if let Some(slot) = table.get_mut(sense.index()) {
                *slot = Role { mark: Mark::named(bare), rule };
            }
        }
        table
    })
}
