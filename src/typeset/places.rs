//! From every glyph of the pages to the author's text, and back.
//!
//! Running text leads back through the markup it comes from; what a layout got as a string is found by what
//! it reads ([`super::strings`]). What a layout writes itself, such as page numbers, leads nowhere.

use std::ops::Range;

use jikji_diagnostic::source::{FileId, Sources, Span};
use typst::layout::{Abs, Point};

use super::leaves::Leaves;
use super::pages::Pages;
use super::strings::{Before, Known, Shelf, align};
use super::texts::{PlacedText, texts};
use super::world::TypstWorld;
use crate::compose::markup::Markup;
use crate::manifest::model::{Issue, Shown};
use jikji_prose::tree::Plain;

/// How far a letter reaches over and under its baseline, in parts of its size.
const REACH: (f64, f64) = (0.86, 0.24);

/// A glyph on a page, and the text it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its page, from 1.
    pub page: usize,
    /// Its box on the page from the left and the top of the trim, pt.
    pub area: Area,
    /// Its first character.
    pub letter: char,
    /// Where that stands in the author's files; `None` if the layout wrote it.
    pub place: Option<Span>,
}

/// A box on a page, pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
    /// Its top.
    pub top: f64,
    /// Its foot.
    pub bottom: f64,
}

impl Area {
    /// The square of the distance of a point from it.
    fn distance(&self, x: f64, y: f64) -> f64 {
        let off = |at: f64, from: f64, to: f64| (from - at).max(at - to).max(0.0);
        off(x, self.left, self.right).powi(2) + off(y, self.top, self.bottom).powi(2)
    }
}

/// All glyphs of a number.
#[derive(Debug, Default)]
pub struct Places {
    glyphs: Vec<Glyph>,
}

impl Places {
    /// The places of the glyphs of `pages`, which `world` set of `issue`.
    pub fn of(pages: &Pages, issue: &Issue, world: &TypstWorld, sources: &Sources) -> Self {
        let (leaves, texts) = (Leaves::of(world), texts(&pages.document));
        let mut glyphs = vec![];
        let mut common = common(issue, sources);
        for page in texts.chunk_by(|a, b| a.page == b.page) {
            let start = glyphs.len();
            let mut opens = vec![];
            for text in page {
                opens.push(glyphs.len());
                read(text, &leaves, pages, &mut glyphs);
            }
            let number = page[0].page;
            let entry = pages.entries.iter().position(|entry| entry.pages.contains(&number));
            let mut own = entry.map_or_else(Shelf::default, |entry| own(issue, entry, sources));
            find_strings(&mut glyphs[start..], start, &opens, &mut own, &mut common);
        }
        Self { glyphs }
    }

    /// All of them, page by page in the order they are read.
    pub fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    /// The glyph with a place that is nearest to a point of a page, pt from the left and the top of the trim.
    pub fn nearest(&self, page: usize, x: f64, y: f64) -> Option<&Glyph> {
        let placed = self.on(page).iter().filter(|glyph| glyph.place.is_some());
        placed.min_by(|a, b| a.area.distance(x, y).total_cmp(&b.area.distance(x, y)))
    }

    /// The glyph that stands for a byte of a file, or for the nearest one before it in that file. Where a text
    /// stands more than once, on its entry's page it is larger than in contents and heads.
    pub fn of_byte(&self, file: FileId, byte: usize) -> Option<&Glyph> {
        let before = self.glyphs.iter().filter_map(|glyph| {
            let place = glyph.place.filter(|place| place.file == file && place.start <= byte)?;
            Some((place.start, glyph))
        });
        let height = |glyph: &Glyph| glyph.area.bottom - glyph.area.top;
        let later = |a: &(usize, &Glyph), b: &(usize, &Glyph)| {
            a.0.cmp(&b.0).then(height(a.1).total_cmp(&height(b.1)))
        };
        before.max_by(later).map(|(_, glyph)| glyph)
    }

    fn on(&self, page: usize) -> &[Glyph] {
        let range = |page| self.glyphs.partition_point(|glyph| glyph.page < page);
        &self.glyphs[range(page)..range(page + 1)]
    }
}

/// Reads the glyphs of a text, those of running text with their places.
fn read(text: &PlacedText, leaves: &Leaves, pages: &Pages, glyphs: &mut Vec<Glyph>) {
    let item = text.item;
    let mut trail = Trail { markup: &pages.markup, last: None };
    for (glyph, (start, end)) in item.glyphs.iter().zip(text.spans()) {
        let letters = item.text.get(glyph.range()).unwrap_or_default();
        let Some(letter) = letters.chars().next() else { continue };
        let place = leaves.byte(glyph).and_then(|byte| trail.place(byte, letter));
        glyphs.push(Glyph { page: text.page, area: area(text, start..end), letter, place });
    }
}

/// The way back through the markup, glyph by glyph.
struct Trail<'m> {
    markup: &'m Markup,
    /// The run of the glyph before, and the byte of its text that comes next.
    last: Option<(usize, usize)>,
}

impl Trail<'_> {
    /// The place of a letter that comes from a byte of the markup. Where Typst put pieces of markup together
    /// (rules that look for a pattern do) its bytes count the letters only, so what follows the letter
    /// before goes first.
    fn place(&mut self, byte: usize, letter: char) -> Option<Span> {
        let (run, at) = self.markup.run_at(byte)?;
        let text = &self.markup.runs[run].text;
        let reads = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(letter));
        let next = self.last.filter(|last| last.0 == run).map(|last| last.1);
        let at = next.filter(reads).or(Some(at).filter(reads))?;
        let end = at + letter.len_utf8();
        self.last = Some((run, end));
        Some(self.markup.runs[run].place(at..end))
    }
}

/// The box of a part of a text.
fn area(text: &PlacedText, along: Range<Abs>) -> Area {
    let (over, under) = (text.item.size * -REACH.0, text.item.size * REACH.1);
    let corners =
        [(along.start, over), (along.end, over), (along.start, under), (along.end, under)];
    let corners = corners.map(|(x, y)| Point::new(x, y).transform(text.at));
    let none = f64::INFINITY;
    let empty = Area { left: none, right: -none, top: none, bottom: -none };
    corners.iter().fold(empty, |area, point| Area {
        left: area.left.min(point.x.to_pt()),
        right: area.right.max(point.x.to_pt()),
        top: area.top.min(point.y.to_pt()),
        bottom: area.bottom.max(point.y.to_pt()),
    })
}

/// Gives the glyphs of a page that have no place yet those of the strings they read. `opens` are the first glyphs of
/// its texts, counted from `start` on.
fn find_strings(
    glyphs: &mut [Glyph],
    start: usize,
    opens: &[usize],
    own: &mut Shelf,
    common: &mut Shelf,
) {
    let opens = |at: usize| opens.binary_search(&(start + at)).is_ok();
    let (mut letters, mut lost, mut before) = (vec![], vec![], Before::Text);
    for (at, glyph) in glyphs.iter().enumerate() {
        if opens(at) {
            before = Before::Text;
        }
        if glyph.letter.is_whitespace() {
            before = before.min(Before::Space);
        } else if glyph.place.is_none() {
            letters.push((glyph.letter, before));
            lost.push(at);
            before = Before::Letter;
        }
    }
    for (at, place) in lost.into_iter().zip(align(&letters, own, common)) {
        glyphs[at].place = place;
    }
}

/// What the pages of an entry may show of it.
fn own(issue: &Issue, entry: usize, sources: &Sources) -> Shelf {
    let mut shelf = Shelf::default();
    issue.entries[entry].visit(&mut |shown| put(&shown, sources, &mut shelf));
    shelf
}

/// What any page may show.
fn common(issue: &Issue, sources: &Sources) -> Shelf {
    let mut shelf = Shelf::default();
    let publication = &issue.publication;
    let titles = issue.parts.iter().flat_map(|part| {
        std::iter::once(&part.title).chain(part.sections.iter().map(|section| &section.title))
    });
    let heads = [&publication.name, &publication.publisher].into_iter().chain(&publication.tagline);
    for plain in heads.chain(titles) {
        shelf.put(known(plain, sources));
    }
    let colophon = issue.colophon.iter().map(|(_, value)| value);
    let entries =
        issue.entries.iter().flat_map(|entry| entry.fields.iter().map(|(_, value)| value));
    for value in colophon.chain(entries) {
        value.visit(&mut |shown| put(&shown, sources, &mut shelf));
    }
    shelf
}

fn put(shown: &Shown, sources: &Sources, shelf: &mut Shelf) {
    let text = match shown {
        Shown::Line(plain) | Shown::Word(plain) => known(plain, sources),
        Shown::Body(unit) => {
            let mut text = Known::default();
            unit.visit_runs(&mut |run, span| text.push(run, span, sources));
            text
        }
        Shown::Picture(..) => return,
    };
    shelf.put(text);
}

fn known(plain: &Plain, sources: &Sources) -> Known {
    let mut text = Known::default();
    text.push(&plain.text, plain.span, sources);
    text
}
