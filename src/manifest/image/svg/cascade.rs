//! Which of all that is said of an element holds (CSS Cascade 5), attributes and style sheets alike.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use roxmltree::Node;

use super::css::sheet::{Declaration, Sheet, declarations};
use super::css::token::{Token, tokens, trimmed};
use super::named::named;
use super::own::Own;
use super::place::Located;
use super::style::{Inherited, Remark, Style, explicit, inherit, shown, unset};
use super::tree::Tree;
use super::value::property::{PROPERTIES, Property, find};
use super::value::{self, Bad, Setting, colour};

/// The style sheets of a file, ready to be asked.
pub struct Cascade<'a, 'input> {
    tree: &'a Tree<'a, 'input>,
    sheet: &'a Sheet,
    by_key: HashMap<Key, Vec<usize>>,
}

/// What the rightmost part of a selector wants first.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Id(String),
    Class(String),
    Tag(String),
    Any,
}

/// A declaration with what it weighs against the others.
struct Candidate<'a> {
    declaration: std::borrow::Cow<'a, Declaration>,
    weight: Weight,
}

/// Ordered as the cascade has it: important or not, attribute, sheet or style, layer, selector, order.
type Weight = (bool, u8, Vec<usize>, [u32; 3], usize);

impl<'a, 'input> Cascade<'a, 'input> {
    /// Sorts the rules by what they are for.
    pub fn new(tree: &'a Tree<'a, 'input>, sheet: &'a Sheet) -> Self {
        use super::css::condition::Simple;
        let mut by_key: HashMap<Key, Vec<usize>> = HashMap::new();
        for (index, rule) in sheet.rules.iter().enumerate() {
            let right = rule.selector.compounds.first().map_or(&[][..], |(_, right)| right);
            let key = right.iter().find_map(|simple| match simple {
                Simple::Id(id) => Some(Key::Id(id.clone())),
                Simple::Class(class) => Some(Key::Class(class.clone())),
                _ => None,
            });
            let tag = || {
                right.iter().find_map(|simple| match simple {
                    Simple::Tag(tag) => Some(Key::Tag(tag.clone())),
                    _ => None,
                })
            };
            by_key.entry(key.or_else(tag).unwrap_or(Key::Any)).or_default().push(index);
        }
        Self { tree, sheet, by_key }
    }

    /// What holds for the root's parent: nothing is said yet.
    pub fn start(&self, setting: Setting) -> Inherited {
        Inherited {
            own: Own::new(&self.sheet.registered),
            setting,
            families: Arc::from([]),
            slanted: false,
            case: "none".into(),
            kept_blanks: None,
            hidden: false,
        }
    }

    /// What holds for an element, and what is to be said of it with the place in the file.
    pub fn style(
        &self,
        node: Node<'a, 'input>,
        above: &Style,
        remarks: &mut Vec<(Remark, usize)>,
    ) -> Style {
        let mut candidates = self.candidates(node, remarks);
        candidates.sort_by(|a, b| a.weight.cmp(&b.weight));
        let mut own = above.inherited.own.clone();
        let said = candidates.iter().filter(|found| found.declaration.name.starts_with("--"));
        own.take(
            said.map(|found| (found.declaration.name.as_str(), found.declaration.value.as_slice())),
        );
        let mut by_name: BTreeMap<&'static str, Vec<Candidate<'_>>> = BTreeMap::new();
        let mut besides: BTreeMap<String, Vec<Token>> = BTreeMap::new();
        let element = node.tag_name().name();
        for candidate in candidates {
            for (name, candidate) in longhands(candidate, &own) {
                match find(&name, element) {
                    Some(property) => by_name.entry(property.name).or_default().push(candidate),
                    None => self.beside(&name, &candidate, &own, &mut besides, remarks),
                }
            }
        }
        let mut style = Style::none(above.inherited.clone());
        style.inherited.own = own;
        inherit(&mut style.inherited, &besides);
        for property in PROPERTIES {
            let Some(candidates) = by_name.remove(property.name) else { continue };
            self.settle(property, &candidates, above, &mut style, remarks);
        }
        style.inherited.hidden |=
            style.properties.get("display").is_some_and(|display| display == "none");
        style
    }

    fn candidates(
        &self,
        node: Node<'a, 'input>,
        remarks: &mut Vec<(Remark, usize)>,
    ) -> Vec<Candidate<'a>> {
        let mut found = vec![];
        let element = node.tag_name().name();
        for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
            // Transforms and outlines of attributes have a writing of their own, which the renderer reads.
            let wanted = find(attribute.name(), element).filter(|p| {
                p.name == attribute.name()
                    && !matches!(p.name, "transform" | "d" | "background-color")
            });
            let Some(property) = wanted else { continue };
            let located = Located::value(node, &attribute);
            let value = tokens(&located.text).unwrap_or_default();
            let value = trimmed(&value).to_vec();
            let at = located.at(0);
            let declaration =
                Declaration { name: property.name.into(), value, important: false, at };
            let weight = (false, 0, vec![], [0; 3], 0);
            found.push(Candidate { declaration: std::borrow::Cow::Owned(declaration), weight });
        }
        self.rules(node, &mut found);
        if let Some(style) = node.attribute_node("style") {
            let located = Located::value(node, &style);
            let mut unread = vec![];
            let tokens = tokens(&located.text).unwrap_or_default();
            for (order, declaration) in
                declarations(&tokens, &located, &mut unread).into_iter().enumerate()
            {
                let weight = (declaration.important, 2, vec![], [0; 3], order);
                found.push(Candidate { declaration: std::borrow::Cow::Owned(declaration), weight });
            }
            let unread = unread
                .into_iter()
                .map(|(what, at)| (Remark::Unread { name: "style".into(), what }, at));
            remarks.extend(unread);
        }
        found
    }

    fn rules(&self, node: Node<'a, 'input>, found: &mut Vec<Candidate<'a>>) {
        let Some(element) = self.tree.of(node) else { return };
        let classes = named(node, "class").unwrap_or_default().split_ascii_whitespace();
        let mut keys: Vec<Key> = classes.map(|class| Key::Class(class.into())).collect();
        keys.extend(named(node, "id").map(|id| Key::Id(id.into())));
        keys.extend([Key::Tag(node.tag_name().name().into()), Key::Any]);
        let mut rules: Vec<usize> =
            keys.iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        rules.sort_unstable();
        rules.dedup();
        for index in rules {
            let rule = &self.sheet.rules[index];
            if !self.tree.matches(element, &rule.selector) {
                continue;
            }
            for declaration in rule.declarations.iter() {
                // Among important ones the earlier layer wins.
                let layer = match declaration.important {
                    true => rule.layer.iter().map(|layer| usize::MAX - layer).collect(),
                    false => rule.layer.clone(),
                };
                let weight = (declaration.important, 1, layer, rule.selector.weight, index);
                let declaration = std::borrow::Cow::Borrowed(declaration);
                found.push(Candidate { declaration, weight });
            }
        }
    }

    /// What is no property of the table.
    fn beside(
        &self,
        name: &str,
        found: &Candidate<'_>,
        own: &Own,
        besides: &mut BTreeMap<String, Vec<Token>>,
        remarks: &mut Vec<(Remark, usize)>,
    ) {
        let Ok(value) = own.filled(&found.declaration.value) else { return };
        let word = trimmed(&value).first().and_then(Token::ident).map(str::to_ascii_lowercase);
        let word = word.unwrap_or_default();
        let idle = match name {
            "color-scheme" | "text-transform" | "white-space" | "white-space-collapse" => {
                besides.insert(name.to_string(), value);
                false
            }
            "transform-box" => !matches!(&*word, "view-box" | "border-box" | "initial"),
            "vector-effect" => word == "non-scaling-stroke",
            "animation" | "animation-name" | "rotate" | "scale" | "translate" | "offset-path"
            | "text-shadow" | "perspective" | "mask-image" | "backdrop-filter"
            | "background-image" | "zoom" => {
                !matches!(&*word, "none" | "initial" | "unset" | "normal" | "inherit")
            }
            _ => false,
        };
        if idle {
            remarks.push((Remark::Idle { name: name.to_string() }, found.declaration.at));
        }
    }

    /// Takes the strongest that is one.
    fn settle(
        &self,
        property: &'static Property,
        candidates: &[Candidate<'_>],
        above: &Style,
        style: &mut Style,
        remarks: &mut Vec<(Remark, usize)>,
    ) {
        for found in candidates.iter().rev() {
            let Declaration { value, at, .. } = &*found.declaration;
            let late = super::own::asks(value);
            style.asks |= late || colour::asks(value);
            // What an author's own property leaves open is as if nothing were said.
            let Ok(value) = style.inherited.own.filled(value) else {
                return unset(property, above, style);
            };
            if explicit(property, &value, above, style) {
                return;
            }
            let setting = match property.name {
                "color" => above.inherited.setting,
                _ => style.inherited.setting,
            };
            match value::resolved(property, &value, &setting) {
                Ok(resolved) => return style.take(property, resolved, &value),
                Err(Bad::Unread(what)) => {
                    let unread = Remark::Unread { name: property.name.into(), what };
                    return remarks.push((unread, *at));
                }
                Err(Bad::Invalid) => {
                    let value = shown(&value);
                    // Graphviz writes `1.`, which comes to what it means; nothing at all is no slip.
                    if !value.is_empty() && value.strip_suffix('.') != Some(property.initial) {
                        let name = property.name.into();
                        remarks.push((Remark::Skipped { name, value }, *at));
                    }
                    if late {
                        return unset(property, above, style);
                    }
                }
            }
        }
    }
}

/// The properties a declaration stands for, each with the part of the value that is its.
fn longhands<'a>(found: Candidate<'a>, own: &Own) -> Vec<(String, Candidate<'a>)> {
    let name = found.declaration.name.clone();
    let with = |value: Vec<Token>| Candidate {
        declaration: std::borrow::Cow::Owned(Declaration {
            value,
            ..found.declaration.clone().into_owned()
        }),
        weight: found.weight.clone(),
    };
    match name.as_str() {
        name if name.starts_with("--") => vec![],
        "marker" => ["marker-start", "marker-mid", "marker-end"]
            .map(|name| (name.to_string(), with(found.declaration.value.clone())))
            .into(),
        "font" => {
            let value = own.filled(&found.declaration.value).unwrap_or_default();
            let parts = value::font(&value).unwrap_or_default();
            parts.into_iter().map(|(name, value)| (name.to_string(), with(value))).collect()
        }
        _ => vec![(name, found)],
    }
}
