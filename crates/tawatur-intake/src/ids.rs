//! Report ids: each is given once.

use std::collections::hash_map::Entry;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

/// The ids given so far, by hash; no more than memory for some millions of them is used.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    seen: FxHashMap<u64, u32>,
}

/// Beyond so many ids a repeated one is no longer noticed.
const MOST_IDS: usize = 4_000_000;

impl Ids {
    /// Another id where this one was given before.
    pub(crate) fn unique(&mut self, id: &str) -> Option<String> {
        let mut suffix = *self.count(id)?;
        if suffix == 1 {
            return None;
        }
        loop {
            let new = format!("{id}~{suffix}");
            if self.count(&new).is_none_or(|n| *n == 1) {
                return Some(new);
            }
            suffix += 1;
        }
    }

    fn count(&mut self, id: &str) -> Option<&u32> {
        let mut hasher = FxHasher::default();
        hasher.write(id.as_bytes());
        let full = self.seen.len() >= MOST_IDS;
        match self.seen.entry(hasher.finish()) {
            Entry::Vacant(_) if full => None,
            entry => {
                let count = entry.or_insert(0);
                *count += 1;
                Some(count)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn a_repeated_id_gets_a_suffix_that_is_free() {
        let mut ids = Ids::default();
        assert_eq!(ids.unique("a"), None);
        assert_eq!(ids.unique("a~2"), None);
        assert_eq!(ids.unique("a").as_deref(), Some("a~3"));
        assert_eq!(ids.unique("a").as_deref(), Some("a~4"));
    }
}
