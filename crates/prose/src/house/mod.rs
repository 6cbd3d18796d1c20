//! What a house looks for in Korean text before it goes to press: wrong forms, its own terms, words written two ways,
//! words that stand twice, names without Hangul, ends of items.
//!
//! Lists and letters only: there is no dictionary and no grammar, and what is right in some context is left alone.
//! Which texts are read, and what is let pass, is the caller's.

mod doubled;
mod ending;
mod forms;
mod josa;
mod latin;
mod passage;
mod variants;
mod words;

pub use ending::{Ending, ending};
pub use forms::Forms;
pub use latin::Met;
pub use passage::Passage;

use crate::messages;
use jikji_diagnostic::Diagnostic;
use std::ops::Range;
use variants::{Compared, variants};

/// Findings of one kind that one passage reports at most; two ways, those of a whole number.
const MOST: usize = 100;

/// A finding, and the words by which an author lets it pass.
#[derive(Debug)]
pub struct Found {
    /// What was found, as it is written.
    pub words: String,
    /// What is told.
    pub told: Diagnostic,
}

/// A finding about some letters of a passage, which fill its message's `{found}`.
fn found(
    passage: &Passage<'_>,
    range: &Range<usize>,
    message: &'static jikji_diagnostic::Message,
) -> Option<Found> {
    let words = passage.text[range.clone()].trim().replace('\n', " ");
    let told = Diagnostic::at(message, passage.place(range)?).arg("found", words.as_str());
    Some(Found { words, told })
}

/// Forms that are wrong by rule.
pub fn wrong_forms(passage: &Passage<'_>) -> Vec<Found> {
    listed(passage, &forms::WRONG, messages::WRONG_FORM)
}

/// What the publication writes otherwise.
pub fn terms(passage: &Passage<'_>, terms: &Forms) -> Vec<Found> {
    listed(passage, terms, messages::TERM)
}

fn listed(
    passage: &Passage<'_>,
    forms: &Forms,
    message: &'static jikji_diagnostic::Message,
) -> Vec<Found> {
    let told = |hit: forms::Hit<'_>| {
        let Found { words, told } = found(passage, &hit.range, message)?;
        let told = told.arg("right", hit.form.right.trim()).arg("rule", hit.form.rule.as_str());
        let edit = hit.fix.and_then(|(range, piece)| passage.edit(&range, &piece));
        Some(Found { words, told: told.fix(edit.map(|edit| vec![edit])) })
    };
    forms.hits(&passage.text, MOST).into_iter().filter_map(told).collect()
}

/// Words that stand twice.
pub fn doubled_words(passage: &Passage<'_>) -> Vec<Found> {
    let told = |(range, once): (Range<usize>, usize)| {
        let Found { words, told } = found(passage, &range, messages::DOUBLED)?;
        let edit = passage.edit(&range, &passage.text[range.start..once]);
        Some(Found { words, told: told.fix(edit.map(|edit| vec![edit])) })
    };
    doubled::doubled(&passage.text).into_iter().take(MOST).filter_map(told).collect()
}

/// Names in Latin letters without their Hangul, where they are first met.
pub fn latin_names(passage: &Passage<'_>, met: &mut Met) -> Vec<Found> {
    let bare = met.bare(&passage.text);
    bare.iter().take(MOST).filter_map(|range| found(passage, range, messages::LATIN_NAME)).collect()
}

/// Words that are written in two ways in these passages, with the place of the passage by its position.
pub fn two_ways(passages: &[&Passage<'_>]) -> Vec<(usize, Found)> {
    let texts: Vec<Compared<'_>> =
        passages.iter().map(|passage| Compared::of(&passage.text)).collect();
    let told = |variant: variants::Variant| {
        let (spot, elsewhere) = (variant.spot, variant.elsewhere);
        let place = passages[spot.text].place(&(spot.start..spot.end))?;
        let other = passages[elsewhere.text].place(&(elsewhere.start..elsewhere.end))?;
        let told = Diagnostic::at(messages::TWO_WAYS, place).related(other);
        let told = told.arg("found", variant.found.as_str()).arg("other", variant.other);
        Some((spot.text, Found { words: variant.found, told }))
    };
    variants(&texts).into_iter().take(MOST).filter_map(told).collect()
}

/// Items of one entry that end in another style than most of them, or than the first.
pub fn uneven_ends(items: &[&Passage<'_>]) -> Vec<(usize, Found)> {
    let styles: Vec<Option<Ending>> = items.iter().map(|item| ending(&item.text)).collect();
    let count = |style: Ending| styles.iter().filter(|other| **other == Some(style)).count();
    let (nouns, sentences) = (count(Ending::Noun), count(Ending::Sentence));
    let first = styles.iter().flatten().next().copied();
    let Some(usual) = (match nouns.cmp(&sentences) {
        std::cmp::Ordering::Greater => Some(Ending::Noun),
        std::cmp::Ordering::Less => Some(Ending::Sentence),
        std::cmp::Ordering::Equal => first,
    }) else {
        return vec![];
    };
    let message = match usual {
        Ending::Noun => messages::ENDS_IN_SENTENCE,
        Ending::Sentence => messages::ENDS_IN_NOUN,
    };
    let uneven = styles.iter().enumerate().filter(|(_, style)| style.is_some_and(|s| s != usual));
    let told = |(index, _): (usize, &Option<Ending>)| {
        let text = items[index].text.trim_end();
        let start = text.split_whitespace().next_back().map_or(0, |last| text.len() - last.len());
        Some((index, found(items[index], &(start..text.len()), message)?))
    };
    uneven.filter_map(told).collect()
}
