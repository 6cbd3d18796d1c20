//! The print edition: the screen edition's pages in the layout's printing inks, with bleed and marks,
//! as PDF/X-4, and what goes to the shop with it.
//!
//! The same markup is set once more with `sys.inputs.edition = "print"`, filled up to whole sheets;
//! what a press needs is done on the exported bytes by `prepress`, and `prepress` has to accept the
//! result before anybody gets it.

mod against;
mod art;
pub mod artwork;
pub mod conditions;
mod findings;
mod finishing;
mod fonts;
pub mod inks;
pub mod messages;
mod naming;
mod parts;
mod places;
mod plates;
mod report;
mod shop;

use std::ops::Range;
use std::sync::Arc;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use typst_layout::PagedDocument;
use typst_pdf::PdfStandard;

use crate::compose;
use crate::edition::number::SetNumber;
use crate::edition::pdf;
use crate::edition::sheet::{MostInk, Preflight};
use crate::manifest::image::Format;
use crate::manifest::model::Picture;
use crate::typeset::bundled::BUNDLED;
use crate::typeset::outlines::outlined;
use crate::typeset::reprint;
use crate::typeset::world::TypstWorld;
use jikji_diagnostic::{Diagnostic, any_error};
use jikji_prepress::binding::{Fillers, fillers};
use jikji_prepress::preflight::Verdict;
use jikji_prepress::x4::{Day, Job, Originals, Plate, X4Fault, to_x4};

use art::ArtPage;
pub use report::PrintReport;

/// A finished print edition.
#[derive(Debug)]
pub struct Printed {
    /// Its files.
    pub files: Vec<File>,
    /// What was made, for the report.
    pub report: PrintReport,
}

/// Makes the print edition. `None` after an error, which is in `found` then.
///
/// # Errors
/// What the PDF library says of our own file.
pub fn make(number: &SetNumber, found: &mut Vec<Diagnostic>) -> Result<Option<Printed>> {
    let first = number.pages.document.pages().len();
    let filling = fillers(first, number.conditions.binding);
    let document = match set(number, filling) {
        Ok(document) => document,
        Err(problems) => {
            found.extend(problems);
            return Ok(None);
        }
    };
    let pages = document.pages().len();
    let before = found.len();
    let black = number.issue.print.outlines.map(|_| text_black(number));
    let art = art::make(number, pages, black.as_deref(), found)?;
    if any_error(&found[before..]) {
        return Ok(None);
    }
    let known = report(number, filling, pages, &Verdict::default());
    let (made, sheet) = rayon::join(
        || for_the_shop(number, &document, (&art, black.as_deref()), found),
        || shop::SheetDraft::set(number, &known),
    );
    let Some((mut files, verdict)) = made? else { return Ok(None) };
    let report = report(number, filling, pages, &verdict);
    files.extend(sheet.finish(&report, &verdict, &files)?);
    Ok(Some(Printed { files, report }))
}

/// A file's name and bytes.
pub type File = (String, Vec<u8>);

/// The files that are printed, and what the preflight says of the whole; `None` after an error.
fn for_the_shop(
    number: &SetNumber,
    document: &PagedDocument,
    (art, black): (&[ArtPage], Option<&str>),
    found: &mut Vec<Diagnostic>,
) -> Result<Option<(Vec<File>, Verdict)>> {
    let whole = match for_the_press(number, document, art, black) {
        Ok(whole) => whole,
        Err(error) => {
            let fault = error.downcast_ref::<X4Fault>();
            let Some(problem) = fault.and_then(|fault| findings::fault(fault, number, art)) else {
                return Err(error).context("failed to make the print file");
            };
            found.push(problem);
            return Ok(None);
        }
    };
    let mut problems = vec![];
    let verdict = findings::examine(number, &whole, &mut problems);
    fonts::check_file(&number.issue, &verdict, &mut problems);
    let parts = match any_error(&problems) {
        true => vec![],
        false => parts::parts(number, &whole, document.pages().len(), &mut problems)?,
    };
    let failed = any_error(&problems);
    found.extend(problems);
    let mut files = vec![(format!("{}-print.pdf", number.issue.slug), whole)];
    files.extend(parts);
    Ok((!failed).then_some((files, verdict)))
}

/// Sets the pages for the press.
fn set(number: &SetNumber, filling: Fillers) -> Result<PagedDocument, Vec<Diagnostic>> {
    let filled = compose::fill(&number.pages.markup, &number.layout, filling.total());
    let conditions = &number.conditions;
    let mut inputs =
        vec![("edition", "print".to_string()), ("bleed", format!("{}mm", conditions.bleed_mm))];
    if conditions.inks.few().is_some() {
        inputs.push(("inks", serde_json::json!(conditions.inks.plates()).to_string()));
    }
    let fonts = number.world.fonts().clone();
    let pictures = number.issue.pictures.iter().map(|(path, picture)| {
        let bytes = stand_in(number, path, picture).unwrap_or(&picture.bytes);
        (path, bytes)
    });
    let mut world = TypstWorld::new(&number.layout, pictures, fonts, &inputs);
    let added = added(number, filling);
    reprint(&number.pages, &filled, added, None, &mut world, &number.layout, &number.issue)
}

/// What the pages of the press are set and exported with in the place of a picture that the screen shows otherwise:
/// the press gets the author's own, which is not unpacked before it is brought into inks. Drawings are taken as they
/// are.
fn stand_in<'a>(number: &'a SetNumber, path: &str, own: &Picture) -> Option<&'a Arc<[u8]>> {
    let shown = number.shown.get(path).filter(|shown| !Arc::ptr_eq(shown, &own.bytes))?;
    // A page of a PDF is the press's own; the screen has an outline drawing of it.
    if own.drawing.is_some() {
        return None;
    }
    (Format::of(&own.bytes) != Some(Format::Svg)).then_some(shown)
}

/// The pages that fillers take, from 1.
fn added(number: &SetNumber, filling: Fillers) -> Range<usize> {
    let back = number.layout.back.last();
    let back = back.and_then(|back| number.pages.furniture.iter().rfind(|(name, _)| name == back));
    let end = number.pages.document.pages().len() + 1;
    let start = back.map_or(end, |(_, pages)| pages.start);
    start..start + filling.total()
}

/// The pages as PDF/X-4, text as outlines if there is an ink for black ones.
fn for_the_press(
    number: &SetNumber,
    document: &PagedDocument,
    art: &[ArtPage],
    black: Option<&str>,
) -> Result<Vec<u8>> {
    let (day, conditions) = (number.issue.number.published, &number.conditions);
    let (title, identity) = (naming::title(number), pdf::identity(&number.issue.slug, "print"));
    let end = naming::slug_end(number);
    let slug = |page, of| format!("{title}  |  {page}/{of}  |  {end}");
    let mut originals = Originals::default();
    for (path, own) in &number.issue.pictures {
        if let Some(shown) = stand_in(number, path, own) {
            originals.add(shown, &own.bytes);
        }
    }
    let plates = art.iter().map(|art| {
        let ink = conditions.inks.of_art(art.place);
        let spot = number.issue.print.plates[art.place].spot.as_ref();
        let spot = spot.map(|spot| spot.value.as_str());
        Plate { pdf: &art.pdf, ink, spot, page: art.page }
    });
    let plates: Vec<Plate<'_>> = plates.collect();
    let job = Job {
        profile: &conditions.profile,
        trim_mm: number.layout.page.trim,
        bleed_mm: conditions.bleed_mm,
        marks: number.issue.print.marks,
        title: &title,
        slug: &slug,
        slug_font: BUNDLED[0].bytes(),
        document_id: &identity,
        date: Day { year: day.year, month: day.month, day: day.day },
        binding: Some(conditions.binding),
        creator: pdf::CREATOR,
        overprint_black: true,
        originals: &originals,
        spots: &conditions.inks.spots,
        finish: &|name| conditions.inks.finish(name),
        outlines: black,
        plates: &plates,
        few: conditions.inks.few(),
    };
    let drawn = black.map(|black| outlined(document.clone(), black));
    let document = drawn.as_ref().unwrap_or(document);
    // Without tags: X-4 has no use for them.
    let pdf = pdf::export_own(document, identity.clone(), &[PdfStandard::V_1_6], false)?;
    to_x4(&pdf, &job)
}

/// The ink of black text that stands as outlines: a name by what all pictures are, which none of them can hold.
fn text_black(number: &SetNumber) -> String {
    let mut digest = Sha256::new();
    number.issue.pictures.values().for_each(|picture| digest.update(&picture.bytes));
    let digest: [u8; 32] = digest.finalize().into();
    format!("jikji text black {}", digest.map(|byte| format!("{byte:02x}")).concat())
}

fn report(number: &SetNumber, filling: Fillers, pages: usize, verdict: &Verdict) -> PrintReport {
    let most = verdict.ink.iter().max_by(|a, b| a.max_percent.total_cmp(&b.max_percent));
    PrintReport {
        pages,
        filler_notes: filling.notes,
        filler_blank: filling.blank,
        fillers_from: (filling.total() > 0).then(|| added(number, filling).start),
        binding: number.conditions.binding,
        spine_mm: number.conditions.spine_mm(pages),
        profile: number.conditions.profile.name.clone(),
        plates: verdict.plates.clone(),
        most_ink: most.map(|ink| MostInk { page: ink.page, percent: ink.max_percent }),
        preflight: Preflight { errors: verdict.errors(), warnings: verdict.warnings() },
    }
}
