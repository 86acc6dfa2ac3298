//! Things: noun phrases with their head, count and modifiers, and the lists that they stand in.
//!
//! A sentence is read from left to right; cost is linear in its tokens. It is no parser: a phrase is a run of content
//! words that holds no verb, cut at persons' names and at number words, with what `dari`, `of` or `with` hangs on it.

use std::ops::Range;

use crate::language::Lexicon;
use crate::model::mention::{At, Listing, Name, NameClass, Thing, Title};
use crate::model::{Language, Segments, Shape, Token};

/// Words that a phrase may take: longer runs are headlines or litter.
const LONGEST: usize = 14;

/// Words that hang another phrase on the one before it.
const LINKS: [&str; 6] = ["dari", "milik", "berisi", "of", "with", "bernama"];

/// Words that open a phrase and are no part of what it names.
const OPENERS: [&str; 16] = [
    "a", "an", "the", "his", "her", "its", "their", "some", "any", "para", "suatu", "sang", "si", "sejumlah",
    "berbagai", "up",
];

/// Words of a language that count a thing by pairs or sets.
const PAIRS: [&str; 7] = ["sepasang", "pasang", "pair", "pairs", "set", "sets", "seperangkat"];

/// The things of a report and the lists they stand in, each in order of place.
pub fn things(segments: &Segments, lexicon: &Lexicon, names: &[Name], titles: &[Title]) -> (Vec<Thing>, Vec<Listing>) {
    let mut person = vec![false; segments.tokens.len()];
    for name in names.iter().filter(|n| n.class == NameClass::Person) {
        person[name.at.tokens.clone()].fill(true);
    }
    let mut title = vec![false; segments.tokens.len()];
    for t in titles {
        title[t.at.tokens.clone()].fill(true);
    }
    let reader = Reader { segments, lexicon, person, title, language: lexicon.language.unwrap_or(Language::Other) };
    let (mut out, mut lists) = (Vec::new(), Vec::new());
    for sentence in 0..segments.sentences.len() {
        let first = out.len();
        reader.sentence(sentence, &mut out);
        reader.lists(sentence, first, &out, &mut lists);
    }
    (out, lists)
}

struct Reader<'a> {
    segments: &'a Segments,
    lexicon: &'a Lexicon,
    person: Vec<bool>,
    title: Vec<bool>,
    language: Language,
}

impl Reader<'_> {
    fn token(&self, i: usize) -> &Token {
        &self.segments.tokens[i]
    }

    fn word(&self, i: usize) -> &str {
        self.segments.tokens.get(i).map_or("", |t| &*t.norm)
    }

    fn sentence(&self, sentence: usize, out: &mut Vec<Thing>) {
        let range = self.segments.sentences[sentence].tokens.clone();
        let mut i = range.start;
        while i < range.end {
            match self.thing(sentence, i, range.end) {
                Some(thing) => {
                    i = thing.at.tokens.end.max(i + 1);
                    out.push(thing);
                }
                None => i += 1,
            }
        }
    }

    /// The phrase that starts at `i`.
    fn thing(&self, sentence: usize, i: usize, end: usize) -> Option<Thing> {
        let mut at = i;
        while at < end && OPENERS.contains(&self.word(at)) {
            at += 1;
        }
        let counted = self.count(at, end);
        let content = self.content(counted, end);
        if content.is_empty() {
            return None;
        }
        let head = self.head(&content);
        let mut last = content.end;
        let is_person = content.clone().any(|t| self.person[t] || self.title[t]);
        // What hangs on it, once: `sarung tangan dari pakaian antariksa`, `launcher with two rockets`.
        if !is_person && last + 1 < end && LINKS.contains(&self.word(last)) {
            let opener = last + 1 + usize::from(OPENERS.contains(&self.word(last + 1)));
            let inner = self.content(self.count(opener, end), end);
            if !inner.is_empty() && !inner.clone().any(|t| self.person[t]) {
                last = inner.end;
            }
        }
        if last - i > LONGEST {
            return None;
        }
        let tokens = i..last;
        Some(Thing {
            at: At {
                span: self.segments.span(tokens.clone()),
                clause: self.segments.clause_at(head).unwrap_or(0),
                sentence,
                tokens,
            },
            head,
            words: content.start..content.end,
            count: (counted > at).then_some(at..counted),
            pair: (at..counted).any(|t| PAIRS.contains(&self.word(t))),
            person: is_person,
        })
    }

    /// Where the number, classifier or measure at `i` ends.
    fn count(&self, i: usize, end: usize) -> usize {
        let tokens = &self.segments.tokens[..end];
        let mut at = i;
        while at < end {
            let digits = tokens[at].shape == Shape::Number
                && tokens[at].norm.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
            let step = self
                .lexicon
                .numbers
                .longest(tokens, at)
                .map(|(n, _)| n)
                .or_else(|| self.lexicon.scales.longest(tokens, at).map(|(n, _)| n))
                .or_else(|| (at > i).then(|| self.lexicon.classifiers.longest(tokens, at).map(|(n, ())| n)).flatten())
                .unwrap_or(usize::from(digits || PAIRS.contains(&&*tokens[at].norm)));
            if step == 0 {
                break;
            }
            at += step;
        }
        if at > i && self.word(at) == "of" { at + 1 } else { at }
    }

    /// The run of content words from `i`.
    fn content(&self, i: usize, end: usize) -> Range<usize> {
        let mut at = i;
        while at < end && self.is_content(at, i, end) {
            // A person's name before a thing is the receiver (`memberi Putin senjata`): it ends the phrase.
            if at > i && self.person[at - 1] && !self.person[at] {
                break;
            }
            at += 1;
        }
        i..at.max(i)
    }

    fn is_content(&self, at: usize, first: usize, end: usize) -> bool {
        let token = self.token(at);
        if token.shape == Shape::Mark {
            // `fully loaded "mother" ship`: marks around a word inside go with it.
            return false;
        }
        if self.title[at] || self.person[at] {
            return true;
        }
        if at > first && self.compound(at) {
            return true;
        }
        if self.lexicon.is_function(&token.norm) && !self.trails(at, first) {
            return false;
        }
        if self.lexicon.calendar.word(&token.norm).is_some() && token.shape != Shape::Lower {
            return false;
        }
        // A number word opens the next phrase.
        if at > first && self.lexicon.numbers.word(&token.norm).is_some() {
            return false;
        }
        !token.verb || self.is_adjective(at, first, end)
    }

    /// `kerja sama`, `kereta mewah`: two words that the lists know as one.
    fn compound(&self, at: usize) -> bool {
        let both = format!("{} {}", self.word(at - 1), self.word(at));
        let both = both.as_str();
        self.lexicon.kinds.contains_key(both)
            || self.lexicon.near.contains_key(both)
            || self.lexicon.same.contains_key(both)
    }

    /// `hadiah lainnya`, `pabrik lain`: function words that tell which.
    fn trails(&self, at: usize, first: usize) -> bool {
        matches!(self.word(at), "lainnya" | "lain" | "other" | "buatan" | "loaded" | "fully")
            && (at > first || self.language == Language::English)
    }

    /// A verb's form that stands as an adjective.
    fn is_adjective(&self, at: usize, first: usize, end: usize) -> bool {
        let word = self.word(at);
        let next_is_noun = at + 1 < end && {
            let next = self.token(at + 1);
            next.shape != Shape::Mark && !next.verb && !self.lexicon.is_function(&next.norm)
        };
        match self.language {
            Language::Indonesian => at > first && word.starts_with("ber") && next_is_noun && self.claims_nothing(at),
            _ => {
                let before = at.checked_sub(1).map_or("", |b| self.word(b));
                let modified =
                    at > first && (before.ends_with("ly") || word.ends_with("ing") && !before.ends_with('s'));
                let counts = self.lexicon.numbers.word(self.word(at + 1)).is_some()
                    || self.token((at + 1).min(end - 1)).shape == Shape::Number;
                // `tents, blankets and drinking water`, `bribery, wire fraud and …`: a member of a list, no clause.
                let member = at == first
                    && matches!(before, "," | "and" | "or" | "of")
                    && (word.ends_with("ing")
                        || self.token(at).stem == self.token(at).norm
                        || self.token(at).stem.is_empty())
                    && (at + 2 >= end
                        || self.token(at + 2).shape == Shape::Mark
                        || matches!(self.word(at + 2), "and" | "or"));
                if next_is_noun && !counts && member {
                    return true;
                }
                // `three stolen bicycles`
                let irregular = self.lexicon.irregular.contains_key(word);
                next_is_noun
                    && !counts
                    && (word.ends_with("ed") || word.ends_with("ing") || irregular)
                    && (modified || at == first && self.after_opener(at))
            }
        }
    }

    /// `berkualitas tinggi`, `berbahan bakar solar`: of a noun that no event frame knows.
    fn claims_nothing(&self, at: usize) -> bool {
        let tokens = &self.segments.tokens;
        self.lexicon.frame_forms.longest(tokens, at).is_none()
            && self.lexicon.frame_words.longest_stem(tokens, at).is_none()
    }

    fn after_opener(&self, at: usize) -> bool {
        at > 0
            && (OPENERS.contains(&self.word(at - 1))
                || self.token(at - 1).shape == Shape::Number
                || self.lexicon.numbers.word(self.word(at - 1)).is_some())
    }

    /// The noun that the phrase is about: the first in Indonesian, the last in English.
    fn head(&self, content: &Range<usize>) -> usize {
        match self.language {
            Language::English => content.end - 1,
            _ => content.start,
        }
    }

    /// Lists among the sentence's things: two or more with nothing but commas and conjunctions between them.
    fn lists(&self, sentence: usize, first: usize, things: &[Thing], out: &mut Vec<Listing>) {
        let range = &self.segments.sentences[sentence].tokens;
        let mut start = first;
        while start < things.len() {
            let mut end = start + 1;
            while end < things.len() && self.joined(things[end - 1].at.tokens.end, things[end].at.tokens.start) {
                let opens_clause = self.opens_clause(&things[end], range.end);
                // `A, B and C fled` is one subject; `seized A, and B fled` is not.
                let before = self.segments.sentences[sentence].tokens.start..things[start].at.tokens.start;
                if opens_clause && self.segments.tokens[before].iter().any(|t| t.verb) {
                    break;
                }
                end += 1;
            }
            let conjoined =
                (start + 1..end).any(|t| self.conjunction(things[t - 1].at.tokens.end, things[t].at.tokens.start));
            if end > start + 1 && conjoined {
                let clause = things[start].at.clause;
                out.push(Listing { members: start..end, sentence, clause });
            }
            start = end;
        }
    }

    /// Whether only joints stand between two things.
    fn joined(&self, from: usize, to: usize) -> bool {
        let joint = |i: usize| {
            matches!(
                self.word(i),
                "," | ";"
                    | "dan"
                    | "and"
                    | "serta"
                    | "&"
                    | "plus"
                    | "along"
                    | "with"
                    | "maupun"
                    | "beserta"
                    | "\""
                    | "juga"
                    | "also"
                    | "as"
                    | "well"
            )
        };
        from < to && (from..to).all(joint) && self.word(from) != "with" && self.word(from) != "\""
            || from + 1 < to && self.word(from) == "\"" && self.joined(from + 1, to)
    }

    fn conjunction(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| matches!(self.word(i), "dan" | "and" | "serta" | "along" | "maupun" | "beserta" | "&"))
    }

    /// Whether the thing is the subject of a verb behind it, and so no member of the list before it.
    fn opens_clause(&self, thing: &Thing, end: usize) -> bool {
        (thing.at.tokens.end..end.min(thing.at.tokens.end + 2)).any(|i| self.token(i).verb)
            && self.segments.tokens[thing.at.tokens.end].shape != Shape::Mark
    }
}

#[cfg(test)]
mod tests {
    use crate::extract;
    use crate::model::Language;

    fn read(language: Language, text: &str) -> (String, String) {
        let report = crate::read::text::report("r", "r", text.to_owned(), Some(language));
        let segments = crate::segment::segment(&report);
        let extract = extract::extract(&report, &segments);
        let words = |t: &crate::model::mention::Thing| t.at.span.of(text).to_owned();
        let things: Vec<String> = extract.things.iter().map(words).collect();
        let lists: Vec<String> = extract
            .listings
            .iter()
            .map(|l| extract.things[l.members.clone()].iter().map(words).collect::<Vec<_>>().join(" + "))
            .collect();
        (things.join(" | "), lists.join(" | "))
    }

    #[test]
    fn indonesian_lists() {
        for (text, list) in [
            (
                "Wali kota memberi Budi sepasang sarung tangan dari kulit dan sebuah sepeda buatan Jerman.",
                "sepasang sarung tangan dari kulit + sebuah sepeda buatan Jerman",
            ),
            ("Polisi menyita dua pisau, sebuah telepon dan uang tunai.", "dua pisau + sebuah telepon + uang tunai"),
        ] {
            assert_eq!(read(Language::Indonesian, text).1, list);
        }
    }

    #[test]
    fn english_lists() {
        for (text, list) in [
            (
                "Officers seized three stolen bicycles, a kitchen knife; two phones along with cash.",
                "three stolen bicycles + a kitchen knife + two phones + cash",
            ),
            ("We need tents, blankets and drinking water.", "tents + blankets + drinking water"),
            ("She was convicted of bribery, wire fraud and tax evasion.", "bribery + wire fraud + tax evasion"),
        ] {
            assert_eq!(read(Language::English, text).1, list);
        }
    }
}
