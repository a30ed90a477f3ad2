//! What the tags of a page tell of its article: meta tags, canonical address, title, time.

use super::json_ld::{self, ArticleData};
use super::tags::{Piece, Pieces, attribute};

/// Names of meta tags that hold the date of publication, best first.
const DATE_NAMES: [&str; 14] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
];
/// A page has at most so many scripts with data that are looked at.
const MOST_SCRIPTS: usize = 32;

/// What the tags tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub(crate) article: Option<ArticleData>,
    pub(crate) title: Option<String>,
    pub(crate) og_title: Option<String>,
    pub(crate) site_name: Option<String>,
    pub(crate) canonical: Option<String>,
    pub(crate) og_url: Option<String>,
    pub(crate) h1: Option<String>,
    /// Date with the rank of its name.
    date: Option<(usize, String)>,
    /// The first `<time datetime>`.
    pub(crate) time: Option<String>,
    scripts: usize,
    in_h1: bool,
    in_ld: bool,
}

impl Head {
    pub(crate) fn read(page: &str) -> Self {
        let mut head = Self::default();
        for piece in Pieces::new(page) {
            match piece {
                Piece::Open(name, attributes) => head.open(name, attributes),
                Piece::Raw(name, content) => head.raw(name, content),
                Piece::Text(text) if head.in_h1 => head.h1.get_or_insert_default().push_str(text),
                Piece::Close(name) if name.eq_ignore_ascii_case("h1") => head.in_h1 = false,
                Piece::Text(_) | Piece::Close(_) => {}
            }
        }
        head.h1 = head.h1.take().map(|h| decoded(&h)).filter(|h| !h.is_empty());
        head
    }

    /// The date of publication in the page's own words, best first.
    pub(crate) fn dates(&self) -> impl Iterator<Item = &str> {
        let data = self.article.as_ref().and_then(|a| a.published.as_deref());
        [data, self.date.as_ref().map(|(_, date)| date.as_str()), self.time.as_deref()].into_iter().flatten()
    }

    fn open(&mut self, name: &str, attributes: &str) {
        match name.to_ascii_lowercase().as_str() {
            "meta" => self.meta(attributes),
            "link" if attribute(attributes, "rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or_else(|| filled(attribute(attributes, "href")));
            }
            "time" => self.time = self.time.take().or_else(|| filled(attribute(attributes, "datetime"))),
            "h1" if self.h1.is_none() => self.in_h1 = true,
            "script" => {
                let kind = attribute(attributes, "type").unwrap_or_default();
                self.in_ld = kind.to_ascii_lowercase().starts_with("application/ld+json");
            }
            _ => {}
        }
    }

    fn meta(&mut self, attributes: &str) {
        let name = ["property", "name", "itemprop"].iter().find_map(|key| filled(attribute(attributes, key)));
        let (Some(name), Some(content)) = (name, filled(attribute(attributes, "content"))) else { return };
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "og:title" => self.og_title = self.og_title.take().or(Some(content)),
            "og:site_name" => self.site_name = Some(content),
            "application-name" => self.site_name = self.site_name.take().or(Some(content)),
            "og:url" => self.og_url = self.og_url.take().or(Some(content)),
            _ => {
                let rank = DATE_NAMES.iter().position(|n| *n == name);
                if let Some(rank) = rank.filter(|r| self.date.as_ref().is_none_or(|(best, _)| r < best)) {
                    self.date = Some((rank, content));
                }
            }
        }
    }

    fn raw(&mut self, name: &str, content: &str) {
        if name.eq_ignore_ascii_case("title") && self.title.is_none() {
            self.title = Some(decoded(content)).filter(|t| !t.is_empty());
        }
        if !name.eq_ignore_ascii_case("script") || !self.in_ld || self.scripts == MOST_SCRIPTS {
            return;
        }
        self.scripts += 1;
        if let Some(article) = json_ld::read(content) {
            let fuller = |a: &ArticleData| a.body.as_ref().map_or(0, String::len);
            if self.article.as_ref().is_none_or(|old| fuller(&article) > fuller(old)) {
                self.article = Some(article);
            }
        }
    }
}

fn filled(value: Option<String>) -> Option<String> {
    value.filter(|v| !v.is_empty())
}

fn decoded(text: &str) -> String {
    html_escape::decode_html_entities(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
