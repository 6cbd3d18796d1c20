//! Chooses the edits of findings that can be written together, and writes them into a text.
//!
//! Text only: it never opens a file.

use std::collections::BTreeMap;

use crate::finding::Diagnostic;
use crate::source::{Edit, FileId};

/// The edits of `found` that do not touch each other, in the order of their places: all of a finding's or
/// none. What is left out has its turn once these are written.
pub fn together(found: &[Diagnostic]) -> Vec<Edit> {
    let mut chosen = Chosen::default();
    let mut edits: Vec<Edit> = vec![];
    for diagnostic in found {
        if chosen.take(&diagnostic.fix) {
            edits.extend(diagnostic.fix.iter().cloned());
        }
    }
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// The places that are taken, of each file by their first byte.
#[derive(Default)]
struct Chosen(BTreeMap<(FileId, usize), usize>);

impl Chosen {
    /// Takes the places of some edits, if all of them are free and apart.
    fn take(&mut self, edits: &[Edit]) -> bool {
        let mut taken = vec![];
        for edit in edits {
            if !self.has_room(edit) {
                for key in taken {
                    self.0.remove(&key);
                }
                return false;
            }
            let key = (edit.span.file, edit.span.start);
            if self.0.insert(key, edit.span.end).is_none() {
                taken.push(key);
            }
        }
        true
    }

    fn has_room(&self, edit: &Edit) -> bool {
        let (file, start, end) = (edit.span.file, edit.span.start, edit.span.end);
        let before = self.0.range(..(file, start)).next_back();
        let free = before.is_none_or(|((of, _), to)| *of != file || *to <= start);
        let after = self.0.range((file, start)..).next();
        free && match after {
            Some(((of, from), to)) if *of == file && *from == start => *to == start && end == start,
            Some(((of, from), _)) if *of == file => *from >= end,
            _ => true,
        }
    }
}

/// `text` with edits of its file, which are in order and apart, written into it; none if they are not.
pub fn spliced<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for Edit { span, text: piece } in edits {
        out.push_str(text.get(at..span.start)?);
        out.push_str(piece);
        at = span.end.max(span.start);
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{spliced, together};
    use crate::finding::Diagnostic;
    use crate::message::{Message, Severity};
    use crate::source::{Edit, Sources, Span};
    use crate::words::Words;

    const ODD: Message = Message {
        code: "E1",
        severity: Severity::Error,
        says: Words { ko: "다름", en: "odd" },
        help: Words { ko: "고치기", en: "mend" },
    };

    #[test]
    fn edits_that_meet_wait_for_the_next_time() {
        let file = Sources::default().add("a", "abcdef");
        let span = |start, end| Span::new(file, start..end);
        let fix = |edits: &[(usize, usize, &str)]| {
            let edit = |(start, end, text): &(usize, usize, &str)| Edit {
                span: span(*start, *end),
                text: (*text).into(),
            };
            Diagnostic::at(&ODD, span(0, 0)).fix(Some(edits.iter().map(edit).collect()))
        };
        let found = [
            fix(&[(4, 5, "E"), (0, 1, "A")]),
            fix(&[(0, 2, "no")]),
            fix(&[(2, 3, ""), (4, 4, "no")]),
            fix(&[(6, 6, "1")]),
            fix(&[(6, 6, "2")]),
            fix(&[(1, 2, "B")]),
        ];
        assert_eq!(spliced("abcdef", &together(&found)).unwrap(), "ABcdEf12");
        assert_eq!(spliced("가", &[Edit { span: span(1, 2), text: String::new() }]), None);
    }
}
