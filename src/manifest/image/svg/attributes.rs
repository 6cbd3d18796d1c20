//! The attributes of an element in the renderer's terms: what it says itself, and what holds for it.

use roxmltree::{Attribute, Node};

use super::parts;
use super::style::Style;
use super::value::property;
use super::write::Writer;

/// What the renderer takes from a style alone.
const STYLED: [&str; 4] = ["mix-blend-mode", "isolation", "font-kerning", "image-rendering"];

impl<'a, 'input> Writer<'a, 'input> {
    /// What the element says itself and what holds for it.
    pub fn attributes(&mut self, node: Node<'a, 'input>, style: &Style) -> Vec<(String, String)> {
        let element = node.tag_name().name();
        let mut attributes = self.said(node);
        self.changed |= parts::is_changed(node, &style.properties);
        if let Some(transform) = self.handed_down(node, &attributes) {
            self.changed = true;
            attributes.push(("gradientTransform".into(), transform));
        }
        let mut styled = String::new();
        for (name, value) in &style.properties {
            // A browser draws what has a filter that is not there as if it had none.
            let lost = *name == "filter" && self.is_nowhere(value);
            self.changed |= lost;
            let auto = (value.as_str(), name.len()) == ("auto", 2);
            if lost || auto || (*name == "transform" && value.is_empty()) {
                continue;
            }
            let value = value.replace("url(#", &format!("url(#{}", self.prefix));
            let name = match (*name, element) {
                ("transform", "linearGradient" | "radialGradient") => "gradientTransform",
                ("transform", "pattern") => "patternTransform",
                (name, _) => name,
            };
            if STYLED.contains(&name) {
                styled.push_str(&format!("{name}:{value};"));
                continue;
            }
            attributes.retain(|(had, _)| had != name);
            attributes.push((name.to_string(), value));
        }
        let keeps_blanks = matches!(element, "text" | "tspan")
            && style.inherited.kept_blanks == Some(true)
            && !attributes.iter().any(|(name, _)| name == "xml:space");
        if keeps_blanks {
            attributes.push(("xml:space".into(), "preserve".into()));
        }
        if !styled.is_empty() {
            attributes.push(("style".into(), styled));
        }
        attributes
    }

    /// What the element says itself, as far as it goes to the renderer as it is.
    fn said(&mut self, node: Node<'a, 'input>) -> Vec<(String, String)> {
        let mut said = vec![];
        for attribute in node.attributes() {
            let kept = is_kept(node, &attribute);
            let (name, value) = (attribute.name(), attribute.value());
            let value = match name {
                "id" if kept && self.copying == 0 && self.ids.insert(value.to_string()) => {
                    self.prefix.to_string() + value
                }
                "id" => {
                    self.changed = true;
                    continue;
                }
                "href" => match value.trim().strip_prefix('#') {
                    Some(id) => format!("#{}{id}", self.prefix),
                    None => value.to_string(),
                },
                _ => value.to_string(),
            };
            if kept {
                let name = if name == "space" { "xml:space" } else { name };
                said.push((name.to_string(), value));
            }
        }
        said
    }

    /// Whether a value names an element that is not in the drawing.
    fn is_nowhere(&self, value: &str) -> bool {
        let id = value.strip_prefix("url(#").and_then(|value| value.strip_suffix(')'));
        id.is_some_and(|id| !self.known.contains_key(id))
    }
}

/// Whether an attribute goes to the renderer as it is; what is a property is resolved.
fn is_kept(node: Node<'_, '_>, attribute: &Attribute<'_, '_>) -> bool {
    let (name, element) = (attribute.name(), node.tag_name().name());
    match attribute.namespace() {
        None => {
            let resolved = property::find(name, element).is_some();
            !parts::is_spent(name) && (!resolved || matches!(name, "transform" | "d"))
        }
        Some(roxmltree::NS_XML_URI) => name == "space",
        // By a name without a namespace, an attribute of any would be found.
        Some(parts::XLINK) => {
            let is_own = |own: Attribute<'_, '_>| own.name() == "href" && own.namespace().is_none();
            name == "href" && !node.attributes().any(is_own)
        }
        Some(_) => false,
    }
}
