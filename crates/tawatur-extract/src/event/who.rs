//! What a party is: people, a body, a thing that can be struck.

use tawatur_text::TokenRange;

use super::mark::Mark;
use super::party::{Parties, Party};
use crate::clause::Tag;
use crate::phrase::Head;

impl Parties<'_, '_> {
    /// Whether a party is people, a place, or a thing that can be struck.
    pub(super) fn is_physical(&self, party: &Party) -> bool {
        let first = party.name.start;
        let lexicon = self.words.analysed.lexicon();
        let thing = |n: &str| {
            matches!(n, "noun:building" | "noun:vehicle") || n.starts_with("noun:place-") || n.starts_with("noun:body-")
        };
        let struck = Mark::SITE
            .or(Mark::STRUCTURE)
            .or(Mark::VESSEL)
            .or(Mark::WAY)
            .or(Mark::TROOPS)
            .or(Mark::AGENT)
            .or(Mark::WEAPON)
            .or(Mark::ARMS);
        self.is_person_strictly(party)
            || party.place
            || matches!(party.head, Head::Place)
            || self.words.mark_of_all(first).any(struck)
            || self.words.tags.is(first, Tag::PLACE.or(Tag::ORGANISATION))
            || self.words.analysed.readings(first).iter().any(|r| thing(lexicon.sense_name(r.sense)))
    }

    /// A place or building, and not the people in it: «السجون», «مراكز».
    pub(super) fn is_thing(&self, party: &Party) -> bool {
        let first = party.name.start;
        let lexicon = self.words.analysed.lexicon();
        let building = |n: &str| n == "noun:building" || n.starts_with("noun:place-");
        !self.is_somebody(party)
            && (self.words.mark_of_all(first).any(Mark::SITE.or(Mark::PRISON))
                || self.words.tags.is(first, Tag::PLACE_HEAD)
                || self.words.analysed.readings(first).iter().any(|r| building(lexicon.sense_name(r.sense))))
    }

    /// As `is_person`, but a known noun with a name in it is not one by that: «قضية فلان».
    fn is_person_strictly(&self, party: &Party) -> bool {
        let tags = self.words.tags;
        let first = party.name.start;
        let noun =
            tags.all(first, Tag::KNOWN.or(Tag::COMMON)) && !tags.is(first, Tag::NAME.or(Tag::TITLE).or(Tag::NISBA));
        let thing = noun && party.head == Head::Unknown && !party.counted && !party.agent && !self.is_men(first);
        let people = self.words.mark_of_all(first).any(Mark::PEOPLE);
        self.is_person(party) && (!thing || people || tags.is(first, Tag::PLURAL))
    }

    pub(super) fn is_men_of(&self, party: &Party) -> bool {
        self.is_men(party.name.start)
    }

    /// Whether a party is somebody who can be told from others: a person, a body, a force.
    pub(super) fn is_somebody(&self, party: &Party) -> bool {
        matches!(party.head, Head::Title | Head::Name | Head::Body | Head::Official | Head::Agency)
            || party.agent
            || self.words.tags.is(party.name.start, Tag::NAME_BEGINS)
            || party.name.iter().any(|i| self.words.tags.is(i, Tag::NAME) && !self.words.tags.is(i, Tag::COMMON))
    }

    /// Whether a party is people, or a body of people.
    pub(super) fn is_person(&self, party: &Party) -> bool {
        let tags = self.words.tags;
        let (first, last) = (party.name.start, party.name.end.saturating_sub(1));
        let lexicon = self.words.analysed.lexicon();
        let person = |i: usize| {
            let readings = self.words.analysed.readings(i).iter();
            readings
                .map(|r| lexicon.sense_name(r.sense))
                .any(|n| matches!(n, "noun:person" | "noun:militant" | "noun:protester"))
        };
        // «إصابة فلان», «تعرض العميل»: a happening, whoever is named in it.
        // «حركة طرد منسقة»: an adjective.
        let word = self.words.analysed.document.word(first);
        let unknown = !tags.is(first, Tag::KNOWN.or(Tag::ARTICLE).or(Tag::NAME).or(Tag::NAME_BEGINS)) && !party.counted;
        if unknown && word.ends_with('ه') && party.name.len() == 1 && first > 0 && tags.is(first - 1, Tag::MASDAR) {
            return false;
        }
        let happening =
            tags.is(first, Tag::MASDAR) && !tags.is(first, Tag::ARTICLE) && !person(first) && !party.counted;
        if happening && party.head == Head::Unknown {
            return false;
        }
        matches!(party.head, Head::Title | Head::Name | Head::Body | Head::Official)
            || party.counted
            || party.agent
            || party.name.iter().any(|i| tags.is(i, Tag::NAME))
            || self.words.mark_of_all(first).any(Mark::PEOPLE)
            || self.is_men(first)
            || tags.is(first, Tag::NISBA.or(Tag::ONE_OF))
            || {
                let word = self.words.analysed.document.word(first);
                // «العلمانيين», «المتشددون»: with the article, whether the lexicon knows them or not.
                let participle = ["المت", "المن", "المس"].iter().any(|p| word.starts_with(p));
                let many = word.ends_with("يين") || word.ends_with("يون") || participle;
                (word.ends_with("ون") || word.ends_with("ين"))
                    && (tags.is(first, Tag::PLURAL) && !self.is_broken_plural(first)
                        || tags.is(first, Tag::ARTICLE) && many && word.chars().nth(6).is_some())
            }
            || !tags.is(last, Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE))
            || person(first)
    }

    /// «قوانين», «عناوين»: the letters of the plural are of the word itself.
    fn is_broken_plural(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let mut plurals = self.words.analysed.readings(at).iter().filter(|r| r.form.is_plural()).peekable();
        plurals.peek().is_some() && plurals.all(|r| lexicon.entry(r.entry).lemma.ends_with("ين"))
    }

    /// Whether something tells that a party is people, a body or a state: its head, its form, or a name in it.
    pub(super) fn is_doer(&self, party: &Party) -> bool {
        let tags = self.words.tags;
        let first = party.name.start;
        let word = self.words.analysed.document.word(first);
        // «… أو أميركية مباغتة تستهدف»: an adjective without its noun.
        let adjective =
            tags.is(first, Tag::NISBA) && word.ends_with("يه") && !tags.is(first, Tag::ARTICLE) && !party.counted;
        // «وآخرها التي …»: the last of them.
        let last = self.words.is_other(first) && tags.is(first, Tag::PRONOUN_END);
        if (adjective || last) && party.head == Head::Unknown {
            return false;
        }
        party.head.is_known()
            || party.agent
            || party.counted
            || self.is_men(first)
            || self.words.mark_of_all(first).any(Mark::PEOPLE.or(Mark::AGENT).or(Mark::GROUP).or(Mark::QUANTITY))
            || tags.is(first, Tag::PERSON.or(Tag::NISBA).or(Tag::ONE_OF).or(Tag::NAME).or(Tag::TITLE).or(Tag::BODY))
            || word.ends_with("ون")
            || word.ends_with("ين")
            || tags.is(first, Tag::PLURAL)
            || party.name.iter().any(|i| tags.is(i, Tag::NAME_BEGINS))
    }

    pub(super) fn is_men(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let men = |n: &str| matches!(n, "noun:person" | "noun:militant" | "noun:protester");
        self.words.is(at, Mark::ATTACKER.or(Mark::PROTESTER))
            || self.words.analysed.readings(at).iter().any(|r| men(lexicon.sense_name(r.sense)))
    }

    /// Whether the words are in the accusative, as no subject is: «أشخاصا».
    pub(super) fn is_accusative(&self, party: &Party) -> bool {
        let first = party.name.start;
        let document = &self.words.analysed.document;
        let written = document.text_of(TokenRange::new(first, first + 1));
        let form = self.words.analysed.readings(first).iter().any(|r| r.form.is_accusative());
        // «اتهمت … العملاء الخمسة المسلحين»: an adjective in the accusative.
        let definite =
            |i: &usize| self.words.tags.is(*i, Tag::ARTICLE) && !self.words.tags.is(*i, Tag::NAME.or(Tag::PLACE));
        let oblique = party.name.iter().take_while(definite).any(|i| {
            let word = document.word(i);
            let known = self.words.tags.is(i, Tag::PLURAL.or(Tag::NISBA))
                || self.words.is(i, Mark::ATTACKER.or(Mark::PROTESTER));
            known && word.ends_with("ين") && word.chars().nth(5).is_some()
        });
        let place = party.place || self.words.tags.is(first, Tag::PLACE);
        !party.counted
            && !place
            && (oblique
                || written.ends_with("اً")
                || written.ends_with("ًا")
                || form && document.word(first).ends_with('ا'))
    }
}
