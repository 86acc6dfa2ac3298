//! Litter of web pages, told by the words of a line: what the languages' `boilerplate.txt` and `slots.txt` list.
//!
//! Pages mix languages (`Comments`, `Exit mobile version` beneath an Indonesian story), so the lists of all languages
//! are looked up in every report.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lines::{self, End};
use crate::language::lexicon::Light;
use crate::model::Language;

/// Words beyond which a line that only starts with or holds an entry is a paragraph of the story: the longest advert
/// for a channel seen in the archive has 45.
const LONGEST: usize = 60;
/// Words up to which a line without a colon can name its author (`Oleh Budi Santoso`, `By Jane Doe in London`).
const BYLINE_WORDS: usize = 8;
/// Letters from which on an entry is also known without its spaces (`GoogleNews`).
const SQUEEZED: usize = 8;

/// Words from which on an entry that opens a whole sentence makes it litter by itself (`artikel ini telah tayang`).
const SURE_WORDS: usize = 3;

/// Reasons that a block is boilerplate.
pub mod why {
    /// What `boilerplate.txt` lists.
    pub const PAGE: &str = "page furniture";
    /// A line without a letter or digit.
    pub const MARKS: &str = "marks only";
    /// Who wrote it.
    pub const BYLINE: &str = "byline";
    /// An author's or editor's signature.
    pub const SIGNATURE: &str = "signature";
    /// Where it was taken from.
    pub const SOURCE: &str = "source line";
    /// When it was put on the page.
    pub const DATE: &str = "date line";
    /// Tags and topics.
    pub const TAGS: &str = "tags";
    /// A photo's label without its words, or who took it.
    pub const PHOTO: &str = "photo credit";
    /// A headline of another story.
    pub const OTHER: &str = "another story's headline";
    /// The headline again.
    pub const REPEAT: &str = "repeat of the headline";
    /// A line that stood before, word for word.
    pub const AGAIN: &str = "repeated line";
    /// The outlet's name or a section of its site.
    pub const SITE: &str = "site name or section";
    /// What the user's style guide lists for the outlet.
    pub const OWN: &str = "style guide";
    /// Traces of markup.
    pub const MARKUP: &str = "markup";
}

/// What a slot's word opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Photo,
    Byline,
    Source,
    Date,
    Tags,
}

/// The first two bytes of an entry: lines are looked up in time that does not grow with the lists.
type Head = [u8; 2];

/// The lists, ready to be looked up.
#[derive(Default)]
struct Lists {
    /// Whole lines, normalised, marks at the ends left out; also without spaces.
    bare: FxHashSet<String>,
    /// Whole lines, normalised.
    whole: FxHashSet<String>,
    /// What a line starts with, by its first bytes.
    starts: FxHashMap<Head, Vec<String>>,
    /// What a line holds, by its first bytes.
    parts: FxHashMap<Head, Vec<String>>,
    /// Words that open a slot, longest first, by their first bytes.
    slots: FxHashMap<Head, Vec<(&'static str, Slot)>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for lexicon in [Language::Indonesian, Language::English].map(Light::of) {
        for &(sort, entry) in &lexicon.boilerplate {
            let entry = normal(entry);
            match sort {
                "line" => {
                    let word = bare(&entry).to_owned();
                    if word.len() >= SQUEEZED {
                        lists.bare.insert(word.replace(' ', ""));
                    }
                    lists.bare.insert(if word.is_empty() { entry } else { word });
                }
                "whole" => drop(lists.whole.insert(entry)),
                "start" => lists.starts.entry(head(&entry)).or_default().push(entry),
                "part" => lists.parts.entry(head(&entry)).or_default().push(entry),
                _ => {}
            }
        }
        for &(sort, word) in &lexicon.slots {
            let slot = match sort {
                "photo" => Slot::Photo,
                "byline" => Slot::Byline,
                "source" => Slot::Source,
                "date" => Slot::Date,
                "tags" => Slot::Tags,
                _ => continue,
            };
            lists.slots.entry(head(word)).or_default().push((word, slot));
        }
    }
    for slots in lists.slots.values_mut() {
        slots.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    lists
});

fn head(text: &str) -> Head {
    let bytes = text.as_bytes();
    [bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0)]
}

/// The slots whose word starts as the text does, longest first.
fn slots_like(text: &str) -> impl Iterator<Item = &'static (&'static str, Slot)> {
    LISTS.slots.get(&head(text)).into_iter().flatten()
}

/// Lower case, single spaces, none before a colon, plain apostrophes, no marks without width.
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() && !word.starts_with(':') {
            out.push(' ');
        }
        for c in word.chars().filter(|c| !lines::is_invisible(*c)) {
            match c {
                c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
                '’' | '‘' => out.push('\''),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out
}

/// Without marks at the ends.
pub fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Why a line is litter, if it is: told by its words alone.
pub fn why_litter(line: &str) -> Option<&'static str> {
    if !line.contains(char::is_alphanumeric) {
        return Some(why::MARKS);
    }
    if lines::word_count(line) > LONGEST {
        return None;
    }
    let text = normal(line);
    let lists = &*LISTS;
    let word = bare(&text);
    if lists.whole.contains(&text) || lists.bare.contains(word) || counter(word) {
        return Some(slot_alone(word).unwrap_or(why::PAGE));
    }
    slot(text.trim_start_matches(['(', '[']), line).or_else(|| listed(&text, line).then_some(why::PAGE))
}

/// `12 shares`, `Komentar (3)`, `1.2K views`: a line of the lists with a count.
fn counter(word: &str) -> bool {
    let rest: Vec<&str> = word
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ':'))
        .filter(|w| !w.is_empty())
        .filter(|w| !w.starts_with(|c: char| c.is_ascii_digit()) || w.len() >= SQUEEZED)
        .collect();
    let had_count = rest.len() < word.split_whitespace().count();
    had_count && !rest.is_empty() && rest.len() <= 2 && LISTS.bare.contains(&rest.join(" "))
}

/// Whether the line starts with or holds an entry of the lists.
fn listed(text: &str, line: &str) -> bool {
    let lists = &*LISTS;
    let told = lines::end(line) == End::Stop;
    let starts = lists.starts.get(&head(text)).into_iter().flatten();
    let found: Vec<&String> =
        starts.filter(|e| starts_with_entry(text, e) && slot_of(e) != Some(Slot::Photo)).collect();
    // A word of the story may be a word of the page too (`grup WhatsApp`, `Channel YouTube resmi grup itu`): a whole
    // sentence is litter only where a long entry or two entries say so.
    if found.iter().any(|e| is_markup(e) || !told || e.split(' ').count() >= SURE_WORDS) {
        return true;
    }
    let mut known: Vec<&str> = found.iter().map(|e| e.as_str()).collect();
    for entry in word_starts(text).flat_map(|at| parts_at(&text[at..])) {
        if is_markup(entry) || !told || known.iter().any(|k| !k.contains(entry.as_str()) && !entry.contains(k)) {
            return true;
        }
        known.push(entry);
    }
    false
}

/// Whether an entry cannot be a word of a story: it has marks in it.
fn is_markup(entry: &str) -> bool {
    entry.contains(['[', '(', '{', '=', '%', '_', '/', ':', '©'])
}

fn starts_with_entry(text: &str, entry: &str) -> bool {
    text.strip_prefix(entry).is_some_and(|rest| {
        !entry.ends_with(char::is_alphanumeric) || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
    })
}

/// Where words and marks start.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inner = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = !(inner && c.is_alphanumeric());
        inner = c.is_alphanumeric();
        starts.then_some(at)
    })
}

/// Entries that may stand anywhere in a line and stand here.
fn parts_at(text: &str) -> impl Iterator<Item = &'static String> {
    LISTS.parts.get(&head(text)).into_iter().flatten().filter(move |entry| starts_with_entry(text, entry))
}

fn slot_of(entry: &str) -> Option<Slot> {
    let word = bare(entry);
    slots_like(word).find(|(slot, _)| *slot == word).map(|(_, slot)| *slot)
}

fn slot_alone(word: &str) -> Option<&'static str> {
    Some(match slot_of(word)? {
        Slot::Photo => why::PHOTO,
        Slot::Byline => why::BYLINE,
        Slot::Source => why::SOURCE,
        Slot::Date => why::DATE,
        Slot::Tags => why::TAGS,
    })
}

/// A slot and what fills it: `Sumber: TASS`, `Editor: Budi`, `By Jane Doe`, `Foto:` without words.
fn slot(text: &str, line: &str) -> Option<&'static str> {
    let (word, slot) = slots_like(text).find(|(word, _)| starts_with_entry(text, word))?;
    let rest = text[word.len()..].trim_start();
    let filled = rest.strip_prefix(':');
    let empty = bare(filled.unwrap_or(rest)).is_empty();
    let short = lines::word_count(line) <= BYLINE_WORDS;
    match slot {
        Slot::Photo => empty.then_some(why::PHOTO),
        Slot::Byline if filled.is_some() || empty || (short && names_only(line, word)) => Some(why::BYLINE),
        Slot::Source if filled.is_some() || empty => Some(why::SOURCE),
        Slot::Date if filled.is_some() || empty => Some(why::DATE),
        Slot::Tags if filled.is_some() || empty => Some(why::TAGS),
        _ => None,
    }
}

/// Whether all but the slot's word and small words are names, and no stop ends the line.
fn names_only(line: &str, slot: &str) -> bool {
    let mut rest = line.split_whitespace().skip(slot.split(' ').count()).peekable();
    rest.peek().is_some()
        && lines::end(line) == End::Bare
        && rest.all(|w| w.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()) || w.len() <= 3)
}

/// Where a line's photo credit starts (`Foto: Sputnik`, `(Photo: AP)`, `(istimewa)` at its end), in bytes; 0 where the
/// line opens with it.
pub fn photo_credit(line: &str) -> Option<usize> {
    /// Words that a credit has at most, its label included.
    const CREDIT_WORDS: usize = 9;
    /// Bytes that it has at most.
    const CREDIT: usize = 160;
    let from = line.floor_char_boundary(line.len().saturating_sub(CREDIT));
    let is_label = |text: &str| slots_like(text).any(|(word, slot)| *slot == Slot::Photo && *word == text);
    let first = line.chars().next().map(|c| (0, c));
    let window = line[from..].char_indices().map(|(at, c)| (from + at, c));
    let starts = first.into_iter().chain(window).filter(|(at, c)| {
        let before = line[..*at].chars().next_back();
        !c.is_whitespace() && before.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | '"' | '”' | ')'))
    });
    starts.map(|(at, _)| at).find(|&at| {
        let rest = &line[at..];
        let inner = rest.trim_start_matches(['(', '[', '/']);
        let text = normal(inner.get(..inner.floor_char_boundary(48)).unwrap_or_default());
        if let Some((label, credit)) = text.split_once(':') {
            // Several words and marks may be one label: `Foto/Dok`, `Foto Ilustrasi`.
            let label = label.split('/').next().unwrap_or_default().trim();
            return is_label(label)
                && (at == 0 || lines::word_count(rest) <= CREDIT_WORDS)
                && !(at == 0 && bare(credit).is_empty());
        }
        at > 0 && inner.len() < rest.len() && text.ends_with([')', ']']) && {
            let word = bare(&text);
            is_label(word) || word.split(['/', '.', ' ']).next().is_some_and(is_label) && lines::word_count(rest) <= 4
        }
    })
}

/// Whether a line asks to read another story, whose headline may follow: the lists have it as a line and, with a colon,
/// as a line's start (`Baca juga:`).
pub fn opens_other_story(line: &str) -> bool {
    let text = normal(line);
    let word = bare(&text);
    let opens = |entry: &String| entry.strip_suffix(':') == Some(word);
    LISTS.bare.contains(word)
        && slot_of(word).is_none()
        && LISTS.starts.get(&head(word)).into_iter().flatten().any(opens)
}

/// Where the words of a caption start behind its photo's label (`Foto: Presiden Putin di Moskow`), in bytes.
pub fn label_end(line: &str) -> Option<usize> {
    let at = line.find(':')?;
    (photo_credit(line) == Some(0)).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_told_by_its_words() {
        for line in [
            "[iklan_2]",
            "Tautan sumber",
            "Komentar (0)",
            "BACA JUGA:",
            "Baca Juga : Dolar Melemah",
            "GoogleNews",
            "To Top",
            "%d blogger menyukai ini:",
            "Exit mobile version",
            "Sumber :",
            "Sumber: TASS",
            "Photo :",
            "• -",
            "12 shares",
            "Editor: Budi Santoso",
            "By Jane Doe",
            "Artikel ini telah tayang di Kompas.com dengan judul",
            "***",
        ] {
            assert!(why_litter(line).is_some(), "{line}");
        }
    }

    #[test]
    fn words_of_a_story_are_no_litter() {
        for line in [
            "Polisi menemukan grup WhatsApp yang dipakai para pelaku.",
            "Sumber di kepolisian membenarkan hal itu.",
            "Laporan wartawan dari Jayapura, massa juga melempari kantor.",
            "By Monday the ferry had been found.",
            "Foto: Presiden Rusia Vladimir Putin di Moskow",
            "Editor surat kabar itu ditahan.",
            "Channel YouTube resmi grup itu memiliki 29 juta pelanggan.",
            "Source of the leak unknown.",
            "Tag harga itu dilepas.",
            "Video itu beredar luas.",
        ] {
            assert_eq!(why_litter(line), None, "{line}");
        }
    }

    #[test]
    fn credits_are_found_at_the_end() {
        let line = "Putin menyapa Kim di Vostochny. Foto: Sputnik";
        assert_eq!(photo_credit(line).map(|at| &line[at..]), Some("Foto: Sputnik"));
        assert_eq!(photo_credit("Warga mengungsi (Foto: Budi/Antara)"), Some(16));
        assert_eq!(photo_credit("Foto: Presiden Putin di Moskow"), Some(0));
        for line in ["Ia berkata: \"Foto itu palsu.\"", "Foto itu dimuat di media: semua orang melihatnya."] {
            assert_eq!(photo_credit(line), None, "{line}");
        }
    }
}
