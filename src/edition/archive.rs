//! The archive edition: the screen edition's pages as PDF/A-3a and PDF/UA-1, with everything they were
//! made of attached, so that the file alone can be made again.
//!
//! It attaches what it is given; what belongs to a number is the lock's to know.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst_pdf::PdfStandard;

use super::pdf;
use crate::compose::markup::Markup;
use crate::edition::number::SetNumber;
use crate::typeset::world::TypstWorld;
use crate::typeset::{export_trouble, reprint};
use crate::typst_string;
use jikji_diagnostic::Diagnostic;

/// Both share PDF 1.7.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_3a, PdfStandard::Ua_1];

/// The most files one carries, and restoring takes out.
pub const MOST_FILES: usize = 4096;
/// The most bytes they may have in all.
pub const MOST_BYTES: usize = 256 << 20;

/// A file that goes into the PDF.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its path in the issue's folder, with `/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// What it is to the pages (PDF 2.0, AFRelationship).
    pub relationship: Relationship,
}

/// What an attached file is to the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    /// They were made of it.
    Source,
    /// It explains them.
    Supplement,
}

/// Makes the file's bytes.
///
/// # Errors
/// What Typst says of the pages or of the export, in the author's terms.
pub fn export(number: &SetNumber, attachments: &[Attachment]) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut assets: BTreeMap<String, Arc<[u8]>> = number.shown.clone();
    assets.extend(attachments.iter().map(|file| (attached(&file.name), file.bytes.clone())));
    let fonts = number.world.fonts().clone();
    let mut world = TypstWorld::new(&number.layout, &assets, fonts, &[]);
    let markup = with_attachments(&number.pages.markup, attachments);
    let end = number.pages.document.pages().len() + 1;
    let (layout, issue) = (&number.layout, &number.issue);
    let ppi = Some(layout.screen_ppi);
    let document = reprint(&number.pages, &markup, end..end, ppi, &mut world, layout, issue)?;
    let identity = pdf::identity(&number.issue.slug, "archive");
    pdf::export(&document, identity, &STANDARDS, true)
        .map_err(|found| export_trouble(&found, &world, &markup, layout, issue))
}

/// The markup with one call more a file, after all pages.
fn with_attachments(markup: &Markup, attachments: &[Attachment]) -> Markup {
    let mut markup = markup.clone();
    for file in attachments {
        let relationship = match file.relationship {
            Relationship::Source => "source",
            Relationship::Supplement => "supplement",
        };
        markup.text.push_str(&format!(
            "\n#pdf.attach({}, read({}, encoding: none), relationship: \"{relationship}\", mime-type: \"{}\", \
             description: \"{}\")",
            typst_string::of(&format!("/{}", file.name)),
            typst_string::of(&format!("/{}", attached(&file.name))),
            media_type(&file.name),
            description(&file.name),
        ));
    }
    markup.text.push('\n');
    markup
}

/// What the pages call a file that is attached: its own name may be that of a picture as a screen shows it. No file
/// of an archive edition is hidden.
fn attached(name: &str) -> String {
    format!(".attached/{name}")
}

/// The media type of a file by its name's end (IANA; RFC 9512 and the like).
fn media_type(name: &str) -> &'static str {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    match end.to_ascii_lowercase().as_str() {
        "toml" | "lock" => "application/toml",
        "md" => "text/markdown",
        "svg" => "image/svg+xml",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "icc" | "icm" => "application/vnd.iccprofile",
        "otf" => "font/otf",
        "ttf" => "font/ttf",
        "txt" | "typ" => "text/plain",
        _ => "application/octet-stream",
    }
}

/// What a viewer shows beside the name.
fn description(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        _ if name.starts_with("layouts/") => "레이아웃 · layout",
        _ if name.starts_with("fonts/") => "글꼴 · font",
        "toml" => "원고 · manifest",
        "md" => "본문 · text",
        "lock" => "잠금 파일 · lock file",
        "txt" => "다시 만드는 방법 · how to rebuild",
        "icc" | "icm" => "출력 프로파일 · output profile",
        _ => "그림 · picture",
    }
}
