//! Ids of findings as people type them.

use strsim::damerau_levenshtein;

use crate::error::{Error, Result};

/// Letters that a mistyped id may differ by to be suggested.
const NEAR: usize = 3;

/// The id that these letters begin, or that they are.
///
/// # Errors
/// Where no id begins so, or several do; the message names what may have been meant.
pub fn find<'a>(typed: &str, ids: &[&'a str]) -> Result<&'a str> {
    if let Some(id) = ids.iter().find(|id| **id == typed) {
        return Ok(id);
    }
    let begun: Vec<&str> = ids.iter().copied().filter(|id| !typed.is_empty() && id.starts_with(typed)).collect();
    match begun[..] {
        [id] => Ok(id),
        [] => Err(Error::Decision(format!("no finding {typed}{}", meant(typed, ids)))),
        _ => Err(Error::Decision(format!("{typed} begins several findings: {}", begun.join(", ")))),
    }
}

/// The nearest ids, as a question.
fn meant(typed: &str, ids: &[&str]) -> String {
    // What is typed may be the beginning of an id only.
    let begin = |id: &str| id.chars().take(typed.chars().count()).collect::<String>();
    let mut near: Vec<(usize, &str)> = ids
        .iter()
        .map(|id| (damerau_levenshtein(typed, id).min(damerau_levenshtein(typed, &begin(id))), *id))
        .collect();
    near.sort_unstable();
    match near.first() {
        Some(&(distance, id)) if distance <= NEAR => format!("; did you mean {id}?"),
        _ => "; `selisih audit --format json` lists the ids".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 4] = ["name-0011aabb", "title-9dd10216", "title-9dd10216-2", "title-9e000000"];

    fn told(typed: &str) -> String {
        match find(typed, &IDS) {
            Ok(id) => id.to_owned(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn beginnings_are_enough_where_they_are_unique() {
        assert_eq!(told("name-0011aabb"), "name-0011aabb");
        assert_eq!(told("na"), "name-0011aabb");
        assert_eq!(told("title-9e"), "title-9e000000");
        assert_eq!(told("title-9dd10216"), "title-9dd10216", "whole, though another begins so");
        assert_eq!(told("title-9d"), "title-9d begins several findings: title-9dd10216, title-9dd10216-2");
    }

    #[test]
    fn what_is_unknown_is_answered_with_the_nearest() {
        assert_eq!(told("titel-9dd10216"), "no finding titel-9dd10216; did you mean title-9dd10216?");
        assert_eq!(told("nmae"), "no finding nmae; did you mean name-0011aabb?");
        assert_eq!(told("quote-ffffffff"), "no finding quote-ffffffff; `selisih audit --format json` lists the ids");
        assert!(told("").starts_with("no finding"));
    }
}
