//! What a clause says, as weighted terms: stems, events, participants, values.
//!
//! A term weighs as much as it is rare in this story: `ln(1 + N / df)` over the story's sentences (the usual inverse
//! document frequency), so that the names that stand everywhere say little.

use rustc_hash::{FxHashMap, FxHashSet};

use super::participants::Part;
use crate::language::Lexicon;
use crate::model::mention::{Measure, NameClass, Quantity};
use crate::model::story::{Entity, Source};
use crate::model::{BlockKind, Date, Opener, Shape};

/// Weight of a general noun against the specific one that was written (`senjata` for `senapan`).
const GENERAL: f32 = 0.4;

/// Weight of an event frame against the verb that was written.
const FRAME: f32 = 0.7;

/// Longest run of letters that two words may share to count as forms of one word where no list knows their stem.
const GRAM: usize = 5;

/// Number of a term in the story's table.
pub type Term = u32;

/// A clause as the scorer sees it.
#[derive(Debug, Clone, Default)]
pub struct Gist {
    /// Index of the report.
    pub report: usize,
    /// Index of the clause.
    pub clause: usize,
    /// Terms and weights, ascending by term.
    pub terms: Vec<(Term, f32)>,
    /// Sum of the weights.
    pub mass: f32,
    /// Entities named, titled or meant by a pronoun, ascending.
    pub people: Vec<usize>,
    /// Entities on the agent's side and on the other, in the frame's own direction.
    pub sides: (Vec<usize>, Vec<usize>),
    /// Event frames, the predicate's first; how many are the predicate's own.
    pub frames: Vec<u16>,
    /// Quantities by measure and bounds.
    pub quantities: Vec<(Measure, f64, f64)>,
    /// Days.
    pub days: Vec<Date>,
    /// Minutes after midnight, first and last.
    pub clocks: Vec<(i32, i32)>,
    /// Within a direct quote.
    pub quoted: bool,
    /// Only credits somebody.
    pub credit: bool,
    /// In the headline.
    pub headline: bool,
    /// In a caption.
    pub caption: bool,
    /// Place in the report, 0 to 1.
    pub place: f32,
    /// Index of the sentence.
    pub sentence: usize,
    /// Index among all gists.
    pub index: usize,
}

/// The story's table of terms, and every clause's gist.
#[derive(Debug, Default)]
pub struct Gists {
    /// All clauses, by report and place.
    pub all: Vec<Gist>,
    /// Terms and weights of whole sentences, by report and sentence.
    pub sentences: Vec<Vec<Vec<(Term, f32)>>>,
    /// Inverse document frequency by term.
    pub weights: Vec<f32>,
}

/// The gists of all clauses. `people` is by report and clause.
pub fn gists(
    sources: &[Source<'_>],
    entities: &[Entity],
    entity_of: &[Vec<usize>],
    people: &[Vec<Vec<Part>>],
) -> Gists {
    let mut table = Table::default();
    let raw: Vec<Vec<Vec<(Term, f32)>>> =
        sources.iter().enumerate().map(|(r, s)| clause_terms(&mut table, s, &entity_of[r])).collect();
    let weights = table.weights(sources, &raw);
    let mut out = Gists { weights, ..Gists::default() };
    for (r, source) in sources.iter().enumerate() {
        let count = source.segments.clauses.len().max(1) as f32;
        let mut by_sentence = vec![Vec::new(); source.segments.sentences.len()];
        for (c, clause) in source.segments.clauses.iter().enumerate() {
            let terms = weighed(&raw[r][c], &out.weights);
            by_sentence[clause.sentence].extend_from_slice(&raw[r][c]);
            let claim = &source.extract.claims[c];
            let kind = source.report.blocks[source.segments.sentences[clause.sentence].block].kind;
            out.all.push(Gist {
                report: r,
                clause: c,
                mass: terms.iter().map(|t| t.1).sum(),
                terms,
                people: people[r][c].iter().map(|p| p.0).collect(),
                sides: sides(source, entities, c, &people[r][c]),
                frames: claim.frames.iter().map(|f| f.0).collect(),
                quantities: quantities(source, c),
                days: source.extract.times.iter().filter(|t| t.at.clause == c).filter_map(|t| t.date).collect(),
                clocks: source.extract.times.iter().filter(|t| t.at.clause == c).filter_map(|t| t.clock).collect(),
                quoted: clause.quoted,
                credit: clause.opener == Opener::Attribution,
                headline: kind == BlockKind::Headline,
                caption: kind == BlockKind::Caption,
                place: c as f32 / count,
                sentence: clause.sentence,
                index: out.all.len(),
            });
        }
        out.sentences.push(by_sentence.iter().map(|raw| weighed(raw, &out.weights)).collect());
    }
    out
}

/// Same terms once, with the highest weight; weighed by rarity; ascending.
fn weighed(raw: &[(Term, f32)], weights: &[f32]) -> Vec<(Term, f32)> {
    let mut terms = raw.to_vec();
    terms.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    terms.dedup_by_key(|t| t.0);
    terms.iter_mut().for_each(|t| t.1 *= weights[t.0 as usize]);
    terms
}

fn quantities(source: &Source<'_>, clause: usize) -> Vec<(Measure, f64, f64)> {
    let counts = |q: &&Quantity| q.at.clause == clause && !q.vague && q.measure != Measure::Label;
    source.extract.quantities.iter().filter(counts).map(|q| (q.measure.clone(), q.low, q.high)).collect()
}

/// People and bodies on the agent's side and on the other; a converse verb changes them.
fn sides(source: &Source<'_>, entities: &[Entity], clause: usize, people: &[Part]) -> (Vec<usize>, Vec<usize>) {
    let claim = &source.extract.claims[clause];
    let within = |range: &Option<std::ops::Range<usize>>| -> Vec<usize> {
        let Some(range) = range else { return Vec::new() };
        let acts = |e: usize| !matches!(entities[e].class, NameClass::Place);
        people.iter().filter(|(e, token)| range.contains(token) && acts(*e)).map(|p| p.0).collect()
    };
    let (agent, patient) = (within(&claim.agent), within(&claim.patient));
    if claim.frames.first().is_some_and(|f| f.1) { (patient, agent) } else { (agent, patient) }
}

/// Terms by text, and how many sentences hold each.
#[derive(Default)]
struct Table {
    ids: FxHashMap<Box<str>, Term>,
}

impl Table {
    fn id(&mut self, text: &str) -> Term {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = self.ids.len() as Term;
        self.ids.insert(text.into(), id);
        id
    }

    fn weights(&self, sources: &[Source<'_>], raw: &[Vec<Vec<(Term, f32)>>]) -> Vec<f32> {
        let mut counts = vec![0u32; self.ids.len()];
        let mut total = 0u32;
        for (source, clauses) in sources.iter().zip(raw) {
            for sentence in &source.segments.sentences {
                total += 1;
                let terms: FxHashSet<Term> =
                    sentence.clauses.clone().flat_map(|c| clauses[c].iter().map(|t| t.0)).collect();
                for term in terms {
                    counts[term as usize] += 1;
                }
            }
        }
        counts.iter().map(|&df| (1.0 + f64::from(total) / f64::from(df.max(1))).ln() as f32).collect()
    }
}

/// The terms of every clause of a report, unweighed.
fn clause_terms(table: &mut Table, source: &Source<'_>, entity_of: &[usize]) -> Vec<Vec<(Term, f32)>> {
    let lexicon = Lexicon::of(source.report.language);
    let segments = &source.segments;
    let mut out: Vec<Vec<(Term, f32)>> = vec![Vec::new(); segments.clauses.len()];
    let mut taken = vec![false; segments.tokens.len()];
    for (n, name) in source.extract.names.iter().enumerate() {
        taken[name.at.tokens.clone()].fill(true);
        out[name.at.clause].push((table.id(&format!("e:{}", entity_of[n])), 1.0));
    }
    for quantity in source.extract.quantities.iter().filter(|q| q.measure != Measure::Label && !q.vague) {
        let value = format!("q:{:?}:{:.3e}", quantity.measure, f64::midpoint(quantity.low, quantity.high.min(1e15)));
        out[quantity.at.clause].push((table.id(&value), 0.8));
        out[quantity.at.clause].push((table.id(&format!("q:{:?}", quantity.measure)), 0.3));
    }
    for time in &source.extract.times {
        taken[time.at.tokens.clone()].fill(true);
        if let Some(date) = time.date {
            out[time.at.clause].push((table.id(&format!("d:{date}")), 0.7));
        }
        if let Some((from, _)) = time.clock {
            out[time.at.clause].push((table.id(&format!("t:{from}")), 1.0));
        }
    }
    for (c, clause) in segments.clauses.iter().enumerate() {
        for i in clause.tokens.clone() {
            let token = &segments.tokens[i];
            if !taken[i] && token.shape != Shape::Mark && !lexicon.is_function(&token.norm) {
                word_terms(table, lexicon, &token.norm, &token.stem, &mut out[c]);
            }
        }
        for (frame, _) in source.extract.claims[c].frames.iter().take(3) {
            out[c].push((table.id(&format!("f:{frame}")), FRAME));
        }
    }
    out
}

/// A word by its stem or the style synonyms that it belongs to, and by the general nouns that hold it.
fn word_terms(table: &mut Table, lexicon: &Lexicon, norm: &str, stem: &str, out: &mut Vec<(Term, f32)>) {
    let set = lexicon.same.get(norm).or_else(|| lexicon.same.get(stem)).and_then(|sets| sets.first());
    let term = match set {
        Some(set) => table.id(&format!("s:{set}")),
        None => table.id(stem),
    };
    out.push((term, 1.0));
    let general = lexicon.kinds.get(norm).or_else(|| lexicon.kinds.get(stem));
    for general in general.into_iter().flatten().take(2) {
        out.push((table.id(&format!("k:{general}")), GENERAL));
    }
    if lexicon.generals.contains(norm) {
        out.push((table.id(&format!("k:{norm}")), GENERAL));
    }
    if set.is_none() && stem.len() > GRAM + 1 && stem.is_ascii() {
        out.push((table.id(&format!("g:{}", &stem[..GRAM])), GENERAL));
    }
}
