//! The characters of a paragraph (4.3.2, table 6): which are letters, and which are marks of one or eight units.

/// A piece of a paragraph's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A letter, in UTF-16.
    Letter(u16),
    /// A line break.
    Break,
    /// A tab.
    Tab,
    /// A control: the next record of that kind is its.
    Control,
    /// The end of the field that began last.
    FieldEnd,
}

/// A text's units, each with its place: how many units of UTF-16 stand before it.
pub fn units(data: &[u8]) -> impl Iterator<Item = (u32, Unit)> {
    let text = data.as_chunks::<2>().0;
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let here = at;
            let code = u16::from_le_bytes(*text.get(here)?);
            at += if is_wide(code) { 8 } else { 1 };
            let unit = match code {
                4 => Unit::FieldEnd,
                9 => Unit::Tab,
                10 => Unit::Break,
                1..=3 | 11 | 12 | 14..=18 | 21..=23 => Unit::Control,
                24 => Unit::Letter('-' as u16),
                // Blanks that do not part words, and of fixed width.
                30 => Unit::Letter(0xa0),
                31 => Unit::Letter(' ' as u16),
                // The end of the paragraph, marks of titles, what is kept for later.
                0..=31 => continue,
                letter => Unit::Letter(letter),
            };
            return Some((here as u32, unit));
        }
    })
}

/// Whether a code takes eight units: itself, six of its own, and itself again.
fn is_wide(code: u16) -> bool {
    matches!(code, 1..=9 | 11 | 12 | 14..=23)
}
