//! `--png`: pictures of the pages, for proofs and for web pages that show a number.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use typst_render::RenderOptions;

use crate::edition::file::write_whole;
use crate::refused::{REMOVING, refused};
use crate::typeset::Pages;

/// The resolutions offered, pixels per inch.
pub const PPI_RANGE: std::ops::RangeInclusive<i64> = 18..=600;

/// Writes one PNG a page at `ppi` pixels per inch, trimmed, as `<slug>-01.png` and so on. Pictures of
/// pages that the number had once and has no more are removed.
///
/// # Errors
/// What the file system says, with the path.
pub fn write_pages(folder: &Path, slug: &str, pages: &Pages, ppi: u16) -> Result<Vec<PathBuf>> {
    let options =
        RenderOptions { pixel_per_pt: (f64::from(ppi) / 72.0).into(), ..RenderOptions::default() };
    let all = pages.document.pages();
    let digits = all.len().to_string().len().max(2);
    let path = |page: usize| folder.join(format!("{slug}-{page:0digits$}.png"));
    let mut written = vec![];
    for (index, page) in all.iter().enumerate() {
        let picture = typst_render::render(page, &options);
        let bytes = picture.encode_png().context("failed to encode a page picture")?;
        write_whole(&path(index + 1), &bytes)?;
        written.push(path(index + 1));
    }
    let left = (all.len() + 1..).map(path).take_while(|path| path.is_file());
    for path in left {
        std::fs::remove_file(&path).map_err(refused(REMOVING, &path))?;
    }
    Ok(written)
}
