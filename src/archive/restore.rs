//! Takes out of an archive edition what it was made of.
//!
//! [`unpack`] gives all files or none: names, number and sizes are judged before anything is handed
//! out. [`write()`] puts them below one folder and nowhere else. Neither looks into the files; whether
//! they are the ones the edition was built from is told by the digests of the `issue.lock` among them.

mod attachments;
mod fault;
pub mod name;
mod pdf;
#[cfg(test)]
mod tests;
mod write;

pub use fault::RestoreFault;

use jikji_diagnostic::Words;
pub use write::{Written, write};

use self::name::Taken;
use self::pdf::object::Value;
use self::pdf::{File, stream};
pub use crate::edition::archive::{MOST_BYTES, MOST_FILES};
use crate::edition::portable;

/// The largest archive edition that is worth reading, in bytes: what it attaches, and its pages.
pub const LARGEST_PDF: u64 = 1 << 30;

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

/// All files a PDF attaches, sorted by name.
///
/// Packed data is checked by its own check sum and by the size the PDF tells. The MD5 sums that
/// other programs add are not looked at: Typst writes none, and `issue.lock` holds better ones.
///
/// # Errors
/// If it is no PDF, damaged or encrypted, attaches nothing, or attaches what must not be unpacked.
pub fn unpack(pdf: &[u8]) -> Result<Vec<Attached>, RestoreFault> {
    let file = File::open(pdf)?;
    let found = attachments::all(&file)?;
    if found.is_empty() {
        return Err(RestoreFault::NoAttachments);
    }
    let mut taken = Taken::default();
    for one in &found {
        if let Some(why) = portable::refused(&one.name) {
            return Err(RestoreFault::Name { name: one.name.clone(), why });
        }
        taken.take(&one.name)?;
    }
    let mut left = MOST_BYTES;
    let mut attached = vec![];
    for one in found {
        let bytes = data(&file, one.stream, left)?;
        left -= bytes.len();
        attached.push(Attached { name: one.name, bytes, relationship: one.relationship });
    }
    attached.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(attached)
}

/// The data of an embedded file (PDF 32000-1, 7.11.4.2).
fn data(file: &File, number: u32, most: usize) -> Result<Vec<u8>, RestoreFault> {
    let (mut dict, packed) = file.stream(number)?;
    for key in ["Filter", "DecodeParms"] {
        if let Some(value) = dict.get(key.as_bytes()) {
            let value = file.resolved(value)?;
            dict.insert(key.into(), value);
        }
    }
    let bytes = stream::decoded(&dict, packed, most)?;
    let told = match file.entry_dict(&dict, "Params")? {
        Some(params) => file.entry(&params, "Size")?,
        None => Value::Null,
    };
    match told {
        Value::Integer(size) if usize::try_from(size) != Ok(bytes.len()) => {
            Err(RestoreFault::Damaged(Words {
                ko: "첨부 파일의 크기가 적힌 것과 다릅니다",
                en: "an attachment is not of the size it is told to be",
            }))
        }
        _ => Ok(bytes),
    }
}
