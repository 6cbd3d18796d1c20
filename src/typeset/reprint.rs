//! Setting finished markup once more in another world, and holding the two settings to each other.
//!
//! Nothing is fitted and no line is moved here: the printed pages are the ones that were read on
//! screen, or there are none. Every text of a page is held to its like, whoever wrote it: titles, labels,
//! cells, the words of a chart, running heads. Colours may differ.

use std::ops::Range;

use typst::layout::Abs;
use typst_layout::PagedDocument;

use super::bounds::{TextArea, strays};
use super::calls::calls;
use super::finish::finished;
use super::pages::Pages;
use super::texts::{PlacedText, texts};
use super::trouble;
use super::world::TypstWorld;
use crate::compose::markup::Markup;
use crate::layout::spec::Layout;
use crate::manifest::model::Issue;
use crate::typeset::messages as say;
use jikji_diagnostic::{Arg, Diagnostic, any_error};

/// Sets `markup`, which is that of `first` with pages added at `added` (from 1), and compares every
/// text: page, place, look and words. Pictures get at most `ppi` pixels an inch.
///
/// # Errors
/// What Typst says in the author's terms, and the first text of each entry or page of the layout's own that
/// came out otherwise.
pub fn reprint(
    first: &Pages,
    markup: &Markup,
    added: Range<usize>,
    ppi: Option<f64>,
    world: &mut TypstWorld,
    layout: &Layout,
    issue: &Issue,
) -> Result<PagedDocument, Vec<Diagnostic>> {
    world.set_main(&markup.text);
    let document = typst::compile::<PagedDocument>(&*world).output.map_err(|errors| {
        let calls = calls(layout, issue);
        trouble::Context { world, markup, calls: &calls, layout, issue }.compile(&errors)
    })?;
    let pages = first.document.pages().len() + added.len();
    let origin = format!("layouts/{}", layout.name);
    if document.pages().len() != pages {
        let other = Diagnostic::general(say::OTHER_PAGES);
        let other = other.arg("pages", document.pages().len()).arg("expected", pages);
        return Err(vec![other.origin(origin)]);
    }
    let document = finished(document, world, markup, ppi);
    let after = texts(&document);
    let strays = added.clone().flat_map(|page| {
        let size = document.pages()[page - 1].frame.size();
        let area = TextArea::of(size, &layout.page, true);
        let strays = strays(on_page(&after, page), area, &|_| false);
        strays.into_iter().map(move |stray| stray.told(page))
    });
    let strays: Vec<Diagnostic> = strays.map(|stray| stray.origin(origin.clone())).collect();
    if any_error(&strays) {
        return Err(strays);
    }
    let found = differences(&texts(&first.document), &after, first, &added);
    if found.is_empty() {
        return Ok(document);
    }
    let report = |difference: Difference| {
        let span = difference.entry.map(|entry| issue.entries[entry].span());
        Diagnostic { span, ..difference.told() }.origin(origin.clone())
    };
    Err(found.into_iter().map(report).collect())
}

/// How a page of the second setting differs from its like.
struct Difference {
    /// The page, from 1, in the second setting.
    page: usize,
    /// The entry on it, by position.
    entry: Option<usize>,
    /// The first text that differs, in either setting, where it has one.
    texts: (Option<String>, Option<String>),
    /// Whether the page has the same letters, all in all.
    same_letters: bool,
}

impl Difference {
    fn told(self) -> Diagnostic {
        let shown = |text: Option<String>| match text {
            Some(text) => Arg::from(format!("“{}”", text.trim())),
            None => Arg::from(say::NO_TEXT),
        };
        let (first, second) = self.texts;
        if self.same_letters {
            let other = Diagnostic::general(say::OTHER_LINES).arg("page", self.page);
            return other.arg("text", shown(second.or(first)));
        }
        let other = Diagnostic::general(say::OTHER_WORDS).arg("page", self.page);
        other.arg("screen", shown(first)).arg("print", shown(second))
    }
}

/// The pages that differ, the first of each entry and each of the layout's own.
fn differences(
    first: &[PlacedText],
    second: &[PlacedText],
    pages: &Pages,
    added: &Range<usize>,
) -> Vec<Difference> {
    let last = second.iter().chain(first).map(|text| text.page).max().unwrap_or(0) + added.len();
    let mut found: Vec<Difference> = vec![];
    for page in (1..=last).filter(|page| !added.contains(page)) {
        let own = if page >= added.end { page - added.len() } else { page };
        let entry = pages.entries.iter().position(|entry| entry.pages.contains(&own));
        if entry.is_some() && found.last().is_some_and(|last| last.entry == entry) {
            continue;
        }
        let (before, after) = (on_page(first, own), on_page(second, page));
        let text = |text: Option<&PlacedText>| text.map(|text| text.item.text.to_string());
        found.extend(difference(before, after).map(|(a, b)| {
            let same_letters = letters(before) == letters(after);
            Difference { page, entry, texts: (text(a), text(b)), same_letters }
        }));
    }
    found
}

/// The texts of one page.
fn on_page<'t, 'd>(texts: &'t [PlacedText<'d>], page: usize) -> &'t [PlacedText<'d>] {
    let start = texts.partition_point(|text| text.page < page);
    let end = texts.partition_point(|text| text.page <= page);
    &texts[start..end]
}

/// The letters of a page, in any order.
fn letters(texts: &[PlacedText]) -> Vec<char> {
    let all = texts.iter().flat_map(|text| text.item.text.chars());
    let mut letters: Vec<char> = all.filter(|c| !c.is_whitespace()).collect();
    letters.sort_unstable();
    letters
}

/// The first texts of two pages that differ. How glyphs are put together into texts is no difference.
fn difference<'t, 'd>(
    first: &'t [PlacedText<'d>],
    second: &'t [PlacedText<'d>],
) -> Option<(Option<&'t PlacedText<'d>>, Option<&'t PlacedText<'d>>)> {
    let (mut before, mut after) = (glyphs(first), glyphs(second));
    let mut last = (None, None);
    loop {
        match (before.next(), after.next()) {
            (None, None) => return None,
            (Some(a), Some(b)) if a.is_like(&b) => last = (Some(a.text), Some(b.text)),
            (a, b) => {
                let goes_on = |glyph: &Option<Mark>| glyph.as_ref().is_some_and(|g| !g.opens);
                // Where one goes on and the other does not, it is the shorter one that was read last.
                let shorter = |own: &Option<Mark>, other| goes_on(other) && !goes_on(own);
                let text = |glyph: Option<Mark<'t, 'd>>| glyph.map(|glyph| glyph.text);
                let (a_ended, b_ended) = (shorter(&a, &b), shorter(&b, &a));
                let a = if a_ended { last.0 } else { text(a) };
                return Some((a, if b_ended { last.1 } else { text(b) }));
            }
        }
    }
}

/// A glyph of a page.
struct Mark<'t, 'd> {
    text: &'t PlacedText<'d>,
    id: u16,
    /// Whether it is the first of its text.
    opens: bool,
    letters: &'t str,
    /// Where it starts on the page, pt.
    place: (f64, f64),
}

fn glyphs<'t, 'd>(texts: &'t [PlacedText<'d>]) -> impl Iterator<Item = Mark<'t, 'd>> {
    texts.iter().flat_map(|text| {
        text.item.glyphs.iter().zip(text.spans()).map(move |(glyph, (start, _))| Mark {
            text,
            id: glyph.id,
            opens: start == Abs::zero(),
            letters: text.item.text.get(glyph.range()).unwrap_or_default(),
            place: text.point(start),
        })
    })
}

impl Mark<'_, '_> {
    /// Whether a reader could tell them apart by more than colour.
    fn is_like(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < SAME_PLACE_PT;
        let (a, b) = (self.text.item, other.text.item);
        self.id == other.id
            && self.letters == other.letters
            && a.font == b.font
            && near(a.size.to_pt(), b.size.to_pt())
            && near(self.place.0, other.place.0)
            && near(self.place.1, other.place.1)
    }
}

/// What stands, or is, within this of another is the same, pt.
const SAME_PLACE_PT: f64 = 0.05;

/// Sets a document of our own that is in no layout.
///
/// # Errors
/// What Typst says of it; no author can mend that.
pub fn set_plain(world: &mut TypstWorld, markup: &str) -> anyhow::Result<PagedDocument> {
    world.set_main(markup);
    typst::compile::<PagedDocument>(&*world).output.map_err(|errors| {
        let first = errors.first().map_or("no reason", |error| error.message.as_str());
        anyhow::anyhow!("a page of the program's own cannot be set: {first}")
    })
}
