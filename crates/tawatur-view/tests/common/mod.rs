//! An invented story: a fire in the harbour of a country that does not exist.
#![allow(dead_code, missing_docs)] // Each test binary uses a part of it.

use tawatur_model::{
    Account, AccountReport, Alarm, Bilingual, CopyGroup, CopyPassage, Day, EntityEntry, Event, Extraction, Figure, Gap,
    Hop, HopKind, In, Modality, Mode, Note, Passage, Point, Polarity, PublishedFrom, Quantity, Question, Relation,
    RelationKind, Report, Role, Sentence, Series, Severity, SpeechMode, Statement, StatementEntry, Story,
    TimelineEntry,
};
use tawatur_text::ByteRange;

pub(crate) struct Fixture {
    pub(crate) account: Account,
    pub(crate) reports: Vec<Report>,
    pub(crate) extractions: Vec<Extraction>,
}

const ONE: &str = "الميناء اليوم\n\nقالت وزارة الداخلية إن 12 شخصاً على الأقل قتلوا في حريق ميناء السدرة مساء الثلاثاء. \
وأضاف المتحدث باسمها منير الغافري أن «النار لم تبلغ الصوامع». وأصيب نحو 40 آخرين، بحسب مصدر طبي.\nاقرأ أيضاً: أخبار الطقس";
const TWO: &str = "أعلنت وزارة الداخلية ارتفاع عدد القتلى إلى 19 شخصاً، بينهم 3 أطفال، فيما تحدث الدفاع المدني عن 23 قتيلاً. \
وأضاف المتحدث باسمها منير الغافري أن «النار لم تبلغ الصوامع إطلاقاً».";
const THREE: &str = "ذكرت صحيفة الرصيف أن 12 شخصاً قتلوا في الحريق. ولا يزال عشرات العمال في عداد المفقودين (Port News).";

pub(crate) fn day(text: &str) -> Option<Day> {
    Some(text.parse().unwrap())
}

pub(crate) fn bi(ar: &str, en: &str) -> Bilingual {
    Bilingual::new(ar, en)
}

pub(crate) fn at(text: &str, words: &str) -> ByteRange {
    let start = text.find(words).unwrap_or_else(|| panic!("«{words}» is not there"));
    ByteRange::from_indexes(start, start + words.len())
}

pub(crate) fn hop(name: &str, kind: HopKind) -> Hop {
    Hop { name: name.to_owned(), range: None, kind }
}

fn figure(text: &str, id: &str, words: &str, quantity: Quantity, bounds: (Option<f64>, Option<f64>, Mode)) -> Figure {
    Figure {
        id: id.to_owned(),
        range: at(text, words),
        quote: words.to_owned(),
        quantity,
        low: bounds.0,
        high: bounds.1,
        mode: bounds.2,
        unit: "person".to_owned(),
        who: None,
        place: None,
        as_of: None,
        within: In::Text,
        increment: false,
        subset_of: None,
        repeat_of: None,
        institution: None,
        superseded_in_text: false,
        modality: Modality::Asserted,
        background: false,
        chain: vec![hop("وزارة الداخلية", HopKind::Institution)],
        said_on: None,
        rule: "toll-of-noun".to_owned(),
    }
}

fn statement(text: &str, id: &str, words: &str, content: &str) -> Statement {
    Statement {
        id: id.to_owned(),
        within: In::Text,
        range: at(text, words),
        quote: words.to_owned(),
        speaker: Some("منير الغافري".to_owned()),
        speaker_range: None,
        institution: Some("وزارة الداخلية".to_owned()),
        mode: SpeechMode::Direct,
        polarity: Polarity::Says,
        chain: Vec::new(),
        said_on: day("2031-03-04"),
        content_range: Some(at(text, content)),
        rule: "saying-that".to_owned(),
    }
}

fn report(id: &str, text: &str, outlet: Option<&str>) -> Report {
    Report {
        id: id.to_owned(),
        text: text.to_owned(),
        title: (id == "two").then(|| "ميناء السدرة: 19 قتيلاً".to_owned()),
        outlet: outlet.map(str::to_owned),
        ..Report::default()
    }
}

fn point(date: &str, low: Option<f64>, high: Option<f64>, mode: Mode, origin: &str, claim: &str) -> Point {
    Point {
        as_of: day(date),
        low,
        high,
        mode,
        unit: "person".to_owned(),
        origin: (!origin.is_empty()).then(|| origin.to_owned()),
        institution: None,
        place: None,
        who: None,
        claims: vec![claim.to_owned()],
        reports: vec![claim.split('#').next().unwrap().to_owned()],
        independent_origins: usize::from(!origin.is_empty()),
        independent: Vec::new(),
        carriers: 1,
        increment: false,
        note: None,
    }
}

fn relation(from: usize, to: usize, kind: RelationKind) -> Relation {
    Relation {
        from, to, kind, because: bi("عدد أحدث للسؤال نفسه", "a later count of the same question")
    }
}

fn extractions() -> Vec<Extraction> {
    let said = "«النار لم تبلغ الصوامع»";
    let mut one = Extraction { report: "one".to_owned(), ..Extraction::default() };
    one.figures = vec![
        figure(ONE, "f1", "12 شخصاً على الأقل", Quantity::Killed, (Some(12.0), None, Mode::AtLeast)),
        figure(ONE, "f2", "نحو 40 آخرين", Quantity::Injured, (Some(40.0), Some(40.0), Mode::About)),
    ];
    one.figures[1].chain = vec![hop("مصدر طبي", HopKind::Unnamed)];
    one.statements = vec![statement(ONE, "s1", "وأضاف المتحدث باسمها منير الغافري أن", said)];
    one.events = vec![event()];
    one.passages = vec![
        Passage { range: at(ONE, "الميناء اليوم"), role: Role::Dateline },
        Passage { range: at(ONE, "اقرأ أيضاً: أخبار الطقس"), role: Role::RelatedLink },
    ];
    let mut two = Extraction { report: "two".to_owned(), ..Extraction::default() };
    let exact = |n: f64| (Some(n), Some(n), Mode::Exact);
    two.figures = vec![
        figure(TWO, "f1", "عدد القتلى إلى 19 شخصاً", Quantity::Killed, exact(19.0)),
        figure(TWO, "f2", "3 أطفال", Quantity::Killed, exact(3.0)),
        figure(TWO, "f3", "23 قتيلاً", Quantity::Killed, exact(23.0)),
        Figure {
            within: In::Title, ..figure("ميناء السدرة: 19 قتيلاً", "f4", "19 قتيلاً", Quantity::Killed, exact(19.0))
        },
    ];
    two.figures[2].chain = vec![hop("الدفاع المدني", HopKind::Institution)];
    two.statements =
        vec![statement(TWO, "s1", "وأضاف المتحدث باسمها منير الغافري أن", "«النار لم تبلغ الصوامع إطلاقاً»")];
    let mut three = Extraction { report: "three".to_owned(), ..Extraction::default() };
    three.figures = vec![
        figure(THREE, "f1", "12 شخصاً قتلوا", Quantity::Killed, exact(12.0)),
        figure(THREE, "f2", "عشرات العمال", Quantity::Missing, (Some(20.0), Some(99.0), Mode::Vague)),
    ];
    three.figures[1].chain = Vec::new();
    vec![one, two, three]
}

fn event() -> Event {
    let words = "حريق ميناء السدرة مساء الثلاثاء";
    Event {
        id: "e1".to_owned(),
        range: at(ONE, words),
        quote: words.to_owned(),
        kind: "DISASTER".to_owned(),
        mode: vec!["fire".to_owned()],
        context: Vec::new(),
        aux: Vec::new(),
        actor: None,
        target: None,
        place: Some("ميناء السدرة".to_owned()),
        date: Some("2031-03-04".to_owned()),
        figures: vec!["f1".to_owned()],
        modality: Modality::Asserted,
        chain: Vec::new(),
        rule: "fire-in-place".to_owned(),
    }
}

fn series() -> Vec<Series> {
    let question = |quantity, ar: &str, en: &str| Question { quantity, who: None, place: None, text: bi(ar, en) };
    let exact = |date, n: f64, origin, claim| point(date, Some(n), Some(n), Mode::Exact, origin, claim);
    let mut part = exact("2031-03-05", 3.0, "وزارة الداخلية", "two#f2");
    part.who = Some("أطفال".to_owned());
    vec![
        Series {
            question: question(
                Quantity::Killed,
                "كم قُتل في السدرة؟",
                "How many were killed in \u{2068}السدرة\u{2069}?",
            ),
            points: vec![
                point("2031-03-04", Some(12.0), None, Mode::AtLeast, "وزارة الداخلية", "one#f1"),
                exact("2031-03-05", 19.0, "وزارة الداخلية", "two#f1"),
                exact("2031-03-05", 23.0, "الدفاع المدني", "two#f3"),
                part,
                exact("2031-03-06", 12.0, "", "three#f1"),
            ],
            relations: vec![
                relation(1, 0, RelationKind::Supersedes),
                relation(2, 1, RelationKind::Disagrees),
                relation(3, 1, RelationKind::PartOf),
                relation(4, 0, RelationKind::StaleRepeat),
            ],
        },
        Series {
            question: question(Quantity::Missing, "كم فُقد؟", "How many are missing?"),
            points: vec![point("2031-03-06", Some(20.0), Some(99.0), Mode::Vague, "", "three#f2")],
            relations: Vec::new(),
        },
    ]
}

fn statements() -> Vec<StatementEntry> {
    let entry = |claim: &str, content: &str| StatementEntry {
        claim: claim.to_owned(),
        speaker: Some("منير الغافري".to_owned()),
        institution: Some("وزارة الداخلية".to_owned()),
        mode: SpeechMode::Direct,
        polarity: Polarity::Says,
        quote: "وأضاف المتحدث".to_owned(),
        content: content.to_owned(),
        said_on: day("2031-03-04"),
        chain: Vec::new(),
    };
    vec![entry("one#s1", "«النار لم تبلغ الصوامع»"), entry("two#s1", "«النار لم تبلغ الصوامع إطلاقاً»")]
}

fn listed(id: &str, date: &str, from: PublishedFrom, outlet: Option<&str>) -> AccountReport {
    AccountReport {
        version_of: None,
        report: id.to_owned(),
        published: day(date),
        published_from: from,
        published_because: (from == PublishedFrom::Siblings).then(|| bi("يذكر الحريق نفسه", "it names the same fire")),
        outlet: outlet.map(str::to_owned),
        title: None,
        claims: 3,
    }
}

fn people_and_places(account: &mut Account) {
    let mention =
        |report: &str, text: &str, words: &str| CopyPassage { report: report.to_owned(), range: at(text, words) };
    account.people = vec![EntityEntry {
        name: "منير الغافري".to_owned(),
        roles: vec!["المتحدث".to_owned()],
        mentions: vec![mention("one", ONE, "منير الغافري"), mention("two", TWO, "منير الغافري")],
        ..EntityEntry::default()
    }];
    account.places = vec![EntityEntry {
        name: "السدرة".to_owned(),
        en: Some("Sidra".to_owned()),
        aliases: vec!["ميناء السدرة".to_owned()],
        because: vec![bi("اسم واحد", "one name")],
        coordinates: Some((30.645, 18.348)),
        roles: vec!["city".to_owned()],
        mentions: vec![mention("one", ONE, "السدرة")],
        row: Some("city-1".into()),
        country: None,
        precision: Some("city".into()),
    }];
}

/// The story, whole.
pub(crate) fn harbour_fire() -> Fixture {
    let said = "وأضاف المتحدث باسمها منير الغافري أن «النار لم تبلغ الصوامع";
    let passage = |report: &str, text: &str| CopyPassage { report: report.to_owned(), range: at(text, said) };
    let mut account = Account {
        story: Story {
            changes: Vec::new(),
            label: "harbour".to_owned(),
            from: day("2031-03-04"),
            to: day("2031-03-06"),
            places: vec!["السدرة".to_owned()],
            title: bi("حريق ميناء السدرة", "Fire in the harbour of Sidra"),
        },
        summary: vec![Sentence {
            text: bi("قُتل 19 شخصاً.", "19 people were killed."),
            claims: vec!["two#f1".to_owned()],
        }],
        reports: vec![
            listed("one", "2031-03-04", PublishedFrom::Dateline, Some("ساعة الميناء")),
            listed("two", "2031-03-05", PublishedFrom::Siblings, None),
            listed("three", "2031-03-06", PublishedFrom::Metadata, Some("Harbour Post")),
        ],
        series: series(),
        timeline: vec![TimelineEntry {
            date: "2031-03-04".to_owned(),
            precision: "day".to_owned(),
            text: bi("حريق في ميناء السدرة", "A fire in the harbour of Sidra"),
            claims: vec!["one#e1".to_owned()],
            independent_origins: 1,
            kind: "event".to_owned(),
            because: Some(bi("يرويه تقرير واحد", "told by 1 report")),
            ..TimelineEntry::default()
        }],
        statements: statements(),
        copies: vec![CopyGroup {
            reports: vec!["one".to_owned(), "two".to_owned()],
            passages: vec![passage("one", ONE), passage("two", TWO)],
            direction: None,
            source: None,
            alterations: Vec::new(),
        }],
        alarms: vec![Alarm {
            id: "figure-without-origin".to_owned(),
            severity: Severity::Warning,
            text: bi("عدد بلا مصدر", "A figure without an origin"),
            claims: vec!["three#f2".to_owned()],
        }],
        gaps: vec![Gap {
            id: "no-cause".to_owned(), text: bi("لا يُذكر السبب", "No report tells the cause")
        }],
        notes: vec![("three".to_owned(), note())],
        ..Account::default()
    };
    people_and_places(&mut account);
    let reports = vec![
        report("one", ONE, Some("ساعة الميناء")),
        report("two", TWO, None),
        report("three", THREE, Some("Harbour Post")),
    ];
    Fixture { account, reports, extractions: extractions() }
}

fn note() -> Note {
    Note {
        id: "name-unread".to_owned(),
        severity: Severity::Info,
        range: Some(at(THREE, "Port News")),
        message: "a name in Latin letters".to_owned(),
        related: Vec::new(),
    }
}
