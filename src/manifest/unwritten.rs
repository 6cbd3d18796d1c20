//! What of a new number nobody wrote a text for: its hints, wherever they are left.
//!
//! What is a hint [`super::hints`] says.

use super::hints::{DAY, is_hint};
use super::messages as msg;
use super::model::{Entry, Issue, Shown, Unseen, Value};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;
use jikji_prose::tree::Plain;

/// A hint, where it stands, and the table of its entry.
type Left = (String, Span, Option<Span>);

/// One finding of all hints that are left in a number and not let pass, each with its place.
pub fn told(issue: &Issue, used: &mut [bool]) -> Option<Diagnostic> {
    let rules = &issue.rules;
    let entry = |(words, _, entry): &Left| !rules.pass(words, msg::UNWRITTEN.code, *entry, used);
    let left: Vec<Left> = all(issue).into_iter().filter(entry).collect();
    let (hint, place, entry) = left.first()?;
    let told = Diagnostic::at(msg::UNWRITTEN, *place).arg("hint", hint.as_str());
    let also = left[1..].iter().map(|(_, place, _)| *place).collect();
    // One at a time: who lets a hint pass has read it.
    Some(told.arg("count", left.len()).also(also).pass(hint.clone(), *entry))
}

/// How many hints are left, those that are let pass too.
pub fn count(issue: &Issue) -> usize {
    all(issue).len()
}

/// All hints that are left, in order, one a place.
fn all(issue: &Issue) -> Vec<Left> {
    let mut left = outside(issue);
    left.extend(issue.entries.iter().flat_map(of));
    left.sort_by_key(|(_, place, _)| *place);
    left.dedup_by_key(|(_, place, _)| *place);
    left
}

/// The hints that are left in an entry.
pub fn of(entry: &Entry) -> Vec<Left> {
    let mut left = vec![];
    entry.fields.iter().for_each(|(_, value)| hints(value, entry.span(), &mut left));
    left.iter_mut().for_each(|(.., of)| *of = Some(entry.table));
    left
}

/// Those that stand in no entry.
fn outside(issue: &Issue) -> Vec<Left> {
    let mut left = vec![];
    let publication = &issue.publication;
    let names = [&publication.name, &publication.publisher].into_iter().chain(&publication.tagline);
    let titles = (issue.parts.iter())
        .flat_map(|part| part.sections.iter().map(|section| &section.title).chain([&part.title]));
    names.chain(titles).for_each(|plain| take(&plain.text, plain.span, &mut left));
    for (_, value) in &issue.colophon {
        hints(value, publication.name.span, &mut left);
    }
    left
}

/// Takes down the hints of a value; `near` is the place of what has none of its own.
fn hints(value: &Value, near: Span, left: &mut Vec<Left>) {
    value.visit(&mut |shown| match shown {
        Shown::Body(unit) => {
            let (mut words, mut place) = (String::new(), None);
            unit.visit_runs(&mut |run, span| {
                words += run;
                place = place.or(Some(span));
            });
            take(&words, place.unwrap_or(near), left);
        }
        Shown::Line(Plain { text, span }) | Shown::Word(Plain { text, span }) => {
            take(text, *span, left);
        }
        Shown::Picture(..) => {}
    });
    value.unseen(near, &mut |unseen, place| match unseen {
        Unseen::Alt(alt) => take(alt, place, left),
        Unseen::Day(DAY) => {
            let day = format!("{}. {}. {}.", DAY.year, DAY.month, DAY.day);
            left.push((day, place, None));
        }
        Unseen::Day(_) => {}
    });
}

fn take(words: &str, place: Span, left: &mut Vec<Left>) {
    if is_hint(words) {
        left.push((words.to_string(), place, None));
    }
}
