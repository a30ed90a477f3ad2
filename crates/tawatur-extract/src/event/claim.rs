//! Whether a word that can tell of an event tells of one here.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::party::Party;
use super::read::Reader;
use super::rules::Shape;
use super::scene::ARMS;
use super::trigger::Trigger;
use super::verb::Arguments;
use crate::clause::Tag;
use crate::phrase::Head;

impl Reader<'_, '_> {
    /// Whether the trigger tells of nothing here, whoever its parties are.
    pub(super) fn tells_of_none(&self, trigger: &Trigger, clause: TokenRange, sentence: TokenRange, scene: u8) -> bool {
        let rule = trigger.rule;
        let led = trigger.tokens.start.checked_sub(1).is_some_and(|b| self.words.is(b, Mark::HEAD));
        if trigger.purpose && !led && !rule.as_purpose {
            let light = self.parties.light(trigger, clause);
            if !light.is_some_and(|l| l.mark.any(Mark::UNDERGO)) {
                return true;
            }
        }
        let state = rule.lasting && trigger.verb && trigger.present && !trigger.future;
        state
            || trigger.object.is_some_and(|o| self.words.is(o + 1, rule.without_mark()))
            || self.is_figure_of_speech(trigger)
            || rule.harm && self.is_accident(sentence, scene)
            || rule.played && self.is_sports()
    }

    /// The parties that can be of such an event; nothing where they show that none is told.
    pub(super) fn fitting(&self, trigger: &Trigger, mut found: Arguments, scene: u8) -> Option<Arguments> {
        let rule = trigger.rule;
        if rule.by_people && found.actor.as_ref().is_some_and(|a| !self.parties.is_person(a)) {
            if trigger.verb {
                return None;
            }
            found.actor = None;
        }
        if rule.physical && found.target.as_ref().is_some_and(|t| !self.parties.is_physical(t)) {
            if trigger.verb || trigger.masdar {
                return None;
            }
            found.target = None;
        }
        if rule.to_place && found.target.is_some_and(|t| t.place || t.head == Head::Place) {
            found.place = found.place.or(found.target.take());
        }
        // «طرد روسيا دبلوماسيين», «إعفاء كندا من الرسوم»: a state is nobody who is driven out or dismissed.
        if rule.person && found.target.is_some_and(|t| t.place && !t.counted) {
            return None;
        }
        let body = |p: &Party| matches!(p.head, Head::Body | Head::Agency) && !p.counted;
        if rule.men && found.target.as_ref().is_some_and(body)
            || rule.holder
                && found
                    .target
                    .is_some_and(|t| !matches!(t.head, Head::Title | Head::Name | Head::Official | Head::Body))
        {
            return None;
        }
        let from = |p: &Party| {
            self.layers.tags.is(p.tokens.end, Tag::FROM) && self.words.is(p.tokens.end + 1, rule.not_from_mark())
        };
        if found.target.as_ref().is_some_and(from) || self.is_of_two_men(trigger, &found) {
            return None;
        }
        let abstracted = |p: &Party| self.words.is(p.name.start, Mark::ABSTRACT);
        let of_words = rule.in_words && trigger.verb && self.is_in_words(&found);
        let nobody = rule.to_somebody && !self.is_to_somebody(&found);
        let standing = rule.beside_arms && !self.is_fallen(&found, scene);
        let told = trigger.verb && found.actor.as_ref().or(found.target.as_ref()).is_some_and(|p| self.is_happening(p));
        let violent = matches!(rule.kind.as_str(), "ASSAULT" | "COERCE");
        let unreal = violent && found.target.as_ref().is_some_and(abstracted);
        (!of_words && !nobody && !standing && !told && !unreal).then_some(found)
    }

    /// «هاجم السياسي وسائل الإعلام»: what one named man attacks, he mostly attacks in words. «تستهدف الحكومة إدراج
    /// حصص»: an aim, and no attack.
    fn is_in_words(&self, found: &Arguments) -> bool {
        let named = |p: &Party| matches!(p.head, Head::Name | Head::Title) && !p.counted && !p.agent;
        let tags = self.layers.tags;
        let aims =
            |p: &Party| tags.is(p.tokens.end, Tag::MASDAR) && !tags.is(p.tokens.end, Tag::ARTICLE.or(Tag::JOINED));
        found.target.as_ref().is_some_and(aims) || found.actor.as_ref().is_some_and(named)
    }

    /// «معركة بين الوزير ورجل الأعمال»: two men named fight in words.
    fn is_of_two_men(&self, trigger: &Trigger, found: &Arguments) -> bool {
        let man = |p: Option<Party>| p.is_some_and(|p| matches!(p.head, Head::Title | Head::Name) && !p.counted);
        let fight = trigger.rule.shape == Shape::Mutual && trigger.rule.kind == "ASSAULT" && !trigger.verb;
        fight && man(found.actor) && (man(found.target) || found.target.is_none_or(|t| t.head == Head::Unknown))
    }

    /// «المستشفى استقبل جرحى» is no meeting.
    fn is_to_somebody(&self, found: &Arguments) -> bool {
        let someone = |p: &Party| {
            matches!(p.head, Head::Title | Head::Name | Head::Place | Head::Body | Head::Official) || p.counted
        };
        !found.actor.as_ref().is_some_and(|p| p.head == Head::Body) || found.target.as_ref().is_some_and(someone)
    }

    /// «معركة انتخابية», «انفجار سكاني».
    pub(super) fn is_figure_of_speech(&self, trigger: &Trigger) -> bool {
        let end = trigger.tokens.end;
        !trigger.verb
            && (end..end + 3)
                .take_while(|i| {
                    self.layers.analysed.document.kind(*i) == TokenKind::Word && !self.words.is_preposition(*i)
                })
                .any(|i| self.words.is(i, Mark::FIGURATIVE))
    }

    /// Whether the clause ties the trigger to the world: a party, or that it happened at a place or time.
    pub(super) fn is_claimed(&self, trigger: &Trigger, found: &Arguments, place: bool, time: bool) -> bool {
        let rule = trigger.rule;
        let (actor, target) = (found.actor.is_some(), found.target.is_some());
        let light = found.light.map_or(Mark(0), |l| self.words.mark(l));
        // «قتلهم», «تم خطفهما»: whom, the pronoun tells.
        let pronoun = trigger.pronoun
            && (trigger.verb && actor
                || trigger.masdar && !rule.illness && light.any(Mark::OCCUR.or(Mark::DO).or(Mark::PERFORM)));
        if rule.needs_actor && !actor && !light.any(Mark::UNDERGO) || rule.needs_target && !target && !pronoun {
            return false;
        }
        if rule.person && !pronoun && !found.target.as_ref().is_some_and(|t| self.parties.is_person(t)) {
            let attempted = !trigger.verb && !rule.needs_target && actor;
            return attempted;
        }
        let among = rule.target_mark();
        if among != Mark(0) && !found.target.as_ref().is_some_and(|t| self.words.mark_of_all(t.name.start).any(among)) {
            return false;
        }
        let carried = found.light.is_some();
        // «سيول» is a city before it is a flood, save where a verb that is none of saying has it for a subject.
        let at = trigger.tokens.start;
        let acted = at
            .checked_sub(1)
            .is_some_and(|b| is_finite(self.layers.tags, b) && !self.layers.tags.is(b, Tag::SAY.or(Tag::BE)));
        let named = !trigger.verb && trigger.tokens.len() == 1 && self.layers.tags.is(at, Tag::PLACE) && !acted;
        let bare = rule.carried || named || rule.noun_carried && !trigger.verb;
        if bare && !carried {
            return false;
        }
        let shot = trigger.verb && trigger.object.is_some() && rule.kind == "ASSAULT";
        actor || target || pronoun || shot || self.is_told(trigger, found, place, time)
    }

    /// A bare noun is told of where it happened at a place or time.
    pub(super) fn is_told(&self, trigger: &Trigger, found: &Arguments, place: bool, time: bool) -> bool {
        let tells = Mark::OCCUR.or(Mark::CAUSE).or(Mark::WITNESS).or(Mark::DO).or(Mark::UNDERGO).or(Mark::GO_ON);
        let happened = found.happened || found.light.is_some_and(|l| self.words.mark(l).any(tells));
        trigger.object.is_some() && !trigger.verb && place || happened && (place || time) || place && time
    }

    /// «استشهد الكاتب بالمثل»: only men, counted men, or somebody named beside arms fall.
    pub(super) fn is_fallen(&self, found: &Arguments, scene: u8) -> bool {
        found.target.as_ref().is_some_and(|t| t.counted || scene & ARMS != 0 && self.parties.is_person(t))
    }

    /// «استهدف الهجوم …», «اجتاحت سيول …»: the subject is the event, read by itself.
    pub(super) fn is_happening(&self, party: &Party) -> bool {
        let lexicon = self.layers.analysed.lexicon();
        self.words.readings(party.name.start).any(|r| {
            lexicon.class(r.sense) == tawatur_lexicon::Class::Noun
                && self.words.role(r).rule > 0
                && !self.layers.analysed.entry(r).features.contains("masdar")
        })
    }
}
