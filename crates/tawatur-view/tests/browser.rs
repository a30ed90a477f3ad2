//! The page in a real browser: Chromium, where one is found; says so where none is.
//!
//! Checks what a parser cannot: that the policy lets the style and the script work and nothing is asked for
//! elsewhere, that a phone shows no sideways scroll, and that a quote opens its words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod browser_pipe;
mod common;

use std::path::PathBuf;

use browser_pipe::Browser;
use common::harbour_fire;
use tawatur_view::{AccountPage, Language, page};

/// Writes the fixture's page where a browser can open it.
fn written(language: Language, folder: &std::path::Path) -> PathBuf {
    let fixture = harbour_fire();
    let of = AccountPage { account: &fixture.account, reports: &fixture.reports, extractions: &fixture.extractions };
    let file = folder.join("page.html");
    std::fs::write(&file, page(&[of], language).unwrap()).unwrap();
    file
}

#[test]
fn the_page_works_in_a_browser() {
    let Some(mut browser) = Browser::start() else {
        println!("NOT CHECKED IN A BROWSER: no Chromium found (set CHROMIUM to one, or install the package chromium)");
        return;
    };
    for language in Language::ALL {
        let file = written(language, browser.folder());
        for width in [360, 1280] {
            browser.open(&file, width);
            no_sideways_scroll(&mut browser, width);
            a_quote_opens_its_words(&mut browser);
        }
        the_language_turns(&mut browser, language);
        the_filter_filters(&mut browser);
    }
    fragments_open_without_a_click(&mut browser);
    assert_eq!(browser.complaints(), Vec::<String>::new());
    assert_eq!(browser.requests_elsewhere(), Vec::<String>::new());
}

fn no_sideways_scroll(browser: &mut Browser, width: u32) {
    let page = browser.number("document.documentElement.scrollWidth");
    assert!(page <= f64::from(width), "{page} pixels of page on {width} pixels of screen");
}

fn a_quote_opens_its_words(browser: &mut Browser) {
    let quote = browser
        .text("(() => { const q = document.querySelector('#q0-0 tbody .q'); q.click(); return q.textContent; })()");
    let marked = browser.text("[...document.querySelectorAll('mark.on')].map(m => m.textContent).join('')");
    assert_eq!(format!("«{marked}»"), quote);
    let seen = "(() => { const m = document.querySelector('mark.on').getBoundingClientRect(); \
                return m.top >= 0 && m.bottom <= innerHeight && m.left >= 0 && m.right <= innerWidth; })()";
    assert!(browser.truth(seen), "the words that were opened are not on the screen");
    let color = browser.text("getComputedStyle(document.querySelector('mark.on')).backgroundColor");
    assert_ne!(color, "rgba(0, 0, 0, 0)", "the words are not highlighted");
    browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))");
    assert!(browser.truth("document.querySelector('article.open') === null && document.querySelector('.on') === null"));
    assert!(browser.truth("document.activeElement.matches('.q')"), "the reader is not led back to the quote");
}

fn the_language_turns(browser: &mut Browser, language: Language) {
    let other = if language == Language::Arabic { Language::English } else { Language::Arabic };
    browser.run("document.getElementById('lang').click()");
    assert_eq!(browser.text("document.documentElement.lang"), other.tag());
    assert_eq!(browser.text("getComputedStyle(document.body).direction"), other.direction());
    let shown = format!("getComputedStyle(document.querySelector('h1 [lang={}]')).display", other.tag());
    assert_ne!(browser.text(&shown), "none");
    let charts = "[...document.querySelectorAll('svg.chart:not(.graph)')].filter(c => c.getBoundingClientRect().width > 0).length";
    assert!((browser.number(charts) - 1.0).abs() < 0.1, "not one chart is shown");
}

fn the_filter_filters(browser: &mut Browser) {
    let voices = "[...document.querySelectorAll('.voice')].filter(v => !v.hidden).length";
    assert!(browser.number(voices) > 0.5);
    let type_in = "(() => { const i = document.querySelector('input[type=search]'); i.value = 'zzz'; \
                   i.dispatchEvent(new Event('input', { bubbles: true })); })()";
    browser.run(type_in);
    assert!(browser.number(voices) < 0.5);
    assert!(browser.truth("!document.querySelector('.nothing').hidden"));
}

fn fragments_open_without_a_click(browser: &mut Browser) {
    let file = written(Language::Arabic, browser.folder());
    browser.open_at(&file, 1280, "m0-2-f3");
    assert_eq!(browser.text("document.querySelector('mark.on').textContent"), "23 قتيلاً");
}
