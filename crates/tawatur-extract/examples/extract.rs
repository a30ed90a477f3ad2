//! Reads text files and JSONL of reports, and prints one extraction a line.

use std::{env, fs, io::Write};

use tawatur_extract::Extractor;
use tawatur_model::{Published, PublishedFrom, Report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut extractor = Extractor::new();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in env::args().skip(1) {
        let text = fs::read_to_string(&path)?;
        let reports = if path.ends_with(".jsonl") { lines(&text)? } else { vec![file(&path, text)] };
        for report in reports {
            let extraction = extractor.extract(&report);
            writeln!(out, "{}", serde_json::to_string(&extraction)?)?;
        }
    }
    Ok(())
}

fn file(path: &str, text: String) -> Report {
    let id = path.rsplit('/').next().unwrap_or(path).to_owned();
    Report { id, text, ..Report::default() }
}

fn lines(text: &str) -> Result<Vec<Report>, Box<dyn std::error::Error>> {
    text.lines().filter(|l| !l.trim().is_empty()).map(line).collect()
}

fn line(line: &str) -> Result<Report, Box<dyn std::error::Error>> {
    let value: serde_json::Value = serde_json::from_str(line)?;
    let get = |key: &str| value.get(key).and_then(|v| v.as_str()).map(str::to_owned);
    let day = get("published").and_then(|d| d.get(..10).and_then(|d| d.parse().ok()));
    Ok(Report {
        id: get("id").unwrap_or_default(),
        text: get("text").unwrap_or_default(),
        title: get("title"),
        outlet: get("outlet"),
        url: get("url"),
        published: day.map(|day| Published { day, time: None, from: PublishedFrom::Metadata }),
        passages: Vec::new(),
    })
}
