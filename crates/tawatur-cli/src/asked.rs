//! What an account is computed with: people's judgements and what it is confined to.

use std::path::{Path, PathBuf};

use clap::Args;
use tawatur::model::{Day, Quantity};
use tawatur::{Options, StoryAccount, read_judgements};

use crate::error::Error;
use crate::input::{clean_lines, text_of};
use crate::terminal::clean;

/// Arguments that confine an account or put people's word into it.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Asked {
    /// What people decided: a table judgement,one,other,by,because, or JSON Lines of these names
    #[arg(long, value_name = "FILE")]
    judgements: Option<PathBuf>,
    /// Only figures of this quantity, e.g. killed; may be given several times
    #[arg(long, value_name = "QUANTITY", value_parser = quantity, value_delimiter = ',')]
    quantity: Vec<Quantity>,
    /// Only this place and what lies in it, in Arabic or English
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// Only what had been published by the end of this day, e.g. 2022-01-09
    #[arg(long, value_name = "DAY")]
    as_of: Option<Day>,
}

impl Asked {
    /// Reads what has to be read.
    pub(crate) fn options(&self) -> Result<Options, Error> {
        let judgements = match &self.judgements {
            Some(file) => judgements(file)?,
            None => Vec::new(),
        };
        let place = self.place.clone().filter(|p| !p.trim().is_empty());
        Ok(Options { judgements, quantities: self.quantity.clone(), place, as_of: self.as_of })
    }

    /// Says which judgements concern nothing that was read: most likely a name or a claim was mistyped.
    pub(crate) fn tell_unused(options: &Options, stories: &[StoryAccount]) {
        for judgement in &options.judgements {
            let used = stories.iter().flat_map(|s| &s.account.judgements).any(|a| a.judgement == *judgement);
            if !used {
                let other = judgement.other.as_deref().map(|o| format!(" and {o}")).unwrap_or_default();
                let about = clean(&format!("{}{other}", judgement.one));
                anstream::eprintln!(
                    "warning: the judgement of {} on {about} concerns nothing here",
                    clean(&judgement.by)
                );
            }
        }
    }
}

fn judgements(file: &Path) -> Result<Vec<tawatur::model::Judgement>, Error> {
    let text = text_of(file)?;
    read_judgements(&text, &file.display().to_string()).map_err(|e| Error::Usage(clean_lines(&e.to_string())))
}

fn quantity(name: &str) -> Result<Quantity, String> {
    let quoted = serde_json::Value::String(name.replace('-', "_"));
    let known = serde_json::from_value::<Quantity>(quoted).ok().filter(|q| q.is_core());
    known.ok_or_else(|| "no such quantity; try killed, injured, detained, displaced, damage_cost".to_owned())
}
