//! A colour as it is printed.

/// Cyan, magenta, yellow and black, each from 0 (paper) to 1 (solid).
pub type Ink = [f32; 4];
