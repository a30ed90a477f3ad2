//! The kinds of events, from `rules/ar/event-*.toml`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::marks::Mark;

const FILES: [&str; 6] = [
    include_str!("../../rules/ar/event-assault.toml"),
    include_str!("../../rules/ar/event-coerce.toml"),
    include_str!("../../rules/ar/event-protest.toml"),
    include_str!("../../rules/ar/event-talk.toml"),
    include_str!("../../rules/ar/event-move.toml"),
    include_str!("../../rules/ar/event-disaster.toml"),
];

/// How the verb of a kind takes its parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shape {
    /// Somebody acts on somebody; without him the subject written is who it befalls.
    #[default]
    Act,
    /// As `act`, but the subject written always acts.
    ActOnly,
    /// The subject acts; there is no object.
    Go,
    /// It befalls the subject.
    Befall,
    /// The subjects do it with one another.
    Mutual,
}

/// What the noun behind a verbal noun is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Construct {
    /// Whom it befalls.
    #[default]
    Target,
    /// Who does it.
    Actor,
    /// Neither: what it is about.
    Topic,
}

/// One kind of event.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Rule {
    /// Id, and the sense that triggers it unless `head` is given.
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) mode: String,
    #[serde(default)]
    pub(super) context: Vec<String>,
    #[serde(default)]
    pub(super) shape: Shape,
    #[serde(default)]
    pub(super) construct: Construct,
    /// Prepositions that bring the target: names of senses, `bi`, `li`.
    #[serde(default)]
    pub(super) to: Vec<String>,
    /// Words that tell of it only with one of `object`.
    #[serde(default)]
    pub(super) head: Vec<String>,
    #[serde(default)]
    pub(super) object: Vec<String>,
    /// The object is whom it befalls, and not part of the trigger.
    #[serde(default)]
    pub(super) object_is_target: bool,
    /// Whom it befalls must be a person or a body.
    #[serde(default)]
    pub(super) person: bool,
    /// Who does it must be named.
    #[serde(default)]
    pub(super) needs_actor: bool,
    /// Whom it befalls must be named.
    #[serde(default)]
    pub(super) needs_target: bool,
    /// A noun that tells of it only with one of these words behind it.
    #[serde(default)]
    pub(super) with: Vec<String>,
    /// A noun that tells of it only where a verb carries it («فرض حظر التجول»).
    #[serde(default)]
    pub(super) carried: bool,
    /// What it befalls must be one of these words.
    #[serde(default)]
    pub(super) target: Vec<String>,
    /// The object may stand before the word.
    #[serde(default)]
    pub(super) object_before: bool,
    /// What it befalls must be people, a place or a thing that can be struck.
    #[serde(default)]
    pub(super) physical: bool,
    /// Only people, bodies, states and forces can do it.
    #[serde(default)]
    pub(super) by_people: bool,
    /// It takes place nowhere: a call.
    #[serde(default)]
    pub(super) placeless: bool,
    /// Whoever announces it does it: «أعلنت الحكومة استقالتها».
    #[serde(default)]
    pub(super) announced: bool,
    /// Harm to people: no event of violence where an accident or an illness did it.
    #[serde(default)]
    pub(super) harm: bool,
}

impl Rule {
    pub(super) fn head_mark(&self) -> Mark {
        set(&self.head)
    }

    pub(super) fn object_mark(&self) -> Mark {
        set(&self.object)
    }

    pub(super) fn target_mark(&self) -> Mark {
        set(&self.target)
    }

    pub(super) fn with_mark(&self) -> Mark {
        set(&self.with)
    }
}

fn set(names: &[String]) -> Mark {
    names.iter().fold(Mark::default(), |all, n| all.or(Mark::named(n)))
}

#[derive(Deserialize)]
struct File {
    rule: Vec<Rule>,
}

/// Rules with what is asked of them often, worked out once.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) rules: Vec<Rule>,
    /// Head marks, object marks and rule number of the rules that need an object.
    pub(super) compounds: Vec<(Mark, Mark, usize)>,
    /// All head marks together.
    pub(super) heads: Mark,
}

impl Book {
    pub(super) fn by_sense(&self, sense: &str) -> Option<usize> {
        self.rules.iter().position(|r| r.head.is_empty() && r.id == sense)
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }

    pub(super) fn rule_id(&self, number: u16) -> Option<&str> {
        self.rules.get((number as usize).checked_sub(1)?).map(|r| r.id.as_str())
    }

    pub(super) fn rule(&self, number: usize) -> Option<&Rule> {
        self.rules.get(number)
    }
}

/// The rules of all files; a file that is no TOML gives none, which a test would tell.
pub(super) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        let rules: Vec<Rule> =
            FILES.iter().flat_map(|f| toml::from_str::<File>(f).map(|f| f.rule).unwrap_or_default()).collect();
        let compounds: Vec<_> = rules
            .iter()
            .enumerate()
            .filter(|(_, r)| !r.head.is_empty())
            .map(|(i, r)| (r.head_mark(), r.object_mark(), i))
            .collect();
        let heads = compounds.iter().fold(Mark::default(), |all, (h, _, _)| all.or(*h));
        Book { rules, compounds, heads }
    })
}
