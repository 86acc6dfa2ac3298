//! Sentences to clauses: one predicate each, with its arguments.
//!
//! A sentence is cut where a word opens a clause (`yang`, `setelah`, `bahwa`; which, after, that), at coordination before
//! a verb, at commas between two predicates, and around quotes and the credits beside them. A cut stays only where both
//! sides hold a predicate; what is left without one joins its neighbour.

use std::ops::Range;

use crate::language::{Lexicon, verbs};
use crate::model::{Clause, Opener, Report, Segments, Shape, Token};

/// Tokens that a quoted stretch needs to count as an assertion of its own rather than a phrase in quotes.
const QUOTED_CLAUSE: usize = 4;

/// Tokens a subject may take between a coordinating word and its verb (`dan Tuan Putin menerima`).
const SUBJECT_REACH: usize = 6;

/// Cuts every sentence of `segments` into clauses; where each line is a sentence to be taken as it is, into one.
pub fn cut(report: &Report, lexicon: &Lexicon, segments: &mut Segments) {
    // A quote may run over several sentences: whether one is open at the start of each.
    let mut open = false;
    let mut block = usize::MAX;
    for index in 0..segments.sentences.len() {
        let tokens = segments.sentences[index].tokens.clone();
        if segments.sentences[index].block != block {
            block = segments.sentences[index].block;
            open = false;
        }
        let first = segments.clauses.len();
        let pieces = if report.lines {
            vec![Piece { tokens, opener: Opener::Main, quoted: false }]
        } else {
            pieces(lexicon, &segments.tokens, tokens, &mut open)
        };
        for piece in pieces {
            let span = segments.span(piece.tokens.clone());
            segments.clauses.push(Clause {
                span,
                sentence: index,
                tokens: piece.tokens,
                opener: piece.opener,
                quoted: piece.quoted,
            });
        }
        segments.sentences[index].clauses = first..segments.clauses.len();
    }
}

/// A clause to be.
#[derive(Debug, Clone)]
struct Piece {
    tokens: Range<usize>,
    opener: Opener,
    quoted: bool,
}

/// A place where a sentence may be cut: before `token`.
#[derive(Debug, Clone, Copy)]
struct Cut {
    token: usize,
    opener: Opener,
    /// Kept whatever stands on its sides: the edge of a quoted assertion.
    firm: bool,
}

fn pieces(lexicon: &Lexicon, tokens: &[Token], sentence: Range<usize>, open: &mut bool) -> Vec<Piece> {
    let quoted = quoted_tokens(tokens, sentence.clone(), open);
    let cuts = cuts(lexicon, tokens, sentence.clone(), &quoted);
    let mut pieces = Vec::new();
    let mut start = sentence.start;
    let mut opener = first_opener(lexicon, tokens, sentence.clone());
    for (i, cut) in cuts.iter().enumerate() {
        let next = cuts.get(i + 1).map_or(sentence.end, |c| c.token);
        if cut.token <= start || cut.token >= sentence.end {
            continue;
        }
        let left = has_verb(tokens, start..cut.token)
            && !(cut.opener == Opener::Coordinate && verbs::is_auxiliary(&tokens[cut.token - 1].norm));
        let right = has_verb(tokens, cut.token..next)
            || (!cut.firm && has_verb(tokens, cut.token..until_comma(tokens, cut.token, sentence.end)));
        if cut.firm || (left && right) {
            pieces.push(Piece { tokens: start..cut.token, opener, quoted: quoted[start - sentence.start] });
            start = cut.token;
            opener = cut.opener;
        }
    }
    pieces.push(Piece { tokens: start..sentence.end, opener, quoted: quoted[start - sentence.start] });
    for piece in &mut pieces {
        trim(tokens, &mut piece.tokens);
        if is_credit(lexicon, tokens, piece) {
            piece.opener = Opener::Attribution;
        }
    }
    pieces.retain(|p| {
        p.tokens.clone().any(|t| tokens[t].shape != Shape::Mark && lexicon.clauses.word(&tokens[t].norm).is_none())
    });
    if pieces.is_empty() {
        let whole = sentence.clone();
        pieces.push(Piece { tokens: whole, opener: Opener::Main, quoted: quoted[0] });
    }
    pieces
}

/// Drops marks at both ends.
fn trim(tokens: &[Token], range: &mut Range<usize>) {
    let mark = |i: usize| tokens[i].shape == Shape::Mark && &*tokens[i].norm != ")" && &*tokens[i].norm != "(";
    while range.len() > 1 && mark(range.start) {
        range.start += 1;
    }
    while range.len() > 1 && mark(range.end - 1) {
        range.end -= 1;
    }
}

fn until_comma(tokens: &[Token], from: usize, end: usize) -> usize {
    (from + 1..end).find(|&i| matches!(&*tokens[i].norm, "," | ";")).unwrap_or(end)
}

fn has_verb(tokens: &[Token], range: Range<usize>) -> bool {
    tokens[range].iter().any(|t| t.verb)
}

fn first_opener(lexicon: &Lexicon, tokens: &[Token], sentence: Range<usize>) -> Opener {
    lexicon.clauses.longest(&tokens[..sentence.end], sentence.start).map_or(Opener::Main, |(_, o)| match o {
        Opener::Coordinate | Opener::Content | Opener::Relative => Opener::Main,
        other => *other,
    })
}

/// For every token of the sentence whether it stands in a quoted assertion.
fn quoted_tokens(tokens: &[Token], sentence: Range<usize>, open: &mut bool) -> Vec<bool> {
    let mut quoted = vec![false; sentence.len()];
    let mut start = open.then_some(sentence.start);
    for i in sentence.clone() {
        if &*tokens[i].norm != "\"" {
            continue;
        }
        match start.take() {
            Some(from) => {
                let inside = from..i;
                if inside.len() >= QUOTED_CLAUSE
                    && (*open || has_verb(tokens, inside.clone()) || inside.len() > 2 * QUOTED_CLAUSE)
                    || *open
                {
                    quoted[from - sentence.start..i - sentence.start].fill(true);
                }
                *open = false;
            }
            None => start = Some(i + 1),
        }
    }
    if let Some(from) = start {
        quoted[from.min(sentence.end) - sentence.start..].fill(true);
        *open = true;
    }
    quoted
}

/// Where the sentence may be cut, in order.
fn cuts(lexicon: &Lexicon, tokens: &[Token], sentence: Range<usize>, quoted: &[bool]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut i = sentence.start + 1;
    while i < sentence.end {
        let here = quoted[i - sentence.start];
        if here != quoted[i - 1 - sentence.start] {
            cuts.push(Cut { token: i, opener: Opener::Main, firm: true });
            i += 1;
            continue;
        }
        let step = match lexicon.clauses.longest(&tokens[..sentence.end], i) {
            Some((length, &opener)) => {
                if opens(lexicon, tokens, i, length, opener, sentence.end) {
                    cuts.push(Cut { token: i, opener, firm: false });
                }
                length
            }
            None => {
                if let Some(opener) = mark_cut(tokens, i) {
                    cuts.push(Cut { token: i, opener, firm: false });
                } else if reports_speech(lexicon, tokens, i, sentence.end) {
                    cuts.push(Cut { token: i + 1, opener: Opener::Content, firm: false });
                }
                1
            }
        };
        i += step;
    }
    cuts
}

/// Whether the word at `i` really opens a clause there: a verb follows it soon enough.
fn opens(lexicon: &Lexicon, tokens: &[Token], i: usize, length: usize, opener: Opener, end: usize) -> bool {
    let rest = i + length..end;
    match opener {
        Opener::Coordinate => {
            let reach = rest.start..rest.end.min(rest.start + SUBJECT_REACH);
            let Some(verb) = reach.clone().find(|&t| tokens[t].verb) else { return false };
            // Between the word and its verb: nothing (the subject goes on), or a subject without a comma.
            !tokens[reach.start..verb]
                .iter()
                .any(|t| matches!(&*t.norm, "," | ";" | "(" | "yang" | "which" | "who" | "that"))
                // After a comma another subject of any words may follow: `…, dan wali kota itu menyetujuinya`.
                && (verb == reach.start || &*tokens[i - 1].norm == "," || subject_like(lexicon, tokens, reach.start..verb))
        }
        Opener::Relative | Opener::Content => rest.clone().take(12).any(|t| tokens[t].verb),
        _ => {
            let stop = until_comma(tokens, i, end);
            tokens[rest.start.min(stop)..stop].iter().any(|t| t.verb) || event_noun(lexicon, tokens, rest.start..stop)
        }
    }
}

/// Whether the tokens may be a subject or the adverbs before a verb: names, pronouns, function words.
fn subject_like(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>) -> bool {
    tokens[range].iter().all(|t| {
        matches!(t.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
            || lexicon.is_function(&t.norm)
            || lexicon.pronouns.word(&t.norm).is_some()
            || lexicon.titles.word(&t.norm).is_some()
            || lexicon.modality.word(&t.norm).is_some()
    })
}

/// `setelah pertemuan`, `after the attack`: a noun that tells an event.
fn event_noun(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>) -> bool {
    range.clone().take(4).any(|i| {
        lexicon.frame_words.longest(&tokens[..range.end], i).is_some_and(|(_, uses)| uses.iter().any(|u| u.noun))
    })
}

/// A comma, semicolon, colon or dash that may part two clauses.
fn mark_cut(tokens: &[Token], i: usize) -> Option<Opener> {
    matches!(&*tokens[i - 1].norm, "," | ";" | ":" | "--" | "-" | "–" | "—")
        .then_some(Opener::Coordinate)
        .filter(|_| tokens[i].shape != Shape::Mark)
}

/// `Pratikno mengatakan | pengangkatan itu …`: a verb of reporting with the clause that it reports behind it.
fn reports_speech(lexicon: &Lexicon, tokens: &[Token], i: usize, end: usize) -> bool {
    tokens[i].verb
        && lexicon.reporting.word(&tokens[i].stem).is_some()
        && *tokens[i].norm != *tokens[i].stem
        && i + 2 < end
        && tokens[i + 1].shape != Shape::Mark
        // `diperkirakan akan tiba`, `diduga raib`: one predicate.
        && !tokens[i + 1].verb
        && lexicon.modality.word(&tokens[i + 1].norm).is_none()
        && tokens[i + 1..end].iter().take(14).any(|t| t.verb)
}

/// `kata Peskov`, `ujarnya`, `Menurut TASS`, `Agus mengatakan`, `officials said`: credits the rest and tells no more.
fn is_credit(lexicon: &Lexicon, tokens: &[Token], piece: &Piece) -> bool {
    if piece.quoted {
        return false;
    }
    let range = piece.tokens.clone();
    let words = &tokens[range.clone()];
    if piece.opener == Opener::Coordinate
        && words.first().is_some_and(|t| t.shape == Shape::Lower && lexicon.clauses.word(&t.norm).is_some())
    {
        return false;
    }
    let verbs: Vec<&Token> = words.iter().filter(|t| t.verb).collect();
    let speaks = |t: &&Token| lexicon.reporting.word(&t.stem).is_some();
    if let Some(first) = words.first() {
        if speaks(&first) && words.len() <= 30 && verbs.iter().filter(|t| !speaks(t)).count() <= 1 {
            return true;
        }
        if lexicon.source_openers.longest(&tokens[..range.end], range.start).is_some() && verbs.is_empty() {
            return true;
        }
    }
    let ends_in_speech = words.iter().rev().take(3).any(|t| speaks(&t));
    ends_in_speech && verbs.iter().all(speaks) && words.len() <= 25
}

#[cfg(test)]
mod tests {

    use crate::model::Language;

    fn clauses(language: Language, text: &str) -> String {
        let report = crate::read::text::report("r", "r", text.to_owned(), Some(language));
        let segments = crate::segment::segment(&report);
        segments.clauses.iter().map(|c| c.span.of(text)).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn indonesian_sentences_part_at_their_predicates() {
        for (text, parts) in [
            (
                "Bapak Budi mengundang Bapak Anton untuk mengunjungi Bandung, dan wali kota itu menyetujuinya.",
                "Bapak Budi mengundang Bapak Anton | untuk mengunjungi Bandung | dan wali kota itu menyetujuinya",
            ),
            (
                "Polisi menangkap pelaku setelah warga melapor ke kantor polisi.",
                "Polisi menangkap pelaku | setelah warga melapor ke kantor polisi",
            ),
            ("Uang yang hilang itu akan digunakan.", "Uang yang hilang itu akan digunakan"),
        ] {
            assert_eq!(clauses(Language::Indonesian, text), parts);
        }
    }

    #[test]
    fn english_sentences_part_at_their_predicates() {
        for (text, parts) in [
            (
                "The navy repulsed an attack on a vessel and captured 23 pirates after they fled.",
                "The navy repulsed an attack on a vessel | and captured 23 pirates | after they fled",
            ),
            (
                "The ship, which was sailing nearby, sent out a call.",
                "The ship, which was sailing nearby | sent out a call",
            ),
        ] {
            assert_eq!(clauses(Language::English, text), parts);
        }
    }
}
