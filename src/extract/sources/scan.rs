//! The credits of a report in order of place, quotes left out, pronouns resolved.

use std::ops::Range;

use super::View;
use super::speaker::{Who, agency_at};
use crate::extract::quotes::marks::Passage;
use crate::language::lexicon::Reporting;
use crate::language::stem::stem;
use crate::model::mention::{CreditSort, NameClass};
use crate::model::{Language, Shape};

/// From so many words on a passage in marks asserts something, words: titles of works and scare quotes are shorter.
const ASSERTION_WORDS: usize = 4;

/// How far back a pronoun may look for the last speaker, sentences: after more than a few paragraphs of narration the
/// nearest person is meant.
const PRONOUN_REACH: usize = 8;

/// How near a sentence's start its subject's name stands, tokens: titles are long.
const SUBJECT_REACH: usize = 12;

/// Frames whose verbs report speech whatever follows them. Others (`meminta`, `found`) need a clause.
const SPEECH: &[&str] = &["say", "explain", "announce", "deny", "confirm", "admit"];

/// Of these the ones whose bare forms (`katanya`, `, jelas Putin`) report without a quote beside them.
const PLAIN_SPEECH: &[&str] = &["say", "explain"];

/// Verbs whose object is the audience: `told CNN`.
const AUDIENCE: &[&str] = &["tell", "inform", "brief", "remind"];

/// Words that open a reported clause.
const COMPLEMENT: &[&str] = &["bahwa", "that", "jika", "kalau", "bila", ":"];

/// A stretch of a sentence outside quotes.
#[derive(Debug, Clone)]
pub struct Run {
    pub tokens: Range<usize>,
    pub sentence: usize,
    /// The passage that ends where the run starts, in the same block.
    pub before: Option<usize>,
    /// The passage that starts where the run ends, in the same sentence.
    pub after: Option<usize>,
}

/// How a credit stands to the words it credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `X mengatakan …`.
    Before,
    /// `… kata X`.
    After,
    /// `menurut X`.
    Opener,
}

/// A credit as it stands.
#[derive(Debug, Clone)]
pub struct Raw {
    pub tokens: Range<usize>,
    pub who: Range<usize>,
    pub form: Form,
    pub name: Option<usize>,
    pub sort: CreditSort,
    /// Index of its run.
    pub run: usize,
    pronoun: bool,
}

/// A verb of reporting as it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// `kata`: the speaker follows.
    Bare,
    /// `ujarnya`.
    Nya,
    /// `mengatakan`, `said`: the speaker before it or, in English, behind.
    Active,
    /// `dikatakan`.
    Passive,
}

/// The runs of a report outside its quotes, and the credits in them.
pub fn scan(view: View<'_>, passages: &[Passage]) -> (Vec<Run>, Vec<Raw>) {
    let runs = runs(view, passages);
    let mut raws = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        let first = raws.len();
        Scanner { view, run, index, raws: &mut raws }.scan();
        raws[first..].sort_by_key(|r| (r.tokens.start, r.tokens.end));
    }
    resolve(view, &runs, passages, &mut raws);
    (runs, raws)
}

/// Whether the passage stands for itself, by its own words and the marks and verbs beside it.
pub fn is_assertion(view: View<'_>, passage: &Passage) -> bool {
    let tokens = &view.segments.tokens;
    let words = || passage.inner.clone().filter(|&t| tokens[t].shape != Shape::Mark);
    if passage.continues || words().count() >= ASSERTION_WORDS && !words().all(|t| view.is_capital(t)) {
        return true;
    }
    let next = |at: usize| (at < tokens.len()).then(|| view.norm(at));
    let mut after = passage.outer.end;
    while next(after) == Some(",") {
        after += 1;
    }
    let inside_comma = matches!(view.norm(passage.inner.end - 1), "," | "?" | "!");
    let verb_after = after < tokens.len()
        && matches!(view.verb(after), Some((Verb::Bare | Verb::Nya, _)) | Some((Verb::Active, true)))
        && (after > passage.outer.end || inside_comma || matches!(view.verb(after), Some((Verb::Bare | Verb::Nya, _))));
    let start = passage.outer.start;
    let verb_before = start > 1
        && matches!(view.norm(start - 1), ":" | ",")
        && (view.norm(start - 1) == ":" || view.verb(start - 2).is_some());
    verb_after || verb_before || inside_comma && passage.outer.end == after && start > 0 && view.opens_sentence(start)
}

/// The stretches of every sentence that no asserting quote takes.
fn runs(view: View<'_>, passages: &[Passage]) -> Vec<Run> {
    let whole: Vec<usize> = (0..passages.len()).filter(|&p| is_assertion(view, &passages[p])).collect();
    let sentences = &view.segments.sentences;
    let block = |token: usize| view.segments.sentence_at(token).map(|s| sentences[s].block);
    let mut out = Vec::new();
    let mut p = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while p < whole.len() && passages[whole[p]].outer.end <= at {
                p += 1;
            }
            let next = whole.get(p).map(|&w| (w, passages[w].outer.clone()));
            if let Some((_, outer)) = next.as_ref().filter(|(_, o)| o.start <= at) {
                at = outer.end.min(sentence.tokens.end);
                continue;
            }
            let end = next.as_ref().map_or(sentence.tokens.end, |(_, o)| o.start.min(sentence.tokens.end));
            let before = p
                .checked_sub(1)
                .map(|q| whole[q])
                .filter(|&q| passages[q].outer.end == at && block(passages[q].outer.start) == Some(sentence.block));
            let after = next.filter(|(_, o)| o.start == end && end < sentence.tokens.end).map(|(w, _)| w);
            out.push(Run { tokens: at..end, sentence: index, before, after });
            at = end;
        }
    }
    out
}

impl View<'_> {
    /// The verb of reporting at a token, and whether it reports whatever follows.
    fn verb(&self, at: usize) -> Option<(Verb, bool)> {
        let token = self.token(at);
        if matches!(token.shape, Shape::Mark | Shape::Number | Shape::Upper) {
            return None;
        }
        let norm = &*token.norm;
        let known = |word: &str| self.lexicon.reporting.word(word).is_some();
        if self.lexicon.language == Some(Language::English) {
            let lemma = stem(self.lexicon, norm);
            let finite = !norm.ends_with("ing") && (*norm != *lemma || &*lemma == "say");
            return (finite && known(&lemma)).then(|| (Verb::Active, self.is_speech(&lemma)));
        }
        if let Some(base) = norm.strip_suffix("nya") {
            if known(base) {
                return Some((Verb::Nya, self.is_speech(base)));
            }
            let root = stem(self.lexicon, base);
            return (norm.starts_with("di") && known(&root)).then(|| (Verb::Nya, self.is_speech(&root)));
        }
        if known(norm) {
            return Some((Verb::Bare, self.is_speech(norm)));
        }
        let form = match norm {
            _ if norm.starts_with("me") || norm.starts_with("ber") => Verb::Active,
            _ if norm.starts_with("di") => Verb::Passive,
            _ => return None,
        };
        let root = stem(self.lexicon, norm);
        known(&root).then(|| (form, self.is_speech(&root)))
    }

    fn is_speech(&self, root: &str) -> bool {
        self.has_frame(root, SPEECH)
    }

    fn has_frame(&self, root: &str, ids: &[&str]) -> bool {
        self.lexicon.frame_words.word(root).is_some_and(|uses| {
            uses.iter().any(|u| self.lexicon.frames.get(usize::from(u.frame)).is_some_and(|id| ids.contains(id)))
        })
    }
}

struct Scanner<'a, 'b> {
    view: View<'a>,
    run: &'b Run,
    index: usize,
    raws: &'b mut Vec<Raw>,
}

impl Scanner<'_, '_> {
    fn scan(&mut self) {
        let mut at = self.run.tokens.start;
        let mut from = at;
        while at < self.run.tokens.end {
            let taken = self.opener(from, at).or_else(|| self.gathered(at)).or_else(|| self.reported(from, at));
            match taken {
                Some(end) => {
                    at = end.max(at + 1);
                    from = at;
                }
                None => at += 1,
            }
        }
    }

    fn end(&self) -> usize {
        self.run.tokens.end
    }

    fn push(&mut self, tokens: Range<usize>, who: Who, form: Form) -> Option<usize> {
        let end = tokens.end;
        self.raws.push(Raw {
            tokens,
            who: who.tokens,
            form,
            name: who.name,
            sort: who.sort,
            run: self.index,
            pronoun: who.pronoun,
        });
        Some(end)
    }

    /// First in its sentence, behind a comma, or behind a quote.
    fn is_cut(&self, at: usize) -> bool {
        at == self.run.tokens.start || matches!(self.view.norm(at - 1), "," | "-" | "–" | "—" | "demikian" | "begitu")
    }

    /// Directly behind a quote, marks aside.
    fn is_after_quote(&self, at: usize) -> bool {
        let marks_only = || (self.run.tokens.start..at).all(|t| self.view.is_mark(t));
        self.run.before.is_some() && marks_only() || at > 0 && matches!(self.view.norm(at - 1), "\"")
    }

    /// `menurut X`, `dilansir dari X`, `according to X`.
    fn opener(&mut self, from: usize, at: usize) -> Option<usize> {
        let view = self.view;
        let lexicon = view.lexicon;
        if let Some(base) = view.norm(at).strip_suffix("nya")
            && lexicon.source_openers.word(base).is_some()
            && lexicon.reporting.word(base).is_none()
            && self.is_cut(at)
            && view.norm(at).starts_with("menurut")
        {
            let who = Who { tokens: at..at + 1, name: None, sort: CreditSort::Person, pronoun: true };
            return self.push(at..at + 1, who, Form::Opener);
        }
        let (width, ()) = lexicon.source_openers.longest(&view.segments.tokens[..self.end()], at)?;
        let first = view.norm(at);
        let medium = matches!(first, "kepada" | "dalam" | "lewat" | "melalui" | "in" | "on" | "speaking");
        if medium && !view.norm(at + width - 1).eq("of") || width == 1 && lexicon.reporting.word(first).is_some() {
            return None;
        }
        let who = view.who_after(at + width, self.end())?;
        let agency = who.tokens.clone().any(|t| agency_at(lexicon, &view.segments.tokens[..self.end()], t).is_some());
        let always = matches!(first, "menurut" | "according") || first == "in" && !medium;
        let quotes = ["mengutip", "dikutip", "dilansir", "melansir", "seperti", "sebagaimana", "as", "quoting", "citing"]
            .contains(&first);
        let capital = who.tokens.clone().any(|t| view.is_capital(t));
        let noun = who.tokens.len() > 1 && lexicon.quote_nouns.word(view.norm(who.tokens.start)).is_some();
        let grounds = matches!(first, "berdasarkan" | "berdasar" | "based" | "merujuk" | "mengacu") && noun;
        if !(always || agency || quotes && capital || grounds) {
            return None;
        }
        // `AFP mengutip Peskov`: the agency is a credit of its own.
        if matches!(first, "mengutip" | "quoting" | "citing") && !self.is_cut(at)
            && let Some(outer) = view.who_before(from, at).filter(|w| w.sort == CreditSort::Agency)
        {
            self.push(outer.tokens.start..at + 1, outer, Form::Before);
        }
        self.push(at..who.tokens.end, who, Form::Opener)
    }

    /// `Informasi yang dihimpun`, at the head of a sentence.
    fn gathered(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        let norm = view.norm(at);
        let word = view.lexicon.quote_nouns.word(norm).is_some() || matches!(norm, "informasi" | "data" | "information");
        let gathered = at + 2 < self.end()
            && view.norm(at + 1) == "yang"
            && matches!(view.norm(at + 2), "dihimpun" | "diperoleh" | "diterima" | "didapat" | "didapatkan" | "dirangkum");
        if !word || !gathered || !self.is_cut(at) {
            return None;
        }
        let who = Who { tokens: at..at + 3, name: None, sort: CreditSort::Unnamed, pronoun: false };
        self.push(at..at + 3, who, Form::Opener)
    }

    /// A verb of reporting with its speaker.
    fn reported(&mut self, from: usize, at: usize) -> Option<usize> {
        let (verb, speech) = self.view.verb(at)?;
        match verb {
            Verb::Nya => {
                let plain = || self.view.norm(at).strip_suffix("nya").is_some_and(|b| self.view.has_frame(b, PLAIN_SPEECH));
                let fits = self.is_after_quote(at) || self.is_cut(at) && speech && plain();
                let form = if at == self.run.tokens.start && !self.is_after_quote(at) { Form::Before } else { Form::After };
                let who = Who { tokens: at..at + 1, name: None, sort: CreditSort::Person, pronoun: true };
                fits.then(|| self.push(at..at + 1, who, form))?
            }
            Verb::Bare => self.bare(at, speech),
            Verb::Passive => self.passive(at, speech),
            Verb::Active => self.inverted(at, speech).or_else(|| self.active(from, at, speech)),
        }
    }

    /// `kata X`.
    fn bare(&mut self, at: usize, speech: bool) -> Option<usize> {
        let view = self.view;
        let after_quote = self.is_after_quote(at);
        if !after_quote && !self.is_cut(at) {
            return None;
        }
        let who = view.who_after(at + 1, self.end())?;
        let first = who.tokens.start;
        let named = view.is_capital(first) || who.pronoun || view.is_title(first) || view.is_article(first);
        let agency = who.sort == CreditSort::Agency;
        let lower_noun = after_quote && view.token(first).shape == Shape::Lower;
        let head = at == self.run.tokens.start && !after_quote;
        // `Jelas Putin senang` opens no credit; `Kata dia, …` does.
        if head && !(speech && view.segments.tokens.get(who.tokens.end).is_some_and(|t| matches!(&*t.norm, "," | ":"))) {
            return None;
        }
        if !(named || agency || lower_noun) || !after_quote && !speech && !who_is_certain(&who) {
            return None;
        }
        let form = if head { Form::Before } else { Form::After };
        self.push(at..who.tokens.end, who, form)
    }

    /// `disampaikan (oleh) X`.
    fn passive(&mut self, at: usize, speech: bool) -> Option<usize> {
        let view = self.view;
        let next = at + 1;
        let by = next < self.end() && view.norm(next) == "oleh";
        // `dikonfirmasi Tempo`: Tempo asks.
        let says = view.lexicon.reporting.word(&stem(view.lexicon, view.norm(at))) == Some(&Reporting::Say);
        if next >= self.end() || !speech || !by && !says {
            return None;
        }
        let who = view.who_after(next, self.end())?;
        let first = who.tokens.start;
        let named = view.is_capital(first) || view.is_title(first);
        (by || named && !who.pronoun).then(|| self.push(at..who.tokens.end, who, Form::After))?
    }

    /// English `," said a senior officer`.
    fn inverted(&mut self, at: usize, speech: bool) -> Option<usize> {
        let view = self.view;
        if view.lexicon.language != Some(Language::English) || !(self.is_after_quote(at) || self.is_cut(at) && speech) {
            return None;
        }
        let lemma = stem(view.lexicon, view.norm(at));
        if at == self.run.tokens.start && !self.is_after_quote(at) || AUDIENCE.contains(&&*lemma) {
            return None;
        }
        let who = view.who_after(at + 1, self.end())?;
        let first = who.tokens.start;
        let named = view.is_capital(first) || who.pronoun || view.is_title(first) || view.is_article(first);
        // `, said the company would close`: a clause follows, not a speaker.
        let ends = view.segments.tokens.get(who.tokens.end).is_none_or(|t| t.shape == Shape::Mark || view.is_function(who.tokens.end));
        (named && (ends || self.is_after_quote(at))).then(|| self.push(at..who.tokens.end, who, Form::After))?
    }

    /// `X mengatakan`, `X said`.
    fn active(&mut self, from: usize, at: usize, speech: bool) -> Option<usize> {
        let view = self.view;
        let next = |t: usize| (t < self.end()).then(|| view.norm(t));
        let norm = view.norm(at);
        let complement = (at + 1..self.end().min(at + 4)).any(|t| COMPLEMENT.contains(&view.norm(t)))
            || self.run.after.is_some() && at + 2 >= self.end();
        let english = view.lexicon.language == Some(Language::English);
        if english {
            let passive = (from..at).rev().take(2).any(|t| {
                matches!(view.norm(t), "was" | "were" | "been" | "is" | "are" | "be" | "being" | "the" | "a" | "to")
                    && (t + 1 == at || view.norm(t + 1).ends_with("ly"))
            });
            let plural = norm.ends_with('s') && norm != "says" && norm != "tells";
            let toward = matches!(next(at + 1), Some("to" | "by" | "with" | "for"));
            if passive || toward || plural && !complement && next(at + 1) != Some(",") {
                return None;
            }
        }
        // `…, kantor berita itu menyimpulkan.`
        let closes = at + 1 >= self.end() || matches!(next(at + 1), Some("." | "\""));
        if !speech && !complement && !closes && !(next(at + 1) == Some(",") && !english) {
            return None;
        }
        let who = view.who_before(from, at)?;
        let start = who.tokens.start.min(at);
        let mut end = at + 1;
        // `told CNN`: whom he told it.
        if english && let Some((width, _)) = agency_at(view.lexicon, &view.segments.tokens[..self.end()], end) {
            let outlet = Who { tokens: end..end + width, name: None, sort: CreditSort::Agency, pronoun: false };
            let form = self.form_of(start, end);
            self.push(at..end + width, outlet, form);
            end += width;
        }
        let form = self.form_of(start, end);
        self.push(start..at + 1, who, form);
        Some(end)
    }

    /// Behind the words or before them: `the ship sank, the Navy said.`
    fn form_of(&self, start: usize, end: usize) -> Form {
        let view = self.view;
        let rest = (end..self.end()).take_while(|&t| !matches!(view.norm(t), "." | ";")).take(4).count();
        let behind_comma = start > self.run.tokens.start && view.norm(start - 1) == ",";
        let in_medium = (end..self.end()).next().is_some_and(|t| matches!(view.norm(t), "in" | "on" | "here" | "at"));
        if self.run.after.is_none() && (rest < 2 || behind_comma && (rest < 4 || in_medium)) { Form::After } else { Form::Before }
    }
}

/// A speaker who could be nothing else: a name or a pronoun.
fn who_is_certain(who: &Who) -> bool {
    who.pronoun || who.name.is_some() || matches!(who.sort, CreditSort::Person | CreditSort::Agency)
}

/// Gives pronouns and bare offices the names they stand for.
fn resolve(view: View<'_>, runs: &[Run], passages: &[Passage], raws: &mut [Raw]) {
    let mut last: Option<usize> = None;
    for at in 0..raws.len() {
        if raws[at].pronoun {
            let sentence = runs[raws[at].run].sentence;
            let near = last.filter(|&l| runs[raws[l].run].sentence + PRONOUN_REACH >= sentence);
            let subject = subject_before(view, runs, passages, &raws[..at], &raws[at]);
            if let Some(name) = subject {
                raws[at].name = Some(name);
            } else if let Some(near) = near {
                (raws[at].name, raws[at].sort) = (raws[near].name, raws[near].sort);
            } else {
                raws[at].name = nearest_person(view, raws[at].tokens.start);
            }
        } else if raws[at].sort == CreditSort::Unnamed
            && let Some(holder) = view.holder_of(raws[at].who.clone())
        {
            (raws[at].name, raws[at].sort) = (Some(holder), CreditSort::Person);
        }
        if raws[at].sort != CreditSort::Agency {
            last = Some(at);
        }
    }
}

/// The person whom the sentence before a pronoun's quote tells of, where that sentence credits nobody.
fn subject_before(view: View<'_>, runs: &[Run], passages: &[Passage], before: &[Raw], raw: &Raw) -> Option<usize> {
    let run = &runs[raw.run];
    let mut start = run.before.map_or(run.tokens.start, |p| passages[p].outer.start);
    if start == raw.tokens.start {
        start = run.tokens.start;
    }
    let sentences = &view.segments.sentences;
    let sentence = view.segments.sentence_at(start)?;
    let block = sentences[sentence].block;
    let s = if sentences[sentence].tokens.start < start { sentence } else { sentence.checked_sub(1)? };
    if sentences[s].block != block || before.iter().any(|r| runs[r.run].sentence == s) {
        return None;
    }
    let tokens = sentences[s].tokens.start..sentences[s].tokens.end.min(start);
    if tokens.clone().any(|t| passages.iter().any(|p| p.outer.contains(&t))) {
        return None;
    }
    let name = view.person_in(tokens.clone())?;
    let at = view.names[name].at.tokens.start;
    let lead = tokens.start..at;
    let plain = lead.clone().all(|t| !view.is_mark(t) && (!view.is_function(t) || t == tokens.start));
    (at - tokens.start <= SUBJECT_REACH && plain).then_some(name)
}

/// The person named last before a token, in its block.
fn nearest_person(view: View<'_>, token: usize) -> Option<usize> {
    let sentences = &view.segments.sentences;
    let block = sentences[view.segments.sentence_at(token)?].block;
    let n = view.names.partition_point(|n| n.at.tokens.end <= token);
    (0..n).rev().take_while(|&n| sentences[view.names[n].at.sentence].block + 1 >= block).find(|&n| {
        view.names[n].class == NameClass::Person
    })
}
