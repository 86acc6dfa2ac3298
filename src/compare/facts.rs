//! Facts: what each word of a clause asserts, denies or leaves open, with its arguments; and how surely two facts of a
//! story tell one thing. The comparators of events read their contrasts from these pairs.

mod contrast;
mod denial;
mod likeness;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::events::{Stance, Sureness, Terms, family, marks, stance};
use super::parties::{self, Party, Verb};
use crate::language::Lexicon;
use crate::language::lexicon::Denial;
use crate::model::story::Story;
use crate::model::{BlockKind, Language, Opener, Reading, Segments, Shape, Span, Token};

pub use contrast::{Contrast, Verdict, contrasts};
pub use denial::Denied;
pub use likeness::{Likeness, likeness, meet, same};

/// What a word of a clause tells.
#[derive(Debug)]
pub struct Fact {
    /// Index of the report.
    pub report: usize,
    /// Index of the clause.
    pub clause: usize,
    /// The word: index of a token.
    pub at: usize,
    /// Where its marks, or its denial, start.
    pub from: usize,
    /// How it is denied or left open, where it is.
    pub denied: Option<Denied>,
    /// How sure it is.
    pub stance: Stance,
    /// Told as done in so many words.
    pub done: bool,
    /// The word as written, in small letters.
    pub form: Box<str>,
    /// Whether the word is a verb here.
    pub verb: bool,
    /// The content word that narrows a noun (`korban jiwa`, `tsunami warning`).
    pub narrow: Option<Box<str>>,
    /// What it tells of, and whether the word stands for the opposite of it.
    pub keys: Vec<Key>,
    /// Weight of the word.
    pub weight: f32,
    /// Weighed terms of its clause, its subject's among them where a clause before holds it; ascending.
    pub terms: Vec<(u32, f32)>,
    /// Weighed terms of the rest of its sentence, ascending.
    pub context: Vec<(u32, f32)>,
    /// Who acts: where, and who.
    pub by: Option<(Range<usize>, Party)>,
    /// Who or what is acted on.
    pub on: Option<(Range<usize>, Party)>,
}

/// What a word tells of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Stem, set of synonyms, family of frames, or pair of contraries.
    pub name: String,
    /// The word stands for the opposite.
    pub opposite: bool,
}

/// All facts of a story.
#[derive(Debug, Default)]
pub struct Facts {
    /// By report and place.
    pub all: Vec<Fact>,
}

impl Facts {
    /// Reads the facts of all reports: first what is denied, then what some report denies.
    pub fn of(story: &Story<'_>) -> Self {
        let table = Terms::of(story);
        let mut all: Vec<Fact> = (0..story.sources.len()).flat_map(|r| of_report(story, &table, r, None)).collect();
        let wanted: FxHashSet<String> =
            all.iter().filter(|f| f.denied.is_some()).flat_map(|f| &f.keys).map(|k| k.name.clone()).collect();
        let nouns: Vec<Fact> =
            (0..story.sources.len()).flat_map(|r| of_report(story, &table, r, Some(&wanted))).collect();
        all.extend(nouns);
        all.sort_by_key(|f| (f.report, f.at));
        Self { all }
    }

    /// Pairs of facts that share a key: indices, and whether one tells the opposite of the other's word; ascending, once.
    pub fn pairs(&self) -> Vec<(usize, usize, bool)> {
        let mut by_key: FxHashMap<&str, Vec<(usize, bool)>> = FxHashMap::default();
        for (i, fact) in self.all.iter().enumerate() {
            for key in &fact.keys {
                by_key.entry(&key.name).or_default().push((i, key.opposite));
            }
        }
        let mut pairs: Vec<(usize, usize, bool)> = Vec::new();
        for uses in by_key.values().filter(|u| u.len() <= COMMON) {
            for (n, &(i, a)) in uses.iter().enumerate() {
                pairs.extend(uses[n + 1..].iter().filter(|u| u.0 != i).map(|&(j, b)| (i.min(j), i.max(j), a != b)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// Tokens before a word in which a word of duty or hope is of it.
const WISH: usize = 4;

/// Facts with one key, beyond which the key tells nothing: time grows with the square of it.
const COMMON: usize = 400;

/// The facts of a report. With `wanted`, only words that are no verbs and tell something of it.
fn of_report(story: &Story<'_>, table: &Terms, r: usize, wanted: Option<&FxHashSet<String>>) -> Vec<Fact> {
    let source = &story.sources[r];
    let segments = &source.segments;
    let mut out = Vec::new();
    for (c, clause) in segments.clauses.iter().enumerate() {
        let sentence = &segments.sentences[clause.sentence];
        let kind = source.report.blocks[sentence.block].kind;
        if clause.opener == Opener::Attribution || kind == BlockKind::Caption {
            continue;
        }
        for i in clause.tokens.clone() {
            out.extend(fact(story, r, c, i, wanted).map(|fact| weigh(story, table, fact)));
        }
    }
    out
}

/// What a word tells, where it tells something; its weights are still to be filled.
fn fact(story: &Story<'_>, r: usize, c: usize, i: usize, wanted: Option<&FxHashSet<String>>) -> Option<Fact> {
    let source = &story.sources[r];
    let (segments, lexicon) = (&source.segments, Lexicon::of(source.report.language));
    let (tokens, clause) = (&segments.tokens, &segments.clauses[c]);
    let sentence = &segments.sentences[clause.sentence].tokens;
    let token = &tokens[i];
    let verb = token.verb || headline_verb(story, r, c, i);
    let contrary = lexicon.contraries.longest(&tokens[..clause.tokens.end], i).is_some();
    let word = matches!(token.shape, Shape::Lower) || (token.shape == Shape::Capital && (verb || contrary));
    if !word || token.stem.len() < 3 || (lexicon.is_function(&token.norm) && !contrary) {
        return None;
    }
    if only_marks(lexicon, segments, c, i) && !contrary {
        return None;
    }
    let (stance, mark, done): Sureness = stance(lexicon, tokens, clause.tokens.clone(), i);
    let told_plainly = mark.is_none() && stance == Stance::Done;
    let denied = denial::denied(lexicon, tokens, sentence.start, clause.tokens.start, i);
    let first = denied.is_some() || verb || contrary;
    // `whether to close`: open, where a phrase before it says so; any other condition tells nothing.
    if clause.opener == Opener::Condition && denied.as_ref().is_none_or(|d| !d.open) {
        return None;
    }
    if first == wanted.is_some() || (asked(lexicon, segments, c) && denied.as_ref().is_none_or(|d| !d.open)) {
        return None;
    }
    let keys = keys(lexicon, tokens, clause.tokens.end, i);
    if denied.is_none() && verb && super::events::governed(tokens, clause.tokens.start, i) && told_plainly {
        return None;
    }
    // What should be, what is hoped for and what something is meant to bring about is no assertion.
    let rule = |j: usize| lexicon.denial.word(&tokens[j].norm) == Some(&Denial::Must);
    let wished = (sentence.start.max(i.saturating_sub(WISH))..i).any(rule);
    if wished || (denied.is_some_and(|d| !d.open) && clause.opener == Opener::Purpose) {
        return None;
    }
    if wanted.is_some_and(|w| !keys.iter().any(|k| w.contains(&k.name))) {
        return None;
    }
    let from = denied.as_ref().map_or(mark.map_or(i, |m| m.start), |d| d.at).min(i);
    // `tersingkir oleh`: what befell the subject.
    let befell =
        || token.norm.starts_with("ter") && tokens[i + 1..clause.tokens.end].iter().any(|t| &*t.norm == "oleh");
    let passive = verb && (super::events::is_passive(lexicon, tokens, i) || befell());
    let place = Verb { report: r, clause: c, at: i, first: from.max(clause.tokens.start).min(i), passive };
    let party = |range: Option<Range<usize>>| range.map(|x| (x.clone(), parties::party(story, r, &x)));
    let sides = if verb { parties::sides(story, &place) } else { (None, None) };
    let (by, on) = (party(sides.0), party(sides.1));
    Some(Fact {
        report: r,
        clause: c,
        at: i,
        from,
        denied,
        stance,
        done,
        form: token.norm.clone(),
        verb,
        narrow: if verb { None } else { narrow(lexicon, tokens, clause.tokens.clone(), i) },
        keys,
        weight: 0.0,
        terms: Vec::new(),
        context: Vec::new(),
        by,
        on,
    })
}

/// Whether a capitalised word of an Indonesian headline is a verb by its form (`Terdakwa Menangis`).
fn headline_verb(story: &Story<'_>, r: usize, c: usize, i: usize) -> bool {
    let source = &story.sources[r];
    let token = &source.segments.tokens[i];
    let kind = source.report.blocks[source.segments.sentences[source.segments.clauses[c].sentence].block].kind;
    kind == BlockKind::Headline
        && source.report.language == Language::Indonesian
        && token.shape == Shape::Capital
        && token.norm != token.stem
        && ["me", "di", "ber", "ter"].iter().any(|p| token.norm.starts_with(p))
        && !token.norm.ends_with("an")
}

/// The root of the word that narrows a noun: the one behind it in Indonesian, before it in English.
fn narrow(lexicon: &Lexicon, tokens: &[Token], clause: Range<usize>, i: usize) -> Option<Box<str>> {
    let near = match lexicon.language {
        Some(Language::English) => i.checked_sub(1).filter(|&j| j >= clause.start)?,
        _ => Some(i + 1).filter(|&j| j < clause.end)?,
    };
    let token = &tokens[near];
    let plain = token.shape == Shape::Lower && !token.verb && !lexicon.is_function(&token.norm);
    (plain && lexicon.denial.word(&token.norm).is_none()).then(|| token.stem.clone())
}

/// Whether a word only marks how sure another is.
fn only_marks(lexicon: &Lexicon, segments: &Segments, c: usize, i: usize) -> bool {
    let (tokens, clause) = (&segments.tokens, &segments.clauses[c].tokens);
    let token = &tokens[i];
    // A mark without a verb is itself what is told (`tidak berpotensi tsunami`).
    let carries = |j: usize| tokens[j].verb && !lexicon.is_function(&tokens[j].norm);
    marks(lexicon, tokens, i, clause.end)
        && !(token.verb && token.norm != token.stem && !(i + 1..clause.end.min(i + 4)).any(carries))
}

/// Whether the clause is, or hangs on, a question or a condition.
fn asked(lexicon: &Lexicon, segments: &Segments, c: usize) -> bool {
    let clause = &segments.clauses[c];
    let before = segments.sentences[clause.sentence].tokens.start;
    let ends = segments.tokens[clause.tokens.end.min(segments.tokens.len() - 1)].norm.as_ref() == "?";
    let words = &segments.tokens[before.max(clause.tokens.start.saturating_sub(1))..clause.tokens.end];
    ends || words.iter().any(|t| {
        &*t.norm == "?" || matches!(lexicon.clauses.word(&t.norm), Some(Opener::Condition)) || lexicon.asks(&t.norm)
    })
}

/// What a word tells of.
fn keys(lexicon: &Lexicon, tokens: &[Token], end: usize, i: usize) -> Vec<Key> {
    let token = &tokens[i];
    let key = |name: String| Key { name, opposite: false };
    let mut keys = vec![key(format!("w:{}", token.stem))];
    let forms = lexicon.frame_forms.longest(&tokens[..end], i).map(|f| f.1);
    let uses = forms.or_else(|| lexicon.frame_words.word(&token.stem));
    let uses = uses.into_iter().flatten().filter(|u| u.noun != token.verb);
    // To give and to get are not one act.
    let side = |converse: bool| if converse { "~" } else { "" };
    keys.extend(
        uses.take(1).map(|u| key(format!("f:{}{}", family(lexicon.frames[u.frame as usize]), side(u.converse)))),
    );
    let sets = lexicon.same.get(&*token.norm).or_else(|| lexicon.same.get(&*token.stem));
    keys.extend(sets.into_iter().flatten().map(|s| key(format!("s:{s}"))));
    let ahead = &tokens[..end];
    let english = || lexicon.contraries.longest_stem(ahead, i).filter(|_| lexicon.language == Some(Language::English));
    let contrary = lexicon.contraries.longest(ahead, i).or_else(english);
    keys.extend(contrary.into_iter().flat_map(|c| c.1).map(|c| Key { name: format!("c:{}", c.0), opposite: c.1 }));
    keys.sort();
    keys.dedup();
    keys
}

/// Fills the terms: those of the clause, of the subject that a clause before holds, and of the rest of the sentence.
fn weigh(story: &Story<'_>, table: &Terms, mut fact: Fact) -> Fact {
    let segments = &story.sources[fact.report].segments;
    let (r, c) = (fact.report, fact.clause);
    let sentence = &segments.sentences[segments.clauses[c].sentence].clauses;
    fact.weight = table.weight_at(r, c, fact.at);
    let mut terms = table.weighed(r, c..c + 1, &[fact.at]);
    for (range, _) in fact.by.iter().chain(&fact.on) {
        if let Some(other) = segments.clause_at(range.start).filter(|&o| o != c && sentence.contains(&o)) {
            terms.extend(table.within(r, other, range));
        }
    }
    // A clause of one or two words (`…, kata dia, tidak disegel`) goes on from those before it.
    if segments.clauses[c].tokens.len() <= SHORT {
        let first = c.saturating_sub(2).max(sentence.start);
        terms.extend(table.weighed(r, first..c, &[]));
    }
    terms.sort_by_key(|t| t.0);
    terms.dedup_by_key(|t| t.0);
    let mut context = table.weighed(r, sentence.clone(), &[fact.at]);
    context.retain(|t| terms.binary_search_by_key(&t.0, |u| u.0).is_err());
    (fact.terms, fact.context) = (terms, context);
    fact
}

/// Tokens of a clause that has no subject of its own.
const SHORT: usize = 3;

impl Fact {
    /// Who or what the fact tells of: the subject of a verb without an object, what is acted on by any other.
    pub fn affected(&self) -> Option<&Party> {
        self.on.as_ref().or(self.by.as_ref()).map(|p| &p.1)
    }

    /// The clause of the fact, from its denial and its subject on where these stand before it.
    pub fn span(&self, story: &Story<'_>) -> Span {
        let segments = &story.sources[self.report].segments;
        let clause = &segments.clauses[self.clause];
        let sentence = &segments.sentences[clause.sentence];
        let mut start = clause.tokens.start.min(self.from);
        for (range, _) in self.by.iter().chain(&self.on).filter(|p| sentence.tokens.contains(&p.0.start)) {
            start = start.min(range.start);
        }
        // `dirawat | akibat luka bakar`: what hangs on another clause is no words of its own.
        let hangs = matches!(clause.opener, Opener::Cause | Opener::Manner | Opener::Purpose | Opener::Relative);
        if hangs && self.clause > sentence.clauses.start {
            start = start.min(segments.clauses[self.clause - 1].tokens.start);
        }
        segments.span(start..clause.tokens.end)
    }

    /// The marks and the word.
    pub fn words<'s>(&self, story: &'s Story<'_>) -> &'s str {
        let segments = &story.sources[self.report].segments;
        story.words(self.report, segments.span(self.from..self.at + 1))
    }

    /// As a reading: its words, and its clause as evidence.
    pub fn reading(&self, story: &Story<'_>) -> Reading {
        let evidence = vec![story.evidence(self.report, self.span(story))];
        Reading { value: self.words(story).to_owned(), evidence }
    }

    /// Where its sentence stands: report and sentence.
    pub fn place(&self, story: &Story<'_>) -> (usize, usize) {
        (self.report, story.sources[self.report].segments.clauses[self.clause].sentence)
    }
}
