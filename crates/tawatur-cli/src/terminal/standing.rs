//! How claims stand against each other, and what the account was asked for.

use tawatur::Names;
use tawatur::model::{Account, Bilingual, Contradiction, Disagreement, DisagreementSide, Series};
use tawatur::wording::{day, list, noun_count, short_day, verbatim};

use super::account::item;
use super::page::Page;
use super::style::{PLAIN, QUIET, STRONG, WARNING};
use super::words::{number, say, value};

/// Reports whose derivation is printed; the files give all.
const DERIVATIONS: usize = 12;

/// What the account was confined to, and what people decided.
pub(super) fn asked(page: &mut Page, account: &Account) {
    if let Some(filter) = &account.filter {
        let mut parts: Vec<Bilingual> =
            filter.quantities.iter().map(|q| say(&format!("quantity.{}", q.as_str()), &[])).collect();
        parts.extend(filter.place.as_deref().map(|p| say("filter.place", &[("place", &verbatim(p))])));
        parts.extend(filter.as_of.map(|d| say("filter.as-of", &[("day", &day(d))])));
        page.say(&say("filter.only", &[("what", &list(&parts))]), 0, WARNING);
        if filter.reports_left_out > 0 {
            page.say(&say("filter.left-out", &[("n", &number(filter.reports_left_out))]), 0, QUIET);
        }
    }
    if !account.judgements.is_empty() {
        page.heading(&say("part.judgements", &[]));
        for judgement in &account.judgements {
            item(page, &judgement.text, PLAIN);
        }
    }
}

/// Both sides of each disagreement, since when, and what closed it.
pub(super) fn disagreements(page: &mut Page, account: &Account, names: &Names) {
    if account.disagreements.is_empty() {
        return;
    }
    page.heading(&say("part.disagreements", &[]));
    for disagreement in &account.disagreements {
        let Some(series) = account.series.get(disagreement.series) else { continue };
        item(page, &series.question.text, STRONG);
        for side in &disagreement.sides {
            page.say(&in_words(series, side, names), 5, PLAIN);
        }
        page.say(&state(series, disagreement), 5, if disagreement.closed.is_some() { QUIET } else { WARNING });
    }
}

fn in_words(series: &Series, side: &DisagreementSide, names: &Names) -> Bilingual {
    let value = series.points.get(side.point).map(|p| value(series.question.quantity, p)).unwrap_or_default();
    let origins: Vec<Bilingual> = side.origins.iter().map(|o| names.name(o)).collect();
    let who = if origins.is_empty() { say("point.nobody", &[]) } else { list(&origins) };
    let carriers = noun_count("carrier", side.carriers);
    match side.since {
        Some(since) => say(
            "disagreement.side",
            &[("value", &value), ("who", &who), ("since", &short_day(since)), ("carriers", &carriers)],
        ),
        None => say("disagreement.side-undated", &[("value", &value), ("who", &who), ("carriers", &carriers)]),
    }
}

fn state(series: &Series, disagreement: &Disagreement) -> Bilingual {
    let Some(closed) = &disagreement.closed else {
        return match disagreement.since {
            Some(since) => say("disagreement.open-since", &[("since", &day(since))]),
            None => say("disagreement.open", &[]),
        };
    };
    let by = series.points.get(closed.by).map(|p| value(series.question.quantity, p)).unwrap_or_default();
    match closed.on {
        Some(on) => say("disagreement.closed-on", &[("by", &by), ("on", &day(on)), ("because", &closed.because)]),
        None => say("disagreement.closed", &[("by", &by), ("because", &closed.because)]),
    }
}

/// Sayings of one speaker that stand against each other.
pub(super) fn contradictions(page: &mut Page, account: &Account, names: &Names) {
    if account.contradictions.is_empty() {
        return;
    }
    page.heading(&say("part.contradictions", &[]));
    for contradiction in &account.contradictions {
        page.say(&names.name(&contradiction.speaker), 2, STRONG);
        for words in sayings(contradiction) {
            page.say(&words, 5, PLAIN);
        }
    }
}

/// Both in the order of their days.
fn sayings(contradiction: &Contradiction) -> Vec<Bilingual> {
    let mut both = [&contradiction.affirms, &contradiction.denies];
    both.sort_by_key(|s| s.on);
    let told = |s: &&tawatur::model::Saying| {
        let on = s.on.map_or_else(|| Bilingual::new("–", "–"), day);
        say(
            "contradiction.saying",
            &[("on", &on), ("words", &verbatim(&s.quote)), ("report", &verbatim(&s.place.report))],
        )
    };
    both.iter().map(told).collect()
}

/// How much of each report comes from others.
pub(super) fn derivations(page: &mut Page, account: &Account) {
    if account.derivations.is_empty() {
        return;
    }
    page.heading(&say("part.derivations", &[]));
    let mut all: Vec<_> = account.derivations.iter().collect();
    all.sort_by(|a, b| a.new.total_cmp(&b.new).then_with(|| a.report.cmp(&b.report)));
    for derivation in all.iter().take(DERIVATIONS) {
        let share = |part: f64| number((part * 100.0).round() as usize);
        let places = [
            ("report", &verbatim(&derivation.report)),
            ("verbatim", &share(derivation.verbatim)),
            ("rewritten", &share(derivation.rewritten)),
            ("new", &share(derivation.new)),
        ];
        item(page, &say("derivation.shares", &places), PLAIN);
    }
    if let Some(more) = all.len().checked_sub(DERIVATIONS).filter(|more| *more > 0) {
        page.say(&say("more.derivations", &[("n", &number(more))]), 2, QUIET);
    }
}
