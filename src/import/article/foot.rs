//! The sources at the foot of an article.

use super::{Reader, Stage};
use crate::import::draft::{Block, MOST_SOURCES};
use crate::import::ledger::{Ask, Why};
use crate::import::sources::{self, Read};
use crate::import::units::{self, Form, Unit};
use crate::import::words::{Token, Words};
use crate::import::{dates, inline, opening, vocabulary};

impl Reader<'_, '_> {
    /// Whether a unit goes on with the source block before it.
    pub(super) fn is_more_source(&self, unit: &Unit) -> bool {
        let first = unit.first(self.sheet);
        let dated = !dates::all(first).is_empty();
        let form = match unit.form {
            Form::Paragraph { .. } => sources::is_like_one(first),
            _ => dated && sources::is_like_one(first),
        };
        form && !units::is_caption(first)
            && opening::read(first).is_none_or(|note| {
                // `[1] 기관, 제목` numbers sources as well as notes.
                !note.sure || (note.label.starts_with('[') && !self.has_mark(&note.label))
            })
    }

    /// Lines of a source block.
    pub(super) fn source(&mut self, unit: &Unit) {
        for (nth, index) in unit.lines.iter().enumerate() {
            let words = self.sheet.take(*index, self.ledger).to_string();
            let label = if nth == 0 { vocabulary::source(&words) } else { None };
            if let Some(length) = label {
                self.flush_sources();
                self.label = Some((*index, words[..length].trim().to_string()));
            }
            let text = words[label.unwrap_or(0)..].to_string();
            match text.is_empty() {
                true => {
                    self.ledger.left_out(*index, Why::SourceLabel, self.sheet.lines[*index].whole())
                }
                false => self.source_lines.push((*index, text, unit.parted && nth == 0)),
            }
        }
        self.stage = Stage::Sources;
        self.levels.end();
    }

    /// Reads the source block that has ended.
    pub(super) fn flush_sources(&mut self) {
        let lines = std::mem::take(&mut self.source_lines);
        // A label that stood alone has been left out.
        let label = self.label.take();
        let mut label =
            label.filter(|(line, _)| lines.first().is_some_and(|(first, ..)| first == line));
        for passage in sources::together(&lines) {
            let read = match self.brief.sources.len() < MOST_SOURCES {
                true => sources::read(&passage, self.ledger),
                false => vec![Read::Whole(inline::read(&passage, self.ledger))],
            };
            for read in read {
                let mark = label.take();
                match read {
                    Read::Source(source) if self.brief.sources.len() < MOST_SOURCES => {
                        if let Some((line, label)) = mark {
                            self.ledger.removed(line, Why::SourceLabel, &label);
                        }
                        self.brief.sources.push(source);
                    }
                    Read::Source(source) => {
                        let words = sources::as_words(&source, self.ledger);
                        self.whole_source(words, mark);
                    }
                    Read::Whole(words) => self.whole_source(words, mark),
                }
            }
        }
    }

    /// A source that has no parts to be told apart stands in the text, with its label.
    fn whole_source(&mut self, mut words: Words, mark: Option<(usize, String)>) {
        if let Some((_, label)) = mark {
            words.tokens.insert(0, Token::Text(format!("{label} ")));
        }
        if let Some(line) = words.line() {
            let many = self.brief.sources.len() >= MOST_SOURCES;
            let ask = if many { Ask::SourcesMany } else { Ask::SourceWhole };
            self.ledger.ask(ask, line, vec![("text", words.plain())]);
        }
        self.levels.end();
        self.blocks.push(Block::Paragraph(words));
    }
}
