//! What comes of comparing two files.

use serde::{Deserialize, Serialize};

/// What came of a comparison.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Pages of the older file.
    pub before: usize,
    /// Pages of the newer file.
    pub after: usize,
    /// All pages that are in one of them, by their number.
    pub pages: Vec<ComparedPage>,
}

impl Comparison {
    /// Whether every page looks the same.
    pub fn is_same(&self) -> bool {
        self.pages.iter().all(|page| page.verdict == Likeness::Same)
    }
}

/// One page of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ComparedPage {
    /// Its number, from 1.
    pub number: usize,
    /// How it came out.
    #[serde(flatten)]
    pub verdict: Likeness,
}

/// How a page came out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum Likeness {
    /// It looks the same.
    Same,
    /// It looks different.
    Differs {
        /// The share of its pixels that differ, more than 0 and at most 1.
        share: f64,
        /// The rectangle around all that differs.
        area: ChangedArea,
    },
    /// Only the older file has it.
    OnlyBefore,
    /// Only the newer file has it.
    OnlyAfter,
}

/// A rectangle on a page, mm from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ChangedArea {
    /// Left edge, mm.
    pub left_mm: f64,
    /// Upper edge, mm.
    pub top_mm: f64,
    /// Width, mm.
    pub width_mm: f64,
    /// Height, mm.
    pub height_mm: f64,
}

/// Pictures of a page, as PNG; a page that is in one file only has one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pictures {
    /// The page in the older file.
    pub before: Option<Vec<u8>>,
    /// The page in the newer file.
    pub after: Option<Vec<u8>>,
    /// The newer page in pale grey, what differs in red, and a frame around it.
    pub difference: Option<Vec<u8>>,
}
