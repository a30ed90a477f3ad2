//! Saved web pages in the ways in which sites build them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

use tawatur_intake::{Intake, Options, read};

const FIRST: &str = "أغلقت السلطات في مدينة الساحل الجسر القديم أمام السيارات صباح اليوم بعد ظهور شقوق في إحدى دعاماته، وفق ما أعلنت البلدية في بيان.";
const SECOND: &str = "وقال مهندس البلدية نادر سليم إن أعمال الإصلاح تحتاج إلى أسبوعين على الأقل، وإن المرور سيحول إلى جسر الضفة طوال هذه المدة.";
const THIRD: &str = "ويعبر الجسر يوميا نحو عشرة آلاف سيارة، وقد بني قبل ستين عاما ولم يرمم منذ ذلك الحين إلا مرة واحدة، كما يقول سكان الحي.";

fn page(name: &str, content: impl AsRef<[u8]>) -> Intake {
    let folder = std::env::temp_dir().join(format!("tawatur-pages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path: PathBuf = folder.join(format!("{name}.html"));
    std::fs::write(&path, content).unwrap();
    let intake = read(std::slice::from_ref(&path), &Options::default());
    std::fs::remove_file(path).unwrap();
    intake
}

fn check(
    name: &str,
    content: impl AsRef<[u8]>,
    title: Option<&str>,
    day: Option<&str>,
    outlet: Option<&str>,
) -> String {
    let intake = page(name, content);
    let report = intake.reports.into_iter().next().unwrap_or_else(|| panic!("{name}: {:?}", intake.problems));
    assert_eq!(report.title.as_deref(), title, "{name}");
    assert_eq!(report.published.map(|p| p.day.to_string()).as_deref(), day, "{name}");
    assert_eq!(report.outlet.as_deref(), outlet, "{name}");
    for paragraph in [FIRST, SECOND, THIRD] {
        assert!(report.text.lines().any(|line| line == paragraph), "{name} lost «{paragraph}» in:\n{}", report.text);
    }
    report.text
}

#[test]
fn a_site_of_paragraphs_with_menus_and_related_links() {
    let html = format!(
        "<!DOCTYPE html><html lang=ar><head><meta charset=utf-8><title>إغلاق الجسر القديم | صوت الساحل</title>\
         <meta property='og:site_name' content='صوت الساحل'><meta property='article:published_time' content='2022-01-10T23:40:00+03:00'>\
         <link rel=canonical href='https://www.example.com/news/1'></head><body><nav><ul><li><a href=/>الرئيسية</a><li><a href=/s>رياضة</a></ul></nav>\
         <article><h1>إغلاق الجسر القديم</h1><p>{FIRST}</p><p>{SECOND}<p>{THIRD}</p></article>\
         <aside><h3>الأكثر قراءة</h3><ul><li><a href=/2>خبر لا صلة له بالجسر</a></ul></aside><footer>جميع الحقوق محفوظة</footer></body></html>"
    );
    let text = check("menus", html, Some("إغلاق الجسر القديم"), Some("2022-01-10"), Some("صوت الساحل"));
    assert!(!text.contains("خبر لا صلة له") && !text.contains("الرئيسية"), "{text}");
}

#[test]
fn a_page_in_windows_1256_with_line_breaks_for_paragraphs() {
    let html = format!(
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1256'><title>الجسر القديم</title>\
         <meta name='date' content='10/01/2022'></head><body><table><tr><td><div class='story'>{FIRST}<br><br>{SECOND}<br />{THIRD}</div></table></body></html>"
    );
    let (bytes, _, lost) = encoding_rs::WINDOWS_1256.encode(&html);
    assert!(!lost);
    check("old", bytes, Some("الجسر القديم"), Some("2022-01-10"), None);
}

#[test]
fn a_page_whose_article_stands_only_in_its_data() {
    let html = format!(
        "<html><head><title>صفحة</title><script type='application/ld+json'>{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"NewsArticle\",\
         \"headline\":\"إغلاق الجسر\",\"datePublished\":\"2022-01-10\",\"publisher\":{{\"name\":\"صوت الساحل\"}},\
         \"articleBody\":\"{FIRST}\\n{SECOND}\\n\\n{THIRD}\"}}]}}</script></head><body><div id=root></div><noscript>شغل جافاسكريبت</noscript></body></html>"
    );
    check("data", html, Some("إغلاق الجسر"), Some("2022-01-10"), Some("صوت الساحل"));
}

#[test]
fn an_accelerated_page() {
    let html = format!(
        "<!doctype html><html ⚡ lang=ar><head><meta charset=utf-8><link rel=canonical href=https://news.example.org/a><meta property=og:title content=\"إغلاق &quot;الجسر&quot;\">\
         <style amp-custom>p{{color:red}}</style></head><body><amp-sidebar><ul><li>قائمة</ul></amp-sidebar><main><header><h1>إغلاق الجسر</h1><time datetime=2022-01-10T08:00Z>أمس</time></header>\
         <amp-img src=x width=1 height=1></amp-img><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></main></body></html>"
    );
    check("amp", html, Some("إغلاق \"الجسر\""), Some("2022-01-10"), Some("news.example.org"));
}

#[test]
fn broken_markup_is_read_as_far_as_it_goes() {
    let html = format!(
        "<html><body><div class='a><p>x</p><div><article><p>{FIRST}<p>{SECOND}</b></i></span><p>{THIRD}<a href=\""
    );
    let text = page("broken", html).reports.into_iter().next().map(|r| r.text).unwrap_or_default();
    assert!(text.contains(SECOND), "{text}");
}

#[test]
fn bombs_are_read_as_plain_text() {
    let shapes = [
        format!("{}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", "<div>".repeat(100_000)),
        format!("{}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", "<div></x>".repeat(100_000)),
        format!(
            "<p{}>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
            (0..50_000).map(|i| format!(" a{i}=1")).collect::<String>()
        ),
        format!("<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{}", "<p>x".repeat(250_000)),
        format!(
            "{}{}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
            (0..200).map(|i| format!("<font color={i}>")).collect::<String>(),
            "<p>x".repeat(20_000)
        ),
    ];
    for (number, html) in shapes.iter().enumerate() {
        let start = std::time::Instant::now();
        let intake = page(&format!("bomb{number}"), format!("<html><body>{html}</body></html>"));
        assert!(intake.reports[0].text.contains(THIRD), "{number}");
        assert!(intake.problems[0].message.contains("plain text"), "{number}: {:?}", intake.problems);
        assert!(start.elapsed().as_secs() < 20, "{number} took {:?}", start.elapsed());
    }
}

#[test]
fn a_page_without_an_article_says_so() {
    let intake = page("none", "<html><body><script>var a = 1;</script></body></html>");
    assert!(intake.reports.is_empty());
    assert_eq!(intake.problems[0].message, "the page holds no text");
}
