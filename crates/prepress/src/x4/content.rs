//! Rewrites one content stream: colours into CMYK, black text and rules overprinting, resources
//! replaced by converted ones. Everything else is copied through byte by byte.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use anyhow::Result;
use lopdf::ObjectId;

use super::conversion::{Conversion, Resources, Scope};
use super::fault::X4Fault;
use super::images::Placed;
use super::overprint::Overprint;
use super::space::{Mode, Space};
use crate::pdf::content::{Instruction, Lexer};
use crate::pdf::geometry::{IDENTITY, Matrix, apply, scale_of, then};
use crate::words;
use jikji_diagnostic::Words;

/// Strokes and bars up to this width, in pt, are rules: black ones overprint. Larger black areas
/// knock out, since what lies below would show through as a stain.
const RULE_WIDTH: f64 = 3.0;
/// Most saved graphics states; more are a damaged or hostile file.
const MOST_STATES: usize = 4096;

/// The mode of text that is not painted (ISO 32000-1, 9.3.6).
const INVISIBLE: i64 = 3;

/// The graphics state a stream starts with.
#[derive(Debug, Clone)]
pub(super) struct Start {
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    pub(super) asked: Overprint,
    pub(super) scale: f64,
    /// Whether it is nobody's: no colour was set before.
    pub(super) bare: bool,
}

impl Start {
    /// Black, as at the top of a page.
    pub(super) fn page() -> Self {
        let black =
            Paint { space: None, black: false, own: false, over: false, layer: None, text: false };
        Self { fill: black.clone(), stroke: black, asked: Overprint::OFF, scale: 1.0, bare: true }
    }

    /// The same, lengths being this many times larger on the page.
    pub(super) fn scaled(self, by: f64) -> Self {
        Self { scale: self.scale * by, ..self }
    }
}

/// What is known of the current colour.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    /// The space last set with `cs`, where colours are still set by `sc`.
    pub(super) space: Option<Arc<Space>>,
    /// 100 % black and nothing else.
    pub(super) black: bool,
    /// Ink as the input wrote it: a spot colour, or CMYK that is not white.
    pub(super) own: bool,
    /// A spot ink that is printed over what is below.
    pub(super) over: bool,
    /// The place among the job's spot inks of one that is for the finishing.
    pub(super) layer: Option<usize>,
    /// The black of text that is drawn as outlines.
    pub(super) text: bool,
}

#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    pub(super) ctm: Matrix,
    pub(super) width: f64,
    text_mode: i64,
    /// Why no text may be set in the current font. Programs name fonts that they set nothing in.
    pub(super) unset: Option<X4Fault>,
    /// Overprinting in what was written.
    pub(super) over: Overprint,
    /// Overprinting as the input has it.
    pub(super) asked: Overprint,
}

/// A rewritten stream.
pub(super) struct Rewritten {
    pub(super) bytes: Vec<u8>,
    pub(super) resources: Resources,
    /// Something translucent was drawn.
    pub(super) transparent: bool,
    pub(super) placed: Vec<Placed>,
    /// Whether all that is painted is printed over what is below; nothing where nothing is.
    pub(super) over: Option<bool>,
}

pub(super) struct Rewriter<'a, 'p, 'd> {
    pub(super) conversion: &'p mut Conversion<'d>,
    pub(super) scope: &'a Scope,
    pub(super) mode: Mode,
    pub(super) input: &'a [u8],
    /// How much of the input is in `out`.
    copied: usize,
    out: Vec<u8>,
    pub(super) resources: Resources,
    pub(super) transparent: bool,
    pub(super) placed: Vec<Placed>,
    over: Option<bool>,
    pub(super) state: State,
    saved: Vec<State>,
    pub(super) scale: f64,
    /// Where the current path starts in the input and the box of its points on the page.
    path: Option<(usize, [f64; 4])>,
    pub(super) extra_images: usize,
}

/// Converts a content stream. `start` is the state of whoever draws it.
pub(super) fn rewrite(
    conversion: &mut Conversion<'_>,
    input: &[u8],
    scope: &Scope,
    mode: Mode,
    start: Start,
) -> Result<Rewritten> {
    let state = State {
        fill: start.fill,
        stroke: start.stroke,
        ctm: IDENTITY,
        width: 1.0,
        text_mode: 0,
        unset: None,
        over: Overprint::OFF,
        asked: start.asked,
    };
    let mut rewriter = Rewriter {
        conversion,
        scope,
        mode,
        input,
        copied: 0,
        out: Vec::with_capacity(input.len() + input.len() / 8),
        resources: Resources::default(),
        transparent: false,
        placed: Vec::new(),
        over: None,
        state,
        saved: Vec::new(),
        scale: start.scale,
        path: None,
        extra_images: 0,
    };
    if start.bare && mode == Mode::Ink {
        rewriter.onto_sole();
    }
    let mut lexer = Lexer::new(input);
    while let Some(op) = lexer.next_operator() {
        rewriter.operation(&op)?;
    }
    rewriter.flush(input.len());
    for _ in 0..rewriter.saved.len() {
        rewriter.out.extend_from_slice(b"\nQ");
    }
    Ok(Rewritten {
        bytes: rewriter.out,
        resources: rewriter.resources,
        transparent: rewriter.transparent,
        placed: largest(rewriter.placed),
        over: rewriter.over,
    })
}

/// Of each picture the widest and the highest placement; the others say nothing more.
fn largest(placed: Vec<Placed>) -> Vec<Placed> {
    let mut kept: BTreeMap<(ObjectId, Mode), [Matrix; 2]> = BTreeMap::new();
    for Placed { image, mode, ctm: m } in placed {
        let [wide, high] = kept.entry((image, mode)).or_insert([m, m]);
        if m[0].hypot(m[1]) > wide[0].hypot(wide[1]) {
            *wide = m;
        }
        if m[2].hypot(m[3]) > high[2].hypot(high[3]) {
            *high = m;
        }
    }
    let both =
        |((image, mode), pair): (_, [Matrix; 2])| pair.map(|ctm| Placed { image, mode, ctm });
    kept.into_iter().flat_map(both).collect()
}

/// Which colour an operator sets or uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColorUse {
    Fill,
    Stroke,
}

impl Rewriter<'_, '_, '_> {
    /// Copies the input up to a place.
    fn flush(&mut self, to: usize) {
        if to > self.copied {
            self.out.extend_from_slice(&self.input[self.copied..to]);
            self.copied = to;
        }
    }

    /// Writes `text` instead of a range of the input.
    pub(super) fn replace(&mut self, range: Range<usize>, text: &[u8]) {
        self.flush(range.start);
        // `cm/c0 cs` has no white space for what comes in the name's place.
        if self.out.last().is_some_and(|byte| !byte.is_ascii_whitespace()) {
            self.out.push(b' ');
        }
        self.out.extend_from_slice(text);
        self.copied = range.end.max(self.copied);
    }

    /// Writes what no input has.
    pub(super) fn write(&mut self, text: &[u8]) {
        self.out.extend_from_slice(text);
    }

    /// Takes note of something painted, printed over what is below or not.
    pub(super) fn painted(&mut self, over: bool) {
        self.over = Some(over && self.over.unwrap_or(true));
    }

    fn operation(&mut self, op: &Instruction) -> Result<()> {
        let range = op.range.clone();
        match op.operator {
            b"q" => {
                if self.saved.len() >= MOST_STATES {
                    return Err(self.conversion.damaged(words::OPEN_STATE));
                }
                self.saved.push(self.state.clone());
            }
            b"Q" => match self.saved.pop() {
                Some(state) => self.state = state,
                None => self.replace(range, b""),
            },
            b"cm" => {
                if let Some(m) = op.first() {
                    self.state.ctm = then(m, self.state.ctm);
                }
            }
            b"w" => self.state.width = op.first::<1>().map_or(1.0, |[width]| width),
            b"Tr" => self.state.text_mode = op.number(0) as i64,
            b"g" | b"rg" | b"k" => self.device(op, ColorUse::Fill)?,
            b"G" | b"RG" | b"K" => self.device(op, ColorUse::Stroke)?,
            b"cs" => self.set_space(op, ColorUse::Fill)?,
            b"CS" => self.set_space(op, ColorUse::Stroke)?,
            b"sc" | b"scn" => self.set_color(op, ColorUse::Fill)?,
            b"SC" | b"SCN" => self.set_color(op, ColorUse::Stroke)?,
            b"m" | b"l" => self.points::<2>(op),
            b"c" => self.points::<6>(op),
            b"v" | b"y" => self.points::<4>(op),
            b"re" => {
                if let Some([x, y, w, h]) = op.first() {
                    self.point(range.start, x, y);
                    self.point(range.start, x + w, y + h);
                }
            }
            b"f" | b"F" | b"f*" => self.paint_path((true, false), range.end),
            b"S" | b"s" => self.paint_path((false, true), range.end),
            b"B" | b"B*" | b"b" | b"b*" if self.in_two_layers() => self.paint_apart(op)?,
            b"B" | b"B*" | b"b" | b"b*" => self.paint_path((true, true), range.end),
            b"n" => self.path = None,
            b"Tj" | b"TJ" | b"'" | b"\"" => self.show_text(range)?,
            b"Tf" => self.font(op),
            b"gs" => self.graphics_state(op)?,
            b"sh" => self.shade(op)?,
            b"Do" => self.draw(op)?,
            b"EI" => self.inline_image(op)?,
            b"BDC" | b"DP" => self.properties(op),
            b"PS" => {
                return Err(self
                    .conversion
                    .unsupported(Words { ko: "PostScript", en: "PostScript" }));
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn side(&mut self, side: ColorUse) -> &mut Paint {
        match side {
            ColorUse::Fill => &mut self.state.fill,
            ColorUse::Stroke => &mut self.state.stroke,
        }
    }

    fn points<const N: usize>(&mut self, op: &Instruction) {
        if let Some(values) = op.first::<N>() {
            for pair in values.chunks_exact(2) {
                self.point(op.range.start, pair[0], pair[1]);
            }
        }
    }

    fn point(&mut self, at: usize, x: f64, y: f64) {
        let (x, y) = apply(self.state.ctm, x, y);
        let (_, area) = self.path.get_or_insert((at, [x, y, x, y]));
        *area = [area[0].min(x), area[1].min(y), area[2].max(x), area[3].max(y)];
    }

    fn paint_path(&mut self, (fill, stroke): (bool, bool), end: usize) {
        let Some((start, area)) = self.path.take() else { return };
        let thin = (area[2] - area[0]).min(area[3] - area[1]) * self.scale <= RULE_WIDTH;
        let line = self.state.width * scale_of(self.state.ctm) * self.scale <= RULE_WIDTH;
        let black = (!fill || self.state.fill.black && (thin || self.state.fill.text))
            && (!stroke || self.state.stroke.black && line);
        self.overprint_for(black, (fill, stroke), start);
        let layered = self.open_layer((fill, stroke), start);
        self.shared(start..end);
        self.close_layer(layered, end);
    }

    /// Fills and strokes a path by one after the other, each in its own layer.
    fn paint_apart(&mut self, op: &Instruction) -> Result<()> {
        let Some((start, _)) = self.path.take() else { return Ok(()) };
        let path = self.input.get(start..op.range.start);
        let Some(path) = path.filter(|_| self.copied <= start) else {
            return Err(self.conversion.damaged(words::PAGE_CONTENTS));
        };
        self.overprint_for(false, (true, true), start);
        let (fill, stroke): (&[u8], &[u8]) = match op.operator {
            b"B" => (b"f", b"S"),
            b"B*" => (b"f*", b"S"),
            b"b" => (b"h f", b"s"),
            _ => (b"h f*", b"s"),
        };
        // A path that clips does so after it was painted.
        self.replace(start..start, b"q ");
        let filled = self.open_layer((true, false), start);
        self.replace(start..start, &[path, b" ", fill, b" "].concat());
        self.close_layer(filled, start);
        self.replace(start..start, b" Q ");
        let stroked = self.open_layer((false, true), start);
        self.replace(start..op.range.end, &[path, b" ", stroke, b" "].concat());
        self.close_layer(stroked, op.range.end);
        Ok(())
    }

    fn show_text(&mut self, at: Range<usize>) -> Result<()> {
        if let Some(fault) = self.state.unset.clone().filter(|_| self.state.text_mode != INVISIBLE)
        {
            return Err(fault.into());
        }
        let (fill, stroke) = match self.state.text_mode {
            0 | 4 => (true, false),
            1 | 5 => (false, true),
            2 | 6 => (true, true),
            _ => return Ok(()),
        };
        if fill && stroke && self.in_two_layers() {
            return Err(self.conversion.unsupported(words::STEPS_IN_TEXT));
        }
        let black = (!fill || self.state.fill.black) && (!stroke || self.state.stroke.black);
        self.overprint_for(black, (fill, stroke), at.start);
        let layered = self.open_layer((fill, stroke), at.start);
        self.close_layer(layered, at.end);
        Ok(())
    }
}
