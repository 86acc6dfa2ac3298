//! Clauses of N reports into statements.

pub mod shared_text;

use crate::model::story::Story;

/// Fills the story's entities and statements.
pub fn align(story: &mut Story<'_>) {
    story.entity_of = story.sources.iter().map(|s| vec![0; s.extract.names.len()]).collect();
    story.statements_of = story.sources.iter().map(|s| vec![Vec::new(); s.segments.clauses.len()]).collect();
}
