//! Draws diagnostics for a terminal, in the manner of rustc.
//!
//! It writes a string and never prints: the command line decides where it goes and whether colour
//! is wanted. Nothing an author wrote reaches the terminal as a control sequence.

mod excerpt;

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::finding::Diagnostic;
use super::lang::Lang;
use super::message::Severity;
use crate::source::{Sources, Span};
use excerpt::Excerpt;

/// The most characters of one message that are shown.
const LONGEST_MESSAGE: usize = 600;

/// One diagnostic with its places, ending in a line end. `styled` adds ANSI colours.
pub fn render(d: &Diagnostic, sources: &Sources, lang: Lang, styled: bool) -> String {
    let main = d.span.map(|span| Excerpt::new(sources.get(span.file), span));
    let related = d.related.map(|span| Excerpt::new(sources.get(span.file), span));
    let origin = d.outside().and_then(|origin| origin.line.as_ref());
    let origin = origin
        .map(|line| Excerpt::of_line(line.number, line.column, &line.text, line.range.clone()));
    let lines = [&main, &related, &origin].into_iter().flatten().map(|excerpt| excerpt.line);
    let gutter = lines.max().map_or(1, |line| line.to_string().len());
    let mut drawing = Drawing { out: String::new(), styled, gutter };

    let strong = severity_style(d.severity());
    drawing.header(d, lang, strong);
    if let (Some(excerpt), Some(span)) = (&main, d.span) {
        drawing.place("-->", &place(sources, span, excerpt));
        drawing.excerpt(excerpt, '^', strong, "");
    }
    drawing.also(d, sources, lang);
    if let (Some(excerpt), Some(span)) = (&related, d.related) {
        drawing.place(if main.is_some() { ":::" } else { "-->" }, &place(sources, span, excerpt));
        let label = match lang {
            Lang::Ko => "먼저 쓴 곳",
            Lang::En => "first here",
        };
        drawing.excerpt(excerpt, '-', FRAME, label);
    }
    if let Some(place) = d.outside().map(|origin| &origin.place) {
        drawing.place("-->", &shown(place));
    }
    if let Some(excerpt) = &origin {
        drawing.excerpt(excerpt, if main.is_some() { '-' } else { '^' }, FRAME, "");
    }
    drawing.help(&d.help(lang), lang);
    drawing.out
}

/// How many errors and warnings there were, in one line without a line end.
pub fn summary(errors: usize, warnings: usize, lang: Lang) -> String {
    let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    match (lang, errors, warnings) {
        (Lang::Ko, 0, 0) => "오류 없음".into(),
        (Lang::Ko, e, 0) => format!("오류 {e}개"),
        (Lang::Ko, 0, w) => format!("경고 {w}개"),
        (Lang::Ko, e, w) => format!("오류 {e}개, 경고 {w}개"),
        (Lang::En, 0, 0) => "no errors".into(),
        (Lang::En, e, 0) => plural(e, "error"),
        (Lang::En, 0, w) => plural(w, "warning"),
        (Lang::En, e, w) => format!("{}, {}", plural(e, "error"), plural(w, "warning")),
    }
}

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().bold();
/// Line numbers, bars, arrows.
const FRAME: Style = AnsiColor::BrightBlue.on_default().bold();

fn severity_style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::BrightRed.on_default().bold(),
        Severity::Warning => AnsiColor::BrightYellow.on_default().bold(),
    }
}

fn place(sources: &Sources, span: Span, excerpt: &Excerpt) -> String {
    format!("{}:{}:{}", shown(&sources.get(span.file).name), excerpt.line, excerpt.column)
}

/// A message as it may go to a terminal: no control characters, of bounded length.
fn shown(text: &str) -> String {
    let mut out: String = text.chars().take(LONGEST_MESSAGE).map(excerpt::harmless).collect();
    if text.chars().nth(LONGEST_MESSAGE).is_some() {
        out.push('…');
    }
    out
}

/// A line as it may go to a terminal, in its full length.
pub fn harmless(line: &str) -> String {
    line.chars().map(excerpt::harmless).collect()
}

/// The text under way.
struct Drawing {
    out: String,
    styled: bool,
    /// Digits of the largest line number.
    gutter: usize,
}

impl Drawing {
    fn header(&mut self, d: &Diagnostic, lang: Lang, strong: Style) {
        let word = match (lang, d.severity()) {
            (Lang::Ko, Severity::Error) => "오류",
            (Lang::Ko, Severity::Warning) => "경고",
            (Lang::En, Severity::Error) => "error",
            (Lang::En, Severity::Warning) => "warning",
        };
        self.paint(strong, &format!("{word}[{}]", d.message.code));
        self.paint(BOLD, &format!(": {}", shown(&d.text(lang))));
        self.out.push('\n');
    }

    fn place(&mut self, arrow: &str, place: &str) {
        self.pad(self.gutter);
        self.paint(FRAME, arrow);
        self.out.push(' ');
        self.out.push_str(place);
        self.out.push('\n');
    }

    /// The further places of a finding, those of a file in one line.
    fn also(&mut self, d: &Diagnostic, sources: &Sources, lang: Lang) {
        for places in d.further().chunk_by(|a, b| a.file == b.file) {
            let file = sources.get(places[0].file);
            let mut lines: Vec<usize> =
                places.iter().map(|place| file.line_column(place.start).0).collect();
            lines.dedup();
            let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
            let word = if lang == Lang::Ko { "그 밖의 곳" } else { "also" };
            self.place(":::", &shown(&format!("{word}: {}:{}", file.name, lines.join(", "))));
        }
    }

    fn excerpt(&mut self, excerpt: &Excerpt, under: char, style: Style, label: &str) {
        self.bar("", PLAIN, "");
        let number = excerpt.line.to_string();
        self.bar(&number, PLAIN, &excerpt.text);
        let mut carets = String::from_iter(std::iter::repeat_n(under, excerpt.width));
        if !label.is_empty() {
            let _ = write!(carets, " {label}");
        }
        self.bar_at(excerpt.before, style, &carets);
    }

    fn help(&mut self, help: &str, lang: Lang) {
        if help.is_empty() {
            return;
        }
        self.pad(self.gutter + 1);
        self.paint(FRAME, "=");
        self.paint(BOLD, if lang == Lang::Ko { " 도움말" } else { " help" });
        self.out.push_str(": ");
        self.out.push_str(&shown(help));
        self.out.push('\n');
    }

    /// A line with a number (or none) before the bar.
    fn bar(&mut self, number: &str, style: Style, text: &str) {
        self.pad(self.gutter - number.len().min(self.gutter));
        self.paint(FRAME, &format!("{number} |"));
        if !text.is_empty() {
            self.out.push(' ');
            self.paint(style, text);
        }
        self.out.push('\n');
    }

    /// A line without a number, `column` columns after the bar.
    fn bar_at(&mut self, column: usize, style: Style, text: &str) {
        self.pad(self.gutter);
        self.paint(FRAME, " |");
        self.pad(column + 1);
        self.paint(style, text);
        self.out.push('\n');
    }

    fn pad(&mut self, columns: usize) {
        self.out.extend(std::iter::repeat_n(' ', columns));
    }

    fn paint(&mut self, style: Style, text: &str) {
        let _ = match self.styled && !style.is_plain() {
            true => write!(self.out, "{style}{text}{style:#}"),
            false => write!(self.out, "{text}"),
        };
    }
}

#[cfg(test)]
mod tests;
