//! Front matter: a few lines about a report at the head of its text file.

use crate::meta::Meta;

/// A front matter longer than this is none.
const MOST_BYTES: usize = 16 * 1024;

/// Parts a text file into what its front matter tells and the report's text: exactly what follows the closing line.
///
/// Front matter begins with a line `---` and ends with another; between them stand `outlet:`, `published:`, `url:`,
/// `title:` and nothing else but lines of other keys. A text that only begins with a rule of dashes has none.
pub(crate) fn split(text: &str) -> Option<(Meta, &str)> {
    let after_open = text.strip_prefix("---")?;
    let (rest_of_line, mut rest) = after_open.split_once('\n')?;
    if !rest_of_line.trim().is_empty() {
        return None;
    }
    let mut meta = Meta::default();
    loop {
        if text.len() - rest.len() > MOST_BYTES {
            return None;
        }
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        if line.trim_end() == "---" {
            return Some((meta, after));
        }
        if rest.is_empty() || !take(line, &mut meta) {
            return None;
        }
        rest = after;
    }
}

/// Takes one line `key: value`; false where it is none.
fn take(line: &str, meta: &mut Meta) -> bool {
    if line.trim().is_empty() || line.starts_with('#') {
        return true;
    }
    let Some((key, value)) = line.split_once(':') else { return false };
    if key.is_empty() || !key.trim().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-') {
        return false;
    }
    let value = value.trim();
    let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
    let value = Some(bare.map_or(value.to_owned(), |v| v.replace("\\\"", "\""))).filter(|v| !v.is_empty());
    match key.trim().to_ascii_lowercase().as_str() {
        "outlet" => meta.outlet = value,
        "published" => meta.published = value,
        "url" => meta.url = value,
        "title" => meta.title = value,
        _ => {}
    }
    true
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_text_is_exactly_what_follows() {
        let (meta, text) =
            split("---\noutlet: صوت الساحل\r\npublished: 2022-01-10\ntitle: \"عنوان: ثان\"\n---\n\n نص \n").unwrap();
        assert_eq!(text, "\n نص \n");
        assert_eq!(meta.outlet.as_deref(), Some("صوت الساحل"));
        assert_eq!(meta.title.as_deref(), Some("عنوان: ثان"));
        assert_eq!(meta.published.as_deref(), Some("2022-01-10"));
    }

    #[test]
    fn dashes_alone_are_no_front_matter() {
        assert_eq!(split("---\nقال الوزير إن الجسر أغلق.\n---\nنص"), None);
        assert_eq!(split("--- عاجل\nنص"), None);
        assert_eq!(split("---\noutlet: x"), None);
        assert_eq!(split(""), None);
    }
}
