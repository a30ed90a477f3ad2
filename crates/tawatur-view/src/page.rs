//! Puts the page together: head, styles, stories, script.

use std::fmt::Write as _;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::html::Html;
use crate::index::Index;
use crate::section::StoryView;
use crate::words::{filters, word};
use crate::{AccountPage, Language, Result, fonts};

static STYLE: &str = include_str!("../assets/page.css");
static SCRIPT: &str = include_str!("../assets/page.js");

#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    language: Language,
    page_title: String,
    style: Html,
    script: Html,
    policy: String,
    stories: Vec<StoryView>,
}

/// One self-contained HTML page of one or more accounts, that opens in `language` and holds both languages.
///
/// It loads nothing: styles, script, fonts and drawings are inside, and its policy forbids anything else.
/// The same accounts give the same bytes.
///
/// # Errors
///
/// Where a template cannot be filled, which no account is known to cause.
pub fn page(accounts: &[AccountPage<'_>], language: Language) -> Result<String> {
    let indexes: Vec<Index<'_>> = accounts.iter().enumerate().map(|(i, account)| Index::new(i, account)).collect();
    let stories: Vec<StoryView> = indexes.iter().map(StoryView::new).collect();
    let style = format!("{}{}{}{}", fonts::faces(), STYLE, style_words(), running_heads(&indexes));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; font-src data:; base-uri 'none'; \
         form-action 'none'",
        digest(&style),
        digest(SCRIPT)
    );
    let page_title = title(accounts, language);
    let page = Page { language, page_title, style: Html(style), script: Html(SCRIPT.to_owned()), policy, stories };
    Ok(page.render()?)
}

/// What the browser's window is called.
fn title(accounts: &[AccountPage<'_>], language: Language) -> String {
    let brand = word("brand", language);
    let story = accounts.first().map(|page| match language {
        Language::Arabic => page.account.story.title.ar.as_str(),
        Language::English => page.account.story.title.en.as_str(),
    });
    match story.filter(|title| !title.is_empty()) {
        Some(title) => {
            let title: String = title.chars().filter(|c| !crate::html::turns_direction(*c)).collect();
            format!("{title} \u{b7} {brand}")
        }
        None => brand,
    }
}

fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

/// Words that the style puts before cells and numbers, where repeating them in the page would only swell it.
const STYLE_WORDS: [&str; 14] = [
    "report-number",
    "column-as-of",
    "column-chain",
    "column-independent",
    "column-carriers",
    "column-relation",
    "column-published",
    "column-known",
    "column-claims",
    "column-question",
    "column-first",
    "column-settled",
    "column-direction",
    "column-lag",
];

fn style_words() -> String {
    let mut out = String::new();
    for language in Language::ALL {
        let _ = write!(out, "html[lang={}]{{", language.tag());
        for id in STYLE_WORDS {
            let _ = write!(out, "--{id}:\"{}\";", css_string(&word(id, language)));
        }
        out.push_str("}\n");
    }
    out
}

/// The title and dates of each story at the head of its printed sheets.
fn running_heads(indexes: &[Index<'_>]) -> String {
    let mut out = String::new();
    for index in indexes {
        let story = &index.account.story;
        let dates: Vec<String> = [story.from, story.to].iter().flatten().map(ToString::to_string).collect();
        let dates = dates.join(" \u{2013} ");
        for (language, title) in [(Language::Arabic, &story.title.ar), (Language::English, &story.title.en)] {
            let (name, (near, far)) = (format!("s{}{}", index.number, language.tag()), sides(language));
            let head = css_string(&crate::claims::shortened(title, 70));
            let _ = writeln!(
                out,
                "@page {name}{{@{near}{{content:\"{head}\"}}@{far}{{content:\"{}\"}}}}\
                 html[lang={}] #s{}{{page:{name}}}",
                css_string(&dates),
                language.tag(),
                index.number
            );
        }
    }
    out
}

fn sides(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Arabic => ("top-right", "top-left"),
        Language::English => ("top-left", "top-right"),
    }
}

/// Anything but letters, digits and spaces is written by number, so that no title can end the string or the style.
fn css_string(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| !c.is_control() && !crate::html::turns_direction(*c)) {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            let _ = write!(out, "\\{:06x}", c as u32);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_leave_its_string() {
        assert_eq!(css_string("a\"}</style>\n\\"), "a\\000022\\00007d\\00003c\\00002fstyle\\00003e\\00005c");
    }
}
