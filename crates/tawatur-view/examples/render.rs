//! Makes a page from JSON: `{"account": ..., "reports": [...], "extractions": [...]}` on standard input.
//!
//! `cargo run -p tawatur-view --example render -- en < story.json > story.html`

use std::io::{Read, Write};

use tawatur_model::{Account, Extraction, Report};
use tawatur_view::{AccountPage, Language, page};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut story: serde_json::Value = serde_json::from_str(&text)?;
    let account: Account = serde_json::from_value(story["account"].take())?;
    let reports: Vec<Report> = serde_json::from_value(story["reports"].take())?;
    let extractions: Vec<Extraction> = serde_json::from_value(story["extractions"].take())?;
    let language = std::env::args().nth(1).and_then(|tag| Language::from_tag(&tag)).unwrap_or_default();
    let page = page(&[AccountPage { account: &account, reports: &reports, extractions: &extractions }], language)?;
    std::io::stdout().write_all(page.as_bytes())?;
    Ok(())
}
