//! What to write at lines that begin with signs: their levels, read for one text by what an import reads them
//! by, and by the order of signs that offices keep.
//!
//! Signs have no level of their own; what an author nests is told by indentation and by which sign comes after
//! which ([`Levels`]). A sign with others below it may be a subhead. All items of such a text are written at
//! the levels that were read, so that what stood under a sign stands under it still.

use std::ops::Range;

use super::judge::Judged;
use super::line::{Entry, Kind, Seat, blanks, line_end, line_start};
use super::looks::Form;
use crate::findings::Findings;
use crate::levels::{DEEPEST, Levels};
use crate::marker;
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Edit;

/// Lines that are told one by one; further ones are written with the last of them.
const MOST: usize = 80;

/// What a line becomes.
struct Rung {
    /// The bytes that go.
    range: Range<usize>,
    /// What stands there instead.
    prefix: String,
    /// The same for a message: without the blank line before it.
    shown: String,
}

/// Tells what is to be told of the lines of a text, each with what to write.
pub fn report(value: &str, entries: &[Entry], findings: &mut Findings) {
    let rungs = rungs(value, entries);
    let off = |(index, entry): (usize, &Entry)| {
        let Kind::Item(depth) = entry.kind else { return false };
        depth > 0 && rungs[index].0 != depth
    };
    let pasted = entries.iter().any(|entry| entry.told.is_some());
    let all_off: Vec<bool> = entries.iter().enumerate().map(off).collect();
    if !pasted && !all_off.contains(&true) {
        return;
    }
    let mut told: Vec<(Diagnostic, Option<Vec<Edit>>)> = vec![];
    let mut waiting = vec![];
    for ((entry, off), (_, rung)) in entries.iter().zip(all_off).zip(rungs) {
        let message = entry.told.or((off && !pasted).then_some(messages::INDENT));
        let edit = match &rung {
            Some(rung) if value[rung.range.clone()] != rung.prefix => {
                Some(findings.edit(rung.range.clone(), &rung.prefix))
            }
            _ => None,
        };
        if let Some(message) = message.filter(|_| told.len() < MOST) {
            let shown = rung.map(|rung| rung.shown).unwrap_or_default();
            let sign: String = value[entry.from..].chars().take(1).collect();
            let diagnostic = Diagnostic::at(message, findings.place(entry.place.clone()));
            let diagnostic = diagnostic.arg("sign", sign).arg("instead", shown);
            told.push((diagnostic, Some(std::mem::take(&mut waiting))));
        }
        // What changes for the sake of another line changes with that one.
        match (edit, told.last_mut()) {
            (Some(Some(edit)), Some((_, edits))) => {
                edits.iter_mut().for_each(|e| e.push(edit.clone()))
            }
            (Some(Some(edit)), None) => waiting.push(edit),
            (Some(None), Some((_, edits))) => *edits = None,
            _ => {}
        }
    }
    told.into_iter().for_each(|(diagnostic, edits)| findings.push(diagnostic.fix(edits)));
}

/// The level of each line as it is read, from 1 for items, and what it becomes.
fn rungs(value: &str, entries: &[Entry]) -> Vec<(usize, Option<Rung>)> {
    let mut levels = Levels::default();
    let mut before = 0;
    let mut rungs = vec![];
    for (index, entry) in entries.iter().enumerate() {
        let indent = entry.from - entry.start;
        let (class, length, escape) = match entry.kind {
            Kind::Item(_) => ('-', marker_length(&value[entry.from..]), None),
            Kind::Looks(Form::Sign { class, length, .. }) if !is_head(value, entries, index) => {
                (class, length, None)
            }
            Kind::Looks(Form::Kept { class: 'Ⅰ', .. })
                if entries.get(index + 1).is_some_and(is_item) =>
            {
                (levels, before) = (Levels::default(), 0);
                let shown = "## ".to_string();
                let range = entry.start..entry.from;
                rungs.push((0, Some(Rung { range, prefix: shown.clone(), shown })));
                continue;
            }
            Kind::Looks(Form::Count { class, sign, .. } | Form::Kept { class, sign, .. }) => {
                (class, 0, sign)
            }
            Kind::Looks(Form::Remark) => {
                let inside = before > 0 && entries.get(index + 1).is_some_and(is_item);
                let rung = match inside {
                    true => item(entry, before, 0, value, None),
                    false => parted(entry),
                };
                rungs.push((before, Some(rung)));
                continue;
            }
            Kind::Looks(Form::Sign { length, .. } | Form::Head { length }) => {
                (levels, before) = (Levels::default(), 0);
                let range = entry.start..entry.from + length;
                let shown = "## ".to_string();
                rungs.push((0, Some(Rung { range, prefix: shown.clone(), shown })));
                continue;
            }
            Kind::Looks(_) | Kind::Other => {
                (levels, before) = (Levels::default(), 0);
                rungs.push((0, None));
                continue;
            }
        };
        // No sign stands below one that it outranks.
        let above = levels.instead(indent, class).filter(|above| outranks(class, *above));
        before = levels.next(indent, above.unwrap_or(class)).min(before + 1).min(DEEPEST);
        // An item that stands in the line of another is not moved.
        let first = value[entry.start..entry.from].trim().is_empty();
        rungs.push((before, first.then(|| item(entry, before, length, value, escape))));
    }
    rungs
}

/// Whether a sign stands above another where offices write: `□` above `○`, `○` above dashes and dots.
fn outranks(class: char, above: char) -> bool {
    const RANKS: [&str; 3] = ["□■▣◆◇◈❏❑❒", "○●◎◉", "-·▪▫"];
    let rank = |sign| RANKS.iter().position(|signs| signs.contains(sign));
    matches!((rank(class), rank(above)), (Some(own), Some(other)) if own < other)
}

/// An item at a level; `length` bytes of its sign go, and the byte after `escape` gets a backslash.
fn item(entry: &Entry, level: usize, length: usize, value: &str, escape: Option<usize>) -> Rung {
    let shown = format!("{}- ", "  ".repeat(level - 1));
    let number = escape.map(|digits| &value[entry.from..entry.from + digits]);
    let range = entry.start..entry.from + length + number.map_or(0, str::len);
    let prefix = number.map_or(shown.clone(), |number| format!("{shown}{number}\\"));
    Rung { range, shown: prefix.clone(), prefix }
}

/// A paragraph of its own.
fn parted(entry: &Entry) -> Rung {
    Rung { range: entry.start..entry.from, prefix: "\n".into(), shown: String::new() }
}

fn is_item(entry: &Entry) -> bool {
    matches!(
        entry.kind,
        Kind::Item(_) | Kind::Looks(Form::Sign { .. } | Form::Count { .. } | Form::Kept { .. })
    )
}

/// Whether a line with a sign is a subhead: one line, and items of another sign right below it.
fn is_head(value: &str, entries: &[Entry], index: usize) -> bool {
    let entry = &entries[index];
    let (Kind::Looks(Form::Sign { class, .. }), Some(next)) = (entry.kind, entries.get(index + 1))
    else {
        return false;
    };
    let text = &value[entry.from..entry.from + line_end(&value[entry.from..])];
    let other = match next.kind {
        Kind::Looks(Form::Kept { class: 'Ⅰ', .. }) => false,
        Kind::Item(_) | Kind::Looks(Form::Count { .. } | Form::Kept { .. }) => true,
        Kind::Looks(Form::Sign { class: below, .. }) => below != class,
        _ => false,
    };
    let between = value.get(entry.from + text.len()..next.start).unwrap_or("-");
    entry.from - entry.start <= 3
        && other
        && between.trim().is_empty()
        && marker::may_head(class, text.trim())
}

/// The bytes of a list mark and the blanks after it.
fn marker_length(text: &str) -> usize {
    1 + blanks(&text[1..])
}

/// Tells a line that is mended without its neighbours.
pub fn alone(value: &str, from: usize, judged: &Judged, seat: Seat, findings: &mut Findings) {
    let end = from + line_end(&value[from..]);
    let edit = match judged.form {
        Form::Sign { length, .. } if judged.line == 0 => findings.edit(from..from + length, ""),
        Form::Head { length } if judged.line == 0 => findings.edit(from..from + length, ""),
        Form::Rule if matches!(seat, Seat::Paragraph | Seat::Item) => {
            findings.edit(line_start(value, from)..(end + 1).min(value.len()), "")
        }
        _ => None,
    };
    let sign: String = value[from..].chars().take(1).collect();
    let trimmed = from + value[from..end].trim_end().len();
    let diagnostic = Diagnostic::at(judged.message, findings.place(from..trimmed));
    findings.push(diagnostic.arg("sign", sign).fix(edit.map(|edit| vec![edit])));
}

/// Tells a text that begins with a date, which would be a numbered list.
pub fn date(value: &str, place: Range<usize>, findings: &mut Findings) {
    let digits = value[place.clone()].bytes().take_while(u8::is_ascii_digit).count();
    let at = place.start + digits;
    let edit = (digits > 0).then(|| findings.edit(at..at, "\\")).flatten();
    let diagnostic = Diagnostic::at(messages::ORDERED_LIST, findings.place(place));
    findings.push(diagnostic.fix(edit.map(|edit| vec![edit])));
}
