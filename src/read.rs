//! Input to reports: paths to bytes to text, text to blocks.
//!
//! A report that cannot be read ends the reading with an error that names it: a lost source changes the result.

pub mod blocks;
pub mod dateline;
pub mod decode;
pub mod draft;
pub mod inputs;
pub mod lines;
pub mod litter;
pub mod own_litter;
pub mod published;
pub mod tails;
pub mod text;

pub use draft::draft;
pub use inputs::{Options, inputs};
pub use own_litter::{Litter, Pattern};
