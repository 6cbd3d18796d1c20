//! What the blocks of a manuscript are: masthead, contents list, parts and sections, articles and what is
//! in them, the event calendar, the back cover.
//!
//! It is told by form (headings, leaders, tables, signs, what follows what), by words only where nothing
//! else can ([`vocabulary`](crate::text::vocabulary)). It knows no format and no layout's names.

mod agenda;
mod article;
mod assemble;
mod bare;
mod body;
mod closing;
mod contents;
mod dashed;
mod duplicates;
mod events;
mod extent;
mod groups;
mod heads;
mod labelled;
mod labels;
mod leaders;
mod length;
mod level;
mod listed;
mod listing;
mod manuscript;
mod masthead;
mod named;
mod noise;
mod notes;
mod outline;
mod pageless;
mod pieces;
mod printed;
mod schedule;
mod sources;
mod supply;
mod table;
mod units;
mod whole;

pub use manuscript::read as manuscript;

use crate::draft::{Draft, Lacks};
use crate::messages::Ask;
use crate::source::{Blocks, Ledger};
use crate::target::Plan;
use groups::Groups;

/// Reads the issue out of the blocks; `name` is the file's.
pub fn issue(blocks: &mut Blocks, name: &str, plan: &Plan<'_>, ledger: &mut Ledger) -> Draft {
    noise::leave_out(blocks, ledger);
    dashed::take_off(blocks);
    blocks.learn();
    labels::settle(blocks, ledger);
    let mut contents = contents::read(blocks, ledger);
    let masthead = extent::find(blocks, &contents.range);
    let from = masthead.end;
    printed::settle(blocks, &mut contents, ledger);
    blocks.settle(contents.range.clone());
    let mut head = masthead::read(blocks, masthead, ledger);
    let closing = closing::read(blocks, &plan.colophon, ledger);
    let heads = outline::read(blocks, from, &contents, plan.calendar.is_some());
    let Groups { parts, missing } = assemble::read(blocks, from, &heads, contents, plan, ledger);
    if let Some(publisher) = closing.publisher.filter(|_| head.publisher.is_empty()) {
        if publisher.lines.is_empty() {
            ledger.supplied("publication.publisher", publisher.plain());
        }
        head.publisher = publisher;
    }
    head.published = head.published.or(closing.published);
    head.month = head.month.or_else(|| masthead::of_tops(blocks, ledger));
    let lacks = Lacks { missing, merged: 0 };
    let mut draft = Draft { head, parts, colophon: closing.colophon, lacks };
    if !draft.parts.is_empty() {
        supply::fill(&mut draft, name, ledger);
        duplicates::number_titles(&mut draft.parts, ledger);
    }
    draft
}

/// Reads all blocks as the paragraphs of one article.
pub fn one_article(blocks: &Blocks, name: &str, ledger: &mut Ledger) -> Draft {
    let mut draft = Draft::default();
    draft.parts.extend(assemble::paragraphs(blocks, ledger));
    if !draft.parts.is_empty() {
        supply::fill(&mut draft, name, ledger);
    }
    draft
}

/// Asks what only a draft as a whole tells: articles that are missing or made of several, articles no page takes,
/// fields no manuscript has.
pub fn ask_about(draft: &mut Draft, plan: &Plan<'_>, ledger: &mut Ledger) {
    draft.lacks.merged = whole::ask(draft, plan.article.kind.room, ledger);
    if let Some(room) = plan.article.kind.room {
        length::ask(draft, room, ledger);
    }
    for field in plan.article.unfilled() {
        let args = [("kind", plan.article.kind.name.as_str()), ("text", &field.name)];
        ledger.ask_generally(Ask::Required, args);
    }
}

#[cfg(test)]
mod tests {
    use super::{Blocks, Ledger, Plan, issue};
    use crate::draft::Passage;
    use crate::source::{Block, BlockKind, Run, Runs, Said};
    use crate::target::{Field, Holds, Target};

    /// A block as any format gives it.
    fn block((place, (kind, text)): (usize, &(BlockKind, &str))) -> Block {
        let list = if text.is_empty() { vec![] } else { vec![Run::Text(text.to_string())] };
        let runs = Runs { list, lines: vec![place] };
        Block { kind: *kind, indent: 0, said: Said::new(runs, *text), cells: vec![], breaks: false }
    }

    #[test]
    fn blocks_are_all_it_takes() {
        let given = [
            (BlockKind::Heading(1), "등대"),
            (BlockKind::Text, "2023년 11월호"),
            (BlockKind::Heading(2), "안개 예보"),
            (BlockKind::Item('-'), "하나"),
            (BlockKind::Item('·'), "둘"),
            (BlockKind::Blank, ""),
            (BlockKind::Text, "출처: 가, 나, 2023.10.1."),
        ];
        let field = |name: &str, holds, list| {
            let (name, fields) = (name.to_string(), vec![]);
            Field { name, holds, required: false, list, most: None, fields }
        };
        let fields = vec![
            field("title", Holds::Text, false),
            field("body", Holds::Blocks, false),
            field("sources", Holds::Source, true),
        ];
        let kinds = vec![crate::target::PageKind { name: "brief".into(), fields, room: None }];
        let target = Target { layout: "plain".into(), kinds, colophon: vec![], largest: 1 << 20 };
        let plan = Plan::of(&target).expect("a kind takes articles");
        let mut blocks =
            Blocks { lines: given.iter().enumerate().map(block).collect(), ..Blocks::default() };
        let draft = issue(&mut blocks, "a.hwpx", &plan, &mut Ledger::new(given.len()));
        assert_eq!(
            (draft.head.name.plain().as_str(), draft.head.month),
            ("등대", Some(crate::draft::Month { year: 2023, month: 11, line: Some(1) }))
        );
        let briefs: Vec<_> = draft.briefs().collect();
        assert_eq!((briefs.len(), briefs[0].title.plain().as_str()), (1, "안개 예보"));
        let level = |passage: &Passage| match passage {
            Passage::Item(level, _) => *level,
            other => panic!("{other:?}"),
        };
        assert_eq!(briefs[0].body.iter().map(level).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(briefs[0].sources.len(), 1);
    }
}
