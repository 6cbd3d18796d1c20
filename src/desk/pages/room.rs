//! How much more the page of an entry may take, by what its layout says of such a page.

use serde_json::{Value, json};

use super::fit;
use crate::document::edit::Step;
use crate::edition::number::SetNumber;
use crate::layout::length;
use jikji_diagnostic::Lang;

/// The position in the number of the entry at a path.
pub fn entry(number: &SetNumber, path: &[Step]) -> Option<usize> {
    let at = match path {
        [_, Step::Index(part), _, Step::Index(section), _, Step::Index(_)] => {
            (*part, Some(*section))
        }
        [_, Step::Index(part), _, Step::Index(_)] => (*part, None),
        _ => return None,
    };
    let Some(Step::Index(index)) = path.last() else { return None };
    let own = number.issue.entries.iter().enumerate().filter(|(_, entry)| entry.at == at);
    own.map(|(position, _)| position).nth(*index)
}

/// How full the page of an entry is, what was done to fit it, and how many lines and letters it still takes until the
/// last step.
pub fn of(number: &SetNumber, entry: usize, lang: Lang) -> Option<Value> {
    let report = number.pages.entries.get(entry)?;
    let kind = &number.issue.entries.get(entry)?.kind.value;
    let fill = report.fill?;
    let ladder = &number.layout.ladder;
    let left = number.layout.module(kind)?.holds.map(|room| {
        // The first length of a step is what its lines are measured by.
        let pitch = |step: &Vec<(String, String)>| length::millimetres(&step.first()?.1);
        let now = ladder.get(report.step).and_then(pitch);
        let closer = ladder.last().and_then(pitch).zip(now).map_or(1.0, |(last, now)| last / now);
        let lines = (room.lines as f64 * (1.0 - fill * closer)).floor().max(0.0);
        json!({ "lines": lines, "letters": lines * room.letters as f64 })
    });
    Some(json!({ "fill": fill, "fit": fit::says(ladder, report.step, lang), "left": left }))
}
