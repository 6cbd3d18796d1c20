//! Stretches of text that no line may turn in, and where one that is too long turns after all.
//!
//! Rules that keep signs, digits and letters together can leave an eojeol without any place to turn:
//! `가--가--가--…`. Plain letters and signs alone are left to the layout, which knows how wide its lines are.

use super::linebreak::Class;

/// The text since the last place to turn.
#[derive(Debug, Clone, Default)]
pub struct Stretch {
    /// About how wide it is, tenths of an em.
    width: usize,
    /// How many signs it ends with.
    signs: usize,
    /// Whether it is more than plain letters and single signs.
    mixed: bool,
}

/// From here on signs are a line drawn with the keyboard.
const DRAWN: usize = 8;

impl Stretch {
    /// Takes in the next character.
    pub fn push(&mut self, c: char) {
        self.width += if c.is_ascii_lowercase() || c.is_ascii_digit() { 6 } else { 10 };
        self.signs = if c.is_alphanumeric() { 0 } else { self.signs + 1 };
        self.mixed |= !is_plain(c) || self.signs >= DRAWN;
    }

    /// Whether a line must be allowed to turn between these neighbours, where columns take `limit` characters.
    pub fn turns(&self, before: char, after: char, limit: usize) -> bool {
        let (soft, hard) = (limit.saturating_mul(10), limit.saturating_mul(10).saturating_add(30));
        self.mixed && (self.width >= hard || (self.width >= soft && !belong(before, after)))
    }
}

/// Whether a turn between these neighbours is one that UAX #14 has for certain: the short form of its rules
/// in `linebreak` leans to "may break" among signs.
pub fn surely(before: char, after: char) -> bool {
    use Class::{Close, CloseWide, Exclamation, Open, OpenWide, Stop, Syllable};
    let known = |c: char| {
        let of = Class::of(c);
        c.is_alphanumeric()
            || c == '·'
            || matches!(of, Close | CloseWide | Exclamation | Open | OpenWide | Stop | Syllable)
    };
    known(before) && known(after)
}

/// What layouts look for in running text that is too wide: letters and signs of the West, general punctuation.
fn is_plain(c: char) -> bool {
    matches!(c, '!'..='\u{7ff}' | '\u{2010}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether parting them would part a word or number, or a sign from its word.
fn belong(before: char, after: char) -> bool {
    use Class::{Close, CloseWide, Exclamation, Leader, Open, OpenWide, Postfix, Quote, Stop};
    let word =
        |c: char| matches!(Class::of(c), Class::Letter | Class::Digit) && c.is_alphanumeric();
    let closes = matches!(
        Class::of(after),
        Close | CloseWide | Stop | Exclamation | Quote | Leader | Postfix
    );
    closes || matches!(Class::of(before), Open | OpenWide | Quote) || (word(before) && word(after))
}
