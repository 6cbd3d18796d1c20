//! `--emit`: the whole number as a Typst project that plain `typst compile` sets to the same pages.
//!
//! No lock-in, and the way to debug a layout.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use crate::edition::file::write_whole;
use crate::layout::spec::Layout;
use crate::typeset::fonts::BUNDLED;

/// Writes `main.typ`, the layout, the images and the bundled fonts into `folder`.
///
/// # Errors
/// What the file system says, with the path.
pub fn emit(
    folder: &Path,
    markup: &str,
    layout: &Layout,
    assets: &BTreeMap<String, Arc<[u8]>>,
) -> Result<()> {
    write_whole(&folder.join("main.typ"), markup.as_bytes())?;
    for (name, bytes) in &layout.files {
        write_whole(&folder.join("layouts").join(&layout.name).join(name), bytes)?;
    }
    for (path, bytes) in assets {
        write_whole(&folder.join(path), bytes)?;
    }
    for font in BUNDLED {
        let path = folder.join("fonts").join(font.name);
        let same = std::fs::metadata(&path).is_ok_and(|d| d.len() == font.bytes.len() as u64);
        if !same {
            write_whole(&path, font.bytes)?;
        }
    }
    Ok(())
}
