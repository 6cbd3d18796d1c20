//! Renders the passes of one page and takes the plates out of them.

use hayro::hayro_interpret::{InterpreterSettings, TransformExt};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page as Rendered;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};

use super::super::Limits;
use super::super::file::Page;
use super::super::space::Plates;
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
pub(in super::super) struct Raster {
    pub width: usize,
    pub height: usize,
    /// Pixels a unit of the page.
    pub scale: f64,
    pub plates: Vec<Vec<u8>>,
}

/// What a thread renders on, page after page.
#[derive(Default)]
pub(super) struct Canvas {
    pub raster: Raster,
    drawn: Drawn,
}

/// The resolution of a page's plates, in pixels a unit of the page.
pub(in super::super) fn scale_of(page: &Page, limits: &Limits) -> f64 {
    let (wide, high) = (page.media[2] - page.media[0], page.media[3] - page.media[1]);
    let wanted = limits.separation_ppi.clamp(36.0, 600.0) / 72.0 * page.unit;
    wanted.min((MOST_RASTER / (wide * high).max(1.0)).sqrt()).min(MOST_SIDE / wide.max(high))
}

impl Canvas {
    /// Renders the passes of a page; `made` are their pages in the document, none for a pass
    /// without ink. `work` is what the page's contents are, in steps. None if there is nothing to
    /// render on.
    pub fn render<'a>(
        &mut self,
        pdf: &'a Pdf,
        cache: &RenderCache<'a>,
        (page, work): (&Page, usize),
        made: &[Option<usize>],
        plates: &Plates,
        limits: &Limits,
    ) -> Option<()> {
        let scale = scale_of(page, limits);
        let pixels =
            |low: usize| ((page.media[low + 2] - page.media[low]) * scale).floor() as usize;
        let (width, height) = (pixels(0), pixels(1));
        if width == 0 || height == 0 {
            return None;
        }
        let raster = &mut self.raster;
        (raster.width, raster.height, raster.scale) = (width, height, scale);
        raster.plates.resize_with(plates.names.len(), Vec::new);
        raster.plates.iter_mut().for_each(Vec::clear);
        let rows = height.div_ceil((1 + work / STEPS_A_BAND).min(MOST_BANDS));
        for (pass, index) in made.iter().enumerate() {
            let Some(index) = index else { continue };
            let rendered = pdf.pages().get(*index)?;
            let range = Pass(pass).plates(plates);
            for plate in &mut self.raster.plates[range.clone()] {
                plate.resize(width * height, 0);
            }
            for top in (0..height).step_by(rows) {
                let (first, last) = (top * width, (top + rows).min(height) * width);
                let rows = (width, top, rows);
                let pixmap = draw(&mut self.drawn, rendered, cache, scale, rows);
                for (channel, plate) in range.clone().enumerate() {
                    split(pixmap, channel, &mut self.raster.plates[plate][first..last]);
                }
            }
        }
        Some(())
    }
}

/// What a band of a pass is drawn with, and what it becomes.
type Drawn = Option<(RenderContext, Pixmap)>;

/// Renders the rows of one pass from `top` on.
fn draw<'a, 'd>(
    drawn: &'d mut Drawn,
    page: &'a Rendered<'a>,
    cache: &RenderCache<'a>,
    scale: f64,
    (width, top, rows): (usize, usize, usize),
) -> &'d Pixmap {
    let (wide, high) = (width as u16, rows as u16);
    let (context, pixmap) =
        drawn.get_or_insert_with(|| (RenderContext::new(wide, high), Pixmap::new(wide, high)));
    context.reset_and_resize(wide, high);
    if (pixmap.width(), pixmap.height()) != (wide, high) {
        pixmap.resize(wide, high);
    }
    let down = Affine::translate((0.0, -(top as f64)));
    let transform = down * Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    render_into(page, cache, &InterpreterSettings::default(), &settings, context, transform);
    context.flush();
    let target = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..RasterizerSettings::default()
    };
    context.render_with(&mut *pixmap, &mut Resources::default(), target);
    pixmap
}

/// Takes one plate out of red, green or blue.
fn split(pixmap: &Pixmap, channel: usize, plate: &mut [u8]) {
    let (pixels, _) = pixmap.data_as_u8_slice().as_chunks::<4>();
    let shift = 8 * channel as u32;
    for (ink, pixel) in plate.iter_mut().zip(pixels) {
        *ink = 255 - (u32::from_le_bytes(*pixel) >> shift) as u8;
    }
}
