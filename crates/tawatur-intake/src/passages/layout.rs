//! Layout: what a line is by where it stands among the others.

use tawatur_model::Role;

use super::line::{Ending, Line};
use super::repeat::{Repeat, repeats};
use super::rules::Rules;

/// A heading inside the body has at most so many words.
const HEADING_WORDS: usize = 12;
/// A headline has at most so many words; a longer line is a paragraph whatever it ends in.
const HEADLINE_WORDS: usize = 22;
/// A line that ends in a stop and has so many words is a paragraph.
const SENTENCE_WORDS: usize = 4;
/// A headline in the text of a report whose title is given apart is shorter than that.
const SECOND_HEADLINE_WORDS: usize = 14;
/// A link has at least so many words,
const LINK_WORDS: usize = 4;
/// and at most so many.
const LONG_LINK_WORDS: usize = 16;

/// What is known of a line from its own words.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) line: Line,
    /// The first rule that reads it anywhere.
    pub(crate) any: Option<usize>,
    /// The first rule that reads it before the body.
    pub(crate) top: Option<usize>,
    /// The first rule that reads it after the body.
    pub(crate) end: Option<usize>,
    /// Whether its first word goes on telling.
    pub(crate) opens_body: bool,
    /// Whether it is a date and nothing else.
    pub(crate) is_date: bool,
    /// Whether it holds a word or number.
    pub(crate) has_words: bool,
}

impl Read {
    /// A full paragraph: no rule of its own, and long or ended by a stop.
    fn is_paragraph(&self) -> bool {
        let words = self.line.words;
        let stopped = match self.line.ending {
            Ending::Stop => words >= SENTENCE_WORDS,
            Ending::Colon => words > SENTENCE_WORDS,
            _ => false,
        };
        self.is_unknown() && (stopped || words > HEADLINE_WORDS || (self.opens_body && words > LINK_WORDS))
    }

    fn is_unknown(&self) -> bool {
        self.any.is_none() && !self.is_date && self.has_words
    }

    /// Short, without a stop, a colon or a bullet.
    fn is_headline_like(&self) -> bool {
        self.is_unknown()
            && !self.is_paragraph()
            && !self.line.is_item
            && matches!(self.line.ending, Ending::Open | Ending::Question)
    }
}

/// The lines of a text with what their order says.
pub(crate) struct Layout<'r> {
    rules: &'static Rules,
    reads: &'r [Read],
    repeats: Vec<Option<Repeat>>,
    /// First and last paragraph.
    body: Option<(usize, usize)>,
    /// Lines of a list that the line before it announces with a colon.
    listed: Vec<bool>,
    /// Lines that are links because of the lines around them.
    links: Vec<Option<&'static str>>,
    /// The line that is the title given apart.
    title: Option<usize>,
    /// Whether a title is given apart.
    has_title: bool,
}

impl<'r> Layout<'r> {
    pub(crate) fn new(rules: &'static Rules, reads: &'r [Read], hashes: &[u32], title_words: &[u32]) -> Self {
        let lines: Vec<Line> = reads.iter().map(|r| r.line.clone()).collect();
        let repeats = repeats(&lines, hashes);
        let is_body = |number: &usize| {
            let new = repeats.get(*number).is_some_and(Option::is_none);
            new && reads.get(*number).is_some_and(Read::is_paragraph)
        };
        let first = (0..reads.len()).find(is_body);
        let last = (0..reads.len()).rev().find(is_body);
        let title =
            reads.iter().position(|r| is_title(&r.line, hashes, title_words)).filter(|t| first.is_none_or(|f| *t <= f));
        let mut layout = Self {
            rules,
            reads,
            repeats,
            body: first.zip(last),
            listed: listed(reads),
            links: vec![None; reads.len()],
            title,
            has_title: !title_words.is_empty(),
        };
        layout.mark_links();
        layout
    }

    /// Whether the body begins with this line.
    pub(crate) fn is_first_of_body(&self, number: usize) -> bool {
        self.body.map_or(number == 0, |(first, _)| first == number)
    }

    /// The role of a line, and the rule that gives it.
    pub(crate) fn role(&self, number: usize) -> (Role, &'static str) {
        let Some(read) = self.reads.get(number) else { return (Role::Body, "body") };
        if !read.has_words {
            return (Role::Boilerplate, "no-words");
        }
        if self.title == Some(number) {
            return (Role::Headline, "title");
        }
        if let Some(rule) = self.rule_of(number, read) {
            return rule;
        }
        if let Some(role) = self.repeated(number, read) {
            return role;
        }
        if let Some(rule) = self.links.get(number).copied().flatten() {
            return (Role::RelatedLink, rule);
        }
        self.by_place(number, read)
    }

    fn rule_of(&self, number: usize, read: &Read) -> Option<(Role, &'static str)> {
        let in_top = self.body.is_some_and(|(first, _)| number < first);
        let in_end = self.body.is_some_and(|(_, last)| number > last);
        let rule = read.any.or(read.top.filter(|_| in_top)).or(read.end.filter(|_| in_end));
        let Some(record) = rule.and_then(|r| self.rules.records.get(r)) else {
            // Between paragraphs a date heads a section, as in a chronology; the report's own stands at either end.
            let inside = self.body.is_some() && !in_top && !in_end;
            let role = if inside { (Role::Headline, "heading-inside-body") } else { (Role::Dateline, "date-alone") };
            return read.is_date.then_some(role);
        };
        let again = record.role == Role::Caption && self.repeats.get(number).is_some_and(Option::is_some);
        Some(if again { (Role::Boilerplate, "caption-repeated") } else { (record.role, record.id.as_str()) })
    }

    /// A line whose words stand elsewhere too. In the headlines that is a headline said twice.
    fn repeated(&self, number: usize, read: &Read) -> Option<(Role, &'static str)> {
        let repeat = self.repeats.get(number).copied().flatten()?;
        let in_top = self.body.is_none_or(|(first, _)| number < first);
        if in_top && read.is_headline_like() {
            let near = repeat.host + 1 == number && !repeat.host_is_longer && repeat.host > 0;
            return near.then_some((Role::Boilerplate, "caption-repeated"));
        }
        let host = self.reads.get(repeat.host)?;
        let host_told = repeat.host_is_longer || host.is_unknown();
        host_told.then_some((Role::PullQuote, "line-repeated"))
    }

    fn by_place(&self, number: usize, read: &Read) -> (Role, &'static str) {
        let Some((first, last)) = self.body else { return (Role::Body, "body") };
        if !read.is_headline_like() || self.is_listed(number) {
            return (Role::Body, "body");
        }
        if number < first && (!self.has_title || read.line.words <= SECOND_HEADLINE_WORDS) {
            return (Role::Headline, "headline-before-body");
        }
        if number < last && read.line.words <= HEADING_WORDS {
            return (Role::Headline, "heading-inside-body");
        }
        (Role::Body, "body")
    }

    /// Links: headline-like lines after a cue, and two or more of them in a row after the body has begun.
    fn mark_links(&mut self) {
        let mut number = 0;
        while number < self.reads.len() {
            let run = self.run_from(number);
            if run == 0 {
                number += 1;
                continue;
            }
            self.mark_run(number, run);
            number += run;
        }
    }

    /// How many lines from here on are cues or headline-like.
    fn run_from(&self, number: usize) -> usize {
        self.reads.iter().skip(number).take_while(|r| self.opens(r) || r.is_headline_like() || !r.has_words).count()
    }

    fn mark_run(&mut self, start: usize, length: usize) {
        let after_cue = (start..start + length).find(|n| self.reads.get(*n).is_some_and(|r| self.opens(r)));
        let listed = self.is_listed(start);
        let in_body = self.body.is_some_and(|(first, _)| start > first);
        let is_link = |r: &Read| {
            let words = LINK_WORDS..=LONG_LINK_WORDS;
            r.is_headline_like() && words.contains(&r.line.words) && !r.opens_body
        };
        let run = self.reads.iter().enumerate().skip(start).take(length);
        let all_links =
            in_body && !listed && run.clone().filter(|(_, r)| r.has_words).all(|(_, r)| is_link(r) || self.opens(r));
        let several = run.clone().filter(|(_, r)| is_link(r) && r.line.ending == Ending::Open).count() >= 2;
        let marks: Vec<(usize, &'static str)> = run
            .filter(|(_, r)| r.is_headline_like())
            .filter_map(|(n, r)| match after_cue {
                Some(cue) if n > cue && (is_link(r) || !in_body || n == cue + 1) => Some((n, "after-link-cue")),
                _ if all_links && several => Some((n, "links-in-a-row")),
                _ => None,
            })
            .collect();
        for (n, rule) in marks {
            if let Some(slot) = self.links.get_mut(n) {
                *slot = Some(rule);
            }
        }
    }

    fn is_listed(&self, number: usize) -> bool {
        self.listed.get(number).copied().unwrap_or(false)
    }

    fn opens(&self, read: &Read) -> bool {
        read.any.and_then(|r| self.rules.records.get(r)).is_some_and(|r| r.opens)
    }
}

/// For every line, whether it stands in a list that follows a colon.
fn listed(reads: &[Read]) -> Vec<bool> {
    let mut in_list = false;
    let mut found = Vec::with_capacity(reads.len());
    for read in reads {
        in_list = in_list && read.is_headline_like();
        found.push(in_list);
        in_list |= read.line.ending == Ending::Colon && read.is_unknown();
    }
    found
}

fn is_title(line: &Line, hashes: &[u32], title: &[u32]) -> bool {
    !title.is_empty()
        && line.words == title.len()
        && hashes.get(line.first_word..line.first_word + line.words) == Some(title)
}
