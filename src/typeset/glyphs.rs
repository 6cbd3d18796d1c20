//! Finds characters that no font of the build has, and letters whose marks another font would have, before
//! anything is set.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compose::clusters::ClusterFonts;
use crate::layout::spec::Layout;
use crate::typeset::clusters;
use crate::typeset::fonts::Fonts;
use crate::typeset::messages as say;
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Diagnostic, code_point};
use jikji_prose::clusters::{encloses, is_conjoining, is_tone, marked};
use jikji_prose::lookalike;
use jikji_prose::tree::Plain;

/// Characters of context to show on either side.
const CONTEXT: usize = 8;

/// Reports every character without a glyph, and every letter with marks that no font has all of, with place and
/// nearby text. Gives the letters with marks that are set in another than the main font.
pub fn check_glyphs(
    runs: &[Plain],
    layout: Option<&Layout>,
    fonts: &Fonts,
    diagnostics: &mut Vec<Diagnostic>,
) -> ClusterFonts {
    let characters = runs.iter().flat_map(|run| run.text.chars());
    let missing = fonts.missing(&characters.filter(|c| needs_glyph(*c)).collect());
    let (chosen, parted) = clusters::choose(runs, layout, fonts);
    if missing.is_empty() && parted.is_empty() {
        return chosen;
    }
    let lacks = Lacks { fonts, missing };
    for Plain { text, span } in runs {
        let mut told = 0;
        for (at, cluster) in marked(text).filter(|(_, cluster)| parted.contains(*cluster)) {
            diagnostics.extend(lacks.alone(text, *span, told..at));
            diagnostics.push(lacks.together(text, *span, at, cluster));
            told = at + cluster.len();
        }
        diagnostics.extend(lacks.alone(text, *span, told..text.len()));
    }
    chosen
}

/// What the fonts lack of some runs.
struct Lacks<'f> {
    fonts: &'f Fonts,
    missing: BTreeSet<char>,
}

impl Lacks<'_> {
    /// The characters without a glyph in a part of a run.
    fn alone(&self, text: &str, span: Span, part: Range<usize>) -> Vec<Diagnostic> {
        let chars = text[part.clone()].char_indices().map(|(at, c)| (part.start + at, c));
        let lost = chars.filter(|(_, c)| self.missing.contains(c));
        lost.map(|(at, c)| self.lost(text, span, at, &text[at..at + c.len_utf8()])).collect()
    }

    /// A cluster that no font has all of.
    fn together(&self, text: &str, span: Span, at: usize, cluster: &str) -> Diagnostic {
        let base = cluster.chars().next().filter(|c| self.missing.contains(c));
        match base.is_some() || self.instead(cluster).is_some() {
            true => self.lost(text, span, at, cluster),
            false => no_cluster(text, span, at, cluster),
        }
    }

    /// What is not there and need not be told apart.
    fn lost(&self, text: &str, span: Span, at: usize, what: &str) -> Diagnostic {
        let instead = self.instead(what);
        let message = match &instead {
            Some(_) => say::NO_GLYPH_ALIKE,
            None if what.chars().any(lookalike::is_picture) => say::NO_PICTURE,
            None => say::NO_GLYPH,
        };
        let codes: Vec<String> = what.chars().map(code_point).collect();
        let found = Diagnostic::at(message, place(text, span, at, what.len()))
            .arg("character", what)
            .arg("code", codes.join(" "))
            .arg("context", context(text, at, what.len()));
        match instead {
            Some(instead) => found.arg("instead", instead),
            None => found,
        }
    }

    /// What to write instead, if that can be set.
    fn instead(&self, what: &str) -> Option<String> {
        let instead = lookalike::of(what)?;
        self.fonts.missing(&instead.chars().collect()).is_empty().then_some(instead)
    }
}

fn no_cluster(text: &str, span: Span, at: usize, cluster: &str) -> Diagnostic {
    let mut chars = cluster.chars().map(|c| match needs_glyph(c) {
        true => format!("`{c}` {}", code_point(c)),
        false => code_point(c),
    });
    let base = chars.next().unwrap_or_default();
    let mark = cluster.chars().find_map(|c| match c {
        c if is_tone(c) => Some(say::TONE_MARK),
        c if is_conjoining(c) => Some(say::OLD_JAMO),
        c if encloses(c) => Some(say::ENCLOSING_MARK),
        _ => None,
    });
    Diagnostic::at(say::NO_CLUSTER, place(text, span, at, cluster.len()))
        .arg("cluster", cluster)
        .arg("base", base)
        .arg("kind", mark.unwrap_or(say::COMBINING_MARK))
        .arg("marks", chars.collect::<Vec<_>>().join(", "))
        .arg("context", context(text, at, cluster.len()))
}

/// Warns of families that the layout names and no face has.
pub fn check_families(layout: &Layout, fonts: &Fonts, diagnostics: &mut Vec<Diagnostic>) {
    let known: BTreeSet<String> =
        fonts.faces().map(|(info, _)| info.family.to_lowercase()).collect();
    let named: BTreeSet<&String> = layout.fonts.iter().flat_map(|(_, names)| names).collect();
    let path = format!("layouts/{}/layout.toml", layout.name);
    for family in named.into_iter().filter(|family| !known.contains(&family.to_lowercase())) {
        diagnostics.push(
            Diagnostic::general(say::NO_FAMILY)
                .arg("family", format!("`{family}`"))
                .arg("where", &path)
                .origin(&path),
        );
    }
}

/// Warns of files in the fonts folder that are no fonts.
pub fn check_files(fonts: &Fonts, diagnostics: &mut Vec<Diagnostic>) {
    for path in fonts.unreadable() {
        let path = path.display().to_string();
        let found = Diagnostic::general(say::FONT_UNREADABLE).arg("file", format!("`{path}`"));
        diagnostics.push(found.origin(path));
    }
}

/// Line ends are not shown, and what Unicode lets a renderer ignore has no glyph of its own. U+FFFD
/// stands for a character that was reported already.
pub fn needs_glyph(c: char) -> bool {
    !matches!(c, '\n' | '\u{FFFD}') && !typst::text::is_default_ignorable(c)
}

/// Where a part of a run stands; the whole run, if that does not stand as it reads.
fn place(text: &str, span: Span, at: usize, length: usize) -> Span {
    match span.end - span.start == text.len() {
        true => Span { start: span.start + at, end: span.start + at + length, ..span },
        false => span,
    }
}

/// A part of a text with the characters around it.
pub fn context(text: &str, at: usize, length: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(CONTEXT).collect();
    let after = text[at + length..].chars().take(CONTEXT);
    before.into_iter().rev().chain(text[at..at + length].chars()).chain(after).collect()
}
