//! Whether a word that can tell of an event tells of one here.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::party::Party;
use super::read::Reader;
use super::rules::{Construct, Shape};
use super::scene::ARMS;
use super::trigger::Trigger;
use super::verb::Arguments;
use crate::clause::Tag;
use crate::phrase::Head;

/// Verbs of states and men, of which no flood is the subject.
const WORDS: Mark = Mark::WISH.or(Mark::ORDER).or(Mark::INTEND).or(Mark::DENY).or(Mark::ANNOUNCE).or(Mark::PREVENT);

/// What people do who protest in the open.
pub(super) const STREETS: Mark = Mark::GATHER
    .or(Mark::PROTESTER)
    .or(Mark::WALK)
    .or(Mark::SLOGAN)
    .or(Mark::STREET)
    .or(Mark::MARCH)
    .or(Mark::QUANTITY)
    .or(Mark::CLOSE)
    .or(Mark::DEMONSTRATE);

/// Newspapers, channels and agencies.
const MEDIA: Tag = Tag::CARRIER.or(Tag::OUTLET).or(Tag::MEDIA);

/// Who can be dispersed.
const CROWD: Mark = Mark::PROTESTER.or(Mark::PEOPLE).or(Mark::GROUP).or(Mark::DEMONSTRATE).or(Mark::MARCH);

/// Tokens around a trigger in which a word bears on what it tells of.
pub(super) const AROUND: usize = 12;

impl Reader<'_, '_> {
    /// Whether the trigger tells of nothing here, whoever its parties are.
    pub(super) fn tells_of_none(&self, trigger: &Trigger, clause: TokenRange, sentence: TokenRange, scene: u8) -> bool {
        let rule = trigger.rule;
        // «عمليات لخطف»; «حملتها لطرد …» is of an aim.
        let led = trigger.tokens.start.checked_sub(1).is_some_and(|b| {
            self.words.is(b, Mark::HEAD) && !self.layers.tags.is(b, Tag::PRONOUN_END.or(Tag::ARTICLE))
        });
        if trigger.purpose && !led && !rule.as_purpose {
            let light = self.parties.light(trigger, clause);
            // «يتعرض لضغوط للاستقالة»: what he undergoes is named before.
            let taken =
                |l: super::light::Light| (l.at + 1..trigger.tokens.start).any(|i| self.layers.tags.is(i, Tag::LI));
            if !light.is_some_and(|l| l.mark.any(Mark::UNDERGO) && !taken(l)) {
                return true;
            }
        }
        let state = rule.lasting && trigger.verb && trigger.present && !trigger.future;
        state
            || rule.not_in && trigger.verb && self.layers.tags.is(trigger.tokens.end, Tag::IN)
            || rule.with_bi && trigger.verb && !self.says_with_what(trigger, clause)
            || self.is_opinion(trigger, clause)
            || self.is_student(trigger, clause)
            || self.is_only_why(trigger, sentence)
            || self.is_adjective(trigger)
            || self.is_of_a_place(trigger)
            || self.is_habit(trigger, clause)
            || self.is_about_else(trigger, clause)
            || trigger.object.is_some_and(|o| self.words.is(o + 1, rule.without_mark()))
            || self.is_figure_of_speech(trigger)
            || self.is_rally(trigger, sentence)
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
        found.actor = found.actor.filter(|a| !self.parties.is_nobody(a));
        // «مؤتمر دولي», «إدانة دولية»: what sort of one.
        let sort = |p: &Party| !trigger.verb && self.parties.is_sort_of(p, trigger.tokens.end, trigger.masdar);
        found.actor = found.actor.filter(|a| !sort(a));
        found.target = found.target.filter(|t| !sort(t));
        // «الحرب التي دمرت المدينة»: what destroys is told by itself, if it is nobody.
        if rule.harm && rule.mode == "destroy" && found.actor.as_ref().is_some_and(|a| !self.parties.is_person(a)) {
            found.actor = None;
        }
        // «يحمل كلاشنيكوف ويطلق النار»: nobody that is known for one.
        if rule.by_people && found.actor.as_ref().is_some_and(|a| !self.parties.is_doer(a)) {
            found.actor = None;
        }
        if rule.physical && found.target.as_ref().is_some_and(|t| !self.parties.is_physical(t)) {
            if trigger.verb || trigger.masdar {
                return None;
            }
            found.target = None;
        }
        // «دمرت كل أسلحتها»: by its own will.
        let arms = |t: Party| t.weapon || self.words.mark_of_all(t.name.start).any(Mark::ARMS);
        let own = |t: Party| arms(t) && t.name.iter().any(|i| self.layers.tags.is(i, Tag::PRONOUN_END));
        if rule.harm && rule.mode == "destroy" && trigger.verb && found.actor.is_some() && found.target.is_some_and(own)
        {
            return None;
        }
        // «تنقطع المياه»: what is cut off cuts nothing off.
        if rule.kind == "SERVICE" && found.actor.as_ref().is_some_and(|a| !self.parties.is_person(a)) {
            let thing = found.actor.take();
            found.target = found.target.or(thing);
        }
        // «تحاكم فتيات لا تتجاوز أعمارهن …»: whom it befalls stands behind a verb that its writing does not tell from the active.
        let plain =
            |p: Party| self.parties.is_men_of(&p) && !p.agent && !self.words.mark_of_all(p.name.start).any(Mark::AGENT);
        if rule.mode == "investigate"
            && trigger.verb
            && found.actor.is_some_and(plain)
            && !found.target.is_some_and(|t| self.parties.is_somebody(&t) || plain(t))
        {
            found.target = found.actor.take();
        }
        if rule.to_place && found.target.is_some_and(|t| t.place || t.head == Head::Place) {
            found.place = found.place.or(found.target.take());
        }
        // «طرد روسيا دبلوماسيين», «إعفاء كندا من الرسوم»: a state is nobody who is driven out or dismissed.
        if rule.person && found.target.is_some_and(|t| t.place && !t.counted) {
            return None;
        }
        let himself = found.actor.is_some_and(|a| found.target.is_some_and(|t| t.name.start == a.name.start));
        if rule.kind == "DISASTER" || himself {
            found.actor = None;
        }
        // «أجرت الصحيفة لقاء مع …»: an interview.
        let lexicon = self.layers.analysed.lexicon();
        let house = |p: Party| {
            let readings = self.layers.analysed.readings(p.name.start).iter();
            readings.map(|r| lexicon.sense_name(r.sense)).any(|n| matches!(n, "noun:building" | "noun:body-hospital"))
        };
        if rule.to_somebody && found.actor.is_some_and(house) {
            return None;
        }
        // «يقضي سالم عقوبة بالسجن»: he serves it.
        let serves = rule.mode == "convict" && trigger.verb && trigger.object.is_some();
        if serves && found.target.is_none() && found.actor.is_some_and(|a| a.head == Head::Name) {
            return None;
        }
        let asked = found.light.is_some_and(|l| self.layers.tags.is(l + 1, MEDIA));
        if rule.kind == "CONSULT" && asked {
            return None;
        }
        if rule.kind == "CONSULT"
            && found.actor.is_some_and(|a| a.head == Head::Agency || self.layers.tags.is(a.name.start, MEDIA))
        {
            return None;
        }
        let body = |p: &Party| matches!(p.head, Head::Body | Head::Agency) && !p.counted;
        // «طرد مشبوه»: a parcel.
        let thing = |p: &Party| {
            let first = p.name.start;
            let soft = |r: &tawatur_lexicon::Reading| self.layers.analysed.entry(r).feature("soft").is_some();
            !p.counted
                && !self.layers.tags.is(first, Tag::ARTICLE.or(Tag::PLURAL))
                && (!self.parties.is_doer(p) && !self.layers.tags.is(first, Tag::KNOWN)
                    || self.layers.analysed.readings(first).iter().any(soft))
        };
        if rule.men && found.target.as_ref().is_some_and(|t| body(t) || thing(t))
            || rule.holder
                && found
                    .target
                    .is_some_and(|t| !matches!(t.head, Head::Title | Head::Name | Head::Official | Head::Body))
        {
            return None;
        }
        let gathered = |t: &Party| {
            t.counted || self.parties.is_men_of(t) || self.words.mark_of_all(t.name.start).any(CROWD) || self.is_many(t)
        };
        if rule.crowd && !found.target.as_ref().is_some_and(gathered) {
            return None;
        }
        // «تحتج المعارضة على الانتخابات»: in words, where nobody is said to gather and no place is told.
        let at = trigger.tokens.start;
        let streets = || (at.saturating_sub(AROUND)..at + AROUND).any(|i| i != at && self.words.is(i, STREETS));
        let body = |a: Party| matches!(a.head, Head::Body | Head::Title | Head::Name) && !a.counted;
        if rule.not_states && trigger.verb && found.actor.is_some_and(body) && found.target.is_some() && !streets() {
            return None;
        }
        if rule.not_states && found.actor.is_some_and(|a| a.place || a.head == Head::Official || a.head == Head::Place)
        {
            return None;
        }
        // «قال السفير إنه احتج على الطرد»
        let he = trigger.tokens.start.checked_sub(1).is_some_and(|b| self.words.is_that_he(b));
        if rule.not_states && trigger.verb && he && found.actor.is_none() && found.target.is_some() && !streets() {
            return None;
        }
        // «وقعت عملية الدهس خلال يوم غضب»: what is done protests nowhere.
        let deed = |p: &Party| {
            let first = p.name.start;
            p.head == Head::Unknown && self.words.is(first, Mark::HEAD) && !self.words.is(first, Mark::AGENT)
        };
        if rule.kind == "PROTEST" && found.actor.as_ref().is_some_and(deed) {
            return None;
        }
        // «أوقفت القناة سالم القاضي مذيع النشرة عن العمل»: who he is may stand between.
        let post = |i: usize| self.layers.tags.is(i, Tag::ABOUT) && self.words.is(i + 1, Mark::POST);
        let word = |i: &usize| self.layers.analysed.document.kind(*i) == TokenKind::Word;
        let far = |p: &Party| (p.tokens.end..p.tokens.end + AROUND).take_while(word).any(post);
        let about = |p: &Party| rule.not_about && (self.layers.tags.is(p.tokens.end, Tag::ABOUT) || far(p));
        if found.target.as_ref().is_some_and(about) {
            return None;
        }
        // «احتشد أفراد من الشرطة»: forces gather for no protest.
        let forces = |p: Party| p.tokens.iter().any(|i| self.words.is(i, Mark::AGENT));
        if rule.kind == "PROTEST"
            && (rule.far || rule.not_near.iter().any(|n| n == "polls"))
            && found.actor.is_some_and(forces)
        {
            return None;
        }
        // «قضت المحكمة بإعدام أربعة»: a sentence.
        let at = trigger.tokens.start;
        let sentenced = |i: usize| self.words.verb_mark(i).any(Mark::SENTENCE);
        if rule.mode == "execute" && self.layers.tags.is(at, Tag::BI) && (at.saturating_sub(4)..at).any(sentenced) {
            return None;
        }
        let other = rule.not_from_mark();
        let from = |p: &Party| {
            let end = p.tokens.end;
            let levied = |i: usize| {
                self.layers.tags.is(i, Tag::FROM) && (self.words.is(i + 1, other) || self.words.is(i + 2, other))
            };
            other != Mark(0) && (end..end + AROUND).any(levied)
        };
        if found.target.as_ref().is_some_and(from) || self.is_of_two_men(trigger, &found) {
            return None;
        }
        if rule.launched && found.target.is_none() && self.is_trial(trigger) {
            return None;
        }
        // «تدريب يستهدف العاملين»: an aim, where nobody does it and no arms are named.
        if rule.strikes
            && trigger.verb
            && trigger.present
            && !trigger.plural
            && found.actor.is_none()
            && scene & ARMS == 0
            && !self.words.tells(trigger.tokens.start.saturating_sub(1))
        {
            return None;
        }
        if rule.strikes && trigger.verb && scene & ARMS == 0 && self.is_of_policy(&found) {
            return None;
        }
        let abstracted = |p: &Party| self.words.is(p.name.start, Mark::ABSTRACT);
        let of_words = rule.in_words && trigger.verb && self.is_in_words(&found);
        let of_words = of_words || self.is_assault_in_words(trigger, &found);
        let nobody = rule.to_somebody && !self.is_to_somebody(&found);
        // «يستشهد الخبراء على ذلك ب…»
        let cites = |t: Party| self.layers.tags.is(t.tokens.end, Tag::ON);
        let standing = rule.beside_arms && (!self.is_fallen(&found, scene) || found.target.is_some_and(cites));
        let told = trigger.verb && found.actor.as_ref().or(found.target.as_ref()).is_some_and(|p| self.is_happening(p));
        let violent = matches!(rule.kind.as_str(), "ASSAULT" | "COERCE");
        let unreal = violent && found.target.as_ref().is_some_and(abstracted);
        (!of_words && !nobody && !standing && !told && !unreal).then_some(found)
    }

    /// «المشاركين», «الغاضبين»: people by the form of the word.
    fn is_many(&self, party: &Party) -> bool {
        let word = self.layers.analysed.document.word(party.name.start);
        self.layers.tags.is(party.name.start, Tag::ARTICLE) && (word.ends_with("ين") || word.ends_with("ون"))
    }

    /// «هاجم السياسي وسائل الإعلام»: what one named man attacks, he mostly attacks in words. «تستهدف الحكومة إدراج
    /// حصص»: an aim, and no attack.
    fn is_in_words(&self, found: &Arguments) -> bool {
        let named = |p: &Party| matches!(p.head, Head::Name | Head::Title) && !p.counted && !p.agent;
        let tags = self.layers.tags;
        let aims = |p: &Party| {
            tags.is(p.tokens.end, Tag::MASDAR)
                && !tags.is(p.tokens.end, Tag::ARTICLE.or(Tag::JOINED).or(Tag::LI).or(Tag::BI))
        };
        found.target.as_ref().is_some_and(aims) || found.actor.as_ref().is_some_and(named)
    }

    /// «شن البعض هجوما على المغنية سلمى»: somebody named is attacked by no arms and by nobody who bears them.
    fn is_assault_in_words(&self, trigger: &Trigger, found: &Arguments) -> bool {
        let named =
            |p: Party| matches!(p.head, Head::Name | Head::Title) && !p.counted && !p.agent && !p.name.is_empty();
        let launched = found.light.is_some_and(|l| self.words.mark(l).any(Mark::DO));
        let armed = || {
            let start = trigger.tokens.start;
            let around = start.saturating_sub(AROUND)..start + AROUND;
            let arms = Mark::SHOT
                .or(Mark::WEAPON)
                .or(Mark::AIR)
                .or(Mark::MISSILE)
                .or(Mark::ARMED)
                .or(Mark::SUICIDE)
                .or(Mark::ATTACKER);
            around.into_iter().any(|i| self.words.is(i, arms))
        };
        // «هجمات الرئيس على أنصار …»: an official's are in words.
        let official = |a: Party| {
            a.head == Head::Title && !a.counted && !a.agent && !self.layers.tags.is(a.name.start, Tag::PLURAL)
        };
        let noun = trigger.rule.played && trigger.rule.kind == "ASSAULT" && !trigger.verb;
        let told = noun && !launched && trigger.rule.construct == Construct::Actor;
        if told && found.actor.is_some_and(official) && !armed() {
            return true;
        }
        noun && launched
            && found.target.is_some_and(named)
            && !found.actor.is_some_and(|a| a.agent || a.place)
            && !armed()
    }

    /// «استهدفت الوزارة هيئة النشر»: an office aims at a body by its measures, where no arms are named.
    fn is_of_policy(&self, found: &Arguments) -> bool {
        let arms = Mark::AGENT.or(Mark::ATTACKER).or(Mark::TROOPS).or(Mark::WEAPON).or(Mark::AIR).or(Mark::VESSEL);
        let body = |p: Party| matches!(p.head, Head::Body | Head::Official | Head::Title) && !p.counted && !p.place;
        let arms = arms.or(Mark::GROUP);
        let office = |p: Party| body(p) && !p.name.iter().any(|i| self.words.mark_of_all(i).any(arms));
        found.actor.is_some_and(office) && found.target.is_some_and(|t| office(t) && !self.parties.is_thing(&t))
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

    /// Whether the clause ties the trigger to the world: a party, or that it happened at a place or time.
    pub(super) fn is_claimed(&self, trigger: &Trigger, found: &Arguments, place: bool, time: bool) -> bool {
        let rule = trigger.rule;
        let (actor, target) = (found.actor.is_some() || self.is_of_speaker(trigger), found.target.is_some());
        let light = found.light.map_or(Mark(0), |l| self.words.mark(l));
        // «قتلهم», «تم خطفهما»: whom, the pronoun tells.
        let pronoun = trigger.pronoun
            && (trigger.verb && actor && !self.takes_up_a_deed(trigger)
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
        // «مسؤول الإغاثة من الحرائق»: of any.
        let general = rule.kind == "DISASTER"
            && trigger.definite
            && trigger.tokens.start.checked_sub(1).is_some_and(|b| self.layers.tags.is(b, Tag::FROM))
            && found.light.is_none();
        if general {
            return false;
        }
        // «سيول» is a city before it is a flood, save where a verb that is none of saying has it for a subject.
        let at = trigger.tokens.start;
        let acted = at
            .checked_sub(1)
            .is_some_and(|b| is_finite(self.layers.tags, b) && !self.layers.tags.is(b, Tag::SAY.or(Tag::BE)))
            && !at.checked_sub(1).is_some_and(|b| self.words.verb_mark(b).any(WORDS));
        let named = !trigger.verb && trigger.tokens.len() == 1 && self.layers.tags.is(at, Tag::PLACE) && !acted;
        // «اقترحت سيول …»: the city, which a verb of men carries.
        let carried = found.light.is_some_and(|l| !(named && self.words.mark(l).any(WORDS)));
        let bare = rule.carried || named || rule.noun_carried && !trigger.verb;
        if bare && !carried {
            return false;
        }
        let shot = trigger.verb && trigger.object.is_some() && rule.kind == "ASSAULT";
        actor || target || pronoun || shot || self.is_told(trigger, found, place, time)
    }

    /// «الحصار الذي تضربه …»: the pronoun is of a deed, and of nobody.
    fn takes_up_a_deed(&self, trigger: &Trigger) -> bool {
        let relative = trigger.tokens.start.checked_sub(1).filter(|r| self.layers.tags.is(*r, Tag::RELATIVE));
        let deed = |i: usize| self.words.tells(i) || self.layers.tags.is(i, Tag::MASDAR);
        trigger.rule.person && relative.and_then(|r| r.checked_sub(1)).is_some_and(deed)
    }

    /// A bare noun is told of where it happened at a place or time.
    pub(super) fn is_told(&self, trigger: &Trigger, found: &Arguments, place: bool, time: bool) -> bool {
        let tells = Mark::OCCUR.or(Mark::CAUSE).or(Mark::WITNESS).or(Mark::DO).or(Mark::UNDERGO).or(Mark::GO_ON);
        let happened = found.happened || found.light.is_some_and(|l| self.words.mark(l).any(tells));
        // «اندلع حريق ضخم في مصنع», «ضرب زلزال جنوب البلاد»: a disaster that a verb says broke out or struck.
        let broke = Mark::OCCUR.or(Mark::BLOW);
        let before = trigger.tokens.start.checked_sub(1).filter(|_| !trigger.definite);
        let struck = trigger.rule.kind == "DISASTER" && before.is_some_and(|b| self.words.verb_mark(b).any(broke));
        trigger.object.is_some() && !trigger.verb && place || happened && (place || time || struck) || place && time
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
