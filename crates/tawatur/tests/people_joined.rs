//! The people of the shared reports are each one person of the account, with their short forms, and none is another.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use tawatur::model::Report;
use tawatur_testkit::read_jsonl;

fn shared() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("TAWATUR_SHARED").map_or(beside, PathBuf::from);
    folder.join("gold").is_dir().then_some(folder)
}

fn strings(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

#[test]
fn every_person_of_the_shared_reports_is_one_person() {
    let Some(shared) = shared() else { return };
    let (mut read, mut gold) = (Vec::new(), BTreeMap::<String, BTreeSet<String>>::new());
    for line in read_jsonl(&shared.join("gold/seeds.jsonl")).unwrap() {
        let id = line["report"].as_str().unwrap().to_owned();
        let text = fs::read_to_string(shared.join("seeds").join(&id)).unwrap();
        let report = Report { id, text, ..Report::default() };
        read.push((report.clone(), tawatur::extract::extract(&report)));
        for person in line["people"].as_array().unwrap() {
            let name = person["name"].as_str().unwrap().to_owned();
            gold.entry(name).or_default().extend(strings(&person["aliases"]));
        }
    }
    // A short form that a report gives by itself is no further person.
    let forms: BTreeSet<String> = gold.values().flatten().cloned().collect();
    gold.retain(|name, _| !forms.contains(name));
    assert_eq!(gold.len(), 19);
    let story = tawatur::account_of("seeds".to_owned(), read, |r, _| tawatur::extract::extract(r));
    let account = json!({"people": story.account.people});
    let mut found = BTreeMap::new();
    for person in account["people"].as_array().unwrap() {
        found.insert(person["name"].as_str().unwrap().to_owned(), strings(&person["aliases"]));
    }
    for (name, aliases) in &gold {
        let person = found.get(name);
        assert!(person.is_some_and(|p| p.is_superset(aliases)), "{name} {aliases:?}: {person:?}");
        let others = person.into_iter().flatten().filter(|a| gold.contains_key(*a)).count();
        assert_eq!(others, 0, "{name} is merged with another: {person:?}");
    }
}
