//! What an estimate comes to.

use super::coat::MOST_PLATES;

/// What is known of a page's ink without its plates.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct Known {
    /// No spot of the page has more, in 255ths of a plate.
    pub bound: u16,
    /// No spot of its plates shows more, with all that may be rounded there.
    pub rounded: u16,
    /// Some spot has just so much, in 255ths, and where it is: its plates and its place.
    pub reached: u16,
    pub plates: [u8; MOST_PLATES],
    pub place: [f64; 2],
    /// Whether art that touches the trim may stop before the end of the bleed that is asked, or end or change near it.
    pub bleed_open: bool,
}
