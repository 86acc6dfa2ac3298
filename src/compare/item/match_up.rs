//! Members of lists that belong together, matched into slots.

use super::collect::Group;
use super::{Member, lexical, thing};
use crate::language::Lexicon;
use crate::language::lexicon::NumberWord;
use crate::model::Shape;
use crate::model::story::Story;

/// Likeness from which two members are one: the same noun, or half of the words. Measured on the five reports and the
/// pirates' arms.
pub const ALIKE: f32 = 0.5;

/// One thing over all lists of a group.
#[derive(Debug, Default)]
pub struct Slot {
    /// By report and place.
    pub members: Vec<Member>,
}

impl Slot {
    /// The fullest of its names.
    pub fn subject(&self, story: &Story<'_>) -> String {
        let plain = |m: &Member| {
            let thing = thing(story, *m);
            story.words(m.0, story.sources[m.0].segments.span(thing.words.clone())).to_owned()
        };
        self.members.iter().map(plain).min_by_key(|w| (w.chars().count(), w.clone())).unwrap_or_default()
    }

    /// The one number of more than one that all its members give.
    pub fn count(&self, story: &Story<'_>) -> Option<u32> {
        let mut counts = self.members.iter().map(|&m| number(story, m));
        let first = counts.next()??;
        (first > 1 && counts.all(|c| c == Some(first))).then_some(first)
    }

    /// Whether a report names the thing anywhere.
    pub fn is_told(&self, story: &Story<'_>, report: usize) -> bool {
        let source = &story.sources[report];
        let lexicon = Lexicon::of(source.report.language);
        self.members.iter().any(|&m| {
            let (from, thing) = (&story.sources[m.0], thing(story, m));
            let names =
                from.extract.names.iter().enumerate().filter(|(_, n)| thing.at.tokens.contains(&n.at.tokens.start));
            let mut entities = names.map(|(n, _)| story.entity_of[m.0][n]);
            let head = &from.segments.tokens[thing.head];
            if entities.any(|e| story.entities[e].mentions.iter().any(|x| x.0 == report)) && head.shape != Shape::Lower
            {
                return true;
            }
            let all: Vec<_> = from.segments.tokens[thing.words.clone()].iter().collect();
            lexical::uses(source, lexicon, &all)
        })
    }

    /// Names and numbers weigh more than bare nouns.
    pub fn weight(&self, story: &Story<'_>) -> usize {
        self.members
            .iter()
            .map(|&m| {
                let thing = thing(story, m);
                let tokens = &story.sources[m.0].segments.tokens[thing.words.clone()];
                usize::from(thing.count.is_some())
                    + usize::from(tokens.iter().any(|t| t.shape != Shape::Lower)) * 2
                    + tokens.len().min(3)
            })
            .max()
            .unwrap_or(0)
    }
}

/// The number that a member is counted by.
fn number(story: &Story<'_>, member: Member) -> Option<u32> {
    let (source, thing) = (&story.sources[member.0], thing(story, member));
    let token = &source.segments.tokens[thing.count.clone()?.start];
    match Lexicon::of(source.report.language).numbers.word(&token.norm) {
        Some(NumberWord::Value(v)) => Some(*v as u32),
        _ => token.norm.parse().ok(),
    }
}

/// The members of all lists of a group, matched one to one, the likest first.
pub fn slots(story: &Story<'_>, group: &Group) -> Vec<Slot> {
    let all: Vec<(usize, Member)> = group
        .collections
        .iter()
        .enumerate()
        .flat_map(|(l, c)| c.members.iter().map(move |&t| (l, (c.report, t))))
        .collect();
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (i, a) in all.iter().enumerate() {
        for (j, b) in all.iter().enumerate().skip(i + 1).filter(|(_, b)| b.0 != a.0) {
            let score = likeness(story, a.1, b.1);
            if score >= ALIKE {
                pairs.push((score, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut slot_of: Vec<usize> = (0..all.len()).collect();
    for (_, i, j) in pairs {
        let (a, b) = (slot_of[i].min(slot_of[j]), slot_of[i].max(slot_of[j]));
        let lists = |s: usize| all.iter().zip(&slot_of).filter(move |(_, of)| **of == s).map(|(m, _)| m.0);
        if a == b || lists(a).any(|l| lists(b).any(|m| m == l)) {
            continue;
        }
        slot_of.iter_mut().filter(|s| **s == b).for_each(|s| *s = a);
    }
    let mut out: Vec<Slot> = Vec::new();
    for s in 0..all.len() {
        let members: Vec<Member> = all.iter().zip(&slot_of).filter(|(_, of)| **of == s).map(|(m, _)| m.1).collect();
        if !members.is_empty() {
            out.push(Slot { members });
        }
    }
    out
}

/// How like two members are, 0 to 1: shared words, the noun counting twice.
pub fn likeness(story: &Story<'_>, a: Member, b: Member) -> f32 {
    let (sa, sb) = (&story.sources[a.0], &story.sources[b.0]);
    let lexicon = Lexicon::of(sa.report.language);
    let (ta, tb) = (thing(story, a), thing(story, b));
    let (head_a, head_b) = (&sa.segments.tokens[ta.head], &sb.segments.tokens[tb.head]);
    let heads = lexical::one_word(lexicon, head_a, head_b);
    let kinds = lexical::relation(lexicon, lexical::singular(&head_a.norm), lexical::singular(&head_b.norm))
        == Some(lexical::Relation::Kind);
    let (wa, wb) = (&sa.segments.tokens[ta.words.clone()], &sb.segments.tokens[tb.words.clone()]);
    let shared = wa.iter().filter(|x| wb.iter().any(|y| lexical::one_word(lexicon, x, y))).count() as f32;
    let entity = |m: Member| {
        let names = story.sources[m.0].extract.names.iter().enumerate();
        names
            .filter(|(_, n)| thing(story, m).at.tokens.contains(&n.at.tokens.start))
            .map(|(n, _)| story.entity_of[m.0][n])
            .next()
    };
    if head_a.shape != Shape::Lower && entity(a).is_some() && entity(a) == entity(b) {
        return 1.0;
    }
    let base = if heads {
        2.0
    } else if kinds {
        1.2
    } else {
        0.0
    };
    let rest = shared - if heads { 1.0 } else { 0.0 };
    let size = (wa.len() + wb.len()) as f32 / 2.0;
    // Another number makes another member where the same noun stands twice in a list.
    let counts = match (number(story, a), number(story, b)) {
        (Some(x), Some(y)) if x == y => 0.3,
        _ => 0.0,
    };
    if base == 0.0 && rest < 2.0 {
        return 0.0;
    }
    ((base + rest) / (size + 1.0) + counts).min(1.0)
}
