//! A noun phrase and what it says of itself.

use tawatur_model::HopKind;
use tawatur_text::TokenRange;

/// What the first noun of a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// An office, rank or occupation, with or without a name behind it.
    Title,
    /// A personal name.
    Name,
    /// A body: ministry, police, company.
    Body,
    /// A news agency.
    Agency,
    /// A newspaper, broadcaster, site; the media.
    Medium,
    /// A source without a name: sources, witnesses, reports.
    Source,
    /// An official or the authorities.
    Official,
    /// A statement, toll or report.
    Document,
    /// A place that stands for its government.
    Place,
    /// A noun that the lexicon does not know.
    Unknown,
}

impl Head {
    /// Whether the lexicon knows the phrase for one that can speak.
    pub(crate) fn is_known(self) -> bool {
        !matches!(self, Head::Unknown)
    }

    /// Whether it is one human being or several.
    pub(crate) fn is_person(self) -> bool {
        matches!(self, Head::Title | Head::Name)
    }

    /// The kind of link that such a phrase makes in a chain.
    pub(crate) fn hop(self) -> HopKind {
        match self {
            Head::Title | Head::Name | Head::Unknown => HopKind::Person,
            Head::Body | Head::Place => HopKind::Institution,
            Head::Agency => HopKind::Agency,
            Head::Medium => HopKind::Medium,
            Head::Source => HopKind::Unnamed,
            Head::Official => HopKind::Official,
            Head::Document => HopKind::Document,
        }
    }
}

/// A noun phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NounPhrase {
    /// All of it.
    pub(crate) tokens: TokenRange,
    /// What it is.
    pub(crate) head: Head,
    /// The personal name in it; empty where there is none.
    pub(crate) name: TokenRange,
    /// The office or description in front of or behind the name; empty where there is only a name.
    pub(crate) title: TokenRange,
    /// The body that a person speaks for or belongs to; empty where none is named.
    pub(crate) owner: TokenRange,
    /// Feminine head.
    pub(crate) feminine: bool,
    /// A proper name of a body, whose form does not tell its gender: الأمم المتحدة, حماس.
    pub(crate) any_gender: bool,
    /// Plural or dual head, or two phrases side by side.
    pub(crate) plural: bool,
    /// The head has the article or is a name: it can be spoken of again.
    pub(crate) definite: bool,
}

impl NounPhrase {
    /// Whether a name may follow: an office without one, or one official, source or witness.
    pub(crate) fn can_bear_name(&self) -> bool {
        let one = matches!(self.head, Head::Official | Head::Source) && !self.plural;
        (self.head == Head::Title || one) && self.name.is_empty()
    }

    /// The same office with the name that was found behind it.
    pub(crate) fn with_name(&self, tokens: TokenRange, name: TokenRange) -> Self {
        Self { tokens, name, definite: true, head: Head::Title, ..*self }
    }

    /// A name of which nothing else is known.
    pub(crate) fn called(tokens: TokenRange, name: TokenRange) -> Self {
        let none = TokenRange::new(name.start, name.start);
        Self {
            tokens,
            head: Head::Name,
            name,
            title: none,
            owner: none,
            feminine: false,
            any_gender: true,
            plural: false,
            definite: true,
        }
    }

    /// Whether a verb of this gender and number can have this phrase as its subject in front of it or behind it.
    pub(crate) fn agrees(&self, feminine: bool, plural: bool) -> bool {
        if plural {
            return self.plural || self.head == Head::Unknown;
        }
        match self.head {
            // A name does not tell its gender; plurals of things and bodies take the feminine singular.
            Head::Name | Head::Unknown | Head::Place | Head::Medium | Head::Agency | Head::Source => true,
            Head::Title if self.plural => true,
            _ if self.any_gender => true,
            _ if self.plural => feminine || self.head == Head::Official,
            Head::Title => self.feminine == feminine || !self.name.is_empty() && !self.feminine,
            _ => self.feminine == feminine,
        }
    }
}
