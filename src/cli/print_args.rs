//! The arguments of the commands that work on print files.

use std::path::PathBuf;

use clap::Args;

use crate::layout::length;
use crate::manifest::BLEED;

/// The largest print file that is read, in bytes.
pub const LARGEST: u64 = 2 << 30;

/// Arguments of `preflight`.
#[derive(Debug, Args)]
pub struct PreflightArgs {
    /// The PDF.
    pub file: PathBuf,
    /// The printing condition whose ink limit holds: coated-fogra39, uncoated-fogra29, or the path
    /// of an ICC file. Without it the one the file names, or else coated-fogra39.
    #[arg(long)]
    pub profile: Option<String>,
    /// The bleed every side must have, such as 3mm or 0.125in.
    #[arg(long, value_name = "LENGTH", default_value = "3mm", value_parser = bleed)]
    pub bleed: f64,
    /// Also write a picture of each page with its findings marked into this folder.
    #[arg(long, value_name = "DIR")]
    pub png: Option<PathBuf>,
    /// Print the verdict for machines.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `impose`.
#[derive(Debug, Args)]
pub struct ImposeArgs {
    /// The print file.
    pub file: PathBuf,
    /// Where the imposed file goes.
    #[arg(long)]
    pub out: PathBuf,
    /// The sheet, in mm, for two trimmed pages side by side.
    #[arg(long, value_name = "WxH", default_value = "420x297", value_parser = sheet)]
    pub sheet: (f64, f64),
    /// How far each sheet of a booklet pushes the next out, in mm.
    #[arg(long, value_name = "MM", default_value_t = 0.0)]
    pub creep: f64,
    /// Leave out fold, crop and collation marks.
    #[arg(long)]
    pub no_marks: bool,
    /// Proofs of several pages a sheet instead of a booklet, such as 2x2.
    #[arg(long, value_name = "COLUMNSxROWS", value_parser = n_up, conflicts_with = "creep")]
    pub n_up: Option<(u8, u8)>,
}

/// Reads `3mm`, as a manifest has it.
fn bleed(text: &str) -> Result<f64, String> {
    let mm = length::millimetres(text).filter(|mm| BLEED.contains(mm));
    mm.ok_or_else(|| "wants a length from 0mm to 20mm, such as 3mm".into())
}

/// Reads `420x297`.
fn sheet(text: &str) -> Result<(f64, f64), String> {
    let (width, height) =
        text.split_once('x').ok_or("wants WIDTHxHEIGHT in mm, such as 420x297")?;
    let side = |side: &str| match side.parse::<f64>() {
        Ok(mm) if (10.0..=5000.0).contains(&mm) => Ok(mm),
        _ => Err(format!("`{side}` is no side of a sheet in mm")),
    };
    Ok((side(width)?, side(height)?))
}

/// Reads `2x2`.
fn n_up(text: &str) -> Result<(u8, u8), String> {
    let (columns, rows) = text.split_once('x').ok_or("wants COLUMNSxROWS, such as 2x2")?;
    let count = |count: &str| match count.parse::<u8>() {
        Ok(count @ 1..=16) => Ok(count),
        _ => Err(format!("`{count}` is no count from 1 to 16")),
    };
    Ok((count(columns)?, count(rows)?))
}
