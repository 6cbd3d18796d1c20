//! Reads the Markdown of one paragraph into tokens.
//!
//! Not a CommonMark parser: exported and scanned texts hold stars that are marks of notes, angle
//! brackets that are captions and brackets that are brackets. What has a clear meaning becomes a
//! token, all else stays text. Each look ahead is bounded, so that no line takes more than linear
//! time. What is taken off is entered in the ledger.

use super::paragraph::{LineRuns, Paragraph, apart};
use super::stars::{self, Delimiter};
use super::{html, links};
use crate::messages::{Ask, Why};
use crate::source::{Ledger, Run};
use crate::text::marks;

/// Reads a paragraph; its lines apart.
pub fn read(paragraph: &Paragraph, lines: usize, ledger: &mut Ledger) -> Vec<LineRuns> {
    apart(runs(paragraph, ledger), lines)
}

/// Reads the words of one line.
pub fn line(text: &str, line: usize, ledger: &mut Ledger) -> Vec<Run> {
    runs(&Paragraph::of(text, line), ledger)
}

/// The runs of a paragraph; its line ends stand in them as `\n`.
fn runs(paragraph: &Paragraph, ledger: &mut Ledger) -> Vec<Run> {
    let mut reader = InlineReader {
        paragraph,
        ledger,
        at: 0,
        begun: paragraph.parts_before(0),
        text: String::new(),
        tokens: vec![],
        runs: vec![],
    };
    while reader.at < paragraph.text.len() {
        let before = reader.tokens.len();
        reader.step();
        // A line end inside what was read as one thing stands after it.
        while reader.begun < paragraph.parts_before(reader.at) {
            reader.end_line();
        }
        let more = before == reader.tokens.len() || reader.ledger.piece();
        if !more {
            reader.keep(paragraph.text.len() - reader.at);
        }
    }
    reader.flush();
    let InlineReader { tokens, runs, ledger, .. } = reader;
    stars::settle(tokens, &runs, ledger)
}

struct InlineReader<'p, 'l> {
    paragraph: &'p Paragraph,
    ledger: &'l mut Ledger,
    at: usize,
    /// How many lines have begun.
    begun: usize,
    text: String,
    tokens: Vec<Run>,
    runs: Vec<Delimiter>,
}

impl InlineReader<'_, '_> {
    fn rest(&self) -> &str {
        &self.paragraph.text[self.at..]
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.tokens.push(Run::Text(std::mem::take(&mut self.text)));
        }
    }

    fn token(&mut self, token: Run) {
        self.flush();
        self.tokens.push(token);
    }

    fn mark(&mut self, label: String, raw: String, sure: bool, plain: bool) {
        self.token(Run::Mark { label, raw, sure, plain });
    }

    /// Enters what is taken off and goes on after it.
    fn skip(&mut self, bytes: usize, why: Why) {
        let line = self.paragraph.line_at(self.at);
        let cut = &self.paragraph.text[self.at..self.at + bytes];
        self.ledger.removed(line, why, cut);
        self.at += bytes;
    }

    fn keep(&mut self, bytes: usize) {
        let end = self.at + bytes;
        for (at, c) in self.paragraph.text[self.at..end].char_indices() {
            match self.paragraph.ends_line(self.at + at) {
                true => self.end_line(),
                false => self.text.push(c),
            }
        }
        self.at = end;
    }

    fn end_line(&mut self) {
        self.text.push('\n');
        self.begun += 1;
    }

    fn step(&mut self) {
        let rest = self.rest();
        let first = rest.chars().next().unwrap_or(' ');
        match first {
            '\\' => self.escape(),
            '*' | '_' => self.run(first),
            '<' => self.angle(),
            '[' => self.bracket(),
            '!' if rest.starts_with("![") => self.image(),
            '&' => self.entity(),
            '`' => {
                let ticks = rest.bytes().take_while(|b| *b == b'`').count();
                self.skip(ticks, Why::Code);
            }
            '\n' => {
                self.token(Run::Break);
                self.keep(1);
            }
            c if marks::is_raised(c) => self.superscript(),
            '주' => self.numbered(),
            _ => {
                let stop = |c: char| "\\*_<[!&`\n\t†‡¹²³⁰⁴⁵⁶⁷⁸⁹주".contains(c);
                let length = rest[first.len_utf8()..].find(stop);
                self.keep(length.map_or(rest.len(), |length| length + first.len_utf8()));
            }
        }
    }

    /// A backslash before punctuation is not shown (CommonMark 6.1).
    fn escape(&mut self) {
        let next = self.rest()[1..].chars().next();
        match next {
            Some('\n') => self.skip(1, Why::Escape),
            Some('*') => {
                self.skip(1, Why::Escape);
                let mut label = String::new();
                while self.rest().starts_with('*') || self.rest().starts_with("\\*") {
                    if self.rest().starts_with('\\') {
                        self.skip(1, Why::Escape);
                    }
                    self.at += 1;
                    label.push('*');
                }
                self.mark(label.clone(), label, true, true);
            }
            Some(c) if c.is_ascii_punctuation() => {
                self.skip(1, Why::Escape);
                self.keep(1);
            }
            _ => self.keep(1),
        }
    }

    /// Stars or underscores: what they mean is settled once the whole paragraph is read.
    fn run(&mut self, sign: char) {
        let length = self.rest().bytes().take_while(|b| *b == sign as u8).count();
        let before = self.paragraph.text[..self.at].chars().next_back();
        let after = self.paragraph.text[self.at + length..].chars().next();
        let line = self.paragraph.line_at(self.at);
        self.at += length;
        self.flush();
        self.runs.push(Delimiter::new(sign, length, before, after, self.tokens.len(), line));
        let raw = sign.to_string().repeat(length);
        self.mark(raw.clone(), raw, true, false);
    }

    /// `<https://…>`, a tag, a comment, or a bracket.
    fn angle(&mut self) {
        if let Some((length, url)) = links::auto(self.rest()) {
            let shown = self.rest()[1..length - 1].to_string();
            self.skip(1, Why::LinkMark);
            self.flush();
            self.tokens.extend([Run::Link(url), Run::Text(shown.clone()), Run::LinkEnd]);
            self.at += shown.len();
            self.skip(1, Why::LinkMark);
            return;
        }
        let Some(tag) = html::tag(self.rest()) else { return self.keep(1) };
        let inner = match &tag.kind {
            html::TagKind::Superscript => html::superscript(&self.rest()[tag.length..]),
            _ => None,
        };
        if let Some((label, whole)) = inner {
            self.skip(tag.length, Why::Tag);
            let raw = self.rest()[..whole.start].to_string();
            // `m<sup>2</sup>` is no mark; `<sup>2)</sup>` can be nothing else.
            let sure = raw.ends_with(')') || !raw.starts_with(|c: char| c.is_ascii_digit());
            self.mark(label, raw, sure, true);
            self.at += whole.start;
            return self.skip(whole.len(), Why::Tag);
        }
        self.skip(tag.length, Why::Tag);
        match tag.kind {
            html::TagKind::Break => self.token(Run::Break),
            html::TagKind::Block => self.text.push(' '),
            html::TagKind::Link(Some(url)) => self.token(Run::Link(url)),
            html::TagKind::LinkEnd => self.token(Run::LinkEnd),
            html::TagKind::Image(alt) => self.picture(&alt),
            _ => {}
        }
    }

    /// The words that describe a picture are kept; they stood inside the tag.
    fn picture(&mut self, alt: &str) {
        if !alt.trim().is_empty() {
            let line = self.paragraph.line_at(self.at.saturating_sub(1));
            self.ledger.changed(line, Why::Picture, "", alt);
            self.text.push_str(alt);
        }
    }

    /// `[text](address)`, `[^note]`, or a bracket.
    fn bracket(&mut self) {
        if let Some((label, length)) = marks::named(self.rest()) {
            let raw = self.rest()[..length].to_string();
            self.at += length;
            return self.mark(label, raw, true, true);
        }
        let Some(link) = links::inline(self.rest()) else { return self.numbered() };
        self.skip(1, Why::LinkMark);
        self.flush();
        let nested = self.nested(link.text_end - 1);
        let why = if link.url.is_some() { Why::LinkAddress } else { Why::LinkLost };
        match link.url {
            Some(url) => {
                self.tokens.push(Run::Link(url));
                self.tokens.extend(nested);
                self.tokens.push(Run::LinkEnd);
            }
            None => self.tokens.extend(nested),
        }
        self.skip(link.length - link.text_end, why);
    }

    /// The runs of a link's text of that many bytes: escapes and entities are read, links and emphasis
    /// are not.
    fn nested(&mut self, bytes: usize) -> Vec<Run> {
        let range = self.at..self.at + bytes;
        let inner = self.paragraph.part(range.clone());
        let read = runs(&inner, self.ledger);
        let own = read.iter().map(|run| match run {
            Run::Text(text) => text.matches('\n').count(),
            _ => 0,
        });
        self.begun += own.sum::<usize>();
        self.at = range.end;
        let flat = |run: Run| match run {
            Run::Mark { raw, .. } => Some(Run::Text(raw)),
            Run::Text(text) => Some(Run::Text(text)),
            Run::Break => Some(Run::Text(" ".into())),
            _ => None,
        };
        read.into_iter().filter_map(flat).collect()
    }

    /// `![text](file)`: a file the archive may not have. The text stays, the file is reported.
    fn image(&mut self) {
        let Some(link) = links::inline(&self.rest()[1..]) else { return self.keep(1) };
        let file = self.rest()[1 + link.text_end..1 + link.length].to_string();
        let line = self.paragraph.line_at(self.at);
        let file = file.trim_start_matches(['(', ']']).trim_end_matches(')').to_string();
        self.ledger.ask(Ask::Image, line, [("file", file)]);
        self.skip(2, Why::Picture);
        self.flush();
        let nested = self.nested(link.text_end - 1);
        self.tokens.extend(nested);
        self.skip(link.length - link.text_end, Why::Picture);
    }

    fn entity(&mut self) {
        // Others were read before the characters were judged.
        let found = html::entity(self.rest()).filter(|(_, text)| text.is_ascii());
        let Some((length, text)) = found else { return self.keep(1) };
        let line = self.paragraph.line_at(self.at);
        let written = self.paragraph.text[self.at..self.at + length].to_string();
        self.ledger.changed(line, Why::Entity, &written, &text);
        self.text.push_str(&text);
        self.at += length;
    }

    /// `[1]`, `주1)`: the mark of a note, or what it says.
    fn numbered(&mut self) {
        match marks::numbered(self.rest()) {
            Some((label, length)) => {
                let raw = self.rest()[..length].to_string();
                self.at += length;
                self.mark(label, raw, true, true);
            }
            None => self.keep(self.rest().chars().next().map_or(1, char::len_utf8)),
        }
    }

    /// `†`, `¹`, `²)`: a mark if a note begins with it, else what it says.
    fn superscript(&mut self) {
        let rest = self.rest();
        let length: usize =
            rest.chars().take_while(|c| marks::is_raised(*c)).map(char::len_utf8).sum();
        let closed = usize::from(rest[length..].starts_with('⁾'));
        let raw = rest[..length + closed * '⁾'.len_utf8()].to_string();
        self.at += raw.len();
        let sure = raw.starts_with(['†', '‡']);
        self.mark(marks::label(&raw), raw, sure, true);
    }
}

#[cfg(test)]
mod tests {
    use super::{Ledger, Paragraph, Run, read};

    /// How each line of a paragraph reads, and whether a break ends it.
    fn lines(written: &[&str]) -> Vec<(String, bool)> {
        let mut paragraph = Paragraph::default();
        written.iter().enumerate().for_each(|(nth, line)| paragraph.push(line, nth, false));
        let parts = read(&paragraph, written.len(), &mut Ledger::new(written.len()));
        let shown = |run: &Run| match run {
            Run::Text(text) | Run::Mark { raw: text, .. } => text.clone(),
            Run::Emphasis { .. } => "/".into(),
            Run::Link(_) | Run::LinkEnd => "|".into(),
            other => format!("{other:?}"),
        };
        parts.iter().map(|part| (part.runs.iter().map(shown).collect(), part.breaks)).collect()
    }

    #[test]
    fn what_runs_over_lines_is_read_as_a_whole_and_parted_again() {
        let told = |written: &[&str], expected: &[(&str, bool)]| {
            let expected: Vec<_> = expected.iter().map(|(s, b)| (s.to_string(), *b)).collect();
            assert_eq!(lines(written), expected, "{written:?}");
        };
        told(&["가 **나", "다** 라"], &[("가 /나", false), ("다/ 라", false)]);
        told(&["[가", "나](https://a.example/) 다"], &[("|가", false), ("나| 다", false)]);
        told(&["가\\", "나\\"], &[("가", true), ("나\\", false)]);
        told(&["가<br>나", "다"], &[("가Break나", false), ("다", false)]);
        // A line end inside a mark or a tag stands after it.
        told(&["가[주", "1)", "나"], &[("가[주 1)", false), ("", false), ("나", false)]);
        told(&["가 <a", "href=\"#\">나"], &[("가 ", false), ("나", false)]);
    }
}
