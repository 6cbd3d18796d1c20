//! From a word processor's manuscript to the blocks that structure reads, once for all formats.
//!
//! A paragraph is a block, a row of a table is one; blank blocks stand where a paragraph ends, as nothing of a file
//! goes on in the next. What the file has and the manifest does not is entered at its block. It knows no format.

mod form;
mod merged;
mod pen;
mod reader;
mod scale;
mod table;
mod words;

use std::collections::{HashMap, HashSet};

use super::{Chart, Manuscript, Paragraph, Picture, Piece, Span};
use crate::messages::{Ask, Why};
use crate::source::{self, Art, BlockKind, Blocks, Ledger, Run, Runs};
use crate::text::characters::Cleaner;
use crate::text::marker;
use form::Form;
use pen::Ink;
use reader::Reader;
use scale::Scale;
use words::{Words, caption, change, plain};

/// Reads a manuscript, and the pictures in it by their numbers in [`Blocks::art`].
pub fn read<'m>(
    manuscript: &'m Manuscript,
    covers: &dyn Fn(char) -> bool,
    ledger: &mut Ledger,
) -> (Blocks, Vec<Option<&'m Picture>>) {
    let mut reader = Reader {
        manuscript,
        scale: Scale::of(manuscript),
        ink: Ink {
            cleaner: Cleaner::new("", covers).with_old_hangul(),
            ledger,
            notes: vec![],
            blank: blank_notes(manuscript),
            stars: HashMap::new(),
        },
        blocks: Blocks::default(),
        pictures: vec![],
        noted: HashSet::new(),
        aside: vec![],
    };
    reader.pieces(&manuscript.pieces);
    // Notes that nothing marks.
    reader.ink.notes.extend(0..manuscript.notes.len());
    reader.settle();
    (reader.blocks, reader.pictures)
}

impl<'m> Reader<'m, '_> {
    fn pieces(&mut self, pieces: &'m [Piece]) {
        for piece in pieces {
            self.piece(piece);
            self.settle();
        }
    }

    fn piece(&mut self, piece: &'m Piece) {
        match piece {
            Piece::Paragraph(paragraph) => self.paragraph(paragraph),
            Piece::Table(table) => self.table(table),
            Piece::Picture(picture) => self.picture(picture),
            Piece::Chart(chart) => self.chart(chart),
            Piece::Out(out) => {
                let index = self.ink.ledger.line();
                self.push(BlockKind::Noise, 0, Words::default(), out.text.clone());
                self.ink.ledger.left_out(index, out.why, &out.text);
                self.ink.ask(out, index);
            }
        }
    }

    /// Notes whose marks have come, and what had no room where it stood.
    fn settle(&mut self) {
        while !self.ink.notes.is_empty() || !self.aside.is_empty() {
            for number in std::mem::take(&mut self.ink.notes) {
                if self.noted.insert(number) {
                    self.note(number);
                }
            }
            for piece in std::mem::take(&mut self.aside) {
                let index = self.blocks.lines.len();
                self.piece(piece);
                // A blank block stands before what is put down.
                let own = (index..self.blocks.lines.len())
                    .find(|index| self.blocks.lines[*index].is_text());
                if let Some(own) = own {
                    self.remark(own, Why::PictureMoved);
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &'m Paragraph) {
        for (nth, spans) in parts(&paragraph.spans).into_iter().enumerate() {
            self.blank();
            let index = self.ink.ledger.line();
            let written = plain(spans);
            let words = self.ink.words(spans, index);
            let form = form::of(paragraph, nth == 0, &words, &self.scale, &mut self.ink.cleaner);
            self.formed(form, words, written);
        }
    }

    /// A block of a form that was told.
    fn formed(&mut self, form: Form, mut words: Words, written: String) {
        if words.runs.is_empty() && words.taken.is_empty() {
            return self.push(BlockKind::Blank, 0, words, String::new());
        }
        let Form { kind, indent, cut, sign, number, sized } = form;
        if cut > 0 {
            let runs = Runs { list: std::mem::take(&mut words.runs), lines: vec![] };
            let length = runs.text().len();
            words.runs = runs.cut(cut..length).list;
        }
        if !sign.is_empty() {
            words.taken.push(change(Why::ListMark, &sign, ""));
        }
        if !number.is_empty() {
            words.runs.insert(0, Run::Text(format!("{number} ")));
            words.taken.push(change(Why::Generated, "", &number));
        }
        words.taken.extend(sized.then(|| change(Why::HeadingSize, "", "")));
        let shown = Runs { list: words.runs.clone(), lines: vec![] };
        match shown.is_empty() {
            true => self.left_out(&words),
            false => self.push(kind, indent, words, written),
        }
    }

    /// A block of which all was left out.
    fn left_out(&mut self, words: &Words) {
        let index = self.blocks.lines.len();
        words.taken.iter().for_each(|change| self.ink.ledger.change(index, change));
        let why = words.taken.first().map_or(Why::Empty, |change| change.why);
        self.ink.ledger.left_out_as_read(index, why);
        let texts: Vec<&str> = words.taken.iter().map(|change| change.removed.as_str()).collect();
        self.push(BlockKind::Noise, 0, Words::default(), texts.join(" "));
    }

    /// A note: its mark, by which the one in the text is found again, and its words.
    fn note(&mut self, number: usize) {
        let Some(pieces) = self.manuscript.notes.get(number) else { return };
        let mut spans = vec![];
        let mut inner = vec![];
        table::flatten(pieces, &mut spans, &mut self.aside, &mut inner);
        self.blank();
        let index = self.ink.ledger.line();
        let mut words = self.ink.words(&spans, index);
        words.taken.extend(inner.into_iter().map(|why| change(why, "", "")));
        if self.ink.blank.contains(&number) {
            return self.left_out(&words);
        }
        words.runs.splice(0..0, [pen::mark(number), Run::Text(" ".into())]);
        self.push(BlockKind::Text, 0, words, plain(&spans));
    }

    fn picture(&mut self, picture: &'m Picture) {
        self.blank();
        let index = self.ink.ledger.line();
        let spans = caption(&picture.caption);
        let words = self.ink.words(&spans, index);
        let name = picture.name.clone();
        if picture.bytes.is_empty() {
            self.ink.ledger.ask(Ask::Image, index, [("file", name)]);
            let kind = if words.runs.is_empty() { BlockKind::Blank } else { BlockKind::Text };
            return self.push(kind, 0, words, plain(&spans));
        }
        let number = self.blocks.art.len();
        let alt = self.ink.line(&picture.alt, index);
        self.blocks.art.push(Art::Picture { alt });
        self.pictures.push(Some(picture));
        let written = plain(&spans);
        let written = if written.is_empty() { name } else { written };
        self.push(BlockKind::Art(number), 0, words, written);
    }

    fn chart(&mut self, chart: &'m Chart) {
        self.blank();
        let index = self.ink.ledger.line();
        let title = self.ink.line(&chart.title, index);
        let mut clean = |text: &String| self.ink.line(text, index);
        let categories = chart.categories.iter().map(&mut clean).collect();
        let series = chart.series.iter().map(|(name, values)| (clean(name), values.clone()));
        let art = Art::Chart(source::Chart { categories, series: series.collect() });
        let number = self.blocks.art.len();
        self.blocks.art.push(art);
        self.pictures.push(None);
        let runs = if title.is_empty() { vec![] } else { vec![Run::Text(title.clone())] };
        self.push(BlockKind::Art(number), 0, Words { runs, ..Words::default() }, title);
    }
}

/// The notes that show no word.
fn blank_notes(manuscript: &Manuscript) -> HashSet<usize> {
    let blank = |pieces: &Vec<Piece>| {
        let (mut spans, mut aside) = (vec![], vec![]);
        table::flatten(pieces, &mut spans, &mut aside, &mut vec![]);
        aside.is_empty() && spans.iter().all(Span::is_blank)
    };
    let notes = manuscript.notes.iter().enumerate();
    notes.filter(|(_, pieces)| blank(pieces)).map(|(number, _)| number).collect()
}

/// A paragraph whose author broke lines to begin items is several.
fn parts(spans: &[Span]) -> Vec<&[Span]> {
    let (mut parts, mut start) = (vec![], 0);
    for (index, span) in spans.iter().enumerate() {
        let mut next = spans[index + 1..].iter().filter_map(|span| match span {
            Span::Text { text, .. } => Some(text.trim_start()),
            Span::Break => Some(""),
            _ => None,
        });
        if *span == Span::Break && next.next().is_some_and(|next| marker::bullet(next).is_some()) {
            parts.push(&spans[start..index]);
            start = index + 1;
        }
    }
    parts.push(&spans[start..]);
    parts
}
