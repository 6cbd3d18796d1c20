//! Builds the tree of a text field from the Markdown parser's events.
//!
//! A stack of open blocks, never a recursion, so that no text can exhaust the machine's. What a
//! bulletin does not need is reported with its place and passed over; nothing is dropped in silence.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::caption;
use super::element;
use super::findings::Findings;
use super::grid::Grid;
use super::levels::DEEPEST;
use super::notes::{self, Notes};
use super::pasted::{Pasted, Seat};
use super::runs::{Finished, Runs, shows_something};
use super::tree::{Block, Inline, Item, MOST_COLUMNS, Paragraph};
use crate::messages;
use jikji_diagnostic::{Diagnostic, Message};

/// The most pictures side by side.
const SIDE_BY_SIDE: usize = 2;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// One paragraph without notes.
    Inline,
    /// The same, in a cell of a table.
    Cell,
    /// All of it.
    Blocks,
}

/// A text under way.
pub struct Reader<'v, 'f, 'o> {
    value: &'v str,
    field: Field,
    findings: &'f mut Findings<'o>,
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    runs: Option<Runs<'v>>,
    notes: Notes,
    pasted: Pasted,
    /// Elements that are open inside a refused one, itself included.
    skip: usize,
    refused: bool,
    /// Nothing but notes came since the last block.
    after_note: bool,
}

/// An open block.
enum Frame {
    List(Vec<Item>),
    Item { range: Range<usize>, text: Option<Paragraph>, children: Vec<Item> },
    Subhead,
    Note { label: String, range: Range<usize>, body: Option<Vec<Inline>> },
    Table(Grid),
}

impl<'v, 'f, 'o> Reader<'v, 'f, 'o> {
    /// A reader of `value`.
    pub fn new(value: &'v str, field: Field, findings: &'f mut Findings<'o>) -> Self {
        Self {
            value,
            field,
            findings,
            blocks: vec![],
            frames: vec![],
            runs: None,
            notes: Notes::default(),
            pasted: Pasted::default(),
            skip: 0,
            refused: false,
            after_note: false,
        }
    }

    /// Takes the next event of the parser.
    pub fn event(&mut self, event: Event<'v>, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skip > 0 => self.skip += 1,
            Event::End(_) if self.skip > 0 => self.skip -= 1,
            _ if self.skip > 0 => {}
            Event::Start(tag) if element::is_block(&tag) => self.start(tag, range),
            Event::End(tag) if element::is_block_end(tag) => self.end(tag, range),
            Event::InlineHtml(html) if self.in_cell() && element::is_break(&html) => {
                self.inline(Event::HardBreak, range);
            }
            Event::Rule | Event::Html(_) => self.refuse(element::event_refusal(&event), range, 0),
            event => self.inline(event, range),
        }
    }

    /// The tree, its notes in place.
    pub fn finish(mut self) -> Vec<Block> {
        self.settle();
        caption::misplaced(&self.blocks, self.findings);
        let told = self.pasted.finish(self.value, self.findings);
        self.notes.attach(&mut self.blocks, !self.refused && !told, self.findings);
        self.blocks
    }

    fn in_cell(&self) -> bool {
        self.field == Field::Cell || matches!(self.frames.last(), Some(Frame::Table(_)))
    }

    /// Reports a construct and passes over it: `open` is 1 where an end event follows.
    fn refuse(&mut self, message: &'static Message, range: Range<usize>, open: usize) {
        let end = range.start + self.value.get(range.clone()).map_or(0, first_line);
        self.findings.at(message, range.start..end);
        self.skip = open;
        self.refused = true;
    }

    fn start(&mut self, tag: Tag<'v>, range: Range<usize>) {
        self.settle();
        if let Some(message) = self.objection(&tag, &range) {
            if message == messages::ORDERED_LIST {
                self.pasted.numbered(self.value, range, self.findings);
                (self.skip, self.refused) = (1, true);
                return;
            }
            return self.refuse(message, range, 1);
        }
        if self.frames.is_empty() {
            let note = matches!(tag, Tag::FootnoteDefinition(_));
            self.after_note = note || (self.after_note && matches!(tag, Tag::List(_)));
        }
        match tag {
            Tag::Paragraph => self.open_runs(range),
            Tag::Heading { .. } => {
                self.frames.push(Frame::Subhead);
                self.open_runs(range);
            }
            Tag::List(_) => self.frames.push(Frame::List(vec![])),
            Tag::Item => {
                if element::is_task(self.value.get(range.clone()).unwrap_or_default()) {
                    self.findings.at(messages::TASK, range.clone());
                }
                let depth = self.levels();
                self.pasted.item(self.value, &range, depth);
                self.frames.push(Frame::Item { range, text: None, children: vec![] });
            }
            Tag::FootnoteDefinition(label) => {
                let label = label.to_string();
                self.frames.push(Frame::Note { label, range, body: None });
            }
            Tag::Table(alignments) => {
                if alignments.len() > MOST_COLUMNS {
                    self.findings.at(messages::TABLE_WIDE, Grid::rule(self.value, range.clone()));
                }
                let caption = caption::take(&mut self.blocks);
                self.frames.push(Frame::Table(Grid::new(caption, &alignments)));
            }
            Tag::TableCell => self.open_runs(range),
            _ => {}
        }
    }

    /// Why a block may not stand here, if so.
    fn objection(&self, tag: &Tag, range: &Range<usize>) -> Option<&'static Message> {
        let source = self.value.get(range.clone()).unwrap_or_default();
        let known = match tag {
            Tag::Paragraph | Tag::List(None) | Tag::FootnoteDefinition(_) | Tag::Table(_) => true,
            Tag::Heading { level: HeadingLevel::H2, .. } => source.trim_start().starts_with('#'),
            Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => return None,
            _ => false,
        };
        if !known {
            return Some(element::refusal(tag, source));
        }
        let first = match self.frames.last() {
            None if self.field != Field::Blocks => {
                let alone = *tag == Tag::Paragraph && self.blocks.is_empty();
                return (!alone).then_some(messages::ONE_PARAGRAPH);
            }
            None => return None,
            Some(Frame::Item { text, children, .. }) => match tag {
                Tag::List(_) if self.levels() >= DEEPEST => return Some(messages::LIST_TOO_DEEP),
                Tag::List(_) | Tag::FootnoteDefinition(_) => return None,
                _ => text.is_none() && children.is_empty(),
            },
            Some(Frame::Note { body, .. }) => body.is_none(),
            Some(_) => return None,
        };
        match self.frames.last() {
            _ if first && *tag == Tag::Paragraph => None,
            Some(Frame::Note { .. }) => Some(messages::NOTE_BLOCKS),
            _ => Some(messages::ITEM_BLOCKS),
        }
    }

    fn levels(&self) -> usize {
        self.frames.iter().filter(|frame| matches!(frame, Frame::List(_))).count()
    }

    fn open_runs(&mut self, range: Range<usize>) {
        let notes = self.field == Field::Blocks
            && !matches!(self.frames.last(), Some(Frame::Note { .. } | Frame::Table(_)));
        let seat = match self.frames.last() {
            Some(Frame::Note { .. }) => Seat::Note,
            Some(Frame::Table(_)) => Seat::Cell,
            Some(Frame::Subhead) => Seat::Subhead,
            Some(Frame::Item { .. }) => Seat::Item,
            _ if self.field == Field::Inline => Seat::Field,
            _ => Seat::Paragraph,
        };
        self.runs = Some(Runs::new(self.value, range, seat, notes));
    }

    /// Running text; in a tight list it stands in the item without a paragraph of its own.
    fn inline(&mut self, event: Event<'v>, range: Range<usize>) {
        if self.runs.is_none() {
            if let Some(message) = self.objection(&Tag::Paragraph, &range) {
                let open = usize::from(matches!(event, Event::Start(_)));
                return self.refuse(message, range, open);
            }
            self.open_runs(range.start..range.start);
            self.runs.iter_mut().for_each(|runs| runs.implicit = true);
        }
        let starts = matches!(event, Event::Start(_));
        let Some(runs) = &mut self.runs else { return };
        if !runs.event(event, range, &mut self.notes, self.findings) {
            self.skip = usize::from(starts);
            self.refused = true;
        }
    }

    /// Ends the running text of a tight item.
    fn settle(&mut self) {
        if self.runs.as_ref().is_some_and(|runs| runs.implicit) {
            self.close_runs();
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        self.settle();
        match tag {
            TagEnd::Paragraph | TagEnd::TableCell => {
                if let Some(Frame::Table(grid)) = self.frames.last_mut() {
                    grid.cell(self.value, range, self.findings);
                }
                self.close_runs();
            }
            TagEnd::Heading(_) => {
                self.close_runs();
                self.frames.pop();
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(Frame::Table(grid)) = self.frames.last_mut() {
                    grid.row(self.value, range, self.findings);
                }
            }
            _ => self.close_frame(),
        }
    }

    /// Puts finished running text where it belongs.
    fn close_runs(&mut self) {
        let Some(runs) = self.runs.take() else { return };
        let seat = runs.seat;
        let Finished { paragraph, mut images, leftovers, lines } = runs.finish(self.findings);
        self.pasted.text(self.value, seat, &lines, leftovers, self.findings);
        let alone = self.frames.is_empty() && self.field == Field::Blocks && !images.is_empty();
        if alone && !shows_something(&paragraph.body) && paragraph.notes.is_empty() {
            if let Some(third) = images.get(SIDE_BY_SIDE) {
                self.findings.push(Diagnostic::at(messages::PICTURES_MANY, third.span));
                images.truncate(SIDE_BY_SIDE);
            }
            self.blocks.push(Block::Images(images));
            return;
        }
        for image in images {
            let diagnostic = Diagnostic::at(messages::IMAGE_ALONE, image.span);
            self.findings.push(diagnostic);
            self.refused = true;
        }
        match self.frames.last_mut() {
            Some(Frame::Table(grid)) => grid.text(paragraph.body),
            Some(Frame::Item { text, .. }) => *text = Some(paragraph),
            Some(Frame::Note { body, .. }) => *body = Some(paragraph.body),
            Some(Frame::Subhead) => self.block(paragraph, Block::Subhead),
            Some(Frame::List(_)) | None => self.block(paragraph, Block::Paragraph),
        }
    }

    fn block(&mut self, paragraph: Paragraph, block: impl Fn(Paragraph) -> Block) {
        if !shows_something(&paragraph.body) && !self.refused {
            let diagnostic = Diagnostic::at(messages::EMPTY, paragraph.span);
            self.findings.push(diagnostic);
        }
        self.blocks.push(block(paragraph));
    }

    fn close_frame(&mut self) {
        match self.frames.pop() {
            Some(Frame::List(items)) => match self.frames.last_mut() {
                Some(Frame::Item { children, .. }) => children.extend(items),
                _ => self.list(items),
            },
            Some(Frame::Item { range, text, children }) => {
                let item = self.item(range, text, children);
                if let Some(Frame::List(items)) = self.frames.last_mut() {
                    items.push(item);
                }
            }
            Some(Frame::Note { label, range, body }) => self.note(&label, range, body),
            Some(Frame::Table(grid)) => self.blocks.push(grid.finish(self.findings)),
            Some(Frame::Subhead) | None => {}
        }
    }

    fn note(&mut self, label: &str, range: Range<usize>, body: Option<Vec<Inline>>) {
        let start = range.start;
        let written = self.value.get(range).unwrap_or_default();
        let end = start + written.trim_end().len();
        if !body.as_deref().is_some_and(shows_something) && !self.refused {
            // Where it is to be written: behind the colon and its blank.
            let blank = usize::from(written[end - start..].starts_with(' '));
            let place = self.findings.place(end + blank..end + blank);
            self.findings.push(notes::about(messages::EMPTY_NOTE, place, label));
        }
        let span = self.findings.place(start..end);
        self.notes.note(label, span, body.unwrap_or_default(), self.findings);
    }

    /// A list of the text's own; it goes on after a note that stood between its items.
    fn list(&mut self, items: Vec<Item>) {
        match self.blocks.last_mut() {
            Some(Block::List(before)) if self.after_note => before.extend(items),
            _ => self.blocks.push(Block::List(items)),
        }
        self.after_note = false;
    }

    fn item(&mut self, range: Range<usize>, text: Option<Paragraph>, children: Vec<Item>) -> Item {
        let place = range.start..range.start + self.value.get(range.clone()).map_or(0, first_line);
        let empty =
            || Paragraph { body: vec![], notes: vec![], span: self.findings.place(place.clone()) };
        let text = text.unwrap_or_else(empty);
        if !shows_something(&text.body) && !self.refused {
            self.findings.at(messages::EMPTY_ITEM, place);
        }
        Item { text, children }
    }
}

/// The length of the first line, without its end.
fn first_line(text: &str) -> usize {
    text.split('\n').next().unwrap_or_default().trim_end().len()
}
