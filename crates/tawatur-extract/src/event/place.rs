//! Where an event took place, as its clause says.

use tawatur_text::{TokenKind, TokenRange};

use super::clause::{PREPOSITIONS, is_finite};
use super::mark::Mark;
use super::marks::Words;
use super::trigger::Trigger;
use crate::Analysed;
use crate::clause::Tag;
use crate::figure::HARM;

/// Tokens behind a trigger in which its place is told.
const REACH: usize = 24;
/// Tokens from «إثر» or «حيث» to the trigger at most.
const JOINT: usize = 3;
/// Tokens before such a word in which the place is told.
const SCENE: usize = 12;

impl Words<'_, '_> {
    /// The first place behind the trigger in its clause that something is said to happen in, else the one that the
    /// sentence begins with.
    pub(super) fn place(self, clause: TokenRange, sentence: TokenRange, trigger: &Trigger) -> Option<TokenRange> {
        let goes = matches!(trigger.rule.kind.as_str(), "SERVICE" | "MOBILIZE" | "DISASTER");
        let carried = !trigger.verb;
        let protest = trigger.rule.kind == "PROTEST" && carried;
        let agreed = trigger.rule.kind == "AGREE" && trigger.verb;
        let shared = matches!(trigger.rule.kind.as_str(), "ASSAULT" | "PROTEST" | "DISASTER");
        let talks = matches!(trigger.rule.kind.as_str(), "AGREE" | "CONSULT" | "AID");
        let end = trigger.tokens.end;
        let trigger = trigger.tokens.start;
        let mut depth = 0usize;
        let mut behind = None;
        for at in end..clause.end.min(trigger + REACH) {
            match self.analysed.document.kind(at) {
                TokenKind::Open => depth += 1,
                TokenKind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 {
                continue;
            }
            if self.analysed.document.kind(at) == TokenKind::Comma && self.leaves(at + 1) {
                break;
            }
            // «احتجاج على الحرب في …»: the place of the war.
            if protest && (self.tags.is(at, Tag::ON) || self.is_against(at)) {
                break;
            }
            // «تعهد بسحق المسلحين في …»: of what is agreed on.
            if agreed && self.tags.all(at, Tag::BI.or(Tag::MASDAR)) {
                break;
            }
            // «لمناقشة الأزمة في …», «على رجل قتل … في …»: of the crisis, and of what he did.
            let tag = self.tags.at(at);
            let about = tag.any(Tag::LI)
                && !tag.any(Tag::ARTICLE.or(PREPOSITIONS).or(Tag::PLACE).or(Tag::NAME).or(Tag::BODY).or(Tag::TITLE))
                && self.tags.is(at + 1, Tag::ARTICLE);
            let about = about
                || tag.all(Tag::LI.or(Tag::ARTICLE))
                    && tag.any(Tag::MASDAR)
                    && !tag.any(Tag::BODY.or(Tag::TITLE).or(Tag::PLACE))
                || tag.all(Tag::LI.or(Tag::ARTICLE)) && !tag.any(Tag::KNOWN);
            let other = at > end && !self.is_preposition(at - 1) && self.is_event_verb(at);
            if about || other && !tag.any(Tag::JOINED) {
                break;
            }
            // «طرد الدبلوماسيين وإغلاق القنصلية في …»: of what it is joined to.
            let done = tag.any(Tag::MASDAR) || self.tells(at) || self.is(at, self.book.heads);
            if !shared && at > end && done && tag.any(Tag::JOINED) && !tag.any(Tag::NAME.or(Tag::BODY)) {
                break;
            }
            let own = self.tags.is(at, Tag::LI) && self.tags.is(at, Tag::PRONOUN_END) && !self.is_preposition(at);
            let elsewhere = own || self.is(at, Mark::ELSEWHERE);
            // «وقعت صفقة لتطوير ميناء …»: of what it is for.
            let aim = talks
                && tag.any(Tag::LI)
                && !tag.any(Tag::ARTICLE.or(PREPOSITIONS).or(Tag::PLACE).or(Tag::NAME).or(Tag::BODY).or(Tag::TITLE));
            let purpose = self.tags.all(at, Tag::LI.or(Tag::MASDAR)) || self.is_about(at) || elsewhere || aim;
            let happens = carried && self.verb_mark(at).any(Mark::OCCUR.or(Mark::DO));
            if is_finite(self.tags, at) && !self.tags.is(at, Tag::BE) && !happens || purpose {
                break;
            }
            behind = self.located(at, goes).or_else(|| self.unnamed(at, clause.end));
            if behind.is_some() {
                break;
            }
        }
        behind.or_else(|| self.before(sentence, trigger)).or_else(|| self.scene(sentence, trigger).filter(|_| shared))
    }

    /// «قتل رجلان في الموصل جراء انفجار», «انتشرت الشرطة في الحي، حيث أشعل متظاهرون …»: the place of what came of it, or that
    /// «حيث» points back to.
    fn scene(self, sentence: TokenRange, trigger: usize) -> Option<TokenRange> {
        let joins =
            (trigger.saturating_sub(JOINT).max(sentence.start)..trigger).rev().find(|i| self.joins_scene(*i))?;
        let first = joins.saturating_sub(SCENE).max(sentence.start);
        let stops = |i: &usize| self.analysed.document.kind(*i) == TokenKind::Quote;
        let found = (first..joins).rev().take_while(|i| !stops(i)).find_map(|i| self.located(i, false))?;
        let points = self.senses_at(joins).any(|s| s == "conj:where");
        let harmed = || (first..found.start).any(|i| self.analysed.traits(i).marks & HARM != 0);
        (points || harmed()).then_some(found)
    }

    /// «حيث», «إثر», «جراء», «نتيجة»
    fn joins_scene(self, at: usize) -> bool {
        self.senses_at(at).any(|s| matches!(s, "conj:where" | "prep:because" | "prep:after"))
    }

    fn senses_at(self, at: usize) -> impl Iterator<Item = &'static str> {
        let lexicon = self.analysed.lexicon();
        self.analysed.readings(at).iter().filter(|r| r.clitics.is_empty()).map(|r| lexicon.sense_name(r.sense))
    }

    /// Whether behind a comma something else is told: a word joined by و or ف, or «رغم», «بسبب».
    fn leaves(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        let lexicon = self.analysed.lexicon();
        let other = |r: &tawatur_lexicon::Reading| {
            matches!(lexicon.sense_name(r.sense), "prep:because" | "prep:after" | "prep:since")
        };
        tag.any(Tag::JOINED) && !tag.any(Tag::TIME.or(Tag::NUMBER))
            || tag.any(Tag::PREPOSITION) && self.analysed.readings(at).iter().any(other)
    }

    fn before(self, sentence: TokenRange, trigger: usize) -> Option<TokenRange> {
        let opens = (sentence.start..trigger.min(sentence.start + 3)).find(|i| self.tags.is(*i, Tag::IN))?;
        let at = (opens + 1..=opens + 3).find_map(|at| self.located(at, false))?;
        // «وفي واشنطن، قالت الوزارة …»: where it was said.
        let aside = matches!(self.analysed.document.kind(at.end), TokenKind::Comma | TokenKind::Open);
        let said =
            aside && self.tags.is(at.end + 1, Tag::SAY) && is_finite(self.tags, at.end + 1) && at.end + 1 != trigger;
        if said {
            return None;
        }
        (aside || at.end >= trigger.saturating_sub(1)).then_some(at)
    }

    /// The place at a token that a preposition or a noun of place stands before.
    fn located(self, at: usize, goes: bool) -> Option<TokenRange> {
        let tag = self.tags.at(at);
        let adjective = at > 0 && tag.any(Tag::NISBA) && !self.tags.is(at - 1, Tag::IN);
        if !tag.any(Tag::PLACE) || tag.any(Tag::ORGANISATION) || adjective || at == 0 {
            return None;
        }
        if tag.any(Tag::COMMON) && !tag.any(Tag::BI) && !self.tags.is(at - 1, Tag::IN.or(Tag::PLACE_HEAD)) {
            return None;
        }
        // «كمين» is an ambush and no place with ك.
        let lexicon = self.analysed.lexicon();
        let readings = match self.analysed.phrase_over(at) {
            Some(phrase) => phrase.readings.as_slice(),
            None => self.analysed.readings(at),
        };
        let named = |r: &tawatur_lexicon::Reading| {
            lexicon.class(r.sense) == tawatur_lexicon::Class::Place && !r.clitics.has(tawatur_lexicon::Clitics::KA)
        };
        if !readings.iter().any(named) {
            return None;
        }
        let before = self.tags.at(at - 1);
        let headed = before.any(Tag::PLACE_HEAD) && at > 1 && !before.any(Tag::TIME) && !tag.any(Tag::JOINED);
        let leads = |i: usize| self.tags.is(i, Tag::IN) || self.tags.is(i, Tag::BI) && self.tags.is(i, Tag::PLACE_HEAD);
        let within =
            headed && (leads(at - 1) || leads(at - 2) || self.tags.is(at - 1, Tag::BI) || self.is_direction(at - 1));
        if !(tag.any(Tag::BI) || before.any(Tag::IN) || goes && before.any(Tag::TO) || within) {
            return None;
        }
        let end = self.analysed.phrase_over(at).map_or(at + 1, |p| p.tokens.end);
        // «الساحل الغربي لليمن»: with the article, an adjective.
        let towards = headed && self.is_direction(at - 1) && !before.any(Tag::ARTICLE);
        let start = if towards { at - 1 } else { at };
        Some(TokenRange::new(start, end))
    }

    /// A place that is only described: «في العاصمة», «في قرية …».
    fn unnamed(self, at: usize, limit: usize) -> Option<TokenRange> {
        let tag = self.tags.at(at);
        let led = at > 0 && self.tags.is(at - 1, Tag::IN);
        if !led || !tag.any(Tag::PLACE_HEAD) || tag.any(Tag::TIME) || at >= limit {
            return None;
        }
        let chunk = self.chunk(at, limit)?;
        // «قطاع التعليم», «القطاع الخاص», «القطاعين» are no places.
        let lexicon = self.analysed.lexicon();
        let sector = self.analysed.readings(at).iter().find(|r| lexicon.sense_name(r.sense) == "noun:sector");
        if sector.is_some_and(|r| !tag.any(Tag::ARTICLE) || chunk.tokens.len() > 1 || r.form.is_dual()) {
            return None;
        }
        // «في البلاد» does not say where.
        let land = |r: &tawatur_lexicon::Reading| lexicon.sense_name(r.sense) == "noun:place-land";
        if chunk.tokens.len() == 1 && self.analysed.readings(at).iter().any(land) {
            return None;
        }
        let told = tag.any(Tag::ARTICLE) || chunk.tokens.len() > 1;
        let named = chunk.tokens.iter().any(|i| self.tags.is(i, Tag::PLACE) && !self.tags.is(i, Tag::COMMON));
        (told && !named && chunk.tokens.len() <= 4).then_some(chunk.tokens)
    }

    fn is_about(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        let about = |r: &tawatur_lexicon::Reading| {
            matches!(
                lexicon.sense_name(r.sense),
                "prep:around" | "prep:because" | "prep:after" | "prep:since" | "prep:against"
            )
        };
        self.tags.is(at, Tag::PREPOSITION) && self.analysed.readings(at).iter().any(about)
            || matches!(self.analysed.document.word(at), "بشان")
    }

    fn is_against(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.tags.is(at, Tag::PREPOSITION)
            && self.analysed.readings(at).iter().any(|r| lexicon.sense_name(r.sense) == "prep:against")
    }

    /// «شمال», «غرب», «وسط» stay with the place: north of a town is not in it.
    fn is_direction(self, at: usize) -> bool {
        let lexicon = self.analysed.lexicon();
        self.analysed.readings(at).iter().any(|r| lexicon.sense_name(r.sense) == "noun:place-direction")
    }
}

/// The words without the و, ب or ل that is written with the first of them.
pub(super) fn without_proclitic(analysed: &Analysed, tokens: TokenRange) -> String {
    let text = analysed.document.text_of(tokens);
    let readings = match analysed.phrase_at(tokens.start) {
        Some(phrase) => phrase.readings.as_slice(),
        None => analysed.readings(tokens.start),
    };
    // «كرامي» begins with its own ك.
    let ka = tawatur_lexicon::Clitics::KA;
    let prefixed = |c: tawatur_lexicon::Clitics| c.has_preposition() && !c.has(ka) || c.joins();
    let segment = analysed.segment(tokens.start);
    let all =
        if readings.is_empty() { prefixed(segment.clitics) } else { readings.iter().all(|r| prefixed(r.clitics)) };
    if !all {
        return text.to_owned();
    }
    let clitics = readings.first().map_or(segment.clitics, |r| r.clitics);
    let count = usize::from(clitics.joins()) + usize::from(clitics.has_preposition());
    let rest: String = text.chars().skip(count).collect();
    // «للوزارة» lost its alef.
    match rest.strip_prefix('ل') {
        Some(bare) if clitics.has(tawatur_lexicon::Clitics::LI.with(tawatur_lexicon::Clitics::AL)) => {
            format!("ال{bare}")
        }
        _ => rest,
    }
}
