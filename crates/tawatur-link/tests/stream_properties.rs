//! Stories do not depend on the order in which the reports of a day arrive.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use tawatur_link::group;
use tawatur_model::{Published, PublishedFrom, Report};

const WORDS: [&str; 16] = [
    "زلزال",
    "ميناء",
    "حريق",
    "قطار",
    "جسر",
    "مصنع",
    "سفينة",
    "محكمة",
    "إضراب",
    "طائرة",
    "سد",
    "ملعب",
    "جامعة",
    "غابة",
    "سوق",
    "نفق",
];

fn report(id: usize, day: i8, topic: usize, extra: &[usize]) -> Report {
    let own = (0..5).map(|n| WORDS[(topic * 4 + n) % 16]);
    let words: Vec<&str> = own.chain(extra.iter().map(|n| WORDS[n % 16])).collect();
    let day = jiff::civil::date(2030, 5, day);
    Report {
        id: format!("r{id}"),
        text: words.join(" "),
        published: (topic < 4).then_some(Published { day, time: None, from: PublishedFrom::Metadata }),
        ..Report::default()
    }
}

/// A story: its name, its reports, its events and what happened to it.
type Told = (String, Vec<String>, Vec<Vec<String>>, String);

fn told(reports: &[Report]) -> Vec<Told> {
    let given: Vec<&Report> = reports.iter().collect();
    let ids = |members: &[usize]| members.iter().map(|i| given[*i].id.clone()).collect::<Vec<_>>();
    let stories = group(&given);
    stories
        .iter()
        .map(|s| {
            (s.label.clone(), ids(&s.reports), s.events.iter().map(|e| ids(e)).collect(), format!("{:?}", s.changes))
        })
        .collect()
}

proptest! {
    #[test]
    fn any_order_of_arrival_gives_the_same_stories(
        (reports, shuffled) in prop::collection::vec((1i8..20, 0usize..5, prop::collection::vec(0usize..16, 0..6)), 1..40)
            .prop_map(|all| all.iter().enumerate().map(|(i, (day, topic, extra))| report(i, *day, *topic, extra)).collect::<Vec<_>>())
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let one = told(&reports);
        prop_assert_eq!(one.iter().map(|s| s.1.len()).sum::<usize>(), reports.len());
        prop_assert_eq!(one, told(&shuffled));
    }
}
