//! How a command ended.

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All done: 0.
    Done,
    /// The issue has errors: 1.
    IssueHasErrors,
}

/// Some numbers of an archive met a failure of the machine; the report says which and why.
#[derive(Debug)]
pub struct MachineFailed;

impl std::fmt::Display for MachineFailed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("some numbers could not be built")
    }
}

impl std::error::Error for MachineFailed {}
