//! One of the two files, drawn page by page.
//!
//! What a page is drawn with is used again for the next, and what fonts and images leave behind is
//! dropped every few pages.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};

use jikji_diagnostic::Words;
use jikji_prepress::preflight::{OpenFault, renewed};

/// The most pages of a file.
pub const MOST_PAGES: usize = 4000;
/// The resolutions offered, pixels per inch.
pub const PPI_RANGE: std::ops::RangeInclusive<f64> = 18.0..=300.0;
/// Most pixels of a page, enough for A4 at 300 ppi, and along one side.
const MOST_PIXELS: f64 = 9_000_000.0;
const MOST_SIDE: f64 = 16_000.0;
/// Pages after which what was remembered of fonts and images is dropped.
const REMEMBERED_PAGES: usize = 8;

const BROKEN: Words = Words { ko: "파일을 읽을 수 없습니다", en: "it cannot be read" };
const BROKEN_PAGE: Words =
    Words { ko: "그릴 수 없는 쪽이 있습니다", en: "a page cannot be drawn" };
const ENCRYPTED: Words = Words { ko: "암호가 걸려 있습니다", en: "it is encrypted" };
const TOO_LARGE: Words =
    Words { ko: "풀어 보니 내용이 너무 큽니다", en: "its contents unpack to too much" };
const TOO_MANY: Words =
    Words { ko: "쪽이 4,000쪽보다 많습니다", en: "it has more than 4,000 pages" };

/// Opens a file that may be broken or hostile.
pub fn open(bytes: &[u8]) -> Result<Pdf, Words> {
    // The renderer follows a tree of pages wherever it leads, so that it is given one that leads nowhere.
    let bytes = renewed(bytes).map_err(|fault| match fault {
        OpenFault::Encrypted => ENCRYPTED,
        OpenFault::TooLarge(_) => TOO_LARGE,
        OpenFault::NotPdf(_) | OpenFault::Unreadable(_) => BROKEN,
    })?;
    let open = || {
        let pdf = Pdf::new(bytes)?;
        let pages = pdf.pages().len();
        Ok((pdf, pages))
    };
    match catch_unwind(AssertUnwindSafe(open)) {
        Ok(Ok((_, 0))) => Err(BROKEN),
        Ok(Ok((_, pages))) if pages > MOST_PAGES => Err(TOO_MANY),
        Ok(Ok((pdf, _))) => Ok(pdf),
        Ok(Err(LoadPdfError::Decryption(_))) => Err(ENCRYPTED),
        Ok(Err(_)) | Err(_) => Err(BROKEN),
    }
}

/// Pixels a pt for pages of these sizes: what is asked for, or less if they are large.
pub fn scale(sizes: impl Iterator<Item = (f64, f64)>, ppi: f64) -> f64 {
    let asked = ppi.clamp(*PPI_RANGE.start(), *PPI_RANGE.end()) / 72.0;
    let (wide, high) = sizes.fold((1.0, 1.0), |(w, h), size| (size.0.max(w), size.1.max(h)));
    asked.min((MOST_PIXELS / (wide * high)).sqrt()).min(MOST_SIDE / f64::max(wide, high))
}

/// A file that is being drawn.
pub struct DrawnFile<'p> {
    pdf: &'p Pdf,
    cache: RenderCache<'p>,
    drawn: usize,
    drawing: Option<Pixmap>,
}

impl<'p> DrawnFile<'p> {
    pub fn new(pdf: &'p Pdf) -> Self {
        Self { pdf, cache: RenderCache::new(), drawn: 0, drawing: None }
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    /// Width and height of a page, pt; none if it has no such page.
    pub fn size(&self, number: usize) -> Result<Option<(f64, f64)>, Words> {
        let Some(page) = self.pdf.pages().get(number - 1) else { return Ok(None) };
        let size = || page.render_dimensions();
        let (wide, high) = catch_unwind(AssertUnwindSafe(size)).map_err(|_| BROKEN_PAGE)?;
        match [wide, high].iter().all(|side| side.is_finite() && *side > 0.0) {
            true => Ok(Some((wide.into(), high.into()))),
            false => Err(BROKEN_PAGE),
        }
    }

    /// Draws a page at `scale` pixels a pt, on white; none if it has no such page.
    pub fn draw(&mut self, number: usize, scale: f64) -> Result<Option<&Pixmap>, Words> {
        let Some((wide, high)) = self.size(number)? else { return Ok(None) };
        // A hair less, because 595.2756 pt in 32 bits is not the same in both files.
        let pixels = |side: f64| ((side * scale - 0.01).ceil().max(1.0)) as u16;
        let size = (pixels(wide), pixels(high));
        if self.drawn == REMEMBERED_PAGES {
            (self.cache, self.drawn) = (RenderCache::new(), 0);
        }
        self.drawn += 1;
        let draw = || draw(self.pdf, &self.cache, number, scale, size);
        let drawn = catch_unwind(AssertUnwindSafe(draw)).map_err(|_| BROKEN_PAGE)?;
        Ok(Some(self.drawing.insert(drawn)))
    }
}

fn draw<'p>(
    pdf: &'p Pdf,
    cache: &RenderCache<'p>,
    number: usize,
    scale: f64,
    (wide, high): (u16, u16),
) -> Pixmap {
    let settings = RenderSettings {
        x_scale: scale as f32,
        y_scale: scale as f32,
        width: Some(wide),
        height: Some(high),
        bg_color: WHITE,
    };
    hayro::render(&pdf.pages()[number - 1], cache, &InterpreterSettings::default(), &settings)
}
