//! Rows of the data files.

use std::path::Path;

use crate::Result;
use crate::paradigm::Paradigms;
use crate::table::Table;

/// Reads a word file: `id,class,sense,inflect,features,source,form`.
pub(crate) fn words(path: &Path, paradigms: &Paradigms, table: &mut Table) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path)?;
    let expected = ["id", "class", "sense", "inflect", "features", "source", "form"];
    if reader.headers()?.iter().ne(expected) {
        return Err(format!("the header must be {}", expected.join(",")).into());
    }
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let [id, class, sense, inflect, features, _source, form] =
            fields(&record).map_err(|e| format!("line {line}: {e}"))?;
        let entry = table.entry(id, class, sense, features, form);
        inflected(inflect, form, paradigms, entry, table).map_err(|e| format!("line {line}: {e}"))?;
    }
    Ok(())
}

fn fields<const N: usize>(record: &csv::StringRecord) -> Result<[&str; N]> {
    let found: Vec<&str> = record.iter().map(str::trim).collect();
    <[&str; N]>::try_from(found).map_err(|f| format!("{} columns, expected {N}", f.len()).into())
}

fn inflected(inflect: &str, form: &str, paradigms: &Paradigms, entry: u32, table: &mut Table) -> Result<()> {
    let folded = tawatur_text::fold_word(form);
    if folded.contains(' ') || inflect.is_empty() || inflect == "fixed" {
        return table.form(&folded, entry, 0, false);
    }
    let forms = paradigms.get(inflect).ok_or_else(|| format!("unknown paradigm '{inflect}'"))?;
    for f in forms {
        if let Some(made) = f.of(&folded) {
            table.form(&made, entry, f.flags, false)?;
        }
    }
    Ok(())
}

/// Reads a gazetteer file: tab-separated with a header; the name is the last column, the file name tells the class.
pub(crate) fn names(path: &Path, paradigms: &Paradigms, table: &mut Table) -> Result<()> {
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let class = stem.split('-').next().unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).comment(Some(b'#')).from_path(path)?;
    let header: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
    let column = |name: &str| header.iter().position(|h| h == name);
    let (id, kind, role, trust) = (column("id"), column("kind"), column("role"), column("trust"));
    for record in reader.records() {
        let record = record?;
        let get = |i: Option<usize>| i.and_then(|i| record.get(i)).unwrap_or("").trim();
        let name = record.get(header.len() - 1).unwrap_or("").trim();
        let sense = match stem {
            "nisba" => "nisba",
            "name-word" => get(role),
            _ => get(kind),
        };
        let sense = &format!("{sense}{}", trust_suffix(stem, get(trust)));
        let features = features(&header, &record);
        let (class, id) = match stem {
            "name-word" => ("name", ""),
            "nisba" => ("adj", get(id)),
            _ => (class, get(id)),
        };
        let entry = table.entry(id, class, sense, &features, name);
        let folded = tawatur_text::fold_word(name);
        match stem {
            "nisba" => inflected("adj", name, paradigms, entry, table)?,
            _ => table.form(&folded, entry, 0, true)?,
        }
    }
    Ok(())
}

/// Names of little trust have senses of their own, so that readers need not look into features: `name:given-word` is an
/// ordinary word too, `place:city-weak` and `organisation:outlet-weak` count only beside other signs.
fn trust_suffix(stem: &str, trust: &str) -> &'static str {
    match (stem, trust) {
        ("name-word", "2") => "-word",
        ("name-word", _) => "",
        (_, "3") => "-weak",
        _ => "",
    }
}

/// The further columns of a gazetteer row, as features.
fn features(header: &[String], record: &csv::StringRecord) -> String {
    let skip = ["id", "kind", "role", "source", "name"];
    let pairs = header.iter().zip(record.iter()).filter(|(h, v)| !skip.contains(&h.as_str()) && !v.trim().is_empty());
    pairs.map(|(h, v)| format!("{h}={}", v.trim().replace('|', "/"))).collect::<Vec<_>>().join("|")
}
