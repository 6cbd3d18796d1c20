//! Watches the folders of a number, and tells whether anything in them is another than before.
//!
//! Folders, not files: editors save by writing in place, by renaming and by halves, and a file may come only
//! later. It never reads what a file means.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::SystemTime;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::desk::ask::Ask;
use crate::digest::sha256;

/// How deep folders are looked into below the number's own.
const DEEPEST: usize = 4;

/// The most folders, and the most files, that are looked after.
const MOST_FOLDERS: usize = 256;
const MOST_FILES: usize = 4096;

/// What no number is made of, but made: its editions, and what keeps watch over them.
const PRODUCTS: [&str; 2] = ["pdf", "lock"];

/// A file as the folder tells it: when it was written, and its length.
type Stamp = (Option<SystemTime>, u64);

/// The folders of a number.
pub struct Folders {
    named: PathBuf,
    /// Where it was last.
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
    files: BTreeMap<PathBuf, File>,
}

struct File {
    stamp: Stamp,
    /// Known once it had to be told apart from what it was.
    digest: Option<String>,
}

impl Folders {
    /// The folders at and below `root`; what happens there goes to `asks`.
    pub fn new(root: &Path, asks: Sender<Ask>) -> Self {
        let tell = move |event: notify::Result<Event>| {
            let Ok(event) = event else { return };
            if !event.kind.is_access() {
                // Without anybody who listens nothing has to be told.
                let _ = asks.send(Ask::Changed(event.paths));
            }
        };
        // Where the machine tells nothing, the folders are looked over from time to time all the same.
        let watcher = notify::recommended_watcher(tell).ok();
        let named = root.to_path_buf();
        Self {
            root: named.clone(),
            named,
            watcher,
            watched: BTreeSet::new(),
            files: BTreeMap::new(),
        }
    }

    /// Whether a file came, went or holds something else since it was asked last. Of those in `touched` the
    /// contents are looked at whatever their stamps say.
    pub fn changed(&mut self, touched: &BTreeSet<PathBuf>) -> bool {
        // A working folder that is moved is followed; one that is gone is waited for where it was.
        if let Ok(root) = self.named.canonicalize() {
            self.root = root;
        }
        let (folders, files) = walk(&self.root);
        self.watch(folders, touched);
        let mut changed = self.files.keys().any(|path| !files.contains_key(path));
        let mut before = std::mem::take(&mut self.files);
        for (path, stamp) in files {
            let known = before.remove(&path);
            let same = known.as_ref().is_some_and(|known| known.stamp == stamp);
            let file = match known {
                Some(known) if same && !touched.contains(&path) => known,
                known => {
                    let digest = std::fs::read(&path).ok().map(|bytes| sha256(&bytes));
                    changed |= known.is_none_or(|known| known.digest != digest);
                    File { stamp, digest }
                }
            };
            self.files.insert(path, file);
        }
        changed
    }

    fn watch(&mut self, folders: BTreeSet<PathBuf>, touched: &BTreeSet<PathBuf>) {
        let Some(watcher) = &mut self.watcher else { return };
        // A folder that something happened to itself may be another by the same name.
        let gone = |folder: &PathBuf| !folders.contains(folder) || touched.contains(folder);
        for gone in self.watched.extract_if(.., gone) {
            // It is most often gone from the disk too.
            let _ = watcher.unwatch(&gone);
        }
        let new = folders.difference(&self.watched);
        let failed: BTreeSet<PathBuf> = new
            .filter(|folder| watcher.watch(folder, RecursiveMode::NonRecursive).is_err())
            .cloned()
            .collect();
        self.watched = folders;
        self.watched.retain(|folder| !failed.contains(folder));
    }
}

/// The folders at and below `root`, and the files in them that a number may be made of.
fn walk(root: &Path) -> (BTreeSet<PathBuf>, BTreeMap<PathBuf, Stamp>) {
    let (mut folders, mut files) = (BTreeSet::new(), BTreeMap::new());
    let mut waiting = std::collections::VecDeque::from([(root.to_path_buf(), 0)]);
    while let Some((folder, depth)) = waiting.pop_front() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            // A picture may be a link to a file; folders are not followed out of the number's.
            let real_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if real_folder && depth < DEEPEST {
                waiting.push_back((path, depth + 1));
            } else if !is_product(&path) && files.len() < MOST_FILES {
                let Ok(data) = path.metadata() else { continue };
                if data.is_file() {
                    files.insert(path, (data.modified().ok(), data.len()));
                }
            }
        }
        folders.insert(folder);
        if folders.len() >= MOST_FOLDERS {
            break;
        }
    }
    (folders, files)
}

fn is_product(path: &Path) -> bool {
    path.extension().is_some_and(|extension| PRODUCTS.iter().any(|product| extension == *product))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::mpsc;

    use super::Folders;

    #[test]
    fn what_holds_the_same_has_not_changed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let write = |name: &str, text: &str| std::fs::write(root.join(name), text).unwrap();
        std::fs::create_dir(root.join("texts")).unwrap();
        write("issue.toml", "a");
        let mut folders = Folders::new(&root, mpsc::channel().0);
        let touched = |name: &str| BTreeSet::from([root.join(name)]);
        let none = BTreeSet::new();
        assert!(folders.changed(&none));
        assert!(!folders.changed(&none));
        assert!(!folders.changed(&touched("issue.toml")));
        write("issue.toml", "b");
        assert!(folders.changed(&touched("issue.toml")));
        write("texts/a.md", "new");
        assert!(folders.changed(&none));
        write("number.pdf", "made");
        write(".hidden", "");
        assert!(!folders.changed(&none));
        std::fs::remove_file(root.join("texts/a.md")).unwrap();
        assert!(folders.changed(&none));
    }

    #[test]
    fn a_folder_that_is_another_by_the_same_name_is_listened_to() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().canonicalize().unwrap().join("number");
        let (tell, told) = mpsc::channel();
        std::fs::create_dir(&root).unwrap();
        let mut folders = Folders::new(&root, tell);
        folders.changed(&BTreeSet::new());
        let wait = |wanted: &std::path::Path| loop {
            let told = told.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
            if let super::Ask::Changed(paths) = told
                && paths.iter().any(|path| path == wanted)
            {
                break;
            }
        };
        std::fs::remove_dir(&root).unwrap();
        wait(&root);
        std::fs::create_dir(&root).unwrap();
        folders.changed(&BTreeSet::from([root.clone()]));
        std::fs::write(root.join("issue.toml"), "a").unwrap();
        wait(&root.join("issue.toml"));
    }
}
