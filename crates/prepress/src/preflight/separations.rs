//! The plates of a page for people who look: one by one, or all together as they will look when printed.
//!
//! It judges nothing. What the inks look like is what the printing condition's profile says, paper as white;
//! a screen that is not calibrated is no proof.

use image::{GrayImage, RgbImage};

use super::file::{File, Page, Stored};
use super::limits::Limits;
use super::plates;
use super::seen::Seen;
use super::verdict::{Findings, Rect, Verdict};
use super::walk;
use crate::caught::caught;
use crate::pdf::text;
use crate::proof::to_srgb;

/// The plates of the process.
const PROCESS: usize = 4;

/// The boxes of a page, pt, as its file has them: left, bottom, right, top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageBoxes {
    /// All of it.
    pub media: Rect,
    /// What is left after cutting; all of it if the file does not say.
    pub trim: Rect,
    /// What is printed beyond that.
    pub bleed: Rect,
}

/// The plates of a page as pixels: 0 is paper, 255 full ink.
#[derive(Debug)]
pub struct Separations {
    width: usize,
    height: usize,
    plates: Vec<(String, Vec<u8>)>,
}

/// What a spot ink looks like: full, in inks of the process, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternate {
    /// The name of the ink.
    pub name: String,
    /// Cyan, magenta, yellow, black.
    pub inks: [f64; PROCESS],
}

/// The boxes of all pages; none of a file that cannot be read.
pub fn page_boxes(pdf: &Stored<'_>) -> Vec<PageBoxes> {
    let Ok((file, _)) = File::open(pdf) else { return vec![] };
    let boxes = |page: &Page| PageBoxes {
        media: page.media,
        trim: page.trim.unwrap_or(page.media),
        bleed: page.bleed_or_default(),
    };
    file.pages().0.iter().map(boxes).collect()
}

/// The plates of a page, counted from 1, at a resolution, ppi. None if there is no such page or it cannot be
/// rendered.
pub fn separations(pdf: &Stored<'_>, page: usize, ppi: f64) -> Option<Separations> {
    let (file, _) = File::open(pdf).ok()?;
    let (pages, _) = file.pages();
    let index = page.checked_sub(1)?;
    let pages = pages.get(index..=index)?;
    let limits = Limits { separation_ppi: ppi, ..Limits::default() };
    let (mut seen, mut found, mut verdict) =
        (Seen::default(), Findings::default(), Verdict::default());
    let facts = walk::pages::walk_all(&file, pages, &limits, |_| {}).pop()?;
    let job = seen.take(&pages[0], facts, &mut found, &mut verdict, &limits);
    let setting = seen.setting(&file, &limits);
    let render = || plates::of_page(&setting, &job);
    let raster = caught(render)?;
    let name = |name: &Vec<u8>| text::name(name);
    let names = seen.learnt.plates.names.iter().map(name);
    Some(Separations {
        width: raster.width,
        height: raster.height,
        plates: names.zip(raster.plates).collect(),
    })
}

impl Separations {
    /// The names of its plates: cyan, magenta, yellow, black, then spot inks.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.plates.iter().map(|(name, _)| name.as_str())
    }

    /// One plate as a film shows it: ink is black. A page without such a plate is white.
    pub fn plate(&self, name: &str) -> Option<GrayImage> {
        let size = (u32::try_from(self.width).ok()?, u32::try_from(self.height).ok()?);
        let plate = self.plates.iter().find(|(known, ink)| known == name && !ink.is_empty());
        let paper = || vec![255; self.width * self.height];
        let pixels = plate.map_or_else(paper, |(_, ink)| ink.iter().map(|ink| 255 - ink).collect());
        GrayImage::from_raw(size.0, size.1, pixels)
    }

    /// All plates as they look together by a CMYK profile. A spot ink looks as its alternate says; one
    /// without is shown as black.
    pub fn composite(&self, profile: &[u8], alternates: &[Alternate]) -> Option<RgbImage> {
        let mut inks = vec![0_u8; self.width * self.height * PROCESS];
        for (at, (name, plate)) in self.plates.iter().enumerate() {
            if plate.is_empty() {
                continue;
            }
            let own = alternates.iter().find(|alternate| alternate.name == *name);
            let shares = match at {
                0..PROCESS => [0, 1, 2, 3].map(|channel| f64::from(u8::from(channel == at))),
                _ => own.map_or([0.0, 0.0, 0.0, 1.0], |alternate| alternate.inks),
            };
            for (pixel, ink) in inks.chunks_exact_mut(PROCESS).zip(plate) {
                for (channel, share) in pixel.iter_mut().zip(shares) {
                    *channel = channel.saturating_add((f64::from(*ink) * share) as u8);
                }
            }
        }
        let rgb = to_srgb(Some(profile), &inks)?;
        RgbImage::from_raw(u32::try_from(self.width).ok()?, u32::try_from(self.height).ok()?, rgb)
    }
}
