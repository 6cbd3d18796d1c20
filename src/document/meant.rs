//! What a value was most likely meant to be that is written another way: a number with its unit, a day as
//! people write it, a yes.

/// A day that is written for another, as an example.
pub const DAY: &str = "2024-03-21";

/// The number of `43%`, `6월`, `"1,234"`, `３８`; none where words change it, as in `3만`.
pub fn number(written: &str) -> Option<String> {
    let plain: String = bare(written).chars().map(narrow).collect();
    let end = plain
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(plain.len());
    let figures = plain[..end].trim_end_matches(['.', ',']);
    let unit = plain[figures.len()..].trim();
    let scales = unit.contains(|c: char| c.is_ascii_digit() || "만억조천백십배".contains(c));
    let mut groups = figures.split('.').next().unwrap_or_default().split(',');
    groups.next();
    if scales || unit.chars().count() > 8 || groups.any(|group| group.len() != 3) {
        return None;
    }
    let figures = figures.replace(',', "");
    let trimmed = figures.trim_start_matches('0');
    let number = if trimmed.is_empty() || trimmed.starts_with('.') {
        format!("0{trimmed}")
    } else {
        trimmed.into()
    };
    let sound = !figures.is_empty() && number.parse::<f64>().is_ok_and(f64::is_finite);
    sound.then_some(number)
}

/// The day of `2025. 6. 10.`, `2025년 6월 10일`, `2025/6/10`, `20250610`, with or without quotes.
pub fn day(written: &str) -> Option<String> {
    let plain: String = bare(written).chars().map(narrow).collect();
    let numbers: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
    let (year, month, day) = match numbers.as_slice() {
        [all] if all.len() == 8 && all.len() == plain.len() => (&all[..4], &all[4..6], &all[6..]),
        [year, month, day, ..] if year.len() == 4 && plain.starts_with(year) => {
            (*year, *month, *day)
        }
        _ => return None,
    };
    if month.len() > 2 || day.len() > 2 || plain.chars().count() > 32 {
        return None;
    }
    let day = format!("{year}-{month:0>2}-{day:0>2}");
    day.parse::<toml::value::Datetime>().is_ok().then_some(day)
}

/// What a yes or no is.
pub fn truth(written: &str) -> Option<&'static str> {
    match bare(written).to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "1" | "예" | "네" | "참" => Some("true"),
        "false" | "no" | "n" | "off" | "0" | "아니오" | "아니요" | "거짓" => Some("false"),
        _ => None,
    }
}

/// Without quotes and spaces around it.
fn bare(written: &str) -> &str {
    written.trim().trim_matches(['"', '\'', '“', '”', '‘', '’']).trim()
}

/// An ASCII digit or sign for a full-width one.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{day, number, truth};

    #[test]
    fn what_people_write_is_read() {
        for (written, meant) in [
            ("43%", "43"),
            ("06", "6"),
            ("6월", "6"),
            ("\"1,234\"", "1234"),
            ("３．５ %", "3.5"),
            ("0.50", "0.50"),
            ("2025년", "2025"),
        ] {
            assert_eq!(number(written).as_deref(), Some(meant), "{written}");
        }
        assert!(
            ["3만", "예", "", "1,23", "3~5", "5배"].iter().all(|written| number(written).is_none())
        );
        for written in
            ["2025. 6. 10.", "2025년 6월 10일", "\"2025/6/10\"", "20250610", "2025.06.10(화)"]
        {
            assert_eq!(day(written).as_deref(), Some("2025-06-10"), "{written}");
        }
        assert!(
            ["2025-02-30", "6. 10.", "2025", "10/6/2025"]
                .iter()
                .all(|written| day(written).is_none())
        );
        assert_eq!(
            (truth("예"), truth("\"True\""), truth("아니오"), truth("무")),
            (Some("true"), Some("true"), Some("false"), None)
        );
    }
}
