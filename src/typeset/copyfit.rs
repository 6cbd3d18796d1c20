//! Copyfitting: each entry takes the loosest step of its layout's ladder at which it keeps its promise
//! of pages; past the last step the author is told how much is too much.
//!
//! Measured on laid-out pages through the labels and fill markers a module sets; nothing is ever
//! clipped, scaled or dropped.

use std::ops::Range;

use typst::foundations::{Dict, Label, NativeElement, Str, Value};
use typst::introspection::{Introspector, MetadataElem, PagedPosition};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::layout::length::PT_PER_MM;
use crate::layout::spec::{Layout, Page};
use crate::typeset::calls::Call;

/// Where the parts of an entry stand on its pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// Its pages, from 1.
    pub pages: Range<usize>,
    /// How full its page is, 0 to 1, if its module says where the body ends.
    pub fill: Option<f64>,
    /// By how many points it is too long for one page, if it is.
    pub excess_pt: f64,
}

/// A position: page from 1, distance from the top in pt.
type Position = (usize, f64);

/// The fill markers of one entry.
#[derive(Debug, Default, Clone, Copy)]
struct Markers {
    top: Option<Position>,
    end: Option<Position>,
    limit: Option<Position>,
    foot: Option<Position>,
}

/// Finds the pages of the module calls, in order; each lasts until the next one starts. One whose
/// label is not there starts at page 0.
pub fn call_pages(document: &PagedDocument, calls: &[Call]) -> Vec<Range<usize>> {
    let introspector = document.introspector();
    let starts: Vec<usize> = calls
        .iter()
        .map(|call| {
            let label = Label::new(PicoStr::intern(&call.label))?;
            let element = introspector.query_label(label).ok()?;
            position(document, element.location()?).map(|place| place.0)
        })
        .map(|page| page.unwrap_or(0))
        .collect();
    let end = document.pages().len() + 1;
    (starts.iter().enumerate())
        .map(|(index, &start)| start..starts.get(index + 1).copied().unwrap_or(end).max(start))
        .collect()
}

/// Measures entries that stand on `pages`.
pub fn placements(document: &PagedDocument, page: &Page, pages: &[Range<usize>]) -> Vec<Placement> {
    let markers = markers(document, pages);
    let top = page.margins[1] * PT_PER_MM;
    let bottom = (page.trim.1 - page.margins[3]) * PT_PER_MM;
    (pages.iter().zip(markers))
        .map(|(pages, markers)| Placement {
            pages: pages.clone(),
            fill: fill(&markers),
            excess_pt: excess(&markers, pages, markers.top.map_or(top, |(_, y)| y), bottom),
        })
        .collect()
}

fn fill(markers: &Markers) -> Option<f64> {
    let (page, top) = markers.top?;
    let (end_page, end) = markers.end?;
    let (limit_page, limit) = markers.limit?;
    let room = (limit - top).max(1.0);
    match (end_page == page, limit_page == page) {
        (true, true) => Some(((end - top) / room * 1000.0).round() / 1000.0),
        _ => Some(1.0),
    }
}

/// What stands past the first page: the body there, and the foot that did not fit either.
fn excess(markers: &Markers, pages: &Range<usize>, top: f64, bottom: f64) -> f64 {
    if pages.len() <= 1 {
        return 0.0;
    }
    let last = pages.end - 1;
    let full_pages = pages.len().saturating_sub(2) as f64 * (bottom - top);
    let foot = match (markers.limit, markers.foot) {
        (Some((from, limit)), Some((to, foot))) if from == to => foot - limit,
        (Some((_, limit)), _) => (bottom - limit).max(0.0),
        _ => 0.0,
    };
    match markers.end {
        // The body ends before the last page: only the foot is too much, less what room is left.
        Some((page, y)) if page < last => {
            (full_pages + foot + LEAST_GAP_PT - (bottom - y).max(0.0)).max(1.0)
        }
        Some((_, y)) => full_pages + y - top + LEAST_GAP_PT + foot,
        None => full_pages + foot + 1.0,
    }
}

/// What a body and its foot keep between them at the least, pt.
const LEAST_GAP_PT: f64 = 12.0;

fn markers(document: &PagedDocument, pages: &[Range<usize>]) -> Vec<Markers> {
    let mut found = vec![Markers::default(); pages.len()];
    for element in document.introspector().query(&MetadataElem::ELEM.select()) {
        let Some(metadata) = element.to_packed::<MetadataElem>() else { continue };
        let Value::Dict(value) = &metadata.value else { continue };
        let Some(kind) = marker_kind(value) else { continue };
        let Some(location) = element.location() else { continue };
        let Some(place) = position(document, location) else { continue };
        let Some(index) = pages.iter().position(|range| range.contains(&place.0)) else { continue };
        match kind.as_str() {
            "top" => found[index].top = Some(place),
            "end" => found[index].end = Some(place),
            "limit" => found[index].limit = Some(place),
            "foot" => found[index].foot = Some(place),
            _ => {}
        }
    }
    found
}

fn marker_kind(value: &Dict) -> Option<Str> {
    match value.get("fill") {
        Ok(Value::Str(kind)) => Some(kind.clone()),
        _ => None,
    }
}

fn position(
    document: &PagedDocument,
    location: typst::introspection::Location,
) -> Option<Position> {
    let PagedPosition { page, point } = document.introspector().position(location)?;
    Some((page.get(), point.y.to_pt()))
}

/// The search for each entry's step.
#[derive(Debug, Clone)]
pub struct Ladder {
    last: usize,
    promised: Vec<Option<usize>>,
    /// Largest step known not to fit, plus one.
    lowest: Vec<usize>,
    /// Smallest step known to fit.
    fitting: Vec<Option<usize>>,
    steps: Vec<usize>,
    heights: Vec<f64>,
}

impl Ladder {
    /// All entries at the loosest step; `promised` is how many pages each may take.
    pub fn new(layout: &Layout, promised: Vec<Option<usize>>) -> Self {
        let count = promised.len();
        Self {
            last: layout.ladder.len().saturating_sub(1),
            promised,
            lowest: vec![0; count],
            fitting: vec![None; count],
            steps: vec![0; count],
            heights: layout.ladder.iter().map(|step| relative_height(step)).collect(),
        }
    }

    /// The step of each entry.
    pub fn steps(&self) -> &[usize] {
        &self.steps
    }

    /// Takes in a layout at the current steps; says for each entry whether its step changed.
    pub fn learn(&mut self, placements: &[Placement], page: &Page) -> Vec<bool> {
        let room = (page.trim.1 - page.margins[1] - page.margins[3]) * PT_PER_MM;
        let mut changed = vec![false; placements.len()];
        for (index, placement) in placements.iter().enumerate() {
            let Some(promised) = self.promised[index] else { continue };
            let step = self.steps[index];
            if placement.pages.len() <= promised {
                self.fitting[index] = Some(self.fitting[index].map_or(step, |fit| fit.min(step)));
            } else {
                self.lowest[index] = self.lowest[index].max(step + 1);
            }
            let next = self.next_step(index, step, placement, room * promised as f64);
            changed[index] = next != step;
            self.steps[index] = next;
        }
        changed
    }

    /// The step to try: the loosest that may fit, guessed from how much was too much.
    fn next_step(&self, index: usize, step: usize, placement: &Placement, room: f64) -> usize {
        let low = self.lowest[index].min(self.last);
        match self.fitting[index] {
            Some(fit) if fit == low => fit,
            Some(fit) => (fit - 1).max(low),
            None => {
                let wanted = self.heights[step] * room / (room + placement.excess_pt);
                let guess = self.heights.iter().position(|height| *height <= wanted);
                guess.unwrap_or(self.last).clamp(low, self.last)
            }
        }
    }
}

/// How tall a text is at a step, up to a constant: pitch times the lines it takes.
fn relative_height(step: &[(String, String)]) -> f64 {
    let length = |name: &str| {
        let (_, length) = step.iter().find(|(key, _)| key == name)?;
        length.trim_end_matches(char::is_alphabetic).parse::<f64>().ok()
    };
    length("unit").unwrap_or(1.0) * length("size").unwrap_or(1.0)
}
