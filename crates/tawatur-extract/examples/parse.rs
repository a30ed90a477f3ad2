//! Reads suite cases from standard input and prints what `tawatur parse` prints.
#![allow(missing_docs, clippy::unwrap_used)]
use std::io::{BufRead, Write};
use tawatur_extract::parse::{Kind, parse_case};
use tawatur_extract::time::Prefer;

fn main() {
    let prefer = if std::env::args().any(|a| a == "future") { Prefer::Future } else { Prefer::Past };
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let case: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let kind = Kind::parse(case["kind"].as_str().unwrap()).unwrap();
        let preds = parse_case(kind, case["text"].as_str().unwrap(), case["ref_time"].as_str(), prefer);
        writeln!(out, "{}", serde_json::json!({"id": case["id"], "preds": preds})).unwrap();
    }
}
