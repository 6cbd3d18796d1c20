//! How much memory the plates of a page take while they are drawn, as its contents tell beforehand. It measures nothing.

/// What the renderer keeps of a page at once, in bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    /// However the page is cut into bands.
    pub always: f64,
    /// What is shared out among its bands.
    pub spread: f64,
}
