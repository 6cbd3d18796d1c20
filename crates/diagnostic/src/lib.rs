//! What jikji tells an author: one type through all rooms.
//!
//! A [`Diagnostic`] says what is wrong, where, and what to do, in Korean or English; its words are a
//! [`Message`] that the room which speaks wrote down with [`messages!`]. It never prints itself:
//! [`render`] draws it for a terminal, the command line decides where that goes.

#![warn(
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod arg;
mod declare;
mod filling;
mod finding;
mod josa;
mod lang;
mod message;
mod notation;
pub mod render;
pub mod source;
pub mod splice;
mod words;

pub use arg::{Arg, code_point, path_as_written};
pub use finding::{Diagnostic, More, Origin, OriginLine, Pass, any_error, in_document_order};
pub use lang::Lang;
pub use message::{Message, Severity, faults};
pub use notation::Notation;
pub use words::{Phrase, Words};
