//! The sources at the foot of an article.

use super::super::sources::{self, Read};
use super::super::units::{Form, Unit};
use super::reader::{Reader, Stage};
use crate::draft::Passage;
use crate::messages::{Ask, Why};
use crate::source::{Run, Runs};
use crate::text::{dates, marks, vocabulary};

impl Reader<'_, '_> {
    /// Whether a unit goes on with the source block before it.
    pub(super) fn is_more_source(&self, unit: &Unit) -> bool {
        let first = self.first(unit);
        let dated = !dates::all(first).is_empty();
        let form = match unit.form {
            Form::Paragraph { .. } => sources::is_like_one(first),
            _ => dated && sources::is_like_one(first),
        };
        let note = || marks::opening(&self.blocks.lines[unit.lines[0]].said.runs);
        form && !vocabulary::is_caption(first)
            && note().is_none_or(|note| {
                // `[1] 기관, 제목` numbers sources as well as notes.
                !note.sure || (note.label.starts_with('[') && !self.has_mark(&note.label))
            })
    }

    /// Lines of a source block.
    pub(super) fn source(&mut self, unit: &Unit) {
        for (nth, index) in unit.lines.iter().enumerate() {
            let runs = self.blocks.take(*index, self.ledger);
            let words = self.blocks.lines[*index].words();
            let label = if nth == 0 { vocabulary::source(words) } else { None };
            if let Some(length) = label {
                self.flush_sources();
                self.label = Some((*index, words[..length].trim().to_string()));
            }
            let start = label.unwrap_or(0);
            match start == words.len() {
                true => self.blocks.leave_out(*index, Why::SourceLabel, self.ledger),
                false => {
                    let runs = runs.cut(start..words.len());
                    self.source_lines.push((runs, unit.parted && nth == 0));
                }
            }
        }
        self.stage = Stage::Sources;
        self.levels.end();
    }

    /// Reads the source block that has ended.
    pub(super) fn flush_sources(&mut self) {
        let lines = std::mem::take(&mut self.source_lines);
        // A label that stood alone has been left out.
        let first = lines.first().and_then(|(runs, _)| runs.line());
        let mut label = self.label.take().filter(|(line, _)| first == Some(*line));
        for words in sources::together(lines, &self.blocks.eojeols) {
            let read = match self.takes_source() {
                true => sources::read(&words, self.ledger),
                false => vec![Read::Whole(words)],
            };
            for read in read {
                let mark = label.take();
                match read {
                    Read::Source(source) if self.takes_source() => {
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

    /// A source that has no parts to be told apart stands in the text, with its label; so does each, if
    /// the layout has no field for them.
    fn whole_source(&mut self, mut words: Runs, mark: Option<(usize, String)>) {
        if let Some((_, label)) = mark {
            words.list.insert(0, Run::Text(format!("{label} ")));
        }
        if let Some(line) = words.line().filter(|_| self.fields.sources.is_some()) {
            let ask = if self.takes_source() { Ask::SourceWhole } else { Ask::SourcesMany };
            self.ledger.ask(ask, line, [("text", words.plain())]);
        }
        self.levels.end();
        self.text.push(Passage::Paragraph(words));
    }
}
