//! Walks a page's content as a renderer would, forms and patterns included, keeping the graphics
//! state, and hands what is painted to the rules.
//!
//! It decides nothing itself; see `paint`, `text` and `image`.

mod form;
mod image;
mod paint;
mod state;
mod text;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId, Stream};

pub(super) use image::expand;
use state::{Color, Matrix, State, multiply};

use super::Limits;
use super::content::{Instruction, Lexer};
use super::file::{File, Page, as_dict};
use super::font::Font;
use super::rules;
use super::space::{Plates, Space};
use super::verdict::{Findings, FontSeen, ImageSeen, Rect};

/// Most work one page may be: an operator is one, forms count each time they are drawn.
const MOST_ON_PAGE: usize = 8_000_000;
/// Most work a whole file may be.
const MOST_IN_FILE: usize = 200_000_000;
/// Bytes of content that are as much work as an operator.
const BYTES_A_STEP: usize = 32;
/// How much work a transparency group or a soft mask is, which each need a canvas of their own.
const CANVAS_STEPS: usize = 2_000;
/// Work to paint a whole sheet, by how it is painted; less of the sheet is less work.
const FILL_STEPS: f64 = 1_500.0;
const BLEND_STEPS: f64 = 6_000.0;
const IMAGE_STEPS: f64 = 10_000.0;
const MASKED_STEPS: f64 = 16_000.0;
const SHADING_STEPS: f64 = 300_000.0;
/// Pixels of an image that are as much work as an operator.
const PIXELS_A_STEP: usize = 600;
/// Deepest nesting of forms, patterns and glyphs.
const DEEPEST: usize = 24;
/// Deepest nesting of `q`.
const MOST_SAVED: usize = 4_096;

/// What a walk found out about one page, besides findings.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub findings: Findings,
    pub fonts: BTreeMap<String, FontSeen>,
    pub images: Vec<ImageSeen>,
    /// The finest resolution each image object is needed in: pixels across and down at 1 ppi.
    pub drawn: HashMap<ObjectId, (f64, f64)>,
    pub plates: Plates,
    pub transparent: bool,
    pub marks: bool,
    pub text: bool,
    pub strokes: bool,
    /// Inks that are really painted, by plate.
    pub painted: BTreeSet<usize>,
    /// The same without what marks paint.
    pub inked: BTreeSet<usize>,
    /// Whether the page was too much, and should not be rendered either.
    pub exhausted: bool,
}

/// Walks pages of one file.
pub(super) struct Walker<'a> {
    file: &'a File<'a>,
    limits: &'a Limits,
    page: &'a Page,
    number: usize,
    trim: Rect,
    bleed: Rect,
    facts: Facts,
    state: State,
    saved: Vec<State>,
    path: Option<Rect>,
    clip_pending: bool,
    left: usize,
    counted: HashSet<ObjectId>,
    /// Names of patterns that are shadings.
    shaded: HashSet<Vec<u8>>,
    fonts: HashMap<*const Dictionary, Rc<Font>>,
    spaces: HashMap<(*const Dictionary, Vec<u8>), Rc<Space>>,
    streams: HashMap<*const Stream, Rc<Vec<u8>>>,
    active: Vec<*const Stream>,
}

/// What work is left for a file, so that even a hostile one ends soon.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_IN_FILE)
    }
}

/// Walks one page; `number` is counted from 1.
pub(super) fn walk(
    file: &File,
    page: &Page,
    number: usize,
    limits: &Limits,
    budget: &mut Budget,
) -> Facts {
    let mut walker = Walker {
        file,
        limits,
        page,
        number,
        trim: page.trim_or_default(),
        bleed: page.bleed_or_default(),
        facts: Facts::default(),
        state: State::new(page.media),
        saved: vec![],
        path: None,
        clip_pending: false,
        left: budget.0.min(MOST_ON_PAGE),
        counted: HashSet::new(),
        shaded: HashSet::new(),
        fonts: HashMap::new(),
        spaces: HashMap::new(),
        streams: HashMap::new(),
        active: vec![],
    };
    match file.contents(page) {
        Some(content) => walker.run(&content, &page.resources),
        None => {
            walker.add(rules::BROKEN_STREAM, None, &[("what", "page contents".into())]);
            walker.facts.exhausted = true;
        }
    }
    walker.check_blending();
    budget.0 -= budget.0.min(MOST_ON_PAGE) - walker.left;
    walker.facts
}

impl<'a> Walker<'a> {
    fn add(
        &mut self,
        rule: &'static rules::Rule,
        place: Option<Rect>,
        args: &[(&'static str, String)],
    ) {
        self.facts.findings.add(rule, Some(self.number), place, args);
    }

    fn run(&mut self, content: &[u8], resources: &Dictionary) {
        let depth = self.saved.len();
        self.spend(content.len() / BYTES_A_STEP);
        for instruction in Lexer::new(content) {
            self.spend(1);
            if self.facts.exhausted {
                break;
            }
            self.operator(&instruction, resources, depth);
        }
        self.saved.truncate(depth);
    }

    /// Counts the work of painting a part of the sheet.
    fn spend_area(&mut self, place: Rect, whole: f64, stroke: bool) {
        let media = self.page.media;
        let part = |low: usize| {
            let (a, b) = (place[low + 2] - place[low], media[low + 2] - media[low]);
            (a / b.max(1.0)).clamp(0.0, 1.0)
        };
        let share = if stroke { (part(0) + part(1)) / 8.0 } else { part(0) * part(1) };
        self.spend((share * whole) as usize);
    }

    /// Counts work; the page is given up when it is too much.
    fn spend(&mut self, steps: usize) {
        if self.left < steps && !self.facts.exhausted {
            self.facts.exhausted = true;
            self.add(rules::TOO_LARGE, None, &[("what", "page contents".into())]);
        }
        self.left = self.left.saturating_sub(steps);
    }

    fn operator(&mut self, op: &Instruction, resources: &Dictionary, floor: usize) {
        match op.operator {
            b"q" if self.saved.len() < MOST_SAVED => self.saved.push(self.state.clone()),
            b"Q" if self.saved.len() > floor => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Ok(matrix) = <Matrix>::try_from(op.numbers()) {
                    self.state.ctm = multiply(matrix, self.state.ctm);
                }
            }
            b"w" => self.state.line_width = op.number(0),
            b"gs" => self.graphics_state(op.name(), resources),
            b"Do" => self.draw_object(op.name(), resources),
            b"EI" => self.inline_image(op, resources),
            b"sh" => self.shading(op.name(), resources),
            _ => {
                if !self.color_operator(op, resources) && !self.text_operator(op, resources) {
                    self.path_operator(op);
                }
            }
        }
    }

    fn space(&mut self, object: &Object, resources: &Dictionary) -> Rc<Space> {
        if let Object::Name(name) = object {
            let key = (std::ptr::from_ref(resources), name.clone());
            if let Some(space) = self.spaces.get(&key) {
                return space.clone();
            }
            let space = Rc::new(Space::read(self.file, object, Some(resources)));
            self.facts.plates.learn(&space);
            self.spaces.insert(key, space.clone());
            return space;
        }
        let space = Rc::new(Space::read(self.file, object, Some(resources)));
        self.facts.plates.learn(&space);
        space
    }

    /// Sets a colour; true if the operator was one of colour.
    fn color_operator(&mut self, op: &Instruction, resources: &Dictionary) -> bool {
        let stroke = op.operator.first().is_some_and(u8::is_ascii_uppercase);
        let color = match op.operator {
            b"g" | b"G" => Color::new(Space::Gray, op.numbers()),
            b"rg" | b"RG" => Color::new(Space::Rgb, op.numbers()),
            b"k" | b"K" => Color::new(Space::Cmyk, op.numbers()),
            b"cs" | b"CS" => {
                let Some(object) = op.operands.last() else { return true };
                let space = self.space(object, resources);
                let components = space.initial();
                Color { space, components, pattern: None }
            }
            b"sc" | b"SC" | b"scn" | b"SCN" => {
                let space = if stroke { &self.state.stroke.space } else { &self.state.fill.space };
                Color {
                    space: space.clone(),
                    components: op.numbers(),
                    pattern: op.name().map(<[u8]>::to_vec),
                }
            }
            _ => return false,
        };
        if let Some(name) = color.pattern.clone() {
            self.pattern(&name, resources);
        }
        match stroke {
            true => self.state.stroke = color,
            false => self.state.fill = color,
        }
        true
    }

    fn graphics_state(&mut self, name: Option<&[u8]>, resources: &Dictionary) {
        let file = self.file;
        let states = file.dict(resources, "ExtGState");
        let Some(gs) = name.zip(states).and_then(|(n, s)| s.get(n).ok()) else { return };
        let Some(gs) = as_dict(file.resolve(gs)) else { return };
        let state = &mut self.state;
        if let Some(width) = file.number(gs, "LW") {
            state.line_width = width;
        }
        if let Some(on) = file.bool(gs, "OP") {
            state.overprint_stroke = on;
            state.overprint_fill = on;
        }
        if let Some(on) = file.bool(gs, "op") {
            state.overprint_fill = on;
        }
        if let Some(mode) = file.number(gs, "OPM") {
            state.overprint_mode = mode == 1.0;
        }
        if let Some(alpha) = file.number(gs, "ca") {
            state.fill_alpha = alpha;
        }
        if let Some(alpha) = file.number(gs, "CA") {
            state.stroke_alpha = alpha;
        }
        self.facts.transparent |= state.fill_alpha < 1.0 || state.stroke_alpha < 1.0;
        let modes = match file.get(gs, "BM") {
            Some(Object::Array(list)) => list.first().map(|o| file.resolve(o)),
            other => other,
        };
        let mode = modes.and_then(|o| o.as_name().ok());
        if let Some(mode) = mode {
            state.blended = mode != b"Normal" && mode != b"Compatible";
            self.facts.transparent |= state.blended;
        }
        if let Some([font, size]) = file.array(gs, "Font") {
            self.set_font(file.resolve(font), super::file::number(file.resolve(size)));
        }
        if let Some(mask) = file.dict(gs, "SMask") {
            self.facts.transparent = true;
            self.soft_mask(mask);
        }
    }

    fn check_blending(&mut self) {
        if !self.facts.transparent {
            return;
        }
        let group = self.file.dict(&self.page.dict, "Group");
        let space = group.and_then(|g| self.file.get(g, "CS"));
        let space = space.map(|o| Space::read(self.file, o, Some(&self.page.resources)));
        if !matches!(space, Some(Space::Cmyk | Space::Icc(4))) {
            let found = space.map_or("-".into(), |s| s.label());
            self.add(rules::BLENDING, None, &[("found", found)]);
        }
    }
}
