//! Clauses of N reports into statements: entities → terms → candidates → clauses scored → sentences scored → what the
//! others support → statements, each with the clauses that it shares.
//!
//! Candidates come from an index of rare terms, never from all pairs, so cost grows nearly linearly with the clauses.

pub mod candidates;
pub mod entities;
pub mod events;
pub mod logistic;
pub mod parallel;
pub mod participants;
pub mod score;
pub mod sentences;
pub mod shared_text;
pub mod statements;
pub mod support;
pub mod terms;
pub mod why;

use crate::model::story::{Source, Story};
use crate::model::{Member, Statement};
use candidates::Candidate;
use sentences::{Pair, Sentence};
use statements::{LISTS, Likelihoods, THRESHOLDS};
use support::Supported;
use terms::{Gist, Gists};

/// Fills the story's entities, participants and statements, which are numbered on from `numbered`. What it hands back is
/// what the clauses were compared by.
pub fn align(story: &mut Story<'_>, numbered: usize) -> Gists {
    let gists = gists(story);
    let Scored { sentences, clauses, supported, .. } = scored(&story.sources, &gists);
    let likelihoods = Likelihoods::new(&clauses);
    let lists = story.sources.iter().all(|s| s.report.lines);
    let thresholds = if lists { LISTS } else { THRESHOLDS };
    let mut groups: Vec<(Vec<usize>, f32)> = statements::cover(&sentences, &supported, thresholds)
        .into_iter()
        .map(|(members, score)| (statements::parts(&sentences, &members, &likelihoods), score))
        .collect();
    if lists {
        groups.iter_mut().for_each(|(members, _)| statements::keep_runs(members, |m| gists.all[m].report));
    }
    groups.sort_by(|a, b| a.0.cmp(&b.0));
    state(story, &gists, groups, numbered);
    gists
}

/// As [`align`], for two reports that tell the same things in the same order.
pub fn parallel(story: &mut Story<'_>, numbered: usize) -> Gists {
    let gists = gists(story);
    let beads = parallel::beads(&story.sources, &gists);
    state(story, &gists, beads, numbered);
    gists
}

/// What pairs of sentences are likely to tell the same, and by what.
struct Scored {
    sentences: Vec<Sentence>,
    clauses: Vec<Candidate>,
    pairs: Vec<Pair>,
    /// As long as `pairs`, and in its order.
    supported: Vec<Supported>,
}

fn scored(sources: &[Source<'_>], gists: &Gists) -> Scored {
    let sentences = sentences::sentences(sources, gists);
    let clauses = candidates::clauses(gists);
    let pairs = sentences::pairs(&sentences, gists, &clauses);
    let sums: Vec<f32> = pairs.iter().map(|p| sentences::MODEL.sum(&p.features)).collect();
    let supported = support::support(&sentences, &pairs, &sums, &support::MODEL);
    Scored { sentences, clauses, pairs, supported }
}

/// Fills the story's entities and participants, and reads what each clause says.
fn gists(story: &mut Story<'_>) -> Gists {
    let sources = &story.sources;
    (story.entities, story.entity_of) = entities::entities(sources, &story.style.people);
    story.holders = participants::holders(sources, &story.entities, &story.entity_of);
    let people = participants::participants(sources, &story.entities, &story.entity_of, &story.holders);
    story.participants = people.iter().map(|r| r.iter().map(|c| c.iter().map(|p| p.0).collect()).collect()).collect();
    terms::gists(sources, &story.entities, &story.entity_of, &people)
}

/// Makes statements of groups of gists.
fn state(story: &mut Story<'_>, gists: &Gists, groups: Vec<(Vec<usize>, f32)>, numbered: usize) {
    let sources = &story.sources;
    story.statements_of = sources.iter().map(|s| vec![Vec::new(); s.segments.clauses.len()]).collect();
    for (index, (members, score)) in groups.into_iter().enumerate() {
        let members: Vec<Member> = members
            .into_iter()
            .map(|m| {
                let (report, clause) = place(&gists.all[m]);
                story.statements_of[report][clause].push(index);
                let told = &sources[report].segments.clauses[clause];
                Member { report, sentence: told.sentence, clause, span: told.span }
            })
            .collect();
        story.statements.push(Statement { id: format!("S{:03}", numbered + index + 1), score, members });
    }
}

/// A gist's own place.
fn place(gist: &Gist) -> (usize, usize) {
    (gist.report, gist.clause)
}
