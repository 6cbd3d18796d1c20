//! The ground floor: what reads and writes the syntax of PDF. Those above put operators together, never objects or
//! strings.
//!
//! It knows objects, contents and their parts, not what they are for: no rule of a standard, no page
//! of ours and no ink is judged here. What it reads may be anybody's.

pub mod content;
pub mod description;
pub mod draw;
pub mod geometry;
pub mod guard;
pub mod inflate;
pub mod object;
pub mod open;
pub mod operator;
pub mod outlines;
pub mod text;
pub mod token;
pub mod write;
pub mod xmp;

#[cfg(test)]
mod tests;
