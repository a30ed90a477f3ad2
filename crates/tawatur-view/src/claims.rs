//! Links to a claim's exact words, and the chain that a claim came through.

use tawatur_model::{Hop, HopKind};

use crate::html::{Html, prose};
use crate::index::{Found, Index, Source};
use crate::words::{filled, words};

/// The claim's words in the report, as a link that opens them.
pub(crate) fn quote(index: &Index<'_>, found: Found<'_, '_>) -> Html {
    quoted(index, found, found.claim.quote())
}

/// Words that stand for a claim, as a link that opens the claim's own.
pub(crate) fn quoted(index: &Index<'_>, found: Found<'_, '_>, shown: &str) -> Html {
    let anchor = index.anchor(found);
    let text = prose(&shortened(shown, 320));
    Html(format!(
        r##"<a class="q" href="#{anchor}" lang="ar" dir="auto">«{text}»</a>{}"##,
        cited(index, found.source, &anchor)
    ))
}

/// The number of a report, as a link to a place in it; the style puts the word "report" before it for who listens.
pub(crate) fn cited(index: &Index<'_>, source: &Source<'_>, anchor: &str) -> Html {
    let href = if anchor.is_empty() { index.source_anchor(source.number) } else { anchor.to_owned() };
    Html(format!(r##"<a class="src" href="#{href}">{}</a>"##, source.number))
}

/// The reports of several ids, by outlet, where it is known, and number.
pub(crate) fn carriers(index: &Index<'_>, reports: &[String]) -> Vec<Html> {
    let found = reports.iter().filter_map(|id| index.source(id));
    found.map(|source| numbered(index, source, "")).collect()
}

/// A report's outlet, where it is known, and its number as a link.
pub(crate) fn numbered(index: &Index<'_>, source: &Source<'_>, anchor: &str) -> Html {
    let outlet = source.outlet().map_or_else(String::new, |outlet| index.name(outlet).to_string());
    Html(format!("{outlet}{}", cited(index, source, anchor)))
}

/// From the origin to the outlet; a claim without a chain is the outlet's own word.
///
/// What both languages share stands in the page once; arrows are drawn by the style, in the direction of reading.
pub(crate) fn chain(index: &Index<'_>, hops: &[Hop], institution: Option<&str>, source: &Source<'_>) -> Html {
    let outlet = index.outlet(source);
    if hops.is_empty() {
        return Html(filled("own-voice", &[outlet]).to_string());
    }
    let mut out = String::from(r#"<span class="chain">"#);
    for (i, hop) in hops.iter().enumerate() {
        out.push_str(&hop_html(index, hop, institution.filter(|body| i == 0 && *body != hop.name)));
        out.push_str(r#" <i class="arr"></i> "#);
    }
    out.push_str(&format!(r#"<span class="hop outlet">{outlet}</span></span>"#));
    Html(out)
}

/// How a statement came: from its speaker, whom the page names beside it, through relays to the outlet.
pub(crate) fn relay(index: &Index<'_>, hops: &[Hop], institution: Option<&str>, source: &Source<'_>) -> Html {
    if hops.is_empty() {
        return Html(filled("carried-by", &[index.outlet(source)]).to_string());
    }
    chain(index, hops, institution, source)
}

fn hop_html(index: &Index<'_>, hop: &Hop, institution: Option<&str>) -> String {
    let kind = match hop.kind {
        HopKind::Unnamed => Some("kind-unnamed"),
        HopKind::Official => Some("kind-official"),
        HopKind::Agency => Some("kind-agency"),
        _ => None,
    };
    let extra = institution.map(|body| index.name(body)).into_iter().chain(kind.map(words));
    let extra: String = extra.map(|extra| format!(" <small>({extra})</small>")).collect();
    format!(r#"<span class="hop">{}{extra}</span>"#, index.name(&hop.name))
}

/// At most so many characters, cut at a space where one is near.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').filter(|end| *end > cut.len() / 2).unwrap_or(cut.len());
    format!("{}\u{2026}", cut.get(..end).unwrap_or(&cut))
}
