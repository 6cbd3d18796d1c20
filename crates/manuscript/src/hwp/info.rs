//! `DocInfo`: what paragraphs refer to by number: shapes of letters and paragraphs, styles, numberings, bullets, files.

use super::record::{Node, Records, i32_at, tag, text_at, u16_at, u32_at};
use crate::office::{Digits, Level, Numbering};

/// The most letters of a file's name; it is said for each picture that shows it.
const MOST_NAME: usize = 120;

/// How letters look.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Letters {
    /// Their size, pt.
    pub size: f64,
    pub strong: bool,
    pub slanted: bool,
}

/// What the file generates before a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Head {
    #[default]
    None,
    /// The number of the outline.
    Outline,
    /// A number of the numbering, from 1.
    Number(usize),
    /// The bullet, from 1.
    Bullet(usize),
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shape {
    /// Where its first line begins, pt.
    pub indent: f64,
    pub head: Head,
    /// The level of its head, from 0.
    pub level: u8,
}

/// A file that is kept in the file, or beside it.
pub enum Bin {
    /// Beside it: its name, without folders.
    Linked(String),
    /// In it.
    Kept {
        /// The name of its stream.
        name: String,
        /// Whether it is packed; as the file is, if that is not said.
        packed: Option<bool>,
    },
}

/// What paragraphs refer to.
#[derive(Default)]
pub struct Info {
    letters: Vec<Letters>,
    shapes: Vec<Shape>,
    /// The names of the styles, in Korean and in English.
    styles: Vec<(String, String)>,
    numberings: Vec<Numbering>,
    bullets: Vec<String>,
    bins: Vec<Bin>,
}

impl Info {
    /// Reads it. What an older version does not say is as it is by itself.
    pub fn read<'a>(records: &'a Records<'a>) -> Self {
        let mut info = Self::default();
        // Version 5 has all of them in a record of their own; some writers leave that out.
        for record in records.top() {
            info.take(record);
            record.children().for_each(|child| info.take(child));
        }
        info
    }

    fn take(&mut self, record: Node<'_>) {
        let data = record.data();
        match record.tag() {
            tag::BIN_DATA => self.bins.push(bin(data)),
            tag::CHAR_SHAPE => self.letters.push(letters(data)),
            tag::NUMBERING => self.numberings.push(numbering(data)),
            tag::BULLET => {
                let sign = char::from_u32(u16_at(data, 12).into()).filter(|&sign| sign != '\0');
                self.bullets.push(sign.map_or(String::new(), String::from));
            }
            tag::PARA_SHAPE => self.shapes.push(shape(data)),
            tag::STYLE => {
                let (name, next) = text_at(data, 0);
                self.styles.push((name, text_at(data, next).0));
            }
            _ => {}
        }
    }

    /// How letters look, by their number.
    pub fn letters(&self, number: u32) -> Letters {
        self.letters.get(number as usize).copied().unwrap_or_default()
    }

    /// How a paragraph looks, by its number.
    pub fn shape(&self, number: u16) -> Shape {
        self.shapes.get(usize::from(number)).copied().unwrap_or_default()
    }

    /// The names of a style, in Korean and in English.
    pub fn style(&self, number: u8) -> (&str, &str) {
        let found = self.styles.get(usize::from(number));
        found.map_or(("", ""), |(korean, english)| (korean, english))
    }

    /// A numbering, by its number from 1.
    pub fn numbering(&self, number: usize) -> Option<&Numbering> {
        self.numberings.get(number.checked_sub(1)?)
    }

    /// A bullet, by its number from 1. A picture is one by the sign that stands for it.
    pub fn bullet(&self, number: usize) -> &str {
        number.checked_sub(1).and_then(|at| self.bullets.get(at)).map_or("", |sign| sign)
    }

    /// A kept file, by its number from 1.
    pub fn bin(&self, number: usize) -> Option<&Bin> {
        self.bins.get(number.checked_sub(1)?)
    }
}

fn letters(data: &[u8]) -> Letters {
    let looks = u32_at(data, 46);
    let size = f64::from(i32_at(data, 42).max(0)) / 100.0;
    Letters { size, slanted: looks & 1 != 0, strong: looks & 2 != 0 }
}

fn shape(data: &[u8]) -> Shape {
    let looks = u32_at(data, 0);
    // Lengths stand doubled, in 1/200 pt. A first line that hangs begins at the margin: it is the others that go in.
    let (left, first) = (i32_at(data, 4), i32_at(data, 12));
    let number = usize::from(u16_at(data, 30));
    let head = match looks >> 23 & 3 {
        1 => Head::Outline,
        2 => Head::Number(number),
        3 => Head::Bullet(number),
        _ => Head::None,
    };
    let indent = f64::from(left.saturating_add(first.max(0))) / 200.0;
    // Three bits have seven levels; the others came later, with a number of their own (5.0.2.5).
    let level = data.get(54).copied().unwrap_or((looks >> 25 & 7) as u8).min(9);
    Shape { indent, head, level }
}

fn numbering(data: &[u8]) -> Numbering {
    let mut levels = vec![];
    let mut at = 0;
    let mut level = |at: usize| {
        let digits = Digits::of(u32_at(data, at) >> 5 & 0xf);
        let (format, next) = text_at(data, at + 12);
        levels.push(Level { format, digits, start: 1 });
        next
    };
    for _ in 0..7 {
        at = level(at);
    }
    // The start of the first level, then those of all (5.0.2.5), then three more levels and their starts.
    let starts = at + 2;
    let mut at = starts + 4 * 7;
    let mut more = at;
    if data.len() > at {
        for _ in 0..3 {
            more = level(more);
        }
        at = more;
    }
    for (number, level) in levels.iter_mut().enumerate() {
        let place = if number < 7 { starts + 4 * number } else { at + 4 * (number - 7) };
        level.start = match u32_at(data, place) {
            0 if number == 0 => u32::from(u16_at(data, starts - 2)).max(1),
            0 => 1,
            start => start,
        };
    }
    Numbering { levels }
}

fn bin(data: &[u8]) -> Bin {
    let looks = u16_at(data, 0);
    if looks & 0xf == 0 {
        let (path, next) = text_at(data, 2);
        let path = if path.is_empty() { text_at(data, next).0 } else { path };
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        return Bin::Linked(name.chars().take(MOST_NAME).collect());
    }
    let packed = match looks >> 4 & 3 {
        1 => Some(true),
        2 => Some(false),
        _ => None,
    };
    let ending: String = text_at(data, 4).0.chars().take(MOST_NAME).collect();
    let dot = if ending.is_empty() { "" } else { "." };
    Bin::Kept { name: format!("BIN{:04X}{dot}{ending}", u16_at(data, 2)), packed }
}
