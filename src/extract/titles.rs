//! Titles and honorifics: their qualifiers, what the office is of, and whose they are.

use super::names::{Reader, is_capital};
use crate::model::mention::{NameClass, Title, TitleSort};
use crate::model::{Shape, Token};

/// Tokens that the words between a title and the holder's name may take (`juru bicara | Kementerian Pertahanan Korea
/// Selatan | Jeon Hak-kyou`).
const COMPLEMENT_REACH: usize = 14;

/// Words of a run that holds a body's name and, behind it, a person's.
const BODY_AND_NAME: usize = 3;

/// Words that may stand between an article and a title behind a name (`a | night-shift | manager`).
const MODIFIERS: usize = 3;

impl Reader<'_> {
    /// A title at `i`, its complement and its holder's name: where reading goes on.
    pub(in crate::extract) fn title(&mut self, sentence: usize, i: usize, end: usize, headline: bool) -> Option<usize> {
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
        let (mut complement, sort) = self.complement(core, end, sort, headline);
        if let Some(body) = self.body(complement, end, sort, headline) {
            self.push_name(sentence, complement, body, NameClass::Organisation);
            complement = body;
        }
        let at = self.before_holder(i, core, complement, end, sort, headline);
        let mut holder = None;
        let mut next = complement;
        if at < end
            && self.starts_person(at, end, headline)
            && self.title_words(at, end).is_none_or(|_| {
                self.known.speakers.contains(&self.tokens()[at].norm)
                    || sort == TitleSort::Office && self.royal(at, end)
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

    /// Where the holder's name may start: past the comma of `Gubernur Sumatera Utara, Edy Rahmayadi`, `pelatih Persib, Budi
    /// Santoso`, `Ketua Majelis Hakim, Deni`, or past `bernama`.
    fn before_holder(
        &self,
        start: usize,
        core: usize,
        complement: usize,
        end: usize,
        sort: TitleSort,
        headline: bool,
    ) -> usize {
        let tokens = self.tokens();
        let told = complement > core || sort == TitleSort::Office && core > start + 1;
        let skipped = tokens.get(complement).filter(|_| complement + 1 < end).is_some_and(|t| match &*t.norm {
            "," => matches!(sort, TitleSort::Office | TitleSort::Role) && told,
            "bernama" | "named" | "called" => true,
            _ => false,
        });
        complement + usize::from(skipped && self.starts_person(complement + 1, end, headline))
    }

    /// `Kepala Dinas, Raja Indra Saleh`: a monarch's word between an office and a name is part of the name.
    pub(in crate::extract) fn royal(&self, i: usize, end: usize) -> bool {
        let tokens = self.tokens();
        matches!(
            &*tokens[i].norm,
            "raja" | "ratu" | "sultan" | "pangeran" | "putri" | "putra" | "syah" | "prince" | "king"
        ) && tokens[i].shape == Shape::Capital
            && i + 1 < end
            && tokens[i + 1].shape == Shape::Capital
            && self.lexicon.places.word(&tokens[i + 1].norm).is_none()
    }

    /// One past the club or firm of `pelatih Persib, Budi Santoso.`: one unknown word between a title and a comma, behind
    /// which a full name closes the apposition. In a list of people (`korban Budi, Rina Wati, dan Adi`) more follows.
    fn body(&self, at: usize, end: usize, sort: TitleSort, headline: bool) -> Option<usize> {
        let tokens = self.tokens();
        let one = matches!(sort, TitleSort::Office | TitleSort::Role)
            && at + 3 < end
            && self.starts_person(at, end, headline)
            && &*tokens[at + 1].norm == ","
            && !self.known.speakers.contains(&tokens[at].norm)
            && self.starts_person(at + 2, end, headline)
            && is_capital(&tokens[at + 3]);
        if !one {
            return None;
        }
        let (name_end, class) = self.name_run(at + 2, end, true, headline);
        let behind = tokens.get(name_end).filter(|_| name_end < end);
        let speaks = tokens.get(name_end + 1).is_some_and(|t| name_end + 1 < end && t.verb);
        let closes = behind.is_none_or(|t| match &*t.norm {
            "," => speaks,
            "(" => false,
            _ => t.shape == Shape::Mark || t.verb,
        });
        (closes && class == NameClass::Unknown).then_some(at + 1)
    }

    /// `presiden itu`, `gubernur tersebut`: one that was told of before.
    pub(in crate::extract) fn definite(&self, at: usize, end: usize) -> bool {
        at < end && matches!(&*self.tokens()[at].norm, "itu" | "tersebut" | "ini")
    }

    /// The title's own words from `i`, qualifiers included: one past them, and the sort.
    pub(in crate::extract) fn title_words(&self, i: usize, end: usize) -> Option<(usize, TitleSort)> {
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
    pub(in crate::extract) fn skip_bracket(&self, at: usize, end: usize) -> usize {
        let tokens = self.tokens();
        let bracket =
            at + 2 < end && &*tokens[at].norm == "(" && &*tokens[at + 2].norm == ")" && is_capital(&tokens[at + 1]);
        at + if bracket { 3 } else { 0 }
    }

    /// One past what the office is of: `Luar Negeri Rusia`, `Kremlin`, `Badan Keuangan dan Aset Daerah (BPKAD)`.
    pub(in crate::extract) fn complement(
        &self,
        start: usize,
        end: usize,
        sort: TitleSort,
        headline: bool,
    ) -> (usize, TitleSort) {
        if matches!(sort, TitleSort::Honorific | TitleSort::Rank) {
            return (start, sort);
        }
        let tokens = self.tokens();
        let limit = end.min(start + COMPLEMENT_REACH);
        let mut i = start;
        // `Kepala Bandara`, one title by the lists, ends in a noun of places.
        let place_noun =
            |t: &Token| self.lexicon.places.word(&t.norm).is_some_and(|p| matches!(p.sort, "type" | "facility"));
        if i > 0 && place_noun(&tokens[i - 1]) && self.names_the_place(i, end) {
            i += 1;
        }
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
            if let Some((length, by_itself)) = self.place_at(i, end) {
                i += length;
                if !by_itself && self.names_the_place(i, end) {
                    i += 1;
                }
            } else if let Some((length, _)) =
                self.lexicon.organisations.longest(&tokens[..end], i).filter(|(n, _)| self.capital(i, *n))
            {
                i += length;
            } else if let Some((length, ())) =
                self.lexicon.organisation_heads.longest(&tokens[..end], i).filter(|(n, ())| self.capital(i, *n))
            {
                i += length;
                i += self.body_words(i, end, headline);
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
                i = self.of_what(i, end, headline);
            } else {
                break;
            }
        }
        // A lone word of the complement before a name may be the name's own first word; then nothing was gained.
        (i.min(end), sort)
    }

    /// How many words behind a noun of bodies are the body's own name, where a full name follows: `Ketua DPP Partai | Fajar
    /// Baru | Budi Santoso`. The report's speakers tell where the name starts, else its length does.
    fn body_words(&self, start: usize, end: usize, headline: bool) -> usize {
        let tokens = self.tokens();
        let part = |i: &usize| {
            let place = *i == start && self.place_at(*i, end).is_some();
            tokens[*i].shape == Shape::Capital && self.title_words(*i, end).is_none() && !place
        };
        let run = (start..end).take_while(part).count();
        if headline || run < BODY_AND_NAME {
            return 0;
        }
        let speaker = (start + 1..start + run).find(|&i| self.known.speakers.contains(&tokens[i].norm));
        speaker.map_or_else(|| if run == BODY_AND_NAME { 1 } else { run - 2 }, |i| i - start)
    }

    /// One past the body that an office is of in English: `secretary of the | Rivers Association of Kent`,
    /// `chairman of | Norvell`. A run of three words and more without a small one may hold the holder's name.
    fn of_what(&self, start: usize, end: usize, headline: bool) -> usize {
        let tokens = self.tokens();
        if headline || start >= end || !is_capital(&tokens[start]) || self.place_at(start, end).is_some() {
            return start;
        }
        let stop = self.run_end(start, end, NameClass::Organisation, headline);
        let small = tokens[start..stop].iter().any(|t| t.shape == Shape::Lower);
        if small || stop - start < BODY_AND_NAME { stop } else { start }
    }

    /// `Kepala Bandara | Ilaga | Budi Santoso`: whether the word behind a noun of places is the place's own name, for a full
    /// name of a person still follows, or the report puts it behind `di` elsewhere.
    fn names_the_place(&self, i: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let capital = |j: usize| j < end && is_capital(&tokens[j]) && self.title_words(j, end).is_none();
        let word = |j: usize| tokens.get(j).filter(|_| j < end).map(|t| &*t.norm);
        let located = || {
            tokens.windows(2).any(|w| {
                matches!(&*w[0].norm, "di" | "ke" | "dari" | "in" | "at" | "from") && Some(&*w[1].norm) == word(i)
            })
        };
        capital(i) && (capital(i + 1) && capital(i + 2) || capital(i + 1) && located())
    }

    /// Names inside a title's complement: the places and organisations that the office is of.
    pub(in crate::extract) fn complement_names(&mut self, sentence: usize, start: usize, end: usize) {
        let mut i = start;
        while i < end {
            if !is_capital(&self.tokens()[i]) || self.lexicon.titles.word(&self.tokens()[i].norm).is_some() {
                i += 1;
                continue;
            }
            let (next, class) = self.name_run(i, end, true, false);
            let of = i > start && matches!(&*self.tokens()[i - 1].norm, "of" | "the" | "for");
            let next = if of && class == NameClass::Unknown {
                self.run_end(i, end, NameClass::Organisation, false)
            } else {
                next
            };
            if of || matches!(class, NameClass::Place | NameClass::Organisation) {
                let class = if class == NameClass::Unknown { NameClass::Organisation } else { class };
                self.push_name(sentence, i, next.min(end), class);
            }
            i = next.max(i + 1);
        }
    }

    /// Where the title starts behind the words that tell which: `a | night-shift | manager`.
    fn modified_title(&self, start: usize, end: usize, article: bool) -> Option<usize> {
        let tokens = self.tokens();
        let word = |i: &usize| {
            let t = &tokens[*i];
            !matches!(t.shape, Shape::Mark | Shape::Number) && !self.lexicon.is_function(&t.norm)
        };
        let reach = if article && self.english() { MODIFIERS } else { 0 };
        let first = (start..end.min(start + reach + 1)).find(|&i| self.title_words(i, end).is_some())?;
        (start..first).all(|i| word(&i)).then_some(first)
    }

    fn english(&self) -> bool {
        self.lexicon.language == Some(crate::model::Language::English)
    }

    /// `Sergei Lavrov, the foreign minister,`: a title behind the name just read. Where reading goes on.
    pub(in crate::extract) fn post_title(&mut self, sentence: usize, end_of_name: usize, end: usize) -> usize {
        let tokens = self.tokens();
        let person = self.names.last().is_some_and(|n| matches!(n.class, NameClass::Person | NameClass::Unknown));
        if !person || end_of_name + 2 >= end || &*tokens[end_of_name].norm != "," {
            return end_of_name;
        }
        // `Sergei Lavrov, 44, a night-shift manager,`
        let aged = tokens[end_of_name + 1].shape == Shape::Number && &*tokens[end_of_name + 2].norm == ",";
        let mut i = end_of_name + if aged { 3 } else { 1 };
        let article = i < end && matches!(&*tokens[i].norm, "the" | "a" | "an" | "seorang" | "selaku" | "sebagai");
        i += usize::from(article);
        let Some(i) = self.modified_title(i, end, article) else { return end_of_name };
        let Some((core, sort)) = self.title_words(i, end) else { return end_of_name };
        let sort = if sort == TitleSort::Rank && article { TitleSort::Office } else { sort };
        if !matches!(sort, TitleSort::Office | TitleSort::Role) {
            return end_of_name;
        }
        let (complement, _) = self.complement(core, end, sort, false);
        // It ends the apposition: a mark follows, and no other holder's name.
        let tokens = self.tokens();
        let closes = tokens
            .get(complement)
            .is_none_or(|t| complement >= end || t.shape == Shape::Mark || article && self.english() && !is_capital(t));
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
