//! Counts without a number: a dual, an indefinite singular, "one of", "another".

use rustc_hash::FxHashSet;
use tawatur_lexicon::{Clitics, EntryId, Reading};
use tawatur_text::{TokenKind, TokenRange};

use super::count::{Count, Said};
use super::view::View;
use super::vocabulary::mark;

/// Nouns that may say by their form how many they are.
const NOUNS: u64 = mark::VICTIM | mark::PERSON | mark::NISBA | mark::BUILDING | mark::VEHICLE;

/// The rows whose dual the text uses in a form that is no plural: there «شرطيين» is two as well.
pub(crate) fn certain_duals(view: &View<'_, '_>) -> FxHashSet<EntryId> {
    let mut found = FxHashSet::default();
    for at in 0..view.document().tokens().len() {
        if !view.has(at, NOUNS) || !view.analysed.traits(at).dual {
            continue;
        }
        let readings = view.analysed.readings(at);
        let plural = |entry: EntryId| readings.iter().any(|r| r.entry == entry && r.form.is_plural());
        found.extend(readings.iter().filter(|r| r.form.is_dual() && !plural(r.entry)).map(|r| r.entry));
    }
    found
}

/// The count that the word at `at` makes by itself.
pub(crate) fn implied(
    view: &View<'_, '_>,
    at: usize,
    duals: &FxHashSet<EntryId>,
    sentence: TokenRange,
) -> Option<Count> {
    if view.has(at, mark::ONE) && !view.is_definite(at) {
        return one_of(view, at, sentence).or_else(|| one_of_them(view, at, sentence));
    }
    if view.has(at, mark::OTHER) {
        return another(view, at, sentence);
    }
    if view.has(at, mark::ORDINAL)
        && at.checked_sub(1).is_some_and(|b| sentence.contains(b) && view.has(b, mark::TRIGGER))
    {
        return another_in_order(view, at, sentence);
    }
    if view.has(at, mark::SAME) {
        return as_many(view, at, sentence);
    }
    if !view.has(at, NOUNS) || view.document().kind(at) != TokenKind::Word || is_state(view, at, sentence) {
        return None;
    }
    if let Some(kin) = kin_of_one_before(view, at, sentence) {
        return Some(Count::of_noun(view, at, kin, Said::One, sentence));
    }
    let (reading, said) = by_form(view, at, duals, sentence)?;
    Some(Count::of_noun(view, at, reading, said, sentence))
}

/// «رضيع وأمه», «رجل وزوجته»: one of the family of somebody who is counted by himself.
fn kin_of_one_before(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> Option<Reading> {
    let before = at.checked_sub(1).filter(|b| sentence.contains(*b) && view.has(*b, mark::PERSON | mark::NISBA))?;
    let kin = |r: &&Reading| {
        r.clitics.joins()
            && r.clitics.has(Clitics::PRONOUN)
            && !is_plural(view, r)
            && !r.form.is_dual()
            && view.analysed.entry(r).feature("kin").is_some()
    };
    let reading = *view.analysed.readings(at).iter().find(kin)?;
    (!view.is_definite(before) && !view.ends_in_pronoun(before)).then_some(reading)
}

fn is_joined_kin(view: &View<'_, '_>, at: usize) -> bool {
    let family = |r: &Reading| view.bits_of(r) & mark::PERSON != 0 || view.analysed.entry(r).feature("kin").is_some();
    let kin = |r: &Reading| r.clitics.has(Clitics::PRONOUN) && family(r);
    view.joins(at) && view.analysed.readings(at).iter().any(kin)
}

/// «أرداهما قتيلين»: what became of them, no count; «إصابة من أفراد»: a verbal noun without its number.
fn is_state(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> bool {
    if !view.has(at, mark::VICTIM) {
        return false;
    }
    let before = at.checked_sub(1).filter(|b| sentence.contains(*b));
    let told = before.is_some_and(|b| {
        view.analysed.readings(b).iter().any(|r| r.clitics.has(Clitics::PRONOUN) && view.bits_of(r) & mark::VERB != 0)
    });
    told || view.has(at, mark::TRIGGER)
}

/// «أحد المارة», «إحدى الطالبات»
fn one_of(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> Option<Count> {
    let noun = at + 1;
    let definite = view.is_definite(noun) || view.has(noun, mark::PERSON);
    let reading = *view.analysed.readings(at).iter().find(|r| view.bits_of(r) & mark::ONE != 0)?;
    let person = view.has(noun, mark::PERSON | mark::VICTIM | mark::NISBA);
    (person && definite && sentence.contains(noun) && !reading.clitics.has(Clitics::PRONOUN))
        .then(|| Count::of_noun(view, at, reading, Said::OneOf, sentence))
}

/// «أحدهما من رجال الإنقاذ», «أصاب أحدهم»
fn one_of_them(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> Option<Count> {
    let reading = view.analysed.readings(at).iter().find(|r| view.bits_of(r) & mark::ONE != 0)?;
    let word = view.document().word(at);
    let them = reading.clitics.has(Clitics::PRONOUN) && (word.ends_with("هم") || word.ends_with("هما"));
    // «أحدهم يدعى ...» only names one.
    let told = view.is_from(at + 1) || view.has(at + 1, mark::PERSON | mark::NISBA | mark::VICTIM | mark::TRIGGER);
    let harmed = at.checked_sub(1).is_some_and(|b| sentence.contains(b) && view.has(b, mark::TRIGGER));
    (them && (told || harmed)).then(|| Count::of_noun(view, at, *reading, Said::OneOfThem, sentence))
}

/// «وآخر في كربلاء», «وإصابة آخر»: no noun stands before it.
fn another(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> Option<Count> {
    let reading = view.analysed.readings(at).iter().find(|r| view.bits_of(r) & mark::OTHER != 0)?;
    let single = !is_plural(view, reading) && !reading.form.is_dual() && !reading.clitics.has(Clitics::AL);
    let trigger_before = at.checked_sub(1).is_some_and(|b| sentence.contains(b) && view.has(b, mark::TRIGGER));
    let alone = reading.clitics.joins() || trigger_before;
    (single && alone).then(|| Count::of_noun(view, at, *reading, Said::Another, sentence))
}

/// «ومثلهم في النجف», «وأصيب مثلهم»: as many as the figure before counts; «مثلهم مثل غيرهم» compares.
fn as_many(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> Option<Count> {
    let phrase = view.analysed.phrase_at(at).map_or(&[][..], |p| p.readings.as_slice());
    let mut readings = phrase.iter().chain(view.analysed.readings(at));
    let reading = *readings.find(|r| view.bits_of(r) & mark::SAME != 0)?;
    let harmed = at.checked_sub(1).is_some_and(|b| sentence.contains(b) && view.has(b, mark::TRIGGER));
    let end = view.analysed.phrase_at(at).map_or(at + 1, |p| p.tokens.end);
    let word = view.document().kind(end) == TokenKind::Word && sentence.contains(end);
    let goes_on = !word || view.has(end, mark::PREPOSITION | mark::ADVERB | mark::TIME | mark::FROM) || view.joins(end);
    ((reading.clitics.joins() || harmed) && goes_on).then(|| Count::of_noun(view, at, reading, Said::Same, sentence))
}

/// «مقتل جنديين وإصابة ثالث»
fn another_in_order(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> Option<Count> {
    let reading = view.analysed.readings(at).iter().find(|r| view.bits_of(r) & mark::ORDINAL != 0)?;
    let noun = view.has(at + 1, mark::NOMINAL) && !view.clitic_preposition(at + 1) && !view.joins(at + 1);
    let alone = !view.is_definite(at) && !view.joins(at) && !noun;
    (alone && reading.clitics.is_empty()).then(|| Count::of_noun(view, at, *reading, Said::Another, sentence))
}

fn by_form(
    view: &View<'_, '_>,
    at: usize,
    duals: &FxHashSet<EntryId>,
    sentence: TokenRange,
) -> Option<(Reading, Said)> {
    let readings = view.analysed.readings(at);
    // «سبعة أشخاص (مراهقين)»: a word in brackets explains the one before.
    if at.checked_sub(1).is_some_and(|b| view.document().kind(b) == TokenKind::Open) {
        return None;
    }
    let suits = |r: &&Reading| {
        view.bits_of(r) & NOUNS != 0
            && !r.clitics.has(Clitics::AL)
            && !r.clitics.intersects(Clitics::KA.with(Clitics::SA))
            && (!r.clitics.has(Clitics::PRONOUN) || r.form.is_construct())
    };
    let noun = readings.iter().find(suits)?;
    let told =
        |r: &Reading| duals.contains(&r.entry) || numbers_others(view, at, sentence) || are_two(view, at, sentence);
    if is_plural(view, noun) && !told(noun) {
        return None;
    }
    let dual = readings.iter().filter(suits).find(|r| r.form.is_dual());
    let entry_dual = view.analysed.entry(noun).feature("dual").is_some();
    if let Some(dual) = dual.or(entry_dual.then_some(noun)) {
        let plural_too = readings.iter().any(|r| r.entry == dual.entry && is_plural(view, r));
        let sure = !plural_too || duals.contains(&dual.entry) || numbers_others(view, at, sentence);
        let sure = sure || are_two(view, at, sentence);
        return sure.then_some((*dual, Said::Dual));
    }
    if is_plural(view, noun) {
        // «شرطيين» where the text has «شرطيان» too.
        let sure = duals.contains(&noun.entry) || numbers_others(view, at, sentence);
        return (sure && view.document().word(at).ends_with("ين")).then_some((*noun, Said::Dual));
    }
    let bits = view.bits_of(noun);
    let person = bits & (mark::PERSON | mark::VICTIM | mark::NISBA) != 0
        && bits & (mark::GROUP | mark::CASE) == 0
        && view.analysed.entry(noun).feature("group").is_none();
    (person && is_indefinite_singular(view, at, noun, sentence)).then_some((*noun, Said::One))
}

/// «مقتل شرطيين وإصابة ثلاثة آخرين»: others that are counted behind a word of harm make the first a number too.
fn numbers_others(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> bool {
    let next = at + 1;
    let harm = sentence.contains(next) && view.joins(next) && view.has(next, mark::TRIGGER);
    let harmed = at.checked_sub(1).is_some_and(|b| sentence.contains(b) && view.has(b, mark::TRIGGER));
    harm && harmed && (next + 2..sentence.end.min(next + 5)).any(|t| view.has(t, mark::OTHER) && !view.joins(t))
}

/// «رفات جنديين قُتلا», «مسلحَين أُصيبا»: the verb behind is in the dual.
fn are_two(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> bool {
    let dual = |t: usize| {
        view.has(t, mark::TRIGGER)
            && view.analysed.readings(t).iter().any(|r| r.form.is_dual() && view.bits_of(r) & mark::VERB != 0)
    };
    (at + 1..sentence.end.min(at + 5)).any(|t| dual(t) && !view.joins(t))
}

fn is_plural(view: &View<'_, '_>, reading: &Reading) -> bool {
    reading.form.is_plural() || view.analysed.entry(reading).feature("plural").is_some()
}

/// Whether nothing makes the noun definite: no pronoun, no article on the noun that it is in construct with, no name.
fn is_indefinite_singular(view: &View<'_, '_>, at: usize, reading: &Reading, sentence: TokenRange) -> bool {
    if reading.clitics.has(Clitics::PRONOUN) || reading.form.is_construct() || view.is_definite(at) {
        return false;
    }
    let entry = view.analysed.entry(reading);
    let any = at.checked_sub(1).is_some_and(|b| view.has(b, mark::ANY));
    // «احتجز مسلح رهائن»: who did it, before those to whom he did it.
    let does_it = view.bits_of(reading) & mark::MILITANT != 0 && view.has(at + 1, mark::VICTIM | mark::PERSON);
    let said_of_it = is_said_of_something(view, at, reading) || is_said_of_many(view, at);
    // «أب وابنه»: one of a family, with another of it behind him.
    let kin = entry.feature("kin").is_some() && !is_joined_kin(view, at + 1);
    if any || does_it || said_of_it || qualifies(view, at, sentence) || kin {
        return false;
    }
    // «قائد نادي فيورنتينا»: an office needs what it is the office of.
    if entry.feature("office").is_some() && view.has(at + 1, mark::NOMINAL) && !view.has(at + 1, mark::NISBA) {
        return false;
    }
    // An adjective of nationality after a noun says what that noun is.
    let after_noun = at.checked_sub(1).filter(|b| sentence.contains(*b));
    if view.bits_of(reading) & mark::NISBA != 0 {
        let joined = reading.clitics.joins();
        let verb_before = after_noun
            .is_none_or(|b| view.has(b, mark::TRIGGER | mark::PARTICLE | mark::AMONG) && !view.has(b, mark::PERSON));
        // «قتلت الشرطة المحلية كنديا»: behind a definite word it qualifies nothing, it is the object.
        let object = reading.form.is_accusative() && after_noun.is_some_and(|b| view.is_definite(b));
        // «بينهم ألمانيان وهندي»
        let after_two = joined && after_noun.is_some_and(|b| is_dual_nisba(view, b));
        if joined && !after_two
            || !(verb_before || object || after_two)
            || reading.form.is_feminine()
            || view.has(at, mark::PLACE)
        {
            return false;
        }
    }
    let next = at + 1;
    if !sentence.contains(next) || view.document().kind(next) != TokenKind::Word || reading.form.is_accusative() {
        return true;
    }
    if view.has(next, mark::LIFE) || view.joins(next) || view.clitic_preposition(next) {
        return true;
    }
    // A word that nothing knows is most likely a name: «قائد فيورنتينا».
    let word = view.document().word(next);
    let other = view.has(next + 1, mark::OTHER);
    if view.analysed.readings(next).is_empty() && !other && !word.ends_with(['ا', 'ي']) && !word.ends_with("يه") {
        return false;
    }
    let names = mark::PLACE | mark::NAME;
    if view.has(next, mark::NISBA) && !view.is_definite(next) {
        return true;
    }
    !view.is_definite(next)
        && (!view.has(next, names) || view.has(next, mark::PREPOSITION | mark::VERB | mark::NOMINAL & !mark::PLACE))
}

fn is_dual_nisba(view: &View<'_, '_>, at: usize) -> bool {
    view.analysed.readings(at).iter().any(|r| r.form.is_dual() && view.bits_of(r) & mark::NISBA != 0)
}

/// «بكونه مسؤولا», «بوصفه ضابطا»: what somebody is said to be.
fn is_said_of_something(view: &View<'_, '_>, at: usize, reading: &Reading) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| reading.form.is_accusative()) else { return false };
    view.has_pronoun_reading(before) && !view.has(before, mark::TRIGGER | mark::VERB)
}

/// «مشتبه بهم»: the pronoun behind tells that they are many.
fn is_said_of_many(view: &View<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    let word = view.document().word(next);
    let with_pronoun = view.has(next, mark::PREPOSITION | mark::PRONOUN) && word.chars().count() <= 5;
    with_pronoun && (word.ends_with("هم") || word.ends_with("هن"))
}

/// «مصدر دبلوماسي»: a noun in the shape of an adjective, behind another indefinite noun that it qualifies.
fn qualifies(view: &View<'_, '_>, at: usize, sentence: TokenRange) -> bool {
    let Some(before) = at.checked_sub(1).filter(|b| sentence.contains(*b)) else { return false };
    let shape = view.document().word(at).trim_end_matches('ا').ends_with('ي');
    let governs = mark::VERB
        | mark::TRIGGER
        | mark::CALLS
        | mark::PREPOSITION
        | mark::PARTICLE
        | mark::AMONG
        | mark::ADVERB
        | mark::TIME;
    shape
        && view.document().kind(before) == TokenKind::Word
        && !view.has(before, governs)
        && !view.is_definite(before)
        && !view.joins(at)
        && !view.ends_in_pronoun(before)
}
