//! The screen edition: PDF/UA-1 and PDF/A-2a in one file, as a reader gets it from a web site.
//!
//! Tagged, with bookmarks, links and page labels from the pages themselves; dates come from the
//! manifest, never from a clock.

use typst::diag::SourceDiagnostic;
use typst_pdf::PdfStandard;

use super::pdf;
use crate::manifest::model::Issue;
use crate::typeset::Pages;

/// Both share PDF 1.7.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];

/// Exports the file's bytes.
///
/// # Errors
/// What the standards ask for and the pages lack, as Typst reports it.
pub fn export(issue: &Issue, pages: &Pages) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
    pdf::export(&pages.document, pdf::identity(&issue.slug, "screen"), &STANDARDS, true)
}
