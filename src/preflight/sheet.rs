//! The report as a PDF, set by the program's own Typst in the fonts of the house.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use super::list;
use super::summary::Summary;
use super::view::View;
use crate::edition::pdf;
use crate::edition::sheet::printable;
use crate::typeset::fonts::Fonts;
use crate::typeset::set_plain;
use crate::typeset::world::TypstWorld;
use crate::typst_string;
use jikji_diagnostic::Lang;

/// The design: a function `report` of the view.
const TEMPLATE: &str = include_str!("report.typ");

/// The report on one file as a PDF.
///
/// # Errors
/// What Typst says of a page of our own.
pub fn pdf(view: &View) -> Result<Vec<u8>> {
    // The machine's own fonts would have others read another report.
    let fonts = Arc::new(Fonts::collect(Path::new(""), false));
    let pictures = &view.pictures.pages;
    let files = pictures.iter().map(|page| (page.name.clone(), page.jpeg.clone()));
    let mut world = TypstWorld::with_pictures(fonts, files);
    let document = set_plain(&mut world, &markup(view))?;
    let identity = pdf::identity(view.sha256.as_deref().unwrap_or("files"), "preflight");
    pdf::export_own(&document, identity, &[], true)
}

/// The report on many files as a PDF.
///
/// # Errors
/// As those of [`pdf`].
pub fn list_pdf(files: &[Summary], lang: Lang) -> Result<Vec<u8>> {
    pdf(&list::view(files, lang))
}

/// All data goes in as one string literal that holds JSON, so that no text can turn into markup.
fn markup(view: &View) -> String {
    let mut data = serde_json::to_value(view).unwrap_or_default();
    printable(&mut data);
    let data = typst_string::of(&data.to_string());
    format!("{TEMPLATE}\n#report(json(bytes({data})))\n")
}
