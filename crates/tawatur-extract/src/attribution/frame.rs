//! The frame of a verb of saying: its subject, what is inserted, and where the words said begin.

use std::sync::OnceLock;

use tawatur_text::{TokenKind, TokenRange};

use super::complement::{Complement, Found};
use super::insert::Inserts;
use super::takes::Takes;
use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};
use tawatur_model::Polarity;

/// A verb's subject, insertions and complement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) subject: Option<NounPhrase>,
    pub(crate) inserts: Inserts,
    /// Who is quoted by a relay: «نقلت … عن …».
    pub(crate) about: Option<NounPhrase>,
    pub(crate) complement: Option<Found>,
    /// The first token behind subject and insertions.
    pub(crate) end: usize,
}

impl Reader<'_, '_> {
    /// The frame of the verb at `verb` in a sentence that ends at `end`. `led`: a subject stands in front of it.
    /// `known` gives the name that begins at a token, if it was named before.
    pub(crate) fn frame(
        &self,
        verb: usize,
        end: usize,
        takes: Takes,
        led: bool,
        known: impl Fn(usize) -> Option<NounPhrase>,
    ) -> Frame {
        let mut inserts = Inserts::default();
        let at = self.pass_inserts(verb + 1, end, &mut inserts);
        let bare = Frame { subject: None, inserts, about: None, complement: None, end: at };
        if let Some(found) = self.complement_at(at, end, takes)
            && !self.is_quoted_subject(at, end)
        {
            return Frame { complement: Some(found), ..bare };
        }
        // «وطالبوا المنظمات»: a verb in the plural has its subject before it; what stands behind it is its object.
        let with_subject = if takes.plural { None } else { self.with_subject(at, end, takes, inserts, known(at)) };
        match with_subject {
            Some(frame) if self.is_subject(&frame, takes) => frame,
            // Somebody who can speak and agrees with the verb is no object of it, even where no words follow.
            Some(frame) if frame.complement.is_none() && self.can_speak(&frame, takes) => {
                Frame { subject: None, ..frame }
            }
            _ => Frame { complement: self.complement_behind(at, end, takes, led), ..bare },
        }
    }

    /// «"لجنة الأمن" إن»: a quotation that is followed by أن names the speaker.
    fn is_quoted_subject(&self, at: usize, end: usize) -> bool {
        if self.kind(at) != TokenKind::Quote {
            return false;
        }
        let quotations = self.analysed.document.quotations();
        let i = quotations.partition_point(|q| q.open < at);
        quotations.get(i).filter(|q| q.open == at && q.inside.len() <= 5).is_some_and(|q| {
            let outlet = self.tag(q.inside.start).any(Tag::OUTLET.or(Tag::ORGANISATION).or(Tag::CARRIER));
            let that = q.close.is_some_and(|c| c + 1 < end && self.tag(c + 1).any(Tag::THAT));
            (that || outlet && q.close.is_some()) && !self.tag(q.inside.start).any(Tag::THAT)
        })
    }

    fn with_subject(
        &self,
        at: usize,
        end: usize,
        takes: Takes,
        mut inserts: Inserts,
        known: Option<NounPhrase>,
    ) -> Option<Frame> {
        if self.is_governed_word(at) || takes.has(Takes::BI) && self.is_bi_word(at) {
            return None;
        }
        let mut subject = known.or_else(|| self.subject(at, end))?;
        let mut next = self.pass_inserts(subject.tokens.end, end, &mut inserts);
        while let Some(merged) = self.apposition(&subject, next, end).or_else(|| self.name_ahead(&subject, next, end)) {
            subject = merged;
            next = self.pass_inserts(subject.tokens.end, end, &mut inserts);
        }
        if let Some(called) = inserts.called {
            subject.name = if called.name.is_empty() { called.tokens } else { called.name };
        }
        let mut about = None;
        if takes.has(Takes::RELAY)
            && let Some(from) = self.quoted_source(next, end)
        {
            let mut source = self.subject(from, end)?;
            next = self.pass_inserts(source.tokens.end, end, &mut inserts);
            while let Some(merged) = self.apposition(&source, next, end) {
                source = merged;
                next = self.pass_inserts(source.tokens.end, end, &mut inserts);
            }
            about = Some(source);
        }
        let mut complement = self.complement_behind(next, end, takes, subject.head.is_known());
        if let Some((_, start)) = complement
            && inserts.spoken_to.is_none()
        {
            // «مدير المنظمة التي ...، لوكالة الريف إن»
            let first = subject.tokens.end;
            for at in first..start.min(first + 30) {
                if self.pass_spoken_to(at, end, &mut inserts).is_some() && inserts.spoken_to.is_some() {
                    break;
                }
            }
        }
        if complement.is_none() && about.is_some() {
            complement = Some((Complement::Object, subject.tokens.end));
        }
        Some(Frame { subject: Some(subject), inserts, about, complement, end: next })
    }

    /// Where the source of a relay is named: behind عن or على لسان, perhaps behind further carriers or an object.
    fn quoted_source(&self, from: usize, end: usize) -> Option<usize> {
        let mut owned = false;
        for at in from..end.min(from + 10) {
            let tag = self.tag(at);
            if tag.any(Tag::ABOUT) && !tag.any(Tag::PRONOUN_END) {
                return (!owned).then_some(at + 1);
            }
            if tag.any(Tag::ON) && self.tag(at + 1).any(Tag::TONGUE) {
                return Some(at + 2);
            }
            // «نقلت الوكالة إعلان الجماعة مسؤوليتها عن»: عن belongs to the noun.
            owned |= tag.any(Tag::MASDAR.or(Tag::PRONOUN_END)) && !tag.any(Tag::SPEECH.or(Tag::DOCUMENT));
            let stops = tag.any(Tag::THAT.or(Tag::SAY).or(Tag::TO).or(Tag::IN).or(Tag::RELATIVE));
            if stops || matches!(self.kind(at), TokenKind::Quote | TokenKind::Colon | TokenKind::Stop) {
                return None;
            }
        }
        None
    }

    /// The noun phrase at a token, a name between quotation marks included.
    pub(crate) fn subject(&self, at: usize, end: usize) -> Option<NounPhrase> {
        if self.kind(at) == TokenKind::Hash {
            return self.hash_tag(at, end);
        }
        if let Some(noun) = self.counted_speakers(at) {
            // «ثلاثة مصادر أمنية»
            let tokens = |p: NounPhrase| TokenRange::new(at, p.tokens.end);
            return self.read(noun, end).map(|p| NounPhrase { tokens: tokens(p), title: tokens(p), plural: true, ..p });
        }
        if self.is_each_of(at) {
            // «كل من ألمانيا وفرنسا»
            return self.read(at + 2, end);
        }
        if !self.is_quoted_subject(at, end) {
            return self.read(at, end);
        }
        let quotations = self.analysed.document.quotations();
        let quotation = quotations.get(quotations.partition_point(|q| q.open < at))?;
        let mut phrase = self.read(quotation.inside.start, quotation.inside.end)?;
        phrase.tokens = TokenRange::new(at, quotation.close? + 1);
        phrase.title = quotation.inside;
        Some(phrase)
    }

    /// «#وزارة_الصحة»: words written together behind a hash sign.
    fn hash_tag(&self, at: usize, end: usize) -> Option<NounPhrase> {
        let tokens = TokenRange::new(at + 1, self.hash_end(at)?.min(end));
        let phrase = self.read(at + 1, end)?;
        let named = !phrase.name.is_empty() || phrase.head == Head::Name;
        let name = if named { tokens } else { TokenRange::new(at + 1, at + 1) };
        let title = if named { TokenRange::new(at + 1, at + 1) } else { tokens };
        Some(NounPhrase { tokens, name, title, definite: true, ..phrase })
    }

    /// Where the words behind a hash sign end.
    pub(crate) fn hash_end(&self, at: usize) -> Option<usize> {
        let word = |t: usize| self.kind(t) == TokenKind::Word;
        let mut last = Some(at + 1).filter(|t| self.kind(at) == TokenKind::Hash && word(*t))?;
        while self.kind(last + 1) == TokenKind::Symbol && word(last + 2) {
            last += 2;
        }
        Some(last + 1)
    }

    /// «بسماع», «للصحيفة»: a word that a preposition is written with is told, or told to, and never speaks.
    fn is_governed_word(&self, at: usize) -> bool {
        const NAMED: Tag = Tag::NAME.or(Tag::NAME_BEGINS).or(Tag::PLACE).or(Tag::ORGANISATION);
        let readings = self.analysed.readings(at);
        let governed = |r: &tawatur_lexicon::Reading| {
            r.clitics.intersects(tawatur_lexicon::Clitics::BI.with(tawatur_lexicon::Clitics::LI))
        };
        // «لبرنامج "صباح الخير"»: to whom it was told, though no list knows the word.
        let told = readings.is_empty()
            && self.analysed.document.word(at).starts_with('ل')
            && self.kind(at + 1) == TokenKind::Quote;
        !self.tag(at).any(NAMED) && (told || !readings.is_empty() && readings.iter().all(governed))
    }

    /// The noun behind a number, if it can speak.
    fn counted_speakers(&self, at: usize) -> Option<usize> {
        const SPEAKERS: Tag = Tag::SOURCE.or(Tag::OFFICIAL).or(Tag::TITLE).or(Tag::PERSON);
        let number = self.tag(at).any(Tag::NUMBER) && !self.tag(at).any(Tag::ONE_OF.or(Tag::TIME));
        (number && self.tag(at + 1).any(SPEAKERS) && !self.tag(at + 1).any(Tag::ARTICLE)).then_some(at + 1)
    }

    fn is_each_of(&self, at: usize) -> bool {
        static EACH: OnceLock<Senses> = OnceLock::new();
        let each = Senses::once(&EACH, self.analysed.lexicon(), &["noun:each"]);
        self.analysed.is(at, each) && self.tag(at + 1).any(Tag::FROM)
    }

    /// Whether what was read as the subject can be it, and is not the object of a verb without one.
    fn is_subject(&self, frame: &Frame, takes: Takes) -> bool {
        let Some(subject) = &frame.subject else { return false };
        if !subject.agrees(takes.feminine, takes.plural) || self.is_oblique(subject.tokens.start) {
            return false;
        }
        // «قدر عدد القتلى بمئة», «قدرت الخسائر بمليار»: what is counted is no speaker.
        if subject.head != Head::Document && self.is_counted_thing(subject.tokens.start) {
            return false;
        }
        // «روت تفاصيل الواقعة قائلة»: an ordinary noun that names no human being is told, and tells nothing.
        let told = takes.has(Takes::OBJECT) && frame.inserts.words && self.is_thing(subject);
        if told
            || takes.has(Takes::SPEAKER) && !subject.head.is_known()
            || takes.has(Takes::KNOWN) && subject.head != Head::Document
        {
            return false;
        }
        match frame.complement {
            None => frame.about.is_some(),
            Some((Complement::Object, _)) => subject.head.is_known() && subject.head != Head::Document,
            Some((Complement::Preposition, _)) => {
                let tag = self.tag(subject.tokens.start);
                let human = tag.any(Tag::PERSON) || self.is_nominative_plural(subject.tokens.start);
                subject.head.is_known() || subject.definite || human || !tag.any(Tag::COMMON.or(Tag::MASDAR))
            }
            Some(_) => true,
        }
    }

    /// «فارون», «ناجون»: the sound plural of men as a subject.
    fn is_nominative_plural(&self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        word.ends_with("ون") && word.chars().count() >= 5 && !self.tag(at).any(Tag::VERB.or(Tag::PLACE))
    }

    fn is_counted_thing(&self, at: usize) -> bool {
        static THINGS: OnceLock<Senses> = OnceLock::new();
        const NAMES: [&str; 5] = ["noun:toll", "noun:loss", "noun:cost", "noun:dead", "noun:wounded"];
        let things = Senses::once(&THINGS, self.analysed.lexicon(), &NAMES);
        self.analysed.is(at, things) && !self.tag(at).any(Tag::OFFICIAL.or(Tag::SOURCE).or(Tag::ONE_OF))
    }

    fn is_thing(&self, subject: &NounPhrase) -> bool {
        let tag = self.tag(subject.tokens.start);
        subject.head == Head::Unknown && tag.all(Tag::KNOWN.or(Tag::COMMON)) && !tag.any(Tag::PERSON.or(Tag::NAME))
    }

    fn can_speak(&self, frame: &Frame, takes: Takes) -> bool {
        let known = |s: &NounPhrase| s.head.is_known() && !matches!(s.head, Head::Document | Head::Place);
        let fits = |s: &NounPhrase| s.agrees(takes.feminine, takes.plural) && !self.is_oblique(s.tokens.start);
        frame.subject.as_ref().is_some_and(|s| known(s) && fits(s))
    }

    /// المواطنين، مسؤولَين: the plural and the dual in ين are objects, never subjects.
    fn is_oblique(&self, at: usize) -> bool {
        self.tag(at).any(Tag::PLURAL) && self.analysed.document.word(at).ends_with("ين")
    }

    fn complement_behind(&self, at: usize, end: usize, takes: Takes, known: bool) -> Option<Found> {
        if let Some(found) = self.complement_at(at, end, takes) {
            return Some(found);
        }
        let act = takes.has(Takes::ACT) && known && self.act_ahead(at, end, takes);
        let object = takes.has(Takes::OBJECT) || takes.has(Takes::HELD) && known || act;
        let words = at < end && matches!(self.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Quote);
        let mut aside = Inserts::default();
        let carrier = self.tag(at).any(Tag::LI.or(Tag::TO)) && self.pass_spoken_to(at, end, &mut aside).is_some();
        if carrier {
            return self.complement_ahead(at + 1, end, takes);
        }
        let no_object = Tag::SAY
            .or(Tag::WHILE)
            .or(Tag::BUT)
            .or(Tag::IN)
            .or(Tag::FROM)
            .or(Tag::ON)
            .or(Tag::TO)
            .or(Tag::ABOUT)
            .or(Tag::PREPOSITION);
        let finite = self.tag(at).any(Tag::VERB) && !self.tag(at).any(Tag::COMMON);
        let verb = self.tag(at).any(no_object) && !self.tag(at).any(Tag::TITLE.or(Tag::ARTICLE)) || finite;
        if object && words && !verb {
            return Some((Complement::Object, at));
        }
        // Quotation marks around the object: «أعلن "حالة الطوارئ"».
        let occasion = known && takes.has(Takes::OBJECT) && words && self.tag(at).any(Tag::PREPOSITION.or(Tag::IN));
        self.complement_ahead(at, end, takes).or(occasion.then_some((Complement::Object, at)))
    }

    /// «وجه تحذيرا», «حمل الحكومة مسؤولية», «رفض الاتهامات»: the act of speech that the verb carries out.
    fn act_ahead(&self, at: usize, end: usize, takes: Takes) -> bool {
        let against = takes.polarity == Polarity::Denies;
        let reach = if takes.polarity == Polarity::Accuses { 5 } else { 1 };
        let act = |t: usize| self.tag(t).any(Tag::ACT) && (against || !self.tag(t).any(Tag::ARTICLE));
        (at..end.min(at + reach)).take_while(|t| self.kind(*t) == TokenKind::Word).any(act)
    }

    /// Joins a name to the office before it, or an office to the name before it.
    pub(crate) fn apposition(&self, phrase: &NounPhrase, at: usize, end: usize) -> Option<NounPhrase> {
        if let Some(stop) = self.hash_end(at).filter(|s| *s <= end) {
            let nameless = phrase.head == Head::Title && phrase.name.is_empty();
            let name = TokenRange::new(at + 1, stop);
            let tokens = TokenRange::new(phrase.tokens.start, stop);
            let office = self.tag(at + 1).any(Tag::BODY.or(Tag::PLACE).or(Tag::TITLE));
            return (nameless && !office).then_some(NounPhrase { tokens, name, definite: true, ..*phrase });
        }
        if at >= end || at <= phrase.tokens.end.saturating_sub(1) || self.kind(at) != TokenKind::Word {
            return None;
        }
        if let Some(named) = self.with_name(phrase, at, end) {
            return Some(named);
        }
        let other = self.read(at, end)?;
        if !self.closes(other.tokens.end, end) {
            return None;
        }
        let mut merged = *phrase;
        if phrase.head == Head::Title && phrase.name.is_empty() && self.is_bare_name(&other) {
            merged.name = other.tokens;
            merged.definite = true;
        } else if phrase.head.is_person() && phrase.name.is_empty() && other.head == Head::Title {
            merged.name = other.name;
            merged.owner = if merged.owner.is_empty() { other.owner } else { merged.owner };
        } else if (phrase.head == Head::Name || phrase.head == Head::Unknown)
            && matches!(other.head, Head::Title | Head::Source)
        {
            merged.name = phrase.tokens;
            merged.title = other.tokens;
            merged.owner = other.owner;
            merged.head = Head::Title;
            merged.definite = true;
        } else {
            return None;
        }
        merged.tokens = TokenRange::new(phrase.tokens.start, other.tokens.end);
        Some(merged)
    }

    /// Bare words between a comma behind an office and the next mark are the name.
    fn with_name(&self, phrase: &NounPhrase, at: usize, end: usize) -> Option<NounPhrase> {
        let strange = |t: usize| {
            const ORDINARY: Tag = Tag::KNOWN.or(Tag::COMMON).or(Tag::VERBAL).or(Tag::ARTICLE).or(Tag::MASDAR);
            self.kind(t) == TokenKind::Word && (!self.tag(t).any(ORDINARY) || self.tag(t).any(Tag::NAME))
        };
        let named = at == phrase.tokens.end && phrase.definite && strange(at) && strange(at + 1);
        let set_off = self.kind(at.checked_sub(1)?) == TokenKind::Comma || named;
        if phrase.head != Head::Title || !phrase.name.is_empty() || !set_off {
            return None;
        }
        if self.kind(at - 1) == TokenKind::Comma
            && let Some(stop) = self.between_commas(at, end)
        {
            let tokens = TokenRange::new(phrase.tokens.start, stop);
            return Some(NounPhrase { tokens, name: TokenRange::new(at, stop), definite: true, ..*phrase });
        }
        let stop = at + self.bare_run(at).min(end - at);
        let whole = stop - at >= 2 || stop > at && !self.tag(at).any(Tag::KNOWN.or(Tag::COMMON).or(Tag::VERBAL));
        if !whole || !self.ends_name(stop) && !self.tag(stop).any(Tag::MASDAR) {
            return None;
        }
        let tokens = TokenRange::new(phrase.tokens.start, stop);
        Some(NounPhrase { tokens, name: TokenRange::new(at, stop), definite: true, ..*phrase })
    }

    /// «المدير، سالم الجبوري، إن»: two to four words between commas of which none is a word that a name cannot hold.
    fn between_commas(&self, at: usize, end: usize) -> Option<usize> {
        let word = |t: &usize| self.kind(*t) == TokenKind::Word;
        let count = (at..end.min(at + 5)).take_while(word).count();
        let stop = at + count;
        let foreign = |t: usize| {
            let tag = self.tag(t);
            tag.any(Tag::NAME.or(Tag::NAME_WORD).or(Tag::LINK)) || !tag.any(Tag::KNOWN.or(Tag::ARTICLE))
        };
        const NEVER: Tag =
            Tag::THAT.or(Tag::SAY).or(Tag::SAYING).or(Tag::RELATIVE).or(Tag::IN).or(Tag::TITLE).or(Tag::BODY);
        let never = |t: usize| self.tag(t).any(NEVER) && !self.tag(t).any(Tag::NAME);
        let fits = (2..=4).contains(&count)
            && stop < end
            && self.kind(stop) == TokenKind::Comma
            && foreign(at)
            && !(at..stop).any(never)
            && !self.tag(at).any(Tag::ARTICLE.or(Tag::TIME).or(Tag::MASDAR));
        fits.then_some(stop)
    }

    /// The name behind the next comma, where the office before it goes on with words that no rule reads.
    fn name_ahead(&self, phrase: &NounPhrase, from: usize, end: usize) -> Option<NounPhrase> {
        if phrase.head != Head::Title || !phrase.name.is_empty() {
            return None;
        }
        for at in from..end.min(from + 8) {
            let tag = self.tag(at);
            if self.kind(at) == TokenKind::Comma {
                let merged = self.apposition(phrase, at + 1, end)?;
                return (!merged.name.is_empty()).then_some(merged);
            }
            if self.kind(at) != TokenKind::Word || tag.any(Tag::THAT.or(Tag::SAY).or(Tag::SAYING).or(Tag::RELATIVE)) {
                return None;
            }
        }
        None
    }

    /// A name of the lexicon, or words that it does not know at all.
    fn is_bare_name(&self, phrase: &NounPhrase) -> bool {
        let after_comma = phrase.tokens.start.checked_sub(1).is_some_and(|b| self.kind(b) == TokenKind::Comma);
        let strange = |t: usize| {
            !self.tag(t).any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::COMMON).or(Tag::VERBAL)) || self.tag(t).any(Tag::NAME)
        };
        match phrase.head {
            Head::Name => true,
            // Set off by a comma behind an office, one strange word makes a name of its neighbours.
            Head::Unknown if after_comma && (2..=5).contains(&phrase.tokens.len()) => {
                phrase.tokens.iter().any(strange) && !self.tag(phrase.tokens.start).any(Tag::ARTICLE.or(Tag::MASDAR))
            }
            Head::Unknown => phrase.tokens.iter().all(|t| {
                let tag = self.tag(t);
                !tag.any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::MASDAR))
                    || tag.any(Tag::NAME)
                    || self.kind(t) != TokenKind::Word
            }),
            _ => false,
        }
    }

    /// Whether an apposition can end here: a mark, or the words said.
    fn closes(&self, at: usize, end: usize) -> bool {
        at >= end
            || !matches!(self.kind(at), TokenKind::Word | TokenKind::Number)
            || self.tag(at).any(
                Tag::THAT
                    .or(Tag::SUBORDINATE)
                    .or(Tag::MASDAR)
                    .or(Tag::TO)
                    .or(Tag::ON)
                    .or(Tag::IN)
                    .or(Tag::TIME)
                    .or(Tag::SAYING)
                    .or(Tag::LI)
                    .or(Tag::QAD)
                    .or(Tag::SAY)
                    .or(Tag::PREPOSITION),
            )
    }
}
