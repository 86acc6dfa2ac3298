//! Finds the aligner's weights on the labelled sets, and says what they are worth on a set that they have not seen.
//!
//! `cargo bench --bench fit_aligner` reads `../shared`, labels every candidate pair of clauses by the sets' links, fits the
//! logistic model of `align::score` to all sets together and, for each set, to all the others; then groups, scores as
//! `tools/score.py` does, and prints weights and figures. Nothing is written: the weights are copied into
//! `src/align/score.rs` by hand, so that a change is seen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use selisih::align::group::{self, Pair};
use selisih::align::score::{MODEL, Model, NAMES};
use selisih::align::terms::{self, Gists};
use selisih::align::{entities, participants};
use selisih::model::story::Source;
use selisih::model::{Report, Span};
use selisih::{extract, read, segment};

/// Rounds of gradient descent; the figures stand still long before.
const ROUNDS: usize = 4000;

/// Step of gradient descent.
const STEP: f32 = 0.5;

/// Strength of the pull of weights towards 0, against fitting to one story.
const RIDGE: f32 = 0.002;

type Place = (String, usize, usize);
type Link = (Place, Place);

struct Set {
    name: String,
    gists: Gists,
    pairs: Vec<Pair>,
    /// 1 a link, 0 none, -1 not judged; by pair.
    labels: Vec<i8>,
    places: Vec<Place>,
    links: Vec<(Place, Place)>,
    weak: Vec<(Place, Place)>,
}

fn main() {
    let shared = Path::new("../shared");
    if !shared.exists() {
        println!("no ../shared: nothing to fit on");
        return;
    }
    let sets: Vec<Set> = folders(shared).into_iter().map(|(name, texts, gold)| load(name, &texts, &gold)).collect();
    let everything: Vec<&Set> = sets.iter().collect();
    println!("weights in use:");
    report(&sets, |_| MODEL);
    let fitted = best_thresholds(&fit(&everything), &everything);
    println!("fitted on all sets:");
    for (name, weight) in NAMES.iter().zip(fitted.weights) {
        println!("  {name:32} {weight:7.3}");
    }
    println!(
        "  weights: {:?}, bias: {:.3}, link: {}, hold: {}",
        fitted.weights.map(|w| (w * 1000.0).round() / 1000.0),
        fitted.bias,
        fitted.link,
        fitted.hold
    );
    report(&sets, |_| fitted.clone());
    for set in &sets {
        println!("  {:12} ceiling {:?}", set.name, ceiling(set, &fitted));
    }
    println!("each set by weights fitted on the others:");
    report(&sets, |left_out| {
        let others: Vec<&Set> = sets.iter().filter(|s| s.name != left_out).collect();
        best_thresholds(&fit(&others), &others)
    });
}

fn report(sets: &[Set], model: impl Fn(&str) -> Model) {
    let mut sum = 0.0;
    for set in sets {
        let (p, r, f1) = figures(set, &model(&set.name));
        println!("  {:12} precision {p:.3} recall {r:.3} F1 {f1:.3}", set.name);
        sum += f1;
    }
    println!("  mean F1 {:.3}", sum / sets.len() as f32);
}

/// Name, folder of texts, gold of every set that has links.
fn folders(shared: &Path) -> Vec<(String, PathBuf, PathBuf)> {
    let mut out = vec![("five".to_owned(), shared.join("reports"), shared.join("gold/five-reports.alignment.json"))];
    let Ok(dev) = std::fs::read_dir(shared.join("dev")) else { return out };
    for folder in dev.flatten().map(|e| e.path()) {
        let gold = folder.join("alignment.json");
        if gold.exists() {
            out.push((folder.file_name().unwrap_or_default().to_string_lossy().into_owned(), folder, gold));
        }
    }
    out.sort();
    out
}

fn load(name: String, folder: &Path, gold: &Path) -> Set {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder of texts").flatten().map(|e| e.path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let reports: Vec<Report> = files
        .iter()
        .map(|f| {
            let id = f.file_stem().unwrap_or_default().to_string_lossy();
            read::text::report(&id, &id, std::fs::read_to_string(f).expect("UTF-8"), None)
        })
        .collect();
    let sources: Vec<Source<'_>> = reports
        .iter()
        .map(|r| {
            let segments = segment::segment(r);
            let extract = extract::extract(r, &segments);
            Source { report: r, segments, extract }
        })
        .collect();
    let (cast, entity_of) = entities::entities(&sources, &[]);
    let holders = participants::holders(&sources, &cast, &entity_of);
    let people = participants::participants(&sources, &cast, &entity_of, &holders);
    let gists = terms::gists(&sources, &cast, &entity_of, &people);
    let pairs = group::pairs(&gists, &MODEL);
    let places: Vec<Place> = gists
        .all
        .iter()
        .map(|g| {
            let span = sources[g.report].segments.clauses[g.clause].span;
            (reports[g.report].id.clone(), span.start, span.end)
        })
        .collect();
    let (links, weak) = links(&reports, gold);
    let labels = pairs
        .iter()
        .map(|p| {
            let pair = (&places[p.a], &places[p.b]);
            if meets(pair, &links) { 1 } else { -i8::from(meets(pair, &weak)) }
        })
        .collect();
    Set { name, gists, pairs, labels, places, links, weak }
}

fn links(reports: &[Report], gold: &Path) -> (Vec<Link>, Vec<Link>) {
    let gold: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(gold).expect("gold")).expect("JSON");
    let texts: BTreeMap<&str, &str> = reports.iter().map(|r| (r.id.as_str(), r.text.as_str())).collect();
    let place = |row: &serde_json::Value| -> Place {
        let (report, snippet) = (row[0].as_str().expect("a report"), row[1].as_str().expect("a snippet"));
        let at = texts[report].find(snippet).expect("the snippet stands in its report");
        (report.to_owned(), at, at + snippet.len())
    };
    let (mut links, mut weak) = (Vec::new(), Vec::new());
    for group in gold["groups"].as_array().expect("groups") {
        let list = |key: &str| group[key].as_array().cloned().unwrap_or_default();
        let members: Vec<(Place, bool)> = list("members")
            .iter()
            .map(|m| (place(m), true))
            .chain(list("weak").iter().map(|m| (place(m), false)))
            .collect();
        for (i, (a, x)) in members.iter().enumerate() {
            for (b, y) in members[i + 1..].iter().filter(|(b, _)| b.0 != a.0) {
                let link = (a.clone(), b.clone());
                if !(*x && *y) {
                    weak.push(link);
                } else if !links.contains(&link) && !links.contains(&(b.clone(), a.clone())) {
                    links.push(link);
                }
            }
        }
    }
    (links, weak)
}

fn over(a: &Place, b: &Place) -> bool {
    a.0 == b.0 && Span::new(a.1, a.2).overlaps(Span::new(b.1, b.2))
}

fn meets(pair: (&Place, &Place), rows: &[(Place, Place)]) -> bool {
    rows.iter().any(|(a, b)| (over(pair.0, a) && over(pair.1, b)) || (over(pair.0, b) && over(pair.1, a)))
}

/// Logistic regression by gradient descent; every set weighs the same.
fn fit(sets: &[&Set]) -> Model {
    let mut model = Model { weights: [0.0; NAMES.len()], bias: 0.0, ..MODEL };
    let rows: Vec<([f32; NAMES.len()], f32, f32)> = sets
        .iter()
        .flat_map(|set| {
            let judged = set.labels.iter().filter(|l| **l >= 0).count() as f32;
            set.pairs
                .iter()
                .zip(&set.labels)
                .filter(|(_, l)| **l >= 0)
                .map(move |(p, l)| (p.features.values(), f32::from(*l), 1.0 / judged))
        })
        .collect();
    let total: f32 = rows.iter().map(|r| r.2).sum();
    for _ in 0..ROUNDS {
        let mut gradient = [0.0f32; NAMES.len()];
        let mut of_bias = 0.0;
        for (values, label, weight) in &rows {
            let sum: f32 = values.iter().zip(model.weights).map(|(v, w)| v * w).sum::<f32>() + model.bias;
            let error = (1.0 / (1.0 + (-sum).exp()) - label) * weight / total;
            for (g, v) in gradient.iter_mut().zip(values) {
                *g += error * v;
            }
            of_bias += error;
        }
        for (w, g) in model.weights.iter_mut().zip(gradient) {
            *w -= STEP * 4.0 * (g + RIDGE * *w / 10.0);
        }
        model.bias -= STEP * 4.0 * of_bias;
    }
    model
}

/// The thresholds with the best mean F1 over these sets.
fn best_thresholds(model: &Model, sets: &[&Set]) -> Model {
    let mut best = (0.0, model.clone());
    for link in [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6] {
        for hold in [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4] {
            let tried = Model { link, hold, ..model.clone() };
            let mean = sets.iter().map(|s| figures(s, &tried).2).sum::<f32>() / sets.len() as f32;
            if mean > best.0 {
                best = (mean, tried);
            }
        }
    }
    best.1
}

/// Precision, recall and F1 over links, as `tools/score.py` counts them.
fn figures(set: &Set, model: &Model) -> (f32, f32, f32) {
    let pairs: Vec<Pair> = set.pairs.iter().map(|p| Pair { score: model.likelihood(&p.features), ..*p }).collect();
    let mut made: Vec<(&Place, &Place)> = Vec::new();
    for (members, _) in group::groups(&set.gists, &pairs, model) {
        for (i, &a) in members.iter().enumerate() {
            for &b in members[i + 1..].iter().filter(|&&b| set.places[b].0 != set.places[a].0) {
                made.push((&set.places[a], &set.places[b]));
            }
        }
    }
    let right = made.iter().filter(|p| meets(**p, &set.links)).count();
    let wrong = made.iter().filter(|p| !meets(**p, &set.links) && !meets(**p, &set.weak)).count();
    let rows: Vec<(Place, Place)> = made.iter().map(|(a, b)| ((*a).clone(), (*b).clone())).collect();
    let got = set.links.iter().filter(|l| meets((&l.0, &l.1), &rows)).count();
    let precision = right as f32 / (right + wrong).max(1) as f32;
    let recall = got as f32 / set.links.len().max(1) as f32;
    (precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9))
}

/// Links that some candidate pair meets, and the best F1 of pairs alone: what grouping can reach.
fn ceiling(set: &Set, model: &Model) -> (f32, f32, f32) {
    let rows: Vec<(f32, Place, Place)> = set
        .pairs
        .iter()
        .map(|p| (model.likelihood(&p.features), set.places[p.a].clone(), set.places[p.b].clone()))
        .collect();
    let all: Vec<(Place, Place)> = rows.iter().map(|r| (r.1.clone(), r.2.clone())).collect();
    let reach = set.links.iter().filter(|l| meets((&l.0, &l.1), &all)).count() as f32 / set.links.len() as f32;
    let (mut best, mut at) = (0.0, 0.0);
    for t in [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7] {
        let made: Vec<(Place, Place)> = rows.iter().filter(|r| r.0 >= t).map(|r| (r.1.clone(), r.2.clone())).collect();
        let right = made.iter().filter(|p| meets((&p.0, &p.1), &set.links)).count();
        let wrong = made.iter().filter(|p| !meets((&p.0, &p.1), &set.links) && !meets((&p.0, &p.1), &set.weak)).count();
        let got = set.links.iter().filter(|l| meets((&l.0, &l.1), &made)).count();
        let (p, r) = (right as f32 / (right + wrong).max(1) as f32, got as f32 / set.links.len() as f32);
        let f1 = 2.0 * p * r / (p + r).max(1e-9);
        if f1 > best {
            (best, at) = (f1, t);
        }
    }
    (reach, best, at)
}
