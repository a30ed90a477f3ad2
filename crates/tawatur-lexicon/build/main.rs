//! Compiles the data files into the tables that the lexicon reads without loading.
//!
//! Errors in the data stop the build and name file and line: a wrong row must never reach a reader.

mod hash;
mod paradigm;
mod row;
mod sieve;
mod stem;
mod table;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/sieve.rs");
    let paradigms = paradigm::read(&data.join("paradigm.csv"))?;
    let mut table = table::Table::default();
    for file in files(&data.join("ar"), "csv")? {
        row::words(&file, &paradigms, &mut table).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    for file in files(&data.join("gazetteer"), "tsv")? {
        row::names(&file, &paradigms, &mut table).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    stem::write(&data.join("stem"), &out)?;
    table.write(&out)
}

/// The files of a folder with this extension, sorted by name so that entry numbers are stable.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.exists() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
