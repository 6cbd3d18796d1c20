//! `issue.lock`: what a number was made of and what came out, so that it can be made again years later,
//! or what is in the way of that can be named.
//!
//! The file stands beside the manifest and is TOML. A seal over its own text tells a lock that was
//! edited from one that was written. It never builds anything.

pub mod messages;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::digest::{of_files, sha256};
use crate::document::file;
use crate::layout::spec::Layout;
use crate::manifest::inputs::{Input, Inputs};
use crate::report::JIKJI;
use crate::typeset::bundled::BUNDLED;

/// The form of the file; a lock of a later form is left alone.
const FORM: u32 = 1;
/// The release of Typst in this program.
pub const TYPST: &str = "0.15.1";
/// The largest lock that is read, in bytes.
const LARGEST: u64 = 4 << 20;
/// How the line with the seal begins.
const SEAL: &str = "seal = \"";

/// What a number was made of and what came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The form of the file.
    pub form: u32,
    /// Which jikji wrote it.
    pub jikji: String,
    /// Which Typst was in it.
    pub typst: String,
    /// The base of the editions' names.
    pub slug: String,
    /// The manifest.
    pub manifest: Locked,
    /// The layout.
    pub layout: LockedLayout,
    /// Texts, images and profiles.
    #[serde(default)]
    pub files: Vec<Locked>,
    /// Font files.
    #[serde(default)]
    pub fonts: Vec<Locked>,
    /// The editions' files, by edition.
    #[serde(default)]
    pub editions: BTreeMap<String, Vec<Locked>>,
}

/// A file and its digest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locked {
    /// Its name.
    pub file: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// A layout and the digest of all its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedLayout {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 over its files.
    pub sha256: String,
}

/// What stands where a lock should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockState {
    /// Nothing.
    Nothing,
    /// A lock as it was written.
    Sound(Box<Lock>),
    /// A lock that somebody changed.
    Edited,
    /// A lock of a later jikji, by its release.
    Newer(String),
    /// No lock at all; why not.
    Unreadable(String),
}

impl Locked {
    /// The entry of a file.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        Self { file: name.into(), sha256: sha256(bytes) }
    }
}

impl Lock {
    /// The lock of a number that was just set, without editions. `fonts` are its own font files.
    pub fn of(slug: &str, inputs: &Inputs, layout: &Layout, fonts: &[Input]) -> Self {
        let locked = |file: &Input| Locked::of(&file.name, &file.bytes);
        let bundled = BUNDLED
            .iter()
            .map(|font| Locked { file: font.name.into(), sha256: font.sha256.into() });
        Self {
            form: FORM,
            jikji: JIKJI.into(),
            typst: TYPST.into(),
            slug: slug.into(),
            manifest: locked(&inputs.manifest),
            layout: LockedLayout {
                name: layout.name.clone(),
                version: layout.version.clone(),
                sha256: of_files(&layout.files),
            },
            files: inputs.files().map(locked).collect(),
            fonts: bundled.chain(fonts.iter().map(locked)).collect(),
            editions: BTreeMap::new(),
        }
    }

    /// Whether both are of the same inputs, made by the same program.
    pub fn same_inputs(&self, other: &Self) -> bool {
        let without = |lock: &Self| Self { editions: BTreeMap::new(), ..lock.clone() };
        without(self) == without(other)
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let body = toml::to_string(self).expect("the types of a lock are TOML's");
        format!("{HEAD}{SEAL}{}\"\n\n{body}", sha256(body.as_bytes()))
    }

    /// Writes it beside `manifest`.
    ///
    /// # Errors
    /// What the file system says.
    pub fn write(&self, manifest: &Path) -> Result<()> {
        crate::edition::file::write_whole(&path(manifest), self.text().as_bytes())
    }
}

/// The first lines of a lock.
const HEAD: &str = "# Written by jikji: what this number was made of and what came out.\n\
                    # Do not edit it; build again, or delete it.\n";

/// Where the lock of a manifest stands: `issue.lock` for `issue.toml`.
pub fn path(manifest: &Path) -> PathBuf {
    manifest.with_extension("lock")
}

/// Reads the lock beside `manifest`.
///
/// # Errors
/// What the file system says, but for a file that is not there.
pub fn read(manifest: &Path) -> Result<LockState> {
    let path = path(manifest);
    let bytes = match file::bytes(&path, LARGEST) {
        Ok(bytes) => bytes,
        Err(file::Failure::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(LockState::Nothing);
        }
        Err(file::Failure::Large { .. }) => return Ok(LockState::Unreadable("too large".into())),
        Err(failure) => return Err(failure.error(&path)),
    };
    Ok(match std::str::from_utf8(&bytes) {
        Ok(text) => parse(text),
        Err(error) => LockState::Unreadable(error.to_string()),
    })
}

/// Whether a release comes after another: their numbers from left to right. What is no release, such
/// as the ending of a trial version, counts as none.
fn is_later(one: &str, other: &str) -> bool {
    let numbers = |release: &str| -> Vec<u64> {
        let numbers = release.split(['-', '+']).next().unwrap_or_default().split('.');
        numbers.map(|number| number.parse().unwrap_or(0)).collect()
    };
    numbers(one) > numbers(other)
}

/// Reads the text of a lock.
pub fn parse(text: &str) -> LockState {
    let value: toml::Table = match toml::from_str(text) {
        Ok(value) => value,
        Err(error) => return LockState::Unreadable(error.message().to_string()),
    };
    let form = value.get("form").and_then(toml::Value::as_integer);
    if form.is_some_and(|form| form > i64::from(FORM)) {
        let jikji = value.get("jikji").and_then(toml::Value::as_str).unwrap_or("?");
        return LockState::Newer(jikji.to_string());
    }
    let sealed = text.split_once(SEAL).and_then(|(_, rest)| rest.split_once("\"\n\n"));
    let Some((seal, body)) = sealed else { return LockState::Edited };
    if sha256(body.as_bytes()) != seal {
        return LockState::Edited;
    }
    match toml::from_str::<Lock>(body) {
        Ok(lock) if is_later(&lock.jikji, JIKJI) => LockState::Newer(lock.jikji),
        Ok(lock) => LockState::Sound(Box::new(lock)),
        Err(error) => LockState::Unreadable(error.message().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock() -> Lock {
        let file = |name: &str| Locked::of(name, name.as_bytes());
        Lock {
            form: FORM,
            jikji: "0.1.0".into(),
            typst: TYPST.into(),
            slug: "가-2024-05".into(),
            manifest: file("issue.toml"),
            layout: LockedLayout { name: "a".into(), version: "1".into(), sha256: "00".into() },
            files: vec![file("images/\"b\".svg")],
            fonts: vec![],
            editions: BTreeMap::from([("screen".into(), vec![file("a-screen.pdf")])]),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(parse(&lock().text()), LockState::Sound(Box::new(lock())));
    }

    #[test]
    fn a_lock_that_is_not_as_written_is_told_apart() {
        let text = lock().text();
        assert_eq!(parse(&text.replace("images", "pictures")), LockState::Edited);
        assert_eq!(parse(&text.replace(SEAL, "mark = \"")), LockState::Edited);
        let newer = text.replace("form = 1", "form = 2").replace("0.1.0", "9.0.0");
        assert_eq!(parse(&newer), LockState::Newer("9.0.0".into()));
        let later = Lock { jikji: "0.10.0".into(), ..lock() };
        assert_eq!(parse(&later.text()), LockState::Newer("0.10.0".into()));
        let earlier = Lock { jikji: "0.0.9-rc.1".into(), ..lock() };
        assert!(matches!(parse(&earlier.text()), LockState::Sound(_)));
        assert!(matches!(parse("not = [toml"), LockState::Unreadable(_)));
        assert_eq!(parse(""), LockState::Edited);
    }

    #[test]
    fn editions_are_no_inputs() {
        let other = Lock { editions: BTreeMap::new(), ..lock() };
        assert!(lock().same_inputs(&other));
        assert!(!lock().same_inputs(&Lock { typst: "0.16".into(), ..lock() }));
    }

    #[test]
    fn the_release_of_typst_is_the_one_built_with() {
        let manifest = include_str!("../../Cargo.toml");
        assert!(manifest.contains(&format!("typst = \"={TYPST}\"")));
    }

    #[test]
    fn a_missing_lock_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = folder.path().join("issue.toml");
        assert_eq!(read(&manifest).unwrap(), LockState::Nothing);
        lock().write(&manifest).unwrap();
        assert_eq!(read(&manifest).unwrap(), LockState::Sound(Box::new(lock())));
        std::fs::write(folder.path().join("issue.lock"), [0xFF, 0xFE]).unwrap();
        assert!(matches!(read(&manifest).unwrap(), LockState::Unreadable(_)));
    }
}
