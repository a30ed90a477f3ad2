//! How claims stand against each other: disagreements, contradictions, first figures against settled ones.

mod contradiction;
mod disagreement;
mod record;

pub use contradiction::contradictions;
pub use disagreement::disagreements;
pub use record::track_record;

#[cfg(test)]
mod tests;
