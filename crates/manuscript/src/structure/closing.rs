//! Finds the closing lines of an issue (home page, contact, address, publisher) and makes the
//! colophon of them.
//!
//! They are looked for from the end of the file upwards, as far as each line is of their kind.

mod class;

use jikji_prose::period::Date;

use super::agenda::ends_event;
use crate::draft::Colophon;
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger, Run, Runs};
use crate::target::{Back, Field};
use crate::text::{address, dates, titles, vocabulary};
use class::{Class, class};

/// Lines of another kind between a table of events and the closing lines.
const BETWEEN: usize = 6;
/// Lines at the top of a page at most, and how often one comes to be its like.
const TOPS: usize = 3;
const REPEATED: usize = 3;
/// Closing lines at most.
const MOST: usize = 40;

/// What the closing lines say.
#[derive(Debug, Default)]
pub struct Closing {
    /// The back cover.
    pub colophon: Colophon,
    /// The publisher, where the lines name one; without a line if the words stand elsewhere too.
    pub publisher: Option<Runs>,
    /// The day of publication and its line, where they name it.
    pub published: Option<(Date, usize)>,
}

/// Reads the closing lines and takes them out of the blocks.
pub fn read(blocks: &mut Blocks, fields: &Back<'_>, ledger: &mut Ledger) -> Closing {
    let lines = find(blocks);
    let mut closing = Closing::default();
    for index in lines.first().map(|first| repeated(blocks, *first)).unwrap_or_default() {
        blocks.drop(index, Why::RunningHead, ledger);
    }
    for index in &lines {
        closing.line(blocks, *index, fields, ledger);
    }
    blocks.settle(lines);
    closing
}

impl Closing {
    /// Reads one more line.
    fn line(&mut self, blocks: &Blocks, index: usize, fields: &Back<'_>, ledger: &mut Ledger) {
        let text = blocks.lines[index].words();
        let class = class(text).unwrap_or(Class::Notice);
        if class == Class::Label {
            return blocks.leave_out(index, Why::Label, ledger);
        }
        let label = match class {
            Class::Contact | Class::Address => class::label(text, class),
            _ => 0,
        };
        ledger.removed(index, Why::Label, text[..label].trim());
        let runs = &blocks.take(index, ledger).cut(label..text.len());
        if self.published.is_none() && vocabulary::is_published(text) {
            let date = dates::all(text).into_iter().find_map(|found| found.date);
            self.published = date.map(|date| (date, index));
        }
        match class {
            Class::Rest if class::is_post_code(text) && !self.colophon.address.is_empty() => {
                if let Some(last) = self.colophon.address.last_mut() {
                    last.join(runs.clone(), Some(Run::Text(" ".into())));
                }
            }
            Class::Homepage | Class::Rest
                if self.colophon.homepage.is_none() && fields.homepage.is_some() =>
            {
                match homepage(runs) {
                    Some((url, written)) => {
                        if url != written {
                            let args = [("text", written), ("url", url.clone())];
                            ledger.ask(Ask::Address, index, args);
                        }
                        ledger.changed(index, Why::Label, &runs.plain(), &url);
                        self.colophon.homepage = Some((url, index));
                    }
                    None => self.contact(runs, fields, ledger),
                }
            }
            Class::Address
                if self.colophon.address.len() < fields.address.map_or(0, Field::room) =>
            {
                self.colophon.address.push(runs.clone());
            }
            Class::Publisher if self.publisher.is_none() => {
                self.publisher(runs, index, fields, ledger)
            }
            _ => self.contact(runs, fields, ledger),
        }
    }

    /// More lines than the layout has fields for go on in one paragraph.
    fn contact(&mut self, words: &Runs, fields: &Back<'_>, ledger: &mut Ledger) {
        let colophon = &mut self.colophon;
        match (fields.contact, fields.address, words.line()) {
            (Some(_), ..) => colophon.contact.get_or_insert_default().append(words.clone()),
            (None, Some(_), _) => match colophon.address.last_mut() {
                Some(last) => last.append(words.clone()),
                None => colophon.address.push(words.clone()),
            },
            (None, None, Some(line)) => {
                ledger.left_out(line, Why::NoField, &words.text());
                ledger.ask(Ask::NoField, line, [("text", words.plain())]);
            }
            (None, None, None) => {}
        }
    }

    /// `발행처 : 이름`; where the line says more, it is kept whole as well.
    fn publisher(&mut self, runs: &Runs, index: usize, fields: &Back<'_>, ledger: &mut Ledger) {
        let text = &runs.text();
        let Some(label) = vocabulary::publisher(text) else { return };
        let rest = &text[label..];
        let end = vocabulary::name_end(rest);
        let name = runs.cut(label..label + end).flat();
        if name.is_empty() {
            return self.contact(runs, fields, ledger);
        }
        if end == rest.len() {
            ledger.removed(index, Why::Label, &text[..label]);
            self.publisher = Some(name);
            return;
        }
        // A copy, which has no line of its own.
        self.publisher = Some(Runs { lines: vec![], ..name });
        self.contact(runs, fields, ledger);
    }
}

/// The closing lines, in order.
fn find(blocks: &Blocks) -> Vec<usize> {
    let mut lines = vec![];
    let mut kinds = vec![];
    for index in (0..blocks.lines.len()).rev() {
        let line = &blocks.lines[index];
        if !line.is_text() {
            continue;
        }
        let form = matches!(line.kind, BlockKind::Text | BlockKind::Item('-'));
        let url = address::whole(line.words().trim()).filter(|url| !url.starts_with("mailto:"));
        let event = || url.is_some() && ends_event(blocks, index);
        match class(line.words()).filter(|_| form && lines.len() < MOST && !event()) {
            Some(kind) => {
                lines.push(index);
                kinds.push(kind);
            }
            None => {
                lines.extend(up_to_table(blocks, index));
                break;
            }
        }
    }
    // A lone remark at the end of an article is no closing line.
    let decides = |kind: &Class| !matches!(kind, Class::Notice | Class::Label | Class::Rest);
    if !kinds.iter().any(decides) {
        lines.retain(|_| false);
    }
    lines.reverse();
    lines
}

/// The lines right above line `first` that pages repeat at their tops, as one line or as several.
fn repeated(blocks: &Blocks, first: usize) -> Vec<usize> {
    let key = |index: usize| titles::key(blocks.lines[index].words());
    let text = |index: &usize| blocks.lines[*index].is_text();
    let above: Vec<usize> = (0..first).rev().filter(text).take(TOPS).collect();
    let plain = |index: &usize| blocks.lines[*index].kind == BlockKind::Text;
    let mut tops = vec![];
    while tops.len() < above.len() {
        let more = (1..=above.len() - tops.len()).find(|count| {
            let lines = &above[tops.len()..tops.len() + count];
            let own: String = lines.iter().rev().map(|index| key(*index)).collect();
            let like = (0..blocks.lines.len()).filter(|other| key(*other) == own);
            lines.iter().all(plain) && !own.is_empty() && like.take(REPEATED).count() == REPEATED
        });
        let Some(more) = more else { break };
        tops.extend(&above[tops.len()..tops.len() + more]);
    }
    tops
}

/// Lines from `last` up to a table, if there are only a few and nothing else.
fn up_to_table(blocks: &Blocks, last: usize) -> Vec<usize> {
    let mut between = vec![];
    for index in (0..=last).rev().filter(|i| blocks.lines[*i].is_text()) {
        match blocks.lines[index].kind {
            BlockKind::Row | BlockKind::Tabbed | BlockKind::TableRule => return between,
            BlockKind::Text if between.len() < BETWEEN => between.push(index),
            _ => break,
        }
    }
    vec![]
}

/// The address of a home page, whole and as written, if nothing else is there but its label.
fn homepage(words: &Runs) -> Option<(String, String)> {
    let plain = words.plain();
    if let Some(url) = words.address() {
        let around = plain.replace(url, "");
        let alone = around.is_empty() || vocabulary::is_homepage(&around);
        return alone.then(|| (url.to_string(), url.to_string()));
    }
    let last = || plain.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let hosted = || Some(last()).filter(|at| address::of_host(&plain[*at..]).is_some());
    let at = plain.find("http").or_else(|| plain.find("www.")).or_else(hosted)?;
    let written = plain[at..].split_whitespace().next()?;
    let alone = at + written.len() == plain.len();
    let whole = address::whole(written).or_else(|| address::whole(&format!("https://{written}")));
    whole.filter(|_| alone).map(|url| (url, written.to_string()))
}
