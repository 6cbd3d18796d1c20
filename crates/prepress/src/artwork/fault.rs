//! Why a page cannot be taken over as artwork.

use jikji_diagnostic::Arg;

use crate::impose::ImposeFault;
use crate::pdf::open::OpenFault;
use crate::preflight::{Finding, rules};
use crate::words;

/// A reason to refuse a page.
#[derive(Debug, Clone, PartialEq)]
pub enum ArtFault {
    /// The file is encrypted.
    Encrypted,
    /// It is no PDF, or a part that the page needs is missing or broken.
    Damaged(Arg),
    /// It, or what it unpacks to, is more than may be held or drawn.
    TooLarge,
    /// There is no such page.
    NoPage {
        /// How many there are.
        pages: usize,
    },
    /// A font is not in the file; its name.
    Font(Arg),
    /// A font whose letters are drawn by page contents; its name.
    Type3(Arg),
    /// A layer is hidden, or shown at times.
    Layers,
}

impl ArtFault {
    /// What a finding about the page's contents means here; nothing for what is a press's to judge.
    pub(super) fn of(finding: &Finding) -> Option<Self> {
        let arg = |name| finding.args.get(name).cloned().unwrap_or_else(|| words::NONE.into());
        let rule = finding.rule;
        if rule == rules::FONT_EMBED {
            Some(Self::Font(arg("font")))
        } else if rule == rules::FONT_TYPE3 {
            Some(Self::Type3(arg("font")))
        } else if rule == rules::TOO_LARGE {
            Some(Self::TooLarge)
        } else if [rules::UNREADABLE, rules::BROKEN_STREAM, rules::RESOURCE_MISSING].contains(&rule)
        {
            Some(Self::Damaged(arg("what")))
        } else {
            None
        }
    }
}

impl From<OpenFault> for ArtFault {
    fn from(fault: OpenFault) -> Self {
        match fault {
            OpenFault::Encrypted => Self::Encrypted,
            OpenFault::TooLarge(_) => Self::TooLarge,
            OpenFault::NotPdf(what) | OpenFault::Unreadable(what) => Self::Damaged(what),
        }
    }
}

impl From<ImposeFault> for ArtFault {
    fn from(fault: ImposeFault) -> Self {
        match fault {
            ImposeFault::TooLarge => Self::TooLarge,
            ImposeFault::Damaged(what) => Self::Damaged(what),
            _ => Self::Damaged(words::BROKEN_STRUCTURE.into()),
        }
    }
}
