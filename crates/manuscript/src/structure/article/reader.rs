//! The state of the walk through an article.

use super::super::notes::Note;
use super::super::units::Unit;
use crate::draft::{Brief, Passage};
use crate::messages::Ask;
use crate::source::{Blocks, Ledger, Run, Runs};
use crate::target::{ArticleFields, Field};
use crate::text::byline;
use jikji_prose::levels::Levels;

/// Where in an article the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// In its text.
    Body,
    /// Among its key points.
    Key,
    /// At its sources.
    Sources,
}

/// A key point under way.
pub struct Point {
    /// Its text.
    pub words: Runs,
    /// Whether a blank line stands before it.
    pub parted: bool,
    /// The class of its bullet, if it has one.
    pub class: Option<char>,
}

/// A walk under way.
pub struct Reader<'b, 'l> {
    /// The manuscript.
    pub blocks: &'b Blocks,
    /// The fields the article has.
    pub fields: &'l ArticleFields<'l>,
    /// The account.
    pub ledger: &'l mut Ledger,
    /// Where the walk is.
    pub stage: Stage,
    /// How many paragraphs of the text, at its start, name who wrote it.
    pub bylines: usize,
    /// The text so far.
    pub text: Vec<Passage>,
    /// The open levels of its list.
    pub levels: Levels,
    /// The notes so far.
    pub notes: Vec<Note>,
    /// The key points so far.
    pub key: Vec<Point>,
    /// Whether a heading opened a subhead.
    pub headed: bool,
    /// The line of their label.
    pub key_head: Option<usize>,
    /// The lines of the source block under way, and whether a blank line stands before each.
    pub source_lines: Vec<(Runs, bool)>,
    /// The label of the source block under way, with its line.
    pub label: Option<(usize, String)>,
    /// What is settled.
    pub brief: Brief,
}

impl<'b, 'l> Reader<'b, 'l> {
    /// A walk that has its title.
    pub fn new(
        blocks: &'b Blocks,
        fields: &'l ArticleFields<'l>,
        title: Runs,
        ledger: &'l mut Ledger,
    ) -> Self {
        Self {
            blocks,
            fields,
            ledger,
            stage: Stage::Body,
            bylines: 0,
            text: vec![],
            levels: Levels::default(),
            notes: vec![],
            key: vec![],
            headed: false,
            key_head: None,
            source_lines: vec![],
            label: None,
            brief: Brief { title, ..Brief::default() },
        }
    }

    /// The words of a unit's first line.
    pub fn first(&self, unit: &Unit) -> &'b str {
        unit.first(self.blocks)
    }

    /// Whether there is room for one more source.
    pub fn takes_source(&self) -> bool {
        self.brief.sources.len() < self.fields.sources.map_or(0, Field::room)
    }

    /// Whether a line by itself right below the title names who wrote the article.
    pub fn is_byline(&self, unit: &Unit) -> bool {
        let top = self.text.len() == self.bylines && self.key.is_empty() && self.key_head.is_none();
        top && self.stage == Stage::Body
            && unit.lines.len() == 1
            && byline::is_byline(self.first(unit))
    }

    /// Puts it into the layout's field; where there is none, or no room in it, the editor is asked.
    pub fn byline(&mut self, unit: &Unit) {
        let words = unit.take(self.blocks, self.ledger);
        let room = self.fields.byline.map_or(0, Field::room);
        if self.brief.byline.len() < room {
            return self.brief.byline.push(words.without_marks().without_breaks());
        }
        self.ledger.ask(Ask::Byline, unit.lines[0], [("text", words.plain())]);
        self.text.push(Passage::Paragraph(words));
        self.bylines += 1;
    }

    /// Whether a mark with this label stands in the text not far above.
    pub fn has_mark(&self, label: &str) -> bool {
        let near = self.text.iter().rev().take(64).filter_map(Passage::words);
        near.flat_map(|words| words.list.iter().skip(1))
            .any(|run| matches!(run, Run::Mark { label: other, .. } if other == label))
    }
}
