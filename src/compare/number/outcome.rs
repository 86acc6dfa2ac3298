//! What became of the people that a number counts: the dead are not the hurt.

use crate::language::Lexicon;
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
    let claim = source.extract.claims.get(quantity.at.clause);
    claim.map_or(0, |c| c.frames.iter().fold(0, |bits, (frame, _)| bits | of_frame(*frame)))
}
