//! Names in both languages.

mod compose;

use std::collections::BTreeMap;

use tawatur_lexicon::Lexicon;
use tawatur_model::{Account, Bilingual, EntityEntry, Extraction};
use tawatur_text::fold_word;

use crate::wording::verbatim;

/// English forms of Arabic names, as far as the lexicon has them.
#[derive(Clone, Debug, Default)]
pub struct Names {
    english: BTreeMap<String, String>,
}

impl Names {
    /// The names of an account.
    pub fn of(account: &Account) -> Self {
        let mut names = Self::default();
        for entry in account.people.iter().chain(&account.organisations).chain(&account.places) {
            names.add_entry(entry);
        }
        names
    }

    /// The names that were read from reports.
    pub fn read(extractions: &[&Extraction]) -> Self {
        let mut names = Self::default();
        for extraction in extractions {
            for place in &extraction.places {
                names.add_all(place.en.as_deref(), &place.name, &place.aliases);
            }
            for body in &extraction.organisations {
                names.add_all(body.en.as_deref(), &body.name, &body.aliases);
            }
        }
        names
    }

    /// Adds the forms of one entity.
    pub fn add_entry(&mut self, entry: &EntityEntry) {
        self.add_all(entry.en.as_deref(), &entry.name, &entry.aliases);
    }

    fn add_all(&mut self, english: Option<&str>, name: &str, aliases: &[String]) {
        let Some(english) = english.filter(|e| !e.is_empty()) else { return };
        for form in std::iter::once(name).chain(aliases.iter().map(String::as_str)) {
            self.english.entry(folded(form)).or_insert_with(|| english.to_owned());
        }
    }

    /// The name as it stands after "according to": sound plurals in the oblique case.
    pub fn oblique(&self, arabic: &str) -> Bilingual {
        let words: Vec<String> = arabic.split(' ').map(oblique_word).collect();
        Bilingual { ar: words.join(" "), en: self.name(arabic).en }
    }

    /// "His predecessor" with the name behind it, in Latin letters where it has any.
    fn described(&self, arabic: &str) -> Option<String> {
        let (first, rest) = arabic.split_once(' ')?;
        let lead = compose::description(first)?;
        Some(lead.replace("{name}", &self.name(rest).en))
    }

    /// The name in both languages; without an English form it stays in Arabic letters, isolated.
    pub fn name(&self, arabic: &str) -> Bilingual {
        let composed = || compose::english(arabic);
        match self.english.get(&folded(arabic)).cloned().or_else(composed).or_else(|| self.described(arabic)) {
            Some(english) => Bilingual::new(arabic, english),
            None => verbatim(arabic),
        }
    }
}

/// "مسؤولون" becomes "مسؤولين"; a word that only ends like a plural stays.
fn oblique_word(word: &str) -> String {
    let Some(stem) = word.strip_suffix("ون") else { return word.to_owned() };
    let readings = Lexicon::builtin().analyse(&fold_word(word));
    let plural = readings.iter().any(|r| r.form.is_plural());
    if plural { format!("{stem}ين") } else { word.to_owned() }
}

/// A name as it is compared: folded, without the article.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(fold_word).collect();
    words.iter().map(|w| w.strip_prefix("ال").unwrap_or(w)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_every_form() {
        let mut names = Names::default();
        names.add_entry(&EntityEntry {
            name: "وادي السّلام".into(),
            en: Some("Wadi Salam".into()),
            aliases: vec!["وادى السلام".into()],
            ..EntityEntry::default()
        });
        assert_eq!(names.name("وادى سلام").en, "Wadi Salam");
        assert_eq!(names.oblique("مسؤولون").ar, "مسؤولين");
        assert_eq!(names.oblique("التلفزيون").ar, "التلفزيون");
        assert_eq!(names.name("سلفه وادي السلام").en, "his predecessor Wadi Salam");
        assert_eq!(names.name("سلفه سالم").en, "his predecessor \u{2068}سالم\u{2069}");
        assert_eq!(names.name("وادي آخر").en, "\u{2068}وادي آخر\u{2069}");
    }
}
