//! Pages, converted in place.

use anyhow::Result;
use lopdf::{Dictionary, ObjectId, dictionary};

use super::content::{Start, rewrite};
use super::conversion::{Conversion, Scope};
use super::space::Mode;
use crate::pdf::geometry::Rect;
use crate::pdf::object::{MOST_CONVERTED, Objects, stream_bytes};
use crate::pdf::write::flate_stream;
use crate::words;

impl Conversion<'_> {
    /// Converts a page in place: contents, resources, group. Its art is cut to `clip`.
    pub(super) fn page(&mut self, number: usize, id: ObjectId, clip: Option<Rect>) -> Result<()> {
        self.page = number;
        let inherited = self.doc.with_inherited(self.doc.get_dictionary(id)?);
        let scope = Scope(self.doc.dict(&inherited, "Resources").cloned().unwrap_or_default());
        let mut content = Vec::new();
        for part in self.doc.get_page_contents(id) {
            let stream = self.doc.get_object(part)?.as_stream()?;
            let part = stream_bytes(stream, MOST_CONVERTED);
            content.extend(part.ok_or_else(|| self.damaged(words::PAGE_CONTENTS))?);
            content.push(b'\n');
        }
        let done = rewrite(self, &content, &scope, Mode::Ink, Start::page())?;
        for placed in done.placed {
            self.images.seen(placed);
        }
        let group = self.group(self.doc.get_dictionary(id)?.get(b"Group").ok().cloned())?;
        let mut content = b"q\n".to_vec();
        if let Some([x0, y0, x1, y1]) = clip {
            let (w, h) = (x1 - x0, y1 - y0);
            content.extend(format!("{x0:.4} {y0:.4} {w:.4} {h:.4} re W n\n").into_bytes());
        }
        content.extend_from_slice(&done.bytes);
        content.extend_from_slice(b"\nQ\n");
        let content = self.doc.add_object(flate_stream(Dictionary::new(), &content));
        let page = self.doc.get_dictionary_mut(id)?;
        page.set("Contents", content);
        page.set("Resources", done.resources.into_dictionary());
        match (done.transparent, group) {
            (false, _) => drop(page.remove(b"Group")),
            (true, group) => {
                let mut group = group.unwrap_or(dictionary! { "S" => "Transparency" });
                group.set("Type", "Group");
                group.set("CS", "DeviceCMYK");
                page.set("Group", group);
            }
        }
        Ok(())
    }
}
