//! `jikji impose`: lays the pages of a print file out on press sheets.

use std::path::Path;

use anyhow::Result;

use super::exit::Exit;
use super::print_args::ImposeArgs;
use super::terminal::{print_diagnostics, say};
use super::words;
use crate::document::file;
use crate::edition::file::write_whole;
use crate::preflight::LARGEST;
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Arg, Diagnostic, Lang};
use jikji_prepress::binding::{Binding, shift_mm};
use jikji_prepress::impose::{Imposed, Options, Scheme, impose};
use jikji_prepress::messages::{BOOKLET_OF_BOUND, ONTO_ITSELF};

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &ImposeArgs, lang: Lang) -> Result<Exit> {
    let pdf = file::bytes(&args.file, LARGEST).map_err(|failure| failure.error(&args.file))?;
    if is_same(&args.file, &args.out) {
        let file = format!("`{}`", args.out.display());
        let onto_itself = Diagnostic::general(ONTO_ITSELF).arg("file", file);
        print_diagnostics(&[onto_itself], &Sources::default(), lang);
        return Ok(Exit::IssueHasErrors);
    }
    let scheme = match args.n_up {
        Some((columns, rows)) => Scheme::NUp { columns, rows },
        None => Scheme::Booklet,
    };
    let options = Options {
        scheme,
        creep_mm_per_sheet: args.creep,
        marks: !args.no_marks,
        sheet_mm: args.sheet,
    };
    match impose(&pdf, options) {
        Ok(made) => {
            write_whole(&args.out, &made.pdf)?;
            if options.scheme == Scheme::Booklet && made.binding == Some(Binding::Perfect) {
                let bound = Diagnostic::general(BOOKLET_OF_BOUND);
                print_diagnostics(&[bound], &Sources::default(), lang);
            }
            told(&made, options, lang).iter().for_each(|line| say(line));
            say(&words::WROTE.fill(lang, &[("file", args.out.as_path().into())]));
            Ok(Exit::Done)
        }
        Err(fault) => {
            print_diagnostics(&[fault.diagnostic()], &Sources::default(), lang);
            Ok(Exit::IssueHasErrors)
        }
    }
}

/// What was made of the file, and what was added to it.
fn told(made: &Imposed, options: Options, lang: Lang) -> Vec<String> {
    let booklet = options.scheme == Scheme::Booklet;
    let (pages, sides, sheets) = (made.pages, made.sides, made.sides / 2);
    let creep = options.creep_mm_per_sheet;
    let most = shift_mm(sheets.saturating_sub(1), creep);
    let mm = |mm: f64| Arg::from(((mm * 1000.0).round() / 1000.0).to_string());
    let mut lines = vec![match booklet {
        true => words::IMPOSED.fill(lang, &[("pages", pages.into()), ("sheets", sheets.into())]),
        false => {
            words::IMPOSED_PROOF.fill(lang, &[("pages", pages.into()), ("sides", sides.into())])
        }
    }];
    let binding = match made.binding {
        Some(Binding::SaddleStitch) => words::SOURCE_STITCHED,
        Some(Binding::Perfect) => words::SOURCE_BOUND,
        None => words::SOURCE_UNKNOWN,
    };
    lines.push(binding.say(lang).into());
    if !made.blanks.is_empty() {
        let (first, count) = (made.blanks.start, made.blanks.len());
        let said = match first > pages {
            true => words::ADDED_AT_END,
            false => words::ADDED_BLANKS,
        };
        let pages = match count {
            1 => first.to_string(),
            _ => format!("{first}-{}", made.blanks.end - 1),
        };
        lines.push(said.fill(lang, &[("count", count.into()), ("pages", pages.into())]));
    }
    if booklet && sheets > 1 {
        lines.push(match creep > 0.0 {
            true => words::ADDED_CREEP.fill(lang, &[("each", mm(creep)), ("most", mm(most))]),
            false => words::NO_CREEP.say(lang).into(),
        });
    }
    let marks = match (options.marks, booklet) {
        (true, true) => words::ADDED_MARKS,
        (true, false) => words::ADDED_FRAMES,
        (false, _) => words::NO_MARKS,
    };
    lines.push(marks.say(lang).into());
    lines
}

/// Whether both paths lead to one file that is there.
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}
