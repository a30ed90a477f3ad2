//! What tests and the benchmark need: case files, disturbed texts, the scorer and its gate.
//!
//! Nothing here reads a report: a runner hands its claims in. So the kit stays below every reader.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod error;
mod random;

mod disturb;

mod cases;

mod score;
mod score_name;
mod score_pair;
mod score_series;
mod score_table;

mod gate;

pub use cases::{Case, CaseFile, Expect, Summary, read_cases, read_folder, run_cases};
pub use disturb::{Disturbance, Disturbed, disturb};
pub use error::Error;
pub use gate::{Floor, Gate, GateOutcome, digest, read_gates};
pub use random::Random;
pub use score::{parse_jsonl, read_jsonl, score_claims};
pub use score_name::same_name;
pub use score_series::{SeriesPart, SeriesScores, score_series};
pub use score_table::{ClaimScores, PartScores};
