//! Finds the aligner's weights on the labelled sets, and says what they are worth on a set that they have not seen.
//!
//! `cargo bench --bench fit_aligner` reads `../shared`, labels every candidate pair of clauses and of sentences by the sets'
//! links, and fits the three models of the aligner one after the other (clauses, sentences, support) to all sets together
//! and, for each set, to all the others; then makes statements, scores them as `tools/score.py` does, and prints weights
//! and figures. Nothing is written: the weights are copied into `src/align/{score,sentences,support}.rs` by hand, so that a
//! change is seen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use selisih::align::candidates::{self, Candidate};
use selisih::align::logistic::Logistic;
use selisih::align::sentences::{self, Pair, Sentence};
use selisih::align::statements::{self, Likelihoods, THRESHOLDS, Thresholds};
use selisih::align::support::{self, Supported};
use selisih::align::terms::{self, Gists};
use selisih::align::{entities, participants, score};
use selisih::model::story::Source;
use selisih::model::{Report, Span};
use selisih::{extract, read, segment};

/// Steps of Newton's method; the figures stand still before.
const STEPS: usize = 25;

/// Strength of the pull of weights towards 0, against fitting to one story, in examples.
const RIDGE: f64 = 0.1;

type Place = (String, usize, usize);
type Link = (Place, Place);

/// What the three stages weigh, and the thresholds of statements.
#[derive(Clone)]
struct Models {
    clauses: Logistic<{ score::COUNT }>,
    sentences: Logistic<{ sentences::COUNT }>,
    support: Logistic<{ support::COUNT }>,
    thresholds: Thresholds,
}

struct Set {
    name: String,
    gists: Gists,
    sentences: Vec<Sentence>,
    clauses: Vec<Candidate>,
    /// Of each clause its place.
    places: Vec<Place>,
    links: Vec<Link>,
    weak: Vec<Link>,
    /// 1 a link, 0 none, -1 not judged; by candidate pair of clauses, and of sentences.
    labels: Vec<i8>,
    sentence_labels: BTreeMap<(usize, usize), i8>,
}

fn main() {
    let shared = Path::new("../shared");
    if !shared.exists() {
        println!("no ../shared: nothing to fit on");
        return;
    }
    let sets: Vec<Set> = folders(shared).into_iter().map(|(name, texts, gold)| load(name, &texts, &gold)).collect();
    let everything: Vec<&Set> = sets.iter().collect();
    let in_use =
        Models { clauses: score::MODEL, sentences: sentences::MODEL, support: support::MODEL, thresholds: THRESHOLDS };
    println!("weights in use:");
    report(&sets, |_| in_use.clone());
    let fitted = fit(&everything);
    println!("fitted on all sets: {:?}", fitted.thresholds);
    print("clauses", &score::NAMES, &fitted.clauses);
    print("sentences", &sentences::NAMES, &fitted.sentences);
    print("support", &support::NAMES, &fitted.support);
    report(&sets, |_| fitted.clone());
    println!("each set by weights fitted on the others:");
    report(&sets, |left_out| fit(&sets.iter().filter(|s| s.name != left_out).collect::<Vec<_>>()));
}

fn print<const N: usize>(what: &str, names: &[&str; N], model: &Logistic<N>) {
    println!("{what}: bias {:.3}", model.bias);
    for (name, weight) in names.iter().zip(model.weights) {
        println!("  {name:32} {weight:7.3}");
    }
    println!("  {:?}", model.weights.map(|w| (w * 1000.0).round() / 1000.0));
}

fn report(sets: &[Set], models: impl Fn(&str) -> Models) {
    let mut sum = 0.0;
    for set in sets {
        let models = models(&set.name);
        let (p, r, f1) = figures(set, &supported(set, &models), models.thresholds, &likelihoods(set, &models));
        println!("  {:12} precision {p:.3} recall {r:.3} F1 {f1:.3}", set.name);
        sum += f1;
    }
    println!("  mean F1 {:.3}", sum / sets.len() as f32);
}

/// The three models, each fitted to what the one before gives, and the thresholds with the best mean F1.
fn fit(sets: &[&Set]) -> Models {
    let each = |set: &Set, labelled: &mut dyn FnMut(usize, f64)| {
        let judged = set.labels.iter().filter(|l| **l >= 0).count();
        set.labels.iter().enumerate().filter(|(_, l)| **l >= 0).for_each(|(i, _)| labelled(i, 1.0 / judged as f64));
    };
    let mut rows = Vec::new();
    for set in sets {
        each(set, &mut |i, w| rows.push((set.clauses[i].features.values(), f64::from(set.labels[i]), w)));
    }
    let clauses = logistic(&rows);
    let mut models = Models { clauses, sentences: sentences::MODEL, support: support::MODEL, thresholds: THRESHOLDS };
    let label = |set: &Set, a: usize, b: usize| set.sentence_labels.get(&(a, b)).copied().unwrap_or_default();
    let mut rows = Vec::new();
    for set in sets {
        let pairs = pairs(set, &models);
        let judged: Vec<&Pair> = pairs.iter().filter(|p| label(set, p.a, p.b) >= 0).collect();
        let weight = 1.0 / judged.len() as f64;
        rows.extend(judged.iter().map(|p| (p.features, f64::from(label(set, p.a, p.b)), weight)));
    }
    models.sentences = logistic(&rows);
    let mut rows = Vec::new();
    for set in sets {
        let pairs = supported(set, &models);
        let judged: Vec<&Supported> = pairs.iter().filter(|p| label(set, p.a, p.b) >= 0).collect();
        let weight = 1.0 / judged.len() as f64;
        rows.extend(judged.iter().map(|p| (p.features, f64::from(label(set, p.a, p.b)), weight)));
    }
    models.support = logistic(&rows);
    let made: Vec<_> = sets.iter().map(|s| (*s, supported(s, &models), likelihoods(s, &models))).collect();
    let mut best = 0.0;
    for link in [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6] {
        for hold in [0.2, 0.3, 0.4, 0.5] {
            let tried = Thresholds { link, hold };
            let mean = made.iter().map(|(s, p, l)| figures(s, p, tried, l).2).sum::<f32>() / sets.len() as f32;
            if mean > best {
                best = mean;
                models.thresholds = tried;
            }
        }
    }
    models
}

fn rescored(set: &Set, models: &Models) -> Vec<Candidate> {
    let score = |c: &Candidate| Candidate { score: models.clauses.likelihood(&c.features.values()), ..*c };
    set.clauses.iter().map(score).collect()
}

fn likelihoods(set: &Set, models: &Models) -> Likelihoods {
    Likelihoods::new(&rescored(set, models))
}

fn pairs(set: &Set, models: &Models) -> Vec<Pair> {
    sentences::pairs(&set.sentences, &set.gists, &rescored(set, models))
}

fn supported(set: &Set, models: &Models) -> Vec<Supported> {
    let pairs = pairs(set, models);
    let sums: Vec<f32> = pairs.iter().map(|p| models.sentences.sum(&p.features)).collect();
    support::support(&set.sentences, &pairs, &sums, &models.support)
}

/// Logistic regression by Newton's method; rows are features, label, weight, and every set weighs the same.
fn logistic<const N: usize>(rows: &[([f32; N], f64, f64)]) -> Logistic<N> {
    let total: f64 = rows.iter().map(|r| r.2).sum::<f64>() / rows.len() as f64;
    let mut weights = vec![0.0; N + 1];
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| -RIDGE * w).collect();
        let mut curvature = vec![vec![0.0; N + 1]; N + 1];
        (0..=N).for_each(|i| curvature[i][i] = RIDGE);
        gradient[N] = 0.0;
        for (values, label, weight) in rows {
            let x = |i: usize| if i == N { 1.0 } else { f64::from(values[i]) };
            let p = 1.0 / (1.0 + (-(0..=N).map(|i| x(i) * weights[i]).sum::<f64>()).exp());
            let (error, spread) = ((label - p) * weight / total, (p * (1.0 - p)).max(1e-9) * weight / total);
            for i in (0..=N).filter(|&i| x(i) != 0.0) {
                gradient[i] += error * x(i);
                (0..=i).for_each(|j| curvature[i][j] += spread * x(i) * x(j));
            }
        }
        let step = solved(curvature, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s);
    }
    Logistic { weights: std::array::from_fn(|i| weights[i] as f32), bias: weights[N] as f32 }
}

/// Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's method.
fn solved(mut m: Vec<Vec<f64>>, mut v: Vec<f64>) -> Vec<f64> {
    let n = v.len();
    for i in 0..n {
        for j in 0..=i {
            let sum = m[i][j] - (0..j).map(|k| m[i][k] * m[j][k]).sum::<f64>();
            m[i][j] = if i == j { sum.max(1e-12).sqrt() } else { sum / m[j][j] };
        }
        v[i] = (v[i] - (0..i).map(|k| m[i][k] * v[k]).sum::<f64>()) / m[i][i];
    }
    for i in (0..n).rev() {
        v[i] = (v[i] - (i + 1..n).map(|k| m[k][i] * v[k]).sum::<f64>()) / m[i][i];
    }
    v
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
    let clauses = candidates::clauses(&gists);
    let of_clause = |g: &terms::Gist| {
        let span = sources[g.report].segments.clauses[g.clause].span;
        (reports[g.report].id.clone(), span.start, span.end)
    };
    let places: Vec<Place> = gists.all.iter().map(of_clause).collect();
    let (links, weak) = links(&reports, gold);
    let label = |a: &Place, b: &Place| if meets((a, b), &links) { 1 } else { -i8::from(meets((a, b), &weak)) };
    let labels = clauses.iter().map(|p| label(&places[p.a], &places[p.b])).collect();
    let sentences = sentences::sentences(&sources, &gists);
    let whole = |s: &Sentence| {
        let (first, last) = (&places[s.gists.0], &places[s.gists.1 - 1]);
        (first.0.clone(), first.1, last.2)
    };
    let wholes: Vec<Place> = sentences.iter().map(whole).collect();
    let sentence_labels = sentences::pairs(&sentences, &gists, &clauses)
        .iter()
        .map(|p| ((p.a, p.b), label(&wholes[p.a], &wholes[p.b])))
        .collect();
    Set { name, gists, sentences, clauses, places, links, weak, labels, sentence_labels }
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

/// Precision, recall and F1 over links, as `tools/score.py` counts them.
fn figures(set: &Set, pairs: &[Supported], thresholds: Thresholds, likely: &Likelihoods) -> (f32, f32, f32) {
    let mut made: Vec<Link> = Vec::new();
    for (members, _) in statements::cover(&set.sentences, pairs, thresholds) {
        let parts = statements::parts(&set.sentences, &members, likely);
        let side_by_side = |a: &usize, b: &usize| {
            let (x, y) = (&set.gists.all[*a], &set.gists.all[*b]);
            b - a == 1 && (x.report, x.sentence) == (y.report, y.sentence)
        };
        let runs = parts.chunk_by(side_by_side).map(|run| {
            let (first, last) = (&set.places[run[0]], &set.places[run[run.len() - 1]]);
            (first.0.clone(), first.1, last.2)
        });
        let runs: Vec<Place> = runs.collect();
        for (i, a) in runs.iter().enumerate() {
            made.extend(runs[i + 1..].iter().filter(|b| b.0 != a.0).map(|b| (a.clone(), b.clone())));
        }
    }
    made.sort();
    made.dedup();
    let right = made.iter().filter(|(a, b)| meets((a, b), &set.links)).count();
    let wrong = made.iter().filter(|(a, b)| !meets((a, b), &set.links) && !meets((a, b), &set.weak)).count();
    let got = set.links.iter().filter(|(a, b)| meets((a, b), &made)).count();
    let precision = right as f32 / (right + wrong).max(1) as f32;
    let recall = got as f32 / set.links.len().max(1) as f32;
    (precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9))
}
