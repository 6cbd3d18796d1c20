//! Whether what is said of a picture to those who cannot see it says anything.
//!
//! That there is a description at all is the reader's own business.

use crate::document::quoted;
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;

/// Ends of names of files that hold pictures.
const ENDINGS: [&str; 13] =
    ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "heic", "pdf", "ai", "eps"];

/// What is wrong with the description `alt` at `place` of the picture in `file`, if it is one, with a caption.
pub fn check(alt: &str, file: &str, caption: Option<&str>, place: Span) -> Option<Diagnostic> {
    let message = match caption {
        _ if is_file_name(alt, file) => msg::ALT_FILE,
        Some(caption) if letters(alt) == letters(caption) => msg::ALT_CAPTION,
        _ => return None,
    };
    Some(Diagnostic::at(message, place).arg("alt", quoted(alt)))
}

/// Whether a text is the name of a picture's file, or of any, with or without its ending.
fn is_file_name(alt: &str, file: &str) -> bool {
    let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let (alt, file) = (name(alt.trim()), name(file));
    let stem = |name: &str| name.rsplit_once('.').map_or(name.to_string(), |(stem, _)| stem.into());
    let ends = |name: &str| {
        let end = name.rsplit_once('.').map(|(_, end)| end);
        end.is_some_and(|end| ENDINGS.contains(&end))
    };
    // A name in Korean words may be what the picture shows.
    let bare = stem(&file) == alt && alt.is_ascii();
    (alt == file && !file.is_empty()) || ends(&alt) || (bare && !alt.is_empty())
}

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
