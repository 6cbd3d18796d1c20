//! The arguments of the commands that work on print files.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::layout::length;
use crate::manifest::BLEED;
use jikji_prepress::impose::CREEP_MM;
use jikji_prepress::preflight::Standard;

/// Arguments of `preflight`.
#[derive(Debug, Args)]
pub struct PreflightArgs {
    /// The PDFs, or folders of them.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the files are held to: a shop profile (coated, uncoated, digital, or the path of a TOML
    /// file), or only the ink limit of a printing condition (coated-fogra39, uncoated-fogra29, or
    /// the path of an ICC file). Without it the condition a file names, or else coated-fogra39.
    #[arg(long)]
    pub profile: Option<String>,
    /// The standard the files must keep, x4 by default; with none, what the press would suffer from
    /// is all that counts.
    #[arg(long, value_enum)]
    pub standard: Option<StandardArg>,
    /// The bleed every side must have, such as 3mm or 0.125in; 3mm by default.
    #[arg(long, value_name = "LENGTH", value_parser = bleed)]
    pub bleed: Option<f64>,
    /// Also write a report: a page for people (.html, .pdf), or what was found for other programs
    /// (.sarif, or .xml for JUnit). May be given several times.
    #[arg(long, value_name = "FILE", value_parser = report)]
    pub report: Vec<Report>,
    /// Also write a picture of each page with its findings marked into this folder.
    #[arg(long, value_name = "DIR")]
    pub png: Option<PathBuf>,
    /// Print the verdict for machines.
    #[arg(long)]
    pub json: bool,
}

/// The standards a file can be held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StandardArg {
    /// PDF/X-4.
    X4,
    /// PDF/X-3.
    X3,
    /// PDF/X-1a.
    X1a,
    /// None.
    None,
}

impl From<StandardArg> for Standard {
    fn from(asked: StandardArg) -> Self {
        match asked {
            StandardArg::X4 => Self::X4,
            StandardArg::X3 => Self::X3,
            StandardArg::X1a => Self::X1a,
            StandardArg::None => Self::None,
        }
    }
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
    #[arg(long, value_name = "MM", default_value_t = 0.0, allow_negative_numbers = true, value_parser = creep)]
    pub creep: f64,
    /// Leave out fold, crop and collation marks.
    #[arg(long)]
    pub no_marks: bool,
    /// Proofs of several pages a sheet instead of a booklet, such as 2x2.
    #[arg(long, value_name = "COLUMNSxROWS", value_parser = n_up, conflicts_with = "creep")]
    pub n_up: Option<(u8, u8)>,
}

/// A report that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Where it goes.
    pub path: PathBuf,
    /// What it is.
    pub kind: ReportKind,
}

/// The kinds of reports, by the ends of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// A page for a browser.
    Html,
    /// A page for paper.
    Pdf,
    /// SARIF.
    Sarif,
    /// JUnit.
    JUnit,
}

/// Reads `out.html`.
fn report(text: &str) -> Result<Report, String> {
    let path = PathBuf::from(text);
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    let kind = match end.as_deref() {
        Some("html" | "htm") => ReportKind::Html,
        Some("pdf") => ReportKind::Pdf,
        Some("sarif") => ReportKind::Sarif,
        Some("xml") => ReportKind::JUnit,
        _ => return Err("wants a name that ends in .html, .pdf, .sarif or .xml".into()),
    };
    Ok(Report { path, kind })
}

/// Reads `3mm`, as a manifest has it.
fn bleed(text: &str) -> Result<f64, String> {
    let mm = length::millimetres(text).filter(|mm| BLEED.contains(mm));
    mm.ok_or_else(|| "wants a length from 0mm to 20mm, such as 3mm".into())
}

/// Reads `0.12`.
fn creep(text: &str) -> Result<f64, String> {
    let mm = text.parse::<f64>().ok().filter(|mm| CREEP_MM.contains(mm));
    let most = CREEP_MM.end();
    mm.ok_or_else(|| format!("wants mm from 0 to {most}, such as 0.12"))
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
