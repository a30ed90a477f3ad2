//! Reads Arabic news reports of an event into one account: every figure, statement and event with who said it.
//!
//! [`accounts`] is the whole way from reports to accounts; [`extract_all`] stops at the claims. The packages below
//! are re-exported: `intake` reads files into reports, `extract` reads one report, `link` compares several.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod wording;

mod error;

mod judgement;
mod options;
mod own_rows;

mod names;

mod events;

mod account;
mod date;

mod pipeline;

mod record;

pub use error::Error;
pub use judgement::read_judgements;
pub use names::Names;
pub use options::Options;
pub use own_rows::{add_rows, read_rows};
pub use pipeline::{StoryAccount, account_of, account_with, accounts, accounts_with, extract_all, together};
pub use record::{Record, record};

pub use tawatur_extract as extract;
pub use tawatur_intake as intake;
pub use tawatur_lexicon as lexicon;
pub use tawatur_link as link;
pub use tawatur_model as model;
pub use tawatur_text as text;
