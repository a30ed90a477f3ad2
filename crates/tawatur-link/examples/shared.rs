//! Prints the wording that the text files named on the command line share; for measuring while developing.
#![allow(clippy::unwrap_used)]

use tawatur_link::{Item, copies};
use tawatur_model::{Extraction, Report};

fn main() {
    let reports: Vec<Report> = std::env::args()
        .skip(1)
        .map(|path| Report { id: path.clone(), text: std::fs::read_to_string(&path).unwrap(), ..Report::default() })
        .collect();
    let read = Extraction::default();
    let items: Vec<Item<'_>> = reports.iter().map(|r| Item::new(r, &read)).collect();
    for group in copies(&items) {
        println!("{:?}", group.reports);
        for p in &group.passages {
            let report = reports.iter().find(|r| r.id == p.report).unwrap();
            println!("  {} {:?}: {}", p.report, p.range, p.range.slice(&report.text));
        }
        for a in &group.alterations {
            println!("    {:?}: {}", a.kind, a.text.ar);
        }
    }
}
