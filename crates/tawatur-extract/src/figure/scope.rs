//! For which place and day a count holds, and whether it belongs to another event.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::OnceLock;

use tawatur_model::Day;
use tawatur_text::{ByteRange, TokenRange};

use super::assemble::Input;
use super::main_place::{LEAD, main_place};
use super::reader::Draft;
use super::spot::{Key, SITES, Spot, spots};
use super::view::View;
use super::when::{Dated, times, written};
use crate::Senses;
use crate::attribution::Attribution;
use crate::time::TimeReading;

/// Places at the head of a report among which its own is looked for again.
const LEAD_SPOTS: usize = 40;

/// Tokens to either side of a figure in which its place and day may stand.
const FAR: usize = 80;

/// Places and days of the report.
pub(crate) struct Scope<'s, 'v, 'a, 'i> {
    pub(super) view: &'s View<'v, 'a>,
    pub(super) input: &'s Input<'i, 'a>,
    pub(super) spots: Vec<Spot>,
    pub(super) main: Option<usize>,
    /// Whether the title names the place that the report is about, where that was asked.
    pub(super) titled: OnceCell<bool>,
    pub(super) anniversary: &'static Senses,
    pub(super) since: &'static Senses,
    pub(super) until: &'static Senses,
    pub(super) until_now: &'static Senses,
    pub(super) event: &'static Senses,
    pub(super) toll: &'static Senses,
    pub(super) war: &'static Senses,
    pub(super) after: &'static Senses,
    pub(super) then: &'static Senses,
    pub(super) to: &'static Senses,
    pub(super) arrive: &'static Senses,
    pub(super) when: &'static Senses,
    /// The day on which the report was written.
    pub(super) written: Option<Day>,
    pub(super) which_led: &'static Senses,
    pub(super) times: Cow<'i, [TimeReading]>,
}

impl<'s, 'v, 'a, 'i> Scope<'s, 'v, 'a, 'i> {
    pub(crate) fn new(view: &'s View<'v, 'a>, input: &'s Input<'i, 'a>, drafts: &[Draft]) -> Self {
        let spots = spots(view, input);
        let main = main_place(view, &spots, input.title);
        static SENSES: [OnceLock<Senses>; 14] = [const { OnceLock::new() }; 14];
        let of = |cell: usize, name: &str| Senses::once(&SENSES[cell], view.analysed.lexicon(), &[name]);
        let times = times(view, input, of(4, "prep:in"), of(8, "noun:event-*"));
        let mut scope = Self {
            view,
            input,
            spots,
            main,
            titled: OnceCell::new(),
            anniversary: of(0, "noun:anniversary"),
            since: of(1, "prep:since"),
            until: of(2, "prep:until"),
            until_now: of(3, "adv:since-start"),
            event: of(8, "noun:event-*"),
            toll: of(10, "noun:toll"),
            war: of(11, "noun:war"),
            after: of(5, "prep:after"),
            then: of(6, "adv:then"),
            to: of(12, "prep:to"),
            arrive: of(13, "verb:arrive"),
            when: of(9, "conj:when"),
            written: written(view, input).or(input.published),
            which_led: Senses::once(&SENSES[7], view.analysed.lexicon(), &["conj:which-led", "pron:what"]),
            times,
        };
        scope.main = scope.scene(drafts).or(scope.main).map(|m| scope.fullest(m));
        scope
    }

    /// «فندق الواحة في مقديشو» rather than «مقديشو»: the same place as the head of the report tells of it.
    fn fullest(&self, main: usize) -> usize {
        let Some(spot) = self.spots.get(main) else { return main };
        let lead = |s: &Spot| self.view.document().sentence_of(s.name.start) <= LEAD;
        let told = |s: &Spot| s.located() && !s.of_source;
        let same = |s: &Spot| s.key == spot.key && s.name.len() > spot.name.len();
        // «سوق الخميس في مديرية رازح بمحافظة صعدة»
        let site = |s: &Spot| {
            let inside =
                |m: &Spot| m.key == spot.key && s.range.start() < m.range.start() && m.range.end() <= s.range.end();
            self.view.has(s.name.start, SITES) && self.spots.iter().take(LEAD_SPOTS).any(inside)
        };
        let found =
            self.spots.iter().take(LEAD_SPOTS).take_while(|s| lead(s)).position(|s| told(s) && (same(s) || site(s)));
        found.unwrap_or(main)
    }

    /// Place, day, and whether the figure belongs to another event.
    pub(crate) fn of(
        &self,
        draft: &Draft,
        sentence: TokenRange,
        said: Option<&Attribution>,
    ) -> (Option<String>, Dated) {
        let sentence = around(draft, sentence);
        let dated = self.day(draft, sentence, said);
        let place = self.place(draft, sentence, dated.background).map(|r| self.written(r));
        (place, dated)
    }

    /// The place that the report is about.
    pub(crate) fn main_name(&self) -> Option<String> {
        let main = self.main.and_then(|m| self.spots.get(m))?;
        Some(self.written(main.range))
    }

    /// The name of a place as it stands alone: «للغوطة» is of «الغوطة», whose article has lost its first letter.
    pub(super) fn written(&self, range: ByteRange) -> String {
        let original = self.view.document().original();
        let name = range.slice(original);
        let at = self.spots.partition_point(|s| s.range.start() < range.start());
        let key = self.spots.get(at).filter(|s| s.range == range).map(|s| s.key);
        let lexicon = self.view.analysed.lexicon();
        let article = matches!(key, Some(Key::Entry(e)) if lexicon.entry(e).lemma.starts_with("ال"));
        let before = ByteRange::new(0, range.start()).slice(original);
        if !article || name.starts_with("ال") || !before.ends_with('ل') {
            return name.to_owned();
        }
        let bare = if before.ends_with("لل") { name } else { name.strip_prefix('ل').unwrap_or(name) };
        format!("ال{bare}")
    }
}

/// The part of a sentence that is looked at for one figure: a sentence without end must not be gone through for each.
pub(crate) fn around(draft: &Draft, sentence: TokenRange) -> TokenRange {
    let count = &draft.count;
    TokenRange::new(sentence.start.max(count.number.start.saturating_sub(FAR)), sentence.end.min(count.whole.end + FAR))
}
