//! The lines of a page as text, to lie over its picture: so that they are selected, searched and read aloud.
//!
//! In the order in which they are read. Where in the author's files a letter stands is for
//! [`crate::typeset::places`] to say.

use serde::Serialize;
use typst::layout::{Abs, Transform};
use typst_layout::Page;

use crate::typeset::texts::{PlacedText, on_page};

/// How far apart two texts may stand on one line and still be one, in parts of their size.
const GAP: f64 = 0.5;

/// How far from one line a text may be and still stand on it, pt.
const OFF: f64 = 0.05;

/// A stretch of text on one baseline, pt from the left and the top of the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Where its baseline starts.
    pub from: (f64, f64),
    /// Where its baseline ends.
    pub to: (f64, f64),
    /// The size of its type.
    pub size: f64,
    /// What it reads.
    pub text: String,
}

/// The lines of a page.
pub fn of(page: &Page) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    for text in on_page(page, 1) {
        let line = line(&text);
        if line.text.trim().is_empty() && lines.is_empty() {
            continue;
        }
        match lines.last_mut().filter(|last| last.goes_on_with(&line)) {
            Some(last) => {
                last.text.push_str(&line.text);
                last.to = line.to;
            }
            None => lines.push(line),
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

fn line(text: &PlacedText) -> Line {
    let end = text.spans().last().map_or(Abs::zero(), |(_, end)| end);
    // Characters that nothing is drawn for are not what is read.
    let shown = text.item.text.chars().filter(|c| !matches!(c, '\u{2060}' | '\u{200B}' | '\u{AD}'));
    Line {
        from: text.point(Abs::zero()),
        to: text.point(end),
        size: text.item.size.to_pt() * stretch(text.at),
        text: shown.collect(),
    }
}

/// How much larger a text is drawn than it was set, across its baseline.
fn stretch(at: Transform) -> f64 {
    at.kx.get().hypot(at.sy.get())
}

impl Line {
    fn goes_on_with(&self, next: &Self) -> bool {
        let gap = self.size.max(next.size) * GAP;
        let flat = |line: &Self| (line.from.1 - line.to.1).abs() < OFF;
        flat(self)
            && flat(next)
            && (self.to.1 - next.from.1).abs() < OFF
            && (-gap..gap).contains(&(next.from.0 - self.to.0))
    }
}
