//! Clauses of different reports that tell opposite things: one word negated here and asserted there (`no fuel leak` / `fuel
//! had leaked`, `tidak disegel` / `menyegel`), or two words that are opposites (`failed` / `working`).

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::events::{Stance, Terms, family, marks, stance};
use crate::language::Lexicon;
use crate::language::lexicon::Reporting;

use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::{BlockKind, Opener, Reading, Segments, Shape, Span, Token};

/// Weight of the word itself and of the arguments that both clauses share (`ln(1 + N/df)` each) from which they tell one
/// thing: a rare word and a rare argument.
const LEAST: f32 = 5.2;

/// Least weight of the shared arguments among it.
const LEAST_SHARED: f32 = 1.6;

/// Share of the poorer clause's arguments that the other must hold, and of the richer one's.
const POOR: f32 = 0.4;
/// See [`POOR`].
const RICH: f32 = 0.25;

/// The least score of two words that are opposites: the one may be of another phase or side than the other.
const OPPOSITES: f32 = 6.5;

/// Events whose opposites are phases or sides of one course, both true.
const PHASES: &[&str] = &[
    "begin",
    "end",
    "open",
    "close",
    "give",
    "take",
    "win",
    "lose",
    "lose-match",
    "beat",
    "rise",
    "fall-number",
    "compete",
    "arrive",
    "leave",
];

/// Words between a negation and what it denies, at most.
const REACH: usize = 5;

/// Something asserted or denied.
struct Told {
    report: usize,
    clause: usize,
    at: usize,
    /// Token where the denial starts.
    from: usize,
    denied: bool,
    /// Not yet, rather than not.
    yet: bool,
    /// Told as done in so many words.
    done: bool,
    planned: bool,
    /// By stem or frame; the flag is set for a word's opposite.
    keys: Vec<(String, bool)>,
    weight: f32,
    terms: Vec<(u32, f32)>,
}

/// Pairs of readings, asserted and denied.
pub fn opposed(story: &Story<'_>) -> Vec<Vec<Reading>> {
    let table = Terms::of(story);
    let all: Vec<Told> = (0..story.sources.len()).flat_map(|r| of_report(story, &table, r)).collect();
    let mut by_key: FxHashMap<&str, Vec<(usize, bool)>> = FxHashMap::default();
    for (i, told) in all.iter().enumerate() {
        for (key, opposite) in &told.keys {
            by_key.entry(key).or_default().push((i, *opposite));
        }
    }
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for uses in by_key.values() {
        for (n, &(i, a)) in uses.iter().enumerate() {
            for &(j, b) in &uses[n + 1..] {
                let Some(score) = same(&all[i], &all[j]).filter(|_| !(a && b)) else { continue };
                let opposite = (all[i].denied != a) != (all[j].denied != b);
                let enough = !(a || b) || score >= OPPOSITES;
                if opposite && enough && all[i].report != all[j].report && sure(&all[i], &all[j]) {
                    pairs.push((score, i.min(j), i.max(j)));
                }
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    pairs.dedup_by_key(|p| (p.1, p.2));
    chosen(story, &all, &pairs)
}

/// The best pairs, each report and word once; a report that tells both ways of one thing is left alone.
fn chosen(story: &Story<'_>, all: &[Told], pairs: &[(f32, usize, usize)]) -> Vec<Vec<Reading>> {
    let mut out = Vec::new();
    let mut used: FxHashSet<(usize, usize)> = FxHashSet::default();
    for &(_, i, j) in pairs {
        let (a, b) = (&all[i], &all[j]);
        let place = |t: &Told| (t.report, story.sources[t.report].segments.clauses[t.clause].sentence);
        let taken = used.contains(&place(a)) || used.contains(&place(b));
        if taken || other_people(story, a, b) || both_ways(all, a, b) || both_ways(all, b, a) {
            continue;
        }
        used.insert(place(a));
        used.insert(place(b));
        let (yes, no) = if a.denied { (b, a) } else { (a, b) };
        out.push(vec![reading(story, yes), reading(story, no)]);
    }
    out
}

/// Whether both clauses tell of people, and of none in common: one climber wore a helmet, the other did not.
fn other_people(story: &Story<'_>, a: &Told, b: &Told) -> bool {
    let people = |t: &Told| -> Vec<usize> {
        let parts = &story.participants[t.report][t.clause];
        parts.iter().copied().filter(|&e| story.entities[e].class == NameClass::Person).collect()
    };
    let (a, b) = (people(a), people(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|e| b.contains(e))
}

/// Whether the report of `one` also tells what `other` tells.
fn both_ways(all: &[Told], one: &Told, other: &Told) -> bool {
    all.iter().any(|t| {
        t.report == one.report
            && t.denied == other.denied
            && t.keys.iter().any(|k| !k.1 && other.keys.contains(k))
            && (same(t, other).is_some() || same(t, one).is_some())
    })
}

/// Whether two clauses tell one thing, and how surely.
fn same(a: &Told, b: &Told) -> Option<f32> {
    let shared: f32 =
        a.terms.iter().filter_map(|t| b.terms.binary_search_by_key(&t.0, |u| u.0).ok().map(|_| t.1)).sum();
    let mass = |t: &Told| t.terms.iter().map(|x| x.1).sum::<f32>().max(f32::EPSILON);
    let (poor, rich) = (mass(a).min(mass(b)), mass(a).max(mass(b)));
    let score = shared + a.weight.min(b.weight);
    let enough = shared >= LEAST_SHARED && shared / poor >= POOR && shared / rich >= RICH && score >= LEAST;
    (enough && a.planned == b.planned).then_some(score)
}

/// Not yet is no denial, unless it is told as done.
fn sure(a: &Told, b: &Told) -> bool {
    (!a.yet || b.done) && (!b.yet || a.done)
}

fn of_report(story: &Story<'_>, table: &Terms, r: usize) -> Vec<Told> {
    let source = &story.sources[r];
    let (segments, lexicon) = (&source.segments, Lexicon::of(source.report.language));
    let mut out = Vec::new();
    for (c, clause) in segments.clauses.iter().enumerate() {
        let sentence = &segments.sentences[clause.sentence];
        let kind = source.report.blocks[sentence.block].kind;
        let open = matches!(clause.opener, Opener::Attribution | Opener::Condition | Opener::Purpose);
        let asked = segments.tokens[sentence.tokens.clone()]
            .iter()
            .any(|t| matches!(&*t.norm, "?" | "apakah" | "whether" | "if"));
        if open || asked || kind == BlockKind::Caption {
            continue;
        }
        for i in clause.tokens.clone() {
            out.extend(told(lexicon, &segments.tokens, sentence.tokens.start, clause.tokens.clone(), i).map(|t| {
                Told {
                    report: r,
                    clause: c,
                    weight: table.weight_at(r, c, i),
                    terms: table.weighed(r, whole(segments, c)..c + 1, &[i]),
                    ..t
                }
            }));
        }
    }
    out
}

/// The clause that a clause goes on from: a clause of one or two words (`…, kata dia, tidak disegel`) has its subject
/// before.
fn whole(segments: &Segments, c: usize) -> usize {
    let sentence = &segments.sentences[segments.clauses[c].sentence];
    let short = |c: usize| segments.clauses[c].tokens.len() <= SHORT;
    if short(c) { c.saturating_sub(2).max(sentence.clauses.start) } else { c }
}

/// Tokens of a clause that has no subject of its own.
const SHORT: usize = 3;

/// What a word of a clause asserts or denies, where it may.
fn told(lexicon: &Lexicon, tokens: &[Token], sentence: usize, clause: Range<usize>, i: usize) -> Option<Told> {
    let token = &tokens[i];
    let content = token.shape == Shape::Lower && !lexicon.is_function(&token.norm) && token.stem.len() > 2;
    // A mark without a verb is itself what is told (`tidak berpotensi tsunami`).
    let carries = |j: usize| tokens[j].verb && !lexicon.is_function(&tokens[j].norm);
    let marks = marks(lexicon, tokens, i, clause.end)
        && !(token.verb && token.norm != token.stem && !(i + 1..clause.end.min(i + 4)).any(carries));
    if !content || marks {
        return None;
    }
    let (sureness, mark, done) = stance(lexicon, tokens, clause.clone(), i);
    if !matches!(sureness, Stance::Done | Stance::Ongoing | Stance::Planned) {
        return None;
    }
    let denial = denial(lexicon, tokens, sentence, clause.start, i);
    if denial.is_none() && !token.verb && !admitted(lexicon, tokens, clause.start, i) {
        return None;
    }
    let from = denial.unwrap_or(mark.map_or(i, |m| m.start)).min(i);
    let yet = denial.is_some() && tokens[from..i].iter().any(|t| matches!(&*t.norm, "belum" | "yet"));
    let mut keys = vec![(format!("w:{}", token.stem), false)];
    let uses = lexicon.frame_words.word(&token.stem).into_iter().flatten().filter(|u| u.noun != token.verb);
    // To give and to get are not one act denied.
    let side = |converse: bool| if converse { "~" } else { "" };
    keys.extend(
        uses.take(1).map(|u| (format!("f:{}{}", family(lexicon.frames[u.frame as usize]), side(u.converse)), false)),
    );
    let phase = lexicon.frame_words.word(&token.stem).into_iter().flatten();
    let phase = phase.into_iter().any(|u| PHASES.contains(&lexicon.frames[u.frame as usize]));
    for word in [&*token.norm, &*token.stem].into_iter().filter(|_| !phase) {
        let others = lexicon.opposites.get(word).into_iter().flatten();
        keys.extend(others.map(|o| (format!("w:{o}"), true)));
    }
    keys.dedup();
    Some(Told {
        report: 0,
        clause: 0,
        at: i,
        from,
        denied: denial.is_some(),
        yet,
        done,
        planned: sureness == Stance::Planned,
        keys,
        weight: 0.0,
        terms: Vec::new(),
    })
}

/// Whether a noun is what somebody admits or confirms (`mengakui adanya pemberian itu`).
fn admitted(lexicon: &Lexicon, tokens: &[Token], start: usize, i: usize) -> bool {
    let near = start.max(i.saturating_sub(3))..i;
    near.into_iter().any(|j| lexicon.reporting.word(&tokens[j].stem) == Some(&Reporting::Confirm))
}

/// Where the negation or the verb of denying stands that governs a word.
fn denial(lexicon: &Lexicon, tokens: &[Token], sentence: usize, start: usize, i: usize) -> Option<usize> {
    let mut words = 0;
    let mut j = i;
    while j > sentence && words < REACH {
        j -= 1;
        let token = &tokens[j];
        if j >= start && lexicon.negation.longest(&tokens[..=i], j).is_some() {
            let only = tokens
                .get(j + 1)
                .is_some_and(|t| matches!(&*t.norm, "hanya" | "cuma" | "saja" | "only" | "lain" | "doubt"));
            let none = matches!(&*token.norm, "no" | "nobody" | "none" | "nothing")
                || tokens.get(j + 1).is_some_and(|t| &*t.norm == "ada");
            return (!only && (words == 0 || none)).then_some(j);
        }
        // `tolak ukur`: a bare root is no verb of denying.
        if token.verb
            && (token.norm != token.stem || &*token.norm == "deny")
            && lexicon.reporting.word(&token.stem) == Some(&Reporting::Deny)
        {
            return (words == 0 || tokens[i].verb).then_some(j);
        }
        if token.shape == Shape::Mark {
            return None;
        }
        if !lexicon.is_function(&token.norm) && !marks(lexicon, tokens, j, i) {
            // Nothing reaches beyond another verb.
            if token.verb {
                return None;
            }
            words += 1;
        }
    }
    None
}

/// Tokens behind the word that evidence takes, and before it.
const AROUND: usize = 6;

fn reading(story: &Story<'_>, told: &Told) -> Reading {
    let segments = &story.sources[told.report].segments;
    let clause = &segments.clauses[told.clause].tokens;
    let start = told.from.min(told.at.saturating_sub(AROUND).max(clause.start));
    let span: Span = segments.span(start..clause.end.min(told.at + 1 + AROUND));
    let value = story.words(told.report, segments.span(told.from..told.at + 1)).to_owned();
    Reading { value, evidence: vec![story.evidence(told.report, span)] }
}

#[cfg(test)]
mod tests {
    use super::opposed;
    use crate::compare::testing::story;
    use crate::model::Language;

    /// Sentences that make the words of the others rare, as in a real story.
    const FILLER: &str = "The harbour master spoke on Monday. Families waited in a hall. Schools stayed shut. Volunteers \
                          brought soup. A choir sang in the square. Shops closed early. The mayor thanked nurses. ";

    fn found(a: &str, b: &str) -> usize {
        let texts = [format!("{FILLER}{a}"), format!("{FILLER}{b}")];
        opposed(&story(Language::English, &[&texts[0], &texts[1]], &[])).len()
    }

    #[test]
    fn other_things_and_agreement() {
        assert_eq!(found("The bridge permit was renewed.", "The bridge permit was renewed in May."), 0);
        assert_eq!(found("The bridge permit was not renewed.", "A fishing contract was renewed."), 0);
        assert_eq!(found("The permit was not only renewed.", "The permit was renewed."), 0);
    }
}
