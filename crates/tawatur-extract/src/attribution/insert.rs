//! What may stand between a verb of saying, its subject and the words said: times, occasions, media, sources.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

/// What was found while insertions were passed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Inserts {
    /// The medium that was spoken to: «لوكالة فرانس برس».
    pub(crate) spoken_to: Option<NounPhrase>,
    /// The carrier named in mid-sentence: «، وفق وكالة سبوتنيك،».
    pub(crate) via: Option<NounPhrase>,
    /// The source of a carrier: «نقلاً عن مصدر أمني».
    pub(crate) from: Option<NounPhrase>,
    /// The carrier between that source and who relays it: «نقلاً عن وكالة عن مصدر».
    pub(crate) carrier: Option<NounPhrase>,
    /// The verb's own «عنه»: a relay that names its source by a pronoun.
    pub(crate) about_pronoun: bool,
    /// A name introduced by «يدعى».
    pub(crate) called: Option<NounPhrase>,
    /// «قائلاً» or «بالقول» was passed.
    pub(crate) words: bool,
}

/// Longest insertion in tokens.
const LONGEST: usize = 26;
/// Tags that end an insertion without a comma.
const STOPS: Tag = Tag::THAT.or(Tag::SAYING);

impl Reader<'_, '_> {
    /// Passes all insertions from `at` on and gives the first token behind them.
    pub(crate) fn pass_inserts(&self, mut at: usize, end: usize, found: &mut Inserts) -> usize {
        // Every round moves forward, so the number of rounds is bounded by the sentence.
        while at < end {
            let next = self.pass_one(at, end, found);
            if next == at {
                break;
            }
            at = next;
        }
        at
    }

    fn pass_one(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        match self.kind(at) {
            TokenKind::Comma => at + 1,
            TokenKind::Dash | TokenKind::Slash => match self.tag(at + 1).any(Tag::TIME) {
                true => at + 1,
                false => at,
            },
            TokenKind::Open => self.pass_bracket(at, end),
            TokenKind::Number => match self.tag(at + 1).any(Tag::TIME) || at > 0 && self.tag(at - 1).any(Tag::TIME) {
                true => at + 1,
                false => at,
            },
            TokenKind::Word => self.pass_word(at, end, found),
            _ => at,
        }
    }

    /// «بيانا قالت فيه إن», «مؤتمرا أكد خلاله أن»: behind the verb of a relative clause goes back to its noun.
    pub(super) fn resumes_noun(&self, verb: usize) -> bool {
        let tag = self.tag(verb + 1);
        let word = self.analysed.document.word(verb + 1);
        let within = tag.any(Tag::IN.or(Tag::PREPOSITION)) && !tag.any(Tag::JOINED.or(Tag::ARTICLE));
        within && (word.ends_with('ه') || word.ends_with("ها")) && self.tag(verb).any(Tag::SAY)
    }

    fn pass_bracket(&self, at: usize, end: usize) -> usize {
        let close = (at + 1..end.min(at + 14)).find(|i| self.kind(*i) == TokenKind::Close);
        close.map_or(at, |c| c + 1)
    }

    fn pass_word(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        let tag = self.tag(at);
        if tag.any(Tag::THAT) {
            return at;
        }
        if tag.any(Tag::ABOUT) && tag.any(Tag::PRONOUN_END) {
            found.about_pronoun = true;
            return at + 1;
        }
        if tag.any(Tag::WITH_PRONOUN) || at.checked_sub(1).is_some_and(|verb| self.resumes_noun(verb)) {
            return at + 1;
        }
        if let Some(behind) = self.pass_seat(at, end) {
            return behind;
        }
        if tag.any(Tag::CALLED) {
            return self.pass_called(at, end, found);
        }
        if tag.any(Tag::ALSO_ADVERB) || tag.any(Tag::SIDE) && tag.any(Tag::BI) && tag.any(Tag::PRONOUN_END) {
            return at + 1;
        }
        if tag.any(Tag::FROM) && self.tag(at + 1).any(Tag::SIDE) && self.tag(at + 1).any(Tag::PRONOUN_END) {
            return at + 2;
        }
        // «، طلب عدم ذكر اسمه،»
        if tag.any(Tag::SAY.or(Tag::VERB).or(Tag::ACT)) && self.tag(at + 1).any(Tag::ANONYMITY) {
            let ends = |t: &usize| self.kind(*t) == TokenKind::Comma || self.tag(*t).any(STOPS);
            return (at + 2..end.min(at + 12)).find(ends).unwrap_or(at);
        }
        if tag.any(Tag::CUE_SOURCE) {
            return self.pass_via(at, end, found);
        }
        if tag.any(Tag::CUE_RELAY) && self.tag(at + 1).any(Tag::ABOUT) {
            return self.pass_source(at + 2, end, found).unwrap_or(at);
        }
        if tag.any(Tag::ON) && self.tag(at + 1).any(Tag::TONGUE) {
            return self.pass_source(at + 2, end, found).unwrap_or(at);
        }
        if self.is_words(at) {
            found.words = true;
            return at + 1;
        }
        if let Some(next) = self.pass_spoken_to(at, end, found) {
            return next;
        }
        let after_time = at > 0 && self.tag(at - 1).any(Tag::TIME);
        if tag.any(Tag::TIME) && !tag.any(Tag::TITLE.or(Tag::BODY)) || after_time && tag.any(Tag::SAME) {
            return at + 1;
        }
        self.pass_clause(at, end, found)
    }

    /// قائلاً، بالقول: the words follow.
    fn is_words(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.any(Tag::WORDS) && (tag.any(Tag::BI) || tag.any(Tag::PRONOUN_END) || tag.any(Tag::ARTICLE))
            || tag.any(Tag::SAYING) && self.analysed.readings(at).iter().any(|r| self.opens_words(r))
    }

    /// قائلاً, a participle that does nothing but open the words said.
    fn opens_words(&self, reading: &tawatur_lexicon::Reading) -> bool {
        let form = reading.form;
        (form.is_accusative() || form.is_feminine() || form.is_plural())
            && self.analysed.entry(reading).feature("opens").is_some()
    }

    fn pass_called(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        let next = at + self.analysed.phrase_at(at).map_or(1, |p| p.tokens.len());
        let quoted = self.named_in_quotes(next, end);
        match quoted.or_else(|| self.read(next, end)) {
            Some(phrase) => {
                found.called = Some(phrase);
                phrase.tokens.end
            }
            None => next,
        }
    }

    /// «تطلق على نفسها "درع الجبل"»: the words between the quotation marks are the name.
    fn named_in_quotes(&self, at: usize, end: usize) -> Option<NounPhrase> {
        let quotations = self.analysed.document.quotations();
        let quotation = quotations.get(quotations.partition_point(|q| q.open < at)).filter(|q| q.open == at)?;
        let close = quotation.close.filter(|c| *c < end && quotation.inside.len() <= 6)?;
        Some(NounPhrase::called(TokenRange::new(at, close + 1), quotation.inside))
    }

    fn pass_via(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        match self.read(at + 1, end).filter(|p| p.head.is_known()) {
            Some(phrase) => {
                found.via = Some(phrase);
                phrase.tokens.end
            }
            None => at,
        }
    }

    fn pass_source(&self, at: usize, end: usize, found: &mut Inserts) -> Option<usize> {
        let phrase = self.read(at, end)?;
        found.from = Some(phrase);
        if let Some(source) = self.source_of_carrier(&phrase, phrase.tokens.end, end) {
            (found.from, found.carrier) = (Some(source), Some(phrase));
            return Some(source.tokens.end);
        }
        Some(phrase.tokens.end)
    }

    /// «نقلا عن وكالة رويترز عن مصدر طبي»: whom a carrier that is itself relayed has it from.
    pub(super) fn source_of_carrier(&self, carrier: &NounPhrase, at: usize, end: usize) -> Option<NounPhrase> {
        let carries = matches!(carrier.head, Head::Agency | Head::Medium);
        let about = self.tag(at).any(Tag::ABOUT) && !self.tag(at).any(Tag::PRONOUN_END);
        if !carries || !about {
            return None;
        }
        let source = self.read(at + 1, end)?;
        (source.head.is_known() && source.head != Head::Document).then_some(source)
    }

    /// «لوكالة …», «لـCNN», «إلى قناة …», «مع إذاعة …», «عبر قناة …», «على التلفزيون», «لبرنامج "…"».
    pub(super) fn pass_spoken_to(&self, at: usize, end: usize, found: &mut Inserts) -> Option<usize> {
        let (tag, next) = (self.tag(at), self.tag(at + 1));
        let medium = |t: Tag| t.any(Tag::OUTLET.or(Tag::MEDIA).or(Tag::CARRIER)) && !t.any(Tag::ACCOUNT);
        if let Some(show) = self.named_show(at, end) {
            found.spoken_to = Some(show);
            return Some(show.tokens.end);
        }
        // «للصحفيين»: those who hear it relay nothing that is told of.
        if tag.any(Tag::LI) && tag.any(Tag::MEDIA) && self.analysed.document.word(at).ends_with("ين") {
            return Some(at + 1);
        }
        let start = if tag.any(Tag::LI) && medium(tag) {
            at
        } else if tag.any(Tag::TO.or(Tag::WITH).or(Tag::THROUGH)) && medium(next)
            || tag.any(Tag::ON) && self.is_on_air(at + 1)
        {
            at + 1
        } else if self.is_lone_li(at) && self.analysed.document.token(at + 1).is_some_and(|t| t.joined) {
            return self.pass_lone_li(at, end, found);
        } else {
            return None;
        };
        if self.is_other_agency(start) {
            return None;
        }
        let phrase = self.read(start, end)?;
        found.spoken_to = Some(phrase);
        Some(phrase.tokens.end)
    }

    /// «لـ» written apart from its word.
    pub(super) fn is_lone_li(&self, at: usize) -> bool {
        self.tag(at).any(Tag::LI) && self.analysed.document.word(at).chars().nth(1).is_none()
    }

    /// «التلفزيون البريطاني», «شاشة القناة»: a broadcaster on which somebody is seen or heard.
    pub(super) fn is_on_air(&self, at: usize) -> bool {
        static CHANNELS: OnceLock<Senses> = OnceLock::new();
        let channels = Senses::once(&CHANNELS, self.analysed.lexicon(), &["noun:body-channel"]);
        self.tag(at).any(Tag::CARRIER) && self.analysed.is(at, channels) && self.analysed.phrase_at(at).is_none()
    }

    /// «لبرنامج "صباح البلاد"», «في نشرة "المساء"»: a show by the name between quotation marks.
    fn named_show(&self, at: usize, end: usize) -> Option<NounPhrase> {
        let shown = if self.tag(at).all(Tag::SHOW.or(Tag::LI)) {
            at
        } else {
            let before = self.tag(at).any(Tag::IN.or(Tag::WITH).or(Tag::THROUGH).or(Tag::TO).or(Tag::ON));
            Some(at + 1).filter(|n| before && self.tag(*n).any(Tag::SHOW) && !self.tag(*n).any(Tag::LI))?
        };
        let quotations = self.analysed.document.quotations();
        let quotation = quotations.get(quotations.partition_point(|q| q.open < shown + 1))?;
        let close =
            quotation.close.filter(|c| quotation.open == shown + 1 && quotation.inside.len() <= 5 && *c < end)?;
        let tokens = TokenRange::new(shown, close + 1);
        let none = TokenRange::new(shown, shown);
        let (feminine, head) = (self.tag(shown).any(Tag::FEMININE), Head::Medium);
        let phrase = NounPhrase {
            tokens,
            head,
            name: none,
            title: tokens,
            owner: none,
            feminine,
            any_gender: false,
            plural: false,
            definite: true,
        };
        Some(phrase)
    }

    /// «لوكالة الفضاء», «لوكالة رعاية الطفولة»: an agency that brings no news is whom an office is of.
    fn is_other_agency(&self, at: usize) -> bool {
        const NEWS: Tag = Tag::OUTLET.or(Tag::MEDIA).or(Tag::NAME).or(Tag::ORGANISATION).or(Tag::NISBA);
        let next = self.tag(at + 1);
        let lexicon = self.analysed.lexicon();
        let named = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense).starts_with("organisation:agency");
        let news = self.tag(at).any(Tag::OUTLET.or(Tag::MEDIA))
            || self.analysed.phrase_at(at).is_some()
            || self.analysed.readings(at + 1).iter().any(named);
        let agency = self.is_agency(at) && !news;
        agency && next.any(Tag::MASDAR.or(Tag::COMMON).or(Tag::ARTICLE)) && !next.any(NEWS)
    }

    /// «لـ» apart from the name of the medium.
    fn pass_lone_li(&self, at: usize, end: usize, found: &mut Inserts) -> Option<usize> {
        if self.kind(at + 1) == TokenKind::Quote {
            let quotations = self.analysed.document.quotations();
            let i = quotations.partition_point(|q| q.open < at + 1);
            let quotation = quotations.get(i).filter(|q| q.open == at + 1 && q.inside.len() <= 5)?;
            let mut phrase = self.read(quotation.inside.start, quotation.inside.end)?;
            phrase.tokens = quotation.inside;
            phrase.name = TokenRange::new(phrase.tokens.start, phrase.tokens.start);
            phrase.title = phrase.tokens;
            found.spoken_to = Some(phrase);
            return Some((quotation.close? + 1).min(end));
        }
        let phrase = self.read(at + 1, end)?;
        found.spoken_to = Some(phrase);
        Some(phrase.tokens.end)
    }

    /// A phrase of occasion, or a clause about the speaker, up to the next comma or the words said.
    fn pass_clause(&self, at: usize, end: usize, found: &mut Inserts) -> usize {
        let (tag, next) = (self.tag(at), self.tag(at + 1));
        let occasion = tag.any(Tag::IN)
            && next.any(
                Tag::SPEECH.or(Tag::SAME).or(Tag::TIME).or(Tag::ACCOUNT).or(Tag::CARRIER).or(Tag::MEDIA).or(Tag::PLACE),
            );
        let platform = tag.any(Tag::ON.or(Tag::THROUGH))
            && next.any(Tag::ACCOUNT.or(Tag::CARRIER).or(Tag::OUTLET).or(Tag::MEDIA).or(Tag::SPEECH));
        let other = tag.any(Tag::PREPOSITION)
            && !tag.any(Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::BI).or(Tag::LI));
        let about_him = tag.any(Tag::RELATIVE) || tag.any(Tag::HE) && tag.any(Tag::JOINED);
        let aside = tag.any(Tag::IN) && next.any(Tag::MASDAR.or(Tag::EDGE));
        if self.is_each_of(at) || !(occasion || platform || other || about_him || aside) {
            return at;
        }
        let limit = end.min(at + LONGEST);
        let mut i = at + 1;
        while i < limit {
            match self.kind(i) {
                TokenKind::Comma | TokenKind::Colon => return i,
                TokenKind::Stop | TokenKind::Semicolon => return at,
                TokenKind::Quote if self.opens_speech(i) => return i,
                _ => {}
            }
            let tag = self.tag(i);
            if tag.any(STOPS) {
                return i;
            }
            if tag.any(Tag::SAY) && tag.any(Tag::JOINED) {
                return at;
            }
            // «في بيان نشرته وكالات الأنباء»
            if tag.any(Tag::BROADCASTS)
                && let Some(carrier) = self.read(i + 1, limit).filter(|p| matches!(p.head, Head::Medium | Head::Agency))
            {
                i = carrier.tokens.end;
                found.via = Some(carrier);
                continue;
            }
            match self.pass_spoken_to(i, end, found) {
                Some(next) => i = next.max(i + 1),
                None => i += 1,
            }
            let short = i == at + 2 && next.any(Tag::TIME.or(Tag::ACCOUNT));
            if (occasion || platform) && (i > at + 2 || short) && self.ends_occasion(i) {
                return i;
            }
        }
        at
    }

    /// An occasion is short: what follows its noun and adjectives may be the words said.
    fn ends_occasion(&self, at: usize) -> bool {
        let tag = self.tag(at);
        self.kind(at) == TokenKind::Word
            && (self.is_bi_word(at)
                || tag.any(Tag::TO.or(Tag::ABOUT)) && !tag.any(Tag::PRONOUN_END)
                || tag.any(Tag::MASDAR) && !tag.any(Tag::ARTICLE))
    }

    /// Whether a quotation mark opens a clause and not a name.
    pub(crate) fn opens_speech(&self, at: usize) -> bool {
        let quotations = self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at);
        quotations.get(i).is_some_and(|q| q.open == at && (q.inside.len() >= 4 || q.close.is_none()))
    }
}
