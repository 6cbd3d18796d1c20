//! Looks a number's texts over as its house would: which texts are read for what, and what is let pass.
//!
//! What is wrong in a text is `jikji_prose::house`'s to say; what is known only of finished pages, the typesetter's.

use super::hints::is_hint;
use super::messages as msg;
use super::model::{Entry, Issue, Role, Source};
use super::rules::OF_PAGES;
use super::unwritten;
use crate::layout::spec::Checks;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Sources, Span};
use jikji_prose::house::{self, Forms, Found, Met, Passage};
use jikji_prose::tree::{Plain, unstyled};
use jikji_prose::visit::{Unit, visit_inlines};

/// A text of the number.
struct Read<'s> {
    passage: Passage<'s>,
    role: Role,
    /// The entry it stands in.
    entry: Option<usize>,
}

/// What is to be told of an issue that could be read, as `whole` or in part.
pub fn check(issue: &Issue, sources: &Sources, whole: bool) -> Vec<Diagnostic> {
    let rules = &issue.rules;
    if rules.checks == Checks::Off {
        return vec![];
    }
    let mut texts = texts(issue, sources);
    // What nobody wrote yet has no style.
    texts.retain(|text| !is_hint(&text.passage.text));
    let mut found = language(&texts, issue);
    if rules.checks == Checks::House {
        found.extend(style(&texts));
        // A date that cannot be read is told as that.
        let entries = issue.entries.iter().enumerate().filter(|_| whole);
        found.extend(entries.flat_map(|(index, entry)| {
            bare_sources(entry).into_iter().map(move |found| (Some(index), found))
        }));
    }
    let mut used = vec![false; rules.allowed.len()];
    let mut told: Vec<Diagnostic> = unwritten::told(issue, &mut used).into_iter().collect();
    for (entry, Found { words, told: finding }) in found {
        let entry = entry.map(|entry| issue.entries[entry].table);
        if !rules.pass(&words, finding.message.code, entry, &mut used) {
            told.push(finding.pass(words, entry));
        }
    }
    if whole {
        let unused = rules.allowed.iter().zip(&used).filter(|(_, used)| !**used);
        // What is known of pages only is not judged here.
        let judged = unused
            .filter(|(allowed, _)| OF_PAGES.iter().all(|message| message.code != allowed.words));
        told.extend(judged.map(|(allowed, _)| {
            Diagnostic::at(msg::ALLOW_UNUSED, allowed.place).arg("words", allowed.words.as_str())
        }));
    }
    told
}

/// Every text of the number in document order: titles of parts and sections, entries, the colophon.
fn texts<'s>(issue: &Issue, sources: &'s Sources) -> Vec<Read<'s>> {
    let mut texts = vec![];
    let mut line = |plain: &Plain| {
        let passage = Passage::of(Unit::Plain(&plain.text, plain.span), sources);
        texts.push(Read { passage, role: Role::Aside, entry: None });
    };
    issue.publication.tagline.iter().for_each(&mut line);
    for part in &issue.parts {
        line(&part.title);
        part.sections.iter().for_each(|section| line(&section.title));
    }
    let mut put = |role, unit: Unit<'_>, entry| {
        texts.push(Read { passage: Passage::of(unit, sources), role, entry });
    };
    for (index, entry) in issue.entries.iter().enumerate() {
        for (_, value) in &entry.fields {
            value.texts(Role::Running, &mut |role, unit| put(role, unit, Some(index)));
        }
    }
    for (_, value) in &issue.colophon {
        value.texts(Role::Aside, &mut |_, unit| put(Role::Aside, unit, None));
    }
    texts
}

type Findings = Vec<(Option<usize>, Found)>;

/// What holds for any publication: forms, terms, words twice, words in two ways.
fn language(texts: &[Read<'_>], issue: &Issue) -> Findings {
    let terms = issue.rules.terms.iter().map(|(wrong, right)| (wrong.as_str(), right.as_str()));
    let terms = Forms::terms(terms);
    let mut found = vec![];
    // What others wrote is cited as they wrote it.
    let own = || texts.iter().filter(|text| text.role != Role::Cited);
    for Read { passage, entry, .. } in own() {
        let here = house::wrong_forms(passage).into_iter().chain(house::terms(passage, &terms));
        let here = here.chain(house::doubled_words(passage));
        found.extend(here.map(|finding| (*entry, finding)));
    }
    let running: Vec<&Read<'_>> = own().filter(|text| text.role != Role::Aside).collect();
    let passages: Vec<&Passage<'_>> = running.iter().map(|text| &text.passage).collect();
    let two_ways = house::two_ways(&passages).into_iter();
    found.extend(two_ways.map(|(index, finding)| (running[index].entry, finding)));
    found
}

/// What a house wants besides: names with their Hangul, items that end alike.
fn style(texts: &[Read<'_>]) -> Findings {
    let mut found = vec![];
    let mut met = Met::default();
    for Read { passage, entry, .. } in
        texts.iter().filter(|text| matches!(text.role, Role::Running | Role::Item))
    {
        found.extend(house::latin_names(passage, &mut met).into_iter().map(|name| (*entry, name)));
    }
    for items in texts.chunk_by(|a, b| a.entry == b.entry) {
        let entry = items[0].entry;
        let items: Vec<&Passage<'_>> =
            items.iter().filter(|text| text.role == Role::Item).map(|text| &text.passage).collect();
        found.extend(house::uneven_ends(&items).into_iter().map(|(_, end)| (entry, end)));
    }
    found
}

/// Sources that say neither when nor where.
fn bare_sources(entry: &Entry) -> Vec<Found> {
    let mut bare = vec![];
    for Source { publisher, title, date, url } in
        entry.fields.iter().flat_map(|(_, value)| value.sources())
    {
        if date.is_some() || url.is_some() {
            continue;
        }
        let mut place: Option<Span> = None;
        visit_inlines(publisher, &mut |_, span| place = place.or(Some(span)));
        let Some(place) = place else { continue };
        let words = unstyled(title);
        let told = Diagnostic::at(msg::SOURCE_BARE, place).arg("title", words.as_str());
        bare.push(Found { words, told });
    }
    bare
}
