//! How far the words of a speaker reach, and whether they are quoted.

use tawatur_model::{HopKind, Polarity, SpeechMode};
use tawatur_text::{TokenKind, TokenRange};

use super::draft::{Draft, Reach};
use super::{Attribution, Attributions};
use crate::clause::Tag;
use crate::phrase::Reader;

/// Quoted words that make a speech direct; fewer are only words held at arm's length.
const FEWEST_QUOTED: usize = 2;
/// Tokens of a speech of which two quoted words are the substance.
const SHORT_SPEECH: usize = 12;

/// Bounds every draft's content, now that all cues are known.
pub(crate) fn bound(reader: &Reader, mut drafts: Vec<Draft>) -> Attributions {
    yield_to_makers(&mut drafts);
    let outranked = outranked(reader, &mut drafts);
    let mut contents: Vec<TokenRange> = (0..drafts.len()).map(|i| content(reader, &drafts, i)).collect();
    for number in outranked {
        if let Some(content) = contents.get_mut(number) {
            content.end = content.start;
        }
    }
    let tokens = reader.analysed.document.tokens().len();
    let all = drafts.into_iter().zip(contents).map(|(draft, content)| finish(draft, content)).collect();
    let mut found = Attributions::new(all, tokens);
    mark_quoted(reader, &mut found);
    found
}

/// «وفق آخر حصيلة …، على ما أعلنت الحكومة»: a toll without a maker yields to who is named at the end.
fn yield_to_makers(drafts: &mut Vec<Draft>) {
    let mut last_backward = None;
    for draft in drafts.iter_mut().rev() {
        match draft.reach {
            Reach::Backward => last_backward = Some(draft.sentence),
            Reach::Forward(_) if draft.is_document && last_backward == Some(draft.sentence) => draft.origin = None,
            Reach::Forward(_) | Reach::Nothing => {}
        }
    }
    drafts.retain(|d| d.origin.is_some() || !d.is_document);
}

/// «ذكرت الوكالة أن ...، بحسب الشرطة»: who is named at the end is the origin, and a carrier in front the relay.
fn outranked(reader: &Reader, drafts: &mut [Draft]) -> Vec<usize> {
    let carries = |d: &Draft| d.origin.as_ref().is_some_and(|h| matches!(h.kind, HopKind::Agency | HopKind::Medium));
    let mut found = Vec::new();
    for at in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let (Some(first), Some(last)) = (before.last(), rest.first_mut()) else { continue };
        let closes = last.reach == Reach::Backward && last.sentence == first.sentence && last.relays.is_empty();
        let comma = reader.kind(last.cue.start.saturating_sub(1)) == TokenKind::Comma;
        let Reach::Forward(start) = first.reach else { continue };
        let one_clause = !(start..last.cue.start).any(|t| reader.tags.is(t, Tag::WHILE.or(Tag::BUT)));
        if closes && comma && one_clause && first.relays.is_empty() && carries(first) && !carries(last) {
            last.relays.extend(first.origin.clone());
            found.push(at - 1);
        }
    }
    found
}

fn finish(draft: Draft, content: TokenRange) -> Attribution {
    let mut chain = Vec::with_capacity(1 + draft.relays.len());
    chain.extend(draft.origin.filter(|_| !draft.is_earlier_toll));
    chain.extend(draft.relays);
    Attribution {
        cue: draft.cue,
        verb: draft.verb,
        speaker: draft.speaker,
        speaker_range: draft.speaker_range,
        chain,
        institution: draft.institution,
        mode: SpeechMode::Indirect,
        polarity: draft.polarity,
        said_on: draft.said_on,
        content,
        rule: draft.rule,
    }
}

fn content(reader: &Reader, drafts: &[Draft], number: usize) -> TokenRange {
    let Some(draft) = drafts.get(number) else { return TokenRange::default() };
    let sentences = reader.analysed.document.sentences();
    let sentence = sentences.get(draft.sentence).copied().unwrap_or_default();
    match draft.reach {
        Reach::Forward(start) => forward(reader, drafts, number, start, sentence),
        Reach::Backward => backward(reader, drafts, number, sentence),
        Reach::Nothing => TokenRange::new(draft.cue.end, draft.cue.end),
    }
}

fn forward(reader: &Reader, drafts: &[Draft], number: usize, start: usize, sentence: TokenRange) -> TokenRange {
    let mut end = quoted_end(reader, start, sentence.end);
    for later in drafts.iter().skip(number + 1) {
        if later.cue.start >= end {
            break;
        }
        if later.reach == Reach::Backward {
            end = end.min(later.cue.start);
        }
    }
    end = clause_end(reader, start, end);
    if drafts.get(number).is_some_and(|d| d.names_event) {
        // «دعا إلى الهدوء بعد مواجهات أوقعت ...»: the clause that tells on what occasion is the outlet's.
        let demand = drafts.get(number).is_some_and(|d| d.polarity == Polarity::Demands);
        // «هجوم استهدف مقرا وقتل فيه»: behind an indefinite noun of the event a verb tells of it.
        let told = |t: usize| {
            let noun = reader.tags.is(t - 1, Tag::EVENT) && !reader.tags.is(t - 1, Tag::ARTICLE.or(Tag::PRONOUN_END));
            let verb = reader.tags.is(t, Tag::VERB) && !reader.tags.is(t, Tag::COMMON.or(Tag::JOINED).or(Tag::ARTICLE));
            noun && verb && !reader.tags.is(t - 1, Tag::VERB)
        };
        let occasion = |t: &usize| {
            if told(*t) {
                return true;
            }
            let clause = reader.tags.is(*t, Tag::RELATIVE.or(Tag::AFTER)) && !reader.tags.is(*t, Tag::JOINED);
            clause
                || demand && reader.tags.is(*t, Tag::SUBORDINATE) && !reader.tags.is(*t, Tag::JOINED)
                || demand && reader.kind(t - 1) == TokenKind::Comma && reader.tags.is(*t, Tag::WHAT)
        };
        end = (start + 1..end).find(occasion).unwrap_or(end);
    }
    let led = led_paragraph(reader, drafts, number, start).unwrap_or(end);
    TokenRange::new(start.min(end), goes_on(reader, drafts, number, start, end).max(led))
}

/// «بحسب وزارة الصحة: قتل تسعة. وأصيب عشرون.»: a source with a colon that leads a paragraph is followed up to its end, or to
/// where somebody else speaks.
fn led_paragraph(reader: &Reader, drafts: &[Draft], number: usize, start: usize) -> Option<usize> {
    let document = &reader.analysed.document;
    let draft = drafts.get(number).filter(|d| d.rule.starts_with("according-to"))?;
    let paragraph = document.paragraphs().get(document.paragraph_of(draft.cue.start))?;
    let colon = (draft.cue.end..=start).any(|t| reader.kind(t) == TokenKind::Colon);
    let leads = draft.cue.start <= paragraph.start + 1;
    let next = drafts.get(number + 1).filter(|d| d.cue.start < paragraph.end);
    let stops = next.and_then(|d| document.sentences().get(d.sentence)).map_or(paragraph.end, |s| s.start);
    (colon && leads).then_some(stops)
}

/// Sentences that a quotation over several paragraphs may have.
const LONGEST_SPEECH: usize = 6;

/// Paragraphs that stand wholly between quotation marks behind a quotation go on with it.
fn goes_on(reader: &Reader, drafts: &[Draft], number: usize, start: usize, end: usize) -> usize {
    let document = &reader.analysed.document;
    let quotations = document.quotations();
    let Some(draft) = drafts.get(number) else { return end };
    let ends_quoted = end > start && reader.kind(end - 1) == TokenKind::Quote
        || end > start + 1 && reader.kind(end - 2) == TokenKind::Quote;
    let mut reached = end;
    if !ends_quoted {
        return end;
    }
    let next_cue = drafts.get(number + 1).map_or(usize::MAX, |d| d.cue.start);
    for sentence in document.sentences().iter().skip(draft.sentence + 1).take(LONGEST_SPEECH) {
        if sentence.start < reached {
            continue;
        }
        let i = quotations.partition_point(|q| q.open < sentence.start);
        let whole = quotations
            .get(i)
            .is_some_and(|q| q.open == sentence.start && q.close.unwrap_or(q.inside.end) + 2 >= sentence.end);
        if !whole || next_cue < sentence.end {
            break;
        }
        reached = sentence.end;
    }
    reached
}

/// Words in quotation marks go on over the end of the sentence.
fn quoted_end(reader: &Reader, start: usize, end: usize) -> usize {
    let quotations = reader.analysed.document.quotations();
    let i = quotations.partition_point(|q| q.open < start.saturating_sub(1));
    let inside = quotations.iter().skip(i).take_while(|q| q.open < end);
    inside.map(|q| q.close.map_or(q.inside.end, |c| c + 1)).max().unwrap_or(end).max(end)
}

/// «، فيما …» goes on in the outlet's own voice.
fn clause_end(reader: &Reader, start: usize, end: usize) -> usize {
    let quotations = reader.analysed.document.quotations();
    for at in start + 1..end {
        let turns = reader.tags.is(at, Tag::WHILE) || reader.tags.all(at, Tag::THIS.or(Tag::JOINED));
        if !turns || reader.kind(at - 1) != TokenKind::Comma {
            continue;
        }
        let i = quotations.partition_point(|q| q.open < at);
        let quoted = i.checked_sub(1).and_then(|i| quotations.get(i)).is_some_and(|q| q.inside.contains(at));
        if !quoted {
            return at;
        }
    }
    end
}

fn backward(reader: &Reader, drafts: &[Draft], number: usize, sentence: TokenRange) -> TokenRange {
    let Some(draft) = drafts.get(number) else { return TokenRange::default() };
    let mut start = sentence.start;
    if draft.cue.start <= sentence.start + 1 {
        // The cue has become a sentence of its own: it speaks of the one before.
        let sentences = reader.analysed.document.sentences();
        start = draft.sentence.checked_sub(1).and_then(|i| sentences.get(i)).map_or(start, |s| s.start);
    }
    for earlier in drafts.iter().take(number).rev() {
        if earlier.cue.start < start {
            break;
        }
        if earlier.reach == Reach::Backward {
            start = start.max(earlier.cue.end);
        } else if reader.kind(draft.cue.start.saturating_sub(1)) != TokenKind::Comma {
            // Without a comma before it the cue speaks of its own clause inside somebody's speech.
            start = start.max(clause_start(reader, draft.cue.start, earlier.cue.end));
        }
    }
    let end = rest_of_clause(reader, drafts, number, sentence).unwrap_or(draft.cue.start);
    TokenRange::new(start.min(draft.cue.start), end)
}

/// «أسفر، بحسب الشرطة، عن مقتل سبعة»: a cue in the midst of a clause is followed on both sides. Where that clause ends.
fn rest_of_clause(reader: &Reader, drafts: &[Draft], number: usize, sentence: TokenRange) -> Option<usize> {
    let draft = drafts.get(number)?;
    let comma = |t: usize| reader.kind(t) == TokenKind::Comma;
    let set_off = draft.cue.start.checked_sub(1).is_some_and(comma) && comma(draft.cue.end);
    let from = draft.cue.end + usize::from(set_off);
    const GOES_ON: Tag = Tag::IN.or(Tag::FROM).or(Tag::TO).or(Tag::ABOUT).or(Tag::BI).or(Tag::QAD);
    let tag = reader.tag(from);
    let counts = (from..from + 2).any(|t| reader.tag(t).any(Tag::NUMBER));
    let goes_on = tag.any(GOES_ON) || set_off && (counts || tag.any(Tag::MASDAR)) && !tag.any(Tag::ARTICLE);
    if !goes_on || tag.any(Tag::JOINED.or(Tag::RELATIVE).or(Tag::CUE_SOURCE)) || from >= sentence.end {
        return None;
    }
    let next = drafts.get(number + 1).map_or(sentence.end, |d| d.cue.start.min(sentence.end));
    let turns = |t: &usize| {
        let (tag, verb) = (reader.tag(*t), Tag::VERB.or(Tag::SAY));
        let joined = comma(*t - 1) && tag.any(Tag::JOINED) && tag.any(verb) && !tag.any(Tag::COMMON.or(Tag::MASDAR));
        joined || tag.any(Tag::RELATIVE)
    };
    let end = clause_end(reader, from, next.max(from));
    Some((from + 1..end).find(turns).unwrap_or(end))
}

/// The first token of the clause before `end`, not before `from`.
fn clause_start(reader: &Reader, end: usize, from: usize) -> usize {
    let opens = |t: &usize| {
        matches!(reader.kind(*t), TokenKind::Comma | TokenKind::Semicolon)
            || reader.tags.is(*t, Tag::BUT.or(Tag::WHILE).or(Tag::THAT).or(Tag::SUBORDINATE))
    };
    (from..end).rev().find(opens).unwrap_or(from)
}

/// A speech is direct where quotation marks hold its substance.
fn mark_quoted(reader: &Reader, found: &mut Attributions) {
    for quotation in reader.analysed.document.quotations() {
        let words = quotation.inside.iter().filter(|t| reader.kind(*t) == TokenKind::Word).count();
        if words < FEWEST_QUOTED || is_name(reader, quotation.open, words) {
            continue;
        }
        let token = quotation.inside.start;
        let Some(number) = found.over.get(token).and_then(|n| (*n as usize).checked_sub(1)) else { continue };
        if let Some(attribution) = found.all.get_mut(number)
            && (words > FEWEST_QUOTED || attribution.content.len() <= SHORT_SPEECH)
            && (!attribution.cue.contains(quotation.open) || quotation.inside.end > attribution.cue.end)
        {
            attribution.mode = SpeechMode::Direct;
        }
    }
}

/// A few words between quotation marks behind the noun of a place, body or medium are its name.
fn is_name(reader: &Reader, open: usize, words: usize) -> bool {
    const NAMED: Tag =
        Tag::BODY.or(Tag::CARRIER).or(Tag::PLACE_HEAD).or(Tag::ORGANISATION).or(Tag::MEDIA).or(Tag::ACCOUNT);
    let foreign = |t: usize| {
        !reader.tags.is(t, Tag::KNOWN.or(Tag::COMMON).or(Tag::MASDAR).or(Tag::VERB)) || reader.tags.is(t, Tag::NAME)
    };
    words <= 4
        && (open.checked_sub(1).is_some_and(|before| reader.tags.is(before, NAMED))
            || (open + 1..open + 1 + words).all(foreign))
}
