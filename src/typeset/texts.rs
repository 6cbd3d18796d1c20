//! Every text of laid-out pages, in the order it is read, with where it stands.
//!
//! All that looks at finished pages looks through here: running text, titles, labels, cells, running
//! heads. Nothing here judges or changes a page.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::{Page, PagedDocument};

/// A text of one style on one line.
#[derive(Clone, Copy)]
pub struct PlacedText<'a> {
    /// Its page, from 1.
    pub page: usize,
    /// Its letters and glyphs.
    pub item: &'a TextItem,
    /// From its own coordinates, baseline at 0, to those of the trimmed page.
    pub at: Transform,
}

/// All texts of a document.
pub fn texts(document: &PagedDocument) -> Vec<PlacedText<'_>> {
    let mut texts = Vec::with_capacity(1 << 12);
    for (index, page) in document.pages().iter().enumerate() {
        collect(&page.frame, Transform::identity(), index + 1, &mut texts);
    }
    texts
}

/// All texts of a page, which is called `number`.
pub fn on_page(page: &Page, number: usize) -> Vec<PlacedText<'_>> {
    let mut texts = vec![];
    collect(&page.frame, Transform::identity(), number, &mut texts);
    texts
}

fn collect<'a>(frame: &'a Frame, outer: Transform, page: usize, texts: &mut Vec<PlacedText<'a>>) {
    for (position, item) in frame.items() {
        let at = outer.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => {
                collect(&group.frame, at.pre_concat(group.transform), page, texts);
            }
            FrameItem::Text(item) => texts.push(PlacedText { page, item, at }),
            _ => {}
        }
    }
}

impl PlacedText<'_> {
    /// A point `x` along its baseline, on the page, pt.
    pub fn point(&self, x: Abs) -> (f64, f64) {
        let point = Point::with_x(x).transform(self.at);
        (point.x.to_pt(), point.y.to_pt())
    }

    /// Where each of its glyphs starts and ends along its baseline.
    pub fn spans(&self) -> impl Iterator<Item = (Abs, Abs)> {
        let size = self.item.size;
        self.item.glyphs.iter().scan(Abs::zero(), move |at, glyph| {
            let start = *at;
            *at += glyph.x_advance.at(size);
            Some((start, *at))
        })
    }
}
