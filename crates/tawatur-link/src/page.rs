//! Pages: reports with one address are versions of one page, not copies of each other.

use std::collections::BTreeMap;

use tawatur_model::Report;

use crate::story::content_hash;

/// Parts of a query that say where the reader came from, not what he reads; those that begin so.
const TRACKING: [&str; 6] = ["utm_", "fbclid", "gclid", "mc_", "ref", "at_"];
/// Host names of one page for different screens begin so.
const SCREENS: [&str; 4] = ["www.", "m.", "amp.", "mobile."];

/// What identifies the page of a report: its address without scheme, screen, tracking and fragment; none without
/// an address, and none for the front page of a site, under which everything appears once.
pub(crate) fn page(report: &Report) -> Option<String> {
    let address = report.url.as_deref()?.trim();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let address = address.split('#').next().unwrap_or(address);
    let (path, query) = address.split_once('?').map_or((address, ""), |(p, q)| (p, q));
    let (host, path) = path.split_once('/')?;
    let mut host = host.to_ascii_lowercase();
    for screen in SCREENS {
        if let Some(rest) = host.strip_prefix(screen) {
            host = rest.to_owned();
        }
    }
    let path = path.trim_end_matches('/').trim_end_matches("/amp");
    let mut asked: Vec<&str> =
        query.split('&').filter(|q| !q.is_empty() && !TRACKING.iter().any(|t| q.starts_with(t))).collect();
    asked.sort_unstable();
    if host.is_empty() || (path.is_empty() && asked.is_empty()) {
        return None;
    }
    Some(format!("{host}/{}?{}", decoded(path), decoded(&asked.join("&"))))
}

/// Whether two reports are versions of one page.
pub(crate) fn one_page(a: &Report, b: &Report) -> bool {
    a.url.is_some() && page(a).is_some_and(|p| Some(p) == page(b))
}

/// The version of its page before each report that is a later one, by index; the order of publication tells.
pub fn versions(reports: &[&Report]) -> BTreeMap<usize, usize> {
    let mut pages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, report) in reports.iter().enumerate() {
        if let Some(page) = page(report) {
            pages.entry(page).or_default().push(at);
        }
    }
    let mut found = BTreeMap::new();
    for mut all in pages.into_values().filter(|all| all.len() > 1) {
        all.sort_by_key(|at| {
            reports.get(*at).map(|r| (r.published.map(|p| (p.day, p.time)), content_hash(r), r.id.as_str()))
        });
        found.extend(all.windows(2).filter_map(|pair| Some((*pair.get(1)?, *pair.first()?))));
    }
    found
}

/// Percent-coded bytes as the letters that they stand for, where they are any.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code =
            after.get(..2).and_then(|c| std::str::from_utf8(c).ok()).and_then(|c| u8::from_str_radix(c, 16).ok());
        match code.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: &str) -> Report {
        Report { url: Some(url.to_owned()), ..Report::default() }
    }

    #[test]
    fn one_page_has_many_addresses() {
        let page = at("https://www.example.org/ar/خبر-1/?id=7&utm_source=x#top");
        for same in
            ["http://m.example.org/ar/خبر-1?id=7", "https://EXAMPLE.org/ar/%D8%AE%D8%A8%D8%B1-1/amp?fbclid=9&id=7"]
        {
            assert!(one_page(&page, &at(same)), "{same}");
        }
        for other in [
            "https://example.org/ar/خبر-1?id=8",
            "https://example.org/ar/خبر-2?id=7",
            "https://example.net/ar/خبر-1?id=7",
        ] {
            assert!(!one_page(&page, &at(other)), "{other}");
        }
    }

    #[test]
    fn a_front_page_is_no_page_of_its_own() {
        assert!(!one_page(&at("https://example.org/"), &at("https://example.org/")));
        assert!(!one_page(&Report::default(), &Report::default()));
    }
}
