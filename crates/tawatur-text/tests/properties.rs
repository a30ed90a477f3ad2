//! What holds for every text, however odd.

use proptest::prelude::*;
use tawatur_text::{Document, fold, fold_word};

/// Text of the kinds of characters that the package treats differently.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        6 => "[ابتجحدرسقلمنهويةىأإآؤئ]{1,8}",
        2 => "[0-9]{1,4}",
        2 => "[٠-٩۰-۹]{1,4}",
        3 => Just(" ".to_owned()),
        1 => "[\u{64b}-\u{652}\u{640}\u{200f}\u{202a}\u{202c}\u{feff}]{1,3}",
        1 => "[.،؛:؟!\"«»“”'()/%$…-]{1,2}",
        1 => "[\u{fe8d}-\u{fefc}\u{fdf2}\u{fdfa}]{1,2}",
        1 => "[\n\r\u{a0}]",
        1 => "\\PC{0,4}",
    ];
    prop::collection::vec(pieces, 0..40).prop_map(|p| p.concat())
}

proptest! {
    #[test]
    fn tokens_lie_in_the_text_in_order(text in text()) {
        let document = Document::new(&text);
        let (mut start, mut end) = (0, 0);
        for token in document.tokens() {
            // One character may stand for several words (U+FDFA): those share its range.
            prop_assert!(token.range.start() >= start && token.range.end() >= end);
            prop_assert!(text.get(token.range.start() as usize..token.range.end() as usize).is_some());
            (start, end) = (token.range.start(), token.range.end());
        }
    }

    #[test]
    fn a_token_folds_to_its_folded_word(text in "[ابتحدرسقلمنهوية٠-٩ \u{64b}\u{640}\u{200f}.,]{0,60}") {
        let document = Document::new(&text);
        for (i, token) in document.tokens().iter().enumerate() {
            prop_assert_eq!(fold_word(token.range.slice(&text)), document.word(i));
        }
    }

    #[test]
    fn sentences_and_paragraphs_tile_the_tokens(text in text()) {
        let document = Document::new(&text);
        for runs in [document.sentences(), document.paragraphs()] {
            let mut next = 0;
            for run in runs {
                prop_assert_eq!(run.start, next);
                prop_assert!(!run.is_empty());
                next = run.end;
            }
            prop_assert_eq!(next, document.tokens().len());
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        let once = fold(&text);
        let twice = fold(once.text());
        prop_assert_eq!(twice.text(), once.text());
    }

    #[test]
    fn marks_and_invisible_characters_change_no_word(words in prop::collection::vec("[ابتحدرسقلمنهوي]{2,7}", 1..8)) {
        let plain = words.join(" ");
        let noisy: String = plain.chars().flat_map(|c| [Some(c), (c != ' ').then_some('\u{64e}'), Some('\u{200f}')]).flatten().collect();
        let (plain, noisy) = (Document::new(&plain), Document::new(&noisy));
        prop_assert_eq!(plain.tokens().len(), noisy.tokens().len());
        for i in 0..plain.tokens().len() {
            prop_assert_eq!(plain.word(i), noisy.word(i));
        }
    }
}

#[test]
fn an_endless_line_is_read_in_linear_time() {
    let short = "قال المتحدث إن 12 شخصا قتلوا، ".repeat(2_000);
    let long = short.repeat(16);
    let time = |text: &str| {
        let start = std::time::Instant::now();
        let tokens = Document::new(text).tokens().len();
        (start.elapsed(), tokens)
    };
    // The best of several runs: other programs on the machine make a run longer, never shorter.
    let best = |text: &str| (0..5).map(|_| time(text)).min().unwrap_or_default();
    let ((quick, few), (slow, many)) = (best(&short), best(&long));
    assert_eq!(many, few * 16);
    assert!(slow < quick * 16 * 6, "16 times the text took {slow:?} against {quick:?}");
}
