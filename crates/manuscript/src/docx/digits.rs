//! How Word writes numbers (ISO/IEC 29500-1, 17.18.59).

use crate::office::Digits;

/// A number in a format; in ordinary digits where the format is not known or has no such number.
pub fn write(format: &str, number: u32) -> String {
    let by = |digits: Digits| digits.write(number);
    match format {
        "none" => String::new(),
        "upperRoman" => by(Digits::RomanCapital),
        "lowerRoman" => by(Digits::RomanSmall),
        "upperLetter" => letters('A', number),
        "lowerLetter" => letters('a', number),
        "ganada" => by(Digits::Syllable),
        "chosung" => by(Digits::Jamo),
        "koreanCounting" => by(Digits::Spoken),
        "koreanDigital" => each(number, "영일이삼사오육칠팔구"),
        "koreanDigital2" | "ideographDigital" | "taiwaneseDigital" => {
            each(number, "〇一二三四五六七八九")
        }
        "koreanLegal" => legal(number),
        "chineseCounting"
        | "japaneseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => by(Digits::Hanja),
        "ideographTraditional" => by(Digits::StemHanja),
        "ideographZodiac" => listed("子丑寅卯辰巳午未申酉戌亥", number),
        "ideographEnclosedCircle" => by(Digits::CircledHanja),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => by(Digits::Circled),
        "decimalEnclosedFullstop" => ring('⒈', number).unwrap_or_else(|| format!("{number}.")),
        "decimalEnclosedParen" => ring('⑴', number).unwrap_or_else(|| format!("({number})")),
        "decimalFullWidth" | "decimalFullWidth2" => each(number, "０１２３４５６７８９"),
        "decimalZero" => format!("{number:02}"),
        "numberInDash" => format!("- {number} -"),
        "hex" => format!("{number:X}"),
        "ordinal" => ordinal(number),
        // An example of a format of one's own.
        zeros if zeros.starts_with('0') && zeros.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{number:0width$}", width = zeros.len())
        }
        _ => number.to_string(),
    }
}

/// A letter; after Z, as many as the alphabet was gone through: AA, BB.
fn letters(first: char, number: u32) -> String {
    let Some(at) = number.checked_sub(1).filter(|&at| at < 26 * 30) else {
        return number.to_string();
    };
    let letter = char::from_u32(u32::from(first) + at % 26).unwrap_or(first);
    String::from(letter).repeat((at / 26 + 1) as usize)
}

/// Each of its digits.
fn each(number: u32, digits: &str) -> String {
    let sign = |digit: char| digits.chars().nth(digit.to_digit(10)? as usize);
    number.to_string().chars().filter_map(sign).collect()
}

fn listed(list: &str, number: u32) -> String {
    let found = number.checked_sub(1).and_then(|at| list.chars().nth(at as usize));
    found.map_or_else(|| number.to_string(), String::from)
}

/// One of twenty signs.
fn ring(first: char, number: u32) -> Option<String> {
    let at = number.checked_sub(1).filter(|&at| at < 20)?;
    char::from_u32(u32::from(first) + at).map(String::from)
}

/// 하나, 둘, 셋; 열하나.
fn legal(number: u32) -> String {
    const ONES: [&str; 10] = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"];
    const TENS: [&str; 10] =
        ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
    match number {
        1..100 => [TENS[number as usize / 10], ONES[number as usize % 10]].concat(),
        _ => number.to_string(),
    }
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn each_format_counts_on() {
        let written = |format: &str| [1, 3, 15, 27].map(|number| write(format, number)).join(" ");
        assert_eq!(written("decimal"), "1 3 15 27");
        assert_eq!(written("upperLetter"), "A C O AA");
        assert_eq!(written("lowerRoman"), "i iii xv xxvii");
        assert_eq!(written("ganada"), "가 다 거 퍼");
        assert_eq!(written("chosung"), "ㄱ ㄷ 15 27");
        assert_eq!(written("koreanDigital"), "일 삼 일오 이칠");
        assert_eq!(written("koreanDigital2"), "一 三 一五 二七");
        assert_eq!(written("koreanCounting"), "일 삼 십오 이십칠");
        assert_eq!(written("koreanLegal"), "하나 셋 열다섯 스물일곱");
        assert_eq!(written("decimalEnclosedCircle"), "① ③ ⑮ ㉗");
        assert_eq!(written("decimalEnclosedFullstop"), "⒈ ⒊ ⒖ 27.");
        assert_eq!(written("decimalEnclosedParen"), "⑴ ⑶ ⒂ (27)");
        assert_eq!(written("decimalFullWidth"), "１ ３ １５ ２７");
        assert_eq!(written("decimalZero"), "01 03 15 27");
        assert_eq!(written("numberInDash"), "- 1 - - 3 - - 15 - - 27 -");
        assert_eq!(written("ordinal"), "1st 3rd 15th 27th");
        assert_eq!(written("ideographTraditional"), "甲 丙 15 27");
        assert_eq!(written("ideographZodiac"), "子 寅 15 27");
        assert_eq!(written("001"), "001 003 015 027");
        assert_eq!(written("none"), "   ");
        assert_eq!(write("upperLetter", u32::MAX), u32::MAX.to_string());
    }
}
