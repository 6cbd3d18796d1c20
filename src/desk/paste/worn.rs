//! The words of an HTML document in lines, and how they look: the page marks where elements begin (`TAG|style|href`)
//! and end (`/`), each mark between U+0001 and U+0002. It knows no Markdown.

use std::rc::Rc;

/// Words that look alike.
#[derive(Default, Clone, PartialEq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are bold.
    pub bold: bool,
    /// The address of their link, or empty.
    pub href: Rc<str>,
}

impl Run {
    /// Whether they look like any.
    pub fn is_plain(&self) -> bool {
        !self.bold && self.href.is_empty()
    }
}

/// A line, and what begins with it.
#[derive(Default)]
pub struct Line {
    /// Whether it is a heading.
    pub head: bool,
    /// Whether it is a paragraph.
    pub paragraph: bool,
    /// Whether it goes on with an item.
    pub goes_on: bool,
    /// The level of an item, from 1.
    pub level: Option<usize>,
    /// The sign or the number that an item came with.
    pub sign: String,
    /// Its words.
    pub runs: Vec<Run>,
    /// Words that are slanted, raised or lowered, which Markdown here has nothing for; of a raised one the word it is
    /// part of.
    pub flat: Vec<String>,
}

impl Line {
    /// Whether it is more than words.
    pub fn is_structure(&self) -> bool {
        self.head || self.level.is_some() || self.is_row()
    }

    fn is_row(&self) -> bool {
        self.runs.iter().any(|run| run.text.contains('\t'))
    }

    /// Adds words; blanks between words that look alike look like them.
    pub fn push(&mut self, run: Run) {
        let blank = run.text.trim().is_empty() && !run.text.contains('\t');
        let alike = |other: &Run| run.bold == other.bold && run.href == other.href;
        match self.runs.as_mut_slice() {
            _ if run.text.is_empty() => {}
            [.., last] if alike(last) => last.text.push_str(&run.text),
            [.., last, gap] if !blank && alike(last) && gap.text == " " => {
                last.text.push(' ');
                last.text.push_str(&run.text);
                self.runs.pop();
            }
            _ => self.runs.push(run),
        }
    }
}

/// What is open at a place, inner elements before outer ones.
#[derive(Default, Clone)]
struct Open {
    bold: bool,
    href: Rc<str>,
    head: bool,
    slanted: bool,
    raised: bool,
    /// Lists around it.
    lists: usize,
    level: Option<usize>,
    paragraph: bool,
    /// The sign of an item is no word of it.
    sign: bool,
    /// Which of those that are open begins a line.
    owner: usize,
    /// Whether its first line was begun.
    begun: bool,
}

/// How the addresses begin that are no place within a text and no file of the author's own.
const LINKS: [&str; 5] = ["http://", "https://", "mailto:", "tel:", "ftp://"];

impl Open {
    /// What is open in an element, the `depth`th of those that are.
    fn within(&self, mark: &str, depth: usize) -> Self {
        let mut parts = mark.splitn(3, '|');
        let mut part = || parts.next().unwrap_or_default();
        let (tag, style, href) = (part(), part().to_ascii_lowercase(), part().trim());
        let said = |name: &str| {
            let mut all = style.split(';').filter_map(|one| one.split_once(':'));
            all.find(|(own, _)| own.trim() == name).map(|(_, value)| value.trim())
        };
        let list = said("mso-list").unwrap_or_default();
        let mut open = Self { begun: false, ..self.clone() };
        open.bold = match said("font-weight") {
            Some(weight) => {
                weight.starts_with("bold") || weight.parse().is_ok_and(|weight: u32| weight >= 600)
            }
            None => self.bold || matches!(tag, "B" | "STRONG"),
        };
        open.slanted = match said("font-style") {
            Some(slant) => slant.starts_with("italic") || slant.starts_with("oblique"),
            None => self.slanted || matches!(tag, "I" | "EM"),
        };
        open.raised |= matches!(tag, "SUP" | "SUB")
            || said("vertical-align").is_some_and(|at| matches!(at, "super" | "sub"));
        if LINKS.iter().any(|scheme| href.starts_with(scheme)) {
            open.href = href.into();
        }
        open.lists += usize::from(matches!(tag, "UL" | "OL"));
        open.sign |= list == "ignore";
        let level = list.split_once("level").and_then(|(_, level)| level.get(..1)?.parse().ok());
        let level = level.or((tag == "LI").then_some(open.lists.max(1)));
        let head = matches!(tag, "H1" | "H2" | "H3" | "H4" | "H5" | "H6");
        open.head |= head;
        if head || level.is_some() || (tag == "P" && self.level.is_none()) {
            (open.level, open.owner, open.paragraph) = (level, depth, tag == "P");
        }
        open
    }
}

/// The lines of a text with marks.
pub fn read(text: &str) -> Vec<Line> {
    let mut open = vec![Open::default()];
    let mut lines = vec![];
    for text in text.split('\n') {
        let mut line = Line::default();
        let mut pieces = text.split('\u{1}');
        words(&mut line, &mut open, pieces.next().unwrap_or_default());
        for piece in pieces {
            let (mark, rest) = piece.split_once('\u{2}').unwrap_or(("", piece));
            if mark != "/" {
                let within = open.last().map(|outer| outer.within(mark, open.len()));
                open.extend(within);
            } else if open.len() > 1 {
                open.pop();
            }
            words(&mut line, &mut open, rest);
        }
        // A row of a table is one, whatever stands in its cells; where all of it is bold, it is the heads'.
        if line.is_row() {
            line = Line { runs: line.runs, flat: line.flat, ..Line::default() };
            if is_all_bold(std::slice::from_ref(&line)) {
                line.runs.iter_mut().for_each(|run| run.bold = false);
            }
        }
        lines.push(line);
    }
    lines
}

/// Adds words to a line; the first ones tell what it is.
fn words(line: &mut Line, open: &mut [Open], text: &str) {
    let Some(last) = open.last().cloned() else { return };
    if last.sign {
        line.sign.push_str(text.trim());
    }
    let first = line.runs.is_empty();
    let text = if first && !text.contains('\t') { text.trim_start() } else { text };
    if first && !text.trim().is_empty() {
        let owner = &mut open[last.owner];
        line.head = last.head;
        line.goes_on = last.level.is_some() && owner.begun && line.sign.is_empty();
        line.level = last.level.filter(|_| !owner.begun).or(line.level);
        line.paragraph = last.paragraph && !owner.begun;
        owner.begun = true;
    }
    if !last.sign {
        line.flat.extend(flat(line, &last, text));
        line.push(Run { text: text.into(), bold: last.bold, href: last.href });
    }
}

/// What is to be told of words that look like nothing in Markdown here; the mark of a note is one without that.
fn flat(line: &Line, open: &Open, text: &str) -> Option<String> {
    let words = text.trim();
    let is_mark = words.starts_with(['[', '(']) || words.ends_with([')', ']', '*']);
    if words.is_empty() || is_mark || !(open.raised || open.slanted) {
        return None;
    }
    let before = line.runs.last().filter(|_| open.raised).map_or("", |run| &run.text);
    let from = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    Some(format!("{}{words}", before[from..].trim_start()))
}

/// Whether there are bold words and no others.
pub fn is_all_bold(lines: &[Line]) -> bool {
    let words = |run: &&Run| run.text.contains(char::is_alphanumeric);
    let mut runs = lines.iter().filter(|line| !line.head).flat_map(|line| &line.runs).filter(words);
    runs.next().is_some_and(|run| run.bold) && runs.all(|run| run.bold)
}
