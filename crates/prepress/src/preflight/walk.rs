//! Walks a page's content as a renderer would, forms and patterns included, keeping the graphics
//! state, and hands what is painted to the rules.
//!
//! It decides nothing itself; see `paint`, `text` and `image`.

mod aside;
mod below;
mod black;
mod broken;
mod cell;
mod cell_inks;
mod coarse;
mod coat;
mod form;
mod glyphs;
mod ground;
pub(super) mod held;
mod image;
mod ink;
mod kept;
mod learnt;
mod letters;
mod line;
mod margin;
mod marked;
mod masks;
mod mesh;
mod near;
pub(super) mod pages;
mod paint;
mod path;
mod places;
mod plain;
mod raised;
mod repeats;
mod resolution;
mod setting;
mod small;
mod spend;
mod spots;
mod state;
mod text;
mod tiling;
mod vanishing;
mod work;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::pdf::geometry::{IDENTITY, Matrix, then};
use cell::CellInks;
use kept::{FontCache, Kept};
pub(super) use learnt::Learnt;
use path::Path;
use state::{Color, Open, State};

use super::estimate::{Coat, Estimate, Known};
use super::file::{File, Page};
use super::held::Held;
use super::limits::Limits;
use super::marked::Marked;
use crate::pdf::content::{Instruction, Lexer};
use jikji_diagnostic::{Arg, Message};

use super::rules::{self, words};
use super::space::{self, Space};
use super::standard::Standard;
use super::verdict::{Findings, FontSeen, ImageSeen, Rect};
use crate::pdf::object::{Objects, as_dict};
use work::BYTES_A_STEP;

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
    pub learnt: Learnt,
    /// Meshes that are too much to be painted, by the address of their dictionaries.
    pub too_fine: HashSet<usize>,
    /// Small white text: where, and its size in pt.
    pub reversed: Vec<(Rect, f64)>,
    /// Pictures that are too coarse, until those that belong together are joined.
    pub coarse: Vec<coarse::Coarse>,
    /// Where white overprints what may be painted below.
    pub vanishing: Vec<Rect>,
    /// What is painted on so far.
    pub below: below::Below,
    /// Where that is other ink than black.
    pub ground: ground::Ground,
    /// Small text of one ink, until the text around it is known.
    pub raised: raised::Raised,
    /// Around the text beyond the bleed, but for what belongs to marks.
    pub outside: Option<Rect>,
    /// Text whose lines come too near the trim, until its letters are looked at.
    pub near: near::NearTexts,
    /// Where each picture is first drawn that can be told from others.
    pub placed: Vec<(ObjectId, Rect)>,
    pub transparent: bool,
    pub marks: bool,
    /// Around all that is printed inside the bleed, but for marks.
    pub printed: Option<Rect>,
    pub text: bool,
    /// Whether text with ink on it stands inside the bleed.
    pub lettered: bool,
    pub strokes: bool,
    /// Inks that are really painted, by plate.
    pub painted: BTreeSet<usize>,
    /// The same without what marks paint.
    pub inked: BTreeSet<usize>,
    /// Whether pictures or gradients are painted, of whose inks nothing is sure before they are rendered.
    pub graded: bool,
    /// Whether rendering the page is too much.
    pub unplated: bool,
    /// Whether its contents are too much, too.
    pub endless: bool,
    /// Whether its contents were not walked to their end, and should not be rendered either.
    pub exhausted: bool,
    /// Whether something of the page was not looked at.
    pub unseen: bool,
    /// How much work it was, in steps.
    pub work: usize,
    /// What rendering it holds in memory.
    pub held: Held,
    /// What its ink comes to at most, if that was asked.
    pub known: Option<Known>,
}

/// Walks one page of a file.
pub(super) struct Walker<'a> {
    file: &'a File<'a>,
    limits: &'a Limits,
    page: &'a Page,
    trim: Rect,
    bleed: Rect,
    facts: Facts,
    state: State,
    saved: Vec<State>,
    path: Path,
    clip_pending: bool,
    /// Work the page is allowed, and what is left of it.
    budget: usize,
    left: usize,
    held: Held,
    /// Soft masks that are drawn, by their groups and the matrices they are set under.
    known_masks: HashSet<(usize, [u64; 6])>,
    /// How many soft masks are being walked, one in the other.
    masks: usize,
    /// What takes the space of the contents at hand to that of the page; patterns start from it.
    base: Matrix,
    /// How many `BX` are open, inside which unknown operators are no mistake.
    lenient: usize,
    marked: Marked,
    counted: HashSet<ObjectId>,
    fonts: &'a FontCache,
    kept: &'a mut Kept,
    active: Vec<*const Stream>,
    estimate: Option<Estimate>,
    /// The ink of cells at most.
    coats: HashMap<(ObjectId, String), Coat>,
    /// The plates that cells paint on, and their work.
    cell_inks: HashMap<(ObjectId, String), CellInks>,
    /// Cells that are judged: in how many parts, and how much work they are once all of them was.
    walked: HashMap<(ObjectId, String), (usize, Option<usize>)>,
}

impl<'a> Walker<'a> {
    /// Stands before a page.
    fn new(
        file: &'a File<'a>,
        page: &'a Page,
        limits: &'a Limits,
        budget: usize,
        fonts: &'a FontCache,
        kept: &'a mut Kept,
    ) -> Self {
        Self {
            file,
            limits,
            page,
            trim: page.trim_or_default(),
            bleed: page.bleed_or_default(),
            facts: Facts::default(),
            state: State::new(page.media),
            saved: vec![],
            path: Path::default(),
            clip_pending: false,
            budget,
            left: budget,
            held: Held::default(),
            known_masks: HashSet::new(),
            masks: 0,
            base: IDENTITY,
            lenient: 0,
            marked: Marked::default(),
            counted: HashSet::new(),
            fonts,
            kept,
            active: vec![],
            estimate: None,
            coats: HashMap::new(),
            cell_inks: HashMap::new(),
            walked: HashMap::new(),
        }
    }

    fn add(&mut self, rule: &'static Message, place: Option<Rect>, args: &[(&'static str, Arg)]) {
        self.facts.findings.add(rule, Some(self.page.number), place, args);
    }

    /// An entry of the resources, by the name an operator gives; a finding if there is none.
    fn resource<'r>(
        &mut self,
        kind: &'static str,
        name: Option<&[u8]>,
        resources: &'r Dictionary,
    ) -> Option<&'r Object>
    where
        'a: 'r,
    {
        let name = name?;
        let entry = self.file.dict(resources, kind).and_then(|entries| entries.get(name).ok());
        let entry = entry.filter(|entry| match (kind, self.file.resolve(entry)) {
            ("XObject", object) => object.as_stream().is_ok(),
            ("Font", object) => as_dict(object).is_some(),
            (_, object) => !object.is_null(),
        });
        if entry.is_none() {
            let name = format!("/{}", crate::pdf::text::name(name)).into();
            self.add(rules::RESOURCE_MISSING, None, &[("kind", kind.into()), ("name", name)]);
            // What it would have painted, and how, nobody has seen.
            self.facts.unseen = true;
            self.lose_ink();
        }
        entry
    }

    fn run(&mut self, content: &[u8], resources: &Dictionary) {
        let floor @ (depth, marked) = (self.saved.len(), self.marked.len());
        self.spend(content.len() / BYTES_A_STEP);
        self.check_defaults(resources);
        let mut lexer = Lexer::new(content);
        while let Some(instruction) = lexer.next_operator() {
            self.spend(1);
            if self.facts.exhausted {
                break;
            }
            self.operator(&instruction, resources, floor);
        }
        if !self.facts.exhausted {
            self.check_end(lexer.torn(), floor);
        }
        if !self.active.is_empty() && self.saved.len() > depth || lexer.is_odd() {
            self.lose_ink();
        }
        self.saved.truncate(depth);
        self.marked.truncate(marked);
    }

    fn operator(&mut self, op: &Instruction, resources: &Dictionary, floor: Open) {
        self.check_operator(op);
        match op.operator {
            b"BX" => self.lenient += 1,
            b"EX" => self.lenient = self.lenient.saturating_sub(1),
            _ => {}
        }
        if self.estimate.is_some() && !op.is_plain() {
            self.lose_ink();
        }
        match op.operator {
            b"q" if self.saved.len() < MOST_SAVED => self.saved.push(self.state.clone()),
            b"q" => {
                self.add(rules::TOO_LARGE, None, &[("what", words::NESTING.into())]);
                self.facts.unseen = true;
                self.lose_ink();
            }
            b"Q" if self.saved.len() > floor.0 => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"Q" => self.unbalanced("Q"),
            b"cm" => {
                if let Ok(matrix) = <Matrix>::try_from(op.numbers()) {
                    self.state.ctm = then(matrix, self.state.ctm);
                }
            }
            b"w" => self.state.line_width = op.number(0),
            b"M" => self.state.miter_limit = op.number(0),
            b"gs" => self.graphics_state(op.name(), resources),
            b"Do" => self.draw_object(op.name(), resources),
            b"EI" => self.inline_image(op, resources),
            b"sh" => self.shading(op.name(), resources),
            b"BMC" | b"BDC" => self.marked.begin(op, self.file, resources),
            b"EMC" => self.end_marked(floor),
            b"ri" => self.check_intent(op.name()),
            _ => {
                if !self.color_operator(op, resources) && !self.text_operator(op, resources) {
                    self.path_operator(op);
                }
            }
        }
    }

    fn space(&mut self, object: &Object, resources: &Dictionary) -> Rc<Space> {
        let key = object.as_name().ok().map(|name| (std::ptr::from_ref(resources), name.to_vec()));
        if let Some((_, name)) = key.as_ref().filter(|(_, name)| !space::is_device(name)) {
            self.resource("ColorSpace", Some(name), resources);
        }
        let known = key.as_ref().and_then(|key| self.kept.spaces.get(key)).cloned();
        let space = known.unwrap_or_else(|| {
            self.note_alternate(object, resources);
            let space = Rc::new(Space::read(self.file, object, Some(resources)));
            if let Some(key) = key {
                self.kept.spaces.insert(key, space.clone());
            }
            space
        });
        self.facts.learnt.plates.learn(&space, &self.limits.shop);
        space
    }

    /// Sets a colour; true if the operator was one of colour.
    fn color_operator(&mut self, op: &Instruction, resources: &Dictionary) -> bool {
        let stroke = op.operator.first().is_some_and(u8::is_ascii_uppercase);
        if self.state.given && op.sets_colour() {
            return true;
        }
        let mut color = match op.operator {
            b"g" | b"G" => Color::new(self.kept.gray.clone(), op.numbers()),
            b"rg" | b"RG" => Color::new(self.kept.rgb.clone(), op.numbers()),
            b"k" | b"K" => Color::new(self.kept.cmyk.clone(), op.numbers()),
            b"cs" | b"CS" => {
                let Some(object) = op.operands.last() else { return true };
                let space = self.space(object, resources);
                let components = space.initial();
                Color::new(space, components)
            }
            b"sc" | b"SC" | b"scn" | b"SCN" => {
                let old = if stroke { &self.state.stroke } else { &self.state.fill };
                let mut color = Color::new(old.space.clone(), op.numbers());
                color.pattern = op.name().map(<[u8]>::to_vec);
                let known = !matches!(*color.space, Space::Unknown | Space::Pattern(_));
                if known && op.fits() && color.components.len() != color.space.components() {
                    self.misfit(op);
                }
                color
            }
            _ => return false,
        };
        match color.pattern.clone() {
            Some(name) => self.pattern(&name, &mut color, resources),
            None if self.estimate.is_some() => color.coat = self.flat_coat(&color),
            None => {}
        }
        match stroke {
            true => self.state.stroke = Rc::new(color),
            false => self.state.fill = Rc::new(color),
        }
        true
    }

    fn check_blending(&mut self) {
        if !self.facts.transparent {
            return;
        }
        self.add(rules::TRANSPARENCY, None, &[]);
        let group = self.file.dict(&self.page.dict, "Group");
        let space = group.and_then(|g| self.file.get(g, "CS"));
        let space = space.map(|o| Space::read(self.file, o, Some(&self.page.resources)));
        // Without a standard a page that names no space is blended in that of the press.
        let free = space.is_none() && self.limits.standard == Standard::None;
        if !free && !matches!(space, Some(Space::Cmyk | Space::Icc(4))) {
            let found = space.map_or(words::NONE.into(), |s| s.label().into());
            self.add(rules::BLENDING, None, &[("found", found)]);
        }
    }
}
