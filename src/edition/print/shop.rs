//! The print specification sheet (인쇄 사양서) of a finished print edition: one A4 page, and JSON.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::Result;
use typst_layout::PagedDocument;

use super::report::PrintReport;
use crate::edition::number::SetNumber;
use crate::edition::pdf;
use crate::edition::sheet::{
    self, Content, FinishingPlate, HandedFile, LowestImage, Measured, PageCount, PaperPart,
    PrintingCondition, Sides, Specification, Spot, Trim, ticket,
};
use crate::typeset::set_plain;
use crate::typeset::world::TypstWorld;
use jikji_diagnostic::source::Text;
use jikji_prepress::binding::{Binding, COVER_PAGES, Part, Side, side};
use jikji_prepress::preflight::Verdict;
use jikji_prose::period::Date;

/// Cyan, magenta, yellow and black come first among the plates.
const PROCESS_PLATES: usize = 4;

/// A sheet in the making.
pub struct SheetDraft<'a> {
    number: &'a SetNumber,
    world: TypstWorld,
}

impl<'a> SheetDraft<'a> {
    /// Sets a sheet that tells all but what is to be measured on the files. Nobody sees it, but the
    /// finished one takes over what was laid out for it, and this one can be set while the files are
    /// still being made.
    pub fn set(number: &'a SetNumber, report: &PrintReport) -> Self {
        let mut world = TypstWorld::bare(Arc::clone(number.world.fonts()));
        let specification = describe(number, report, &Verdict::default(), &[]);
        world.set_main(&sheet::markup(&specification, sheet::UNITS[0]));
        // What is wrong with it is wrong with the finished sheet too, and is said then.
        let _ = world.draft();
        Self { number, world }
    }

    /// The sheet's two files and the job ticket, which describe `files`.
    ///
    /// # Errors
    /// What Typst says of the sheet.
    pub fn finish(
        mut self,
        report: &PrintReport,
        verdict: &Verdict,
        files: &[(String, Vec<u8>)],
    ) -> Result<Vec<(String, Vec<u8>)>> {
        let number = self.number;
        let specification = describe(number, report, verdict, files);
        let document = self.fitted(&specification)?;
        let identity = pdf::identity(&number.issue.slug, "print-spec");
        let page = pdf::export_own(&document, identity, &[], true)?;
        let json = crate::report::json(&specification) + "\n";
        let ticket = ticket::xjdf(&specification, &number.issue.slug);
        let name = |end: &str| format!("{}-print{end}", number.issue.slug);
        Ok(vec![
            (name("-spec.pdf"), page),
            (name("-spec.json"), json.into_bytes()),
            (name(".xjdf"), ticket.into_bytes()),
        ])
    }

    /// The sheet at the roomiest unit that keeps it on one page, else at the tightest.
    fn fitted(&mut self, specification: &Specification) -> Result<PagedDocument> {
        let [roomier @ .., tightest] = sheet::UNITS;
        for unit in roomier {
            let document = set_plain(&mut self.world, &sheet::markup(specification, unit))?;
            if document.pages().len() == 1 {
                return Ok(document);
            }
        }
        set_plain(&mut self.world, &sheet::markup(specification, tightest))
    }
}

fn describe(
    number: &SetNumber,
    report: &PrintReport,
    verdict: &Verdict,
    files: &[(String, Vec<u8>)],
) -> Specification {
    let (issue, print, conditions) = (&number.issue, &number.issue.print, &number.conditions);
    let day = issue.number.published;
    let (width, height) = number.layout.page.trim;
    Specification {
        title: number.issue.publication.name.text.clone(),
        number: format!("{}년 {}월호", issue.number.year, issue.number.months()),
        publisher: number.issue.publication.publisher.text.clone(),
        published: Some(date(day)),
        trim_mm: Trim { width, height },
        bleed_mm: conditions.bleed_mm,
        marks: print.marks,
        pages: PageCount {
            total: report.pages,
            cover: cover_pages(report.pages),
            inside: report.pages - cover_pages(report.pages),
            notes: report.filler_notes,
            blank: report.filler_blank,
        },
        binding: conditions.binding,
        spine_mm: report.spine_mm,
        creep_mm: conditions.creep_mm(),
        quantity: print.quantity,
        due: print.order.due.map(date),
        proof: print.order.proof.as_ref().map(trimmed),
        finishing: print.order.finishing.iter().map(trimmed).collect(),
        parts: stocks(number, report.pages, verdict),
        inks: conditions.inks.plates(),
        outlines: print.outlines.is_some(),
        plates: plates(number, verdict),
        profile: PrintingCondition {
            name: conditions.profile.name.clone(),
            condition: conditions.profile.condition.clone(),
            ink_limit_percent: conditions.profile.ink_limit_percent,
        },
        files: handed_over(files, report),
        measured: measured(report, verdict),
        contact: contact(number),
    }
}

fn date(day: Date) -> String {
    format!("{}-{:02}-{:02}", day.year, day.month, day.day)
}

fn trimmed(text: &Text) -> String {
    text.value.trim().to_string()
}

/// Under four pages everything is cover.
fn cover_pages(pages: usize) -> usize {
    pages.min(COVER_PAGES)
}

/// Cover and inside with their papers and inks. The outside of a cover is its first and last page; an
/// inside sheet has the same inks on both sides.
fn stocks(number: &SetNumber, pages: usize, verdict: &Verdict) -> Vec<PaperPart> {
    let (paper, coating) = (&number.issue.print.paper, &number.issue.print.order.coating);
    let stock =
        |part: Part, [paper, coating]: [&Option<Text>; 2], front: Vec<usize>, back: Vec<usize>| {
            let count = front.len() + back.len();
            let (front, on_front) = inks(&front, verdict);
            let (back, on_back) = inks(&back, verdict);
            let names = on_front.union(&on_back);
            let is_ink = |name: &&String| number.conditions.inks.finish(name).is_none();
            let names: BTreeSet<&String> = names.filter(is_ink).collect();
            let spot = |name: &String| Spot {
                name: name.clone(),
                front: on_front.contains(name),
                back: on_back.contains(name),
            };
            PaperPart {
                name: part.korean().into(),
                is_cover: part == Part::Cover,
                pages: count,
                paper: paper.as_ref().map(trimmed),
                coating: coating.as_ref().map(trimmed),
                inks: Sides { front: count_of(&front), back: count_of(&back) },
                process: [front, back],
                spots: names.into_iter().map(spot).collect(),
            }
        };
    let on = |wanted: Side| (1..=pages).filter(|&page| side(page, pages) == wanted).collect();
    let inside: Vec<usize> = on(Side::Inside);
    let cover =
        stock(Part::Cover, [&paper.0, &coating.0], on(Side::CoverOuter), on(Side::CoverInner));
    if inside.is_empty() {
        return vec![cover];
    }
    let (front, back) = inside.into_iter().partition(|page| page % 2 == 1);
    vec![cover, stock(Part::Inside, [&paper.1, &coating.1], front, back)]
}

fn count_of(inks: &[String]) -> u8 {
    u8::try_from(inks.len()).unwrap_or(u8::MAX)
}

/// The plates that carry no ink, and the pages that have something on them.
fn plates(number: &SetNumber, verdict: &Verdict) -> Vec<FinishingPlate> {
    let all = verdict.plates.iter().enumerate().skip(PROCESS_PLATES);
    let plates = all.filter_map(|(at, name)| {
        let finish = number.conditions.inks.finish(name)?;
        let on = |page: &(usize, &Vec<usize>)| page.1.contains(&at);
        let pages = (1..).zip(&verdict.inked).filter(on).map(|(page, _)| page).collect();
        let (kind, word) = (finish.name().into(), finish.korean().into());
        Some(FinishingPlate { name: name.clone(), kind, finish: word, pages })
    });
    plates.filter(|plate| !plate.pages.is_empty()).collect()
}

/// The process inks that some pages take, and the spot colours.
fn inks(pages: &[usize], verdict: &Verdict) -> (Vec<String>, BTreeSet<String>) {
    let plates: BTreeSet<usize> =
        pages.iter().filter_map(|page| verdict.inked.get(page - 1)).flatten().copied().collect();
    let (process, spots): (Vec<usize>, Vec<usize>) =
        plates.into_iter().partition(|plate| *plate < PROCESS_PLATES);
    let name = |plate: usize| verdict.plates.get(plate).cloned();
    (process.into_iter().filter_map(name).collect(), spots.into_iter().filter_map(name).collect())
}

/// Where `split = true`, the parts are what is printed and the whole is there to compare.
fn handed_over(files: &[(String, Vec<u8>)], report: &PrintReport) -> Vec<HandedFile> {
    let cover = cover_pages(report.pages);
    let content = |name: &str| match name {
        // A bound number's cover is one piece around the spine, printed on both sides.
        name if name.ends_with("-cover.pdf") && report.binding == Binding::Perfect => {
            (Content::CoverSpread, 2)
        }
        name if name.ends_with("-cover.pdf") => (Content::Cover, cover),
        name if name.ends_with("-inside.pdf") => (Content::Inside, report.pages - cover),
        _ if files.len() > 1 => (Content::Compared, report.pages),
        _ => (Content::Whole, report.pages),
    };
    let entry = |(name, bytes): &(String, Vec<u8>)| {
        let (content, pages) = content(name);
        HandedFile::new(name, content, pages, bytes)
    };
    files.iter().map(entry).collect()
}

fn measured(report: &PrintReport, verdict: &Verdict) -> Measured {
    let lowest = verdict.images.iter().min_by(|a, b| a.ppi.total_cmp(&b.ppi));
    Measured {
        ink: report.most_ink,
        image: lowest.map(|image| LowestImage { page: image.page, ppi: image.ppi }),
        fonts: verdict.fonts.iter().map(|font| font.name.clone()).collect(),
        preflight: Some(report.preflight),
    }
}

/// The colophon's texts, a line each.
fn contact(number: &SetNumber) -> Vec<String> {
    let mut lines = vec![];
    for (_, value) in &number.issue.colophon {
        value.visit(&mut |shown| lines.extend(shown.text().map(Cow::into_owned)));
    }
    lines
}
