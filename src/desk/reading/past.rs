//! Answers about what the number's files were before, and brings a state back.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::Reading;
use crate::desk::ask::Question;
use crate::desk::files::history::History;
use crate::desk::files::since::changed;
use crate::desk::forms::whereabouts::Whereabouts;
use crate::desk::messages as say;
use crate::document::edit::read;
use crate::document::file;
use crate::edition::file::replace;
use crate::manifest::LARGEST;
use crate::panicked;
use jikji_prose::normal::file_text;

impl Reading {
    /// The answer to a question about what a file was before, and the file that was written; `None` to all others.
    pub fn past(
        &mut self,
        question: &Question,
        history: &mut History,
    ) -> Option<(Value, Option<PathBuf>)> {
        match question {
            Question::States { file } => {
                let states = self.path(file).map(|path| history.states(&path));
                Some((json!(states.unwrap_or_default()), None))
            }
            Question::State { file, id } => {
                Some((self.state(file, *id, history).unwrap_or_default(), None))
            }
            Question::Back { file, id, before } => Some(self.back(file, *id, before, history)),
            _ => None,
        }
    }

    /// Brings a state back to the byte; that is taken back like any writing.
    fn back(
        &mut self,
        file: &str,
        id: u32,
        before: &str,
        history: &mut History,
    ) -> (Value, Option<PathBuf>) {
        let refused = |why: &str| (json!({ "saved": false, "why": why }), None);
        let lang = self.options.lang;
        if self.options.read_only {
            return refused(say::READ_ONLY.say(lang));
        }
        let there = self.path(file).and_then(|path| Some((history.read(&path, id)?, path)));
        let Some((then, path)) = there else { return refused(say::TEXT_GONE.say(lang)) };
        let now = file::bytes(&path, LARGEST).unwrap_or_default();
        if file_text(&String::from_utf8_lossy(&now)) != before {
            return refused(say::CONFLICT.say(lang));
        }
        // However soon it comes, what is left by this is a state too.
        history.mark(&path);
        let real = path.canonicalize().map_err(Into::into);
        match real.and_then(|real| Ok(replace(&real, &now, &then)?.then_some(real))) {
            Ok(Some(real)) => {
                self.writing.brought_back(&real, &now, &then);
                (json!({ "saved": true }), Some(path))
            }
            Ok(None) => refused(say::CONFLICT.say(lang)),
            Err(error) => refused(&panicked::told(&error, lang).0),
        }
    }

    fn state(&self, file: &str, id: u32, history: &History) -> Option<Value> {
        let then = history.read(&self.path(file)?, id)?;
        let (then, now) = (file_text(std::str::from_utf8(&then).ok()?), self.text(file)?);
        let shape = (file == self.manifest_name()).then(|| self.shape()).flatten();
        let lang = self.options.lang;
        let names =
            |text: &str| Some(Whereabouts { root: read(text)?, shape: shape.clone()?, lang });
        let changed = changed(&then, &now, names);
        Some(json!({ "id": id, "now": now, "changed": changed }))
    }
}
