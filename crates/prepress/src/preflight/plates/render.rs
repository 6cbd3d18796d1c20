//! Renders the passes of one page and takes the plates out of them.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};

use super::super::file::Page;
use super::super::held::Held;
use super::super::limits::{Limits, SPREAD_A_BAND};
use super::super::space::Plates;
use super::super::verdict::Rect;
use super::state::Pass;

/// Most pixels of one plate; larger pages are rendered coarser.
const MOST_RASTER: f64 = 12_000_000.0;
/// Most pixels along a side.
const MOST_SIDE: f64 = 30_000.0;
/// Work, in steps, that one rendering holds in memory; more is done in bands.
const STEPS_A_BAND: usize = 3_000_000;
/// Most bands a page is rendered in.
const MOST_BANDS: usize = 24;

/// The plates of one page: 0 is paper, 255 is full ink; a plate without ink is empty.
#[derive(Debug, Default)]
pub(in super::super) struct PlateRaster {
    pub width: usize,
    pub height: usize,
    /// Pixels a unit of the page.
    pub scale: f64,
    pub plates: Vec<Vec<u8>>,
    /// Whether all that is drawn is on them.
    pub whole: bool,
}

/// What a thread renders on, page after page.
#[derive(Default)]
pub(super) struct Canvas {
    pub raster: PlateRaster,
}

/// The resolution of a page's plates, in pixels a unit of the page.
pub(in super::super) fn scale_of(page: &Page, limits: &Limits) -> f64 {
    let (wide, high) = (page.media[2] - page.media[0], page.media[3] - page.media[1]);
    let wanted = limits.separation_ppi.clamp(36.0, 600.0) / 72.0 * page.unit;
    wanted.min((MOST_RASTER / (wide * high).max(1.0)).sqrt()).min(MOST_SIDE / wide.max(high))
}

/// A page's plates in pixels, and the bands they are rendered in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bands {
    width: usize,
    height: usize,
    /// Pixels a unit of the page.
    scale: f64,
    /// Rows of a band; the last may have fewer.
    rows: usize,
}

impl Bands {
    /// The bands of a page whose contents are so much work, in steps, and hold so much in memory; none if
    /// there is nothing to render on.
    pub fn of(page: &Page, (work, held): (usize, Held), limits: &Limits) -> Option<Self> {
        let scale = scale_of(page, limits);
        let pixels =
            |low: usize| ((page.media[low + 2] - page.media[low]) * scale).floor() as usize;
        let (width, height) = (pixels(0), pixels(1));
        let bands = (work / STEPS_A_BAND).max((held.spread / SPREAD_A_BAND) as usize);
        let rows = height.div_ceil((1 + bands).min(MOST_BANDS));
        (width > 0 && height > 0).then_some(Self { width, height, scale, rows })
    }

    /// The first row of each band.
    fn tops(self) -> impl Iterator<Item = usize> {
        (0..self.height).step_by(self.rows)
    }

    /// What each band shows of the page.
    pub fn boxes(self, media: Rect) -> impl Iterator<Item = Rect> {
        let y = move |row: usize| media[3] - row as f64 / self.scale;
        self.tops().map(move |top| match self.rows == self.height {
            true => media,
            false => [media[0], y(top + self.rows), media[2], y(top)],
        })
    }
}

impl Canvas {
    /// Renders the passes of a page in bands; with each stands the document's page of its first band,
    /// none for a pass without ink.
    pub fn render<'a>(
        &mut self,
        pdf: &'a Pdf,
        cache: &RenderCache<'a>,
        bands: Bands,
        made: &[(Pass, Option<usize>)],
        plates: &Plates,
    ) -> Option<()> {
        let Bands { width, height, scale, rows } = bands;
        let raster = &mut self.raster;
        (raster.width, raster.height, raster.scale) = (width, height, scale);
        raster.plates.resize_with(plates.names.len(), Vec::new);
        raster.plates.iter_mut().for_each(Vec::clear);
        let settings = RenderSettings {
            x_scale: scale as f32,
            y_scale: scale as f32,
            width: Some(width as u16),
            height: Some(rows as u16),
            bg_color: WHITE,
        };
        let interpreter = InterpreterSettings::default();
        for (pass, first) in made {
            let Some(first) = first else { continue };
            let range = pass.plates(plates);
            for plate in &mut raster.plates[range.clone()] {
                plate.resize(width * height, 0);
            }
            for (band, top) in bands.tops().enumerate() {
                let page = pdf.pages().get(first + band)?;
                let pixmap = hayro::render(page, cache, &interpreter, &settings);
                let (from, to) = (top * width, (top + rows).min(height) * width);
                for plate in range.clone() {
                    split(&pixmap, plate % 3, &mut raster.plates[plate][from..to]);
                }
            }
        }
        Some(())
    }
}

/// Takes one plate out of red, green or blue.
fn split(pixmap: &Pixmap, channel: usize, plate: &mut [u8]) {
    let (pixels, _) = pixmap.data_as_u8_slice().as_chunks::<4>();
    let shift = 8 * channel as u32;
    for (ink, pixel) in plate.iter_mut().zip(pixels) {
        *ink = 255 - (u32::from_le_bytes(*pixel) >> shift) as u8;
    }
}
