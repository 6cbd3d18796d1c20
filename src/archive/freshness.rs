//! Whether a number has to be built: its lock held against what is on the disk now.
//!
//! Nothing is parsed but the lock; files are told apart by their digests.

use std::path::Path;

use crate::digest::{of_files, sha256};
use crate::document::file;
use crate::edition::Edition;
use crate::layout;
use crate::lock::{self, Lock, LockState, Locked, TYPST};
use crate::report::JIKJI;
use crate::typeset::bundled::BUNDLED;
use crate::typeset::shelf::Shelf;

/// The largest file that is compared, in bytes.
const LARGEST: u64 = 1 << 30;

/// Whether all editions of the number that `lock` tells of are in `out` and up to date.
pub fn fresh(lock: &Lock, manifest: &Path, out: &Path, editions: &[Edition]) -> bool {
    let folder = manifest.parent().unwrap_or(Path::new(""));
    lock.jikji == JIKJI
        && lock.typst == TYPST
        && is(manifest, &lock.manifest)
        && lock.files.iter().all(|file| is(&folder.join(&file.file), file))
        && layout_is(lock, folder)
        && fonts_are(lock, folder)
        && editions.iter().all(|edition| edition_is(lock, *edition, out))
}

/// The slug of a number whose manifest is as its lock says.
pub fn locked_slug(manifest: &Path, bytes: &[u8]) -> Option<String> {
    match lock::read(manifest) {
        Ok(LockState::Sound(lock)) if lock.manifest.sha256 == sha256(bytes) => Some(lock.slug),
        _ => None,
    }
}

/// Whether a file is the one a lock tells of.
pub(super) fn is(path: &Path, locked: &Locked) -> bool {
    file::bytes(path, LARGEST).is_ok_and(|bytes| sha256(&bytes) == locked.sha256)
}

fn layout_is(lock: &Lock, folder: &Path) -> bool {
    layout::files(folder, &lock.layout.name)
        .is_some_and(|files| of_files(&files) == lock.layout.sha256)
}

/// The program's fonts, and no others in the folder `fonts` than the lock knows.
fn fonts_are(lock: &Lock, folder: &Path) -> bool {
    let bundled = BUNDLED.iter().all(|font| {
        lock.fonts.iter().any(|locked| locked.file == font.name && locked.sha256 == font.sha256)
    });
    let own: Vec<&Locked> =
        lock.fonts.iter().filter(|font| BUNDLED.iter().all(|own| own.name != font.file)).collect();
    let there = Shelf::of(folder, false).fonts().count();
    bundled && there == own.len() && own.iter().all(|font| is(&folder.join(&font.file), font))
}

fn edition_is(lock: &Lock, edition: Edition, out: &Path) -> bool {
    let files = lock.editions.get(edition.name());
    files.is_some_and(|files| {
        !files.is_empty() && files.iter().all(|file| is(&out.join(&file.file), file))
    })
}
