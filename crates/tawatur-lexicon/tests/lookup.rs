//! The lexicon answers for words with clitics and inflections.

#![allow(clippy::unwrap_used)]

use tawatur_lexicon::{Analyser, Clitics, Lexicon};

fn senses(word: &str) -> Vec<String> {
    let lexicon = Lexicon::builtin();
    let folded = tawatur_text::fold_word(word);
    lexicon.analyse(&folded).iter().map(|r| lexicon.sense_name(r.sense).to_owned()).collect()
}

#[test]
fn reads_function_words_with_clitics() {
    assert!(senses("في").contains(&"prep:in".to_owned()));
    assert!(senses("وكانت").contains(&"verb:be".to_owned()));
    assert!(senses("فيما").contains(&"conj:while".to_owned()));
    assert!(senses("بينهم").contains(&"prep:between".to_owned()));
    assert!(senses("الآخرين").contains(&"adj:other".to_owned()));
    assert!(senses("إنهم").contains(&"part:that".to_owned()));
}

#[test]
fn says_which_clitics_were_taken_off() {
    let lexicon = Lexicon::builtin();
    let reading =
        lexicon.analyse("وبينهم").into_iter().find(|r| lexicon.sense_name(r.sense) == "prep:between").unwrap();
    assert!(reading.clitics.has(Clitics::WA));
    assert!(reading.clitics.has(Clitics::PRONOUN_PLURAL));
    assert!(!reading.clitics.has(Clitics::AL));
}

#[test]
fn an_analyser_gives_the_same_readings_as_the_lexicon() {
    let mut analyser = Analyser::default();
    for word in ["فيما", "وكانت", "كلمه", "فيما"] {
        let id = analyser.word(word, tawatur_lexicon::Ending::of(word));
        assert_eq!(analyser.readings(id), Lexicon::builtin().analyse(word).as_slice());
    }
}
