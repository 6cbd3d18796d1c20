//! Images: resolution at placement, colour space, masks.

use std::borrow::Cow;
use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::super::codec::{self, Codec, CodecHeader};
use super::super::plates::most_pixels;
use super::super::rules::{self, words};
use super::super::space::Space;
use super::super::verdict::{ImageSeen, Rect};
use super::Walker;
use super::coat::has_all;
use super::paint::{BLACK, Part};
use super::work::{IMAGE_STEPS, MASKED_STEPS, PIXELS_A_STEP};
use crate::pdf::content::Instruction;
use crate::pdf::geometry::{bounds, intersect};
use crate::pdf::object::Objects;

/// Images up to so many pixels a side are flat tints or slices, not pictures.
pub(super) const FLAT_PX: u32 = 2;
/// Slices of pictures are up to so many pixels thin, and so many times as long.
const SLICE_PX: u32 = 8;
/// How many times higher than wide the pixels of a slice are at most, or the other way round.
const SQUARE: f64 = 2.0;
/// Most pictures of a page whose places are kept.
const MOST_PLACED: usize = 2_000;

/// Gives a picture itself.
pub(super) type Own<'o> = &'o dyn Fn() -> Cow<'o, Stream>;

impl Walker<'_> {
    /// Judges an image that is drawn.
    pub(super) fn image(&mut self, stream: &Stream, id: Option<ObjectId>, resources: &Dictionary) {
        let header = self.header(stream);
        let own = || Cow::Borrowed(stream);
        let place = self.judge_image(&stream.dict, (header, &own), resources);
        // Of one whose header cannot be read it is told already.
        let told = matches!(self.kept.headers.get(&std::ptr::from_ref(stream)), Some(Some(None)));
        if let (Some(id), Some(place)) = (id.filter(|_| !told), place)
            && self.facts.placed.len() < MOST_PLACED
        {
            self.facts.placed.push((id, place));
        }
        let inches = |a: f64, b: f64| a.hypot(b) * self.page.unit / 72.0;
        let [a, b, c, d, ..] = self.state.ctm;
        let (across, down) = (inches(a, b), inches(c, d));
        // Each is decoded once a page at most.
        if id.is_none_or(|id| self.counted.insert(id)) {
            let (width, height) = self.file.pixels(&stream.dict);
            self.spend(width.saturating_mul(height) / PIXELS_A_STEP);
        }
        if let Some(id) = id {
            let drawn = self.facts.learnt.drawn.entry(id).or_default();
            *drawn = (drawn.0.max(across), drawn.1.max(down));
        }
        if self.file.get(&stream.dict, "SMask").is_some() {
            self.facts.transparent = true;
        }
    }

    /// Judges an inline image.
    pub(super) fn inline_image(&mut self, op: &Instruction, resources: &Dictionary) {
        if self.hidden() {
            return;
        }
        if let Some(Object::Dictionary(dict)) = op.operands.first() {
            let data = op.image.unwrap_or_default();
            let own = || Cow::Owned(Stream::new(dict.clone(), data.to_vec()));
            self.judge_image(dict, (None, &own), resources);
            let space = self.file.get(dict, "ColorSpace").map(|o| self.space(o, resources));
            self.check_data(op, space.map_or(1, |space| space.components()));
        }
    }

    /// What the image's own bytes say of it, if it is of a codec that has a header.
    pub(super) fn header(&mut self, stream: &Stream) -> Option<Rc<CodecHeader>> {
        let file = self.file;
        let read = || codec::header(file, stream).map(|header| header.map(Rc::new));
        let known = self.kept.headers.entry(std::ptr::from_ref(stream)).or_insert_with(read);
        let header = known.clone()?;
        if header.is_none() {
            let place = self.visible(bounds([0.0, 0.0, 1.0, 1.0], self.state.ctm));
            self.add(rules::BROKEN_STREAM, place, &[("what", words::IMAGE.into())]);
        }
        header
    }

    /// Tells of a picture or a mask of more pixels than are decoded.
    fn check_pixels(&mut self, stream: &Stream, place: Rect) {
        let (width, height) = self.file.pixels(&stream.dict);
        if width.saturating_mul(height) > most_pixels(self.file, stream) {
            let size = [("width", width.into()), ("height", height.into())];
            let what = [("what", words::IMAGE_OF.phrase(&size).into())];
            self.add(rules::TOO_LARGE, Some(place), &what);
        }
    }

    /// Gives where it is seen, unless it is told already that it is not what it says.
    fn judge_image(
        &mut self,
        dict: &Dictionary,
        (header, own): (Option<Rc<CodecHeader>>, Own),
        resources: &Dictionary,
    ) -> Option<Rect> {
        let file = self.file;
        let (width, height) = file.pixels(dict);
        let (width, height) = (width as u32, height as u32);
        let mask = file.bool(dict, "ImageMask") == Some(true);
        let space = match file.get(dict, "ColorSpace") {
            Some(object) if !mask => Some(self.space(object, resources)),
            // JPEG 2000 may leave its colours to its own header.
            None if !mask => header.as_ref().and_then(|h| h.space.clone()).map(Rc::new),
            _ => None,
        };
        self.mark_picture(space.as_deref(), mask);
        self.hold_image(dict, (width, height));
        let place = self.visible(bounds([0.0, 0.0, 1.0, 1.0], self.state.ctm))?;
        let picture = own();
        let masks = ["SMask", "Mask"].into_iter().filter_map(|key| file.stream(dict, key));
        for part in std::iter::once(&*picture).chain(masks) {
            self.check_pixels(part, place);
        }
        let painted = mask.then(|| self.state.fill.clone());
        self.through_letters(place, painted.as_ref());
        let masked = file.get(dict, "SMask").or_else(|| file.get(dict, "Mask")).is_some();
        let whole = if masked || self.state.blended { MASKED_STEPS } else { IMAGE_STEPS };
        self.spend_area(place, whole, false);
        let fits = match (&header, &space) {
            (Some(header), Some(space)) => self.check_components(header, space, place),
            _ => true,
        };
        let sized = header.as_deref().is_none_or(|own| self.check_said(own, dict, place));
        self.judge_colors(dict, space.as_deref(), mask, place);
        if width.max(height) <= FLAT_PX && (mask || space.is_some()) {
            self.check_drawn_bar(space.as_ref(), place);
        }
        let inch = 72.0 / self.page.unit;
        let ppi_of = |pixels: u32, a: f64, b: f64| f64::from(pixels) * inch / a.hypot(b).max(1e-6);
        let ctm = self.state.ctm;
        let across = (width, ppi_of(width, ctm[0], ctm[1]));
        let down = (height, ppi_of(height, ctm[2], ctm[3]));
        let ppi = across.1.min(down.1);
        let label = space.as_ref().map_or(if mask { "mask" } else { "?" }.into(), |s| s.label());
        let seen = ImageSeen {
            page: self.page.number,
            width,
            height,
            bits: match &header {
                _ if mask => 1,
                // A JPEG 2000's own depth holds (ISO 32000-1, 7.4.9).
                Some(header) if header.codec == Codec::Jpeg2000 => header.bits,
                _ => file
                    .number(dict, "BitsPerComponent")
                    .map_or(1, |bits| bits.clamp(1.0, 1e6) as u32),
            },
            space: label,
            ppi: (ppi * 10.0).round() / 10.0,
            place,
            at: None,
        };
        let judged = judged_ppi(across, down);
        let judged = self.judge_resolution(&seen, judged, (own, space.as_deref()));
        // Of a flat tint the mask is all there is to see.
        self.judge_mask(dict, place, judged.unwrap_or(f64::INFINITY));
        self.facts.images.push(seen);
        (fits && sized).then_some(place)
    }

    /// An image must be what its dictionary says.
    pub(super) fn check_said(&mut self, own: &CodecHeader, dict: &Dictionary, place: Rect) -> bool {
        let fits = own.is_as_said(self.file, dict);
        if !fits {
            let (size, bits) = own.said(self.file, dict);
            let sides = [
                ("width", size.0.into()),
                ("height", size.1.into()),
                ("bits", bits.into()),
                ("own_width", own.size.0.into()),
                ("own_height", own.size.1.into()),
                ("own_bits", own.bits.into()),
            ];
            let what = [("what", words::IMAGE_SAID.phrase(&sides).into())];
            self.add(rules::BROKEN_STREAM, Some(place), &what);
        }
        fits
    }

    /// A JPEG must hold as many colours as its space has; a JPEG 2000 may hold more than that.
    fn check_components(&mut self, header: &CodecHeader, space: &Space, place: Rect) -> bool {
        let known = !matches!(space, Space::Unknown | Space::Icc(0) | Space::Pattern(_));
        let (own, said) = (header.components, space.components());
        let fits = match header.codec {
            Codec::Jpeg => own == said,
            // One component may stand for more by a palette.
            Codec::Jpeg2000 => own >= said || own == 1,
        };
        if known && !fits {
            let args = [("found", own.into()), ("space", space.label().into())];
            self.add(rules::COMPONENTS, Some(place), &args);
        }
        !known || fits
    }

    fn judge_colors(&mut self, dict: &Dictionary, space: Option<&Space>, mask: bool, place: Rect) {
        if let Some(space) = space {
            self.judge_space(space, words::IMAGE, Some(place));
            self.judge_marks(space, place);
            let plates = self.plates_of(space);
            self.prints(place, plates.iter().any(|plate| *plate != BLACK));
            self.grades(&plates, place);
            self.facts.painted.extend(plates);
        } else if mask {
            let color = self.state.fill.clone();
            self.hold_paint(&color, bounds([0.0, 0.0, 1.0, 1.0], self.state.ctm), 1);
            self.check_color(&color, self.state.overprint_fill, Part::ImageMask, &[place]);
        }
        if let Some(soft) = self.file.dict(dict, "SMask")
            && let Some(space) = self.file.get(soft, "ColorSpace")
        {
            let space = Space::read(self.file, space, None);
            self.judge_space(&space, words::SOFT_MASK, Some(place));
        }
    }

    /// A picture in the colour of marks.
    fn judge_marks(&mut self, space: &Space, place: Rect) {
        let inside = intersect(place, self.trim);
        if has_all(space) && inside[2] > inside[0] && inside[3] > inside[1] {
            self.add(rules::ALL_IN_ART, Some(place), &[("what", words::IMAGE.into())]);
        }
    }
}

/// The resolution a picture is judged by: the lower one of its two directions, each given in pixels and ppi.
///
/// Of one that is flat in a direction only the other counts, and only if its pixels are about as high as wide, as
/// in the slices that exporters cut pictures into; a tint or a gradient is no picture.
pub(super) fn judged_ppi(across: (u32, f64), down: (u32, f64)) -> Option<f64> {
    let (low, high) = (across.1.min(down.1), across.1.max(down.1));
    let slice = |(long, _): (u32, f64), (thin, _): (u32, f64)| {
        thin <= SLICE_PX && long >= thin * SLICE_PX && high <= SQUARE * low
    };
    match (across.0 > FLAT_PX, down.0 > FLAT_PX) {
        // Slices lie over each other a little, which makes them seem coarser.
        (true, true) if slice(across, down) => Some(across.1),
        (true, true) if slice(down, across) => Some(down.1),
        (true, true) => Some(low),
        (false, false) => None,
        _ if high > SQUARE * low => None,
        (true, false) => Some(across.1),
        (false, true) => Some(down.1),
    }
}
