//! What running text tells by its form, whatever format it comes from.

pub mod address;
pub mod byline;
pub mod characters;
pub mod dates;
pub mod emphasis;
pub mod marks;
mod old_hangul;
pub mod sentences;
pub mod titles;
pub mod vocabulary;

pub use jikji_prose::marker;
