//! Gradients as browsers draw them: those between colours of CSS Color 4 are mixed in Oklab, so stops are put
//! in between; a transform is handed on between kinds.

use color::{ColorSpaceTag, DynamicColor, HueDirection};
use roxmltree::Node;

use super::named::named;
use super::parts;
use super::read::SVG;
use super::style::{Remark, Style};
use super::value::colour::hex;
use super::write::Writer;

/// How many steps a browser's way is followed in from one stop to the next.
const STEPS: u32 = 16;

/// How many gradients may have what they are from each other.
const LONGEST_CHAIN: usize = 16;

/// A stop of a gradient.
struct Stop {
    offset: f64,
    colour: DynamicColor,
    /// Whether its colour is written in a way by which the whole gradient is mixed in Oklab.
    modern: bool,
}

impl Stop {
    /// A stop as an element says it.
    fn of(node: Node<'_, '_>, style: &Style) -> Self {
        let offset = named(node, "offset").unwrap_or_default().trim();
        let (number, scale) =
            offset.strip_suffix('%').map_or((offset, 1.0), |number| (number, 100.0));
        let offset = number.parse::<f64>().unwrap_or(0.0) / scale;
        let opacity =
            style.properties.get("stop-opacity").and_then(|o| o.parse::<f32>().ok()).unwrap_or(1.0);
        let (colour, modern) = style.stop;
        let offset = if offset.is_nan() { 0.0 } else { offset.clamp(0.0, 1.0) };
        Self { offset, colour: colour.multiply_alpha(opacity), modern }
    }
}

/// The stops of a gradient that a browser mixes in Oklab, as offset and colour; none if it mixes as the
/// renderer does.
fn mixed(stops: &[Stop]) -> Option<Vec<(f64, String)>> {
    if !stops.iter().any(|stop| stop.modern) {
        return None;
    }
    let mut out = vec![];
    let mut before: Option<&Stop> = None;
    for stop in stops {
        if let Some(before) = before.filter(|before| before.offset < stop.offset) {
            let mix = before.colour.interpolate_unpremultiplied(
                stop.colour,
                ColorSpaceTag::Oklab,
                HueDirection::Shorter,
            );
            out.extend((1..STEPS).map(|step| {
                let t = f64::from(step) / f64::from(STEPS);
                (before.offset + (stop.offset - before.offset) * t, hex(mix.eval(t as f32)))
            }));
        }
        out.push((stop.offset, hex(stop.colour)));
        before = Some(stop);
    }
    Some(out)
}

impl<'a, 'input> Writer<'a, 'input> {
    /// Writes the stops of a gradient that the renderer would mix otherwise than browsers; whether it is one.
    pub fn gradient(&mut self, gradient: Node<'a, 'input>, above: &Style) -> bool {
        if let Some(spread) = parts::spread(gradient) {
            let unread =
                Remark::Unread { name: "spreadMethod".into(), what: spread.value().into() };
            self.remarks.push((unread, spread.range_value().start));
        }
        let children = gradient.children().filter(|child| child.has_tag_name((SVG, "stop")));
        let stops: Vec<Stop> = children
            .map(|stop| Stop::of(stop, &self.cascade.style(stop, above, &mut self.remarks)))
            .collect();
        let Some(mixed) = mixed(&stops) else { return false };
        self.changed = true;
        for (offset, colour) in mixed {
            let stop = [("offset".to_string(), offset.to_string()), ("stop-color".into(), colour)];
            self.open("stop", &stop);
            self.close("stop");
        }
        true
    }

    /// The transform a gradient has from another, which the renderer does not hand on between kinds.
    pub fn handed_down(
        &self,
        node: Node<'a, 'input>,
        attributes: &[(String, String)],
    ) -> Option<String> {
        if !node.tag_name().name().ends_with("Gradient")
            || attributes.iter().any(|(name, _)| name == "gradientTransform")
        {
            return None;
        }
        let link = |node: &Node<'a, 'input>| {
            let href = node.attributes().find(|attribute| attribute.name() == "href")?;
            self.known.get(href.value().trim().strip_prefix('#')?).copied()
        };
        let chain = std::iter::successors(link(&node), link).take(LONGEST_CHAIN);
        let other = |above: &Node<'_, '_>| above.tag_name() != node.tag_name();
        let mut chain = chain.filter(|above| named(*above, "gradientTransform").is_some());
        named(chain.next().filter(other)?, "gradientTransform").map(str::to_string)
    }
}
