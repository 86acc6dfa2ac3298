//! What can go wrong, each in one line that names the file and the place.

use std::path::PathBuf;

/// An error of reading or checking. Its message is one line.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path could not be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The path as the user wrote it.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file's content is not what it should be.
    #[error("{}: {message}", path.display())]
    Input {
        /// The path as the user wrote it.
        path: PathBuf,
        /// What is wrong, with the place.
        message: String,
    },
    /// Nothing to audit.
    #[error("{0}")]
    NoInput(String),
}

/// A result with the library's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;
