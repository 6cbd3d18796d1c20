//! Reads pictures and how they are to stand: `{ file, alt, caption, width, place }`, or two of them side by side.
//!
//! What a page makes of it is the layout's.

use super::field::Reader;
use super::model::{Image, Value};
use crate::document::{Node, Table};
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Edit, Span};
use jikji_prose::messages as said;
use jikji_prose::placing::{Place, Placing, Width};

/// The widest picture that has text beside it, as a share of the measure.
const MOST_BESIDE: f64 = 0.65;
/// The highest picture, as a share of the text area.
const MOST_HIGH: f64 = 0.75;

impl Reader<'_> {
    pub(super) fn image(&mut self, node: Node<'_>) -> Option<Image> {
        let keys = node.table(&mut self.problems)?;
        let known = ["file", "alt", "caption", "width", "place"];
        let keys = keys.only(&known, node.key(), &mut self.problems);
        let file = self.needed_text(keys, "file", node.key());
        let alt = self.alt(keys, node.key());
        let caption = self.caption(keys);
        let named = file.as_ref().map_or("", |file| &file.value);
        let alt = self.described(alt, named, caption.as_deref());
        let placing = self.placing(keys);
        let file = file?;
        let path = self.picture(&file.value, file.span)?;
        self.is_low(&path, &placing);
        Some(Image { path, alt: alt?, caption, placing, span: file.span })
    }

    fn placing(&mut self, keys: Table<'_>) -> Placing {
        let (width, place) = (keys.get("width"), keys.get("place"));
        let placing = Placing {
            width: width.and_then(|node| self.width(node)),
            place: place.and_then(|node| self.place(node)),
            span: width.or(place).map(Node::span),
        };
        self.stands(&placing);
        placing
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

    /// Sees whether a picture can stand so.
    pub(super) fn stands(&mut self, placing: &Placing) {
        let (Some(width), Some(span), Some((measure, _))) =
            (placing.width, placing.span, self.area)
        else {
            return;
        };
        let wide = width.on(measure);
        let beside = matches!(placing.place, Some(Place::Left | Place::Right));
        let message = match placing.place {
            _ if wide > measure + 0.05 => msg::PICTURE_WIDE,
            Some(Place::Full) if wide < measure - 0.05 => msg::PICTURE_NOT_FULL,
            _ if beside && wide > MOST_BESIDE * measure => msg::PICTURE_BESIDE,
            _ => return,
        };
        let told = Diagnostic::at(message, span).arg("measure", format!("{measure:.0}mm"));
        self.problems.push(told.arg("most", format!("{:.0}%", MOST_BESIDE * 100.0)));
    }

    /// Sees whether a picture of pixels is as low as a page wants it.
    pub(super) fn is_low(&mut self, path: &str, placing: &Placing) {
        let pixels = self.pictures.get(path).and_then(|picture| picture.pixels);
        let (Some((width, height)), Some(wide), Some(span)) = (pixels, placing.width, placing.span)
        else {
            return;
        };
        let Some((measure, area)) = self.area else { return };
        let shape = f64::from(height) / f64::from(width);
        if wide.on(measure) * shape > MOST_HIGH * area {
            let most = (MOST_HIGH * area / shape / measure * 100.0).floor();
            let told = Diagnostic::at(msg::PICTURE_TALL, span).arg("most", format!("{most:.0}%"));
            let height = wide.on(measure) * shape;
            self.problems.push(told.arg("height", format!("{height:.0}mm")));
        }
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

/// How the pictures of a list are to stand.
pub fn of_all(values: &[Value]) -> impl Iterator<Item = Placing> {
    values.iter().filter_map(|value| match value {
        Value::Image(image) => Some(image.placing),
        _ => None,
    })
}
