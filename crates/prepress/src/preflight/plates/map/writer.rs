//! Writes the rewritten operators.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use std::io::Write;
use std::rc::Rc;

use super::super::super::marked::Marked;
use super::super::super::space::{Plates, Space};
use super::super::state::{Paint, Pass, State};
use super::{Mapper, Used, Writer};

impl<'r> Writer<'r> {
    /// Starts contents.
    pub fn new(resources: &'r Dictionary, pass: Pass, state: State) -> Self {
        let (out, used) = (vec![], Used::new());
        Self { out, used, resources, pass, state, saved: vec![], marked: Marked::default() }
    }

    /// Goes on with other contents, which know nothing of those before.
    pub fn restart(&mut self, resources: &'r Dictionary, state: State) {
        (self.resources, self.state) = (resources, state);
    }

    /// Closes what contents left open.
    pub fn close(&mut self) {
        for _ in std::mem::take(&mut self.saved) {
            self.raw(b"Q");
        }
        self.marked.clear();
    }

    /// The contents, and the resources they need.
    pub fn finish(self) -> (Vec<u8>, Dictionary) {
        let mut dict = Dictionary::new();
        for (kind, id) in self.used.into_keys() {
            if !dict.has(kind.as_bytes()) {
                dict.set(kind, Dictionary::new());
            }
            if let Ok(Object::Dictionary(entries)) = dict.get_mut(kind.as_bytes()) {
                entries.set(format!("P{}", id.0), id);
            }
        }
        (self.out, dict)
    }

    /// Writes an operator as it is.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
        self.out.push(b'\n');
    }

    /// Writes the current colour for this pass.
    pub fn write_color(&mut self, stroke: bool, plates: &Plates) {
        let mode = (self.state.overprint_mode, self.state.isolated);
        let paint = if stroke { &mut self.state.stroke } else { &mut self.state.fill };
        let [r, g, b] = paint.settle(self.pass, plates, mode);
        let operator = if stroke { "RG" } else { "rg" };
        let _ = writeln!(self.out, "{r:.4} {g:.4} {b:.4} {operator}");
    }

    /// Writes a pattern as the current colour.
    pub fn write_pattern(&mut self, stroke: bool, id: ObjectId, plates: &Plates) {
        let (cs, scn) = if stroke { ("CS", "SCN") } else { ("cs", "scn") };
        let mode = (self.state.overprint_mode, self.state.isolated);
        let paint = if stroke { &mut self.state.stroke } else { &mut self.state.fill };
        paint.settle(self.pass, plates, mode);
        let _ = writeln!(self.out, "/Pattern {cs} /P{} {scn}", id.0);
    }

    /// Draws an object of this document.
    pub fn draw(&mut self, id: Option<ObjectId>) {
        if let Some(id) = id {
            self.used.insert(("XObject", id), ());
            let _ = writeln!(self.out, "/P{} Do", id.0);
        }
    }

    fn blend(&mut self, wanted: &[u8], mapper: &mut Mapper) {
        if self.state.blend_written == wanted {
            return;
        }
        let mode = Object::Name(wanted.to_vec());
        let id = mapper.copier.add(dictionary! { "Type" => "ExtGState", "BM" => mode });
        self.used.insert(("ExtGState", id), ());
        let _ = writeln!(self.out, "/P{} gs", id.0);
        self.state.blend_written = wanted.to_vec();
    }

    /// Blends as the state says, or so that a part of the plates keeps what is below. What no blend of the pass does is
    /// told.
    fn blend_for(&mut self, (partial, mixed): (bool, bool), mapper: &mut Mapper) {
        let state = &self.state;
        mapper.mixed |= mixed || partial && state.is_blended();
        let wanted = match state.knockout && !state.sheer && !state.masked {
            // Nothing is below that it could blend with.
            true => b"Normal".to_vec(),
            false if partial => b"Darken".to_vec(),
            false => state.blend.clone(),
        };
        self.blend(&wanted, mapper);
    }

    fn render_mode(&mut self, wanted: i64) {
        if self.state.render_written != wanted {
            let _ = writeln!(self.out, "{wanted} Tr");
            self.state.render_written = wanted;
        }
    }

    /// Writes the state as the page has it, for what takes it over.
    pub fn settle_written(&mut self, mapper: &mut Mapper) {
        self.set_patterns((true, true), mapper);
        self.blend_for((false, false), mapper);
        let mode = self.state.render_mode;
        self.render_mode(mode);
    }

    /// Makes ready for something in the fill colour.
    pub fn before_fill(&mut self, mapper: &mut Mapper) {
        mapper.set_pattern(self, false);
        let fill = &self.state.fill;
        self.blend_for((fill.partial, fill.mixed), mapper);
    }

    /// Makes ready for a picture or a shading, of which `space` reads the space; whether any of it reaches the plates.
    pub fn before_picture(
        &mut self,
        mapper: &mut Mapper,
        space: impl FnOnce(&mut Mapper) -> Option<Rc<Space>>,
    ) -> bool {
        let space = self.state.fill.overprint.then(|| space(mapper)).flatten();
        let mut paint = space.map_or_else(Paint::black, |space| Paint::of_picture(&space, true));
        paint.settle(self.pass, mapper.plates, (false, self.state.isolated));
        if !paint.skip {
            self.blend_for((paint.partial, paint.mixed), mapper);
        }
        !paint.skip
    }

    /// How a fill and a stroke that are painted at once overprint: whether in part, and whether no blend does it.
    fn overprints(&self, (fills, strokes): (bool, bool)) -> (bool, bool) {
        let (fill, stroke) = (&self.state.fill, &self.state.stroke);
        let mixed = fills && fill.mixed || strokes && stroke.mixed;
        match fills && strokes {
            true => (fill.partial, mixed || fill.partial != stroke.partial),
            false => (fills && fill.partial || strokes && stroke.partial, mixed),
        }
    }

    /// Makes ready for text: invisible if none of it reaches the plates.
    pub fn before_text(&mut self, mapper: &mut Mapper) {
        let mode = self.state.render_mode.clamp(0, 7);
        let fills = matches!(mode % 4, 0 | 2);
        let strokes = matches!(mode % 4, 1 | 2);
        let painted = self.reaching((fills, strokes), mapper);
        let wanted = match painted {
            (true, true) => 2,
            (true, false) => 0,
            (false, true) => 1,
            (false, false) => 3,
        };
        self.render_mode(wanted + mode / 4 * 4);
        self.blend_for(self.overprints(painted), mapper);
    }

    /// Makes ready for glyphs that paint on their own, which knows no modes (ISO 32000-1, 9.3.6).
    pub fn before_glyphs(&mut self, mapper: &mut Mapper) {
        self.set_patterns((true, true), mapper);
        self.blend_for((false, false), mapper);
        self.render_mode(if self.marked.is_hidden() { 3 } else { 0 });
    }

    fn set_patterns(&mut self, (fill, stroke): (bool, bool), mapper: &mut Mapper) {
        if fill {
            mapper.set_pattern(self, false);
        }
        if stroke {
            mapper.set_pattern(self, true);
        }
    }

    /// Sets the patterns of what is painted, and gives which of fill and stroke reaches the plates.
    fn reaching(&mut self, (fills, strokes): (bool, bool), mapper: &mut Mapper) -> (bool, bool) {
        let printed = !self.marked.is_hidden();
        self.set_patterns((printed && fills, printed && strokes), mapper);
        let (fill, stroke) = (&self.state.fill, &self.state.stroke);
        (printed && fills && !fill.skip, printed && strokes && !stroke.skip)
    }

    /// Paints the path, leaving out what does not reach the plates.
    pub fn paint(&mut self, mapper: &mut Mapper, operator: &[u8]) {
        let fills = !matches!(operator, b"S" | b"s");
        let strokes = !matches!(operator, b"f" | b"F" | b"f*");
        let painted = self.reaching((fills, strokes), mapper);
        self.blend_for(self.overprints(painted), mapper);
        if matches!(operator, b"s" | b"b" | b"b*") {
            self.raw(b"h");
        }
        let even_odd = operator.ends_with(b"*");
        self.raw(match painted {
            (true, true) if even_odd => b"B*",
            (true, true) => b"B",
            (true, false) if even_odd => b"f*",
            (true, false) => b"f",
            (false, true) => b"S",
            (false, false) => b"n",
        });
    }
}
