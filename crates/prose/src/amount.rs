//! Cells that hold figures, and on which side of its column a cell stands.
//!
//! It reads the text of cells alone; what a table looks like is the layout's.

use super::quantity;
use super::tree::{Inline, Side, unstyled};

/// On which side the cells of each column stand: where its author marked, else right where a column holds
/// figures, so that their digits stand under each other. The first column names its rows and is none.
pub fn sides(marked: &[Option<Side>], rows: &[Vec<Vec<Inline>>]) -> Vec<Side> {
    let content = |column| match column > 0 && holds_figures(rows, column) {
        true => Side::Right,
        false => Side::Left,
    };
    let marked = marked.iter().enumerate();
    marked.map(|(column, side)| side.unwrap_or_else(|| content(column))).collect()
}

/// Whether the cells of a column are figures, or signs that there is none, and at least one is a figure.
fn holds_figures(rows: &[Vec<Vec<Inline>>], column: usize) -> bool {
    let mut any = false;
    for cell in rows.iter().filter_map(|row| row.get(column)) {
        match kind(&unstyled(cell)) {
            Kind::Figure => any = true,
            Kind::None => {}
            Kind::Words => return false,
        }
    }
    any
}

enum Kind {
    Figure,
    None,
    Words,
}

/// Signs before a number; those of a fall are the ones Korean statistics use.
const BEFORE: &[char] = &[
    '△', '▲', '▽', '▼', '↑', '↓', '+', '-', '−', '–', '±', '~', '∼', '≈', '<', '>', '≤', '≥', '₩',
    '$', '€', '¥', '£', '(', '[', '약',
];
/// Signs after a number and its unit.
const AFTER: &[char] = &[')', ']', '*', '†', '/', '~', '∼', '–', '↑', '↓', '▲', '▼', '%', ' '];

/// What a cell says: `1,234`, `△3.2%`, `4조 2,000억 원`, `38 (12.5%)`, `10~20명`; `-` and `…` say that there is no
/// figure.
fn kind(text: &str) -> Kind {
    let text = text.trim();
    if text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '…' | '.' | '·' | ' ')) {
        return Kind::None;
    }
    let mut rest = text;
    let mut found = false;
    loop {
        rest = rest.trim_start_matches(|c: char| c == ' ' || BEFORE.contains(&c));
        let Some(after) = number(rest) else { break };
        found = true;
        let Some(after) = unit(after) else { return Kind::Words };
        rest = after.trim_start_matches(AFTER);
    }
    match found && rest.is_empty() {
        true => Kind::Figure,
        false => Kind::Words,
    }
}

/// What stands after the number that `text` begins with: `1,234.5`; no date and no number of a house or telephone.
fn number(text: &str) -> Option<&str> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    if end == 0 {
        return None;
    }
    while text[end..].starts_with(',') && digits(&text[end + 1..]) == 3 {
        end += 4;
    }
    if text[end..].starts_with('.') && digits(&text[end + 1..]) > 0 {
        end += 1 + digits(&text[end + 1..]);
    }
    let next = text[end..].bytes().next();
    let parted = matches!(next, Some(b'-' | b'.' | b':' | b','));
    (!parted).then_some(&text[end..])
}

/// What stands after the powers of ten and the unit that `text` begins with; none if it begins with other words.
fn unit(mut text: &str) -> Option<&str> {
    let is_word =
        |c: char| c.is_alphabetic() || matches!(c, '%' | '％' | '‰' | '°' | '℃' | '²' | '³');
    loop {
        let next = text.strip_prefix(' ').filter(|rest| rest.starts_with(is_word)).unwrap_or(text);
        let word = &next[..next.find(|c| !is_word(c)).unwrap_or(next.len())];
        // A day or a month is no amount.
        if matches!(word, "월" | "일" | "호") || !quantity::is_measure(word) {
            return None;
        }
        if word.is_empty() {
            return Some(text);
        }
        text = &next[word.len()..];
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind};

    #[test]
    fn figures_are_told_from_words() {
        for figure in [
            "38",
            "1,234.5",
            "△3.2%",
            "-12.0 %p",
            "4조 2,000억 원",
            "38 (12.5%)",
            "10~20명",
            "약 300곳",
            "$1,200",
            "±0.3 ℃",
            "12개국",
            "3.5배",
            "120MW",
            "2024년",
            "(12)",
            "15*",
        ] {
            assert!(matches!(kind(figure), Kind::Figure), "{figure}");
        }
        for none in ["", "-", "–", "…", " - "] {
            assert!(matches!(kind(none), Kind::None), "{none}");
        }
        for words in [
            "하루 1회 이상",
            "GPT-4",
            "2024.3.21",
            "2024-03-21",
            "02-123-4567",
            "3월",
            "제3차",
            "14:00",
            "즉시",
            "1위 서울",
            "1,2,3",
            "38 도입",
        ] {
            assert!(matches!(kind(words), Kind::Words), "{words}");
        }
    }
}
