//! The event that a trigger and its arguments come to.

use tawatur_model::{Auxiliary, Event, NameRange};
use tawatur_text::{TokenKind, TokenRange};

use super::mark::{CONTEXTS, Mark};
use super::modes::modality;
use super::party::Party;
use super::read::Reader;
use super::rules::Shape;
use super::trigger::Trigger;
use super::verb::Arguments;
use crate::clause::Tag;

/// Tokens around a trigger whose party still belongs to the event's words.
const NEAR: usize = 24;

/// Tokens around a trigger whose words tell of its context.
const CONTEXT_REACH: usize = 12;

/// What is known of an event besides who and whom.
pub(super) struct Known {
    pub(super) place: Option<TokenRange>,
    pub(super) date: Option<String>,
    pub(super) aux: Vec<Auxiliary>,
    pub(super) number: usize,
}

impl Reader<'_, '_> {
    pub(super) fn made(&self, trigger: &Trigger, found: &Arguments, clause: TokenRange, known: Known) -> Event {
        let tokens = self.words_of(trigger, found, clause);
        let document = &self.layers.analysed.document;
        let range = document.range_of(tokens);
        let attribution = self.layers.attributions.over(trigger.tokens.start);
        let rule = trigger.rule;
        let (kind, mode) = self.kind(trigger, found);
        Event {
            id: format!("e{}", known.number),
            range,
            quote: range.slice(document.original()).to_owned(),
            kind,
            mode,
            context: self.contexts(trigger, clause),
            modality: modality(&known.aux),
            aux: known.aux,
            actor: found
                .actor
                .as_ref()
                .map(|p| self.party(p))
                .map(|p| self.spoken(p, trigger))
                .or_else(|| self.speaker(trigger, clause)),
            target: found.target.as_ref().map(|p| self.party(p)),
            place: known.place.map(|p| super::place::without_proclitic(self.layers.analysed, p)),
            date: known.date,
            figures: Vec::new(),
            chain: attribution.map(|a| a.chain.clone()).unwrap_or_default(),
            rule: rule.id.clone(),
        }
    }

    /// The context of the rule, then those that the words close to the trigger tell of.
    fn contexts(&self, trigger: &Trigger, clause: TokenRange) -> Vec<String> {
        let from = clause.start.max(trigger.tokens.start.saturating_sub(CONTEXT_REACH));
        let to = clause.end.min(trigger.tokens.end + CONTEXT_REACH);
        let told = (from..to).filter(|i| self.layers.tags.is(*i, Tag::EVENT));
        let marks = told.fold(Mark(0), |all, i| all.or(self.words.mark_of_all(i)));
        let mut found = trigger.rule.context.clone();
        for (_, name) in CONTEXTS.iter().filter(|(mark, _)| marks.any(*mark)) {
            if !found.iter().any(|f| f == name) {
                found.push((*name).to_owned());
            }
        }
        found
    }

    /// Type and modes. Violence by protesters is a riot, a road closed by them an obstruction.
    pub(super) fn kind(&self, trigger: &Trigger, found: &Arguments) -> (String, Vec<String>) {
        let rule = trigger.rule;
        let crowd = found.actor.as_ref().is_some_and(|a| a.name.iter().any(|i| self.words.is(i, Mark::PROTESTER)));
        let hostages = found.target.as_ref().is_some_and(|t| self.words.is(t.name.start, Mark::HOSTAGE));
        let envoys = found.target.as_ref().is_some_and(|t| self.words.is(t.name.start, Mark::ENVOY));
        let court = found.actor.as_ref().is_some_and(|a| self.words.is(a.name.start, Mark::COURT));
        match rule.kind.as_str() {
            "ACCUSE" if court && rule.mode == "disapprove" => ("SANCTION".to_owned(), vec!["convict".to_owned()]),
            "COERCE" if hostages && rule.mode == "arrest" => ("ASSAULT".to_owned(), vec!["abduct".to_owned()]),
            "COERCE" if envoys && rule.mode == "deport" => ("SANCTION".to_owned(), vec!["expel".to_owned()]),
            "ASSAULT" if crowd => ("PROTEST".to_owned(), vec!["riot".to_owned()]),
            "COERCE" if crowd => ("PROTEST".to_owned(), vec!["obstruct".to_owned()]),
            "ACCUSE" | "REQUEST" if crowd && rule.mode != "investigate" => {
                ("PROTEST".to_owned(), vec!["demo".to_owned()])
            }
            kind => (kind.to_owned(), self.mode(trigger)),
        }
    }

    /// The rule's mode, or what the adjectives of the noun make of it: «هجوم انتحاري», «ضربة جوية».
    pub(super) fn mode(&self, trigger: &Trigger) -> Vec<String> {
        let by = [
            (Mark::SUICIDE, "suicide-attack"),
            (Mark::AIR, "aerial"),
            (Mark::MISSILE, "heavy-weapons"),
            (Mark::ARMED, "firearms"),
        ];
        let end = trigger.tokens.end;
        let described = (!trigger.verb && trigger.rule.kind == "ASSAULT").then(|| {
            let verb = |i: &usize| self.words.verb_mark(*i) != Mark(0);
            let marks = (end..end + 2).take_while(|i| !verb(i)).fold(Mark(0), |m, i| m.or(self.words.mark(i)));
            by.iter().find(|(m, _)| marks.any(*m)).map(|(_, name)| (*name).to_owned())
        });
        let own = Some(trigger.rule.mode.clone()).filter(|m| !m.is_empty());
        described.flatten().or(own).into_iter().collect()
    }

    /// «قال الجيش إن جنوده قتلوا»: whose, the speaker tells.
    pub(super) fn spoken(&self, party: NameRange, trigger: &Trigger) -> NameRange {
        let at = party.range.map(|r| self.layers.analysed.document.token_at(r.start()));
        let own = |i: usize| {
            let last = self.layers.analysed.document.text_of(TokenRange::new(i, i + 1)) == party.name;
            last && self.layers.tags.is(i, Tag::PRONOUN_END)
                && self.words.mark_of_all(i).any(Mark::AGENT.or(Mark::ATTACKER).or(Mark::TROOPS))
        };
        match at.filter(|i| own(*i)).and_then(|_| self.says(trigger)) {
            Some(speaker) => speaker,
            None => party,
        }
    }

    /// «قالت الحركة إنها قتلت»: the pronoun of إن is the speaker.
    pub(super) fn speaker(&self, trigger: &Trigger, clause: TokenRange) -> Option<NameRange> {
        let that = clause.start.checked_sub(1).filter(|t| self.words.is_that_he(*t))?;
        (trigger.verb && trigger.tokens.start == that + 1 && trigger.rule.shape != Shape::Befall)
            .then(|| self.he_who_says(trigger))?
    }

    /// Whether the pronoun of «إنها» right before a verb is its subject, and somebody is said to speak.
    pub(super) fn is_of_speaker(&self, trigger: &Trigger) -> bool {
        let he = trigger.tokens.start.checked_sub(1).is_some_and(|b| self.words.is_that_he(b));
        trigger.verb
            && !trigger.passive
            && he
            && trigger.rule.shape != Shape::Befall
            && self.he_who_says(trigger).is_some()
    }

    /// Who speaks, where the pronoun of «إنه», «إنها», «إنهم» before a verb can be he, she or they.
    fn he_who_says(&self, trigger: &Trigger) -> Option<NameRange> {
        let says = self.says(trigger)?;
        let document = &self.layers.analysed.document;
        let he = document.word(trigger.tokens.start.checked_sub(1)?);
        let first = says.range.map(|r| document.token_at(r.start()))?;
        let (word, tag) = (document.word(first), self.layers.tags.at(first));
        let named = Tag::NAME_BEGINS.or(Tag::PLACE).or(Tag::ORGANISATION);
        let many = tag.any(Tag::PLURAL) || ["ون", "ين", "ان"].iter().any(|e| word.ends_with(e));
        let hers = word.ends_with(['ه', 'ي']) || word.ends_with("ات") || many || tag.any(named);
        let fits = match he {
            he if he.ends_with("ها") => hers,
            he if he.ends_with('ه') => !(word.ends_with('ه') && !tag.any(Tag::NAME_BEGINS) || tag.any(Tag::PLURAL)),
            _ => many,
        };
        fits.then_some(says)
    }

    pub(super) fn says(&self, trigger: &Trigger) -> Option<NameRange> {
        let attribution = self.layers.attributions.over(trigger.tokens.start)?;
        let range = attribution.speaker_range.map(|r| self.layers.analysed.document.range_of(r));
        attribution.speaker.clone().map(|name| NameRange { name, range })
    }

    pub(super) fn party(&self, party: &Party) -> NameRange {
        let party = Party { name: if party.name.is_empty() { party.tokens } else { party.name }, ..*party };
        let range = self.layers.analysed.document.range_of(party.name);
        NameRange { name: self.parties.text(&party), range: Some(range) }
    }
}

/// Verbs that belong to the event that they carry: «شن هجوما», «وقع انفجار».
const TELLS: Mark = Mark::DO
    .or(Mark::PERFORM)
    .or(Mark::TAKE_PART)
    .or(Mark::GO_ON)
    .or(Mark::OCCUR)
    .or(Mark::CAUSE)
    .or(Mark::UNDERGO)
    .or(Mark::WITNESS)
    .or(Mark::FIRE);

impl Reader<'_, '_> {
    fn is_quote(&self, at: usize) -> bool {
        self.layers.analysed.document.kind(at) == TokenKind::Quote
    }

    /// The trigger with the verb that carries it and those of its arguments that stand close by.
    fn words_of(&self, trigger: &Trigger, found: &Arguments, clause: TokenRange) -> TokenRange {
        let carrier = found.light.filter(|l| trigger.does.is_some() || self.words.mark(*l).any(TELLS));
        let words = [trigger.object, carrier].into_iter().flatten().fold(trigger.tokens, |words, at| {
            let (start, end) = (words.start.min(at), words.end.max(at + 1));
            if end - start <= NEAR { TokenRange::new(start, end) } else { words }
        });
        let parts = found.actor.iter().chain(&found.target).map(|p| p.tokens).chain(found.more);
        parts.fold(words, |words, part| {
            let (start, end) = (words.start.min(part.start), words.end.max(part.end));
            let quotes = |r: TokenRange| r.iter().filter(|i| self.is_quote(*i)).count() % 2;
            let whole = TokenRange::new(start, end);
            let fits =
                end - start <= NEAR && clause.start <= start && end <= clause.end && quotes(whole) <= quotes(words);
            if fits { TokenRange::new(start, end) } else { words }
        })
    }
}
