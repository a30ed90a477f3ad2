//! Classes of entries, and which clitics each takes.

use crate::Clitics;

/// The class of an entry: its part of speech, or the kind of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Class {
    Noun,
    Verb,
    Adjective,
    Preposition,
    Conjunction,
    Particle,
    Adverb,
    Number,
    Pronoun,
    Title,
    Unit,
    /// A word of personal names.
    Name,
    Place,
    Organisation,
    /// Any other class that a data file introduces.
    Other,
}

impl Class {
    /// The class that data files write so.
    pub(crate) fn parse(name: &str) -> Self {
        match name {
            "noun" => Self::Noun,
            "verb" => Self::Verb,
            "adj" => Self::Adjective,
            "prep" => Self::Preposition,
            "conj" => Self::Conjunction,
            "part" => Self::Particle,
            "adv" => Self::Adverb,
            "num" => Self::Number,
            "pron" => Self::Pronoun,
            "title" => Self::Title,
            "unit" => Self::Unit,
            "name" => Self::Name,
            "place" => Self::Place,
            "organisation" => Self::Organisation,
            _ => Self::Other,
        }
    }

    /// Whether words of this class can carry these clitics, present tense or not.
    pub(crate) fn takes(self, clitics: Clitics, present: bool) -> bool {
        let article = clitics.has(Clitics::AL);
        let pronoun = clitics.has(Clitics::PRONOUN);
        match self {
            Self::Verb => {
                !article && !clitics.intersects(Clitics::BI.with(Clitics::KA)) && (present || !clitics.has(Clitics::SA))
            }
            _ if clitics.has(Clitics::SA) => false,
            Self::Preposition | Self::Conjunction | Self::Particle => !article,
            Self::Name | Self::Place | Self::Organisation => !pronoun,
            Self::Pronoun => !article && !pronoun,
            _ => !article || !pronoun,
        }
    }
}
