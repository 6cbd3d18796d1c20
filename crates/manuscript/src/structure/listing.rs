//! Arranges the articles by the contents list, and accounts for its lines.

use std::collections::HashSet;

use super::contents::Contents;
use super::groups::{Groups, Slot, beside_calendar, group_title, plain_title};
use super::listed::{Level, Listed};
use super::named::Named;
use super::pieces::Piece;
use crate::draft::Entry;
use crate::messages::{Ask, Why};
use crate::source::{Blocks, Ledger, Runs};
use crate::text::marker::unnumbered;
use crate::text::{titles, vocabulary};

/// How like an entry of the list a calendar or an event must be to be it, if the list says nothing of events.
const LIKE: f64 = 0.4;

/// A listed entry and where it puts what it names.
struct ListedPlace {
    title: Runs,
    slot: Slot,
    /// Whether it is an event's.
    of_event: bool,
}

/// The groups of the list with the text's articles in them.
pub fn arrange(
    blocks: &Blocks,
    contents: Contents,
    pieces: Vec<Piece>,
    ledger: &mut Ledger,
) -> Groups {
    let mut groups = Groups::default();
    // A list of articles alone says nothing of parts and sections: they are the text's own.
    let flat = contents.listed.iter().all(|listed| listed.level == Level::Entry)
        && pieces.iter().any(|piece| matches!(piece, Piece::Group(..)));
    let named = contents.listed.iter().filter(|listed| listed.level != Level::Entry);
    let named: HashSet<usize> = named.flat_map(|listed| listed.title.lines.clone()).collect();
    let places = places(&mut groups, contents.listed);
    let partners = partners(&places, &pieces);
    let missing = account(blocks, &places, &named, &partners, &pieces, ledger);
    let slots: Vec<Option<Slot>> = slots_of(&places, &partners, pieces.len());
    if flat {
        for (piece, slot) in pieces.iter().zip(slots) {
            if let Piece::Article(_, line) = piece {
                ask_if_unlisted(blocks, *line, slot, ledger);
            }
        }
        return Groups { missing, ..Groups::of_text(blocks, pieces, ledger) };
    }
    groups.missing = missing;
    let mut named = Named::of(&groups);
    let strangers = strangers(&pieces, &slots);
    let mut slot = places.first().map(|place| place.slot);
    let mut calendar = None;
    for (index, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Group(level, line) => {
                let title = plain_title(blocks, line);
                slot = match named.find(&titles::key(&title)) {
                    Some((slot, listed)) => {
                        repeats(blocks, line, title, &listed, ledger);
                        Some(slot)
                    }
                    // All its articles are as unknown to the list as it is.
                    None if strangers.contains(&index) => {
                        let title = group_title(blocks, line, ledger);
                        ledger.ask(Ask::HeadingUnlisted, line, [("text", title.plain())]);
                        Some(groups.open(level, title))
                    }
                    None => {
                        blocks.leave_out(line, Why::GroupHeading, ledger);
                        ledger.ask(Ask::HeadingLeftOut, line, [("text", title)]);
                        slot
                    }
                };
            }
            Piece::Calendar(events, line) => {
                let listed = slots[index].map(|(part, _)| part);
                let part = listed
                    .or_else(|| named_part(&mut named, &events.title, line, ledger))
                    .unwrap_or_else(|| groups.part_for_events(&events.title, None));
                groups.put((part, None), Entry::Events(events));
                calendar = Some((line, part));
            }
            Piece::Article(brief, line) => {
                let beside = beside_calendar(calendar, line);
                if beside.is_none() {
                    ask_if_unlisted(blocks, line, slots[index], ledger);
                    slot = slots[index].or(slot);
                }
                let own = || *slot.get_or_insert_with(|| groups.untitled());
                let at = beside.unwrap_or_else(own);
                groups.put(at, Entry::Brief(brief));
            }
        }
    }
    groups
}

/// Asks about an article that the list does not have.
fn ask_if_unlisted(blocks: &Blocks, line: Option<usize>, slot: Option<Slot>, ledger: &mut Ledger) {
    if let Some(line) = line.filter(|_| slot.is_none()) {
        let text = blocks.lines[line].words().to_string();
        ledger.ask(Ask::Unlisted, line, [("text", text)]);
    }
}

/// Opens the listed groups; the listed entries, each with the group it stands in.
fn places(groups: &mut Groups, listed: Vec<Listed>) -> Vec<ListedPlace> {
    let mut slot: Option<Slot> = None;
    let mut places = vec![];
    let mut of_event = false;
    for Listed { level, title } in listed {
        if level == Level::Part {
            of_event = vocabulary::is_events(&title.plain());
        }
        match level {
            Level::Part | Level::Section => slot = Some(groups.open(level, title)),
            Level::Entry => {
                let slot = *slot.get_or_insert_with(|| groups.untitled());
                places.push(ListedPlace { title, slot, of_event });
            }
        }
    }
    places
}

/// For each listed entry the piece it names, and the line that has its title there.
fn partners(places: &[ListedPlace], pieces: &[Piece]) -> Vec<Option<(usize, usize)>> {
    let mut targets: Vec<(usize, usize, String)> = vec![];
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Article(brief, Some(line)) => {
                targets.push((index, *line, titles::key(&brief.title.plain())));
            }
            Piece::Calendar(events, line) => {
                targets.extend(line.map(|line| (index, line, titles::key(&events.title.plain()))));
                let rows = events.rows.iter().filter_map(|event| {
                    Some((index, event.name.line()?, titles::key(&event.name.plain())))
                });
                targets.extend(rows);
            }
            _ => {}
        }
    }
    let keys: Vec<String> =
        places.iter().map(|place| titles::key(unnumbered(&place.title.plain()))).collect();
    let titles: Vec<String> = targets.iter().map(|(_, _, key)| key.clone()).collect();
    let pairs = titles::pair(&keys, &titles);
    let mut partners = vec![];
    for ((place, key), pair) in places.iter().zip(&keys).zip(pairs) {
        // An article is no calendar because of its place alone.
        let fits = |index: &usize| {
            let (piece, _, title) = &targets[*index];
            let calendar = matches!(pieces[*piece], Piece::Calendar(..));
            place.of_event || !calendar || titles::likeness(key, title) >= LIKE
        };
        partners.push(pair.filter(fits).map(|index| (targets[index].0, targets[index].1)));
    }
    partners
}

/// Enters what became of each listed entry, in lines of their own or of groups (`named`), and asks where it differs from
/// the text; gives the titles that no article
/// has.
fn account(
    blocks: &Blocks,
    places: &[ListedPlace],
    named: &HashSet<usize>,
    partners: &[Option<(usize, usize)>],
    pieces: &[Piece],
    ledger: &mut Ledger,
) -> Vec<Runs> {
    let mut missing = vec![];
    let mut seen = HashSet::new();
    for (place, partner) in places.iter().zip(partners) {
        let listed = place.title.plain();
        let key = titles::key(&listed);
        let first = seen.insert(key.clone());
        let line = place.title.line().unwrap_or_default();
        for index in &place.title.lines {
            let twin = partner.map(|(_, twin)| twin);
            match named.contains(index) {
                // The title of a group stands in the same line.
                true => ledger.removed(*index, Why::ContentsLine, &listed),
                false => blocks.leave_out_for(*index, Why::ContentsLine, twin, ledger),
            }
        }
        let Some((piece, twin)) = partner else {
            match (first, place.of_event) {
                (false, _) => ledger.ask(Ask::ContentsTwice, line, [("text", listed)]),
                (true, true) => ledger.ask(Ask::EventUnmatched, line, [("text", listed)]),
                (true, false) => missing.push(place.title.clone()),
            }
            continue;
        };
        let title = match &pieces[*piece] {
            Piece::Article(brief, _) => brief.title.plain(),
            Piece::Calendar(events, _) => {
                let row = events.rows.iter().find(|event| event.name.line() == Some(*twin));
                row.map_or(events.title.plain(), |event| event.name.plain())
            }
            Piece::Group(..) => continue,
        };
        let args = [("listed", listed.clone()), ("title", title.clone())];
        // The number an article has in its own title is not one that differs.
        if titles::key(&title) != key && titles::key(unnumbered(&title)) != key {
            ledger.ask(Ask::TitleDiffers, line, args);
        } else if bare(unnumbered(&title)) != bare(unnumbered(&listed)) {
            ledger.ask(Ask::TitleMarks, line, args);
        }
    }
    missing
}

/// A title without blanks.
fn bare(title: &str) -> String {
    title.chars().filter(|c| !c.is_whitespace()).collect()
}

/// For each piece the slot its listed title stands in.
fn slots_of(
    places: &[ListedPlace],
    partners: &[Option<(usize, usize)>],
    pieces: usize,
) -> Vec<Option<Slot>> {
    let mut slots = vec![None; pieces];
    for (place, partner) in places.iter().zip(partners) {
        if let Some((piece, _)) = partner {
            slots[*piece].get_or_insert(place.slot);
        }
    }
    slots
}

/// The headings of groups none of whose articles are listed.
fn strangers(pieces: &[Piece], slots: &[Option<Slot>]) -> HashSet<usize> {
    let mut strangers = HashSet::new();
    let mut group: Option<(usize, bool)> = None;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Group(..) => group = Some((index, false)),
            Piece::Article(..) => match (slots[index], group) {
                (None, Some((heading, false))) => {
                    strangers.insert(heading);
                }
                (Some(_), Some((heading, _))) => {
                    strangers.remove(&heading);
                    group = Some((heading, true));
                }
                _ => {}
            },
            Piece::Calendar(..) => {}
        }
    }
    strangers
}

/// A heading of the text that says what the list said.
fn repeats(blocks: &Blocks, line: usize, title: String, listed: &Runs, ledger: &mut Ledger) {
    blocks.leave_out_for(line, Why::GroupHeading, listed.line(), ledger);
    if titles::key(&title) != titles::key(&listed.plain()) {
        let args = [("listed", listed.plain()), ("title", title)];
        ledger.ask(Ask::TitleDiffers, line, args);
    }
}

/// The listed part that a calendar's title names.
fn named_part(
    named: &mut Named,
    title: &Runs,
    line: Option<usize>,
    ledger: &mut Ledger,
) -> Option<usize> {
    let title = title.plain();
    let ((part, _), listed) = named.find(&titles::key(&title))?;
    if let Some(line) = line.filter(|_| listed.plain() != title) {
        ledger.ask(Ask::TitleDiffers, line, [("listed", listed.plain()), ("title", title)]);
    }
    Some(part)
}
