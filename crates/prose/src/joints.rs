//! Lets emphasis end at a bracket or quote though a particle follows: `**자연어 처리(NLP)**의`.
//!
//! CommonMark asks for a space or a sign between such a mark and a letter, which Korean does not write. As in
//! the amendment proposed for CJK (commonmark-spec issue 650), a mark beside a CJK character pairs as if
//! letters stood on both of its sides. To that end a joint, which the parser takes for a letter, is put
//! between the mark and the sign; it is no part of the text. Beside other letters all is as CommonMark has it.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Tag};

use super::characters;
use jikji_diagnostic::source::Text;

/// A joint: a private-use character, none of which is left in a text by the time it is parsed.
pub const JOINT: char = '\u{F8FF}';

/// What stands beside a run of emphasis marks (CommonMark 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A blank, or nothing.
    Space,
    /// Punctuation or a symbol.
    Sign,
    /// A letter or digit.
    Letter,
}

impl Side {
    /// What a character is to the marks beside it.
    pub fn of(c: Option<char>) -> Self {
        match c {
            None => Self::Space,
            Some(c) if c.is_whitespace() => Self::Space,
            Some(JOINT) => Self::Letter,
            Some(c) if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => {
                Self::Letter
            }
            Some(_) => Self::Sign,
        }
    }
}

/// The text with the joints it needs; borrowed where it needs none.
pub fn joined(text: Cow<'_, Text>) -> Cow<'_, Text> {
    let places = places(&text.value);
    match places.is_empty() {
        true => text,
        false => Cow::Owned(characters::with_joints(&text, &places, JOINT)),
    }
}

/// A piece of the parser's text as the author wrote it.
pub fn bare(piece: &str) -> Cow<'_, str> {
    match piece.contains(JOINT) {
        true => Cow::Owned(piece.replace(JOINT, "")),
        false => Cow::Borrowed(piece),
    }
}

/// An event whose names and addresses are as the author wrote them.
pub fn named(event: Event<'_>) -> Event<'_> {
    let clean = |name: CowStr<'_>| CowStr::from(bare(&name).into_owned());
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id })
            if dest_url.contains(JOINT) || title.contains(JOINT) =>
        {
            let (dest_url, title) = (clean(dest_url), clean(title));
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id })
            if dest_url.contains(JOINT) || title.contains(JOINT) =>
        {
            let (dest_url, title) = (clean(dest_url), clean(title));
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        Event::Start(Tag::FootnoteDefinition(label)) if label.contains(JOINT) => {
            Event::Start(Tag::FootnoteDefinition(clean(label)))
        }
        Event::FootnoteReference(label) if label.contains(JOINT) => {
            Event::FootnoteReference(clean(label))
        }
        other => other,
    }
}

/// Where joints go.
fn places(value: &str) -> Vec<usize> {
    let mut places = vec![];
    let mut at = 0;
    while let Some(skip) = value[at..].find('*') {
        let start = at + skip;
        let end = start + value[start..].bytes().take_while(|b| *b == b'*').count();
        let before = value[..start].chars().next_back();
        let after = value[end..].chars().next();
        match (before, after) {
            // A backslash before the run makes a letter of its first star.
            (Some('\\'), _) => {}
            (Some(sign), Some(next)) if closes(sign) && is_cjk(next, sign) => places.push(start),
            (Some(last), Some(sign)) if opens(sign) && is_cjk(last, sign) => places.push(end),
            _ => {}
        }
        at = end;
    }
    places
}

/// Whether a mark right after this sign may end emphasis: any sign but an opening bracket or quote.
fn closes(sign: char) -> bool {
    Side::of(Some(sign)) == Side::Sign && !is_opening(sign)
}

/// Whether a mark right before this sign may begin emphasis.
fn opens(sign: char) -> bool {
    Side::of(Some(sign)) == Side::Sign && !is_closing(sign)
}

fn is_opening(sign: char) -> bool {
    "([{<‘“«‹「『《〈【〔〖〘〚（［｛＜".contains(sign)
}

fn is_closing(sign: char) -> bool {
    ")]}>’”»›」』》〉】〕〗〙〛）］｝＞.,;:!?。、，．！？：；".contains(sign)
}

/// Whether a letter beside a mark lets it pair across `sign`: one of a script that writes no blank there, or
/// any where the sign itself is of that kind.
fn is_cjk(letter: char, sign: char) -> bool {
    Side::of(Some(letter)) == Side::Letter && (is_wide(letter) || is_wide(sign))
}

/// Hangul, hanja, kana and the signs that are set as wide as they are.
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}'
        | '\u{2E80}'..='\u{303E}'
        | '\u{3041}'..='\u{33FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{A960}'..='\u{A97C}'
        | '\u{AC00}'..='\u{D7FB}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FFDC}'
        | '\u{20000}'..='\u{3FFFD}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{JOINT, places};

    #[test]
    fn joints_stand_where_a_particle_follows_a_sign() {
        let joined = |value: &str| {
            let mut out = value.to_string();
            places(value).into_iter().rev().for_each(|at| out.insert(at, JOINT));
            out.replace(JOINT, "·")
        };
        assert_eq!(joined("**자연어(NLP)**의"), "**자연어(NLP)·**의");
        assert_eq!(joined("약**‘가’**를"), "약**·‘가’·**를");
        assert_eq!(joined("**「법」**the"), "**「법」·**the");
        for same in
            ["**a(b)**c", "**가** 나", "(**가**)", "‘**가**’를", "3*4", "가\\**나", "가(**나**)다"]
        {
            assert_eq!(joined(same), same);
        }
    }

    proptest! {
        #[test]
        fn latin_text_needs_none(value in "[ -~“”‘’]{0,60}") {
            prop_assert!(places(&value).is_empty());
        }
    }
}
