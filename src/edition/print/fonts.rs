//! The fonts that stay in a print file whose text is to be outlines: those of placed PDFs, and of text that has none.

use std::collections::BTreeSet;

use crate::document::{listing, quoted};
use crate::edition::print::messages as say;
use crate::manifest::model::Issue;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;
use jikji_prepress::preflight::Verdict;

/// Says which placed PDFs keep their fonts. Part of `check`.
pub fn check(issue: &Issue, found: &mut Vec<Diagnostic>) {
    if issue.print.outlines.is_none() {
        return;
    }
    for (file, fonts, place) in placed(issue).filter(|(_, fonts, _)| !fonts.is_empty()) {
        let left = Diagnostic::at(say::FONTS_LEFT, place).arg("path", quoted(file));
        found.push(left.arg("fonts", names(fonts)));
    }
}

/// Says which other fonts are in the finished file.
pub fn check_file(issue: &Issue, verdict: &Verdict, found: &mut Vec<Diagnostic>) {
    let Some(asked) = issue.print.outlines else { return };
    let told: BTreeSet<&str> =
        placed(issue).flat_map(|(_, fonts, _)| fonts).map(|name| without_tag(name)).collect();
    let left = verdict.fonts.iter().filter(|font| !told.contains(without_tag(&font.name)));
    let (mut fonts, mut pages) = (vec![], BTreeSet::<usize>::new());
    for font in left {
        fonts.push(font.name.clone());
        pages.extend(font.pages.iter().copied());
    }
    if let Some(first) = pages.first() {
        let kept = Diagnostic::at(say::FONTS_KEPT, asked).arg("page", *first);
        found.push(kept.arg("fonts", names(&fonts)));
    }
}

/// The placed pages, what fonts they have and where they are named.
fn placed(issue: &Issue) -> impl Iterator<Item = (&str, &Vec<String>, Span)> {
    let pages = issue.pictures.values();
    let pages = pages.map(|own| (own.texts.name.as_str(), &own.for_press.fonts, own.place));
    let plates = issue.print.plates.iter();
    pages.chain(plates.map(|art| (art.file.as_str(), &art.for_press.fonts, art.span)))
}

fn names(fonts: &[String]) -> String {
    listing(fonts.iter().map(|name| without_tag(name)).collect::<BTreeSet<_>>())
}

/// The name of a font without the tag of a subset: `ABCDEF+`.
fn without_tag(name: &str) -> &str {
    match name.split_once('+') {
        Some((tag, own)) if tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()) => own,
        _ => name,
    }
}
