//! Clauses of N reports into statements: entities → terms → scores → groups.
//!
//! Candidates come from an index of rare terms, never from all pairs, so cost grows nearly linearly with the clauses.

pub mod entities;
pub mod events;
pub mod group;
pub mod participants;
pub mod score;
pub mod terms;

pub mod shared_text;

use crate::model::story::Story;
use crate::model::{Member, Statement};

/// Fills the story's entities, participants and statements, which are numbered on from `numbered`.
pub fn align(story: &mut Story<'_>, numbered: usize) {
    let sources = &story.sources;
    (story.entities, story.entity_of) = entities::entities(sources, &story.style.people);
    story.holders = participants::holders(sources, &story.entities, &story.entity_of);
    let people = participants::participants(sources, &story.entities, &story.entity_of, &story.holders);
    let gists = terms::gists(sources, &story.entities, &story.entity_of, &people);
    story.participants = people.iter().map(|r| r.iter().map(|c| c.iter().map(|p| p.0).collect()).collect()).collect();
    let pairs = group::pairs(&gists, &score::MODEL);
    let mut groups = group::groups(&gists, &pairs, &score::MODEL);
    groups.sort_by(|a, b| a.0.cmp(&b.0));
    story.statements_of = sources.iter().map(|s| vec![Vec::new(); s.segments.clauses.len()]).collect();
    for (index, (members, score)) in groups.into_iter().enumerate() {
        let members: Vec<Member> = members
            .into_iter()
            .map(|m| {
                let (report, clause) = group::place(&gists.all[m]);
                story.statements_of[report][clause].push(index);
                Member { report, clause, span: sources[report].segments.clauses[clause].span }
            })
            .collect();
        story.statements.push(Statement { id: format!("S{:03}", numbered + index + 1), score, members });
    }
}
