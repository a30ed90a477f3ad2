//! Goes over the sentences and reads every cue.

use tawatur_model::{Day, Hop, HopKind, Passage, Polarity};
use tawatur_text::TokenRange;

use super::Attributions;
use super::antecedent::letters;
use super::complement::Complement;
use super::draft::{Draft, Reach};
use super::frame::Frame;
use super::passing::is_plain;
use super::register::Register;
use super::scope;
use super::takes::Takes;
use super::why::{Reasons, SpeakerWhy};
use crate::Analysed;
use crate::clause::{Tag, Tags};
use crate::phrase::{Head, NounPhrase, Reader};

/// What is known of the report beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'c> {
    /// The report's own outlet: whom somebody tells it is no relay.
    pub outlet: Option<&'c str>,
    /// The report's passages; claims come only from those that are read.
    pub passages: &'c [Passage],
    /// The days that the text names, resolved, in order.
    pub days: &'c [(TokenRange, Day)],
}

/// Reads all attributions of a text. Linear in its length.
pub fn read(analysed: &Analysed, tags: &Tags, context: Context) -> Attributions {
    read_with(analysed, tags, context, None).0
}

/// Reads them once more, with those whom each speaker was chosen from.
pub fn explain(analysed: &Analysed, tags: &Tags, context: Context) -> Vec<SpeakerWhy> {
    read_with(analysed, tags, context, Some(Reasons::default())).1
}

fn read_with(
    analysed: &Analysed,
    tags: &Tags,
    context: Context,
    reasons: Option<Reasons>,
) -> (Attributions, Vec<SpeakerWhy>) {
    let reader = Reader { analysed, tags };
    let outlet = context.outlet.map(|o| letters(&tawatur_text::fold_word(o)));
    let mut attributions = AttributionReader {
        reader,
        context,
        outlet,
        register: Register::default(),
        voice: None,
        salient: None,
        mentioned: None,
        last: None,
        anchor: 0,
        drafts: Vec::new(),
        reasons,
    };
    attributions.run();
    let why = attributions.reasons.map(Reasons::into_all).unwrap_or_default();
    (scope::bound(&reader, attributions.drafts), why)
}

/// Words that a speech begins with, or whoever speaks.
const CUES: Tag =
    Tag::CUE_AS.or(Tag::CUE_SOURCE).or(Tag::CUE_RELAY).or(Tag::SAYING).or(Tag::SAY).or(Tag::STANDS).or(Tag::WORDS);

/// Words behind which a clause begins.
const ANCHORS: Tag =
    Tag::BE.or(Tag::BUT).or(Tag::WHILE).or(Tag::THAT).or(Tag::EXCEPT).or(Tag::AS_FOR).or(Tag::SUBORDINATE);

/// All words that call for more than to see whether somebody is named: most do not.
const CALLS: Tag = CUES.or(ANCHORS).or(Tag::RELATIVE).or(Tag::ISSUES);

/// Who spoke last.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    pub(crate) entity: usize,
    pub(crate) relays: Vec<Hop>,
    pub(crate) sentence: usize,
    /// Named by a word of another gender, «البيان» of a ministry: any verb may go on for it.
    pub(crate) loose: bool,
    /// The carrier was only named behind his words.
    pub(crate) behind: bool,
}

/// Whom the text tells of, as far as it has been read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Salient {
    pub(crate) entity: usize,
    pub(crate) sentence: usize,
    /// Stands right behind a verb or at the head of its clause, and is not only named.
    pub(crate) subject: bool,
}

/// The reading of one text.
pub(crate) struct AttributionReader<'r, 'a> {
    pub(crate) reader: Reader<'r, 'a>,
    pub(crate) context: Context<'r>,
    pub(crate) outlet: Option<String>,
    pub(crate) register: Register,
    pub(crate) voice: Option<Voice>,
    /// The phrase that stands out as whom the text tells of.
    pub(crate) salient: Option<Salient>,
    /// The last phrase that was named at all, and its sentence.
    pub(super) mentioned: Option<(usize, usize)>,
    /// The last phrase that was read in passing, and whether a preposition governs it.
    pub(super) last: Option<(NounPhrase, bool)>,
    /// Where a subject in front of its verb would begin.
    pub(super) anchor: usize,
    pub(super) drafts: Vec<Draft>,
    /// Whom each speaker was chosen from; none where nobody asks.
    pub(super) reasons: Option<Reasons>,
}

/// Who stands in front of a verb.
pub(super) enum Front {
    Speaker(NounPhrase),
    /// Something that shows and does not speak.
    Thing,
    Nobody,
}

/// One cue with all that was found around it.
pub(super) struct Cue {
    pub(super) tokens: TokenRange,
    pub(super) verb: usize,
    pub(super) subject: Option<NounPhrase>,
    pub(super) voice: Voice,
    pub(super) polarity: Polarity,
    pub(super) reach: Reach,
    pub(super) names_event: bool,
    /// Stands in a relative clause.
    pub(super) aside: bool,
    pub(super) rule: &'static str,
}

impl AttributionReader<'_, '_> {
    pub(super) fn run(&mut self) {
        let count = self.reader.analysed.document.sentences().len();
        for sentence in 0..count {
            let Some(run) = self.reader.analysed.document.sentences().get(sentence).copied() else { return };
            if self.is_read(run) {
                self.sentence(sentence, run);
            }
        }
    }

    /// Whether the sentence stands in a passage whose claims are read.
    pub(super) fn is_read(&self, run: TokenRange) -> bool {
        let start = self.reader.analysed.document.range_of(run).start();
        let passages = self.context.passages;
        let i = passages.partition_point(|p| p.range.end() <= start);
        passages.get(i).filter(|p| p.range.contains_offset(start)).is_none_or(|p| p.role.is_read())
    }

    pub(super) fn sentence(&mut self, sentence: usize, run: TokenRange) {
        self.anchor = run.start;
        self.last = None;
        let mut at = self.headline(sentence, run).unwrap_or(run.start);
        while at < run.end {
            let tag = self.reader.tag(at);
            // Most words call for nothing.
            let plain = !tag.any(CALLS) && is_plain(tag);
            at = if plain { at + 1 } else { self.token(sentence, at, run.end).max(at + 1) };
        }
    }

    /// Where the quotation that holds this token ends, if it holds a speech: what is said in it is the speaker's own.
    pub(super) fn inside_speech(&self, at: usize) -> Option<usize> {
        let quotations = self.reader.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at).checked_sub(1)?;
        let quotation = quotations.get(i).filter(|q| q.inside.contains(at) && q.inside.len() >= 3)?;
        self.drafts.last().is_some_and(|d| d.cue.end + 24 > quotation.open).then_some(quotation.inside.end)
    }

    /// Reads what begins at a token and gives the token to go on with.
    pub(super) fn token(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let tag = self.reader.tag(at);
        if !tag.any(CALLS) {
            return self.pass(sentence, at, end);
        }
        if tag.any(CUES)
            && let Some(close) = self.inside_speech(at)
        {
            return close.min(end);
        }
        if tag.any(ANCHORS) {
            self.anchor = at + 1;
        }
        if tag.any(Tag::RELATIVE) {
            self.relative(sentence, at);
        }
        if tag.any(Tag::CUE_AS) {
            return self.as_cue(sentence, at, end);
        }
        if tag.any(Tag::CUE_SOURCE.or(Tag::CUE_RELAY)) {
            return self.source_cue(sentence, at, end);
        }
        if tag.any(Tag::SAYING)
            && self.is_adverbial(at)
            && let Some(next) = self.participle(sentence, at, end)
        {
            return next;
        }
        if (tag.any(Tag::SAY) || tag.any(Tag::ISSUES) && self.acts(at, end))
            && !self.is_noun_here(at)
            && let Some(next) = self.verb(sentence, at, end)
        {
            return next;
        }
        if tag.any(Tag::STANDS)
            && let Some(next) = self.document(sentence, at, end)
        {
            return next;
        }
        if tag.any(Tag::WORDS)
            && let Some(next) = self.words(sentence, at, end)
        {
            return next;
        }
        self.pass(sentence, at, end)
    }

    /// Whether an act of speech stands behind a verb that only carries it out: «وجهت الوزارة تحذيرا».
    fn acts(&self, at: usize, end: usize) -> bool {
        let stops = |t: &usize| self.reader.tag(*t).any(Tag::THAT.or(Tag::SAY).or(Tag::RELATIVE).or(Tag::WHILE));
        let mut ahead = (at + 1..end.min(at + 12)).take_while(|t| !stops(t));
        let against = matches!(self.reader.analysed.takes(at).polarity, Polarity::Denies | Polarity::Accuses);
        ahead.any(|t| self.reader.is_act(t, against))
    }

    pub(super) fn enter(&mut self, sentence: usize, mut cue: Cue) {
        if let Some(outer) = self.outer(sentence, &cue) {
            cue.voice.relays.push(outer);
            self.merge_relay(&mut cue);
        }
        self.tell_why(&cue);
        let range = cue.subject.map(|s| s.tokens);
        let speaker_range = cue.subject.map(|s| if s.name.is_empty() { s.tokens } else { s.name });
        let own = cue.subject.and_then(|s| self.of_carrier(&s, &cue.voice.relays));
        let draft = Draft {
            cue: cue.tokens,
            verb: cue.verb,
            entity: Some(cue.voice.entity),
            speaker: own.clone().or_else(|| self.name_of(cue.voice.entity)),
            speaker_range: speaker_range.filter(|_| range.is_some()),
            origin: self.hop_of(cue.voice.entity, range).map(|h| Hop { name: own.unwrap_or(h.name), ..h }),
            relays: cue.voice.relays.clone(),
            institution: self.institution_of(cue.voice.entity),
            polarity: cue.polarity,
            reach: cue.reach,
            names_event: cue.names_event,
            is_document: self.register.get(cue.voice.entity).is_some_and(|e| e.phrase.head == Head::Document),
            is_earlier_toll: self
                .register
                .get(cue.voice.entity)
                .is_some_and(|e| self.reader.is_earlier_toll(&e.phrase)),
            sentence,
            said_on: self.said_on(cue.tokens),
            rule: cue.rule,
        };
        // A carrier at the end of somebody's words, or a voice in an aside, does not go on speaking.
        let spoken = self.drafts.last().is_some_and(|d| d.sentence == sentence);
        if !(cue.aside || !matches!(draft.reach, Reach::Forward(_)) && spoken) {
            self.voice = Some(cue.voice);
        }
        self.drafts.push(draft);
    }

    /// «قال الحاكم إن المتهمين اعترفوا»: who tells of what somebody else says relays it.
    fn outer(&self, sentence: usize, cue: &Cue) -> Option<Hop> {
        let outer = self.drafts.last().filter(|d| d.sentence == sentence && d.entity != Some(cue.voice.entity))?;
        let Reach::Forward(start) = outer.reach else { return None };
        let that = start.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::THAT));
        let own = cue.subject.is_some() && !cue.aside && cue.voice.relays.is_empty();
        let forward = matches!(cue.reach, Reach::Forward(_)) && cue.tokens.start >= start;
        const TURNS: Tag = Tag::WHILE.or(Tag::BUT).or(Tag::ALSO).or(Tag::SUBORDINATE);
        let turns = (start..=cue.verb).any(|t| self.reader.tag(t).any(TURNS))
            || self.reader.tag(cue.verb).any(Tag::JOINED)
            || self.reader.tag(cue.tokens.start).any(Tag::JOINED);
        let origin = if that && own && forward && !turns { outer.origin.clone() } else { None };
        origin.filter(|h| !matches!(h.kind, HopKind::Unnamed))
    }

    /// «ونقلت الوكالة أن النائب العام قال»: the relay and his words are one statement.
    fn merge_relay(&mut self, cue: &mut Cue) {
        let relays = |d: &&Draft| {
            let begins = matches!(d.reach, Reach::Forward(start) if start == cue.tokens.start);
            begins && d.relays.is_empty() && self.reader.analysed.takes(d.verb).has(Takes::RELAY)
        };
        if let Some(outer) = self.drafts.last().filter(relays) {
            cue.tokens.start = outer.cue.start;
            cue.rule = "relays-words-of";
            self.drafts.pop();
        }
    }

    /// «عن مراسلها»: the correspondent of the carrier that relays him.
    fn of_carrier(&self, subject: &NounPhrase, relays: &[Hop]) -> Option<String> {
        let carrier = relays.first()?;
        let at = subject.tokens.start;
        let own = self.reader.tag(at).any(Tag::PRONOUN_END) && subject.head == Head::Title && subject.name.is_empty();
        let word = self.reader.analysed.document.text_of(TokenRange::new(at, at + 1));
        let bare = word.strip_suffix("ها").or(word.strip_suffix('ه')).filter(|_| own)?;
        let rest = self.reader.analysed.document.text_of(TokenRange::new(at + 1, subject.tokens.end));
        Some(format!("{bare} {} {rest}", carrier.name).trim_end().to_owned())
    }

    pub(super) fn said_on(&self, cue: TokenRange) -> Option<Day> {
        let i = self.context.days.partition_point(|(run, _)| run.end <= cue.start);
        self.context.days.get(i).filter(|(run, _)| run.overlaps(cue)).map(|(_, day)| *day)
    }

    pub(super) fn cue_tokens(&self, verb: usize, frame: &Frame, subject: Option<&NounPhrase>) -> TokenRange {
        let mut end = verb + 1;
        for part in [frame.subject, frame.about].iter().flatten() {
            end = end.max(part.tokens.end);
        }
        if let Some((kind, at)) = frame.complement
            && kind == Complement::That
            && at < end + 16
        {
            end = end.max(at + 1);
        }
        let start =
            subject.filter(|s| s.tokens.end <= verb && verb - s.tokens.end < 12).map_or(verb, |s| s.tokens.start);
        TokenRange::new(start, end)
    }
}

/// The first word of a phrase as a name.
pub(super) fn name_alone(phrase: &NounPhrase) -> NounPhrase {
    let run = TokenRange::new(phrase.tokens.start, phrase.tokens.start + 1);
    NounPhrase { tokens: run, head: Head::Name, name: run, definite: true, ..*phrase }
}
