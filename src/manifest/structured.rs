//! Reads the field types that are tables of their own: sources, tables.
//!
//! Which entry has one is the layout's to say.

use super::described;
use super::field::{MOST_PAGES, Reader};
use super::image::Part;
use super::model::{Artwork, Source};
use crate::document::{Node, Table as Keys};
use crate::manifest::messages as msg;
use jikji_diagnostic::source::Text;
use jikji_prose::amount::sides;
use jikji_prose::tree::{Inline, Plain, Table, unstyled};

pub use jikji_prose::tree::MOST_COLUMNS;

impl Reader<'_> {
    /// The path of a PDF, with what stands beside it in the table: `page` and `alt`.
    pub(super) fn artwork(&mut self, node: Node<'_>, beside: Keys<'_>) -> Option<Artwork> {
        let file = node.text(&mut self.problems);
        let alt = self.alt(beside, node.key());
        let named = file.as_ref().map_or("", |file| &file.value);
        let alt = self.described(alt, named, None);
        let (file, page) = (file?, self.page(beside)?);
        let taken = self.picture(&file.value, Part { page, whole: true }, file.span)?;
        let (path, (_, sheet)) = (taken.path, taken.page?);
        Some(Artwork { path, file: taken.texts.name, alt: alt?, sheet, span: file.span })
    }

    /// Which page of a PDF is wanted, the first unless it is said.
    pub(super) fn page(&mut self, keys: Keys<'_>) -> Option<usize> {
        let Some(node) = keys.get("page") else { return Some(1) };
        let page = node.integer(&mut self.problems)?;
        let valid = usize::try_from(page).ok().filter(|page| (1..=MOST_PAGES).contains(page));
        valid.or_else(|| self.refuse(node.problem(msg::NO_COUNT)))
    }

    pub(super) fn source(&mut self, node: Node<'_>) -> Option<Source> {
        let keys = node.table(&mut self.problems)?;
        let keys =
            keys.only(&["publisher", "title", "date", "url"], node.key(), &mut self.problems);
        let publisher = self.needed_text(keys, "publisher", node.key());
        let publisher = publisher.map(|text| self.prose(&text));
        let title = self.needed_text(keys, "title", node.key());
        let title = title.map(|text| self.prose(&text));
        let date = keys.get("date").and_then(|date| date.date(&mut self.problems));
        // What a page gets of it is in ASCII.
        let url = keys.get("url").and_then(|url| self.url(url)).map(|url| url.value);
        Some(Source { publisher: publisher?, title: title?, date, url })
    }

    pub(super) fn table(&mut self, node: Node<'_>) -> Option<Table> {
        let keys = node.table(&mut self.problems)?;
        let keys = keys.only(&["header", "rows", "caption"], node.key(), &mut self.problems);
        let header = keys.require("header", node.key(), &mut self.problems);
        let header = header.and_then(|header| self.header(header));
        let rows = keys.require("rows", node.key(), &mut self.problems);
        let rows = rows.and_then(|rows| self.rows(rows, header.as_ref().map(Vec::len)));
        let caption = self.caption(keys);
        let (header, rows) = (header?, rows?);
        let sides = sides(&vec![None; header.len()], &rows);
        Some(Table { caption, header, rows, sides })
    }

    fn header(&mut self, node: Node<'_>) -> Option<Vec<Vec<Inline>>> {
        let cells = node.list(&mut self.problems)?;
        if cells.is_empty() {
            let short = node.problem(msg::LIST_SHORT).arg("count", 0usize).arg("least", 1usize);
            self.problems.push(short);
            return None;
        }
        if cells.len() > MOST_COLUMNS {
            let long = node.problem(msg::LIST_LONG).arg("count", cells.len());
            self.problems.push(long.arg("most", MOST_COLUMNS));
            return None;
        }
        let wanted = cells.len();
        let cells = cells.into_iter().filter_map(|cell| cell.text(&mut self.problems));
        let cells: Vec<Text> = cells.collect();
        let cells: Vec<_> = cells.iter().map(|cell| self.cell(cell)).collect();
        (cells.len() == wanted).then_some(cells)
    }

    fn rows(&mut self, node: Node<'_>, columns: Option<usize>) -> Option<Vec<Vec<Vec<Inline>>>> {
        let rows = node.list(&mut self.problems)?;
        if rows.is_empty() {
            let short = node.problem(msg::LIST_SHORT).arg("count", 0usize).arg("least", 1usize);
            self.problems.push(short);
        }
        Some(self.each(rows, |reader, row| reader.row(row, columns)))
    }

    fn row(&mut self, node: Node<'_>, columns: Option<usize>) -> Option<Vec<Vec<Inline>>> {
        let cells = node.list(&mut self.problems)?;
        if let Some(columns) = columns.filter(|columns| *columns != cells.len()) {
            let uneven = node.problem(msg::ROW_LENGTH).arg("count", cells.len());
            self.problems.push(uneven.arg("columns", columns));
            return None;
        }
        // A cell may be empty.
        Some(self.each(cells, |reader, cell| {
            let text = cell.any_text(&mut reader.problems)?;
            Some(reader.cell(&text))
        }))
    }

    pub(super) fn caption(&mut self, keys: Keys<'_>) -> Option<Vec<Inline>> {
        self.text_if_given(keys, "caption").map(|text| self.prose(&text))
    }

    /// A text that must be there and say something.
    pub(super) fn needed_text(&mut self, keys: Keys<'_>, key: &str, owner: &str) -> Option<Text> {
        keys.require(key, owner, &mut self.problems)?.text(&mut self.problems)
    }

    /// What a screen reader says of a picture.
    pub(super) fn alt(&mut self, keys: Keys<'_>, owner: &str) -> Option<Plain> {
        let node = keys.require("alt", owner, &mut self.problems)?;
        let text = node.text_or(msg::ALT_BLANK, &mut self.problems)?;
        Some(self.unshown(&text))
    }

    /// The same, and whether it says anything.
    pub(super) fn described(
        &mut self,
        alt: Option<Plain>,
        file: &str,
        caption: Option<&[Inline]>,
    ) -> Option<String> {
        let Plain { text: alt, span } = alt?;
        let caption = caption.map(unstyled);
        self.told.extend(described::check(&alt, file, caption.as_deref(), span));
        Some(alt)
    }

    /// A text that may be left out but not left blank.
    pub(super) fn text_if_given(&mut self, keys: Keys<'_>, key: &str) -> Option<Text> {
        keys.get(key)?.text(&mut self.problems)
    }
}
