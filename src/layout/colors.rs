//! Checks `[colors]`, `accents` and `spine`: each token once for the screen and once for print.
//!
//! Typst reads the values; here they are only held to their form.

use std::collections::BTreeMap;

use crate::document::{Node, Table, listing, quoted};
use crate::layout::described::described;
use crate::layout::messages as msg;
use crate::layout::spots;
use jikji_diagnostic::source::{Span, Spanned};
use jikji_diagnostic::{Diagnostic, Phrase};
use jikji_prepress::spot::SpotInk;

/// Which of two inks pictures are printed with.
const PICTURES: [&str; 2] = ["black", "spot"];

/// What a printed page needs to know of a layout's colours.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inks {
    /// Every colour by name: C, M, Y, K in %.
    pub colors: Vec<Spanned<(String, [f64; 4])>>,
    /// Every spot ink, by its name.
    pub spots: Vec<SpotInk>,
    /// Whether the pictures of a number of black and a spot ink are printed with the spot ink.
    pub pictures: bool,
    /// Ground of the spine of a perfect-bound number, if it has ink.
    pub spine: Option<[f64; 4]>,
    /// The accents sections take in turn, by name.
    pub accents: Vec<String>,
    /// What colours are called where one is chosen, by name.
    pub called: Vec<(String, Phrase)>,
    /// The accents of sections whose titles are known.
    pub sections: Vec<(String, String)>,
}

/// Checks the colours of `layout.toml` and reads their inks.
pub fn inks(root: Table<'_>, problems: &mut Vec<Diagnostic>) -> Inks {
    let colors = root.get("colors").and_then(|node| node.table(problems));
    let entries = colors.map(Table::entries).unwrap_or_default();
    let inks: Vec<(&str, Option<[f64; 4]>)> =
        entries.iter().map(|(_, node)| (node.key(), color(*node, problems))).collect();
    let known = |node: Node<'_>, problems: &mut Vec<Diagnostic>| {
        let name = node.text(problems)?.value;
        let found = inks.iter().find(|(known, _)| *known == name);
        if found.is_none() {
            let unknown = node.problem(msg::UNKNOWN_COLOR);
            problems.push(unknown.arg("known", listing(inks.iter().map(|(name, _)| *name))));
        }
        found.map(|(_, inks)| (name, *inks))
    };
    let spots = spots(root, &entries, &inks, problems);
    let pictures = root.get("pictures").is_some_and(|node| on_spot(node, problems));
    let accents = root.get("accents").and_then(|node| node.list(problems)).unwrap_or_default();
    let accents = accents.into_iter().filter_map(|node| Some(known(node, problems)?.0)).collect();
    let called = entries.iter().filter_map(|(_, node)| {
        let description = node.as_table()?.get("description")?;
        Some((node.key().to_string(), described(description, problems)?))
    });
    let called = called.collect();
    let sections = root.get("sections").and_then(|node| node.table(problems));
    let sections = sections.map(Table::entries).unwrap_or_default();
    let accent =
        |(_, node): (Span, Node<'_>)| Some((node.key().to_string(), known(node, problems)?.0));
    let sections = sections.into_iter().filter_map(accent).collect();
    let spine = root.get("spine").and_then(|node| known(node, problems)?.1);
    let whole = |(node, (name, inks)): (&Node<'_>, (&str, Option<[f64; 4]>))| {
        Some(Spanned { value: (name.to_string(), inks?), span: node.span() })
    };
    let colors = entries.iter().map(|(_, node)| node).zip(inks.iter().copied());
    Inks {
        colors: colors.filter_map(whole).collect(),
        spots,
        pictures,
        spine,
        accents,
        called,
        sections,
    }
}

/// `pictures`: which of two inks they are printed with.
fn on_spot(node: Node<'_>, problems: &mut Vec<Diagnostic>) -> bool {
    let written = node.text(problems).map(|text| text.value);
    if written.as_ref().is_some_and(|written| !PICTURES.contains(&written.as_str())) {
        problems.push(node.not_among(&PICTURES));
    }
    written.is_some_and(|written| written == PICTURES[1])
}

/// An ink is one plate: wherever it is named, it looks the same without it.
fn spots(
    root: Table<'_>,
    entries: &[(Span, Node<'_>)],
    inks: &[(&str, Option<[f64; 4]>)],
    problems: &mut Vec<Diagnostic>,
) -> Vec<SpotInk> {
    let mut seen: BTreeMap<String, SpotInk> = BTreeMap::new();
    for ((_, node), (_, inks)) in entries.iter().zip(inks) {
        let spot = node.as_table().and_then(|table| table.get("spot"));
        let name = spot.and_then(|spot| spot.text(&mut vec![]));
        let (Some(spot), Some(name), Some(inks)) = (spot, name, inks) else { continue };
        let look = spots::shares(*inks);
        if seen.get(&name.value).is_some_and(|known| known.look != look) {
            let twice = spot.problem(msg::SPOT_TWICE);
            problems.push(twice.arg("spot", quoted(&name.value)));
        }
        let ink =
            SpotInk { name: name.value.clone(), look, lab: None, overprint: false, finish: None };
        seen.entry(name.value).or_insert(ink);
    }
    for said in spots::read(root, problems) {
        let before = seen.get(&said.name);
        let told = |message| Diagnostic::at(message, said.span).arg("spot", quoted(&said.name));
        match said.ink(before, problems) {
            None => problems.push(told(msg::SPOT_LOOK)),
            Some(ink) if before.is_some_and(|before| before.look != ink.look) => {
                problems.push(told(msg::SPOT_TWICE));
            }
            Some(ink) => drop(seen.insert(said.name, ink)),
        }
    }
    seen.into_values().collect()
}

/// `{ screen = "#rrggbb", print = [C, M, Y, K], spot = "NAME", description = … }`: the inks in percent, for a spot
/// colour its name in the trade, the inks being what it looks like without it, and what the colour is called.
fn color(node: Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<[f64; 4]> {
    let table = node.table(problems)?;
    table.only(&["screen", "print", "spot", "description"], node.key(), problems);
    if let Some(screen) = table.require("screen", node.key(), problems)
        && let Some(written) = screen.text(problems)
        && !is_hex(&written.value)
    {
        problems.push(screen.problem(msg::SCREEN_COLOR));
    }
    if let Some(spot) = table.get("spot")
        && let Some(name) = spot.text(problems)
        && !spots::is_ink_name(&name.value)
    {
        problems.push(spot.problem(msg::SPOT_NAME));
    }
    let print = table.require("print", node.key(), problems)?;
    spots::inks(print, problems)
}

fn is_hex(written: &str) -> bool {
    let digits = written.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit())
}
