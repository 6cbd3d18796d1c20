//! How much a drawing comes to when every `use`, pattern and marker in it is drawn: a few lines can ask
//! for more than any machine draws.

use std::collections::HashMap;

/// The most elements, all uses drawn, and those with paints, clips and markers besides.
const MOST_USED: u64 = 250_000;
const MOST_DRAWN: u64 = 4_000_000;
/// How deep elements may stand in each other then.
const DEEPEST: usize = 192;

/// How an element names another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It draws a copy of it.
    Use,
    /// It is painted, clipped or masked with it, or has it at so many places.
    Paint(u64),
}

/// What is wrong with a drawing's links.
#[derive(Debug, PartialEq, Eq)]
pub enum Endless {
    /// It comes to too much.
    Large,
    /// An element draws itself: where it stands in the file.
    Itself(usize),
}

/// The elements of a drawing as they name each other.
#[derive(Debug, Default)]
pub struct Reach {
    elements: Vec<Element>,
    ids: HashMap<String, usize>,
}

#[derive(Debug)]
struct Element {
    at: usize,
    children: Vec<usize>,
    links: Vec<(Link, String)>,
    /// Elements with uses drawn, elements in all, and how deep.
    comes_to: Option<(u64, u64, usize)>,
    asked: bool,
}

impl Reach {
    /// Takes in an element that stands in another at a place of the file.
    pub fn add(
        &mut self,
        above: Option<usize>,
        id: Option<&str>,
        links: Vec<(Link, String)>,
        at: usize,
    ) -> usize {
        let index = self.elements.len();
        self.elements.push(Element { at, children: vec![], links, comes_to: None, asked: false });
        if let Some(above) = above {
            self.elements[above].children.push(index);
        }
        if let Some(id) = id {
            self.ids.entry(id.to_string()).or_insert(index);
        }
        index
    }

    /// Whether there are more elements already than can be drawn.
    pub fn is_large(&self) -> bool {
        self.elements.len() as u64 > MOST_USED
    }

    /// Whether all of it can be drawn.
    pub fn check(&mut self) -> Result<(), Endless> {
        for index in 0..self.elements.len() {
            let (used, drawn, _) = self.weigh(index, 0)?;
            if used > MOST_USED || drawn > MOST_DRAWN {
                return Err(Endless::Large);
            }
        }
        Ok(())
    }

    fn weigh(&mut self, index: usize, depth: usize) -> Result<(u64, u64, usize), Endless> {
        if let Some(known) = self.elements[index].comes_to {
            return Ok(known);
        }
        if std::mem::replace(&mut self.elements[index].asked, true) {
            return Err(Endless::Itself(self.elements[index].at));
        }
        if depth > DEEPEST {
            return Err(Endless::Large);
        }
        let (mut used, mut drawn, mut height) = (1u64, 1u64, 0);
        for child in self.elements[index].children.clone() {
            let (u, d, h) = self.weigh(child, depth + 1)?;
            (used, drawn, height) =
                (used.saturating_add(u), drawn.saturating_add(d), height.max(h + 1));
        }
        for (link, id) in self.elements[index].links.clone() {
            let Some(target) = self.ids.get(&id).copied() else { continue };
            match link {
                Link::Use => {
                    let (u, d, h) = self.weigh(target, depth + 1)?;
                    (used, drawn, height) =
                        (used.saturating_add(u), drawn.saturating_add(d), height.max(h + 1));
                }
                // The renderer and browsers both leave out a paint that is painted with itself.
                Link::Paint(_)
                    if self.elements[target].asked && self.elements[target].comes_to.is_none() => {}
                Link::Paint(times) => {
                    let (_, d, h) = self.weigh(target, depth + 1)?;
                    drawn = drawn.saturating_add(d.saturating_mul(times));
                    height = height.max(h + 1);
                }
            }
        }
        if height > DEEPEST {
            return Err(Endless::Large);
        }
        self.elements[index].comes_to = Some((used, drawn, height));
        Ok((used, drawn, height))
    }
}
