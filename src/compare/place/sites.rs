//! Another hospital, jail or airport for the same people; another destination of the same journey.
//!
//! Facilities and journeys are read from the words themselves, in all of a report: where each of two reports has one
//! such place only, it is the same fact, however far apart their clauses are built.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sides::conflict;
use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Finding, Language, Reading, Shape, Span, Token};

/// Sorts of facilities of which people are brought to one: words that mean the same sort.
const FACILITIES: [(&str, &[&str]); 17] = [
    ("hospital", &["hospital", "rs", "rsud", "rsup", "rumah sakit", "rumah sakit umum daerah", "rumah sakit umum"]),
    ("jail", &["jail", "prison", "rutan", "rumah tahanan", "lapas", "lembaga pemasyarakatan"]),
    ("airport", &["airport", "international airport", "bandara", "bandar udara", "bandara internasional"]),
    ("stadium", &["stadion", "stadium"]),
    ("hotel", &["hotel"]),
    ("station", &["station", "railway station", "stasiun"]),
    ("room", &["ruang", "ruang sidang", "ruang rapat", "ruang kelas", "courtroom"]),
    ("market", &["pasar", "market"]),
    ("mosque", &["masjid", "musala", "mosque"]),
    ("church", &["gereja", "church", "cathedral", "katedral"]),
    ("port", &["pelabuhan", "dermaga", "port", "harbour", "harbor"]),
    ("terminal", &["terminal"]),
    ("bridge", &["jembatan", "bridge"]),
    ("school", &["sekolah", "school", "sd negeri", "smp negeri", "sma negeri", "smk negeri", "pesantren"]),
    ("morgue", &["kamar jenazah", "morgue", "mortuary"]),
    ("cemetery", &["tempat pemakaman umum", "tpu", "taman makam pahlawan", "tmp", "cemetery"]),
    ("mall", &["mal", "mall", "plaza", "shopping centre", "shopping center"]),
];

/// Facilities that are known by their town where no name is told: there is one, or the reader is to think so.
const TOWNED: [&str; 4] = ["hospital", "jail", "hotel", "morgue"];

/// Words that tell of a journey, by what sort of journey, and how much less the sentences must share for them: people go
/// to many places, but seldom come home from two.
const JOURNEYS: [(&str, usize, &[&str]); 3] = [
    (
        "travel",
        0,
        &["bound", "way", "route", "heading", "headed", "travelling", "traveling", "sailing", "tujuan", "menuju"],
    ),
    ("return", 1, &["pulang", "returning", "returned"]),
    ("carry", 1, &["airlifted", "flown", "evacuated", "rushed", "dilarikan", "diterbangkan"]),
];

/// Words between a journey and its preposition.
const TO_WITHIN: usize = 6;

/// Words between a preposition and the place's name (`to a hospital on`).
const NAME_WITHIN: usize = 4;

/// Words of a place's name.
const NAME_WORDS: usize = 5;

/// What two sentences must share: two words, or a name.
const SHARED: usize = 2;

/// A place that a report names.
#[derive(Debug)]
struct Site {
    report: usize,
    sentence: usize,
    clause: usize,
    /// Its words, with those that tell what it is.
    tokens: Range<usize>,
    /// Words of its name.
    words: BTreeSet<String>,
    sort: (&'static str, &'static str),
    /// What the gazetteer calls it.
    level: Option<&'static str>,
    ease: usize,
    facility: bool,
}

/// Facilities and journeys that differ.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut sites: Vec<Site> = Vec::new();
    for report in 0..story.sources.len() {
        facilities(story, report, &mut sites);
        journeys(story, report, &mut sites);
    }
    let sorts: BTreeSet<_> = sites.iter().map(|s| s.sort).collect();
    let mut out: Vec<Finding> = Vec::new();
    for sort in sorts {
        let all: Vec<&Site> = sites.iter().filter(|s| s.sort == sort).collect();
        // Reports that name one place of the sort only.
        let sure: Vec<&Site> = all
            .iter()
            .copied()
            .filter(|s| all.iter().all(|o| o.report != s.report || agree(&s.words, &o.words)))
            .collect();
        let pair = sure
            .iter()
            .enumerate()
            .find_map(|(x, a)| sure[x + 1..].iter().find(|b| differ(story, a, b)).map(|b| (*a, *b)));
        let Some((a, b)) = pair else { continue };
        let side = |of: &Site, other: &Site| {
            let mut evidence: Vec<_> = sure
                .iter()
                .filter(|s| agree(&s.words, &of.words) && !agree(&s.words, &other.words))
                // Others were brought there, perhaps.
                .filter(|s| sure.iter().any(|o| agree(&o.words, &other.words) && differ(story, s, o)))
                .map(|s| story.evidence(s.report, span(story, s)))
                .collect();
            evidence.sort_unstable();
            evidence.dedup_by_key(|e| e.report);
            Reading { value: story.words(of.report, span(story, of)).to_owned(), evidence }
        };
        let readings = vec![side(a, b), side(b, a)];
        if readings.iter().all(|r| !r.evidence.is_empty()) {
            out.push(conflict(story, sort.0.to_owned(), readings));
        }
    }
    out
}

fn span(story: &Story<'_>, site: &Site) -> Span {
    story.sources[site.report].segments.span(site.tokens.clone())
}

/// Whether two names may be one: a word in common, or one the other's initials.
fn agree(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let initials = |s: &BTreeSet<String>| s.iter().filter_map(|w| w.chars().next()).collect::<BTreeSet<char>>();
    let short = |s: &BTreeSet<String>, t: &BTreeSet<String>| {
        t.len() > 1 && s.iter().any(|w| w.chars().count() == t.len() && w.chars().all(|c| initials(t).contains(&c)))
    };
    let like = |x: &str, y: &str| {
        let short = x.len().min(y.len());
        x == y || short > 4 && strsim::damerau_levenshtein(x, y) <= 2 || short > 2 && (x.contains(y) || y.contains(x))
    };
    a.iter().any(|x| b.iter().any(|y| like(x, y))) || short(a, b) || short(b, a)
}

/// Whether two reports put one thing in two places.
fn differ(story: &Story<'_>, a: &Site, b: &Site) -> bool {
    if a.report == b.report || agree(&a.words, &b.words) || a.facility != b.facility || other_day(story, a, b) {
        return false;
    }
    if a.level.is_some() && b.level.is_some() && a.level != b.level {
        return false;
    }
    // A facility is known by its noun; a town that the other report names as well may lie on the way.
    if !a.facility && (names(story, a.report, b) || names(story, b.report, a)) {
        return false;
    }
    let (left, right) = (people(story, a), people(story, b));
    if !left.is_empty() && !right.is_empty() {
        return !left.is_disjoint(&right);
    }
    let frames = |s: &Site| -> BTreeSet<u16> {
        let claim = story.sources[s.report].extract.claims.get(s.clause);
        claim.map(|c| c.frames.iter().map(|f| f.0).collect()).unwrap_or_default()
    };
    let framed = usize::from(!frames(a).is_disjoint(&frames(b)));
    let (nouns, named) = shared(story, a, b);
    framed + a.ease.min(b.ease) + nouns + SHARED * usize::from(named) >= SHARED
}

/// Whether the report names a place of this name anywhere.
fn names(story: &Story<'_>, report: usize, site: &Site) -> bool {
    let source = &story.sources[report];
    let dateline = source.report.dateline.as_ref().map(|d| d.span);
    let inside = |t: &Token| dateline.is_some_and(|d| d.contains(t.span));
    site.words.iter().all(|w| source.segments.tokens.iter().any(|t| &*t.norm == w.as_str() && !inside(t)))
}

/// What the gazetteer calls the first word of a name: a country is no town.
fn level(source: &Source<'_>, token: usize) -> Option<&'static str> {
    let lexicon = Lexicon::of(source.report.language);
    lexicon.places.word(&source.segments.tokens[token].norm).map(|p| p.sort)
}

/// Who takes part in the sentence.
fn people(story: &Story<'_>, site: &Site) -> BTreeSet<usize> {
    let clauses = story.sources[site.report].segments.sentences[site.sentence].clauses.clone();
    let all = clauses.flat_map(|c| story.participants[site.report][c].iter().copied());
    all.filter(|&e| story.entities[e].class == NameClass::Person).collect()
}

/// Whether their sentences tell of other days.
fn other_day(story: &Story<'_>, a: &Site, b: &Site) -> bool {
    let days = |s: &Site| -> Vec<(Option<u8>, u8)> {
        let times = story.sources[s.report].extract.times.iter().filter(|t| t.at.sentence == s.sentence);
        times.filter_map(|t| t.date).filter_map(|d| d.day.map(|day| (d.month, day))).collect()
    };
    let (left, right) = (days(a), days(b));
    !left.is_empty() && !right.is_empty() && left.iter().all(|d| !right.contains(d))
}

/// Content roots that the sentences, with the ones before them, share; and whether a name is among them.
fn shared(story: &Story<'_>, a: &Site, b: &Site) -> (usize, bool) {
    let words = |s: &Site| -> BTreeSet<(bool, String)> {
        let source = &story.sources[s.report];
        let lexicon = Lexicon::of(source.report.language);
        let sentences = &source.segments.sentences;
        let range = sentences[s.sentence.saturating_sub(1)].tokens.start..sentences[s.sentence].tokens.end;
        let first = |i: usize| sentences.iter().any(|x| x.tokens.start == i);
        range
            .filter(|i| !s.tokens.contains(i))
            .map(|i| (i, &source.segments.tokens[i]))
            .filter(|(_, t)| !matches!(t.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&t.norm))
            .filter(|(_, t)| t.norm.len() > 2 && lexicon.calendar.word(&t.norm).is_none())
            .filter(|(_, t)| lexicon.reporting.word(&t.stem).is_none())
            .map(|(i, t)| (t.shape != Shape::Lower && !first(i), t.stem.to_string()))
            .collect()
    };
    let (x, y) = (words(a), words(b));
    (x.intersection(&y).filter(|w| !w.0).count(), x.intersection(&y).any(|w| w.0))
}

/// `RSUD Sumedang`, `Luton airport`, `the Royal London Hospital`.
fn facilities(story: &Story<'_>, report: usize, out: &mut Vec<Site>) {
    let source = &story.sources[report];
    let tokens = &source.segments.tokens;
    // In headlines every word may have a capital.
    let text = |s: &crate::model::Sentence| source.report.blocks[s.block].kind != BlockKind::Headline;
    for (sentence, s) in source.segments.sentences.iter().enumerate().filter(|(_, s)| text(s)) {
        let mut i = s.tokens.start;
        while i < s.tokens.end {
            let Some((sort, n)) = facility(tokens, i, s.tokens.end) else {
                i += 1;
                continue;
            };
            let mut start = i;
            let behind = run(tokens, i + n, s.tokens.end);
            // `St Thomas' Hospital`
            let mark = |i: usize| matches!(&*tokens[i].norm, "'" | "'s") && i > s.tokens.start && part(&tokens[i - 1]);
            while start > s.tokens.start
                && i - start < NAME_WORDS
                && (part(&tokens[start - 1]) || mark(start - 1))
                && behind == i + n
            {
                start -= 1;
            }
            let mut name = if behind > i + n { i + n..behind } else { start..i };
            let mut range = start..behind;
            // `a hospital in Quetta`: known by its town.
            let town = i + n + 1;
            let unnamed = proper(source, name.clone()).is_empty();
            if unnamed
                && TOWNED.contains(&sort)
                && town < s.tokens.end
                && matches!(&*tokens[town - 1].norm, "in" | "di")
            {
                name = town..run(tokens, town, s.tokens.end);
                range = i..name.end.max(i + n);
            }
            i += n;
            let words = proper(source, name);
            if !words.is_empty() {
                let clause = source.segments.clause_at(range.start).unwrap_or(s.clauses.start);
                let sort = (sort, "at");
                out.push(Site {
                    report,
                    sentence,
                    clause,
                    tokens: range,
                    words,
                    sort,
                    level: None,
                    ease: 0,
                    facility: true,
                });
            }
        }
    }
}

/// The longest noun for a facility at a token, and how many tokens it takes.
fn facility(tokens: &[Token], i: usize, end: usize) -> Option<(&'static str, usize)> {
    let at = |phrase: &str| {
        // Nearly every token fails here: the phrases are not taken apart for it.
        if !phrase.starts_with(&*tokens[i].norm) {
            return None;
        }
        let n = phrase.split(' ').count();
        let same = i + n <= end && phrase.split(' ').zip(&tokens[i..]).all(|(w, t)| &*t.norm == w);
        same.then_some(n)
    };
    let all = FACILITIES.iter().flat_map(|(sort, words)| words.iter().map(move |w| (*sort, *w)));
    all.filter_map(|(sort, w)| at(w).map(|n| (sort, n))).max_by_key(|x| x.1)
}

/// Whether a token may stand in a name.
fn part(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
}

/// Where the run of capitals from here ends.
fn run(tokens: &[Token], start: usize, end: usize) -> usize {
    (start..end.min(start + NAME_WORDS)).find(|&i| !part(&tokens[i])).unwrap_or(end.min(start + NAME_WORDS))
}

/// The words of a name that tell which: sorts of places, days and function words left out.
fn proper(source: &Source<'_>, range: Range<usize>) -> BTreeSet<String> {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = source.segments.tokens[range].iter().filter(|t| part(t) && !lexicon.is_function(&t.norm));
    let kept = tokens.filter(|t| lexicon.calendar.word(&t.norm).is_none());
    let sort = |t: &&Token| lexicon.places.word(&t.norm).is_some_and(|p| matches!(p.sort, "type" | "facility"));
    kept.filter(|t| !sort(t)).map(|t| t.norm.to_string()).collect()
}

/// `bound for Milos`, `pulang dari Panjalu, Ciamis`.
fn journeys(story: &Story<'_>, report: usize, out: &mut Vec<Site>) {
    let source = &story.sources[report];
    let tokens = &source.segments.tokens;
    // In headlines every word may have a capital.
    let text = |s: &crate::model::Sentence| source.report.blocks[s.block].kind != BlockKind::Headline;
    for (sentence, s) in source.segments.sentences.iter().enumerate().filter(|(_, s)| text(s)) {
        for i in s.tokens.clone() {
            let Some((sort, ease, _)) = JOURNEYS.iter().find(|j| j.2.contains(&&*tokens[i].norm)) else { continue };
            let way = |t: &str| match t {
                "to" | "for" | "ke" | "menuju" => Some("to"),
                "dari" | "from" => Some("from"),
                _ => None,
            };
            for p in i..s.tokens.end.min(i + TO_WITHIN) {
                let Some(way) = way(&tokens[p].norm) else { continue };
                // Only home-comings tell by where they come from.
                if (way == "from") != (*sort == "return") {
                    continue;
                }
                let Some((range, words)) = destination(source, p + 1, s.tokens.end) else { continue };
                let first = range.start;
                let clause = source.segments.clause_at(p).unwrap_or(s.clauses.start);
                let level = level(source, first);
                let facility = facility(tokens, range.start, range.end).is_some();
                out.push(Site {
                    report,
                    sentence,
                    clause,
                    tokens: i..range.end,
                    words,
                    sort: (sort, way),
                    level,
                    ease: *ease,
                    facility,
                });
                break;
            }
        }
    }
}

/// The name of a place behind a preposition, with the one that it lies in.
fn destination(source: &Source<'_>, start: usize, end: usize) -> Option<(Range<usize>, BTreeSet<String>)> {
    let tokens = &source.segments.tokens;
    let first = (start..end.min(start + NAME_WITHIN)).find(|&i| part(&tokens[i]) || tokens[i].shape == Shape::Mark)?;
    // `on the way to rescue`: no place; `dari ziarah di makam`: a noun.
    if tokens.get(start).is_some_and(|t| t.verb) && source.report.language != Language::Indonesian {
        return None;
    }
    let mut stop = run(tokens, first, end);
    let person = |n: &crate::model::mention::Name| n.class == NameClass::Person && n.at.tokens.contains(&first);
    if stop == first || source.extract.names.iter().any(person) {
        return None;
    }
    if stop + 1 < end && &*tokens[stop].norm == "," {
        stop = run(tokens, stop + 1, end).max(stop);
        stop -= usize::from(&*tokens[stop - 1].norm == ",");
    }
    let words = proper(source, first..stop);
    (!words.is_empty()).then_some((first..stop, words))
}
