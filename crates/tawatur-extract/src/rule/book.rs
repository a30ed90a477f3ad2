//! Books of rules: read from TOML, compiled once.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use tawatur_lexicon::Lexicon;

use super::element::{Element, Test};
use super::matching::barrier;
use super::rule_set::RuleSet;
use crate::Senses;

/// A rule as written, with its compiled pattern.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it is called in outputs: "read by ID".
    pub id: String,
    /// What it reads, in a sentence.
    pub reads: String,
    /// What it does not read although it looks alike.
    pub not: String,
    /// The pattern as written.
    pub written: Vec<String>,
    /// Where the rule comes from.
    pub source: String,
    /// Sentences in which it must read something.
    pub examples: Vec<String>,
    /// Sentences in which it must not.
    pub counterexamples: Vec<String>,
    /// What it gives, by name; the reader that owns the book knows the names.
    pub gives: BTreeMap<String, String>,
    /// How much it is trusted where several rules match, before distance.
    pub strength: i32,
    pub(crate) left: Vec<Element>,
    pub(crate) right: Vec<Element>,
    pub(crate) needs: u32,
}

/// Why a book could not be compiled. Books are part of the program; a test compiles them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError(String);

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RuleError {}

/// Rules that are tried together, and which senses call for which rules.
#[derive(Debug, Default)]
pub struct RuleBook {
    pub(crate) rules: Vec<Rule>,
    /// For each sense, the rules that it can take part in.
    wanted: Vec<RuleSet>,
    /// Rules that need no sense at all.
    always: RuleSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    set: BTreeMap<String, Vec<String>>,
    rule: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    reads: String,
    #[serde(default)]
    not: String,
    pattern: Vec<String>,
    source: String,
    examples: Vec<String>,
    #[serde(default)]
    counterexamples: Vec<String>,
    #[serde(default)]
    strength: i32,
    #[serde(flatten)]
    gives: BTreeMap<String, String>,
}

/// What a book needs to know of the slot that its rules read around.
pub(crate) struct SlotNames<'n> {
    /// How the slot is written in patterns.
    pub(crate) slot: &'n str,
    /// How the slot settled before it is written.
    pub(crate) before: &'n str,
    /// The bit of a test of the slot.
    pub(crate) test: fn(&str) -> Option<u32>,
}

impl RuleBook {
    /// Compiles the rules of these files, in their order.
    pub(crate) fn compile(lexicon: &Lexicon, files: &[&str], names: &SlotNames<'_>) -> Result<Self, RuleError> {
        let mut book = Self { wanted: vec![RuleSet::default(); lexicon.sense_count()], ..Self::default() };
        let mut sets = BTreeMap::new();
        for text in files {
            let file: File = toml::from_str(text).map_err(|e| RuleError(e.to_string()))?;
            sets.extend(file.set);
            for row in file.rule {
                let id = row.id.clone();
                book.add(lexicon, row, &sets, names).map_err(|e| RuleError(format!("rule {id}: {}", e.0)))?;
            }
        }
        Ok(book)
    }

    fn add(
        &mut self,
        lexicon: &Lexicon,
        row: Row,
        sets: &BTreeMap<String, Vec<String>>,
        names: &SlotNames<'_>,
    ) -> Result<(), RuleError> {
        let number = self.rules.len();
        if number >= RuleSet::MOST {
            return Err(RuleError(format!("a book holds at most {} rules", RuleSet::MOST)));
        }
        let slot = row.pattern.iter().position(|e| base(e) == names.slot);
        let slot = slot.ok_or_else(|| RuleError(format!("no {} in the pattern", names.slot)))?;
        let parse = |e: &String| element(lexicon, e, sets, names);
        let mut left: Vec<Element> = row.pattern[..slot].iter().map(parse).collect::<Result<_, _>>()?;
        left.reverse();
        let right: Vec<Element> = row.pattern[slot + 1..].iter().map(parse).collect::<Result<_, _>>()?;
        let needs = match parse(&row.pattern[slot])? {
            Element::Slot { needs } => needs,
            _ => 0,
        };
        self.index(lexicon, number, left.iter().chain(&right));
        self.rules.push(Rule {
            id: row.id,
            reads: row.reads,
            not: row.not,
            written: row.pattern,
            source: row.source,
            examples: row.examples,
            counterexamples: row.counterexamples,
            gives: row.gives,
            strength: row.strength,
            left,
            right,
            needs,
        });
        Ok(())
    }

    /// Notes the senses of the rule's first word that must be there: without one of them the rule cannot match.
    fn index<'e>(&mut self, lexicon: &Lexicon, number: usize, elements: impl Iterator<Item = &'e Element>) {
        let mut words = elements.filter_map(|e| match e {
            Element::Word { senses, optional: false, .. } => Some(senses),
            _ => None,
        });
        let Some(senses) = words.next() else {
            self.always.insert(number);
            return;
        };
        for sense in lexicon.senses().filter(|s| senses.has(*s)) {
            if let Some(rules) = self.wanted.get_mut(sense.index()) {
                rules.insert(number);
            }
        }
    }

    /// The rules, in order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of this number.
    pub(crate) fn rule(&self, number: usize) -> Option<&Rule> {
        self.rules.get(number)
    }

    /// The rules that a word of this sense can take part in, as bits.
    #[inline]
    pub(crate) fn wanted(&self, sense: tawatur_lexicon::SenseId) -> RuleSet {
        self.wanted.get(sense.index()).copied().unwrap_or_default()
    }

    /// The rules that are tried everywhere, as bits.
    pub(crate) fn always(&self) -> RuleSet {
        self.always
    }
}

/// The element without its tests and marks.
fn base(written: &str) -> &str {
    written.split(['[', '?']).next().unwrap_or(written)
}

fn element(
    lexicon: &Lexicon,
    written: &str,
    sets: &BTreeMap<String, Vec<String>>,
    names: &SlotNames<'_>,
) -> Result<Element, RuleError> {
    if let Some(gap) = written.strip_prefix("..") {
        return gap_of(gap);
    }
    if written.split_once(']').is_some_and(|(_, rest)| !matches!(rest, "" | "?")) {
        return Err(RuleError(format!("tests stand at the end of an element: {written}")));
    }
    let base = base(written);
    let tests = tests_of(written);
    if base == names.slot {
        let bit = |t: &String| (names.test)(t).ok_or_else(|| RuleError(format!("unknown test of the slot: {t}")));
        let needs = tests.iter().map(bit).try_fold(0, |all, b| b.map(|b| all | b))?;
        return Ok(Element::Slot { needs });
    }
    if base == names.before {
        return Ok(Element::Before);
    }
    let mut senses: Vec<&str> = Vec::new();
    for part in base.split('|') {
        match part.strip_prefix('@') {
            Some(set) => {
                let set = sets.get(set).ok_or_else(|| RuleError(format!("unknown set {set}")))?;
                senses.extend(set.iter().map(String::as_str));
            }
            None => senses.push(part),
        }
    }
    if let Some(unknown) = senses.iter().find(|s| !s.ends_with('*') && lexicon.sense(s).is_none()) {
        return Err(RuleError(format!("no row of the lexicon has the sense {unknown}")));
    }
    let senses = Senses::of(lexicon, &senses);
    let tests = tests.iter().map(|t| Test::parse(t)).collect();
    Ok(Element::Word { senses, tests, optional: written.ends_with('?') })
}

fn tests_of(written: &str) -> Vec<String> {
    let inside = written.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or("", |(inside, _)| inside);
    inside.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect()
}

fn gap_of(written: &str) -> Result<Element, RuleError> {
    let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
    let most = digits.parse().map_err(|_| RuleError(format!("a gap needs a number: ..{written}")))?;
    let mut crosses = barrier::VERB;
    for mark in written[digits.len()..].chars() {
        if mark == '~' {
            crosses &= !barrier::VERB;
            continue;
        }
        crosses |= match mark {
            ',' => barrier::COMMA,
            '#' => barrier::SLOT,
            '!' => barrier::TRIGGER,
            ':' => barrier::COLON,
            '^' => barrier::CLAUSE | barrier::NEXT_VERB,
            other => return Err(RuleError(format!("unknown mark {other} of a gap"))),
        };
    }
    Ok(Element::Gap { most, crosses })
}
