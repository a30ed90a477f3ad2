use jiff::civil::{date, time};
use tawatur_model::{AlterationKind, Extraction, Published, PublishedFrom};

use super::*;

const FIRST: &str = "قالت هيئة الدفاع المدني في سلوان إن فرقها أجلت 230 عائلة من ضفاف النهر الكبير بعد أن ارتفع منسوب المياه \
    مترين خلال ساعات قليلة مساء الأحد.\nوفي الميناء القديم توقفت حركة القوارب وأغلقت المتاجر أبوابها حتى إشعار آخر.";

fn report(id: &str, hour: i8, text: &str) -> Report {
    let published =
        Some(Published { day: date(2030, 5, 6), time: Some(time(hour, 0, 0, 0)), from: PublishedFrom::Metadata });
    Report { id: id.to_owned(), text: text.to_owned(), published, ..Report::default() }
}

fn found(reports: &[Report]) -> Vec<CopyGroup> {
    let read = Extraction::default();
    let items: Vec<Item<'_>> = reports.iter().map(|r| Item::new(r, &read)).collect();
    copies(&items)
}

#[test]
fn a_sentence_shared_by_two_otherwise_different_reports_is_found() {
    let second = "انتقدت جمعية الصيادين تأخر التحذير من الفيضان.\nوقالت هيئة الدفاع المدني في سلوان إن فرقها أجلت نحو 250 عائلة \
        من ضفاف النهر الكبير بعد أن ارتفع منسوب المياه مترين خلال ساعات قليلة مساء أمس الأول.";
    let groups = found(&[report("b", 9, second), report("a", 7, FIRST)]);
    let [group] = groups.as_slice() else { panic!("one pair: {groups:?}") };
    let direction = group.direction.as_ref().unwrap();
    assert_eq!((direction.from.as_str(), direction.to.as_str()), ("a", "b"));
    assert_eq!(group.source, None);
    let passage = group.passages.iter().find(|p| p.report == "b").unwrap();
    assert!(passage.range.slice(second).starts_with("وقالت هيئة"));
    let kinds: Vec<AlterationKind> = group.alterations.iter().map(|a| a.kind).collect();
    assert_eq!(kinds, [AlterationKind::Number]);
    let change = &group.alterations[0];
    assert_eq!(change.from.as_ref().unwrap().range.slice(FIRST), "230");
    assert_eq!(change.to.as_ref().unwrap().range.slice(second), "نحو 250");
}

#[test]
fn a_formula_is_no_copy() {
    let one =
        "ذكرت وكالة أنباء الجزر أن رئيس الوزراء وصل صباحا.\nوعبر حسابه الرسمي على موقع التواصل الاجتماعي شكر المضيفين.";
    let two =
        "افتتح الوزير المعرض.\nوعبر حسابه الرسمي على موقع التواصل الاجتماعي دعا الناس إلى زيارته قبل نهاية الأسبوع.";
    assert!(found(&[report("a", 7, one), report("b", 8, two)]).is_empty());
}

#[test]
fn where_nothing_tells_who_was_first_no_direction_is_given() {
    let mut reports = [report("a", 7, FIRST), report("b", 7, FIRST)];
    reports[0].published = None;
    let groups = found(&reports);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].direction, None);
    assert!(groups[0].alterations.is_empty());
}

#[test]
fn near_copies_have_one_label_and_a_source() {
    let changed = FIRST.replace("230", "240").replace("مساء الأحد", "ليلة الأحد");
    let reports = [report("a", 9, &changed), report("b", 7, FIRST), report("c", 8, "لا صلة لهذا النص القصير بما قبله")];
    let given: Vec<&Report> = reports.iter().collect();
    let copies = report_copies(&given);
    assert_eq!(copies.iter().map(|c| c.report).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(copies[0].label, copies[1].label);
    assert_eq!((copies[0].copied_from, copies[1].copied_from), (Some(1), None));
}
