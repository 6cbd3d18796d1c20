//! Takes out of an archive edition what it was made of.
//!
//! [`unpack`] gives all files or none: names, number and sizes are judged before anything is handed
//! out. [`write()`] puts them below one folder and nowhere else. Neither looks into the files; whether
//! they are the ones the edition was built from is told by the digests of the `issue.lock` among them.

mod attached;
mod attachments;
mod fault;
mod file;
#[cfg(test)]
mod tests;
mod write;

pub use attached::Attached;
pub use fault::RestoreFault;

pub use write::{Written, write};

use self::file::SourcePdf;
use crate::document::portable;
use crate::document::same_name::Taken;
pub use crate::edition::archive::{MOST_BYTES, MOST_FILES};

/// The largest archive edition that is worth reading, in bytes: what it attaches, and its pages.
pub const LARGEST_PDF: u64 = 1 << 30;

/// All files a PDF attaches, sorted by name.
///
/// Packed data is checked by its own check sum and by the size the PDF tells. The MD5 sums that
/// other programs add are not looked at: Typst writes none, and `issue.lock` holds better ones.
///
/// # Errors
/// If it is no PDF, damaged or encrypted, attaches nothing, or attaches what must not be unpacked.
pub fn unpack(pdf: &[u8]) -> Result<Vec<Attached>, RestoreFault> {
    let file = SourcePdf::open(pdf)?;
    let found = attachments::all(&file)?;
    if found.is_empty() {
        return Err(RestoreFault::NoAttachments);
    }
    let mut taken = Taken::default();
    for one in &found {
        if let Some(why) = portable::refused(&one.name) {
            return Err(RestoreFault::Name { name: one.name.clone(), why });
        }
        let same = |first| RestoreFault::SameName { first, second: one.name.clone() };
        taken.take(&one.name).map_err(same)?;
    }
    let mut left = MOST_BYTES;
    let mut attached = vec![];
    for one in found {
        let bytes = file.data(one.stream, left)?;
        left -= bytes.len();
        attached.push(Attached { name: one.name, bytes, relationship: one.relationship });
    }
    attached.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(attached)
}
