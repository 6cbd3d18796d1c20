//! The operators of content streams and the operands they take (ISO 32000-1, annex A).
//!
//! What an operator means is for those who carry it out.

use lopdf::Object;

use super::content::Instruction;
use super::object::as_number;

impl Instruction<'_, '_> {
    /// Whether the standard has the operator (ISO 32000-1, annex A).
    pub fn is_known(&self) -> bool {
        OPERATORS.contains(&self.operator)
    }

    /// Whether it sets a colour or its space.
    pub fn sets_colour(&self) -> bool {
        COLOURS.contains(&self.operator)
    }

    /// Whether every reader understands it the same way: it has just the operands it should.
    pub fn is_plain(&self) -> bool {
        self.fits() && (self.operands.is_empty() || !TAKE_NONE.contains(&self.operator))
    }

    /// Whether it has the operands it takes, each of its kind. Of what takes none, any may stand there, which
    /// no reader looks at.
    pub fn fits(&self) -> bool {
        let numbers = |count: usize| {
            self.operands.len() == count && self.operands.iter().all(|o| as_number(o).is_some())
        };
        match (self.operator, self.operands) {
            (
                b"w" | b"J" | b"j" | b"M" | b"i" | b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" | b"Tr"
                | b"g" | b"G",
                _,
            ) => numbers(1),
            (b"m" | b"l" | b"Td" | b"TD" | b"d0", _) => numbers(2),
            (b"rg" | b"RG", _) => numbers(3),
            (b"v" | b"y" | b"re" | b"k" | b"K", _) => numbers(4),
            (b"c" | b"cm" | b"Tm" | b"d1", _) => numbers(6),
            (b"sc" | b"SC", all) => !all.is_empty() && numbers(all.len()),
            (b"scn" | b"SCN", [colour @ .., last]) => {
                let plain = colour.iter().all(|o| as_number(o).is_some());
                plain && (as_number(last).is_some() || last.as_name().is_ok())
            }
            (b"d", [Object::Array(dashes), phase]) => {
                as_number(phase).is_some() && dashes.iter().all(|o| as_number(o).is_some())
            }
            (b"Tf", [Object::Name(_), size]) => as_number(size).is_some(),
            (b"gs" | b"sh" | b"Do" | b"cs" | b"CS" | b"ri" | b"BMC" | b"MP", [Object::Name(_)])
            | (b"BDC" | b"DP", [Object::Name(_), Object::Name(_) | Object::Dictionary(_)])
            | (b"Tj" | b"'", [Object::String(..)])
            | (b"TJ", [Object::Array(_)]) => true,
            (b"\"", [word, letter, Object::String(..)]) => {
                as_number(word).is_some() && as_number(letter).is_some()
            }
            (
                b"scn" | b"SCN" | b"d" | b"Tf" | b"gs" | b"sh" | b"Do" | b"cs" | b"CS" | b"ri"
                | b"BMC" | b"MP" | b"BDC" | b"DP" | b"Tj" | b"'" | b"TJ" | b"\"",
                _,
            ) => false,
            _ => true,
        }
    }
}

/// Operators that take nothing.
const TAKE_NONE: &[&[u8]] = &[
    b"h", b"W", b"W*", b"n", b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"q", b"Q",
    b"BT", b"ET", b"T*",
];

/// Operators that set a colour.
const COLOURS: &[&[u8]] =
    &[b"g", b"G", b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN"];

/// Every operator, those that are most frequent first.
const OPERATORS: &[&[u8]] = &[
    b"l", b"c", b"m", b"re", b"f", b"h", b"q", b"Q", b"cm", b"Tj", b"TJ", b"Tf", b"Tm", b"Td",
    b"BT", b"ET", b"gs", b"scn", b"cs", b"k", b"g", b"S", b"w", b"n", b"W", b"Do", b"BDC", b"BMC",
    b"EMC", b"f*", b"F", b"W*", b"v", b"y", b"s", b"b", b"B", b"b*", b"B*", b"K", b"G", b"rg",
    b"RG", b"CS", b"sc", b"SC", b"SCN", b"d", b"i", b"j", b"J", b"M", b"ri", b"sh", b"EI", b"Tc",
    b"Tw", b"Tz", b"TL", b"Ts", b"Tr", b"T*", b"TD", b"'", b"\"", b"MP", b"DP", b"BX", b"EX",
    b"d0", b"d1",
];
