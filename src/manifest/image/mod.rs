//! Reads and checks image files before anything else touches them.
//!
//! What a file is goes by its content, never by its name. An image that passes is whole, of bounded
//! size, and loads nothing from elsewhere. Whether it prints well is the print edition's to judge.

mod art;
pub mod base64;
mod fault;
mod format;
mod motion;
mod profile;
mod raster;
mod svg;

use std::borrow::Cow;
use std::sync::Arc;

use crate::manifest::messages as msg;
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Diagnostic, Origin};
use jikji_prepress::jpeg;

pub use art::{FIRST, ForPress, Part, Sheet};
pub(crate) use fault::ImageFault;
pub use format::Format;
pub use svg::Said;

/// The largest image file, in bytes.
pub const LARGEST: u64 = 40 << 20;
/// How the pages name a CMYK JPEG: on screen it is another file than the issue's, and both may have to
/// be in one edition.
const CMYK: &str = ".cmyk.jpg";
/// What the pages call a picture ends so, before its format's ending, if it is not the file byte for
/// byte ([`profile`]): both may have to be in one edition.
const CARRIED: &str = ".icc";
/// The same of a drawing, which is set as [`svg`] writes it.
const RESOLVED: &str = ".set.svg";

/// An image file that was checked.
#[derive(Debug, Clone)]
pub struct ImageFile {
    /// What the pages call it: its path inside the folder, with `/` and in NFC, ending as its
    /// format does.
    pub path: String,
    /// The file, with a profile that is passed on; a drawing resolved.
    pub bytes: Arc<[u8]>,
    /// Whether it is in CMYK, or something in it, which a screen is shown in RGB.
    pub cmyk: bool,
    /// Width and height in pixels as it is shown; none of a drawing.
    pub pixels: Option<(u32, u32)>,
    /// The texts in it.
    pub texts: Texts,
    /// What a screen is shown in its place, and its size, if it is a page of a PDF.
    pub page: Option<(Arc<[u8]>, Sheet)>,
    /// What a press is to know of it, if it is one.
    pub for_press: Arc<ForPress>,
    /// What is to be said of it wherever it is named.
    faults: Vec<ImageFault>,
}

/// The texts of a drawing, and the file they stand in.
#[derive(Debug, Clone)]
pub struct Texts {
    /// What the author calls the file.
    pub name: String,
    /// The author's own file.
    file: Arc<[u8]>,
    /// The texts.
    pub said: Arc<[Said]>,
}

impl Texts {
    /// The place of a byte of one of the texts in the author's file.
    pub fn place(&self, said: &Said, byte: usize) -> Option<Origin> {
        Some(said.spot(&self.file, byte)?.origin(&self.name))
    }
}

impl ImageFile {
    /// What is to be said of it where the author named it.
    pub fn told(&self, place: Span) -> impl Iterator<Item = Diagnostic> + '_ {
        self.faults.iter().map(move |fault| fault.clone().told(&self.texts.name, place))
    }
}

/// Checks a file that the author named as an image at `place`, of a PDF the part that is wanted.
///
/// # Errors
/// What is wrong with it.
pub fn load(
    name: &str,
    bytes: &Arc<[u8]>,
    part: Part,
    place: Span,
) -> Result<ImageFile, Diagnostic> {
    let loaded = match Format::of(bytes) {
        Some(Format::Pdf) => page(name, bytes, part),
        _ if part.whole => Err(ImageFault::new(msg::ART_NO_PDF)),
        _ if part != FIRST => Err(ImageFault::new(msg::PAGE_OF_NO_PDF).arg("page", part.page)),
        _ => image(name, bytes),
    };
    loaded.map_err(|fault| fault.told(name, place))
}

fn page(name: &str, bytes: &Arc<[u8]>, part: Part) -> Result<ImageFile, ImageFault> {
    let taken = art::take(name, bytes, part)?;
    Ok(ImageFile {
        path: taken.path,
        bytes: taken.pdf.into(),
        cmyk: false,
        pixels: None,
        texts: Texts { name: name.into(), file: Arc::clone(bytes), said: Arc::default() },
        page: Some((taken.drawing.into(), taken.sheet)),
        for_press: taken.for_press.into(),
        faults: taken.faults,
    })
}

fn image(name: &str, bytes: &Arc<[u8]>) -> Result<ImageFile, ImageFault> {
    let for_press = Arc::<ForPress>::default();
    let texts =
        |said: Vec<Said>| Texts { name: name.into(), file: Arc::clone(bytes), said: said.into() };
    let format = format(bytes)?;
    if format == Format::Svg {
        let svg::Drawing { markup, faults, texts: said, cmyk, same, .. } = svg::prepare(bytes)?;
        let (path, bytes) = match same {
            true => (named(name.to_string(), format), Arc::clone(bytes)),
            false => (format!("{name}{RESOLVED}"), markup.into_bytes().into()),
        };
        return Ok(ImageFile {
            path,
            bytes,
            cmyk,
            pixels: None,
            texts: texts(said),
            page: None,
            for_press,
            faults,
        });
    }
    let ((width, height), faults) = raster::check(bytes, format)?;
    let turned = raster::orientation(bytes, format) >= 5;
    let pixels = Some(if turned { (height, width) } else { (width, height) });
    let cmyk = format == Format::Jpeg && jpeg::header(bytes).components == 4;
    let marked = cmyk.then(|| jpeg::with_adobe_marker(bytes)).flatten();
    let texts = texts(vec![]);
    let bytes = &marked.map_or_else(|| Arc::clone(bytes), Arc::from);
    let (path, bytes) = match profile::carried(bytes, format) {
        Cow::Owned(carried) if cmyk => (format!("{name}{CMYK}"), carried.into()),
        Cow::Owned(carried) => (format!("{name}{CARRIED}.{}", format.extension()), carried.into()),
        Cow::Borrowed(_) if cmyk => (format!("{name}{CMYK}"), Arc::clone(bytes)),
        Cow::Borrowed(_) => (named(name.to_string(), format), Arc::clone(bytes)),
    };
    Ok(ImageFile { path, bytes, cmyk, pixels, texts, page: None, for_press, faults })
}

/// A picture as a screen shows it: what is in CMYK in RGB, as `rgb` makes it of a JPEG.
pub fn shown(bytes: &[u8], rgb: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    match Format::of(bytes) {
        Some(Format::Svg) => svg::shown(bytes, rgb),
        _ => rgb(bytes),
    }
}

/// A name that Typst, which goes by endings, takes for that format: a PNG that was saved as `.jpg` is
/// nobody's trouble.
fn named(name: String, format: Format) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let usual = format.extension();
    match ending.as_deref() {
        Some("jpeg") if format == Format::Jpeg => name,
        Some(ending) if ending == usual => name,
        _ => format!("{name}.{usual}"),
    }
}

/// Width and height of a pixel image that was checked; none of a drawing.
pub fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let format = Format::of(bytes).filter(|format| format.is_pixels())?;
    raster::pixels(bytes, format)
}

/// Width and height of a drawing that was checked, in pixels as a browser shows it.
pub fn drawn_size(bytes: &[u8]) -> Option<(f64, f64)> {
    (Format::of(bytes) == Some(Format::Svg)).then_some(())?;
    let size = svg::prepare(bytes).ok()?.size;
    Some((size.width, size.height))
}

/// Whether a pixel image that was checked is turned by a quarter where it is shown (Exif).
pub fn lies_on_its_side(bytes: &[u8]) -> bool {
    let format = Format::of(bytes).filter(|format| format.is_pixels());
    format.is_some_and(|format| raster::orientation(bytes, format) >= 5)
}

/// What an image is by its bytes.
fn format(bytes: &[u8]) -> Result<Format, ImageFault> {
    match Format::of(bytes) {
        Some(Format::Pdf) => Err(ImageFault::new(msg::NOT_AN_IMAGE)),
        Some(format) => Ok(format),
        None if bytes.is_empty() => {
            Err(ImageFault::new(msg::IMAGE_DAMAGED).arg("reason", "0 bytes"))
        }
        None => Err(ImageFault::new(msg::NOT_AN_IMAGE)),
    }
}

#[cfg(test)]
mod tests;
