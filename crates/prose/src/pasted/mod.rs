//! Text that was pasted from HWP, Word or Excel, or written in another Markdown: lines that begin with a sign
//! this Markdown does not know would run together, and signs would be printed.
//!
//! Lines are taken down while the text is read and judged when all of it is known. Each finding says what to
//! write at its line, and can be written by a machine.

mod form;
mod judge;
mod kept;
mod ladder;
mod line;
mod looks;
mod rank;
mod rows;
pub mod tabs;
mod waiting;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::findings::Findings;
use crate::literal::Leftovers;
use crate::messages;
use form::form;
use jikji_diagnostic::Message;
use judge::Paragraph;
use line::{Entry, Kind, blanks, line_end, line_start, lines};
use looks::Form;

pub use line::Seat;

/// The lines of one text so far.
#[derive(Default)]
pub struct Pasted {
    entries: Vec<Entry>,
    leftovers: Vec<Leftovers>,
    stars: Vec<usize>,
    /// Lines that begin with numbers of a row, once it was asked.
    rows: Option<BTreeSet<usize>>,
}

impl Pasted {
    /// Takes down a list item at `range`, `depth` lists deep.
    pub fn item(&mut self, value: &str, range: &Range<usize>, depth: usize) {
        let mark = range.start + blanks(&value[range.start..]);
        if value[mark..].starts_with('*') {
            self.stars.push(mark);
        }
        self.entry(value, mark, Kind::Item(depth), None);
    }

    /// Takes down a numbered list, which no text takes.
    pub fn numbered(&mut self, value: &str, range: Range<usize>, findings: &mut Findings) {
        let place = range.start..range.start + line_end(&value[range.clone()]);
        let known = self.entries.len();
        let first = range.start + blanks(&value[range.clone()]);
        let alone = value[line_start(value, range.start)..range.start].trim().is_empty();
        for at in lines(value, range.clone()).filter(|_| alone) {
            let from = at + blanks(&value[at..]);
            let text = value[from..from + line_end(&value[from..])].trim_end();
            let kind = match form(text) {
                Some(form @ (Form::Count { .. } | Form::Sign { .. } | Form::Kept { .. })) => {
                    Kind::Looks(form)
                }
                _ if text.starts_with("- ") => Kind::Item(0),
                _ => continue,
            };
            self.entry(value, from, kind, None);
        }
        let one = self.entries.len() == known + 1;
        match self.entries.get_mut(known) {
            // A paragraph that begins with a date stays one.
            Some(entry) if entry.from == first && !(one && entry.kind.is_date()) => {
                (entry.told, entry.place) = (Some(messages::ORDERED_LIST), place);
            }
            _ => {
                self.entries.truncate(known);
                ladder::date(value, place, findings);
            }
        }
    }

    /// Takes down running text: where it begins, where its further lines do, and what was left standing in it.
    pub fn text(
        &mut self,
        value: &str,
        seat: Seat,
        starts: &[usize],
        leftovers: Leftovers,
        findings: &mut Findings,
    ) {
        self.leftovers.push(leftovers);
        let Some(first) = starts.first() else { return };
        if seat == Seat::Cell {
            return;
        }
        let numbered = self.rows.get_or_insert_with(|| judge::rows(value));
        let paragraph = Paragraph::new(value, seat, starts, numbered);
        rows::report(&paragraph, findings);
        let judged = paragraph.judged();
        if seat == Seat::Subhead || (seat == Seat::Paragraph && !judged.iter().any(|j| j.line == 0))
        {
            self.entry(value, *first, Kind::Other, None);
        }
        for judged in judged {
            let kind = Kind::Looks(judged.form);
            if judged.alone {
                ladder::alone(value, starts[judged.line], &judged, seat, findings);
            } else {
                self.entry(value, starts[judged.line], kind, Some(judged.message));
            }
        }
    }

    fn entry(&mut self, value: &str, from: usize, kind: Kind, told: Option<&'static Message>) {
        let start = line_start(value, from);
        let place = from..from + line_end(&value[from..]);
        self.entries.push(Entry { start, from, kind, told, place });
    }

    /// Says what there is to say of the whole text; whether notes of another kind were among it.
    pub fn finish(self, value: &str, findings: &mut Findings) -> bool {
        let Self { entries, leftovers, stars, .. } = self;
        let taken = waiting::notes(value, leftovers, &stars, &entries, findings);
        for star in stars {
            let note = taken.iter().any(|line| line.contains(&star));
            if !note && waiting::follows_list(value, star, &entries) {
                findings.at(messages::STAR_ITEM, star..star + line_end(&value[star..]));
            }
        }
        let left = |entry: &Entry| !taken.iter().any(|line| line.contains(&entry.from));
        let entries: Vec<Entry> = entries.into_iter().filter(left).collect();
        ladder::report(value, &entries, findings);
        !taken.is_empty()
    }
}
