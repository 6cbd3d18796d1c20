//! What may become of a manifest, and what stands in one.

use super::step::Step;
use super::value::Value;
use crate::document::unclosed;

/// What is to become of a manifest.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// This value at a path. A key that is not there is added, behind the last of the keys `after` that is.
    Set {
        /// The path.
        at: Vec<Step>,
        /// The value.
        value: Value,
        /// Keys of the same table that come first.
        after: Vec<String>,
    },
    /// One more in a list, before the one at a path, or behind all. A list that is not there is made, behind the last
    /// of the keys `after` that is.
    Insert {
        /// The path; its last step is the place in the list.
        at: Vec<Step>,
        /// The value.
        value: Value,
        /// Keys of the list's table that come first.
        after: Vec<String>,
    },
    /// The key at a path under another name.
    Rename {
        /// The path.
        at: Vec<Step>,
        /// The name.
        to: String,
    },
    /// Nothing at a path.
    Remove {
        /// The path.
        at: Vec<Step>,
    },
    /// One of a list in another place, of the same list or another.
    Move {
        /// Where it is.
        from: Vec<Step>,
        /// Before what it is to stand, as things are counted before it moves.
        to: Vec<Step>,
    },
    /// The same once more.
    Copy {
        /// Where it is.
        from: Vec<Step>,
        /// Before what the copy is to stand.
        to: Vec<Step>,
    },
}

/// Why nothing comes of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The file is not TOML now.
    Unreadable,
    /// There is nothing at the path, or no list there.
    Gone,
    /// It cannot be written so that it is sure that nothing else changes.
    Unsure,
}

/// What a file holds, if it is TOML; `text` in the one form.
pub fn read(text: &str) -> Option<toml::Value> {
    let readable = unclosed::too_deep(text).is_none();
    readable.then(|| toml::from_str::<toml::Table>(text).ok().map(toml::Value::Table))?
}

/// What stands at a path.
pub fn value_at<'v>(root: &'v toml::Value, path: &[Step]) -> Option<&'v toml::Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Key(key) => value.get(key.as_str()),
        Step::Index(index) => value.get(*index),
    })
}
