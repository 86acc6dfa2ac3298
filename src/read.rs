//! Input to reports: bytes to text, text to blocks.

pub mod text;
