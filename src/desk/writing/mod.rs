//! Everything that a tab writes: each writing is checked, taken down, and can be taken back.

pub mod about;
pub mod deeds;

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::desk::ask::Deed;
use crate::desk::files::save::{Saved, Written, with_changes, with_text, write};
use crate::desk::files::undo::{About, Back, Undo};
use crate::desk::findings::advice;
use crate::desk::findings::asked::{Asked, OpenQuestion};
use crate::desk::findings::mend::Mend;
use crate::desk::messages as say;
use crate::desk::options::Options;
use crate::document::edit::{Step, read};
use crate::document::file;
use crate::edition::file::{replace, write_new};
use crate::intake::{How, Number, Outcome, Place, images};
use crate::layout::spec::Layout;
use crate::manifest::LARGEST;
use crate::manifest::image::Format;
use crate::panicked;
use deeds::Deeds;
use jikji_diagnostic::Words;
use jikji_prose::normal::file_text;

/// The answer to a tab, and the file that was written.
pub type Answer = (Json, Option<PathBuf>);

/// What is written, and was.
pub struct Writing {
    options: Options,
    undo: Undo,
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
            undo: Undo::default(),
            before: false,
            asked: Asked::default(),
        }
    }

    /// Nothing was written yet in the number that is gone on with.
    pub fn of_another(&self, options: &Options) -> Self {
        let before = self.before || self.undo.ways() != (false, false);
        Self { before, asked: self.asked.clone(), ..Self::new(options) }
    }

    /// Whether there is something to take back, and something to write again.
    pub fn ways(&self) -> (bool, bool) {
        self.undo.ways()
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
        let answer = self.write(path, stroke, |bytes| with_text(bytes, at, texts.0, texts.1));
        self.took(&answer, || (Some(at.to_vec()), Some(at.to_vec())));
        answer
    }

    /// Writes what mends findings, file by file; all of it is taken back together.
    pub fn mend(&mut self, mends: &[(PathBuf, Mend)]) -> Answer {
        let mut last = self.refused(say::CONFLICT);
        for (path, mend) in mends {
            let along = last.1.is_some();
            let mut at = None;
            let next = self.write(path, None, |bytes| {
                at = mend.place(bytes);
                mend.written(bytes)
            });
            self.took(&next, || (at.clone(), at));
            if next.1.is_none() && along {
                // What was written is there, and the rest is still told.
                break;
            }
            if along {
                self.undo.joined();
            }
            last = next;
        }
        last
    }

    /// Changes the manifest.
    pub fn edit(
        &mut self,
        deeds: &[Deed],
        seen: &[(Vec<Step>, Json)],
        layout: Option<&Layout>,
        stroke: Option<u64>,
    ) -> Answer {
        // Only what comes needs to know what is there.
        let comes = |deed: &Deed| matches!(deed, Deed::Add { .. } | Deed::Copy { .. });
        let root = deeds.iter().any(comes).then(|| self.root()).flatten();
        let mut known = Deeds::new(root.as_ref(), layout, self.options.lang);
        let changes = deeds.iter().map(|deed| known.changes(deed));
        let Some(changes) = changes.collect::<Option<Vec<_>>>() else {
            return self.refused(say::UNSURE);
        };
        let changes = changes.concat();
        let path = self.options.manifest.clone();
        let answer = self.write(&path, stroke, |bytes| with_changes(bytes, seen, &changes));
        self.took(&answer, || deeds.first().map(about::of).unwrap_or_default());
        answer
    }

    /// Takes down that an earlier state of a file was brought back.
    pub fn brought_back(&mut self, path: &Path, before: &[u8], after: &[u8]) {
        self.undo.wrote(path, Some(before), Some(after), None);
    }

    /// Takes down what a writing was about, if there was one.
    fn took(&mut self, answer: &Answer, about: impl FnOnce() -> About) {
        if answer.1.is_some() {
            self.undo.about(about());
        }
    }

    /// What the manifest holds, where it can be read.
    fn root(&self) -> Option<toml::Value> {
        let bytes = file::bytes(&self.options.manifest, LARGEST).ok()?;
        read(&file_text(std::str::from_utf8(&bytes).ok()?))
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
                    self.undo.wrote(&path, Some(&before), Some(&after), stroke);
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
    ///
    /// A picture that came goes and comes again with the text that names it. Given with what it was about: where that
    /// stood before this, and where it stands now.
    pub fn turn(&mut self, back: bool) -> (Answer, About) {
        let mut about = self.undo.about_next(back);
        let mut answer = self.turn_one(back);
        while answer.1.is_some() && self.undo.is_along() {
            let own = self.undo.about_next(back);
            let next = self.turn_one(back);
            let stays = next.1.is_none();
            // What is told is what became of the text.
            if !back {
                (answer, about) = (next, own);
            }
            if stays {
                break;
            }
        }
        (answer, about)
    }

    fn turn_one(&mut self, back: bool) -> Answer {
        if self.options.read_only {
            return self.refused(say::READ_ONLY);
        }
        let Some(path) = self.undo.next(back).map(Path::to_path_buf) else {
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
        let Back::Write(path, bytes) = self.undo.turn(back, now.as_deref()) else {
            return self.refused(say::CHANGED_SINCE);
        };
        let done = match (&now, &bytes) {
            (Some(now), Some(bytes)) => replace(&path, now, bytes),
            (None, Some(bytes)) => write_new(&path, bytes),
            (_, None) => std::fs::remove_file(&path).map(|()| true).map_err(Into::into),
        };
        match done {
            Ok(true) => {
                let at = json!(self.undo.place(back));
                self.undo.turned(back);
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
                    self.undo.wrote(&path, None, Some(bytes), None);
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
        if Format::of(bytes).is_some_and(|format| format != Format::Pdf) {
            return self.refused(say::PICTURE_ELSEWHERE);
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
                for picture in &added.pictures {
                    // One that cannot be read is left where it is.
                    if let Ok(bytes) = file::bytes(&picture.path, images::LARGEST) {
                        self.undo.wrote(&picture.path, None, Some(&bytes), None);
                    }
                }
                self.undo.wrote(&path, Some(&added.before), Some(&added.after), None);
                self.undo.about((None, Some(added.path.clone())));
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
                    .map(|found| advice::of(found, lang, None))
                    .map(|(says, help)| format!("{says}. {help}"))
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
