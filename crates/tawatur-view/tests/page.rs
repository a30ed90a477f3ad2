//! The page as a parser sees it: structure, escaping, quotes, policy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use common::{Fixture, harbour_fire};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use tawatur_model::{
    Alteration, AlterationKind, AppliedJudgement, Bilingual, Contradiction, CopyPassage, Derivation, Derived,
    DerivedSentence, Direction, Filter, FirstFigure, Judgement, JudgementKind, Saying,
};
use tawatur_view::{AccountPage, Language, page};

fn render(fixture: &Fixture, language: Language) -> String {
    let of = AccountPage { account: &fixture.account, reports: &fixture.reports, extractions: &fixture.extractions };
    page(&[of], language).unwrap()
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    let found: Vec<_> = html.select(&Selector::parse(selector).unwrap()).map(|e| e.id()).collect();
    found.into_iter().filter_map(|id| scraper::ElementRef::wrap(html.tree.get(id).unwrap())).collect()
}

fn text(html: &Html, selector: &str) -> String {
    select(html, selector).iter().flat_map(|e| e.text()).collect()
}

/// What must hold for every page, whatever it shows.
fn check_page(source: &str) -> Html {
    let html = Html::parse_document(source);
    let mut ids = BTreeSet::new();
    for element in select(&html, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}={value}");
            if name == "id" {
                assert!(ids.insert(value.to_owned()), "id twice: {value}");
            }
        }
        let name = element.value().name();
        assert!(!["iframe", "img", "object", "embed", "form", "base", "link", "b0"].contains(&name), "<{name}>");
    }
    for link in select(&html, "[href]") {
        let target = link.value().attr("href").unwrap().strip_prefix('#').expect("a link that leads off the page");
        assert!(ids.contains(target), "#{target} leads nowhere");
    }
    for id in ["aria-labelledby", "aria-describedby"] {
        for element in select(&html, &format!("[{id}]")) {
            assert!(ids.contains(element.value().attr(id).unwrap()), "{id} names nothing");
        }
    }
    assert_eq!(select(&html, "script").len(), 1);
    assert_eq!(select(&html, "style").len(), 1);
    assert!(
        select(&html, "svg:not([aria-hidden=true]):not([role=img][aria-label])").is_empty(),
        "a drawing without a name"
    );
    assert!(select(&html, "table").iter().all(|t| t.select(&Selector::parse("caption").unwrap()).next().is_some()));
    assert!(!source.contains("url(http") && !source.contains("@import"));
    assert!(!text(&html, "main, header, footer").contains("[column-"), "words that the table lacks");
    html
}

/// Every claim's mark holds exactly the claim's words.
fn check_marks(html: &Html, fixture: &Fixture) -> usize {
    let mut marked: BTreeMap<String, String> = BTreeMap::new();
    for element in select(html, "[id], [data-of]") {
        let key = element.value().attr("id").or_else(|| element.value().attr("data-of")).unwrap();
        marked.entry(key.to_owned()).or_default().extend(element.text());
    }
    let number = |report: &str| 1 + fixture.account.reports.iter().position(|r| r.report == report).unwrap();
    let mut checked = 0;
    for read in &fixture.extractions {
        let figures = read.figures.iter().map(|f| (&f.id, &f.quote));
        let others =
            read.statements.iter().map(|s| (&s.id, &s.quote)).chain(read.events.iter().map(|e| (&e.id, &e.quote)));
        for (id, quote) in figures.chain(others) {
            let key = format!("m0-{}-{id}", number(&read.report));
            assert_eq!(marked.get(&key), Some(quote), "{key}");
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_claim_has_a_mark_that_holds_its_words() {
    let fixture = harbour_fire();
    let html = check_page(&render(&fixture, Language::Arabic));
    assert_eq!(check_marks(&html, &fixture), 11);
}

#[test]
fn the_report_stands_in_the_page_as_it_came() {
    let fixture = harbour_fire();
    let html = check_page(&render(&fixture, Language::Arabic));
    for (i, report) in fixture.reports.iter().enumerate() {
        assert_eq!(text(&html, &format!("#r0-{} .text", i + 1)), report.text);
    }
}

#[test]
fn language_and_direction_are_those_asked_for() {
    let fixture = harbour_fire();
    for (language, lang, dir) in [(Language::Arabic, "ar", "rtl"), (Language::English, "en", "ltr")] {
        let html = check_page(&render(&fixture, language));
        let root = select(&html, "html")[0];
        assert_eq!((root.value().attr("lang"), root.value().attr("dir")), (Some(lang), Some(dir)));
    }
}

#[test]
fn every_section_is_there_and_named_in_both_languages() {
    let html = check_page(&render(&harbour_fire(), Language::English));
    let sections = [
        "figures",
        "timeline",
        "disagreements",
        "voices",
        "names",
        "copies",
        "warnings",
        "notes",
        "reports",
        "method",
        "texts",
    ];
    for section in sections {
        let heading = format!("#s0-{section} > h2");
        assert!(!text(&html, &format!("{heading} [lang=ar]")).is_empty(), "{section} in Arabic");
        assert!(!text(&html, &format!("{heading} [lang=en]")).is_empty(), "{section} in English");
    }
    assert_eq!(select(&html, "h1").len(), 1);
    assert_eq!(select(&html, "main").len(), 1);
}

#[test]
fn a_row_says_value_words_chain_and_relation() {
    let html = check_page(&render(&harbour_fire(), Language::English));
    let row = |nth: usize, cell: &str| text(&html, &format!("#q0-0 tbody tr:nth-child({nth}) {cell}"));
    assert_eq!(row(1, ".c-value > b [lang=en]"), "at least 12");
    assert!(row(1, ".c-value .q").contains("12 شخصاً على الأقل"));
    assert!(row(1, ".c-rel [lang=en]").contains("replaced by 19"));
    assert!(row(1, ".c-chain").contains("وزارة الداخلية"));
    assert!(row(3, ".c-rel [lang=en]").contains("disagrees with 19"));
    assert!(row(5, ".c-rel [lang=en]").contains("repeats the replaced at least 12"));
    assert_eq!(text(&html, "#s0-disagreements .versus.against .big [lang=en]"), "");
    assert_eq!(text(&html, "#s0-disagreements .versus.against .big"), "1923");
}

#[test]
fn the_chart_has_a_line_an_open_bound_and_runs_in_the_direction_of_reading() {
    let html = check_page(&render(&harbour_fire(), Language::Arabic));
    let x = |language: &str, nth: usize| -> f64 {
        let dots = select(&html, &format!("#q0-0 svg.chart.{language} circle.dot"));
        dots[nth].value().attr("cx").unwrap().trim_end_matches('%').parse().unwrap()
    };
    assert!(x("ar", 0) > x("ar", 3), "time runs from right to left in Arabic");
    assert!(x("en", 0) < x("en", 3), "and from left to right in English");
    assert_eq!(select(&html, "#q0-0 svg.chart.en line.ln").len(), 1, "one line joins the ministry's two counts");
    assert_eq!(select(&html, "#q0-0 svg.chart.en line.whisk").len(), 3, "at least 12 is open upwards");
    assert_eq!(select(&html, "#q0-0 svg.chart.en circle.dot").len(), 4, "the part is drawn apart");
    assert_eq!(select(&html, "#q0-0 svg.bar.en").len(), 1);
    assert_eq!(select(&html, "#q0-0 svg.chart.en line.against").len(), 1);
}

#[test]
fn the_policy_allows_this_style_and_this_script_and_nothing_else() {
    let source = render(&harbour_fire(), Language::Arabic);
    let html = check_page(&source);
    let policy =
        select(&html, "meta[http-equiv=Content-Security-Policy]")[0].value().attr("content").unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for element in ["style", "script"] {
        let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text(&html, element)));
        assert!(policy.contains(&format!("{element}-src 'sha256-{digest}'")), "{element}: {policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains("http"));
}

#[test]
fn the_same_account_gives_the_same_bytes_and_is_not_large() {
    let fixture = harbour_fire();
    let one = render(&fixture, Language::Arabic);
    assert_eq!(one, render(&fixture, Language::Arabic));
    assert!(one.len() < 520_000, "{} bytes", one.len());
}

#[test]
fn several_accounts_stand_on_one_page() {
    let fixture = harbour_fire();
    let of = AccountPage { account: &fixture.account, reports: &fixture.reports, extractions: &fixture.extractions };
    let html = check_page(&page(&[of, of], Language::Arabic).unwrap());
    assert_eq!(select(&html, "article.story").len(), 2);
}

#[test]
fn an_empty_account_is_a_page() {
    let empty = Fixture { account: Default::default(), reports: Vec::new(), extractions: Vec::new() };
    check_page(&render(&empty, Language::English));
    check_page(&page(&[], Language::Arabic).unwrap());
}

/// The story with everything that issue 6 asks to be shown.
fn standing() -> Fixture {
    let mut fixture = harbour_fire();
    let account = &mut fixture.account;
    let passages = account.copies[0].passages.clone();
    let word = |n: usize, from: u32, to: u32| {
        let start = passages[n].range.start();
        let range = tawatur_text::ByteRange::new(start + from, start + to);
        Some(CopyPassage { report: passages[n].report.clone(), range })
    };
    account.copies[0].direction =
        Some(Direction { from: "one".into(), to: "two".into(), because: Bilingual::new("قبله", "before it") });
    let text = Bilingual::new("صار", "became");
    account.copies[0].alterations =
        vec![Alteration { kind: AlterationKind::Number, from: word(0, 0, 10), to: word(1, 0, 10), text }];
    let sentence = |how| DerivedSentence { range: passages[1].range, how, from: None };
    account.derivations = vec![Derivation {
        report: "two".into(),
        sentences: vec![sentence(Derived::Verbatim), sentence(Derived::New)],
        verbatim: 0.4,
        rewritten: 0.1,
        new: 0.5,
    }];
    let saying = |n: usize| Saying {
        place: passages[n].clone(), quote: "لن تطلق النار".into(), on: None, claim: None
    };
    account.contradictions = vec![Contradiction {
        speaker: "منير الغافري".into(),
        affirms: saying(0),
        denies: saying(1),
        because: Bilingual::default(),
    }];
    account.judgements = vec![AppliedJudgement {
        judgement: Judgement {
            kind: JudgementKind::Reject,
            one: "two#f1".into(),
            other: None,
            by: "<b0>Salma".into(),
            because: "x".into(),
        },
        text: Bilingual::new("رفضته", "rejected"),
        claims: vec!["two#f1".into()],
    }];
    account.filter = Some(Filter { place: Some("السدرة".into()), reports_left_out: 2, ..Filter::default() });
    account.reports[1].version_of = Some("one".into());
    account.track_record = vec![FirstFigure {
        name: "ساعة الميناء".into(),
        role: "outlet".into(),
        series: 0,
        first: 12.0,
        first_on: None,
        claim: "one#f1".into(),
        settled: 19.0,
        settled_on: None,
        direction: "below".into(),
        difference: -7.0,
        ratio: Some(0.63),
        lag_days: Some(2),
    }];
    fixture
}

#[test]
fn who_took_what_from_whom_and_what_people_decided_is_shown() {
    let source = render(&standing(), Language::English);
    let html = check_page(&source);
    assert_eq!(select(&html, "svg.graph").len(), 2, "one drawing a language");
    assert_eq!(select(&html, "svg.graph.en path.arc").len(), 1);
    let changes = select(&html, ".changes li");
    assert_eq!(changes.len(), 1);
    assert_eq!(
        changes[0].select(&Selector::parse(".both .chg").unwrap()).count(),
        2,
        "both sides, changed words marked"
    );
    assert!(text(&html, ".derived").contains("40 % ") && text(&html, ".derived").contains("word for word"));
    assert!(text(&html, "[id$=contradictions]").contains("لن تطلق النار"));
    assert!(text(&html, "[id$=judgements]").contains("rejected"));
    assert!(text(&html, ".evidence .judged").contains("<b0>Salma"), "who rejected it stands at the claim, as text");
    assert!(text(&html, ".confined").contains("السدرة"));
    assert!(text(&html, ".track").contains("below"));
    assert!(text(&html, ".reports").contains("later version of report"));
    assert!(text(&html, ".glances").contains("carrier") && text(&html, ".glances").contains("independent origin"));
}

#[test]
fn the_map_shows_the_places_and_leads_to_their_words() {
    let html = check_page(&render(&harbour_fire(), Language::Arabic));
    for (language, name) in [("ar", "السدرة"), ("en", "Sidra")] {
        let map = format!("#s0-map svg.map.{language}");
        assert_eq!(select(&html, &format!("{map} path.land")).len(), 1, "land is one path");
        assert!(text(&html, &format!("{map} a.city text")).contains(name));
        let href = select(&html, &format!("{map} a.city"))[0].value().attr("href").unwrap().to_owned();
        assert_eq!(text(&html, &href), "السدرة", "the mark leads to the words");
    }
    let land = select(&html, "#s0-map svg.map.ar path.land")[0].value().attr("d").unwrap().len();
    assert!((40..60_000).contains(&land), "only what the window holds is drawn: {land}");
}

#[test]
fn a_story_without_positions_has_no_map() {
    let mut fixture = harbour_fire();
    fixture.account.places.iter_mut().for_each(|p| p.coordinates = None);
    let html = check_page(&render(&fixture, Language::English));
    assert!(select(&html, "svg.map").is_empty());
}
