//! What a manifest looks like to who fills in forms: its fields, their names, and what they may hold.
//!
//! It never reads a file and writes none.

pub mod called;
pub mod charts;
pub mod fields;
pub mod form;
pub mod fresh;
pub mod named;
pub mod outline;
pub mod shapes;
pub mod terms;
pub mod whereabouts;
