//! What the issue says: the manifest, loaded and checked against its layout's declarations.
//!
//! Everything that is wrong with a manifest is found in one run, each finding with its place; running
//! text is parsed where it is read. This room knows nothing of Typst or PDF.

mod chart;
mod checks;
mod described;
mod field;
pub mod fresh;
mod head;
mod heads;
pub mod hints;
mod house;
pub mod image;
pub mod inputs;
mod kind;
pub mod mend;
pub mod messages;
pub mod model;
mod near_path;
pub mod order;
mod parts;
mod pasted;
mod path;
mod period;
mod placed;
mod plates;
mod print;
mod rest;
mod rewritten;
pub mod rules;
mod schema;
mod structured;
pub mod unwritten;
mod value;

pub use chart::{CHART_KINDS, CHART_POINTS, MOST_SERIES, MOST_SHARES};
pub use kind::hint;
pub use parts::entry_modules;
pub use path::{FoundFile, find as find_file};
pub use print::{BINDINGS, BLEED, LARGEST_PROFILE};
pub use schema::schema;
pub use structured::MOST_COLUMNS;

use std::path::Path;

use crate::document::{Document, MOST_PROBLEMS, Table, encoding, file, quoted, readable};
use crate::layout::{self, spec::Layout};
use crate::manifest::messages as msg;
use crate::refused as machine;
use field::Reader;
use inputs::Inputs;
use jikji_diagnostic::source::{FileId, Sources, Spanned};
use jikji_diagnostic::{Diagnostic, any_error, in_document_order};
use jikji_prose::tree::Plain;
use model::{Issue, Value};

/// The largest manifest, in bytes.
pub const LARGEST: u64 = 8 << 20;

/// The keys of a manifest's top level.
const KEYS: [&str; 11] = [
    "layout",
    "slug",
    "publication",
    "issue",
    "sections",
    "parts",
    "colophon",
    "print",
    "checks",
    "terms",
    "fonts",
];

/// What came of loading a manifest.
#[derive(Debug, Default)]
pub struct Loaded {
    /// What can be read of the issue: all of it if nothing is wrong with it, else its whole entries,
    /// which are good for finding what else is wrong, and for nothing more.
    pub issue: Option<Issue>,
    /// Its layout, if that could be read.
    pub layout: Option<Layout>,
    /// Everything to tell the author, in document order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were read; none if there is no manifest.
    pub inputs: Option<Inputs>,
    /// The runs of text that pages show, those of entries that are not whole among them.
    pub runs: Vec<Plain>,
}

impl Loaded {
    /// The issue, if nothing is wrong with it.
    pub fn sound(&self) -> Option<&Issue> {
        self.issue.as_ref().filter(|_| !any_error(&self.diagnostics))
    }
}

/// Loads the manifest at `path`.
///
/// # Errors
/// Failures of the machine; what the author can mend is among the diagnostics.
pub fn load(path: &Path, sources: &mut Sources) -> anyhow::Result<Loaded> {
    load_after(None, path, sources)
}

/// The same after an earlier reading of it: files that have not changed are not looked into again.
///
/// # Errors
/// As [`load`]'s.
pub fn load_after(
    earlier: Option<Inputs>,
    path: &Path,
    sources: &mut Sources,
) -> anyhow::Result<Loaded> {
    let shown = path.display();
    let refuse = |problem: Diagnostic| {
        let diagnostics = vec![problem.arg("path", quoted(&shown))];
        Ok(Loaded { diagnostics, ..Loaded::default() })
    };
    if path.is_dir() {
        return refuse(Diagnostic::general(msg::MANIFEST_FOLDER));
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is = |other: &&msg::Other| {
        ending.as_deref().is_some_and(|ending| other.endings.contains(&ending))
    };
    if let Some(other) = msg::OTHERS.iter().find(is).filter(|_| path.exists()) {
        let told = Diagnostic::general(msg::MANIFEST_OTHER);
        return refuse(told.arg("what", other.what).arg("way", other.way));
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
            return Err(machine::refused(machine::READING, path)(error).into());
        }
    };
    // What comes through a pipe names its files from where the program runs.
    let folder = path.parent().filter(|_| !inputs::is_device(path));
    let folder = folder.filter(|parent| !parent.as_os_str().is_empty());
    let inputs = Inputs::new(path, &bytes, folder.unwrap_or(Path::new("."))).after(earlier);
    Ok(load_inputs(&path.display().to_string(), inputs, sources))
}

/// Loads a manifest from its bytes; `name` is shown to the author, `folder` holds its files.
pub fn load_bytes(bytes: &[u8], name: &str, folder: &Path, sources: &mut Sources) -> Loaded {
    if bytes.len() as u64 > LARGEST {
        let large = Diagnostic::general(msg::MANIFEST_LARGE).arg("path", quoted(name));
        let size = file::mebibytes(bytes.len() as u64);
        let large = large.arg("size", size).arg("most", file::mebibytes(LARGEST));
        return Loaded { diagnostics: vec![large], ..Loaded::default() };
    }
    load_inputs(name, Inputs::new(Path::new(name), bytes, folder), sources)
}

fn load_inputs(name: &str, mut inputs: Inputs, sources: &mut Sources) -> Loaded {
    let loaded = match encoding::read(name, &inputs.manifest.bytes, sources) {
        Ok(file) => load_text(file, &mut inputs, sources),
        Err(problem) => Loaded { diagnostics: vec![problem], ..Loaded::default() },
    };
    Loaded { inputs: Some(inputs.after(None)), ..loaded }
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
    let month = |value: &toml::Value| u8::try_from(value.as_integer()?).ok();
    let months = issue.get("month")?;
    let both = months.as_array().map(Vec::as_slice);
    let first = month(both.map_or(Some(months), <[_]>::first)?)?;
    let published = model::Date { year, month: first, day: 1 };
    let until = both.and_then(|both| both.get(1)).and_then(month);
    Some(head::default_slug(
        name,
        model::Number { until, ..model::Number::of(year, first, published) },
    ))
}

fn load_text(file: FileId, inputs: &mut Inputs, sources: &mut Sources) -> Loaded {
    let text = sources.get(file).text.clone();
    let (mut readable, mut told) = readable(file, &text);
    told.extend(readable.mend(file, heads::slips(&readable.text)));
    let (document, mut problems) = Document::parse(file, &readable);
    problems.extend(told);
    let name = sources.get(file).name.clone();
    let mut reader = Reader::new(&name, inputs, sources, problems);
    let (issue, layout) = match &document {
        Some(document) => reader.issue(Table::root(document)),
        None => (None, None),
    };
    let Reader { problems: mut diagnostics, mut told, runs, .. } = reader;
    told.sort_by_key(|found| found.span);
    jikji_prose::signs::once(&mut told);
    if let Some(issue) = &issue {
        told.extend(house::check(issue, sources, !any_error(&diagnostics)));
    }
    let full = diagnostics.len() >= MOST_PROBLEMS;
    diagnostics.extend(told);
    in_document_order(&mut diagnostics);
    rewritten::paths(&mut diagnostics, &inputs.folder, sources);
    if full {
        diagnostics.push(Diagnostic::general(msg::MORE_PROBLEMS).arg("count", MOST_PROBLEMS));
    }
    Loaded { issue, layout, diagnostics, inputs: None, runs }
}

impl Reader<'_> {
    fn issue(&mut self, root: Table<'_>) -> (Option<Issue>, Option<Layout>) {
        let root = root.only(&KEYS, self.name, &mut self.problems);
        let chosen = self.layout(root);
        self.area = chosen.as_ref().map(|(_, layout)| layout.page.area());
        let publication = self.publication(root);
        let number = self.number(root);
        self.published = number.map(|number| number.published);
        let named_slug = self.slug(root);
        let print = self.print(root);
        let system_fonts = self.system_fonts(root);
        let Some((name, layout)) = chosen else {
            root.require("parts", self.name, &mut self.problems);
            return (None, None);
        };
        let accents = self.accents(root, &layout);
        let mut colophon = self.colophon(root, &layout);
        let parts = self.parts(root, &layout);
        let rules = self.rules(root, &layout);
        let Some(mut parts) = parts else { return (None, Some(layout)) };
        if any_error(&self.problems) {
            rest::whole_entries(&mut parts, &layout);
            if !rest::has_all(&layout.colophon, &colophon) {
                colophon.clear();
            }
        }
        // What is missing here has been reported.
        let publication = publication.unwrap_or_else(|| rest::publication(root.span.file));
        let number = number.unwrap_or_else(rest::number);
        let slug = named_slug.unwrap_or_else(|| head::default_slug(&publication.name.text, number));
        let (parts, entries) = parts::in_order(parts);
        let issue = Issue {
            folder: self.inputs.folder.clone(),
            layout: name,
            publication,
            number,
            slug,
            parts,
            accents,
            entries,
            colophon,
            print,
            system_fonts,
            rules,
            pictures: std::mem::take(&mut self.pictures),
        };
        ((!issue.entries.is_empty() || !any_error(&self.problems)).then_some(issue), Some(layout))
    }

    fn layout(&mut self, root: Table<'_>) -> Option<(Spanned<String>, Layout)> {
        let node = root.require("layout", self.name, &mut self.problems)?;
        let name = node.text(&mut self.problems)?;
        match layout::find(&self.inputs.folder, &name.value, self.sources) {
            Ok(layout) => Some((Spanned { value: name.value, span: name.span }, layout)),
            Err(problems) => {
                let placed = |d: Diagnostic| Diagnostic { span: d.span.or(Some(name.span)), ..d };
                self.problems.extend(problems.into_iter().map(placed));
                None
            }
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
