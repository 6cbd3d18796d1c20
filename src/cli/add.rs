//! `jikji add`: manuscripts become entries of a number, and what could not be placed is asked.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use super::args::AddArgs;
use super::exit::Exit;
use super::terminal::{print, print_diagnostics, print_report, say};
use super::words;
use crate::document::file::{self, Failure};
use crate::edition::report::{DiagnosticLine, diagnostic_lines};
use crate::intake::messages::{FOLDER, UNREAD};
use crate::intake::{Added, How, Number, Outcome, Place};
use crate::refused::{failed, reason};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Arg, Diagnostic, Lang};
use jikji_manuscript::report::Report;
use jikji_manuscript::{Change, LARGEST, Why, too_large};

/// The report for machines.
#[derive(Debug, Serialize)]
struct AddReport {
    /// The manifest.
    manifest: String,
    /// What came of each file, in the order of the command.
    files: Vec<FileLine>,
}

/// What came of a file.
#[derive(Debug, Serialize)]
struct FileLine {
    /// The file.
    file: String,
    /// `added`, `replaced`, `there` or `refused`.
    outcome: &'static str,
    /// The title of the entry.
    title: Option<String>,
    /// The line of the manifest where the entry begins.
    manifest_line: Option<usize>,
    /// The pictures that came with it.
    pictures: Vec<String>,
    /// What became of its paragraphs.
    report: Option<Report>,
    /// Why it was refused.
    diagnostics: Vec<DiagnosticLine>,
}

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &AddArgs, lang: Lang) -> Result<Exit> {
    let number = match Number::open(&args.to, args.kind.as_deref())? {
        Ok(number) => number,
        Err((found, sources)) => {
            print_diagnostics(&found, &sources, lang);
            return Ok(Exit::IssueHasErrors);
        }
    };
    let section = args.section.as_deref();
    let how = How { place: section.map_or(Place::Last, Place::Titled), force: args.force };
    let (mut files, mut done, mut questions, mut unread) = (vec![], 0, 0, 0_usize);
    for path in &args.files {
        let outcome = match read(path) {
            Ok(Ok(bytes)) => number.take(&name(path), &bytes, how)?,
            Ok(Err(fault)) => Outcome::Refused(vec![fault]),
            Err(fault) => {
                unread += 1;
                Outcome::Refused(vec![fault])
            }
        };
        if let Outcome::Added(added) = &outcome {
            done += 1;
            questions += added.report.asked();
        }
        tell(&outcome, path, &args.to, lang);
        if let (Outcome::Added(added), false) = (&outcome, args.json) {
            print(&place(&args.to, added.line))?;
        }
        files.push(line(outcome, path, lang));
    }
    let counts = [
        ("done", done.into()),
        ("of", files.len().into()),
        ("file", args.to.as_path().into()),
        ("questions", questions.into()),
    ];
    say(&words::ADDED_ALL.fill(lang, &counts));
    let all = done == files.len();
    if args.json {
        print_report(&AddReport { manifest: args.to.display().to_string(), files })?;
    }
    if unread > 0 {
        return Err(failed(words::NOT_READ, &[("count", unread.into())]));
    }
    Ok(if all { Exit::Done } else { Exit::IssueHasErrors })
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The bytes of a manuscript, or why it is none; else why the machine does not give them.
fn read(path: &Path) -> Result<Result<Vec<u8>, Diagnostic>, Diagnostic> {
    if path.is_dir() {
        return Ok(Err(Diagnostic::general(FOLDER).arg("file", path)));
    }
    match file::bytes(path, LARGEST as u64) {
        Ok(bytes) => Ok(Ok(bytes)),
        Err(Failure::Large { size, .. }) => Ok(Err(too_large(size as usize, LARGEST))),
        Err(Failure::Io(why)) => Err(Diagnostic::general(UNREAD).arg("reason", reason(&why))),
    }
}

/// A line of the manifest.
fn place(manifest: &Path, line: Option<usize>) -> String {
    match line {
        Some(line) => format!("{}:{line}", manifest.display()),
        None => manifest.display().to_string(),
    }
}

/// What came of a file, on stderr.
fn tell(outcome: &Outcome, path: &Path, manifest: &Path, lang: Lang) {
    let at = |line| place(manifest, line);
    let facts = |title: &str, line| -> [(&'static str, Arg); 3] {
        [("file", path.into()), ("title", title.into()), ("place", at(line).into())]
    };
    match outcome {
        Outcome::Added(added) => {
            let words = if added.replaced { words::REPLACED } else { words::ADDED };
            say(&words.fill(lang, &facts(&added.title, added.line)));
            details(added, &at, lang);
        }
        Outcome::There { title, line } => {
            say(&words::ADDED_BEFORE.fill(lang, &facts(title, *line)));
        }
        Outcome::Refused(found) => {
            say(&words::NOT_ADDED.fill(lang, &[("file", path.into())]));
            print_diagnostics(found, &Sources::default(), lang);
        }
    }
}

/// Pictures, questions, and what was left out, each with its place.
fn details(added: &Added, at: &dyn Fn(Option<usize>) -> String, lang: Lang) {
    for picture in &added.pictures {
        say(&words::ADDED_PICTURE.fill(lang, &[("file", picture.file.as_str().into())]));
    }
    for asked in &added.report.questions {
        let place = at(asked.manifest_line.or(added.line));
        let text = asked.says.say(lang).to_string();
        say(&words::ADDED_ASKED.fill(lang, &[("place", place.into()), ("text", text.into())]));
    }
    if added.report.more_questions > 0 {
        let more = [("count", added.report.more_questions.into())];
        say(&words::ADDED_MORE.fill(lang, &more));
    }
    let changes = added.report.lines.iter().flat_map(|line| &line.changes);
    let lost = changes.filter(|change| !change.why.is_routine() && change.added.is_empty());
    // Of a kind that only its number matters of, the first, and how many there are.
    let mut told: Vec<(&Change, usize)> = vec![];
    let mut kinds: Vec<(Why, usize)> = vec![];
    for change in lost.filter(|change| !change.removed.is_empty()) {
        let counted = change.why.is_counted();
        let known = kinds.iter().find(|(why, _)| counted && *why == change.why);
        match known {
            Some((_, at)) => told[*at].1 += 1,
            None => {
                kinds.extend(counted.then_some((change.why, told.len())));
                told.push((change, 1));
            }
        }
    }
    for (change, count) in told {
        let why = change.why.words().say(lang);
        let text = change.removed.split_whitespace().collect::<Vec<_>>().join(" ");
        let args = [("why", why.into()), ("text", text.into()), ("count", count.into())];
        let words = if count > 1 { words::ADDED_WITHOUT_MANY } else { words::ADDED_WITHOUT };
        say(&words.fill(lang, &args));
    }
}

fn line(outcome: Outcome, path: &Path, lang: Lang) -> FileLine {
    let mut line = FileLine {
        file: path.display().to_string(),
        outcome: "refused",
        title: None,
        manifest_line: None,
        pictures: vec![],
        report: None,
        diagnostics: vec![],
    };
    match outcome {
        Outcome::Added(added) => {
            line.outcome = if added.replaced { "replaced" } else { "added" };
            line.title = Some(added.title);
            line.manifest_line = added.line;
            line.pictures = added.pictures.into_iter().map(|picture| picture.file).collect();
            line.report = Some(added.report);
        }
        Outcome::There { title, line: at } => {
            line.outcome = "there";
            (line.title, line.manifest_line) = (Some(title), at);
        }
        Outcome::Refused(found) => {
            line.diagnostics = diagnostic_lines(&found, &Sources::default(), lang);
        }
    }
    line
}
