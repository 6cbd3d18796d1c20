//! CSS as an SVG has it: tokens, rules, selectors and the media they are for.
//!
//! It knows no properties: what a value means is [`super::value`]'s.

pub mod condition;
pub mod math;
pub mod media;
pub mod selector;
pub mod sheet;
pub mod token;
