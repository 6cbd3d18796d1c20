//! Pages on the screen: their pictures, their text, and how full they are.
//!
//! It never sets a page.

pub mod fit;
pub mod lines;
pub mod look;
pub mod pictures;
pub mod proof;
pub mod room;
