//! What a person is told to be beside an office: an occupation, a part in a case, a place in a crew.

use std::collections::BTreeMap;

use super::posts::Post;
use crate::compare::lexical::{self, Relation};
use crate::language::Lexicon;
use crate::model::mention::TitleSort;
use crate::model::story::Story;
use crate::model::{Finding, Severity};

/// Roles of one person that exclude each other, each of other reports.
pub fn findings(story: &Story<'_>, entity: usize, posts: &[Post]) -> Vec<Finding> {
    let mut groups: BTreeMap<&str, Vec<&Post>> = BTreeMap::new();
    // An office with a compound word before it (`night-shift manager`) is an occupation's name as well.
    let occupation = |p: &&Post| p.sort == TitleSort::Role || p.domain.iter().any(|d| d.contains('-'));
    for post in posts.iter().filter(|p| occupation(p) && p.named && !p.head.is_empty() && !p.aside()) {
        groups.entry(&post.head).or_default().push(post);
    }
    let heads: Vec<&str> = groups.keys().copied().collect();
    let mut out = Vec::new();
    for (x, a) in heads.iter().enumerate() {
        for b in &heads[x + 1..] {
            let (left, right) = (&groups[a], &groups[b]);
            let together = left.iter().any(|p| right.iter().any(|q| p.report == q.report));
            if !together && left.iter().any(|p| right.iter().any(|q| exclude(story, p, q))) {
                let readings = vec![super::reading(story, left), super::reading(story, right)];
                out.push(super::finding(story, story.entities[entity].name.clone(), Severity::Variant, readings));
            }
        }
    }
    out
}

/// Whether two roles are of one thing (`night-shift supervisor`, `night-shift manager`), or the lists set them against
/// each other (`kontraktor`, `pengusaha`; `tersangka`, `terdakwa`).
fn exclude(story: &Story<'_>, a: &Post, b: &Post) -> bool {
    let lexicon = Lexicon::of(story.sources[a.report].report.language);
    let (x, y) = (&*a.head, &*b.head);
    let kin = |w: &str| {
        let general = |g: &&str| matches!(*g, "keluarga" | "kerabat" | "family" | "relative");
        general(&w) || lexicon.kinds.get(w).is_some_and(|g| g.iter().any(general))
    };
    if kin(x)
        || kin(y)
        || lexical::is_same(lexicon, x, y)
        || x.contains(y)
        || y.contains(x)
        || a.qualifiers != b.qualifiers
    {
        return false;
    }
    let listed = matches!(lexical::relation(lexicon, x, y), Some(Relation::Near | Relation::Kind));
    let work = |w: &str| {
        lexicon.kinds.get(w).is_some_and(|g| g.iter().any(|g| matches!(*g, "pekerjaan" | "occupation" | "crew")))
    };
    listed || work(x) && work(y) || a.domain.intersection(&b.domain).next().is_some()
}
