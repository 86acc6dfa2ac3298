//! What one noun is told to be on or in.

use super::{Term, language, lexical, related};
use crate::language::Lexicon;
use crate::model::mention::Thing;
use crate::model::story::{Source, Story};
use crate::model::{Shape, Span, Token};

/// What one noun is told to be on or in (`pirates on a dhow`, `pirates on two speed boats`) by reports that each know but
/// one of the two words.
pub fn complements(story: &Story<'_>, keep: &mut impl FnMut(Term, Term)) {
    let of = |r: usize| -> Vec<(&Thing, &Thing, &str)> {
        let source = &story.sources[r];
        let things = &source.extract.things;
        let hangs = |w: &[Thing]| {
            let (end, start) = (w[0].at.tokens.end, w[1].at.tokens.start);
            let hung = start == end + 1
                && matches!(&*source.segments.tokens[end].norm, "on" | "in" | "aboard" | "dalam" | "di");
            hung && !w[0].person
                && !w[1].person
                && w[1].words.clone().all(|i| source.segments.tokens[i].shape == Shape::Lower)
        };
        things
            .windows(2)
            .filter(|w| hangs(w))
            .map(|w| (&w[0], &w[1], &*source.segments.tokens[w[0].at.tokens.end].norm))
            .collect()
    };
    for a in 0..story.sources.len() {
        for b in (a + 1..story.sources.len()).filter(|&b| language(story, a) == language(story, b)) {
            let (sa, sb) = (&story.sources[a], &story.sources[b]);
            let lexicon = Lexicon::of(sa.report.language);
            for (noun, x, prep) in of(a) {
                for (other, y, _) in of(b).into_iter().filter(|o| o.2 == prep) {
                    let (hx, hy) = (&sa.segments.tokens[x.head], &sb.segments.tokens[y.head]);
                    let same_noun =
                        lexical::one_word(lexicon, &sa.segments.tokens[noun.head], &sb.segments.tokens[other.head]);
                    let words = |s: &Source<'_>, t: &Thing| {
                        lexical::singular(&lexical::phrase(&s.segments.tokens, t.words.clone())).to_owned()
                    };
                    let (px, py) = (words(sa, x), words(sb, y));
                    let near = lexical::relation(lexicon, &px, &py).is_some()
                        || lexical::siblings(lexicon, &px, &py)
                        || related(lexicon, hx, hy);
                    let all = |s: &'_ Source<'_>, t: &Thing| s.segments.tokens[t.words.clone()].to_vec();
                    let (ax, ay) = (all(sa, x), all(sb, y));
                    let known = |s: &Source<'_>, w: &[Token]| lexical::uses(s, lexicon, &w.iter().collect::<Vec<_>>());
                    let longer = px.contains(&py) || py.contains(&px);
                    if same_noun && near && !longer && !known(sb, &ax) && !known(sa, &ay) {
                        keep(
                            Term { report: a, key: px, span: whole(sa, x) },
                            Term { report: b, key: py, span: whole(sb, y) },
                        );
                    }
                }
            }
        }
    }
}

/// The list that a thing opens, or the thing.
fn whole(source: &Source<'_>, thing: &Thing) -> Span {
    let things = &source.extract.things;
    let list = source.extract.listings.iter().find(|l| things[l.members.start].at == thing.at);
    list.map_or(thing.at.span, |l| thing.at.span.join(things[l.members.end - 1].at.span))
}
