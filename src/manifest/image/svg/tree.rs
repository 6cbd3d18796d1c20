//! The elements of a file as style sheets see them, and which of them a selector means.
//!
//! Matching takes a bounded number of steps: a file that asks for more is too complex.

use std::cell::Cell;
use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::css::condition::{Combinator, Selector, Simple};
use super::named::named;

/// The most steps that all matching of one file may take.
const MOST_STEPS: u64 = 60_000_000;

/// The elements of a file, in document order.
pub struct Tree<'a, 'input> {
    elements: Vec<Element<'a, 'input>>,
    index: HashMap<u32, usize>,
    steps: Cell<u64>,
}

struct Element<'a, 'input> {
    node: Node<'a, 'input>,
    parent: Option<usize>,
    before: Option<usize>,
    /// Its place among its parent's elements, and among those of its name, from 1.
    place: (i64, i64),
    /// How many there are.
    of: (i64, i64),
}

impl<'a, 'input> Tree<'a, 'input> {
    /// The elements of a document.
    pub fn new(document: &'a Document<'input>) -> Self {
        let mut tree = Self { elements: vec![], index: HashMap::new(), steps: Cell::new(0) };
        let mut last: HashMap<u32, usize> = HashMap::new();
        let mut counts: HashMap<(u32, Option<&str>), i64> = HashMap::new();
        for node in document.descendants().filter(Node::is_element) {
            let id = tree.elements.len();
            let above = node.parent().map_or(0, |parent| parent.id().get());
            let mut count = |name| {
                let count = counts.entry((above, name)).or_default();
                *count += 1;
                *count
            };
            let place = (count(None), count(Some(node.tag_name().name())));
            let parent = tree.index.get(&above).copied();
            let before = last.insert(above, id);
            tree.index.insert(node.id().get(), id);
            tree.elements.push(Element { node, parent, before, place, of: (0, 0) });
        }
        for element in &mut tree.elements {
            let above = element.node.parent().map_or(0, |parent| parent.id().get());
            let of = |name| counts.get(&(above, name)).copied().unwrap_or_default();
            element.of = (of(None), of(Some(element.node.tag_name().name())));
        }
        tree
    }

    /// The element of a node.
    pub fn of(&self, node: Node<'_, '_>) -> Option<usize> {
        self.index.get(&node.id().get()).copied()
    }

    /// Whether more was asked of it than it gives.
    pub fn is_tired(&self) -> bool {
        self.steps.get() > MOST_STEPS
    }

    /// Whether a selector means an element.
    pub fn matches(&self, element: usize, selector: &Selector) -> bool {
        self.right(element, &selector.compounds)
    }

    /// Whether the compounds hold from an element on leftwards.
    fn right(&self, element: usize, compounds: &[(Combinator, Vec<Simple>)]) -> bool {
        let Some(((_, compound), left)) = compounds.split_first() else { return true };
        self.steps.set(self.steps.get() + 1);
        if self.is_tired() || !compound.iter().all(|simple| self.holds(element, simple)) {
            return false;
        }
        let Some((combinator, _)) = left.first() else { return true };
        let at = &self.elements[element];
        match combinator {
            Combinator::Child => at.parent.is_some_and(|parent| self.right(parent, left)),
            Combinator::Next => at.before.is_some_and(|before| self.right(before, left)),
            Combinator::Inside => {
                self.walk(at.parent, |e| e.parent, |above| self.right(above, left))
            }
            Combinator::Later => {
                self.walk(at.before, |e| e.before, |before| self.right(before, left))
            }
        }
    }

    fn walk(
        &self,
        mut at: Option<usize>,
        next: impl Fn(&Element<'a, 'input>) -> Option<usize>,
        holds: impl Fn(usize) -> bool,
    ) -> bool {
        while let Some(element) = at {
            self.steps.set(self.steps.get() + 1);
            if self.is_tired() {
                return false;
            }
            if holds(element) {
                return true;
            }
            at = next(&self.elements[element]);
        }
        false
    }

    fn holds(&self, element: usize, simple: &Simple) -> bool {
        let Element { node, parent, place, of, .. } = &self.elements[element];
        let any = |list: &[Selector]| list.iter().any(|selector| self.matches(element, selector));
        match simple {
            Simple::Tag(name) => node.tag_name().name() == name,
            Simple::Id(id) => named(*node, "id") == Some(id),
            Simple::Class(class) => {
                let classes = named(*node, "class").unwrap_or_default();
                classes.split_ascii_whitespace().any(|found| found == class)
            }
            Simple::Attribute { name, wanted, any_case } => {
                attribute(*node, name, wanted.as_ref(), *any_case)
            }
            Simple::Root => parent.is_none(),
            Simple::Empty => node
                .children()
                .all(|child| !child.is_element() && child.text().is_none_or(str::is_empty)),
            Simple::Link => {
                node.tag_name().name() == "a" && node.attributes().any(|a| a.name() == "href")
            }
            Simple::Lang(words) => lang(*node).is_some_and(|lang| {
                words.iter().any(|word| lang == *word || lang.starts_with(&format!("{word}-")))
            }),
            Simple::Nth { step, first, from_end, of: Some(list), .. } => {
                any(list) && nth(*step, *first, self.place_among(element, *from_end, list))
            }
            Simple::Nth { step, first, from_end, of_type, of: None } => {
                let (place, of) = if *of_type { (place.1, of.1) } else { (place.0, of.0) };
                nth(*step, *first, if *from_end { of + 1 - place } else { place })
            }
            Simple::Only { of_type } => 1 == if *of_type { of.1 } else { of.0 },
            Simple::Is(list) => any(list),
            Simple::Not(list) => !any(list),
            Simple::Has(list) => {
                list.iter().any(|(combinator, selector)| self.has(element, *combinator, selector))
            }
            Simple::Never => false,
        }
    }

    /// The place among the siblings that one of the selectors means.
    fn place_among(&self, element: usize, from_end: bool, list: &[Selector]) -> i64 {
        let means = |at: usize| list.iter().any(|selector| self.matches(at, selector));
        let mut place = 1;
        let mut next = |at: Option<usize>| at.inspect(|at| place += i64::from(means(*at)));
        if from_end {
            let mut at = self.elements[element].node.next_sibling_element();
            while let Some(node) = at.filter(|_| !self.is_tired()) {
                next(self.of(node));
                at = node.next_sibling_element();
            }
        } else {
            let mut at = self.elements[element].before;
            while let Some(before) = next(at).filter(|_| !self.is_tired()) {
                at = self.elements[before].before;
            }
        }
        place
    }

    fn has(&self, element: usize, combinator: Combinator, selector: &Selector) -> bool {
        let node = self.elements[element].node;
        let among = |nodes: &mut dyn Iterator<Item = Node<'a, 'input>>| {
            nodes.filter_map(|node| self.of(node)).any(|at| self.matches(at, selector))
        };
        match combinator {
            Combinator::Inside => among(&mut node.descendants().skip(1)),
            Combinator::Child => among(&mut node.children()),
            Combinator::Next => among(&mut node.next_sibling_element().into_iter()),
            Combinator::Later => among(&mut node.next_siblings().skip(1)),
        }
    }
}

/// Whether a place is one of an+b.
fn nth(step: i64, first: i64, place: i64) -> bool {
    let Some(beyond) = place.checked_sub(first) else { return false };
    match step {
        0 => beyond == 0,
        step => {
            beyond.checked_rem(step) == Some(0) && beyond.checked_div(step).is_some_and(|n| n >= 0)
        }
    }
}

fn attribute(
    node: Node<'_, '_>,
    name: &str,
    wanted: Option<&(char, String)>,
    any_case: bool,
) -> bool {
    // `[name]` means one in no namespace (Selectors 4, 6.5).
    let mut own = node.attributes().filter(|own| own.namespace().is_none() && own.name() == name);
    own.any(|attribute| {
        let Some((sign, wanted)) = wanted else { return true };
        let fold = |text: &str| if any_case { text.to_ascii_lowercase() } else { text.to_string() };
        let (value, wanted) = (fold(attribute.value()), fold(wanted));
        match sign {
            '=' => value == wanted,
            '~' => value.split_ascii_whitespace().any(|word| word == wanted),
            '|' => value == wanted || value.starts_with(&format!("{wanted}-")),
            _ if wanted.is_empty() => false,
            '^' => value.starts_with(&wanted),
            '$' => value.ends_with(&wanted),
            _ => value.contains(&wanted),
        }
    })
}

fn lang(node: Node<'_, '_>) -> Option<String> {
    let own = |node: Node<'_, '_>| {
        node.attribute((roxmltree::NS_XML_URI, "lang"))
            .or_else(|| named(node, "lang"))
            .map(str::to_ascii_lowercase)
    };
    node.ancestors().find_map(own)
}
