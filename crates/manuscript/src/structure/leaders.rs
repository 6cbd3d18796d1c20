//! How the lines of a contents list end: in leaders and a page, or in a page alone.

/// Lines with words between two leaders of one list.
pub const GAP: usize = 6;
/// Characters of an entry.
pub const LONGEST: usize = 150;

/// Where the title before a leader ends, if a line has a leader and a page.
pub fn leader(words: &str) -> Option<usize> {
    let text = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '*' | '|'));
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let before = text[..text.len() - digits].trim_end_matches(['p', 'P', '(']);
    let sign = |c: char| ".·…‥∙・⋯•_-–─━ \t".contains(c);
    let title = before.trim_end_matches(sign);
    let run = &before[title.len()..];
    let count = |signs: &str| run.chars().filter(|c| signs.contains(*c)).count();
    let leads = count("…‥⋯") > 0
        || count(".·∙・•_") >= 3
        || count("-–─━") >= 3
        || run.contains('\t')
        || run.contains("   ");
    (leads && title.chars().any(char::is_alphanumeric)).then_some(title.len())
}

/// Where the title ends in a line that has a bare page number after it: `제목 3`, `제목 / 3쪽`.
pub fn page(words: &str) -> Option<usize> {
    let text = words.trim_end_matches([' ', '|', ')', '쪽', '*']);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = &text[..text.len() - digits];
    let title = before.trim_end_matches(|c: char| c.is_whitespace() || "/|,(:p.".contains(c));
    let parted = before.ends_with(|c: char| c.is_whitespace() || "/|(.".contains(c));
    let says = title.chars().any(char::is_alphabetic);
    ((1..=3).contains(&digits) && parted && says).then_some(title.len())
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn bare_page_numbers_are_told_from_years() {
        for (words, title) in [
            ("데이터법 시행 3", Some("데이터법 시행")),
            ("데이터법 시행 / 3쪽", Some("데이터법 시행")),
            ("| 데이터법 시행 | 13 |", Some("| 데이터법 시행")),
            ("데이터법 시행 p.3", Some("데이터법 시행")),
            ("데이터법 2022", None),
            ("데이터3", None),
            ("12", None),
        ] {
            assert_eq!(page(words).map(|end| &words[..end]), title, "{words}");
        }
    }
}
