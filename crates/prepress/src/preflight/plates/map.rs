//! Rewrites a page so that three plates come out as red, green and blue.
//!
//! Colours become DeviceRGB with one plate a channel; what overprints and has no ink on the pass's
//! plates is left out, what has ink on some of them is painted as Darken, which keeps the more ink a
//! channel. Soft masks stay as they are: they are about shape, not ink.

mod color;
mod font;
pub(super) mod plane;
mod writer;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;
use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::super::file::{File, Page};
use super::super::marked::Marked;
use super::super::space::{Plates, Space};
use super::super::verdict::Rect;
use super::copy::Copier;
use super::job::Setting;
use super::plane::Plane;
use super::render::Bands;
use super::state::{Pass, State};
use crate::pdf::content::{Instruction, Lexer};
use crate::pdf::object::{Objects, as_dict};

/// Deepest nesting of forms and patterns.
const DEEPEST: usize = 24;
/// Farther than a sheet reaches, in pt.
const FAR: i64 = 16_000;
/// Most bytes a content stream may inflate to, and most that a page's forms and cells are rewritten from for one pass:
/// each is written anew for every colour and state it is drawn in.
const MOST_CONTENT: usize = 64 << 20;

/// Kinds of resources, as they are named in a resource dictionary.
pub(super) type Used = BTreeMap<(&'static str, ObjectId), ()>;

/// Builds a document of plates from pages of a file.
pub(super) struct Mapper<'a> {
    pub file: &'a File<'a>,
    pub plates: &'a Plates,
    /// How large, in inches, each image is drawn at most.
    pub drawn: &'a HashMap<ObjectId, (f64, f64)>,
    shaded: &'a HashMap<usize, (f64, f64)>,
    pub too_fine: &'a HashSet<usize>,
    pub ppi: f64,
    pub copier: Copier<'a>,
    /// Images by pass, and whether they are lost.
    pub images: HashMap<(ObjectId, usize), (Option<ObjectId>, bool)>,
    /// Forms and cells by pass and state, and whether they are mixed.
    forms: HashMap<(*const Stream, Pass, String), (Option<ObjectId>, bool)>,
    /// Fonts that paint on their own, by where they stand, the pass and the state.
    fonts: HashMap<(usize, Pass, String), (Option<ObjectId>, bool)>,
    /// Patterns of shadings, by where they and their resources stand and the pass.
    shaders: HashMap<(usize, usize, usize), Shader>,
    contents: HashMap<*const Stream, Option<Rc<Vec<u8>>>>,
    states: HashMap<(*const Dictionary, usize), ObjectId>,
    spaces: HashMap<(*const Dictionary, Vec<u8>), Rc<Space>>,
    planes: Vec<Plane>,
    depth: usize,
    /// Bytes that the page at hand has rewritten of its forms and cells.
    rewritten: usize,
    /// Whether anything of the page at hand is not drawn.
    pub lost: bool,
    /// Whether something of the page at hand needs its plates one by one.
    pub mixed: bool,
    /// Pictures that do not decode.
    pub undecoded: HashSet<ObjectId>,
}

/// A pattern of a shading that was rewritten.
#[derive(Clone, Default)]
struct Shader {
    id: Option<ObjectId>,
    /// Whether anything of it is not drawn.
    lost: bool,
    space: Option<Rc<Space>>,
}

/// A content stream being rewritten.
struct Writer<'r> {
    out: Vec<u8>,
    used: Used,
    resources: &'r Dictionary,
    pass: Pass,
    state: State,
    saved: Vec<State>,
    marked: Marked,
}

impl<'a> Mapper<'a> {
    /// Starts a document.
    pub fn new(setting: &'a Setting<'a>) -> Self {
        Self {
            file: setting.file,
            plates: setting.plates,
            drawn: setting.drawn,
            shaded: setting.shaded,
            too_fine: setting.too_fine,
            ppi: setting.limits.separation_ppi.clamp(36.0, 600.0),
            copier: Copier::new(setting.file),
            images: HashMap::new(),
            forms: HashMap::new(),
            fonts: HashMap::new(),
            shaders: HashMap::new(),
            contents: HashMap::new(),
            states: HashMap::new(),
            spaces: HashMap::new(),
            planes: vec![],
            depth: 0,
            rewritten: 0,
            lost: false,
            mixed: false,
            undecoded: HashSet::new(),
        }
    }

    /// Adds the plates of one pass of a page with its contents; gives a new page for each band.
    pub fn page(&mut self, page: &Page, content: &[u8], pass: Pass, bands: Bands) -> Vec<ObjectId> {
        self.rewritten = 0;
        let state = State::new(pass, self.plates);
        let mut writer = Writer::new(&page.resources, pass, state);
        let annotated = !page.annotations.is_empty();
        if annotated {
            writer.raw(b"q");
        }
        self.write(&mut writer, content, true);
        if annotated {
            writer.raw(b"Q");
            writer.restart(&page.annotation_resources, State::new(pass, self.plates));
            self.write(&mut writer, &page.annotations, true);
        }
        let (content, resources) = writer.finish();
        let content = self.copier.add(Stream::new(Dictionary::new(), content));
        let resources = self.copier.add(resources);
        let mut add = |media: Rect| {
            let media: Vec<Object> = media.iter().map(|v| Object::Real(*v as f32)).collect();
            self.copier.add(dictionary! {
                "Type" => "Page",
                "MediaBox" => media,
                "Contents" => content,
                "Resources" => resources,
            })
        };
        bands.boxes(page.media).map(&mut add).collect()
    }

    /// The finished document as bytes.
    pub fn finish(self, pages: &[ObjectId]) -> Option<Vec<u8>> {
        finish(self.copier, pages)
    }

    fn rewrite(
        &mut self,
        content: &[u8],
        resources: &Dictionary,
        pass: Pass,
        state: State,
        fresh: bool,
    ) -> (Vec<u8>, Dictionary) {
        let mut writer = Writer::new(resources, pass, state);
        self.write(&mut writer, content, fresh);
        writer.finish()
    }

    /// Rewrites contents; `fresh` ones begin with the colours every page begins with.
    fn write(&mut self, writer: &mut Writer, content: &[u8], fresh: bool) {
        if fresh {
            for stroke in [false, true] {
                writer.write_color(stroke, self.plates);
            }
        }
        let mut lexer = Lexer::new(content);
        while let Some(instruction) = lexer.next_operator() {
            self.operator(writer, &instruction, content);
        }
        writer.close();
    }

    fn operator(&mut self, w: &mut Writer, op: &Instruction, content: &[u8]) {
        match op.operator {
            b"q" => {
                w.saved.push(w.state.clone());
                w.raw(b"q");
            }
            b"Q" => {
                if let Some(state) = w.saved.pop() {
                    w.state = state;
                    w.raw(b"Q");
                }
            }
            b"g" | b"G" | b"rg" | b"RG" | b"k" | b"K" | b"cs" | b"CS" | b"sc" | b"SC" | b"scn"
            | b"SCN" => self.color(w, op),
            b"gs" => self.graphics_state(w, op),
            b"Tr" => w.state.render_mode = op.number(0) as i64,
            b"Tf" => self.font(w, op),
            b"Tj" | b"TJ" | b"'" | b"\"" => {
                self.before_text(w);
                w.raw(&content[op.range.clone()]);
            }
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" => {
                w.paint(self, op.operator)
            }
            b"Do" => self.draw(w, op),
            b"EI" => self.inline(w, op),
            b"sh" => self.shade(w, op),
            b"BMC" | b"BDC" => w.marked.begin(op, self.file, w.resources),
            b"EMC" => w.marked.end(),
            b"MP" | b"DP" | b"BX" | b"EX" | b"ri" | b"i" => {}
            _ => w.raw(&content[op.range.clone()]),
        }
    }

    pub(super) fn space(&mut self, object: &Object, resources: &Dictionary) -> Rc<Space> {
        let Object::Name(name) = object else {
            return Rc::new(Space::read(self.file, object, Some(resources)));
        };
        let key = (std::ptr::from_ref(resources), name.clone());
        let read = || Rc::new(Space::read(self.file, object, Some(resources)));
        self.spaces.entry(key).or_insert_with(read).clone()
    }

    /// A form or a tiling pattern for one pass.
    fn stream(
        &mut self,
        stream: &Stream,
        resources: &Dictionary,
        pass: Pass,
        state: State,
        fresh: bool,
    ) -> Option<ObjectId> {
        let key = (std::ptr::from_ref(stream), pass, state.key());
        if let Some((known, mixed)) = self.forms.get(&key) {
            self.mixed |= mixed;
            return *known;
        }
        if self.depth >= DEEPEST {
            self.lost = true;
            return None;
        }
        // Drawn inside itself, it is not there yet, and stays out.
        self.forms.insert(key.clone(), (None, false));
        let before = std::mem::take(&mut self.mixed);
        self.depth += 1;
        let file = self.file;
        let content = self.content(stream);
        let own = file.dict(&stream.dict, "Resources").unwrap_or(resources);
        let group = file.dict(&stream.dict, "Group");
        let flag = |key| group.is_some_and(|group| file.bool(group, key) == Some(true));
        let (isolated, knockout) = (flag("I"), flag("K"));
        // Its elements one by one come to the same, and see what is below them.
        let group = group.filter(|_| isolated || knockout || state.blends());
        let state = match group {
            Some(_) => state.in_group((isolated, knockout), pass, self.plates),
            None => state,
        };
        let content = content.filter(|content| {
            self.rewritten = self.rewritten.saturating_add(content.len());
            self.rewritten <= MOST_CONTENT
        });
        let mapped = content.map(|content| self.rewrite(&content, own, pass, state, fresh));
        self.depth -= 1;
        let mixed = std::mem::replace(&mut self.mixed, before);
        self.mixed |= mixed;
        let Some((content, resources)) = mapped else {
            self.lost = true;
            // Another page may have room for it, or must be told as well.
            self.forms.remove(&key);
            return None;
        };
        let mut dict = Dictionary::new();
        let keys =
            ["Type", "Subtype", "BBox", "Matrix", "PatternType", "TilingType", "XStep", "YStep"];
        self.copier.copy_entries(&stream.dict, &keys, &mut dict);
        if !stream.dict.has(b"BBox") && !stream.dict.has(b"PatternType") {
            // Some viewers paint all of it.
            dict.set("BBox", vec![(-FAR).into(), (-FAR).into(), FAR.into(), FAR.into()]);
        }
        if stream.dict.has(b"PaintType") {
            // Of every colour there is a cell of its own.
            dict.set("PaintType", 1);
        }
        if let Some(group) = group {
            let mut out = dictionary! { "CS" => "DeviceRGB" };
            self.copier.copy_entries(group, &["S", "I", "K"], &mut out);
            dict.set("Group", out);
        }
        dict.set("Resources", resources);
        let id = self.copier.add(Stream::new(dict, content));
        self.forms.insert(key, (Some(id), mixed));
        Some(id)
    }

    fn draw(&mut self, w: &mut Writer, op: &Instruction) {
        let file = self.file;
        let objects = file.dict(w.resources, "XObject");
        let Some(entry) = op.name().zip(objects).and_then(|(n, o)| o.get(n).ok()) else { return };
        let Ok(stream) = file.resolve(entry).as_stream() else { return };
        let layered = stream.dict.get(b"OC").is_ok_and(|layer| !file.layers.prints(file, layer));
        if layered || w.marked.is_hidden() {
            return;
        }
        let id = match file.name(&stream.dict, "Subtype") {
            Some(b"Form") => {
                w.settle_written(self);
                let state = w.state.clone();
                self.stream(stream, w.resources, w.pass, state, false)
            }
            Some(b"Image") => {
                if !self.before_picture(w, stream) {
                    return;
                }
                self.image(stream, entry.as_reference().ok(), w.pass, w.resources)
            }
            _ => None,
        };
        w.draw(id);
    }

    fn inline(&mut self, w: &mut Writer, op: &Instruction) {
        let (Some(Object::Dictionary(dict)), Some(data)) = (op.operands.first(), op.image) else {
            return;
        };
        let stream = Stream::new(dict.clone(), data.to_vec());
        if w.marked.is_hidden() || !self.before_picture(w, &stream) {
            return;
        }
        let id = self.image(&stream, None, w.pass, w.resources);
        w.draw(id);
    }

    /// Makes ready for a picture, or for a mask that the colour is painted through; whether it reaches the plates.
    fn before_picture(&mut self, w: &mut Writer, stream: &Stream) -> bool {
        if self.file.bool(&stream.dict, "ImageMask") == Some(true) {
            w.before_fill(self);
            return !w.state.fill.skip;
        }
        let resources = w.resources;
        w.before_picture(self, |mapper| mapper.picture_space(stream, resources))
    }

    fn shade(&mut self, w: &mut Writer, op: &Instruction) {
        if w.marked.is_hidden() {
            return;
        }
        let file = self.file;
        let shadings = file.dict(w.resources, "Shading");
        let Some(object) = op.name().zip(shadings).and_then(|(n, s)| s.get(n).ok()) else { return };
        let (resources, own) = (w.resources, as_dict(file.resolve(object)));
        w.settle_written(self);
        if !w.before_picture(self, |mapper| mapper.space_of(own?, resources)) {
            return;
        }
        if self.draw_plane(w, file.resolve(object)) {
            return;
        }
        if let Some(id) = self.shading(object, w.pass, w.resources) {
            w.used.insert(("Shading", id), ());
            let _ = writeln!(w.out, "/P{} sh", id.0);
        }
    }
}

/// A new document with these pages, as bytes.
pub(super) fn finish(mut copier: Copier, pages: &[ObjectId]) -> Option<Vec<u8>> {
    let kids: Vec<Object> = pages.iter().map(|id| Object::Reference(*id)).collect();
    let tree = copier.add(dictionary! {
        "Type" => "Pages", "Count" => pages.len() as i64, "Kids" => kids,
    });
    for id in pages {
        if let Ok(page) = copier.out.get_dictionary_mut(*id) {
            page.set("Parent", tree);
        }
    }
    let root = copier.add(dictionary! { "Type" => "Catalog", "Pages" => tree });
    copier.out.trailer.set("Root", root);
    let mut bytes = vec![];
    copier.out.save_to(&mut bytes).ok()?;
    Some(bytes)
}
