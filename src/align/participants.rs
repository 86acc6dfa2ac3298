//! Who takes part in a clause: by name, by office (`pemimpin Korea Utara itu`), by pronoun (`ia`, `mereka`).

use rustc_hash::FxHashMap;

use crate::language::Lexicon;
use crate::model::Shape;
use crate::model::mention::{NameClass, Title, TitleSort};
use crate::model::story::{Entity, Source};

/// For each report, for each title, the entity that holds it, where it is known.
pub fn holders(sources: &[Source<'_>], entities: &[Entity], entity_of: &[Vec<usize>]) -> Vec<Vec<Option<usize>>> {
    let mut offices: FxHashMap<String, FxHashMap<usize, usize>> = FxHashMap::default();
    for (r, source) in sources.iter().enumerate() {
        for title in source.extract.titles.iter().filter(|t| t.sort == TitleSort::Office) {
            let Some(name) = title.holder else { continue };
            let entity = entity_of[r][name];
            if entities[entity].class == NameClass::Person {
                *offices.entry(key(source, title)).or_default().entry(entity).or_default() += 1;
            }
        }
    }
    sources
        .iter()
        .enumerate()
        .map(|(r, source)| {
            let find = |title: &Title| match title.holder {
                Some(name) => Some(entity_of[r][name]),
                None => only_holder(offices.get(&key(source, title))?),
            };
            source.extract.titles.iter().map(find).collect()
        })
        .collect()
}

/// The office's words, function words left out, in their main forms.
fn key(source: &Source<'_>, title: &Title) -> String {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens[..title.at.tokens.end];
    let mut words: Vec<&str> = Vec::new();
    let mut i = title.at.tokens.start;
    while i < tokens.len() {
        let main = lexicon
            .expansions
            .longest(tokens, i)
            .map(|(n, m)| (n, *m))
            .or_else(|| lexicon.places.longest(tokens, i).map(|(n, p)| (n, p.name)));
        match main {
            Some((length, main)) => {
                words.extend(main.split(' '));
                i += length;
            }
            None => {
                if tokens[i].shape != Shape::Mark && !lexicon.is_function(&tokens[i].norm) {
                    words.push(&tokens[i].norm);
                }
                i += 1;
            }
        }
    }
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

/// The one who holds an office by nearly all mentions.
fn only_holder(votes: &FxHashMap<usize, usize>) -> Option<usize> {
    let total: usize = votes.values().sum();
    let (&entity, &most) = votes.iter().max_by_key(|(e, n)| (**n, std::cmp::Reverse(**e)))?;
    (most * 4 >= total * 3).then_some(entity)
}

/// Somebody who takes part in a clause: the entity, and the first token that tells of it.
pub type Part = (usize, usize);

/// For each report, for each clause, the entities that take part in it, ascending.
pub fn participants(
    sources: &[Source<'_>],
    entities: &[Entity],
    entity_of: &[Vec<usize>],
    holders: &[Vec<Option<usize>>],
) -> Vec<Vec<Vec<Part>>> {
    sources.iter().enumerate().map(|(r, s)| of_report(s, entities, &entity_of[r], &holders[r])).collect()
}

fn of_report(
    source: &Source<'_>,
    entities: &[Entity],
    entity_of: &[usize],
    holders: &[Option<usize>],
) -> Vec<Vec<Part>> {
    let lexicon = Lexicon::of(source.report.language);
    let mut out: Vec<Vec<Part>> = vec![Vec::new(); source.segments.clauses.len()];
    for (n, name) in source.extract.names.iter().enumerate() {
        out[name.at.clause].push((entity_of[n], name.at.tokens.start));
    }
    for (title, holder) in source.extract.titles.iter().zip(holders) {
        out[title.at.clause].extend(holder.map(|h| (h, title.at.tokens.start)));
    }
    // Pronouns: the people told of last.
    let mut recent: Vec<usize> = Vec::new();
    for (c, clause) in source.segments.clauses.iter().enumerate() {
        let is_person = |e: &usize| entities[*e].class == NameClass::Person;
        let named: Vec<usize> = out[c].iter().map(|p| p.0).filter(is_person).collect();
        for i in clause.tokens.clone() {
            let Some((_, what)) = lexicon.pronouns.longest(&source.segments.tokens[..clause.tokens.end], i) else {
                continue;
            };
            if what.starts_with("person singular") {
                out[c].extend(recent.iter().rev().find(|e| !named.contains(e)).map(|&e| (e, i)));
            } else if what.starts_with("person plural") {
                out[c].extend(recent.iter().rev().take(2).map(|&e| (e, i)));
            }
        }
        for person in named {
            recent.retain(|&e| e != person);
            recent.push(person);
        }
        out[c].sort_unstable();
        out[c].dedup_by_key(|p| p.0);
    }
    out
}
