//! The editions of a number that was set: made side by side in memory, then written whole, then locked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::words;
use crate::document::file::mebibytes;
use crate::document::portable;
use crate::document::same_name::Taken;
use crate::edition::archive::{self, Attachment, Relationship};
use crate::edition::number::SetNumber;
use crate::edition::{Edition, file, print, screen};
use crate::lock::messages as say;
use crate::lock::{self, Lock, LockState, Locked};
use crate::manifest::inputs::Input;
use crate::panicked::caught;
use jikji_diagnostic::{Diagnostic, Phrase, any_error};

/// What `build` makes unless it is told.
pub const USUAL: [Edition; 2] = [Edition::Screen, Edition::Print];

/// The name of the note on how to make a number again.
const NOTE: &str = "REBUILD.txt";

/// Editions that were made and not yet written.
#[derive(Debug)]
pub struct Made {
    /// Their files, by edition.
    pub files: Vec<MadeFile>,
    /// What there is to say of the print edition.
    pub print: Option<print::PrintReport>,
    /// What they were made of.
    pub lock: Lock,
}

/// A file of an edition.
#[derive(Debug)]
pub struct MadeFile {
    /// The edition it belongs to.
    pub edition: Edition,
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Makes the editions that were asked for. `None` after an error, which is in `found` then.
///
/// # Errors
/// Failures that are not the author's.
pub fn make(
    number: &SetNumber,
    asked: &[Edition],
    found: &mut Vec<Diagnostic>,
) -> Result<Option<Made>> {
    let issue = &number.issue;
    let fonts = own_fonts(number)?;
    let lock = Lock::of(&issue.slug, &number.inputs, &number.layout, &fonts);
    let mut made = Made { files: vec![], print: None, lock };
    let mut problems = vec![];
    let wanted = Edition::ALL.par_iter().filter(|edition| asked.contains(edition));
    let outputs: Vec<(Edition, Result<Output>)> = wanted
        .map(|&edition| {
            let output = || output(number, edition, &fonts, &made.lock);
            (edition, caught(edition.making(), output).unwrap_or_else(|panic| Err(panic.into())))
        })
        .collect();
    for (edition, output) in outputs {
        let Output { files, print, found } = output?;
        let files = files.into_iter();
        made.files.extend(files.map(|(name, bytes)| MadeFile { edition, name, bytes }));
        made.print = made.print.or(print);
        problems.extend(found);
    }
    for MadeFile { edition, name, bytes } in &made.files {
        let of = made.lock.editions.entry(edition.name().into()).or_default();
        of.push(Locked::of(name, bytes));
    }
    let failed = any_error(&problems);
    found.extend(problems);
    Ok((!failed).then_some(made))
}

/// What comes of one edition.
#[derive(Default)]
struct Output {
    files: Vec<print::File>,
    print: Option<print::PrintReport>,
    found: Vec<Diagnostic>,
}

/// Makes one edition.
fn output(number: &SetNumber, edition: Edition, fonts: &[Input], lock: &Lock) -> Result<Output> {
    let mut found = vec![];
    let bytes = match edition {
        Edition::Screen => screen::export(number),
        Edition::Archive => {
            let files = attachments(number, fonts, lock);
            found = not_kept(&files);
            archive::export(number, &files)
        }
        Edition::Print => {
            let Some(printed) = print::make(number, &mut found)? else {
                return Ok(Output { found, ..Output::default() });
            };
            return Ok(Output { files: printed.files, print: Some(printed.report), found });
        }
    };
    let name = format!("{}-{}.pdf", number.issue.slug, edition.name());
    let files = match bytes {
        Ok(bytes) => vec![(name, bytes)],
        Err(errors) => {
            found.extend(errors);
            vec![]
        }
    };
    Ok(Output { files, print: None, found })
}

/// What could not be restored: names that some machine cannot have or that can steer programs, and more
/// than anybody would unpack.
fn not_kept(files: &[Attachment]) -> Vec<Diagnostic> {
    let mut taken = Taken::default();
    let mut why = |name: &str| -> Option<Phrase> {
        let first = taken.take(name).err();
        let one_file =
            |first: String| words::ONE_FILE.phrase(&[("first", format!("`{first}`").into())]);
        portable::refused(name).map(Phrase::from).or_else(|| first.map(one_file))
    };
    let named = |file: &Attachment| {
        let why = why(&file.name)?;
        let refused = Diagnostic::general(say::INPUT_NAME).arg("file", format!("`{}`", file.name));
        Some(refused.arg("what", why))
    };
    let mut problems: Vec<Diagnostic> = files.iter().filter_map(named).collect();
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    if files.len() > archive::MOST_FILES || bytes > archive::MOST_BYTES {
        let much = Diagnostic::general(say::INPUT_MUCH).arg("files", files.len());
        let much = much.arg("size", mebibytes(bytes as u64)).arg("most", archive::MOST_FILES);
        problems.push(much.arg("most_size", mebibytes(archive::MOST_BYTES as u64)));
    }
    problems
}

/// The font files of the issue's own folder.
fn own_fonts(number: &SetNumber) -> Result<Vec<Input>> {
    let own = number.world.fonts().files().filter(|font| number.inputs.holds(&font.path));
    let mut own = own
        .map(|font| Ok(number.inputs.inside(&font.path, font.bytes()?)))
        .collect::<Result<Vec<Input>>>()?;
    own.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(own)
}

/// All that an archive edition carries. Its lock knows no editions: it cannot hold its own digest.
fn attachments(number: &SetNumber, fonts: &[Input], lock: &Lock) -> Vec<Attachment> {
    let (inputs, layout) = (&number.inputs, &number.layout);
    let source = |file: &Input| Attachment {
        name: file.name.clone(),
        bytes: Arc::clone(&file.bytes),
        relationship: Relationship::Source,
    };
    let mut files = vec![source(&inputs.manifest)];
    files.extend(inputs.files().chain(fonts).map(source));
    files.extend(layout.files.iter().map(|(name, bytes)| Attachment {
        name: format!("layouts/{}/{name}", layout.name),
        bytes: bytes.as_ref().into(),
        relationship: Relationship::Source,
    }));
    let lock_name = lock::path(Path::new(&inputs.manifest.name));
    for (name, text) in [
        (lock_name.to_string_lossy().into_owned(), lock.text()),
        (NOTE.to_string(), note(&inputs.manifest.name, lock)),
    ] {
        if files.iter().all(|file| file.name != name) {
            let bytes = text.into_bytes().into();
            files.push(Attachment { name, bytes, relationship: Relationship::Supplement });
        }
    }
    files
}

/// One page on how to make the number again.
fn note(manifest: &str, lock: &Lock) -> String {
    let Lock { jikji, typst, slug, .. } = lock;
    format!(
        "{slug}\n\
         \n\
         이 PDF에는 이 호를 다시 만드는 데 필요한 것이 모두 붙어 있습니다: 원고({manifest}), 본문과 그림 파일,\n\
         레이아웃(layouts/), 그리고 무엇으로 만들었는지 적은 잠금 파일.\n\
         \n\
         jikji {jikji}(Typst {typst})가 있으면:\n\
         \n\
         \x20   jikji restore {slug}-archive.pdf --out {slug}\n\
         \x20   cd {slug}\n\
         \x20   jikji build {manifest} --edition archive\n\
         \n\
         같은 판의 jikji로 만들면 이 파일과 한 바이트도 다르지 않은 파일이 나옵니다. jikji가 없으면 PDF 보기\n\
         프로그램의 첨부 파일 목록에서 꺼낼 수 있습니다. 원고는 TOML과 Markdown으로 된 글이고, 레이아웃은\n\
         Typst(https://typst.app) 파일입니다.\n\
         \n\
         Everything this number was made of is attached to this PDF: the manifest ({manifest}), its texts and\n\
         pictures, the layout (layouts/) and a lock file that says which releases and digests were used.\n\
         The three commands above take it out and make it again; the same jikji gives the same bytes.\n\
         Without jikji, any PDF viewer that lists attachments can save them: the manifest is TOML with\n\
         Markdown, the layout is Typst.\n"
    )
}

impl Made {
    /// Writes the files into `out`, then the lock beside `manifest`, if one is wanted; gives the paths of the editions'
    /// files. What is odd about a lock that is there goes to `found`.
    ///
    /// # Errors
    /// What the file system says, with the path.
    pub fn write(
        &self,
        out: &Path,
        manifest: Option<&Path>,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Vec<PathBuf>> {
        let mut paths = vec![];
        for MadeFile { name, bytes, .. } in &self.files {
            let path = out.join(name);
            file::write_whole(&path, bytes)?;
            paths.push(path);
        }
        if let Some(manifest) = manifest {
            self.write_lock(manifest, found)
                .context("the editions are written, the lock is not")?;
        }
        Ok(paths)
    }

    /// Editions of the same inputs that were made before stay in the lock.
    fn write_lock(&self, manifest: &Path, found: &mut Vec<Diagnostic>) -> Result<()> {
        let about = |message| {
            Diagnostic::general(message)
                .arg("file", format!("`{}`", lock::path(manifest).display()))
        };
        let mut new = self.lock.clone();
        match lock::read(manifest)? {
            LockState::Sound(old) if old.same_inputs(&new) => {
                if *old == new {
                    return Ok(());
                }
                for (edition, files) in old.editions {
                    new.editions.entry(edition).or_insert(files);
                }
            }
            LockState::Nothing | LockState::Sound(_) => {}
            LockState::Edited => found.push(about(say::LOCK_EDITED)),
            LockState::Unreadable(reason) => {
                found.push(about(say::LOCK_UNREADABLE).arg("reason", reason));
            }
            LockState::Newer(version) => {
                found.push(about(say::LOCK_NEWER).arg("version", version));
                return Ok(());
            }
        }
        new.write(manifest)
    }
}
