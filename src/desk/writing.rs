//! Everything that a tab writes: each writing is checked, taken down, and can be taken back.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::ask::Deed;
use super::asked::{Asked, OpenQuestion};
use super::fresh;
use super::mend::Mend;
use super::messages as say;
use super::options::Options;
use super::save::{Saved, Written, with_changes, with_text, write};
use super::undo::{About, Back, History};
use crate::document::edit::{Change, Step, Value};
use crate::document::file;
use crate::edition::file::{replace, write_new};
use crate::intake::{How, Number, Outcome, Place, images};
use crate::layout::spec::Layout;
use crate::panicked;
use jikji_diagnostic::Words;
use jikji_prose::normal::file_text;

/// The answer to a tab, and the file that was written.
pub type Answer = (Json, Option<PathBuf>);

/// What is written, and was.
pub struct Writing {
    options: Options,
    history: History,
    /// Whether something was written in a number before this one, which is not taken back unseen.
    before: bool,
    /// What is asked about the manuscripts that came.
    asked: Asked,
}

impl Writing {
    /// Nothing was written yet.
    pub fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            history: History::default(),
            before: false,
            asked: Asked::default(),
        }
    }

    /// Nothing was written yet in the number that is gone on with.
    pub fn turned(&self, options: &Options) -> Self {
        let before = self.before || self.history.ways() != (false, false);
        Self { before, asked: self.asked.clone(), ..Self::new(options) }
    }

    /// Whether there is something to take back, and something to write again.
    pub fn ways(&self) -> (bool, bool) {
        self.history.ways()
    }

    /// Says why nothing is written.
    pub fn refused(&self, why: Words) -> Answer {
        (json!({ "saved": false, "why": why.say(self.options.lang) }), None)
    }

    /// Writes a text for another.
    pub fn text(
        &mut self,
        path: &Path,
        at: &[Step],
        texts: (&str, &str),
        stroke: Option<u64>,
    ) -> Answer {
        self.write(path, stroke, |bytes| with_text(bytes, at, texts.0, texts.1))
    }

    /// Writes what mends a finding.
    pub fn mend(&mut self, path: &Path, mend: &Mend) -> Answer {
        self.write(path, None, |bytes| mend.written(bytes))
    }

    /// Changes the manifest.
    pub fn edit(
        &mut self,
        deeds: &[Deed],
        seen: &[(Vec<Step>, Json)],
        layout: Option<&Layout>,
        stroke: Option<u64>,
    ) -> Answer {
        let changes = deeds.iter().map(|deed| changes(deed, layout, &self.options));
        let Some(changes) = changes.collect::<Option<Vec<_>>>() else {
            return self.refused(say::UNSURE);
        };
        let changes = changes.concat();
        let path = self.options.manifest.clone();
        let answer = self.write(&path, stroke, |bytes| with_changes(bytes, seen, &changes));
        if let (Some(_), Some(about)) = (&answer.1, deeds.first().map(about)) {
            self.history.about(about);
        }
        answer
    }

    fn write(
        &mut self,
        path: &Path,
        stroke: Option<u64>,
        change: impl FnOnce(&[u8]) -> Result<Vec<u8>, Saved>,
    ) -> Answer {
        if self.options.read_only {
            return self.refused(say::READ_ONLY);
        }
        match write(path, change) {
            Ok((Saved::Done, written)) => {
                let path = written.map(|Written { path, before, after }| {
                    self.history.wrote(&path, Some(&before), Some(&after), stroke);
                    path
                });
                (json!({ "saved": true }), path)
            }
            Ok((Saved::Conflict(theirs), _)) => {
                let why = say::CONFLICT.say(self.options.lang);
                (json!({ "saved": false, "why": why, "theirs": theirs }), None)
            }
            Ok((Saved::Gone, _)) => self.refused(say::TEXT_GONE),
            Ok((Saved::Unsure, _)) => self.refused(say::UNSURE),
            Ok((Saved::Unreadable, _)) => self.refused(say::UNREADABLE),
            Err(error) => self.failed(&error),
        }
    }

    fn failed(&self, error: &anyhow::Error) -> Answer {
        (json!({ "saved": false, "why": panicked::told(error, self.options.lang).0 }), None)
    }

    /// Takes back what was written last, or writes it again.
    pub fn turn(&mut self, back: bool) -> Answer {
        if self.options.read_only {
            return self.refused(say::READ_ONLY);
        }
        let Some(path) = self.history.next(back).map(Path::to_path_buf) else {
            return self.refused(match back {
                true if self.before => say::NOTHING_SINCE,
                true => say::NOTHING_BACK,
                false => say::NOTHING_AGAIN,
            });
        };
        let now = match path.exists() {
            false => None,
            true => match file::bytes(&path, images::LARGEST) {
                Ok(bytes) => Some(bytes),
                Err(failure) => return self.failed(&failure.error(&path)),
            },
        };
        let Back::Write(path, bytes) = self.history.turn(back, now.as_deref()) else {
            return self.refused(say::CHANGED_SINCE);
        };
        let done = match (&now, &bytes) {
            (Some(now), Some(bytes)) => replace(&path, now, bytes),
            (None, Some(bytes)) => write_new(&path, bytes),
            (_, None) => std::fs::remove_file(&path).map(|()| true).map_err(Into::into),
        };
        match done {
            Ok(true) => {
                let at = json!(self.history.place(back));
                self.history.turned(back);
                (json!({ "saved": true, "at": at }), Some(path))
            }
            Ok(false) => self.refused(say::CHANGED_SINCE),
            Err(error) => self.failed(&error),
        }
    }

    /// Puts a picture beside the manifest.
    pub fn picture(&mut self, name: &str, bytes: &[u8]) -> Answer {
        if self.options.read_only {
            return self.refused(say::READ_ONLY);
        }
        match images::take(&self.options.manifest, name, bytes) {
            Ok(Some(images::Taken { file, path, new })) => {
                if new {
                    self.history.wrote(&path, None, Some(bytes), None);
                }
                (json!({ "saved": true, "file": file }), Some(path))
            }
            Ok(None) => self.refused(say::NO_PICTURE),
            Err(error) => self.failed(&error),
        }
    }
}

impl Writing {
    /// Makes a manuscript an entry of the section or part at a path, or of that in which the entry there stands.
    pub fn manuscript(&mut self, at: &[Step], name: &str, bytes: &[u8]) -> Answer {
        if self.options.read_only {
            return self.refused(say::READ_ONLY);
        }
        let (path, lang) = (self.options.manifest.clone(), self.options.lang);
        let number = match Number::open(&path, None) {
            Ok(Ok(number)) => number,
            Ok(Err(_)) => return self.refused(say::UNREADABLE),
            Err(error) => return self.failed(&error),
        };
        let how = How { place: Place::At(at), force: false };
        match number.take(name, bytes, how) {
            Ok(Outcome::Added(added)) => {
                self.history.wrote(&path, Some(&added.before), Some(&added.after), None);
                let asked = added.report.questions.iter().map(|asked| asked.says.say(lang));
                let asked: Vec<&str> = asked.collect();
                let lines = added.report.questions.iter().map(|asked| asked.manifest_line);
                let questions = asked.iter().map(|says| says.to_string()).zip(lines);
                let after = file_text(&String::from_utf8_lossy(&added.after));
                self.asked.take(&path, &after, (&added.title, &added.path), questions);
                let args = [("title", added.title.into()), ("count", asked.len().into())];
                let says = say::TAKEN.fill(lang, &args);
                let answer =
                    json!({ "saved": true, "says": says, "asked": asked, "at": added.path });
                (answer, Some(path))
            }
            Ok(Outcome::There { title, .. }) => {
                let why = say::TAKEN_BEFORE.fill(lang, &[("title", title.into())]);
                (json!({ "saved": false, "why": why }), None)
            }
            Ok(Outcome::Refused(found)) => {
                let why: Vec<String> = (found.iter())
                    .map(|found| format!("{}. {}", found.text(lang), found.help(lang)))
                    .collect();
                (json!({ "saved": false, "why": why.join(" ") }), None)
            }
            Err(error) => self.failed(&error),
        }
    }
}

impl Writing {
    /// What is asked about manuscripts in the manifest called `name`, whose text is `text`.
    pub fn asked(&mut self, name: &str, text: &str) -> Vec<OpenQuestion> {
        let help = say::ASKED_HELP.say(self.options.lang);
        self.asked.told(&self.options.manifest, name, text, help)
    }

    /// A question of that is settled; whether it still was one.
    pub fn settle(&mut self, id: u64) -> bool {
        self.asked.settle(id)
    }
}

/// Where what comes, goes or moves in a list stood, and where it stands then.
fn about(deed: &Deed) -> About {
    match deed {
        Deed::Move { from, to } => (Some(from.clone()), Some(arrived(from, to))),
        Deed::Add { at, .. } | Deed::Copy { to: at, .. } => (None, Some(at.clone())),
        Deed::Remove { at } => (Some(at.clone()), None),
        Deed::Set { .. } | Deed::Insert { .. } | Deed::Rename { .. } => About::default(),
    }
}

/// Where something stands that was moved before what stood at `to`.
fn arrived(from: &[Step], to: &[Step]) -> Vec<Step> {
    match (from.split_last(), to.split_last()) {
        (Some((Step::Index(was), list)), Some((Step::Index(is), other)))
            if list == other && was < is =>
        {
            list.iter().cloned().chain([(is - 1).into()]).collect()
        }
        _ => to.to_vec(),
    }
}

/// What a deed changes; none if it makes no sense.
fn changes(deed: &Deed, layout: Option<&Layout>, options: &Options) -> Option<Vec<Change>> {
    Some(vec![match deed {
        Deed::Set { at, value, after } => {
            Change::Set { at: at.clone(), value: Value::from_json(value)?, after: after.clone() }
        }
        Deed::Insert { at, value, after } => {
            Change::Insert { at: at.clone(), value: Value::from_json(value)?, after: after.clone() }
        }
        Deed::Add { at, kind } => return fresh::added(at, kind.as_deref(), layout?, options.lang),
        Deed::Rename { at, to } => Change::Rename { at: at.clone(), to: file_text(to) },
        Deed::Remove { at } => Change::Remove { at: at.clone() },
        Deed::Move { from, to } => Change::Move { from: from.clone(), to: to.clone() },
        Deed::Copy { from, to } => Change::Copy { from: from.clone(), to: to.clone() },
    }])
}
