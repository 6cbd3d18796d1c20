//! What the desk shows of a number: its pages and findings as they are, where it begins, and where it went.

pub mod gone;
pub mod good;
pub mod lacks;
pub mod shown;
pub mod start;
