//! Links to a claim's exact words, and the chain that a claim came through.

use tawatur_model::{Hop, HopKind};

use crate::html::{Both, Html, escape, prose};
use crate::index::{Found, Index, Source};
use crate::words::{filled, word, words};

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

/// The number of a report, as a link to a place in it.
pub(crate) fn cited(index: &Index<'_>, source: &Source<'_>, anchor: &str) -> Html {
    let href = if anchor.is_empty() { index.source_anchor(source.number) } else { anchor.to_owned() };
    Html(format!(
        r##"<a class="src" href="#{href}"><span class="vh">{}</span>{}</a>"##,
        words("report-number"),
        source.number
    ))
}

/// The reports of several ids, by outlet and number.
pub(crate) fn carriers(index: &Index<'_>, reports: &[String]) -> Vec<Html> {
    let found = reports.iter().filter_map(|id| index.source(id));
    found.map(|source| Html(format!("<bdi>{}</bdi>{}", prose(source.name()), cited(index, source, "")))).collect()
}

/// From the origin to the outlet; a claim without a chain is the outlet's own word.
pub(crate) fn chain(index: &Index<'_>, hops: &[Hop], institution: Option<&str>, outlet: &str) -> Both {
    let outlet = index.name(outlet);
    if hops.is_empty() {
        return filled("own-voice", &[outlet]);
    }
    Both::of(|language| {
        let mut out = String::from(r#"<span class="chain">"#);
        for (i, hop) in hops.iter().enumerate() {
            let for_body = institution.filter(|body| i == 0 && *body != hop.name);
            out.push_str(hop_html(index, hop, for_body).get(language));
            out.push_str(&arrow(language));
        }
        out.push_str(&format!(r#"<span class="hop outlet">{}</span></span>"#, outlet.get(language)));
        out
    })
}

/// How a statement came: from its speaker, whom the page names beside it, through relays to the outlet.
pub(crate) fn relay(index: &Index<'_>, hops: &[Hop], institution: Option<&str>, outlet: &str) -> Both {
    if hops.is_empty() {
        return filled("carried-by", &[index.name(outlet)]);
    }
    chain(index, hops, institution, outlet)
}

fn arrow(language: crate::Language) -> String {
    let (sign, said) = match language {
        crate::Language::Arabic => ('\u{2190}', word("through", language)),
        crate::Language::English => ('\u{2192}', word("through", language)),
    };
    format!(r#" <span class="arr" aria-hidden="true">{sign}</span><span class="vh">{}</span> "#, escape(&said))
}

fn hop_html(index: &Index<'_>, hop: &Hop, institution: Option<&str>) -> Both {
    let name = index.name(&hop.name);
    let body = institution.map(|body| index.name(body));
    let kind = match hop.kind {
        HopKind::Unnamed => Some(words("kind-unnamed")),
        HopKind::Official => Some(words("kind-official")),
        HopKind::Agency => Some(words("kind-agency")),
        _ => None,
    };
    Both::of(|language| {
        let mut out = format!(r#"<span class="hop">{}"#, name.get(language));
        for extra in [&body, &kind].into_iter().flatten() {
            out.push_str(&format!(r#" <small>({})</small>"#, extra.get(language)));
        }
        out + "</span>"
    })
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
