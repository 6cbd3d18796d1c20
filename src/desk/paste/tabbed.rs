//! Lines with tabs: the lists of Word, whose signs a tab follows, and the rows of spreadsheets.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jikji_prose::levels::DEEPEST;

/// Signs that Word begins items with by itself, letters that other fonts draw as signs among them.
const SIGNS: &str = "·•o§▪°-–lnuqvwØü¨àèðÞ";

/// The sign of an item of Word, and its words. Signs of symbol fonts are those of their letters.
fn item(line: &str) -> Option<(char, &str)> {
    let (sign, words) = line.split_once('\t')?;
    let words = words.trim();
    let mut chars = sign.trim().chars();
    let sign = chars.next().filter(|_| chars.next().is_none())?;
    let symbol = ('\u{f020}'..='\u{f0ff}').contains(&sign);
    let letter = if symbol { char::from_u32(u32::from(sign) - 0xf000)? } else { sign };
    let own = symbol || SIGNS.contains(letter);
    let item = own && !words.contains('\t') && words.contains(char::is_alphabetic);
    item.then_some((if letter == '\u{b7}' { '·' } else { letter }, words))
}

/// The lists of Word as items, and how many. A sign is of one level in all of a text: one that is new stands below
/// the one before it.
pub fn lists(text: &str) -> (String, usize) {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut levels: BTreeMap<char, usize> = BTreeMap::new();
    let (mut out, mut count, mut at) = (vec![], 0, 0);
    while at < lines.len() {
        let items: Vec<_> = lines[at..].iter().map_while(|line| item(line)).collect();
        let end = at + items.len();
        let tabbed = |line: Option<&&str>| line.is_some_and(|line| line.contains('\t'));
        if items.is_empty() || tabbed(lines.get(end)) || (at > 0 && tabbed(lines.get(at - 1))) {
            out.extend(lines[at..(end).max(at + 1)].iter().map(|line| Cow::from(*line)));
            at = end.max(at + 1);
            continue;
        }
        let mut before = 0;
        for (sign, words) in &items {
            let level = (*levels.entry(*sign).or_insert(before + 1)).min(before + 1).min(DEEPEST);
            out.push(format!("{}- {words}", "  ".repeat(level - 1)).into());
            before = level;
        }
        count += items.len();
        // A paragraph does not go on with the last of them.
        if lines.get(end).is_some_and(|line| !line.trim().is_empty()) {
            out.push("".into());
        }
        at = end;
    }
    (out.join("\n"), count)
}

/// A line of a list: Word puts a tab behind its sign, and draws squares with the letter of another font.
fn listed(line: &str) -> Cow<'_, str> {
    let Some((sign, rest)) = line.split_once('\t') else { return line.into() };
    let word = sign.trim();
    let counted = word.ends_with(['.', ')']) && word.chars().count() <= 4;
    let drawn =
        word.chars().count() == 1 && !word.contains(|c: char| c.is_alphanumeric() && c != 'o');
    match word {
        "§" => format!("▪ {}", rest.trim_start()).into(),
        _ if counted || drawn => format!("{sign} {}", rest.trim_start()).into(),
        _ => line.into(),
    }
}

/// Lines of as many cells with tabs between them, as tables, and how many.
pub fn tables(text: &str) -> (String, usize) {
    let mut made = 0;
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(listed).collect();
    let cells =
        |line: &Cow<'_, str>| if line.trim().is_empty() { 0 } else { line.matches('\t').count() };
    let mut out: Vec<String> = vec![];
    let mut at = 0;
    while at < lines.len() {
        let count = cells(&lines[at]);
        let rows = lines[at..].iter().take_while(|line| count > 0 && cells(line) == count).count();
        if rows < 2 {
            out.push(lines[at].to_string());
            at += 1;
            continue;
        }
        made += 1;
        if out.last().is_some_and(|line| !line.trim().is_empty()) {
            out.push(String::new());
        }
        for (row, line) in lines[at..at + rows].iter().enumerate() {
            let cells = line.split('\t').map(|cell| cell.trim().replace('|', "\\|"));
            out.push(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
            if row == 0 {
                out.push(format!("|{}", "---|".repeat(count + 1)));
            }
        }
        at += rows;
        if lines.get(at).is_some_and(|line| !line.trim().is_empty()) {
            out.push(String::new());
        }
    }
    (out.join("\n"), made)
}
