//! Rows that a user adds. They are added once a process, so that one test asks for everything.

#![allow(clippy::unwrap_used)]

use tawatur_lexicon::{AddedKind, AddedRow, Class, InUse, Lexicon};
use tawatur_text::fold_word;

fn row(kind: AddedKind, id: &str, name: &str) -> AddedRow {
    AddedRow {
        kind,
        id: id.to_owned(),
        en: "Somewhere".to_owned(),
        country: "SY".to_owned(),
        coordinates: kind.is_place().then_some((36.5, 37.25)),
        name: name.to_owned(),
    }
}

#[test]
fn added_rows_stand_beside_those_of_the_program() {
    let rows = [
        row(AddedKind::Site, "gate", "معبر باب قندرة"),
        row(AddedKind::City, "town", "الزرنبوقة"),
        row(AddedKind::City, "other", "القاهرة"),
        row(AddedKind::Person, "man", "سعدون بوزقلم الدرويش"),
    ];
    Lexicon::add(&rows).unwrap();
    assert_eq!(Lexicon::add(&rows), Err(InUse));
    let lexicon = Lexicon::builtin();
    let senses = |word: &str| -> Vec<(String, &str)> {
        let found = lexicon.analyse(&fold_word(word));
        found.iter().map(|r| (lexicon.sense_name(r.sense).to_owned(), lexicon.entry(r.entry).id)).collect()
    };
    assert!(senses("بالزرنبوقة").contains(&("place:city".to_owned(), "place-user-town")));
    assert!(senses("زرنبوقة").is_empty(), "its article belongs to the name");
    let cairo = senses("القاهرة");
    assert!(cairo.iter().any(|(_, id)| *id == "place-user-other") && cairo.len() > 1, "{cairo:?}");
    assert!(senses("بوزقلم").contains(&("name:both".to_owned(), "person-user-man")), "a word that nothing knew");
    assert!(senses("وكانت").iter().any(|(sense, _)| sense == "verb:be"), "the rest is as before");

    let words: Vec<String> = ["ومعبر", "باب", "قندرة", "مغلق"].map(fold_word).to_vec();
    let phrase = lexicon.phrase(words.iter().map(String::as_str)).unwrap();
    assert_eq!(phrase.words, 3);
    let entry = lexicon.entry(phrase.readings[0].entry);
    assert_eq!(
        (entry.id, entry.feature("lat"), entry.feature("lon")),
        ("place-user-gate", Some("36.5"), Some("37.25"))
    );
    assert_eq!(lexicon.added(Class::Name, "سعدون بوزقلم الدرويش").map(|e| e.id), Some("person-user-man"));
    assert_eq!(lexicon.added(Class::Place, "سعدون بوزقلم الدرويش"), None);
}

#[test]
fn every_kind_has_a_word_and_is_of_one_class() {
    for word in AddedKind::words() {
        let kind = AddedKind::parse(word).unwrap();
        let classes = [kind.is_place(), kind.is_organisation(), kind == AddedKind::Person];
        assert_eq!(classes.iter().filter(|c| **c).count(), 1, "{word}");
    }
    assert_eq!(AddedKind::parse("village"), None);
}
