//! Runs of capitalised words: where a name starts and ends, and what it names.

use super::{Reader, is_capital};
use crate::model::mention::NameClass;
use crate::model::{Shape, Token};

/// Words to a comma, at most, of a sentence that lists names.
const NAMES_A_COMMA: usize = 4;

impl Reader<'_> {
    /// `Keppres Pemberhentian Imam Nahrawi`, `Gantikan Imam Nahrawi`: a verb or noun of the language, with a capital, before
    /// a name that starts behind it.
    pub(in crate::extract) fn leads(&self, i: usize, end: usize, headline: bool) -> bool {
        let token = &self.tokens()[i];
        let next =
            |j: usize| self.tokens().get(j).is_some_and(|t| j < end && t.shape == Shape::Capital && !self.is_common(j));
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
    pub(in crate::extract) fn derived(&self, i: usize) -> bool {
        let word = &*self.tokens()[i].norm;
        self.lexicon.language == Some(crate::model::Language::Indonesian)
            && word.len() > 7
            && word.ends_with("an")
            && (word.starts_with("ke") || word.starts_with("pe"))
    }

    /// Whether most words of the sentence have a capital: then capitals tell nothing.
    pub(in crate::extract) fn is_title_case(&self, sentence: usize) -> bool {
        let tokens = &self.tokens()[self.segments.sentences[sentence].tokens.clone()];
        let words = tokens.iter().filter(|t| t.norm.len() > 3 && t.shape != Shape::Mark && t.shape != Shape::Number);
        let (mut all, mut capital) = (0, 0);
        for word in words {
            all += 1;
            capital += usize::from(is_capital(word));
        }
        // A team's line-up is names and commas: its capitals tell what they tell anywhere.
        let commas = tokens.iter().filter(|t| matches!(&*t.norm, "," | ";")).count();
        all > 4 && capital * 5 >= all * 4 && commas * NAMES_A_COMMA < all
    }

    /// Whether a name may start at `i`.
    pub(in crate::extract) fn starts_name(&self, i: usize, first: usize, end: usize, headline: bool) -> bool {
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

    /// From a name's first token: one past its last, and what it names.
    pub(in crate::extract) fn name_run(
        &self,
        start: usize,
        end: usize,
        after_title: bool,
        headline: bool,
    ) -> (usize, NameClass) {
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

    /// One past the last token of the run of capitalised words from `start`.
    pub(in crate::extract) fn run_end(&self, start: usize, end: usize, class: NameClass, headline: bool) -> usize {
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
            } else if Self::joins(token, class) && next_capital && !headline {
                i += 2;
            } else if &*token.norm == "&" && next_capital {
                // `Levison & Hart`: a firm.
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
    pub(in crate::extract) fn joins(token: &Token, class: NameClass) -> bool {
        let word = &*token.norm;
        matches!(
            word,
            "bin" | "binti" | "al" | "el" | "de" | "da" | "dos" | "van" | "von" | "der" | "la" | "ibn" | "ben"
        ) || matches!(class, NameClass::Organisation | NameClass::Place)
            && matches!(word, "dan" | "of" | "the" | "&" | "for" | "and" | "untuk")
    }

    /// What a run of capitalised words names, by the words beside it.
    pub(in crate::extract) fn guess(&self, start: usize, end: usize) -> NameClass {
        let tokens = self.tokens();
        let before = start.checked_sub(1).map(|i| &tokens[i]);
        let word = before.map_or("", |t| &*t.norm);
        if tokens[start..end].iter().any(|t| &*t.norm == "&") {
            return NameClass::Organisation;
        }
        if matches!(word, "bernama" | "dipanggil" | "berinisial") {
            return NameClass::Person;
        }
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

    /// Whether a person's name may start at `i`.
    pub(in crate::extract) fn starts_person(&self, i: usize, end: usize, headline: bool) -> bool {
        let tokens = self.tokens();
        i < end
            && is_capital(&tokens[i])
            && self.place_at(i, end).is_none()
            && !self.derived(i)
            && !self.leads(i, end, headline)
            && !self.lexicon.is_function(&tokens[i].norm)
            && self.lexicon.calendar.word(&tokens[i].norm).is_none()
            && self.lexicon.organisation_heads.word(&tokens[i].norm).is_none()
    }
}

fn is_initial_letter(token: &Token) -> bool {
    token.norm.chars().count() == 1 && is_capital(token)
}

fn is_initial(tokens: &[Token], i: usize) -> bool {
    is_initial_letter(&tokens[i])
}
