//! Shop profiles: what a print shop takes, written down once in TOML, for the preflight and for numbers that are built
//! for it.
//!
//! Three come with the program. It reads no file itself and looks at no PDF; what the limits mean is the preflight's.

mod condition;
pub mod messages;
mod profile;
mod read;
mod schema;
#[cfg(test)]
mod tests;

use crate::document::encoding;
use crate::document::{Document, Table, listing, nearest, quoted, readable};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Sources;
use messages as msg;

pub use condition::{had_elsewhere, no_condition};
pub use profile::ShopProfile;
pub use schema::schema;

/// The largest profile, in bytes.
pub const LARGEST: u64 = 1 << 20;

/// The profiles that come with the program.
const BUILT_IN: [(&str, &str); 3] = [
    ("coated", include_str!("coated.toml")),
    ("uncoated", include_str!("uncoated.toml")),
    ("digital", include_str!("digital.toml")),
];

/// The names of the built-in profiles.
pub fn names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// The built-in profile of that name.
pub fn built_in(name: &str) -> Option<ShopProfile> {
    let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
    let mut sources = Sources::default();
    Some(read(name, text.as_bytes(), &mut sources).expect("what comes with the program is sound"))
}

/// What is said of a name that is neither a built-in profile's nor a path.
pub fn unknown(name: &str) -> Diagnostic {
    let near = nearest(name, names());
    let unknown =
        Diagnostic::general(if near.is_some() { msg::UNKNOWN_NEAR } else { msg::UNKNOWN });
    unknown
        .arg("name", quoted(name))
        .arg("near", quoted(near.unwrap_or_default()))
        .arg("known", listing(names()))
}

/// Reads a profile from the bytes of a file that is shown as `shown`.
///
/// # Errors
/// All that is wrong with it, with places in the file.
pub fn read(
    shown: &str,
    bytes: &[u8],
    sources: &mut Sources,
) -> Result<ShopProfile, Vec<Diagnostic>> {
    let id = encoding::read(shown, bytes, sources).map_err(|problem| vec![problem])?;
    let text = sources.get(id).text.clone();
    let (readable, told) = readable(id, &text);
    let (document, mut problems) = Document::parse(id, &readable);
    problems.extend(told);
    let profile = document.as_ref().map(|document| {
        let mut reading = read::Reading { problems: &mut problems };
        reading.profile(shown, Table::root(document))
    });
    match profile {
        Some(profile) if !jikji_diagnostic::any_error(&problems) => Ok(profile),
        _ => Err(problems),
    }
}
