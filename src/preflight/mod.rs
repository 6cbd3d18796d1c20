//! What a preflight of files comes to, for people, for customers and for other programs.
//!
//! It finds the files, has them tested, and says what was found as a page (HTML, PDF), as JSON, SARIF or JUnit. What
//! is right and wrong is `jikji_prepress`' to know.

mod checked;
mod discovery;
pub mod html;
pub mod json;
pub mod junit;
mod list;
mod many;
mod pages;
pub mod sarif;
mod sheet;
mod summary;
mod tables;
pub mod view;
pub mod words;

#[cfg(test)]
mod tests;

pub use checked::{Checked, LARGEST, one};
pub use discovery::pdfs;
pub use many::all;
pub use sheet::{list_pdf, pdf};
pub use summary::{Group, PlaceSeen, Summary};
