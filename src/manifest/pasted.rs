//! Numbers as they are pasted from a spreadsheet: lines of cells with tabs between them.
//!
//! It reads the text alone and knows nothing of charts.

use std::ops::Range;

/// A cell: its text without the blanks around it, and where it stands.
pub struct Cell<'t> {
    /// The text; may be empty.
    pub text: &'t str,
    /// Its bytes.
    pub range: Range<usize>,
}

/// The lines that are not blank, cell by cell.
pub fn rows(text: &str) -> Vec<Vec<Cell<'_>>> {
    let mut rows = vec![];
    let mut start = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            rows.push(cells(line, start));
        }
        start += line.len() + 1;
    }
    rows
}

fn cells(line: &str, mut start: usize) -> Vec<Cell<'_>> {
    let mut cells = vec![];
    for cell in line.split('\t') {
        let text = cell.trim();
        let at = start + cell.len() - cell.trim_start().len();
        cells.push(Cell { text, range: at..at + text.len() });
        start += cell.len() + 1;
    }
    cells
}

/// A number as spreadsheets show it: `1,234.5`, `38%`, `△3.2`; one that is finite.
pub fn number(text: &str) -> Option<f64> {
    let text = text.strip_suffix(['%', '％']).unwrap_or(text).trim_end();
    let (negative, text) = match text.strip_prefix(['-', '−', '△']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (first, groups) = whole.split_once(',').map_or((whole, None), |(a, b)| (a, Some(b)));
    let grouped = groups.is_none_or(|groups| {
        first.len() <= 3 && groups.split(',').all(|group| group.len() == 3 && digits(group))
    });
    if !digits(first) || !grouped || !digits(fraction) {
        return None;
    }
    let value: f64 = text.replace(',', "").parse().ok()?;
    value.is_finite().then_some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_of_spreadsheets_are_read() {
        for (text, value) in [
            ("38", 38.0),
            ("1,234.5", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("38.5%", 38.5),
            ("△3.2", -3.2),
            ("−4 %", -4.0),
            ("-0.5", -0.5),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["", "-", "1,23", "1.2.3", "12월", "1e5", "inf", "nan", "▲3", "1,2345", ".5"]
        {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number(&"9".repeat(400)), None);
    }
}
