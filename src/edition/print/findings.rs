//! What preflight and the PDF/X-4 pass found on our own file, in the author's terms: the entry that
//! stands on the page.

use crate::edition::number::SetNumber;
use crate::edition::print::art::ArtPage;
use crate::edition::print::artwork::is_short;
use crate::edition::print::messages as say;
use crate::edition::print::places::pdf_at;
use crate::manifest::image;
use crate::manifest::model::{Finishing, Shown};
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Diagnostic, Lang, Message, Phrase, Severity};
use jikji_prepress::preflight::{
    Finding, InkMeasure, Limits, PageCounts, Shop, Standard, Verdict, preflight, rules, words,
};
use jikji_prepress::words::{FONT_OUTSIDE, TYPE_3};
use jikji_prepress::x4::X4Fault;

/// Runs the preflight on a file of ours; what it says goes to `found`.
pub fn examine(number: &SetNumber, pdf: &[u8], found: &mut Vec<Diagnostic>) -> Verdict {
    report(number, pdf, limits(number), found)
}

/// The same for one of the parts of it: a shop's sizes and counts are those of the whole.
pub fn examine_part(number: &SetNumber, pdf: &[u8], found: &mut Vec<Diagnostic>) -> Verdict {
    let limits = limits(number);
    let pages = PageCounts::default();
    let shop = Shop { trims_mm: vec![], pages, ..limits.shop };
    report(number, pdf, Limits { shop, ..limits }, found)
}

/// What the number's file is held to: what its shop takes, and what every press needs.
fn limits(number: &SetNumber) -> Limits {
    let (print, conditions) = (&number.issue.print, &number.conditions);
    let shop = print.shop.as_ref().map(|shop| &shop.value);
    let asked = shop.map_or_else(Limits::default, |shop| shop.limits.clone());
    // A limit that the shop names itself goes before that of the printing condition.
    let named = shop.is_some() && !asked.ink_by_intent;
    let own = conditions.profile.ink_limit_percent;
    let few = conditions.inks.few().map(|_| conditions.inks.plates().len());
    let technical = conditions.inks.technical();
    let technical = technical.filter_map(|spot| Some((spot.name.clone(), spot.finish?))).collect();
    let most_inks = few.into_iter().chain(asked.shop.most_inks).min();
    Limits {
        // What is printed under is held against the shop's before anything is set.
        shop: Shop { most_inks, technical, condition: None, ..asked.shop },
        standard: Standard::X4,
        ink_limit_percent: if named { asked.ink_limit_percent } else { own },
        ink_by_intent: false,
        bleed_mm: shop.and_then(|shop| shop.bleed_mm).unwrap_or(conditions.bleed_mm),
        expect_marks: asked.expect_marks.or(Some(print.marks)),
        ink: InkMeasure::WorstSpot,
        ..asked
    }
}

fn report(number: &SetNumber, pdf: &[u8], limits: Limits, found: &mut Vec<Diagnostic>) -> Verdict {
    let verdict = preflight(pdf, &limits, &mut |_, _| {});
    found.extend(diagnostics(&verdict, number));
    verdict
}

/// A preflight's findings.
fn diagnostics(verdict: &Verdict, number: &SetNumber) -> Vec<Diagnostic> {
    let told = |finding| {
        let told = diagnostic(finding, number);
        let plate = plate_of(finding, number, verdict.pages);
        let picture = plate.or_else(|| picture_of(finding, verdict, number));
        let picture = picture.or_else(|| asked_at(finding, number));
        let pdf = || {
            let (page, place) = (finding.page?, finding.place?);
            pdf_at(number, (page, entry_on(page, number)?), place)
        };
        match picture.map_or_else(pdf, |_| None) {
            Some((pdf, span)) => {
                Diagnostic { span: Some(span), ..told }.origin(pdf.texts.name.as_str())
            }
            None => Diagnostic { span: picture.or(told.span), ..told },
        }
    };
    verdict.findings.iter().filter(|finding| !is_told(finding, number)).map(told).collect()
}

/// Where the manifest says what a shop's rule about plates is broken by: its plate or ink, else the shop itself.
fn asked_at(finding: &Finding, number: &SetNumber) -> Option<Span> {
    let print = &number.issue.print;
    let shop = print.shop.as_ref().map(|shop| shop.span);
    if finding.rule == rules::SHOP_INKS {
        return print.inks.as_ref().map(|inks| inks.span).or(shop);
    }
    if ![rules::SHOP_SPOT, rules::SHOP_PLATE].contains(&finding.rule) {
        return None;
    }
    let name = finding.args.get("name")?.say(Lang::En);
    let art = arts(&name, number).next().map(|art| art.span);
    let said = print.spots.iter().find(|said| said.name == name);
    art.or(said.map(|said| said.span)).or(shop)
}

/// The art for the finishing whose plate is called so.
fn arts<'n>(name: &'n str, number: &'n SetNumber) -> impl Iterator<Item = &'n Finishing> {
    let all = number.issue.print.plates.iter().enumerate();
    all.filter(move |(at, _)| number.conditions.inks.of_art(*at).name == name).map(|(_, art)| art)
}

/// Whether a finding comes of what was told before: the bleed that artwork has not.
fn is_told(finding: &Finding, number: &SetNumber) -> bool {
    let entry = finding.page.and_then(|page| entry_on(page, number));
    let artwork = entry.and_then(|index| number.issue.entries[index].artwork());
    [rules::BLEED_REACH, rules::NO_BLEED].contains(&finding.rule)
        && artwork.is_some_and(|artwork| is_short(artwork, number.conditions.bleed_mm))
}

/// Where the art for the finishing is named that a finding is about: by its plate's name, on that page if there are
/// several.
fn plate_of(finding: &Finding, number: &SetNumber, pages: usize) -> Option<Span> {
    if ![rules::TECHNICAL_AREA, rules::TECHNICAL_KNOCKOUT].contains(&finding.rule) {
        return None;
    }
    let name = finding.args.get("name")?.say(Lang::En);
    let there = arts(&name, number).find(|art| finding.page == Some(art.on.page(pages)));
    there.or_else(|| arts(&name, number).next()).map(|art| art.span)
}

/// Where the picture that a finding is about is named: the entry's only one of so many pixels.
fn picture_of(finding: &Finding, verdict: &Verdict, number: &SetNumber) -> Option<Span> {
    let (page, place) = (finding.page?, finding.place?);
    let seen = verdict.images.iter().find(|seen| seen.page == page && seen.place == place)?;
    let mut named = vec![];
    number.issue.entries[entry_on(page, number)?].visit(&mut |shown| {
        let Shown::Picture(path, span) = shown else { return };
        let pixels =
            number.issue.pictures.get(path).and_then(|picture| image::pixels(&picture.bytes));
        if pixels == Some((seen.width, seen.height)) {
            named.push(span);
        }
    });
    named.dedup();
    if named.len() == 1 { named.pop() } else { None }
}

fn diagnostic(finding: &Finding, number: &SetNumber) -> Diagnostic {
    let message = match (finding.severity, finding.page) {
        (Severity::Error, Some(_)) => say::PREFLIGHT_FAILED,
        (Severity::Error, None) => say::PREFLIGHT_FILE,
        (Severity::Warning, Some(_)) => say::PREFLIGHT_WARNED,
        (Severity::Warning, None) => say::PREFLIGHT_FILE_WARNED,
    };
    let help = match finding.rule == rules::SHOP_INKS && number.issue.print.inks.is_none() {
        true => Phrase::from(say::FEWER_INKS),
        false => Phrase::of(|lang| words(finding, lang).1),
    };
    about(message, finding.page, number)
        .arg("rule", finding.rule.code)
        .arg("said", Phrase::of(|lang| words(finding, lang).0))
        .arg("help", help)
}

/// What the PDF/X-4 pass refused, where an author can mend it.
pub fn fault(fault: &X4Fault, number: &SetNumber, art: &[ArtPage]) -> Option<Diagnostic> {
    if let X4Fault::Plate { place, what } = fault {
        let plate = &number.issue.print.plates[art.get(*place)?.place];
        let refused = Diagnostic::at(say::PLATE_ART, plate.span).arg("what", *what);
        return Some(refused.arg("path", format!("`{}`", plate.file)));
    }
    if let X4Fault::PageSize { page, found, wanted } = fault {
        let size = |(width, height): &(i64, i64)| format!("{width} × {height}");
        let problem = about(say::PAGE_SIZE, Some(*page), number).arg("found", size(found));
        let origin = format!("layouts/{}", number.layout.name);
        return Some(problem.arg("wanted", size(wanted)).origin(origin));
    }
    let (page, what) = match fault {
        X4Fault::Unsupported { page, what } => (*page, *what),
        X4Fault::Damaged { page, what } => (*page, *what),
        X4Fault::Type3Font { page } => (*page, TYPE_3),
        X4Fault::FontNotEmbedded { page, .. } => (*page, FONT_OUTSIDE),
        _ => return None,
    };
    let page = (page > 0).then_some(page);
    let problem = about(say::NOT_PRINTABLE, page, number);
    Some(problem.arg("what", what))
}

/// A diagnostic about a page of the print edition: at the entry that stands there.
fn about(message: &'static Message, page: Option<usize>, number: &SetNumber) -> Diagnostic {
    let entry = page.and_then(|page| entry_on(page, number));
    let place = entry.map(|index| number.issue.entries[index].span());
    let diagnostic = match place {
        Some(span) => Diagnostic::at(message, span),
        None => Diagnostic::general(message),
    };
    let diagnostic = diagnostic.arg("page", page.unwrap_or_default());
    // What is found on a page of artwork is found in its file.
    match entry.and_then(|index| number.issue.entries[index].artwork()) {
        Some(artwork) => diagnostic.origin(artwork.file.as_str()),
        None => diagnostic,
    }
}

/// Fillers come after all entries, so that a page of the print edition is that of the screen's.
fn entry_on(page: usize, number: &SetNumber) -> Option<usize> {
    number.pages.entries.iter().position(|report| report.pages.contains(&page))
}
