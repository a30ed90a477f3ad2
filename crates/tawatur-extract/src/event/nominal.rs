//! Arguments of verbal nouns and nouns of happening.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::party::{Parties, Party};
use super::rules::{Construct, Rule, Shape};
use super::trigger::Trigger;
use super::verb::Arguments;
use crate::clause::Tag;
use crate::phrase::Head;

/// Tokens behind protesters in which the object of their verb stands.
const DOERS_REACH: usize = 12;

impl Parties<'_, '_> {
    /// The arguments of a noun.
    pub(super) fn of_noun(&self, trigger: &Trigger, clause: TokenRange, sentence: TokenRange) -> Arguments {
        let end = trigger.object.map_or(trigger.tokens.end, |o| trigger.tokens.end.max(o + 1));
        let mut found = Arguments::default();
        if trigger.rule.doers {
            return self.of_doers(trigger, clause);
        }
        let behind = self.past_adjectives(trigger, end, clause.end, &mut found);
        if trigger.object.is_none() {
            self.construct(trigger, behind, clause, &mut found);
        } else if trigger.rule.object_is_target {
            found.target = trigger.object.and_then(|o| self.here(o, clause.end));
        } else if trigger.rule.of_object {
            found.target = trigger.object.and_then(|o| self.of_object(o, clause.end));
        } else if trigger.rule.shape == Shape::Go && !trigger.definite {
            // «نزول مئات العمال إلى الشوارع»
            found.actor = self.here(trigger.tokens.end, clause.end).filter(|p| self.is_person(p));
        }
        let after = found.target.or(found.actor).map_or(behind, |p| p.tokens.end.max(behind));
        // «احتجازه … للضغط على صديقه»: whom it befell the pronoun tells.
        let his = trigger.pronoun && trigger.masdar && trigger.rule.person && trigger.object.is_none();
        let apart = |p: &Party| his && p.tokens.start > trigger.tokens.end + 3;
        found.target = found.target.or_else(|| self.brought(trigger.rule, behind, clause.end).filter(|p| !apart(p)));
        // «هجوم أنقرة ضد المقاتلين»: the capital for its government.
        let governs = trigger.rule.construct == Construct::Actor && found.actor.is_none() && found.target.is_some();
        if governs && found.place.is_some_and(|p| p.tokens.start == behind) {
            found.actor = found.place.take();
        }
        let rule = trigger.rule;
        let mutual = rule.shape == Shape::Mutual || matches!(rule.kind.as_str(), "CONSULT" | "AGREE" | "COOPERATE");
        if mutual || rule.between {
            self.between(behind, clause.end, &mut found);
        }
        found.actor = found.actor.or_else(|| self.done_by(rule, after, clause.end));
        self.uttered(trigger, behind, clause, &mut found);
        if let Some((at, doer)) = self.who_did_it(behind, sentence.end) {
            found.target =
                found.target.or_else(|| self.brought(trigger.rule, doer.tokens.end.max(at + 1), sentence.end));
            found.actor = found.actor.or(Some(doer));
        }
        found.target = found.target.or_else(|| self.what_it_struck(trigger, behind, sentence.end));
        found.target = found.target.or_else(|| self.behind_its_verb(trigger, behind, sentence.end));
        found.actor = found.actor.or_else(|| self.who_claims_it(behind, sentence.end));
        match self.light(trigger, clause) {
            Some(light) => self.carried(trigger, &light, clause, &mut found),
            None => self.own_verb(behind, clause.end, &mut found),
        }
        self.together(trigger.rule, trigger.tokens.start, &mut found);
        self.struck(trigger, behind, clause, &mut found);
        found.actor = found.actor.filter(|p| !p.weapon);
        found.target =
            found.target.filter(|p| !p.weapon || trigger.rule.object_is_target || trigger.rule.mode == "seize");
        found
    }

    /// Protesters as the subject of any verb, with its object.
    fn of_doers(&self, trigger: &Trigger, clause: TokenRange) -> Arguments {
        let first = self.head_of(trigger.tokens.start, clause.start);
        let actor = self.here(first, clause.end).or_else(|| self.here(trigger.tokens.start, clause.end));
        let end = actor.map_or(trigger.tokens.end, |a| a.tokens.end);
        let object = self.behind(end, clause.end).filter(|p| p.tokens.start <= end + DOERS_REACH);
        let somebody = object.and_then(|p| self.whose(&p));
        let target = self.brought(trigger.rule, trigger.tokens.end, clause.end).or(somebody);
        Arguments { actor, target, light: trigger.does, more: object.map(|p| p.tokens), ..Arguments::default() }
    }

    /// Behind the adjectives of the noun; one of a country says who acts: «غارة أميركية».
    fn past_adjectives(&self, trigger: &Trigger, from: usize, limit: usize, found: &mut Arguments) -> usize {
        let tags = self.words.tags;
        let mut at = from;
        while at < limit && self.words.analysed.document.kind(at) == TokenKind::Word {
            let tag = tags.at(at);
            let fits = tag.any(Tag::ARTICLE) == trigger.definite || trigger.object.is_some();
            let how = Mark::SUICIDE.or(Mark::AIR).or(Mark::MISSILE).or(Mark::PHONE).or(Mark::PROTEST).or(Mark::ARMED);
            let how = how.or(Mark::ATTACKER);
            let described = self.words.is(at, how) && !tag.any(Tag::PLURAL) || tag.any(Tag::ADJECTIVE.or(Tag::NISBA));
            let shape = (tag.any(Tag::COMMON) || !tag.any(Tag::KNOWN)) && self.agrees(at, trigger, tag);
            // «زيارة قنصلية ل…»: of consuls, and no consulate.
            let kind = trigger.rule.place_befallen
                && tag.any(Tag::BODY)
                && self.words.analysed.document.word(at).ends_with("يه")
                && !tags.is(at + 1, Tag::ARTICLE.or(Tag::PLACE).or(Tag::NISBA));
            // «هجمات إرهابية»: behind a feminine or plural noun.
            // «إدانة دولية», «اتهامات جنائية», and not «إقالة هنية».
            let free = !trigger.masdar || !tag.any(Tag::NAME.or(Tag::NAME_BEGINS).or(Tag::NISBA)) && at == from;
            let feminine = free
                && !tag.any(Tag::ARTICLE.or(Tag::PLACE).or(Tag::BODY).or(Tag::TITLE).or(Tag::ORGANISATION))
                && self.words.analysed.document.word(at).ends_with("يه")
                && self.agrees_in_gender(trigger);
            if !(fits && (described || shape || kind || feminine))
                || self.words.is_preposition(at)
                || tag.any(Tag::JOINED.or(Tag::BI).or(Tag::LI))
                || tag.any(Tag::PLACE)
            {
                break;
            }
            if tag.any(Tag::NISBA) && is_done_by_states(trigger) {
                let tokens = TokenRange::new(at, at + 1);
                found.actor = Some(Party { agent: true, ..Party::new(tokens, tokens, Head::Place) });
            }
            at += 1;
        }
        at
    }

    /// A feminine word behind a feminine noun, or one in ي behind another: an adjective, unless it is known for a noun.
    fn agrees(&self, at: usize, trigger: &Trigger, tag: Tag) -> bool {
        let document = &self.words.analysed.document;
        let noun = Tag::BODY
            .or(Tag::TITLE)
            .or(Tag::PLACE)
            .or(Tag::PLACE_HEAD)
            .or(Tag::ORGANISATION)
            .or(Tag::NAME)
            .or(Tag::MASDAR);
        if tag.any(noun) || self.words.mark_of_all(at) != Mark(0) || trigger.masdar {
            return false;
        }
        let last = document.word(trigger.tokens.end - 1);
        let feminine = last.ends_with('ه') || last.ends_with("ات") || last.ends_with("ال");
        let word = document.word(at);
        let written = document.text_of(TokenRange::new(at, at + 1));
        feminine && written.ends_with('ة') || !feminine && word.ends_with('ي') && word.chars().nth(3).is_some()
    }

    /// Whether a feminine adjective can stand behind a noun: it is feminine or a plural.
    fn agrees_in_gender(&self, trigger: &Trigger) -> bool {
        let word = self.words.analysed.document.word(trigger.tokens.end - 1);
        word.ends_with('ه') || word.ends_with("ات") || self.words.tags.is(trigger.tokens.end - 1, Tag::PLURAL)
    }

    /// «ضرب زلزال تركيا»: the place that a disaster is said to strike or reach.
    fn struck(&self, trigger: &Trigger, at: usize, clause: TokenRange, found: &mut Arguments) {
        let tags = self.words.tags;
        if trigger.rule.kind != "DISASTER" || trigger.tokens.start == clause.start || found.place.is_some() {
            return;
        }
        if !is_finite(tags, trigger.tokens.start - 1) && self.words.verb_mark(trigger.tokens.start - 1) == Mark(0) {
            return;
        }
        let at = if tags.is(at, Tag::TO) { at + 1 } else { at };
        found.happened = true;
        // «تحاصرهم حرائق الغابات»: what burns.
        let burns = |p: &Party| trigger.rule.mode == "fire" && p.tokens.start == trigger.tokens.end && !p.place;
        let place = self.here(at, clause.end).filter(|p| p.place || p.head == Head::Place);
        found.place = place.filter(|p| !burns(p));
    }

    /// The noun that the trigger is in construct with: the very next words.
    fn construct(&self, trigger: &Trigger, at: usize, clause: TokenRange, found: &mut Arguments) {
        let tags = self.words.tags;
        // «إقالته الوزير», «قتله ثلاثة مدنيين»: the pronoun is of who did it.
        let his = trigger.pronoun && trigger.masdar && trigger.rule.person && at == trigger.tokens.end;
        if his && !self.words.is_preposition(at) && !tags.is(at, Tag::JOINED.or(Tag::TIME)) {
            let whom = self.here(at, clause.end);
            found.target =
                whom.filter(|p| self.is_person(p) && (p.counted || p.head == Head::Name || p.head == Head::Title));
            return;
        }
        // «إلقاء القبض على …»: whom, its own preposition brings.
        let led = trigger.tokens.len() > 1 && self.words.is_preposition(trigger.tokens.end - 1);
        if trigger.definite && !led
            || trigger.closed
            || trigger.pronoun
            || at > trigger.tokens.end
            || tags.is(at, Tag::JOINED.or(Tag::TIME))
        {
            return;
        }
        // «معركة "…"», «مناورات "…"»: what it is called.
        let called = trigger.rule.shape == Shape::Mutual || trigger.rule.kind == "COOPERATE";
        if called && self.words.analysed.document.kind(at) == TokenKind::Quote {
            return;
        }
        // «هجوم منسق»: one bare word that is a title otherwise describes what stands bare before it.
        let party = self.here(at, clause.end);
        let sort = |p: &Party| {
            let other = Tag::ARTICLE.or(Tag::PLURAL).or(Tag::NAME).or(Tag::PRONOUN_END);
            p.head == Head::Title && p.tokens.len() == 1 && !p.counted && !tags.is(p.tokens.start, other)
        };
        let fight = trigger.rule.kind == "ASSAULT" && !trigger.masdar && trigger.rule.construct == Construct::Actor;
        let party = party.filter(|p| !(fight && sort(p)));
        let nobody = trigger.masdar && trigger.rule.person && !party.is_some_and(|p| self.is_person(&p));
        let named = if nobody { self.bare_name(at, clause.end) } else { None };
        let Some(party) = named.or(party) else { return };
        let acts = trigger.rule.construct == Construct::Actor || !trigger.masdar && party.agent && !party.place;
        match trigger.rule.construct {
            Construct::Topic => {}
            // «زيارة السجون», «زيارة كندا»
            _ if trigger.rule.place_befallen
                && (party.place
                    || tags.is(party.name.start, Tag::PLACE_HEAD)
                    || self.is_thing(&party)
                    || !self.is_person(&party)) =>
            {
                found.target = Some(party)
            }
            // «حرائق الغابات»: what burns, and no place by that name.
            _ if party.place
                && !trigger.masdar
                && trigger.rule.kind == "DISASTER"
                && tags.is(party.name.start, Tag::COMMON) => {}
            _ if party.place && !trigger.masdar => found.place = Some(party),
            _ if acts => found.actor = Some(party),
            _ if party.weapon && trigger.rule.mode != "seize" => found.happened = true,
            // «إقالة الرئيس لوزيره»
            _ if trigger.masdar
                && self.is_person(&party)
                && self.befalls_li(trigger.rule, self.past_asides(party.tokens.end, clause.end), clause.end) =>
            {
                (found.actor, found.target) =
                    (Some(party), self.bound(self.past_asides(party.tokens.end, clause.end), clause.end));
            }
            // «اعتقال الشرطة في المدينة أربعة …»: forces arrest, and are not arrested.
            _ if trigger.masdar
                && !led
                && trigger.rule.mode == "arrest"
                && !party.counted
                && self.words.mark_of_all(party.name.start).any(Mark::AGENT)
                && self.behind(party.tokens.end, clause.end).is_some_and(|o| o.counted && !self.is_number(&o)) =>
            {
                (found.actor, found.target) = (Some(party), self.behind(party.tokens.end, clause.end));
            }
            // «قتل الجيش مدنيين»: the subject stands in construct, the object behind it.
            // «نهب المتمردين لرواتب الموظفين»: they did it, and not to somebody or something that can be struck.
            _ if trigger.masdar
                && party.agent
                && !party.counted
                && trigger.rule.physical
                && tags.all(party.tokens.end, Tag::LI.or(Tag::PRONOUN_END)) =>
            {
                (found.actor, found.target) = (Some(party), self.bound(party.tokens.end, clause.end));
            }
            _ if trigger.masdar && !led && party.agent && !party.counted => {
                // «قتل المسؤول السابق سالم …»: the name of the same man.
                let man = matches!(party.head, Head::Official | Head::Title);
                let name = |o: &Party| o.head == Head::Name || tags.is(o.name.start, Tag::NAME_BEGINS);
                let named = |o: &Party| name(o) && man;
                // «مقتل القيادي البارز كريم سعد»
                let whose = self.here(party.tokens.end, clause.end).filter(name);
                if let Some(name) = whose.filter(|_| !man && self.words.is_man(party.name.start)) {
                    found.target = Some(name);
                    return;
                }
                let object = self
                    .here(party.tokens.end, clause.end)
                    .filter(|o| !tags.is(party.tokens.end, Tag::JOINED) && !named(o) && !self.describes_force(o))
                    .filter(|o| !self.is_sort(o, &party))
                    // «حبس صحفيين اثنين»
                    .filter(|o| !self.is_number(o));
                // «قصف الطيران على القرى»
                let on = trigger.rule.physical && tags.is(party.tokens.end, Tag::ON);
                let struck = || self.here(party.tokens.end + 1, clause.end).filter(|o| on && self.is_physical(o));
                match object.or_else(struck) {
                    Some(object) => (found.actor, found.target) = (Some(party), Some(object)),
                    None => found.target = Some(party),
                }
            }
            _ => found.target = Some(party),
        }
    }

    /// «اثنين», «العشرات»: a number and nobody named with it.
    pub(super) fn is_number(&self, party: &Party) -> bool {
        party.name.iter().all(|i| self.words.tags.is(i, Tag::NUMBER) || self.words.is(i, Mark::QUANTITY))
    }

    /// «طرد التنظيم الإرهابي», «طرد مسلحي «الوحدات» الكردية»: an adjective of the force, and nobody.
    fn describes_force(&self, party: &Party) -> bool {
        let first = party.name.start;
        let word = self.words.analysed.document.word(first);
        let nisba = self.words.tags.is(first, Tag::NISBA) && !party.counted;
        party.name.len() == 1
            && self.words.tags.is(first, Tag::ARTICLE)
            && (self.words.is(first, Mark::ATTACKER) && word.ends_with('ي') || nisba && word.ends_with("يه"))
    }

    /// «مقتل قيادي متمرد», «مقتل قيادي حوثي»: of what kind he is.
    fn is_sort(&self, word: &Party, of: &Party) -> bool {
        let tags = self.words.tags;
        let bare = |i: usize| !tags.is(i, Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::NAME_BEGINS));
        word.tokens.start == of.tokens.end
            && word.tokens.len() == 1
            && bare(word.name.start)
            && bare(of.tokens.end - 1)
            && self.words.analysed.document.word(word.name.start).ends_with('ي')
    }

    /// «قصف المعارضة لأحياء»: a party behind ل that the event can befall.
    fn befalls_li(&self, rule: &Rule, at: usize, limit: usize) -> bool {
        let tag = self.words.tags.at(at);
        let noun = Tag::TITLE.or(Tag::NAME).or(Tag::BODY).or(Tag::PLACE).or(Tag::PLACE_HEAD);
        let party = || self.bound(at, limit);
        tag.any(Tag::LI)
            && !(at > 0 && self.words.is(at - 1, Mark::BELONGS))
            && !tag.any(Tag::MASDAR)
            && (rule.person && tag.any(noun) || rule.physical && party().is_some_and(|p| self.is_physical(&p)))
    }
}

/// Acts of violence and coercion that the adjective of a country tells the doer of.
fn is_done_by_states(trigger: &Trigger) -> bool {
    matches!(trigger.rule.kind.as_str(), "ASSAULT" | "SANCTION" | "COERCE")
        && trigger.rule.construct == Construct::Actor
        || trigger.rule.kind == "ASSAULT" && !trigger.masdar
}
