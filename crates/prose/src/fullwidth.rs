//! Full-width letters, digits and punctuation: they stay, and what to write instead is told.
//!
//! Full-width signs of markup are not looked at here, nor is what stands for a common sign anyway.

use std::ops::Range;

use crate::findings::Findings;
use crate::messages;
use jikji_diagnostic::Diagnostic;

/// Tells of each stretch of full-width characters.
pub fn check(value: &str, findings: &mut Findings) {
    let mut stretch: Option<Range<usize>> = None;
    for (at, c) in value.char_indices().chain([(value.len(), '\n')]) {
        if is_fullwidth(c) {
            let end = at + c.len_utf8();
            stretch = Some(stretch.map_or(at, |stretch| stretch.start)..end);
        } else if let Some(range) = stretch.take() {
            // What was told as markup is written otherwise as a whole.
            if findings.is_taken(&range) {
                continue;
            }
            let wide = &value[range.clone()];
            let instead = ordinary(wide, &value[..range.start], &value[range.end..]);
            let edit = findings.edit(range.clone(), &instead);
            let finding = Diagnostic::at(messages::WIDE_LETTERS, findings.place(range.clone()))
                .arg("wide", wide)
                .arg("instead", instead)
                .fix(edit.map(|edit| vec![edit]));
            findings.push(finding);
        }
    }
}

/// Letters, digits and punctuation (Unicode, Halfwidth and Fullwidth Forms) that are not markup in their ordinary
/// form: ＃ ＊ ＋ － ＝ ＼ ＿ ｀ ｜ are.
fn is_fullwidth(c: char) -> bool {
    matches!(c, '！'..='～')
        && !matches!(c, '＃' | '＊' | '＋' | '－' | '＝' | '＼' | '＿' | '｀' | '｜' | '～')
}

/// What to write for a stretch, so that it reads the same and is no markup.
fn ordinary(wide: &str, before: &str, after: &str) -> String {
    let mut out = String::new();
    for c in wide.chars() {
        let near = out.chars().next_back().or(before.chars().next_back());
        let opens = near.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '〔' | '〈'));
        out.push(match c {
            '＜' => '〈',
            '＞' => '〉',
            '［' => '〔',
            '］' => '〕',
            '＂' if opens => '“',
            '＂' => '”',
            '＇' if opens => '‘',
            '＇' => '’',
            c => narrow(c),
        });
    }
    let line = before.rsplit('\n').next().unwrap_or_default();
    match line.trim_start_matches(['-', ' ']).is_empty() && begins_list(&out, after) {
        true => numbered(&out),
        false => out,
    }
}

/// The ordinary form of a full-width character (Unicode Character Database, `<wide>`).
fn narrow(c: char) -> char {
    char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
}

/// Whether a number with its dot or bracket would begin a list (CommonMark, list items).
fn begins_list(text: &str, after: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = digits > 0 && matches!(&text[digits..], "." | ")");
    mark && after.chars().next().is_none_or(char::is_whitespace)
}

/// A number in a form that begins no list: ① to ⑳, else in brackets.
fn numbered(text: &str) -> String {
    let digits = text.trim_end_matches(['.', ')']);
    let circled = digits.parse().ok().filter(|number| (1..=20).contains(number));
    let circled = circled.and_then(|number: u32| char::from_u32(0x245F + number));
    circled.map_or_else(|| format!("({digits})"), |sign| sign.to_string())
}

#[cfg(test)]
mod tests {
    use super::ordinary;

    #[test]
    fn what_to_write_is_no_markup() {
        assert_eq!(ordinary("ＡＢＣ１２３", "", ""), "ABC123");
        assert_eq!(ordinary("（ＡＩ）", "모형", "은"), "(AI)");
        assert_eq!(ordinary("＜", "", "표"), "〈");
        assert_eq!(ordinary("１．", "- ", " 항목"), "①");
        assert_eq!(ordinary("２１）", "앞\n", " 항목"), "(21)");
        assert_eq!(ordinary("１．", "값 ", "5"), "1.");
        assert_eq!(ordinary("＂", "", "말"), "“");
    }
}
