//! What may be asked of the thread that sets pages.

use std::path::PathBuf;

use axum::body::Bytes;
use serde::Deserialize;
use serde_json::Value as Json;
use tokio::sync::oneshot;

use crate::desk::number::good::Looked;
use crate::document::edit::Step;

/// A question, or news.
pub enum Ask {
    /// Files may have changed, these among them.
    Changed(Vec<PathBuf>),
    /// A tab wants to know something; the answer is JSON.
    Question(Question, oneshot::Sender<serde_json::Value>),
    /// Somebody looks at the number as it is now.
    Number(oneshot::Sender<Option<Looked>>),
    /// A picture comes to the number; the answer is JSON.
    Picture(String, Bytes, oneshot::Sender<serde_json::Value>),
    /// A manuscript comes to the number, to the entries of what stands at a path; the answer is JSON.
    Manuscript(Vec<Step>, String, Bytes, oneshot::Sender<serde_json::Value>),
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
        /// What the finding is about: of one place more than one may be told.
        #[serde(default)]
        path: Option<Vec<Step>>,
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
    /// Which numbers stand beside this one?
    Numbers,
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
    /// Which fields has what stands at this path of the manifest, or the number itself?
    Form {
        /// Where.
        path: Vec<Step>,
    },
    /// Write this text.
    Save {
        /// The file.
        file: String,
        /// Where in it.
        path: Vec<Step>,
        /// What it said when it was opened; none if it was not there.
        before: Option<String>,
        /// What it is to say; nothing if it is to go.
        text: Option<String>,
        /// Keys of its table that come before it.
        #[serde(default)]
        after: Vec<String>,
        /// What is written in one go is taken back together.
        stroke: Option<u64>,
    },
    /// Change the manifest.
    Edit {
        /// What to do, one after the other.
        changes: Vec<Deed>,
        /// What the tab saw: if something else stands there, nothing is done.
        #[serde(default)]
        seen: Vec<(Vec<Step>, Json)>,
        /// The manifest that the tab shows: another tab may have gone on with another number.
        #[serde(default)]
        manifest: Option<String>,
        /// What is written in one go is taken back together.
        #[serde(default)]
        stroke: Option<u64>,
    },
    /// Write what mends a finding.
    Mend {
        /// Its place among the findings.
        finding: usize,
        /// Those that say the same and are mended along with it.
        #[serde(default)]
        also: Vec<usize>,
        /// Of this setting.
        setting: u64,
    },
    /// What was asked about a manuscript is settled.
    Settle {
        /// The question's own number.
        asked: u64,
    },
    /// Let a finding pass.
    Pass {
        /// Its place among the findings.
        finding: usize,
        /// Of this setting.
        setting: u64,
    },
    /// Take back what was written last, or write again what was taken back.
    Turn {
        /// Whether back.
        back: bool,
        /// The manifest that the tab shows.
        #[serde(default)]
        manifest: Option<String>,
    },
    /// What do these texts of one line say without the signs of word processors?
    Lines {
        /// The texts.
        texts: Vec<String>,
        /// What they are of as HTML tells it, with marks of its elements, or empty.
        #[serde(default)]
        looks: String,
    },
    /// What does this text say without the signs of word processors?
    Clean {
        /// The text.
        text: String,
        /// The same as HTML tells it, with marks of its elements, or empty.
        #[serde(default)]
        looks: String,
        /// Whether it goes to a field of one paragraph.
        #[serde(default)]
        line: bool,
    },
}

/// Something to do with the manifest.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub enum Deed {
    /// Writes a value.
    Set {
        /// Where.
        at: Vec<Step>,
        /// The value.
        value: Json,
        /// Keys of its table that come before it.
        #[serde(default)]
        after: Vec<String>,
    },
    /// Puts one more into a list.
    Insert {
        /// Before what.
        at: Vec<Step>,
        /// The value.
        value: Json,
        /// Keys that come before the list, if it has to be made.
        #[serde(default)]
        after: Vec<String>,
    },
    /// Puts a new part, section or entry into the number.
    Add {
        /// Before what.
        at: Vec<Step>,
        /// The kind of the entry, or of the first in it.
        kind: Option<String>,
    },
    /// Gives a key another name.
    Rename {
        /// Where.
        at: Vec<Step>,
        /// The name.
        to: String,
    },
    /// Takes something away.
    Remove {
        /// Where.
        at: Vec<Step>,
    },
    /// Moves something of a list.
    Move {
        /// Where it is.
        from: Vec<Step>,
        /// Before what.
        to: Vec<Step>,
    },
    /// Copies something of a list.
    Copy {
        /// Where it is.
        from: Vec<Step>,
        /// Before what.
        to: Vec<Step>,
    },
}
