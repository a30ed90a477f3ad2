//! The score gate: floors that no change may go below, pinned with the gold that they hold for.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::error::{Error, Kind, read_text};
use crate::score::{parse_jsonl, score_claims};
use crate::score_table::{ClaimScores, PartScores};

/// One gate of `gate.toml`:
///
/// ```toml
/// [[gate]]
/// id = "stories"
/// gold = ["stories/flood/gold.jsonl"]      # from the root of the project
/// optional = false                         # true: passed over where a file is missing
/// digest = "fnv1a64:0123456789abcdef"      # of the gold files' bytes, in this order
/// reports = 12
/// figures = 80                             # items that are scored
/// statements = 60
/// [gate.floor.figures]
/// precision = 0.95
/// recall = 0.95
/// origin = 0.92
/// [gate.floor.statements]
/// f1 = 0.93
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Its name.
    pub id: String,
    /// Files of gold.
    pub gold: Vec<String>,
    /// Whether it is passed over where a file is missing.
    #[serde(default)]
    pub optional: bool,
    /// Digest of the gold; none where it is not pinned.
    #[serde(default)]
    pub digest: Option<String>,
    /// Number of reports; none where it is not pinned.
    #[serde(default)]
    pub reports: Option<usize>,
    /// Number of scored figures.
    #[serde(default)]
    pub figures: Option<usize>,
    /// Number of scored statements.
    #[serde(default)]
    pub statements: Option<usize>,
    /// The floors.
    #[serde(default)]
    pub floor: Floor,
}

/// Floors by score: `precision`, `recall`, `f1`, or a field such as `origin`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// Floors for figures.
    #[serde(default)]
    pub figures: BTreeMap<String, f64>,
    /// Floors for statements.
    #[serde(default)]
    pub statements: BTreeMap<String, f64>,
}

/// How claims stood at a gate.
#[derive(Clone, Debug)]
pub struct GateOutcome {
    /// The gate.
    pub id: String,
    /// The scores; none where the gate was passed over.
    pub scores: Option<ClaimScores>,
    /// What is below its floor or not as pinned; empty where all is well.
    pub failures: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GateFile {
    gate: Vec<Gate>,
}

/// Reads the gates of a file.
///
/// # Errors
/// When the file cannot be read.
pub fn read_gates(path: &Path) -> Result<Vec<Gate>, Error> {
    let text = read_text(path)?;
    let file: GateFile = toml::from_str(&text)
        .map_err(|source| Kind::Toml { file: path.display().to_string(), source: Box::new(source) })?;
    Ok(file.gate)
}

impl Gate {
    /// The gold of the gate; none where the gate is optional and a file is missing.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read_gold(&self, root: &Path) -> Result<Option<(Vec<Value>, String)>, Error> {
        let paths: Vec<_> = self.gold.iter().map(|file| root.join(file)).collect();
        if self.optional && !paths.iter().all(|p| p.is_file()) {
            return Ok(None);
        }
        let (mut gold, mut bytes) = (Vec::new(), Vec::new());
        for path in &paths {
            let text = read_text(path)?;
            gold.extend(parse_jsonl(&text, &path.display().to_string())?);
            bytes.extend_from_slice(text.as_bytes());
        }
        Ok(Some((gold, digest(&bytes))))
    }

    /// Scores claims at the gate.
    ///
    /// # Errors
    /// When the gold cannot be read.
    pub fn check(&self, root: &Path, claims: &[Value]) -> Result<GateOutcome, Error> {
        let Some((gold, found_digest)) = self.read_gold(root)? else {
            return Ok(GateOutcome { id: self.id.clone(), scores: None, failures: Vec::new() });
        };
        let scores = score_claims(&gold, claims);
        let mut failures = self.unpinned(&scores, &found_digest);
        below("figures", &self.floor.figures, &scores.figures, &mut failures);
        below("statements", &self.floor.statements, &scores.statements, &mut failures);
        Ok(GateOutcome { id: self.id.clone(), scores: Some(scores), failures })
    }

    /// What of the gold is not as it was when the floors were set.
    fn unpinned(&self, scores: &ClaimScores, found_digest: &str) -> Vec<String> {
        let mut failures = Vec::new();
        if self.digest.as_deref().is_some_and(|d| d != found_digest) {
            failures.push(format!(
                "the gold has changed: its digest is {found_digest} (help: look at the floors anew and pin it)"
            ));
        }
        let counts = [
            ("reports", self.reports, scores.reports),
            ("figures", self.figures, scores.figures.gold),
            ("statements", self.statements, scores.statements.gold),
        ];
        for (what, pinned, found) in counts {
            if pinned.is_some_and(|n| n != found) {
                failures.push(format!("{found} {what} are scored, {} are pinned", pinned.unwrap_or_default()));
            }
        }
        failures
    }
}

fn below(part: &str, floors: &BTreeMap<String, f64>, scores: &PartScores, failures: &mut Vec<String>) {
    for (score, floor) in floors {
        let found = match score.as_str() {
            "precision" => Some(scores.precision()),
            "recall" => Some(scores.recall()),
            "f1" => Some(scores.f1()),
            field => scores.accuracy(field),
        };
        match found {
            Some(found) if found + 1e-9 >= *floor => {}
            Some(found) => failures.push(format!("{part}: {score} is {found:.4}, below its floor {floor}")),
            None => failures.push(format!("{part}: {score} has no items to be scored on")),
        }
    }
}

/// FNV-1a of 64 bits, written `fnv1a64:` and sixteen hexadecimal digits: tells that gold has changed, no more.
pub fn digest(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("fnv1a64:{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(floor: &str) -> Gate {
        let text = format!(
            "[[gate]]\nid = \"x\"\ngold = [\"gold.jsonl\"]\noptional = true\nreports = 1\nfigures = 1\n{floor}"
        );
        toml::from_str::<GateFile>(&text).unwrap().gate.remove(0)
    }

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("tawatur-gate-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let gold = "{\"report\":\"r\",\"figures\":[{\"id\":\"a\",\"span\":[0,4],\"quantity\":\"killed\",\"low\":2,\"high\":2,\"mode\":\"exact\",\"chain\":[]}],\"statements\":[]}\n";
        std::fs::write(folder.join("gold.jsonl"), gold).unwrap();
        folder
    }

    #[test]
    fn a_score_below_its_floor_fails() {
        let folder = folder("floor");
        let claim = serde_json::json!({"report": "r", "figures": [{"range": [0, 4], "quantity": "killed", "low": 2.0, "high": 2.0}]});
        let floors = gate("[gate.floor.figures]\nf1 = 1.0\n");
        assert_eq!(floors.check(&folder, &[claim]).unwrap().failures, Vec::<String>::new());
        let outcome = floors.check(&folder, &[]).unwrap();
        assert_eq!(outcome.failures, ["figures: f1 is 0.0000, below its floor 1"]);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn changed_gold_and_missing_gold_are_told() {
        let folder = folder("pins");
        let mut pinned = gate("");
        pinned.digest = Some("fnv1a64:0".to_owned());
        pinned.statements = Some(4);
        assert_eq!(pinned.check(&folder, &[]).unwrap().failures.len(), 2);
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(pinned.check(&folder, &[]).unwrap().scores.is_none());
        pinned.optional = false;
        assert!(pinned.check(&folder, &[]).is_err());
    }
}
