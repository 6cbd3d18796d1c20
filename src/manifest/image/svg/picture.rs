//! Writes the pictures inside a drawing.

use roxmltree::Node;

use super::drawing::Said;
use super::embed::{self, Embedded};
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
        let here = spot(self.file, at);
        let found = found
            .map_err(|fault| if fault.spot.is_some() { fault } else { fault.at(here.clone()) })?;
        let Some(found) = found else { return Err(outside(node, at, &address)) };
        let natural = match &found {
            Embedded::Pixels { stored, orientation, .. } => {
                let (w, h) = embed::upright(*stored, *orientation).1;
                (f64::from(w), f64::from(h))
            }
            Embedded::Drawing(drawing) => (drawing.size.width, drawing.size.height),
        };
        let (width, height) = parts::sides(width, height, natural);
        self.open("g", &attributes);
        let frame = [
            ("x".to_string(), x.unwrap_or_default()),
            ("y".to_string(), y.unwrap_or_default()),
            ("width".into(), width),
            ("height".into(), height),
            ("viewBox".into(), format!("0 0 {} {}", natural.0, natural.1)),
            ("preserveAspectRatio".into(), aspect),
        ];
        let frame: Vec<_> = frame.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        match found {
            Embedded::Pixels { address, orientation: 1, cmyk, .. } => {
                self.cmyk |= cmyk;
                let mut frame = frame;
                frame.retain(|(name, _)| name != "viewBox");
                frame.push(("href".into(), address));
                self.open("image", &frame);
                self.close("image");
            }
            Embedded::Pixels { address, stored, orientation, cmyk } => {
                self.cmyk |= cmyk;
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
            Embedded::Drawing(drawing) => {
                self.open("svg", &frame);
                self.out.push_str(&drawing.markup);
                self.close("svg");
                self.cmyk |= drawing.cmyk;
                self.texts.extend(drawing.texts.into_iter().map(|said| Said {
                    at,
                    exact: false,
                    ..said
                }));
                self.faults.extend(drawing.faults.into_iter().map(|fault| fault.at(here.clone())));
            }
        }
        self.close("g");
        Ok(())
    }
}
