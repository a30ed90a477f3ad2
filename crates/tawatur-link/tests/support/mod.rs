//! Reads benchmark gold as if it had been extracted, so that linking is measured apart from reading.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tawatur_model::{
    Day, Extraction, Figure, Hop, HopKind, In, Modality, Mode, Place, Published, PublishedFrom, Quantity, Report,
};
use tawatur_text::ByteRange;

/// The folder of shared benchmark data, where there is one.
pub(crate) fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("TAWATUR_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    named.or(Some(beside)).filter(|p| p.join("gold").is_dir())
}

/// The lines of a JSONL file.
pub(crate) fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// A story's reports with their gold figures.
#[derive(Default)]
pub(crate) struct GoldStory {
    pub(crate) reports: Vec<(Report, Extraction)>,
}

/// The stories of an annotated file, by event; the reports' texts come from `text`.
///
/// A report that nothing dates gets the date of `undated`, as its siblings would give it.
pub(crate) fn stories(
    gold: &[Value],
    text: &dyn Fn(&str) -> Report,
    undated: Option<Day>,
) -> BTreeMap<String, GoldStory> {
    let mut found: BTreeMap<String, GoldStory> = BTreeMap::new();
    for line in gold {
        let id = line["report"].as_str().unwrap();
        let event = line["event"].as_str().unwrap_or("one").to_owned();
        let mut report = text(id);
        let published = line["published"].as_str().and_then(|d| d.parse::<Day>().ok()).or(undated);
        if report.published.is_none() {
            report.published = published.map(|day| Published { day, time: None, from: PublishedFrom::Metadata });
        }
        let extraction = Extraction {
            report: id.to_owned(),
            published,
            figures: figures(line),
            places: line["figures"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|f| f["place"].as_str())
                .flat_map(places)
                .collect(),
            ..Extraction::default()
        };
        found.entry(event).or_default().reports.push((report, extraction));
    }
    found
}

fn figures(line: &Value) -> Vec<Figure> {
    let institutions: BTreeMap<&str, &str> = line["statements"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|s| Some((s["speaker"].as_str()?, s["institution"].as_str()?)))
        .collect();
    line["figures"].as_array().unwrap().iter().map(|f| figure(f, &institutions)).collect()
}

fn figure(f: &Value, institutions: &BTreeMap<&str, &str>) -> Figure {
    let text = |name: &str| f[name].as_str().map(str::to_owned);
    let number = |i: usize| f["span"][i].as_u64().unwrap() as u32;
    let flag = |name: &str| f[name].as_bool().unwrap_or(false);
    let chain: Vec<Hop> = f["chain"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| Hop { name: n.as_str().unwrap().to_owned(), range: None, kind: HopKind::Institution })
        .collect();
    Figure {
        id: text("id").unwrap(),
        range: ByteRange::new(number(0), number(1)),
        quote: text("evidence").unwrap(),
        quantity: serde_json::from_value(f["quantity"].clone()).unwrap_or(Quantity::Other),
        low: f["low"].as_f64(),
        high: f["high"].as_f64(),
        mode: serde_json::from_value::<Mode>(f["mode"].clone()).unwrap(),
        unit: text("unit").unwrap_or_default(),
        who: text("who"),
        place: text("place"),
        as_of: f["as_of"].as_str().and_then(|d| d.parse().ok()),
        within: In::Text,
        increment: flag("increment"),
        subset_of: text("subset_of"),
        repeat_of: None,
        institution: chain.first().and_then(|h| institutions.get(h.name.as_str())).map(|i| (*i).to_owned()),
        superseded_in_text: flag("superseded_in_text"),
        modality: serde_json::from_value(f["modality"].clone()).unwrap_or(Modality::Asserted),
        background: flag("background"),
        chain,
        said_on: None,
        rule: String::new(),
    }
}

/// The places that a reader with a gazetteer would find in a name.
fn places(name: &str) -> Vec<Place> {
    // id, kind, country, English, name: general knowledge, as any gazetteer has it.
    const KNOWN: [(&str, &str, &str, &str, &str); 13] = [
        ("kz", "country", "KZ", "Kazakhstan", "كازاخستان"),
        ("almaty", "city", "KZ", "Almaty", "ألماتي"),
        ("almaty", "city", "KZ", "Almaty", "ألما آتا"),
        ("almaty", "city", "KZ", "Almaty", "ألماتا"),
        ("id", "country", "ID", "Indonesia", "إندونيسيا"),
        ("lombok", "region", "ID", "Lombok", "لومبوك"),
        ("bali", "region", "ID", "Bali", "بالي"),
        ("salt", "city", "JO", "Salt", "السلط"),
        ("fuheis", "city", "JO", "Fuheis", "الفحيص"),
        ("liege", "city", "BE", "Liège", "لييج"),
        ("genoa", "city", "IT", "Genoa", "جنوى"),
        ("kemerovo", "city", "RU", "Kemerovo", "كيميروفو"),
        ("havana", "city", "CU", "Havana", "هافانا"),
    ];
    let place = |k: &(&str, &str, &str, &str, &str)| Place {
        name: k.4.to_owned(),
        aliases: Vec::new(),
        gazetteer_id: Some(k.0.to_owned()),
        kind: k.1.to_owned(),
        en: Some(k.3.to_owned()),
        country: Some(k.2.to_owned()),
        coordinates: None,
        ranges: Vec::new(),
    };
    KNOWN.iter().filter(|k| name.contains(k.4)).map(place).collect()
}
