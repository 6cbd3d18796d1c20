//! What every PDF of ours is exported with: a steady identity, our name, and no clock.

use anyhow::{Context, Result, anyhow};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::syntax::Span;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use jikji_prepress::tagged::with_references;

/// What the files' metadata names as their maker.
pub const CREATOR: &str = concat!("jikji ", env!("CARGO_PKG_VERSION"));

/// What stays the same over all builds of one file of an issue.
pub fn identity(slug: &str, file: &str) -> String {
    format!("jikji:{slug}:{file}")
}

/// Exports pages to `standards`, which go together.
///
/// # Errors
/// What the standards ask for and the pages lack, as Typst reports it.
pub fn export(
    document: &PagedDocument,
    identity: String,
    standards: &[PdfStandard],
    tagged: bool,
) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some(CREATOR.to_string())),
        timestamp: None,
        page_ranges: None,
        standards: PdfStandards::new(standards).expect("the standards of an edition go together"),
        tagged,
        pretty: false,
    };
    let pdf = typst_pdf::pdf(document, &options)
        .map_err(|errors| errors.into_iter().collect::<Vec<_>>())?;
    match tagged {
        true => with_references(pdf)
            .map_err(|fault| vec![SourceDiagnostic::error(Span::detached(), format!("{fault:?}"))]),
        false => Ok(pdf),
    }
}

/// The same for pages whose faults no author can mend.
///
/// # Errors
/// The first thing Typst reports.
pub fn export_own(
    document: &PagedDocument,
    identity: String,
    standards: &[PdfStandard],
    tagged: bool,
) -> Result<Vec<u8>> {
    export(document, identity, standards, tagged)
        .map_err(|errors| {
            let first = errors.first().map_or("no reason", |error| error.message.as_str());
            anyhow!("{first}")
        })
        .context("failed to export pages of the program's own")
}
