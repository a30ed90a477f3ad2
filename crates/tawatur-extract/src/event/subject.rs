//! The subject of a verb in front of it, and the object behind its subject.

use tawatur_lexicon::Class;
use tawatur_text::{TokenKind, TokenRange};

use super::clause::{PREPOSITIONS, around, is_finite};
use super::mark::Mark;
use super::party::{Parties, Party};
use super::rules::Shape;
use super::trigger::Trigger;
use super::verb::{Arguments, is_reflexive};
use crate::clause::Tag;
use crate::phrase::Head;

/// Tokens before a joined verb in which the verb that it is joined to stands.
const CARRIED: usize = 30;
/// Tokens of a subject between a comma and its verb.
const AFTER_COMMA: usize = 7;
/// Verbs joined to one another through which a subject is carried on.
const VERBS: usize = 3;

impl Parties<'_, '_> {
    /// The object behind a subject: not a phrase that belongs to it, and not behind another clause.
    pub(super) fn object_behind(&self, trigger: &Trigger, subject: &Party, clause: TokenRange) -> Option<Party> {
        if trigger.pronoun {
            return None;
        }
        // «سالم القاضي أحد قادة …»: who he is.
        let man = matches!(subject.head, Head::Name | Head::Title);
        // «كريم سعد ابن عم الرئيس»: with no pronoun of his, so he himself.
        let named = subject.name.iter().any(|i| self.words.tags.is(i, Tag::NAME_BEGINS));
        if man && named && self.is_kin_of_another(subject.tokens.end, clause.end) {
            return None;
        }
        if man && self.words.tags.is(subject.tokens.end, Tag::ONE_OF) {
            return None;
        }
        let at = self.past_apposition(subject, clause.end);
        let at = self.past_joined(at, subject, clause.end);
        let at = self.past_description(at, clause.end);
        // «قتل 32 رجلا وأربعة نساء»: the second is joined to the first, and no object.
        let joined = |p: &Party| {
            let tag = self.words.tags.at(p.tokens.start);
            tag.any(Tag::JOINED) && tag.any(Tag::NUMBER)
        };
        // «تحاكم فتيات لا تتجاوز أعمارهن»: the subject of the verb that describes.
        let described = at > subject.tokens.end + 1;
        let own = |p: &Party| described && self.own_subject(Some(*p));
        // «اثنان من المقربين لفلان»: whose they are.
        let of = |p: &Party| self.words.tags.is(p.tokens.start, Tag::LI);
        self.behind(at, clause.end)
            .filter(|p| !is_reflexive(self, p) && !joined(p) && !own(p) && !of(p) && !self.is_number(p))
    }

    /// «ابن عم الرئيس», «شقيق الوزير», and not «ابن عمه».
    fn is_kin_of_another(&self, at: usize, limit: usize) -> bool {
        let kin = self.words.analysed.readings(at).iter().any(|r| {
            let entry = self.words.analysed.entry(r);
            entry.feature("kind") == Some("kin")
        });
        let his = |p: Party| p.tokens.iter().any(|i| self.words.tags.is(i, Tag::PRONOUN_END));
        kin && self.here(at, limit).is_some_and(|p| !his(p))
    }

    /// «رفضت فرنسا وألمانيا المقترح»: behind those who are joined to the subject.
    fn past_joined(&self, at: usize, subject: &Party, limit: usize) -> usize {
        if !self.is_somebody(subject) && !subject.place || !self.words.tags.is(at, Tag::JOINED) {
            return at;
        }
        let other = self.after_and(at, limit).filter(|p| {
            let named = Tag::PLACE.or(Tag::ORGANISATION).or(Tag::ARTICLE).or(Tag::NAME_BEGINS);
            p.tokens.end > at && self.words.tags.is(at, named) && !is_finite(self.words.tags, at)
        });
        other.map_or(at, |p| p.tokens.end)
    }

    /// «نبيل …، المتحدث باسم …، »: an office between commas says who the subject is.
    pub(super) fn past_apposition(&self, subject: &Party, limit: usize) -> usize {
        let (end, kind) = (subject.tokens.end, |i: usize| self.words.analysed.document.kind(i));
        if kind(end) != TokenKind::Comma || subject.head != Head::Name && subject.head != Head::Title {
            return end;
        }
        let office = self.here(end + 1, limit).filter(|p| p.head == Head::Title);
        let closing = |p: &Party| (p.tokens.end..limit.min(p.tokens.end + 6)).find(|i| kind(*i) == TokenKind::Comma);
        office.and_then(|p| closing(&p)).unwrap_or(end)
    }

    /// Behind «من تنظيم …» and a verb that describes an indefinite subject: «مسلحون يرتدون زيا … خمسة».
    pub(super) fn past_description(&self, at: usize, limit: usize) -> usize {
        let tag = self.words.tags.at(at);
        // «مسؤول بإحدى الجمعيات»
        if tag.all(Tag::BI.or(Tag::ONE_OF)) {
            return self.here(at + 1, limit).map_or(at, |p| p.tokens.end);
        }
        if tag.any(Tag::FROM) && !tag.any(Tag::WITH_PRONOUN) {
            return self.here(at + 1, limit).map_or(at, |p| p.tokens.end);
        }
        // «شخص موال لتنظيم … المتطرف أربعة أشخاص»: an adjective of the subject's last word.
        if tag.any(Tag::ARTICLE) && self.words.tags.is(at + 1, Tag::NUMBER) && !self.words.is_preposition(at + 1) {
            return at + 1;
        }
        if (is_finite(self.words.tags, at) || self.words.describes_by_verb(at, tag)) && !tag.any(Tag::JOINED) {
            return self.here(at + 1, limit).map_or(at, |p| p.tokens.end);
        }
        at
    }

    /// A subject in front of the verb: the phrase at the head of the clause, or an indefinite antecedent right before.
    pub(super) fn subject_before(&self, verb: usize, clause: TokenRange) -> Option<Party> {
        let tags = self.words.tags;
        if tags.is(verb, Tag::JOINED) {
            return None;
        }
        if clause.start > 0 && tags.is(clause.start - 1, Tag::RELATIVE) && self.is_near(clause.start, verb) {
            // «ميليشيا … المدعومة من إيران والتي تسيطر»: of something farther back.
            if self.words.analysed.document.word(clause.start - 1).starts_with('و') {
                return None;
            }
            let sentence = self.words.analysed.document.sentence_of(verb);
            let from = self.words.analysed.document.sentences().get(sentence).map_or(0, |s| s.start);
            // «مقاتلي … المدعوم من تركيا الذين»: of many, not of the state named last.
            let many = self.words.analysed.document.word(clause.start - 1) == "الذين";
            return self
                .ending(from, clause.start - 1)
                .filter(|p| !(many && p.place || p.name.iter().all(|i| tags.is(i, Tag::NUMBER))))
                .filter(|p| !self.is_of_other_gender(p, clause.start - 1))
                .map(|p| self.last_named(p, many));
        }
        // «…، وهو يندد»: of whom the sentence is about, and not of what stands right before.
        if verb > clause.start && tags.all(verb - 1, Tag::HE.or(Tag::JOINED)) {
            return None;
        }
        if verb > clause.start && tags.is(verb - 1, Tag::HE) {
            return self.ending(clause.start.saturating_sub(8), verb - 1);
        }
        // «بين الشرطة ومتظاهرين كانوا يحتجون»
        if verb > clause.start + 1 && tags.is(verb - 1, Tag::BE) && self.antecedent(verb - 1, clause).is_some() {
            return self.antecedent(verb - 1, clause);
        }
        let head = self.at_head(verb, clause);
        // «… لديه وثائق تدين النظام»: he is no subject of a feminine verb that something else stands right before.
        let man = |p: &Party| {
            p.head == Head::Title
                && !self.words.analysed.document.word(p.tokens.start).ends_with('ه')
                && !tags.is(p.tokens.start, Tag::PLURAL)
        };
        if head.as_ref().is_some_and(man)
            && self.is_feminine_verb(verb)
            && !self.is_plural_verb(verb)
            && let Some(thing) = self.antecedent(verb, clause)
        {
            return Some(thing);
        }
        head.or_else(|| self.antecedent(verb, clause)).or_else(|| self.after_comma(verb, clause))
    }

    /// «…، والحرس الوطني يهدد …»: the subject that a comma and «و» open a clause with.
    fn after_comma(&self, verb: usize, clause: TokenRange) -> Option<Party> {
        let kind = |i: usize| self.words.analysed.document.kind(i);
        let from = clause.start.max(verb.saturating_sub(AFTER_COMMA));
        let comma = (from..verb).rev().find(|i| kind(*i) == TokenKind::Comma)?;
        self.after_and(comma + 1, verb).filter(|p| p.tokens.end == verb && self.is_person(p))
    }

    /// «أفكار الانفتاح الاقتصادي التي …»: one word of a man, or of what he is like, is not what «التي» goes back to.
    fn is_of_other_gender(&self, party: &Party, relative: usize) -> bool {
        let document = &self.words.analysed.document;
        let hers = document.word(relative).ends_with("التي");
        hers && party.name.len() == 1
            && self.words.tags.is(party.name.start, Tag::ARTICLE)
            && document.word(party.name.start).ends_with('ي')
    }

    /// «نائبين للمدير السابق سالم القاضي الذي …»: of one, and so of the one named last.
    fn last_named(&self, party: Party, many: bool) -> Party {
        let tags = self.words.tags;
        let begins = |i: &usize| tags.is(*i, Tag::NAME_BEGINS) && *i > party.name.start;
        let named = (party.name.start..party.name.end).rev().find(begins);
        // «في عهد المدير سالم القاضي الذي …»: the word before him is nobody.
        let thing = party.head == Head::Unknown
            && !tags.is(party.name.start, Tag::ARTICLE)
            && !self.is_men(party.name.start)
            && !self
                .words
                .mark_of_all(party.name.start)
                .any(Mark::AGENT.or(Mark::PEOPLE).or(Mark::GROUP).or(Mark::ATTACKER));
        match named.filter(|_| !many && (thing || tags.is(party.name.start, Tag::PLURAL))) {
            Some(start) => Party { name: TokenRange::new(start, party.name.end), ..party },
            None => party,
        }
    }

    /// Whether no word of a phrase is definite.
    pub(super) fn is_indefinite(&self, party: &Party) -> bool {
        let definite = Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::PLACE).or(Tag::NAME);
        !party.name.iter().any(|i| self.words.tags.is(i, definite))
    }

    /// «داهمت قوة … واعتدت على …»: who acts in a verb joined to another is the subject of that one.
    ///
    /// Only where the verb cannot be a passive: a plural, a verb with a preposition, with a pronoun or with its object.
    pub(super) fn carried_on(&self, trigger: &Trigger, found: &Arguments, sentence: TokenRange) -> Option<Party> {
        let words = self.words;
        let verb = trigger.tokens.start;
        let act = matches!(trigger.rule.shape, Shape::Act | Shape::ActOnly | Shape::Go);
        let object = found.target.is_some_and(|t| self.is_accusative(&t));
        let antecedent = trigger.pronoun && found.target.is_some_and(|t| t.tokens.end <= verb);
        let sure = trigger.plural || trigger.rule.shape == Shape::Go || trigger.pronoun || trigger.object.is_some();
        if !act || trigger.passive || !(words.tags.is(verb, Tag::JOINED) && (sure || object) || antecedent) {
            return None;
        }
        let told = |i: &usize| is_finite(words.tags, *i) && !words.tags.is(*i, Tag::BE.or(Tag::QAD));
        for prior in (sentence.start..verb).rev().take(CARRIED).filter(told).take(VERBS) {
            if !trigger.plural && self.is_feminine_verb(prior) != self.is_feminine_verb(verb) {
                return None;
            }
            let clause = around(words.analysed, words.tags, prior, sentence);
            let plural = self.is_plural_verb(prior);
            // Behind a plural verb, or «وهو يحمل», stands its object; its subject may be carried on, too.
            let he = prior.checked_sub(1).is_some_and(|b| words.tags.is(b, Tag::HE));
            // «سيسحب قوات بلاده ووافق …»: a feminine noun is no subject of his verb.
            let other = |p: &Party| {
                let word = words.analysed.document.word(p.name.start);
                let hers = (word.ends_with("ات") || word.ends_with('ه')) && !p.counted && !self.is_men(p.name.start);
                hers && p.head != Head::Name && p.head != Head::Title && !self.is_feminine_verb(prior)
            };
            // «صدم بسيارته ثلاثة جنود فأصابهم»: behind what he did it with stands whom it befell.
            let his = self.is_with_his(prior + 1);
            let behind =
                || self.behind(prior + 1, verb.min(clause.end)).filter(|p| !plural && !he && !his && !other(p));
            // «اقتحمت قوة … واختطفت رئيس … وأطلقت»: behind the joined verb in between stands whom it befell.
            let befalls = words.tags.is(prior, Tag::JOINED) && self.takes_object(prior);
            match self.subject_before(prior, clause).or_else(|| behind().filter(|_| !befalls)) {
                None if plural && trigger.plural || befalls => continue,
                subject => {
                    let same = |s: &Party| found.target.is_some_and(|t| t.name.start == s.name.start);
                    return subject.filter(|s| {
                        self.is_person(s) && !self.is_nobody(s) && !s.place && !self.is_accusative(s) && !same(s)
                    });
                }
            }
        }
        None
    }

    /// Whether a verb tells of an event that befalls somebody.
    fn takes_object(&self, at: usize) -> bool {
        let act = |shape: Shape| matches!(shape, Shape::Act | Shape::ActOnly);
        self.words
            .readings(at)
            .any(|r| self.words.book.numbered(self.words.role(r).rule).is_some_and(|r| act(r.shape) && r.needs_target))
    }

    fn is_plural_verb(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let mut verbs = self.words.analysed.readings(at).iter().filter(|r| lexicon.class(r.sense) == Class::Verb);
        verbs.any(|r| r.form.is_plural() || r.form.is_dual())
    }

    fn is_feminine_verb(&self, at: usize) -> bool {
        let lexicon = self.words.analysed.lexicon();
        let mut verbs = self.words.analysed.readings(at).iter().filter(|r| lexicon.class(r.sense) == Class::Verb);
        verbs.any(|r| r.form.is_feminine())
    }

    /// The indefinite noun that a verb right behind it describes: «مسلحون هاجموا …».
    pub(super) fn antecedent(&self, verb: usize, clause: TokenRange) -> Option<Party> {
        let kind = |i: usize| self.words.analysed.document.kind(i);
        // «رجال أمن «اختطفوا» …»
        let quoted = verb > 1 && kind(verb - 1) == TokenKind::Quote && kind(verb + 1) == TokenKind::Quote;
        let end = if quoted { verb - 1 } else { verb };
        let adjacent = end > 0 && kind(end - 1) == TokenKind::Word;
        // «بعد شهر واحد اغتيل …»: a number alone is nobody here.
        let number = |p: &Party| p.name.iter().all(|i| self.words.tags.is(i, Tag::NUMBER));
        if !adjacent {
            return None;
        }
        let party = self.ending(clause.start, end).filter(|p| !number(p) && self.goes_with(p, verb))?;
        if !self.is_indefinite(&party) {
            return self.joined_to(&party, clause.start).filter(|_| self.is_plural_verb(verb));
        }
        // «200 مسلح ونحو 50 جنديا قتلوا»: the first of those who are joined.
        let mut start = party.tokens.start;
        let and = |i: usize| self.words.analysed.document.word(i).starts_with('و');
        let counts = |i: usize| and(i) && self.is_bound(self.words.analysed.readings(i));
        let about = start > clause.start && counts(start - 1);
        start -= usize::from(about);
        let joined = party.counted && (about || counts(start) || self.words.tags.is(start, Tag::JOINED));
        let first = if joined { self.ending(clause.start, start).filter(|p| p.counted) } else { None };
        Some(first.unwrap_or(party))
    }

    /// «في واقعة منفصلة استهدف …»: a feminine noun is no subject of a masculine verb, unless a pronoun takes it up.
    fn goes_with(&self, party: &Party, verb: usize) -> bool {
        let document = &self.words.analysed.document;
        let first = party.name.start;
        let feminine = document.word(first).ends_with('ه') && !party.counted && !self.is_men(first);
        let readings = self.words.analysed.readings(verb).iter();
        let resumed = readings.clone().any(|r| r.clitics.has(tawatur_lexicon::Clitics::PRONOUN))
            || self.words.tags.is(verb + 1, Tag::WITH_PRONOUN);
        let bound = party.tokens.start > 0 && self.words.tags.is(party.tokens.start - 1, Tag::IN);
        !(feminine && bound && !resumed && !self.is_feminine_verb(verb) && !self.is_plural_verb(verb))
    }

    /// «مجموعات من الأهالي ومناصريهم احتشدوا»: the people that a definite noun is joined to.
    fn joined_to(&self, party: &Party, from: usize) -> Option<Party> {
        let start = party.tokens.start;
        if !self.words.tags.is(start, Tag::JOINED) {
            return None;
        }
        let group = |p: &Party| {
            let first = p.tokens.start;
            let of = first > from + 1 && self.words.tags.is(first - 1, Tag::FROM);
            let head = if of { first - 2 } else { first };
            p.counted || self.words.is(head, Mark::GROUP.or(Mark::QUANTITY))
        };
        self.ending(from, start).filter(group)
    }

    pub(super) fn is_near(&self, start: usize, verb: usize) -> bool {
        !(start..verb).any(|i| is_finite(self.words.tags, i) && !self.words.tags.is(i, Tag::BE.or(Tag::QAD)))
    }

    pub(super) fn at_head(&self, verb: usize, clause: TokenRange) -> Option<Party> {
        let tags = self.words.tags;
        let kind = |i: usize| self.words.analysed.document.kind(i);
        let mut start = (clause.start..verb).find(|i| matches!(kind(*i), TokenKind::Word | TokenKind::Number))?;
        while start < verb && tags.is(start, Tag::BE.or(Tag::ALSO)) {
            start += 1;
        }
        // «وبالفعل اتفقا …»
        let bound = tags.all(start, Tag::BI.or(Tag::ARTICLE));
        if (tags.is(start, PREPOSITIONS.or(Tag::SIDE)) || bound) && !tags.is(start, Tag::NAME) {
            let comma = (start..verb).find(|i| kind(*i) == TokenKind::Comma)?;
            start = comma + 1;
        }
        start = self.past_asides(start, verb);
        if start >= verb || is_finite(tags, start) || tags.is(start, Tag::SIDE) {
            return None;
        }
        let party = self.here(start, verb)?;
        // «انتحاريا يقود سيارة فجر نفسه»: the first verb describes.
        let definite =
            party.name.iter().any(|i| tags.is(i, Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::NAME).or(Tag::PLACE)));
        let described = is_finite(tags, party.tokens.end) && !definite;
        let from = party.tokens.end + usize::from(described && party.tokens.end < verb);
        let clear = (from.min(verb)..verb).all(|i| {
            let opens = self.words.is(i, Mark::OPENS);
            // «أحد أعضائها قتل في غارة استهدفت …»: he did not strike.
            let other = i == party.tokens.end && i < verb && definite && self.words.is_event_verb(i);
            (!is_finite(tags, i) || tags.is(i, Tag::BE.or(Tag::QAD))) && !tags.is(i, Tag::NOT) && !opens && !other
        });
        (clear && party.head != Head::Document).then_some(party)
    }
}
