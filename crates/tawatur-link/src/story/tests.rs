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
