//! How a picture is to stand on its page, as authors write it: its width and its place.
//!
//! It reads words and knows no page: whether there is room is not known here.

use std::ops::Range;

use jikji_diagnostic::source::Span;

/// The narrowest picture: a share of the measure in %, and mm.
pub const LEAST: (f64, f64) = (10.0, 10.0);

/// How a picture is to stand, as far as its author says.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Placing {
    /// Its width.
    pub width: Option<Width>,
    /// Its place.
    pub place: Option<Place>,
    /// Where that is said.
    pub span: Option<Span>,
}

/// The width of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// In % of the measure, at most 100.
    Share(f64),
    /// In mm.
    Length(f64),
}

/// The place of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the left, text beside it.
    Left,
    /// At the right, text beside it.
    Right,
    /// Over the full measure, text above and below.
    Full,
}

impl Width {
    /// `60%`, `98mm` or `9.8cm`.
    pub fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        let unit = written.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, unit) = written.split_at(unit);
        let number: f64 = number.parse().ok()?;
        let (width, least) = match unit.trim() {
            "%" | "％" => (Self::Share(number), LEAST.0),
            "mm" => (Self::Length(number), LEAST.1),
            "cm" => (Self::Length(number * 10.0), LEAST.1 / 10.0),
            _ => return None,
        };
        (number >= least && !matches!(width, Self::Share(share) if share > 100.0)).then_some(width)
    }

    /// The same in mm, on a measure of so many.
    pub fn on(self, measure: f64) -> f64 {
        match self {
            Self::Share(share) => measure * share / 100.0,
            Self::Length(mm) => mm,
        }
    }
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Full];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Full => "full",
        }
    }

    /// By its name.
    pub fn read(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == written)
    }

    /// What a word that is no name of a place says in other words.
    pub fn meant(written: &str) -> Option<Self> {
        match written.trim().to_lowercase().as_str() {
            "left" | "왼쪽" | "왼편" | "좌" | "좌측" => Some(Self::Left),
            "right" | "오른쪽" | "오른편" | "우" | "우측" => Some(Self::Right),
            "full" | "전체" | "전폭" | "본문 폭" => Some(Self::Full),
            _ => None,
        }
    }
}

/// A slip in what is said of a picture in running text, and where.
#[derive(Debug, PartialEq, Eq)]
pub enum Slip {
    /// No width.
    Width(Range<usize>),
    /// No place.
    Place(Range<usize>),
    /// Something else.
    Option(Range<usize>),
}

/// What is said in braces right behind a picture in running text, `{width=60% place=right}`, which stands at the
/// start of `text` and on one line; with its length.
pub fn in_braces(text: &str) -> Option<(Placing, Vec<Slip>, usize)> {
    let indent = text.len() - text.trim_start_matches(' ').len();
    let inside = text[indent..].strip_prefix('{')?;
    let inside =
        &inside[..inside.find(['}', '\n']).filter(|end| inside[*end..].starts_with('}'))?];
    let mut placing = Placing::default();
    let mut slips = vec![];
    let mut at = indent + 1;
    for piece in inside.split_inclusive([' ', ',']) {
        let word = piece.trim_end_matches([' ', ',']);
        let place = at..at + word.len();
        at += piece.len();
        if word.is_empty() {
            continue;
        }
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        let value = value.trim_matches(['"', '\'']);
        match key {
            "width" => {
                placing.width = Width::read(value).or_else(|| told(&mut slips, Slip::Width(place)))
            }
            "place" => {
                placing.place = Place::read(value).or_else(|| told(&mut slips, Slip::Place(place)))
            }
            _ => slips.push(Slip::Option(place)),
        }
    }
    Some((placing, slips, indent + inside.len() + 2))
}

fn told<T>(slips: &mut Vec<Slip>, slip: Slip) -> Option<T> {
    slips.push(slip);
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_have_a_unit_and_a_sense() {
        assert_eq!(Width::read("60%"), Some(Width::Share(60.0)));
        assert_eq!(Width::read(" 62.5 % "), Some(Width::Share(62.5)));
        assert_eq!(Width::read("98mm"), Some(Width::Length(98.0)));
        assert_eq!(Width::read("9.8cm"), Some(Width::Length(98.0)));
        for bad in ["", "60", "%", "101%", "5%", "-60%", "9mm", "60px", "1.2.3%", "infmm", "60%%"] {
            assert_eq!(Width::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn braces_say_width_and_place() {
        let (placing, slips, length) = in_braces(" {width=60%, place=\"right\"} 뒤").unwrap();
        assert_eq!(placing.width, Some(Width::Share(60.0)));
        assert_eq!((placing.place, slips.len(), length), (Some(Place::Right), 0, 27));
        let (_, slips, _) = in_braces("{width=60 place=middle big}").unwrap();
        assert_eq!(slips, [Slip::Width(1..9), Slip::Place(10..22), Slip::Option(23..26)]);
        assert_eq!(in_braces("{width=60%\n}"), None);
        assert_eq!(in_braces("뒤 {width=60%}"), None);
    }
}
