//! Answers what tabs ask of the number as it was set last, and has its files.

pub mod back;
pub mod past;
pub mod texts;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::desk::ask::{Deed, Question};
use crate::desk::findings::asked::OpenQuestion;
use crate::desk::findings::mend;
use crate::desk::findings::mend::{Mend, Pass};
use crate::desk::forms::form::Forms;
use crate::desk::forms::outline;
use crate::desk::forms::shapes;
use crate::desk::forms::shapes::{Shape, Shapes};
use crate::desk::forms::whereabouts::Whereabouts;
use crate::desk::messages as say;
use crate::desk::number::good::Good;
use crate::desk::number::start;
use crate::desk::options::Options;
use crate::desk::pages::room;
use crate::desk::paste::clean;
use crate::desk::writing::{Answer, Writing};
use crate::document::edit::{Step, read, to_json, value_at};
use crate::document::file;
use crate::layout::spec::Layout;
use crate::manifest::LARGEST;
use crate::typeset::places::Places;
use jikji_prose::normal::file_text;

/// What tabs read, and write.
pub struct Reading {
    pub(in crate::desk) options: Options,
    pub(in crate::desk) good: Option<Read>,
    pub(in crate::desk) writing: Writing,
    shapes: Shapes,
}

/// A number that was set, and what is found in it.
pub(in crate::desk) struct Read {
    good: Arc<Good>,
    places: OnceCell<Places>,
    /// Its texts that stand in files of their own, by what they are called.
    pub(in crate::desk) texts: BTreeMap<String, PathBuf>,
}

impl Deref for Read {
    type Target = Good;

    fn deref(&self) -> &Good {
        &self.good
    }
}

impl Read {
    /// Where its letters stand on its pages.
    pub(in crate::desk) fn places(&self) -> &Places {
        let Good { number, sources, .. } = &*self.good;
        let places = || Places::of(&number.pages, &number.issue, &number.world, sources);
        self.places.get_or_init(places)
    }
}

impl Reading {
    /// Nothing to read yet.
    pub fn new(options: &Options) -> Self {
        let writing = Writing::new(options);
        Self { options: options.clone(), good: None, writing, shapes: Shapes::default() }
    }

    /// Nothing to read yet of the number that is gone on with.
    pub fn of_another(&self, options: &Options) -> Self {
        Self { writing: self.writing.of_another(options), ..Self::new(options) }
    }

    /// A number was set.
    pub fn take(&mut self, good: Arc<Good>) {
        let number = &good.number;
        let inputs = &number.inputs;
        let is_text = |name: &String, bytes: &[u8]| {
            !number.issue.pictures.contains_key(name) && std::str::from_utf8(bytes).is_ok()
        };
        let texts = inputs.files().filter(|input| is_text(&input.name, &input.bytes));
        let texts = texts.map(|input| (inputs.shown(&input.name), input.path.clone())).collect();
        self.good = Some(Read { good, places: OnceCell::new(), texts });
    }

    /// The number that is read.
    pub fn good(&self) -> Option<Arc<Good>> {
        self.good.as_ref().map(|read| read.good.clone())
    }

    /// The answer to a question, `null` where there is none; and the file that was written.
    pub fn answer(&mut self, question: &Question) -> (Value, Option<PathBuf>) {
        let found = match question {
            Question::Point { page, x, y } => self.at_point(*page, *x, *y),
            Question::Line { file, line, column, path } => {
                self.at_line((file, *line, *column), path.as_deref())
            }
            Question::Field { file, path } => self.opened(file, path, 0),
            Question::Entry { entry } => self.of_entry(*entry),
            Question::Spot { file, path, caret } => self.spot(file, path, *caret),
            // They are about another number than this one, or about what this one was.
            Question::New { .. } | Question::Open { .. } => None,
            Question::States { .. } | Question::State { .. } | Question::Back { .. } => None,
            Question::Numbers => Some(json!(start::numbers(&self.options.manifest, false))),
            Question::Form { path } => self.form(path),
            Question::Clean { text, looks, line } => {
                let clean = if *line { clean::line } else { clean::clean };
                Some(clean(text, looks, self.options.lang))
            }
            Question::Lines { texts, looks } => Some(clean::lines(texts, looks, self.options.lang)),
            Question::Save { file, path, before, text, after, stroke } => {
                let texts = (before.as_deref(), text.as_deref());
                return self.save(file, path, texts, after, *stroke);
            }
            Question::Edit { changes, seen, stroke, .. } => {
                let layout = self.layout();
                return self.writing.edit(changes, seen, layout.as_ref(), *stroke);
            }
            // What is found is told by who sets the number.
            Question::Mend { .. } | Question::Pass { .. } => None,
            // It was settled before.
            Question::Settle { .. } => return self.writing.refused(say::CONFLICT),
            Question::Turn { back, .. } => return self.turn(*back),
        };
        (found.unwrap_or_default(), None)
    }

    pub(in crate::desk) fn manifest_name(&self) -> String {
        self.options.manifest.display().to_string()
    }

    /// Its manifest and its texts.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let texts = self.good.iter().flat_map(|good| good.texts.values());
        std::iter::once(&self.options.manifest).chain(texts).map(PathBuf::as_path)
    }

    /// What they are called.
    pub fn names(&self) -> Vec<String> {
        let texts = self.good.iter().flat_map(|good| good.texts.keys().cloned());
        std::iter::once(self.manifest_name()).chain(texts).collect()
    }

    /// The file of that name, if it is one of the number's texts.
    pub fn path(&self, file: &str) -> Option<PathBuf> {
        match file == self.manifest_name() {
            true => Some(self.options.manifest.clone()),
            false => self.good.as_ref()?.texts.get(file).cloned(),
        }
    }

    /// What a file says now.
    pub fn text(&self, file: &str) -> Option<String> {
        let bytes = file::bytes(&self.path(file)?, LARGEST).ok()?;
        Some(file_text(std::str::from_utf8(&bytes).ok()?))
    }

    fn save(
        &mut self,
        file: &str,
        path: &[Step],
        texts: (Option<&str>, Option<&str>),
        after: &[String],
        stroke: Option<u64>,
    ) -> Answer {
        let Some(on_disk) = self.path(file) else { return self.writing.refused(say::TEXT_GONE) };
        if let (Some(before), Some(text)) = texts {
            return self.writing.text(&on_disk, path, (before, text), stroke);
        }
        // Only a manifest has texts that come and go.
        if on_disk != self.options.manifest || path.is_empty() {
            return self.writing.refused(say::TEXT_GONE);
        }
        let at = path.to_vec();
        let after = after.to_vec();
        let deed = match (texts.1, path.last()) {
            (None, _) => Deed::Remove { at },
            (Some(text), Some(Step::Index(_))) => Deed::Insert { at, value: json!(text), after },
            (Some(text), _) => Deed::Set { at, value: json!(text), after },
        };
        let seen = [(path.to_vec(), json!(texts.0))];
        self.writing.edit(&[deed], &seen, None, stroke)
    }

    /// Writes what mends findings, if they still are ones.
    pub fn mend<'m>(&mut self, mends: impl Iterator<Item = &'m Mend>) -> Answer {
        let mends = mend::together(mends).into_iter();
        let files: Option<Vec<_>> =
            mends.map(|mend| Some((self.path(&mend.file)?, mend))).collect();
        self.writing.mend(&files.unwrap_or_default())
    }

    /// Writes what lets a finding pass, if that still is one.
    pub fn pass(&mut self, pass: Option<&Pass>) -> Answer {
        let text = self.text(&self.manifest_name());
        match pass.zip(text).and_then(|(pass, text)| pass.deed(&text)) {
            Some(deed) => self.writing.edit(&[deed], &[], None, None),
            None => self.writing.refused(say::CONFLICT),
        }
    }

    /// What the places of the manifest are called as it is now.
    pub fn whereabouts(&self) -> Option<Whereabouts> {
        let root = read(&self.text(&self.manifest_name())?)?;
        let lang = self.options.lang;
        Some(Whereabouts { root, shape: self.shapes.of(self.layout()?, lang), lang })
    }

    /// Puts a picture beside the manifest.
    pub fn picture(&mut self, name: &str, bytes: &[u8]) -> Answer {
        self.writing.picture(name, bytes)
    }

    /// Makes a manuscript an entry of what stands at a path.
    pub fn manuscript(&mut self, at: &[Step], name: &str, bytes: &[u8]) -> Answer {
        self.writing.manuscript(at, name, bytes)
    }

    /// What is asked about manuscripts that came.
    pub fn asked(&mut self) -> Vec<OpenQuestion> {
        let name = self.manifest_name();
        let text = self.text(&name).unwrap_or_default();
        self.writing.asked(&name, &text)
    }

    /// A question of that is settled; whether it still was one.
    pub fn settle(&mut self, id: u64) -> bool {
        self.writing.settle(id)
    }

    /// Whether there is something to take back, and something to write again.
    pub fn ways(&self) -> (bool, bool) {
        self.writing.ways()
    }

    /// The kinds that entries can be of, and what they are called.
    pub fn kinds(&self) -> Vec<(String, String)> {
        let layout = self.good.as_ref().map(|good| &good.number.layout);
        layout.map_or(vec![], |layout| shapes::kinds(layout, self.options.lang))
    }

    /// Parts, sections and entries as the manifest has them now.
    pub fn outline(&self) -> Option<Vec<outline::Line>> {
        outline::of(&self.text(&self.manifest_name())?)
    }

    /// The layout of the number as it was set last, or the one that the manifest names now.
    fn layout(&self) -> Option<Layout> {
        if let Some(good) = &self.good {
            return Some(good.number.layout.clone());
        }
        shapes::named(&self.options.manifest, &read(&self.text(&self.manifest_name())?)?)
    }

    /// What manifests of its layout look like.
    pub(in crate::desk) fn shape(&self) -> Option<Rc<Shape>> {
        Some(self.shapes.of(self.layout()?, self.options.lang))
    }

    fn form(&self, path: &[Step]) -> Option<Value> {
        let lang = self.options.lang;
        let text = self.text(&self.manifest_name())?;
        let root = read(&text)?;
        let shape = self.shape()?;
        let (layout, schema) = &*shape;
        let texts = |name: &str| {
            let shown = self.good.as_ref()?.number.inputs.shown(name);
            let text = self.text(&shown).filter(|_| shown != self.manifest_name())?;
            Some((shown, text))
        };
        let forms = Forms { schema, layout, root: &root, text: &text, texts: &texts, lang };
        let mut form = forms.of(path)?;
        form["file"] = json!(self.manifest_name());
        form["path"] = json!(path);
        form["title"] =
            value_at(&root, path).and_then(|held| held.get("title")).map_or(Value::Null, to_json);
        form["editable"] = json!(!self.options.read_only);
        let number = self.good.as_ref().map(|good| &good.number);
        form["room"] =
            json!(number.and_then(|number| room::of(number, room::entry(number, path)?, lang)));
        Some(form)
    }
}
