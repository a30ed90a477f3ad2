//! English for names of bodies that are put together: "وزارة الداخلية الكازاخية" is the Kazakh Interior Ministry.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tawatur_lexicon::Lexicon;
use tawatur_text::fold_word;

const TABLE: &str = include_str!("../../data/body.csv");

/// Most words of a name that is tried.
const WORDS: usize = 12;

#[derive(Debug, Default)]
struct Table {
    bodies: BTreeMap<String, &'static str>,
    leads: BTreeMap<String, &'static str>,
    descriptions: BTreeMap<String, &'static str>,
}

fn table() -> &'static Table {
    static CELL: OnceLock<Table> = OnceLock::new();
    CELL.get_or_init(|| {
        let mut table = Table::default();
        for line in TABLE.lines().skip(1) {
            let mut cells = line.splitn(5, ',').skip(1);
            let (Some(kind), Some(en), Some(ar)) = (cells.next(), cells.nth(1), cells.next()) else { continue };
            let rows = match kind {
                "lead" => &mut table.leads,
                "description" => &mut table.descriptions,
                _ => &mut table.bodies,
            };
            rows.entry(key(&words(ar))).or_insert(en);
        }
        table
    })
}

/// The English of a name, if all of its words are known.
pub(super) fn english(name: &str) -> Option<String> {
    let words = words(name);
    if words.is_empty() || words.len() > WORDS {
        return None;
    }
    body(&words).or_else(|| named(&words)).or_else(|| led(&words))
}

/// A body of the table, with adjectives of nationality and a place after it.
fn body(words: &[String]) -> Option<String> {
    (1..=words.len()).rev().find_map(|end| {
        let (head, rest) = words.split_at_checked(end)?;
        let english = table().bodies.get(&key(head))?;
        qualified(english, rest)
    })
}

/// What follows a body: nothing, adjectives of nationality, "in" a place.
fn qualified(body: &str, rest: &[String]) -> Option<String> {
    let Some((first, more)) = rest.split_first() else { return Some(body.to_owned()) };
    if let Some(nation) = feature(first, "adj:nisba") {
        let (article, bare) = ["the ", "an ", "a "]
            .iter()
            .find_map(|article| body.strip_prefix(article).map(|bare| (*article, bare)))
            .unwrap_or(("", body));
        let article = if article == "an " { "a " } else { article };
        return qualified(&format!("{article}{nation} {bare}"), more);
    }
    let (place, word) = if first == "في" { (more, "in") } else { (rest, "of") };
    named(place).map(|place| format!("{body} {word} {place}"))
}

/// What a word says of the person named behind it ("his predecessor {name}").
pub(super) fn description(word: &str) -> Option<&'static str> {
    table().descriptions.get(&fold_word(word)).copied()
}

/// A lead such as "spokesman for" with what it leads.
fn led(words: &[String]) -> Option<String> {
    (1..words.len()).rev().find_map(|end| {
        let (head, rest) = words.split_at_checked(end)?;
        let lead = table().leads.get(&key(head))?;
        let name = body(rest).or_else(|| named(rest)).or_else(|| led(rest))?;
        Some(lead.replace("{name}", &name))
    })
}

/// A name of the lexicon that has an English form.
fn named(words: &[String]) -> Option<String> {
    let lexicon = Lexicon::builtin();
    let readings = match words {
        [] => return None,
        [word] => lexicon.analyse(word),
        _ => lexicon.phrase(words.iter().map(String::as_str)).filter(|p| p.words == words.len())?.readings,
    };
    let plain = readings.iter().filter(|r| r.clitics.count() == u32::from(r.clitics.has(tawatur_lexicon::Clitics::AL)));
    plain.filter(|r| !lexicon.sense_name(r.sense).starts_with("adj:")).find_map(|r| english_of(lexicon, r))
}

/// The English of a word read with that sense.
fn feature(word: &str, sense: &str) -> Option<String> {
    let lexicon = Lexicon::builtin();
    let readings = lexicon.analyse(word);
    readings.iter().filter(|r| lexicon.sense_name(r.sense) == sense).find_map(|r| english_of(lexicon, r))
}

fn english_of(lexicon: &Lexicon, reading: &tawatur_lexicon::Reading) -> Option<String> {
    let english = lexicon.entry(reading.entry).feature("en")?;
    (!english.is_empty()).then(|| english.to_owned())
}

/// The folded words of a name, without quotation marks.
fn words(name: &str) -> Vec<String> {
    let plain = name.replace(['"', '«', '»', '“', '”', '\'', '(', ')'], " ");
    plain.split_whitespace().map(fold_word).collect()
}

/// As bodies are looked up: without articles.
fn key(words: &[String]) -> String {
    words.iter().map(|w| w.strip_prefix("ال").unwrap_or(w)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::english;

    #[test]
    fn bodies_are_put_together() {
        let check = |arabic: &str, expected: Option<&str>| assert_eq!(english(arabic).as_deref(), expected, "{arabic}");
        check("وزارة الصحة", Some("the Health Ministry"));
        check("وزارة الداخلية الكازاخية", Some("the Kazakh Interior Ministry"));
        check("وزارة الداخلية في كازاخستان", Some("the Interior Ministry in Kazakhstan"));
        check("الشرطة الكازاخستانية", Some("the Kazakh police"));
        check("المتحدث باسم الشرطة الكازاخستانية", Some("spokesman for the Kazakh police"));
        check("رئيس كازاخستان", Some("the president of Kazakhstan"));
        check("سالم الفلاني", None);
        check("", None);
    }
}
