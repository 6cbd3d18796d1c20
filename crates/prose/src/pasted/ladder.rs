//! What to write at lines that begin with signs: their levels, read for one text as a whole.
//!
//! What an author nests is told by indentation and by which sign comes after which ([`Open`]). The outermost sign of
//! a text is that of its subheads if others stand below it anywhere, and then at each of its lines. All items of
//! such a text are written at the levels that were read, so that what stood under a sign stands under it still.

use std::ops::Range;

use super::judge::Judged;
use super::line::{Entry, Kind, Seat, blanks, line_end, line_start};
use super::looks::Form;
use super::rank::Open;
use crate::findings::Findings;
use crate::levels::DEEPEST;
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

/// The level of each line as it is read, from 1 for items, and what it becomes: what one line of a sign is, all of
/// that sign are.
fn rungs(value: &str, entries: &[Entry]) -> Vec<(usize, Option<Rung>)> {
    let mut heads: Vec<char> = vec![];
    let items = |index: usize| {
        entries.get(index + 1).is_some_and(|next| is_item(next) && class(next) != Some('Ⅰ'))
    };
    if entries.iter().enumerate().any(|(index, entry)| class(entry) == Some('Ⅰ') && items(index))
    {
        heads.push('Ⅰ');
    }
    let levels: Vec<usize> =
        placed(value, entries, &heads).into_iter().map(|(level, _)| level).collect();
    let mut signs: Vec<char> = entries.iter().filter_map(class).collect();
    signs.sort_unstable();
    signs.dedup();
    let deep = levels.iter().any(|level| *level > DEEPEST);
    let opens = |sign: &char| {
        let mut own = (0..entries.len()).filter(|index| class(&entries[*index]) == Some(*sign));
        let all = own.clone().all(|index| levels[index] == 1 && may_head(value, entries, index));
        all && own.any(|index| levels.get(index + 1) == Some(&2) && is_above(entries, index, deep))
    };
    heads.extend(signs.iter().filter(|sign| opens(sign)));
    let placed = placed(value, entries, &heads).into_iter();
    placed.map(|(level, rung)| (level.min(DEEPEST), rung)).collect()
}

/// The same with lines of these signs as subheads.
fn placed(value: &str, entries: &[Entry], heads: &[char]) -> Vec<(usize, Option<Rung>)> {
    let mut open = Open::default();
    let mut before = 0;
    let mut rungs = vec![];
    for (index, entry) in entries.iter().enumerate() {
        let indent = entry.from - entry.start;
        let is_head = class(entry).is_some_and(|class| heads.contains(&class));
        let (class, length, escape) = match entry.kind {
            Kind::Item(_) => ('-', marker_length(&value[entry.from..]), None),
            Kind::Looks(Form::Sign { class, length, .. }) if !is_head => (class, length, None),
            Kind::Looks(Form::Count { class, sign, .. } | Form::Kept { class, sign, .. })
                if !is_head =>
            {
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
            kind => {
                open.close();
                before = 0;
                rungs.push((0, subhead(kind, entry)));
                continue;
            }
        };
        before = open.next(indent, class).min(before + 1);
        // An item that stands in the line of another is not moved.
        let first = value[entry.start..entry.from].trim().is_empty();
        rungs.push((before, first.then(|| item(entry, before, length, value, escape))));
    }
    rungs
}

/// The sign of a line that has one.
fn class(entry: &Entry) -> Option<char> {
    match entry.kind {
        Kind::Looks(
            Form::Sign { class, .. } | Form::Count { class, .. } | Form::Kept { class, .. },
        ) => Some(class),
        _ => None,
    }
}

/// A line as a subhead; a number stays in it.
fn subhead(kind: Kind, entry: &Entry) -> Option<Rung> {
    let length = match kind {
        Kind::Looks(Form::Sign { length, .. } | Form::Head { length }) => length,
        Kind::Looks(Form::Count { .. } | Form::Kept { .. }) => 0,
        _ => return None,
    };
    let shown = "## ".to_string();
    Some(Rung { range: entry.start..entry.from + length, prefix: shown.clone(), shown })
}

/// An item at a level; `length` bytes of its sign go, and the byte after `escape` gets a backslash.
fn item(entry: &Entry, level: usize, length: usize, value: &str, escape: Option<usize>) -> Rung {
    let shown = format!("{}- ", "  ".repeat(level.min(DEEPEST) - 1));
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

/// Whether a line with a sign may be a subhead: one short line that begins no further than subheads do.
fn may_head(value: &str, entries: &[Entry], index: usize) -> bool {
    let entry = &entries[index];
    let length = line_end(&value[entry.from..]);
    let text = value[entry.from..entry.from + length].trim();
    let below = entry.from + length + 1;
    let next = value.get(below..).map_or("", |rest| &rest[..line_end(rest)]).trim();
    // What goes on in the line below is no subhead.
    let one = next.is_empty()
        || next.starts_with('|')
        || entries.get(index + 1).is_some_and(|entry| entry.start == below);
    let sign = match entry.kind {
        Kind::Looks(Form::Sign { class, .. }) => class,
        _ => '□',
    };
    entry.from - entry.start <= 3 && one && marker::may_head(sign, text)
}

/// Whether what comes right below a line stands under it as under a subhead: items of another sign, and below a number
/// only those whose sign could be a subhead's too, or any where lists do not go as `deep` as the text does.
fn is_above(entries: &[Entry], index: usize, deep: bool) -> bool {
    let (own, next) = (&entries[index], &entries[index + 1]);
    match own.kind {
        Kind::Looks(Form::Sign { .. }) => true,
        Kind::Looks(Form::Count { .. }) => {
            deep || class(next).is_some_and(|sign| marker::may_head(sign, ""))
        }
        _ => false,
    }
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
