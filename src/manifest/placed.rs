//! Reads pictures and how they are to stand: `{ file, alt, caption, width, place }`, or two of them side by side.
//!
//! What a page makes of it is the layout's.

use super::field::Reader;
use super::image::Part;
use super::model::Image;
use crate::document::{Node, Table};
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Edit, Span};
use jikji_prose::messages as said;
use jikji_prose::placing::{Place, Placing, Width};

/// The widest picture that has text beside it, as a share of the measure: lines of whole words in a narrower column
/// would be full of gaps.
const MOST_BESIDE: f64 = 0.5;
/// The highest picture, as a share of the text area.
const MOST_HIGH: f64 = 0.75;
/// What lengths may be off by roundings, mm.
const HAIR: f64 = 0.05;

impl Reader<'_> {
    pub(super) fn image(&mut self, node: Node<'_>) -> Option<Image> {
        let keys = node.table(&mut self.problems)?;
        let known = ["file", "page", "alt", "caption", "width", "place"];
        let keys = keys.only(&known, node.key(), &mut self.problems);
        let file = self.needed_text(keys, "file", node.key());
        let alt = self.alt(keys, node.key());
        let caption = self.caption(keys);
        let named = file.as_ref().map_or("", |file| &file.value);
        let alt = self.described(alt, named, caption.as_deref());
        let placing = self.placing(keys);
        let (file, page) = (file?, self.page(keys)?);
        let path = self.picture(&file.value, Part { page, whole: false }, file.span)?.path;
        let placing = self.sound(placing, &path);
        Some(Image { path, alt: alt?, caption, placing, span: file.span })
    }

    fn placing(&mut self, keys: Table<'_>) -> Placing {
        let (width, place) = (keys.get("width"), keys.get("place"));
        Placing {
            width: width.and_then(|node| self.width(node)),
            place: place.and_then(|node| self.place(node)),
            span: width.or(place).map(Node::span),
        }
    }

    fn width(&mut self, node: Node<'_>) -> Option<Width> {
        // A number alone wants a unit more than it wants quotes.
        if node.excerpt().parse::<f64>().is_ok() {
            return self.refuse(node.problem(said::PICTURE_WIDTH));
        }
        let written = node.text(&mut self.problems)?;
        let width = Width::read(&written.value);
        width.or_else(|| self.refuse(node.problem(said::PICTURE_WIDTH)))
    }

    fn place(&mut self, node: Node<'_>) -> Option<Place> {
        let written = node.text(&mut self.problems)?;
        if let Some(place) = Place::read(&written.value) {
            return Some(place);
        }
        let meant = Place::meant(&written.value);
        let edit = |place: Place| Edit { span: node.span(), text: format!("\"{}\"", place.name()) };
        let told = node.problem(said::PICTURE_PLACE).fix(meant.map(|place| vec![edit(place)]));
        self.refuse(told)
    }

    /// How a picture is to stand, if a page can have it so; else that is told, and left to the layout.
    pub(super) fn sound(&mut self, placing: Placing, path: &str) -> Placing {
        let (Some(width), Some(span), Some((measure, area))) =
            (placing.width, placing.span, self.area)
        else {
            return placing;
        };
        let pixels = self.pictures.get(path).and_then(|picture| picture.pixels);
        let shape = pixels.map_or(0.0, |(width, height)| f64::from(height) / f64::from(width));
        let wide = width.on(measure);
        let beside = matches!(placing.place, Some(Place::Left | Place::Right));
        let low = MOST_HIGH * area / measure;
        let (message, most) = match placing.place {
            _ if wide > measure + HAIR => (msg::PICTURE_WIDE, 1.0),
            Some(Place::Full) if wide < measure - HAIR => (msg::PICTURE_NOT_FULL, 1.0),
            _ if beside && wide > MOST_BESIDE * measure + HAIR => {
                (msg::PICTURE_BESIDE, MOST_BESIDE)
            }
            _ if wide * shape > low * measure + HAIR => (msg::PICTURE_TALL, low / shape),
            _ => return placing,
        };
        let told = Diagnostic::at(message, span)
            .arg("measure", format!("{measure:.0}mm"))
            .arg("height", format!("{:.0}mm", wide * shape))
            .arg("most", format!("{:.0}%", (most * 100.0 + 1e-6).floor()));
        self.problems.push(told);
        Placing::default()
    }

    /// Sees whether pictures can stand side by side.
    pub(super) fn side_by_side(&mut self, placings: impl Iterator<Item = Placing>) {
        let placings: Vec<Placing> = placings.collect();
        let spans = placings.iter().filter_map(|placing| placing.span);
        if placings.len() > 1 {
            self.problems.extend(spans.map(|span: Span| Diagnostic::at(msg::PICTURE_PAIRED, span)));
        }
    }
}
