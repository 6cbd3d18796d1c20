//! What a house asks of finished pages: titles of two lines, pages that are filled.
//!
//! Nothing here changes a page.

use std::collections::BTreeSet;

use super::copyfit::Placement;
use super::texts::PlacedText;
use crate::compose::markup::{WORD_JOINER, ZERO_WIDTH_SPACE};
use crate::layout::spec::Checks;
use crate::manifest::messages as msg;
use crate::manifest::model::Issue;
use crate::manifest::rules::OF_PAGES;
use crate::manifest::unwritten;
use jikji_diagnostic::Diagnostic;

/// The most lines of a title.
const TITLE_LINES: usize = 2;
/// How full a page is at least.
const FILL: f64 = 0.6;
/// Two baselines nearer than this are one line, pt.
const SAME_LINE_PT: f64 = 0.5;

/// What is to be told of the entries of an issue that was laid out.
pub fn told(issue: &Issue, placements: &[Placement], texts: &[PlacedText]) -> Vec<Diagnostic> {
    let rules = &issue.rules;
    if rules.checks != Checks::House {
        return vec![];
    }
    let mut used = vec![false; rules.allowed.len()];
    let mut told = vec![];
    for (entry, placement) in issue.entries.iter().zip(placements) {
        let long = entry.title().and_then(|title| {
            let page = placement.pages.start;
            let from = texts.partition_point(|text| text.page < page);
            let to = texts.partition_point(|text| text.page <= page);
            let lines = lines(&title.text, &texts[from..to]);
            let long = Diagnostic::at(msg::TITLE_LONG, title.span).arg("lines", lines);
            (lines > TITLE_LINES).then_some(long)
        });
        let thin = placement.fill.filter(|fill| *fill < FILL).map(|fill| {
            let percent = (fill * 100.0).floor() as u32;
            Diagnostic::at(msg::THIN, entry.span()).arg("percent", percent)
        });
        // What is not written yet fills no page, and is told as that.
        let begun = thin.is_some() && !unwritten::of(entry).is_empty();
        for found in long.into_iter().chain(thin) {
            let code = found.message.code;
            let passed = rules.pass(code, code, Some(entry.table), &mut used);
            let waits = begun && code == msg::THIN.code;
            if !passed && !waits {
                told.push(found.pass(code.into(), Some(entry.table)));
            }
        }
    }
    let unused = rules.allowed.iter().zip(used).filter(|(allowed, used)| {
        !used && OF_PAGES.iter().any(|message| message.code == allowed.words)
    });
    told.extend(unused.map(|(allowed, _)| {
        Diagnostic::at(msg::ALLOW_UNUSED, allowed.place).arg("words", allowed.words.as_str())
    }));
    told
}

/// How many lines a title takes where it stands largest on a page; 0 where it is not found as it reads.
fn lines(title: &str, texts: &[PlacedText]) -> usize {
    let title = letters(title);
    let found = (0..texts.len()).filter_map(|first| {
        let mut rest = title.as_str();
        let mut baselines = BTreeSet::new();
        for text in &texts[first..] {
            let written = letters(&text.item.text);
            rest = rest.strip_prefix(written.as_str())?;
            if !written.is_empty() {
                baselines.insert((text.at.ty.to_pt() / SAME_LINE_PT).round() as i64);
            }
            if rest.is_empty() {
                return Some((texts[first].item.size, baselines.len()));
            }
        }
        None
    });
    found.max_by(|a, b| a.0.cmp(&b.0)).map_or(0, |(_, lines)| lines)
}

/// The letters of a text, without blanks and what the program put between them.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && ![WORD_JOINER, ZERO_WIDTH_SPACE].contains(c))
        .collect()
}
