//! Writes `use`: where the copy is not what the original is, because it asks for what stands above it,
//! the copy is written out.
//!
//! The renderer hands down to copies what properties inherit; the author's own properties (`--name`) and
//! mixtures with the element's colour are resolved here, for each copy on its own.

use roxmltree::Node;

use super::read::large;
use super::style::Style;
use super::write::Writer;
use crate::manifest::image::fault::ImageFault;

/// How deep copies may stand in each other.
const DEEPEST: usize = 12;

impl<'a, 'input> Writer<'a, 'input> {
    /// Writes a `use` whose attributes and style are known.
    pub fn copy(
        &mut self,
        node: Node<'a, 'input>,
        style: &Style,
        mut attributes: Vec<(String, String)>,
        reach: usize,
    ) -> Result<(), ImageFault> {
        let href = attributes.iter().position(|(name, _)| name == "href");
        let target = href.and_then(|at| {
            let id = attributes[at].1.trim().strip_prefix('#')?.strip_prefix(self.prefix)?;
            self.known.get(id).copied()
        });
        let other = target.filter(|target| !node.ancestors().any(|above| above == *target));
        let asking = other.filter(|target| self.asks(*target, style));
        if let (Some(target), Some(href)) = (asking, href) {
            if self.copying >= DEEPEST {
                return Err(large());
            }
            self.made += 1;
            self.changed = true;
            let id = format!("{}c{}-copy", self.prefix, self.made);
            self.open("defs", &[]);
            let start = self.out.len();
            self.copying += 1;
            self.node(target, style, false, reach)?;
            self.copying -= 1;
            // The copy begins with its tag, whose name ends before the first attribute.
            if let Some(end) = self.out[start..].find([' ', '>']) {
                self.out.insert_str(start + end, &format!(" id=\"{id}\""));
            }
            self.close("defs");
            attributes[href].1 = format!("#{id}");
        }
        self.open("use", &attributes);
        self.close("use");
        Ok(())
    }

    /// Whether something in a copy is what it is by what stands above it.
    fn asks(&mut self, target: Node<'a, 'input>, style: &Style) -> bool {
        if let Some(known) = self.asking.get(&target.id().get()) {
            return *known;
        }
        let may = ["var(", "currentcolor", "currentColor", "light-dark("]
            .iter()
            .any(|word| self.file.contains(word));
        let elements = target.descendants().filter(Node::is_element);
        let asks = may
            && elements
                .into_iter()
                .any(|element| self.cascade.style(element, style, &mut vec![]).asks);
        self.asking.insert(target.id().get(), asks);
        asks
    }
}
