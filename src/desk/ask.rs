//! What may be asked of the thread that sets pages.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Deserialize;
use tokio::sync::oneshot;

use super::fields::Step;
use super::good::Good;

/// A question, or news.
pub enum Ask {
    /// Files may have changed, these among them.
    Changed(Vec<PathBuf>),
    /// A tab wants to know something; the answer is JSON.
    Question(Question, oneshot::Sender<serde_json::Value>),
    /// Somebody looks at the number as it is now.
    Number(oneshot::Sender<Option<Arc<Good>>>),
    /// All is over.
    End,
}

/// What a tab may ask. Files are called as findings call them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "ask", rename_all = "lowercase")]
pub enum Question {
    /// Which text stands at a point of a page, pt from the left and the top of its trim?
    Point {
        /// The page, from 1.
        page: usize,
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
    },
    /// Which text stands at a place that a finding names?
    Line {
        /// The file.
        file: String,
        /// Its line, from 1.
        line: usize,
        /// Its column, from 1, in characters.
        column: usize,
    },
    /// What does this text say?
    Field {
        /// The file.
        file: String,
        /// Where in it.
        path: Vec<Step>,
    },
    /// What is the first text of an entry?
    Entry {
        /// Its position in the number.
        entry: usize,
    },
    /// Where on the pages does this character of a text stand?
    Spot {
        /// The file.
        file: String,
        /// Where in it.
        path: Vec<Step>,
        /// The character, counted as browsers count.
        caret: usize,
    },
    /// Make the next number, or a first one, in this folder, and go on with it.
    New {
        /// Its name; empty for the folder that has no number yet.
        folder: String,
    },
    /// Go on with another number.
    Open {
        /// Its name among those that are listed.
        number: String,
    },
    /// Write this text.
    Save {
        /// The file.
        file: String,
        /// Where in it.
        path: Vec<Step>,
        /// What it said when it was opened.
        before: String,
        /// What it is to say.
        text: String,
    },
}
