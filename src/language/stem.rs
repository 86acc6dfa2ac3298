//! Roots and lemmas of words: affixes are taken off and what is left is looked up in the language's lists; a word that
//! no list knows goes to Snowball.
//!
//! Snowball has no dictionary (mengunjungi → unjung, mengirim → irim), so its stems alone would miss the lists.

use std::cell::RefCell;

use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::Lexicon;
use crate::model::Language;

/// Distinct words whose stems a thread remembers, at most: a story of 1,000 reports has some 40,000.
const REMEMBERED: usize = 200_000;

thread_local! {
    /// Stems found so far: taking off affixes costs some hundred look-ups a word, and news repeats its words.
    static STEMS: RefCell<Stems> = RefCell::default();
}

/// Stem by language and word.
type Stems = FxHashMap<(Language, Box<str>), Box<str>>;

/// The root (Indonesian) or lemma (English) of a lower-case word; the word itself where nothing is known.
pub fn stem(lexicon: &Lexicon, word: &str) -> Box<str> {
    let language = lexicon.language.unwrap_or(Language::Other);
    STEMS.with_borrow_mut(|stems| {
        if stems.len() > REMEMBERED {
            stems.clear();
        }
        stems.entry((language, word.into())).or_insert_with(|| uncached(lexicon, word)).clone()
    })
}

fn uncached(lexicon: &Lexicon, word: &str) -> Box<str> {
    if let Some(root) = lexicon.irregular.get(word) {
        return (*root).into();
    }
    match lexicon.language {
        Some(Language::Indonesian) => indonesian(lexicon, word),
        Some(Language::English) => english(lexicon, word),
        Some(Language::German) => Stemmer::new(Algorithm::German).stem(word).as_ref().into(),
        Some(Language::French) => Stemmer::new(Algorithm::French).stem(word).as_ref().into(),
        _ => word.into(),
    }
}

/// Whether the Indonesian verb form is passive (`di-`).
pub fn is_passive(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.language == Some(Language::Indonesian)
        && word.len() > 5
        && word.starts_with("di")
        && !lexicon.roots.contains(word)
        && known_root(lexicon, word).is_some()
}

/// Whether the Indonesian word is an active verb form (`me-`, `ber-`) of some root.
pub fn is_active(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.language == Some(Language::Indonesian)
        && word.len() > 5
        && (word.starts_with("me") || word.starts_with("ber"))
}

fn indonesian(lexicon: &Lexicon, word: &str) -> Box<str> {
    let word = single(word);
    if let Some(root) = known_root(lexicon, word) {
        return root.into();
    }
    Stemmer::new(Algorithm::Indonesian).stem(word).as_ref().into()
}

/// Of a reduplicated word (`pejabat-pejabat`) its half.
fn single(word: &str) -> &str {
    match word.split_once('-') {
        Some((a, b)) if a.len() > 2 && b.starts_with(a) => a,
        _ => word,
    }
}

/// The root of an Indonesian form that the lists hold, longest first.
fn known_root(lexicon: &Lexicon, word: &str) -> Option<String> {
    let known = |w: &str| lexicon.roots.contains(w) || lexicon.is_function(w);
    if known(word) {
        return Some(word.to_owned());
    }
    let mut best: Option<String> = None;
    for ending in ["", "nya", "lah", "kah", "pun", "ku", "mu"] {
        let Some(base) = word.strip_suffix(ending).filter(|b| b.len() > 2) else {
            continue;
        };
        for suffix in ["", "kan", "an", "i"] {
            let Some(base) = base.strip_suffix(suffix).filter(|b| b.len() > 2) else {
                continue;
            };
            each_without_prefix(base, 2, &mut |root| {
                if known(root) && best.as_ref().is_none_or(|b| b.len() < root.len()) {
                    best = Some(root.to_owned());
                }
            });
        }
    }
    best
}

/// Calls `found` with the word and with what is left of it after its prefixes, nasals restored.
fn each_without_prefix(word: &str, depth: u8, found: &mut impl FnMut(&str)) {
    found(word);
    if depth == 0 {
        return;
    }
    for prefix in ["memper", "diper", "di", "ter", "ber", "be", "bel", "per", "pe", "se", "ke", "me", "keter", "keber"]
    {
        if let Some(rest) = word.strip_prefix(prefix).filter(|r| r.len() > 2) {
            each_without_prefix(rest, depth - 1, found);
        }
    }
    // me(N)- and pe(N)-: the nasal may have swallowed the root's first letter.
    for prefix in ["me", "pe"] {
        let Some(rest) = word.strip_prefix(prefix) else {
            continue;
        };
        for (nasal, letters) in [("meny", ""), ("ny", "s"), ("ng", "k"), ("n", "t"), ("m", "p")] {
            let Some(tail) = rest.strip_prefix(nasal).filter(|t| t.len() > 1) else {
                continue;
            };
            each_without_prefix(tail, depth - 1, found);
            if !letters.is_empty() {
                each_without_prefix(&format!("{letters}{tail}"), depth - 1, found);
            }
        }
        if let Some(tail) = rest.strip_prefix("nge").filter(|t| t.len() > 2) {
            each_without_prefix(tail, depth - 1, found);
        }
    }
}

fn english(lexicon: &Lexicon, word: &str) -> Box<str> {
    let known = |w: &str| lexicon.roots.contains(w);
    if known(word) || word.len() < 4 {
        return word.into();
    }
    let tries: &[(&str, &[&str])] = &[
        ("ies", &["y", "ie"]),
        ("ied", &["y", "ie"]),
        ("ves", &["f", "fe"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ing", &["", "e"]),
        ("ed", &["", "e"]),
    ];
    for (ending, replacements) in tries {
        let Some(base) = word.strip_suffix(ending).filter(|b| b.len() > 1) else {
            continue;
        };
        for replacement in *replacements {
            let lemma = format!("{base}{replacement}");
            if known(&lemma) {
                return lemma.into();
            }
        }
        // Doubled consonant: stopped → stop.
        let bytes = base.as_bytes();
        if bytes.len() > 2 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && known(&base[..base.len() - 1]) {
            return base[..base.len() - 1].into();
        }
    }
    Stemmer::new(Algorithm::English).stem(word).as_ref().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indonesian_forms_meet_at_their_root() {
        let l = Lexicon::of(Language::Indonesian);
        for (form, root) in [
            ("memberikan", "beri"),
            ("diberi", "beri"),
            ("mengunjungi", "kunjung"),
            ("kunjungan", "kunjung"),
            ("mengirim", "kirim"),
            ("menangkap", "tangkap"),
            ("menyita", "sita"),
            ("memukul", "pukul"),
            ("ditewaskan", "tewas"),
        ] {
            assert_eq!(&*stem(l, form), root, "{form}");
        }
    }

    #[test]
    fn english_forms_meet_at_their_lemma() {
        let l = Lexicon::of(Language::English);
        for (form, lemma) in
            [("gave", "give"), ("arrested", "arrest"), ("carried", "carry"), ("stopped", "stop"), ("dies", "die")]
        {
            assert_eq!(&*stem(l, form), lemma, "{form}");
        }
    }
}
