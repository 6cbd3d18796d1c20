//! What an import tells the editor: for each line of the file where it went and what was changed,
//! and what only a person can decide.

mod page;
mod record;

pub use page::markdown;
pub use record::{Asked, Found, Input, LineFate, LineReport, Report, found, make};
