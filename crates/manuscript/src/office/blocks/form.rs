//! What a paragraph is: a heading, an item, running text; by its style, the sign that the file generates for it, the
//! sign that was typed, or its size.

use super::scale::{self, Scale};
use super::words::Words;
use crate::office::{self, Paragraph};
use crate::source::{BlockKind, Runs};
use crate::text::characters::Cleaner;
use crate::text::marker;

/// The longest heading of a style, in characters: longer ones are paragraphs that somebody gave it.
const LONGEST: usize = 100;

/// A form.
pub struct Form {
    /// What the block is.
    pub kind: BlockKind,
    /// How far in it stands, in columns.
    pub indent: usize,
    /// The bytes of its words that are its sign.
    pub cut: usize,
    /// The sign, typed or generated, that stands in no text.
    pub sign: String,
    /// The number that the file generates and the text gets.
    pub number: String,
    /// Whether its size tells that it is a heading.
    pub sized: bool,
}

impl Form {
    fn of(kind: BlockKind) -> Self {
        let (sign, number) = (String::new(), String::new());
        Self { kind, indent: 0, cut: 0, sign, number, sized: false }
    }
}

/// The form of a paragraph, or of a further part of it, with these words.
pub fn of(
    paragraph: &Paragraph,
    first: bool,
    words: &Words,
    scale: &Scale<'_>,
    cleaner: &mut Cleaner<'_>,
) -> Form {
    let text = Runs { list: words.runs.clone(), lines: vec![] }.text();
    if first && scale.is_title(paragraph) {
        return Form::of(BlockKind::Heading(1));
    }
    match &paragraph.form {
        office::Form::Heading { level, number } if first => {
            let sign = cleaner.sign(number);
            if marker::bullet(&format!("{sign} 가")).is_some_and(|bullet| bullet.length > 0) {
                return generated(usize::from(*level), &sign);
            }
            if text.chars().count() <= LONGEST {
                let kind = BlockKind::Heading(scale.level(*level));
                return Form { number: sign, ..Form::of(kind) };
            }
            Form { number: sign, ..typed(paragraph, words, &text, scale) }
        }
        office::Form::Item { level, sign } if first => {
            generated(usize::from(*level), &cleaner.sign(sign))
        }
        office::Form::Title if first => Form::of(BlockKind::Heading(scale.level(1))),
        _ => match scale.sized(paragraph).filter(|_| first) {
            Some(level) => Form { sized: true, ..Form::of(BlockKind::Heading(level)) },
            None => typed(paragraph, words, &text, scale),
        },
    }
}

/// An item whose sign the file generates: a number becomes part of the text.
fn generated(level: usize, sign: &str) -> Form {
    let item = |class| Form { indent: 2 * level, ..Form::of(BlockKind::Item(unticked(class))) };
    let Some(first) = sign.chars().next() else { return item('-') };
    match marker::bullet(&format!("{sign} 가")) {
        Some(bullet) if bullet.length > 0 => Form { sign: sign.into(), ..item(bullet.class) },
        Some(bullet) => Form { number: sign.into(), ..item(bullet.class) },
        None if sign.chars().any(char::is_alphanumeric) => {
            Form { number: sign.into(), ..item(if first.is_ascii_digit() { '1' } else { '가' }) }
        }
        None => Form { sign: sign.into(), ..item(first) },
    }
}

/// A paragraph that may begin with a typed sign.
fn typed(paragraph: &Paragraph, words: &Words, text: &str, scale: &Scale<'_>) -> Form {
    let lead = text.len() - text.trim_start().len();
    let Some(bullet) = marker::bullet(&text[lead..]) else { return Form::of(BlockKind::Text) };
    let class = words.bullet.unwrap_or(bullet.class);
    let marked = matches!(words.runs.first(), Some(crate::source::Run::Mark { .. }));
    if marked || text[lead + bullet.length..].trim().is_empty() {
        return Form::of(BlockKind::Text);
    }
    let indent = match scale::rung(class) {
        Some(rung) if scale.by_sign => 2 * rung,
        _ => scale::columns(paragraph) as usize,
    };
    let cut = if bullet.length > 0 { lead + bullet.length } else { 0 };
    let sign = text[lead..lead + bullet.length].trim().to_string();
    Form { indent, cut, sign, ..Form::of(BlockKind::Item(class)) }
}

/// The class of a sign that the file generates: a box is no deeper for its tick.
fn unticked(class: char) -> char {
    if matches!(class, '☑' | '☒') { '☐' } else { class }
}
