//! The screen edition: PDF/UA-1 and PDF/A-2a in one file, as a reader gets it from a web site.
//!
//! Tagged, with bookmarks, links and page labels from the pages themselves; dates come from the
//! manifest, never from a clock.

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::manifest::model::Issue;
use crate::typeset::Pages;

/// What the file's metadata names as its maker.
pub const CREATOR: &str = concat!("jikji ", env!("CARGO_PKG_VERSION"));

/// Exports the file's bytes.
///
/// # Errors
/// What the standards ask for and the pages lack, as Typst reports it.
pub fn export(issue: &Issue, pages: &Pages) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .expect("PDF/A-2a and PDF/UA-1 share PDF 1.7");
    let options = PdfOptions {
        ident: Smart::Custom(format!("jikji:{}:screen", issue.slug)),
        creator: Smart::Custom(Some(CREATOR.to_string())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(&pages.document, &options).map_err(|errors| errors.into_iter().collect())
}
