//! Reads and checks image files before anything else touches them.
//!
//! What a file is goes by its content, never by its name. An image that passes is whole, of bounded
//! size, and loads nothing from elsewhere. Whether it prints well is the print edition's to judge.

mod base64;
mod fault;
mod format;
mod profile;
mod raster;
mod svg;

use std::borrow::Cow;
use std::sync::Arc;

use crate::document::quoted;
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;
use jikji_prepress::jpeg;

pub(crate) use fault::ImageFault;
pub use format::Format;

/// The largest image file, in bytes.
pub const LARGEST: u64 = 40 << 20;
/// How the pages name a CMYK JPEG: on screen it is another file than the issue's, and both may have to
/// be in one edition.
const CMYK: &str = ".cmyk.jpg";
/// What the pages call a picture ends so, before its format's ending, if it is not the file byte for
/// byte ([`profile`]): both may have to be in one edition.
const CARRIED: &str = ".icc";

/// An image file that was checked.
#[derive(Debug, Clone)]
pub struct ImageFile {
    /// What the pages call it: its path inside the folder, with `/` and in NFC, ending as its
    /// format does.
    pub path: String,
    /// The file, with a profile that is passed on.
    pub bytes: Arc<[u8]>,
    /// Whether it is in CMYK, which a screen is shown in RGB.
    pub cmyk: bool,
}

/// Checks a file that the author named as an image at `place`.
///
/// # Errors
/// What is wrong with it.
pub fn load(name: &str, bytes: &Arc<[u8]>, place: Span) -> Result<ImageFile, Diagnostic> {
    match check(bytes) {
        Ok(format) => {
            let cmyk = format == Format::Jpeg && jpeg::header(bytes).components == 4;
            let (path, bytes) = match profile::carried(bytes, format) {
                Cow::Owned(carried) if cmyk => (format!("{name}{CMYK}"), carried.into()),
                Cow::Owned(carried) => {
                    (format!("{name}{CARRIED}.{}", format.extension()), carried.into())
                }
                Cow::Borrowed(_) if cmyk => (format!("{name}{CMYK}"), Arc::clone(bytes)),
                Cow::Borrowed(_) => (named(name.to_string(), format), Arc::clone(bytes)),
            };
            Ok(ImageFile { path, bytes, cmyk })
        }
        Err(fault) => {
            let mut diagnostic = Diagnostic::at(fault.message, place).arg("path", quoted(name));
            diagnostic.args.extend(fault.args);
            Err(diagnostic)
        }
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
    let format = Format::of(bytes).filter(|format| *format != Format::Svg)?;
    raster::pixels(bytes, format)
}

/// Checks an image's bytes; gives its format.
pub(crate) fn check(bytes: &[u8]) -> Result<Format, ImageFault> {
    match Format::of(bytes) {
        Some(Format::Svg) => svg::check(bytes).map(|()| Format::Svg),
        Some(format) => raster::check(bytes, format).map(|_| format),
        None if bytes.is_empty() => {
            Err(ImageFault::new(msg::IMAGE_DAMAGED).arg("reason", "0 bytes"))
        }
        None => Err(ImageFault::new(msg::NOT_AN_IMAGE)),
    }
}

#[cfg(test)]
mod tests;
