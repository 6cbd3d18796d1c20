//! Leaves out what scanning put between the lines: page numbers and running heads.

use super::ledger::{Ask, Ledger, Why};
use super::line::Kind;
use super::sheet::Sheet;
use super::titles;

/// Page numbers there must be, in rising order, to be told from other numbers.
const FEWEST: usize = 3;
/// The longest running head, in characters.
const HEAD: usize = 60;

/// Leaves out page numbers and running heads.
pub fn leave_out(sheet: &mut Sheet, ledger: &mut Ledger) {
    page_numbers(sheet, ledger);
    running_heads(sheet, ledger);
}

fn alone(sheet: &Sheet, index: usize) -> bool {
    sheet.lines[index].kind == Kind::Text
        && sheet.is_parted(index)
        && sheet.lines.get(index + 1).is_none_or(|next| !next.is_text())
}

/// Numbers that stand alone and never fall.
fn page_numbers(sheet: &mut Sheet, ledger: &mut Ledger) {
    let number = |index: usize| {
        let text = sheet.lines[index].whole();
        let sign = |c: char| c.is_whitespace() || "-–—|·[]<>".contains(c);
        let bare = text.trim_matches(sign);
        let digits = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
        if digits { bare.parse::<u16>().ok() } else { None }
    };
    let found: Vec<(usize, u16)> = (0..sheet.lines.len())
        .filter(|index| sheet.lines[*index].text.len() < 24)
        .filter(|index| sheet.lines[*index].kind == Kind::Text || is_dashed(sheet, *index))
        .filter_map(|index| number(index).map(|number| (index, number)))
        .filter(|(index, _)| sheet.is_parted(*index))
        .collect();
    let rising = found.windows(2).all(|pair| pair[0].1 < pair[1].1);
    if found.len() >= FEWEST && rising {
        found.iter().for_each(|(index, _)| sheet.drop(*index, Why::PageNumber, ledger));
    }
}

/// `- 12 -` has the form of an item.
fn is_dashed(sheet: &Sheet, index: usize) -> bool {
    let text = sheet.lines[index].whole();
    text.starts_with('-') && text.ends_with('-')
}

/// Lines that repeat the periodical's name between the articles.
fn running_heads(sheet: &mut Sheet, ledger: &mut Ledger) {
    let first = |sheet: &Sheet, heading: bool| {
        (0..sheet.lines.len())
            .find(|i| sheet.lines[*i].is_text() && (!heading || sheet.lines[*i].is_heading()))
    };
    let Some(name) = first(sheet, true).or_else(|| first(sheet, false)) else { return };
    let key = titles::key(sheet.lines[name].words());
    if key.chars().count() < 4 || key.chars().count() > HEAD {
        return;
    }
    let repeats = |index: &usize| {
        let text = sheet.lines[*index].whole();
        text.chars().count() <= HEAD && alone(sheet, *index) && titles::key(text).starts_with(&key)
    };
    let found: Vec<usize> = (name + 1..sheet.lines.len()).filter(repeats).collect();
    if found.len() < 2 {
        return;
    }
    let args = vec![
        ("count", found.len().to_string()),
        ("text", sheet.lines[found[0]].whole().to_string()),
    ];
    ledger.ask(Ask::RunningHead, found[0], args);
    found.into_iter().for_each(|index| sheet.drop(index, Why::RunningHead, ledger));
}
