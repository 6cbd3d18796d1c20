//! One stroke of paint, as an estimate takes note of it.

use super::super::verdict::Rect;
use super::coat::{Blend, Coat};

/// How something is painted.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Brush<'c> {
    pub coat: &'c Coat,
    pub blend: Blend,
    /// Where it can reach at most, in page space, and the clip around it.
    pub reach: Rect,
    pub clip: Rect,
    /// What it covers wholly and opaquely, if that is known.
    pub solid: Option<Rect>,
    /// How often it may lie over itself on one spot.
    pub times: u8,
}
