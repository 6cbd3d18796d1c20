//! The ground floor: what a manuscript gives, whatever its format, and the account of it.
//!
//! # The seam
//! A format is a module that reads a file into [`Block`]s: what the file sets as one line or paragraph,
//! each with its place, its form and its [`Runs`]. What it takes off a block to read it (marks of
//! headings, escapes, tags) stays with the block as [`Change`]s, and is entered in the [`Ledger`] where
//! the block's words are taken. What it leaves out at once (comments, rules, fences) it enters itself.
//! All that comes after knows no format.

mod block;
mod eojeol;
mod ledger;
mod runs;

pub use block::{Art, Block, BlockKind, Blocks, Chart, Said};
pub use eojeol::Eojeols;
pub use ledger::{Args, Change, Ledger, Supplied, shortened};
pub use runs::{Run, Runs};
