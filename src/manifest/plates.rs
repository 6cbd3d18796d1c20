//! Reads `[[print.plates]]`: art for the finishing (후가공).
//!
//! Whether its size fits the number is the print edition's to see to.

use super::field::Reader;
use super::image::{self, ImageFile, Part};
use super::model::{ArtSize, Finishing, OnPage};
use crate::document::{Node, Table, quoted};
use crate::layout::spots;
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Spanned;

/// Keys of a plate.
const KEYS: [&str; 6] = ["kind", "name", "file", "page", "spot", "on"];
/// The most plates' art.
const MOST: usize = 40;
/// The pages that have names.
pub const ON: [&str; 2] = ["cover", "back"];
/// What people call them.
const ON_WORDS: [(&str, &str); 6] = [
    ("표지", "cover"),
    ("앞표지", "cover"),
    ("표1", "cover"),
    ("뒤표지", "back"),
    ("뒷표지", "back"),
    ("표4", "back"),
];

impl Reader<'_> {
    /// The art for the finishing.
    pub(super) fn plates(&mut self, table: Table<'_>) -> Vec<Finishing> {
        let Some(node) = table.get("plates") else { return vec![] };
        let nodes = node.list(&mut self.problems).unwrap_or_default();
        if nodes.len() > MOST {
            let long = nodes[MOST].problem(msg::LIST_LONG).arg("count", nodes.len());
            self.problems.push(long.arg("most", MOST));
        }
        self.each(nodes.into_iter().take(MOST).collect(), Self::plate)
    }

    fn plate(&mut self, node: Node<'_>) -> Option<Finishing> {
        let owner = "[[print.plates]]";
        let table = node.table(&mut self.problems)?.only(&KEYS, owner, &mut self.problems);
        let kind = table.require("kind", owner, &mut self.problems);
        let finish = kind.and_then(|kind| {
            let value = spots::finish(kind, &mut self.problems)?;
            Some(Spanned { value, span: kind.span() })
        });
        let name = table.get("name").and_then(|node| {
            let name = node.text(&mut self.problems)?;
            if !spots::is_ink_name(&name.value) {
                self.problems.push(node.problem(crate::layout::messages::SPOT_NAME));
            }
            Some(Spanned { value: name.value, span: node.span() })
        });
        let spot = table.get("spot").and_then(|node| {
            let value = node.text(&mut self.problems)?.value;
            Some(Spanned { value, span: node.span() })
        });
        let page = self.page(table);
        let file = self.needed_text(table, "file", owner);
        let on = table.get("on").map_or(Some(OnPage::Cover), |node| self.on(node));
        let (finish, file, on) = (finish?, file?, on?);
        let read = self.inputs.read(&file.value, image::LARGEST, file.span);
        let bytes = match read {
            Ok(input) => input.bytes,
            Err(problem) => return self.refuse(problem),
        };
        let whole = image::Format::of(&bytes) == Some(image::Format::Pdf);
        let page = page?;
        if let Some(node) = table.get("page").filter(|_| !whole && page != 1) {
            let other = node.problem(msg::PAGE_OF_NO_PDF).arg("page", page);
            return self.refuse(other.arg("path", quoted(&file.value)));
        }
        let part = Part { page, whole };
        let art = match self.inputs.picture(&file.value, part, file.span) {
            Ok(art) => art,
            Err(problem) => return self.refuse(problem),
        };
        self.problems.extend(art.told(file.span));
        let drawn = || image::drawn_size(&art.bytes).map(|(w, h)| ArtSize::Drawing(w, h));
        let Some(size) = art.page.as_ref().map(|(_, sheet)| ArtSize::Pdf(*sheet)).or_else(drawn)
        else {
            let pixels = Diagnostic::at(msg::PLATE_PIXELS, file.span);
            return self.refuse(pixels.arg("path", quoted(&file.value)));
        };
        let ImageFile { path, bytes, texts, for_press, .. } = art;
        let (file, span) = (file.value, file.span);
        Some(Finishing { finish, name, spot, file, path, bytes, texts, for_press, size, on, span })
    }

    /// `"cover"`, `"back"`, or a page from 1.
    fn on(&mut self, node: Node<'_>) -> Option<OnPage> {
        if !node.is_text() {
            let page = node.integer(&mut self.problems)?;
            let valid = usize::try_from(page).ok().filter(|page| (1..=9999).contains(page));
            let valid = valid.or_else(|| self.refuse(node.problem(msg::NO_COUNT)));
            return valid.map(OnPage::Number);
        }
        match node.text(&mut self.problems)?.value.as_str() {
            "cover" => Some(OnPage::Cover),
            "back" => Some(OnPage::Back),
            written => {
                let meant = ON_WORDS.iter().find(|(word, _)| *word == written);
                self.refuse(node.not_among_called(&ON, meant.map(|(_, name)| *name)))
            }
        }
    }
}
