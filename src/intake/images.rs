//! Takes a picture into the folder beside the manifest, under a name of its own.
//!
//! What a tab or a manuscript calls it is no path: of it only letters and digits are left.

use std::path::{Path, PathBuf};

use crate::document::{file, portable};
use crate::edition::file::{make_folder, write_new};
use crate::manifest::image::Format;
use crate::refused::{READING, refused};
use jikji_prose::normal::nfc;

pub use crate::manifest::image::LARGEST;

/// Where pictures stand.
const FOLDER: &str = "images";

/// The longest name, characters.
const LONGEST: usize = 60;

/// How many pictures may have one name.
const MOST: usize = 999;

/// A picture of the number.
#[derive(Debug)]
pub struct Taken {
    /// As a manifest names it.
    pub file: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it was not there before.
    pub new: bool,
}

/// Takes a picture; none if the bytes are none, or too many.
///
/// # Errors
/// What the file system says.
pub fn take(manifest: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<Option<Taken>> {
    match Format::of(bytes) {
        Some(format) => take_as(manifest, name, format.extension(), bytes),
        None => Ok(None),
    }
}

/// Takes a file with this ending; none if it holds too much.
///
/// # Errors
/// What the file system says.
pub fn take_as(
    manifest: &Path,
    name: &str,
    ending: &str,
    bytes: &[u8],
) -> anyhow::Result<Option<Taken>> {
    if bytes.len() as u64 > LARGEST {
        return Ok(None);
    }
    let own = file::folder(manifest);
    let own = own.canonicalize().map_err(refused(READING, own))?;
    let folder = own.join(FOLDER);
    make_folder(&folder)?;
    // It may be a link that leads elsewhere.
    if !folder.canonicalize().map_err(refused(READING, &folder))?.starts_with(&own) {
        return Ok(None);
    }
    let stem = stem(name);
    for count in 1..=MOST {
        let number = if count == 1 { String::new() } else { format!("-{count}") };
        let name = format!("{stem}{number}.{ending}");
        let path = folder.join(&name);
        let new = write_new(&path, bytes)?;
        let same = || std::fs::read(&path).is_ok_and(|there| there == bytes);
        if new || same() {
            return Ok(Some(Taken { file: format!("{FOLDER}/{name}"), path, new }));
        }
    }
    Ok(None)
}

/// What is left of a name: its letters and digits, without folders and ending.
fn stem(name: &str) -> String {
    let name = nfc(name);
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let base = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let sign = |c: char| if c.is_alphanumeric() || c == '_' { c } else { '-' };
    let signs: String = base.chars().map(sign).take(LONGEST).collect();
    let words: Vec<&str> = signs.split('-').filter(|word| !word.is_empty()).collect();
    let stem = words.join("-");
    match stem.is_empty() || portable::is_device(&stem) {
        true => format!("image-{stem}").trim_end_matches('-').to_string(),
        false => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::{stem, take};

    #[test]
    fn names_are_no_paths() {
        for (name, left) in [
            ("사진 1.PNG", "사진-1"),
            ("../../etc/passwd", "passwd"),
            ("C:\\a\\b.c.jpg", "b-c"),
            ("...", "image"),
            ("NUL.png", "image-NUL"),
            ("com1", "image-com1"),
            ("a\0b\u{202e}c", "a-b-c"),
            ("\u{1112}\u{1161}.png", "하"),
        ] {
            assert_eq!(stem(name), left, "{name:?}");
        }
        assert_eq!(stem(&"가".repeat(500)).chars().count(), 60);
    }

    #[test]
    fn a_picture_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = folder.path().join("issue.toml");
        let picture =
            |end: &[u8]| [&[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'], end].concat();
        let taken = |end: &[u8]| take(&manifest, "a.gif", &picture(end)).unwrap().unwrap();
        let first = taken(b"1");
        assert_eq!((first.file.as_str(), first.new), ("images/a.png", true));
        assert_eq!(taken(b"2").file, "images/a-2.png");
        let again = taken(b"1");
        assert_eq!((again.file.as_str(), again.new), ("images/a.png", false));
        assert!(take(&manifest, "a.png", b"no picture").unwrap().is_none());
    }
}
