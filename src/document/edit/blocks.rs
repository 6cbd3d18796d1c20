//! Inserts, removes, moves and copies what stands in lists: blocks `[[…]]` with all below them, or cells.

use std::ops::Range;

use super::file::{File, Piece};
use super::pairs;
use super::scan::{Inner, Pair};
use super::step::{Step, keys};
use super::value::{Value, key};

/// One more in a list.
pub fn insert(file: &File<'_>, at: &[Step], value: &Value, after: &[String]) -> Option<Vec<Piece>> {
    let (Step::Index(index), list) = at.split_last()? else { return None };
    if let Some(slot) = file.places.slot(list) {
        let Inner::List(_) = slot.value.inner else { return None };
        let body = file.own(&value.in_line());
        return file.cells(slot.value, |cells| cells.insert(*index, body));
    }
    // An entry is a block, even the first of all.
    let first = || match value {
        Value::Lines(_) if *index == 0 && file.places.tables(list) == 0 => at_end(file, list),
        _ => None,
    };
    match (place(file, list, *index).or_else(first), value) {
        (Some(place), Value::Table(pairs)) => {
            let line =
                |(name, value): &(String, Value)| format!("{} = {}\n", key(name), value.written());
            let lines: String = pairs.iter().map(line).collect();
            Some(vec![(place..place, file.own(&block(file, list, &lines)))])
        }
        (Some(place), Value::Lines(lines)) => {
            Some(vec![(place..place, file.own(&block(file, list, lines)))])
        }
        (Some(_), _) => None,
        (None, _) => pairs::add(file, list, &Value::List(vec![value.clone()]), after),
    }
}

/// Where the first block of a list begins: under what holds the list, if that stands under a header.
fn at_end(file: &File<'_>, list: &[Step]) -> Option<usize> {
    let above = list.get(..list.len().checked_sub(1)?)?;
    file.places.block(above)?;
    let dotted = file.places.dotted(list).next().is_some();
    file.places.unit(above).last().filter(|_| !dotted).map(|range| range.end)
}

/// Nothing at a path.
pub fn remove(file: &File<'_>, at: &[Step]) -> Option<Vec<Piece>> {
    if let Some(slot) = file.places.slot(at) {
        return match slot.holder {
            Some((holder, index)) => file.cells(holder, |cells| cells.remove(index)),
            None => Some(vec![(slot.pair.lines.clone(), String::new())]),
        };
    }
    if let Some(pieces) = remove_dotted(file, at) {
        return Some(pieces);
    }
    let gone = |range| (range, String::new());
    let dotted = file.places.dotted(at).map(|pair| pair.lines.clone());
    let blocks = file.places.unit(at);
    // Keys of a block that goes go with it.
    let dotted = dotted.filter(|lines| !blocks.iter().any(|block| block.contains(&lines.start)));
    let pieces: Vec<Piece> = dotted.chain(blocks.iter().cloned()).map(gone).collect();
    (!pieces.is_empty()).then_some(pieces)
}

/// The keys of an inline table that begin like a path.
fn remove_dotted(file: &File<'_>, at: &[Step]) -> Option<Vec<Piece>> {
    let mut above = (1..at.len()).rev();
    let slot = above.find_map(|length| Some((length, file.places.slot(&at[..length])?)));
    let (length, slot) = slot?;
    let Inner::Table(pairs) = &slot.value.inner else { return None };
    let names = keys(&at[length..]);
    let begins =
        |pair: &Pair| pair.keys.iter().map(String::as_str).zip(&names).all(|(a, b)| a == *b);
    file.cells(slot.value, |cells| {
        let own = (0..pairs.len()).rev().filter(|index| begins(&pairs[*index]));
        own.map(|index| cells.remove(index)).collect::<Option<Vec<()>>>().map(drop)
    })
}

/// One of a list in another place.
pub fn shift(file: &File<'_>, from: &[Step], to: &[Step]) -> Option<Vec<Piece>> {
    let ((Step::Index(index), list), (Step::Index(before), target)) =
        (from.split_last()?, to.split_last()?)
    else {
        return None;
    };
    if let Some(slot) = file.places.slot(list)
        && list == target
    {
        return file.cells(slot.value, |cells| cells.shift(*index, *before));
    }
    // What is said beside it would get lost on the way.
    if let Some((holder, index)) = file.places.slot(from).and_then(|slot| slot.holder) {
        file.cells(holder, |cells| (!cells.has_comment(index)).then_some(()))?;
    }
    // Were it where it was, nothing would move.
    let unit = file.places.unit(from);
    let mut pieces = copy(file, from, to)?;
    let stays = |range: &Range<usize>| {
        unit.iter().any(|own| own.start <= range.start && range.end <= own.end)
    };
    if list == target && pieces.iter().all(|(range, _)| stays(range)) {
        return Some(vec![]);
    }
    pieces.extend(remove(file, from)?);
    Some(pieces)
}

/// The same once more.
pub fn copy(file: &File<'_>, from: &[Step], to: &[Step]) -> Option<Vec<Piece>> {
    let (Step::Index(before), target) = to.split_last()? else { return None };
    if let Some(slot) = file.places.slot(from) {
        let body = file.text[slot.value.range.clone()].to_string();
        let list = file.places.slot(target)?;
        return file.cells(list.value, |cells| cells.insert(*before, body));
    }
    let unit = file.places.unit(from);
    let place = place(file, target, *before)?;
    let text = match keys(from) == keys(target) {
        true => unit.iter().map(|range| &file.text[range.clone()]).collect(),
        false => renamed(file, from, target)?,
    };
    (!unit.is_empty()).then(|| vec![(place..place, text)])
}

/// Where a block before the one at `index` of a list begins; none where its tables stand under no headers.
fn place(file: &File<'_>, list: &[Step], index: usize) -> Option<usize> {
    let count = file.places.tables(list);
    let at = |index: usize| {
        let path: Vec<Step> = list.iter().cloned().chain([Step::Index(index)]).collect();
        file.places.unit(&path)
    };
    if index < count {
        return at(index).first().map(|range| range.start);
    }
    if index > count {
        return None;
    }
    match count {
        // As others like it stand.
        0 => {
            file.places.like(list)?;
            at_end(file, list)
        }
        _ => at(count - 1).last().map(|range| range.end),
    }
}

/// A new block.
fn block(file: &File<'_>, list: &[Step], lines: &str) -> String {
    let head = match file.places.like(list) {
        Some(like) => like.head.clone(),
        None => format!("[[{}]]", keys(list).into_iter().map(key).collect::<Vec<_>>().join(".")),
    };
    format!("\n{head}\n{lines}")
}

/// A block with all below it, its headers named for another list.
fn renamed(file: &File<'_>, from: &[Step], target: &[Step]) -> Option<String> {
    let old = keys(from).len();
    let mut out = String::new();
    for block in file.places.below(from) {
        let own = &file.text[block.range.clone()];
        let names = keys(target).into_iter().chain(keys(&block.path).into_iter().skip(old));
        let names = names.map(key).collect::<Vec<_>>().join(".");
        let head = if block.many { format!("[[{names}]]") } else { format!("[{names}]") };
        let at = own.find(&block.head)?;
        out += &own[..at];
        out += &head;
        out += &own[at + block.head.len()..];
    }
    Some(out)
}
