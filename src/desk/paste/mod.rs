//! What is pasted: the clipboard's text, as this Markdown writes it, and what was done to it.
//!
//! It never reads a file and knows nothing of the number.

pub mod clean;
pub mod done;
pub mod dressed;
pub mod tabbed;
pub mod worn;
