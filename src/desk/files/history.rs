//! The last states of a number's files, kept beside it in `.jikji/history`, so that each can be looked at and
//! brought back.
//!
//! A state is kept when it is left: before the first change, and then once a minute at most while somebody writes.
//! What stands in the files now is not among them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, UNIX_EPOCH};

use anyhow::Result;
use serde::Serialize;

use crate::edition::file::write_whole;

/// Where states are kept, beside the manifest.
const FOLDER: &str = ".jikji";

/// How many states of a file are kept, and how many bytes of them together.
const MOST_STATES: usize = 50;
const MOST_BYTES: u64 = 16 << 20;

/// Larger files have no history: no text is that long.
const LARGEST: usize = 4 << 20;

/// States that are left sooner after another are not kept.
const APART: Duration = Duration::from_secs(60);

/// What keeps states of a number's files.
pub struct History {
    /// The number's folder, as it is called: a working folder that is moved takes its history along.
    named: PathBuf,
    /// By the way from there.
    seen: BTreeMap<PathBuf, Seen>,
}

/// A file as it was looked at last.
struct Seen {
    bytes: Vec<u8>,
    kept: Option<Instant>,
}

/// A state that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct State {
    /// Counts the states of its file.
    pub id: u32,
    /// When it was left, in seconds since 1970.
    pub left: u64,
    /// Its length, bytes.
    pub bytes: u64,
}

impl History {
    /// The history of the number in a folder.
    pub fn of(folder: &Path) -> Self {
        Self { named: folder.to_path_buf(), seen: BTreeMap::new() }
    }

    /// Looks at the files, and keeps what they were before if that is another.
    ///
    /// # Errors
    /// What the file system says.
    pub fn look<'p>(&mut self, files: impl Iterator<Item = &'p Path>) -> Result<()> {
        for path in files {
            // What is not there for a moment is there again.
            let (Some(own), Ok(bytes)) = (self.own(path), std::fs::read(path)) else { continue };
            let seen = self.seen.entry(own);
            let seen = seen.or_insert_with(|| Seen { bytes: bytes.clone(), kept: None });
            if seen.bytes == bytes {
                continue;
            }
            let before = std::mem::replace(&mut seen.bytes, bytes);
            if seen.kept.is_none_or(|kept| kept.elapsed() >= APART) {
                seen.kept = Some(Instant::now());
                self.keep(path, &before)?;
            }
        }
        Ok(())
    }

    /// However soon it comes, the state that a file is in now will be kept.
    pub fn mark(&mut self, path: &Path) {
        if let Some(seen) = self.own(path).and_then(|own| self.seen.get_mut(&own)) {
            seen.kept = None;
        }
    }

    /// The states of a file, the latest first.
    pub fn states(&self, path: &Path) -> Vec<State> {
        let folder = self.folder(path);
        let entries = folder.and_then(|folder| folder.read_dir().ok()).into_iter().flatten();
        let mut states: Vec<State> = entries.flatten().filter_map(|entry| state(&entry)).collect();
        states.sort_by_key(|state| std::cmp::Reverse(state.id));
        states
    }

    /// What a file said in a state.
    pub fn read(&self, path: &Path, id: u32) -> Option<Vec<u8>> {
        std::fs::read(self.folder(path)?.join(file_name(id))).ok()
    }

    fn keep(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let Some(folder) = self.folder(path).filter(|_| bytes.len() <= LARGEST) else {
            return Ok(());
        };
        let states = self.states(path);
        let latest = states.first().map(|state| state.id);
        if latest.and_then(|id| self.read(path, id)).is_some_and(|latest| latest == bytes) {
            return Ok(());
        }
        let ignored = self.named.join(FOLDER).join(".gitignore");
        if !ignored.exists() {
            write_whole(&ignored, b"*\n")?;
        }
        write_whole(&folder.join(file_name(latest.map_or(1, |id| id + 1))), bytes)?;
        let mut all = bytes.len() as u64;
        for (place, state) in (1..).zip(&states) {
            all += state.bytes;
            if place >= MOST_STATES || all > MOST_BYTES {
                // One more than enough does no harm.
                let _ = std::fs::remove_file(folder.join(file_name(state.id)));
            }
        }
        Ok(())
    }

    /// Where the states of a file are.
    fn folder(&self, path: &Path) -> Option<PathBuf> {
        Some(self.named.join(FOLDER).join("history").join(self.own(path)?))
    }

    /// The way to a file from the number's folder; a file of another folder has no history.
    fn own(&self, path: &Path) -> Option<PathBuf> {
        let home = self.named.canonicalize().ok()?;
        Some(path.canonicalize().ok()?.strip_prefix(home).ok()?.to_path_buf())
    }
}

fn file_name(id: u32) -> String {
    format!("{id:06}")
}

fn state(entry: &std::fs::DirEntry) -> Option<State> {
    let id = entry.file_name().to_str()?.parse().ok()?;
    let data = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
    let left = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(State { id, left, bytes: data.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().canonicalize().unwrap();
        std::fs::create_dir(home.join("texts")).unwrap();
        (folder, home)
    }

    fn ids(states: &[State]) -> Vec<u32> {
        states.iter().map(|state| state.id).collect()
    }

    #[test]
    fn what_is_left_is_kept_once_a_minute_or_when_asked() {
        let (_folder, home) = home();
        let path = home.join("texts/a.md");
        let mut history = History::of(&home);
        let write = |history: &mut History, text: &str| {
            std::fs::write(&path, text).unwrap();
            history.look([path.as_path()].into_iter()).unwrap();
        };
        write(&mut history, "one");
        assert_eq!(history.states(&path), []);
        write(&mut history, "two");
        write(&mut history, "three");
        assert_eq!(ids(&history.states(&path)), [1]);
        assert_eq!(history.read(&path, 1).unwrap(), b"one");
        history.mark(&path);
        write(&mut history, "four");
        assert_eq!(ids(&history.states(&path)), [2, 1]);
        assert_eq!(history.read(&path, 2).unwrap(), b"three");
        // A new run goes on where this one ends, and keeps nothing twice.
        let mut history = History::of(&home);
        write(&mut history, "three");
        write(&mut history, "five");
        assert_eq!(ids(&history.states(&path)), [2, 1]);
    }

    #[test]
    fn only_so_many_states_are_kept_and_none_of_other_folders() {
        let (_folder, home) = home();
        let path = home.join("issue.toml");
        let mut history = History::of(&home);
        for state in 0..60 {
            std::fs::write(&path, state.to_string()).unwrap();
            history.look([path.as_path()].into_iter()).unwrap();
            history.mark(&path);
        }
        let states = history.states(&path);
        assert_eq!((states.len(), states[0].id, states[49].id), (50, 59, 10));
        assert_eq!(history.read(&path, 59).unwrap(), b"58");
        let (_other, elsewhere) = self::home();
        let other = elsewhere.join("issue.toml");
        for text in ["a", "b"] {
            std::fs::write(&other, text).unwrap();
            history.look([other.as_path()].into_iter()).unwrap();
        }
        assert_eq!(history.states(&other), []);
    }
}
