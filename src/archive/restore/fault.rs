//! Why nothing is restored from a file.

use std::fmt;

use crate::archive::messages as say;
use jikji_diagnostic::{Diagnostic, Lang, Words};

use crate::edition::archive::{MOST_BYTES, MOST_FILES};

/// The most characters of a name that a message shows.
const MOST_SHOWN: usize = 120;

/// A reason that names what is wrong with the file or the place it is unpacked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreFault {
    /// It is no PDF.
    NotPdf,
    /// It cannot be read, or what it attaches is not whole.
    Damaged(Words),
    /// It is encrypted.
    Encrypted,
    /// It attaches nothing.
    NoAttachments,
    /// A name that must not become a file.
    Name {
        /// The name, as it is written.
        name: String,
        /// What is wrong with it.
        why: Words,
    },
    /// Two names that are one file, or a file and a folder, on some disks.
    SameName {
        /// The first.
        first: String,
        /// The second.
        second: String,
    },
    /// More than [`MOST_FILES`] files.
    TooMany,
    /// More than [`MOST_BYTES`] in all, or too much to read to find them.
    TooLarge,
    /// The tree of names leads back into itself or is too deep.
    Tree,
    /// Files that are there already, with other contents.
    Exists(Vec<String>),
    /// A link on the way to a file, below the folder it is unpacked to.
    Link(String),
}

impl RestoreFault {
    /// The same for the one who asked, in both languages.
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::NotPdf => Diagnostic::general(say::NOT_PDF),
            Self::Damaged(what) => worded(Diagnostic::general(say::DAMAGED), what),
            Self::Encrypted => Diagnostic::general(say::ENCRYPTED),
            Self::NoAttachments => Diagnostic::general(say::NO_ATTACHMENTS),
            Self::Name { name, why } => {
                worded(Diagnostic::general(say::NAME).arg("name", shown(name)), why)
            }
            Self::SameName { first, second } => Diagnostic::general(say::SAME_NAME)
                .arg("first", shown(first))
                .arg("second", shown(second)),
            Self::TooMany => Diagnostic::general(say::TOO_MANY).arg("most", MOST_FILES),
            Self::TooLarge => Diagnostic::general(say::TOO_LARGE).arg("most", MOST_BYTES >> 20),
            Self::Tree => Diagnostic::general(say::TREE),
            Self::Exists(names) => {
                let few: Vec<String> = names.iter().take(3).map(|name| shown(name)).collect();
                let more = if names.len() > few.len() { " …" } else { "" };
                Diagnostic::general(say::EXISTS)
                    .arg("count", names.len())
                    .arg("names", few.join(", ") + more)
            }
            Self::Link(path) => Diagnostic::general(say::LINK).arg("path", shown(path)),
        }
    }
}

impl fmt::Display for RestoreFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic().text(Lang::En))
    }
}

impl std::error::Error for RestoreFault {}

fn worded(diagnostic: Diagnostic, words: &Words) -> Diagnostic {
    diagnostic.arg("what", *words)
}

/// A name from a file nobody vouches for, as a message may show it.
fn shown(name: &str) -> String {
    let clean = |c: char| if c.is_control() || c == '`' { '\u{FFFD}' } else { c };
    let mut short: String = name.chars().take(MOST_SHOWN).map(clean).collect();
    if name.chars().nth(MOST_SHOWN).is_some() {
        short.push('…');
    }
    format!("`{short}`")
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn names_are_shown_short_and_harmless() {
        assert_eq!(shown("a\u{1b}[31m`b"), "`a\u{FFFD}[31m\u{FFFD}b`");
        assert_eq!(shown(&"가".repeat(500)).chars().count(), 123);
    }
}
