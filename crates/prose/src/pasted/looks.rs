//! The forms a line can have by its beginning.

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A bullet sign and the blanks after it: `□ `, `ㅇ `, `-` right before a word.
    Sign {
        /// One for all signs of a level.
        class: char,
        /// Bytes up to the words.
        length: usize,
        /// Whether a blank follows the sign.
        spaced: bool,
    },
    /// A number, which is part of the text: `①`, `1)`, `가.`.
    Count {
        /// One for all numbers of a style.
        class: char,
        /// The number, from 1.
        number: u32,
        /// The byte of the sign that would make a numbered list of it, if there is one.
        sign: Option<usize>,
    },
    /// A sign or a number that is part of the text and has no order that could be told: `→`, `Ⅱ.`, `A.`.
    Kept {
        /// One for all of a kind.
        class: char,
        /// Whether one by itself is no chance.
        sure: bool,
        /// The byte of the sign that would make a numbered list of it, if there is one.
        sign: Option<usize>,
    },
    /// `※`, `☞`: a remark.
    Remark,
    /// `##` or more right before a word, and its bytes up to the word.
    Head {
        /// Bytes of the signs.
        length: usize,
    },
    /// One `#` right before a word.
    Hash,
    /// A row of a table: `| … |`.
    Row,
    /// A drawn line: `─────`.
    Rule,
}
