//! Words that a typing slip made of a name, short form or abbreviation.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::{Form, aligned, beside, block_of};
use super::variant;
use crate::language::{Lexicon, spelling};
use crate::model::mention::{At, NameClass};
use crate::model::story::Story;
use crate::model::{BlockKind, Evidence, Finding, Kind, Reading, Shape, Span};

/// Letters of the shortest word that a slip is looked for in.
const LETTERS: usize = 4;

/// Mentions that a word may have and still be a slip.
const RARE: usize = 2;

/// Sentences back within which the full name must stand that a slip in the same report is of.
const BACK: usize = 3;

/// Letters of the shortest word that needs no more evidence than a listed abbreviation, or the same speaker's verbs.
const LISTED_LETTERS: usize = 6;

/// Mentions from which on a name is so much used that a single other spelling is a slip, whatever stands beside it.
const OFTEN: usize = 6;

/// Letters that a slip, or a shorter abbreviation of the same name, may leave out or add.
const LEFT_OUT: usize = 3;

/// A capitalised word in running text.
struct Place {
    report: usize,
    at: At,
}

/// Findings for rare words that are nearly another, much used one that the same is told of. `seen` are values, in lower
/// case, that other findings have.
pub fn findings(story: &Story<'_>, forms: &[Form], seen: &[String]) -> Vec<Finding> {
    let words = capital_words(story);
    let parts: FxHashSet<&str> =
        forms.iter().filter(|f| f.text.contains(' ')).flat_map(|f| &f.parts).map(|p| &**p).collect();
    let person = |f: &&Form| f.class == NameClass::Person && f.parts.len() > 1;
    let people: FxHashSet<&str> = forms.iter().filter(person).flat_map(|f| &f.parts).map(|p| &**p).collect();
    let mut keys: Vec<&str> = words.keys().map(|k| &**k).collect();
    keys.sort_unstable();
    let mut alike: FxHashMap<(usize, char), Vec<&str>> = FxHashMap::default();
    for key in keys.iter().filter(|k| words[**k].len() > 1) {
        for letter in [key.chars().next(), key.chars().nth(1)].into_iter().flatten() {
            alike.entry((key.chars().count(), letter)).or_default().push(key);
        }
    }
    let small = small_words(story);
    let mut out = Vec::new();
    for odd in &keys {
        let places = &words[*odd];
        let one_report = places.iter().all(|p| p.report == places[0].report);
        if places.len() > RARE || !one_report || parts.contains(odd) || seen.iter().any(|s| s.contains(odd)) {
            continue;
        }
        if listed(story, &places[0], odd) || small.contains(odd) {
            continue;
        }
        // A word of the language with a capital may be a slip for a person's name only (`Iman mundur`, `Imam mundur`).
        let ordinary = common(story, &places[0], odd);
        let twin = candidates(&alike, odd)
            .into_iter()
            .filter(|k| k != odd && words[*k].len() > places.len() && near(odd, k) && !small.contains(k))
            .filter(|k| evidence(story, forms, places, &words[*k], odd, k))
            .filter(|k| !ordinary || people.contains(*k))
            .max_by_key(|k| (words[*k].len(), std::cmp::Reverse(*k)));
        if let Some(twin) = twin {
            let readings = vec![reading(story, &words[twin]), reading(story, places)];
            out.push(variant(story, Kind::Name, readings[0].value.clone(), readings));
        }
    }
    out
}

/// Words with a capital inside sentences of running text, by their letters.
fn capital_words(story: &Story<'_>) -> FxHashMap<Box<str>, Vec<Place>> {
    let mut words: FxHashMap<Box<str>, Vec<Place>> = FxHashMap::default();
    for (r, source) in story.sources.iter().enumerate() {
        for (s, sentence) in source.segments.sentences.iter().enumerate() {
            for i in sentence.tokens.clone() {
                let token = &source.segments.tokens[i];
                let capital = matches!(token.shape, Shape::Capital | Shape::Mixed);
                // `Ethopian-flagged`: the part with the capital.
                let (first, rest) = token.norm.split_once('-').unwrap_or((&*token.norm, ""));
                let written = token.span.of(&source.report.text);
                let glued = !rest.is_empty()
                    && written.get(first.len() + 1..).is_none_or(|r| r.starts_with(char::is_uppercase));
                if !capital || first.chars().count() < LETTERS || glued || first.len() > token.span.len() {
                    continue;
                }
                let clause = source.segments.clause_at(i).unwrap_or(sentence.clauses.start);
                let at = At {
                    span: Span::new(token.span.start, token.span.start + first.len()),
                    tokens: i..i + 1,
                    sentence: s,
                    clause,
                };
                if block_of(source, &at) == BlockKind::Paragraph {
                    words.entry(first.into()).or_default().push(Place { report: r, at });
                }
            }
        }
    }
    words
}

/// Whether the word is a common one of the language.
fn common(story: &Story<'_>, place: &Place, word: &str) -> bool {
    let source = &story.sources[place.report];
    let token = &source.segments.tokens[place.at.tokens.start];
    Lexicon::of(source.report.language).is_common(word, &token.stem)
}

/// Words that some report writes small: they are no names.
fn small_words<'a>(story: &'a Story<'_>) -> FxHashSet<&'a str> {
    let tokens = story.sources.iter().flat_map(|s| &s.segments.tokens);
    tokens.filter(|t| t.shape == Shape::Lower).map(|t| &*t.norm).collect()
}

/// Whether the lists of names, titles and function words have the word.
fn listed(story: &Story<'_>, place: &Place, word: &str) -> bool {
    let lexicon = Lexicon::of(story.sources[place.report].report.language);
    lexicon.is_function(word)
        || lexicon.places.word(word).is_some()
        || lexicon.organisations.word(word).is_some()
        || lexicon.agencies.word(word).is_some()
        || lexicon.expansions.word(word).is_some()
        || lexicon.calendar.word(word).is_some()
        || lexicon.titles.word(word).is_some()
}

/// Words that a slip may be of: like long, and with its first or second letter first or second.
fn candidates<'a>(alike: &FxHashMap<(usize, char), Vec<&'a str>>, odd: &str) -> Vec<&'a str> {
    let length = odd.chars().count();
    let lengths = length.saturating_sub(LEFT_OUT)..=length + LEFT_OUT;
    let letters: Vec<char> = odd.chars().take(2).collect();
    let mut found: Vec<&str> =
        lengths.flat_map(|n| letters.iter().filter_map(move |c| alike.get(&(n, *c)))).flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether one may be a slip for the other: a letter, or letters left out of an abbreviation made of syllables.
fn near(odd: &str, twin: &str) -> bool {
    // A plural or possessive is no slip.
    if odd.strip_suffix('s') == Some(twin) || twin.strip_suffix('s') == Some(odd) {
        return false;
    }
    spelling::close(odd, twin, true) || spelling::same_sound(odd, twin) || spelling::clipped(odd, twin)
}

/// The same is told of both: clauses of one statement, or the same word beside them; or the full name stands shortly
/// before in the same report.
fn evidence(story: &Story<'_>, forms: &[Form], odd: &[Place], twin: &[Place], slip: &str, word: &str) -> bool {
    let together = |a: &Place, b: &Place| a.report == b.report && a.at.sentence == b.at.sentence;
    if odd.iter().any(|a| twin.iter().any(|b| together(a, b))) {
        return false;
    }
    // Inside a longer run of capitals the word beside it must be the same: `Dani Ceballos` is not `Danny da Costa`.
    if odd.iter().any(|a| {
        [false, true].into_iter().any(|after| {
            capital_beside(story, a, after)
                .is_some_and(|word| !twin.iter().any(|b| capital_beside(story, b, after) == Some(word)))
        })
    }) {
        return false;
    }
    // A long name that the reports write again and again, and once otherwise.
    let cut = slip.starts_with(word) || word.starts_with(slip);
    if slip.len() >= LISTED_LETTERS
        && odd.len() == 1
        && twin.len() >= OFTEN
        && !cut
        && strsim::damerau_levenshtein(slip, word) == 1
    {
        return true;
    }
    // An abbreviation that the lists know, of an office or body: nothing else is written nearly so.
    if slip.len() >= LISTED_LETTERS && twin.iter().any(|b| abbreviation(story, b, word)) {
        return true;
    }
    let speak = |p: &Place| {
        [false, true]
            .into_iter()
            .filter_map(|after| beside(&story.sources[p.report], &p.at, after))
            .any(|t| Lexicon::of(story.sources[p.report].report.language).reporting.word(&t.stem).is_some())
    };
    if slip.len() >= LISTED_LETTERS
        && odd.iter().any(|a| speak(a) && twin.iter().any(|b| b.report == a.report && speak(b)))
    {
        return true;
    }
    odd.iter().any(|a| {
        twin.iter().any(|b| {
            let near = |after| {
                let x = beside(&story.sources[a.report], &a.at, after);
                x.zip(beside(&story.sources[b.report], &b.at, after)).is_some_and(|(x, y)| x.stem == y.stem)
            };
            aligned(story, (a.report, a.at.clause), (b.report, b.at.clause)) || near(false) || near(true)
        }) || forms.iter().any(|f| {
            f.parts.len() > 1
                && word.len() > LETTERS
                && f.parts.iter().any(|p| **p == *word)
                && f.class == NameClass::Person
                && f.places(story)
                    .any(|(r, at)| r == a.report && at.sentence < a.at.sentence && a.at.sentence - at.sentence <= BACK)
        })
    })
}

/// Whether the language's lists know the word as an abbreviation, a country or its people.
fn abbreviation(story: &Story<'_>, place: &Place, word: &str) -> bool {
    let lexicon = Lexicon::of(story.sources[place.report].report.language);
    lexicon.expansions.word(word).is_some()
        || lexicon.places.word(word).is_some_and(|p| matches!(p.sort, "country" | "demonym" | "adjective"))
}

/// The capitalised word directly before or behind, in the same sentence; titles and the word glued on aside.
fn capital_beside<'a>(story: &'a Story<'_>, place: &Place, after: bool) -> Option<&'a str> {
    let source = &story.sources[place.report];
    let token = beside(source, &place.at, after)?;
    let title = Lexicon::of(source.report.language).titles.word(&token.norm).is_some();
    (matches!(token.shape, Shape::Capital) && !title).then_some(&*token.norm)
}

fn reading(story: &Story<'_>, places: &[Place]) -> Reading {
    let mut evidence: Vec<Evidence> = Vec::new();
    for place in places {
        if evidence.last().is_none_or(|e| e.report != place.report) {
            evidence.push(story.evidence(place.report, place.at.span));
        }
    }
    let value = places.first().map_or(String::new(), |p| story.words(p.report, p.at.span).to_owned());
    Reading { value, evidence }
}
