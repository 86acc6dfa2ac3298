//! The words in which readings differ.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Some words of a reading in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, one blank between two.
    pub words: String,
    /// Whether some other reading lacks them at this place.
    pub differs: bool,
}

/// Cuts every reading into what all readings share, in the same order, and what they do not. Readings hold one blank
/// between two words; so do the pieces, and between two pieces belongs one more.
pub fn pieces(readings: &[String]) -> Vec<Vec<Piece>> {
    let words: Vec<Vec<&str>> = readings.iter().map(|r| r.split(' ').collect()).collect();
    let mut shared: Vec<Vec<bool>> = words.iter().map(|w| vec![true; w.len()]).collect();
    for a in 0..words.len() {
        for b in a + 1..words.len() {
            let (mut in_a, mut in_b) = (vec![false; words[a].len()], vec![false; words[b].len()]);
            for op in capture_diff_slices(Algorithm::Myers, &words[a], &words[b]) {
                if let DiffOp::Equal { old_index, new_index, len } = op {
                    in_a[old_index..old_index + len].fill(true);
                    in_b[new_index..new_index + len].fill(true);
                }
            }
            keep(&mut shared[a], &in_a);
            keep(&mut shared[b], &in_b);
        }
    }
    words.iter().zip(&shared).map(|(words, shared)| joined(words, shared)).collect()
}

fn keep(shared: &mut [bool], with_this_one: &[bool]) {
    shared.iter_mut().zip(with_this_one).for_each(|(all, one)| *all &= one);
}

fn joined(words: &[&str], shared: &[bool]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (word, shared) in words.iter().zip(shared) {
        match out.last_mut() {
            Some(last) if last.differs != *shared => {
                last.words.push(' ');
                last.words.push_str(word);
            }
            _ => out.push(Piece { words: (*word).to_owned(), differs: !shared }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(readings: &[&str]) -> Vec<String> {
        let readings: Vec<String> = readings.iter().map(|r| (*r).to_owned()).collect();
        let show = |p: &Piece| if p.differs { format!("[{}]", p.words) } else { p.words.clone() };
        pieces(&readings).iter().map(|ps| ps.iter().map(show).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn words_that_some_reading_lacks() {
        assert_eq!(
            marked(&["pemimpin Korea Utara", "Presiden Korea Utara", "pemimpin tertinggi Korea Utara"]),
            ["[pemimpin] Korea Utara", "[Presiden] Korea Utara", "[pemimpin tertinggi] Korea Utara"]
        );
        assert_eq!(marked(&["Kim Jong Un", "Kim Jong-un"]), ["Kim [Jong Un]", "Kim [Jong-un]"]);
    }

    #[test]
    fn one_reading_differs_from_nothing() {
        assert_eq!(marked(&["dua pedang"]), ["dua pedang"]);
        assert_eq!(marked(&["lima", "5"]), ["[lima]", "[5]"]);
    }
}
