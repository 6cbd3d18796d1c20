//! The way to a value: keys of tables, places in lists.

use serde::{Deserialize, Serialize};

/// A step from a table or list to what it holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// The element of a list, from 0.
    Index(usize),
    /// The value of a key.
    Key(String),
}

impl Step {
    /// Its key, if it is one.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key),
            Self::Index(_) => None,
        }
    }
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.into())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The keys of a path.
pub fn keys(path: &[Step]) -> Vec<&str> {
    path.iter().filter_map(Step::key).collect()
}
