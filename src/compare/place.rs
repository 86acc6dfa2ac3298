//! Spelling or naming of a place, and where it lies.
//!
//! Compares how reports spell a place (*Kimsomolsk* / *Komsomolsk*), what they call it (*kosmodrom Vostochny* / *pusat ruang
//! angkasa Vostochny*), street names with a part missing (*Jalan Diponegoro* / *Jalan Pangeran Diponegoro*), what a place
//! lies in (*Djibouti in Ivory Coast*), the one hospital, jail or airport that each report names, the end of a journey, where something moves from and to, sorts of streets (*Marlow Road* / *Marlow Lane*), on which side of another (*east of Aden* / *west of Aden*), and where the same
//! event took place (*Istana Negara* / *Istana Bogor*).
//!
//! **Why it matters.** A wrong place sends readers, rescuers and archives elsewhere.
//!
//! **Example.** `150 nautical miles east of Aden` in one report, `west of Aden` in another.
//!
//! **Never compared:** short and long names (*Sumut* / *Sumatera Utara*), a place with and without its sort (*Kota Medan* /
//! *Medan*), a place and what it lies in.
//!
//! **Known misses.** Distances and addresses without a name; places known only by a pronoun (*di sana*).

mod letters;
mod naming;
mod routes;
mod scene;
mod sides;
mod sites;
mod streets;

use super::Comparator;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Place,
    id: "place",
    about: "spelling or naming of a place, and where it lies",
    page: include_str!("place.rs"),
    compare,
};

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let mut findings = super::name::places(story);
    findings.extend(naming::findings(story));
    findings.extend(streets::findings(story));
    findings.extend(sides::findings(story));
    findings.extend(scene::findings(story));
    // What is told already is not told again.
    let more = letters::findings(story).into_iter().chain(sites::findings(story)).chain(routes::findings(story));
    for finding in more {
        let same = |r: &Reading, s: &Reading| r.value.contains(&s.value) || s.value.contains(&r.value);
        if !findings.iter().any(|f| f.readings.iter().all(|r| finding.readings.iter().any(|s| same(r, s)))) {
            findings.push(finding);
        }
    }
    findings
}

#[cfg(test)]
mod tests;
