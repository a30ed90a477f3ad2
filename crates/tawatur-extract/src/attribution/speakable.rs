//! Who can be the speaker of a verb, and what only looks like one.

use std::sync::OnceLock;

use super::complement::Complement;
use super::frame::Frame;
use super::takes::Takes;
use crate::Senses;
use crate::clause::Tag;
use crate::phrase::{Head, NounPhrase, Reader};

impl Reader<'_, '_> {
    /// «صحتها», «تهديداتها»: an object with its pronoun, which never speaks.
    pub(super) fn is_own_object(&self, at: usize, takes: Takes) -> bool {
        const SPEAKS: Tag = Tag::TITLE
            .or(Tag::BODY)
            .or(Tag::PERSON)
            .or(Tag::SOURCE)
            .or(Tag::OFFICIAL)
            .or(Tag::NAME)
            .or(Tag::NAME_BEGINS)
            .or(Tag::PLACE)
            .or(Tag::DOCUMENT)
            .or(Tag::MEDIA)
            .or(Tag::CARRIER);
        let tag = self.tag(at);
        let word = self.analysed.document.word(at);
        let third = word.ends_with('ه') || word.ends_with("ها") || word.ends_with("هم") || word.ends_with("هما");
        let noun = tag.any(Tag::PRONOUN_END) && tag.any(Tag::COMMON.or(Tag::MASDAR));
        let thing = third && noun && !tag.any(SPEAKS.or(Tag::ONE_OF).or(Tag::BI));
        // Most words are no such thing: only behind one is the phrase read that may speak.
        thing && takes.has(Takes::OBJECT | Takes::HELD) && self.may_speak(at + 1)
    }

    /// «وواصلت ماي تهديداتها قائلة»: a thing with the pronoun of whoever speaks.
    pub(super) fn is_his_own_thing(&self, subject: &NounPhrase) -> bool {
        let at = subject.tokens.start;
        let word = self.analysed.document.word(at);
        let third = word.ends_with('ه') || word.ends_with("ها") || word.ends_with("هم");
        const PERSONS: Tag = Tag::PERSON.or(Tag::NAME).or(Tag::TITLE).or(Tag::BODY);
        let own = self.tag(at).any(Tag::PRONOUN_END) && !self.tag(at).any(PERSONS);
        subject.head == Head::Unknown && third && own && self.tag(at).any(Tag::COMMON.or(Tag::MASDAR))
    }

    /// Whether a phrase begins here that can speak.
    pub(super) fn may_speak(&self, at: usize) -> bool {
        let Some(phrase) = self.read(at, self.analysed.document.tokens().len()) else { return false };
        let human = self.tag(at).any(Tag::PERSON.or(Tag::MEDIA)) || self.is_nominative_plural(at);
        phrase.head.is_known() && !matches!(phrase.head, Head::Document | Head::Place) || human
    }

    /// Whether what was read as the subject can be it, and is not the object of a verb without one.
    pub(super) fn is_subject(&self, frame: &Frame, takes: Takes) -> bool {
        let Some(subject) = &frame.subject else { return false };
        if !subject.agrees(takes.feminine, takes.plural) || self.is_oblique(subject.tokens.start) {
            return false;
        }
        // «قدر عدد القتلى بمئة», «قدرت الخسائر بمليار»: what is counted is no speaker.
        if subject.head != Head::Document && self.is_counted_thing(subject.tokens.start) {
            return false;
        }
        // «روت تفاصيل الواقعة قائلة»: an ordinary noun that names no human being is told, and tells nothing.
        let told = takes.has(Takes::OBJECT) && frame.inserts.words && self.is_thing(subject)
            || takes.has(Takes::GOES_ON | Takes::QUOTE) && self.is_his_own_thing(subject);
        if told
            || takes.has(Takes::SPEAKER) && !subject.head.is_known()
            || takes.has(Takes::KNOWN) && subject.head != Head::Document
        {
            return false;
        }
        match frame.complement {
            None => frame.about.is_some(),
            // «وأبدى معدنون خشيتهم»: men in the plural are no object.
            Some((Complement::Object, _)) => {
                subject.head.is_known() && subject.head != Head::Document
                    || self.tag(subject.tokens.start).any(Tag::NAME_BEGINS)
                    || takes.has(Takes::HELD | Takes::ACT) && self.is_nominative_plural(subject.tokens.start)
            }
            Some((Complement::Preposition, _)) => {
                let tag = self.tag(subject.tokens.start);
                let human = tag.any(Tag::PERSON) || self.is_nominative_plural(subject.tokens.start);
                // «ووصفت الخطوة بأنها»: what is described, where nobody is known to speak.
                let describes = takes.has(Takes::BI) && !takes.has(Takes::THAT | Takes::OBJECT | Takes::HELD);
                // «وأكدت أيضا العمل على»: a thing of another gender is what is said.
                let strange =
                    takes.feminine && !subject.feminine && subject.head == Head::Unknown && tag.any(Tag::COMMON);
                let definite = subject.definite && !strange && !(describes && tag.any(Tag::COMMON.or(Tag::MASDAR)));
                subject.head.is_known() || definite || human || !tag.any(Tag::COMMON.or(Tag::MASDAR))
            }
            // «توقع إيداع ملياري دولار»: what is expected, and nobody who expects it.
            Some(_) => {
                let tag = self.tag(subject.tokens.start);
                subject.head.is_known() || !tag.any(Tag::MASDAR) || tag.any(Tag::ARTICLE.or(Tag::NAME))
            }
        }
    }

    /// «فارون», «ناجون»: the sound plural of men as a subject.
    pub(super) fn is_nominative_plural(&self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        word.ends_with("ون") && word.chars().count() >= 5 && !self.tag(at).any(Tag::VERB.or(Tag::PLACE))
    }

    /// «المنظمين», «للمشاركين», «محتجون»: the plural of a participle.
    pub(super) fn are_doers(&self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        let stem = ["لل", "ال", "ل"].iter().find_map(|p| word.strip_prefix(p)).unwrap_or(word);
        let plural = stem.ends_with("ين") || stem.ends_with("ون");
        plural && stem.starts_with('م') && stem.chars().count() >= 6
    }

    /// «كثيرين», «معارضون»: the sound plural of men in either case.
    pub(super) fn are_several(&self, at: usize) -> bool {
        let word = self.analysed.document.word(at);
        (word.ends_with("ين") || word.ends_with("ون")) && word.chars().count() >= 5 && !self.tag(at).any(Tag::PLACE)
    }

    pub(super) fn is_counted_thing(&self, at: usize) -> bool {
        static THINGS: OnceLock<Senses> = OnceLock::new();
        const NAMES: [&str; 5] = ["noun:toll", "noun:loss", "noun:cost", "noun:dead", "noun:wounded"];
        let things = Senses::once(&THINGS, self.analysed.lexicon(), &NAMES);
        // «عدد من السكان» are several of them, «عدد القتلى» is a number.
        let several = self.tag(at).any(Tag::ONE_OF) && self.tag(at + 1).any(Tag::FROM);
        self.analysed.is(at, things) && !self.tag(at).any(Tag::OFFICIAL.or(Tag::SOURCE).or(Tag::BODY)) && !several
    }

    /// «حصيلة سابقة»: a toll of which is only said that it came before stands for nobody. An official one does.
    pub(super) fn is_earlier_toll(&self, phrase: &NounPhrase) -> bool {
        static SETS: OnceLock<[Senses; 2]> = OnceLock::new();
        let lexicon = self.analysed.lexicon();
        let [tolls, earlier] = SETS.get_or_init(|| {
            [Senses::of(lexicon, &["noun:speech-toll"]), Senses::of(lexicon, &["adj:earlier", "adj:preceding"])]
        });
        let first = phrase.tokens.start;
        phrase.head == Head::Document
            && phrase.tokens.len() > 1
            && self.analysed.is(first, tolls)
            && (first + 1..phrase.tokens.end).all(|t| self.analysed.is(t, earlier))
    }

    pub(super) fn is_thing(&self, subject: &NounPhrase) -> bool {
        let tag = self.tag(subject.tokens.start);
        subject.head == Head::Unknown && tag.all(Tag::KNOWN.or(Tag::COMMON)) && !tag.any(Tag::PERSON.or(Tag::NAME))
    }

    pub(super) fn can_speak(&self, frame: &Frame, takes: Takes) -> bool {
        let known = |s: &NounPhrase| s.head.is_known() && !matches!(s.head, Head::Document | Head::Place);
        let fits = |s: &NounPhrase| s.agrees(takes.feminine, takes.plural) && !self.is_oblique(s.tokens.start);
        frame.subject.as_ref().is_some_and(|s| known(s) && fits(s))
    }

    /// المواطنين، مسؤولَين: the plural and the dual in ين are objects, never subjects.
    pub(super) fn is_oblique(&self, at: usize) -> bool {
        // «البحرين» is a country.
        self.tag(at).any(Tag::PLURAL)
            && !self.tag(at).any(Tag::PLACE)
            && self.analysed.document.word(at).ends_with("ين")
    }

    pub(super) fn is_office(&self, at: usize) -> bool {
        let tag = self.tag(at);
        let human = tag.any(Tag::TITLE.or(Tag::ONE_OF)) && !tag.any(Tag::MASDAR.or(Tag::LI).or(Tag::BODY));
        human && !self.analysed.readings(at).iter().any(|r| r.form.is_accusative())
    }
}
