//! Small files that the tests make themselves, one a rule.

mod build;
mod fields;
mod hostile;
mod levels;
mod objects;
mod parts;
mod real;
mod tables;
mod words;
