//! Passages: the parts of a report, with their roles.

mod layout;
mod line;
mod long_line;
mod pattern;
mod repeat;
mod rules;

use tawatur_model::{Passage, Role};
use tawatur_text::{ByteRange, fold};

use layout::{Layout, Read};
pub(crate) use line::Mark;
use line::{MOST_MARKS, marks};
pub(crate) use rules::Rules as PassageRules;
use rules::{At, MOST_DATE_WORDS, Rules};

/// Bytes that a word and the blank behind it take, at most but for a few texts.
const BYTES_A_WORD: usize = 8;

/// Lines for which room is made at once: most reports have fewer.
const LINES: usize = 12;

/// A passage and the rule that gave it its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassageReason {
    /// The passage.
    pub passage: Passage,
    /// Id of the rule, in `passage.toml` or one of the layout rules in [`passages_with_rules`].
    pub rule: &'static str,
}

/// The passages of a text, in order: every stretch that is not white space is in exactly one.
///
/// A passage is a line without the white space around it, or, where a dateline opens the body, a part of one.
/// What no rule knows is body. Linear in the text.
pub fn passages(text: &str, title: Option<&str>) -> Vec<Passage> {
    passages_with_rules(text, title).into_iter().map(|p| p.passage).collect()
}

/// As [`passages`], with the rule behind each.
///
/// Rules of layout, beside those of `passage.toml`: `body`, `title` (the title given apart), `headline-before-body`,
/// `heading-inside-body`, `line-repeated` (a body sentence set apart once more), `caption-repeated`,
/// `links-in-a-row`, `after-link-cue`, `date-alone`, `no-words`.
pub fn passages_with_rules(text: &str, title: Option<&str>) -> Vec<PassageReason> {
    let rules = Rules::get();
    let mut hashes = Vec::with_capacity(text.len() / BYTES_A_WORD);
    let mut reads = Vec::with_capacity(LINES);
    for (start, end) in line::split(text) {
        let and = |line, marks: &[line::Mark<'_>]| read_line(rules, line, marks);
        let long = long_line::read(text, (start, end), &mut hashes, rules.wanted(), and);
        reads.push(long.unwrap_or_else(|| line::read(text, (start, end), &mut hashes, and)));
    }
    let title_words = title.map(title_hashes).unwrap_or_default();
    let layout = Layout::new(rules, &reads, &hashes, &title_words);
    let mut found = Vec::with_capacity(reads.len());
    for (number, read) in reads.iter().enumerate() {
        let (role, rule) = layout.role(number);
        let (start, end) = (read.line.start, read.line.end);
        let may_split = layout.is_first_of_body(number) && role == Role::Body;
        let split = if may_split { head_of(rules, text, &read.line) } else { None };
        match split.and_then(|(head_rule, at)| Some((rules.records.get(head_rule)?, after_blanks(text, at, end)))) {
            Some((record, (head_end, body_start))) => {
                push(&mut found, start, head_end, record.role, &record.id);
                push(&mut found, body_start, end, role, rule);
            }
            None => push(&mut found, start, end, role, rule),
        }
    }
    found
}

fn push(found: &mut Vec<PassageReason>, start: usize, end: usize, role: Role, rule: &'static str) {
    found.push(PassageReason { passage: Passage { range: ByteRange::from_indexes(start, end), role }, rule });
}

/// What is known of a line from its own words.
fn read_line(rules: &'static Rules, line: line::Line, marks: &[line::Mark<'_>]) -> Read {
    // No rule reads a line of more words; of such a line only the first word counts.
    let most = if line.words <= rules.longest() { marks.len() } else { 1 };
    let marks = marks.get(..most).unwrap_or(marks);
    let matching = rules.of_line(marks, &line);
    let at = |at: At| matching.iter().copied().find(|r| rules.records.get(*r).is_some_and(|r| r.at == at));
    let (any, top, end) = (at(At::Any), at(At::Top), at(At::End));
    let opens_body = marks.first().is_some_and(|m| rules.opens_body(m.text));
    let is_date = line.words <= MOST_DATE_WORDS && crate::date::is_date_line(marks);
    let has_words = line.words > 0;
    Read { line, any, top, end, opens_body, is_date, has_words }
}

/// The rule that reads the head of a line, and where that head ends.
fn head_of(rules: &Rules, text: &str, line: &line::Line) -> Option<(usize, usize)> {
    let head = line::head(text, line.start, line.end);
    if !rules.may_have_head(head) {
        return None;
    }
    let folded = fold(head);
    let marks = line::marks(folded.text(), line::HEAD_MARKS);
    let (rule, count) = rules.of_head(&marks)?;
    let mark = marks.get(count.checked_sub(1)?)?;
    Some((rule, line.start + folded.to_original(0, mark.folded_end).end() as usize))
}

/// Where the head ends and where the body after it begins, blanks left out.
fn after_blanks(text: &str, at: usize, end: usize) -> (usize, usize) {
    let rest = text.get(at..end).unwrap_or("");
    let head_end = text.get(..at).map_or(at, |head| head.trim_end().len());
    (head_end, end - rest.trim_start().len())
}

fn title_hashes(title: &str) -> Vec<u32> {
    let mut hashes = Vec::new();
    for (start, end) in line::split(title) {
        line::read(title, (start, end), &mut hashes, |_, _| ());
    }
    hashes
}

/// The folded words and marks of a short text, for readers of dates.
pub(crate) fn with_marks<T>(text: &str, read: impl FnOnce(&[line::Mark<'_>]) -> T) -> T {
    let folded = fold(text);
    read(&marks(folded.text(), MOST_MARKS))
}
