//! What was asked about manuscripts that came to the number: it stays with the entry, as a finding of it, until
//! somebody says that it is settled.
//!
//! It is kept as long as the desk is open, and never written.

use std::path::{Path, PathBuf};

use crate::desk::forms::outline::{self, Line};
use crate::document::edit::{Places, Step};
use crate::edition::report::{DiagnosticLine, Place};

/// What was asked about all manuscripts that came.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    manuscripts: Vec<Manuscript>,
    /// How many questions were asked so far.
    count: u64,
}

/// A manuscript that came.
#[derive(Debug, Clone)]
struct Manuscript {
    /// The manifest it came to.
    manifest: PathBuf,
    /// What its entry is called.
    title: String,
    /// Where its entry stood last.
    path: Vec<Step>,
    /// How many entries there were then; none if it was not one of them.
    of: Option<usize>,
    questions: Vec<Question>,
}

#[derive(Debug, Clone)]
struct Question {
    /// Its own number among all that were asked.
    id: u64,
    says: String,
    /// The line it is about, as it was when it was asked.
    line: Option<String>,
}

/// A question, as it is told with what was found.
pub struct OpenQuestion {
    /// What it is settled by, whatever else is asked.
    pub id: u64,
    /// The question.
    pub finding: DiagnosticLine,
    /// The entry it is about, by position in the number.
    pub mark: Option<usize>,
    /// The path of what it is about.
    pub place: Vec<Step>,
}

impl Asked {
    /// A manuscript became the entry at a path of a manifest, whose text is `text` now. A question comes with the line
    /// it is about, from 1.
    pub fn take(
        &mut self,
        manifest: &Path,
        text: &str,
        (title, path): (&str, &[Step]),
        questions: impl Iterator<Item = (String, Option<usize>)>,
    ) {
        let line = |line: usize| text.lines().nth(line.checked_sub(1)?).map(str::to_string);
        let questions = questions.zip(self.count..).map(|((says, at), id)| Question {
            id,
            says: in_words(&says),
            line: at.and_then(line),
        });
        let questions: Vec<Question> = questions.collect();
        self.count += questions.len() as u64;
        self.manuscripts.push(Manuscript {
            manifest: manifest.to_path_buf(),
            title: title.to_string(),
            path: path.to_vec(),
            of: outline::of(text).map(|lines| entries(&lines).count()),
            questions,
        });
    }

    /// A question is settled; whether it still was one.
    pub fn settle(&mut self, id: u64) -> bool {
        let mut lists = self.manuscripts.iter_mut().map(|own| &mut own.questions);
        let found = lists.find_map(|list| {
            let at = list.iter().position(|question| question.id == id)?;
            Some(list.remove(at))
        });
        found.is_some()
    }

    /// The questions about the entries that stand in a manifest called `name`, whose text is `text`.
    pub fn told(
        &mut self,
        manifest: &Path,
        name: &str,
        text: &str,
        help: &str,
    ) -> Vec<OpenQuestion> {
        let open = |own: &&mut Manuscript| own.manifest == manifest && !own.questions.is_empty();
        let mut open = self.manuscripts.iter_mut().filter(open).peekable();
        let read = open.peek().and_then(|_| Some((outline::of(text)?, Places::of(text)?)));
        let Some((lines, places)) = read else { return vec![] };
        let mut told = vec![];
        for own in open {
            let found = own.entry(&lines);
            own.of = found.map(|_| entries(&lines).count());
            let Some(line) = found else { continue };
            (own.title, own.path) = (line.title.clone(), line.path.clone());
            let mark = entries(&lines).position(|line| line.path == own.path);
            for question in &own.questions {
                let (finding, place) = question.told(&own.path, name, text, &places, help);
                told.push(OpenQuestion { id: question.id, finding, mark, place });
            }
        }
        told
    }
}

impl Manuscript {
    /// Its entry: the one that is called so, where it stood if there are several; or, where none came or went since,
    /// the one that stands there under another title. One that was taken out is nowhere until it is brought back.
    fn entry<'l>(&self, lines: &'l [Line]) -> Option<&'l Line> {
        let titled = || entries(lines).filter(|line| line.title == self.title);
        let here = |line: &&Line| line.path == self.path;
        let renamed =
            || entries(lines).find(here).filter(|_| self.of == Some(entries(lines).count()));
        titled().find(here).or(titled().next()).or_else(renamed)
    }
}

/// Fields that questions name by their keys too, which the desk's users never see.
const KEYS: [&str; 4] = ["(`image`)", "(`alt`)", "(`chart`)", "(`key`)"];

/// A question without such keys.
fn in_words(says: &str) -> String {
    let bare = |says: String, key: &&str| says.replace(&format!(" {key}"), "").replace(*key, "");
    KEYS.iter().fold(says.to_string(), bare)
}

fn entries(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|line| line.kind.is_some())
}

impl Question {
    fn told(
        &self,
        path: &[Step],
        name: &str,
        text: &str,
        places: &Places,
        help: &str,
    ) -> (DiagnosticLine, Vec<Step>) {
        let range = places.unit(path).into_iter().next().unwrap_or_default();
        let body = places.block(path).map(|at| places.blocks[at].body);
        let own = text.get(range.clone()).unwrap_or_default();
        let mut starts = own.split_inclusive('\n').scan(range.start, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line.trim_end()))
        });
        let asked = self.line.as_deref();
        let found = starts.find(|(_, line)| Some(*line) == asked).map(|(start, _)| start);
        let place = found.map_or_else(|| path.to_vec(), |start| places.at(start));
        let start = found.or(body).unwrap_or_default();
        let line = 1 + text.get(..start).unwrap_or_default().matches('\n').count();
        let at = Place { file: name.into(), line, column: 1, end_line: line, end_column: 1 };
        let finding = DiagnosticLine {
            severity: "question",
            code: "",
            message: self.says.clone(),
            help: help.to_string(),
            place: Some(at),
            related: None,
            also: vec![],
            origin: None,
            fix: vec![],
        };
        (finding, place)
    }
}
