//! What stands where in a manifest: each header's block and each key by its path, places in lists counted.

use std::collections::BTreeMap;
use std::ops::Range;

use super::scan::{self, Inner, Item, Kind, Value};
use super::step::{Step, keys};

/// A header with the keys below it, or those before the first header.
#[derive(Debug)]
pub struct Block {
    /// What it is the table of.
    pub path: Vec<Step>,
    /// The header as it is written; empty before the first.
    pub head: String,
    /// Whether it is one of many.
    pub many: bool,
    /// From the blank lines and comments that belong to it to the next block.
    pub range: Range<usize>,
    /// Where the line after the header begins.
    pub body: usize,
}

/// A key that stands on a line of its own.
#[derive(Debug)]
pub struct Pair {
    /// What it is the value of.
    pub path: Vec<Step>,
    /// Its keys as it names them.
    pub keys: Vec<String>,
    /// The block it stands in.
    pub block: usize,
    /// Where its name begins.
    pub start: usize,
    /// Its lines.
    pub lines: Range<usize>,
    /// Its value.
    pub value: Value,
}

/// All of a file.
#[derive(Debug)]
pub struct Places {
    /// In order.
    pub blocks: Vec<Block>,
    /// In order.
    pub pairs: Vec<Pair>,
}

/// A value that is written at a place.
#[derive(Debug, Clone, Copy)]
pub struct Slot<'p> {
    /// The line it stands on.
    pub pair: &'p Pair,
    /// The value.
    pub value: &'p Value,
    /// The list or inline table that holds it, and which of its cells it is in.
    pub holder: Option<(&'p Value, usize)>,
}

impl Places {
    /// The places of a file; none where it is not TOML.
    pub fn of(text: &str) -> Option<Self> {
        let items = scan::items(text)?;
        let mark = text.len() - text.trim_start_matches('\u{feff}').len();
        let first = Block {
            path: vec![],
            head: String::new(),
            many: false,
            range: mark..text.len(),
            body: mark,
        };
        let mut places = Self { blocks: vec![first], pairs: vec![] };
        let mut counts = BTreeMap::new();
        let mut before = mark;
        for Item { keys, range, line, kind } in items {
            let last = places.blocks.len() - 1;
            match kind {
                Kind::Head { many } => {
                    let start = lead(text, before, line.start);
                    places.blocks[last].range.end = start;
                    let path = counted(&mut counts, &keys, many);
                    let (head, body) = (text[range].to_string(), line.end);
                    places.blocks.push(Block { path, head, many, range: start..text.len(), body });
                }
                Kind::Pair(value) => {
                    let own = keys.iter().map(|key| Step::Key(key.clone()));
                    let path = places.blocks[last].path.iter().cloned().chain(own).collect();
                    let start = range.start;
                    places.pairs.push(Pair {
                        path,
                        keys,
                        block: last,
                        start,
                        lines: line.clone(),
                        value,
                    });
                }
            }
            before = line.end;
        }
        Some(places)
    }

    /// The value that is written at `path`.
    pub fn slot(&self, path: &[Step]) -> Option<Slot<'_>> {
        let holds = |pair: &&Pair| path.starts_with(&pair.path);
        self.pairs.iter().filter(holds).find_map(|pair| descend(pair, &path[pair.path.len()..]))
    }

    /// The blocks at `path` and below.
    pub fn below<'p>(&'p self, path: &'p [Step]) -> impl Iterator<Item = &'p Block> {
        self.blocks
            .iter()
            .filter(move |block| !block.head.is_empty() && block.path.starts_with(path))
    }

    /// The bytes of all blocks at `path` and below, those that meet as one.
    pub fn unit(&self, path: &[Step]) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = vec![];
        for block in self.below(path) {
            match ranges.last_mut() {
                Some(last) if last.end == block.range.start => last.end = block.range.end,
                _ => ranges.push(block.range.clone()),
            }
        }
        ranges
    }

    /// How many tables stand under headers `[[…]]` at `path`.
    pub fn tables(&self, path: &[Step]) -> usize {
        let own = |block: &&Block| {
            block.many && block.path.len() == path.len() + 1 && block.path.starts_with(path)
        };
        self.blocks.iter().filter(own).count()
    }

    /// A header `[[…]]` of the same keys as `path`, wherever it counts.
    pub fn like(&self, path: &[Step]) -> Option<&Block> {
        let wanted = keys(path);
        self.blocks.iter().find(|block| block.many && keys(&block.path) == wanted)
    }

    /// The block of the table at `path`.
    pub fn block(&self, path: &[Step]) -> Option<usize> {
        self.blocks.iter().position(|block| block.path == path)
    }

    /// The keys below `path` that stand on lines of their own.
    pub fn dotted<'p>(&'p self, path: &'p [Step]) -> impl DoubleEndedIterator<Item = &'p Pair> {
        let below = move |pair: &&Pair| pair.path.len() > path.len() && pair.path.starts_with(path);
        self.pairs.iter().filter(below)
    }

    /// The path of the value, or of the table, that a byte stands in.
    pub fn at(&self, byte: usize) -> Vec<Step> {
        let after = self.pairs.partition_point(|pair| pair.lines.start <= byte);
        let pair = after.checked_sub(1).map(|index| &self.pairs[index]);
        if let Some(pair) = pair.filter(|pair| byte < pair.lines.end) {
            let mut path = pair.path.clone();
            inside(&pair.value, byte, &mut path);
            return path;
        }
        let after = self.blocks.partition_point(|block| block.range.start <= byte);
        after.checked_sub(1).map_or(vec![], |index| self.blocks[index].path.clone())
    }

    /// The path of the table that begins at a byte, be it of a key that is written with dots.
    pub fn table_at(&self, byte: usize) -> Vec<Step> {
        let mut path = self.at(byte);
        let is_table = |slot: Slot<'_>| matches!(slot.value.inner, Inner::Table(_));
        while self.slot(&path).is_some_and(|slot| !is_table(slot)) {
            path.pop();
        }
        path
    }
}

/// Goes on to what holds the byte.
fn inside(value: &Value, byte: usize, path: &mut Vec<Step>) {
    let held = value.cells().iter().position(|cell| (cell.start..=cell.end).contains(&byte));
    let Some(index) = held else { return };
    match &value.inner {
        Inner::Plain => {}
        Inner::List(values) => {
            path.push(index.into());
            inside(&values[index], byte, path);
        }
        Inner::Table(pairs) => {
            path.extend(pairs[index].keys.iter().map(|key| Step::Key(key.clone())));
            inside(&pairs[index].value, byte, path);
        }
    }
}

fn descend<'p>(pair: &'p Pair, path: &[Step]) -> Option<Slot<'p>> {
    let mut slot = Slot { pair, value: &pair.value, holder: None };
    let mut rest = path;
    while let Some(step) = rest.first() {
        let held = match (&slot.value.inner, step) {
            (Inner::List(values), Step::Index(index)) => {
                rest = &rest[1..];
                (*index, values.get(*index)?)
            }
            (Inner::Table(pairs), Step::Key(_)) => {
                let named = |keys: &[String]| {
                    rest.len() >= keys.len()
                        && keys.iter().zip(rest).all(|(key, step)| step.key() == Some(key))
                };
                let index = pairs.iter().position(|pair| named(&pair.keys))?;
                rest = &rest[pairs[index].keys.len()..];
                (index, &pairs[index].value)
            }
            _ => return None,
        };
        slot = Slot { holder: Some((slot.value, held.0)), value: held.1, ..slot };
    }
    Some(slot)
}

/// The path of a header: under what is one of many, the last is meant.
fn counted(counts: &mut BTreeMap<Vec<Step>, usize>, keys: &[String], many: bool) -> Vec<Step> {
    let mut path = vec![];
    for (place, key) in keys.iter().enumerate() {
        path.push(Step::Key(key.clone()));
        if many && place + 1 == keys.len() {
            let count = counts.entry(path.clone()).or_default();
            *count += 1;
        }
        if let Some(count) = counts.get(&path) {
            path.push(Step::Index(count - 1));
        }
    }
    path
}

/// Where what belongs to a header at `head` begins: the first blank line behind what is before it, or the comments
/// right above.
fn lead(text: &str, before: usize, head: usize) -> usize {
    let mut at = before;
    for line in text[before..head].split_inclusive('\n') {
        if line.trim().is_empty() {
            return at;
        }
        at += line.len();
    }
    before
}

#[cfg(test)]
mod tests {
    use super::{Places, Step};

    #[test]
    fn keys_and_blocks_have_their_paths() {
        let text = "a.b = { c = [1, { d.e = 'x' }] }\n# 뒤\n\n# 앞\n[[p]]\nt = 1\n[[p.s]]\n[p.s.u]\n[[p]]\n[[p.s]]\nk = 2";
        let places = Places::of(text).unwrap();
        let path = |steps: &str| -> Vec<Step> { serde_json::from_str(steps).unwrap() };
        let slot =
            |steps: &str| places.slot(&path(steps)).map(|slot| &text[slot.value.range.clone()]);
        assert_eq!(slot("[\"a\",\"b\",\"c\",1,\"d\",\"e\"]"), Some("'x'"));
        assert_eq!(slot("[\"a\",\"b\",\"c\",2]"), None);
        assert_eq!(slot("[\"p\",1,\"s\",0,\"k\"]"), Some("2"));
        assert_eq!(places.at(text.find("'x'").unwrap()), path("[\"a\",\"b\",\"c\",1,\"d\",\"e\"]"));
        assert_eq!(places.at(text.find("[p.s.u]").unwrap()), path("[\"p\",0,\"s\",0,\"u\"]"));
        let first = &places.unit(&path("[\"p\",0]"))[0];
        assert_eq!(&text[first.clone()], "\n# 앞\n[[p]]\nt = 1\n[[p.s]]\n[p.s.u]\n");
        assert_eq!(
            (places.tables(&path("[\"p\"]")), places.tables(&path("[\"p\",1,\"s\"]"))),
            (2, 1)
        );
    }
}
