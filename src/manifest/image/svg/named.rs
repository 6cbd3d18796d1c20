//! Attributes by their names.
//!
//! `roxmltree` takes one of any namespace for a bare name; programs that draw leave many of their own.

use roxmltree::Node;

/// The value of an attribute in no namespace.
pub fn named<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let is_own =
        |own: &roxmltree::Attribute<'_, '_>| own.namespace().is_none() && own.name() == name;
    node.attributes().find(is_own).map(|own| own.value())
}
