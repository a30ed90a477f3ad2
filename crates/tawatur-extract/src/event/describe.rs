//! What goes on with a noun phrase: adjectives, and what nothing can stand in construct with.

use super::mark::Mark;
use super::marks::Words;
use crate::clause::Tag;

impl Words<'_, '_> {
    /// An adjective with the article behind a definite noun.
    pub(super) fn describes(self, at: usize, tag: Tag, start: usize) -> bool {
        if tag.any(Tag::NISBA) || self.is(at, Mark::ORIGIN) && self.tags.is(start, Tag::PLURAL) {
            return true;
        }
        if self.tags.is(start, Tag::PLACE.or(Tag::ORGANISATION)) && !self.tags.is(start, Tag::PLACE_HEAD.or(Tag::BODY))
        {
            return false;
        }
        if tag.any(Tag::ADJECTIVE.or(Tag::MODIFIER)) || self.is_of_rule(at) {
            return true;
        }
        let noun = Tag::BODY
            .or(Tag::PLACE_HEAD)
            .or(Tag::TITLE)
            .or(Tag::ORGANISATION)
            .or(Tag::OFFICIAL)
            .or(Tag::MASDAR)
            .or(Tag::PLACE)
            .or(Tag::NAME);
        // «القوات الأجنبية»: a woman from abroad, too.
        let forces = self.mark_of_all(start).any(Mark::AGENT) && self.analysed.document.word(at).ends_with("يه");
        if forces && !tag.any(noun) {
            return true;
        }
        // «المنظمات الحقوقية», «الأزمة السياسية»: of a thing, no woman.
        let things = self.analysed.document.word(at - 1).ends_with("ات") && !self.is_man(at - 1);
        let other = Tag::BODY.or(Tag::PLACE_HEAD).or(Tag::ORGANISATION).or(Tag::PLACE).or(Tag::NAME).or(Tag::MASDAR);
        if things && self.analysed.document.word(at).ends_with("يه") && !tag.any(other) {
            return true;
        }
        if tag.any(noun) || self.is(at, Mark::AGENT.or(Mark::ATTACKER).or(Mark::PROTESTER)) || self.is_counted(at) {
            return false;
        }
        let (word, before) = (self.analysed.document.word(at), self.analysed.document.word(at - 1));
        let head = self.analysed.document.word(start);
        let nisba = ["ي", "يه", "يين", "يون", "يات"].iter().any(|e| word.ends_with(e)) && word.chars().nth(5).is_some();
        let feminine = |w: &str| w.ends_with('ه') || w.ends_with("ات");
        let plural = |w: &str| w.ends_with("ون") || w.ends_with("ين");
        // «عناصر الجماعة المتواجدين»
        let many =
            plural(word) && self.tags.is(start, Tag::PLURAL) && !tag.any(Tag::KNOWN.or(Tag::TITLE)) && at > start + 1;
        nisba
            || many
            || plural(word) && (plural(head) || plural(before))
            || word.ends_with('ه')
                && (feminine(head) || feminine(before) || self.tags.is(start, Tag::PLURAL) && !plural(head))
            || self.is(at, Mark::ARMED.or(Mark::SUICIDE).or(Mark::AIR))
    }

    /// «الحزب الحاكم», «المجلس العسكري»: behind a body, no man by himself.
    fn is_of_rule(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let rules = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense) == "title:governor";
        let sort = self.analysed.document.word(at).ends_with('ي') && self.is_counted(at);
        self.tags.is(at - 1, Tag::BODY)
            && !self.analysed.document.word(at - 1).ends_with(['ه', 'ا'])
            && (sort || self.analysed.readings(at).iter().any(rules))
            && !self.tags.is(at + 1, Tag::NAME.or(Tag::NAME_BEGINS))
    }

    /// An indefinite adjective behind an indefinite noun that can govern none: «مسلحون مجهولون», «جنديا عراقيا».
    pub(super) fn describes_bare(self, at: usize, tag: Tag, start: usize) -> bool {
        let before = self.analysed.document.word(at - 1);
        let word = self.analysed.document.word(at);
        if self.tags.is(at - 1, Tag::ARTICLE.or(Tag::PRONOUN_END))
            || self.tags.is(start, Tag::PLACE.or(Tag::NAME)) && !self.tags.is(start, Tag::PLACE_HEAD)
        {
            return false;
        }
        // «مهاجم انتحاري», «متطرف يميني»: of a man, an adjective in ي.
        let sort = word.ends_with('ي')
            && word.chars().nth(4).is_some()
            && !tag.any(Tag::NAME_BEGINS.or(Tag::NAME_GOES_ON).or(Tag::PRONOUN_END).or(Tag::PLURAL))
            && !before.ends_with('ا');
        if self.is(at - 1, Mark::ATTACKER) && at == start + 1 && (self.is(at, Mark::SUICIDE) || sort)
            || self.is(at, Mark::ORIGIN) && self.tags.is(start, Tag::PLURAL)
        {
            return true;
        }
        let same = |e: &str| word.ends_with(e) && before.ends_with(e);
        // «متظاهرون معارضون»
        let agrees = same("ون") || same("ين") || same("ان");
        if tag.any(Tag::TITLE.or(Tag::BODY).or(Tag::PLACE)) && !tag.any(Tag::NISBA.or(Tag::ADJECTIVE)) {
            // «متظاهرون معارضون للحكومة»: with whom they oppose behind it, no title.
            let of = self.tags.is(at + 1, Tag::LI) && !tag.any(Tag::PLACE);
            return agrees && (of || !tag.any(Tag::TITLE.or(Tag::PLACE)));
        }
        agrees
            || same("ا") && (tag.any(Tag::NISBA.or(Tag::ADJECTIVE)) || word.ends_with("يا") || word.starts_with('م'))
            || tag.any(Tag::NISBA.or(Tag::ADJECTIVE)) && !word.ends_with('ا')
    }

    /// «منظمي …», «ضحايا …»: a bare noun of people, which what stands behind it belongs to.
    pub(super) fn is_people_of(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        let bare = !tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::VERB).or(Tag::SAY)) && !self.is_preposition(at);
        bare && (self.is_man(at)
            || tag.any(Tag::TITLE.or(Tag::PERSON))
            || self.analysed.document.word(at).ends_with('ي'))
            && self.mark(at) == Mark(0)
    }

    pub(super) fn is_man(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed
            .readings(at)
            .iter()
            .any(|r| matches!(lexicon.sense_name(r.sense), "noun:person" | "noun:militant"))
    }

    /// «عناصر قوات الأمن»: a force that men belong to.
    pub(super) fn is_force(self, at: usize) -> bool {
        let body = self.tags.is(at, Tag::BODY) || self.mark_of_all(at).any(Mark::AGENT);
        body && !self.analysed.document.word(at).ends_with('ا')
    }

    pub(super) fn is_counted(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed.readings(at).iter().any(|r| {
            matches!(lexicon.sense_name(r.sense), "noun:person" | "noun:building" | "noun:vehicle" | "noun:militant")
        })
    }

    /// Whether nothing can stand in construct with this word: article, pronoun, ن of the plural, accusative alef.
    pub(super) fn is_closed(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        tag.any(Tag::ARTICLE)
            || tag.any(Tag::PRONOUN_END) && !self.is_construct_plural(at)
            || self.cannot_govern(at)
            || tag.any(Tag::NAME) && !tag.any(Tag::COMMON)
    }

    /// «سجون», «قوانين»: the ن is of the word itself, which has more letters than what stands before the ending.
    fn is_broken(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let letters = self.analysed.document.word(at).chars().count();
        let mut plurals = self.analysed.readings(at).iter().filter(|r| r.form.is_plural()).peekable();
        plurals.peek().is_some() && plurals.all(|r| lexicon.entry(r.entry).lemma.chars().count() + 2 > letters)
    }

    /// «مسلحي حزب …», «مقاتلي الجبهة»: many, whose ن is dropped.
    fn is_construct_plural(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let mut readings = self.analysed.readings(at).iter();
        let governs = |r: &tawatur_lexicon::Reading| {
            r.form.is_plural() && r.clitics.is_empty() && !lexicon.entry(r.entry).lemma.ends_with('ي')
        };
        self.analysed.document.word(at).ends_with('ي') && readings.any(governs)
    }

    /// «وزيرا خارجية البلدين», «حركتا فتح وحماس»: two, whose ن is dropped before what they are in construct with.
    fn is_construct_of_two(self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        let next = self.tags.at(at + 1);
        let man = self.tags.is(at, Tag::TITLE.or(Tag::PERSON));
        let genitive = next.any(Tag::ARTICLE.or(Tag::COMMON).or(Tag::NOUN));
        let other = Tag::TIME.or(Tag::JOINED).or(Tag::LI).or(Tag::BI).or(Tag::NISBA).or(Tag::ADJECTIVE);
        let verbal = next.any(Tag::VERB.or(Tag::SAY).or(Tag::NAME_BEGINS));
        let two = |r: &tawatur_lexicon::Reading| {
            r.form.is_dual() && word.ends_with("تا") || r.form.is_accusative() && man && genitive && !verbal
        };
        word.ends_with('ا')
            && self.analysed.document.kind(at + 1) == tawatur_text::TokenKind::Word
            && !next.any(other)
            && !self.is_preposition(at + 1)
            && !self.analysed.document.word(at + 1).ends_with('ا')
            && self.analysed.readings(at).iter().any(two)
    }

    pub(super) fn cannot_govern(self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        if self.is_construct_of_two(at) {
            return false;
        }
        let long = word.chars().nth(3).is_some();
        let dual = word.ends_with("ان") && self.analysed.readings(at).iter().any(|r| r.form.is_dual());
        let plural = (word.ends_with("ون") || word.ends_with("ين") || dual)
            && (self.tags.is(at, Tag::PLURAL) || self.analysed.segment(at).stem.is_noun());
        let plural = plural && !self.is_broken(at);
        let sure = self.tags.is(at, Tag::PLURAL)
            || word.ends_with("يين")
            || word.ends_with("يون")
            || self.is(at, Mark::AGENT.or(Mark::ATTACKER).or(Mark::PROTESTER));
        long && (plural && sure || word.ends_with('ا') && !word.ends_with("يا"))
            || word.ends_with("يا") && self.tags.is(at, Tag::NISBA)
            || self.is(at, Mark::ATTACKER.or(Mark::PROTESTER)) && !word.ends_with('و') && !self.is_construct_plural(at)
    }
}
