//! Which lines of a paragraph are not meant as they would be printed.
//!
//! A sign that a line begins with by chance, where the text around it was broken into lines, is left alone: a
//! number needs its predecessor at the start of a line too, and no successor in the middle of one.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{form, successor};
use super::kept;
use super::line::{Seat, blanks, line_end, lines};
use super::looks::Form;
use crate::messages;
use jikji_diagnostic::Message;

/// A paragraph and how its lines begin.
pub struct Paragraph<'v> {
    pub value: &'v str,
    pub seat: Seat,
    /// Where its lines begin.
    pub starts: &'v [usize],
    /// How they begin.
    pub forms: Vec<Option<Form>>,
    /// Which lines of the text begin with a number of a row, by their first byte.
    pub rows: &'v BTreeSet<usize>,
}

/// A line that is not meant as it would be printed.
pub struct Judged {
    /// Which line of its paragraph.
    pub line: usize,
    pub form: Form,
    pub message: &'static Message,
    /// Whether it is told and mended without its neighbours.
    pub alone: bool,
}

impl<'v> Paragraph<'v> {
    pub fn new(value: &'v str, seat: Seat, starts: &'v [usize], rows: &'v BTreeSet<usize>) -> Self {
        let forms = starts.iter().map(|at| form(line(value, *at))).collect();
        Self { value, seat, starts, forms, rows }
    }

    /// A line without the blanks at its ends.
    pub fn line(&self, index: usize) -> &'v str {
        line(self.value, self.starts[index])
    }

    /// Its lines that are not meant so, in order.
    pub fn judged(&self) -> Vec<Judged> {
        let (begun, dots) = (self.begun(), self.dots());
        let mut judged: Vec<Judged> = vec![];
        for (index, form) in self.forms.iter().enumerate().skip(1) {
            let Some(form) = *form else { continue };
            let message = match form {
                Form::Sign { class: '·', spaced: false, .. } if dots < 2 => continue,
                Form::Count { .. } if !begun[index] && !self.in_row(index) => continue,
                Form::Kept { class, sure, .. } if !self.kept(index, class, sure) => continue,
                Form::Sign { .. } | Form::Count { .. } | Form::Kept { .. } => messages::SIGN_FLOWS,
                Form::Remark => messages::REMARK_FLOWS,
                Form::Head { .. } => messages::HEAD_SPACE,
                Form::Hash => messages::HASH,
                Form::Rule => messages::RULE,
                Form::Row => continue,
            };
            let alone = matches!(form, Form::Hash | Form::Rule);
            judged.push(self.seated(Judged { line: index, form, message, alone }));
        }
        let first = self.first(&judged).map(|judged| self.seated(judged));
        first.into_iter().chain(judged).collect()
    }

    /// What is said where a block cannot be begun at all.
    fn seated(&self, judged: Judged) -> Judged {
        match self.seat {
            _ if judged.line == 0 => judged,
            Seat::Field => Judged { message: messages::ONE_PARAGRAPH, alone: true, ..judged },
            Seat::Note => Judged { message: messages::NOTE_BLOCKS, alone: true, ..judged },
            _ => judged,
        }
    }

    /// What is said of the first line, before those that follow.
    fn first(&self, others: &[Judged]) -> Option<Judged> {
        let form = (*self.forms.first()?)?;
        let own = self.seat == Seat::Paragraph;
        let listed = |judged: &Judged| {
            matches!(judged.form, Form::Sign { .. } | Form::Count { .. } | Form::Kept { .. })
        };
        let flows = |judged: &Judged| listed(judged) || matches!(judged.form, Form::Remark);
        let (message, alone) = match form {
            Form::Sign { .. } if own && others.iter().any(flows) => (messages::SIGN_FLOWS, false),
            Form::Sign { .. } if own && self.line(0).starts_with(['—', '―']) => return None,
            Form::Sign { .. } if own => (messages::SIGN_PRINTED, false),
            Form::Sign { .. } if self.seat != Seat::Note => (messages::SIGN_TWICE, true),
            Form::Count { .. } | Form::Kept { .. } if own && others.iter().any(listed) => {
                (messages::SIGN_FLOWS, false)
            }
            Form::Count { .. } if own && self.in_row(0) && self.is_followed() => {
                (messages::SIGN_PRINTED, false)
            }
            Form::Head { .. } if self.seat != Seat::Note => (messages::HEAD_SPACE, !own),
            Form::Hash if own => (messages::HASH, true),
            Form::Rule if own => (messages::RULE, true),
            _ => return None,
        };
        Some(Judged { line: 0, form, message, alone })
    }

    /// Whether a line begins with a number of a row of the text.
    fn in_row(&self, index: usize) -> bool {
        self.rows.contains(&self.starts[index])
    }

    /// Whether a list follows the paragraph without an empty line between.
    fn is_followed(&self) -> bool {
        let last = self.starts.last().copied().unwrap_or_default();
        let after = last + line_end(&self.value[last..]) + 1;
        let below = self.value.get(after..).map_or("", |rest| &rest[..line_end(rest)]);
        let below = below.trim_start();
        below.starts_with(['-', '*', '+']) || below.starts_with("1.") || below.starts_with("1)")
    }

    /// Whether a line begins with a sign that stays and is meant to: it says so itself or others do it too, and
    /// the sign does not stand inside the lines.
    fn kept(&self, index: usize, class: char, sure: bool) -> bool {
        let same =
            |form: &Option<Form>| matches!(form, Some(Form::Kept { class: c, .. }) if *c == class);
        let near = |line: &usize| self.forms.get(*line).is_some_and(same);
        let around = [index.wrapping_sub(1), index + 1, index.wrapping_sub(2), index + 2];
        let inside = |line: usize| self.line(line).chars().skip(1).any(|c| kept::kind(c) == class);
        let last = (index + 1).min(self.starts.len() - 1);
        (sure || around.iter().any(near)) && !(index - 1..=last).any(inside)
    }

    /// Lines that begin with a dot right before a word.
    fn dots(&self) -> usize {
        let dot = |form: &&Option<Form>| {
            matches!(form, Some(Form::Sign { class: '·', spaced: false, .. }))
        };
        self.forms.iter().filter(dot).count()
    }

    /// Which lines begin with a number of a row whose numbers all begin lines.
    fn begun(&self) -> Vec<bool> {
        let mut begun = vec![false; self.forms.len()];
        let mut seen: Vec<(char, u32)> = vec![];
        for (index, form) in self.forms.iter().enumerate() {
            let Some(Form::Count { class, number, .. }) = *form else { continue };
            let before = number.checked_sub(1);
            let known = number == 1 || before.is_some_and(|before| seen.contains(&(class, before)));
            if known && !self.runs_on(index, class, number) {
                begun[index] = true;
                if seen.last() != Some(&(class, number)) && seen.len() < 100 {
                    seen.push((class, number));
                }
            }
        }
        begun
    }

    /// Whether the next number stands inside the same line.
    fn runs_on(&self, index: usize, class: char, number: u32) -> bool {
        let inside = |line: &str| {
            let rest = line.char_indices().nth(1).map_or("", |(at, _)| &line[at..]);
            successor(class, number).is_some_and(|next| rest.contains(&next))
        };
        let last = (index + 2).min(self.starts.len());
        (index..last).any(|line| inside(self.line(line)))
    }
}

/// The lines of a text that begin with a number of a row, by their first byte: a number whose predecessor begins a
/// line above, and that predecessor.
pub fn rows(value: &str) -> BTreeSet<usize> {
    let mut rows = BTreeSet::new();
    let mut seen: BTreeMap<(char, u32), usize> = BTreeMap::new();
    for at in lines(value, 0..value.len()) {
        let from = at + blanks(&value[at..]);
        let text = line(value, from);
        let Some(Form::Count { class, number, .. }) = form(text) else { continue };
        let inside = text.char_indices().nth(1).map_or("", |(at, _)| &text[at..]);
        if successor(class, number).is_some_and(|next| inside.contains(&next)) {
            continue;
        }
        let before = number.checked_sub(1).and_then(|before| seen.get(&(class, before)));
        if let Some(before) = before {
            rows.extend([*before, from]);
        }
        if before.is_some() || number == 1 {
            seen.insert((class, number), from);
        }
    }
    rows
}

fn line(value: &str, at: usize) -> &str {
    value[at..at + line_end(&value[at..])].trim()
}
