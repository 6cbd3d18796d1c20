//! Draws pages for the screen, as they are asked for.
//!
//! As pixels, at the very scale of the screen: of a page of Korean text they are there before its outlines are
//! (its SVG file has hundreds of them, and browsers take longer to paint that than all the rest). Where a
//! reader looks so close that pixels would be too many, the outlines follow.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::lines::{self, Line};
use super::look;
use crate::desk::messages;
use crate::panicked::{Panicked, caught};

/// The most pixels of a picture.
const MOST_PIXELS: f64 = 16e6;

/// Drawings of a page that are kept: tabs differ in scale.
const KEPT: usize = 3;

/// How a page is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A PNG file with so many pixels to 1000 pt.
    Pixels(u32),
    /// An SVG file.
    Outlines,
}

/// A page that can be drawn.
pub struct Picture {
    page: Page,
    drawn: Mutex<Vec<(Form, Bytes)>>,
}

/// Pages by what they look like.
pub type Pictures = BTreeMap<String, Arc<Picture>>;

/// A page of a number, as it is listed.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The name of its picture.
    pub name: String,
    /// Its width and height, pt.
    pub size: (f64, f64),
}

/// The pages of a document, and their pictures; those that look as before are not drawn again.
pub fn of(document: &PagedDocument, before: &Pictures) -> (Vec<Listed>, Pictures) {
    let mut pictures = Pictures::new();
    let listed = (document.pages().iter())
        .map(|page| {
            let name = look::name(page);
            let new = || Picture { page: page.clone(), drawn: Mutex::default() };
            let known = || before.get(&name).cloned().unwrap_or_else(|| Arc::new(new()));
            pictures.entry(name.clone()).or_insert_with(known);
            let size = page.frame.size();
            Listed { name, size: (size.x.to_pt(), size.y.to_pt()) }
        })
        .collect();
    (listed, pictures)
}

impl Form {
    /// The form that the end of an address names: `1333.png`, or `svg`.
    pub fn named(name: &str) -> Option<Self> {
        if name == "svg" {
            return Some(Self::Outlines);
        }
        let scale = name.strip_suffix(".png").filter(|scale| scale.len() <= 5)?;
        scale.parse().ok().filter(|scale| *scale > 0).map(Self::Pixels)
    }

    /// Its media type.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Pixels(_) => "image/png",
            Self::Outlines => "image/svg+xml",
        }
    }
}

impl Picture {
    /// The page in this form; `None` if it would have too many pixels.
    ///
    /// # Errors
    /// A panic of the library that draws.
    pub fn drawn(&self, form: Form) -> Result<Option<Bytes>, Panicked> {
        let kept = || self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = kept().iter().find(|(known, _)| *known == form) {
            return Ok(Some(bytes.clone()));
        }
        let draw = || match form {
            Form::Pixels(scale) => self.pixels(f64::from(scale) / 1000.0),
            Form::Outlines => Some(typst_svg::svg(&self.page, &SvgOptions::default()).into()),
        };
        let Some(bytes) = caught(messages::DRAWING, draw)? else { return Ok(None) };
        let mut kept = kept();
        kept.truncate(KEPT - 1);
        kept.insert(0, (form, bytes.clone()));
        Ok(Some(bytes))
    }

    /// What the page reads.
    pub fn lines(&self) -> Vec<Line> {
        lines::of(&self.page)
    }

    fn pixels(&self, scale: f64) -> Option<Bytes> {
        let size = self.page.frame.size();
        if size.x.to_pt() * size.y.to_pt() * scale * scale > MOST_PIXELS {
            return None;
        }
        let options = RenderOptions { pixel_per_pt: scale.into(), ..RenderOptions::default() };
        let drawn = typst_render::render(&self.page, &options);
        // Where the page has no colour of its own it stands on paper.
        let on_paper = |pixel: &[u8]| {
            let paper = 255 - pixel[3];
            [0, 1, 2].map(|channel| pixel[channel].saturating_add(paper))
        };
        let rgb: Vec<u8> = drawn.data().chunks_exact(4).flat_map(on_paper).collect();
        let mut png = Vec::with_capacity(rgb.len() / 8);
        let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Up);
        let size = (drawn.width(), drawn.height());
        encoder.write_image(&rgb, size.0, size.1, ExtendedColorType::Rgb8).ok()?;
        Some(png.into())
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn forms_have_names() {
        assert_eq!(Form::named("1333.png"), Some(Form::Pixels(1333)));
        assert_eq!(Form::named("svg"), Some(Form::Outlines));
        for name in ["", "0.png", "-1.png", "123456.png", "png", "1e3.png", "+.png"] {
            assert_eq!(Form::named(name), None, "{name}");
        }
    }
}
