//! Writes the pictures inside a drawing.

use roxmltree::Node;

use super::drawing::{Drawing, Said};
use super::embed::{self, Embedded, Pixels};
use super::parts;
use super::place::spot;
use super::safe::outside;
use super::write::Writer;
use crate::manifest::image::fault::ImageFault;

impl<'a, 'input> Writer<'a, 'input> {
    /// Writes a picture that is written out in the file, turned as it says.
    pub fn image(
        &mut self,
        node: Node<'a, 'input>,
        mut attributes: Vec<(String, String)>,
    ) -> Result<(), ImageFault> {
        let mut taken = |name: &str| {
            let at = attributes.iter().position(|(had, _)| had == name)?;
            Some(attributes.remove(at).1)
        };
        let (x, y, width, height) = (taken("x"), taken("y"), taken("width"), taken("height"));
        let aspect = taken("preserveAspectRatio").unwrap_or_default();
        let Some(address) = taken("href").filter(|address| !address.trim().is_empty()) else {
            return Ok(());
        };
        let at = node
            .attributes()
            .find(|a| a.name() == "href")
            .map_or(node.range().start, |a| a.range_value().start);
        self.made += 1;
        self.changed = true;
        let prefix = format!("{}d{}-", self.prefix, self.made);
        let found = embed::read(&address, self.inside, self.depth, &prefix);
        let found = found.map_err(|fault| match fault.spot {
            Some(_) => fault,
            None => fault.at(spot(self.file, at)),
        })?;
        let Some(found) = found else { return Err(outside(node, at, &address)) };
        let natural = found.natural();
        let (width, height) = parts::sides(width, height, natural);
        let frame = [
            ("x".to_string(), x.unwrap_or_default()),
            ("y".to_string(), y.unwrap_or_default()),
            ("width".into(), width),
            ("height".into(), height),
            ("viewBox".into(), format!("0 0 {} {}", natural.0, natural.1)),
            ("preserveAspectRatio".into(), aspect),
        ];
        let frame: Vec<_> = frame.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        self.open("g", &attributes);
        match found {
            Embedded::Pixels(pixels) => self.pixels(pixels, frame),
            Embedded::Drawing(drawing) => self.drawing(drawing, &frame, at),
        }
        self.close("g");
        Ok(())
    }

    /// Writes pixels into their frame, upright.
    fn pixels(&mut self, pixels: Pixels, mut frame: Vec<(String, String)>) {
        let Pixels { address, stored, orientation, cmyk } = pixels;
        self.cmyk |= cmyk;
        if orientation == 1 {
            frame.retain(|(name, _)| name != "viewBox");
            frame.push(("href".into(), address));
            self.open("image", &frame);
            self.close("image");
            return;
        }
        let [a, b, c, d, e, f] = embed::upright(stored, orientation).0;
        self.open("svg", &frame);
        let turned = [
            ("width".to_string(), stored.0.to_string()),
            ("height".into(), stored.1.to_string()),
            ("preserveAspectRatio".into(), "none".into()),
            ("transform".into(), format!("matrix({a} {b} {c} {d} {e} {f})")),
            ("href".into(), address),
        ];
        self.open("image", &turned);
        self.close("image");
        self.close("svg");
    }

    /// Writes another drawing into its frame; what is said of it is said at the byte `at`.
    fn drawing(&mut self, drawing: Drawing, frame: &[(String, String)], at: usize) {
        self.open("svg", frame);
        self.out.push_str(&drawing.markup);
        self.close("svg");
        self.cmyk |= drawing.cmyk;
        let texts = drawing.texts.into_iter();
        self.texts.extend(texts.map(|said| Said { at, exact: false, ..said }));
        let here = spot(self.file, at);
        self.faults.extend(drawing.faults.into_iter().map(|fault| fault.at(here.clone())));
    }
}
