//! Reads rows of the lexicon from a table, or from TOML with the same names.

use serde::Deserialize;
use tawatur_lexicon::{AddedKind, AddedRow};

use crate::error::{Error, Kind};

/// The columns of the table; the name comes last, as in every table of names here.
const COLUMNS: [&str; 7] = ["kind", "id", "en", "country", "lat", "lon", "name"];

/// One row as it stands in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Row {
    kind: String,
    id: String,
    en: String,
    country: String,
    lat: Option<f64>,
    lon: Option<f64>,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    #[serde(default)]
    row: Vec<toml::Spanned<Row>>,
}

/// Reads rows for [`crate::add_rows`]; `file` stands for them in messages.
///
/// A table begins with the line `kind,id,en,country,lat,lon,name` and has one name a line; rows of one id are names of
/// one thing. TOML has a `[[row]]` for each thing, with `names = [...]`.
///
/// # Errors
/// Where a row is none: an unknown kind, a name without Arabic letters, half a place on the map, a code that is no
/// country's. All bad rows are named, each with its line.
pub fn read_rows(text: &str, file: &str) -> Result<Vec<AddedRow>, Error> {
    let text = text.trim_start_matches('\u{feff}');
    let rows = if file.ends_with(".toml") { listed(text) } else { table(text) };
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for (line, row) in rows {
        match row.and_then(checked) {
            Ok(rows) => found.extend(rows),
            Err(problem) => problems.push((line, problem)),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(Kind::Rows { file: file.to_owned(), problems }.into()) }
}

type Read = Vec<(usize, Result<Row, String>)>;

fn listed(text: &str) -> Read {
    let line = |at: usize| text.get(..at).map_or(0, |t| t.matches('\n').count()) + 1;
    match toml::from_str::<Rows>(text) {
        Ok(rows) => rows.row.into_iter().map(|r| (line(r.span().start), Ok(r.into_inner()))).collect(),
        Err(error) => {
            let at = error.span().map_or(0, |s| s.start);
            vec![(line(at), Err(error.message().to_owned()))]
        }
    }
}

fn table(text: &str) -> Read {
    let mut reader =
        csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).comment(Some(b'#')).from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().map(|h| h.iter().map(str::to_owned).collect()).unwrap_or_default();
    if head != COLUMNS {
        return vec![(1, Err(format!("the first line must be {}, not {}", COLUMNS.join(","), head.join(","))))];
    }
    let line = |p: Option<&csv::Position>| p.map_or(0, csv::Position::line) as usize;
    let rows = reader.records().map(|record| match record {
        Ok(record) => (line(record.position()), row(&record)),
        Err(error) => (line(error.position()), Err(error.to_string())),
    });
    rows.collect()
}

fn row(record: &csv::StringRecord) -> Result<Row, String> {
    let cells: Vec<&str> = record.iter().collect();
    let [kind, id, en, country, lat, lon, name] = cells.as_slice() else {
        return Err(format!("{} cells where there must be {}", cells.len(), COLUMNS.len()));
    };
    let degrees = |name: &str, cell: &str| match cell {
        "" => Ok(None),
        cell => cell.parse::<f64>().map(Some).map_err(|_| format!("{name} {cell:?} is no number of degrees")),
    };
    let text = |cell: &str| cell.to_owned();
    Ok(Row {
        kind: text(kind),
        id: text(id),
        en: text(en),
        country: text(country),
        lat: degrees("lat", lat)?,
        lon: degrees("lon", lon)?,
        names: vec![text(name)],
    })
}

/// The rows of one thing, a name each.
fn checked(row: Row) -> Result<Vec<AddedRow>, String> {
    let words = || AddedKind::words().collect::<Vec<_>>().join(", ");
    let kind = AddedKind::parse(row.kind.trim())
        .ok_or_else(|| format!("{:?} is no kind: it must be one of {}", row.kind, words()))?;
    let coordinates = coordinates(kind, row.lat, row.lon)?;
    let country = row.country.trim();
    if !(country.is_empty() || country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase())) {
        return Err(format!("{country:?} is no code of a country: two capital letters, such as SY"));
    }
    let names: Vec<String> = row.names.iter().map(|n| n.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    if names.is_empty() {
        return Err("it has no name".to_owned());
    }
    if let Some(bad) = names.iter().find(|n| !is_name(n)) {
        return Err(format!("{bad:?} is no name in Arabic letters of one to eight words"));
    }
    let id = row.id.trim();
    let id =
        if id.is_empty() { names.first().map_or_else(String::new, |n| n.replace(' ', "-")) } else { id.to_owned() };
    let made = |name: String| AddedRow {
        kind,
        id: id.clone(),
        en: row.en.trim().to_owned(),
        country: country.to_owned(),
        coordinates,
        name,
    };
    Ok(names.into_iter().map(made).collect())
}

fn coordinates(kind: AddedKind, lat: Option<f64>, lon: Option<f64>) -> Result<Option<(f64, f64)>, String> {
    match (lat, lon) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) if !kind.is_place() => Err("only a place has lat and lon".to_owned()),
        (Some(lat), Some(lon)) if lat.abs() <= 90.0 && lon.abs() <= 180.0 => Ok(Some((lat, lon))),
        (Some(lat), Some(lon)) => Err(format!("{lat}, {lon} is no place on Earth")),
        _ => Err("lat and lon go together".to_owned()),
    }
}

/// Words of a name at most.
const LONGEST: usize = 8;

fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let arabic = |w: &&str| w.chars().count() > 1 && w.chars().all(|c| ('\u{0621}'..='\u{06ff}').contains(&c));
    words.len() <= LONGEST && words.iter().all(arabic)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "kind,id,en,country,lat,lon,name\n";

    fn problem(rows: &str) -> String {
        read_rows(&format!("{HEAD}{rows}"), "rows.csv").unwrap_err().to_string()
    }

    #[test]
    fn a_table_and_toml_say_the_same() {
        let table = format!(
            "{HEAD}site,gate,North Gate,SY,36.5,37.1,البوابة الشمالية\nsite,gate,North Gate,SY,36.5,37.1,بوابة الشمال\n"
        );
        let toml = "[[row]]\nkind = \"site\"\nid = \"gate\"\nen = \"North Gate\"\ncountry = \"SY\"\nlat = 36.5\nlon = 37.1\n\
            names = [\"البوابة الشمالية\", \"بوابة الشمال\"]\n";
        let read = read_rows(&table, "rows.csv").unwrap();
        assert_eq!(read, read_rows(toml, "rows.toml").unwrap());
        assert_eq!((read.len(), read[1].coordinates), (2, Some((36.5, 37.1))));
    }

    #[test]
    fn bad_rows_are_named_with_their_lines() {
        let told = problem(
            "city,,,SY,1,2,حي الورد\nvillage,,,,,,تل\nperson,,,,1,2,سالم\ncity,,,,91,0,تل\ncity,,,,1,,تل\nparty,,,Syria,,,حزب\n\
             agency,,,,,,News\ncity,,,,x,1,تل\ncity,تل\n",
        );
        for line in [
            "rows.csv: line 3: \"village\" is no kind: it must be one of person,",
            "line 4: only a place has",
            "line 5: 91, 0 is no place on Earth",
            "line 6: lat and lon go together",
            "line 7: \"Syria\" is no code",
            "line 8: \"News\" is no name",
            "line 9: lat \"x\"",
            "line 10: 2 cells",
        ] {
            assert!(told.contains(line), "{line}: {told}");
        }
        assert!(!told.contains("line 2"), "{told}");
    }

    #[test]
    fn a_wrong_head_and_wrong_toml_are_errors_with_a_line() {
        let told = read_rows("name,kind\n", "rows.csv").unwrap_err().to_string();
        assert!(told.contains("line 1: the first line must be kind,id,en"), "{told}");
        let told = read_rows("[[row]]\nkind = \"city\"\ncolour = \"red\"\n", "rows.toml").unwrap_err().to_string();
        assert!(told.contains("rows.toml: line 3"), "{told}");
        let told = read_rows("\n[[row]]\nkind = \"city\"\n", "rows.toml").unwrap_err().to_string();
        assert!(told.contains("line 2: it has no name"), "{told}");
    }
}
