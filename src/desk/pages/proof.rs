//! The number as it will be printed, for people who look: the pages of the print edition with their bleed and
//! marks, through the printing condition's profile or plate by plate.
//!
//! Nothing of it is written anywhere; what is written, `build` writes.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use axum::body::Bytes;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use serde::Serialize;

use crate::desk::messages;
use crate::digest;
use crate::edition::number::SetNumber;
use crate::edition::print;
use crate::panicked::{Panicked, caught};
use jikji_diagnostic::Diagnostic;
use jikji_prepress::preflight::{Alternate, PageBoxes, Separations, page_boxes, separations};
use jikji_prepress::spot::SpotInk;

/// The finest that a page is drawn, ppi.
const FINEST: f64 = 300.0;

/// Pages whose plates are kept: who looks at one plate looks at the next.
const KEPT: usize = 4;

/// A print edition to look at.
pub struct Proof {
    name: String,
    pdf: Vec<u8>,
    pages: Vec<PageBoxes>,
    profile: Vec<u8>,
    alternates: Vec<Alternate>,
    plates: Vec<String>,
    fillers: (usize, usize),
    kept: Mutex<Vec<(Asked, Arc<Separations>)>>,
}

/// The print edition that was made last.
pub type Proofs = Arc<tokio::sync::Mutex<Option<Made>>>;

/// A print edition, and the setting of the number it was made of.
pub struct Made {
    /// The setting.
    pub setting: u64,
    /// The print edition.
    pub proof: Arc<Proof>,
}

/// What a page is drawn for: its number, from 1, and how many pixels 1000 pt have.
type Asked = (usize, u32);

/// What a tab is told of a print edition.
#[derive(Debug, Serialize)]
pub struct ProofNews<'p> {
    /// Its name by content.
    pub proof: &'p str,
    /// Its plates.
    pub plates: &'p [String],
    /// Its pages.
    pub pages: Vec<Sheet>,
    /// Which pages fill up the last sheet, from 1: the first and how many.
    pub fillers: (usize, usize),
}

/// A page with all that is printed on it, pt.
#[derive(Debug, Serialize)]
pub struct Sheet {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What is left after cutting.
    pub trim: Inset,
    /// What is printed beyond that.
    pub bleed: Inset,
}

/// A box of a page, from its left and its top, pt.
#[derive(Debug, Serialize)]
pub struct Inset {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Which inks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inks {
    /// All, as they look together.
    All,
    /// A plate by its place among those of the number.
    Plate(usize),
}

impl Proof {
    /// The print edition of a number; `None` after an error, which is in `found` then.
    ///
    /// # Errors
    /// Failures that are not the author's.
    pub fn of(number: &SetNumber, found: &mut Vec<Diagnostic>) -> Result<Option<Self>> {
        let Some(printed) = print::make(number, found)? else { return Ok(None) };
        let report = printed.report;
        let Some((_, pdf)) = printed.files.into_iter().next() else { return Ok(None) };
        let spots = number.conditions.inks.spots.iter();
        // What carries no ink is seen on its own plate alone.
        let look = |spot: &SpotInk| if spot.finish.is_some() { [0.0; 4] } else { spot.look };
        let alternates = spots.map(|spot| Alternate { name: spot.name.clone(), inks: look(spot) });
        let fillers = report.filler_notes + report.filler_blank;
        Ok(Some(Self {
            name: digest::sha256(&pdf),
            pages: page_boxes(&pdf[..].into()),
            profile: number.conditions.profile.icc.to_vec(),
            alternates: alternates.collect(),
            plates: report.plates,
            fillers: (report.fillers_from.unwrap_or(0), fillers),
            kept: Mutex::default(),
            pdf,
        }))
    }

    /// What a tab is told of it.
    pub fn news(&self) -> ProofNews<'_> {
        let pages = self.pages.iter().map(sheet).collect();
        ProofNews { proof: &self.name, plates: &self.plates, pages, fillers: self.fillers }
    }

    /// Whether it is called that.
    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// A page, from 1, as a PNG of so many pixels to 1000 pt; `None` if there is none.
    ///
    /// # Errors
    /// A panic of the library that draws.
    pub fn drawn(&self, page: usize, inks: Inks, scale: u32) -> Result<Option<Bytes>, Panicked> {
        caught(messages::DRAWING, || {
            let plates = self.separations((page, scale))?;
            match inks {
                Inks::All => {
                    let seen = plates.composite(&self.profile, &self.alternates)?;
                    png(&seen, seen.dimensions(), ExtendedColorType::Rgb8)
                }
                Inks::Plate(plate) => {
                    let film = plates.plate(self.plates.get(plate)?)?;
                    png(&film, film.dimensions(), ExtendedColorType::L8)
                }
            }
        })
    }

    fn separations(&self, asked: Asked) -> Option<Arc<Separations>> {
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, plates)) = kept().iter().find(|(known, _)| *known == asked) {
            return Some(plates.clone());
        }
        let ppi = (f64::from(asked.1) * 0.072).min(FINEST);
        let plates = Arc::new(separations(&self.pdf[..].into(), asked.0, ppi)?);
        let mut kept = kept();
        kept.truncate(KEPT - 1);
        kept.insert(0, (asked, plates.clone()));
        Some(plates)
    }
}

impl Inks {
    /// `all`, or the place of a plate.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "all" => Some(Self::All),
            place => place.parse().ok().map(Self::Plate),
        }
    }
}

fn sheet(PageBoxes { media, trim, bleed }: &PageBoxes) -> Sheet {
    let inset = |inner: &[f64; 4]| Inset {
        left: inner[0] - media[0],
        top: media[3] - inner[3],
        width: inner[2] - inner[0],
        height: inner[3] - inner[1],
    };
    let (width, height) = (media[2] - media[0], media[3] - media[1]);
    Sheet { width, height, trim: inset(trim), bleed: inset(bleed) }
}

fn png(pixels: &[u8], (width, height): (u32, u32), kind: ExtendedColorType) -> Option<Bytes> {
    let mut png = Vec::with_capacity(pixels.len() / 8);
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Up);
    encoder.write_image(pixels, width, height, kind).ok()?;
    Some(png.into())
}
