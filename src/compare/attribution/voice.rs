//! Sources as the story knows them, and how two of them stand to each other.

use strsim::normalized_damerau_levenshtein;

use crate::language::Lexicon;
use crate::language::stem::stem;
use crate::model::mention::{Credit, CreditSort};
use crate::model::story::Story;
use crate::model::{Shape, Span};

/// From this likeness on two parts of names may be one misspelt (`Ikhsan`, `Ichan`), 0 to 1.
const SAME_NAME: f64 = 0.6;

/// The part of a report within which an agency that it credits is where the report comes from, per cent of its
/// sentences: later ones are credited with a detail.
const LEAD_PERCENT: usize = 35;

/// Someone credited in a report.
#[derive(Debug, Clone)]
pub struct Voice {
    pub report: usize,
    /// The words of the credit.
    pub span: Span,
    pub sort: CreditSort,
    /// An entity of the story, where the source has a name.
    pub entity: Option<usize>,
    /// Roots of the words that tell who.
    words: Vec<Box<str>>,
    /// The words that tell who, for display.
    who: Span,
    /// The name that a pronoun stands for, where the words are a pronoun or `ujarnya`.
    name: Option<Span>,
    /// An agency's main name.
    pub agency: Option<&'static str>,
}

/// How two sources stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// The same, or perhaps the same.
    Agree,
    /// Two persons with names.
    Persons,
    /// A person and an institution.
    Institution,
    /// Two agencies.
    Agencies,
    /// One has a name, the other none.
    Unnamed,
}

/// The credit as a voice.
pub fn voice(story: &Story<'_>, report: usize, credit: &Credit) -> Voice {
    let source = &story.sources[report];
    let lexicon = Lexicon::of(source.report.language);
    let tokens = crate::language::tokens::of_str(credit.who.of(&source.report.text));
    let words: Vec<Box<str>> = tokens
        .iter()
        .filter(|t| t.shape != Shape::Mark && !lexicon.is_function(&t.norm))
        .map(|t| stem(lexicon, &t.norm))
        .collect();
    let agency = (0..tokens.len()).find_map(|t| {
        let (width, name) = lexicon.agencies.longest(&tokens, t)?;
        let named = tokens[t..t + width].iter().any(|t| t.shape != Shape::Lower);
        (named && *name != "general").then_some(*name)
    });
    let entity = credit.name.and_then(|n| story.entity_of.get(report)?.get(n).copied());
    let name = credit.name.and_then(|n| source.extract.names.get(n)).map(|n| n.at.span);
    let name = name.filter(|n| !credit.who.contains(*n));
    Voice { report, span: credit.span, sort: credit.sort, entity, words, who: credit.who, name, agency }
}

/// The voices that a clause is told through.
pub fn voices_of(story: &Story<'_>, report: usize, clause: usize) -> Vec<Voice> {
    let credits = story.sources[report].extract.credits.iter();
    credits.filter(|c| !c.whole && c.clauses.binary_search(&clause).is_ok()).map(|c| voice(story, report, c)).collect()
}

/// The agencies that a report as a whole is taken from: a source line, or a credit near its head.
pub fn leads(story: &Story<'_>, report: usize) -> Vec<Voice> {
    let source = &story.sources[report];
    let sentences = source.segments.sentences.len();
    let near = |c: &Credit| {
        let at = source.segments.sentences.partition_point(|s| s.span.end <= c.span.start);
        at * 100 <= sentences * LEAD_PERCENT
    };
    let credits = || source.extract.credits.iter().filter(|c| c.sort == CreditSort::Agency);
    let whole: Vec<Voice> = credits().filter(|c| c.whole).map(|c| voice(story, report, c)).collect();
    if !whole.is_empty() {
        return whole;
    }
    // `Dilansir dari BBC`, `AFP mengutip`: the first that is credited before any speaker of the report's own.
    credits().find(|c| near(c)).map(|c| voice(story, report, c)).filter(|v| v.agency.is_some()).into_iter().collect()
}

/// What a side of a disagreement is called: the fullest name, or the shortest words.
pub fn label(story: &Story<'_>, side: &[Voice]) -> String {
    let entity = side.iter().find_map(|v| v.entity).and_then(|e| story.entities.get(e));
    let agency = side.iter().find_map(|v| v.agency);
    let words = |v: &Voice| story.words(v.report, v.name.unwrap_or(v.who));
    match (agency, entity) {
        (Some(_), _) | (None, None) => {
            side.iter().map(words).min_by_key(|w| (w.len(), w.to_owned())).unwrap_or_default().to_owned()
        }
        (None, Some(entity)) => entity.name.clone(),
    }
}

impl Voice {
    /// How two voices stand to each other.
    pub fn against(&self, other: &Self, story: &Story<'_>) -> Stand {
        use CreditSort::{Agency, Organisation, Person, Unnamed};
        if self.entity.is_some() && self.entity == other.entity || self.shares_words(other) {
            return Stand::Agree;
        }
        match (self.sort, other.sort) {
            (Person, Person) => match (self.entity, other.entity) {
                (Some(a), Some(b)) if !alike(&story.entities[a].name, &story.entities[b].name) => Stand::Persons,
                _ => Stand::Agree,
            },
            (Person, Organisation) | (Organisation, Person) if self.entity.is_some() && other.entity.is_some() => {
                Stand::Institution
            }
            (Agency, Agency) => match (self.agency, other.agency) {
                (Some(a), Some(b)) if a != b => Stand::Agencies,
                _ => Stand::Agree,
            },
            (Person, Unnamed) if self.entity.is_some() => Stand::Unnamed,
            (Unnamed, Person) if other.entity.is_some() => Stand::Unnamed,
            _ => Stand::Agree,
        }
    }

    /// Whether one description is part of the other, or both of one institution: `the Navy spokesman`, `the Navy`.
    fn shares_words(&self, other: &Self) -> bool {
        if self.name.is_some() || other.name.is_some() {
            return false;
        }
        let within = |a: &Self, b: &Self| !a.words.is_empty() && a.words.iter().all(|w| b.words.contains(w));
        let same_sort =
            self.sort == other.sort || self.sort == CreditSort::Unnamed || other.sort == CreditSort::Unnamed;
        same_sort && (within(self, other) || within(other, self))
    }
}

/// Whether two full names may be one: a part of one is spelt nearly like a part of the other.
fn alike(a: &str, b: &str) -> bool {
    let parts = |name: &str| name.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (parts(a), parts(b));
    a.iter().any(|x| b.iter().any(|y| x.len() > 2 && y.len() > 2 && normalized_damerau_levenshtein(x, y) >= SAME_NAME))
}
