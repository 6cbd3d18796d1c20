//! Typst markup under construction.
//!
//! Text from the issue enters only through [`Writer::run`] and [`Writer::string`], which escape it:
//! nothing an author writes is ever Typst code. This module knows nothing of layouts or fields.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compose::clusters::{self, ClusterFonts};
use crate::compose::markup::{Import, LineAdjustments, Markup, Run, WORD_JOINER, ZERO_WIDTH_SPACE};
use crate::typst_string;
use jikji_diagnostic::source::Span;
use jikji_prose::eojeol::Joiner;

/// An earlier markup of the same story, and the adjustments it was written with.
pub type WrittenBefore<'a> = (&'a Markup, &'a LineAdjustments);

/// Builds [`Markup`].
pub struct Writer<'a> {
    out: String,
    runs: Vec<Run>,
    calls: Vec<Range<usize>>,
    imports: Vec<Import>,
    joiner: Joiner,
    fonts: &'a ClusterFonts,
    /// The clusters with a font of their own that stand in strings.
    in_strings: BTreeSet<String>,
    /// Where the rules that set them go.
    rules: usize,
    adjustments: &'a LineAdjustments,
    earlier: Option<WrittenBefore<'a>>,
    /// Whether the current paragraph reads as in the earlier markup.
    unchanged: bool,
    /// Whether the current paragraph has something in it.
    started: bool,
    paragraph: u32,
    entry: Option<usize>,
    after_code: bool,
    fresh: bool,
}

impl<'a> Writer<'a> {
    /// An empty writer that heeds `adjustments`. What it has to write as it stands in an `earlier`
    /// markup, it takes from there.
    pub fn new(
        fonts: &'a ClusterFonts,
        adjustments: &'a LineAdjustments,
        earlier: Option<WrittenBefore<'a>>,
    ) -> Self {
        Self {
            out: String::with_capacity(1 << 17),
            runs: Vec::with_capacity(1024),
            calls: vec![],
            imports: vec![],
            joiner: Joiner::new(EOJEOL_LIMIT),
            fonts,
            in_strings: BTreeSet::new(),
            rules: 0,
            adjustments,
            earlier,
            unchanged: false,
            started: false,
            paragraph: 0,
            entry: None,
            after_code: false,
            fresh: false,
        }
    }

    /// Writes Typst code or markup of our own.
    pub fn code(&mut self, code: &str) {
        self.out.push_str(code);
        self.after_code = false;
        // Content that opens is a place for list signs and headings, in the middle of a line too.
        self.fresh |= code.ends_with('[');
    }

    /// Starts a new line at the given depth (two spaces each).
    pub fn line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", depth));
        self.after_code = false;
    }

    /// Writes a code expression inside markup, such as `#mark(1)`.
    pub fn expression(&mut self, code: &str) {
        self.out.push_str(code);
        self.after_code = true;
    }

    /// Starts a unit of its own for line breaking.
    pub fn begin_paragraph(&mut self, limit: usize) {
        self.paragraph += 1;
        self.joiner = Joiner::new(limit);
        self.after_code = false;
        self.fresh = true;
        self.unchanged = self.is_unchanged();
        self.started = false;
    }

    /// Whether the paragraph that begins has the same adjustments as in the earlier markup.
    fn is_unchanged(&self) -> bool {
        let Some((markup, adjustments)) = self.earlier else { return false };
        let first = self.runs.len();
        let rest = markup.runs.get(first..).unwrap_or_default();
        let runs = rest.iter().take_while(|run| run.paragraph == self.paragraph).count();
        let here = (first, 0)..(first + runs, 0);
        let same = |a: &BTreeSet<_>, b: &BTreeSet<_>| {
            a.range(here.clone()).eq(b.range::<(usize, usize), _>(here.clone()))
        };
        runs > 0
            && same(&adjustments.opened, &self.adjustments.opened)
            && same(&adjustments.glued, &self.adjustments.glued)
    }

    /// Makes what comes next stick to the text before it.
    pub fn glue(&mut self) {
        let joiner = self.joiner.glue();
        match self.unchanged {
            // The joiner did not read the runs that were taken from the earlier markup.
            true if self.started => self.out.push(WORD_JOINER),
            true => {}
            false => self.out.push_str(joiner),
        }
        self.started = true;
    }

    /// Says that a line ends here.
    pub fn end_of_line(&mut self) {
        self.joiner.reset();
    }

    /// Writes a run of author's text as markup.
    pub fn run(&mut self, text: &str, span: Span) {
        let index = self.runs.len();
        self.started = true;
        if self.unchanged
            && let Some((markup, _)) = self.earlier
        {
            return self.repeat(markup, index);
        }
        let opened = &self.adjustments.opened;
        let joined = self.joiner.run(text, &|byte| opened.contains(&(index, byte)));
        if self.after_code && joined.starts_with(['(', '.', ';', WORD_JOINER]) {
            self.out.push(';');
        }
        self.after_code = false;
        let start = self.out.len();
        self.escape(&joined, text, index);
        let range = start..self.out.len();
        let (paragraph, entry) = (self.paragraph, self.entry);
        self.runs.push(Run { range, paragraph, entry, text: text.to_string(), span });
    }

    /// Writes a run as it stands in an earlier markup, with the sign that closes code before it.
    fn repeat(&mut self, markup: &Markup, index: usize) {
        let run = &markup.runs[index];
        if self.after_code && markup.text[..run.range.start].ends_with(';') {
            self.out.push(';');
        }
        self.after_code = false;
        self.fresh = false;
        let start = self.out.len();
        self.out.push_str(&markup.text[run.range.clone()]);
        self.runs.push(Run { range: start..self.out.len(), ..run.clone() });
    }

    fn escape(&mut self, joined: &str, text: &str, index: usize) {
        let mut stretches = self.fonts.stretches(text).into_iter().peekable();
        let glued = self.adjustments.glued.range((index, 0)..(index + 1, 0)).next().is_some();
        let mut plain = 0;
        let mut fresh = std::mem::take(&mut self.fresh);
        let mut previous = self.out.chars().next_back().unwrap_or('\n');
        let mut chars = joined.chars().peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            let helper = c == WORD_JOINER || c == ZERO_WIDTH_SPACE;
            if let Some((range, family)) = stretches.peek()
                && !helper
                && range.start == plain
            {
                self.out.push_str(&clusters::call(family));
                (fresh, previous) = (true, '[');
            }
            if needs_escape(fresh, previous, c, next) {
                self.out.push('\\');
            }
            fresh &= c.is_ascii_digit();
            self.out.push(c);
            previous = c;
            if !helper {
                plain += c.len_utf8();
                if stretches.next_if(|(range, _)| range.end == plain).is_some() {
                    self.out.push_str("];");
                    previous = ';';
                }
                let glue = glued && c == ' ' && next != Some(WORD_JOINER);
                if glue && self.adjustments.glued.contains(&(index, plain)) {
                    self.out.push(WORD_JOINER);
                }
            }
        }
        self.fresh = fresh;
    }

    /// Writes a Typst string literal.
    pub fn string(&mut self, text: &str) {
        self.fonts.note(text, &mut self.in_strings);
        typst_string::push(&mut self.out, text);
        self.after_code = false;
    }

    /// Writes an import of `names` from a file of the layout's `folder`.
    pub fn import(&mut self, folder: &str, file: &str, names: &[&str]) {
        let start = self.out.len();
        self.code(&format!("#import \"{folder}/{file}\": {}", names.join(", ")));
        let names = names.iter().map(ToString::to_string).collect();
        self.imports.push(Import { range: start..self.out.len(), file: file.into(), names });
        self.code("\n");
    }

    /// Starts the call of a module; `entry` is its position among the entries, if it is one.
    pub fn begin_call(&mut self, entry: Option<usize>) {
        self.entry = entry;
        self.calls.push(self.out.len()..self.out.len());
    }

    /// Ends the call.
    pub fn end_call(&mut self) {
        self.entry = None;
        if let Some(call) = self.calls.last_mut() {
            call.end = self.out.len();
        }
    }

    /// Says that rules for the whole number stand here, behind the imports.
    pub fn begin_rules(&mut self) {
        self.rules = self.out.len();
    }

    /// The finished markup.
    pub fn finish(self) -> Markup {
        let rules = self.fonts.rules(&self.in_strings);
        let (text, imports) = (self.out, self.imports);
        let mut markup = Markup { text, runs: self.runs, calls: self.calls, imports };
        markup.insert(self.rules, &rules);
        markup
    }
}

/// An eojeol longer than this many characters may break anywhere: no column of text is so narrow
/// that a shorter one would not fit, and a longer one could stand out of it.
pub const EOJEOL_LIMIT: usize = 24;

/// The same in a table's cells.
pub const CELL_EOJEOL_LIMIT: usize = 8;

/// Whether `c` would be syntax in Typst markup between these neighbours. `fresh` says that only
/// digits, or nothing, stand before it in its paragraph.
fn needs_escape(fresh: bool, previous: char, c: char, next: Option<char>) -> bool {
    match c {
        '\\' | '#' | '$' | '*' | '_' | '`' | '<' | '>' | '@' | '~' | '\'' | '"' | '[' | ']' => true,
        '/' => fresh || matches!(next, Some('/' | '*')) || matches!(previous, '/' | '*'),
        '-' => {
            let number = next.is_some_and(char::is_numeric) && !previous.is_alphanumeric();
            fresh || number || previous == '-' || matches!(next, None | Some('-' | '?'))
        }
        '.' => fresh || next == Some('.') || previous == '.',
        '=' | '+' => fresh,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jikji_diagnostic::source::Sources;

    #[test]
    fn a_byte_of_markup_leads_back_to_the_text() {
        let mut sources = Sources::default();
        let file = sources.add("issue.toml", "가나 #1");
        let adjustments = LineAdjustments::default();
        let fonts = ClusterFonts::default();
        let mut writer = Writer::new(&fonts, &adjustments, None);
        writer.code("[");
        writer.run("가나 #1", Span::new(file, 0..9));
        let markup = writer.finish();
        assert_eq!(markup.text, "[가\u{2060}나 \\#1");
        let hash = markup.text.find('#').unwrap();
        assert_eq!(markup.run_at(hash), Some((0, 7)));
        assert_eq!(markup.run_at(1), Some((0, 0)));
        assert_eq!(markup.run_at(0), None);
    }

    #[test]
    fn a_cluster_with_a_font_of_its_own_is_set_in_it_and_leads_back() {
        let mut sources = Sources::default();
        let text = "나듀\u{11F0}*가";
        let file = sources.add("issue.toml", text);
        let adjustments = LineAdjustments::default();
        let mut fonts = ClusterFonts::default();
        fonts.insert("듀\u{11F0}", "House [1]");
        let mut writer = Writer::new(&fonts, &adjustments, None);
        writer.code("#let a = [");
        writer.run(text, Span::new(file, 0..text.len()));
        writer.code("]");
        let markup = writer.finish();
        let plain = markup.text.replace(WORD_JOINER, "");
        assert_eq!(plain, "#let a = [나#text(font: \"House \\u{5b}1]\")[듀\u{11F0}];\\*가]");
        for (at, c) in text.char_indices() {
            let written = markup.text.rfind(c).unwrap();
            assert_eq!(markup.run_at(written), Some((0, at)), "{c}");
        }
    }
}
