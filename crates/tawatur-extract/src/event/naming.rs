//! What names a party: a name in quotation marks, the bearer of an office, the body that men belong to.

use tawatur_text::{TokenKind, TokenRange};

use super::chunk::Chunk;
use super::mark::Mark;
use super::party::{Parties, Party};
use crate::clause::Tag;
use crate::phrase::Head;

impl Parties<'_, '_> {
    /// A name in quotation marks: «القاعدة».
    pub(super) fn quoted(&self, from: usize, at: usize, limit: usize) -> Option<Party> {
        let close = (at + 1..limit.min(at + 11)).find(|i| self.kind(*i) == TokenKind::Quote)?;
        let tokens = TokenRange::new(at + 1, close);
        // Many words are a name where a body is named in them, and a saying otherwise.
        let body = self.tag(at + 1).any(Tag::BODY.or(Tag::ORGANISATION)) || self.words.is(at + 1, Mark::AGENT);
        let said = tokens.iter().any(|i| self.kind(i) == TokenKind::Comma) || tokens.len() > 5 && !body;
        let said = said || self.tag(at + 1).any(Tag::BI.or(Tag::LI)) && !self.tag(at + 1).any(Tag::NAME.or(Tag::PLACE));
        (!tokens.is_empty() && !said)
            .then_some(Party { agent: true, ..Party::new(TokenRange::new(from, close + 1), tokens, Head::Body) })
    }

    /// «عنصرا من ميليشيا», «مسلحين من تنظيم»: the body that men belong to goes with them.
    pub(super) fn of_whom(&self, start: usize, name: TokenRange, end: usize, limit: usize) -> (TokenRange, usize) {
        let from = end < limit && self.tag(end).any(Tag::FROM) && !self.tag(end).any(Tag::WITH_PRONOUN);
        let person = self.is_men(start) || self.words.mark_of_all(start).any(Mark::PEOPLE);
        let body = self.tag(end + 1).any(Tag::BODY.or(Tag::ORGANISATION))
            || self.words.mark_of_all(end + 1).any(Mark::AGENT.or(Mark::PEOPLE));
        if !from || !person || name.end != end {
            return (name, end);
        }
        if self.kind(end + 1) == TokenKind::Quote {
            // «انسحاب قواته من "سنجار"»
            if self.tag(end + 2).any(Tag::PLACE) && !self.tag(end + 2).any(Tag::ORGANISATION) {
                return (name, end);
            }
            let close = (end + 2..limit.min(end + 8)).find(|i| self.kind(*i) == TokenKind::Quote);
            return close.map_or((name, end), |c| (TokenRange::new(name.start, c), c + 1));
        }
        if !body {
            return (name, end);
        }
        match self.words.chunk(end + 1, limit) {
            Some(body) => (TokenRange::new(name.start, body.tokens.end), body.tokens.end),
            None => (name, end),
        }
    }

    /// The name of the person that an office or rank is borne by: right behind it, or between commas.
    pub(super) fn named(
        &self,
        all: TokenRange,
        name: TokenRange,
        head: Head,
        limit: usize,
    ) -> Option<(TokenRange, usize)> {
        if !name.is_empty() {
            return (name.len() > 1 || head == Head::Name).then_some((name, all.end));
        }
        let comma = |i: usize| self.kind(i) == TokenKind::Comma;
        if head != Head::Title || !comma(all.end) {
            return None;
        }
        let behind = self.reader().read(all.end + 1, limit)?;
        let fits = behind.head == Head::Name && (comma(behind.tokens.end) || behind.tokens.end >= limit);
        fits.then_some((behind.name, behind.tokens.end))
    }

    /// «منسقها العام الدكتور سالم …», «المرجع الشيعي علي …»: the name right behind a definite word that says who he is.
    pub(super) fn borne(&self, phrase: &Chunk, limit: usize) -> Option<(TokenRange, usize)> {
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        let definite = self.tag(start).any(Tag::ARTICLE.or(Tag::PRONOUN_END)) && !self.tag(start).any(Tag::PLURAL);
        let attacker = self.words.mark_of_all(start).any(Mark::ATTACKER) && phrase.tokens.len() == 1;
        let unknown = phrase.head == Head::Unknown || attacker;
        // «الناشط سالم القاضي», «القيادي …»: one man, and no force.
        let man = self.is_men(start) && phrase.tokens.len() == 1;
        let force = !man && self.words.mark_of_all(start).any(Mark::AGENT.or(Mark::PROTESTER));
        let unknown = unknown && (attacker || !force);
        if !definite || !unknown || phrase.tokens.len() > 3 {
            return None;
        }
        // «منسقها العام الدكتور …»: «العام» is no year before a name.
        let titles = Tag::TITLE.or(Tag::HONORIFIC).or(Tag::NAME_BEGINS);
        let general = self.tag(end).all(Tag::TIME.or(Tag::ARTICLE)) && self.tag(end + 1).any(titles);
        // «الناشط الحقوقي سالم …»
        let sort = man && self.tag(end).all(Tag::NISBA.or(Tag::ARTICLE)) && self.tag(end + 1).any(Tag::NAME_BEGINS);
        let general = general || sort;
        let end = end + usize::from(general);
        let titled = self.tag(end).any(Tag::TITLE.or(Tag::HONORIFIC)) && !self.tag(end).any(Tag::NAME_BEGINS);
        let title = if titled { self.words.analysed.phrase_at(end).map_or(1, |p| p.tokens.len()) } else { 0 };
        let first = end + title;
        if first >= limit || !self.tag(first).any(Tag::NAME_BEGINS) || self.kind(end) != TokenKind::Word {
            return None;
        }
        let goes_on = |i: &usize| self.tag(*i).any(Tag::NAME_GOES_ON);
        let last = first + 1 + (first + 1..limit.min(first + 8)).take_while(goes_on).count();
        (last > first + 1 || attacker).then_some((TokenRange::new(first, last), last))
    }

    /// «إدارة #فلان», «الرئيس سالم #القاضي», «وزارة #الدفاع»: a name goes on behind a hash sign.
    pub(super) fn with_hashed(&self, name: TokenRange, end: usize, head: Head) -> (TokenRange, usize) {
        let last = name.end.saturating_sub(1);
        let given = last == name.start || !self.tag(last.saturating_sub(1)).any(Tag::NAME);
        let man = matches!(head, Head::Title | Head::Name | Head::Official)
            && self.tag(last).any(Tag::NAME.or(Tag::NAME_BEGINS))
            && given;
        let open = !self.words.is_closed(last) && !self.tag(last).any(Tag::NAME.or(Tag::PLACE).or(Tag::NISBA));
        let word = self.kind(end) == TokenKind::Hash && self.kind(end + 1) == TokenKind::Word;
        if name.end != end || !word || !(man || open) || !man && self.tag(end + 1).any(Tag::TITLE) {
            return (name, end);
        }
        (TokenRange::new(name.start, end + 2), end + 2)
    }

    /// «جنود آخرين»: the others are soldiers.
    pub(super) fn without_others(&self, name: TokenRange) -> TokenRange {
        let other = name.len() == 2 && self.words.is_other(name.end - 1) && !self.tag(name.end - 1).any(Tag::ARTICLE);
        if other { TokenRange::new(name.start, name.end - 1) } else { name }
    }

    /// Behind «هيئة الطيران| المدني السعودية», «مسلحي "الكتائب"| الكردية»: adjectives of a body that could be somebody else.
    pub(super) fn past_sorts(&self, phrase: &Chunk, end: usize, limit: usize) -> usize {
        let first = phrase.tokens.start;
        let Some(last) = end.checked_sub(1) else { return end };
        let body = matches!(phrase.head, Head::Body | Head::Official | Head::Agency);
        let closed = self.tag(last).any(Tag::ARTICLE) && !self.tag(first).any(Tag::ARTICLE) && last > first;
        if !body || !closed || phrase.tokens.end != end {
            return end;
        }
        let other = Tag::LI.or(Tag::BI).or(Tag::JOINED).or(Tag::PLURAL).or(Tag::BODY).or(Tag::NAME_BEGINS);
        let other = other.or(Tag::TITLE).or(Tag::RELATIVE);
        let sort = |i: &usize| {
            let word = self.words.analysed.document.word(*i);
            let nisba = word.ends_with('ي') || word.ends_with("يه");
            self.tag(*i).any(Tag::ARTICLE)
                && nisba
                && !self.tag(*i).any(other)
                && !self.tag(*i + 1).any(Tag::NAME_BEGINS)
        };
        (end..limit.min(end + 2)).take_while(sort).last().map_or(end, |i| i + 1)
    }

    /// Behind «الوزير …| وزعماء آخرون للحزب»: the others of whom he is one.
    pub(super) fn past_others(&self, end: usize, limit: usize) -> usize {
        if end + 1 >= limit || !self.tag(end).any(Tag::JOINED) {
            return end;
        }
        let noun = end + usize::from(self.tag(end).any(Tag::NUMBER));
        let other = if self.words.is_other(noun) { noun } else { noun + 1 };
        let people = self.tag(noun).any(Tag::PLURAL) || noun > end;
        if other >= limit || !people || !self.words.is_other(other) || self.tag(other).any(Tag::ARTICLE) {
            return end;
        }
        let (at, tag) = (other + 1, self.tag(other + 1));
        if at >= limit || !tag.any(Tag::LI.or(Tag::FROM)) || tag.any(Tag::VERB) {
            return at;
        }
        let whose = if tag.any(Tag::FROM) { self.here(at + 1, limit) } else { self.bound(at, limit) };
        whose.map_or(at, |p| p.tokens.end.min(limit))
    }

    /// «الرئيس … وزعماء آخرون»: who acts together with others of his kind acts as one of them.
    pub(super) fn with_others(&self, party: Party) -> Party {
        let others = self.past_others(party.name.end, party.tokens.end) == party.tokens.end;
        let name = if others { TokenRange::new(party.name.start, party.tokens.end) } else { party.name };
        Party { name, ..party }
    }

    /// «القاعدة الخاضعة | لسيطرة …», «القوات المدعومة | من …»: a word that asks for what follows is no end of a name.
    pub(super) fn without_open_end(&self, name: TokenRange, end: usize) -> TokenRange {
        let asks = |i: usize| self.words.mark_of_all(i).any(Mark::BELONGS);
        let led = self.words.is_preposition(end) || self.tag(end).any(Tag::LI.or(Tag::BI));
        let open = name.end == end && name.len() > 1 && led && asks(end - 1);
        if open { TokenRange::new(name.start, name.end - 1) } else { name }
    }

    /// «مجموعات صغيرة أيضا من المتظاهرين»: those that a group is made of.
    pub(super) fn members(&self, group: Party, limit: usize) -> Option<Party> {
        if !self.words.is(group.name.start, Mark::GROUP) {
            return None;
        }
        let skip = usize::from(self.tag(group.tokens.end).any(Tag::ALSO_ADVERB.or(Tag::ALSO)));
        let of = group.tokens.end + skip;
        let tag = self.tag(of);
        if of + 1 >= limit || !tag.any(Tag::FROM) || tag.any(Tag::WITH_PRONOUN) || !self.is_men(of + 1) {
            return None;
        }
        let members = self.here(of + 1, limit)?;
        Some(Party { tokens: TokenRange::new(group.tokens.start, members.tokens.end), ..members })
    }
}
