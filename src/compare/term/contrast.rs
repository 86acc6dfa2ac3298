//! What one noun is told apart by, in each report by another word: `her right ankle`, `a broken left ankle`; `mobil
//! Toyota Fortuner`, `mobil Toyota Innova`; `Pasal 378 KUHP`, `Pasal 372 KUHP`; `shot in the leg`, `shot in the arm`.
//!
//! The aligner is not asked: a noun that each report tells apart in one way only is one thing where the sentences around
//! it share words.

use std::collections::BTreeMap;

use super::{Term, language, lexical};
use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Language, Shape, Token};

/// What a noun is told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    /// A word that has an opposite (`left`, `utara`).
    Opposite,
    /// A number that names (`Pasal 378`, `Camp 3`).
    Label,
    /// Another name behind the maker's (`Toyota Fortuner`).
    Model,
    /// A place of one kind behind a preposition (`in the leg`).
    Kind,
}

impl Sort {
    /// Words that the sentences must share beside the noun: the surer the words exclude each other, the fewer.
    fn context(self) -> usize {
        match self {
            Self::Opposite => 1,
            Self::Label | Self::Model | Self::Kind => 2,
        }
    }
}

/// A noun told apart: tokens of both, and the word that tells.
struct Told {
    tokens: std::ops::Range<usize>,
    by: usize,
}

/// All of a report, by sort and noun.
type Known = BTreeMap<(Sort, String), Vec<Told>>;

/// Pairs of reports that each tell a noun apart in one way, and not in the same.
pub fn contrasts(story: &Story<'_>, keep: &mut impl FnMut(Term, Term)) {
    let known: Vec<Known> = story.sources.iter().map(of_report).collect();
    for a in 0..known.len() {
        for b in (a + 1..known.len()).filter(|&b| language(story, a) == language(story, b)) {
            for (key, x) in &known[a] {
                let Some(y) = known[b].get(key) else { continue };
                pair(story, key, (a, x), (b, y), keep);
            }
        }
    }
}

fn pair(
    story: &Story<'_>,
    key: &(Sort, String),
    a: (usize, &[Told]),
    b: (usize, &[Told]),
    keep: &mut impl FnMut(Term, Term),
) {
    let (sa, sb) = (&story.sources[a.0], &story.sources[b.0]);
    let lexicon = Lexicon::of(sa.report.language);
    let (Some(x), Some(y)) = (single(sa, a.1), single(sb, b.1)) else { return };
    let (wx, wy) = (&sa.segments.tokens[x], &sb.segments.tokens[y]);
    let excluded = match key.0 {
        Sort::Opposite => lexicon.opposites.get(&*wx.norm).is_some_and(|o| o.contains(&&*wy.norm)),
        Sort::Label => wx.norm.trim_start_matches('0') != wy.norm.trim_start_matches('0'),
        Sort::Model => strsim::damerau_levenshtein(&wx.norm, &wy.norm) > 2,
        Sort::Kind => {
            let (x, y) = (lexical::singular(&wx.norm), lexical::singular(&wy.norm));
            lexical::relation(lexicon, x, y).is_none()
                && !lexical::is_same(lexicon, x, y)
                && lexical::siblings(lexicon, x, y)
        }
    };
    let known = key.0 != Sort::Opposite && (lexical::uses(sb, lexicon, &[wx]) || lexical::uses(sa, lexicon, &[wy]));
    if !excluded || known {
        return;
    }
    let (shared, term) = (key.0.context(), |r: usize, s: &Source<'_>, t: &Told| Term {
        report: r,
        key: format!("{} {}", key.1, s.segments.tokens[t.by].norm),
        span: s.segments.span(t.tokens.clone()),
    });
    for t in a.1 {
        for u in b.1 {
            if context(sa, t, sb, u, lexicon) >= shared {
                keep(term(a.0, sa, t), term(b.0, sb, u));
            }
        }
    }
}

/// The one word by which a report tells a noun apart.
fn single(source: &Source<'_>, told: &[Told]) -> Option<usize> {
    let first = told.first()?.by;
    let tokens = &source.segments.tokens;
    told.iter().all(|t| tokens[t.by].norm == tokens[first].norm).then_some(first)
}

/// Content words that the sentences of two phrases share beside them.
fn context(sa: &Source<'_>, x: &Told, sb: &Source<'_>, y: &Told, lexicon: &Lexicon) -> usize {
    let around = |s: &'_ Source<'_>, t: &Told| -> Vec<Token> {
        let Some(sentence) = s.segments.sentence_at(t.by) else { return Vec::new() };
        let range = s.segments.sentences[sentence].tokens.clone();
        let content = |t: &&Token| t.shape != Shape::Mark && !lexicon.is_function(&t.norm) && t.norm.len() > 2;
        let mut words: Vec<Token> =
            range.filter(|i| !t.tokens.contains(i)).map(|i| &s.segments.tokens[i]).filter(content).cloned().collect();
        words.sort_by(|a, b| a.norm.cmp(&b.norm));
        words.dedup_by(|a, b| a.norm == b.norm);
        words
    };
    let other = around(sb, y);
    around(sa, x).iter().filter(|a| other.iter().any(|b| lexical::one_word(lexicon, a, b))).count()
}

fn of_report(source: &Source<'_>) -> Known {
    let lexicon = Lexicon::of(source.report.language);
    let mut out = Known::new();
    for sentence in &source.segments.sentences {
        if source.report.blocks[sentence.block].kind != BlockKind::Paragraph {
            continue;
        }
        for i in sentence.tokens.clone().skip(1) {
            if let Some((sort, noun, told)) = read(source, lexicon, i, sentence.tokens.start) {
                out.entry((sort, noun)).or_default().push(told);
            }
        }
    }
    out
}

/// What the token at `i` and the one before it tell.
fn read(source: &Source<'_>, lexicon: &Lexicon, i: usize, start: usize) -> Option<(Sort, String, Told)> {
    let tokens = &source.segments.tokens;
    let (first, last) = (&tokens[i - 1], &tokens[i]);
    let two = |by: usize| Told { tokens: i - 1..i + 1, by };
    let noun = |t: &Token| {
        t.shape == Shape::Lower
            && !t.verb
            && t.norm.len() > 2
            && !lexicon.is_function(&t.norm)
            && lexicon.units.word(&t.norm).is_none()
            && lexicon.numbers.word(&t.norm).is_none()
    };
    let side = |t: &Token| t.shape == Shape::Lower && SIDES.contains(&&*t.norm);
    let english = source.report.language == Language::English;
    let (word, at) = if english { (last, i - 1) } else { (first, i) };
    if side(&tokens[at]) && noun(word) && !side(word) {
        return Some((Sort::Opposite, lexical::singular(&word.norm).to_owned(), two(at)));
    }
    let capital = |t: &Token| t.shape == Shape::Capital && lexicon.calendar.word(&t.norm).is_none();
    let digits = last.norm.len() <= 4 && last.norm.bytes().all(|b| b.is_ascii_digit());
    if capital(first)
        && i > start + 1
        && last.shape == Shape::Number
        && digits
        && is_label(source, i)
        && !matches!(&*first.norm, "nomor" | "no" | "number")
    {
        return Some((Sort::Label, first.norm.to_string(), two(i)));
    }
    if capital(first) && capital(last) {
        let model = source
            .extract
            .names
            .iter()
            .any(|n| n.at.tokens == (i - 1..i + 1) && matches!(n.class, NameClass::Thing | NameClass::Unknown));
        // The common noun before it tells what it is: `mobil Toyota Fortuner`, `a silver Honda Jazz`.
        let named = i >= 2 + start && noun(&tokens[i - 2]);
        return (model && named).then(|| (Sort::Model, first.norm.to_string(), two(i)));
    }
    kind(source, lexicon, i, start)
}

/// Words that tell one of two or four sides.
const SIDES: [&str; 22] = [
    "left", "right", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower",
    "front", "rear", "kiri", "kanan", "utara", "selatan", "timur", "barat", "depan", "belakang",
];

/// Whether the number at a token is a name, not a count, a date or an age.
fn is_label(source: &Source<'_>, token: usize) -> bool {
    let span = source.segments.tokens[token].span;
    let measured = |q: &crate::model::mention::Quantity| {
        q.number.overlaps(span) && q.measure != crate::model::mention::Measure::Label
    };
    !source.extract.times.iter().any(|t| t.at.span.overlaps(span)) && !source.extract.quantities.iter().any(measured)
}

/// A noun behind a preposition and the verb before it: `shot in the leg`, `terluka di kaki`.
fn kind(source: &Source<'_>, lexicon: &Lexicon, i: usize, start: usize) -> Option<(Sort, String, Told)> {
    let tokens = &source.segments.tokens;
    let word = lexical::singular(&tokens[i].norm);
    let listed = tokens[i].shape == Shape::Lower && lexicon.kinds.contains_key(word);
    let opener = |t: &Token| matches!(&*t.norm, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "bagian");
    let at = if opener(&tokens[i - 1]) { i.checked_sub(2)? } else { i - 1 };
    let preposition = matches!(&*tokens[at].norm, "in" | "on" | "into" | "di" | "pada" | "ke" | "as" | "sebagai");
    if !listed || !preposition || at <= start || !(tokens[at - 1].verb || tokens[at - 1].shape == Shape::Lower) {
        return None;
    }
    // Of places to be in there are many in one report; of hurt limbs few: the general word says which kind it is.
    let generals = lexicon.kinds.get(word)?;
    // `di tangan`, `in the face of`: figures of speech.
    if matches!(word, "hand" | "eye" | "face" | "mouth" | "tangan" | "mata" | "wajah" | "mulut" | "kaki")
        && !hurt(source, lexicon, i)
    {
        return None;
    }
    let general = BODY.into_iter().find(|g| generals.contains(g))?;
    Some((Sort::Kind, general.to_owned(), Told { tokens: at..i + 1, by: i }))
}

/// Whether the clause tells of a wound.
fn hurt(source: &Source<'_>, lexicon: &Lexicon, token: usize) -> bool {
    let Some(clause) = source.segments.clause_at(token) else { return false };
    let frames = &source.extract.claims[clause].frames;
    frames
        .iter()
        .any(|f| matches!(lexicon.frames[f.0 as usize], "injure" | "wound" | "shoot" | "stab" | "hit" | "attack"))
}

/// General words under which two kinds exclude each other in one wound.
const BODY: [&str; 2] = ["body part", "bagian tubuh"];
