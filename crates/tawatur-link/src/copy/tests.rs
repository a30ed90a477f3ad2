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

fn figure(text: &str, words: &str, value: f64) -> tawatur_model::Figure {
    let at = text.find(words).unwrap() as u32;
    serde_json::from_value(serde_json::json!({
        "id": "f1", "range": [at, at + words.len() as u32], "quote": words, "quantity": "killed", "low": value, "high": value,
        "mode": "exact", "unit": "person", "who": null, "place": null, "as_of": null, "in": "text", "increment": false,
        "subset_of": null, "repeat_of": null, "institution": null, "superseded_in_text": false, "modality": "asserted",
        "background": false, "chain": [], "said_on": null, "rule": ""
    }))
    .unwrap()
}

/// The kinds of change between two texts; `read` says which words name a source, which a person, which a count.
fn changed(one: &str, two: &str, read: impl Fn(&str) -> Extraction) -> Vec<(AlterationKind, String)> {
    let reports = [report("a", 7, one), report("b", 9, two)];
    let extractions = [read(one), read(two)];
    let items: Vec<Item<'_>> = reports.iter().zip(&extractions).map(|(r, e)| Item::new(r, e)).collect();
    let groups = copies(&items);
    groups
        .iter()
        .flat_map(|g| &g.alterations)
        .map(|a| (a.kind, a.text.en.replace(['\u{2068}', '\u{2069}'], "")))
        .collect()
}

const BODY: &str = "سقط 30 قتيلا من المسلحين في قصف على قرية الزيتون عند مدخل الوادي الشمالي قرب الجسر القديم مساء الأحد وفق سكان من القرية";

#[test]
fn every_kind_of_change_is_told_apart() {
    let nothing = |_: &str| Extraction::default();
    let cases = [
        ("30 قتيلا", "35 قتيلا", AlterationKind::Number, "«30» became «35»"),
        ("سقط 30", "سقط نحو 30", AlterationKind::Bound, "added: «نحو»"),
        ("في قصف", "في قصف يرجح أنه جوي", AlterationKind::Hedge, "added: «يرجح أنه جوي»"),
        ("قتيلا من", "شهيدا من", AlterationKind::LoadedWord, "«قتيلا» became «شهيدا»"),
        ("من المسلحين", "من الإرهابيين", AlterationKind::LoadedWord, "«المسلحين» became «الإرهابيين»"),
        ("من المسلحين", "من المتظاهرين", AlterationKind::LoadedWord, "«المسلحين» became «المتظاهرين»"),
        ("مساء الأحد", "مساء السبت", AlterationKind::Date, "«الأحد» became «السبت»"),
        ("عند مدخل", "قرب مدخل", AlterationKind::Wording, "«عند» became «قرب»"),
    ];
    for (old, new, kind, told) in cases {
        let found = changed(BODY, &BODY.replace(old, new), nothing);
        assert_eq!(found, [(kind, told.to_owned())], "{new}");
    }
}

#[test]
fn numbers_in_words_and_names_are_known_by_what_was_read() {
    let said = BODY.replace("30 قتيلا", "ثلاثون قتيلا");
    let read = |text: &str| {
        let words = ["ثلاثون قتيلا", "أربعون قتيلا"].into_iter().find(|w| text.contains(w)).unwrap();
        let value = if words.starts_with('ث') { 30.0 } else { 40.0 };
        Extraction { figures: vec![figure(text, words, value)], ..Extraction::default() }
    };
    let found = changed(&said, &said.replace("ثلاثون", "أربعون"), read);
    assert_eq!(found, [(AlterationKind::Number, "«ثلاثون» became «أربعون»".to_owned())]);
    let named = |text: &str| {
        let name = ["الزيتون", "التفاح"].into_iter().find(|w| text.contains(w)).unwrap();
        let at = text.find(name).unwrap() as u32;
        let place = serde_json::json!({"name": name, "aliases": [], "gazetteer_id": null, "kind": "city", "en": null, "country": null,
            "coordinates": null, "ranges": [[at, at + name.len() as u32]]});
        Extraction { places: vec![serde_json::from_value(place).unwrap()], ..Extraction::default() }
    };
    let found = changed(BODY, &BODY.replace("الزيتون", "التفاح"), named);
    assert_eq!(found, [(AlterationKind::Name, "«الزيتون» became «التفاح»".to_owned())]);
}

#[test]
fn who_said_it_may_be_dropped_or_changed_around_the_passage() {
    let sources = ["وزارة الدفاع", "المعارضة"];
    let read = |text: &str| {
        let mut read = Extraction::default();
        if let Some(name) = sources.into_iter().find(|s| text.contains(s)) {
            let at = text.find(name).unwrap() as u32;
            let range = Some(tawatur_text::ByteRange::new(at, at + name.len() as u32));
            let hop = tawatur_model::Hop { name: name.to_owned(), range, kind: tawatur_model::HopKind::Institution };
            read.figures = vec![tawatur_model::Figure { chain: vec![hop], ..figure(text, "30 قتيلا", 30.0) }];
        }
        read
    };
    let body = BODY.strip_suffix(" وفق سكان من القرية").unwrap();
    let with = |source: &str| format!("أعلنت {source} أنه {body}.");
    let dropped = changed(&with("وزارة الدفاع"), &format!("{body}."), read);
    assert_eq!(dropped, [(AlterationKind::Attribution, "dropped: «وزارة الدفاع»".to_owned())]);
    let swapped = changed(&with("وزارة الدفاع"), &format!("كشفت المعارضة، التي تتابع التطورات، أنه {body}."), read);
    assert_eq!(swapped, [(AlterationKind::Attribution, "«وزارة الدفاع» became «المعارضة»".to_owned())]);
}

#[test]
fn versions_of_one_page_are_no_copies() {
    let changed = FIRST.replace("230", "240");
    let mut reports = [report("a", 7, FIRST), report("b", 9, &changed)];
    for report in &mut reports {
        report.url = Some("https://example.org/news/17".to_owned());
    }
    assert!(found(&reports).is_empty());
    let given: Vec<&Report> = reports.iter().collect();
    assert!(report_copies(&given).is_empty());
    assert_eq!(crate::versions(&given).into_iter().collect::<Vec<_>>(), [(1, 0)]);
    reports[1].url = Some("https://example.org/news/18".to_owned());
    assert_eq!(found(&reports).len(), 1, "another page is a copy");
}

#[test]
fn a_common_unseen_source_is_named_where_both_credit_it() {
    let credit = |text: &str| format!("{text} (وكالة أنباء الجزر)");
    let texts = [credit(FIRST), credit(FIRST)];
    let read: Vec<Extraction> = texts
        .iter()
        .map(|t| {
            let at = t.find("وكالة أنباء الجزر").unwrap() as u32;
            let body = serde_json::json!({"name": "وكالة أنباء الجزر", "aliases": [], "gazetteer_id": null, "kind": "agency", "en": null,
                "country": null, "ranges": [[at, at + "وكالة أنباء الجزر".len() as u32]]});
            Extraction { organisations: vec![serde_json::from_value(body).unwrap()], ..Extraction::default() }
        })
        .collect();
    let reports = [report("a", 7, &texts[0]), report("b", 9, &texts[1])];
    let items: Vec<Item<'_>> = reports.iter().zip(&read).map(|(r, e)| Item::new(r, e)).collect();
    let groups = copies(&items);
    assert_eq!(groups[0].source.as_deref(), Some("وكالة أنباء الجزر"));
    assert_eq!(groups[0].direction, None, "neither had it from the other");
}

#[test]
fn sentences_are_taken_over_rewritten_or_new() {
    let second = "أعلنت هيئة الدفاع المدني في سلوان أن 230 عائلة أجليت من بيوتها على ضفاف النهر الكبير إثر ارتفاع منسوب المياه مترين. \
        وفي الميناء القديم توقفت حركة القوارب وأغلقت المتاجر أبوابها حتى إشعار آخر. \
        واشتكى أصحاب البساتين المجاورة من ضياع موسم الرمان كله هذا العام.";
    let reports = [report("a", 7, FIRST), report("b", 9, second)];
    let read = Extraction::default();
    let items: Vec<Item<'_>> = reports.iter().map(|r| Item::new(r, &read)).collect();
    let found = derivations(&items);
    let [one] = found.as_slice() else { panic!("{found:?}") };
    use tawatur_model::Derived;
    assert_eq!(one.report, "b");
    assert_eq!(
        one.sentences.iter().map(|s| s.how).collect::<Vec<_>>(),
        [Derived::Rewritten, Derived::Verbatim, Derived::New]
    );
    assert!((one.verbatim + one.rewritten + one.new - 1.0).abs() < 0.01);
    assert_eq!(one.sentences[1].from.as_ref().unwrap().report, "a");
}

#[test]
fn near_copies_with_one_agency_have_a_common_unseen_parent() {
    let credited = |agency: &str| format!("{FIRST} ({agency})");
    let (one, two) = (credited("رويترز"), credited("وكالة رويترز"));
    let reports = [report("a", 7, &one), report("b", 9, &two), report("c", 10, FIRST)];
    let given: Vec<&Report> = reports.iter().collect();
    let copies = report_copies(&given);
    assert!(copies.iter().all(|c| c.source.is_some()), "{copies:?}");
    assert_eq!(copies[1].copied_from, None, "b has it from the agency, not from a");
    assert!(copies[2].copied_from.is_some(), "c credits nobody and came later");

    let mixed = [report("a", 7, &one), report("b", 9, &credited("فرانس برس"))];
    let copies = report_copies(&mixed.iter().collect::<Vec<_>>());
    assert!(copies.iter().all(|c| c.source.is_none()), "two agencies are no common source: {copies:?}");

    let mut own = [report("a", 7, FIRST), report("b", 9, &two)];
    own[0].outlet = Some("رويترز".to_owned());
    let copies = report_copies(&own.iter().collect::<Vec<_>>());
    assert_eq!((copies[0].copied_from, copies[1].copied_from), (None, Some(0)), "the agency's own report is here");
}
