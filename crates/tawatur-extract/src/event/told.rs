//! What the words farther off tell of a trigger: that it happened, is denied, kept from somebody, or to come.

use std::sync::OnceLock;

use tawatur_lexicon::Reading;
use tawatur_text::{TokenKind, TokenRange};

use super::clause::is_finite;
use super::mark::Mark;
use super::marks::Words;
use super::modes::{EXPECTED, REACH};
use super::trigger::Trigger;
use crate::Senses;
use crate::clause::Tag;

impl Words<'_, '_> {
    /// «اتهم بتنفيذ التفجير الذي استهدف …»: a relative clause of the past tells that it happened, whatever is wished,
    /// denied or laid to somebody before it.
    pub(super) fn is_told_behind(self, trigger: &Trigger, sentence: TokenRange) -> bool {
        if trigger.verb || !trigger.definite || trigger.does.is_some() {
            return false;
        }
        let end = trigger.tokens.end;
        let described = |i: &usize| {
            let quote = self.analysed.document.kind(*i) == TokenKind::Quote;
            !self.tags.is(*i, Tag::RELATIVE) && (self.tags.is(*i, Tag::ARTICLE) || quote)
        };
        let which = end + (end..sentence.end.min(end + 3)).take_while(described).count();
        let verb = which + 1;
        if verb >= sentence.end || !self.tags.is(which, Tag::RELATIVE) {
            return false;
        }
        let planned =
            self.is(verb, Mark::INTEND.or(Mark::WISH).or(Mark::ATTEMPT)) || self.tags.is(verb, Tag::BE.or(Tag::NOT));
        let readings = self.analysed.readings(verb);
        let past = match readings.is_empty() {
            true => {
                !self.analysed.segment(verb).stem.is_present()
                    && !self.analysed.document.word(verb).starts_with(['ي', 'س'])
            }
            false => !readings.iter().any(|r| r.form.is_present()),
        };
        past && !planned && !self.is_preposition(verb)
    }

    /// «المفاوضات الجارية», «الهجوم المستمر»: whatever is wished, it is going on.
    pub(super) fn is_going_on(self, trigger: &Trigger) -> bool {
        static ONGOING: OnceLock<Senses> = OnceLock::new();
        let ongoing = Senses::once(&ONGOING, self.analysed.lexicon(), &["event:ongoing"]);
        let end = trigger.tokens.end;
        !trigger.verb && trigger.definite && self.tags.is(end, Tag::ARTICLE) && self.analysed.is(end, ongoing)
    }

    /// Whether an adjective farther behind says that a meeting or visit is to come.
    pub(super) fn is_expected(self, trigger: &Trigger, sentence: TokenRange) -> bool {
        let end = trigger.tokens.end;
        let feminine = |i: usize| self.analysed.document.word(i).ends_with('ه');
        let of_it = |i: usize| {
            self.tags.is(i, Tag::ARTICLE) && self.is(i, Mark::INTEND)
                // «القمة المزمع عقدها»
                && (feminine(i) == feminine(end - 1) || self.tags.is(i + 1, Tag::PRONOUN_END))
        };
        (end..sentence.end.min(end + EXPECTED)).take_while(|i| !is_finite(self.tags, *i)).any(of_it)
    }

    /// Whether the verb before a word that can be a noun denies it, with its subject between.
    pub(super) fn is_denied(self, at: usize, sentence: TokenRange) -> bool {
        if !self.tags.is(at, Tag::MASDAR) || self.tags.is(at, Tag::JOINED) {
            return false;
        }
        let from = sentence.start.max(at.saturating_sub(REACH + 2));
        (from..at)
            .rev()
            .take_while(|i| {
                self.analysed.document.kind(*i) == TokenKind::Word && !self.tags.is(*i, Tag::THAT.or(Tag::RELATIVE))
            })
            .find(|i| is_finite(self.tags, *i))
            .is_some_and(|v| self.verb_mark(v).any(Mark::DENY))
    }

    /// «نفت الوزارة أن يكون الجيش قصف المدينة»: a clause of أن behind a verb of denying.
    pub(super) fn is_in_what_is_denied(self, at: usize, sentence: TokenRange) -> bool {
        let word = |i: &usize| {
            self.analysed.document.kind(*i) == TokenKind::Word && !self.tags.is(*i, Tag::RELATIVE.or(Tag::WHILE))
        };
        let told = |i: usize| is_finite(self.tags, i) && !self.tags.is(i, Tag::BE.or(Tag::QAD));
        let from = sentence.start.max(at.saturating_sub(EXPECTED / 2));
        let mut before = (from..at).rev().take_while(word).take_while(|i| !told(*i));
        let Some(that) = before.find(|i| self.tags.is(*i, Tag::THAT)) else { return false };
        let from = sentence.start.max(that.saturating_sub(REACH + 2));
        (from..that).rev().take_while(word).find(|i| told(*i)).is_some_and(|v| self.verb_mark(v).any(Mark::DENY))
    }

    /// Whether «من» before a noun belongs to a word of preventing, with who is prevented between.
    pub(super) fn is_kept_from(self, at: usize, sentence: TokenRange) -> bool {
        let Some(from) = at.checked_sub(1).filter(|b| self.tags.is(*b, Tag::FROM)) else { return false };
        let reach = sentence.start.max(from.saturating_sub(EXPECTED / 2));
        (reach..from)
            .rev()
            .take_while(|i| {
                let tag = self.tags.at(*i);
                // «منع "أي مقاتلين" من شن …»
                let word = matches!(self.analysed.document.kind(*i), TokenKind::Word | TokenKind::Quote);
                word && !tag.any(Tag::RELATIVE.or(Tag::THAT))
            })
            .find(|i| self.tags.is(*i, Tag::MASDAR) && !self.tags.is(*i, Tag::ARTICLE) || is_finite(self.tags, *i))
            .is_some_and(|i| self.is(i, Mark::PREVENT))
    }

    /// «أي … أو الاعتداء»: joined by أو to what «أي» stands before, with no verb between.
    pub(super) fn is_another_of_any(self, at: usize, sentence: TokenRange) -> bool {
        static OR: OnceLock<[Senses; 2]> = OnceLock::new();
        let lexicon = self.analysed.lexicon();
        let [or, any] =
            OR.get_or_init(|| [&["conj:or"][..], &["noun:any", "pron:closed-any"]].map(|n| Senses::of(lexicon, n)));
        let Some(before) = at.checked_sub(1).filter(|b| self.analysed.is(*b, or)) else { return false };
        let from = sentence.start.max(before.saturating_sub(EXPECTED));
        (from..before)
            .rev()
            .take_while(|i| self.analysed.document.kind(*i) == TokenKind::Word && !is_finite(self.tags, *i))
            .any(|i| self.analysed.is(i, any))
    }

    /// «الذكرى المئوية الأولى لتوقيع …»: what is remembered was.
    pub(super) fn is_remembered(self, at: usize, sentence: TokenRange) -> bool {
        let from = sentence.start.max(at.saturating_sub(REACH));
        (from..at)
            .rev()
            .take_while(|i| self.analysed.document.kind(*i) == TokenKind::Word && !is_finite(self.tags, *i))
            .any(|i| self.mark_of_all(i).any(Mark::MEMORY))
    }

    /// «ما إذا كان …»: a clause of «إذا» with «كان» behind it, which its verb stands farther off in.
    pub(super) fn is_in_question(self, at: usize, sentence: TokenRange) -> bool {
        static IF: OnceLock<Senses> = OnceLock::new();
        let condition = Senses::once(&IF, self.analysed.lexicon(), &["conj:if"]);
        let from = sentence.start.max(at.saturating_sub(EXPECTED));
        let same = |i: &usize| {
            let told = is_finite(self.tags, *i) && !self.tags.is(*i, Tag::BE);
            let apart = self.tags.is(*i, Tag::RELATIVE.or(Tag::THAT).or(Tag::SAYING));
            self.analysed.document.kind(*i) == TokenKind::Word && !told && !apart
        };
        (from..at).rev().take_while(same).any(|i| self.tags.is(i + 1, Tag::BE) && self.analysed.is(i, condition))
    }

    /// «هدد بالانسحاب … وفرض عقوبات»: what could be a verb is a noun where it can be joined to one that ب governs.
    pub(super) fn is_joined_to_governed(self, at: usize) -> bool {
        self.tags.all(at, Tag::JOINED.or(Tag::MASDAR))
            && (at.saturating_sub(REACH)..at)
                .rev()
                .take_while(|i| self.analysed.document.kind(*i) == TokenKind::Word && !is_finite(self.tags, *i))
                .any(|i| self.tags.is(i, Tag::BI) && (self.tags.is(i, Tag::MASDAR) || self.tells(i)))
    }

    /// «لا يمكن مقارنة اللقاء …», «دعا إلى إدانة الهجوم»: the noun of doing right before a definite one is what is denied
    /// or wished.
    pub(super) fn is_known(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let tag = self.tags.at(before);
        let unknown = !tag.any(Tag::KNOWN) && self.analysed.document.word(before).ends_with('ه');
        self.tags.is(at, Tag::ARTICLE)
            && (tag.any(Tag::MASDAR) || unknown)
            && !tag.any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::VERB))
            && self.mark(before) == Mark(0)
    }

    /// «على» with a pronoun where something begins to be told: somebody has to.
    pub(super) fn is_duty(self, at: usize) -> bool {
        let opens = at == 0
            || self.tags.is(at, Tag::JOINED)
            || self.analysed.document.kind(at - 1) != TokenKind::Word
            || self.tags.is(at - 1, Tag::THAT);
        self.tags.all(at, Tag::ON.or(Tag::WITH_PRONOUN)) && opens
    }

    /// A noun of what somebody can or may do, which «على» brings.
    pub(super) fn is_power(self, at: usize) -> bool {
        self.is(at, Mark::WISH) && !self.is(at, Mark::DEMAND) && !self.tags.is(at, Tag::VERB.or(Tag::SAY))
    }

    /// «إنه», «أنها»: with the pronoun of whoever speaks. «إنها» can be a verb by its letters, too.
    pub(super) fn is_that_he(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let bound = |r: &Reading| {
            r.clitics.has(tawatur_lexicon::Clitics::PRONOUN) && lexicon.sense_name(r.sense) == "part:that"
        };
        self.tags.is(at, Tag::THAT) && self.analysed.readings(at).iter().any(bound)
    }
}
