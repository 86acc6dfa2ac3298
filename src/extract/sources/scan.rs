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
    /// A pronoun, or the ending of `ujarnya`.
    pub pronoun: bool,
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
    super::resolve::resolve(view, &runs, passages, &mut raws);
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
        && matches!(view.verb(after), Some((Verb::Bare | Verb::Nya, _) | (Verb::Active, true)))
        && (after > passage.outer.end || inside_comma || matches!(view.verb(after), Some((Verb::Bare | Verb::Nya, _))));
    let start = passage.outer.start;
    let verb_before = start > 1
        && matches!(view.norm(start - 1), ":" | ",")
        && (view.norm(start - 1) == ":" || view.verb(start - 2).is_some());
    verb_after || verb_before || inside_comma && passage.outer.end == after && view.opens_sentence(start)
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
        if known(norm) {
            return Some((Verb::Bare, self.is_speech(norm)));
        }
        if let Some(base) = norm.strip_suffix("nya") {
            if known(base) {
                return Some((Verb::Nya, self.is_speech(base)));
            }
            let root = stem(self.lexicon, base);
            return (norm.starts_with("di") && known(&root)).then(|| (Verb::Nya, self.is_speech(&root)));
        }
        let form = match norm {
            // `berkelanjutan` is no verb.
            _ if norm.starts_with("ber") && norm.ends_with("an") => return None,
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
        let quotes =
            ["mengutip", "dikutip", "dilansir", "melansir", "seperti", "sebagaimana", "as", "quoting", "citing"]
                .contains(&first);
        let capital = who.tokens.clone().any(|t| view.is_capital(t));
        let noun = who.tokens.len() > 1 && lexicon.quote_nouns.word(view.norm(who.tokens.start)).is_some();
        let grounds = matches!(first, "berdasarkan" | "berdasar" | "based" | "merujuk" | "mengacu") && noun;
        if !(always || agency || quotes && capital || grounds) {
            return None;
        }
        // `AFP mengutip Peskov`: the agency is a credit of its own.
        if matches!(first, "mengutip" | "quoting" | "citing")
            && !self.is_cut(at)
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
        let word =
            view.lexicon.quote_nouns.word(norm).is_some() || matches!(norm, "informasi" | "data" | "information");
        let gathered = at + 2 < self.end()
            && view.norm(at + 1) == "yang"
            && matches!(
                view.norm(at + 2),
                "dihimpun" | "diperoleh" | "diterima" | "didapat" | "didapatkan" | "dirangkum"
            );
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
                let plain =
                    || self.view.norm(at).strip_suffix("nya").is_some_and(|b| self.view.has_frame(b, PLAIN_SPEECH));
                let fits = self.is_after_quote(at) || self.is_cut(at) && speech && plain();
                let form =
                    if at == self.run.tokens.start && !self.is_after_quote(at) { Form::Before } else { Form::After };
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
        if head && !(speech && view.segments.tokens.get(who.tokens.end).is_some_and(|t| matches!(&*t.norm, "," | ":")))
        {
            return None;
        }
        let certain =
            speech || agency || who.pronoun || who.name.is_some_and(|n| view.names[n].class == NameClass::Person);
        let headline = view.is_capital(at) && !head && !after_quote;
        if !(named || agency || lower_noun) || !after_quote && !certain || headline {
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
        let ends = view
            .segments
            .tokens
            .get(who.tokens.end)
            .is_none_or(|t| t.shape == Shape::Mark || view.is_function(who.tokens.end));
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
        let closes = !norm.starts_with("ber") && (at + 1 >= self.end() || matches!(next(at + 1), Some("." | "\"")));
        if view.is_capital(at) {
            return None; // a headline's
        }
        let comma = !english && next(at + 1) == Some(",");
        if !(speech || complement || closes || comma) {
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
        if self.run.after.is_none() && (rest < 2 || behind_comma && (rest < 4 || in_medium)) {
            Form::After
        } else {
            Form::Before
        }
    }
}
