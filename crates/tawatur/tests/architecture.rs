//! Rules of the workspace that no compiler checks: which package may depend on which, and under what licence.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The level of every package. A package may depend only on packages of lower levels.
const LEVELS: &[(&str, u32)] = &[
    ("tawatur-text", 0),
    ("tawatur-model", 1),
    ("tawatur-lexicon", 1),
    ("tawatur-intake", 2),
    ("tawatur-extract", 2),
    ("tawatur-link", 2),
    ("tawatur-ledger", 2),
    ("tawatur", 3),
    ("tawatur-view", 4),
    ("tawatur-server", 5),
    ("tawatur-archive", 5),
    ("tawatur-python", 5),
    ("tawatur-cli", 6),
];

/// Helps tests only: anything may name it among its `dev-dependencies`, and the program among its dependencies.
const TESTKIT: &str = "tawatur-testkit";

/// Licences that may stand alone or as one arm of an `OR`; with `AND`, every part must be here.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn packages_depend_only_on_lower_levels() {
    let manifests = manifests();
    let faults: Vec<String> = manifests.iter().flat_map(|(name, manifest)| faults_of(name, manifest)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn upward_and_sideways_dependencies_are_faults() {
    let check = |name: &str, text: &str| faults_of(name, &text.parse().expect("a manifest")).len();
    assert_eq!(check("tawatur-model", "[dependencies]\ntawatur-text.workspace = true"), 0);
    assert_eq!(check("tawatur-model", "[dependencies]\ntawatur-lexicon.workspace = true"), 1);
    assert_eq!(check("tawatur-text", "[build-dependencies]\ntawatur-model.workspace = true"), 1);
    assert_eq!(check("tawatur-text", "[target.'cfg(unix)'.dependencies]\ntawatur = \"1\""), 1);
    assert_eq!(check("tawatur-link", "[dev-dependencies]\ntawatur-extract.workspace = true"), 1);
    assert_eq!(check("tawatur-link", "[dev-dependencies]\ntawatur-testkit.workspace = true"), 0);
    assert_eq!(check("tawatur-link", "[dependencies]\ntawatur-testkit.workspace = true"), 1);
    assert_eq!(check("tawatur-something", ""), 1);
}

#[test]
fn every_dependency_has_a_licence_that_the_project_allows() {
    let faults: Vec<String> = cargo_metadata()
        .iter()
        .filter(|(_, licence)| !is_allowed(licence))
        .map(|(package, licence)| format!("{package}: licence {licence:?} is not allowed"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn licence_expressions_are_read() {
    assert!(is_allowed("MIT OR Apache-2.0"));
    assert!(is_allowed("MIT/GPL-3.0"));
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_allowed("GPL-3.0 OR MIT"));
    assert!(!is_allowed("MIT AND GPL-3.0"));
    assert!(is_allowed("MIT AND GPL-3.0 OR ISC"));
    assert!(!is_allowed("GPL-3.0-or-later"));
    assert!(!is_allowed(""));
}

fn faults_of(name: &str, manifest: &toml::Table) -> Vec<String> {
    if name == TESTKIT {
        return Vec::new();
    }
    let Some(level) = level(name) else {
        return vec![format!("{name} has no level: add it here and to ARCHITECTURE.md")];
    };
    dependencies(manifest)
        .into_iter()
        .filter(|(_, dependency)| dependency.starts_with("tawatur"))
        .filter(|(section, dependency)| !may_depend(level, section, dependency))
        .map(|(section, dependency)| {
            format!("{name} (level {level}) names {dependency} in [{section}]: dependencies point to lower levels only")
        })
        .collect()
}

fn may_depend(level: u32, section: &str, dependency: &str) -> bool {
    if dependency == TESTKIT {
        return section == "dev-dependencies" || level == 6;
    }
    self::level(dependency).is_some_and(|other| other < level)
}

fn level(name: &str) -> Option<u32> {
    LEVELS.iter().find(|(package, _)| *package == name).map(|(_, level)| *level)
}

/// Section and package of every dependency, those of single targets too.
fn dependencies(manifest: &toml::Table) -> Vec<(&'static str, String)> {
    const SECTIONS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
    let targets = manifest.get("target").and_then(toml::Value::as_table).into_iter().flat_map(|t| t.values());
    let tables = std::iter::once(manifest).chain(targets.filter_map(toml::Value::as_table));
    let mut found = Vec::new();
    for table in tables {
        for section in SECTIONS {
            let named = table.get(section).and_then(toml::Value::as_table);
            found.extend(named.into_iter().flat_map(|t| t.keys()).map(|k| (section, k.clone())));
        }
    }
    found
}

fn manifests() -> BTreeMap<String, toml::Table> {
    let crates = root().join("crates");
    let folders = std::fs::read_dir(crates).expect("the folder of packages");
    let mut found = BTreeMap::new();
    for folder in folders {
        let folder = folder.expect("a package").path();
        let Ok(text) = std::fs::read_to_string(folder.join("Cargo.toml")) else { continue };
        let name = folder.file_name().expect("a folder").to_string_lossy().into_owned();
        let manifest: toml::Table = text.parse().expect("a manifest");
        assert_eq!(manifest["package"]["name"].as_str(), Some(name.as_str()), "folder name is package name");
        found.insert(name, manifest);
    }
    assert!(found.len() >= 3, "no packages found");
    found
}

/// Name and licence of every package that a build on this machine uses.
fn cargo_metadata() -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform", &host()])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let text = |v: &serde_json::Value| v.as_str().unwrap_or_default().to_owned();
    packages.iter().map(|p| (text(&p["id"]), text(&p["license"]))).collect()
}

/// The platform that this machine builds for; packages of other platforms may not have been fetched.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|l| l.strip_prefix("host: ")).expect("a host").to_owned()
}

/// Reads an SPDX expression: one arm of an `OR` must be allowed whole. `AND` binds tighter.
fn is_allowed(licence: &str) -> bool {
    let plain = licence.replace('/', " OR ");
    let arms = split_outside_brackets(&plain, " OR ");
    if arms.len() > 1 {
        return arms.iter().any(|a| is_allowed(a));
    }
    let parts = split_outside_brackets(&plain, " AND ");
    if parts.len() > 1 {
        return parts.iter().all(|p| is_allowed(p));
    }
    let bare = plain.trim();
    match bare.strip_prefix('(').and_then(|b| b.strip_suffix(')')) {
        Some(inner) => is_allowed(inner),
        None => LICENCES.contains(&bare),
    }
}

fn split_outside_brackets<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && text[at..].starts_with(mark) => {
                parts.push(&text[start..at]);
                start = at + mark.len();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace").to_path_buf()
}
