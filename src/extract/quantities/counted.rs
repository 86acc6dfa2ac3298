//! What a number counts or measures: the noun phrase beside it.

use std::ops::Range;

use crate::language::{Lexicon, stem};
use crate::model::{Language, Shape, Token};

/// How many tokens the thing counted may take, classifiers left out.
const LONGEST: usize = 5;

/// The tokens of the thing counted that start at `at`, just behind the number; `one` where the number is one, so that
/// an English noun is in the singular, `title_case` where capitals tell nothing.
pub fn behind(tokens: &[Token], at: usize, lexicon: &Lexicon, one: bool, title_case: bool) -> Option<Range<usize>> {
    let mut start = at;
    // pieces of, of the: not the thing itself.
    while let Some((len, ())) = lexicon.classifiers.longest(tokens, start) {
        let people = lexicon.language == Some(Language::Indonesian) && is_people(tokens, start, lexicon);
        if people || is_other(tokens, start, lexicon) {
            break;
        }
        start += len;
    }
    let end = match lexicon.language {
        Some(Language::English) => english(tokens, start, lexicon, one),
        _ => indonesian(tokens, start, lexicon, title_case),
    };
    if end > start {
        return Some(start..end);
    }
    // The classifier alone stands for the thing: `lima ekor`, `12 units`.
    (start > at).then(|| at..start).filter(|r| tokens[r.clone()].iter().any(|t| !lexicon.is_function(&t.norm)))
}

fn is_people(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    lexicon.counting.longest(tokens, at).is_some_and(|(_, sort)| *sort == "people")
}

/// Head first: content words until a function word, mark, number or verb.
fn indonesian(tokens: &[Token], start: usize, lexicon: &Lexicon, title_case: bool) -> usize {
    let mut end = start;
    while end < tokens.len() && end - start < LONGEST {
        let token = &tokens[end];
        let word = token.shape == Shape::Lower || (token.shape != Shape::Mark && (end == start || title_case));
        let stop = !word
            || token.shape == Shape::Number
            || lexicon.is_function(&token.norm)
            || lexicon.clauses.word(&token.norm).is_some()
            || lexicon.modality.word(&token.norm).is_some()
            || lexicon.negation.word(&token.norm).is_some()
            || lexicon.numbers.word(&token.norm).is_some()
            || (end > start && is_verb(&token.norm, lexicon));
        if stop && (end == start || !is_other(tokens, end, lexicon)) {
            break;
        }
        end += 1;
    }
    end
}

/// `mengambil`, `ditangkap`, `berjalan`: an Indonesian verb form ends the noun phrase.
fn is_verb(norm: &str, lexicon: &Lexicon) -> bool {
    if norm.len() < 6 {
        return false;
    }
    stem::is_passive(lexicon, norm) || (norm.starts_with("me") && stem::is_active(lexicon, norm))
}

/// Head last: up to the first plural, or for one thing up to the first word that ends the phrase.
fn english(tokens: &[Token], start: usize, lexicon: &Lexicon, one: bool) -> usize {
    let mut end = start;
    while end < tokens.len() && end - start < LONGEST {
        let token = &tokens[end];
        if end > start && token.shape == Shape::Number && tokens[end - 1].shape == Shape::Upper {
            end += 1; // AK 47 guns
            continue;
        }
        if matches!(token.shape, Shape::Mark | Shape::Number) {
            break;
        }
        let other = is_other(tokens, end, lexicon) || (token.norm.len() > 4 && token.norm.ends_with("ly"));
        // 23 Somali and Yemeni pirates
        let content = |t: &Token| !matches!(t.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&t.norm);
        let joins = end > start && !one && matches!(&*token.norm, "and" | "or");
        if joins
            && tokens.get(end + 1).is_some_and(|t| content(t) && lexicon.numbers.word(&t.norm).is_none())
            && tokens[end - 1].shape == tokens[end + 1].shape
        {
            end += 2;
            if is_plural(&tokens[end - 1].norm) {
                break;
            }
            continue;
        }
        let stop = lexicon.is_function(&token.norm)
            || lexicon.clauses.word(&token.norm).is_some()
            || lexicon.modality.word(&token.norm).is_some()
            || lexicon.numbers.word(&token.norm).is_some();
        if stop && !other {
            break;
        }
        end += 1;
        if !one && is_plural(&token.norm) && !tokens.get(end).is_some_and(|t| is_plural(&t.norm)) {
            break;
        }
    }
    end
}

fn is_other(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    lexicon.counting.longest(tokens, at).is_some_and(|(_, sort)| *sort == "other")
}

/// Whether an English noun is written as a plural.
fn is_plural(norm: &str) -> bool {
    let irregular =
        ["people", "men", "women", "children", "police", "crew", "staff", "personnel", "aircraft", "vessels"];
    irregular.contains(&norm)
        || norm.ends_with("men")
        || (norm.len() > 3 && norm.ends_with('s') && !norm.ends_with("ss") && !norm.ends_with("us"))
}

/// The capitalised run that ends just before token `before`: a person's name or initials.
pub fn name_before(tokens: &[Token], before: usize) -> Option<Range<usize>> {
    let named = |t: &Token| matches!(t.shape, Shape::Capital | Shape::Upper | Shape::Mixed);
    let mut start = before;
    while start > 0 && (named(&tokens[start - 1]) || (&*tokens[start - 1].norm == "." && start > 1 && start < before)) {
        start -= 1;
    }
    (start < before && named(&tokens[before - 1])).then_some(start..before)
}
