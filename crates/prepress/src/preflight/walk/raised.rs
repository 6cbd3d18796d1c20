//! Raised and lowered text: marks of notes, powers, the 2 of H2O. They are as small as the text that they stand in makes
//! them. It judges nothing.

use std::collections::VecDeque;

use super::super::verdict::Rect;
use crate::pdf::geometry::{Matrix, apply};

/// How many runs of text are looked back at, and how many small ones wait for what comes next.
const MOST_OPEN: usize = 16;
/// How large it is beside its text at most, how far it is raised or lowered, how far it stands from its text and how
/// long it is, in units of the size of that.
const MOST_SIZE: f64 = 0.8;
const RAISED: (f64, f64) = (0.08, 0.75);
const MOST_APART: f64 = 1.0;
const MOST_LONG: f64 = 3.0;
/// How far directions may differ that are one, as the sine of the angle.
const TURNED: f64 = 0.02;

/// The line that a run of text stands on, in units of the page.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct Line {
    from: (f64, f64),
    to: (f64, f64),
    /// Where it runs to, of length 1.
    along: (f64, f64),
    size: f64,
}

impl Line {
    /// The line of text that stands from one place to another in a text space, raised by so much and of a size.
    pub fn of(text: Matrix, (from, to): (f64, f64), (rise, size): (f64, f64)) -> Self {
        let long = text[0].hypot(text[1]).max(f64::MIN_POSITIVE);
        let along = (text[0] / long, text[1] / long);
        let high = (text[2] * along.1 - text[3] * along.0).abs();
        let (from, to) = (apply(text, from, rise), apply(text, to, rise));
        Self { from, to, along, size: size.abs() * high }
    }

    /// Whether it is a raised or lowered part of larger text.
    fn stands_in(&self, text: &Self) -> bool {
        let step = |point: (f64, f64)| (point.0 - text.from.0, point.1 - text.from.1);
        let along = |(x, y): (f64, f64)| x * text.along.0 + y * text.along.1;
        let across = |(x, y): (f64, f64)| x * text.along.1 - y * text.along.0;
        let (from, to) = (step(self.from), step(self.to));
        let (start, end) = (along(from).min(along(to)), along(from).max(along(to)));
        let (low, high) = (0.0_f64.min(along(step(text.to))), 0.0_f64.max(along(step(text.to))));
        let (raised, apart) = (across(from).abs(), (low - end).max(start - high));
        self.size <= MOST_SIZE * text.size
            && (self.along.0 * text.along.1 - self.along.1 * text.along.0).abs() < TURNED
            && (RAISED.0 * text.size..=RAISED.1 * text.size).contains(&raised)
            && apart <= MOST_APART * text.size
            && end - start <= MOST_LONG * text.size
    }
}

/// Text that is smaller than is asked.
#[derive(Debug, Clone)]
pub(in super::super) struct Small {
    pub line: Line,
    pub pt: f64,
    pub place: Rect,
}

/// The text before what comes next, and small text that may be a part of it.
#[derive(Debug, Default)]
pub(in super::super) struct Raised {
    before: VecDeque<Line>,
    waiting: VecDeque<Small>,
}

impl Raised {
    /// Keeps small text that is no part of what comes before it; gives what waits too long.
    pub fn keep(&mut self, small: Small) -> Option<Small> {
        if !self.before.iter().any(|text| small.line.stands_in(text)) {
            self.waiting.push_back(small);
        }
        (self.waiting.len() > MOST_OPEN).then(|| self.waiting.pop_front()).flatten()
    }

    /// Passes text, of which small text that waits may be a part.
    pub fn pass(&mut self, text: Line) {
        self.waiting.retain(|small| !small.line.stands_in(&text));
        self.before.push_back(text);
        if self.before.len() > MOST_OPEN {
            self.before.pop_front();
        }
    }

    /// What still waits.
    pub fn take(&mut self) -> VecDeque<Small> {
        std::mem::take(&mut self.waiting)
    }
}
