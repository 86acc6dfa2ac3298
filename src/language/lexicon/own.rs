//! The user's own words: frames, synonyms and places that a style guide adds to the word lists.
//!
//! The lists are parsed once a process and looked up everywhere, so their additions are set once too, before the first
//! look-up. A program that audits with several style guides gives each a process of its own.

use std::sync::OnceLock;

use super::{FrameUse, Lexicon, PlaceWord};
use crate::model::Language;

/// Words to add to the lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own {
    /// Names of places.
    pub places: Vec<String>,
    /// Events and their words.
    pub frames: Vec<OwnFrame>,
    /// Sets of words that differ in style alone.
    pub synonyms: Vec<Synonyms>,
}

/// An event and the words that tell of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnFrame {
    /// Its id: one of the program's, which gets more words, or a new one.
    pub event: String,
    /// Verbs: who acts is the subject.
    pub verbs: Vec<String>,
    /// Verbs of the other side: who receives is the subject.
    pub converse: Vec<String>,
    /// Nouns of the event.
    pub nouns: Vec<String>,
    /// The language of its words; any where none.
    pub language: Option<Language>,
}

/// Words that differ in style alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Synonyms {
    /// The words.
    pub words: Vec<String>,
    /// Their language; any where none.
    pub language: Option<Language>,
}

static OWN: OnceLock<Own> = OnceLock::new();

/// Adds words to the lists of all languages. `false` where that was done before, or where the lists are in use already:
/// then nothing changes.
pub fn add(own: Own) -> bool {
    OWN.set(own).is_ok()
}

/// The words added; none from here on where there are none yet.
pub(super) fn own() -> &'static Own {
    OWN.get_or_init(Own::default)
}

impl Own {
    /// Adds the ids of events that are not there yet.
    pub(super) fn name_events(&'static self, ids: &mut Vec<&'static str>) {
        for frame in &self.frames {
            if !ids.contains(&frame.event.as_str()) {
                ids.push(&frame.event);
            }
        }
    }

    /// The words of frames in a language, as `frames.txt` has them: as a root or lemma, and as written.
    pub(super) fn uses(&'static self, language: Language, ids: &[&str]) -> Vec<(&'static str, FrameUse)> {
        let mut out = Vec::new();
        for frame in self.frames.iter().filter(|f| f.language.is_none_or(|l| l == language)) {
            let Some(id) = ids.iter().position(|id| *id == frame.event).and_then(|n| u16::try_from(n).ok()) else {
                continue;
            };
            let of = |converse, noun| FrameUse { frame: id, converse, noun };
            let words =
                [(&frame.verbs, of(false, false)), (&frame.converse, of(true, false)), (&frame.nouns, of(false, true))];
            for (words, what) in words {
                out.extend(words.iter().map(|w| (w.as_str(), what)));
            }
        }
        out
    }
}

impl Lexicon {
    /// Puts the user's places and synonyms in. `same` is the number of the next set of synonyms.
    pub(super) fn add_own(&mut self, language: Language, own: &'static Own, same: u16) {
        for name in &own.places {
            self.places.insert(name, PlaceWord { sort: "city", name });
        }
        let sets = own.synonyms.iter().filter(|s| s.language.is_none_or(|l| l == language));
        for (set, number) in sets.zip(same..) {
            for word in &set.words {
                self.same.entry(word).or_default().push(number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_are_looked_up_like_the_program_s() {
        let own: &'static Own = Box::leak(Box::new(Own {
            places: vec!["kampung sawah lor".into()],
            frames: vec![OwnFrame { event: "harvest".into(), verbs: vec!["tuai".into()], ..OwnFrame::default() }],
            synonyms: vec![Synonyms { words: vec!["pelantang".into(), "mikrofon".into()], language: None }],
        }));
        let files = |file: &str| if file == "frames" { "attack: serang" } else { "" };
        let lexicon = Lexicon::parse(Language::Indonesian, files, own);
        let uses = lexicon.frame_words.word("tuai").expect("the user's verb");
        assert_eq!(lexicon.frames[usize::from(uses[0].frame)], "harvest");
        assert!(lexicon.roots.contains("tuai"));
        assert_eq!(lexicon.same["pelantang"], lexicon.same["mikrofon"]);
        let tokens = crate::language::tokens::of_str("Kampung Sawah Lor");
        assert_eq!(lexicon.places.longest(&tokens, 0).map(|(n, p)| (n, p.sort)), Some((3, "city")));
        let without = Lexicon::parse(Language::Indonesian, files, Box::leak(Box::default()));
        assert!(without.frame_words.word("tuai").is_none() && !without.frames.contains(&"harvest"));
    }
}
