//! What was written in this run, so that it can be taken back and written again.
//!
//! Of each state only what differs from the next is kept, and a digest to know the file again by. It never opens
//! a file.

use std::path::{Path, PathBuf};

use crate::digest::sha256;
use crate::document::edit::Step as Key;

/// The most bytes that are kept; what was written first is forgotten first.
const MOST: usize = 64 << 20;

/// One writing of one file.
#[derive(Debug)]
struct Step {
    path: PathBuf,
    /// What the file was; none if it was not there.
    before: Option<Digest>,
    /// What it became.
    after: Option<Digest>,
    /// Where the two differ, and how.
    at: usize,
    old: Vec<u8>,
    new: Vec<u8>,
    /// Writings of one stroke are taken back together.
    stroke: Option<u64>,
    about: About,
    /// Whether it was written along with the one before.
    joined: bool,
}

/// Where in the manifest what a writing was about stood before it, and where after it.
pub type About = (Option<Vec<Key>>, Option<Vec<Key>>);

type Digest = String;

/// What is to be written to take something back.
#[derive(Debug, PartialEq, Eq)]
pub enum Back {
    /// This file with these bytes; without any it goes.
    Write(PathBuf, Option<Vec<u8>>),
    /// The file is not what was written here.
    Changed,
    /// There is nothing.
    Nothing,
}

/// All that was written.
#[derive(Debug, Default)]
pub struct Undo {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Undo {
    /// Takes down that a file was written. Where it goes on with the same stroke it is the same step.
    pub fn wrote(
        &mut self,
        path: &Path,
        before: Option<&[u8]>,
        after: Option<&[u8]>,
        stroke: Option<u64>,
    ) {
        self.undone.clear();
        let (mut was, mut first) = (before.unwrap_or_default().to_vec(), before.map(sha256));
        if let Some(last) = self.done.last()
            && stroke.is_some()
            && (last.stroke, last.path.as_path(), &last.after) == (stroke, path, &first)
            && let Some(last) = self.done.pop()
        {
            was = last.turned(&was, false);
            first = last.before;
        }
        let now = after.unwrap_or_default();
        let head = was.iter().zip(now).take_while(|(a, b)| a == b).count();
        let rest = was[head..].iter().rev().zip(now[head..].iter().rev());
        let tail = rest.take_while(|(a, b)| a == b).count();
        let (old, new) =
            (was[head..was.len() - tail].to_vec(), now[head..now.len() - tail].to_vec());
        let (path, after, about) = (path.to_path_buf(), after.map(sha256), About::default());
        let (at, joined) = (head, false);
        self.done.push(Step { path, before: first, after, at, old, new, stroke, about, joined });
        let size = |step: &Step| step.old.len() + step.new.len();
        while self.done.iter().map(size).sum::<usize>() > MOST {
            self.done.remove(0);
        }
    }

    /// The last writing goes and comes along with the one before it.
    pub fn joined(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.joined = true;
        }
    }

    /// Takes down what the last writing was about.
    pub fn about(&mut self, about: About) {
        if let Some(last) = self.done.last_mut() {
            last.about = about;
        }
    }

    /// What is written next, back or again, was about this; where it stood before that, and after it.
    pub fn about_next(&self, back: bool) -> About {
        let steps = if back { &self.done } else { &self.undone };
        let (before, after) = steps.last().map(|step| step.about.clone()).unwrap_or_default();
        if back { (after, before) } else { (before, after) }
    }

    /// Where what is written next, back or again, was about will stand then; where it goes, where it stood.
    pub fn place(&self, back: bool) -> Option<Vec<Key>> {
        let (before, after) = self.about_next(back);
        after.or(before)
    }

    /// Whether there is something to take back, and something to write again.
    pub fn ways(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// Whether what was written together is partly done and partly undone: so is a file that came and what names it.
    pub fn is_along(&self) -> bool {
        if self.undone.last().is_some_and(|step| step.joined) {
            return true;
        }
        let came = |step: &&Step| step.before.is_none();
        let naming = self.undone.iter().rfind(|step| !came(step));
        let file = self.done.last().filter(came);
        naming.zip(file).is_some_and(|(step, file)| step.names(&file.path))
    }

    /// The file that is written next, back or again.
    pub fn next(&self, back: bool) -> Option<&Path> {
        let steps = if back { &self.done } else { &self.undone };
        steps.last().map(|step| step.path.as_path())
    }

    /// What to write over `now`, what the file holds, to go one step back or again.
    pub fn turn(&self, back: bool, now: Option<&[u8]>) -> Back {
        let steps = if back { &self.done } else { &self.undone };
        let Some(step) = steps.last() else { return Back::Nothing };
        let (from, to) =
            if back { (&step.after, &step.before) } else { (&step.before, &step.after) };
        if now.map(sha256) != *from {
            return Back::Changed;
        }
        let turned = step.turned(now.unwrap_or_default(), !back);
        Back::Write(step.path.clone(), to.is_some().then_some(turned))
    }

    /// It was written.
    pub fn turned(&mut self, back: bool) {
        let (from, to) = match back {
            true => (&mut self.done, &mut self.undone),
            false => (&mut self.undone, &mut self.done),
        };
        if let Some(mut step) = from.pop() {
            step.stroke = None;
            to.push(step);
        }
    }
}

impl Step {
    /// Whether it wrote the name of a file, or what makes another name that one.
    fn names(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        let within = |all: &[u8], part: &[u8]| {
            !part.is_empty() && all.windows(part.len()).any(|window| window == part)
        };
        within(&self.new, name) || within(name, &self.new)
    }

    /// The other state, made of the one.
    fn turned(&self, now: &[u8], on: bool) -> Vec<u8> {
        let (from, to) = if on { (&self.old, &self.new) } else { (&self.new, &self.old) };
        let end = self.at + from.len();
        [now.get(..self.at), Some(to), now.get(end..)]
            .into_iter()
            .flatten()
            .flatten()
            .copied()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Back, Undo};
    use std::path::Path;

    #[test]
    fn all_goes_back_and_comes_again_byte_for_byte() {
        let (path, other) = (Path::new("a"), Path::new("b"));
        let states: [&[u8]; 4] = [b"one two", b"one 2 two", b"one 2", b""];
        let mut undo = Undo::default();
        for pair in states.windows(2) {
            undo.wrote(path, Some(pair[0]), Some(pair[1]), None);
        }
        undo.wrote(other, None, Some(b"new"), None);
        assert_eq!(undo.turn(true, Some(b"other")), Back::Changed);
        assert_eq!(undo.turn(true, Some(b"new")), Back::Write(other.into(), None));
        undo.turned(true);
        for pair in states.windows(2).rev() {
            assert_eq!(
                undo.turn(true, Some(pair[1])),
                Back::Write(path.into(), Some(pair[0].into()))
            );
            undo.turned(true);
        }
        assert_eq!((undo.turn(true, None), undo.ways()), (Back::Nothing, (false, true)));
        for pair in states.windows(2) {
            assert_eq!(
                undo.turn(false, Some(pair[0])),
                Back::Write(path.into(), Some(pair[1].into()))
            );
            undo.turned(false);
        }
        assert_eq!(undo.next(false), Some(other));
        undo.wrote(path, Some(b"x"), Some(b"y"), None);
        assert_eq!(undo.ways(), (true, false));
    }

    #[test]
    fn a_file_that_came_goes_and_comes_with_what_names_it() {
        let (picture, other, text) = (Path::new("b.png"), Path::new("c.png"), Path::new("t"));
        let mut undo = Undo::default();
        undo.wrote(text, Some(b""), Some(b"1 a.png"), None);
        undo.wrote(picture, None, Some(b"PNG"), None);
        // Only what differs is kept.
        undo.wrote(text, Some(b"1 a.png"), Some(b"1 b.png"), None);
        undo.turned(true);
        assert!(undo.is_along());
        undo.turned(true);
        assert!(!undo.is_along());
        undo.turned(false);
        assert!(undo.is_along());
        undo.turned(false);
        assert!(!undo.is_along());
        // Two that one text names.
        undo.wrote(picture, None, Some(b"GIF"), None);
        undo.wrote(other, None, Some(b"JPG"), None);
        undo.wrote(text, Some(b"1"), Some(b"1 b.png c.png"), None);
        undo.turned(true);
        assert!(undo.is_along());
        undo.turned(true);
        assert!(undo.is_along());
        undo.turned(true);
        assert!(!undo.is_along());
    }

    #[test]
    fn a_file_that_nothing_names_goes_alone() {
        let (picture, text) = (Path::new("b.png"), Path::new("t"));
        let mut undo = Undo::default();
        undo.wrote(picture, None, Some(b"PNG"), None);
        undo.wrote(text, Some(b""), Some("다른 글".as_bytes()), None);
        undo.turned(true);
        assert!(!undo.is_along());
    }

    #[test]
    fn what_was_written_together_goes_and_comes_together() {
        let mut undo = Undo::default();
        undo.wrote(Path::new("a"), Some(b"1"), Some(b"2"), None);
        for (path, joined) in [("b", false), ("c", true)] {
            undo.wrote(Path::new(path), Some(b"1"), Some(b"2"), None);
            if joined {
                undo.joined();
            }
        }
        undo.turned(true);
        assert!(undo.is_along());
        undo.turned(true);
        assert!(!undo.is_along());
        undo.turned(false);
        assert!(undo.is_along());
        undo.turned(false);
        assert!(!undo.is_along());
    }

    #[test]
    fn a_stroke_is_one_step() {
        let path = Path::new("a");
        let mut undo = Undo::default();
        for (before, after) in [("ab", "acb"), ("acb", "accb"), ("accb", "ab!")] {
            undo.wrote(path, Some(before.as_bytes()), Some(after.as_bytes()), Some(7));
        }
        undo.wrote(path, Some(b"ab!"), Some(b"ab?"), Some(8));
        assert_eq!(undo.turn(true, Some(b"ab?")), Back::Write(path.into(), Some(b"ab!".into())));
        undo.turned(true);
        assert_eq!(undo.turn(true, Some(b"ab!")), Back::Write(path.into(), Some(b"ab".into())));
    }
}
