//! Signs at the start of a line: bullets, numbers, note marks.
//!
//! It tells them apart by form alone; what a line means where it stands is decided elsewhere.

/// A bullet sign at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bullet {
    /// Stands for all signs of its kind: lists are told apart by it.
    pub class: char,
    /// Bytes of the sign and the blanks after it; 0 where the sign is part of the text (`①`, `1.`).
    pub length: usize,
}

/// Signs that begin a list item.
const SIGNS: &str = "·∙⋅․‧・ㆍ•⦁‣⁃◦∘⚬○◎◉❍●▪▫■□▣◾◼❏❑❒☐◆◇◈❖▶▷▸▹►➢➤✓✔";
/// Letters that are bullets where a blank follows them, as Korean offices type them for `○` and `□`.
const LETTERS: [char; 2] = ['ㅇ', 'ㅁ'];
/// Bullets of one shape, the plainest first: one stands for another that no font has.
const SHAPES: [&str; 6] = ["·•・ㆍ‧․∙⋅⦁", "○◦◎◉❍⚬∘", "□■▪▫▣❏❑❒☐◼◾", "◇◆❖◈", "▷▶‣►▸▹➢➤", "✓✔"];
/// Signs that open a subhead as well.
const SUBHEADS: &str = "●■□◆◇◈❖▣▶▷►❏○◎◉❍";
/// Signs that open a subhead without a heading's mark, where items of another sign stand below them.
const HEADS: &str = "●■◆▣□◇◈◎";
/// The longest subhead that is told by its sign alone, in characters.
const LONGEST_HEAD: usize = 90;
/// Hangul that numbers items, in order.
pub const COUNTED: &str = "가나다라마바사아자차카타파하";

/// The bullet a line begins with. A Markdown mark may have a sign of its own after it (`- · …`).
pub fn bullet(text: &str) -> Option<Bullet> {
    let first = single(text)?;
    if first.length == 0 || !matches!(first.class, '-') {
        return Some(first);
    }
    match single(&text[first.length..]) {
        Some(second) if second.class != '*' && second.class != '1' && second.class != '가' => {
            Some(Bullet { class: second.class, length: first.length + second.length })
        }
        _ => Some(first),
    }
}

fn single(text: &str) -> Option<Bullet> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let spaced = rest.is_empty() || rest.starts_with([' ', '\t']);
    let length = text.len() - rest.trim_start().len();
    match first {
        '-' | '+' if spaced => Some(Bullet { class: '-', length }),
        '*' if spaced => Some(Bullet { class: '*', length }),
        '–' | '—' | '―' | '−' if spaced => Some(Bullet { class: '–', length }),
        '①'..='⓿' | '❶'..='❿' => Some(Bullet { class: '①', length: 0 }),
        c if SIGNS.contains(c) && !rest.starts_with(c) && !rest.trim_start().is_empty() => {
            Some(Bullet { class: c, length })
        }
        c if LETTERS.contains(&c) && spaced && !rest.trim().is_empty() => {
            Some(Bullet { class: c, length })
        }
        // A Latin letter is typed for it as well; before a word of its own language it is none.
        'o' if spaced && rest.trim_start().starts_with(|c: char| !c.is_ascii_lowercase()) => {
            Some(Bullet { class: 'ㅇ', length })
        }
        _ => counted(text).map(|class| Bullet { class, length: 0 }),
    }
}

/// The bullets that can stand for one of the same shape, best first; none for what is no bullet.
pub fn alike(sign: char) -> impl Iterator<Item = char> {
    let shape = SHAPES.iter().find(|shape| shape.contains(sign));
    shape.into_iter().flat_map(|shape| shape.chars()).filter(move |other| *other != sign)
}

/// `1. `, `2) `, `(3) `, `가. `: counted items, whose number is part of the text.
fn counted(text: &str) -> Option<char> {
    let (inner, bracketed) = match text.strip_prefix('(') {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let (class, after) = match digits {
        1 | 2 => ('1', &inner[digits..]),
        0 => {
            let letter = inner.chars().next().filter(|c| COUNTED.contains(*c))?;
            ('가', &inner[letter.len_utf8()..])
        }
        _ => return None,
    };
    let after = match bracketed {
        true => after.strip_prefix(')')?,
        false => after.strip_prefix(['.', ')'])?,
    };
    let words = after.strip_prefix([' ', '\t'])?.trim_start();
    // `5. 7. 회의` is a date.
    let date = is_day(words) && !bracketed && class == '1';
    (!words.is_empty() && !date).then_some(class)
}

/// Whether words begin with a number by itself, as the day after a month (`5. 7. 회의`) does:
/// `1차`, `5G` and `10%` are words.
fn is_day(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let alone = |c: char| c.is_whitespace() || ".,(~-".contains(c);
    (1..=2).contains(&digits) && words[digits..].chars().next().is_none_or(alone)
}

/// The bytes of a sign that opens a subhead, and the blanks after it.
pub fn subhead(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next().filter(|c| SUBHEADS.contains(*c))?;
    let rest = chars.as_str();
    let words = rest.trim_start();
    (!words.is_empty() && !words.starts_with(first)).then(|| text.len() - words.len())
}

/// Whether a line with a bullet of this class may be a subhead, if items of another class stand below it.
pub fn may_head(class: char, words: &str) -> bool {
    HEADS.contains(class) && words.chars().count() <= LONGEST_HEAD
}

/// Whether a sign may be that of subheads by what stands around it alone: one that no list of bullets
/// has, or one of theirs.
pub fn may_open(sign: char) -> bool {
    let bullet = SIGNS.contains(sign) || "-–*+1①가".contains(sign) || LETTERS.contains(&sign);
    SUBHEADS.contains(sign) || !bullet
}

/// How a heading is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// `Ⅱ.`, `II.`, `제2부`, `Part 2`.
    Part,
    /// `2.`, `02`, `제2장`.
    Section,
}

/// The number a heading begins with, and its bytes with the blanks after it.
pub fn numbering(text: &str) -> Option<(Numbering, usize)> {
    let stop = |at: usize| {
        let rest = text[at..].trim_start();
        let words = rest.strip_prefix(['.', ')', '．', ':']).unwrap_or(rest).trim_start();
        let parted = words.len() < text[at..].len();
        (parted && !words.is_empty()).then(|| text.len() - words.len())
    };
    if let Some(at) = roman(text) {
        return Some((Numbering::Part, stop(at)?));
    }
    if let Some((kind, at)) = ordinal(text) {
        return Some((kind, stop(at)?));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let dotted = is_dotted(&text[digits..]);
    let padded = digits == 2 && text.starts_with('0');
    if (1..=2).contains(&digits) && (dotted || padded) {
        let end = stop(digits)?;
        return (!is_day(&text[end..])).then_some((Numbering::Section, end));
    }
    None
}

fn is_dotted(after: &str) -> bool {
    after.trim_start().starts_with(['.', ')', '．'])
}

/// The bytes of a Roman number that a dot follows, or of a Roman numeral sign.
fn roman(text: &str) -> Option<usize> {
    let signs: usize =
        text.chars().take_while(|c| ('Ⅰ'..='ⅿ').contains(c)).map(char::len_utf8).sum();
    if signs > 0 {
        return Some(signs);
    }
    let letters = text.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    let dotted = is_dotted(&text[letters..]);
    ((1..=5).contains(&letters) && dotted).then_some(letters)
}

/// `제2부`, `제 3 장`, `Part 2`, `Chapter 3`.
fn ordinal(text: &str) -> Option<(Numbering, usize)> {
    let head: String = text.chars().take(8).collect::<String>().to_ascii_lowercase();
    let (kind, lead) = match () {
        () if head.starts_with("part ") => (Some(Numbering::Part), 5),
        () if head.starts_with("chapter ") => (Some(Numbering::Section), 8),
        () if text.starts_with('제') => (None, '제'.len_utf8()),
        () => return None,
    };
    let number = text[lead..].trim_start();
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    if let Some(kind) = kind {
        return Some((kind, text.len() - number.len() + digits));
    }
    let unit = number[digits..].trim_start();
    let kind = match unit.chars().next()? {
        '부' | '편' => Numbering::Part,
        '장' | '절' => Numbering::Section,
        _ => return None,
    };
    Some((kind, text.len() - unit.len() + '부'.len_utf8()))
}

/// A title without its number.
pub fn unnumbered(words: &str) -> &str {
    &words[numbering(words).map_or(0, |(_, length)| length)..]
}

/// Whether a character is surely neither blank nor punctuation nor a symbol anywhere: a letter
/// or digit of the scripts a bulletin is written in.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '가'..='힣' | '\u{3131}'..='\u{318E}' | '一'..='鿿' | '぀'..='ヿ')
        || (matches!(c, 'À'..='ɏ' | 'Α'..='ω' | 'А'..='я') && c.is_alphabetic())
}
