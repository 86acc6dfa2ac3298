//! Which reports share text.
