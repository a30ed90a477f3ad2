//! Noun phrases as parties of events: shorter than those of speakers, for object follows subject without a sign.

use tawatur_lexicon::Clitics;
use tawatur_text::{TokenKind, TokenRange};

use super::clause::{PREPOSITIONS, is_finite};
use super::mark::Mark;
use super::marks::Words;
use crate::clause::Tag;
use crate::phrase::{Head, Reader};

/// A noun phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    pub(super) tokens: TokenRange,
    pub(super) head: Head,
    /// The personal name in it; empty where there is none.
    pub(super) name: TokenRange,
}

/// Longest phrase of a party.
const LONGEST: usize = 9;

/// Tags that end a phrase whatever stands before.
const ENDS: Tag = Tag::THAT
    .or(Tag::RELATIVE)
    .or(Tag::WHILE)
    .or(Tag::BUT)
    .or(Tag::BE)
    .or(Tag::QAD)
    .or(Tag::NOT)
    .or(Tag::THIS)
    .or(Tag::EXCEPT)
    .or(Tag::SUBORDINATE)
    .or(Tag::CUE_SOURCE)
    .or(Tag::CUE_AS)
    .or(Tag::HE)
    .or(Tag::ALSO_ADVERB);

impl Words<'_, '_> {
    /// The noun phrase that begins at a token.
    pub(super) fn chunk(self, start: usize, limit: usize) -> Option<Chunk> {
        let reader = Reader { analysed: self.analysed, tags: self.tags };
        let tag = self.tags.at(start);
        let nominal = || {
            tag.any(Tag::COMMON.or(Tag::ARTICLE).or(Tag::NOUN).or(Tag::PLACE_HEAD))
                && !tag.any(ENDS)
                && self.analysed.document.kind(start) == TokenKind::Word
                && !tag.any(Tag::TIME)
                && !is_finite(self.tags, start)
        };
        let head = reader.head(start).or_else(|| nominal().then_some(Head::Unknown))?;
        // «خطف مسلحون محمد …»: many bear no one name.
        let nun = self.analysed.document.word(start).ends_with('ن');
        let many = head == Head::Title && nun && tag.any(Tag::PLURAL) && !tag.any(Tag::ARTICLE);
        let many = many && self.cannot_govern(start);
        if matches!(head, Head::Title | Head::Name) && !self.is(start, Mark::PROTESTER) && !many {
            let phrase = reader.read(start, limit)?;
            // «المحامي الشخصي للرئيس سالم …»: the name is of the one behind ل.
            let other = |i: usize| self.tags.all(i, Tag::LI.or(Tag::TITLE));
            if (start + 1..phrase.name.start).any(other) {
                let tokens = phrase.tokens;
                return Some(Chunk { tokens, head, name: TokenRange::new(start, start) });
            }
            if !phrase.name.is_empty() {
                return Some(self.person(start, limit, head, phrase.tokens, phrase.name));
            }
        }
        // «الإعلامي سالم …»: a man by his calling, with his name.
        if self.is_man(start) && tag.any(Tag::ARTICLE) && !tag.any(Tag::PLURAL) && self.is_name_right_here(start + 1) {
            let other = Tag::COMMON.or(Tag::KNOWN).or(Tag::ARTICLE);
            let goes_on = |i: &usize| {
                self.analysed.document.kind(*i) == TokenKind::Word
                    && (self.tags.is(*i, Tag::NAME) || !self.tags.is(*i, other))
            };
            let end = start + 1 + (start + 1..limit.min(start + 5)).take_while(goes_on).count();
            let name = TokenRange::new(start + 1, end);
            return Some(Chunk { tokens: TokenRange::new(start, end), head: Head::Title, name });
        }
        let end = self.grown(start, limit.min(start + LONGEST));
        Some(Chunk { tokens: TokenRange::new(start, end), head, name: TokenRange::new(start, start) })
    }

    /// Whether a word is a name and no common noun, or the reader of names has a name begin here.
    fn is_name_right_here(self, at: usize) -> bool {
        let tag = self.tags.at(at);
        tag.any(Tag::NAME_BEGINS) || tag.any(Tag::NAME) && !tag.any(Tag::ARTICLE.or(Tag::COMMON))
    }

    /// A person's phrase ends with his name; a common word with a pronoun or a body behind it is another phrase.
    fn person(self, start: usize, limit: usize, head: Head, tokens: TokenRange, name: TokenRange) -> Chunk {
        let other = Tag::BODY.or(Tag::PLACE_HEAD).or(Tag::ORGANISATION).or(Tag::MASDAR).or(Tag::OFFICIAL);
        let foreign = |i: usize| {
            let tag = self.tags.at(i);
            !tag.any(Tag::NAME)
                && (tag.all(Tag::LI.or(Tag::ARTICLE))
                    || tag.all(Tag::BI.or(Tag::ARTICLE))
                    || tag.all(Tag::PRONOUN_END.or(Tag::COMMON))
                    || tag.any(Tag::ARTICLE) && tag.any(other))
        };
        if let Some(end) = self.mentioned(name) {
            return Chunk {
                tokens: TokenRange::new(start.min(name.start), end),
                head,
                name: TokenRange::new(name.start, end),
            };
        }
        // «الملك سلمان نجله …»: the reader of names ended it after a word.
        let alone = self.tags.is(name.start, Tag::NAME_BEGINS) && name.len() > 1;
        let limit_of_name = if alone { name.start + 1 } else { name.end };
        let cut = (name.start + 1..limit_of_name).find(|i| foreign(*i)).unwrap_or(limit_of_name);
        let mut end = cut;
        let tag = self.tags.at(end);
        let word = self.analysed.document.kind(end) == TokenKind::Word && end < limit;
        let linked = end > name.start && self.tags.is(end - 1, Tag::LINK);
        let family = !alone
            && end == name.start + 1
            && tag.any(Tag::ARTICLE)
            && !tag.any(other.or(Tag::ADJECTIVE).or(Tag::NISBA).or(Tag::TIME).or(Tag::TITLE).or(Tag::LI).or(Tag::BI))
            && (tag.any(Tag::NAME) || !tag.any(Tag::KNOWN))
            // «شجب كلارك الظروف المعيشية»: what an adjective follows is another noun.
            && !(self.tags.is(end + 1, Tag::ARTICLE) && self.analysed.document.word(end + 1).ends_with("يه"));
        if word && (linked || family) {
            end += 1;
        }
        let tokens = if name.start >= start { TokenRange::new(start, end) } else { tokens };
        Chunk { tokens, head, name: TokenRange::new(name.start, end) }
    }

    /// The end of a person's name that the reader of names has read right here, in more than one word.
    fn mentioned(self, name: TokenRange) -> Option<usize> {
        // «غوتيريس ولي العهد», «محمد بن سلمان الرئيس …»: another man's title.
        let title = |i: usize| {
            let phrase = self.analysed.phrase_at(i).filter(|p| p.tokens.len() > 1);
            let another = self.tags.is(i + 1, Tag::NISBA.or(Tag::NAME_BEGINS));
            phrase.is_some() && self.tags.is(i, Tag::TITLE) || self.tags.all(i, Tag::TITLE.or(Tag::ARTICLE)) && another
        };
        let goes_on =
            |i: &usize| self.tags.is(*i, Tag::NAME_GOES_ON) && !self.tags.is(*i, Tag::NAME_BEGINS) && !title(*i);
        let end = name.start + 1 + (name.start + 1..name.start + 8).take_while(goes_on).count();
        // «حمد بن خليفة آل ثاني»: «آل» and «بن» end no name, whatever else the word behind can be.
        let end =
            end + usize::from(self.tags.is(end - 1, Tag::LINK) && self.analysed.document.kind(end) == TokenKind::Word);
        (self.tags.is(name.start, Tag::NAME_BEGINS) && end > name.start + 1).then_some(end)
    }

    /// The end of a phrase of common nouns.
    fn grown(self, start: usize, limit: usize) -> usize {
        let mut end = (start + self.analysed.phrase_at(start).map_or(1, |p| p.tokens.len())).min(limit);
        // A named place or body takes adjectives only; so does a plural or accusative that cannot stand in construct.
        let mut open = !self.is_closed(end - 1)
            && (!self.tags.is(start, Tag::PLACE.or(Tag::ORGANISATION))
                || self.tags.is(start, Tag::PLACE_HEAD.or(Tag::BODY)));
        // «رئيس وزرائها»: a title that governs the plural of those whom it leads.
        let title = self.tags.is(start, Tag::TITLE);
        let leads = |i: usize| title && self.tags.all(i, Tag::PLURAL.or(Tag::PRONOUN_END));
        while end < limit {
            let Some(token) = self.analysed.document.token(end).filter(|t| !t.line_start) else { break };
            let tag = self.tags.at(end);
            if token.kind == TokenKind::Quote && open {
                let close = (end + 1..limit.min(end + 7)).find(|i| self.analysed.document.kind(*i) == TokenKind::Quote);
                return close.map_or(end, |c| c + 1);
            }
            // «حكومة الرئيس سالم القاضي», «منزل وزير النفط …»: the name of the title within.
            if tag.any(Tag::NAME_BEGINS) && end > start + 1 && (start + 1..end).any(|i| self.tags.is(i, Tag::TITLE)) {
                let name = TokenRange::new(end, end + 1);
                return self.mentioned(name).unwrap_or(end + 1).min(limit + LONGEST);
            }
            if token.kind != TokenKind::Word || self.ends_here(end, tag, start) {
                break;
            }
            if tag.any(Tag::LI) && !tag.any(PREPOSITIONS) && !tag.any(Tag::MASDAR.or(Tag::WITH_PRONOUN)) {
                let of = tag.any(Tag::BODY.or(Tag::TITLE).or(Tag::ORGANISATION)) || self.is(end, Mark::AGENT);
                // «القوة التنفيذية التابعة لوزارة …»: a word that asks for whose.
                let belongs = self.is(end - 1, Mark::BELONGS);
                // «مدرسة للبنات», «قاعدة للمتشددين»
                let thing = end == start + 1 && tag.any(Tag::ARTICLE) && self.is(start, Mark::SITE.or(Mark::STRUCTURE));
                // «قتال الجيش التركي للميليشيات»: whom they fight.
                let forces = self.tags.is(start, Tag::ARTICLE) && self.mark_of_all(start).any(Mark::AGENT);
                if forces && !belongs {
                    break;
                }
                if !(of || thing || belongs && tag.any(Tag::PLACE)) || end > start + 3 && !belongs {
                    break;
                }
                open = !self.analysed.readings(end).iter().any(|r| r.clitics.has(Clitics::AL));
                end += 1;
                continue;
            }
            if tag.any(Tag::ARTICLE) {
                if !open && !self.describes(end, tag, start) {
                    break;
                }
                open = false;
            } else if !open {
                if !self.describes_bare(end, tag, start) {
                    break;
                }
            } else if self.is_man(start)
                && !leads(end)
                && self.is_man(end)
                && !self.is_force(end)
                && !tag.any(Tag::NISBA.or(Tag::ADJECTIVE))
                && !self.is(end, Mark::SUICIDE.or(Mark::ORIGIN))
            {
                break;
            } else if tag.any(Tag::PLACE.or(Tag::NAME).or(Tag::ORGANISATION)) && !tag.any(Tag::COMMON)
                || tag.any(Tag::PRONOUN_END)
                || self.cannot_govern(end)
                || tag.any(Tag::NISBA.or(Tag::ADJECTIVE)) && !tag.any(Tag::NOUN)
                || self.describes_hers(end, tag)
            {
                open = false;
            }
            end += self.analysed.phrase_at(end).map_or(1, |p| p.tokens.len());
        }
        end.min(limit)
    }

    /// «منظمة محلية الجيش»: a word in ية behind a feminine body describes it, where forces or an office stand behind.
    fn describes_hers(self, at: usize, tag: Tag) -> bool {
        let document = &self.analysed.document;
        let other = Tag::BODY.or(Tag::PLACE_HEAD).or(Tag::TITLE).or(Tag::MASDAR);
        let party = Tag::BODY.or(Tag::TITLE);
        let next = self.tags.at(at + 1);
        !tag.any(other)
            && document.word(at).ends_with("يه")
            && self.tags.is(at - 1, Tag::BODY)
            && document.word(at - 1).ends_with('ه')
            && next.any(Tag::ARTICLE)
            && (next.any(party) || self.is(at + 1, Mark::AGENT))
    }

    fn ends_here(self, at: usize, tag: Tag, start: usize) -> bool {
        let time = tag.any(Tag::TIME) && !tag.any(Tag::NISBA);
        let verb = tag.any(Tag::VERB.or(Tag::SAY))
            && !tag.any(Tag::NOUN.or(Tag::ARTICLE).or(Tag::NISBA).or(Tag::BODY).or(Tag::TITLE));
        let joined = tag.any(Tag::JOINED) && at > start && (!tag.any(Tag::NAME) || tag.any(Tag::COMMON));
        let bound = tag.any(Tag::BI) && !tag.any(Tag::NISBA.or(Tag::NAME));
        tag.any(ENDS)
            || time
            || verb && !self.looks_nominal(at, tag)
            || joined
            || bound
            || tag.any(Tag::NUMBER)
            || tag.any(PREPOSITIONS) && !tag.any(Tag::ARTICLE.or(Tag::NAME))
            || tag.any(Tag::SAME)
            || self.is(at, Mark::NEAR)
            || self.is(at, Mark::ADVERB)
            || self.is_verb_with_object(at)
            || self.describes_by_verb(at, tag)
            || self.is_suspected(at, tag)
    }

    /// «رجل يشتبه في …», «شاب يعتقد أنه …»: what is thought of him is no name.
    fn is_suspected(self, at: usize, tag: Tag) -> bool {
        let lexicon = self.analysed.lexicon();
        tag.any(Tag::KNOWN)
            && !tag.any(Tag::ARTICLE.or(Tag::NAME).or(Tag::PLACE))
            && self.analysed.document.word(at).starts_with('ي')
            && self.analysed.readings(at).iter().any(|r| lexicon.sense_name(r.sense) == "adj:unconfirmed-word")
    }

    /// «قوات تدعمها تركيا»: a present that the lexicon does not know, with a pronoun that goes back to what it describes.
    pub(super) fn describes_by_verb(self, at: usize, tag: Tag) -> bool {
        let segment = self.analysed.segment(at);
        !tag.any(Tag::KNOWN.or(Tag::ARTICLE).or(Tag::NAME).or(Tag::PLACE))
            && segment.clitics.has(Clitics::PRONOUN)
            && segment.stem.is_present()
            && at.checked_sub(1).is_some_and(|b| !self.tags.is(b, Tag::ARTICLE))
    }

    /// A word that could be a verb is a noun where a phrase is open before it and nothing says verb.
    fn looks_nominal(self, at: usize, tag: Tag) -> bool {
        tag.any(Tag::COMMON) && !tag.any(Tag::KNOWN) && !self.analysed.segment(at).stem.is_present()
    }
}
