//! One class for one name throughout a report, and short forms to the longer ones.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::tokens::name_parts;
use crate::model::Segments;
use crate::model::mention::{Name, NameClass};

/// The same words name the same sort of thing throughout a report: what most of their mentions, or the surest, say.
pub fn settle_classes(names: &mut [Name], segments: &Segments) {
    let mut votes: FxHashMap<Vec<Box<str>>, FxHashMap<NameClass, usize>> = FxHashMap::default();
    let key = |n: &Name| name_parts(&segments.tokens[n.at.tokens.clone()]);
    for name in names.iter() {
        *votes.entry(key(name)).or_default().entry(name.class).or_default() += 1;
    }
    // A person's parts are a person elsewhere too (`Hanif` after `Hanif Dhakiri`).
    let people: FxHashSet<Box<str>> =
        names.iter().filter(|n| n.class == NameClass::Person && n.at.tokens.len() > 1).flat_map(&key).collect();
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
pub fn link_aliases(names: &mut [Name], segments: &Segments) {
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
