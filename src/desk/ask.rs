//! What may be asked of the thread that sets pages.

use std::path::PathBuf;

use serde::Deserialize;
use tokio::sync::oneshot;

use super::good::Looked;
use crate::document::edit::Step;

/// A question, or news.
pub enum Ask {
    /// Files may have changed, these among them.
    Changed(Vec<PathBuf>),
    /// A tab wants to know something; the answer is JSON.
    Question(Question, oneshot::Sender<serde_json::Value>),
    /// Somebody looks at the number as it is now.
    Number(oneshot::Sender<Option<Looked>>),
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
    /// Which states of a file were kept?
    States {
        /// The file.
        file: String,
    },
    /// What did a file say in a state, and what is another since?
    State {
        /// The file.
        file: String,
        /// The state.
        id: u32,
    },
    /// Bring a state back.
    Back {
        /// The file.
        file: String,
        /// The state.
        id: u32,
        /// What the file says now, as far as is known.
        before: String,
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
