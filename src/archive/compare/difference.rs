//! What differs between two drawings of a page.

use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::PremulRgba8;
use image::{Rgb, RgbImage};

use super::outcome::{ChangedArea, Likeness};
use super::picture;

/// What differs is red; the frame around it is darker.
const CHANGED: Rgb<u8> = Rgb([222, 0, 32]);
const FRAME: Rgb<u8> = Rgb([150, 0, 24]);
/// What the newer page does not cover.
const OUTSIDE: Rgb<u8> = Rgb([232, 232, 236]);
/// Width of the frame, and its distance from what differs, pixels.
const LINE: u32 = 2;
const APART: u32 = 5;
/// How much of its darkness the newer page keeps, of 256.
const PALE: u32 = 84;
/// How much of a pixel that hardly differs is red, of 255.
const LEAST_COVER: u32 = 90;
/// Millimetres of a pt.
const MM: f64 = 25.4 / 72.0;

/// The pixels that differ, on a sheet that both pages fit on.
pub struct PixelDifference {
    width: u32,
    height: u32,
    tolerance: u8,
    pixels: u64,
    /// Left, top, right and bottom of what differs; the last two lie outside it.
    bounds: [u32; 4],
}

impl PixelDifference {
    /// Compares two drawings; none if no pixel differs by more than `tolerance`. What only one of
    /// them covers differs.
    pub fn between(before: &Pixmap, after: &Pixmap, tolerance: u8) -> Option<Self> {
        let width = before.width().max(after.width()).into();
        let height = before.height().max(after.height()).into();
        let mut found = Self { width, height, tolerance, pixels: 0, bounds: [width, height, 0, 0] };
        for y in 0..height {
            for x in 0..width {
                if found.distance(before, after, x, y).is_some() {
                    let [left, top, right, bottom] = found.bounds;
                    found.bounds = [left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1)];
                    found.pixels += 1;
                }
            }
        }
        (found.pixels > 0).then_some(found)
    }

    /// How far a pixel is from what it was; none if that is within the tolerance.
    fn distance(&self, before: &Pixmap, after: &Pixmap, x: u32, y: u32) -> Option<u8> {
        let distance = match (pixel(before, x, y), pixel(after, x, y)) {
            (Some(a), Some(b)) => a.r.abs_diff(b.r).max(a.g.abs_diff(b.g)).max(a.b.abs_diff(b.b)),
            (None, None) => 0,
            _ => u8::MAX,
        };
        Some(distance).filter(|&distance| distance > self.tolerance)
    }

    /// The verdict on pages that were drawn at `scale` pixels a pt.
    pub fn verdict(&self, scale: f64) -> Likeness {
        let [left, top, right, bottom] = self.bounds;
        // To a tenth, as far as pixels tell anything.
        let mm = |pixels: u32| (f64::from(pixels) / scale * MM * 10.0).round() / 10.0;
        let area = ChangedArea {
            left_mm: mm(left),
            top_mm: mm(top),
            width_mm: mm(right - left),
            height_mm: mm(bottom - top),
        };
        let all = u64::from(self.width) * u64::from(self.height);
        Likeness::Differs { share: self.pixels as f64 / all as f64, area }
    }

    /// The newer page in pale grey, what differs in red, and a frame around it, as PNG.
    pub fn picture(&self, before: &Pixmap, after: &Pixmap) -> Option<Vec<u8>> {
        let mut shown = RgbImage::from_fn(self.width, self.height, |x, y| {
            let ground = pixel(after, x, y).map_or(OUTSIDE, pale);
            match self.distance(before, after, x, y) {
                Some(distance) => covered(ground, distance),
                None => ground,
            }
        });
        self.frame(&mut shown);
        picture::png(&shown)
    }

    fn frame(&self, shown: &mut RgbImage) {
        let [left, top, right, bottom] = self.bounds;
        let grow = APART + LINE;
        let (x0, y0) = (left.saturating_sub(grow), top.saturating_sub(grow));
        let (x1, y1) = ((right + grow).min(self.width), (bottom + grow).min(self.height));
        for y in y0..y1 {
            for x in x0..x1 {
                let edge = (x - x0).min(x1 - 1 - x).min(y - y0).min(y1 - 1 - y);
                if edge < LINE {
                    shown.put_pixel(x, y, FRAME);
                }
            }
        }
    }
}

fn pixel(map: &Pixmap, x: u32, y: u32) -> Option<PremulRgba8> {
    let (width, height) = (u32::from(map.width()), u32::from(map.height()));
    (x < width && y < height).then(|| map.data()[(y * width + x) as usize])
}

/// A pixel without colour, and far lighter.
fn pale(pixel: PremulRgba8) -> Rgb<u8> {
    // Luma as ITU-R BT.601 weighs it, in 256ths.
    let luma = (77 * u32::from(pixel.r) + 150 * u32::from(pixel.g) + 29 * u32::from(pixel.b)) >> 8;
    let light = (255 - (((255 - luma) * PALE) >> 8)) as u8;
    Rgb([light; 3])
}

/// A pixel that differs, the redder the further; even the nearest can be seen.
fn covered(ground: Rgb<u8>, distance: u8) -> Rgb<u8> {
    let cover = LEAST_COVER + (255 - LEAST_COVER) * u32::from(distance) / 255;
    let mix = |a: u8, b: u8| ((u32::from(a) * (255 - cover) + u32::from(b) * cover) / 255) as u8;
    Rgb([0, 1, 2].map(|channel| mix(ground.0[channel], CHANGED.0[channel])))
}
