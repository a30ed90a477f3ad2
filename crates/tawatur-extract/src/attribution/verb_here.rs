//! What a verb of saying is where it stands: bare, impersonal, negated, a noun, behind a quotation.

use std::sync::OnceLock;

use tawatur_text::TokenKind;

use super::complement::Complement;
use super::frame::Frame;
use super::reader::AttributionReader;
use super::takes::Takes;
use crate::Senses;
use crate::clause::Tag;

impl AttributionReader<'_, '_> {
    /// Whether a verb without a subject of its own may speak for whoever spoke before.
    pub(super) fn may_be_bare(&self, at: usize, kind: Complement, takes: Takes, relative: bool, also: bool) -> bool {
        let tag = self.reader.tag(at);
        let goes_on = tag.any(Tag::JOINED) || also;
        if relative {
            return matches!(kind, Complement::That | Complement::Quote) && takes.has(Takes::THAT);
        }
        if takes.has(Takes::SPEAKER) && !takes.has(Takes::GOES_ON) {
            return false;
        }
        // «إذا طلب منه ذلك»: of whom it is asked, and nobody who asks.
        let asked =
            self.reader.tag(at + 1).any(Tag::FROM) && self.reader.analysed.document.word(at + 1).chars().count() > 2;
        if asked && !tag.any(Tag::JOINED) || takes.has(Takes::SPEAKER) && tag.any(Tag::OBJECT_PRONOUN) {
            return false;
        }
        if self.reader.resumes_noun(at) {
            return true;
        }
        // «حيث قال 48٪ منهم إن»: so many of them say it.
        let share = self.reader.kind(at + 2) != TokenKind::Word || self.reader.tag(at + 2).any(Tag::IN.or(Tag::BI));
        if self.reader.kind(at + 1) == TokenKind::Number && share {
            return false;
        }
        match kind {
            // «وهو ما يؤكد أن» in mid-sentence has a thing for its subject.
            Complement::That | Complement::Quote => {
                let told =
                    takes.present && takes.has(Takes::ABOUT) && takes.has(Takes::OBJECT) && self.tells_of_noun(at);
                !self.is_impersonal(at) && (goes_on || !takes.present || self.leads(at) || told)
            }
            Complement::Preposition => {
                goes_on
                    && (takes.has(Takes::THAT | Takes::ABOUT | Takes::BI) && (!takes.present || takes.feminine)
                        || tag.any(Tag::OBJECT_PRONOUN))
            }
            Complement::Object => {
                let said =
                    takes.has(Takes::OBJECT | Takes::ACT) && !takes.has(Takes::RELAY) && !tag.any(Tag::OBJECT_PRONOUN);
                goes_on && said && !(takes.present && self.is_impersonal(at))
            }
        }
    }

    /// «استقبل الرئيس الوفد، حيث أكد ضرورة الحوار»: what somebody said on the occasion.
    pub(super) fn goes_on_where(&self, at: usize) -> bool {
        static WHERE: OnceLock<Senses> = OnceLock::new();
        let lexicon = self.reader.analysed.lexicon();
        let before = at.checked_sub(1).filter(|b| self.reader.tag(*b).any(Tag::SUBORDINATE));
        let plain = !self.reader.tag(at).any(Tag::OBJECT_PRONOUN);
        plain && before.is_some_and(|b| self.reader.analysed.is(b, Senses::once(&WHERE, lexicon, &["conj:where"])))
    }

    /// «هجوما على المنطقة تقول إنه يستهدف المسلحين»: a relative clause without its pronoun, of whom the sentence tells.
    fn tells_of_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|b| self.reader.tag(b)).unwrap_or_default();
        const OTHER: Tag = Tag::THAT.or(Tag::WHAT).or(Tag::HE).or(Tag::NOT).or(Tag::BE).or(Tag::PREPOSITION);
        let own = self.reader.tag(at + 1).all(Tag::THAT.or(Tag::PRONOUN_END));
        let sentence = self.reader.analysed.document.sentence_of(at);
        own && !before.any(OTHER) && self.salient.is_some_and(|s| s.sentence == sentence)
    }

    /// «وصف الوزير ما حدث بأنه»
    pub(super) fn calls_so(&self, frame: &Frame, takes: Takes) -> bool {
        let that = |at: usize| self.reader.tag(at).any(Tag::THAT);
        takes.describes() && matches!(frame.complement, Some((Complement::Preposition, at)) if that(at))
    }

    /// Whether the noun behind a verb is of another gender, and so its object.
    pub(super) fn is_of_other_gender(&self, at: usize, takes: Takes) -> bool {
        let tag = self.reader.tag(at + 1);
        let word = self.reader.analysed.document.word(at + 1);
        let feminine = tag.any(Tag::FEMININE) || word.ends_with("ته") || word.ends_with("تها");
        tag.any(Tag::COMMON.or(Tag::MASDAR).or(Tag::WHAT).or(Tag::EVENT)) && takes.feminine != feminine
    }

    /// Whether a sentence begins here.
    pub(super) fn leads(&self, at: usize) -> bool {
        let document = &self.reader.analysed.document;
        document.sentences().get(document.sentence_of(at)).is_some_and(|s| s.start == at)
    }

    /// «صحة الأنباء التي تحدثت عن مقتل الجنود»: reports that are only named, and by somebody who denies or doubts them.
    pub(super) fn is_rumour(&self, at: usize) -> bool {
        static DENIED: OnceLock<Senses> = OnceLock::new();
        let denied =
            Senses::once(&DENIED, self.reader.analysed.lexicon(), &["verb:deny", "noun:denial", "noun:rumour"]);
        let named = at.checked_sub(2).is_some_and(|b| self.reader.tag(b).all(Tag::SOURCE.or(Tag::ARTICLE)));
        named && (at.saturating_sub(12)..at).any(|t| self.reader.analysed.is(t, denied))
    }

    /// «يذكر أن» names nobody.
    pub(super) fn is_impersonal(&self, at: usize) -> bool {
        static IMPERSONAL: OnceLock<Senses> = OnceLock::new();
        let impersonal = Senses::once(&IMPERSONAL, self.reader.analysed.lexicon(), &["verb:impersonal"]);
        self.reader.analysed.is(at, impersonal)
    }

    /// Behind a preposition, or behind a bare noun, stands a noun.
    pub(super) fn is_noun_here(&self, at: usize) -> bool {
        let tag = self.reader.tag(at);
        // «ورأى المدير أن» is no label: «رأي» stands alone.
        let label = tag.any(Tag::LABEL)
            && !tag.any(Tag::JOINED)
            && self.reader.analysed.document.token(at).is_some_and(|t| t.line_start);
        if label || tag.any(Tag::CALLED) || tag.any(Tag::ARTICLE) && !self.is_written_with_hamza(at) {
            return true;
        }
        // «قرر نادي المدينة»
        if self.reader.is_club(at) {
            return true;
        }
        let Some(before) = at.checked_sub(1).map(|b| self.reader.tag(b)) else { return false };
        // «لا يستطيع طلب مساعدات», «يعكس قدر من القوة»: behind a verb stands a noun of the same letters.
        const VERB: Tag = Tag::VERB.or(Tag::KNOWN);
        const NO_VERB: Tag = Tag::COMMON.or(Tag::NAME).or(Tag::ARTICLE).or(Tag::BE).or(Tag::QAD).or(Tag::SAY);
        let past = tag.any(Tag::COMMON) && !tag.any(Tag::JOINED) && !self.reader.analysed.takes(at).present;
        if past && before.all(VERB) && !before.any(NO_VERB) {
            return true;
        }
        let prepositions = Tag::IN.or(Tag::TO).or(Tag::PREPOSITION).or(Tag::ON);
        !tag.any(Tag::JOINED)
            && before.any(prepositions)
            && !before.any(Tag::NAME.or(Tag::PRONOUN_END).or(Tag::WITH_PRONOUN))
    }

    /// «وألمح», «فألقى»: the hamza tells that no article is written there.
    fn is_written_with_hamza(&self, at: usize) -> bool {
        let written = self.reader.analysed.document.text_of(tawatur_text::TokenRange::new(at, at + 1));
        written.strip_prefix(['و', 'ف']).unwrap_or(written).starts_with('أ')
    }

    pub(super) fn is_negated(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|b| {
            let negates = self.is_what_word(b) && !self.follows_cue(b) && !self.is_what(at);
            self.reader.tag(b).any(Tag::NOT) || negates
        })
    }

    /// «ما» with nothing written with it.
    pub(super) fn is_what_word(&self, at: usize) -> bool {
        const WITH: Tag = Tag::LI.or(Tag::BI).or(Tag::JOINED);
        self.reader.tag(at).any(Tag::WHAT) && !self.reader.tag(at).any(WITH)
    }

    /// «وهو ما أكدته الشرطة»: what was said stands before.
    pub(super) fn is_what(&self, at: usize) -> bool {
        let what = at.checked_sub(1).is_some_and(|b| self.is_what_word(b));
        what && at.checked_sub(2).is_some_and(|h| self.reader.tag(h).any(Tag::HE))
    }

    /// «لما وصفته بـ», «عما سماه»: what somebody calls it stands behind.
    pub(super) fn follows_what(&self, at: usize) -> bool {
        let word = at.checked_sub(1).map_or("", |b| self.reader.analysed.document.word(b));
        word.ends_with("ما") && word.chars().count() <= 4
    }

    /// «"..."، يقول المدير»: the words are quoted in front of the verb.
    pub(super) fn closes_quote(&self, at: usize, takes: Takes) -> bool {
        let comma = at.checked_sub(1).filter(|b| self.reader.kind(*b) == TokenKind::Comma).unwrap_or(at);
        let Some(close) = comma.checked_sub(1) else { return false };
        let quotations = self.reader.analysed.document.quotations();
        let before = quotations.partition_point(|q| q.open < close).checked_sub(1).and_then(|i| quotations.get(i));
        let quoted = before.is_some_and(|q| q.close == Some(close) && q.inside.len() >= 3);
        quoted && takes.has(Takes::QUOTE) && !self.reader.tag(at).any(Tag::JOINED)
    }

    pub(super) fn follows_cue(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|b| self.reader.tag(b).any(Tag::CUE_SOURCE.or(Tag::LI).or(Tag::ON)))
    }
}
