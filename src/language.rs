//! What the program knows of a language: word lists (one folder a language, see `FORMAT.md`), stems, and the detection
//! of a text's language.

pub mod detect;
pub mod lexicon;
pub mod phrases;
pub mod spelling;
pub mod stem;
pub mod tokens;
pub mod verbs;

pub use lexicon::Lexicon;
pub use phrases::Phrases;
