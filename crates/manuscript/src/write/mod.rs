//! Writes the manifest, and enters for each line of the file where its words stand in it.

mod body;
mod prose;

use std::rc::Rc;

use jikji_diagnostic::Notation;
use jikji_prose::normal;
use jikji_prose::period::Date;

use crate::draft::{Brief, Draft, Entry, Event, Events, Image, Lacks, Month, Part, Source};
use crate::seal;
use crate::source::{Chart, Ledger, Runs};
use crate::target::{CalendarFields, Field, Holds, Plan};
use prose::Place;

/// The text of the manifest of the file `name`.
pub fn manifest(draft: &Draft, name: &str, plan: &Plan<'_>, ledger: &mut Ledger) -> String {
    let name = name.replace(|c: char| c.is_control(), " ");
    let head = format!(
        "# `{name}`에서 가져온 원고입니다. 확인할 것은 함께 만든 import-report.md에 있습니다.\n\
         # 아래 줄은 손대지 않은 원고를 알아보는 표시입니다. 고치지 마세요.\n"
    );
    // The seal has one line more.
    let line = head.matches('\n').count() + 2;
    let mut writer = Writer { out: String::new(), line, plan, ledger };
    writer.blank();
    writer.text(&format!("layout = {}", Notation::line(plan.layout)));
    writer.head(draft);
    for (index, part) in draft.parts.iter().enumerate() {
        writer.part(index, part);
    }
    writer.colophon(draft);
    let rest = normal::nfc(&writer.out).into_owned();
    format!("{head}{}{rest}", seal::line(&rest))
}

/// The keys of an entry of its own, a key a line, as a header of it has them below it.
pub fn entry(brief: &Brief, plan: &Plan<'_>, ledger: &mut Ledger) -> String {
    let mut writer = Writer { out: String::new(), line: 1, plan, ledger };
    writer.brief("entry", brief);
    normal::nfc(&writer.out).into_owned()
}

struct Writer<'p, 'l> {
    out: String,
    /// The line under way, from 1.
    line: usize,
    plan: &'p Plan<'p>,
    ledger: &'l mut Ledger,
}

impl Writer<'_, '_> {
    fn blank(&mut self) {
        self.text("");
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
        self.line += 1 + text.matches('\n').count();
    }

    fn placed(&mut self, lines: &[usize], field: &str) {
        self.ledger.placed(lines, &Rc::from(field), self.line);
    }

    /// `key = "…"` of plain text.
    fn plain(&mut self, key: &str, words: &Runs, field: &str) {
        self.placed(&words.lines, field);
        self.text(&format!("{key} = {}", Notation::line(&words.plain())));
    }

    /// `name = [ … ]`, a line a value; each was placed where it stands.
    fn list<T>(
        &mut self,
        at: &str,
        field: &Field,
        values: &[T],
        mut value: impl FnMut(&T) -> (&[usize], String),
    ) {
        if values.is_empty() {
            return;
        }
        let name = &field.name;
        if !field.list {
            let (lines, text) = value(&values[0]);
            self.placed(lines, &format!("{at}.{name}"));
            return self.text(&format!("{name} = {text}"));
        }
        self.text(&format!("{name} = ["));
        for (number, one) in values.iter().enumerate() {
            let (lines, text) = value(one);
            self.placed(lines, &format!("{at}.{name}[{number}]"));
            self.text(&format!("  {text},"));
        }
        self.text("]");
    }

    fn head(&mut self, draft: &Draft) {
        let head = &draft.head;
        self.blank();
        self.text("[publication]");
        self.ledger.field("publication.name", None, self.line);
        self.plain("name", &head.name, "publication.name");
        if let Some(tagline) = head.tagline.as_ref().filter(|tagline| !tagline.is_empty()) {
            self.plain("tagline", tagline, "publication.tagline");
        }
        self.ledger.field("publication.publisher", None, self.line);
        self.plain("publisher", &head.publisher, "publication.publisher");
        self.text("language = \"ko\"");
        self.blank();
        self.text("[issue]");
        let Month { year, month, line } = head.month.unwrap_or(Month::UNKNOWN);
        self.ledger.field("issue.year", None, self.line);
        self.placed(line.as_slice(), "issue.year");
        self.text(&format!("year = {year}"));
        self.text(&format!("month = {month}"));
        self.ledger.field("issue.published", None, self.line);
        let published = match head.published {
            Some((date, line)) => {
                self.placed(&[line], "issue.published");
                day(date)
            }
            None => format!("{year:04}-{month:02}-01"),
        };
        self.text(&format!("published = {published}"));
        let lacks: Vec<String> = lacks(&draft.lacks).collect();
        if !lacks.is_empty() {
            self.text(&format!("unfinished = {}", Notation::line(&lacks.join(", "))));
        }
    }

    fn part(&mut self, index: usize, part: &Part) {
        let at = format!("parts[{index}]");
        self.blank();
        self.text("[[parts]]");
        if part.title.lines.is_empty() {
            self.ledger.field("parts.title", None, self.line);
        }
        self.plain("title", &part.title, &format!("{at}.title"));
        // Entries of the part itself come before its sections: TOML would take them for theirs.
        for (number, entry) in part.entries.iter().enumerate() {
            self.entry("[[parts.entries]]", &format!("{at}.entries[{number}]"), entry);
        }
        for (number, section) in part.sections.iter().enumerate() {
            let at = format!("{at}.sections[{number}]");
            self.blank();
            self.text("[[parts.sections]]");
            self.plain("title", &section.title, &format!("{at}.title"));
            for (number, entry) in section.entries.iter().enumerate() {
                let at = format!("{at}.entries[{number}]");
                self.entry("[[parts.sections.entries]]", &at, entry);
            }
        }
    }

    fn entry(&mut self, header: &str, at: &str, entry: &Entry) {
        self.blank();
        self.text(header);
        match entry {
            Entry::Brief(brief) => self.brief(at, brief),
            Entry::Events(events) => {
                let calendar = self.plan.calendar.as_ref();
                self.events(at, events, calendar.expect("read only where a kind takes events"));
            }
        }
    }

    fn brief(&mut self, at: &str, brief: &Brief) {
        let fields = &self.plan.article;
        self.text(&format!("kind = {}", Notation::line(&fields.kind.name)));
        self.ledger.field("title", brief.first_line(), self.line);
        self.plain(&fields.title.name, &brief.title, &format!("{at}.{}", fields.title.name));
        if let Some(field) = fields.byline {
            self.list(at, field, &brief.byline, |one| (&one.lines, value(one, field)));
        }
        if let Some(field) = fields.key {
            self.list(at, field, &brief.key, |point| (&point.lines, value(point, field)));
        }
        // The first line of a text is the one after its quotes.
        let name = &fields.body.name;
        let text =
            body::write(brief, &Rc::from(format!("{at}.{name}")), self.line + 1, self.ledger);
        self.text(&format!("{name} = {}", Notation::lines(&format!("{text}\n"))));
        self.art(at, brief);
        if let Some(field) = fields.sources {
            self.list(at, field, &brief.sources, |one| (&one.publisher.lines, source(one)));
        }
    }

    /// Pictures and the chart that have a field of their own.
    fn art(&mut self, at: &str, brief: &Brief) {
        let fields = &self.plan.article;
        if let Some(field) = fields.image {
            for image in &brief.images {
                self.placed(&image.caption.lines, &format!("{at}.{}", field.name));
                self.text(&format!("{} = {}", field.name, picture(image)));
            }
        }
        if let (Some(field), Some((chart, title))) = (fields.chart, brief.chart.as_deref()) {
            self.placed(&title.lines, &format!("{at}.{}", field.name));
            self.text(&format!("{} = {}", field.name, columns(chart, &title.plain())));
        }
    }

    fn events(&mut self, at: &str, events: &Events, calendar: &CalendarFields<'_>) {
        self.text(&format!("kind = {}", Notation::line(&calendar.kind.name)));
        let title = &calendar.title.name;
        self.ledger.field("title", events.first_line(), self.line);
        self.plain(title, &events.title, &format!("{at}.{title}"));
        let row = |row: &Event| event(row, calendar);
        self.list(at, calendar.rows, &events.rows, |one| (&one.name.lines, row(one)));
    }

    fn colophon(&mut self, draft: &Draft) {
        let (colophon, fields) = (&draft.colophon, &self.plan.colophon);
        let shown = |words: &&Runs| !words.is_empty();
        let contact = colophon.contact.as_ref().filter(shown);
        let address: Vec<&Runs> = colophon.address.iter().filter(shown).collect();
        if colophon.homepage.is_none() && contact.is_none() && address.is_empty() {
            return;
        }
        self.blank();
        self.text("[colophon]");
        if let (Some((url, line)), Some(field)) = (&colophon.homepage, fields.homepage) {
            self.placed(&[*line], &format!("colophon.{}", field.name));
            self.text(&format!("{} = {}", field.name, Notation::line(url)));
        }
        for (field, words) in [(fields.contact, contact.as_slice()), (fields.address, &address)] {
            if let Some(field) = field {
                self.list("colophon", field, words, |one| (&one.lines, value(one, field)));
            }
        }
    }
}

/// Words as a field holds them.
fn value(words: &Runs, field: &Field) -> String {
    match field.holds {
        Holds::Text => Notation::line(&words.plain()),
        _ => markup(words),
    }
}

/// One paragraph of prose; one line of TOML, whatever it holds.
fn markup(words: &Runs) -> String {
    Notation::line(&prose::write(words, Place::Line { indent: 0 }))
}

fn picture(image: &Image) -> String {
    let words = [("alt", image.alt.clone()), ("caption", image.caption.plain())];
    let words = words.iter().filter(|(_, text)| !text.is_empty());
    let words = words.map(|(key, text)| format!(", {key} = {}", Notation::line(text)));
    format!("{{ file = {}{} }}", Notation::line(&image.file), words.collect::<String>())
}

/// A chart, a line a series.
fn columns(chart: &Chart, title: &str) -> String {
    let caption = match title.is_empty() {
        true => String::new(),
        false => format!("caption = {}, ", Notation::line(title)),
    };
    let labels: Vec<String> = chart.categories.iter().map(|label| Notation::line(label)).collect();
    let series = chart.series.iter().map(|(name, values)| {
        let values: Vec<String> = values.iter().map(f64::to_string).collect();
        format!("  {{ name = {}, values = [{}] }},\n", Notation::line(name), values.join(", "))
    });
    let (labels, series) = (labels.join(", "), series.collect::<String>());
    format!("{{ kind = \"columns\", {caption}labels = [{labels}], series = [\n{series}] }}")
}

/// What a number lacks, in words.
fn lacks(Lacks { missing, merged }: &Lacks) -> impl Iterator<Item = String> {
    let missing = Some(missing.len()).filter(|count| *count > 0);
    let merged = Some(*merged).filter(|count| *count > 0);
    let missing = missing.map(|count| format!("차례의 글 가운데 찾지 못한 글 {count}편"));
    missing.into_iter().chain(merged.map(|count| format!("여러 편이 이어진 듯한 글 {count}편")))
}

fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

fn source(source: &Source) -> String {
    let mut fields = vec![
        format!("publisher = {}", markup(&source.publisher)),
        format!("title = {}", markup(&source.title)),
    ];
    fields.extend(source.date.map(|date| format!("date = {}", day(date))));
    fields.extend(source.url.as_ref().map(|url| format!("url = {}", Notation::line(url))));
    format!("{{ {} }}", fields.join(", "))
}

fn event(row: &Event, fields: &CalendarFields<'_>) -> String {
    let words = |field: &Field, words| format!("{} = {}", field.name, value(words, field));
    let text = |field: &Field, text: &str| format!("{} = {}", field.name, Notation::line(text));
    let mut all = vec![words(fields.name, &row.name), text(fields.period, &row.period)];
    all.extend(fields.place.zip(row.place.as_ref()).map(|(field, place)| words(field, place)));
    all.extend(fields.url.zip(row.url.as_ref()).map(|(field, url)| text(field, url)));
    all.extend(fields.note.zip(row.note.as_ref()).map(|(field, note)| words(field, note)));
    format!("{{ {} }}", all.join(", "))
}
