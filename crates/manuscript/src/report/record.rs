//! The record of an import as it is kept: its findings, questions and changes, line by line.
//!
//! How it is shown is the page's to say.

use std::rc::Rc;

use jikji_diagnostic::{Lang, Phrase};
use serde::{Serialize, Serializer};

use crate::draft::{Draft, Entry};
use crate::messages::{Ask, Why};
use crate::source::{Args, Blocks, Change, Ledger, Supplied, shortened};

/// Characters of a kept line that the report shows.
const EXCERPT: usize = 60;
/// Characters of a picture written into a line that the report shows.
const DATA: usize = 60;

/// The report of one import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The file.
    pub input: Input,
    /// What was found in it.
    pub found: Found,
    /// What the editor should decide, in the order of the file.
    pub questions: Vec<Asked>,
    /// How many more questions there were than are listed.
    pub more_questions: usize,
    /// Every line that is not blank.
    pub lines: Vec<LineReport>,
    /// Texts of the manifest that no line of the file has.
    pub supplied: Vec<Supplied>,
}

impl Report {
    /// Moves what is told of an entry of its own to where it stands in a manifest: the path of the entry there, and
    /// the line of its first key, if that is known.
    pub fn place(&mut self, path: &str, line: Option<usize>) {
        let moved = |own: &mut Option<usize>| {
            *own = own.zip(line).map(|(own, line)| line + own - 1);
        };
        self.questions.iter_mut().for_each(|asked| moved(&mut asked.manifest_line));
        for line in &mut self.lines {
            moved(&mut line.manifest_line);
            let field = line.field.as_deref().and_then(|field| field.strip_prefix("entry"));
            line.field = field.map(|field| Rc::from(format!("{path}{field}")));
        }
    }

    /// How many questions there are, unlisted ones too.
    pub fn asked(&self) -> usize {
        self.questions.len() + self.more_questions
    }
}

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Input {
    /// Its name.
    pub name: String,
    /// How it was encoded.
    pub encoding: &'static str,
    /// Its bytes.
    pub bytes: usize,
    /// Its lines.
    pub lines: usize,
    /// Its lines that are not blank.
    pub full_lines: usize,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Parts.
    pub parts: usize,
    /// Sections.
    pub sections: usize,
    /// Articles.
    pub briefs: usize,
    /// Key points.
    pub key_points: usize,
    /// Notes tied to their marks.
    pub notes: usize,
    /// Sources told apart.
    pub sources: usize,
    /// Events.
    pub events: usize,
    /// Whether there is a back cover.
    pub colophon: bool,
    /// Articles of the contents list that were not found in the text.
    pub missing: usize,
    /// Articles that seem to be made of several.
    pub merged: usize,
}

impl Found {
    /// Whether nothing tells that the number is not whole.
    pub fn is_whole(&self) -> bool {
        self.missing == 0 && self.merged == 0
    }
}

/// What a draft holds.
pub fn found(draft: &Draft) -> Found {
    let (missing, merged) = (draft.lacks.missing.len(), draft.lacks.merged);
    let mut found = Found { parts: draft.parts.len(), missing, merged, ..Found::default() };
    let colophon = &draft.colophon;
    found.colophon =
        colophon.homepage.is_some() || colophon.contact.is_some() || !colophon.address.is_empty();
    found.sections = draft.parts.iter().map(|part| part.sections.len()).sum();
    for entry in draft.entries() {
        match entry {
            Entry::Brief(brief) => {
                found.briefs += 1;
                found.key_points += brief.key.len();
                found.notes += brief.notes.len();
                found.sources += brief.sources.len();
            }
            Entry::Events(events) => found.events += events.rows.len(),
        }
    }
    found
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Its name.
    pub code: Ask,
    /// The line of the file, from 1, if it is about one.
    pub line: Option<usize>,
    /// The line of the manifest, from 1, if what it is about is there.
    pub manifest_line: Option<usize>,
    /// The question.
    #[serde(flatten, serialize_with = "both")]
    pub says: Phrase,
    /// The values in it.
    #[serde(serialize_with = "args")]
    pub args: Args,
}

fn both<S: Serializer>(says: &Phrase, out: S) -> Result<S::Ok, S::Error> {
    out.collect_map([("ko", &says.ko), ("en", &says.en)])
}

fn args<S: Serializer>(args: &Args, out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(args.iter().map(|(name, value)| (name, value.say(Lang::En))))
}

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineReport {
    /// The line of the file, from 1.
    pub line: usize,
    /// Whether its words are in the manifest: all of them, changed, or none.
    pub fate: LineFate,
    /// The line of the manifest, from 1: where its words stand, or those that say the same.
    pub manifest_line: Option<usize>,
    /// The field there.
    #[serde(serialize_with = "text")]
    pub field: Option<Rc<str>>,
    /// What was changed or left out, and why.
    pub changes: Vec<Change>,
    /// The line: whole if some of it is not in the manifest, else its beginning.
    pub text: String,
}

fn text<S: Serializer>(field: &Option<Rc<str>>, out: S) -> Result<S::Ok, S::Error> {
    field.as_deref().serialize(out)
}

/// Whether a line is in the manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineFate {
    /// All of it is, but for the marks of its notation.
    Kept,
    /// It is, with changes.
    Changed,
    /// They are not; the report has them.
    LeftOut,
}

/// Makes the report; lines that nothing claimed are entered as left out first.
pub fn make(raw: &str, blocks: &Blocks, input: Input, found: Found, ledger: &mut Ledger) -> Report {
    for index in 0..blocks.lines.len() {
        let whole = blocks.lines[index].whole();
        if !whole.is_empty() && !ledger.is_settled(index) {
            ledger.left_out(index, Why::Unclaimed, whole);
            ledger.ask(Ask::Unclaimed, index, [("text", whole)]);
        }
    }
    let full = raw.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
    let lines = full.map(|(index, line)| line_report(index, line, ledger)).collect();
    let (questions, more_questions) = ledger.questions();
    let questions = questions
        .into_iter()
        .map(|question| Asked {
            code: question.ask,
            line: question.line.map(|line| line + 1),
            manifest_line: ledger.place_of(question),
            says: question.ask.words().phrase(&question.args),
            args: question.args.clone(),
        })
        .collect();
    let supplied = ledger.supplies().to_vec();
    Report { input, found, questions, more_questions, lines, supplied }
}

fn line_report(index: usize, raw: &str, ledger: &Ledger) -> LineReport {
    let fate = ledger.fate(index);
    let characters = fate.characters.iter().map(|(removed, added)| Change {
        why: Why::Characters,
        removed: removed.clone(),
        added: added.clone(),
    });
    let changes: Vec<Change> = characters
        .chain(fate.changes.iter().map(|change| Change {
            why: change.why,
            removed: without_data(&change.removed),
            added: change.added.clone(),
        }))
        .collect();
    let kept = changes.iter().all(|change| change.why.is_notation());
    let kind = match (fate.out, kept) {
        (Some(_), _) => LineFate::LeftOut,
        (None, true) => LineFate::Kept,
        (None, false) => LineFate::Changed,
    };
    let place = ledger.place(index);
    let text = match kind {
        LineFate::LeftOut => without_data(raw.trim()),
        _ => shortened(raw.trim(), EXCERPT),
    };
    LineReport {
        line: index + 1,
        fate: kind,
        manifest_line: place.map(|place| place.line),
        field: place.map(|place| place.field.clone()),
        changes,
        text,
    }
}

/// A text without the bytes of pictures that are written into it.
fn without_data(text: &str) -> String {
    let Some(at) = text.find(";base64,") else { return text.to_string() };
    let start = at + ";base64,".len();
    let inner = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let length = text.as_bytes()[start..].iter().take_while(|b| inner(b)).count();
    if length <= DATA {
        return text.to_string();
    }
    let end = start + length;
    format!("{}…({length})…{}", &text[..start + DATA], without_data(&text[end..]))
}
