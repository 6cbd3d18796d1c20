//! The screen edition: PDF/UA-1 and PDF/A-2a in one file, as a reader gets it from a web site.
//!
//! Tagged, with bookmarks, links and page labels from the pages themselves; dates come from the
//! manifest, never from a clock.

use typst_pdf::PdfStandard;

use super::number::SetNumber;
use super::pdf;
use crate::typeset::export_trouble;
use jikji_diagnostic::Diagnostic;

/// Both share PDF 1.7.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];

/// Exports the file's bytes.
///
/// # Errors
/// What the standards ask for and the pages lack, in the author's terms.
pub fn export(number: &SetNumber) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let SetNumber { issue, layout, world, pages, .. } = number;
    let identity = pdf::identity(&issue.slug, "screen");
    pdf::export(&pages.document, identity, &STANDARDS, true)
        .map_err(|found| export_trouble(&found, world, &pages.markup, layout, issue))
}
