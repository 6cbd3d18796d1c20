//! A paragraph in the making: its letters with their looks, its links, and what stands in it besides words.

use std::collections::BTreeMap;

use super::look::Letters;
use super::symbols;
use crate::messages::Why;
use crate::office::{Piece, Span, plain};

/// A paragraph in the making.
#[derive(Debug, Default)]
pub struct Line {
    pub spans: Vec<Span>,
    /// What stands in it before its first letter, and after.
    pub before: Vec<Piece>,
    pub after: Vec<Piece>,
    /// Why all that comes now is left out; none if it is not.
    pub hide: Option<Why>,
    letters: Letters,
    text: String,
    /// The letters of each size, of which the key is a hundredth of a point.
    sizes: BTreeMap<u32, usize>,
    has_words: bool,
    is_linked: bool,
    is_carried: bool,
    /// Whether a page ended since the last letter.
    at_page: bool,
    /// Whether the last span is letters that are left out, so that further ones go on with it.
    is_open: bool,
}

impl Line {
    /// Letters look so from here.
    pub fn look(&mut self, letters: Letters) {
        self.flush();
        if letters.is_raised && !self.letters.is_raised && self.out().is_none() {
            self.spans.push(Span::Changed(Why::Raised));
        }
        self.letters = letters;
    }

    /// Whether nothing has come yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.spans.is_empty()
    }

    /// Why letters are left out here; none if they are not.
    pub fn out(&self) -> Option<Why> {
        self.hide.or(self.letters.is_hidden.then_some(Why::HiddenText))
    }

    /// Leaves out what comes now, or ends it; gives back what was before.
    pub fn hide(&mut self, why: Option<Why>) -> Option<Why> {
        self.flush();
        std::mem::replace(&mut self.hide, why)
    }

    /// Whether no letter has come yet.
    fn is_blank(&mut self) -> bool {
        self.flush();
        !self.has_words
    }

    /// Adds letters.
    pub fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.break_page();
        let size = (self.letters.size * 100.0) as u32;
        *self.sizes.entry(size).or_default() += words.len();
        self.text += words;
    }

    /// Adds letters of a run, of which the font may hold signs.
    pub fn letters(&mut self, words: &str) {
        let signs: Option<Vec<_>> = (!self.letters.font.is_empty()).then(|| {
            words.chars().map(|letter| symbols::sign(&self.letters.font, letter)).collect()
        });
        match signs {
            Some(signs) if signs.iter().any(Option::is_some) => {
                self.push(Span::Changed(Why::SymbolFont));
                let shown = words.chars().zip(signs).map(|(letter, sign)| sign.unwrap_or(letter));
                self.words(&shown.collect::<String>());
            }
            _ => self.words(words),
        }
    }

    /// Adds a letter of a font of signs.
    pub fn symbol(&mut self, font: &str, letter: char) {
        match symbols::sign(font, letter) {
            Some(sign) => {
                self.push(Span::Changed(Why::SymbolFont));
                self.words(&sign.to_string());
            }
            None => self.words(&letter.to_string()),
        }
    }

    /// Adds what is no letter.
    pub fn push(&mut self, span: Span) {
        self.flush();
        self.is_open = false;
        let span = match (span, self.out()) {
            (Span::Tab, Some(why)) => Span::out(why, "\t"),
            (Span::Break, Some(why)) => Span::out(why, "\n"),
            (Span::Changed(_) | Span::Link(_) | Span::LinkEnd, Some(_)) => return,
            (span @ (Span::Tab | Span::Break | Span::Note(_)), None) => {
                self.break_page();
                span
            }
            (span, _) => span,
        };
        self.has_words |= matches!(span, Span::Note(_));
        self.spans.push(span);
    }

    /// A page ends.
    pub fn end_page(&mut self) {
        self.at_page = true;
    }

    /// Letters after the end of a page stand on a new line, if some stand before it.
    fn break_page(&mut self) {
        if std::mem::take(&mut self.at_page) && !self.is_blank() && self.out().is_none() {
            self.flush();
            self.spans.push(Span::Break);
        }
    }

    /// Adds a text that is left out.
    pub fn leave_out(&mut self, why: Why, text: &str) {
        self.push(Span::out(self.out().unwrap_or(why), text));
    }

    /// Adds what stands by itself.
    pub fn place(&mut self, pieces: Vec<Piece>) {
        if let Some(why) = self.out() {
            let text = plain::text(&pieces);
            let is_picture = |piece: &Piece| matches!(piece, Piece::Picture(_) | Piece::Chart(_));
            if !text.is_empty() || pieces.iter().any(is_picture) {
                self.leave_out(why, &text);
            }
            return;
        }
        let side = if self.is_blank() { &mut self.before } else { &mut self.after };
        side.extend(pieces);
    }

    /// A link begins: whether it does, for links do not nest, and nothing that is left out has one.
    pub fn link(&mut self, address: &str) -> bool {
        if self.out().is_some() {
            return false;
        }
        if self.is_linked {
            self.leave_out(Why::LinkLost, address);
            return false;
        }
        self.push(Span::Link(address.to_string()));
        self.is_linked = true;
        true
    }

    /// A link goes on from another paragraph.
    pub fn go_on(&mut self, address: &str) {
        self.is_carried = self.link(address);
    }

    /// The link ends.
    pub fn end_link(&mut self) {
        self.flush();
        if std::mem::take(&mut self.is_linked) {
            let is_carried = std::mem::take(&mut self.is_carried);
            match self.spans.pop() {
                Some(Span::Link(_)) if is_carried => {}
                Some(Span::Link(address)) => self.spans.push(Span::out(Why::LinkLost, &address)),
                last => {
                    self.spans.extend(last);
                    self.spans.push(Span::LinkEnd);
                }
            }
        }
    }

    /// A line that goes on with what stood in another.
    pub fn after(&mut self, mut first: Self) {
        first.flush();
        self.flush();
        first.spans.append(&mut self.spans);
        first.before.append(&mut first.after);
        first.before.append(&mut self.before);
        (self.spans, self.before) = (first.spans, first.before);
        for (size, many) in first.sizes {
            *self.sizes.entry(size).or_default() += many;
        }
    }

    /// Ends the paragraph. A link that goes on ends with it.
    pub fn finish(&mut self) {
        self.end_link();
    }

    /// The size of most of its letters, pt.
    pub fn size(&self) -> f64 {
        let most = self.sizes.iter().max_by_key(|&(_, many)| many);
        most.map_or(self.letters.size, |(&size, _)| f64::from(size) / 100.0)
    }

    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let (strong, slanted) = (self.letters.strong, self.letters.slanted);
        self.has_words |= self.out().is_none() && !text.trim().is_empty();
        match (self.out(), self.spans.last_mut()) {
            (Some(why), Some(Span::Out(last))) if self.is_open && last.why == why => {
                last.text += &text;
            }
            (Some(why), _) => {
                self.spans.push(Span::out(why, text));
                self.is_open = true;
            }
            (None, Some(Span::Text { text: last, strong: of, slanted: and }))
                if (*of, *and) == (strong, slanted) =>
            {
                *last += &text;
            }
            (None, _) => self.spans.push(Span::Text { text, strong, slanted }),
        }
    }
}
