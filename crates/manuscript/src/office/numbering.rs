//! Numbers that a word processor generates before paragraphs: they stand in no file as text.

/// How a number is written, by the list of Hancom's (OWPML, `NumberType1`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Digits {
    /// 1, 2, 3.
    #[default]
    Arabic,
    /// ①, ②, ③.
    Circled,
    /// I, II, III.
    RomanCapital,
    /// i, ii, iii.
    RomanSmall,
    /// A, B, C.
    LatinCapital,
    /// a, b, c.
    LatinSmall,
    /// Ⓐ, Ⓑ, Ⓒ.
    CircledCapital,
    /// ⓐ, ⓑ, ⓒ.
    CircledSmall,
    /// 가, 나, 다.
    Syllable,
    /// ㉮, ㉯, ㉰.
    CircledSyllable,
    /// ㄱ, ㄴ, ㄷ.
    Jamo,
    /// ㉠, ㉡, ㉢.
    CircledJamo,
    /// 일, 이, 삼.
    Spoken,
    /// 一, 二, 三.
    Hanja,
    /// ㊀, ㊁, ㊂.
    CircledHanja,
    /// 갑, 을, 병.
    Stem,
    /// 甲, 乙, 丙.
    StemHanja,
}

/// A level of a numbering.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Level {
    /// What stands there: `^1.` is the number of the first level and a stop, `^n` those of all levels to this one.
    pub format: String,
    /// How its number is written.
    pub digits: Digits,
    /// Its first number.
    pub start: u32,
}

/// A numbering.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbering {
    /// Its levels.
    pub levels: Vec<Level>,
}

/// How far a numbering has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counter {
    /// The last number of each level; none where none is open.
    last: Vec<Option<u32>>,
}

const SYLLABLES: &str = "가나다라마바사아자차카타파하";
/// The most bytes of a number, about; it is said for each paragraph.
const MOST: usize = 120;
/// ㅏ, ㅓ, ㅗ, ㅜ, ㅡ, ㅣ, by their place among the vowels.
const VOWELS: [u32; 6] = [0, 4, 8, 13, 18, 20];
const JAMO: &str = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
const STEMS: &str = "갑을병정무기경신임계";
const STEMS_HANJA: &str = "甲乙丙丁戊己庚辛壬癸";
const SPOKEN: &str = "영일이삼사오육칠팔구";
const HANJA: &str = "零一二三四五六七八九";
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

impl Digits {
    /// By its number in that list.
    pub fn of(number: u32) -> Self {
        match number {
            1 => Self::Circled,
            2 => Self::RomanCapital,
            3 => Self::RomanSmall,
            4 => Self::LatinCapital,
            5 => Self::LatinSmall,
            6 => Self::CircledCapital,
            7 => Self::CircledSmall,
            8 => Self::Syllable,
            9 => Self::CircledSyllable,
            10 => Self::Jamo,
            11 => Self::CircledJamo,
            12 => Self::Spoken,
            13 => Self::Hanja,
            14 => Self::CircledHanja,
            15 => Self::Stem,
            16 => Self::StemHanja,
            _ => Self::Arabic,
        }
    }

    /// A number, written so; in ordinary digits where it has no such sign.
    pub fn write(self, number: u32) -> String {
        let listed = |list: &str| letter(list, number);
        let ring = |first: char, from: u32, many: u32| {
            let at = number.checked_sub(from).filter(|&at| at < many)?;
            char::from_u32(u32::from(first) + at).map(String::from)
        };
        let written = match self {
            Self::Arabic => None,
            Self::Circled => {
                ring('①', 1, 20).or_else(|| ring('㉑', 21, 15)).or_else(|| ring('㊱', 36, 15))
            }
            Self::RomanCapital => roman(number),
            Self::RomanSmall => roman(number).map(|written| written.to_lowercase()),
            Self::LatinCapital => latin(number),
            Self::LatinSmall => latin(number).map(|written| written.to_lowercase()),
            Self::CircledCapital => ring('Ⓐ', 1, 26),
            Self::CircledSmall => ring('ⓐ', 1, 26),
            Self::Syllable => syllable(number),
            Self::CircledSyllable => ring('㉮', 1, 14),
            Self::Jamo => listed(JAMO),
            Self::CircledJamo => ring('㉠', 1, 14),
            Self::Spoken => tens(number, SPOKEN, "십백천"),
            Self::Hanja => tens(number, HANJA, "十百千"),
            Self::CircledHanja => ring('㊀', 1, 10),
            Self::Stem => listed(STEMS),
            Self::StemHanja => listed(STEMS_HANJA),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

/// A letter of a list.
fn letter(list: &str, number: u32) -> Option<String> {
    list.chars().nth(number.checked_sub(1)? as usize).map(String::from)
}

/// A Latin letter; after Z, two: AA, AB.
fn latin(number: u32) -> Option<String> {
    let mut left = number.checked_sub(1)?;
    let mut letters = vec![];
    loop {
        letters.push(char::from(b'A' + (left % 26) as u8));
        left = match (left / 26).checked_sub(1) {
            Some(left) => left,
            None => return Some(letters.into_iter().rev().collect()),
        };
    }
}

/// A syllable: 하 is followed by 거, 허 by 고, as in official letters.
fn syllable(number: u32) -> Option<String> {
    let at = number.checked_sub(1)?;
    let first = SYLLABLES.chars().nth((at % 14) as usize)?;
    let vowel = VOWELS.get((at / 14) as usize)?;
    char::from_u32(u32::from(first) + vowel * 28).map(String::from)
}

fn roman(mut number: u32) -> Option<String> {
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut written = String::new();
    for (value, sign) in ROMAN {
        while number >= value {
            written += sign;
            number -= value;
        }
    }
    Some(written)
}

/// A number in words of tens: 이십삼, 二十三.
fn tens(number: u32, ones: &str, units: &str) -> Option<String> {
    if !(1..10_000).contains(&number) {
        return None;
    }
    let mut written = String::new();
    for power in (0..4u32).rev() {
        let one = number / 10u32.pow(power) % 10;
        if one == 0 {
            continue;
        }
        if one > 1 || power == 0 {
            written.extend(ones.chars().nth(one as usize));
        }
        if let Some(at) = power.checked_sub(1) {
            written.extend(units.chars().nth(at as usize));
        }
    }
    Some(written)
}

impl Counter {
    /// The text before the next paragraph of a level, from 0.
    pub fn next(&mut self, numbering: &Numbering, level: usize) -> String {
        let Some(here) = numbering.levels.get(level) else { return String::new() };
        self.last.resize(self.last.len().max(level + 1), None);
        // Levels below begin anew.
        self.last.truncate(level + 1);
        self.last[level] = Some(self.last[level].map_or(here.start, |last| last.saturating_add(1)));
        let mut written = String::new();
        let mut signs = here.format.chars().peekable();
        while let Some(sign) = signs.next().filter(|_| written.len() < MOST) {
            let of = match signs.peek() {
                Some(&level) if sign == '^' && level.is_ascii_digit() => level,
                Some(&all @ ('n' | 'N')) if sign == '^' => all,
                _ => {
                    written.push(sign);
                    continue;
                }
            };
            signs.next();
            match of.to_digit(10) {
                Some(number) => {
                    written += &self.number(numbering, (number as usize).wrapping_sub(1));
                }
                None => {
                    let all: Vec<String> =
                        (0..=level).map(|level| self.number(numbering, level)).collect();
                    written += &all.join(".");
                    written += if of == 'N' { "." } else { "" };
                }
            }
        }
        written
    }

    /// The number of a level; of one that is not open, its first.
    fn number(&self, numbering: &Numbering, level: usize) -> String {
        let Some(of) = numbering.levels.get(level) else { return String::new() };
        of.digits.write(self.last.get(level).copied().flatten().unwrap_or(of.start))
    }
}

#[cfg(test)]
mod tests {
    use super::{Counter, Digits, Level, Numbering};

    #[test]
    fn each_kind_of_digits_counts_on() {
        let written = |digits: u32| {
            [1, 2, 15, 21, 36].map(|number| Digits::of(digits).write(number)).join(" ")
        };
        let all: Vec<String> = (0..=16).map(written).collect();
        assert_eq!(
            all,
            [
                "1 2 15 21 36",
                "① ② ⑮ ㉑ ㊱",
                "I II XV XXI XXXVI",
                "i ii xv xxi xxxvi",
                "A B O U AJ",
                "a b o u aj",
                "Ⓐ Ⓑ Ⓞ Ⓤ 36",
                "ⓐ ⓑ ⓞ ⓤ 36",
                "가 나 거 서 오",
                "㉮ ㉯ 15 21 36",
                "ㄱ ㄴ 15 21 36",
                "㉠ ㉡ 15 21 36",
                "일 이 십오 이십일 삼십육",
                "一 二 十五 二十一 三十六",
                "㊀ ㊁ 15 21 36",
                "갑 을 15 21 36",
                "甲 乙 15 21 36",
            ]
        );
        assert_eq!(Digits::of(12).write(1205), "천이백오");
        assert_eq!(Digits::of(2).write(u32::MAX), u32::MAX.to_string());
    }

    #[test]
    fn levels_count_within_those_above() {
        let level = |format: &str, digits: u32, start: u32| Level {
            format: format.to_string(),
            digits: Digits::of(digits),
            start,
        };
        let numbering = Numbering {
            levels: vec![level("^1.", 0, 3), level("^1-^2)", 8, 1), level("^n ^N ^", 0, 1)],
        };
        let mut counter = Counter::default();
        let written: Vec<String> =
            [0, 1, 1, 2, 0, 2, 1, 3].map(|level| counter.next(&numbering, level)).to_vec();
        let expected =
            ["3.", "3-가)", "3-나)", "3.나.1 3.나.1. ^", "4.", "4.가.1 4.가.1. ^", "4-가)", ""];
        assert_eq!(written, expected);
        let long = Numbering { levels: vec![level(&"^n^N".repeat(30_000), 0, 1)] };
        assert!(Counter::default().next(&long, 0).len() < 200);
    }
}
