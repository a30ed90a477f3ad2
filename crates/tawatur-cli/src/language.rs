//! The language that the program speaks.

use clap::ValueEnum;
use tawatur::model::Bilingual;

/// Language of what is printed for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Language {
    /// Arabic where the environment asks for Arabic, else English.
    pub(crate) fn of_environment() -> Self {
        let named =
            ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|v| std::env::var(v).ok().filter(|l| !l.is_empty()));
        if named.is_some_and(|l| l.starts_with("ar")) { Language::Ar } else { Language::En }
    }

    /// The text of this language.
    pub(crate) fn pick(self, text: &Bilingual) -> &str {
        match self {
            Language::Ar => &text.ar,
            Language::En => &text.en,
        }
    }

    /// Whether it is written from right to left.
    pub(crate) fn is_rtl(self) -> bool {
        self == Language::Ar
    }
}
