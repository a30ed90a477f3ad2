//! tmp
#![allow(clippy::unwrap_used, missing_docs)]
use std::io::Write;
use tawatur_extract::{Analysed, NameKind, mentions};
use tawatur_lexicon::Analyser;
use tawatur_text::Document;
fn main() {
    let mut analyser = Analyser::default();
    if let Some(f) = std::env::args().nth(1) {
        let t = std::fs::read_to_string(f).unwrap();
        let a = Analysed::new(Document::new(&t), &mut analyser);
        for i in 0..a.document.tokens().len() {
            let r: Vec<String> =
                a.readings(i).iter().map(|r| format!("{}[{:?}]", a.lexicon().sense_name(r.sense), r.clitics)).collect();
            println!(
                "{}\t{}\t{:?} {:?}\tphrase {:?}",
                a.document.word(i),
                r.join(" "),
                a.segment(i).known,
                a.segment(i).clitics,
                a.phrase_at(i).map(|p| p.readings.iter().map(|r| a.lexicon().sense_name(r.sense)).collect::<Vec<_>>())
            );
        }
        for m in mentions(&a) {
            println!("{:?} {} {} {:?}", m.kind, m.range.slice(&t), m.because, m.role.map(|r| a.document.text_of(r)));
        }
        return;
    }
    let text = std::fs::read_to_string("/tmp/nm/in.jsonl").unwrap();
    let mut out = std::io::BufWriter::new(std::fs::File::create("/tmp/nm/out.tsv").unwrap());
    for line in text.lines() {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        let t = v["text"].as_str().unwrap();
        let analysed = Analysed::new(Document::new(t), &mut analyser);
        for m in mentions(&analysed) {
            let k = match m.kind {
                NameKind::Person => 'P',
                NameKind::Place => 'L',
                NameKind::Organisation => 'O',
            };
            writeln!(out, "{}\t{k}\t{}\t{}\t{}", v["id"].as_str().unwrap(), m.range.start(), m.range.end(), m.because)
                .unwrap();
        }
    }
}
