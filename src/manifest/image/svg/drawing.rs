//! A drawing that was prepared, and its texts.

use std::sync::Arc;

use super::css::media::Screen;
use super::place::spot;
use super::read;
use crate::manifest::image::fault::{ImageFault, Spot};

/// A drawing as it is set.
pub struct Drawing {
    /// The whole of it.
    pub markup: String,
    /// What is to be said of it, errors among it.
    pub faults: Vec<ImageFault>,
    /// Its texts.
    pub texts: Vec<Said>,
    /// Whether a photograph in CMYK is in it.
    pub cmyk: bool,
    /// Whether the renderer reads the author's own file alike.
    pub same: bool,
    /// Its own size, in pixels.
    pub size: Screen,
}

/// A text of a drawing.
#[derive(Debug, Clone)]
pub struct Said {
    /// The text.
    pub text: String,
    /// The font families it asks for, the most wanted first.
    pub families: Arc<[String]>,
    /// Whether it asks to lean.
    pub slanted: bool,
    /// Where it stands in the file.
    pub at: usize,
    /// Whether it stands there as it reads.
    pub exact: bool,
}

impl Said {
    /// The place of a byte of it in the file.
    pub(crate) fn spot(&self, file: &[u8], byte: usize) -> Option<Spot> {
        let file = read::text(file).ok()?;
        Some(spot(file, if self.exact { self.at + byte } else { self.at }))
    }
}
