//! The thing that a number counts, and the words around it.

use crate::language::Lexicon;
use crate::model::mention::Quantity;
use crate::model::story::Source;
use crate::model::{Language, Shape, Token};

/// How many content words before and behind a number tell what it is about.
const AROUND: usize = 5;

/// The thing counted: its head, what qualifies it, and whether it is people at large.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noun {
    /// Stem of the head; empty where nothing stands beside the number.
    pub head: String,
    /// Stems of what qualifies it, ascending.
    pub marks: Vec<String>,
    /// `orang`, `people`, or a state alone (`lima tewas`, `five dead`).
    pub people: bool,
    /// `lain`, `other`: not those told of before.
    pub other: bool,
    /// A part of more (`two of the vessels`, `dua dari tiga`).
    pub part: bool,
    /// Written as the head only, in words that two languages do not share.
    language: Option<Language>,
}

impl Noun {
    /// The noun of a quantity.
    pub fn of(source: &Source<'_>, quantity: &Quantity) -> Self {
        let lexicon = Lexicon::of(source.report.language);
        let part = is_part(source, quantity);
        let mut noun = Self { language: lexicon.language, part, ..Self::default() };
        let Some(of) = quantity.of.clone() else { return noun };
        let tokens = &source.segments.tokens[of];
        let mut words = noun.read(tokens, lexicon);
        let first_is_head = lexicon.language == Some(Language::Indonesian);
        if !words.is_empty() {
            noun.head = if first_is_head { words.remove(0) } else { words.pop().unwrap_or_default() };
        }
        words.sort_unstable();
        words.dedup();
        noun.marks = words;
        let state = lexicon.frame_words.word(&noun.head).is_some_and(|uses| uses.iter().any(|u| !u.noun));
        if state && !noun.people && noun.marks.is_empty() && tokens.iter().all(|t| t.shape == Shape::Lower) {
            noun.marks.push(std::mem::take(&mut noun.head));
            noun.people = true;
        }
        noun
    }

    /// The stems of the content words, `AK 47` as one.
    fn read(&mut self, tokens: &[Token], lexicon: &Lexicon) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            let sort = lexicon.counting.word(&token.norm).copied();
            if token.shape == Shape::Number && i > 0 {
                if let Some(last) = words.last_mut() {
                    *last = format!("{last}-{}", token.norm);
                }
            } else if sort == Some("other") {
                self.other = true;
            } else if sort == Some("people") {
                self.people = true;
            } else if token.shape != Shape::Mark && !lexicon.is_function(&token.norm) {
                words.push(stem(token));
            }
        }
        words
    }

    /// Whether two nouns may name the same things.
    pub fn fits(&self, other: &Self) -> bool {
        if self.other != other.other || self.part != other.part || self.language != other.language {
            return false;
        }
        self.fits_loosely(other) && !self.clashes(other)
    }

    /// Whether the heads may name the same things, whatever qualifies them.
    pub fn fits_loosely(&self, other: &Self) -> bool {
        let lexicon = Lexicon::of(self.language.unwrap_or(Language::Other));
        let kinds = |w: &str, of: &str| lexicon.kinds.get(w).is_some_and(|generals| generals.contains(&of));
        self.is_alike(other)
            || !self.is_empty()
                && !other.is_empty()
                && (kinds(&self.head, &other.head) || kinds(&other.head, &self.head))
    }

    /// Whether the heads are one word or differ in style alone.
    pub fn is_alike(&self, other: &Self) -> bool {
        if self.is_empty() || other.is_empty() {
            return false;
        }
        if self.people && other.people && (self.head.is_empty() || other.head.is_empty()) {
            return true;
        }
        let lexicon = Lexicon::of(self.language.unwrap_or(Language::Other));
        // `seven AK-47s`, `seven AK-47 rifles`; but `two pirate boats` are no pirates.
        let elliptic = self.make().is_some() && self.make() == other.make();
        self.head == other.head || elliptic || same_style(lexicon, &self.head, &other.head)
    }

    /// Whether both are qualified, by nothing that they share.
    fn clashes(&self, other: &Self) -> bool {
        let with_head = |n: &Self, word: &String| n.marks.contains(word) || n.head == *word;
        !self.marks.is_empty()
            && !other.marks.is_empty()
            && !self.marks.iter().any(|m| with_head(other, m))
            && !other.marks.iter().any(|m| with_head(self, m))
    }

    /// How much of what qualifies them two nouns share, 0 to 1.
    pub fn likeness(&self, other: &Self) -> f32 {
        let all: Vec<&String> = self.marks.iter().chain([&self.head]).collect();
        let common = all.iter().filter(|w| ***w == other.head || other.marks.contains(w)).count();
        let longest = all.len().max(other.marks.len() + 1);
        let same_head = if self.head == other.head { 0.5 } else { 0.0 };
        same_head + 0.5 * common as f32 / longest as f32
    }

    /// Whether nothing stands beside the number.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty() && !self.people
    }

    /// A mark that names a make or type (`ak-47`): specific enough to be found wherever it stands.
    pub fn make(&self) -> Option<&str> {
        let is_make = |w: &&String| w.chars().any(|c| c.is_ascii_digit()) && w.chars().any(char::is_alphabetic);
        self.marks.iter().chain([&self.head]).find(is_make).map(String::as_str)
    }
}

/// `two of the pirate vessels`, `23 of them`, `dua dari tiga`, `satu di antaranya`.
fn is_part(source: &Source<'_>, quantity: &Quantity) -> bool {
    let tokens = &source.segments.tokens;
    let end = tokens.partition_point(|t| t.span.start < quantity.number.end);
    let word = |i: usize| tokens.get(i).map_or("", |t| &*t.norm);
    match word(end) {
        "of" => {
            matches!(
                word(end + 1),
                "the" | "them" | "these" | "those" | "its" | "their" | "his" | "her" | "our" | "which"
            )
        }
        "dari" | "antara" => true,
        "di" => word(end + 1).starts_with("antara"),
        _ => false,
    }
}

fn same_style(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    let (Some(mine), Some(theirs)) = (lexicon.same.get(a), lexicon.same.get(b)) else { return false };
    mine.iter().any(|set| theirs.contains(set))
}

/// The stem of a word; of one with digits (`AK-47s`) itself without the plural's ending.
fn stem(token: &Token) -> String {
    if token.norm.bytes().any(|b| b.is_ascii_digit()) {
        return token.norm.strip_suffix('s').unwrap_or(&token.norm).to_owned();
    }
    if token.stem.is_empty() { token.norm.to_string() } else { token.stem.to_string() }
}

/// Stems of the content words around a number in its clause.
pub fn around<'a>(source: &'a Source<'_>, quantity: &Quantity) -> Vec<&'a str> {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let Some(clause) = source.segments.clauses.get(quantity.at.clause) else { return Vec::new() };
    let content = |i: &usize| {
        let t = &tokens[*i];
        !matches!(t.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&t.norm)
    };
    let number = tokens.partition_point(|t| t.span.start < quantity.number.start);
    let end = tokens.partition_point(|t| t.span.start < quantity.number.end);
    let before = (clause.tokens.start..number.max(clause.tokens.start)).rev().filter(content).take(AROUND);
    let behind = (end..clause.tokens.end.max(end)).filter(content).take(AROUND);
    let mut words: Vec<&str> = before
        .chain(behind)
        .filter(|i| lexicon.numbers.word(&tokens[*i].norm).is_none())
        .map(|i| if tokens[i].stem.is_empty() { &*tokens[i].norm } else { &*tokens[i].stem })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
