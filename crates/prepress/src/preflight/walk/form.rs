//! Objects that are drawn: forms with their groups, and what pattern cells share with them.

use std::rc::Rc;

use lopdf::{Dictionary, Stream};

use super::super::file::MOST_STREAM;
use super::super::rules::{self, words};
use super::super::space::Space;
use super::super::standard::Standard;
use super::super::verdict::Rect;
use super::state::State;
use super::work::{CANVAS_STEPS, FORM_STEPS, GROUP_STEPS};
use super::{DEEPEST, Facts, Walker};
use crate::pdf::geometry::{Matrix, bounds, intersect, then};
use crate::pdf::object::Objects;

impl Walker<'_> {
    /// Judges the colour space of a soft mask's group; what it paints never meets paper.
    pub(super) fn soft_mask(&mut self, mask: &Dictionary) {
        let group = self.file.dict(mask, "G").and_then(|g| self.file.dict(g, "Group"));
        // How light something is, whatever it is mixed in, is no colour on paper; a standard asks all the same.
        let group = group.filter(|_| self.limits.standard != Standard::None);
        if let Some(space) = group.and_then(|g| self.file.get(g, "CS")) {
            let space = Space::read(self.file, space, None);
            self.judge_space(&space, words::SOFT_MASK, None);
        }
        // Rendering draws the mask, so it is work; but nothing in it is on paper.
        if let Some(group) = self.file.stream(mask, "G") {
            if self.is_new_mask(&group.dict, self.state.ctm) {
                self.hold_canvas();
            }
            self.check_area(&group.dict);
            let estimate = self.estimate.take();
            let file = self.file;
            let empty = Dictionary::new();
            let own = file.dict(&group.dict, "Resources");
            self.masks += 1;
            // What is kept for things in the mask goes as soon as it is drawn.
            let held = self.held;
            let inside = self.aside(Facts::default(), |walker| {
                walker.nested(group, own.unwrap_or(&empty));
            });
            self.masks -= 1;
            self.held = held;
            self.estimate = estimate;
            if inside.exhausted && !self.facts.exhausted {
                self.unreadable();
            }
        }
    }

    /// What the page's annotations print.
    pub(super) fn annotations(&mut self) {
        let page = self.page;
        for place in &page.boundless_annotations {
            self.add(rules::BROKEN_STREAM, Some(*place), &[("what", words::NO_AREA.into())]);
            self.facts.unseen = true;
        }
        if !page.annotations.is_empty() && !self.facts.exhausted {
            self.state = State::new(page.media);
            self.marked.clear();
            self.run(&page.annotations, &page.annotation_resources);
        }
    }

    /// `Do`.
    pub(super) fn draw_object(&mut self, name: Option<&[u8]>, resources: &Dictionary) {
        let Some(entry) = self.resource("XObject", name, resources) else { return };
        let id = entry.as_reference().ok();
        let file = self.file;
        let Ok(stream) = file.resolve(entry).as_stream() else { return };
        let layered = stream.dict.get(b"OC").is_ok_and(|layer| !file.layers.prints(file, layer));
        if layered || self.hidden() {
            return;
        }
        match self.file.name(&stream.dict, "Subtype") {
            Some(b"Image") => self.image(stream, id, resources),
            Some(b"Form") => self.form(stream, resources),
            // PostScript is told by itself.
            Some(b"PS") => {}
            _ => {
                self.broken(words::X_OBJECT);
                self.facts.unseen = true;
            }
        }
    }

    /// Tells of a form that does not say how large it is: some viewers paint it, some do not.
    fn check_area(&mut self, form: &Dictionary) {
        if self.file.numbers(form, "BBox").is_none_or(|sides| sides.len() != 4) {
            self.broken(words::NO_AREA);
        }
    }

    fn form(&mut self, stream: &Stream, resources: &Dictionary) {
        self.check_area(&stream.dict);
        if self.file.get(&stream.dict, "Ref").is_some() {
            let place = self.file.rect(&stream.dict, "BBox").map(|r| bounds(r, self.state.ctm));
            self.add(rules::REFERENCE, place, &[]);
        }
        let Some(group) = self.file.dict(&stream.dict, "Group") else {
            return self.nested(stream, resources);
        };
        let bbox = self.file.rect(&stream.dict, "BBox").unwrap_or(self.page.media);
        let place = intersect(bounds(bbox, self.state.ctm), self.state.clip);
        let place = self.visible(place).unwrap_or(place);
        if self.file.name(group, "S") == Some(b"Transparency") {
            self.facts.transparent = true;
            self.spend(GROUP_STEPS);
            self.spend_area(place, CANVAS_STEPS, false);
        }
        if let Some(space) = self.file.get(group, "CS") {
            let space = Space::read(self.file, space, None);
            self.judge_space(&space, words::GROUP, None);
        }
        // Over blank paper a group that stands alone is like any other.
        let meets = |printed: Rect| {
            let [left, bottom, right, top] = intersect(printed, place);
            left < right && bottom < top
        };
        let over_ink = self.facts.printed.is_some_and(meets);
        let isolated = self.file.bool(group, "I") == Some(true) && over_ink;
        let before = self.state.clone();
        let state = &mut self.state;
        state.layer.blend = state.layer.blend.max(state.blend);
        state.layer.blended |= state.blended;
        state.layer.sheer |= state.fill_alpha != 1.0 || state.masked;
        state.layer.isolated |= isolated;
        self.nested(stream, resources);
        self.state = before;
    }

    /// Carries out a form's or a pattern's content under its Matrix and BBox.
    pub(super) fn nested(&mut self, stream: &Stream, resources: &Dictionary) {
        let before = self.state.clone();
        if let Some(Ok(matrix)) = self.file.numbers(&stream.dict, "Matrix").map(Matrix::try_from) {
            self.state.ctm = then(matrix, self.state.ctm);
        }
        if let Some(bbox) = self.file.rect(&stream.dict, "BBox") {
            self.state.clip_to(bbox);
        }
        self.carry_out(stream, resources);
        self.state = before;
    }

    /// Gives the page up for contents that do not inflate.
    fn unreadable(&mut self) {
        self.broken(words::FORM);
        self.facts.exhausted = true;
    }

    /// Carries out contents inside of others.
    pub(super) fn carry_out(&mut self, stream: &Stream, resources: &Dictionary) {
        let pointer = std::ptr::from_ref(stream);
        if self.active.contains(&pointer) {
            self.broken(words::DRAWS_ITSELF);
        }
        if self.active.len() >= DEEPEST {
            self.add(rules::TOO_LARGE, None, &[("what", words::DEEP_FORMS.into())]);
            self.facts.unseen = true;
        }
        if self.active.len() >= DEEPEST || self.active.contains(&pointer) || self.facts.exhausted {
            self.lose_ink();
            return;
        }
        self.spend(FORM_STEPS);
        let content = match self.kept.streams.get(&pointer) {
            Some(content) => content.clone(),
            None => {
                let Some(content) = self.file.data(stream, MOST_STREAM) else {
                    return self.unreadable();
                };
                let content = Rc::new(content);
                self.kept.streams.insert(pointer, content.clone());
                content
            }
        };
        let (path, clip) = (std::mem::take(&mut self.path), self.clip_pending);
        self.clip_pending = false;
        let base = std::mem::replace(&mut self.base, self.state.ctm);
        self.active.push(pointer);
        // The file outlives the walk, so its own resources can be borrowed from it.
        let file = self.file;
        let own = file.dict(&stream.dict, "Resources");
        self.run(&content, own.unwrap_or(resources));
        self.active.pop();
        self.base = base;
        (self.path, self.clip_pending) = (path, clip);
    }
}
