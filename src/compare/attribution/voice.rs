//! Sources as the story knows them, and how two of them stand to each other.

use strsim::normalized_damerau_levenshtein;

use crate::language::Lexicon;
use crate::language::stem::stem;
use crate::model::mention::{Credit, CreditSort};
use crate::model::story::Story;
use crate::model::{Shape, Span};

/// From this likeness on two parts of names may be one misspelt (`Ikhsan`, `Ichan`), 0 to 1.
const SAME_NAME: f64 = 0.6;

/// Below this likeness two first names are two people's, 0 to 1.
const OTHER_NAME: f64 = 0.4;

/// The part of a report within which an agency that it credits is where the report comes from, per cent of its
/// sentences: later ones are credited with a detail.
const LEAD_PERCENT: usize = 35;

/// Words that open a description of somebody who is not named on purpose or not known.
const INDEFINITE: &[&str] = &[
    "seorang",
    "sejumlah",
    "salah",
    "beberapa",
    "sumber",
    "informasi",
    "warga",
    "saksi",
    "a",
    "an",
    "some",
    "several",
    "one",
    "sources",
    "witnesses",
    "officials",
    "residents",
];

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
    pub certainty: Certainty,
    /// `seorang warga`, `sources`: nobody known; `sang bupati` may be anybody named elsewhere.
    indefinite: bool,
    /// An agency's main name.
    pub agency: Option<&'static str>,
}

/// How certain it is whose name a credit gives. Ordered: the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A pronoun for somebody credited further off: between two reports with the same words more likely misread than
    /// a disagreement.
    Far,
    /// A pronoun for somebody credited by name in the same paragraph.
    Near,
    /// The name stands in the credit.
    Named,
}

/// How two sources stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// The same, or perhaps the same.
    Agree,
    /// Two persons with names.
    Persons,
    /// Two institutions with names.
    Institutions,
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
    let certainty = match (name, entity) {
        (None, _) => Certainty::Named,
        (_, Some(entity)) if is_named_near(story, report, credit, entity) => Certainty::Near,
        _ => Certainty::Far,
    };
    let indefinite = tokens.first().is_some_and(|t| INDEFINITE.contains(&&*t.norm));
    let sort = credit.sort;
    Voice { report, span: credit.span, sort, entity, words, who: credit.who, name, certainty, indefinite, agency }
}

/// Whether the entity is credited by name before, in the same paragraph.
fn is_named_near(story: &Story<'_>, report: usize, credit: &Credit, entity: usize) -> bool {
    let source = &story.sources[report];
    let block = |span: Span| source.report.blocks.iter().find(|b| b.span.contains(span)).map(|b| b.span);
    let here = block(credit.span);
    here.is_some()
        && source.extract.credits.iter().any(|c| {
            let named = c.name.and_then(|n| source.extract.names.get(n)).is_some_and(|n| c.who.contains(n.at.span));
            let same = c.name.and_then(|n| story.entity_of.get(report)?.get(n).copied()) == Some(entity);
            named && same && c.span.start < credit.span.start && block(c.span) == here
        })
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
        if self.certainty == Certainty::Far || other.certainty == Certainty::Far {
            return Stand::Agree;
        }
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
            (Organisation, Organisation) => match (self.entity, other.entity) {
                (Some(a), Some(b)) if are_two(&story.entities[a].name, &story.entities[b].name) => Stand::Institutions,
                _ => Stand::Agree,
            },
            (Agency, Agency) => match (self.agency, other.agency) {
                (Some(a), Some(b)) if a != b => Stand::Agencies,
                _ => Stand::Agree,
            },
            (Person, Unnamed) if self.entity.is_some() && other.indefinite => Stand::Unnamed,
            (Unnamed, Person) if other.entity.is_some() && self.indefinite => Stand::Unnamed,
            _ => Stand::Agree,
        }
    }

    /// Credited by name, and the name known in full: a lone word may be anybody's nickname.
    pub fn is_full_name(&self, story: &Story<'_>) -> bool {
        let entity = self.entity.and_then(|e| story.entities.get(e));
        self.certainty == Certainty::Named && entity.is_some_and(|e| e.name.split_whitespace().count() > 1)
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

/// Whether two names of institutions are those of two: no word in common, and none the other's initials.
fn are_two(a: &str, b: &str) -> bool {
    let lower = |name: &str| name.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let initials = |name: &str| -> String {
        name.split_whitespace().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    let is_short = |x: &str, y: &str| !x.contains(' ') && initials(y).eq_ignore_ascii_case(x);
    let (x, y) = (lower(a), lower(b));
    !x.iter().any(|w| y.contains(w)) && !is_short(a, b) && !is_short(b, a)
}

/// Whether two full names may be one: a part of one is spelt nearly like a part of the other, or short for it.
fn alike(a: &str, b: &str) -> bool {
    let parts = |name: &str| name.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (parts(a), parts(b));
    let short = |x: &str, y: &str| x.len() > 3 && y.starts_with(x);
    let one = |x: &str, y: &str| {
        x.len() > 2 && y.len() > 2 && normalized_damerau_levenshtein(x, y) >= SAME_NAME || short(x, y) || short(y, x)
    };
    // `Maria Lambrou`, `Giorgos Lambrou`: of one family, and two.
    let family =
        a.len() == 2 && b.len() == 2 && a[1] == b[1] && normalized_damerau_levenshtein(&a[0], &b[0]) < OTHER_NAME;
    let initial = a[0].chars().count() < 3 || b[0].chars().count() < 3 || short(&a[0], &b[0]) || short(&b[0], &a[0]);
    if family && !initial {
        return false;
    }
    a.iter().any(|x| b.iter().any(|y| one(x, y)))
}
