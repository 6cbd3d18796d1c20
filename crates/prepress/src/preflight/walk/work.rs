//! How much work painting is, and how much a page and a file may be, so that even a hostile one ends soon.
//!
//! Steps stand for the time of walking and rendering together, about a microsecond each on a
//! machine of today. What is allowed grows with the file: honest dense art takes bytes.

/// Work any page may be.
const ON_ANY_PAGE: usize = 8_000_000;
/// More of it for every byte of the file, and the most that comes to.
const PAGE_STEPS_A_BYTE: usize = 8;
const MOST_ON_PAGE: usize = 64_000_000;
/// Work any file may be, more for each page, and the most that comes to.
const IN_ANY_FILE: usize = 64_000_000;
const STEPS_A_PAGE: usize = 1_000_000;
const MOST_FOR_PAGES: usize = 400_000_000;
/// More of it for every byte of the file.
const FILE_STEPS_A_BYTE: usize = 16;

/// Bytes of content that are as much work as an operator.
pub(super) const BYTES_A_STEP: usize = 32;
/// Pixels of an image that are as much work as an operator.
pub(super) const PIXELS_A_STEP: usize = 600;
/// What drawing a form takes beside its contents.
pub(super) const FORM_STEPS: usize = 50;
/// What a transparency group takes beside its canvas.
pub(super) const GROUP_STEPS: usize = 30;
/// Work to paint a whole sheet, by how it is painted; less of the sheet is less work.
pub(super) const FILL_STEPS: f64 = 1_500.0;
pub(super) const CANVAS_STEPS: f64 = 6_000.0;
pub(super) const BLEND_STEPS: f64 = 6_000.0;
pub(super) const IMAGE_STEPS: f64 = 10_000.0;
pub(super) const MASKED_STEPS: f64 = 16_000.0;
pub(super) const GRADIENT_STEPS: f64 = 240_000.0;
/// A soft mask, which is as large as the sheet whatever it masks.
pub(super) const MASK_STEPS: f64 = 12_000.0;
/// A pattern of a function of the plane, which the renderer asks for every pixel.
pub(super) const FUNCTION_STEPS: f64 = 2_500_000.0;
/// Pixels of a picture that the renderer makes for one thing that is painted, that are as much work as an operator.
pub(super) const HELD_PIXELS_A_STEP: f64 = 400.0;
/// Pixels of a sheet that the work to paint one holds for; a larger one is more.
pub(super) const SHEET_PIXELS: f64 = 2_400_000.0;
/// Pixels of a mesh's picture that are as much work as an operator, and laying its picture out as a cell.
pub(super) const MESH_PIXELS_A_STEP: usize = 4;
pub(super) const CELL_STEPS: usize = 20_000;
/// Points of such a function that are as much work as an operator.
pub(super) const POINTS_A_STEP: usize = 2;

/// What work a file is allowed.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Budget {
    pub page: usize,
    pub file: usize,
}

impl Budget {
    /// The budget of a file of so many bytes and pages.
    pub fn of(bytes: usize, pages: usize) -> Self {
        let page = ON_ANY_PAGE.saturating_add(bytes.saturating_mul(PAGE_STEPS_A_BYTE));
        let pages = IN_ANY_FILE.saturating_add(pages.saturating_mul(STEPS_A_PAGE));
        let file =
            pages.min(MOST_FOR_PAGES).saturating_add(bytes.saturating_mul(FILE_STEPS_A_BYTE));
        Self { page: page.min(MOST_ON_PAGE), file }
    }
}
