//! Lists and single things of clauses that hand over, take, visit or talk about, brought together over the reports.

use crate::language::Lexicon;
use crate::language::lexicon::FrameUse;
use crate::model::mention::{NameClass, Thing};
use crate::model::story::{Source, Story};
use crate::model::{Shape, Span};

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Domain {
    /// Handed over.
    Gift,
    /// Taken, found, stolen.
    Haul,
    /// Visited.
    Route,
    /// Talked about.
    Agenda,
}

/// Frames by what their objects make a list of.
const FRAMES: [(Domain, &[&str]); 4] = [
    (Domain::Gift, &["give", "exchange", "donate", "award"]),
    (Domain::Haul, &["seize", "find", "steal", "rob", "search", "search-premises"]),
    (Domain::Route, &["visit", "tour"]),
    (Domain::Agenda, &["discuss", "talk"]),
];

/// Verbs that tell what a list is made of.
const INCLUDING: [&str; 9] =
    ["meliputi", "mencakup", "include", "included", "includes", "comprised", "comprises", "berupa", "antaranya"];

/// Words that open the topic of a talk.
const ABOUT: [&str; 8] = ["mengenai", "tentang", "soal", "seputar", "terkait", "about", "on", "regarding"];

/// The things that one clause hands over, takes, visits or talks about.
#[derive(Debug, Clone)]
pub struct Collection {
    /// Index of the report.
    pub report: usize,
    /// Index of its clause.
    pub clause: usize,
    /// What it is of.
    pub domain: Domain,
    /// Who gives, where known: entities.
    pub givers: Vec<usize>,
    /// Who receives.
    pub receivers: Vec<usize>,
    /// Each gives to the other.
    pub mutual: bool,
    /// Indices of things.
    pub members: Vec<usize>,
}

impl Collection {
    /// From its first member to its last.
    pub fn span(&self, story: &Story<'_>) -> Span {
        let things = &story.sources[self.report].extract.things;
        let spans = self.members.iter().map(|&m| things[m].at.span);
        spans.reduce(Span::join).unwrap_or_default()
    }
}

/// Collections that tell of one list, and the reports that tell of it.
#[derive(Debug)]
pub struct Group {
    /// What it is of.
    pub domain: Domain,
    /// By report and place.
    pub collections: Vec<Collection>,
    /// Reports that tell of it, ascending; some may name nothing.
    pub tellers: Vec<usize>,
}

/// All groups of a story.
pub fn groups(story: &Story<'_>) -> Vec<Group> {
    let all: Vec<Collection> = (0..story.sources.len()).flat_map(|r| of_report(story, r)).collect();
    let mut group_of: Vec<usize> = (0..all.len()).collect();
    for i in 0..all.len() {
        for j in i + 1..all.len() {
            if belong(story, &all[i], &all[j]) {
                let (a, b) = (group_of[i].min(group_of[j]), group_of[i].max(group_of[j]));
                group_of.iter_mut().filter(|g| **g == b).for_each(|g| *g = a);
            }
        }
    }
    let mut out = Vec::new();
    for g in 0..all.len() {
        let collections: Vec<Collection> =
            all.iter().zip(&group_of).filter(|(_, of)| **of == g).map(|(c, _)| c.clone()).collect();
        let Some(first) = collections.first() else { continue };
        let domain = first.domain;
        let mut tellers: Vec<usize> = collections.iter().map(|c| c.report).collect();
        if domain == Domain::Gift {
            // Who tells that the two exchanged gifts tells of each one's.
            let stated = |c: &Collection| &story.statements_of[c.report][c.clause];
            let other = |c: &&Collection| {
                let same = |d: &Collection| share(&c.givers, &d.givers) || share(&c.givers, &d.receivers);
                let unknown = |d: &Collection| c.givers.is_empty() && share(stated(c), stated(d));
                c.mutual && collections.iter().any(|d| same(d) || unknown(d))
            };
            tellers.extend(all.iter().filter(|c| c.domain == domain).filter(other).map(|c| c.report));
        }
        tellers.sort_unstable();
        tellers.dedup();
        out.push(Group { domain, collections, tellers });
    }
    out.retain(|g| g.collections.iter().any(|c| !c.members.is_empty()));
    out
}

fn share(a: &[usize], b: &[usize]) -> bool {
    a.iter().any(|x| b.contains(x))
}

/// Whether two collections tell of one list.
fn belong(story: &Story<'_>, a: &Collection, b: &Collection) -> bool {
    if a.domain != b.domain || story.sources[a.report].report.language != story.sources[b.report].report.language {
        return false;
    }
    if a.domain == Domain::Gift {
        return one_transfer(a, b);
    }
    if a.report == b.report {
        return false;
    }
    let statements = |c: &Collection| {
        let segments = &story.sources[c.report].segments;
        let sentence = segments.clauses[c.clause].sentence;
        let clauses = segments.sentences[sentence].clauses.clone();
        clauses.flat_map(|k| story.statements_of[c.report][k].iter().copied()).collect::<Vec<_>>()
    };
    let one_statement = share(&statements(a), &statements(b));
    let people = |c: &Collection| people(story, c);
    match a.domain {
        Domain::Agenda => {
            let (pa, pb) = (people(a), people(b));
            one_statement && (share(&pa, &pb) || pa.is_empty() || pb.is_empty())
                || pa.iter().filter(|p| pb.contains(p)).count() > 1
        }
        // Two plans of one journey may have no stop in common.
        Domain::Route => share(&story.statements_of[a.report][a.clause], &story.statements_of[b.report][b.clause]),
        _ => one_statement && alike(story, a, b),
    }
}

/// Who takes part in the clause of a talk, or in the sentence before it where it names nobody.
fn people(story: &Story<'_>, c: &Collection) -> Vec<usize> {
    let person = |e: &&usize| story.entities[**e].class == NameClass::Person;
    let of = |k: usize| story.participants[c.report][k].iter().filter(person).copied().collect::<Vec<_>>();
    let mut found = of(c.clause);
    for back in 1..=2 {
        if found.len() < 2 && c.clause >= back {
            found.extend(of(c.clause - back));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether two lists have a member in common.
fn alike(story: &Story<'_>, a: &Collection, b: &Collection) -> bool {
    a.members.iter().any(|&x| {
        b.members
            .iter()
            .any(|&y| super::match_up::likeness(story, (a.report, x), (b.report, y)) >= super::match_up::ALIKE)
    })
}

/// The same giver and receiver, as far as both are known, and not the two the other way round.
fn one_transfer(a: &Collection, b: &Collection) -> bool {
    if a.mutual || b.mutual {
        return a.mutual && b.mutual && share(&a.givers, &b.givers);
    }
    let crossed = share(&a.givers, &b.receivers) || share(&a.receivers, &b.givers);
    let agree = |x: &[usize], y: &[usize]| x.is_empty() || y.is_empty() || share(x, y);
    let known = share(&a.givers, &b.givers) && share(&a.receivers, &b.receivers)
        || (share(&a.givers, &b.givers) || share(&a.receivers, &b.receivers)) && a.report != b.report;
    !crossed && known && agree(&a.givers, &b.givers) && agree(&a.receivers, &b.receivers)
}

/// The collections of a report.
fn of_report(story: &Story<'_>, report: usize) -> Vec<Collection> {
    let source = &story.sources[report];
    (0..source.segments.clauses.len()).filter_map(|c| of_clause(story, source, report, c)).collect()
}

fn of_clause(story: &Story<'_>, source: &Source<'_>, report: usize, clause: usize) -> Option<Collection> {
    let lexicon = Lexicon::of(source.report.language);
    let claim = &source.extract.claims[clause];
    let verb = claim.predicate?;
    if claim.negated {
        return None;
    }
    let (domain, usage) = domain(source, lexicon, clause, verb)?;
    let passive = claim.patient.as_ref().is_some_and(|p| p.end <= verb);
    let word = |i: usize| &*source.segments.tokens[i].norm;
    let range = source.segments.clauses[clause].tokens.clone();
    let mutual = range.clone().any(|i| matches!(word(i), "saling" | "bertukar" | "bertukaran"))
        || usage.is_some_and(|u| lexicon.frames[u.frame as usize] == "exchange");
    let members = members(source, domain, verb, passive);
    let members: Vec<usize> =
        members.into_iter().filter(|&t| domain != Domain::Gift || is_gift(source, lexicon, t)).collect();
    let mut out = Collection { report, clause, domain, givers: vec![], receivers: vec![], mutual, members };
    if domain == Domain::Gift {
        sides(story, source, &mut out, usage.is_some_and(|u| u.converse));
        if out.givers.is_empty() && out.receivers.is_empty() && !out.mutual {
            return None;
        }
    }
    (!out.members.is_empty() || domain == Domain::Gift && mutual).then_some(out)
}

/// What the objects of a clause's verb are a list of.
fn domain(source: &Source<'_>, lexicon: &Lexicon, clause: usize, verb: usize) -> Option<(Domain, Option<FrameUse>)> {
    let tokens = &source.segments.tokens;
    let of = |frame: u16| {
        let id = lexicon.frames[frame as usize];
        FRAMES.iter().find(|(_, ids)| ids.contains(&id)).map(|(d, _)| *d)
    };
    let range = source.segments.clauses[clause].tokens.clone();
    let among =
        matches!(&*tokens[verb].norm, "were" | "was" | "are") && tokens[range].iter().any(|t| &*t.norm == "among");
    if INCLUDING.contains(&&*tokens[verb].norm) || among {
        let claim = &source.extract.claims[clause];
        let told = claim.frames.iter().find_map(|f| of(f.0)).filter(|d| *d != Domain::Gift);
        return Some((told.unwrap_or(Domain::Haul), None));
    }
    let uses = lexicon
        .frame_forms
        .longest(tokens, verb)
        .or_else(|| lexicon.frame_words.longest_stem(tokens, verb))
        .map_or(&[][..], |(_, uses)| uses);
    let by_verb = uses.iter().filter(|u| !u.noun).find_map(|u| of(u.frame).map(|d| (d, Some(*u))));
    by_verb.or_else(|| {
        // `mengadakan pembicaraan mengenai A dan B`: the noun tells what it is.
        let claim = &source.extract.claims[clause];
        let about = source.segments.clauses[clause].tokens.clone().any(|i| ABOUT.contains(&&*tokens[i].norm));
        let talk = claim.frames.iter().any(|f| of(f.0) == Some(Domain::Agenda));
        (about && talk).then_some((Domain::Agenda, None))
    })
}

/// A gift is a thing: neither person nor the word `gift` itself, unless others than those named.
fn is_gift(source: &Source<'_>, lexicon: &Lexicon, thing: usize) -> bool {
    let thing = &source.extract.things[thing];
    let tokens = &source.segments.tokens;
    let gift = lexicon.frame_words.word(&tokens[thing.head].norm).is_some_and(|uses| uses.iter().any(|u| u.noun));
    let other = tokens[thing.words.clone()].iter().any(|t| matches!(&*t.norm, "lainnya" | "lain" | "other"));
    (!gift || other)
        && tokens[thing.head].shape == Shape::Lower
        && lexicon.calendar.word(&tokens[thing.head].norm).is_none()
        && lexicon.units.word(&tokens[thing.head].norm).is_none()
}

/// Who gives and who receives.
fn sides(story: &Story<'_>, source: &Source<'_>, out: &mut Collection, converse: bool) {
    let claim = &source.extract.claims[out.clause];
    let r = out.report;
    let within = |range: &Option<std::ops::Range<usize>>| -> Vec<usize> {
        let Some(range) = range else { return Vec::new() };
        let names = source.extract.names.iter().enumerate().filter(|(_, n)| range.contains(&n.at.tokens.start));
        let titles = source.extract.titles.iter().enumerate().filter(|(_, t)| range.contains(&t.at.tokens.start));
        let mut found: Vec<usize> = names
            .map(|(n, _)| story.entity_of[r][n])
            .chain(titles.filter_map(|(t, _)| story.holders[r][t]))
            .filter(|&e| story.entities[e].class == NameClass::Person)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let (agent, patient) = (within(&claim.agent), within(&claim.patient));
    if out.mutual {
        out.givers = agent.into_iter().chain(patient).collect();
        if out.givers.len() < 2 {
            // `Kedua pemimpin saling …`: the two whom the report told of last.
            out.givers = people(story, out);
        }
    } else if converse {
        (out.givers, out.receivers) = (patient, agent);
    } else {
        (out.givers, out.receivers) = (agent, patient);
    }
}

/// The things that a verb hands over, takes, visits or talks about: its objects, and what is joined to them.
fn members(source: &Source<'_>, domain: Domain, verb: usize, passive: bool) -> Vec<usize> {
    let (segments, things) = (&source.segments, &source.extract.things);
    let Some(sentence) = segments.sentence_at(verb) else { return Vec::new() };
    let first = things.partition_point(|t| t.at.sentence < sentence);
    let count = things[first..].iter().take_while(|t| t.at.sentence == sentence).count();
    let here = first..first + count;
    let listing = |t: usize| source.extract.listings.iter().find(|l| l.members.contains(&t));
    if passive {
        // `A, B and C were seized`: the list that ends before the verb.
        let last = here.clone().rfind(|&t| things[t].at.tokens.end <= verb && things[t].at.tokens.end + 2 >= verb);
        return last.map_or(Vec::new(), |t| {
            listing(t).map_or(t..t + 1, |l| l.members.clone()).filter(|&t| !things[t].person).collect()
        });
    }
    let word = |i: usize| segments.tokens.get(i).map_or("", |t| &*t.norm);
    let mut out: Vec<usize> = Vec::new();
    let mut taken = verb;
    for t in here.filter(|&t| things[t].at.tokens.start > verb) {
        let thing: &Thing = &things[t];
        let start = thing.at.tokens.start;
        if thing.person {
            if start <= taken + 2 {
                taken = thing.at.tokens.end - 1;
            }
            continue;
        }
        let before = word(start - 1);
        let joint = matches!(before, "," | ";" | "dan" | "and" | "serta" | "antara" | "plus" | "also" | "juga")
            && !out.is_empty();
        let about = domain == Domain::Agenda
            && (ABOUT.contains(&before) || start > 1 && before == "\"" && ABOUT.contains(&word(start - 2)));
        let direct = start == taken + 1 && (domain != Domain::Agenda || !is_talk(source, verb)) || about;
        let listed = out.last().is_some_and(|&l| listing(l).is_some_and(|x| x.members.contains(&t)));
        if direct && out.is_empty()
            || listed
            || joint && thing.at.clause == segments.clause_at(verb).unwrap_or(usize::MAX)
        {
            out.push(t);
        }
    }
    out
}

/// A verb of talking whose object is the one talked to (`berbicara`, `talk`), not the topic.
fn is_talk(source: &Source<'_>, verb: usize) -> bool {
    let word = &*source.segments.tokens[verb].norm;
    !(word.starts_with("mem")
        || word.starts_with("dibahas")
        || word.starts_with("discuss")
        || INCLUDING.contains(&word))
}
