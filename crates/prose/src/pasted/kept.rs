//! Signs and numbers at the start of a line that stay in the text: arrows and stars, Roman and Latin numbers,
//! dates, articles of a law.

use super::looks::Form;

/// Signs that say something themselves, those of a kind together.
const SIGNS: [&str; 5] = ["★☆✱✲✳", "→⇒⇨➔➜", "△▲▽▼", "◀◁", "☑￭"];

/// How such a line begins.
pub fn form(text: &str) -> Option<Form> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let sure = |class| Some(Form::Kept { class, sure: true, sign: None });
    match first {
        c if is_sign(c) => {
            let spaced = rest.starts_with(' ') && !rest.trim().is_empty();
            spaced.then_some(Form::Kept { class: kind(c), sure: true, sign: None })
        }
        'Ⅰ'..='ⅿ' if rest.starts_with(['.', ' ', ')']) => sure('Ⅰ'),
        '㉠'..='㉻' => sure('㉠'),
        '㈀'..='㈞' => sure('㈀'),
        '０'..='９' if rest.starts_with(['．', '.', '）', ')']) => sure('１'),
        '（' if rest.starts_with(|c| ('０'..='９').contains(&c)) => sure('（'),
        'A'..='Z' | 'a'..='z' => lettered(text),
        '제' => article(rest),
        '0'..='9' => date(text),
        _ => None,
    }
}

fn is_sign(c: char) -> bool {
    SIGNS.iter().any(|signs| signs.contains(c))
}

/// One for all signs of a kind.
pub fn kind(c: char) -> char {
    let signs = SIGNS.iter().find(|signs| signs.contains(c));
    signs.and_then(|signs| signs.chars().next()).unwrap_or(c)
}

/// `A. `, `b) `, `iii) `.
fn lettered(text: &str) -> Option<Form> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let roman =
        text[..letters].bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'I' | b'V' | b'X'));
    let closed = text[letters..].starts_with(". ") || text[letters..].starts_with(") ");
    let class = if text.starts_with(|c: char| c.is_ascii_uppercase()) { 'A' } else { 'a' };
    let short = letters == 1 || (roman && letters <= 4);
    (closed && short).then_some(Form::Kept { class, sure: false, sign: None })
}

/// `제1조`, `제2장`.
fn article(rest: &str) -> Option<Form> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let unit = rest[digits..].starts_with(['조', '장', '절', '항', '부', '편']);
    (unit && (1..=3).contains(&digits)).then_some(Form::Kept {
        class: '제',
        sure: false,
        sign: None,
    })
}

/// `2024. 5. 7.`, `2024.5.7`, `5. 7.`.
fn date(text: &str) -> Option<Form> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix('.')?;
    let next = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let known = digits == 4 || ((1..=2).contains(&digits) && rest.starts_with(' '));
    let sign = rest.starts_with(' ').then_some(digits);
    (next && known).then_some(Form::Kept { class: 'd', sure: false, sign })
}

#[cfg(test)]
mod tests {
    use super::{Form, form};

    #[test]
    fn what_stays_is_told_by_its_kind() {
        let class = |text: &str| match form(text) {
            Some(Form::Kept { class, sure, sign }) => Some((class, sure, sign)),
            _ => None,
        };
        for (text, told) in [
            ("→ 가", ('→', true, None)),
            ("Ⅱ. 가", ('Ⅰ', true, None)),
            ("㉯ 가", ('㉠', true, None)),
            ("１．가", ('１', true, None)),
            ("（１）가", ('（', true, None)),
            ("B. 가", ('A', false, None)),
            ("iii) 가", ('a', false, None)),
            ("제1조(목적) 가", ('제', false, None)),
            ("2024. 5. 7.(화) 가", ('d', false, Some(4))),
            ("2024.5.7 가", ('d', false, None)),
        ] {
            assert_eq!(class(text), Some(told), "{text}");
        }
        for none in ["△가", "3.5배", "AI 가", "제도를", "in. 가", "2024년"] {
            assert_eq!(class(none), None, "{none}");
        }
    }
}
