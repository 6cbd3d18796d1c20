//! Reads `layout.toml` and checks it against the layout's files.
//!
//! Modules and their fields are read in [`super::modules`].

use super::files::Files;
use super::reading::Reading;
use super::spec::{Checks, Layout, MAX_STEPS, Page};
use super::{colors, identifier, length, modules};
use crate::document::encoding;
use crate::document::messages as document_msg;
use crate::document::{Document, Node, Table, quoted, readable};
use crate::layout::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Sources;

/// Keys of `layout.toml`. `tokens` is the layout's own, for its Typst files.
const KEYS: [&str; 21] = [
    "name",
    "version",
    "description",
    "front",
    "back",
    "fill",
    "spine",
    "accents",
    "sections",
    "page",
    "screen",
    "fonts",
    "colors",
    "spots",
    "pictures",
    "tokens",
    "setup",
    "prose",
    "modules",
    "colophon",
    "checks",
];
/// Keys of `[page]`, all lengths.
const PAGE: [&str; 8] = ["width", "height", "left", "top", "right", "bottom", "bleed", "unit"];
/// Functions of the file `[prose]` names that running text calls.
const PROSE_FUNCTIONS: [&str; 3] = ["note", "mark", "picture"];
/// Page sides, mm.
const SIDES: std::ops::RangeInclusive<f64> = 50.0..=1000.0;

/// What photographs may be brought down to for the screen, pixels per inch; and what they are, unless it is said.
const PPI: std::ops::RangeInclusive<f64> = 72.0..=600.0;
const USUAL_PPI: f64 = 200.0;

/// Reads the layout `name` from its files.
pub fn layout(name: &str, files: Files, sources: &mut Sources) -> Result<Layout, Vec<Diagnostic>> {
    let shown = format!("layouts/{name}/layout.toml");
    let bytes = files.get("layout.toml").map(AsRef::as_ref).unwrap_or_default();
    let id = encoding::read(&shown, bytes, sources).map_err(|problem| vec![problem])?;
    let text = sources.get(id).text.clone();
    let (readable, told) = readable(id, &text);
    let (document, mut problems) = Document::parse(id, &readable);
    problems.extend(told);
    let layout = document.as_ref().and_then(|document| {
        let mut reading = Reading { files: &files, problems: &mut problems };
        reading.layout(name, Table::root(document))
    });
    match layout {
        Some(mut layout) if problems.is_empty() => {
            layout.files = files;
            Ok(layout)
        }
        _ => Err(problems),
    }
}

impl Reading<'_> {
    fn layout(&mut self, name: &str, root: Table<'_>) -> Option<Layout> {
        let keys: Vec<&str> = KEYS.into_iter().chain(["ladder"]).collect();
        root.only(&keys, "layout.toml", self.problems);
        self.name(name, root);
        let version = self.text(root, "version", "layout.toml");
        let description = root.get("description").and_then(|node| node.text(self.problems));
        let page = root.require("page", "layout.toml", self.problems);
        let page = page.and_then(|node| self.page(node));
        let screen_ppi = root.get("screen").map_or(Some(USUAL_PPI), |node| self.screen(node));
        let fonts = self.fonts(root);
        let inks = colors::inks(root, self.problems);
        let setup = self.file_of(root, "setup", "setup.typ");
        let prose = self.file_of(root, "prose", "prose.typ");
        let modules = modules::modules(self, root);
        let front = modules::own(self, root, "front", &modules);
        let back = modules::own(self, root, "back", &modules);
        let fill = modules::own(self, root, "fill", &modules);
        let ladder = self.ladder(root);
        let colophon = modules::colophon(self, root);
        let checks = root.get("checks").and_then(|node| Checks::read(node, self.problems));
        Some(Layout {
            name: name.to_string(),
            version: version?,
            description: description.map_or(String::new(), |text| text.value),
            files: Files::new(),
            page: page?,
            screen_ppi: screen_ppi?,
            fonts,
            front,
            back,
            fill,
            inks,
            setup: setup?,
            prose: prose?,
            modules,
            ladder,
            colophon,
            checks: checks.unwrap_or_default(),
        })
    }

    /// `name` must be the folder's, so that a copied layout is noticed.
    fn name(&mut self, name: &str, root: Table<'_>) {
        let Some(node) = root.require("name", "layout.toml", self.problems) else { return };
        if let Some(written) = node.text(self.problems)
            && written.value != name
        {
            self.problems.push(node.problem(msg::NAME_DIFFERS).arg("name", quoted(name)));
        }
    }

    fn text(&mut self, table: Table<'_>, key: &str, owner: &str) -> Option<String> {
        Some(table.require(key, owner, self.problems)?.text(self.problems)?.value)
    }

    fn page(&mut self, node: Node<'_>) -> Option<Page> {
        let table = node.table(self.problems)?;
        table.only(&PAGE, "[page]", self.problems);
        if let Some(unit) = table.get("unit") {
            self.millimetres(unit);
        }
        let mut side = |key: &str| {
            let node = table.require(key, "[page]", self.problems)?;
            self.millimetres(node).filter(|mm| *mm >= 0.0)
        };
        let (width, height) = (side("width"), side("height"));
        let margins = [side("left"), side("top"), side("right"), side("bottom")];
        let bleed = side("bleed");
        let [Some(left), Some(top), Some(right), Some(bottom)] = margins else { return None };
        let (width, height, bleed) = (width?, height?, bleed?);
        let room = SIDES.contains(&width) && SIDES.contains(&height) && bleed <= 20.0;
        if !room || left + right >= width || top + bottom >= height {
            self.problems.push(node.problem(msg::PAGE_SIZE));
            return None;
        }
        Some(Page { trim: (width, height), margins: [left, top, right, bottom], bleed })
    }

    fn screen(&mut self, node: Node<'_>) -> Option<f64> {
        let table = node.table(self.problems)?;
        table.only(&["ppi"], "[screen]", self.problems);
        let node = table.require("ppi", "[screen]", self.problems)?;
        let ppi = node.number(self.problems)?;
        if !PPI.contains(&ppi) {
            let beyond = node.problem(msg::SCREEN_PPI).arg("least", *PPI.start());
            self.problems.push(beyond.arg("most", *PPI.end()));
            return None;
        }
        Some(ppi)
    }

    fn millimetres(&mut self, node: Node<'_>) -> Option<f64> {
        let written = node.text(self.problems)?;
        let mm = length::millimetres(&written.value).filter(|mm| *mm >= 0.0);
        if mm.is_none() {
            self.problems.push(node.problem(document_msg::LENGTH));
        }
        mm
    }

    /// Families by role; the numbers among them are weights, which only Typst reads.
    fn fonts(&mut self, root: Table<'_>) -> Vec<(String, Vec<String>)> {
        let table = root.require("fonts", "layout.toml", self.problems);
        let Some(table) = table.and_then(|node| node.table(self.problems)) else { return vec![] };
        let mut fonts = vec![];
        for (_, node) in table.entries() {
            let Some(families) = node.as_list() else {
                let weight = node.integer(self.problems);
                if weight.is_some_and(|weight| !(1..=1000).contains(&weight)) {
                    self.problems.push(node.problem(msg::FONT_WEIGHT));
                }
                continue;
            };
            let families = families.into_iter().filter_map(|family| family.text(self.problems));
            fonts.push((node.key().to_string(), families.map(|family| family.value).collect()));
        }
        if fonts.iter().all(|(_, families): &(_, Vec<String>)| families.is_empty()) {
            self.problems.push(Diagnostic::at(msg::NO_FONTS, table.span));
        }
        fonts
    }

    /// The file of `[setup]` or `[prose]`.
    fn file_of(&mut self, root: Table<'_>, key: &str, usual: &str) -> Option<String> {
        let Some(node) = root.get(key) else {
            if self.files.contains_key(usual) {
                return Some(usual.to_string());
            }
            root.require(key, "layout.toml", self.problems);
            return None;
        };
        let table = node.table(self.problems)?;
        table.only(&["file", "functions"], key, self.problems);
        if let Some(functions) = table.get("functions").and_then(|node| node.list(self.problems)) {
            let names = functions.into_iter().filter_map(|name| name.text(self.problems));
            let names: Vec<String> = names.map(|name| name.value).collect();
            let missing = PROSE_FUNCTIONS.iter().find(|f| !names.iter().any(|n| n == *f));
            if let Some(missing) = missing.filter(|_| key == "prose") {
                let missing = node.problem(msg::PROSE_FUNCTION).arg("name", quoted(missing));
                self.problems.push(missing);
            }
        }
        let file = table.require("file", key, self.problems)?;
        self.module_file(file)
    }

    /// `[[ladder]]`: at most [`MAX_STEPS`], all with the same names.
    fn ladder(&mut self, root: Table<'_>) -> Vec<Vec<(String, String)>> {
        let Some(node) = root.get("ladder") else { return vec![] };
        let Some(steps) = node.list(self.problems) else { return vec![] };
        if steps.len() > MAX_STEPS {
            let long = steps[MAX_STEPS].problem(msg::LADDER_LONG);
            self.problems.push(long.arg("count", steps.len()).arg("most", MAX_STEPS));
        }
        let mut ladder: Vec<Vec<(String, String)>> = vec![];
        for node in steps {
            let Some(table) = node.table(self.problems) else { continue };
            let step: Vec<_> =
                table.entries().into_iter().filter_map(|(_, node)| self.step(node)).collect();
            let names = |step: &[(String, String)]| {
                let mut names: Vec<String> = step.iter().map(|(name, _)| name.clone()).collect();
                names.sort();
                names
            };
            if ladder.first().is_some_and(|first| names(first) != names(&step)) {
                self.problems.push(node.problem(msg::LADDER_UNEVEN));
            }
            ladder.push(step);
        }
        ladder
    }

    fn step(&mut self, node: Node<'_>) -> Option<(String, String)> {
        let written = node.text(self.problems)?.value;
        if !length::is_typst(&written) || !identifier::is_typst(node.key()) {
            self.problems.push(node.problem(msg::LADDER_LENGTH));
        }
        Some((node.key().to_string(), written))
    }
}
