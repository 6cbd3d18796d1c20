//! What a line of running text looks like by how it begins.
//!
//! Only lines that Markdown reads as text come here: what begins like markup of HWP, Word or another Markdown.
//! Whether it is meant so is decided elsewhere.

use super::kept;
use super::looks::Form;
use crate::marker::{self, COUNTED};

/// Dashes that stand for `-`.
const DASHES: &str = "-‐‑–—―−－";
/// Signs of remarks.
const REMARKS: &str = "※☞＊†‡";
/// Signs that lines are drawn with.
const DRAWN: &str = "-=_~─━―—–＝－＿ㅡ";

/// How a line begins; `text` has no blanks at its ends.
pub fn form(text: &str) -> Option<Form> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    if is_drawn(text) {
        return Some(Form::Rule);
    }
    match first {
        '|' | '｜' if rest.contains(['|', '｜']) => Some(Form::Row),
        '#' | '＃' => hashes(text),
        c if REMARKS.contains(c) && !rest.is_empty() && !rest.starts_with(c) => Some(Form::Remark),
        '-' if rest.starts_with('-') => dashes(text),
        c if DASHES.contains(c) => dash(rest).map(|blanks| Form::Sign {
            class: '-',
            length: first.len_utf8() + blanks,
            spaced: blanks > 0,
        }),
        // The small letter is a bullet everywhere.
        'O' if rest.starts_with(' ') && rest.trim_start().starts_with(is_korean) => {
            let length = text.len() - rest.trim_start().len();
            Some(Form::Sign { class: '○', length, spaced: true })
        }
        _ => bullet(text),
    }
}

fn bullet(text: &str) -> Option<Form> {
    let Some(bullet) = marker::bullet(text) else { return kept::form(text) };
    match bullet.class {
        '-' | '*' => None,
        '①' | '1' | '가' => count(text),
        class => {
            let sign = text.chars().next().map_or(0, char::len_utf8);
            let spaced = bullet.length > sign;
            Some(Form::Sign { class: of_level(class), length: bullet.length, spaced })
        }
    }
}

/// One sign for those that are typed for each other.
fn of_level(class: char) -> char {
    match class {
        'ㅇ' | '◦' | '∘' | '⚬' => '○',
        'ㅁ' => '□',
        '•' | '∙' | '⋅' | '․' | '‧' | '・' | 'ㆍ' | '⦁' => '·',
        '–' => '-',
        '✔' => '✓',
        other => other,
    }
}

/// The blanks after a dash that begins a line; none if it is a sign of something else, such as `-5%`.
fn dash(rest: &str) -> Option<usize> {
    let words = rest.trim_start();
    let blanks = rest.len() - words.len();
    let begins = words.starts_with(|c: char| is_korean(c) || "(‘“「『[".contains(c));
    (begins || (blanks > 0 && !words.is_empty() && !words.starts_with(|c| DASHES.contains(c))))
        .then_some(blanks)
}

/// `--`, `---` before a blank: levels below `-`.
fn dashes(text: &str) -> Option<Form> {
    let words = text.trim_start_matches('-');
    let count = text.len() - words.len();
    let length = text.len() - words.trim_start().len();
    let begins = words.starts_with(' ') && words.trim_start().starts_with(is_korean);
    let class = if count == 2 { '=' } else { '≡' };
    (begins && count <= 3).then_some(Form::Sign { class, length, spaced: true })
}

fn is_korean(c: char) -> bool {
    matches!(c, '가'..='힣' | '一'..='鿿')
}

fn hashes(text: &str) -> Option<Form> {
    let words = text.trim_start_matches(['#', '＃']);
    let signs = &text[..text.len() - words.len()];
    let wide = signs.contains('＃');
    let length = text.len() - words.trim_start().len();
    match signs.chars().count() {
        _ if words.trim().is_empty() => None,
        1 if wide && words.starts_with(' ') => Some(Form::Head { length }),
        1 if wide || text[1..].contains('#') || !words.starts_with(is_korean) => None,
        1 => Some(Form::Hash),
        2..=6 => Some(Form::Head { length }),
        _ => None,
    }
}

/// The style and the number of a counted line.
fn count(text: &str) -> Option<Form> {
    let bracketed = text.starts_with('(');
    let inner = if bracketed { &text[1..] } else { text };
    let first = inner.chars().next()?;
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let closing = |length: usize| inner[length..].chars().next();
    let style = |base: [char; 3], close: Option<char>| match (bracketed, close) {
        (true, _) => base[2],
        (false, Some('.')) => base[0],
        _ => base[1],
    };
    let (class, number) = match (digits, COUNTED.chars().position(|c| c == first)) {
        (1.., _) => (style(['1', '2', '3'], closing(digits)), inner[..digits].parse().ok()?),
        (0, Some(place)) => {
            (style(['가', '나', '다'], closing(first.len_utf8())), place as u32 + 1)
        }
        (0, None) => circled(first)?,
    };
    let sign = (digits > 0 && !bracketed).then_some(digits);
    Some(Form::Count { class, number, sign })
}

fn circled(c: char) -> Option<(char, u32)> {
    let code = u32::from(c);
    Some(match c {
        '①'..='⑳' => ('①', code - 0x2460 + 1),
        '⑴'..='⒇' => ('⑴', code - 0x2474 + 1),
        '❶'..='❿' => ('❶', code - 0x2776 + 1),
        '①'..='⓿' => ('ⓐ', 1),
        _ => return None,
    })
}

/// The sign that comes after a counted line's, where it can be told.
pub fn successor(class: char, number: u32) -> Option<String> {
    let of = |base: u32| char::from_u32(base + number).map(String::from);
    let next = COUNTED.chars().nth(number as usize);
    match class {
        '①' => of(0x2460),
        '⑴' => of(0x2474),
        '❶' => of(0x2776),
        '1' => Some(format!("{}. ", number + 1)),
        '2' => Some(format!("{})", number + 1)),
        '3' => Some(format!("({})", number + 1)),
        '가' => next.map(|c| format!(" {c}. ")),
        '나' => next.map(|c| format!(" {c}) ")),
        '다' => next.map(|c| format!("({c})")),
        _ => None,
    }
}

/// Three or more of one sign and nothing else.
fn is_drawn(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| *c != ' ');
    let Some(first) = signs.next().filter(|c| DRAWN.contains(*c)) else { return false };
    let same = signs.clone().take_while(|c| *c == first).count();
    same >= 2 && signs.all(|c| c == first)
}

#[cfg(test)]
mod tests {
    use super::super::looks::Form;
    use super::form;

    #[test]
    fn signs_of_offices_are_told() {
        fn class(text: &str) -> Option<(char, &str)> {
            match form(text) {
                Some(Form::Sign { class, length, .. }) => Some((class, &text[length..])),
                _ => None,
            }
        }
        for (text, sign) in [
            ("□ 가", '□'),
            ("○가", '○'),
            ("ㅇ 가", '○'),
            ("o 가", '○'),
            ("• 가", '·'),
            ("· 가", '·'),
            ("․ 가", '·'),
            ("● 가", '●'),
            ("◦ 가", '○'),
            ("▪ 가", '▪'),
            ("■ 가", '■'),
            ("◆ 가", '◆'),
            ("▶ 가", '▶'),
            ("-가", '-'),
            ("– 가", '-'),
            ("— 가", '-'),
            ("－ 가", '-'),
            ("‐ 가", '-'),
        ] {
            assert_eq!(class(text), Some((sign, "가")), "{text}");
        }
        for none in ["-5% 감소", "△가", "o the", "○○○ 의원", "ㅇㅇ", "--", "-a", "(가"]
        {
            assert_eq!(form(none), None, "{none}");
        }
    }

    #[test]
    fn numbers_heads_and_drawn_lines_are_told() {
        let count = |text: &str| match form(text) {
            Some(Form::Count { class, number, .. }) => Some((class, number)),
            _ => None,
        };
        let known = [("③ 가", '①', 3), ("1. 가", '1', 1), ("2) 가", '2', 2), ("(3) 가", '3', 3)];
        for (text, class, number) in
            known.into_iter().chain([("나. 가", '가', 2), ("(다) 가", '다', 3)])
        {
            assert_eq!(count(text), Some((class, number)), "{text}");
        }
        assert_eq!(form("##가"), Some(Form::Head { length: 2 }));
        assert_eq!(form("＃＃ 가"), Some(Form::Head { length: 7 }));
        assert_eq!(form("#가"), Some(Form::Hash));
        assert_eq!(form("#가 #나"), None);
        assert_eq!(form("※ 가"), Some(Form::Remark));
        assert_eq!(form("| 가 | 나 |"), Some(Form::Row));
        for drawn in ["─────", "-----", "ㅡㅡㅡ", "=== ==="] {
            assert_eq!(form(drawn), Some(Form::Rule), "{drawn}");
        }
        assert_eq!(form("…"), None);
    }
}
