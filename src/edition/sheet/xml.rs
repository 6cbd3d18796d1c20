//! Elements of XML as they are written: a tree of them, indented, with nothing in them that XML 1.0 cannot hold.
//!
//! It knows no vocabulary.

use std::fmt::{self, Write};

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: Option<String>,
    children: Vec<Element>,
}

impl Element {
    /// An empty one.
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// What it is called.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// With an attribute.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// With an attribute, if there is a value for it.
    pub fn with_some(self, name: &'static str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With a text.
    pub fn text(mut self, text: &str) -> Self {
        self.text = Some(text.to_string());
        self
    }

    /// With these in it, after those that are.
    pub fn and(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children);
        self
    }

    /// The whole file of which it is the root.
    pub fn file(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        let indent = "  ".repeat(depth);
        let _ = write!(out, "{indent}<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escaped(value));
        }
        if let Some(text) = &self.text {
            let _ = writeln!(out, ">{}</{}>", escaped(text), self.name);
        } else if self.children.is_empty() {
            out.push_str("/>\n");
        } else {
            out.push_str(">\n");
            self.children.iter().for_each(|child| child.write(out, depth + 1));
            let _ = writeln!(out, "{indent}</{}>", self.name);
        }
    }
}

/// A value without markup, and without what XML 1.0 cannot hold.
fn escaped(text: &str) -> String {
    let plain =
        |c: char| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c };
    crate::html::text(&text.chars().map(plain).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn no_text_turns_into_markup() {
        let evil = "a\"<b>&\u{1}'\n";
        let file = Element::new("A").with("x", evil).and([Element::new("B").text(evil)]).file();
        let tree = roxmltree::Document::parse(&file).unwrap();
        assert_eq!(tree.root_element().attribute("x"), Some("a\"<b>& ' "));
        let inner = tree.descendants().find(|node| node.has_tag_name("B")).unwrap();
        assert_eq!(inner.text(), Some("a\"<b>& ' "));
    }
}
