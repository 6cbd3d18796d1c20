//! Findings as a desk tells them: where, in its own words, and what mends them.
//!
//! It never looks for faults itself: they come from the setting of the number.

pub mod advice;
pub mod advised;
pub mod asked;
pub mod marks;
pub mod mend;
pub mod told;
