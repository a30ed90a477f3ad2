//! The kinds of events, from `rules/ar/event-*.toml`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::mark::Mark;

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
    /// Harm that can be an illness: «إصابته» alone tells of no violence.
    #[serde(default)]
    pub(super) illness: bool,
    /// Its word is a word of matches, too: no event in a report about sports.
    #[serde(default)]
    pub(super) played: bool,
    /// It is told of where it is only said to be what something was for: «أطلقت الغاز لتفريق المحتجين».
    #[serde(default)]
    pub(super) as_purpose: bool,
    /// Words behind the object with which it tells of something else.
    #[serde(default)]
    pub(super) without: Vec<String>,
    /// A man named does it in words more often than in deed; with a verbal noun behind it is an aim.
    #[serde(default)]
    pub(super) in_words: bool,
    /// Its verb behind the noun of an attack says whom that befell: «هجوم استهدف …».
    #[serde(default)]
    pub(super) strikes: bool,
    /// Only counted men, or somebody named beside arms.
    #[serde(default)]
    pub(super) beside_arms: bool,
    /// Where a body does it, it must be to somebody.
    #[serde(default)]
    pub(super) to_somebody: bool,
    /// A place alone behind its verb is what it is done to: «زارت كندا».
    #[serde(default)]
    pub(super) place_befallen: bool,
    /// A name and an office behind its verb are both whom it befalls: «وعين فلانا وزيرا».
    #[serde(default)]
    pub(super) names_office: bool,
    /// Its noun tells of both sides: «إطلاق نار بين … و…».
    #[serde(default)]
    pub(super) between: bool,
    /// Verbs of firing and throwing carry its noun: «ألقى القبض».
    #[serde(default)]
    pub(super) thrown: bool,
    /// Its word is the people who act, and what they do is the verb before it.
    #[serde(default)]
    pub(super) doers: bool,
    /// What explodes or is blown up beside somebody or something befalls that.
    #[serde(default)]
    pub(super) beside_befallen: bool,
    /// Its noun tells of it only where a verb carries it: «الحصول على موافقة» is no consent yet.
    #[serde(default)]
    pub(super) noun_carried: bool,
    /// Whom it befalls must hold an office, or a body: nobody is dismissed from a duty or a tax.
    #[serde(default)]
    pub(super) holder: bool,
    /// Its object may stand in a clause behind: «تجمع العشرات … وهم يحملون لافتات».
    #[serde(default)]
    pub(super) far: bool,
    /// With «في» right behind its verb it tells of something else: «طعن في الحكم».
    #[serde(default)]
    pub(super) not_in: bool,
    /// With «عن» behind whom it befalls it tells of something else: «أوقفه عن العمل».
    #[serde(default)]
    pub(super) not_about: bool,
    /// It befalls a crowd: people, or a gathering.
    #[serde(default)]
    pub(super) crowd: bool,
    /// Told only with what it is done with or by: «هدد بالانسحاب»; a danger threatens without it.
    #[serde(default)]
    pub(super) with_bi: bool,
    /// A state or its officials do it by a note, and not in the street.
    #[serde(default)]
    pub(super) not_states: bool,
    /// Words close by with which it tells of something else: voters who gather at the polls.
    #[serde(default)]
    pub(super) not_near: Vec<String>,
    /// It befalls men, and no body of them: «طرد التنظيم من المدينة» deports nobody.
    #[serde(default)]
    pub(super) men: bool,
    /// Words behind whom it befalls, after «من», with which it tells of something else: «إخلاء … من السلاح».
    #[serde(default)]
    pub(super) not_from: Vec<String>,
    /// Its verb in the present tells of a state that lasts, and of no event.
    #[serde(default)]
    pub(super) lasting: bool,
    /// A place that it goes to is where it takes place, and nothing that it befalls.
    #[serde(default)]
    pub(super) to_place: bool,
    /// A place that it is told of at befalls it, where somebody does it and nobody else is named.
    #[serde(default)]
    pub(super) on_place: bool,
    /// Where its verb with a pronoun can be a noun that tells of nothing, it is that: «رحلتها».
    #[serde(default)]
    pub(super) noun_first: bool,
    /// Whom it befalls stands in construct with its object: «أطلقت سراح الرهائن».
    #[serde(default)]
    pub(super) of_object: bool,
    /// What is fired may be tried or go into space, where nobody is told that it is fired at.
    #[serde(default)]
    pub(super) launched: bool,
    /// What is refused or threatened with is done to nobody: the noun of a deed is no target.
    #[serde(default)]
    pub(super) no_deed: bool,
    /// What it stands to an attack as, told of beside one.
    #[serde(default)]
    pub(super) part: Part,
}

/// What an event stands to another of the same fight as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Neither.
    #[default]
    None,
    /// An attack, clash or disaster that can have parts.
    Whole,
    /// Harm or destruction that comes of one.
    Consequence,
}

/// What the events of a rule stand to others as; nothing for an id that is none.
pub fn part(rule: &str) -> Part {
    book().by_id(rule).map_or(Part::None, |r| r.part)
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

    /// A demand or a rebuke: what protesters shout.
    pub(super) fn is_demand(&self) -> bool {
        self.kind == "REQUEST" || self.kind == "ACCUSE" && self.mode == "disapprove"
    }

    pub(super) fn without_mark(&self) -> Mark {
        set(&self.without)
    }

    pub(super) fn not_near_mark(&self) -> Mark {
        set(&self.not_near)
    }

    pub(super) fn not_from_mark(&self) -> Mark {
        set(&self.not_from)
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

    /// The rule of a role's number, which is one more than its place.
    pub(super) fn numbered(&self, number: u16) -> Option<&Rule> {
        self.rules.get((number as usize).checked_sub(1)?)
    }

    /// The rule for people who do something.
    pub(super) fn doers(&self) -> Option<&Rule> {
        self.rules.iter().find(|r| r.doers)
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
