//! What became of the people that a number counts: the dead are not the hurt.

use crate::language::Lexicon;
use crate::model::Opener;
use crate::model::mention::Quantity;
use crate::model::story::Source;

/// Event frames whose people are the same, by what became of them.
const OUTCOMES: [&[&str]; 5] = [
    &["die", "kill"],
    &["injure", "treat"],
    &["survive", "rescue", "evacuate"],
    &["disappear", "search"],
    &["arrest", "detain", "charge", "suspect", "seize"],
];

/// Event frames of a match's end; leads during a match are told with other words.
const RESULTS: [&str; 4] = ["win", "lose-match", "draw", "beat"];

/// Bits of [`OUTCOMES`] that the words of the thing counted tell, or else the clause.
pub fn outcomes(source: &Source<'_>, quantity: &Quantity) -> u8 {
    let lexicon = Lexicon::of(source.report.language);
    let of_frame = |frame: u16| {
        let id = lexicon.frames.get(usize::from(frame)).copied().unwrap_or_default();
        OUTCOMES.iter().position(|ids| ids.contains(&id)).map_or(0, |bit| 1 << bit)
    };
    let tokens = quantity.of.clone().unwrap_or(0..0);
    let noun = source.segments.tokens[tokens]
        .iter()
        .filter_map(|t| lexicon.frame_words.word(&t.stem))
        .flatten()
        .fold(0, |bits, found| bits | of_frame(found.frame));
    if noun != 0 {
        return noun;
    }
    let of_clause = |clause: usize| {
        let claim = source.extract.claims.get(clause);
        claim.map_or(0, |c| c.frames.iter().fold(0, |bits, (frame, _)| bits | of_frame(*frame)))
    };
    let own = of_clause(quantity.at.clause);
    // `27 jemaah yang dirawat`
    let next = source.segments.clauses.get(quantity.at.clause + 1);
    let relative = next.is_some_and(|c| c.sentence == quantity.at.sentence && c.opener == Opener::Relative);
    if own == 0 && relative { of_clause(quantity.at.clause + 1) } else { own }
}

/// Whether the clause of a score tells how the match ended, and no other score.
pub fn is_result(source: &Source<'_>, quantity: &Quantity) -> bool {
    let lexicon = Lexicon::of(source.report.language);
    let ends = |frame: u16| lexicon.frames.get(usize::from(frame)).is_some_and(|id| RESULTS.contains(id));
    let Some(clause) = source.segments.clauses.get(quantity.at.clause) else { return false };
    let told = source.segments.tokens[clause.tokens.clone()].iter().any(|t| {
        [&t.stem, &t.norm].iter().filter_map(|w| lexicon.frame_words.word(w)).flatten().any(|u| ends(u.frame))
    });
    let scores = source.extract.quantities.iter().filter(|q| {
        q.at.clause == quantity.at.clause && super::values::score(q.number.of(&source.report.text)).is_some()
    });
    told && scores.count() == 1
}
