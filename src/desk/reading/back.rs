//! Takes back what was written last, or writes it again, and says what that was.

use std::path::Path;

use serde_json::{Value, json};

use super::Reading;
use crate::desk::files::undo::About;
use crate::desk::forms::whereabouts::Whereabouts;
use crate::desk::writing::Answer;
use crate::document::edit::Step;

impl Reading {
    /// Takes back what was written last, or writes it again; the answer says what it was, and in which field.
    pub(in crate::desk) fn turn(&mut self, back: bool) -> Answer {
        let was = self.whereabouts();
        let ((mut answer, written), about) = self.writing.turn(back);
        if let Some(path) = &written {
            let (field, what) = self.about(path, about, was);
            answer["field"] = json!(field);
            answer["where"] = json!(what);
        }
        (answer, written)
    }

    /// The field that a writing of a file was in, and what that is called; `was` has the names before it.
    fn about(
        &self,
        file: &Path,
        (stood, stands): About,
        was: Option<Whereabouts>,
    ) -> (Option<Value>, Option<String>) {
        let Some(name) = self.shown(file) else {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
            return (None, name);
        };
        if name != self.manifest_name() {
            let path = self.naming(&name);
            let named = |path: &Vec<Step>| called(self.whereabouts().as_ref()?, path);
            let what = path.as_ref().and_then(named).or_else(|| Some(name.clone()));
            let field = json!({ "file": name, "path": [], "owner": self.owner(&name, &[]) });
            return (Some(field), what);
        }
        let what = match &stands {
            Some(path) => self.whereabouts().and_then(|names| called(&names, path)),
            None => stood.as_ref().zip(was).and_then(|(path, names)| called(&names, path)),
        };
        let field = stands
            .or(stood)
            .map(|path| json!({ "file": name, "path": path, "owner": self.owner(&name, &path) }));
        (field, what)
    }

    /// What a file of the number is called.
    fn shown(&self, file: &Path) -> Option<String> {
        let same = |path: &Path| path == file || path.canonicalize().is_ok_and(|real| real == file);
        self.names().into_iter().find(|name| self.path(name).is_some_and(|path| same(&path)))
    }
}

/// What stands at a path is called so; or the table that it is in.
fn called(names: &Whereabouts, path: &[Step]) -> Option<String> {
    names.of(path).or_else(|| names.of(path.get(..1)?))
}
