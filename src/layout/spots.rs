//! Reads spot inks: `[spots."NAME"]` of a layout, `[print.spots."NAME"]` of a manifest.
//!
//! What they are painted on is the layout's and the manifest's to say.

use crate::document::{Node, Table, quoted};
use crate::layout::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Span, Spanned};
use jikji_prepress::finish::Finish;
use jikji_prepress::spot::{SpotInk, process};
use jikji_prepress::technical;

/// Keys of a spot ink.
const KEYS: [&str; 4] = ["cmyk", "lab", "overprint", "finish"];
/// Lightness, and the range of a and b.
const LAB: [std::ops::RangeInclusive<f64>; 3] = [0.0..=100.0, -128.0..=127.0, -128.0..=127.0];

/// What is said of a spot ink. What is left out may be said elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct SpotSaid {
    /// Its name in the trade.
    pub name: String,
    /// What it looks like without it: C, M, Y, K in %.
    pub cmyk: Option<[f64; 4]>,
    /// What it was measured as: Lab under D50.
    pub lab: Option<[f64; 3]>,
    /// Whether it is printed over what is below.
    pub overprint: Option<Spanned<bool>>,
    /// What it is for, if it is no ink.
    pub finish: Option<Finish>,
    /// Whether it was said what it looks like, and could not be read.
    refused: bool,
    /// Where that stands.
    pub span: Span,
}

impl SpotSaid {
    /// The ink, `before` being what was said of it elsewhere; `None` if nobody said what it looks like. What cannot be
    /// followed is in `found`.
    pub fn ink(&self, before: Option<&SpotInk>, found: &mut Vec<Diagnostic>) -> Option<SpotInk> {
        // What was refused is not asked for once more.
        let refused = self.refused.then_some([0.0; 4]);
        let look = self.cmyk.map(shares).or_else(|| Some(before?.look)).or(refused)?;
        // Another look makes an older measurement void.
        let known = before.filter(|_| self.cmyk.is_none()).and_then(|before| before.lab);
        let finish = self.finish.or_else(|| before?.finish);
        let said = self.overprint.as_ref().map(|over| over.value);
        let over = said.unwrap_or(before.is_some_and(|before| before.overprint));
        if let Some(knocks) = self.overprint.as_ref().filter(|over| !over.value && finish.is_some())
        {
            let spot = quoted(&self.name);
            found.push(Diagnostic::at(msg::SPOT_KNOCKS, knocks.span).arg("spot", spot));
        }
        Some(SpotInk {
            name: self.name.clone(),
            look,
            lab: self.lab.or(known),
            // What carries no ink takes none away.
            overprint: over || finish.is_some(),
            finish,
        })
    }
}

/// Percent as shares of 1.
pub fn shares(percent: [f64; 4]) -> [f64; 4] {
    percent.map(|ink| ink / 100.0)
}

/// The spot inks of the table `spots` in a table.
pub fn read(table: Table<'_>, problems: &mut Vec<Diagnostic>) -> Vec<SpotSaid> {
    let spots = table.get("spots").and_then(|node| node.table(problems));
    let entries = spots.map(Table::entries).unwrap_or_default();
    entries.into_iter().filter_map(|(place, node)| spot(place, node, problems)).collect()
}

fn spot(place: Span, node: Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<SpotSaid> {
    let table = node.table(problems)?;
    let table = table.only(&KEYS, node.key(), problems);
    if !is_ink_name(node.key()) {
        let bad = Diagnostic::at(msg::SPOT_NAME, place);
        problems.push(bad.arg("found", quoted(node.key())));
    }
    let written = table.get("cmyk");
    let cmyk = written.and_then(|node| inks(node, problems));
    Some(SpotSaid {
        name: node.key().to_string(),
        cmyk,
        refused: written.is_some() && cmyk.is_none(),
        lab: table.get("lab").and_then(|node| lab(node, problems)),
        overprint: table.get("overprint").and_then(|node| {
            node.boolean(problems).map(|value| Spanned { value, span: node.span() })
        }),
        finish: table.get("finish").and_then(|node| finish(node, problems)),
        span: place,
    })
}

/// What a plate without ink is for.
pub fn finish(node: Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Finish> {
    let written = node.text(problems)?.value;
    let found = Finish::named(&written);
    if found.is_none() {
        let meant = technical::purpose(&written).map(Finish::name);
        problems.push(node.not_among_called(&Finish::NAMES, meant));
    }
    found
}

/// `[C, M, Y, K]` in percent.
pub fn inks(node: Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<[f64; 4]> {
    let inks: Vec<f64> =
        node.list(problems)?.into_iter().filter_map(|ink| ink.number(problems)).collect();
    match <[f64; 4]>::try_from(inks) {
        Ok(inks) if inks.iter().all(|ink| (0.0..=100.0).contains(ink)) => Some(inks),
        _ => {
            problems.push(node.problem(msg::PRINT_COLOR));
            None
        }
    }
}

/// `[L, a, b]`.
fn lab(node: Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<[f64; 3]> {
    let lab: Vec<f64> =
        node.list(problems)?.into_iter().filter_map(|value| value.number(problems)).collect();
    match <[f64; 3]>::try_from(lab) {
        Ok(lab) if lab.iter().zip(&LAB).all(|(value, range)| range.contains(value)) => Some(lab),
        _ => {
            problems.push(node.problem(msg::SPOT_LAB));
            None
        }
    }
}

/// Names of inks as plates carry them; what people call those of the process, `All` and `None` mean something else
/// (ISO 32000-1, 8.6.6.4).
pub fn is_ink_name(name: &str) -> bool {
    let plain = !name.trim().is_empty() && name.len() <= 100 && !name.chars().any(char::is_control);
    let taken = |taken: &str| taken.eq_ignore_ascii_case(name.trim());
    plain && process(name).is_none() && !["All", "None"].into_iter().any(taken)
}
