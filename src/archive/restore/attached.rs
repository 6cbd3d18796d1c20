//! What is taken out of an archive edition.

/// A file that was attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its path in the folder, with `/`; never one that leads out of it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What it is to the pages, such as `Source` or `Supplement` (PDF 2.0, `AFRelationship`).
    pub relationship: Option<String>,
}
