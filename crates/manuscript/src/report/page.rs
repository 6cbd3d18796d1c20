//! The report as a page to read: `import-report.md`.

use jikji_diagnostic::{Arg, Lang, Words};

use super::record::{LineFate, LineReport, Report};
use crate::messages::{self as msg, Why};
use crate::seal;

/// The report in a language. It begins with a [`seal`].
pub fn markdown(report: &Report, lang: Lang) -> String {
    let mut page = Page { out: String::new(), lang };
    page.head(report);
    page.questions(report);
    page.left_out(report);
    page.supplied(report);
    page.changed(report);
    page.places(report);
    format!("{}{}", seal::markdown_line(&page.out), page.out)
}

struct Page {
    out: String,
    lang: Lang,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn section(&mut self, title: Words) {
        self.line(&format!("\n## {}\n", title.say(self.lang)));
    }

    fn table(&mut self, head: Words, columns: usize) {
        self.line(head.say(self.lang));
        self.line(&format!("|{}", "---|".repeat(columns)));
    }

    fn head(&mut self, report: &Report) {
        let count = |fate: LineFate| report.lines.iter().filter(|line| line.fate == fate).count();
        let (input, found) = (&report.input, &report.found);
        let colophon = if found.colophon { msg::PRESENT } else { msg::ABSENT };
        self.line(&format!("# {}\n", msg::TITLE.say(self.lang)));
        let args: [(&'static str, Arg); 17] = [
            ("name", code(&input.name).into()),
            ("encoding", input.encoding.into()),
            ("bytes", input.bytes.into()),
            ("all", input.lines.into()),
            ("full", input.full_lines.into()),
            ("kept", count(LineFate::Kept).into()),
            ("changed", count(LineFate::Changed).into()),
            ("out", count(LineFate::LeftOut).into()),
            ("questions", (report.questions.len() + report.more_questions).into()),
            ("parts", found.parts.into()),
            ("sections", found.sections.into()),
            ("briefs", found.briefs.into()),
            ("key_points", found.key_points.into()),
            ("notes", found.notes.into()),
            ("sources", found.sources.into()),
            ("events", found.events.into()),
            ("colophon", colophon.into()),
        ];
        self.line(&msg::HEAD.fill(self.lang, &args));
        self.line(&format!("- SHA-256: `{}`", input.sha256));
    }

    fn questions(&mut self, report: &Report) {
        if report.questions.is_empty() {
            return;
        }
        self.section(msg::QUESTIONS);
        for question in &report.questions {
            let place = question.manifest_line.map(|_| in_manifest(question.manifest_line));
            let from =
                question.line.map(|line| msg::LINE.fill(self.lang, &[("line", line.into())]));
            let places: Vec<String> = place.into_iter().chain(from).collect();
            let lead =
                if places.is_empty() { String::new() } else { format!("{}: ", places.join(", ")) };
            let as_read = |(name, value): &(&'static str, Arg)| match value {
                Arg::Text(text) => (*name, plain(text).into()),
                value => (*name, value.clone()),
            };
            let args: Vec<_> = question.args.iter().map(as_read).collect();
            let text = format!("- [ ] {lead}{}", question.code.words().fill(self.lang, &args));
            self.line(&text);
        }
        if report.more_questions > 0 {
            let more = [("more", report.more_questions.into())];
            self.line(&msg::MORE.fill(self.lang, &more));
        }
    }

    fn left_out(&mut self, report: &Report) {
        let out: Vec<&LineReport> =
            report.lines.iter().filter(|line| line.fate == LineFate::LeftOut).collect();
        if out.is_empty() {
            return;
        }
        self.section(msg::LEFT_OUT);
        self.table(msg::LEFT_OUT_HEAD, 4);
        for line in out {
            let why = line.changes.last().map_or("", |change| change.why.words().say(self.lang));
            let twin = in_manifest(line.manifest_line);
            self.line(&format!("| {} | {} | {twin} | {} |", line.line, why, cell(&line.text)));
        }
    }

    fn supplied(&mut self, report: &Report) {
        if report.supplied.is_empty() {
            return;
        }
        self.section(msg::SUPPLIED);
        for supplied in &report.supplied {
            self.line(&format!("- `{}`: {}", supplied.field, plain(&supplied.text)));
        }
    }

    fn changed(&mut self, report: &Report) {
        let shown = |why: Why| !why.is_notation();
        let changed: Vec<&LineReport> = report
            .lines
            .iter()
            .filter(|line| line.fate == LineFate::Changed)
            .filter(|line| line.changes.iter().any(|change| shown(change.why)))
            .collect();
        if changed.is_empty() {
            return;
        }
        self.section(msg::CHANGES);
        self.line(msg::CHANGES_INTRO.say(self.lang));
        self.table(msg::CHANGES_HEAD, 3);
        for line in changed {
            let place = in_manifest(line.manifest_line);
            let mut what = String::new();
            for change in line.changes.iter().filter(|change| shown(change.why)) {
                let parted = if what.is_empty() { "" } else { "; " };
                what.push_str(parted);
                what.push_str(change.why.words().say(self.lang));
                let (removed, added) = (cell(&change.removed), cell(&change.added));
                what.push_str(&match (removed.is_empty(), added.is_empty()) {
                    (false, false) => format!(": {removed} → {added}"),
                    (false, true) => format!(": {removed}"),
                    (true, false) => format!(": + {added}"),
                    (true, true) => String::new(),
                });
            }
            self.line(&format!("| {} | {place} | {} |", line.line, what));
        }
    }

    /// Where each line went; lines of one field that follow each other stand together.
    fn places(&mut self, report: &Report) {
        self.section(msg::PLACES);
        self.table(msg::PLACES_HEAD, 3);
        let mut lines = report.lines.iter().peekable();
        while let Some(first) = lines.next() {
            let mut last = first;
            while let Some(next) = lines.next_if(|next| {
                next.field == first.field
                    && (next.fate == LineFate::LeftOut) == (first.fate == LineFate::LeftOut)
            }) {
                last = next;
            }
            let range =
                |a: usize, b: usize| if a == b { format!("{a}") } else { format!("{a}–{b}") };
            let place = match (first.manifest_line, last.manifest_line) {
                (Some(a), Some(b)) => range(a.min(b), a.max(b)),
                _ => String::new(),
            };
            let field = match (&first.field, first.fate) {
                (Some(field), LineFate::LeftOut) => format!("({field})"),
                (Some(field), _) => field.to_string(),
                (None, _) => msg::NOWHERE.say(self.lang).to_string(),
            };
            self.line(&format!("| {} | {field} | {place} |", range(first.line, last.line)));
        }
    }
}

/// A line of the manifest.
fn in_manifest(line: Option<usize>) -> String {
    line.map_or(String::new(), |line| format!("issue.toml:{line}"))
}

/// A text as it reads, in a table of the report.
fn cell(text: &str) -> String {
    plain(text).replace('|', "\\|")
}

/// A text as it reads, in the report.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '<' | '[' | ']' | '#') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// A name between backticks.
fn code(text: &str) -> String {
    text.replace('`', "'")
}
