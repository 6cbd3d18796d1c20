//! The sides of a page, named as it is looked at. It knows no boxes.

use jikji_diagnostic::Words;

use super::rules::words;

/// A side of a page as it lies in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Top,
    Right,
    Bottom,
}

impl Side {
    /// What it is called on a page that is turned clockwise by so many degrees.
    pub fn seen(self, rotate: u16) -> Words {
        // In the order in which turning takes one to the next.
        let names = [words::LEFT, words::TOP, words::RIGHT, words::BOTTOM];
        names[(self as usize + usize::from(rotate / 90)) % names.len()]
    }

    /// The one at which pages of a book are bound, by the number of the page; `leftwards` if it is read from right to
    /// left.
    pub fn bound(number: usize, leftwards: bool) -> Words {
        if number.is_multiple_of(2) == leftwards { words::LEFT } else { words::RIGHT }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_turn_with_the_page() {
        let seen = |side: Side| [0, 90, 180, 270].map(|by| side.seen(by));
        assert_eq!(seen(Side::Left), [words::LEFT, words::TOP, words::RIGHT, words::BOTTOM]);
        assert_eq!(seen(Side::Bottom), [words::BOTTOM, words::LEFT, words::TOP, words::RIGHT]);
    }

    #[test]
    fn books_are_bound_in_the_middle() {
        assert_eq!([1, 2].map(|page| Side::bound(page, false)), [words::LEFT, words::RIGHT]);
        assert_eq!([1, 2].map(|page| Side::bound(page, true)), [words::RIGHT, words::LEFT]);
    }
}
