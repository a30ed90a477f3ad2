//! Organisations over reports: by row of the lexicon, else by name.

use std::collections::BTreeMap;

use tawatur_lexicon::{Class, Lexicon};
use tawatur_model::{EntityEntry, Organisation};

use super::because;
use super::cluster::{Cluster, Local, ordered};
use super::name::words;
use super::{Judgement, Verdict};
use crate::Item;

/// Joins the organisations of the reports. The English name stands for the row of the lexicon.
pub(crate) fn organisations(items: &[Item<'_>], judgements: &mut Vec<Judgement>) -> Vec<EntityEntry> {
    let mut known: BTreeMap<String, (String, Cluster)> = BTreeMap::new();
    for item in items {
        for organisation in &item.extraction.organisations {
            let local = local(item, organisation);
            let (first, cluster) =
                known.entry(key(organisation)).or_insert_with(|| (organisation.name.clone(), Cluster::default()));
            let row = organisation.en.as_deref().filter(|_| words(first) != words(&organisation.name));
            let why = row.map(|row| because::same_row(&organisation.name, first, row));
            if let Some(because) = &why {
                judgements.push(Judgement {
                    one: organisation.name.clone(),
                    other: first.clone(),
                    verdict: Verdict::Same,
                    because: because.clone(),
                });
            }
            cluster.add(&local, why);
        }
    }
    ordered(known.into_values().map(|(_, cluster)| cluster))
}

fn key(organisation: &Organisation) -> String {
    if let Some(row) = Lexicon::builtin().added(Class::Organisation, &organisation.name) {
        return row.id.to_owned();
    }
    match &organisation.en {
        Some(en) => format!("{}:{en}", organisation.kind),
        None => words(&organisation.name).join(" "),
    }
}

fn local<'a>(item: &Item<'a>, organisation: &'a Organisation) -> Local<'a> {
    Local {
        report: &item.report.id,
        name: &organisation.name,
        aliases: &organisation.aliases,
        roles: vec![organisation.kind.clone()],
        en: organisation.en.as_deref(),
        place: None,
        ranges: &organisation.ranges,
    }
}
