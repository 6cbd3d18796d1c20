//! What a paragraph is: by the head that the file generates for it, else by its style.

use std::collections::BTreeMap;

use super::info::{Head, Info};
use super::record::{Node, u16_at};
use crate::office::hangul::by_style;
use crate::office::{Counter, Form};

/// What was counted so far.
#[derive(Default)]
pub struct Heads {
    /// How far each numbering has come, as an outline and as a list.
    counters: BTreeMap<(bool, usize), Counter>,
    /// The numbering of this section's outline, from 1.
    outline: usize,
}

impl Heads {
    /// A section begins, with the numbering of its outline, from 1.
    pub fn section(&mut self, outline: usize) {
        self.outline = outline;
    }

    /// What the next paragraph is.
    pub fn form(&mut self, node: Node<'_>, info: &Info) -> Form {
        let data = node.data();
        let shape = info.shape(u16_at(data, 8));
        let level = shape.level;
        match shape.head {
            Head::Outline => {
                let number = self.count(info, true, self.outline, level);
                Form::Heading { level: level + 1, number }
            }
            Head::Number(number) => {
                Form::Item { level, sign: self.count(info, false, number, level) }
            }
            Head::Bullet(number) => Form::Item { level, sign: info.bullet(number).to_string() },
            Head::None => {
                let (korean, english) = info.style(data.get(10).copied().unwrap_or(0));
                by_style(korean, english)
            }
        }
    }

    fn count(&mut self, info: &Info, is_outline: bool, number: usize, level: u8) -> String {
        let Some(numbering) = info.numbering(number) else { return String::new() };
        let counter = self.counters.entry((is_outline, number)).or_default();
        counter.next(numbering, level.into())
    }
}
