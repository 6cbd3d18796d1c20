//! What the issue says: the manifest, loaded and checked against its layout's declarations.
//!
//! Everything that is wrong with a manifest is found in one run, each finding with its place. This
//! room knows nothing of Typst or PDF, and leaves running text as it is (`prose` reads it).

pub mod address;
pub mod document;
pub mod encoding;
mod field;
pub mod file;
mod head;
pub mod image;
pub mod messages;
pub mod model;
mod parts;
mod path;
pub mod period;
mod print;
mod rest;
mod structured;

pub use parts::entry_modules;
pub use path::{Found, find as find_file};
pub use print::{BINDINGS, BLEED, LARGEST_PROFILE, PROFILES};
pub use structured::{CHART_KINDS, CHART_POINTS, MOST_COLUMNS};

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::layout::{self, spec::FieldKind, spec::Layout};
use crate::manifest::messages as msg;
use document::{Document, Table, quoted};
use field::{MOST_PROBLEMS, Reader};
use jikji_diagnostic::source::{FileId, Sources, Spanned, Text};
use jikji_diagnostic::{Diagnostic, any_error, in_document_order};
use model::{Issue, Value};

/// The largest manifest, in bytes.
pub const LARGEST: u64 = 8 << 20;

/// The keys of a manifest's top level.
const KEYS: [&str; 8] =
    ["layout", "slug", "publication", "issue", "parts", "colophon", "print", "fonts"];

/// What came of loading a manifest.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The issue; only if nothing is wrong with it.
    pub issue: Option<Issue>,
    /// What can be read of an issue that has errors: good for finding what else is wrong, and for
    /// nothing more.
    pub rest: Option<Issue>,
    /// Its layout, if that could be read.
    pub layout: Option<Layout>,
    /// Everything to tell the author, in document order.
    pub diagnostics: Vec<Diagnostic>,
    /// The manifest, the files of the issue and those of a layout next to it that were read, also
    /// those that are wrong.
    pub read: Vec<PathBuf>,
    /// The folder that all files of the issue are in.
    pub folder: PathBuf,
    /// The author's texts, each with how it is to be read: what is wrong with them can be told even
    /// if there is no issue.
    pub texts: Vec<(FieldKind, Text)>,
}

/// Loads the manifest at `path`. Fails only where the machine does; what the author can mend is
/// among the diagnostics.
pub fn load(path: &Path, sources: &mut Sources) -> anyhow::Result<Loaded> {
    let shown = path.display();
    let refuse = |problem: Diagnostic| {
        let diagnostics = vec![problem.arg("path", quoted(&shown))];
        Ok(Loaded { diagnostics, read: vec![path.to_path_buf()], ..Loaded::default() })
    };
    if path.is_dir() {
        return refuse(Diagnostic::general(msg::MANIFEST_FOLDER));
    }
    let bytes = match file::bytes(path, LARGEST) {
        Ok(bytes) => bytes,
        Err(file::Failure::Large { size, most }) => {
            let large = Diagnostic::general(msg::MANIFEST_LARGE);
            return refuse(
                large.arg("size", file::mebibytes(size)).arg("most", file::mebibytes(most)),
            );
        }
        Err(file::Failure::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            return refuse(Diagnostic::general(msg::MANIFEST_MISSING));
        }
        Err(file::Failure::Io(error)) => {
            return Err(error).with_context(|| format!("failed to read {shown}"));
        }
    };
    let name = path.display().to_string();
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let mut loaded = load_bytes(&bytes, &name, folder.unwrap_or(Path::new(".")), sources);
    loaded.read.insert(0, path.to_path_buf());
    Ok(loaded)
}

/// Loads a manifest from its bytes; `name` is shown to the author, `folder` holds its files.
pub fn load_bytes(bytes: &[u8], name: &str, folder: &Path, sources: &mut Sources) -> Loaded {
    let only = |problem| Loaded { diagnostics: vec![problem], ..Loaded::default() };
    if bytes.len() as u64 > LARGEST {
        let large = Diagnostic::general(msg::MANIFEST_LARGE).arg("path", quoted(name));
        let size = file::mebibytes(bytes.len() as u64);
        return only(large.arg("size", size).arg("most", file::mebibytes(LARGEST)));
    }
    match encoding::read(name, bytes, sources) {
        Ok(file) => load_text(file, folder, sources),
        Err(problem) => only(problem),
    }
}

/// The base of file names that a manifest leads to, read without judging the rest of it.
pub fn slug(bytes: &[u8]) -> Option<String> {
    let mut sources = Sources::default();
    let file = encoding::read("issue.toml", bytes, &mut sources).ok()?;
    let table: toml::Table = toml::from_str(&sources.get(file).text).ok()?;
    if let Some(named) = table.get("slug").and_then(toml::Value::as_str) {
        return Some(named.to_string());
    }
    let name = table.get("publication")?.get("name")?.as_str()?;
    let issue = table.get("issue")?;
    let year = u16::try_from(issue.get("year")?.as_integer()?).ok()?;
    let month = u8::try_from(issue.get("month")?.as_integer()?).ok()?;
    let published = model::Date { year, month, day: 1 };
    Some(head::default_slug(name, model::Number { year, month, published }))
}

fn load_text(file: FileId, folder: &Path, sources: &mut Sources) -> Loaded {
    let text = sources.get(file).text.clone();
    let (document, problems) = Document::parse(file, &text);
    let name = sources.get(file).name.clone();
    let mut reader = Reader { name: &name, folder, sources, problems, read: vec![], texts: vec![] };
    let (issue, layout) = match &document {
        Some(document) => reader.issue(document.root()),
        None => (None, None),
    };
    let Reader { problems: mut diagnostics, read, texts, .. } = reader;
    let full = diagnostics.len() >= MOST_PROBLEMS;
    forget_misspelt(&mut diagnostics);
    in_document_order(&mut diagnostics);
    if full {
        diagnostics.push(Diagnostic::general(msg::MORE_PROBLEMS).arg("count", MOST_PROBLEMS));
    }
    let (issue, rest) = match any_error(&diagnostics) {
        true => {
            (None, issue.zip(layout.as_ref()).and_then(|(issue, layout)| rest::of(issue, layout)))
        }
        false => (issue, None),
    };
    Loaded { issue, rest, layout, diagnostics, read, folder: folder.to_path_buf(), texts }
}

/// A field that is there under a misspelt name is not also missing: the nearest such finding before
/// it, of the same owner, goes.
fn forget_misspelt(diagnostics: &mut Vec<Diagnostic>) {
    let arg = |d: &Diagnostic, name: &str| {
        d.args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
    };
    let misspelt: Vec<_> = diagnostics
        .iter()
        .filter(|d| d.message == msg::UNKNOWN_FIELD_NEAR)
        .map(|d| (d.span, arg(d, "owner"), arg(d, "near")))
        .collect();
    for (span, owner, near) in misspelt {
        let missing = diagnostics
            .iter()
            .enumerate()
            .filter(|(_, d)| d.message == msg::MISSING && d.span <= span)
            .filter(|(_, d)| arg(d, "owner") == owner && arg(d, "field") == near)
            .max_by_key(|(_, d)| d.span)
            .map(|(index, _)| index);
        if let Some(index) = missing {
            diagnostics.remove(index);
        }
    }
}

impl Reader<'_> {
    fn issue(&mut self, root: Table<'_>) -> (Option<Issue>, Option<Layout>) {
        root.only(&KEYS, self.name, &mut self.problems);
        let chosen = self.layout(root);
        let publication = self.publication(root);
        let number = self.number(root);
        let named_slug = self.slug(root);
        let print = self.print(root);
        let system_fonts = self.system_fonts(root);
        let Some((name, layout)) = chosen else {
            root.require("parts", self.name, &mut self.problems);
            return (None, None);
        };
        let colophon = self.colophon(root, &layout);
        let parts = self.parts(root, &layout);
        let Some(parts) = parts else { return (None, Some(layout)) };
        // What is missing here has been reported: no issue comes of it, but a rest to look at.
        let publication = publication.unwrap_or_else(|| rest::publication(root.span.file));
        let number = number.unwrap_or_else(rest::number);
        let slug =
            named_slug.unwrap_or_else(|| head::default_slug(&publication.name.value, number));
        let issue = Issue {
            folder: self.folder.to_path_buf(),
            layout: name,
            publication,
            number,
            slug,
            parts,
            colophon,
            print,
            system_fonts,
        };
        (Some(issue), Some(layout))
    }

    fn layout(&mut self, root: Table<'_>) -> Option<(Spanned<String>, Layout)> {
        let node = root.require("layout", self.name, &mut self.problems)?;
        let name = node.text(&mut self.problems)?;
        let found = layout::find(self.folder, &name.value, self.sources);
        self.note_layout_files(&name.value, found.as_ref().ok());
        match found {
            Ok(layout) => Some((Spanned { value: name.value, span: name.span }, layout)),
            Err(problems) => {
                let placed = |d: Diagnostic| Diagnostic { span: d.span.or(Some(name.span)), ..d };
                self.problems.extend(problems.into_iter().map(placed));
                None
            }
        }
    }

    /// Notes which files of a layout next to the manifest were read.
    fn note_layout_files(&mut self, name: &str, layout: Option<&Layout>) {
        let declaration = layout::declaration(self.folder, name);
        let Some(folder) = declaration.as_deref().and_then(Path::parent) else { return };
        match layout {
            Some(layout) => self.read.extend(layout.files.keys().map(|file| folder.join(file))),
            None => self.read.extend(declaration.clone()),
        }
    }

    /// `[colophon]`, as the layout declares it.
    fn colophon(&mut self, root: Table<'_>, layout: &Layout) -> Vec<(String, Value)> {
        const OWNER: &str = "[colophon]";
        let required = layout.colophon.iter().any(|field| field.required);
        let node = match required {
            true => root.require("colophon", self.name, &mut self.problems),
            false => root.get("colophon"),
        };
        let table = node.and_then(|node| node.table(&mut self.problems));
        table.map_or(vec![], |table| self.fields(&layout.colophon, &[], table, OWNER))
    }
}

#[cfg(test)]
mod tests;
