//! Goes over the sentences and reads every cue.

use tawatur_model::{Day, Hop, Passage, Polarity};
use tawatur_text::{TokenKind, TokenRange};

use super::Attributions;
use super::complement::Complement;
use super::draft::{Draft, Reach};
use super::frame::Frame;
use super::insert::Inserts;
use super::register::Register;
use super::scope;
use super::takes::Takes;
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
    let reader = Reader { analysed, tags };
    let outlet = context.outlet.map(tawatur_text::fold_word);
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
    };
    attributions.run();
    scope::bound(&reader, attributions.drafts)
}

/// Who spoke last.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    pub(crate) entity: usize,
    pub(crate) relays: Vec<Hop>,
    pub(crate) sentence: usize,
}

/// The reading of one text.
pub(crate) struct AttributionReader<'r, 'a> {
    pub(crate) reader: Reader<'r, 'a>,
    pub(crate) context: Context<'r>,
    pub(crate) outlet: Option<String>,
    pub(crate) register: Register,
    pub(crate) voice: Option<Voice>,
    /// The last phrase that stood as a subject, and its sentence.
    pub(crate) salient: Option<(usize, usize)>,
    /// The last phrase that was named at all, and its sentence.
    mentioned: Option<(usize, usize)>,
    /// The last phrase that was read in passing, and whether a preposition governs it.
    last: Option<(NounPhrase, bool)>,
    /// Where a subject in front of its verb would begin.
    anchor: usize,
    drafts: Vec<Draft>,
}

/// One cue with all that was found around it.
struct Cue {
    tokens: TokenRange,
    verb: usize,
    subject: Option<NounPhrase>,
    voice: Voice,
    polarity: Polarity,
    reach: Reach,
    rule: &'static str,
}

impl AttributionReader<'_, '_> {
    fn run(&mut self) {
        let count = self.reader.analysed.document.sentences().len();
        for sentence in 0..count {
            let Some(run) = self.reader.analysed.document.sentences().get(sentence).copied() else { return };
            if self.is_read(run) {
                self.sentence(sentence, run);
            }
        }
    }

    /// Whether the sentence stands in a passage whose claims are read.
    fn is_read(&self, run: TokenRange) -> bool {
        let start = self.reader.analysed.document.range_of(run).start();
        let passages = self.context.passages;
        let i = passages.partition_point(|p| p.range.end() <= start);
        passages.get(i).filter(|p| p.range.contains_offset(start)).is_none_or(|p| p.role.is_read())
    }

    fn sentence(&mut self, sentence: usize, run: TokenRange) {
        self.anchor = run.start;
        self.last = None;
        let mut at = self.headline(sentence, run).unwrap_or(run.start);
        while at < run.end {
            at = self.token(sentence, at, run.end).max(at + 1);
        }
    }

    /// Where the quotation that holds this token ends, if it holds a speech: what is said in it is the speaker's own.
    fn inside_speech(&self, at: usize) -> Option<usize> {
        let quotations = self.reader.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at).checked_sub(1)?;
        let quotation = quotations.get(i).filter(|q| q.inside.contains(at) && q.inside.len() >= 3)?;
        self.drafts.last().is_some_and(|d| d.cue.end + 24 > quotation.open).then_some(quotation.inside.end)
    }

    /// Reads what begins at a token and gives the token to go on with.
    fn token(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let tag = self.reader.tag(at);
        const CUES: Tag = Tag::CUE_AS
            .or(Tag::CUE_SOURCE)
            .or(Tag::CUE_RELAY)
            .or(Tag::SAYING)
            .or(Tag::SAY)
            .or(Tag::STANDS)
            .or(Tag::WORDS);
        if tag.any(CUES)
            && let Some(close) = self.inside_speech(at)
        {
            return close.min(end);
        }
        const ANCHORS: Tag =
            Tag::BE.or(Tag::BUT).or(Tag::WHILE).or(Tag::THAT).or(Tag::EXCEPT).or(Tag::AS_FOR).or(Tag::SUBORDINATE);
        if tag.any(ANCHORS) {
            self.anchor = at + 1;
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
        if tag.any(Tag::SAY)
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

    /// Enters a phrase that is named in passing.
    fn pass(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let known = |h: &Head| !matches!(h, Head::Unknown | Head::Document | Head::Place);
        let Some(head) = self.reader.head(at).filter(|h| known(h) || self.is_known_name(at)) else {
            return at + 1;
        };
        let tag = self.reader.tag(at);
        if head == Head::Title && tag.any(Tag::PREPOSITION.or(Tag::IN).or(Tag::ON).or(Tag::FROM)) {
            return at + 1;
        }
        let Some(mut phrase) = self.reader.read(at, end) else { return at + 1 };
        if head == Head::Unknown {
            phrase = name_alone(&phrase);
        }
        let before = at.checked_sub(1).map(|b| self.reader.tag(b)).unwrap_or_default();
        const GOVERNS: Tag = Tag::IN.or(Tag::FROM).or(Tag::ON).or(Tag::TO).or(Tag::ABOUT).or(Tag::PREPOSITION);
        let in_construct = before.any(Tag::COMMON.or(Tag::MASDAR))
            && !before
                .any(Tag::ARTICLE.or(Tag::PRONOUN_END).or(Tag::VERB).or(Tag::VERBAL).or(Tag::NAME).or(Tag::NISBA));
        let governed = tag.any(Tag::LI.or(Tag::BI)) || before.any(GOVERNS) && !before.any(Tag::NAME) || in_construct;
        let entity = self.register.enter(&self.reader, &phrase);
        if !governed {
            self.salient = Some((entity, sentence));
        }
        self.mentioned = Some((entity, sentence));
        self.last = Some((phrase, governed));
        phrase.tokens.end
    }

    /// Behind a preposition, or behind a bare noun, stands a noun.
    fn is_noun_here(&self, at: usize) -> bool {
        let tag = self.reader.tag(at);
        if tag.any(Tag::LABEL.or(Tag::CALLED).or(Tag::ARTICLE)) {
            return true;
        }
        let Some(before) = at.checked_sub(1).map(|b| self.reader.tag(b)) else { return false };
        let prepositions = Tag::IN.or(Tag::TO).or(Tag::PREPOSITION).or(Tag::ON);
        !tag.any(Tag::JOINED)
            && before.any(prepositions)
            && !before.any(Tag::NAME.or(Tag::PRONOUN_END).or(Tag::WITH_PRONOUN))
    }

    /// A word that no list knows, but that was part of somebody's name before.
    fn is_known_name(&self, at: usize) -> bool {
        let ordinary = Tag::KNOWN.or(Tag::COMMON).or(Tag::ARTICLE).or(Tag::MASDAR).or(Tag::VERB);
        !self.reader.tag(at).any(ordinary) && self.register.knows_name(&self.reader, TokenRange::new(at, at + 1))
    }

    fn is_negated(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|b| {
            self.reader.tag(b).any(Tag::NOT) || self.reader.analysed.document.word(b) == "ما" && !self.follows_cue(b)
        })
    }

    fn follows_cue(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::CUE_SOURCE.or(Tag::LI).or(Tag::ON)))
    }

    /// A finite verb of saying.
    fn verb(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let takes = Takes::of(self.reader.analysed, at);
        let tag = self.reader.tag(at);
        if self.is_negated(at) {
            return None;
        }
        let before = at.checked_sub(1).map(|b| self.reader.tag(b)).unwrap_or_default();
        let relative = before.any(Tag::RELATIVE);
        let in_front = self.subject_before(at, takes, relative);
        let led = in_front.is_some_and(|s| s.head.is_known() || self.is_registered(&s));
        let frame = self.reader.frame(at, end, takes, led);
        let also = before.any(Tag::ALSO.or(Tag::ALSO_ADVERB).or(Tag::QAD).or(Tag::BE));
        if frame.complement.is_none() {
            return if also {
                self.as_said(sentence, at, end, takes)
            } else {
                self.described(sentence, at, end, takes)
            };
        }
        let (subject, before_verb) = match frame.subject {
            Some(subject) => (Some(subject), false),
            None => (in_front, true),
        };
        let (kind, start) = frame.complement?;
        if subject.is_none() && !self.may_be_bare(at, kind, takes, relative, also) {
            return None;
        }
        let about =
            matches!(frame.complement, Some((Complement::Preposition, at)) if self.reader.tag(at).any(Tag::ABOUT));
        let speaks = about || matches!(kind, Complement::That | Complement::Quote);
        if relative && (tag.any(Tag::OBJECT_PRONOUN) || !speaks) {
            return None;
        }
        let voice = self.voice_of(sentence, subject.as_ref(), &frame.inserts, frame.about.as_ref(), takes)?;
        let rule = rule_of(&frame, before_verb && subject.is_some(), takes);
        let tokens = self.cue_tokens(at, &frame, subject.as_ref());
        let reach = Reach::Forward(if kind == Complement::That { start + 1 } else { start });
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: at,
                subject: speaker_phrase(&frame, subject),
                voice,
                polarity: takes.polarity,
                reach,
                rule,
            },
        );
        self.anchor = start;
        // Words found further ahead leave the stretch in between to be read.
        Some(start.min(frame.end).max(at + 1))
    }

    /// Verbs that tell how somebody calls something: «وصف … بـ».
    fn described(&mut self, sentence: usize, at: usize, end: usize, takes: Takes) -> Option<usize> {
        if !takes.has(Takes::BI) || takes.has(Takes::THAT) {
            return None;
        }
        let subject =
            self.reader.subject(at + 1, end).filter(|s| s.head.is_known() && s.agrees(takes.feminine, takes.plural))?;
        let from = subject.tokens.end;
        let bi = (from..end.min(from + 24)).find(|i| {
            let tag = self.reader.tag(*i);
            tag.any(Tag::BI) && !tag.any(Tag::SIDE) || self.reader.analysed.document.word(*i) == "ب"
        })?;
        let voice = self.voice_of(sentence, Some(&subject), &Inserts::default(), None, takes)?;
        let tokens = TokenRange::new(at, subject.tokens.end);
        let cue = Cue {
            tokens,
            verb: at,
            subject: Some(subject),
            voice,
            polarity: takes.polarity,
            reach: Reach::Forward(from),
            rule: "describes-as",
        };
        self.enter(sentence, cue);
        Some(bi)
    }

    /// Whether a verb without a subject of its own may speak for whoever spoke before.
    fn may_be_bare(&self, at: usize, kind: Complement, takes: Takes, relative: bool, also: bool) -> bool {
        let tag = self.reader.tag(at);
        let goes_on = tag.any(Tag::JOINED) || also;
        if relative {
            return matches!(kind, Complement::That | Complement::Quote) && takes.has(Takes::THAT);
        }
        match kind {
            // «وهو ما يؤكد أن» in mid-sentence has a thing for its subject.
            Complement::That | Complement::Quote => {
                !self.is_impersonal(at) && (goes_on || !takes.present || self.leads(at))
            }
            Complement::Preposition => goes_on && (takes.has(Takes::THAT) || tag.any(Tag::OBJECT_PRONOUN)),
            Complement::Object => {
                goes_on && takes.has(Takes::OBJECT) && !takes.has(Takes::RELAY) && !tag.any(Tag::OBJECT_PRONOUN)
            }
        }
    }

    /// Whether a sentence begins here.
    fn leads(&self, at: usize) -> bool {
        let document = &self.reader.analysed.document;
        document.sentences().get(document.sentence_of(at)).is_some_and(|s| s.start == at)
    }

    /// «يذكر أن» names nobody.
    fn is_impersonal(&self, at: usize) -> bool {
        matches!(
            self.reader.analysed.document.word(at),
            "يذكر"
                | "ويذكر"
                | "يقدر"
                | "ويقدر"
                | "يتوقع"
                | "ويتوقع"
                | "يرجح"
                | "ويرجح"
                | "يعد"
                | "ويعد"
                | "يعتبر"
                | "ويعتبر"
        )
    }

    /// A subject in front of its verb: right before it, at the head of its clause, or before الذي.
    fn subject_before(&self, at: usize, takes: Takes, relative: bool) -> Option<NounPhrase> {
        let tag = self.reader.tag(at);
        if tag.any(Tag::JOINED) {
            return None;
        }
        let mut edge = at;
        while edge > 0
            && (self.reader.tag(edge - 1).any(Tag::QAD.or(Tag::RELATIVE))
                || self.reader.kind(edge - 1) == TokenKind::Comma)
        {
            edge -= 1;
        }
        if let Some((phrase, governed)) = self.last
            && phrase.tokens.end == edge
            && !phrase.tokens.start.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::HE))
            && (!governed || relative || !phrase.definite && phrase.head == Head::Source)
            && phrase.agrees(takes.feminine, takes.plural)
        {
            return Some(phrase);
        }
        if relative {
            return None;
        }
        self.subject_at_anchor(at, takes)
    }

    fn subject_at_anchor(&self, at: usize, takes: Takes) -> Option<NounPhrase> {
        let mut inserts = Inserts::default();
        let start = self.reader.pass_inserts(self.anchor, at, &mut inserts);
        if start >= at {
            return None;
        }
        let mut phrase = self.reader.read(start, at)?;
        let mut next = self.reader.pass_inserts(phrase.tokens.end, at, &mut inserts);
        while let Some(merged) = self.reader.apposition(&phrase, next, at + 1) {
            phrase = merged;
            next = self.reader.pass_inserts(phrase.tokens.end, at, &mut inserts);
        }
        while next < at && self.reader.tag(next).any(Tag::QAD) {
            next += 1;
        }
        let reaches = next >= at
            || self.reader.kind(phrase.tokens.end) == TokenKind::Comma && self.reader.kind(at - 1) == TokenKind::Comma;
        // Things that show something stand inside what somebody else says.
        let nested = self.anchor.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::THAT));
        let thing = matches!(phrase.head, Head::Unknown | Head::Document) && !self.is_registered(&phrase);
        let known = !thing || !nested && !takes.present && !takes.has(Takes::HELD);
        (reaches && known && phrase.agrees(takes.feminine, takes.plural)).then_some(phrase)
    }

    /// Whether somebody of this name was named before.
    fn is_registered(&self, phrase: &NounPhrase) -> bool {
        self.register.knows_name(&self.reader, phrase.tokens)
    }

    /// Who speaks here, and through whom.
    fn voice_of(
        &mut self,
        sentence: usize,
        subject: Option<&NounPhrase>,
        inserts: &Inserts,
        about: Option<&NounPhrase>,
        takes: Takes,
    ) -> Option<Voice> {
        let mut relays = Vec::new();
        let source = about.or(inserts.from.as_ref());
        let mut entity = None;
        if let Some(source) = source {
            entity = Some(self.resolve(source));
            relays.extend(subject.and_then(|s| self.relay(s)));
        } else if inserts.about_pronoun && takes.has(Takes::RELAY) {
            entity = self.pronoun();
            relays.extend(subject.and_then(|s| self.relay(s)));
        } else if let Some(subject) = subject {
            entity = Some(self.resolve(subject));
        }
        for phrase in [inserts.spoken_to, inserts.via].iter().flatten() {
            relays.extend(self.relay(phrase));
        }
        let carried = self.voice.as_ref().filter(|v| entity.is_none_or(|e| e == v.entity)).map(|v| v.relays.clone());
        match entity {
            Some(entity) => {
                let person = self
                    .register
                    .get(entity)
                    .is_some_and(|e| e.phrase.head.is_person() || e.phrase.head == Head::Source);
                if relays.is_empty() && person {
                    relays = carried.unwrap_or_default();
                }
                Some(Voice { entity, relays, sentence })
            }
            None => {
                let mut voice = self.unnamed_subject(takes, sentence)?;
                if !relays.is_empty() {
                    voice.relays = relays;
                }
                voice.sentence = sentence;
                Some(voice)
            }
        }
    }

    /// Whom a pronoun behind عن speaks of.
    fn pronoun(&self) -> Option<usize> {
        self.salient.map(|(e, _)| e).or(self.voice.as_ref().map(|v| v.entity))
    }

    fn cue_tokens(&self, verb: usize, frame: &Frame, subject: Option<&NounPhrase>) -> TokenRange {
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

    fn enter(&mut self, sentence: usize, cue: Cue) {
        let range = cue.subject.map(|s| s.tokens);
        let speaker_range = cue.subject.map(|s| if s.name.is_empty() { s.tokens } else { s.name });
        let draft = Draft {
            cue: cue.tokens,
            verb: cue.verb,
            entity: Some(cue.voice.entity),
            speaker: self.name_of(cue.voice.entity),
            speaker_range: speaker_range.filter(|_| range.is_some()),
            origin: self.hop_of(cue.voice.entity, range),
            relays: cue.voice.relays.clone(),
            institution: self.institution_of(cue.voice.entity),
            polarity: cue.polarity,
            reach: cue.reach,
            sentence,
            said_on: self.said_on(cue.tokens),
            rule: cue.rule,
        };
        self.voice = Some(cue.voice);
        self.drafts.push(draft);
    }

    fn said_on(&self, cue: TokenRange) -> Option<Day> {
        let i = self.context.days.partition_point(|(run, _)| run.end <= cue.start);
        self.context.days.get(i).filter(|(run, _)| run.overlaps(cue)).map(|(_, day)| *day)
    }

    /// كما with a verb and nothing said behind it: the words stand before.
    fn as_said(&mut self, sentence: usize, at: usize, end: usize, takes: Takes) -> Option<usize> {
        let mut inserts = Inserts::default();
        let start = self.reader.pass_inserts(at + 1, end, &mut inserts);
        let mut subject = self.reader.subject(start, end)?;
        let mut next = self.reader.pass_inserts(subject.tokens.end, end, &mut inserts);
        while let Some(merged) = self.reader.apposition(&subject, next, end) {
            subject = merged;
            next = self.reader.pass_inserts(subject.tokens.end, end, &mut inserts);
        }
        let mut about = None;
        if takes.has(Takes::RELAY) && self.reader.tag(next).any(Tag::ABOUT) {
            about = self.reader.subject(next + 1, end);
        }
        if !subject.head.is_known() && next < end && self.reader.kind(next) == TokenKind::Word {
            return None;
        }
        let voice = self.voice_of(sentence, Some(&subject), &inserts, about.as_ref(), takes)?;
        let begin = at.saturating_sub(1);
        let tokens = TokenRange::new(begin, about.map_or(subject.tokens.end, |a| a.tokens.end));
        let spoken = about.or(inserts.from).or(Some(subject));
        self.relay_back(sentence, &voice);
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: at,
                subject: spoken,
                voice,
                polarity: takes.polarity,
                reach: Reach::Backward,
                rule: "as-said",
            },
        );
        Some(tokens.end)
    }

    /// حسبما، وفق ما with a verb of saying.
    fn as_cue(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let mut verb = at + self.reader.analysed.phrase_at(at).map_or(1, |p| p.tokens.len());
        if self.reader.tag(verb).any(Tag::QAD) {
            verb += 1;
        }
        if !self.reader.tag(verb).any(Tag::SAY) {
            return verb;
        }
        let takes = Takes::of(self.reader.analysed, verb);
        self.according(sentence, at, verb, end, takes).unwrap_or(verb + 1)
    }

    fn according(&mut self, sentence: usize, at: usize, verb: usize, end: usize, takes: Takes) -> Option<usize> {
        let mut inserts = Inserts::default();
        let start = self.reader.pass_inserts(verb + 1, end, &mut inserts);
        let mut subject = self
            .reader
            .subject(start, end)
            .filter(|s| s.agrees(takes.feminine, takes.plural) || takes.has(Takes::RELAY))?;
        let mut next = self.reader.pass_inserts(subject.tokens.end, end, &mut inserts);
        while let Some(merged) = self.reader.apposition(&subject, next, end) {
            subject = merged;
            next = self.reader.pass_inserts(subject.tokens.end, end, &mut inserts);
        }
        let mut about = None;
        if takes.has(Takes::RELAY) && self.reader.tag(next).any(Tag::ABOUT) {
            about = self.reader.subject(next + 1, end);
        }
        let voice = self.voice_of(sentence, Some(&subject), &inserts, about.as_ref(), takes)?;
        let last = about.or(inserts.from).map_or(subject.tokens.end, |p| p.tokens.end);
        self.attribute(
            sentence,
            TokenRange::new(at, last),
            verb,
            about.or(inserts.from).unwrap_or(subject),
            voice,
            takes.polarity,
            "according-to-what",
        )
    }

    /// بحسب، وفقاً لـ، نقلاً عن with who is followed.
    fn source_cue(&mut self, sentence: usize, at: usize, end: usize) -> usize {
        let mut start = at + 1;
        if self.reader.analysed.document.word(start) == "ما" && self.reader.tag(start + 1).any(Tag::SAY) {
            let takes = Takes::of(self.reader.analysed, start + 1);
            return self.according(sentence, at, start + 1, end, takes).unwrap_or(start + 2);
        }
        if self.reader.tag(start).any(Tag::ABOUT.or(Tag::TO)) {
            start += 1;
        } else if matches!(self.reader.analysed.document.word(start), "لما" | "ل") {
            if self.reader.tag(start + 1).any(Tag::SAY) {
                let takes = Takes::of(self.reader.analysed, start + 1);
                return self.according(sentence, at, start + 1, end, takes).unwrap_or(start + 2);
            }
            start += 1;
        }
        if matches!(self.reader.analysed.document.word(start), "اخر" | "احدث" | "لاخر") {
            start += 1;
        }
        self.source(sentence, at, start, end).unwrap_or(at + 1)
    }

    fn source(&mut self, sentence: usize, at: usize, start: usize, end: usize) -> Option<usize> {
        let mut phrase = self.reader.subject(start, end)?;
        if phrase.head == Head::Place || phrase.head == Head::Unknown && !self.is_bare_source(&phrase, end) {
            return None;
        }
        let mut inserts = Inserts::default();
        let mut next = self.reader.pass_inserts(phrase.tokens.end, end, &mut inserts);
        if let Some(merged) = self.reader.apposition(&phrase, next, end) {
            phrase = merged;
            next = phrase.tokens.end;
        }
        let mut cue_end = phrase.tokens.end;
        let mut relay = None;
        if phrase.head == Head::Document {
            // «وفق حصيلة أعلنتها السلطات», «وفق بيان للوزارة»: whose document it is.
            let issuer = self.issuer(phrase.tokens.end, end);
            match issuer {
                Some(issuer) => {
                    cue_end = issuer.tokens.end;
                    phrase = issuer;
                }
                None if next < end && self.reader.kind(phrase.tokens.end) == TokenKind::Word => return None,
                None => {}
            }
        } else if let Some(from) = inserts.from {
            relay = Some(phrase);
            phrase = from;
            cue_end = from.tokens.end.min(next.max(cue_end));
        }
        let mut voice = self.voice_of(sentence, Some(&phrase), &Inserts::default(), None, Takes::default())?;
        if let Some(relay) = relay {
            voice.relays = self.relay(&relay).into_iter().collect();
        }
        self.attribute(sentence, TokenRange::new(at, cue_end), at, phrase, voice, Polarity::Says, "according-to")
    }

    /// A name that no list knows, between the cue and a mark.
    fn is_bare_source(&self, phrase: &NounPhrase, end: usize) -> bool {
        let last = phrase.tokens.end;
        let alone = last >= end || !matches!(self.reader.kind(last), TokenKind::Word | TokenKind::Number);
        let known = phrase.tokens.iter().any(|t| self.reader.tag(t).any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR)));
        alone && !known && self.register.get(0).is_some()
    }

    /// Who made a document: «أعلنتها السلطات», «صادر عن الوزارة», «للوزارة», «نشرته …».
    fn issuer(&self, from: usize, end: usize) -> Option<NounPhrase> {
        for at in from..end.min(from + 7) {
            let tag = self.reader.tag(at);
            match self.reader.kind(at) {
                TokenKind::Word => {}
                _ => return None,
            }
            if tag.any(Tag::SAY.or(Tag::VERB)) && tag.any(Tag::OBJECT_PRONOUN.or(Tag::PRONOUN_END))
                || tag.any(Tag::ABOUT)
            {
                return self.reader.subject(at + 1, end).filter(|p| p.head.is_known());
            }
            if tag.any(Tag::LI) && tag.any(Tag::BODY.or(Tag::TITLE).or(Tag::ORGANISATION).or(Tag::OFFICIAL)) {
                return self.reader.subject(at, end);
            }
            if tag.any(Tag::THAT.or(Tag::SAY)) {
                return None;
            }
        }
        None
    }

    /// Enters a cue of the kind «بحسب …», which looks back unless it leads its sentence.
    fn attribute(
        &mut self,
        sentence: usize,
        tokens: TokenRange,
        verb: usize,
        phrase: NounPhrase,
        voice: Voice,
        polarity: Polarity,
        rule: &'static str,
    ) -> Option<usize> {
        let run = self.reader.analysed.document.sentences().get(sentence).copied()?;
        let mut inserts = Inserts::default();
        let next = self.reader.pass_inserts(tokens.end, run.end, &mut inserts);
        let leads = self.reader.pass_inserts(run.start, tokens.start, &mut inserts) >= tokens.start
            || tokens.start <= run.start + 1;
        let more = next + 1 < run.end;
        let reach = if leads && more { Reach::Forward(next) } else { Reach::Backward };
        if reach == Reach::Backward {
            self.relay_back(sentence, &voice);
        }
        self.last = Some((phrase, true));
        self.enter(sentence, Cue { tokens, verb, subject: Some(phrase), voice, polarity, reach, rule });
        Some(tokens.end)
    }

    /// A carrier named behind somebody's words relayed them.
    fn relay_back(&mut self, sentence: usize, voice: &Voice) {
        let carrier = self.register.get(voice.entity).is_some_and(|e| {
            matches!(e.phrase.head, Head::Agency | Head::Medium)
                || self.reader.tag(e.phrase.tokens.start).any(Tag::VOICE)
        });
        if !carrier {
            return;
        }
        let Some(hop) = self.hop_of(voice.entity, None) else { return };
        for draft in self.drafts.iter_mut().rev().take_while(|d| d.sentence == sentence) {
            let same = draft.entity == Some(voice.entity);
            if matches!(draft.reach, Reach::Forward(_)) && draft.relays.is_empty() && !same {
                draft.relays.push(hop.clone());
            }
        }
    }

    /// Only an indefinite accusative, feminine or plural goes on with a speech.
    fn is_adverbial(&self, at: usize) -> bool {
        let lexicon = self.reader.analysed.lexicon();
        !self.reader.tag(at).any(Tag::ARTICLE)
            && self.reader.analysed.readings(at).iter().any(|r| {
                lexicon.sense_name(r.sense) == "adj:saying"
                    && (r.form.is_accusative() || r.form.is_feminine() || r.form.is_plural())
            })
    }

    /// مضيفاً أن: goes on with the speech of the same sentence.
    fn participle(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let takes = Takes::of(self.reader.analysed, at);
        let mut inserts = Inserts::default();
        let next = self.reader.pass_inserts(at + 1, end, &mut inserts);
        let found = self.reader.complement_at(next, end, takes).or_else(|| {
            let object =
                takes.has(Takes::OBJECT | Takes::HELD) && self.reader.tag(next).any(Tag::MASDAR.or(Tag::ARTICLE));
            object.then_some((Complement::Object, next))
        });
        let (kind, start) = found?;
        let voice = self.unnamed_subject(takes, sentence)?;
        let end_of_cue = if kind == Complement::That { start + 1 } else { at + 1 };
        let reach = Reach::Forward(if kind == Complement::That { start + 1 } else { start });
        let voice = Voice { sentence, ..voice };
        let tokens = TokenRange::new(at, end_of_cue);
        self.enter(
            sentence,
            Cue { tokens, verb: at, subject: None, voice, polarity: takes.polarity, reach, rule: "goes-on-saying" },
        );
        Some(start.max(at + 1))
    }

    /// «جاء في البيان أن»: what a document says.
    fn document(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let mut next = at + 1;
        if self.reader.tag(next).any(Tag::THIS) {
            return self.carried_by(sentence, next, end);
        }
        let mut issuer = None;
        let mut definite = false;
        if self.reader.tag(next).any(Tag::IN) && self.reader.tag(next + 1).any(Tag::SPEECH) {
            definite = self.reader.tag(next + 1).any(Tag::ARTICLE);
            issuer = self.issuer(next + 2, end);
            next = issuer.map_or(next + 2, |i| i.tokens.end);
        }
        let takes = Takes::of_saying();
        let mut inserts = Inserts::default();
        let after = self.reader.pass_inserts(next, end, &mut inserts);
        let (kind, start) = self.reader.complement_at(after, end, takes)?;
        let voice = match issuer {
            Some(issuer) => Voice { entity: self.resolve(&issuer), relays: Vec::new(), sentence },
            None if definite => self.voice.clone()?,
            None => self.mentioned.filter(|(_, s)| *s == sentence).map(|(entity, _)| Voice {
                entity,
                relays: Vec::new(),
                sentence,
            })?,
        };
        let tokens = TokenRange::new(at, if kind == Complement::That { start + 1 } else { next });
        let reach = Reach::Forward(if kind == Complement::That { start + 1 } else { start });
        let voice = Voice { sentence, ..voice };
        self.enter(
            sentence,
            Cue { tokens, verb: at, subject: issuer, voice, polarity: Polarity::Says, reach, rule: "document-says" },
        );
        Some(start)
    }

    /// «جاء ذلك في تعليقات بثها التلفزيون»: the carrier of the sentence before.
    fn carried_by(&mut self, sentence: usize, from: usize, end: usize) -> Option<usize> {
        let verb = (from..end.min(from + 8)).find(|i| self.reader.tag(*i).any(Tag::BROADCASTS))?;
        let carrier = self.reader.subject(verb + 1, end).filter(|p| matches!(p.head, Head::Medium | Head::Agency))?;
        let hop = self.relay(&carrier)?;
        for draft in self.drafts.iter_mut().rev().take_while(|d| d.sentence + 1 >= sentence) {
            if draft.relays.is_empty() {
                draft.relays.push(hop.clone());
            }
        }
        Some(carrier.tokens.end)
    }

    /// «قوله إن», «إلى القول إن» apart from a relay.
    fn words(&mut self, sentence: usize, at: usize, end: usize) -> Option<usize> {
        let takes = Takes::of_saying();
        let mut inserts = Inserts::default();
        let next = self.reader.pass_inserts(at + 1, end, &mut inserts);
        let (kind, start) = self.reader.complement_at(next, end, takes)?;
        if at.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::LIMIT)) {
            return None;
        }
        let voice = match self.mentioned.filter(|(_, s)| *s == sentence) {
            Some((entity, _)) => Voice { entity, relays: Vec::new(), sentence },
            None => self.voice.clone()?,
        };
        let tokens = TokenRange::new(at, if kind == Complement::That { start + 1 } else { at + 1 });
        let reach = Reach::Forward(if kind == Complement::That { start + 1 } else { start });
        let voice = Voice { sentence, ..voice };
        self.enter(
            sentence,
            Cue { tokens, verb: at, subject: None, voice, polarity: Polarity::Says, reach, rule: "words-of" },
        );
        Some(start)
    }

    /// «بوتين: لن نسمح» at the head of a line.
    fn headline(&mut self, sentence: usize, run: TokenRange) -> Option<usize> {
        if !self.reader.analysed.document.token(run.start)?.line_start {
            return None;
        }
        let colon = (run.start..run.end.min(run.start + 10)).find(|i| self.reader.kind(*i) == TokenKind::Colon)?;
        if run.end < colon + 3 {
            return None;
        }
        let phrase = self.reader.read(run.start, colon)?;
        let mut inserts = Inserts::default();
        let reaches = self.reader.pass_inserts(phrase.tokens.end, colon, &mut inserts) >= colon;
        let can_speak = match phrase.head {
            Head::Place | Head::Document => false,
            Head::Unknown => {
                phrase.tokens.iter().all(|t| !self.reader.tag(t).any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR)))
            }
            Head::Source => phrase.tokens.len() > 1,
            _ => true,
        };
        if !reaches || !can_speak {
            return None;
        }
        let entity = self.resolve(&phrase);
        let voice = Voice { entity, relays: Vec::new(), sentence };
        let tokens = TokenRange::new(run.start, colon + 1);
        self.enter(
            sentence,
            Cue {
                tokens,
                verb: colon,
                subject: Some(phrase),
                voice,
                polarity: Polarity::Says,
                reach: Reach::Forward(colon + 1),
                rule: "speaker-colon",
            },
        );
        Some(colon + 1)
    }
}

/// The first word of a phrase as a name.
fn name_alone(phrase: &NounPhrase) -> NounPhrase {
    let run = TokenRange::new(phrase.tokens.start, phrase.tokens.start + 1);
    NounPhrase { tokens: run, head: Head::Name, name: run, definite: true, ..*phrase }
}

/// The phrase that names the speaker at this place.
fn speaker_phrase(frame: &Frame, subject: Option<NounPhrase>) -> Option<NounPhrase> {
    if frame.about.is_some() || frame.inserts.from.is_some() {
        return frame.about.or(frame.inserts.from);
    }
    if frame.inserts.about_pronoun && frame.subject.is_some() { None } else { subject }
}

fn rule_of(frame: &Frame, before_verb: bool, takes: Takes) -> &'static str {
    let relayed =
        frame.about.is_some() || frame.inserts.from.is_some() || frame.inserts.about_pronoun && takes.has(Takes::RELAY);
    match (relayed, before_verb, frame.subject.is_some(), frame.complement) {
        (true, ..) => "relays-words-of",
        (_, true, ..) => "speaker-says",
        (_, _, true, Some((Complement::Object | Complement::Preposition, _))) => "says-speaker-of",
        (_, _, true, _) => "says-speaker",
        _ => "says-again",
    }
}
