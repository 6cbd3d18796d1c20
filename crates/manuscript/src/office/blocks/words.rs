//! The words of one block under way, and spans that say the same.

use crate::messages::Why;
use crate::office::{Paragraph, Span};
use crate::source::{Change, Run, Runs, Said};

/// Words of one block.
#[derive(Default)]
pub struct Words {
    /// How they read.
    pub runs: Vec<Run>,
    /// What was taken off them.
    pub taken: Vec<Change>,
    /// The bullet they begin with, if no font has it.
    pub bullet: Option<char>,
}

/// A change, or a remark if neither text is one.
pub fn change(why: Why, removed: &str, added: &str) -> Change {
    Change { why, removed: removed.to_string(), added: added.to_string() }
}

/// Words of a block as it keeps them.
pub fn said(words: Words, written: String, index: usize) -> Said {
    let runs = Runs { list: words.runs, lines: vec![index] };
    // A line of the report is a line.
    let written = written.replace('\n', " ");
    Said { taken: words.taken, ..Said::new(runs, written) }
}

/// The paragraphs of a caption as one.
pub fn caption(paragraphs: &[Paragraph]) -> Vec<Span> {
    let mut spans = vec![];
    for paragraph in paragraphs {
        spans.extend((!spans.is_empty()).then(|| Span::plain(" ")));
        spans.extend(paragraph.spans.iter().cloned());
    }
    spans
}

/// What spans say, without what is left out.
pub fn plain(spans: &[Span]) -> String {
    let shown = spans.iter().map(|span| match span {
        Span::Text { text, .. } => text.as_str(),
        Span::Break | Span::Tab => " ",
        Span::Link(_) | Span::LinkEnd | Span::Note(_) | Span::Out(_) | Span::Changed(_) => "",
    });
    shown.collect::<String>().trim().to_string()
}
