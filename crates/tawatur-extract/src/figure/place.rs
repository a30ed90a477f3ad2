//! The place that a count is for: what its own clause says, else the sentences before it, else what the report is about.

use tawatur_model::Quantity;
use tawatur_text::{ByteRange, TokenKind, TokenRange};

use super::reader::Draft;
use super::scope::Scope;
use super::spot::{Level, Spot, Stand};
use super::vocabulary::mark;
use crate::rule::barrier;

/// Sentences before a count in which its place may have been named.
const BACK: usize = 2;

/// A place of the sentence that costs more than this is not the count's.
const DEAREST: usize = 50;

/// Words between a count and what it began with, and places before it among which the country is looked for.
const SINCE: usize = 6;
const RECENT: usize = 12;

/// Words between a country and what lies in it, and before a count in which stands what brought it about.
const UNNAMED: usize = 4;
const LED: usize = 5;

/// Words and places that are gone over for one figure at most: no sentence of a newspaper has so many.
const MANY: usize = 100;

/// What a place costs for being where the report was written.
const DATELINE: usize = 30;

/// What a place costs where something is set in an aside that only describes another.
const ASIDE: usize = 12;

impl Scope<'_, '_, '_, '_> {
    /// The place of the clause, else of the sentences before, else the report's own.
    pub(super) fn place(&self, draft: &Draft, sentence: TokenRange, background: bool) -> Option<ByteRange> {
        let main = self.main.and_then(|m| self.spots.get(m));
        let own = self.behind(draft).or_else(|| self.of_sentence(draft, sentence));
        match (own, main) {
            // A country that only says where the report's place lies adds nothing.
            (Some(o), Some(m))
                if o.level == Level::Country
                    && m.level > Level::Country
                    && o.country == m.country
                    && !background
                    && (o.stand != Stand::Within || self.is_named_in(m, sentence) || self.is_of_unnamed(o))
                    && !self.counts(o, draft) =>
            {
                Some(m.range)
            }
            (Some(o), Some(m)) if o.level == Level::Country && o.key == m.key => {
                Some(self.within_country(draft, sentence, main).unwrap_or(o).range)
            }
            (Some(o), _) => Some(o.range),
            (None, main) => {
                let led = || self.is_led_by_event(draft) && !self.is_titled();
                let told = background || self.refers_back(draft) || led();
                let told = told.then(|| self.before(draft, background)).flatten();
                // «مصنع النسيج بمحافظة صعدة»: the report's own place has it all.
                let told = told.filter(|s| {
                    !main.is_some_and(|m| m.range.start() < s.range.start() && s.range.end() <= m.range.end())
                });
                let told = told.or_else(|| self.of_paragraph(draft, main));
                let told =
                    told.or_else(|| self.town_before(draft, main)).or_else(|| self.land_of(draft, sentence, main));
                let spot = told.or_else(|| self.of_source(sentence, main));
                let spot = spot.or_else(|| self.within_country(draft, sentence, main)).or(main);
                spot.or_else(|| self.before(draft, background)).map(|s| s.range)
            }
        }
    }

    /// Whether the place is named in the sentence too.
    fn is_named_in(&self, place: &Spot, sentence: TokenRange) -> bool {
        let first = self.spots.partition_point(|s| s.name.start < sentence.start);
        let mut here = self.spots.iter().skip(first).take_while(|s| s.name.end <= sentence.end);
        here.any(|s| s.key == place.key)
    }

    /// «جزيرة سياحية في إندونيسيا»: the country says where something lies that is not named yet.
    fn is_of_unnamed(&self, country: &Spot) -> bool {
        let at = country.name.start;
        let near = (at.saturating_sub(UNNAMED)..at).rev().skip(1);
        let mut near = near.take_while(|t| self.view.barriers(*t) == 0);
        near.any(|t| {
            self.view.has(t, mark::PLACE_HEAD) && !self.view.has(t, mark::DIRECTION) && !self.view.is_definite(t)
        })
    }

    /// «قتلوا في الهجوم»: the event was told of before.
    fn refers_back(&self, draft: &Draft) -> bool {
        let end = draft.count.whole.end;
        (end..end + 5).take_while(|t| !self.parts(*t)).any(|t| self.is_that_event(t))
    }

    /// «وأسفرت المواجهات عن مقتل ...»: what brought the count about was told of before.
    fn is_led_by_event(&self, draft: &Draft) -> bool {
        let number = draft.count.number.start;
        (number.saturating_sub(LED)..number).rev().take_while(|t| !self.parts(*t)).any(|t| self.is_that_event(t))
    }

    fn parts(&self, at: usize) -> bool {
        self.view.barriers(at) & (barrier::STOP | barrier::COMMA) != 0
    }

    fn is_that_event(&self, at: usize) -> bool {
        self.view.is_definite(at) && self.view.analysed.is(at, self.event)
    }

    /// Whether the title names the place that the report is about.
    fn is_titled(&self) -> bool {
        *self.titled.get_or_init(|| {
            let main = self.main.and_then(|m| self.spots.get(m));
            let name = main.map(|m| self.view.document().word(m.name.end.saturating_sub(1)));
            name.zip(self.input.title).is_some_and(|(name, title)| tawatur_text::fold_word(title).contains(name))
        })
    }

    /// Where the paragraph sets things in one place and does not name the report's own.
    fn of_paragraph(&self, draft: &Draft, main: Option<&Spot>) -> Option<&Spot> {
        let main = main?;
        let told = self.before(draft, true).filter(|s| s.level > Level::Country && s.key != main.key)?;
        let document = self.view.document();
        let start = document.sentences().get(draft.sentence)?.start;
        let start = document.paragraphs().get(document.paragraph_of(start))?.start;
        let first = self.spots.partition_point(|s| s.name.start < start);
        let here = self.spots.iter().skip(first).take_while(|s| s.name.start < draft.count.number.start);
        let mut here = here.take(MANY);
        (!here.any(|s| s.key == main.key)).then_some(told)
    }

    /// «400 ألف قُتلوا منذ اندلاع الحرب»: what began the count is of the country that the sentences before name.
    fn land_of(&self, draft: &Draft, sentence: TokenRange, main: Option<&Spot>) -> Option<&Spot> {
        let main = main.filter(|m| m.level > Level::Country && m.country.is_some())?;
        let phrases = self.view.analysed.phrases();
        let first = phrases.partition_point(|p| p.tokens.start < sentence.start);
        let mut here = phrases.iter().skip(first).take_while(|p| p.tokens.end <= sentence.end);
        let since = |p: &crate::LexiconPhrase| {
            let far =
                p.tokens.start.abs_diff(draft.count.whole.end).min(p.tokens.end.abs_diff(draft.count.number.start));
            let war = self.view.analysed.is(p.tokens.end, self.war);
            self.until_now.find(&p.readings).is_some() && war && far <= SINCE
        };
        here.find(|p| since(p))?;
        let end = self.spots.partition_point(|s| s.name.start < draft.count.number.start);
        let recent = self.spots.get(..end)?.iter().rev().take(RECENT);
        let mut lands = recent.filter(|s| s.level == Level::Country && s.country == main.country && !s.of_source);
        lands.next()
    }

    /// Where the report is about a whole country, the town that the sentences before set things in.
    fn town_before(&self, draft: &Draft, main: Option<&Spot>) -> Option<&Spot> {
        let main = main.filter(|m| m.level == Level::Country)?;
        self.before(draft, true).filter(|s| s.level == Level::City && s.country.is_none_or(|c| Some(c) == main.country))
    }

    /// «قال المجلس المحلي في ...»: the place of who says it, where the report is about a whole country.
    fn of_source(&self, sentence: TokenRange, main: Option<&Spot>) -> Option<&Spot> {
        let main = main.filter(|m| m.level == Level::Country)?;
        let first = self.spots.partition_point(|s| s.name.start < sentence.start);
        let mut here = self.spots.iter().skip(first).take_while(|s| s.name.end <= sentence.end);
        here.find(|s| {
            s.of_source && !s.alone && s.level > Level::Country && s.country.is_none_or(|c| Some(c) == main.country)
        })
    }

    /// «عادت الكهرباء إلى حلب بعد مواجهات أوقعت 12 قتيلا»: the one place inside the country that leads up to the count, where
    /// the report is about the whole country.
    fn within_country(&self, draft: &Draft, sentence: TokenRange, main: Option<&Spot>) -> Option<&Spot> {
        let main = main.filter(|m| m.level == Level::Country)?;
        let first = self.spots.partition_point(|s| s.name.start < sentence.start);
        let here = self.spots.iter().skip(first).take_while(|s| s.name.end <= draft.count.number.start);
        let mut finer = here.filter(|s| s.level == Level::City && !s.of_source && s.country.is_some());
        let only = finer.next().filter(|s| s.stand == Stand::To && s.country == main.country)?;
        finer.next().is_none().then_some(only)
    }

    /// «18 شخصا في بولندا و6 في ليتوانيا»: the place right behind the count.
    pub(super) fn behind(&self, draft: &Draft) -> Option<&Spot> {
        if let Some(left) = self.left_by_verb(draft) {
            return Some(left);
        }
        let end = draft.count.whole.end;
        let first = self.spots.partition_point(|s| s.name.start < end);
        // «غادر ألف شخص مدينة صور»: what is left stands right behind those who leave.
        let left = |s: &Spot| s.stand == Stand::Named && moves(draft) && self.view.barriers(end) & barrier::COMMA == 0;
        let at = self.spots.get(first).filter(|s| s.name.start <= end + 1 && !s.of_source)?;
        // «قتل 30 شخصا في البلاد»
        let in_the_land = |s: &Spot| s.alone && s.level == Level::Country;
        (at.stand == Stand::Within || left(at) || in_the_land(at)).then_some(at)
    }

    /// «384 شخصا، بينهم 44 مسلحا، غادروا بلدة كذا»: what is left stands right behind its verb.
    fn left_by_verb(&self, draft: &Draft) -> Option<&Spot> {
        let verb = draft.trigger.filter(|t| moves(draft) && t.start >= draft.count.number.end)?;
        let at = self.spots.get(self.spots.partition_point(|s| s.name.start < verb.end))?;
        (at.name.start == verb.end && at.stand == Stand::Named && !at.of_source).then_some(at)
    }

    /// «فر الآلاف إلى مناطق في شمال حلب»: what stands behind «إلى» is where those go who leave another place.
    fn is_of_goal(&self, draft: &Draft, to: usize) -> bool {
        let left = draft.trigger.is_none_or(|t| !t.iter().any(|t| self.view.analysed.is(t, self.arrive)));
        if !left || !moves(draft) {
            return false;
        }
        let near = (draft.count.whole.end..=to).rev().take(MANY);
        let goal = near.take_while(|t| !self.parts(*t)).find(|t| self.view.analysed.is(*t, self.to));
        goal.is_some_and(|g| {
            let number = self.spots.partition_point(|s| s.name.start < to);
            let inner = number.checked_sub(1).and_then(|b| self.spots.get(b)).filter(|i| i.name.start >= g);
            let outer = self.spots.get(number);
            inner.is_none_or(|i| outer.is_some_and(|o| self.holds(o, i)))
        })
    }

    /// The place of the sentence that stands nearest.
    pub(super) fn of_sentence(&self, draft: &Draft, sentence: TokenRange) -> Option<&Spot> {
        let first = self.spots.partition_point(|s| s.name.start < sentence.start);
        let here = self.spots.iter().skip(first).take_while(|s| s.name.end <= sentence.end);
        here.filter(|s| !s.of_source)
            .map(|s| (self.cost(s, draft), s))
            .min_by_key(|(cost, _)| *cost)
            .filter(|(cost, s)| s.located() && *cost < 2 * DEAREST || *cost < DEAREST)
            .map(|(_, s)| s)
    }

    /// How far a place is from a count: words, other counts and clauses between, and how it stands.
    pub(super) fn cost(&self, spot: &Spot, draft: &Draft) -> usize {
        let at = draft.count.number.start;
        let ahead = spot.name.start > at;
        let (from, to, step) = if ahead { (at, spot.name.start, 1) } else { (spot.name.end, at, 2) };
        let crossed = (from..to).filter(|t| self.view.barriers(*t) & (barrier::SLOT | barrier::CLAUSE) != 0).count();
        // «استهدفت بلدة كذا مضيفا أن 11 قُتلوا ...»: words of another begin.
        let that = if !ahead && (from..to).any(|t| self.view.has(t, mark::THAT)) { 2 } else { 0 };
        let crossed = crossed + that;
        // «أن 19 غرقوا وأن ثلاثة فقدوا في بونقور»: another clause with its own count has its own place.
        let others = ahead && self.is_of_next_clause(draft, to) || !ahead && self.is_of_total(draft, spot.name.end);
        // «47 شخصا، بينهم 18 في بولندا»: what is behind «بينهم» is the place of the part.
        let parts = ahead && self.is_of_part(draft.count.whole.end, to);
        let coarse = match spot.level {
            Level::City => 0,
            Level::Region | Level::Area => 6,
            Level::Country => 10,
        };
        let number = self.spots.partition_point(|s| s.name.start < spot.name.start);
        let loose = match spot.stand {
            Stand::Within if !ahead && spot.level > Level::Country && self.is_aside(spot, number) => ASIDE,
            Stand::Within => 0,
            Stand::Named if self.is_dateline(spot) => DATELINE,
            Stand::Named if self.is_placed(spot, number) => 0,
            _ if !ahead && self.is_aside(spot, number) => 2 * DEAREST,
            Stand::From if moves(draft) => 4,
            Stand::Near => 8,
            Stand::Named => 14,
            Stand::To => 24,
            // «جريحا من بلدة ...»
            Stand::From if ahead && spot.name.start <= draft.count.whole.end + 2 => 14,
            Stand::From => 34,
            Stand::Landmark => 2 * DEAREST,
        };
        // «لييج بشرق البلاد»: what stands right behind a place says where that one lies.
        let inner = number.checked_sub(1).and_then(|b| self.spots.get(b).map(|i| (b, i)));
        let nested = inner.is_some_and(|(b, i)| {
            self.holds(spot, i)
                && (i.level >= spot.level || spot.stand == Stand::Near)
                && (i.located() || i.stand == Stand::Named && self.is_placed(i, b))
        });
        let loose = loose + if nested { 10 } else { 0 };
        let others = others || ahead && self.is_of_goal(draft, to);
        let apart = if others {
            2 * DEAREST
        } else if parts {
            40
        } else {
            0
        };
        to.saturating_sub(from) * step + crossed * 12 + coarse + loose + apart
    }

    /// «قُتل ثمانية في حرستا، لترتفع الحصيلة إلى ...»: a total that runs on is not of the last place alone.
    fn is_of_total(&self, draft: &Draft, from: usize) -> bool {
        let at = draft.count.number.start;
        let start = draft.trigger.map_or(at, |t| t.start.min(at));
        let toll = (start.saturating_sub(4)..at).find(|t| self.view.analysed.is(*t, self.toll));
        let total = if draft.running { Some(start) } else { toll };
        total.is_some_and(|t| (from..t).any(|t| self.view.barriers(t) & barrier::COMMA != 0 || self.view.is_slot(t)))
    }

    /// The place of a part: what stands behind it, else that of its whole.
    pub(super) fn of_part(&self, draft: &Draft, sentence: TokenRange, whole: Option<&String>) -> Option<String> {
        let own = self.behind(draft).or_else(|| self.of_sentence(draft, sentence));
        let own = own.filter(|s| s.name.start > draft.count.number.start).map(|s| s.range);
        let name = own.map(|r| r.slice(self.view.document().original()).to_owned());
        name.or_else(|| whole.cloned())
    }

    /// Whether a further «أن» with a count of its own stands before the place.
    fn is_of_next_clause(&self, draft: &Draft, to: usize) -> bool {
        let end = draft.count.whole.end;
        let that = (end..to).rev().find(|t| self.view.has(*t, mark::THAT));
        that.is_some_and(|t| self.view.joins(t) && (t..to).any(|s| self.view.is_slot(s)))
    }

    /// Whether words of a part lead up to the place: «بينهم 18 في بولندا», but not «بينهم طفلة، في قصف على حمص».
    fn is_of_part(&self, from: usize, to: usize) -> bool {
        let Some(among) = (from..to).rev().find(|t| self.view.has(*t, mark::AMONG)) else { return false };
        let comma = (among..to).rev().find(|t| self.view.barriers(*t) & barrier::COMMA != 0);
        comma.is_none_or(|c| (c..to).any(|t| self.view.is_slot(t)))
    }

    /// Whether the place right behind another tells where that one lies: «سبها في ليبيا», «قاعدة الوطية الليبية في الغرب».
    fn holds(&self, outer: &Spot, inner: &Spot) -> bool {
        let between = inner.name.end..outer.name.start;
        // «كرمان في جنوب شرق إيران»
        let leads = |t: usize| self.view.has(t, mark::PREPOSITION | mark::DIRECTION);
        between.len() <= 1
            || between.len() == 2
                && (self.view.has(inner.name.end, mark::NISBA) || outer.stand == Stand::Near)
                && self.view.is_definite(inner.name.end)
            || between.len() <= 4 && between.into_iter().all(leads)
    }

    /// «تعرضت مدينة سبها في ليبيا لقصف»: the place is only named, but what stands behind it tells where it lies.
    fn is_placed(&self, spot: &Spot, number: usize) -> bool {
        let outer = self.spots.get(number + 1).filter(|o| o.stand == Stand::Within && o.level <= spot.level);
        outer.is_some_and(|o| o.level < Level::City && self.holds(o, spot)) && !spot.of_source
    }

    /// «صنعاء - قُتل 30 شخصا في ...»: where the report was written.
    fn is_dateline(&self, spot: &Spot) -> bool {
        let document = self.view.document();
        let begins = document.token(spot.name.start).is_some_and(|t| t.line_start);
        begins && matches!(document.kind(spot.name.end), TokenKind::Dash | TokenKind::Open)
    }

    /// «الهجوم على سبها، آخر المدن قرب الصحراء، ...»: what commas set off behind a place only describes that one.
    fn is_aside(&self, spot: &Spot, number: usize) -> bool {
        let comma = |t: usize| self.view.barriers(t) & barrier::COMMA != 0;
        let before = number.checked_sub(1).and_then(|b| self.spots.get(b)).filter(|b| comma(b.name.end));
        let verb = |t: usize| self.view.has(t, mark::VERB) && !self.view.has(t, mark::NOMINAL);
        before.is_some_and(|b| comma(spot.name.end) && !(b.name.end + 1..spot.name.start).any(|t| comma(t) || verb(t)))
    }

    /// The last place of the sentences before in which something happens.
    fn before(&self, draft: &Draft, background: bool) -> Option<&Spot> {
        let document = self.view.document();
        let sentences = document.sentences();
        let start = sentences.get(draft.sentence)?.start;
        let paragraph = document.paragraphs().get(document.paragraph_of(start)).map_or(start, |p| p.start);
        let oldest = sentences.get(draft.sentence.saturating_sub(BACK)).map_or(start, |s| s.start);
        let oldest = if background { oldest.max(paragraph) } else { oldest };
        let end = self.spots.partition_point(|s| s.name.start < start);
        let recent = self.spots.get(..end)?.iter().rev().take_while(|s| s.name.start >= oldest);
        let mut recent = recent.filter(|s| s.stand == Stand::Within && !s.of_source && !s.alone);
        recent.next()
    }

    /// «سجّلت كازاخستان 164 قتيلا»: the country is the subject that the count is of.
    fn counts(&self, spot: &Spot, draft: &Draft) -> bool {
        let at = draft.count.number.start;
        let before = spot.name.start.checked_sub(1).is_some_and(|b| self.view.has(b, mark::VERB));
        before && spot.name.end <= at && at - spot.name.end <= 2
    }
}

/// Whether the counted are on the move.
fn moves(draft: &Draft) -> bool {
    matches!(draft.quantity, Quantity::Displaced | Quantity::Evacuated | Quantity::Rescued)
}
