//! What of a new number nobody wrote a text for: its hints, wherever they are left.
//!
//! What is a hint [`super::hints`] says.

use super::hints::{DAY, is_hint};
use super::messages as msg;
use super::model::{Entry, Issue, Shown, Source, Value};
use super::rules::Rules;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;
use jikji_prose::tree::Plain;
use jikji_prose::visit::Unit;

/// A hint and where it stands.
type Left = (String, Span);

/// One finding of all hints that are left in a number and not let pass, each with its place.
pub fn told(issue: &Issue, used: &mut [bool]) -> Option<Diagnostic> {
    let rules: &Rules = &issue.rules;
    let code = msg::UNWRITTEN.code;
    let mut left: Vec<Left> = outside(issue);
    left.retain(|(words, _)| !rules.pass(words, code, None, used));
    for entry in &issue.entries {
        let own = of(entry).into_iter();
        left.extend(own.filter(|(words, _)| !rules.pass(words, code, Some(entry.table), used)));
    }
    left.sort_by_key(|(_, place)| *place);
    left.dedup_by_key(|(_, place)| *place);
    let count = left.len();
    let mut left = left.into_iter();
    let (hint, place) = left.next()?;
    let told = Diagnostic::at(msg::UNWRITTEN, place).arg("hint", hint).arg("count", count);
    Some(told.also(left.map(|(_, place)| place).collect()))
}

/// The hints that are left in an entry.
pub fn of(entry: &Entry) -> Vec<Left> {
    let mut left = vec![];
    entry.fields.iter().for_each(|(_, value)| hints(value, entry.span(), &mut left));
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
    unseen(value, near, left);
}

/// Takes down the hints of what no page shows as it is written: descriptions and days.
fn unseen(value: &Value, near: Span, left: &mut Vec<Left>) {
    match value {
        Value::Image(image) => take(&image.alt, image.span, left),
        Value::Artwork(artwork) => take(&artwork.alt, artwork.span, left),
        Value::Chart(chart) => {
            take(&chart.alt, chart.labels.first().map_or(near, |label| label.span), left);
        }
        Value::Source(Source { publisher, date: Some(DAY), .. }) => {
            let mut place = None;
            Unit::Body(publisher).visit_runs(&mut |_, span| place = place.or(Some(span)));
            left.push((day(), place.unwrap_or(near)));
        }
        Value::Date(DAY) => left.push((day(), near)),
        Value::Record(fields) => fields.iter().for_each(|(_, value)| unseen(value, near, left)),
        Value::List(values) => values.iter().for_each(|value| unseen(value, near, left)),
        _ => {}
    }
}

fn take(words: &str, place: Span, left: &mut Vec<Left>) {
    if is_hint(words) {
        left.push((words.to_string(), place));
    }
}

/// The day that no number means, as it is read.
fn day() -> String {
    format!("{}. {}. {}.", DAY.year, DAY.month, DAY.day)
}
