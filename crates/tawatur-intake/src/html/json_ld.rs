//! What a page tells of its article in JSON-LD.

use serde_json::Value;

use super::plain::plain;

/// Types that are an article: the name ends so, or is one of these.
const ARTICLE_TYPES: [&str; 3] = ["BlogPosting", "LiveBlogPosting", "Report"];
/// Objects are looked for no deeper than this.
const DEEPEST: usize = 6;

/// The article object of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ArticleData {
    pub(crate) headline: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) url: Option<String>,
}

/// Reads one JSON-LD script; none where it holds no article.
pub(crate) fn read(script: &str) -> Option<ArticleData> {
    let trimmed = script.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>").trim().trim_end_matches(';');
    let value: Value = serde_json::from_str(trimmed).ok().or_else(|| serde_json::from_str(&repaired(trimmed)).ok())?;
    let article = find(&value, 0)?;
    let text = |key: &str| string(article.get(key));
    Some(ArticleData {
        headline: text("headline").or_else(|| text("name")).map(|t| one_line(&t)),
        published: text("datePublished").or_else(|| text("dateCreated")),
        body: text("articleBody").map(|t| body(&t)).filter(|t| !t.is_empty()),
        publisher: article
            .get("publisher")
            .and_then(|p| string(p.get("name")).or_else(|| string(p.get(0)?.get("name")))),
        url: text("url")
            .or_else(|| string(article.get("mainEntityOfPage")))
            .or_else(|| string(article.get("mainEntityOfPage")?.get("@id"))),
    })
}

/// Publishing systems write raw line breaks and tabs into strings, which JSON forbids.
fn repaired(script: &str) -> String {
    script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn find(value: &Value, depth: usize) -> Option<&Value> {
    if depth > DEEPEST {
        return None;
    }
    match value {
        Value::Array(items) => items.iter().find_map(|item| find(item, depth + 1)),
        Value::Object(_) if is_article(value) => Some(value),
        Value::Object(fields) => {
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().find_map(|key| find(fields.get(*key)?, depth + 1))
        }
        _ => None,
    }
}

fn is_article(value: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|k| {
            let k = k.rsplit(['/', ':']).next().unwrap_or(k);
            k.ends_with("Article") || ARTICLE_TYPES.contains(&k)
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

fn string(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|t| !t.is_empty()),
        Value::Array(items) => string(items.first()),
        _ => None,
    }
}

/// The body as text: some sites put markup into it, some entities.
fn body(text: &str) -> String {
    let markup = ["<p", "<br", "<div", "</"].iter().any(|tag| text.contains(tag));
    if markup {
        return plain(text, false);
    }
    let decoded = html_escape::decode_html_entities(text);
    let lines: Vec<&str> = decoded.split(['\n', '\r']).map(str::trim).filter(|l| !l.is_empty()).collect();
    lines.join("\n")
}

fn one_line(text: &str) -> String {
    html_escape::decode_html_entities(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_article_in_a_graph_and_repairs_raw_line_breaks() {
        let script = "{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"عنوان\n ثان\",\
            \"datePublished\":\"2022-01-10T10:00:00+03:00\",\"articleBody\":\"<p>أول</p><p>ثان</p>\",\
            \"publisher\":{\"@type\":\"Organization\",\"name\":\"صوت الساحل\"}}]}";
        let found = read(script).unwrap();
        assert_eq!(found.headline.as_deref(), Some("عنوان ثان"));
        assert_eq!(found.body.as_deref(), Some("أول\nثان"));
        assert_eq!(found.publisher.as_deref(), Some("صوت الساحل"));
    }

    #[test]
    fn a_page_without_an_article_gives_none() {
        assert_eq!(read("{\"@type\":\"BreadcrumbList\",\"itemListElement\":[]}"), None);
        assert_eq!(read(&"[".repeat(100_000)), None);
    }
}
