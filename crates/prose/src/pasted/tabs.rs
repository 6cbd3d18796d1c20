//! Tables that were pasted from Excel or HWP: lines whose cells are parted by tabs.

use std::ops::Range;

use super::line::{line_end, lines};
use crate::tree::MOST_COLUMNS;

/// The tables of a text as the author wrote it: where each stands, and how it is written.
pub fn tables(value: &str) -> Vec<(Range<usize>, String)> {
    if !value.contains('\t') {
        return vec![];
    }
    let mut tables = vec![];
    let mut rows: Vec<Range<usize>> = vec![];
    let all = lines(value, 0..value.len()).map(|at| at..at + line_end(&value[at..]));
    for line in all.chain(std::iter::once(value.len()..value.len())) {
        let tabs = tabs(&value[line.clone()]);
        let goes_on = rows.last().is_some_and(|last| self::tabs(&value[last.clone()]) == tabs);
        if !(goes_on && tabs > 0) {
            tables.extend(table(value, &std::mem::take(&mut rows)));
        }
        if tabs > 0 {
            rows.push(line);
        }
    }
    tables
}

/// The tabs between the cells of a line; none where they only indent it or follow its mark.
fn tabs(line: &str) -> usize {
    let text = line.trim_start();
    let marked = text.split('\t').next().is_some_and(|first| is_mark(first.trim()));
    match text.contains('\t') && !(marked && text.matches('\t').count() == 1) {
        true => line.matches('\t').count(),
        false => 0,
    }
}

/// Whether a first cell is a bullet or a number: what follows is an item.
fn is_mark(cell: &str) -> bool {
    let signs = cell.chars().count() <= 4;
    signs
        && !cell.is_empty()
        && !cell.contains(|c: char| c.is_alphabetic() && c != 'ㅇ')
        && cell.contains(|c: char| !c.is_ascii_digit())
}

fn table(value: &str, rows: &[Range<usize>]) -> Option<(Range<usize>, String)> {
    let [first, second, ..] = rows else { return None };
    let range = first.start..rows.last().map_or(second.end, |last| last.end);
    let columns = value[first.clone()].matches('\t').count() + 1;
    if columns > MOST_COLUMNS {
        return None;
    }
    let before = &value[..first.start];
    let after = &value[range.end..];
    let mut out = String::new();
    if !before.trim_end_matches([' ', '\n']).is_empty() && !before.ends_with("\n\n") {
        out.push('\n');
    }
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let cells = value[row.clone()].split('\t').map(|cell| cell.trim().replace('|', "\\|"));
        out.push_str(&format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
        if index == 0 {
            out.push_str(&format!("\n|{}", "---|".repeat(columns)));
        }
    }
    let next = after.strip_prefix('\n').unwrap_or_default();
    if !next[..line_end(next)].trim().is_empty() {
        out.push('\n');
    }
    Some((range, out))
}

#[cfg(test)]
mod tests {
    use super::tables;

    #[test]
    fn rows_of_one_width_are_a_table() {
        let value = "- 가\n구분\t2023\n도입\t3|8\n\n나";
        let found = tables(value);
        assert_eq!(found.len(), 1);
        assert_eq!(&value[found[0].0.clone()], "구분\t2023\n도입\t3|8");
        assert_eq!(found[0].1, "\n| 구분 | 2023 |\n|---|---|\n| 도입 | 3\\|8 |");
        assert_eq!(
            tables("\t가\t나\n다\t라\t마")[0].1,
            "|  | 가 | 나 |\n|---|---|---|\n| 다 | 라 | 마 |"
        );
        for none in ["가\t나", "-\t가\n-\t나", "①\t가\n②\t나", "\t- 가\n\t- 나", "가\t나\n다"]
        {
            assert_eq!(tables(none), [], "{none}");
        }
    }
}
