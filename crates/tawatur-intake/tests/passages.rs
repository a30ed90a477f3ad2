//! Passages of whole reports, and what holds of every text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use serde::Deserialize;
use tawatur_intake::{passages, passages_with_rules};
use tawatur_model::Role;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    title: Option<String>,
    lines: Vec<String>,
}

/// The text that a case's lines make, and the passages that are expected of it.
fn expected(case: &Case) -> (String, Vec<(String, String)>) {
    let (mut text, mut passages) = (String::new(), Vec::new());
    for line in &case.lines {
        if let Some((roles, words)) = line.split_once(" | ") {
            let parts: Vec<&str> = words.split(" ~ ").collect();
            for (role, part) in roles.split('+').zip(&parts) {
                passages.push((role.to_owned(), (*part).to_owned()));
            }
            text.push_str(&parts.join(" "));
        }
        text.push('\n');
    }
    (text, passages)
}

#[test]
fn every_case_is_read_as_it_says() {
    let cases: Cases = toml::from_str(include_str!("../cases/passages.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &cases.case {
        let (text, expected) = expected(case);
        let found = passages_with_rules(&text, case.title.as_deref());
        let found: Vec<(String, String)> = found
            .iter()
            .map(|p| {
                let role = serde_json::to_value(p.passage.role).unwrap();
                (role.as_str().unwrap().to_owned(), p.passage.range.slice(&text).to_owned())
            })
            .collect();
        if found != expected {
            wrong.push(format!("{}:\n  found {found:#?}\n  expected {expected:#?}", case.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(cases.case.len(), 15);
}

/// Everything that is not white space is in exactly one passage, and passages are trimmed and in order.
fn check_tiling(text: &str, title: Option<&str>) {
    let mut covered = 0;
    for passage in passages(text, title) {
        let (start, end) = (passage.range.start() as usize, passage.range.end() as usize);
        assert!(start < end && start >= covered, "{passage:?} in {text:?}");
        assert!(text[covered..start].trim().is_empty(), "lost {:?}", &text[covered..start]);
        assert_eq!(text[start..end].trim(), &text[start..end]);
        covered = end;
    }
    assert!(text[covered..].trim().is_empty(), "lost {:?}", &text[covered..]);
}

/// Lines that readers of passages have an opinion about, and others.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("عدن (رويترز) - جنحت سفينة قبالة الميناء ليلا.".to_owned()),
        Just("اقرأ أيضا: خزانات العاصمة تمتلئ".to_owned()),
        Just("10 يناير 2022".to_owned()),
        Just("  \u{200f}+ الخط -\u{a0}".to_owned()),
        Just("وقال المتحدث باسم البلدية إن العمل انتهى.".to_owned()),
        Just("سدود الشمال تفيض للمرة الأولى".to_owned()),
        Just("\u{feff}\u{640}\u{651}".to_owned()),
        any::<String>(),
        "[ ا-ي0-9().:/\n-]{0,80}",
    ]
}

proptest! {
    #[test]
    fn passages_tile_any_text(lines in prop::collection::vec(line(), 0..12), title in prop::option::of(line())) {
        check_tiling(&lines.join("\n"), title.as_deref());
    }

    #[test]
    fn marks_and_invisible_characters_change_no_role(numbers in prop::collection::vec(0usize..6, 1..8), at in 0usize..400) {
        let lines = [
            "اقرأ أيضا: خزانات العاصمة تمتلئ",
            "وقال المتحدث باسم البلدية إن العمل انتهى.",
            "المرور يتحول إلى الضفة",
            "الأحد 14 مايو 2023",
            "وصل فريق الخبراء إلى السد مساء أمس لفحص الأضرار، ومعه معدات للغوص.",
            "وصل فريق الخبراء إلى السد مساء أمس لفحص الأضرار",
        ];
        let text: Vec<&str> = numbers.iter().map(|n| lines[*n]).collect();
        let text = text.join("\n");
        // A mark after a letter: harakat stand on letters only.
        let place = text.char_indices().filter(|(_, c)| c.is_alphabetic()).nth(at % 40).map_or(0, |(i, c)| i + c.len_utf8());
        for mark in ['\u{64e}', '\u{640}', '\u{200f}', '\u{202b}'] {
            let mut disturbed = text.clone();
            disturbed.insert(place, mark);
            let roles = |t: &str| passages(t, None).iter().map(|p| p.role).collect::<Vec<Role>>();
            prop_assert_eq!(roles(&text), roles(&disturbed));
        }
    }
}

#[test]
fn long_texts_take_linear_time() {
    let time = |text: &str| {
        let start = std::time::Instant::now();
        check_tiling(text, None);
        start.elapsed().as_secs_f64()
    };
    let shapes: [fn(usize) -> String; 5] = [
        |n| "قال الوزير إن العمل مستمر ".repeat(n),
        |n| "قال الوزير إن العمل مستمر في الجسر\n".repeat(n),
        |n| "كلمة ".repeat(n) + &"\nكلمة كلمة كلمة كلمة كلمة كلمة كلمة".repeat(n / 10),
        |n| "\n".repeat(n) + &"(رويترز) - ".repeat(n),
        |n| (0..n).map(|i| format!("سطر رقم {i} من تقرير طويل جدا عن السد\n")).collect(),
    ];
    for (number, shape) in shapes.iter().enumerate() {
        let (small, large) = (time(&shape(5_000)), time(&shape(40_000)));
        assert!(
            large < small.max(0.005) * 8.0 * 5.0,
            "shape {number}: {small} s, then {large} s for eight times the text"
        );
    }
}
