//! Which characters a text may hold: leftovers of HWP and Word are
//! mapped where their meaning is plain, and refused where it is not.
//!
//! It looks at single characters only: quotes that pair are the business of `quotes`.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

use super::findings::Findings;
use super::normal;
use crate::messages;
use jikji_diagnostic::source::{Span, Text};
use jikji_diagnostic::{Diagnostic, Message, code_point};

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Judgement {
    Keep,
    /// Stands as another character, with or without a word about it.
    Become(char, Option<&'static Message>),
    /// Is left out with a warning.
    Drop(&'static Message),
    /// Is an error.
    Refuse(&'static Message),
    /// Is an error, though it shows nothing.
    Silence(&'static Message),
}

/// What becomes of a character in a text whose author cannot be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Keep,
    /// It stands as another.
    Become(char),
    /// It shows nothing and goes.
    Drop,
    /// It showed something, and nobody can say what.
    Lost,
}

/// What becomes of `c` between letters that nothing composes with.
pub fn fate(c: char) -> Fate {
    match judge(c, Some('0'), Some('0')) {
        Judgement::Keep => {
            let composed = normal::nfc(c.encode_utf8(&mut [0; 4])).into_owned();
            let mut composed = composed.chars();
            match (composed.next(), composed.next()) {
                (Some(other), None) if other != c => Fate::Become(other),
                _ => Fate::Keep,
            }
        }
        Judgement::Become(other, _) => Fate::Become(other),
        Judgement::Drop(_) | Judgement::Silence(_) => Fate::Drop,
        Judgement::Refuse(_) => ordinary(c).map_or(Fate::Lost, Fate::Become),
    }
}

/// The text with its characters in order; borrowed where nothing had to be done. A refused
/// character stands as U+FFFD, so that one fault is reported once.
pub fn check<'a>(text: &'a Text, out: &mut Vec<Diagnostic>) -> Cow<'a, Text> {
    let plain = |c| judge(c, Some('a'), None) == Judgement::Keep;
    if text.value.chars().all(plain) && is_nfc(&text.value) {
        return Cow::Borrowed(text);
    }
    let mut findings = Findings::new(text, out);
    let mut copy = Copy::new(text);
    let mut before = None;
    for (at, c) in text.value.char_indices() {
        let place = at..at + c.len_utf8();
        let after = text.value[place.end..].chars().next();
        match (c, verdict(c, (before, after), place, &mut findings)) {
            ('\t', _) => copy.tab(at),
            (_, Some(kept)) => copy.push(at, kept.encode_utf8(&mut [0; 4])),
            (_, None) => continue,
        }
        before = Some(c);
    }
    Cow::Owned(copy.composed())
}

/// Text that notation hid until now (entities), all of it at one place.
pub fn decoded(text: &str, range: Range<usize>, findings: &mut Findings) -> String {
    let one = |c| match c {
        '\n' | '\t' => Some(' '),
        c => verdict(c, (None, None), range.clone(), findings),
    };
    let kept: String = text.chars().filter_map(one).collect();
    normal::nfc(&kept).into_owned()
}

/// `text` with what `other` gives for the character at a byte.
pub fn replaced(text: &Text, mut other: impl FnMut(usize) -> Option<char>) -> Text {
    let mut copy = Copy::new(text);
    for (at, c) in text.value.char_indices() {
        copy.push(at, other(at).unwrap_or(c).encode_utf8(&mut [0; 4]));
    }
    Text::new(copy.value, text.span, copy.anchors)
}

/// `text` without the space before it, after `prefix`, which stands nowhere.
pub fn prefixed(text: &Text, prefix: &str) -> Text {
    let mut copy = Copy::new(text);
    copy.push(0, prefix);
    let blank = text.value.len() - text.value.trim_start().len();
    for (at, c) in text.value[blank..].char_indices() {
        copy.push(blank + at, c.encode_utf8(&mut [0; 4]));
    }
    copy.text()
}

/// `text` with a `joint`, which stands nowhere, before each of some bytes.
pub fn with_joints(text: &Text, places: &[usize], joint: char) -> Text {
    let mut copy = Copy::new(text);
    let mut places = places.iter().copied().peekable();
    let mut joint_bytes = [0; 4];
    let joint = &*joint.encode_utf8(&mut joint_bytes);
    for (at, c) in text.value.char_indices() {
        if places.next_if_eq(&at).is_some() {
            copy.push(at, joint);
        }
        copy.push(at, c.encode_utf8(&mut [0; 4]));
    }
    copy.text()
}

/// What stands for `c`, once what is to be said about it has been said.
fn verdict(
    c: char,
    (before, after): (Option<char>, Option<char>),
    range: Range<usize>,
    findings: &mut Findings,
) -> Option<char> {
    let place = findings.place(range.clone());
    let edit = |to: Option<char>, findings: &Findings| {
        let piece = to.map(String::from).unwrap_or_default();
        findings.edit(range.clone(), &piece).map(|edit| vec![edit])
    };
    match judge(c, before, after) {
        Judgement::Keep => Some(c),
        Judgement::Become(to, message) => {
            // How far a tab goes is not known here.
            let fix = if c == '\t' { None } else { edit(Some(to), findings) };
            findings.extend(message.map(|m| describe(m, c, place).arg("to", to).fix(fix)));
            Some(to)
        }
        Judgement::Drop(message) => {
            let fix = edit(None, findings);
            findings.push(describe(message, c, place).fix(fix));
            None
        }
        Judgement::Refuse(message) | Judgement::Silence(message) => {
            let fix = ordinary(c).and_then(|to| edit(Some(to), findings));
            findings.push(describe(message, c, place).fix(fix));
            Some('\u{FFFD}')
        }
    }
}

fn describe(message: &'static Message, c: char, place: Span) -> Diagnostic {
    let diagnostic = Diagnostic::at(message, place).arg("code", code_point(c)).arg("from", c);
    match ordinary(c) {
        Some(instead) => diagnostic.arg("instead", instead),
        None => diagnostic,
    }
}

/// The rule for one character; `before` and `after` are its neighbours, where they are known.
fn judge(c: char, before: Option<char>, after: Option<char>) -> Judgement {
    use Judgement::*;
    match c {
        '\n' | ' '..='~' | '가'..='힣' | '‐'..='‧' => Keep,
        '\t' => Become(' ', Some(messages::TAB)),
        '\u{A0}' => Become(' ', None),
        '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{2800}'
        | '\u{3000}'
        | '\u{3164}' => Become(' ', Some(messages::ODD_SPACE)),
        '\u{FFA1}'..='\u{FFDC}' => match compatibility_jamo(c) {
            Some(jamo) => Become(jamo, Some(messages::HALFWIDTH)),
            None => Refuse(messages::NO_CHARACTER),
        },
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{FEFF}'
        | '\u{2060}'..='\u{2064}'
        | '\u{206A}'..='\u{206F}'
        | '\u{FFA0}' => Drop(messages::INVISIBLE),
        '\u{200C}' | '\u{200D}' if !before.is_some_and(needs_a_joiner) => Drop(messages::INVISIBLE),
        // Fillers of Old Hangul: in place of the consonant before a vowel, and of the vowel after a consonant.
        '\u{115F}' if after.is_some_and(|c| matches!(c, '\u{1161}'..='\u{11A7}')) => Keep,
        '\u{1160}' if before.is_some_and(|c| matches!(c, '\u{1100}'..='\u{115E}')) => Keep,
        '\u{115F}' | '\u{1160}' => Drop(messages::INVISIBLE),
        '\u{2028}' | '\u{2029}' => Silence(messages::LINE_SEPARATOR),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Silence(messages::BIDI),
        c if shows_nothing(c) => Drop(messages::INVISIBLE),
        c if c.is_control() => Silence(messages::CONTROL),
        '\u{FFF9}'..='\u{FFFB}' => Silence(messages::CONTROL),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}' => match ordinary(c) {
            Some(_) => Refuse(messages::PRIVATE_SIGN),
            None if is_noncharacter(c) => Refuse(messages::NO_CHARACTER),
            None => Refuse(messages::PRIVATE_USE),
        },
        '\u{FFFC}' | '\u{FFFD}' => Refuse(messages::NO_CHARACTER),
        c if is_noncharacter(c) => Refuse(messages::NO_CHARACTER),
        _ => Keep,
    }
}

/// What a joiner or non-joiner may shape: scripts from Hebrew to the Indic ones, and emoji. Elsewhere it shows
/// nothing and spoils searching.
fn needs_a_joiner(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{10FF}' | '\u{1200}'..='\u{1CFF}' | '☀'..='➿' | '\u{1F000}'..='\u{1FAFF}')
}

/// What Unicode lets a renderer pass over (`Default_Ignorable_Code_Point`): variation selectors, tags and
/// others, as far as no rule of their own stands above.
fn shows_nothing(c: char) -> bool {
    matches!(c,
        '\u{34F}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2065}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// The compatibility jamo a halfwidth one stands for: the first step of its NFKC mapping, whose
/// second would make a combining jamo of it (UAX #15; Unicode Character Database, `<narrow>`).
fn compatibility_jamo(c: char) -> Option<char> {
    let code = u32::from(c);
    let offset = match code {
        0xFFA1..=0xFFBE => code - 0xFFA1,
        0xFFC2..=0xFFC7 => code - 0xFFC2 + 30,
        0xFFCA..=0xFFCF => code - 0xFFCA + 36,
        0xFFD2..=0xFFD7 => code - 0xFFD2 + 42,
        0xFFDA..=0xFFDC => code - 0xFFDA + 48,
        _ => return None,
    };
    char::from_u32(0x3131 + offset)
}

/// What to type instead of a private-use sign: Wingdings and Symbol as Word and HWP store them
/// (U+F000 plus the font's own code), and HWP's own brackets and boxed numbers.
fn ordinary(c: char) -> Option<char> {
    let sign = match c {
        '\u{F06C}' | '\u{F0B7}' => '●',
        '\u{F06D}' | '\u{F0A1}' => '○',
        '\u{F06E}' => '■',
        '\u{F06F}' | '\u{F0A8}' => '□',
        '\u{F0A7}' => '▪',
        '\u{F09F}' => '•',
        '\u{F09E}' => '·',
        '\u{F074}' | '\u{F075}' | '\u{F076}' | '\u{F077}' => '◆',
        '\u{F0AB}' => '★',
        '\u{F046}' => '☞',
        '\u{F0D8}' => '▶',
        '\u{F0DF}' => '←',
        '\u{F0E0}' | '\u{F0E8}' => '→',
        '\u{F0F0}' => '⇒',
        '\u{F0FC}' | '\u{F0FE}' => '✓',
        '\u{F02D}' => '-',
        '\u{F003B}' => '↓',
        '\u{F00DA}' => '▸',
        '\u{F02EF}' => '·',
        '\u{F02FC}' => '►',
        '\u{F031C}' | '\u{F0827}' => '■',
        '\u{F03C5}' => '□',
        '\u{F080F}' | '\u{F0848}' => '━',
        '\u{F0854}' => '『',
        '\u{F0855}' => '』',
        '\u{F02B1}'..='\u{F02C4}' => return char::from_u32(u32::from(c) - 0xF02B1 + 0x2460),
        '\u{F02CE}'..='\u{F02D7}' => return char::from_u32(u32::from(c) - 0xF02CE + 0x2776),
        '\u{F02D8}'..='\u{F02E1}' => return char::from_u32(u32::from(c) - 0xF02D8 + 0x24EB),
        _ => return None,
    };
    Some(sign)
}

/// A value under way that keeps its places.
struct Copy<'a> {
    text: &'a Text,
    value: String,
    anchors: Vec<(usize, usize)>,
    /// Where the line under way begins, and whether it holds only spaces so far.
    line: usize,
    indent: bool,
}

impl<'a> Copy<'a> {
    fn new(text: &'a Text) -> Self {
        let value = String::with_capacity(text.value.len());
        Self { text, value, anchors: vec![], line: 0, indent: true }
    }

    /// Adds what stands for the value from byte `at` on.
    fn push(&mut self, at: usize, piece: &str) {
        let file = self.text.place(at..at).start;
        let expected = self.anchors.last().map(|&(value, file)| file + self.value.len() - value);
        if expected != Some(file) {
            self.anchors.push((self.value.len(), file));
        }
        self.value.push_str(piece);
        match piece {
            "\n" => (self.line, self.indent) = (self.value.len(), true),
            piece => self.indent &= piece == " ",
        }
    }

    /// A tab: to the next stop of four where it indents a line (CommonMark, tabs), else a space.
    fn tab(&mut self, at: usize) {
        let width = if self.indent { 4 - (self.value.len() - self.line) % 4 } else { 1 };
        for _ in 0..width {
            self.push(at, " ");
        }
    }

    /// The new text, composed where escapes or removals left decomposed letters.
    fn composed(self) -> Text {
        let text = self.text();
        if is_nfc(&text.value) {
            return text;
        }
        let mut copy = Copy::new(&text);
        for (at, grapheme) in text.value.grapheme_indices(true) {
            copy.push(at, &normal::nfc(grapheme));
        }
        copy.text()
    }

    fn text(self) -> Text {
        Text::new(self.value, self.text.span, self.anchors).written_in(self.text.notation)
    }
}

#[cfg(test)]
mod tests;
