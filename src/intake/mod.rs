//! Takes authors' manuscripts into a number: each becomes an entry at the end of a section, its pictures files in
//! `images/`.
//!
//! What a manuscript is [`jikji_manuscript`] reads; here it gets its place. All of it is written, or nothing.

pub mod images;
pub mod messages;
pub mod pictures;
mod place;
pub mod target;

use std::path::{Path, PathBuf};

use anyhow::Result;
use toml::Value;

use crate::document::edit::{self, Change, Places, Refusal, Step};
use crate::document::{file, listing, quoted};
use crate::edition::file::replace;
use crate::layout;
use crate::manifest;
use crate::typeset::fonts::Fonts;
use images::Taken;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Sources;
use jikji_manuscript::report::Report;
use jikji_manuscript::target::{Plan, Target};
use jikji_manuscript::{Kept, Options};
use jikji_prose::normal::file_text;
use messages as msg;
use pictures::Pictures;
pub use place::Place;
use place::{Entry, List};

/// A number that takes manuscripts.
pub struct Number {
    path: PathBuf,
    target: Target,
    fonts: Fonts,
}

/// What is wrong with a number or a manuscript, and the files that says so of.
pub type Faults = (Vec<Diagnostic>, Sources);

/// How a manuscript is taken.
#[derive(Debug, Clone, Copy)]
pub struct How<'h> {
    /// Where it goes.
    pub place: Place<'h>,
    /// Whether it takes the place of what has its title or its text.
    pub force: bool,
}

/// What came of a manuscript.
pub enum Outcome {
    /// It is in the number.
    Added(Box<Added>),
    /// It was there before, at this line.
    There {
        /// Its title.
        title: String,
        /// The line.
        line: Option<usize>,
    },
    /// It is not, for what is wrong.
    Refused(Vec<Diagnostic>),
}

/// A manuscript that was taken.
pub struct Added {
    /// Its title.
    pub title: String,
    /// Where it stands in the manifest.
    pub path: Vec<Step>,
    /// The line of the manifest where it begins.
    pub line: Option<usize>,
    /// Whether it took the place of another.
    pub replaced: bool,
    /// The pictures that came with it.
    pub pictures: Vec<Taken>,
    /// What became of its paragraphs, and what the editor is asked.
    pub report: Report,
    /// The manifest as it was.
    pub before: Vec<u8>,
    /// The manifest as it is.
    pub after: Vec<u8>,
}

impl Number {
    /// The number at `path`, for entries of a kind, or of the one that takes articles best.
    ///
    /// # Errors
    /// Failures of the machine.
    pub fn open(path: &Path, kind: Option<&str>) -> Result<Result<Self, Faults>> {
        let mut sources = Sources::default();
        let read = file::bytes(path, manifest::LARGEST).ok().and_then(|bytes| value(&bytes));
        let name = read.as_ref().and_then(|read| read.get("layout")?.as_str());
        let (Some(read), Some(name)) = (&read, name) else {
            // Whoever checks it says why.
            let found = manifest::load(path, &mut sources)?.diagnostics;
            return Ok(Err((found, sources)));
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let layout = match layout::find(folder, name, &mut sources) {
            Ok(layout) => layout,
            Err(found) => return Ok(Err((found, sources))),
        };
        let mut target = target::target(&layout);
        if let Some(kind) = kind
            && let Err(fault) = only(kind, &mut target)
        {
            return Ok(Err((vec![fault], sources)));
        }
        let system = read.get("fonts").and_then(|fonts| fonts.get("system")?.as_bool());
        let fonts = Fonts::collect(folder, system == Some(true));
        Ok(Ok(Self { path: path.to_path_buf(), target, fonts }))
    }

    /// Takes a manuscript by its file's name and bytes.
    ///
    /// # Errors
    /// Failures of the machine.
    pub fn take(&self, name: &str, bytes: &[u8], how: How<'_>) -> Result<Outcome> {
        let failed = |failure: file::Failure| failure.error(&self.path);
        let before = file::bytes(&self.path, manifest::LARGEST).map_err(failed)?;
        let refused = |fault: &'static jikji_diagnostic::Message| {
            Ok(Outcome::Refused(vec![Diagnostic::general(fault)]))
        };
        let Some(number) = value(&before) else { return refused(msg::UNSURE) };
        let list = match place::list(&number, how.place) {
            Ok(list) => list,
            Err(fault) => return Ok(Outcome::Refused(vec![fault])),
        };
        let pictures = Pictures::beside(&self.path);
        let read = self.read(name, bytes, &|name, bytes| pictures.keep(name, bytes));
        let pictures = pictures.added()?;
        let written = match read {
            Ok(read) => self.write(&number, before, list, read, how),
            Err(fault) => Ok(Outcome::Refused(vec![fault])),
        };
        match written {
            Ok(Outcome::Added(added)) => Ok(Outcome::Added(Box::new(Added { pictures, ..*added }))),
            other => {
                pictures::remove(&pictures);
                other
            }
        }
    }

    fn read(
        &self,
        name: &str,
        bytes: &[u8],
        keep: &dyn Fn(&str, &[u8]) -> Kept,
    ) -> Result<jikji_manuscript::Added, Diagnostic> {
        let covers = self.fonts.covers();
        let options = Options { name, target: &self.target, covers: &covers, keep };
        jikji_manuscript::add(bytes, &options)
    }

    /// Puts an entry into the manifest.
    fn write(
        &self,
        number: &Value,
        before: Vec<u8>,
        list: List,
        read: jikji_manuscript::Added,
        how: How<'_>,
    ) -> Result<Outcome> {
        let jikji_manuscript::Added { title, entry, mut report } = read;
        let own = value(entry.as_bytes());
        let body = Plan::of(&self.target).map(|plan| plan.article.body.name.clone());
        let text = body.as_ref().and_then(|key| own.as_ref()?.get(key)?.as_str());
        let twin = place::twin(number, &title, body.as_deref().zip(text));
        if let (Some(twin), false) = (&twin, how.force) {
            let path = [&twin.list[..], &[Step::from(twin.index)]].concat();
            return Ok(Outcome::There { title, line: line(&before, &path) });
        }
        let (path, changes) = changes(twin.as_ref(), &list, entry);
        let after = match edit::changed(&before, &changes) {
            Ok(after) => after,
            Err(Refusal::Unreadable | Refusal::Gone | Refusal::Unsure) => {
                return Ok(Outcome::Refused(vec![Diagnostic::general(msg::UNSURE)]));
            }
        };
        let line = line(&after, &path);
        report.place(&shown(&path), line);
        if !replace(&self.path, &before, &after)? {
            return Ok(Outcome::Refused(vec![Diagnostic::general(msg::CHANGED)]));
        }
        let (replaced, pictures) = (twin.is_some(), vec![]);
        Ok(Outcome::Added(Box::new(Added {
            title,
            path,
            line,
            replaced,
            pictures,
            report,
            before,
            after,
        })))
    }
}

/// Leaves a target only one kind, if that takes articles.
fn only(kind: &str, target: &mut Target) -> Result<(), Diagnostic> {
    let takes = |name: &str| {
        let kinds = target.kinds.iter().filter(|kind| kind.name == name).cloned().collect();
        Plan::of(&Target { kinds, ..target.clone() }).is_some()
    };
    let known: Vec<&str> =
        target.kinds.iter().map(|kind| kind.name.as_str()).filter(|name| takes(name)).collect();
    if !known.contains(&kind) {
        let fault = Diagnostic::general(msg::NO_KIND).arg("kind", quoted(kind));
        return Err(fault.arg("known", listing(known)));
    }
    target.kinds.retain(|other| other.name == kind);
    Ok(())
}

/// What makes an entry one of the last of a list, or puts it in the place of another; and its path then.
fn changes(twin: Option<&Entry>, list: &List, entry: String) -> (Vec<Step>, Vec<Change>) {
    let at = |list: &[Step], index: usize| [list, &[Step::from(index)]].concat();
    let insert = |at: &[Step]| Change::Insert {
        at: at.to_vec(),
        value: edit::Value::Lines(entry),
        after: vec!["title".into()],
    };
    match twin {
        Some(Entry { list, index }) => {
            let path = at(list, *index);
            (path.clone(), vec![insert(&path), Change::Remove { at: at(list, index + 1) }])
        }
        None => {
            let path = at(&list.path, list.count);
            (path.clone(), vec![insert(&path)])
        }
    }
}

/// What a manifest holds.
fn value(bytes: &[u8]) -> Option<Value> {
    edit::read(&file_text(std::str::from_utf8(bytes).ok()?))
}

/// The line, from 1, of the first key of an entry.
fn line(manifest: &[u8], path: &[Step]) -> Option<usize> {
    let text = file_text(std::str::from_utf8(manifest).ok()?);
    let places = Places::of(&text)?;
    let body = places.blocks[places.block(path)?].body;
    Some(1 + text.get(..body)?.matches('\n').count())
}

/// A path as reports name fields.
fn shown(path: &[Step]) -> String {
    path.iter().fold(String::new(), |out, step| match step {
        Step::Key(key) if out.is_empty() => key.clone(),
        Step::Key(key) => format!("{out}.{key}"),
        Step::Index(index) => format!("{out}[{index}]"),
    })
}
