//! What reports call a person, normalised: qualifiers, the office itself, and what it is of.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::language::{Lexicon, tokens};
use crate::model::mention::{NameClass, Title, TitleSort};
use crate::model::story::{Source, Story};
use crate::model::{Language, Shape, Span, Token};

/// Words that make of what stands before them a holder of the office behind (`Hanif sebagai Plt Menpora`).
const AS: [&str; 6] = ["sebagai", "menjadi", "selaku", "jadi", "as", "become"];

/// Words of a rank that tell the force, not the rank.
const FORCES: [&str; 8] = ["polisi", "pol", "tni", "ad", "al", "au", "marinir", "police"];

/// Words before an English title that may tell of what it is.
const LEAD: usize = 2;

/// Words before a name within which `oleh` makes it the one who acts.
const BY: usize = 4;

/// Words of a complement that tell nothing that the others do not.
const IDLE: [&str; 18] = [
    "provinsi",
    "kota",
    "kabupaten",
    "republik",
    "indonesia",
    "negara",
    "bidang",
    "bagian",
    "daerah",
    "state",
    "republic",
    "national",
    "nasional",
    "biro",
    "ri",
    "persero",
    "pt",
    "tbk",
];

/// One title of a person.
#[derive(Debug, Clone)]
pub struct Post {
    /// Index of the report.
    pub report: usize,
    /// The title's own span.
    pub title: Span,
    /// The title, with the name where it has nothing else beside it.
    pub span: Span,
    /// What sort of title.
    pub sort: TitleSort,
    /// `acting`, `former`, `deputy`…
    pub qualifiers: BTreeSet<&'static str>,
    /// The office: empty where only qualifiers are told.
    pub head: String,
    /// Words of what it is of, function words and levels left out.
    pub domain: BTreeSet<String>,
    /// Those of them that are bodies (`pemprov`, `setdaprov`).
    pub bodies: BTreeSet<String>,
    /// A name stands beside it.
    pub named: bool,
}

impl Post {
    /// The same for posts that are the same.
    pub fn key(&self) -> String {
        let parts: Vec<&str> = self
            .qualifiers
            .iter()
            .copied()
            .chain(["|", &*self.head, "|"])
            .chain(self.domain.iter().map(|d| &**d))
            .collect();
        parts.join(" ")
    }

    /// Acting for somebody.
    pub fn acting(&self) -> bool {
        self.qualifiers.contains("acting")
    }

    /// Told as former or as a candidate: no disagreement with the office now.
    pub fn aside(&self) -> bool {
        ["former", "candidate", "elect", "late", "outgoing", "incumbent", "senior", "retired", "special"]
            .iter()
            .any(|q| self.qualifiers.contains(q))
    }
}

/// The posts of every person, by entity.
pub fn posts(story: &Story<'_>) -> BTreeMap<usize, Vec<Post>> {
    let mut out: BTreeMap<usize, Vec<Post>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        let mut previous: Option<(usize, usize)> = None;
        for title in &source.extract.titles {
            let told = title.holder.map(|n| (story.entity_of[r][n], true));
            let entity = told.or_else(|| predicated(story, r, title, previous).map(|e| (e, false)));
            previous = entity.map(|(e, _)| (e, title.at.tokens.end));
            let Some((entity, named)) = entity else { continue };
            if let Some(post) = post(source, r, title, named) {
                out.entry(entity).or_default().push(post);
            }
        }
    }
    out
}

/// Who is said to hold a title behind `sebagai`, or joined by `dan` to one that is.
fn predicated(story: &Story<'_>, r: usize, title: &Title, previous: Option<(usize, usize)>) -> Option<usize> {
    let source = &story.sources[r];
    let tokens = &source.segments.tokens;
    let start = title.at.tokens.start;
    let before = |n: usize| start.checked_sub(n).map_or("", |i| &*tokens[i].norm);
    if let Some((entity, end)) = previous {
        let joined = (end..start)
            .all(|i| matches!(&*tokens[i].norm, "dan" | "and" | "juga" | "also" | "sekaligus" | "merangkap"));
        if joined && start > end && start - end <= 3 {
            return Some(entity);
        }
    }
    if !AS.contains(&before(1)) {
        return None;
    }
    let names = source.extract.names.iter().enumerate();
    // `ditunjuk oleh Presiden Joko Widodo sebagai Plt`: who appoints is not appointed.
    let by = |n: &crate::model::mention::Name| {
        (n.at.tokens.start.saturating_sub(BY)..n.at.tokens.start).any(|i| matches!(&*tokens[i].norm, "oleh" | "by"))
    };
    names
        .filter(|(_, n)| !by(n))
        .filter(|(_, n)| n.class == NameClass::Person && n.at.sentence == title.at.sentence && n.at.tokens.end <= start)
        .map(|(n, _)| story.entity_of[r][n])
        .next_back()
}

fn post(source: &Source<'_>, report: usize, title: &Title, named: bool) -> Option<Post> {
    let lexicon = Lexicon::of(source.report.language);
    let words = expanded(lexicon, &source.segments.tokens, title.at.tokens.clone());
    let list = tokens::of_str(&words.join(" "));
    let (mut qualifiers, mut at) = (BTreeSet::new(), 0);
    // `Sementara Presiden Jokowi`: a conjunction, where it comes first.
    if list.first().is_some_and(|t| &*t.norm == "sementara") {
        at = 1;
    }
    while let Some((length, what)) = lexicon.qualifiers.longest(&list, at) {
        // `Coast Guard chief`, `chief executive`: an office, no word that changes one.
        if &*list[at].norm == "chief" && lexicon.titles.longest(&list, at).is_some_and(|(n, _)| at + n == list.len()) {
            break;
        }
        qualifiers.insert(*what);
        at += length;
    }
    // A rank is all its words (`komisaris polisi`), an office what the lists know of them.
    let length = match title.sort {
        TitleSort::Rank => list.len() - at,
        _ => lexicon.titles.longest(&list, at).map_or(0, |(n, _)| n),
    };
    if length == 0 && qualifiers.is_empty() {
        return None;
    }
    // `pembantu Presiden Ghani`: the name is the president's.
    let first = &source.segments.tokens[title.at.tokens.start];
    if qualifiers.contains("assistant")
        && first.shape == Shape::Lower
        && source.segments.tokens[title.at.tokens.end - 1].shape != Shape::Lower
    {
        return None;
    }
    // `inspektur polisi satu`, `inspektur satu`: the force is left out as often as not.
    let force = |w: &&str| title.sort != TitleSort::Rank || !FORCES.contains(w);
    let head = list[at..at + length].iter().map(|t| &*t.norm).filter(force).collect::<Vec<_>>().join(" ");
    let mut domain = BTreeSet::new();
    let mut bodies = BTreeSet::new();
    for token in &list[at + length..] {
        let word = &*token.norm;
        if token.shape == Shape::Mark || lexicon.is_function(word) || IDLE.contains(&word) {
            continue;
        }
        if lexicon.organisation_heads.word(word).is_some() || lexicon.organisations.word(word).is_some() {
            bodies.insert(word.to_owned());
        }
        domain.insert(word.to_owned());
    }
    let lead = lead(source, lexicon, title);
    domain.extend(lead.clone().map(|i| source.segments.tokens[i].norm.to_string()).filter(|w| !IDLE.contains(&&**w)));
    let name = title.holder.map(|n| &source.extract.names[n].at);
    let span = match name {
        Some(name) if domain.is_empty() && name.tokens.start == title.at.tokens.end => title.at.span.join(name.span),
        _ => title.at.span,
    };
    let sort = title.sort;
    Some(Post { report, title: title.at.span, span, sort, qualifiers, head, domain, bodies, named })
}

/// The words right before an English office that tell of what it is: `| Norvell | chief executive`, `a | night-shift |
/// manager`.
fn lead(source: &Source<'_>, lexicon: &Lexicon, title: &Title) -> Range<usize> {
    let (tokens, start) = (&source.segments.tokens, title.at.tokens.start);
    if source.report.language != Language::English || !matches!(title.sort, TitleSort::Office | TitleSort::Role) {
        return start..start;
    }
    let floor = source.segments.sentences[title.at.sentence].tokens.start.max(start.saturating_sub(LEAD));
    let word = |i: &usize| {
        let t = &tokens[*i];
        !matches!(t.shape, Shape::Mark | Shape::Number)
            && (!t.verb || t.stem == t.norm)
            && t.norm.len() > 2
            && !lexicon.is_function(&t.norm)
            && lexicon.calendar.word(&t.norm).is_none()
            && lexicon.reporting.word(&t.stem).is_none()
            && lexicon.qualifiers.word(&t.norm).is_none()
            && lexicon.places.word(&t.norm).is_none_or(|p| p.sort != "demonym" && p.sort != "adjective")
    };
    start - (floor..start).rev().take_while(word).count()..start
}

/// A title's words with abbreviations written out, places by their main name, brackets left out.
pub fn expanded(lexicon: &Lexicon, all: &[Token], range: Range<usize>) -> Vec<String> {
    let list = &all[..range.end];
    let mut words: Vec<String> = Vec::new();
    let mut i = range.start;
    while i < range.end {
        if &*list[i].norm == "(" {
            i = (i..range.end).find(|&j| &*list[j].norm == ")").map_or(range.end, |j| j + 1);
            continue;
        }
        let place = lexicon.places.longest(list, i).filter(|(_, p)| !matches!(p.sort, "type" | "facility"));
        // `U.S. attorney`: a place that an office starts with belongs to it.
        let office = lexicon.titles.longest(list, i).map(|(n, _)| n);
        if let (Some((length, _)), Some(office)) = (place, office)
            && office > length
        {
            words.extend(list[i..i + office].iter().map(|t| t.norm.to_string()));
            i += office;
            continue;
        }
        // Places first: `Sulteng` must come out as `Sulawesi Tengah` does.
        let main = place
            .map(|(n, p)| (n, p.name.replace(' ', "-")))
            .or_else(|| lexicon.expansions.longest(list, i).map(|(n, m)| (n, (*m).to_owned())));
        match main {
            Some((n, main)) => {
                words.push(main);
                i += n;
            }
            None => {
                words.push(list[i].norm.to_string());
                i += 1;
            }
        }
    }
    words
}
