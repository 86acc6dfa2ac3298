//! Names of people, organisations, places and things, and the titles that stand beside them.
//!
//! There is no tagger and no model: a name is a run of capitalised words; what it names is told by the words around it
//! (titles, `kota`, `Bank`, verbs of saying, an age in brackets), by the general gazetteer, and by how the same words are
//! used elsewhere in the report.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Lexicon, tokens::name_parts};
use crate::model::mention::{At, Name, NameClass, Title, TitleSort};
use crate::model::{BlockKind, Report, Segments, Shape, Token};

/// Tokens that the words between a title and the holder's name may take (`juru bicara | Kementerian Pertahanan Korea
/// Selatan | Jeon Hak-kyou`).
const COMPLEMENT_REACH: usize = 14;

/// Names and titles of a report, each in order of place.
pub fn names(report: &Report, segments: &Segments, lexicon: &Lexicon) -> (Vec<Name>, Vec<Title>) {
    let known = Known::of(report, segments, lexicon);
    let mut reader = Reader { report, segments, lexicon, known, names: Vec::new(), titles: Vec::new() };
    for sentence in 0..segments.sentences.len() {
        reader.sentence(sentence);
    }
    let Reader { mut names, titles, .. } = reader;
    settle_classes(&mut names, segments);
    link_aliases(&mut names, segments);
    (names, titles)
}

/// What the whole report tells of its capitalised words.
struct Known {
    /// Written with a capital in the middle of a sentence.
    capital: FxHashSet<Box<str>>,
    /// Written small somewhere.
    small: FxHashSet<Box<str>>,
    /// Credited with speech, standing alone beside the verb.
    speakers: FxHashSet<Box<str>>,
}

impl Known {
    fn of(report: &Report, segments: &Segments, lexicon: &Lexicon) -> Self {
        let mut known =
            Self { capital: FxHashSet::default(), small: FxHashSet::default(), speakers: FxHashSet::default() };
        for sentence in &segments.sentences {
            let tokens = &segments.tokens[sentence.tokens.clone()];
            let body = report.blocks[sentence.block].kind == BlockKind::Paragraph;
            for (i, token) in tokens.iter().enumerate() {
                match token.shape {
                    Shape::Lower => drop(known.small.insert(token.norm.clone())),
                    _ if !is_capital(token) => {}
                    _ if body && i > 0 && tokens[i - 1].shape != Shape::Mark => {
                        drop(known.capital.insert(token.norm.clone()))
                    }
                    _ => {}
                }
                let listed =
                    lexicon.places.word(&token.norm).is_some() || lexicon.organisations.word(&token.norm).is_some();
                if is_capital(token)
                    && body
                    && !listed
                    && lexicon.calendar.word(&token.norm).is_none()
                    && speaks_beside(lexicon, tokens, i)
                {
                    known.speakers.insert(token.norm.clone());
                }
            }
        }
        known
    }
}

/// `kata Raja,` / `Raja mengatakan` / `said Smith`: one capitalised word alone beside a verb of saying.
fn speaks_beside(lexicon: &Lexicon, tokens: &[Token], i: usize) -> bool {
    let says = |t: &Token| lexicon.reporting.word(&t.stem).is_some() && t.shape == Shape::Lower;
    let alone_right = tokens.get(i + 1).is_none_or(|t| !is_capital(t));
    let alone_left = i == 0 || !is_capital(&tokens[i - 1]);
    alone_right && alone_left && ((i > 0 && says(&tokens[i - 1])) || tokens.get(i + 1).is_some_and(says))
}

fn is_capital(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
}

struct Reader<'a> {
    report: &'a Report,
    segments: &'a Segments,
    lexicon: &'a Lexicon,
    known: Known,
    names: Vec<Name>,
    titles: Vec<Title>,
}

impl Reader<'_> {
    fn tokens(&self) -> &[Token] {
        &self.segments.tokens
    }

    fn sentence(&mut self, sentence: usize) {
        let range = self.segments.sentences[sentence].tokens.clone();
        let block = self.report.blocks[self.segments.sentences[sentence].block].kind;
        let headline = block == BlockKind::Headline || self.is_title_case(sentence);
        let mut i = range.start;
        while i < range.end {
            if let Some(next) = self.title(sentence, i, range.end, headline) {
                i = next;
            } else if self.leads(i, range.end, headline) {
                i += 1;
            } else if self.starts_name(i, range.start, range.end, headline) {
                let (end, class) = self.name_run(i, range.end, false, headline);
                self.push_name(sentence, i, end, class);
                i = self.post_title(sentence, end, range.end);
            } else {
                i += 1;
            }
        }
    }

    /// `Keppres Pemberhentian Imam Nahrawi`, `Gantikan Imam Nahrawi`: a verb or noun of the language, with a capital, before
    /// a name that starts behind it.
    fn leads(&self, i: usize, end: usize, headline: bool) -> bool {
        let token = &self.tokens()[i];
        let next = |j: usize| self.tokens().get(j).is_some_and(|t| j < end && t.shape == Shape::Capital && !self.is_common(j));
        let affixed = !token.stem.is_empty() && token.stem != token.norm && self.lexicon.roots.contains(&*token.stem);
        let verb = self.lexicon.frame_words.word(&token.norm).is_some();
        let short = self.lexicon.expansions.word(&token.norm).is_some() && token.shape == Shape::Capital;
        let listed = self.lexicon.organisation_heads.word(&token.norm).is_some()
            || self.lexicon.titles.word(&token.norm).is_some()
            || self.lexicon.qualifiers.word(&token.norm).is_some()
            || self.lexicon.places.word(&token.norm).is_some();
        token.shape == Shape::Capital
            && !listed
            && !self.known.speakers.contains(&token.norm)
            && next(i + 1)
            && (next(i + 2) || headline)
            && (affixed && token.norm.len() > 5 && (self.derived(i) || headline) || short || verb && headline)
    }

    /// `Pemberhentian`, `Keputusan`: a noun made with affixes.
    fn derived(&self, i: usize) -> bool {
        let word = &*self.tokens()[i].norm;
        self.lexicon.language == Some(crate::model::Language::Indonesian)
            && word.len() > 7
            && word.ends_with("an")
            && (word.starts_with("ke") || word.starts_with("pe"))
    }

    /// Whether most words of the sentence have a capital: then capitals tell nothing.
    fn is_title_case(&self, sentence: usize) -> bool {
        let tokens = &self.tokens()[self.segments.sentences[sentence].tokens.clone()];
        let words = tokens.iter().filter(|t| t.norm.len() > 3 && t.shape != Shape::Mark && t.shape != Shape::Number);
        let (mut all, mut capital) = (0, 0);
        for word in words {
            all += 1;
            capital += usize::from(is_capital(word));
        }
        all > 4 && capital * 5 >= all * 4
    }

    /// Whether a name may start at `i`.
    fn starts_name(&self, i: usize, first: usize, end: usize, headline: bool) -> bool {
        let token = &self.tokens()[i];
        if !is_capital(token) {
            return false;
        }
        let word = &*token.norm;
        if self.lexicon.calendar.word(word).is_some()
            && self.lexicon.places.word(word).is_none()
            && !self.known.speakers.contains(word)
        {
            return false;
        }
        if self.lexicon.is_function(word) && token.shape != Shape::Upper {
            return false;
        }
        // `Rp`, `US$`, `M` behind a number.
        let number_before = i > first && self.tokens()[i - 1].shape == Shape::Number;
        let number_after = i + 1 < end && self.tokens()[i + 1].shape == Shape::Number;
        let unit = self.lexicon.units.word(word).is_some() || self.lexicon.scales.word(word).is_some();
        if unit && (number_before || number_after) {
            return false;
        }
        let at_start = i == first
            || self.tokens()[i - 1].shape == Shape::Mark && !matches!(&*self.tokens()[i - 1].norm, "," | "(" | "/");
        if !at_start && !headline {
            return true;
        }
        // At a sentence's start, and in headlines, a capital tells nothing: something else must.
        let next_capital = self.tokens().get(i + 1).is_some_and(|t| i + 1 < end && is_capital(t));
        self.known.capital.contains(word)
            || self.known.speakers.contains(word)
            || matches!(token.shape, Shape::Upper | Shape::Mixed) && !headline
            || self.place_at(i, end).is_some()
            || self.lexicon.organisations.longest(&self.tokens()[..end], i).is_some()
            || self.lexicon.agencies.longest(&self.tokens()[..end], i).is_some_and(|(_, a)| *a != "general")
            || (!headline && next_capital && !self.is_common(i))
            || (!headline && self.lexicon.organisation_heads.word(word).is_some() && next_capital)
            || (!headline
                && !self.is_common(i)
                && !self.known.small.contains(word)
                && token.norm.len() > 2
                && !token.verb)
    }

    /// Whether the word is a common word of the language, or is written small elsewhere in the report.
    fn is_common(&self, i: usize) -> bool {
        let token = &self.tokens()[i];
        token.shape != Shape::Upper
            && !self.known.speakers.contains(&token.norm)
            && (self.known.small.contains(&token.norm) || self.lexicon.is_common(&token.norm, &token.stem))
    }

    /// The gazetteer's place at `i`, each of its words with a capital: its length, and whether it is a place by itself
    /// rather than a noun of places.
    fn place_at(&self, i: usize, end: usize) -> Option<(usize, bool)> {
        let (length, place) = self.lexicon.places.longest(&self.tokens()[..end], i)?;
        let capital = self.tokens()[i..i + length].iter().all(|t| is_capital(t) || t.shape == Shape::Mark);
        capital.then_some((length, !matches!(place.sort, "type" | "facility")))
    }

    /// From a name's first token: one past its last, and what it names.
    fn name_run(&self, start: usize, end: usize, after_title: bool, headline: bool) -> (usize, NameClass) {
        let tokens = self.tokens();
        let first = &tokens[start];
        if let Some((length, _)) =
            self.lexicon.organisations.longest(&tokens[..end], start).filter(|(n, _)| self.capital(start, *n))
        {
            return (start + length, NameClass::Organisation);
        }
        if let Some((length, _)) = self
            .lexicon
            .agencies
            .longest(&tokens[..end], start)
            .filter(|(n, a)| **a != "general" && self.capital(start, *n))
        {
            return (start + length, NameClass::Organisation);
        }
        let place = self.place_at(start, end);
        if let Some((length, true)) = place {
            let next = start + length;
            // `Medan Baru`, `Bandung Barat` stay a place; `Jawa Barat Ridwan Kamil` does not run on after a title.
            let more = !after_title
                && next < end
                && is_capital(&tokens[next])
                && self.is_common(next)
                && !headline
                && self.lexicon.titles.longest(&tokens[..end], next).is_none();
            return (next + usize::from(more), NameClass::Place);
        }
        let head =
            self.lexicon.organisation_heads.longest(&tokens[..end], start).filter(|(n, ())| self.capital(start, *n));
        let class = match (head, place, first.shape) {
            (Some(_), ..) => NameClass::Organisation,
            (None, Some(_), _) => NameClass::Place,
            (None, None, Shape::Upper) if first.norm.len() > 1 => {
                let lone = tokens.get(start + 1).is_none_or(|t| start + 1 >= end || !is_capital(t));
                if lone || after_title { NameClass::Organisation } else { NameClass::Thing }
            }
            _ => NameClass::Unknown,
        };
        if class == NameClass::Organisation && head.is_none() {
            return (start + 1, class);
        }
        (self.run_end(start, end, class, headline), class)
    }

    fn capital(&self, start: usize, length: usize) -> bool {
        self.tokens()[start..start + length]
            .iter()
            .all(|t| is_capital(t) || t.shape == Shape::Mark || self.lexicon.is_function(&t.norm))
            && is_capital(&self.tokens()[start])
    }

    /// One past the last token of the run of capitalised words from `start`.
    fn run_end(&self, start: usize, end: usize, class: NameClass, headline: bool) -> usize {
        let tokens = self.tokens();
        let mut i = start + 1;
        while i < end {
            let token = &tokens[i];
            let next_capital = i + 1 < end && is_capital(&tokens[i + 1]);
            let title = self.lexicon.titles.longest(&tokens[..end], i).is_some();
            if is_capital(token) {
                let calendar = self.lexicon.calendar.word(&token.norm).is_some();
                let stop = (class != NameClass::Organisation && title && !self.known.speakers.contains(&token.norm))
                    || calendar
                    || (headline && self.is_common(i) && !self.known.capital.contains(&token.norm))
                    || self.lexicon.is_function(&token.norm) && token.shape != Shape::Upper;
                if stop {
                    break;
                }
                i += 1;
            } else if is_initial(tokens, i)
                || (&*token.norm == "." && i > start && is_initial_letter(&tokens[i - 1]) && next_capital)
            {
                i += 1;
            } else if self.joins(token, class) && next_capital && !headline {
                i += 2;
            } else if token.shape == Shape::Number && class == NameClass::Thing && token.norm.len() < 4 {
                i += 1;
                break;
            } else {
                break;
            }
        }
        i
    }

    /// Small words inside names: `bin`, `de`, `al`; in an organisation's also `dan`, `of`, `the`, `for`.
    fn joins(&self, token: &Token, class: NameClass) -> bool {
        let word = &*token.norm;
        matches!(
            word,
            "bin" | "binti" | "al" | "el" | "de" | "da" | "dos" | "van" | "von" | "der" | "la" | "ibn" | "ben"
        ) || matches!(class, NameClass::Organisation | NameClass::Place)
            && matches!(word, "dan" | "of" | "the" | "&" | "for" | "and" | "untuk")
    }

    fn push_name(&mut self, sentence: usize, start: usize, end: usize, class: NameClass) -> usize {
        let class = if class == NameClass::Unknown { self.guess(start, end) } else { class };
        let at = self.at(sentence, start, end);
        self.names.push(Name { at, class, alias_of: None });
        self.names.len() - 1
    }

    fn at(&self, sentence: usize, start: usize, end: usize) -> At {
        At {
            span: self.segments.span(start..end),
            tokens: start..end,
            sentence,
            clause: self.segments.clause_at(start).unwrap_or(self.segments.sentences[sentence].clauses.start),
        }
    }

    /// What a run of capitalised words names, by the words beside it.
    fn guess(&self, start: usize, end: usize) -> NameClass {
        let tokens = self.tokens();
        let before = start.checked_sub(1).map(|i| &tokens[i]);
        let word = before.map_or("", |t| &*t.norm);
        if tokens.get(end).is_some_and(|t| &*t.norm == "(")
            && tokens.get(end + 1).is_some_and(|t| t.shape == Shape::Number && t.norm.len() <= 2)
        {
            return NameClass::Person;
        }
        if before.is_some_and(|t| self.lexicon.titles.word(&t.norm).is_some()) {
            return NameClass::Person;
        }
        let says = |t: &Token| self.lexicon.reporting.word(&t.stem).is_some();
        if before.is_some_and(says) || tokens.get(end).is_some_and(says) {
            return NameClass::Person;
        }
        let facility = self.lexicon.places.longest(tokens, start).is_some()
            || self.lexicon.places.word(word).is_some_and(|p| matches!(p.sort, "type" | "facility"));
        if facility || matches!(word, "di" | "ke" | "in" | "at" | "near" | "off") {
            return NameClass::Place;
        }
        let initials = tokens[start..end].iter().any(|t| is_initial_letter(t) && t.shape != Shape::Upper);
        if initials || (end - start >= 2 && end - start <= 4 && (start..end).all(|i| !self.is_common(i))) {
            return NameClass::Person;
        }
        NameClass::Unknown
    }

    /// A title at `i`, its complement and its holder's name: where reading goes on.
    fn title(&mut self, sentence: usize, i: usize, end: usize, headline: bool) -> Option<usize> {
        let tokens = self.tokens();
        let (core, sort) = self.title_words(i, end)?;
        if self.known.speakers.contains(&tokens[i].norm)
            && core == i + 1
            && tokens[i].shape == Shape::Capital
            && !headline
        {
            return None;
        }
        // `Rusia's president`: the complement may stand before; it is left to the aligner.
        let (complement, sort) = self.complement(core, end, sort, headline);
        let mut at = complement;
        // `Gubernur Sumatera Utara, Edy Rahmayadi`; `Kabag Humas … Sumut, Muhammad Ikhsan`.
        if sort == TitleSort::Office
            && at + 1 < end
            && &*self.tokens()[at].norm == ","
            && self.starts_person(at + 1, end)
            && complement > core
        {
            at += 1;
        }
        let mut holder = None;
        let mut next = complement;
        if at < end
            && self.starts_person(at, end)
            && self.title_words(at, end).is_none_or(|_| {
                self.known.speakers.contains(&self.tokens()[at].norm) || sort == TitleSort::Office && self.royal(at, end)
            })
        {
            let (name_end, class) = self.name_run(at, end, true, headline);
            if matches!(class, NameClass::Unknown) {
                holder = Some(self.push_name(sentence, at, name_end, NameClass::Person));
                next = name_end;
            }
        }
        let chained = holder.is_none() && complement < end && self.title_words(complement, end).is_some();
        let title = Title { at: self.at(sentence, i, complement), holder, sort };
        // A role or honorific that no name follows is a common noun.
        let keep = holder.is_some()
            || chained
            || sort == TitleSort::Office
                && (complement > core || is_capital(&self.tokens()[i]) || self.definite(complement, end));
        let slot = self.titles.len();
        if keep {
            self.titles.push(title);
        }
        self.complement_names(sentence, core, complement);
        if chained {
            let next = self.title(sentence, complement, end, headline)?;
            let holder = self.titles.get(slot + 1).and_then(|t| t.holder);
            if let Some(title) = self.titles.get_mut(slot) {
                title.holder = holder;
            }
            return Some(next);
        }
        Some(next.max(i + 1))
    }

    /// `Kepala Dinas, Raja Indra Saleh`: a monarch's word between an office and a name is part of the name.
    fn royal(&self, i: usize, end: usize) -> bool {
        let tokens = self.tokens();
        matches!(&*tokens[i].norm, "raja" | "ratu" | "sultan" | "pangeran" | "putri" | "putra" | "syah" | "prince" | "king")
            && tokens[i].shape == Shape::Capital
            && i + 1 < end
            && tokens[i + 1].shape == Shape::Capital
            && !self.lexicon.places.word(&tokens[i + 1].norm).is_some()
    }

    /// `presiden itu`, `gubernur tersebut`: one that was told of before.
    fn definite(&self, at: usize, end: usize) -> bool {
        at < end && matches!(&*self.tokens()[at].norm, "itu" | "tersebut" | "ini")
    }

    /// The title's own words from `i`, qualifiers included: one past them, and the sort.
    fn title_words(&self, i: usize, end: usize) -> Option<(usize, TitleSort)> {
        let tokens = &self.tokens()[..end];
        let mut at = i;
        while let Some((length, _)) = self.lexicon.qualifiers.longest(tokens, at) {
            at += length;
            // `Pelaksana Tugas (Plt) Kepala`, `Pelaksana tugas Menteri`.
            at = self.skip_bracket(at, end);
        }
        let (length, &sort) = match self.lexicon.titles.longest(tokens, at) {
            Some(found) => found,
            None if at > i && at < end && is_capital(&tokens[at]) => return Some((at, TitleSort::Office)),
            None => return None,
        };
        let mut next = self.skip_bracket(at + length, end);
        if tokens.get(next).is_some_and(|t| &*t.norm == ".")
            && tokens[next - 1].norm.len() <= 4
            && tokens.get(next + 1).is_some_and(is_capital)
        {
            next += 1;
        }
        Some((next, sort))
    }

    /// Past `(Plt)`, `(Kabag)`, `(BPKAD)`: a short bracket that says the same again.
    fn skip_bracket(&self, at: usize, end: usize) -> usize {
        let tokens = self.tokens();
        let bracket =
            at + 2 < end && &*tokens[at].norm == "(" && &*tokens[at + 2].norm == ")" && is_capital(&tokens[at + 1]);
        at + if bracket { 3 } else { 0 }
    }

    /// One past what the office is of: `Luar Negeri Rusia`, `Kremlin`, `Badan Keuangan dan Aset Daerah (BPKAD)`.
    fn complement(&self, start: usize, end: usize, sort: TitleSort, headline: bool) -> (usize, TitleSort) {
        if matches!(sort, TitleSort::Honorific | TitleSort::Rank) {
            return (start, sort);
        }
        let tokens = self.tokens();
        let limit = end.min(start + COMPLEMENT_REACH);
        let mut i = start;
        while i < limit {
            let token = &tokens[i];
            if self.known.speakers.contains(&token.norm) || i > start && self.royal(i, end) {
                break;
            }
            let rank = self.lexicon.titles.longest(&tokens[..end], i).is_some_and(|(_, s)| {
                matches!(s, TitleSort::Rank | TitleSort::Honorific) || token.shape == Shape::Lower
            });
            if rank && self.lexicon.organisation_heads.longest(&tokens[..end], i).is_none() {
                break;
            }
            if let Some((length, _)) = self.place_at(i, end) {
                i += length;
            } else if let Some((length, _)) =
                self.lexicon.organisations.longest(&tokens[..end], i).filter(|(n, _)| self.capital(i, *n))
            {
                i += length;
            } else if let Some((length, ())) =
                self.lexicon.organisation_heads.longest(&tokens[..end], i).filter(|(n, ())| self.capital(i, *n))
            {
                i += length;
            } else if &*token.norm == "(" {
                let next = self.skip_bracket(i, end);
                if next == i {
                    break;
                }
                i = next;
            } else if is_capital(token)
                && (token.shape == Shape::Upper && token.norm.len() > 1 || self.is_common(i))
                && !headline
            {
                i += 1;
            } else if matches!(
                &*token.norm,
                "dan" | "of" | "the" | "for" | "and" | "&" | "pada" | "bidang" | "di" | "'s"
            ) && i > start
                && tokens.get(i + 1).is_some_and(|t| {
                    i + 1 < limit && is_capital(t) && (self.is_common(i + 1) || self.place_at(i + 1, end).is_some())
                })
                || matches!(&*token.norm, "of" | "untuk" | "for")
                    && i == start
                    && tokens.get(i + 1).is_some_and(|t| is_capital(t) || &*t.norm == "the")
            {
                i += 1;
                if tokens.get(i).is_some_and(|t| &*t.norm == "the") {
                    i += 1;
                }
            } else {
                break;
            }
        }
        // A lone word of the complement before a name may be the name's own first word; then nothing was gained.
        (i.min(end), sort)
    }

    /// Names inside a title's complement: the places and organisations that the office is of.
    fn complement_names(&mut self, sentence: usize, start: usize, end: usize) {
        let mut i = start;
        while i < end {
            if !is_capital(&self.tokens()[i]) || self.lexicon.titles.word(&self.tokens()[i].norm).is_some() {
                i += 1;
                continue;
            }
            let (next, class) = self.name_run(i, end, true, false);
            if matches!(class, NameClass::Place | NameClass::Organisation) {
                self.push_name(sentence, i, next.min(end), class);
            }
            i = next.max(i + 1);
        }
    }

    /// Whether a person's name may start at `i`.
    fn starts_person(&self, i: usize, end: usize) -> bool {
        let tokens = self.tokens();
        i < end
            && is_capital(&tokens[i])
            && self.place_at(i, end).is_none()
            && !self.derived(i)
            && !self.lexicon.is_function(&tokens[i].norm)
            && self.lexicon.calendar.word(&tokens[i].norm).is_none()
            && self.lexicon.organisation_heads.word(&tokens[i].norm).is_none()
    }

    /// `Sergei Lavrov, the foreign minister,`: a title behind the name just read. Where reading goes on.
    fn post_title(&mut self, sentence: usize, end_of_name: usize, end: usize) -> usize {
        let tokens = self.tokens();
        let person = self.names.last().is_some_and(|n| matches!(n.class, NameClass::Person | NameClass::Unknown));
        if !person || end_of_name + 2 >= end || &*tokens[end_of_name].norm != "," {
            return end_of_name;
        }
        let mut i = end_of_name + 1;
        if matches!(&*tokens[i].norm, "the" | "a" | "an" | "seorang" | "selaku" | "sebagai") {
            i += 1;
        }
        let Some((core, sort @ (TitleSort::Office | TitleSort::Role))) = self.title_words(i, end) else {
            return end_of_name;
        };
        let (complement, _) = self.complement(core, end, sort, false);
        // It ends the apposition: a mark follows, and no other holder's name.
        let closes = self.tokens().get(complement).is_none_or(|t| complement >= end || t.shape == Shape::Mark);
        if !closes {
            return end_of_name;
        }
        let holder = self.names.len() - 1;
        self.names[holder].class = NameClass::Person;
        let at = self.at(sentence, i, complement);
        self.titles.push(Title { at, holder: Some(holder), sort });
        self.complement_names(sentence, core, complement);
        complement
    }
}

fn is_initial_letter(token: &Token) -> bool {
    token.norm.chars().count() == 1 && is_capital(token)
}

fn is_initial(tokens: &[Token], i: usize) -> bool {
    is_initial_letter(&tokens[i])
}

/// The same words name the same sort of thing throughout a report: what most of their mentions, or the surest, say.
fn settle_classes(names: &mut [Name], segments: &Segments) {
    let mut votes: FxHashMap<Vec<Box<str>>, FxHashMap<NameClass, usize>> = FxHashMap::default();
    let key = |n: &Name| name_parts(&segments.tokens[n.at.tokens.clone()]);
    for name in names.iter() {
        *votes.entry(key(name)).or_default().entry(name.class).or_default() += 1;
    }
    // A person's parts are a person elsewhere too (`Hanif` after `Hanif Dhakiri`).
    let people: FxHashSet<Box<str>> =
        names.iter().filter(|n| n.class == NameClass::Person && n.at.tokens.len() > 1).flat_map(|n| key(n)).collect();
    for name in names.iter_mut() {
        let key = key(name);
        let Some(classes) = votes.get(&key) else { continue };
        let best = classes
            .iter()
            .filter(|(c, _)| **c != NameClass::Unknown)
            .max_by_key(|(c, n)| (**n, std::cmp::Reverse(**c)));
        if let Some((class, _)) = best {
            name.class = *class;
        }
        if matches!(name.class, NameClass::Unknown | NameClass::Place) && key.iter().all(|p| people.contains(p)) {
            name.class = NameClass::Person;
        }
    }
}

/// Short forms to the longer name they stand for, brackets to the name before them.
fn link_aliases(names: &mut [Name], segments: &Segments) {
    let keys: Vec<Vec<Box<str>>> = names.iter().map(|n| name_parts(&segments.tokens[n.at.tokens.clone()])).collect();
    for i in 0..names.len() {
        // `Kantor Berita Pusat Korea (KCNA)`.
        if i > 0 {
            let (a, b) = (&names[i - 1].at.tokens, &names[i].at.tokens);
            let bracket = b.start == a.end + 1
                && &*segments.tokens[a.end].norm == "("
                && segments.tokens.get(b.end).is_some_and(|t| &*t.norm == ")");
            if bracket && b.len() == 1 && initials(&keys[i - 1]).contains(&keys[i].concat()) {
                names[i].alias_of = Some(i - 1);
                continue;
            }
        }
        if names[i].class != NameClass::Person {
            continue;
        }
        // Of several longer forms the one that the report names most: a father named once does not take over his son's
        // short form.
        let longer = |j: &usize| {
            names[*j].class == NameClass::Person && keys[*j].len() > keys[i].len() && is_short_for(&keys[i], &keys[*j])
        };
        let best = (0..names.len()).filter(longer).max_by_key(|&j| {
            let named = keys.iter().filter(|k| **k == keys[j]).count();
            (named, keys[j].len(), std::cmp::Reverse(j))
        });
        names[i].alias_of = best;
    }
}

/// Whether all parts of `short` stand in `long`, in order.
pub fn is_short_for(short: &[Box<str>], long: &[Box<str>]) -> bool {
    let mut rest = long.iter();
    !short.is_empty() && short.iter().all(|p| rest.any(|q| q == p))
}

/// The letters that may abbreviate a name: first letters of its words, with and without small words.
fn initials(parts: &[Box<str>]) -> [String; 2] {
    let first = |p: &Box<str>| p.chars().next();
    let all = parts.iter().filter_map(first).collect();
    let main =
        parts.iter().filter(|p| !matches!(&***p, "dan" | "of" | "the" | "and" | "for")).filter_map(first).collect();
    [all, main]
}
