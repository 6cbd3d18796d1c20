//! `--emit`: the whole number as a Typst project that plain `typst compile` sets to the same pages.
//!
//! No lock-in, and the way to debug a layout.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};

use crate::edition::file::write_whole;
use crate::edition::messages::EMIT_TAKEN;
use crate::layout::spec::Layout;
use crate::typeset::bundled::BUNDLED;
use crate::typeset::fonts::Fonts;
use jikji_diagnostic::Diagnostic;

/// What every emitted `main.typ` begins with.
const BEGINNING: &str = "#import \"/layouts/";

/// A `main.typ` in `folder` that somebody else wrote.
pub fn taken(folder: &Path) -> Option<Diagnostic> {
    let path = folder.join("main.typ");
    let there = std::fs::read(&path).ok()?;
    let file = format!("`{}`", path.display());
    (!there.starts_with(BEGINNING.as_bytes()))
        .then(|| Diagnostic::general(EMIT_TAKEN).arg("file", file))
}

/// Writes `main.typ`, the layout, the images and all fonts of the build into `folder`.
///
/// # Errors
/// What the file system says, with the path.
pub fn emit(
    folder: &Path,
    markup: &str,
    layout: &Layout,
    assets: &BTreeMap<String, Arc<[u8]>>,
    fonts: &Fonts,
) -> Result<()> {
    write_whole(&folder.join("main.typ"), markup.as_bytes())?;
    for (name, bytes) in &layout.files {
        write_whole(&folder.join("layouts").join(&layout.name).join(name), bytes)?;
    }
    for (path, bytes) in assets {
        write_whole(&folder.join(path), bytes)?;
    }
    for font in &BUNDLED {
        let path = folder.join("fonts").join(font.name);
        let same = std::fs::metadata(&path).is_ok_and(|d| d.len() == font.size as u64);
        if !same {
            write_whole(&path, font.bytes())?;
        }
    }
    for font in fonts.files() {
        let name = font.path.file_name().context("a font file has a name")?;
        write_whole(&folder.join("fonts").join(name), font.bytes()?)?;
    }
    Ok(())
}
