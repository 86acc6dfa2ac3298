//! How likely two clauses are to tell the same thing.
//!
//! A logistic model over a few features that an editor would name. The weights were found by
//! `cargo bench --bench fit_aligner` on the labelled sets.

use super::logistic::Logistic;
use super::terms::{Gist, Gists, Term};
use crate::language::lexicon::related_frames;

/// How many features there are.
pub const COUNT: usize = 25;

/// What speaks for and against two clauses telling the same thing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Features {
    /// Shared weight against all weight of both (Dice's coefficient), 0 to 1.
    pub dice: f32,
    /// Shared weight against the smaller clause's, 0 to 1.
    pub containment: f32,
    /// Shared weight, as `ln(1 + w)`.
    pub shared: f32,
    /// Dice's coefficient of the whole sentences.
    pub sentences: f32,
    /// The predicates tell the same event.
    pub same_event: f32,
    /// Some other verb or noun tells an event that both know.
    pub shared_event: f32,
    /// The predicates tell events that reports choose among for one happening.
    pub related_event: f32,
    /// Both tell events that are known, and none is shared or related.
    pub other_event: f32,
    /// Participants shared, against all (Jaccard).
    pub people: f32,
    /// Both name participants, and share none.
    pub other_people: f32,
    /// The same event by the same agent.
    pub same_agent: f32,
    /// The same event, but one's agent is the other's patient.
    pub swapped: f32,
    /// A quantity agrees.
    pub same_quantity: f32,
    /// Quantities of one measure, and none agrees.
    pub other_quantity: f32,
    /// A day or clock time agrees.
    pub same_time: f32,
    /// Days are told, and none agrees.
    pub other_time: f32,
    /// Both within quotes.
    pub quotes: f32,
    /// One of them only credits somebody.
    pub credit: f32,
    /// Both in headlines.
    pub headlines: f32,
    /// One in a headline.
    pub headline: f32,
    /// Distance of their places in the reports, 0 to 1.
    pub distance: f32,
    /// Dice's coefficient of the clauses before or behind, whichever is higher.
    pub neighbours: f32,
    /// `containment` times `sentences`: words shared within sentences that tell the same.
    pub words_in_context: f32,
    /// `containment` where the event is the same.
    pub words_of_event: f32,
    /// Shared weight of the rarest shared term.
    pub rarest: f32,
}

impl Features {
    /// The features in the order of [`NAMES`].
    pub fn values(&self) -> [f32; COUNT] {
        [
            self.dice,
            self.containment,
            self.shared,
            self.sentences,
            self.same_event,
            self.shared_event,
            self.related_event,
            self.other_event,
            self.people,
            self.other_people,
            self.same_agent,
            self.swapped,
            self.same_quantity,
            self.other_quantity,
            self.same_time,
            self.other_time,
            self.quotes,
            self.credit,
            self.headlines,
            self.headline,
            self.distance,
            self.neighbours,
            self.words_in_context,
            self.words_of_event,
            self.rarest,
        ]
    }
}

/// The features' names, in the order of [`Features::values`].
pub const NAMES: [&str; COUNT] = [
    "words shared, of both",
    "words shared, of the shorter",
    "weight shared",
    "sentences' words",
    "same event",
    "event shared",
    "related event",
    "other event",
    "participants",
    "other participants",
    "same event, same agent",
    "roles swapped",
    "quantity agrees",
    "quantity differs",
    "time agrees",
    "time differs",
    "both quoted",
    "only a credit",
    "both headlines",
    "a headline",
    "distance in the reports",
    "neighbours' words",
    "words in sentences alike",
    "words of the same event",
    "rarest word shared",
];

/// The weights, found by `cargo bench --bench fit_aligner`.
pub const MODEL: Logistic<COUNT> = Logistic {
    weights: [
        -0.853, 1.148, 1.327, 7.874, 1.006, 0.494, -0.263, -0.72, 0.408, 0.339, 0.097, -1.643, 1.349, 0.244, 0.944,
        1.615, -0.402, -2.483, 2.632, -0.771, -1.166, 1.661, -2.094, -0.477, 0.331,
    ],
    bias: -6.628,
};

/// What speaks for and against two clauses of a story.
pub fn features(gists: &Gists, a: &Gist, b: &Gist) -> Features {
    let shared = overlap(&a.terms, &b.terms);
    let sentence = |g: &Gist| &gists.sentences[g.report][g.sentence];
    let (sa, sb) = (sentence(a), sentence(b));
    let both = overlap(sa, sb);
    let masses = mass(sa) + mass(sb);
    let (same, any, related, known) = events(a, b);
    let containment = shared / a.mass.min(b.mass).max(f32::EPSILON);
    let sentences = 2.0 * both / masses.max(f32::EPSILON);
    let agents = same && intersection(&a.sides.0, &b.sides.0) > 0;
    let people = intersection(&a.people, &b.people);
    let all_people = a.people.len() + b.people.len() - people;
    let quantities = agreement(&a.quantities, &b.quantities, |x, y| x.0 == y.0, |x, y| x.1 <= y.2 && y.1 <= x.2);
    let days = agreement(&a.days, &b.days, |_, _| true, |x, y| x == y);
    let clocks = agreement(&a.clocks, &b.clocks, |_, _| true, |x, y| x == y);
    let flag = f32::from;
    Features {
        dice: 2.0 * shared / (a.mass + b.mass).max(f32::EPSILON),
        containment,
        shared: (1.0 + shared).ln(),
        sentences,
        same_event: flag(same),
        shared_event: flag(any && !same),
        related_event: flag(related && !same),
        other_event: flag(known && !any && !related),
        people: people as f32 / all_people.max(1) as f32,
        other_people: flag(!a.people.is_empty() && !b.people.is_empty() && people == 0),
        same_agent: flag(agents),
        swapped: flag(same && swapped(a, b)),
        same_quantity: flag(quantities == Some(true)),
        other_quantity: flag(quantities == Some(false)),
        same_time: flag(days == Some(true) || clocks == Some(true)),
        other_time: flag(days == Some(false) || clocks == Some(false)),
        quotes: flag(a.quoted && b.quoted),
        credit: flag(a.credit || b.credit),
        headlines: flag(a.headline && b.headline),
        headline: flag(a.headline != b.headline),
        distance: (a.place - b.place).abs(),
        neighbours: neighbours(gists, a, b),
        words_in_context: containment * sentences,
        words_of_event: if same { containment } else { 0.0 },
        rarest: rarest(&a.terms, &b.terms),
    }
}

fn mass(terms: &[(Term, f32)]) -> f32 {
    terms.iter().map(|t| t.1).sum()
}

/// Weight of the terms that both hold.
pub fn overlap(a: &[(Term, f32)], b: &[(Term, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1.min(b[j].1);
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

/// Dice's coefficient of the clauses before both or behind both, whichever is higher.
fn neighbours(gists: &Gists, a: &Gist, b: &Gist) -> f32 {
    let dice = |x: Option<&Gist>, y: Option<&Gist>| match (x, y) {
        (Some(x), Some(y)) => 2.0 * overlap(&x.terms, &y.terms) / (x.mass + y.mass).max(f32::EPSILON),
        _ => 0.0,
    };
    let before = |g: &Gist| g.index.checked_sub(1).and_then(|i| gists.all.get(i)).filter(|o| o.report == g.report);
    let behind = |g: &Gist| gists.all.get(g.index + 1).filter(|o| o.report == g.report);
    dice(before(a), before(b)).max(dice(behind(a), behind(b)))
}

/// Weight of the rarest term that both hold.
pub fn rarest(a: &[(Term, f32)], b: &[(Term, f32)]) -> f32 {
    let shared = |t: &&(Term, f32)| b.binary_search_by_key(&t.0, |u| u.0).is_ok();
    a.iter().filter(shared).map(|t| t.1).fold(0.0, f32::max)
}

/// Whether the predicates share their event, any events are shared, some are related, and both tell known events.
fn events(a: &Gist, b: &Gist) -> (bool, bool, bool, bool) {
    let same = a.frames.first().is_some_and(|f| b.frames.first() == Some(f));
    let any = a.frames.iter().any(|f| b.frames.contains(f));
    let heads = |g: &Gist| g.frames.len().min(2);
    let (of_a, of_b) = (&a.frames[..heads(a)], &b.frames[..heads(b)]);
    let related = of_a.iter().any(|x| of_b.iter().any(|y| related_frames(*x, *y)));
    (same, any, related, !a.frames.is_empty() && !b.frames.is_empty())
}

fn intersection(a: &[usize], b: &[usize]) -> usize {
    a.iter().filter(|x| b.binary_search(x).is_ok()).count()
}

/// One's agent is on the other's receiving side, and the agents are not the same.
fn swapped(a: &Gist, b: &Gist) -> bool {
    let meet = |x: &[usize], y: &[usize]| intersection(x, y) > 0;
    (meet(&a.sides.0, &b.sides.1) || meet(&a.sides.1, &b.sides.0)) && !meet(&a.sides.0, &b.sides.0)
}

/// Of values that can be compared whether some agree; `None` where none can be.
fn agreement<T>(a: &[T], b: &[T], comparable: impl Fn(&T, &T) -> bool, agree: impl Fn(&T, &T) -> bool) -> Option<bool> {
    let mut found = None;
    for x in a {
        for y in b.iter().filter(|y| comparable(x, y)) {
            if agree(x, y) {
                return Some(true);
            }
            found = Some(false);
        }
    }
    found
}
