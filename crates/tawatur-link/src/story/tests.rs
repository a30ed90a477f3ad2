use std::collections::BTreeSet;

use super::*;

fn report(id: &str, title: &str, text: &str) -> Report {
    Report { id: id.to_owned(), title: Some(title.to_owned()), text: text.to_owned(), ..Report::default() }
}

fn invented() -> Vec<Report> {
    vec![
        report("a", "فيضان يغمر أحياء مدينة سلوان", "غمرت مياه الفيضان أحياء مدينة سلوان بعد انهيار سد النهر الكبير."),
        report("b", "انهيار سد النهر الكبير قرب سلوان", "أدى انهيار سد النهر الكبير إلى فيضان غمر أحياء في سلوان."),
        report("c", "تعادل في نهائي كأس الجزر", "انتهت مباراة نهائي كأس الجزر بالتعادل بعد ركلات ترجيح مثيرة."),
        report("d", "نهائي كأس الجزر يحسم بركلات الترجيح", "حسمت ركلات الترجيح مباراة نهائي كأس الجزر في الملعب الوطني."),
        report("e", "افتتاح معرض للخط", "افتتح معرض للخط العربي في متحف العاصمة ويستمر أسبوعين."),
    ]
}

fn members(reports: &[Report], order: &[usize]) -> Vec<Vec<String>> {
    let given: Vec<&Report> = order.iter().map(|i| &reports[*i]).collect();
    let mut stories: Vec<Vec<String>> = group(&given)
        .into_iter()
        .map(|s| {
            let mut ids: Vec<String> = s.reports.iter().map(|i| given[*i].id.clone()).collect();
            ids.sort();
            ids.insert(0, s.label);
            ids
        })
        .collect();
    stories.sort();
    stories
}

#[test]
fn reports_of_one_event_meet_and_others_stay_alone() {
    let reports = invented();
    let found = members(&reports, &[0, 1, 2, 3, 4]);
    let mut ids: Vec<String> = found.iter().map(|s| s[1..].join("+")).collect();
    ids.sort();
    assert_eq!(ids, ["a+b", "c+d", "e"]);
}

#[test]
fn the_order_of_the_input_makes_no_difference() {
    let reports = invented();
    let first = members(&reports, &[0, 1, 2, 3, 4]);
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 4, 0, 3, 2]] {
        assert_eq!(members(&reports, &order), first);
    }
}

#[test]
fn no_reports_make_no_stories() {
    assert!(group(&[]).is_empty());
    let empty = report("x", "", "");
    assert_eq!(group(&[&empty, &empty]).len(), 2);
}

/// A report of so many words of each of several topics, published on a day of May.
fn told(id: &str, day: i8, topics: &[(char, usize)]) -> Report {
    let letters = ["با", "دي", "سو", "كا", "لي", "مو", "نا", "ري", "تو", "شا", "في", "قو"];
    let word = |topic: char, n: usize| format!("{}{topic}{}", letters[n % 12], letters[(n * 5 + 1) % 12]);
    let words: Vec<String> = topics.iter().flat_map(|(t, count)| (0..*count).map(move |n| word(*t, n))).collect();
    let published = jiff::civil::date(2030, 5, day);
    let published =
        tawatur_model::Published { day: published, time: None, from: tawatur_model::PublishedFrom::Metadata };
    Report { id: id.to_owned(), text: words.join(" "), published: Some(published), ..Report::default() }
}

fn ids(given: &[Report], story: &StoryGroup) -> String {
    let mut ids: Vec<&str> = story.reports.iter().map(|i| given[*i].id.as_str()).collect();
    ids.sort_unstable();
    ids.join(" ")
}

fn grouped(given: &[Report]) -> Vec<StoryGroup> {
    group(&given.iter().collect::<Vec<_>>())
}

#[test]
fn a_report_that_joins_two_stories_is_recorded_and_the_older_name_stays() {
    let given = [told("a", 1, &[('ظ', 10)]), told("b", 2, &[('ض', 10)]), told("c", 3, &[('ظ', 10), ('ض', 10)])];
    let before = grouped(&given[..2]);
    assert_eq!(before.len(), 2);
    let after = grouped(&given);
    let [story] = after.as_slice() else { panic!("{after:?}") };
    let old = before.iter().find(|s| ids(&given, s) == "a").unwrap();
    let gone = before.iter().find(|s| ids(&given, s) == "b").unwrap();
    assert_eq!(story.label, old.label);
    let on = Some(jiff::civil::date(2030, 5, 3));
    assert_eq!(story.changes, [StoryChange { on, kind: StoryChangeKind::Merged, other: gone.label.clone() }]);
}

#[test]
fn a_story_that_comes_apart_is_cut_and_both_say_so() {
    let mut given =
        vec![told("a1", 1, &[('ظ', 10)]), told("m", 2, &[('ظ', 5), ('ض', 5), ('ث', 6)]), told("b1", 3, &[('ض', 10)])];
    assert_eq!(grouped(&given).len(), 1, "one bridge joins the first reports");
    for n in 2..8 {
        given.push(told(&format!("a{n}"), 4, &[('ظ', 10), ('غ', n)]));
        given.push(told(&format!("b{n}"), 4, &[('ض', 10), ('ز', n)]));
    }
    let stories = grouped(&given);
    let [one, two] = stories.as_slice() else { panic!("{stories:?}") };
    let (first, cut) = if one.changes.is_empty() { (one, two) } else { (two, one) };
    assert!(ids(&given, first).starts_with("a1 a2"), "{}", ids(&given, first));
    assert_eq!(cut.changes.len(), 1);
    assert_eq!((cut.changes[0].kind, &cut.changes[0].other), (StoryChangeKind::Split, &first.label));
}

#[test]
fn names_stay_while_the_stream_goes_on() {
    let given: Vec<Report> = (0..12)
        .map(|n| {
            told(&format!("r{n}"), 1 + (n % 6) as i8, &[(['ظ', 'ض', 'ث'][n % 3], 9), (['غ', 'ز', 'ذ', 'ؤ'][n % 4], 2)])
        })
        .collect();
    let labels = |until: i8| -> BTreeSet<String> {
        let known: Vec<Report> = given.iter().filter(|r| r.published.unwrap().day.day() <= until).cloned().collect();
        grouped(&known).into_iter().map(|s| s.label).collect()
    };
    let last = labels(6);
    for until in 1..6 {
        assert!(labels(until).is_subset(&last), "a name of day {until} was lost");
    }
}

fn bombing(id: &str, day: i8, text: &str) -> Report {
    let report = told(id, day, &[]);
    Report { text: text.to_owned(), ..report }
}

#[test]
fn two_bombings_in_one_week_are_two_events() {
    // 6 May 2030 is a Monday.
    let given = [
        bombing("a1", 6, "قتل 12 شخصا في انفجار سيارة مفخخة قرب سوق الخضار في مدينة سلوان اليوم الاثنين، بحسب الشرطة."),
        bombing(
            "a2",
            7,
            "ارتفعت حصيلة انفجار سوق الخضار في سلوان يوم الاثنين إلى 15 قتيلا بعد وفاة بائعين متأثرين بجراحهم، وقالت الشرطة إن السيارة المفخخة سرقت من ضاحية.",
        ),
        bombing(
            "b1",
            9,
            "هز انفجار حافلة تقل طلابا جامعة سلوان صباح الخميس وأوقع 7 قتلى من الطالبات، ونفذه انتحاري بحزام ناسف.",
        ),
        bombing(
            "b2",
            10,
            "شيعت جامعة سلوان الطالبات اللواتي قتلن في تفجير الحافلة الخميس، وقال رئيس الجامعة إن الانتحاري صعد بحزام ناسف عند البوابة.",
        ),
    ];
    let reports: Vec<&Report> = given.iter().collect();
    let found: Vec<Vec<&str>> =
        events(&reports).iter().map(|e| e.iter().map(|i| given[*i].id.as_str()).collect()).collect();
    assert_eq!(found, [["a1", "a2"], ["b1", "b2"]]);
    assert_eq!(events(&reports[..2]).len(), 1, "a toll that rises the next day is no second event");
}
