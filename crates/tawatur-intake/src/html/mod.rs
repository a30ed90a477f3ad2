//! Saved web pages: the article's text, title, date, outlet and address.

mod guard;
mod head;
mod json_ld;
mod plain;
mod tags;

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_smoothie::Readability;
use tawatur_model::Report;

use crate::date::parse_published;
use crate::{Options, Problem};
use head::Head;
use plain::{content_of, plain};

/// The data's body is taken when it has so many tenths of the letters that the page shows,
const BODY_TENTHS: usize = 9;
/// or, where it has far fewer line breaks, so many.
const UNBROKEN_BODY_TENTHS: usize = 13;

/// Whether a text begins as a page does.
pub(crate) fn looks_like_page(text: &str) -> bool {
    let head: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(64).collect();
    let head = head.to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<!--", "<?xml"].iter().any(|start| head.starts_with(start))
        && !head.starts_with("<?xml")
        || head.starts_with("<?xml") && text.get(..text.len().min(1024)).is_some_and(|t| t.contains("<html"))
}

/// Reads a page. The report's text is what a reader sees of the article, one line a paragraph.
pub(crate) fn read_page(page: &str, file: &str, options: &Options, problems: &mut Vec<Problem>) -> Report {
    let head = Head::read(page);
    let shown = shown_text(page, file, options, problems);
    let data = head.article.as_ref().and_then(|a| a.body.clone());
    let text = match data {
        Some(body) if is_fuller(&body, &shown) => body,
        _ => shown,
    };
    let url = head.canonical.clone().or(head.og_url.clone()).or(head.article.as_ref().and_then(|a| a.url.clone()));
    let outlet = head.article.as_ref().and_then(|a| a.publisher.clone());
    let outlet = outlet.or(head.site_name.clone()).or_else(|| url.as_deref().and_then(host).map(str::to_owned));
    Report {
        text,
        title: title(&head),
        published: head.dates().find_map(parse_published),
        outlet,
        url,
        ..Report::default()
    }
}

/// The article as the page shows it.
fn shown_text(page: &str, file: &str, options: &Options, problems: &mut Vec<Problem>) -> String {
    let objection = if page.len() > options.max_html_bytes {
        Some(format!("it has more than {} bytes", options.max_html_bytes))
    } else {
        guard::objection(page, options.max_html_depth)
    };
    if let Some(why) = objection {
        problems.push(Problem::warning(file, format!("the page is read as plain text: {why}")));
        return all_text(page);
    }
    let main = main_content(page).map(|content| plain(&content, false));
    main.filter(|text| letters(text) > 0).unwrap_or_else(|| all_text(page))
}

fn all_text(page: &str) -> String {
    plain(content_of(page, &["article", "main", "body"]), true)
}

/// The markup of the article; none where the reader finds none. A page that makes it panic gives none.
fn main_content(page: &str) -> Option<String> {
    let read = || {
        let mut reader = Readability::new(page, None, None).ok()?;
        reader.parse().ok().map(|article| article.content.to_string())
    };
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

fn is_fuller(body: &str, shown: &str) -> bool {
    let (in_body, in_shown) = (letters(body) * 10, letters(shown));
    let broken = (body.lines().count() + 1) * 2 >= shown.lines().count();
    in_body >= in_shown * if broken { BODY_TENTHS } else { UNBROKEN_BODY_TENTHS }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// The headline of the data, of the page's card, of its heading, or its title without the outlet's name.
fn title(head: &Head) -> Option<String> {
    let data = head.article.as_ref().and_then(|a| a.headline.clone());
    let given = data.or(head.og_title.clone()).or(head.h1.clone()).or(head.title.clone())?;
    let outlet = head.site_name.as_deref().map(str::trim).unwrap_or_default();
    let bare = given.strip_suffix(outlet).filter(|_| !outlet.is_empty()).map(str::trim_end);
    let bare = bare.and_then(|b| b.strip_suffix(['|', '-', '–', '—', ':', '»', '·'])).map(str::trim_end);
    Some(bare.filter(|b| !b.is_empty()).map_or(given.clone(), str::to_owned))
}

/// The host of an address, without `www.`.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map(|(_, rest)| rest).or(url.strip_prefix("//"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|h| h.contains('.'))
}
