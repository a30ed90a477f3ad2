//! What could not be read, by report.

use tawatur_model::{Note, Severity};

use super::Material;

/// The notes of all reports that a reader of the account should know of.
pub(super) fn list(material: Material<'_>) -> Vec<(String, Note)> {
    let all = material.iter().flat_map(|(r, e)| e.notes.iter().map(|n| (r.id.clone(), n.clone())));
    all.filter(|(_, note)| note.severity > Severity::Info).collect()
}
