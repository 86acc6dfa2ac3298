//! Which reports tell of one event.
//!
//! A report on something else must change nothing between the others, so reports are parted first, by what each two of
//! them share and nothing else: no frequencies over all reports, which one more report would shift.

use rustc_hash::FxHashMap;

use crate::language::Lexicon;
use crate::model::Shape;
use crate::model::story::Source;

/// Weight of a word of a name against any other: reports of one event share its people and places.
const NAME: f32 = 3.0;

/// Weight of a number.
const NUMBER: f32 = 2.0;

/// Share of the smaller report's weight that two reports of one event have in common, at least. Measured on the seven
/// labelled sets: each report shares 0.37 or more with some other of its set, and at most 0.21 with any of another set.
const ONE_EVENT: f32 = 0.25;

/// The reports of each event, ascending; events in order of their first report.
pub fn events(sources: &[&Source<'_>]) -> Vec<Vec<usize>> {
    let contents = contents(sources);
    let mut event: Vec<usize> = (0..sources.len()).collect();
    for a in 0..sources.len() {
        for b in a + 1..sources.len() {
            let (x, y) = (root(&event, a), root(&event, b));
            if x != y && contents[a].shared(&contents[b]) >= ONE_EVENT {
                event[x.max(y)] = x.min(y);
            }
        }
    }
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut of_root: FxHashMap<usize, usize> = FxHashMap::default();
    for report in 0..sources.len() {
        let at = *of_root.entry(root(&event, report)).or_insert_with(|| {
            out.push(Vec::new());
            out.len() - 1
        });
        out[at].push(report);
    }
    out
}

fn root(event: &[usize], mut report: usize) -> usize {
    while event[report] != report {
        report = event[report];
    }
    report
}

/// The words of a report that carry weight.
struct Content {
    /// Numbers of words and weights, ascending.
    words: Vec<(u32, f32)>,
    total: f32,
}

/// The content of each report.
fn contents(sources: &[&Source<'_>]) -> Vec<Content> {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let mut out = Vec::with_capacity(sources.len());
    for source in sources {
        let mut words: Vec<(u32, f32)> = Vec::new();
        for (word, weight) in content(source) {
            let next = numbers.len() as u32;
            words.push((*numbers.entry(word).or_insert(next), weight));
        }
        words.sort_unstable_by_key(|w| w.0);
        let total = words.iter().map(|w| w.1).sum();
        out.push(Content { words, total });
    }
    out
}

impl Content {
    /// Share of the smaller one's weight that both have. Weights are small whole numbers: no order of adding matters.
    fn shared(&self, other: &Self) -> f32 {
        let (a, b) = (&self.words, &other.words);
        let (mut i, mut j, mut common) = (0, 0, 0.0);
        while i < a.len() && j < b.len() {
            let ((x, v), (y, w)) = (a[i], b[j]);
            if x == y {
                common += v.min(w);
            }
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        common / self.total.min(other.total).max(f32::EPSILON)
    }
}

/// The words of a report that carry weight, with their weights.
fn content<'a>(source: &'a Source<'_>) -> FxHashMap<&'a str, f32> {
    let lexicon = Lexicon::of(source.report.language);
    let mut out: FxHashMap<&str, f32> = FxHashMap::default();
    for token in &source.segments.tokens {
        let weight = match token.shape {
            Shape::Mark => continue,
            _ if lexicon.is_function(&token.norm) => continue,
            Shape::Number => NUMBER,
            _ => 1.0,
        };
        let word = if token.stem.is_empty() { &*token.norm } else { &*token.stem };
        out.entry(word).or_insert(weight);
    }
    for token in source.extract.names.iter().flat_map(|n| &source.segments.tokens[n.at.tokens.clone()]) {
        if let Some(weight) = out.get_mut(if token.stem.is_empty() { &*token.norm } else { &*token.stem }) {
            *weight = NAME;
        }
    }
    out
}
