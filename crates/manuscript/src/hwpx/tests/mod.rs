//! Small files that the tests make themselves.
mod real;
