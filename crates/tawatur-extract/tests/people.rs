//! The people of the reports in the folder of shared data are found with their short forms, and none twice.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use tawatur_extract::Extractor;
use tawatur_model::{Person, Report};

/// People of the gold that must be found, of 32 in five reports: one of them stands there twice, with his short form apart.
const LEAST: usize = 31;

fn shared() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let place = std::env::var("TAWATUR_SHARED").map_or_else(|_| root.join("../shared"), PathBuf::from);
    Some(place).filter(|p| p.join("gold/seeds.jsonl").exists())
}

fn people(text: String) -> Vec<Person> {
    Extractor::new().extract(&Report { text, ..Report::default() }).people
}

fn strings(value: &serde_json::Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

#[test]
fn people_of_the_shared_reports_are_found() {
    let Some(shared) = shared() else { return };
    let (mut right, mut all, mut extra) = (0, 0, 0);
    for line in fs::read_to_string(shared.join("gold/seeds.jsonl")).unwrap().lines() {
        let gold: serde_json::Value = serde_json::from_str(line).unwrap();
        let name = gold["report"].as_str().unwrap();
        let found = people(fs::read_to_string(shared.join("seeds").join(name)).unwrap());
        for person in gold["people"].as_array().unwrap() {
            all += 1;
            let name = person["name"].as_str().unwrap();
            let aliases = strings(&person["aliases"]);
            let is_same = |p: &&Person| p.name == name && aliases.iter().all(|a| p.aliases.contains(a));
            match found.iter().find(is_same) {
                Some(_) => right += 1,
                None => println!("{name} {aliases:?} is not found"),
            }
        }
        let names: Vec<_> = gold["people"].as_array().unwrap().iter().filter_map(|p| p["name"].as_str()).collect();
        for person in found.iter().filter(|p| !names.contains(&p.name.as_str())) {
            extra += 1;
            println!("also {} {:?} {:?}", person.name, person.aliases, person.roles);
        }
    }
    println!("{right} of {all} people, {extra} others");
    assert!(right >= LEAST);
}
