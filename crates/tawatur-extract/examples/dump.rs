//! Prints the numbers and times of each report, for comparison by hand.
#![allow(missing_docs, clippy::unwrap_used)]
use std::io::{BufRead, Write};
use tawatur_extract::Analysed;
use tawatur_lexicon::{Analyser, Lexicon};
fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let case: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = case["text"].as_str().unwrap();
        let context = case["published"]
            .as_str()
            .and_then(|d| d.get(..10)?.parse().ok())
            .map(tawatur_extract::time::Context::published)
            .unwrap_or_default();
        let mut analyser = Analyser::new(Lexicon::builtin());
        let view = Analysed::new(tawatur_text::Document::new(text), &mut analyser);
        let (n, t) = tawatur_extract::number::read_with_times(&view, &context);
        let n: Vec<_> = n.iter().map(|n| serde_json::json!({"range": n.range, "full": n.full_range, "low": n.low, "high": n.high, "mode": n.mode, "kind": format!("{:?}", n.kind), "q": n.full_range.slice(text), "noun": n.noun.is_some()})).collect();
        let t: Vec<_> = t.iter().map(|t| serde_json::json!({"range": t.range, "timex": t.timex, "type": t.kind, "q": t.range.slice(text), "c": t.contradicts_weekday})).collect();
        writeln!(out, "{}", serde_json::json!({"id": case["id"], "numbers": n, "times": t})).unwrap();
    }
}
