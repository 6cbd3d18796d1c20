//! What running text tells by its form, whatever format it comes from.

pub mod address;
pub mod characters;
pub mod dates;
pub mod marker;
pub mod marks;
pub mod titles;
pub mod vocabulary;
