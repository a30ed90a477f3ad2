//! The passage rules, read once from `data/passage.toml`.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use tawatur_model::Role;
use tawatur_text::fold_word;

use super::line::{Ending, Line, MOST_MARKS, Mark};
use super::long_line::Wanted;
use super::pattern::{Classes, Pattern, Phrases};

/// Words of a line that can be a date and nothing else.
pub(crate) const MOST_DATE_WORDS: usize = 16;

/// Where a rule's line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum At {
    /// Anywhere.
    Any,
    /// Before the body.
    Top,
    /// After the body.
    End,
    /// At the head of the body's first line.
    Head,
}

/// One rule as it stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleRecord {
    pub(crate) id: String,
    pub(crate) role: Role,
    pub(crate) at: At,
    #[serde(default)]
    pub(crate) opens: bool,
    #[cfg_attr(not(test), allow(dead_code))]
    pub(crate) reads: String,
    #[cfg_attr(not(test), allow(dead_code))]
    pub(crate) source: String,
    /// Whether the line may end in a full stop.
    #[serde(default = "yes")]
    pub(crate) stop: bool,
    #[serde(default)]
    pub(crate) max_words: Option<usize>,
    pub(crate) patterns: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    pub(crate) examples: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    pub(crate) counterexamples: Vec<String>,
}

impl RuleRecord {
    fn most_words(&self) -> usize {
        self.max_words.unwrap_or(40)
    }
}

fn yes() -> bool {
    true
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    body_openers: Vec<String>,
    rule: Vec<RuleRecord>,
}

/// The rules, ready to match.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    /// In the order of the file: the first that matches is taken.
    pub(crate) records: Vec<RuleRecord>,
    classes: Classes,
    body_openers: FxHashSet<String>,
    /// Rule and pattern by the word that the pattern begins with.
    by_first_word: FxHashMap<String, Vec<(usize, Pattern)>>,
    longest: usize,
    /// Patterns that may begin with anything.
    unanchored: Vec<(usize, Pattern)>,
    /// What a line has that is read by a rule.
    wanted: Wanted,
    /// ASCII characters, a bit each, one of which stands in every head that a rule reads, a hyphen for any dash; none where a
    /// rule does without.
    head_signs: Option<u128>,
}

impl Rules {
    /// The rules of this package.
    pub(crate) fn get() -> &'static Self {
        static RULES: OnceLock<Rules> = OnceLock::new();
        RULES.get_or_init(Self::load)
    }

    /// A file that cannot be read leaves no rules; a test makes sure that it can be.
    fn load() -> Self {
        let file: RuleFile = toml::from_str(include_str!("../../data/passage.toml")).unwrap_or_default();
        let mut rules = Self {
            classes: Classes {
                agency: phrases_of(include_str!("../../data/agency.csv")),
                month: phrases_of(include_str!("../../data/month.csv")),
                when: phrases_of(include_str!("../../data/calendar-word.csv")),
            },
            body_openers: file.body_openers.iter().map(|w| fold_word(w)).collect(),
            ..Self::default()
        };
        for (i, record) in file.rule.iter().enumerate() {
            for source in &record.patterns {
                rules.add(i, source);
            }
        }
        let whole = file.rule.iter().filter(|r| r.at != At::Head);
        rules.longest = whole.map(RuleRecord::most_words).fold(MOST_DATE_WORDS, usize::max);
        rules.records = file.rule;
        rules.wanted = rules.find_wanted();
        rules.head_signs = rules.find_head_signs();
        rules
    }

    fn find_head_signs(&self) -> Option<u128> {
        let patterns = self.by_first_word.values().flatten().chain(&self.unanchored);
        let of_head = patterns.filter(|(rule, _)| self.records.get(*rule).is_some_and(|r| r.at == At::Head));
        let sign = |pattern: &Pattern| pattern.sign().or_else(|| pattern.has_dash().then_some(b'-'));
        of_head.map(|(_, pattern)| sign(pattern)).try_fold(0, |all, sign| Some(all | 1 << sign?))
    }

    /// Whether a rule may read the head of a line that begins so: a quick look before folding.
    pub(crate) fn may_have_head(&self, beginning: &str) -> bool {
        // Signs that folding makes ASCII, and all dashes but the hyphen, have three bytes.
        let is_sign = |signs: u128, byte: u8| byte >= 0xe0 || byte.is_ascii() && signs >> byte & 1 == 1;
        self.head_signs.is_none_or(|signs| beginning.bytes().any(|byte| is_sign(signs, byte)))
    }

    /// Rules of whole lines ask for a beginning, or for a sign, or read short lines only.
    fn find_wanted(&self) -> Wanted {
        let beginnings = self.by_first_word.keys().cloned().collect();
        let mut wanted = Wanted { words: MOST_DATE_WORDS, beginnings, signs: 0 };
        for (rule, pattern) in &self.unanchored {
            let Some(record) = self.records.get(*rule).filter(|r| r.at != At::Head) else { continue };
            match pattern.sign() {
                _ if record.most_words() <= wanted.words => {}
                Some(sign) => wanted.signs |= 1 << sign,
                None => wanted.words = record.most_words(),
            }
        }
        wanted
    }

    /// What a line has that is read by a rule: all but short lines can be passed over without it.
    pub(crate) fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    fn add(&mut self, rule: usize, source: &str) {
        let words: Option<Vec<String>> =
            Pattern::parse(source).first_words().map(|words| words.into_iter().map(str::to_owned).collect());
        match words {
            Some(words) => {
                for word in words {
                    self.by_first_word.entry(word).or_default().push((rule, Pattern::parse(source)));
                }
            }
            None => self.unanchored.push((rule, Pattern::parse(source))),
        }
    }

    /// Words of the longest line that a rule reads whole, or that can be a date.
    pub(crate) fn longest(&self) -> usize {
        self.longest
    }

    /// The classes of words that patterns refer to.
    pub(crate) fn classes(&self) -> &Classes {
        &self.classes
    }

    /// Whether a line that begins with this word goes on telling.
    pub(crate) fn opens_body(&self, word: &str) -> bool {
        self.body_openers.contains(word)
    }

    /// The rules that match a whole line, first of the file first.
    pub(crate) fn of_line(&self, marks: &[Mark<'_>], line: &Line) -> Vec<usize> {
        let marks = without_last_stop(marks);
        let fits = |r: &RuleRecord| {
            r.at != At::Head && line.words <= r.most_words() && (r.stop || line.ending != Ending::Stop)
        };
        let mut found: Vec<usize> = self
            .candidates(marks, fits)
            .filter(|(_, pattern)| pattern.matches(&self.classes, marks, true).is_some())
            .map(|(rule, _)| *rule)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The rule that matches the head of a line, and how many marks it covers.
    pub(crate) fn of_head(&self, marks: &[Mark<'_>]) -> Option<(usize, usize)> {
        self.candidates(marks, |r| r.at == At::Head)
            .filter_map(|(rule, pattern)| Some((*rule, pattern.matches(&self.classes, marks, false)?)))
            .filter(|(_, end)| marks.iter().skip(*end).filter(|m| m.is_word).count() >= 3)
            .max_by_key(|(_, end)| *end)
    }

    /// The patterns of rules that fit the line; looking into its words comes last.
    fn candidates<'r>(
        &'r self,
        marks: &'r [Mark<'_>],
        fits: impl Fn(&RuleRecord) -> bool + 'r,
    ) -> impl Iterator<Item = &'r (usize, Pattern)> {
        let anchored = marks.first().and_then(|m| self.by_first_word.get(m.text));
        let all = anchored.into_iter().flatten().chain(&self.unanchored);
        all.filter(move |(rule, pattern)| self.records.get(*rule).is_some_and(&fits) && pattern.may_match(marks))
    }
}

/// Dots at the end of a line ("read more ...") say nothing.
fn without_last_stop<'m, 'f>(marks: &'m [Mark<'f>]) -> &'m [Mark<'f>] {
    match marks.split_last() {
        Some((last, rest)) if !rest.is_empty() && matches!(last.text, "." | "…") => rest,
        _ => marks,
    }
}

/// The last column of a table as folded phrases.
fn phrases_of(table: &str) -> Phrases {
    let last_columns = table.lines().skip(1).filter_map(|row| row.rsplit(',').next());
    let words = |form| -> Vec<String> {
        super::line::marks(&fold_word(form), MOST_MARKS).iter().map(|m| m.text.to_owned()).collect()
    };
    Phrases::new(last_columns.map(words))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::passages::line;

    /// The ids of the rules that match a line, whole or at its head.
    fn matching(text: &str) -> Vec<&'static str> {
        let rules = Rules::get();
        let mut hashes = Vec::new();
        line::read(text, (0, text.len()), &mut hashes, |line, marks| {
            let head = rules.of_head(marks).map(|(rule, _)| rule);
            let all = rules.of_line(marks, &line).into_iter().chain(head);
            all.map(|i| rules.records[i].id.as_str()).collect()
        })
    }

    #[test]
    fn the_file_can_be_read() {
        let file: Result<RuleFile, _> = toml::from_str(include_str!("../../data/passage.toml"));
        assert_eq!(file.map(|f| f.rule.len()).map_err(|e| e.to_string()), Ok(Rules::get().records.len()));
        assert!(Rules::get().records.len() >= 12);
    }

    #[test]
    fn every_example_is_read_by_its_rule() {
        let mut wrong = Vec::new();
        for rule in &Rules::get().records {
            assert!(!rule.examples.is_empty() && !rule.counterexamples.is_empty(), "{} lacks cases", rule.id);
            for example in &rule.examples {
                let found = matching(example);
                if !found.contains(&rule.id.as_str()) {
                    wrong.push(format!("{} does not read «{example}», but {found:?}", rule.id));
                }
            }
            for example in &rule.counterexamples {
                let found = matching(example);
                if found.contains(&rule.id.as_str()) {
                    wrong.push(format!("{} reads «{example}»", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_head_without_its_signs_is_passed_over() {
        let rules = Rules::get();
        let heads = rules.records.iter().filter(|r| r.at == At::Head).flat_map(|r| &r.examples);
        let mut seen = 0;
        for example in heads {
            for (sign, other) in
                [("(", "\u{ff08}"), ("(", "\u{fe59}"), ("-", "–"), ("-", "—"), ("-", "−"), ("/", "\u{ff0f}")]
            {
                assert!(rules.may_have_head(&example.replace(sign, other)), "{example}");
                seen += 1;
            }
        }
        assert!(seen > 12);
        assert!(!rules.may_have_head("أعلنت البلدية، مساء أمس، حظر التجول ليلا. وقالت: «نعم»"));
    }

    #[test]
    fn every_rule_has_a_known_source_and_its_own_id() {
        let sources: toml::Table = toml::from_str(include_str!("../../data/SOURCES.toml")).unwrap();
        let mut ids = BTreeSet::new();
        for rule in &Rules::get().records {
            assert!(sources.contains_key(&rule.source), "{} names {}", rule.id, rule.source);
            assert!(!rule.reads.is_empty());
            assert!(ids.insert(rule.id.clone()), "{} twice", rule.id);
        }
        for table in [
            include_str!("../../data/agency.csv"),
            include_str!("../../data/month.csv"),
            include_str!("../../data/calendar-word.csv"),
        ] {
            let mut forms = BTreeSet::new();
            for row in table.lines().skip(1) {
                let cells: Vec<_> = row.split(',').collect();
                assert!(ids.insert(cells[0].to_owned()), "{} twice", cells[0]);
                assert!(sources.contains_key(cells[cells.len() - 2]), "{row}");
                assert!(forms.insert(fold_word(cells[cells.len() - 1])), "{row} twice");
            }
        }
    }
}
