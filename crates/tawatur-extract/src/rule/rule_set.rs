//! A set of rules of one book, as bits.

/// Words of bits.
const WORDS: usize = 4;

/// The rules of a book that a text calls for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RuleSet([u64; WORDS]);

impl RuleSet {
    /// Most rules that a book can hold.
    pub(crate) const MOST: usize = WORDS * 64;

    /// Adds a rule by its number; a number beyond the end is no rule.
    pub(crate) fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Adds the rules of another set.
    #[inline]
    pub(crate) fn add(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    /// Takes the rule with the least number out.
    #[inline]
    pub(crate) fn pop(&mut self) -> Option<usize> {
        let at = self.0.iter().position(|w| *w != 0)?;
        let word = self.0.get_mut(at)?;
        let number = at * 64 + word.trailing_zeros() as usize;
        *word &= *word - 1;
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::RuleSet;

    #[test]
    fn gives_back_what_was_put_in() {
        let mut set = RuleSet::default();
        let numbers = [0, 63, 64, 130, RuleSet::MOST - 1];
        for number in numbers.iter().chain(&[RuleSet::MOST, 64]) {
            set.insert(*number);
        }
        let mut other = RuleSet::default();
        other.insert(200);
        set.add(other);
        let all: Vec<usize> = std::iter::from_fn(|| set.pop()).collect();
        assert_eq!(all, [0, 63, 64, 130, 200, RuleSet::MOST - 1]);
    }
}
