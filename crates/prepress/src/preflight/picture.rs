//! Pictures of pages with their findings marked, for people who look rather than read.
//!
//! The page is rendered as it looks on a screen, turned as it is there; colours are no proof.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use image::imageops::{rotate90, rotate180, rotate270};
use image::{Rgb, RgbImage};

use super::file::{File, Stored};
use super::plates::plain_page;
use super::rules;
use super::verdict::{Finding, Rect};
use crate::caught::caught;
use crate::pdf::geometry::grown;
use jikji_diagnostic::{Arg, Severity};

/// Most pixels of a picture.
const MOST_PIXELS: f64 = 40_000_000.0;
const ERROR: Rgb<u8> = Rgb([214, 0, 28]);
const WARNING: Rgb<u8> = Rgb([235, 130, 0]);
const TRIM: Rgb<u8> = Rgb([0, 150, 200]);

/// Renders a page, counted from 1, as it is seen, and marks the places of its findings: red are errors, orange are
/// warnings, the blue line is the trim. None if there is no such page, if it cannot be rendered, or if the findings say
/// that its contents are too much.
pub fn picture(pdf: &Stored<'_>, page: usize, findings: &[Finding], ppi: f64) -> Option<RgbImage> {
    let (file, _) = File::open(pdf).ok()?;
    let (pages, _) = file.pages();
    let page_number = page;
    if findings.iter().any(|finding| finding.page == Some(page_number) && is_too_much(finding)) {
        return None;
    }
    let page = pages.get(page.checked_sub(1)?)?;
    let (wide, high) = (page.media[2] - page.media[0], page.media[3] - page.media[1]);
    let scale = (ppi.clamp(18.0, 600.0) / 72.0)
        .min((MOST_PIXELS / (wide * high).max(1.0)).sqrt())
        .min(30_000.0 / wide.max(high));
    let bytes = plain_page(&file, page)?;
    let render = || {
        let pdf = Pdf::new(bytes).ok()?;
        let scale = scale as f32;
        let settings = RenderSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
            ..RenderSettings::default()
        };
        let page = pdf.pages().first()?;
        let interpreter = InterpreterSettings::default();
        let pixmap = hayro::render(page, &RenderCache::new(), &interpreter, &settings);
        let data = pixmap.data().iter().flat_map(|p| [p.r, p.g, p.b]).collect();
        RgbImage::from_raw(u32::from(pixmap.width()), u32::from(pixmap.height()), data)
    };
    let mut picture = caught(render)?;
    let pixels = |r: Rect| {
        [
            (r[0] - page.media[0]) * scale,
            (page.media[3] - r[3]) * scale,
            (r[2] - page.media[0]) * scale,
            (page.media[3] - r[1]) * scale,
        ]
    };
    if let Some(trim) = page.trim {
        frame(&mut picture, pixels(trim), 1, TRIM);
    }
    let line = (scale * 1.2).ceil().max(2.0) as i64;
    let here = findings.iter().filter(|f| f.page == Some(page_number));
    // Errors last, so that they lie on top.
    let mut marked: Vec<_> = here.filter_map(|f| Some((f.severity, f.place?))).collect();
    marked.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
    for (severity, place) in marked {
        let color = if severity == Severity::Error { ERROR } else { WARNING };
        let around = grown(pixels(place), line as f64 + 1.0);
        frame(&mut picture, around, line, color);
        tint(&mut picture, around, color);
    }
    Some(match page.rotate {
        90 => rotate90(&picture),
        180 => rotate180(&picture),
        270 => rotate270(&picture),
        _ => picture,
    })
}

/// Whether a finding says that a page's contents are too much to be drawn.
fn is_too_much(finding: &Finding) -> bool {
    let what = finding.args.get("what");
    let pages = [rules::words::PAGE_CONTENTS, rules::words::PLATES].map(Arg::from);
    finding.rule == rules::TOO_LARGE && what.is_some_and(|what| pages.contains(what))
}

/// A frame of `line` pixels inside a rectangle.
fn frame(picture: &mut RgbImage, r: [f64; 4], line: i64, color: Rgb<u8>) {
    let [x0, y0, x1, y1] = clamped(picture, r);
    for y in y0..y1 {
        for x in x0..x1 {
            let edge = (x - x0).min(x1 - 1 - x).min(y - y0).min(y1 - 1 - y);
            if edge < line {
                picture.put_pixel(x as u32, y as u32, color);
            }
        }
    }
}

/// Lays a light tint over a rectangle, leaving what is below readable.
fn tint(picture: &mut RgbImage, r: [f64; 4], color: Rgb<u8>) {
    let [x0, y0, x1, y1] = clamped(picture, r);
    for y in y0..y1 {
        for x in x0..x1 {
            let pixel = picture.get_pixel_mut(x as u32, y as u32);
            for (value, c) in pixel.0.iter_mut().zip(color.0) {
                *value = ((u16::from(*value) * 7 + u16::from(c)) / 8) as u8;
            }
        }
    }
}

fn clamped(picture: &RgbImage, r: [f64; 4]) -> [i64; 4] {
    let (w, h) = (f64::from(picture.width()), f64::from(picture.height()));
    [r[0].clamp(0.0, w), r[1].clamp(0.0, h), r[2].clamp(0.0, w), r[3].clamp(0.0, h)]
        .map(|v| v.round() as i64)
}
