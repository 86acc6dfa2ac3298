//! Who and what the reports tell of: one entity over all reports for every person, organisation, place and thing.
//!
//! Names are one when they are written alike, when one abbreviates the other (declared in brackets, by its initials, or in
//! the language's lists), when one is short for the other, or when they are spellings of one (see
//! [`crate::language::spelling`]). Where the style guide lists a person's names, they are one whatever their letters.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::language::{Lexicon, spelling, tokens, tokens::name_parts};
use crate::model::Token;
use crate::model::mention::{Name, NameClass};
use crate::model::story::{Entity, Source};
use crate::model::style::Person;

/// Letters that two spellings of a name of one part may differ in, at most: see [`spelling::close`].
const MOST_EDITS: usize = 2;

/// A written form: its parts, and where it stands.
struct Form {
    parts: Vec<Box<str>>,
    mentions: Vec<(usize, usize)>,
    class: NameClass,
}

/// The entities of all reports, and for each report, for each of its names, the entity's index.
pub fn entities(sources: &[Source<'_>], people: &[Person]) -> (Vec<Entity>, Vec<Vec<usize>>) {
    let (forms, form_of) = forms(sources);
    let mut sets = Sets::new(forms.len());
    join_abbreviations(&forms, &mut sets);
    join_spellings(sources, &forms, &form_of, &mut sets);
    let short = short_forms(&forms, &mut sets);
    let known = join_people(people, &forms, &mut sets);
    // A short form goes with the longer one of its own report, else with the story's.
    let mut entity_of: Vec<Vec<usize>> = Vec::with_capacity(sources.len());
    for (r, source) in sources.iter().enumerate() {
        let names = &source.extract.names;
        let of = (0..names.len()).map(|n| {
            let mut at = n;
            if known[form_of[r][n]].is_some() {
                return sets.root(form_of[r][n]);
            }
            for _ in 0..3 {
                match names[at].alias_of {
                    Some(longer) if longer != at => at = longer,
                    _ => break,
                }
            }
            let form = form_of[r][at];
            sets.root(short[form].unwrap_or(form))
        });
        entity_of.push(of.collect());
    }
    let (mut entities, entity_of) = collect(sources, &forms, &form_of, &mut entity_of);
    for entity in &mut entities {
        let person = entity.mentions.iter().find_map(|&(r, n)| known[form_of[r][n]]);
        if let Some(person) = person {
            people[person].name.clone_into(&mut entity.name);
        }
    }
    (entities, entity_of)
}

/// Joins the names that the style guide gives one person; returns whose name each form is.
fn join_people(people: &[Person], forms: &[Form], sets: &mut Sets) -> Vec<Option<usize>> {
    let mut known = vec![None; forms.len()];
    if people.is_empty() {
        return known;
    }
    let index: FxHashMap<&[Box<str>], usize> = forms.iter().map(|f| &*f.parts).zip(0..).collect();
    for (p, person) in people.iter().enumerate() {
        let mut first = None;
        for name in std::iter::once(&person.name).chain(&person.aliases) {
            if let Some(&form) = index.get(&*name_parts(&tokens::of_str(name))) {
                known[form] = known[form].or(Some(p));
                sets.join(*first.get_or_insert(form), form);
            }
        }
    }
    known
}

/// Distinct written forms over all reports, and each name's form.
fn forms(sources: &[Source<'_>]) -> (Vec<Form>, Vec<Vec<usize>>) {
    let mut index: FxHashMap<Vec<Box<str>>, usize> = FxHashMap::default();
    let mut forms: Vec<Form> = Vec::new();
    let mut form_of = Vec::with_capacity(sources.len());
    let mut votes: Vec<FxHashMap<NameClass, usize>> = Vec::new();
    for (r, source) in sources.iter().enumerate() {
        let lexicon = Lexicon::of(source.report.language);
        let mut of = Vec::with_capacity(source.extract.names.len());
        for (n, name) in source.extract.names.iter().enumerate() {
            let parts = main_parts(lexicon, &source.segments.tokens, name);
            let form = *index.entry(parts.clone()).or_insert_with(|| {
                forms.push(Form { parts, mentions: Vec::new(), class: NameClass::Unknown });
                votes.push(FxHashMap::default());
                forms.len() - 1
            });
            forms[form].mentions.push((r, n));
            *votes[form].entry(name.class).or_default() += 1;
            of.push(form);
        }
        form_of.push(of);
    }
    for (form, votes) in forms.iter_mut().zip(votes) {
        form.class = winner(&votes);
    }
    (forms, form_of)
}

fn winner(votes: &FxHashMap<NameClass, usize>) -> NameClass {
    let known = votes.iter().filter(|(c, _)| **c != NameClass::Unknown);
    known.max_by_key(|(c, n)| (**n, std::cmp::Reverse(**c))).map_or(NameClass::Unknown, |(c, _)| *c)
}

/// The parts of a name, by its main form where the language's lists know it by another.
fn main_parts(lexicon: &Lexicon, tokens: &[Token], name: &Name) -> Vec<Box<str>> {
    let range = name.at.tokens.clone();
    let whole = |found: Option<(usize, &'static str)>| found.filter(|(n, _)| *n == range.len()).map(|(_, main)| main);
    let words = &tokens[..range.end];
    let main = whole(lexicon.places.longest(words, range.start).map(|(n, p)| (n, p.name)))
        .or_else(|| whole(lexicon.organisations.longest(words, range.start).map(|(n, m)| (n, *m))))
        .or_else(|| whole(lexicon.agencies.longest(words, range.start).map(|(n, m)| (n, *m))))
        .or_else(|| whole(lexicon.expansions.longest(words, range.start).map(|(n, m)| (n, *m))));
    match main {
        Some(main) => main.split([' ', '-']).filter(|p| !p.is_empty()).map(Box::from).collect(),
        None => name_parts(&tokens[range]),
    }
}

/// An abbreviation and the one spelled-out name whose first letters it has.
fn join_abbreviations(forms: &[Form], sets: &mut Sets) {
    let mut by_initials: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (i, form) in forms.iter().enumerate().filter(|(_, f)| f.parts.len() > 1 && f.class != NameClass::Person) {
        let initial = |p: &Box<str>| p.chars().next();
        let all: String = form.parts.iter().filter_map(initial).collect();
        let small = |p: &&Box<str>| !matches!(&***p, "dan" | "of" | "the" | "and" | "for" | "untuk");
        let main: String = form.parts.iter().filter(small).filter_map(initial).collect();
        if main != all {
            by_initials.entry(main).or_default().push(i);
        }
        by_initials.entry(all).or_default().push(i);
    }
    for (i, form) in forms.iter().enumerate().filter(|(_, f)| f.parts.len() == 1) {
        if form.parts[0].len() > 2
            && let Some(long) = by_initials.get(&*form.parts[0])
        {
            for &l in long {
                sets.join(i, l);
            }
        }
    }
}

/// Spellings of one name, unless a report keeps the two apart.
fn join_spellings(sources: &[Source<'_>], forms: &[Form], form_of: &[Vec<usize>], sets: &mut Sets) {
    let mut apart: FxHashSet<(usize, usize)> = FxHashSet::default();
    for (r, source) in sources.iter().enumerate() {
        let names = &source.extract.names;
        for (n, name) in names.iter().enumerate() {
            for (m, other) in names.iter().enumerate().skip(n + 1) {
                if other.at.sentence != name.at.sentence {
                    break;
                }
                let (a, b) = (form_of[r][n], form_of[r][m]);
                apart.insert((a.min(b), a.max(b)));
            }
        }
    }
    for (a, b) in alike(forms) {
        if sets.root(a) != sets.root(b)
            && !apart.contains(&(a.min(b), a.max(b)))
            && spelling::spelling(&forms[a].parts, &forms[b].parts).is_some()
            && compatible(&forms[a], &forms[b])
        {
            sets.join(a, b);
        }
    }
}

/// Pairs of forms that may be spellings of one name: the same letters in other parts; all parts but one; one part each,
/// with the same first letter and about as long.
fn alike(forms: &[Form]) -> Vec<(usize, usize)> {
    let mut blocks: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut single: FxHashMap<char, Vec<(usize, usize)>> = FxHashMap::default();
    for (i, form) in forms.iter().enumerate() {
        blocks.entry(hash(&(usize::MAX, form.parts.concat()))).or_default().push(i);
        match &form.parts[..] {
            [] => {}
            [part] => {
                let first = part.chars().next();
                single.entry(first.unwrap_or(' ')).or_default().push((i, part.chars().count()));
            }
            parts => {
                for odd in 0..parts.len() {
                    let others: Vec<&str> = (0..parts.len()).filter(|p| *p != odd).map(|p| &*parts[p]).collect();
                    blocks.entry(hash(&(odd, others))).or_default().push(i);
                }
            }
        }
    }
    let mut out: Vec<(usize, usize)> = blocks
        .values()
        .flat_map(|b| b.iter().enumerate().flat_map(move |(x, &i)| b[x + 1..].iter().map(move |&j| (i, j))))
        .collect();
    for block in single.values() {
        for (x, &(i, long)) in block.iter().enumerate() {
            out.extend(
                block[x + 1..].iter().filter(|(_, other)| long.abs_diff(*other) <= MOST_EDITS).map(|&(j, _)| (i, j)),
            );
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

fn compatible(a: &Form, b: &Form) -> bool {
    use NameClass::{Person, Unknown};
    if a.class == b.class || a.class == Unknown || b.class == Unknown {
        // Two names that one report uses again and again each are two.
        let often = beside(&a.mentions, &b.mentions) > 1 && beside(&b.mentions, &a.mentions) > 1;
        return !often || a.parts.len() > 1 && a.parts.concat() == b.parts.concat();
    }
    // A person is no place; an organisation may be taken for a thing.
    a.class != Person && b.class != Person
}

/// How many mentions stand in a report that holds one of the others too; both ascending.
fn beside(mentions: &[(usize, usize)], others: &[(usize, usize)]) -> usize {
    let mut o = 0;
    let within = |(report, _): &&(usize, usize)| {
        while others.get(o).is_some_and(|other| other.0 < *report) {
            o += 1;
        }
        others.get(o).is_some_and(|other| other.0 == *report)
    };
    mentions.iter().filter(within).count()
}

/// For every form the longer one that it is short for.
fn short_forms(forms: &[Form], sets: &mut Sets) -> Vec<Option<usize>> {
    let people: Vec<usize> =
        (0..forms.len()).filter(|&i| matches!(forms[i].class, NameClass::Person | NameClass::Thing)).collect();
    let mut by_part: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for &i in people.iter().filter(|&&i| forms[i].parts.len() > 1) {
        for part in &forms[i].parts {
            by_part.entry(part).or_default().push(i);
        }
    }
    (0..forms.len())
        .map(|i| {
            let form = &forms[i];
            if !matches!(form.class, NameClass::Person | NameClass::Thing | NameClass::Unknown) {
                return None;
            }
            // An initial may stand for a part: M Ikhsan, Muhammad Ikhsan.
            let last = form.parts.iter().rfind(|p| p.chars().count() > 1)?;
            let longer = by_part.get(&**last)?.iter().copied().filter(|&l| {
                forms[l].class != NameClass::Unknown
                    && forms[l].parts != form.parts
                    && (forms[l].parts.len() > form.parts.len()
                        || has_initial(&form.parts) && !has_initial(&forms[l].parts))
                    && short_for(&form.parts, &forms[l].parts)
            });
            let best = longer.max_by_key(|&l| (forms[l].mentions.len(), std::cmp::Reverse(l)))?;
            Some(sets.root(best))
        })
        .collect()
}

fn has_initial(parts: &[Box<str>]) -> bool {
    parts.iter().any(|p| p.chars().count() == 1)
}

/// Whether the parts of `short` stand in `long` in order; an initial stands for a part that starts with it.
fn short_for(short: &[Box<str>], long: &[Box<str>]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|p| rest.any(|q| q == p || p.chars().count() == 1 && q.chars().next() == p.chars().next()))
}

/// Entities in order of their first mention; `entity_of` from set roots to entity indices.
fn collect(
    sources: &[Source<'_>],
    forms: &[Form],
    form_of: &[Vec<usize>],
    entity_of: &mut Vec<Vec<usize>>,
) -> (Vec<Entity>, Vec<Vec<usize>>) {
    let mut index: FxHashMap<usize, usize> = FxHashMap::default();
    let mut entities: Vec<Entity> = Vec::new();
    let mut votes: Vec<FxHashMap<NameClass, usize>> = Vec::new();
    let mut written: Vec<FxHashMap<usize, usize>> = Vec::new();
    for (r, of) in entity_of.iter_mut().enumerate() {
        for (n, root) in of.iter_mut().enumerate() {
            let entity = *index.entry(*root).or_insert_with(|| {
                entities.push(Entity { class: NameClass::Unknown, name: String::new(), mentions: Vec::new() });
                votes.push(FxHashMap::default());
                written.push(FxHashMap::default());
                entities.len() - 1
            });
            entities[entity].mentions.push((r, n));
            *votes[entity].entry(sources[r].extract.names[n].class).or_default() += 1;
            *written[entity].entry(form_of[r][n]).or_default() += 1;
            *root = entity;
        }
    }
    for ((entity, votes), written) in entities.iter_mut().zip(votes).zip(written) {
        entity.class = winner(&votes);
        // The fullest of the forms that are used much: short forms are used more, but say less.
        let best = written.iter().max_by_key(|(f, n)| (forms[**f].parts.len().min(3), **n, std::cmp::Reverse(**f)));
        let first = best.and_then(|(form, _)| forms[*form].mentions.first());
        if let Some(&(r, n)) = first {
            sources[r].extract.names[n].at.span.of(&sources[r].report.text).clone_into(&mut entity.name);
        }
    }
    (entities, std::mem::take(entity_of))
}

/// Disjoint sets of forms.
struct Sets(Vec<usize>);

impl Sets {
    fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    /// The smaller root stays, so that the order of joins changes nothing.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
