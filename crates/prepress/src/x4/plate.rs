//! A plate for the finishing, as a job tells of it.

use crate::spot::SpotInk;

/// Art of one plate for one page.
#[derive(Debug, Clone, Copy)]
pub struct Plate<'a> {
    /// A PDF whose first page is the art, as large as the page with its bleed.
    pub pdf: &'a [u8],
    /// The plate; [`SpotInk::finish`] says what it is for.
    pub ink: &'a SpotInk,
    /// The spot ink that is taken of it; nothing for all there is.
    pub spot: Option<&'a str>,
    /// The page it belongs to, from 1.
    pub page: usize,
}
