//! The standard a file is held to beside what a press needs.

use std::fmt;

use serde::Serialize;

use super::rules::Concern;

/// A standard for print files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standard {
    /// PDF/X-4 (ISO 15930-7).
    #[default]
    X4,
    /// PDF/X-3 (ISO 15930-3 and 15930-6).
    X3,
    /// PDF/X-1a (ISO 15930-1 and 15930-4).
    X1a,
    /// None: what the press suffers from is all that counts.
    None,
}

impl Standard {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::X4, Self::X3, Self::X1a, Self::None];

    /// What people write for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::X4 => "x4",
            Self::X3 => "x3",
            Self::X1a => "x1a",
            Self::None => "none",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standard| standard.name() == name)
    }

    /// Whether it is one of those that stand on PDF 1.3 and 1.4.
    pub(super) fn is_older(self) -> bool {
        match self {
            Self::X3 | Self::X1a => true,
            Self::X4 | Self::None => false,
        }
    }

    /// Whether a file that is held to it has to keep a rule that is for these.
    pub(super) fn asks(self, concern: Concern) -> bool {
        match concern {
            Concern::Press => true,
            Concern::X => self != Self::None,
            Concern::X4 => self == Self::X4,
            Concern::Older => self.is_older(),
            Concern::X1a => self == Self::X1a,
        }
    }
}

/// Its name in full.
impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::X4 => "PDF/X-4",
            Self::X3 => "PDF/X-3",
            Self::X1a => "PDF/X-1a",
            Self::None => "PDF",
        })
    }
}
