//! The numbers of a chart as Hangul kept them before DrawingML: objects one after the other, of which each kind is named
//! where it comes first. They stand in a matrix, whose first row names the series and first column the categories.
//!
//! What is drawn around them it does not read; the words there are kept by themselves.

use std::collections::BTreeMap;

use crate::office::Chart;

/// The most cells.
const MOST: usize = 20_000;
/// The most further words.
const WORDS: usize = 64;
/// What Hangul writes where nobody wrote a title.
const PLACEHOLDER: &str = "차트 제목";

/// A chart and its further words; none if it has no matrix of numbers.
pub fn read(bytes: &[u8]) -> Option<(Option<Chart>, String)> {
    let mut reader = Reader { bytes, at: after(bytes, b"VtMatrix\0")? + 2, kinds: BTreeMap::new() };
    // What a matrix is made of: a collection, with two bytes of its own, and an object.
    reader.kind()?;
    reader.take(2)?;
    reader.kind()?;
    let (rows, columns) = (usize::from(reader.u16()?), usize::from(reader.u16()?));
    if rows < 2 || columns < 2 || rows * columns > MOST {
        return None;
    }
    let mut cells = vec![];
    for _ in 0..rows * columns {
        cells.push(reader.cell()?);
    }
    let mut rows = cells.chunks(columns);
    let names = rows.next()?.iter().skip(1).map(Cell::words);
    let mut chart =
        Chart { series: names.map(|name| (name, vec![])).collect(), ..Chart::default() };
    for row in rows {
        let (category, values) = row.split_first()?;
        chart.categories.push(category.words());
        for ((_, list), value) in chart.series.iter_mut().zip(values) {
            match value {
                Cell::Number(number) if number.is_finite() => list.push(*number),
                _ => return None,
            }
        }
    }
    let mut words = reader.words();
    match words.title.take() {
        Some(title) if title != PLACEHOLDER => chart.title = title,
        other => words.others.extend(other),
    }
    Some((Some(chart), words.others.join(" ")))
}

/// Where a sign of the file ends that comes first.
fn after(bytes: &[u8], sign: &[u8]) -> Option<usize> {
    bytes.windows(sign.len()).position(|window| window == sign).map(|at| at + sign.len())
}

/// A cell of the matrix.
enum Cell {
    Nothing,
    Words(String),
    Number(f64),
}

impl Cell {
    fn words(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Words(words) => words.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// What is written around the numbers.
#[derive(Default)]
struct Words {
    title: Option<String>,
    others: Vec<String>,
    /// The bytes that were read as texts and were none.
    refused: usize,
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    /// The names of the kinds, by their numbers.
    kinds: BTreeMap<u32, &'b [u8]>,
}

impl<'b> Reader<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let bytes = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(bytes)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// The name of a kind; where it comes first, with its version.
    fn kind(&mut self) -> Option<&'b [u8]> {
        let number = self.u32()?;
        if let Some(name) = self.kinds.get(&number) {
            return Some(name);
        }
        let length = self.u16()?;
        let name = self.take(length.into())?.strip_suffix(b"\0")?;
        self.take(2)?;
        self.kinds.insert(number, name);
        Some(name)
    }

    /// A cell, with the two kinds that all values are of.
    fn cell(&mut self) -> Option<Cell> {
        if self.u32()? == u32::MAX {
            return Some(Cell::Nothing);
        }
        let cell = match self.kind()? {
            b"VtString" => Cell::Words(self.text()?),
            b"VtInteger" => Cell::Number(i32::from_le_bytes(self.take(4)?.try_into().ok()?).into()),
            b"VtDouble" => Cell::Number(f64::from_le_bytes(self.take(8)?.try_into().ok()?)),
            _ => return None,
        };
        (self.kind()? == b"VtValue" && self.kind()? == b"VtObject").then_some(cell)
    }

    /// A text: as Windows had it, a sign, and as Unicode has it.
    fn text(&mut self) -> Option<String> {
        let length = self.u16()?;
        let bytes = self.take(length.into())?;
        // A byte that its length does not count.
        self.take(1)?;
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
        let wide = bytes.get(end + 2..).unwrap_or_default().chunks_exact(2);
        let wide: Vec<u16> = wide.map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        let wide = String::from_utf16_lossy(wide.split(|unit| *unit == 0).next()?);
        match wide.is_empty() {
            true => Some(encoding_rs::EUC_KR.decode_without_bom_handling(&bytes[..end]).0.into()),
            false => Some(wide),
        }
    }

    /// The texts after the matrix, but for the names of fonts. The title stands right below its name.
    fn words(&mut self) -> Words {
        let mut words = Words::default();
        let string = self.kinds.iter().find(|(_, name)| **name == b"VtString");
        let Some(sign) = string.map(|(number, _)| number.to_le_bytes()) else { return words };
        let titled = after(self.bytes, b"VtChartTitle\0");
        let font = after(self.bytes, b"VtFont\0").and_then(|after| {
            // The number of the kind stands before the length of its name.
            self.bytes.get(after.checked_sub(13)?..after - 9)
        });
        let (mut at, mut zero) = (self.at, self.at);
        // What is no text may cost as much as the file has, not as much at each place.
        while words.refused < self.bytes.len()
            && let Some(found) = self.bytes.get(at..).and_then(|rest| after(rest, &sign))
        {
            at += found;
            let before = |back: usize| self.bytes.get(at.checked_sub(back)?..at.checked_sub(8)?);
            let of_font = before(12).is_some_and(|kind| Some(kind) == font)
                || before(17).is_some_and(|name| name.starts_with(b"VtFont\0"));
            // Where the next zero is does not go back: each byte is looked at once.
            if zero < at + 2 {
                let next = self.bytes.iter().skip(at + 2).position(|byte| *byte == 0);
                zero = next.map_or(self.bytes.len(), |next| at + 2 + next);
            }
            if !may_be_text(self.bytes, at, zero) {
                continue;
            }
            let mut text = Reader { bytes: self.bytes, at, kinds: BTreeMap::new() };
            let Some(said) = text.text().filter(|said| is_text(self.bytes, at, said)) else {
                words.refused += text.at - at;
                continue;
            };
            at = text.at;
            if of_font {
                continue;
            }
            if words.title.is_none() && titled.is_some_and(|titled| at > titled) {
                words.title = Some(said);
            } else if words.others.len() < WORDS {
                words.others.push(said);
            }
        }
        words
    }
}

/// Whether a length can be that of a text whose first way ends at a zero: a letter has one or two bytes there, and two in
/// the other way.
fn may_be_text(bytes: &[u8], at: usize, zero: usize) -> bool {
    let Some(length) = length(bytes, at) else { return false };
    let narrow = zero - (at + 2);
    length.checked_sub(narrow + 4).is_some_and(|wide| {
        wide.is_multiple_of(2) && (narrow..=2 * narrow).contains(&wide) && narrow > 0
    })
}

fn length(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 2).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])))
}

/// Whether what was read as a text is one: it says the same in both ways, whose lengths make up its own.
fn is_text(bytes: &[u8], at: usize, said: &str) -> bool {
    let written = encoding_rs::EUC_KR.encode(said).0.len() + 2 * said.encode_utf16().count() + 4;
    !said.is_empty() && length(bytes, at) == Some(written) && !said.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGN: u32 = 0xFEFE_FEFE;

    fn words(bytes: &[u8]) -> Words {
        let kinds = BTreeMap::from([(SIGN, b"VtString".as_slice())]);
        Reader { bytes, at: 0, kinds }.words()
    }

    #[test]
    fn texts_are_read() {
        let mut bytes = SIGN.to_le_bytes().to_vec();
        bytes.extend([10, 0, 0xB0, 0xA1, 0, 1, 0, 0xAC, 0, 0, 0, 0, 0]);
        bytes[4] = 8;
        assert_eq!(words(&bytes).others, ["가"]);
    }

    /// Signs alone, and signs whose lengths fit but whose texts do not, cost no more than the file is long.
    #[test]
    fn a_stream_of_signs_is_given_up() {
        let mut fitting = vec![0xFE; 0xFEFE];
        fitting[30_000] = 0;
        for piece in [vec![0xFE; 0x1_0000], fitting] {
            let fits = piece.contains(&0);
            let bytes = piece.repeat((16 << 20) / piece.len());
            let words = words(&bytes);
            assert!(words.others.is_empty() && words.title.is_none());
            assert!(words.refused < bytes.len() + 0x1_0000, "{}", words.refused);
            assert_eq!(words.refused > 0x10_0000, fits);
        }
    }
}
