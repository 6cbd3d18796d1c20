//! Markdown, as scanning and conversion tools write it, and plain text.
//!
//! It gives [`Blocks`], a line a block. A paragraph that runs over lines is read as a whole.

mod bare;
mod context;
mod decode;
mod html;
mod inline;
mod line;
mod links;
mod paragraph;
mod signs;
mod stars;

use crate::messages::Why;
use crate::source::{Block, BlockKind, Blocks, Ledger, Run, Runs, Said};
use crate::text::characters::Cleaner;
use crate::text::vocabulary;
use line::{Line, cells};
use paragraph::Paragraph;
use signs::Signs;

pub use decode::{Decoded, LARGEST, decode};

/// Reads a text. What no text of a manifest can hold, a font of the build (`covers`) included, is
/// replaced.
pub fn read(text: &str, covers: &dyn Fn(char) -> bool, ledger: &mut Ledger) -> Blocks {
    let mut cleaner = Cleaner::new(">#-*+", covers);
    let signs = Signs::of(text, covers);
    let lines = text.split('\n').enumerate();
    let lines = lines.map(|(index, raw)| clean(raw, index, &signs, &mut cleaner, ledger)).collect();
    let lines = context::settle(lines, ledger);
    let mut reader = Reader { taken: Ledger::new(lines.len()), blocks: vec![] };
    while reader.blocks.len() < lines.len() {
        reader.next(&lines);
    }
    for question in reader.taken.asked() {
        if let Some(line) = question.line {
            reader.blocks[line].said.asked.push(question);
        }
    }
    Blocks { lines: reader.blocks, ..Blocks::default() }
}

fn clean(
    raw: &str,
    index: usize,
    signs: &Signs,
    cleaner: &mut Cleaner<'_>,
    ledger: &mut Ledger,
) -> Line {
    let (mut removed, mut added) = (String::new(), String::new());
    let read = signs.read(raw);
    if let Some((sign, shown, _)) = &read {
        removed.push(*sign);
        added.push(*shown);
    }
    let own = read.as_ref().map_or(raw, |(_, _, text)| text.as_str());
    // Those that could be read as markup here are left to `inline`.
    let beyond = |meant: &str| !meant.is_ascii() || meant == " ";
    let text = html::decoded(own.trim_end(), beyond, |written, meant| {
        removed.push_str(written);
        added.push_str(meant.trim());
    });
    let clean = cleaner.line(&text, (removed, added), index, ledger);
    if clean.text.is_empty() && !raw.trim().is_empty() {
        ledger.left_out(index, Why::Characters, "");
    }
    let mut line = Line::new(clean.text);
    if let (BlockKind::Item(class), Some(bullet)) =
        (&mut line.kind, read.map(|(sign, ..)| sign).or(clean.bullet))
    {
        *class = bullet;
    }
    line.breaks = raw.ends_with("  ") && line.is_text();
    line
}

struct Reader {
    /// What was taken off the lines, until it is put to their blocks.
    taken: Ledger,
    blocks: Vec<Block>,
}

impl Reader {
    /// Reads the next line, with those that go on with it.
    fn next(&mut self, lines: &[Line]) {
        let index = self.blocks.len();
        let line = &lines[index];
        match line.kind {
            BlockKind::Blank | BlockKind::Noise | BlockKind::TableRule => {
                self.push(line, vec![], line.breaks, vec![]);
            }
            BlockKind::Row | BlockKind::Tabbed => self.row(line),
            BlockKind::Heading(_) => self.paragraph(&lines[index..=index]),
            BlockKind::Item(_) | BlockKind::Text | BlockKind::Caption | BlockKind::Art(_) => {
                let more = lines[index..].windows(2).take_while(|two| goes_on(&two[0], &two[1]));
                let end = index + 1 + more.count();
                self.paragraph(&lines[index..end]);
            }
        }
    }

    fn paragraph(&mut self, lines: &[Line]) {
        let first = self.blocks.len();
        let mut paragraph = Paragraph::default();
        let mut ended = false;
        for (nth, line) in lines.iter().enumerate() {
            let why = if nth == 0 && line.is_heading() { Why::HeadingMark } else { Why::ListMark };
            self.taken.removed(first + nth, why, &line.text[..line.start]);
            self.taken.removed(first + nth, why, &line.text[line.end..]);
            paragraph.push(line.words(), first + nth, ended);
            ended = line.breaks;
        }
        let parts = inline::read(&paragraph, lines.len(), &mut self.taken);
        for (line, part) in lines.iter().zip(parts) {
            self.push(line, part.runs, line.breaks || part.breaks, vec![]);
        }
    }

    /// A row: each cell is read by itself.
    fn row(&mut self, line: &Line) {
        let index = self.blocks.len();
        let (written, closed) = cells(&line.text, line.kind);
        let sign = if line.kind == BlockKind::Row { " | " } else { "\t" };
        if !written.iter().fold(true, |room, _| self.taken.piece() && room) {
            let whole = Runs::plain_text(line.whole(), &[index]);
            let cell = Said::new(whole.clone(), line.whole());
            return self.push(line, whole.list, false, vec![cell]);
        }
        let mut row = vec![];
        let opened = line.kind == BlockKind::Row && line.whole().starts_with('|');
        row.extend(opened.then(|| Run::Text("| ".into())));
        let mut cells: Vec<Said> = vec![];
        let mut all = vec![];
        for text in written {
            row.extend((!cells.is_empty()).then(|| Run::Text(sign.into())));
            let list = inline::line(text, index, &mut self.taken);
            row.extend(list.iter().cloned());
            let taken = self.taken.taken(index);
            all.extend(taken.iter().cloned());
            let runs = Runs { list, lines: vec![index] };
            cells.push(Said { taken, ..Said::new(runs, text) });
        }
        row.extend(closed.then(|| Run::Text(" |".into())));
        self.push(line, row, false, cells);
        self.blocks[index].said.taken = all;
    }

    fn push(&mut self, line: &Line, list: Vec<Run>, breaks: bool, cells: Vec<Said>) {
        let index = self.blocks.len();
        let runs = Runs { list, lines: vec![index] };
        let taken = self.taken.taken(index);
        let said = Said { taken, ..Said::new(runs, line.whole()) };
        let (kind, indent) = (line.kind, line.indent);
        self.blocks.push(Block { kind, indent, said, cells, breaks });
    }
}

/// Whether a line goes on with the one before it and may share a link or emphasis with it.
fn goes_on(before: &Line, line: &Line) -> bool {
    let bare =
        |line: &Line| -> String { line.words().chars().filter(|c| !"*_\\".contains(*c)).collect() };
    let tagged = |line: &Line| {
        let words = line.words();
        words.starts_with('<') && (html::tag(words).is_some() || links::auto(words).is_some())
    };
    let opens = line.words().starts_with("\\*") || vocabulary::opens_unit(&bare(line));
    let closes = vocabulary::is_caption(&bare(before));
    line.kind == BlockKind::Text && (!opens || tagged(line)) && (!closes || tagged(before))
}
