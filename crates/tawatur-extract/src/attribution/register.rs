//! Who has been named so far, so that a later short form can be told.

use tawatur_text::TokenRange;

use super::entity::{Entity, Words};
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

/// Most speakers that a short form is compared with: the latest ones.
const LATEST: usize = 64;

/// All who were named, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Register {
    entities: Vec<Entity>,
}

impl Register {
    pub(crate) fn get(&self, number: usize) -> Option<&Entity> {
        self.entities.get(number)
    }

    /// Enters a phrase, or finds the one that it speaks of again, and gives the number.
    pub(crate) fn enter(&mut self, reader: &Reader, phrase: &NounPhrase) -> usize {
        let new = Entity::new(reader, phrase);
        match self.find(&new) {
            Some(number) => {
                self.enrich(number, &new);
                number
            }
            None => {
                self.entities.push(new);
                self.entities.len() - 1
            }
        }
    }

    /// The numbers of those who were named of late, the last one first.
    pub(crate) fn latest(&self) -> impl Iterator<Item = usize> {
        (self.entities.len().saturating_sub(LATEST)..self.entities.len()).rev()
    }

    /// Notes the gender that a verb shows of its subject.
    pub(crate) fn shows(&mut self, number: usize, feminine: bool) {
        let known = self.entities.get_mut(number);
        let telling =
            |e: &&mut Entity| !e.phrase.plural && matches!(e.phrase.head, Head::Name | Head::Title | Head::Unknown);
        if let Some(entity) = known.filter(telling) {
            // «قال وزير الدولة» of a woman: the office is masculine, she may not be.
            if feminine || entity.phrase.head == Head::Name {
                entity.gender = Some(feminine);
            }
        }
    }

    /// The number of the entity that a phrase speaks of; none for a new one.
    fn find(&self, new: &Entity) -> Option<usize> {
        let first = self.entities.len().saturating_sub(LATEST);
        let recent = || self.entities.iter().enumerate().skip(first).rev();
        let number = |found: Option<(usize, &Entity)>| found.map(|(i, _)| i);
        let bare = new.phrase.head == Head::Unknown && new.title.count <= 2;
        if new.name.count > 0 || bare {
            let name = if new.name.count > 0 { &new.name } else { &new.title };
            let named = recent().find(|(_, e)| e.name.count > 0 && (name.within(&e.name) || e.name.within(name)));
            if named.is_some() {
                return number(named);
            }
            if bare {
                // «قال أندرو ماكيب ... وقال ماكيب»: the last word of a strange name of two words or more.
                let whole = |e: &Entity| e.phrase.head == Head::Unknown && (2..=4).contains(&e.title.count);
                let surname = |e: &Entity| name.count == 1 && name.first() == e.title.list().last().copied();
                return number(recent().find(|(_, e)| e.name.count == 0 && whole(e) && surname(e)));
            }
            // Somebody who had only an office so far is given a name.
            let nameless = |e: &Entity| {
                e.name.count == 0 && matches!(e.phrase.head, Head::Title | Head::Source) && new.title.count > 1
            };
            return number(recent().take(6).find(|(_, e)| nameless(e) && new.title.within(&e.title)));
        }
        if !new.phrase.definite && new.title.count < 2 {
            return None;
        }
        let same_kind = |e: &Entity| e.phrase.head == new.phrase.head;
        let exact = recent().find(|(_, e)| {
            let same_noun = new.title.first() == e.title.first();
            same_kind(e) && same_noun && new.title.within(&e.title) && (new.phrase.definite || e.name.count == 0)
        });
        if exact.is_none()
            && new.phrase.definite
            && new.nisba.count > 0
            && matches!(new.phrase.head, Head::Medium | Head::Agency)
        {
            // «الصحيفة الإسبانية» is the paper named before, unless that one is of another country.
            let noun = new.title.without(&new.nisba);
            let same =
                |e: &Entity| same_kind(e) && noun.count == 1 && e.title.first() == noun.first() && e.title.count > 1;
            return number(recent().find(|(_, e)| same(e)).filter(|(_, e)| e.nisba.count == 0));
        }
        if exact.is_some() || new.phrase.head != Head::Title || !new.phrase.definite {
            return number(exact);
        }
        if new.is_voice {
            return number(
                recent().find(|(_, e)| e.is_voice && e.name.count > 0 && new.title.speaks_for_same(&e.title)),
            );
        }
        if let Some(number) = self.office_in_full(new) {
            return Some(number);
        }
        // «وزير النقل الإيطالي» is «وزير النقل» of before, unless that one is of another country.
        number(recent().find(|(_, e)| {
            let words = new.title.without(&new.nisba);
            e.name.count > 0 && words.first() == e.title.first() && words.within(&e.title) && e.nisba.count == 0
        }))
    }

    /// «مدير المرصد السوري لحقوق الإنسان» is «مدير المرصد سامي الخطيب» of before, where that observatory has been named in full.
    fn office_in_full(&self, new: &Entity) -> Option<usize> {
        let first = self.entities.len().saturating_sub(LATEST);
        let recent = || self.entities.iter().enumerate().skip(first).rev();
        let (office, body) = new.title.list().split_first()?;
        let named = recent().any(|(_, e)| e.phrase.head == Head::Body && e.title.list() == body);
        let short = |e: &Entity| matches!(e.title.list(), [o, b] if o == office && Some(b) == body.first());
        recent().find(|(_, e)| named && body.len() > 1 && e.name.count > 0 && short(e)).map(|(i, _)| i)
    }

    fn enrich(&mut self, number: usize, new: &Entity) {
        let Some(known) = self.entities.get_mut(number) else { return };
        known.mentions += 1;
        if new.name.count > known.name.count {
            known.name = new.name;
            known.phrase.name = new.phrase.name;
            if known.phrase.head == Head::Name {
                known.phrase.tokens = new.phrase.tokens;
            }
        }
        if new.title.count > known.title.count && new.phrase.head != Head::Unknown && new.name.count > 0
            || known.title.count == 0
        {
            known.title = new.title;
            known.nisba = new.nisba;
            known.phrase.title = new.phrase.title;
            known.phrase.feminine |= new.phrase.feminine;
            if known.phrase.head == Head::Name && new.phrase.head == Head::Title {
                known.phrase.head = Head::Title;
            }
        }
        if known.phrase.owner.is_empty() && !new.phrase.owner.is_empty() {
            known.phrase.owner = new.phrase.owner;
            known.phrase.tokens = new.phrase.tokens;
        }
        // «الشرطة الكندية» written out is the better name for «#الشرطة_الكندية».
        let plainer = new.title.count == known.title.count && new.phrase.tokens.len() == new.title.count;
        if new.name.count == 0 && known.name.count == 0 && plainer && known.phrase.tokens.len() > known.title.count {
            known.phrase = new.phrase;
        }
        let longer = new.phrase.tokens.len() > known.phrase.tokens.len() && !plainer;
        if new.name.count == 0 && known.name.count == 0 && longer {
            known.phrase = new.phrase;
            known.title = new.title;
        }
    }

    /// The body whose first noun this definite noun repeats: الوزارة, الوكالة.
    pub(crate) fn same_noun(&self, reader: &Reader, phrase: &NounPhrase) -> Option<usize> {
        let wanted = Words::of(reader, phrase.tokens).first()?;
        let first = self.entities.len().saturating_sub(LATEST);
        let recent = self.entities.iter().enumerate().skip(first);
        let fitting = recent.filter(|(_, e)| {
            let more = e.title.count > 1 || e.name.count > 0;
            e.title.first() == Some(wanted) && more && e.phrase.tokens.start != phrase.tokens.start
        });
        // A body is the one named last; of people with one office, the one that is spoken of most.
        let person = phrase.head == Head::Title;
        fitting.max_by_key(|(i, e)| (if person { e.mentions } else { 0 }, *i)).map(|(i, _)| i)
    }

    /// Whether a phrase speaks of one who was named before.
    pub(crate) fn knows(&self, reader: &Reader, phrase: &NounPhrase) -> bool {
        phrase.tokens.len() > 1 && self.find(&Entity::new(reader, phrase)).is_some()
    }

    /// Whether a general word with its adjectives may be meant for an entity: no adjective tells of another one.
    pub(crate) fn may_be(&self, reader: &Reader, number: usize, phrase: &NounPhrase) -> bool {
        let Some(entity) = self.get(number) else { return false };
        let adjective = |t: &usize| reader.tag(*t).any(Tag::NISBA.or(Tag::ADJECTIVE)) && !reader.tag(*t).any(Tag::SAME);
        let behind = TokenRange::new(phrase.tokens.start + 1, phrase.tokens.end);
        let own = Words::of_those(reader, behind, adjective);
        let agrees = entity.phrase.feminine == phrase.feminine;
        agrees && own.list().iter().all(|w| entity.title.list().contains(w))
    }

    /// Whether all these words are of the name of one who was named before.
    pub(crate) fn knows_name(&self, reader: &Reader, run: TokenRange) -> bool {
        let words = Words::of(reader, run);
        let first = self.entities.len().saturating_sub(LATEST);
        self.entities.iter().skip(first).any(|e| e.name.count > 0 && words.within(&e.name))
    }
}
