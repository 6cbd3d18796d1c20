//! The report as a page to read: `import-report.md`.

use std::fmt::Write;

use super::{Found, LineFate, LineReport, Report};
use crate::import::ledger::Why;
use crate::import::seal;
use jikji_diagnostic::Lang;

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
    fn say(&self, ko: &'static str, en: &'static str) -> &'static str {
        if self.lang == Lang::Ko { ko } else { en }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn section(&mut self, ko: &'static str, en: &'static str) {
        let title = self.say(ko, en);
        self.line(&format!("\n## {title}\n"));
    }

    fn head(&mut self, report: &Report) {
        let count = |fate: LineFate| report.lines.iter().filter(|line| line.fate == fate).count();
        let (kept, changed, out) =
            (count(LineFate::Kept), count(LineFate::Changed), count(LineFate::LeftOut));
        let input = &report.input;
        let title = self.say("가져오기 보고서", "Import report");
        self.line(&format!("# {title}\n"));
        let (name, encoding, bytes) = (code(&input.name), input.encoding, input.bytes);
        let (all, full) = (input.lines, input.full_lines);
        let questions = report.questions.len() + report.more_questions;
        let text = match self.lang {
            Lang::Ko => format!(
                "`{name}`({encoding}, {bytes}바이트)의 {all}행 가운데 빈 행을 뺀 {full}행을 읽었습니다.\n\n\
                 - 그대로 옮긴 행: {kept}\n- 고쳐 옮긴 행: {changed}\n- 원고에 없는 행: {out}\n\
                 - 물음: {questions}",
            ),
            Lang::En => format!(
                "`{name}` ({encoding}, {bytes} bytes) has {all} lines, {full} of them not blank.\n\n\
                 - carried over as they are: {kept}\n- carried over with changes: {changed}\n\
                 - not in the manifest: {out}\n- questions: {questions}",
            ),
        };
        self.line(&text);
        self.line(&self.found(&report.found));
        self.line(&format!("- SHA-256: `{}`", input.sha256));
    }

    fn found(&self, found: &Found) -> String {
        let Found { parts, sections, briefs, key_points, notes, sources, events, .. } = found;
        match (self.lang, found.colophon) {
            (Lang::Ko, colophon) => format!(
                "- 부 {parts}, 절 {sections}, 글 {briefs}, 핵심 내용 {key_points}, 주석 {notes}, \
                 출처 {sources}, 행사 {events}, 판권 {}",
                if colophon { "있음" } else { "없음" }
            ),
            (Lang::En, colophon) => format!(
                "- parts {parts}, sections {sections}, articles {briefs}, key points {key_points}, \
                 notes {notes}, sources {sources}, events {events}, colophon {}",
                if colophon { "yes" } else { "no" }
            ),
        }
    }

    fn questions(&mut self, report: &Report) {
        if report.questions.is_empty() {
            return;
        }
        self.section("물음", "Questions");
        for question in &report.questions {
            let place = question.manifest_line.map(|line| format!("issue.toml:{line}"));
            let from = question.line.map(|line| self.line_of_file(line));
            let places: Vec<String> = place.into_iter().chain(from).collect();
            let lead =
                if places.is_empty() { String::new() } else { format!("{}: ", places.join(", ")) };
            let args: Vec<_> =
                question.args.iter().map(|(name, value)| (*name, plain(value))).collect();
            let text = format!("- [ ] {lead}{}", question.code.text(self.lang, &args));
            self.line(&text);
        }
        if report.more_questions > 0 {
            let more = report.more_questions;
            let text = match self.lang {
                Lang::Ko => format!("- 이 밖에 {more}개가 더 있습니다."),
                Lang::En => format!("- and {more} more."),
            };
            self.line(&text);
        }
    }

    fn line_of_file(&self, line: usize) -> String {
        match self.lang {
            Lang::Ko => format!("원본 {line}행"),
            Lang::En => format!("line {line} of the file"),
        }
    }

    fn left_out(&mut self, report: &Report) {
        let out: Vec<&LineReport> =
            report.lines.iter().filter(|line| line.fate == LineFate::LeftOut).collect();
        if out.is_empty() {
            return;
        }
        self.section("원고에 없는 행", "Lines that are not in the manifest");
        let head =
            self.say("| 행 | 까닭 | 같은 내용 | 글 |", "| line | why | says the same | text |");
        self.line(head);
        self.line("|---|---|---|---|");
        for line in out {
            let why = line.changes.last().map_or("", |change| change.why.text(self.lang));
            let twin =
                line.manifest_line.map_or(String::new(), |line| format!("issue.toml:{line}"));
            self.line(&format!("| {} | {} | {twin} | {} |", line.line, why, cell(&line.text)));
        }
    }

    fn supplied(&mut self, report: &Report) {
        if report.supplied.is_empty() {
            return;
        }
        self.section("원본에 없어 채운 것", "Supplied, not in the file");
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
        self.section("고친 것", "Changes");
        let intro = self.say(
            "제목 표시(`#`), 글머리 기호, `\\`만 바뀐 행은 아래 표에만 있습니다.\n",
            "Lines that only lost marks of headings and lists or backslashes are in the table below.\n",
        );
        self.line(intro);
        let head = self.say("| 행 | 자리 | 고친 것 |", "| line | place | changes |");
        self.line(head);
        self.line("|---|---|---|");
        for line in changed {
            let place =
                line.manifest_line.map_or(String::new(), |line| format!("issue.toml:{line}"));
            let mut what = String::new();
            for change in line.changes.iter().filter(|change| shown(change.why)) {
                let parted = if what.is_empty() { "" } else { "; " };
                let _ = write!(what, "{parted}{}", change.why.text(self.lang));
                match (change.removed.is_empty(), change.added.is_empty()) {
                    (false, false) => {
                        let _ =
                            write!(what, ": {} → {}", cell(&change.removed), cell(&change.added));
                    }
                    (false, true) => {
                        let _ = write!(what, ": {}", cell(&change.removed));
                    }
                    (true, false) => {
                        let _ = write!(what, ": + {}", cell(&change.added));
                    }
                    (true, true) => {}
                }
            }
            self.line(&format!("| {} | {place} | {} |", line.line, what));
        }
    }

    /// Where each line went; lines of one field that follow each other stand together.
    fn places(&mut self, report: &Report) {
        self.section("행마다 옮긴 자리", "Where each line went");
        let head = self.say("| 행 | 항목 | issue.toml |", "| lines | field | issue.toml |");
        self.line(head);
        self.line("|---|---|---|");
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
                (None, _) => self.say("(원고에 없음)", "(not in the manifest)").to_string(),
            };
            self.line(&format!("| {} | {field} | {place} |", range(first.line, last.line)));
        }
    }
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
