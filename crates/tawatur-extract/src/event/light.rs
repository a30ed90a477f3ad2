//! The verb that carries a noun of happening: «شن هجوما», «تعرض لهجوم», «وقع انفجار», «شهدت احتجاجات».

use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::party::{Parties, Party};
use super::trigger::Trigger;
use crate::clause::Tag;
use crate::phrase::Head;

/// The carrying verb of a noun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Light {
    pub(super) at: usize,
    pub(super) mark: Mark,
    /// A verbal noun («تنفيذ هجوم»), not a finite verb.
    pub(super) noun: bool,
    /// A preposition stands right before the noun.
    pub(super) through: bool,
}

/// Tokens before a noun in which its verb is looked for.
const REACH: usize = 22;

/// Verbs that carry a noun.
const CARRIES: Mark = Mark::DO
    .or(Mark::PERFORM)
    .or(Mark::TAKE_PART)
    .or(Mark::GO_ON)
    .or(Mark::CLAIM)
    .or(Mark::UNDERGO)
    .or(Mark::WITNESS)
    .or(Mark::OCCUR)
    .or(Mark::CAUSE)
    .or(Mark::ANNOUNCE)
    .or(Mark::ORDER)
    .or(Mark::INTEND)
    .or(Mark::WISH)
    .or(Mark::PREVENT)
    .or(Mark::DENY)
    .or(Mark::ATTEMPT)
    .or(Mark::FIRE);

/// As `CARRIES`, without «ألقى القبض».
const CARRIES_NO_FIRE: Mark = Mark(CARRIES.0 & !Mark::FIRE.0);

/// Verbs that carry a noun behind a preposition of place or time: «شارك في».
const THROUGH_IN: Mark =
    Mark::PERFORM.or(Mark::TAKE_PART).or(Mark::GO_ON).or(Mark::CAUSE).or(Mark::WALK).or(Mark::ANNOUNCE);

impl Parties<'_, '_> {
    /// The nearest verb before a noun in its clause, if it is one that carries nouns.
    pub(super) fn light(&self, trigger: &Trigger, clause: TokenRange) -> Option<Light> {
        let words = self.words;
        let first = self.head_of(trigger.tokens.start, clause.start);
        let prior = first.checked_sub(1).map(|b| words.tags.at(b)).unwrap_or_default();
        let in_place = prior.any(Tag::IN) && first > clause.start;
        // «إثر محاولة اغتيال»: what stands behind «بعد» or «إثر» is carried by no verb.
        let near = Tag::IN.or(Tag::TO).or(Tag::ON).or(Tag::FROM).or(Tag::ABOUT);
        if prior.any(Tag::PREPOSITION)
            && !prior.any(near)
            && first > clause.start
            && !words.tags.is(first, Tag::BI.or(Tag::LI))
        {
            return None;
        }
        if first > clause.start + 1 && words.stands_behind(first) {
            return None;
        }
        // «بعد يوم من هجوم»
        if prior.any(Tag::FROM) && first > clause.start + 1 && words.is_unit(first - 2) {
            return None;
        }
        let through = in_place || prior.any(super::clause::PREPOSITIONS) && first > clause.start;
        let from = clause.start.max(first.saturating_sub(REACH));
        // «حول تطوير اتفاقية»: carried by the verbal noun right before it, and by no verb farther back.
        let governed = prior.any(Tag::MASDAR) && !prior.any(Tag::ARTICLE) && first > clause.start;
        if governed && !words.mark(first - 1).any(CARRIES) {
            return None;
        }
        // «الوصول إلى موقع تحطم …»: in construct with a noun that is no carrier.
        // «منظمي هذه التظاهرات»: the demonstrative is of the noun behind it.
        let this = first.checked_sub(1).filter(|b| *b > clause.start && words.tags.is(*b, Tag::THIS));
        let before = this.or(Some(first)).and_then(|f| f.checked_sub(1)).filter(|b| *b >= clause.start);
        if this.is_some() && before.is_some_and(|b| words.is_people_of(b)) {
            return None;
        }
        if !trigger.closed && !trigger.verb && before.is_some_and(|b| self.governs(b)) {
            return None;
        }
        // «في ختام زيارة», «على هامش اجتماع»: in construct with a noun behind a preposition, carried by nothing before it.
        let free = trigger.closed || trigger.verb || words.tags.is(first, Tag::BI.or(Tag::LI).or(Tag::JOINED));
        let construct = |b: usize| {
            let tag = words.tags.at(b);
            let led = b > clause.start && words.is_preposition(b - 1) || tag.any(Tag::BI.or(Tag::LI));
            let bare = tag.any(Tag::COMMON.or(Tag::NOUN))
                && !tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::NUMBER).or(Tag::TIME));
            led && bare && !words.mark(b).any(CARRIES.or(Mark::HEAD).or(Mark::QUANTITY)) && !words.is_preposition(b)
        };
        if !free && before.is_some_and(construct) {
            return None;
        }
        let (mut passed, mut apart, mut since) = (0, false, false);
        for at in (from..first).rev() {
            if words.analysed.document.kind(at) == TokenKind::Semicolon {
                return None;
            }
            // «وهو أول هجوم …»: another clause.
            if words.tags.is(at, Tag::HE) {
                return None;
            }
            // «دعا إلى الهدوء عقب يوم من الهجمات»: behind what came before, nothing is carried from the other side of it.
            since |= words.is_of_fact(at) && !words.tags.is(at, Tag::TIME) && self.time_at(at).is_none();
            let mark = words.mark(at);
            // «تمكنت القوات من السيطرة على …», «فشل الجيش في قتل …»
            let fails = in_place && words.fails(at);
            if through && trigger.masdar && !apart && (fails || words.manages(at, first - 1)) {
                let mark = if fails { Mark::ATTEMPT } else { Mark::PERFORM };
                return Some(Light { at, mark, noun: false, through });
            }
            // «قدم الوزير استقالته»
            let hands = trigger.rule.mode == "resign" && trigger.pronoun && words.verb_mark(at).any(Mark::GIVE);
            if hands && !apart {
                return Some(Light { at, mark: Mark::PERFORM, noun: false, through: false });
            }
            let verbal = words.verb_mark(at).any(CARRIES);
            let close = !words.tags.is(at, Tag::ARTICLE) && (at + 1 == first || at + 2 == first && through);
            // «تعرض … لهجوم», «قيام … بقتل» govern from afar.
            let far = !words.tags.is(at, Tag::ARTICLE) && mark.any(Mark::UNDERGO) && words.tags.is(first, Tag::LI)
                || mark.any(Mark::PERFORM) && words.tags.is(first, Tag::BI) && !words.tags.is(at, Tag::ARTICLE);
            // Behind a comma nothing happens to the verb any more.
            let comma = words.analysed.document.kind(at) == TokenKind::Comma;
            apart |= comma && self.time_ends(at).is_none();
            if apart && verbal && mark.any(Mark::OCCUR.or(Mark::CAUSE)) {
                return None;
            }
            // «تسعى للفوز …، في ظروف أهمها انتخاب …»
            let wished = Mark::WISH.or(Mark::INTEND).or(Mark::PREVENT).or(Mark::DENY);
            if apart
                && verbal
                && mark.any(wished)
                && !through
                && !words.tags.is(first, Tag::BI.or(Tag::LI).or(Tag::JOINED))
            {
                return None;
            }
            if since && mark.any(Mark::WISH.or(Mark::ORDER).or(Mark::INTEND).or(Mark::PREVENT).or(Mark::DENY)) {
                return None;
            }
            if mark.any(CARRIES) && (verbal || close || far) {
                let to = words.tags.is(first, Tag::LI) || prior.any(Tag::TO.or(Tag::FROM).or(Tag::ON));
                if mark.any(Mark::UNDERGO) && !to
                    || mark.any(Mark::FIRE) && !mark.any(CARRIES_NO_FIRE) && !trigger.rule.thrown
                {
                    return None;
                }
                // «شن هجوما» takes its noun plainly; ب or ل before it makes it something else's.
                let plain =
                    !mark.any(Mark::PERFORM.or(Mark::UNDERGO).or(Mark::GO_ON).or(Mark::TAKE_PART).or(Mark::CAUSE));
                if verbal
                    && plain
                    && words.tags.is(first, Tag::BI.or(Tag::LI))
                    && !mark.any(Mark::ORDER.or(Mark::WISH).or(Mark::INTEND))
                {
                    return None;
                }
                // «انضم ناجون من هجوم إلى …»
                let parted = Mark::UNDERGO.or(Mark::WISH).or(Mark::PREVENT).or(Mark::DENY).or(Mark::INTEND);
                if prior.any(Tag::FROM) && verbal && !mark.any(parted) {
                    return None;
                }
                // «نفى مسؤوليته عن هجوم», «نفى تورطه في هجوم»: that was one all the same.
                let led = prior.any(super::clause::PREPOSITIONS) && first > clause.start;
                if mark.any(Mark::DENY) && verbal && led {
                    return None;
                }
                // «يقع على قمة جبل»
                if prior.any(Tag::ON) && verbal && mark.any(Mark::OCCUR) {
                    return None;
                }
                // «بدأ تطبيق هدنة في القتال»: another noun is what the verb carries.
                let other = |i: usize| {
                    words.tags.is(i, Tag::MASDAR) && !words.tags.is(i, Tag::ARTICLE.or(Tag::BODY).or(Tag::TITLE))
                };
                // «يواصلون الفرار من القصف والمعارك»
                if verbal && mark.any(Mark::GO_ON) && words.tags.is(first, Tag::JOINED) {
                    return None;
                }
                if in_place && verbal && mark.any(Mark::GO_ON) && (at + 1..first).any(other) {
                    return None;
                }
                // «قررت عدم الاعتراف بالغارة»: what is not done is another thing.
                let denied = |i: usize| words.is(i, Mark::PREVENT) && !words.tags.is(i, Tag::VERB);
                if verbal
                    && mark.any(Mark::ORDER.or(Mark::WISH).or(Mark::INTEND))
                    && words.tags.all(first, Tag::BI.or(Tag::ARTICLE))
                    && (at + 1..first.saturating_sub(1)).any(denied)
                {
                    return None;
                }
                let noun = !verbal || words.tags.is(at, Tag::BI.or(Tag::LI));
                // «تقوم بالتحقيق في الهجوم»: another noun is what is done.
                let done = |i: usize| words.tags.all(i, Tag::BI.or(Tag::MASDAR));
                if in_place && mark.any(Mark::PERFORM) && (at + 1..first).any(done) {
                    return None;
                }
                let fits = far || !in_place || mark.any(THROUGH_IN) || noun && mark.any(Mark::OCCUR);
                return fits.then_some(Light { at, mark, noun, through });
            }
            // «أمر … للحصول على التقارير المتعلقة بمقتل»: what is governed by a purpose in between is not governed by the verb.
            // «… عمليات للبحث عن المتورطين في التفجير»
            let search = at + 1 < first && words.tags.all(at, Tag::LI.or(Tag::ARTICLE)) && words.is_preposition(at + 1);
            if search && !words.tags.is(at, Tag::BODY.or(Tag::TITLE).or(Tag::PLACE).or(Tag::NAME)) {
                return None;
            }
            if words.is_purpose(at) && !words.tags.is(at, Tag::BODY.or(Tag::TITLE)) {
                return None;
            }
            if is_finite(words.tags, at) && !words.tags.is(at, Tag::BE) {
                // «قام مسلحون يرتدون … بخطف»: a verb that describes stands between.
                passed += 1;
                if passed > 1 || !words.tags.is(first, Tag::BI.or(Tag::LI)) {
                    return None;
                }
            }
        }
        None
    }

    /// A bare noun of a place, which the noun behind it is in construct with.
    fn governs(&self, at: usize) -> bool {
        let words = self.words;
        let tag = words.tags.at(at);
        tag.any(Tag::PLACE_HEAD) && !tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::PLURAL).or(Tag::TIME)) || {
            words.is(at, Mark::SITE) && !tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END))
        }
    }

    /// Whether a time stands right before a comma, as an aside.
    fn time_ends(&self, at: usize) -> Option<usize> {
        let i = self.times.partition_point(|t| t.tokens.end < at);
        self.times.get(i).filter(|t| t.tokens.end == at || t.tokens.start == at + 1).map(|t| t.tokens.start)
    }

    /// The first of the nouns that lead up to a trigger: «سلسلة عمليات خطف», «محاولة اغتيال», «عدة هجمات».
    pub(super) fn head_of(&self, mut at: usize, from: usize) -> usize {
        let leads = Mark::HEAD.or(Mark::QUANTITY);
        while at > from && (self.words.is(at - 1, leads) || self.words.tags.is(at - 1, Tag::NUMBER)) {
            at -= 1;
        }
        at
    }

    /// Who the subject of a carrying verb is: behind it and before the noun, or in front of it.
    pub(super) fn subject_of(&self, light: &Light, noun: usize, clause: TokenRange) -> Option<Party> {
        let between = self.behind(light.at + 1, noun).filter(|p| p.tokens.end <= noun && !p.weapon);
        // «شن الغارات وتدمير التعزيزات»: what the noun carries is nobody.
        if light.noun {
            return between.filter(|p| !self.words.tells(p.name.start));
        }
        // «وقعت بروتوكول اتفاق»: a noun in construct with it is no subject.
        let construct = |p: &Party| {
            p.tokens.end == noun
                && p.head == Head::Unknown
                && !p.counted
                && !self.words.tags.is(noun, Tag::ARTICLE.or(Tag::BI).or(Tag::LI))
                && !self
                    .words
                    .tags
                    .is(p.tokens.end - 1, Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::PLURAL).or(Tag::NAME))
                && p.tokens.len() == 1
                && !p.agent
                && !self.is_men_of(p)
        };
        let between = between.filter(|p| !construct(p));
        let someone = between.filter(|p| self.is_person(p));
        let subject = someone.or_else(|| self.subject_before(light.at, clause)).or(between);
        // «قاد التظاهرة عدد من …»: the subject behind its object.
        let last = || {
            light.mark.any(Mark::DO) && light.at + 1 == noun && !light.through && self.words.tags.is(noun, Tag::ARTICLE)
        };
        subject.or_else(|| if last() { self.behind(noun + 1, clause.end) } else { None })
    }
}
