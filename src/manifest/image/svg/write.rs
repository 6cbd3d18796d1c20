//! Writes a drawing in the renderer's own terms: what holds for each element as attributes, no style
//! sheets, nothing that is not drawn.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use roxmltree::Node;

use super::cascade::Cascade;
use super::choice::Choice;
use super::drawing::Said;
use super::embed::Inside;
use super::named::named;
use super::parts::{self, Part};
use super::place::spot;
use super::reach::Reach;
use super::read::{SVG, large};
use super::style::{Inherited, Remark, Style};
use crate::document::quoted;
use crate::manifest::image::fault::ImageFault;
use crate::manifest::messages as msg;

/// The most that is written of one file, in bytes.
const LARGEST: usize = 160 << 20;

/// A drawing that is being written.
pub struct Writer<'a, 'input> {
    /// The file.
    pub file: &'input str,
    /// What holds for its elements.
    pub cascade: &'a Cascade<'a, 'input>,
    /// What of it is drawn.
    pub choice: &'a Choice<'a, 'input>,
    /// What stands before every name of an element.
    pub prefix: &'a str,
    /// How many drawings this one stands in.
    pub depth: usize,
    /// How a drawing inside this one is prepared.
    pub inside: Inside,
    /// What was written.
    pub out: String,
    /// What is to be said of declarations.
    pub remarks: Vec<(Remark, usize)>,
    /// What is to be said of elements.
    pub faults: Vec<ImageFault>,
    /// Its texts.
    pub texts: Vec<Said>,
    /// Whether a photograph in CMYK is in it.
    pub cmyk: bool,
    /// Whether the renderer would read the author's own file otherwise.
    pub changed: bool,
    /// What names what.
    pub reach: Reach,
    /// The names that were written.
    pub ids: HashSet<String>,
    /// The elements with a name, the first of each.
    pub known: HashMap<&'a str, Node<'a, 'input>>,
    /// How many drawings and copies were written.
    pub made: usize,
    /// Whether elements that are copied ask for what stands above them, by their ids.
    pub asking: HashMap<u32, bool>,
    /// How many copies are under way, each in the one before.
    pub copying: usize,
}

impl<'a, 'input> Writer<'a, 'input> {
    /// Nothing written yet.
    pub fn new(
        file: &'input str,
        cascade: &'a Cascade<'a, 'input>,
        choice: &'a Choice<'a, 'input>,
        root: Node<'a, 'input>,
        (prefix, depth): (&'a str, usize),
        inside: Inside,
    ) -> Self {
        let mut known = HashMap::new();
        for node in root.descendants() {
            if let Some(id) = named(node, "id") {
                known.entry(id).or_insert(node);
            }
        }
        Self {
            file,
            cascade,
            choice,
            prefix,
            depth,
            inside,
            out: String::new(),
            remarks: vec![],
            faults: vec![],
            texts: vec![],
            cmyk: false,
            changed: choice.kept.contains(&false),
            reach: Reach::default(),
            ids: HashSet::new(),
            known,
            made: 0,
            asking: HashMap::new(),
            copying: 0,
        }
    }

    /// Writes the root and all in it.
    pub fn root(&mut self, root: Node<'a, 'input>, start: Inherited) -> Result<(), ImageFault> {
        let style = self.cascade.style(root, &Style::none(start), &mut self.remarks);
        let mut attributes = self.attributes(root, &style);
        attributes.retain(|(name, value)| !matches!(name.as_str(), "x" | "y") && value != "auto");
        if !attributes.iter().any(|(name, _)| name == "font-size") {
            attributes.push(("font-size".into(), "16".into()));
        }
        if self.depth > 0 {
            parts::apart(&mut attributes);
        }
        attributes.insert(0, ("xmlns".into(), SVG.into()));
        let reach = self.reach.add(None, named(root, "id"), vec![], root.range().start);
        self.open("svg", &attributes);
        for child in root.children() {
            self.node(child, &style, false, reach)?;
        }
        self.out.push_str("</svg>");
        Ok(())
    }

    /// Writes a node that stands in what `above` holds for.
    pub fn node(
        &mut self,
        node: Node<'a, 'input>,
        above: &Style,
        in_text: bool,
        reach: usize,
    ) -> Result<(), ImageFault> {
        if !self.choice.kept[node.id().get_usize()] {
            return Ok(());
        }
        if node.is_text() && in_text {
            self.text(node, above);
        }
        let is_element = node.is_element() && node.tag_name().namespace() == Some(SVG);
        if !is_element || !self.is_drawn(node, above) {
            return Ok(());
        }
        if self.reach.is_large() || self.out.len() > LARGEST {
            return Err(large());
        }
        let name = node.tag_name().name();
        let style = self.cascade.style(node, above, &mut self.remarks);
        let attributes = self.attributes(node, &style);
        let links = parts::links(node, &attributes, self.prefix);
        let reach = self.reach.add(Some(reach), named(node, "id"), links, node.range().start);
        let in_text = in_text || name == "text";
        let name = match name {
            "image" => return self.image(node, attributes),
            "use" if !in_text => return self.copy(node, &style, attributes, reach),
            // The one branch that is drawn is chosen already.
            "switch" => "g",
            name => name,
        };
        self.open(name, &attributes);
        let mixed = name.ends_with("Gradient") && self.gradient(node, &style);
        for child in node.children().filter(|child| !mixed || child.tag_name().name() != "stop") {
            self.node(child, &style, in_text, reach)?;
        }
        self.close(name);
        Ok(())
    }

    /// Whether an element is drawn; what browsers would draw of others is told.
    fn is_drawn(&mut self, node: Node<'a, 'input>, above: &Style) -> bool {
        let name = node.tag_name().name();
        let (message, told) = match parts::part(name) {
            Part::Drawn => return true,
            Part::Silent => return false,
            Part::Still => (msg::SVG_STILL, true),
            Part::Lost => (msg::SVG_NOT_DRAWN, !above.inherited.hidden && parts::is_seen(node)),
        };
        self.changed = true;
        if told {
            let fault = ImageFault::new(message).arg("what", quoted(name));
            self.faults.push(fault.at(spot(self.file, node.range().start)));
        }
        false
    }

    fn text(&mut self, node: Node<'a, 'input>, style: &Style) {
        self.changed = true;
        let text = node.text().unwrap_or_default();
        let text = match &*style.inherited.case {
            "uppercase" => text.to_uppercase(),
            "lowercase" => text.to_lowercase(),
            "capitalize" => parts::capitalised(text),
            _ => text.to_string(),
        };
        if !style.inherited.hidden && !text.trim().is_empty() {
            let exact = self.file.get(node.range()) == Some(&text);
            let families = Arc::clone(&style.inherited.families);
            self.texts.push(Said {
                text: text.clone(),
                families,
                slanted: style.inherited.slanted,
                at: node.range().start,
                exact,
            });
        }
        self.out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
    }

    /// Writes the beginning of an element.
    pub fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            let value = value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
            let value = value.replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;");
            self.out.push_str(&format!(" {name}=\"{value}\""));
        }
        self.out.push('>');
    }

    /// Writes its end.
    pub fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }
}
