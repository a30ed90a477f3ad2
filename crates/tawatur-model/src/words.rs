//! Text in the two languages of the interface.

use serde::{Deserialize, Serialize};

/// One text in Arabic and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Arabic.
    pub ar: String,
    /// English. Names without an English form stay in Arabic letters, isolated (U+2068 … U+2069).
    pub en: String,
}

impl Bilingual {
    /// The text in both languages.
    pub fn new(ar: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ar: ar.into(), en: en.into() }
    }
}
