//! Finds characters that no font of the build has, before anything is set.

use std::collections::BTreeSet;

use crate::layout::spec::Layout;
use crate::typeset::fonts::Fonts;
use crate::typeset::messages as say;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;
use jikji_prose::tree::Plain;

/// Characters of context to show on either side.
const CONTEXT: usize = 8;

/// Reports every character without a glyph, with its place and nearby text.
pub fn check_glyphs(runs: &[Plain], fonts: &Fonts, diagnostics: &mut Vec<Diagnostic>) {
    let characters = runs.iter().flat_map(|run| run.text.chars());
    let missing = fonts.missing(&characters.filter(|c| needs_glyph(*c)).collect());
    if missing.is_empty() {
        return;
    }
    for Plain { text, span } in runs {
        for (at, c) in text.char_indices().filter(|(_, c)| missing.contains(c)) {
            diagnostics.push(
                Diagnostic::at(say::NO_GLYPH, place(text, *span, at, c))
                    .arg("character", c)
                    .arg("code", format!("U+{:04X}", c as u32))
                    .arg("context", context(text, at, c)),
            );
        }
    }
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

/// Where a character of a run stands; the whole run, if that does not stand as it reads.
fn place(text: &str, span: Span, at: usize, c: char) -> Span {
    match span.end - span.start == text.len() {
        true => Span { start: span.start + at, end: span.start + at + c.len_utf8(), ..span },
        false => span,
    }
}

/// The characters around one.
pub fn context(text: &str, at: usize, c: char) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(CONTEXT).collect();
    let after = text[at + c.len_utf8()..].chars().take(CONTEXT);
    before.into_iter().rev().chain(std::iter::once(c)).chain(after).collect()
}
