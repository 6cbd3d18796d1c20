//! Writes the manifest, and enters for each line of the file where its words stand in it.

use std::rc::Rc;

use super::draft::{Brief, Draft, Entry, Events, Source};
use super::ledger::Ledger;
use super::markup::{self, Place};
use super::words::Words;
use super::{Options, body_text, seal, toml_text};
use jikji_prose::normal;

/// The manifest's text.
pub fn manifest(draft: &Draft, options: &Options<'_>, ledger: &mut Ledger) -> String {
    let name = options.name.replace(|c: char| c.is_control(), " ");
    let head = format!(
        "# `{name}`에서 가져온 원고입니다. 확인할 것은 함께 만든 import-report.md에 있습니다.\n\
         # 아래 줄은 손대지 않은 원고를 알아보는 표시입니다. 고치지 마세요.\n"
    );
    // The seal has one line more.
    let mut writer = Writer { out: String::new(), line: head.matches('\n').count() + 2, ledger };
    writer.blank();
    writer.text(&format!("layout = {}", toml_text::string(options.layout)));
    writer.head(draft);
    for (index, part) in draft.parts.iter().enumerate() {
        writer.part(index, part);
    }
    writer.colophon(draft);
    let rest = normal::nfc(&writer.out).into_owned();
    format!("{head}{}{rest}", seal::line(&rest))
}

struct Writer<'l> {
    out: String,
    /// The line under way, from 1.
    line: usize,
    ledger: &'l mut Ledger,
}

impl Writer<'_> {
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
    fn plain(&mut self, key: &str, words: &Words, field: &str) {
        self.placed(&words.lines, field);
        self.text(&format!("{key} = {}", toml_text::string(&words.plain())));
    }

    fn head(&mut self, draft: &Draft) {
        let head = &draft.head;
        self.blank();
        self.text("[publication]");
        self.ledger.field("publication.name", self.line);
        self.plain("name", &head.name, "publication.name");
        if let Some(tagline) = head.tagline.as_ref().filter(|tagline| !tagline.is_empty()) {
            self.plain("tagline", tagline, "publication.tagline");
        }
        self.ledger.field("publication.publisher", self.line);
        self.plain("publisher", &head.publisher, "publication.publisher");
        self.text("language = \"ko\"");
        self.blank();
        self.text("[issue]");
        let (year, month, line) = head.month.unwrap_or((2000, 1, None));
        self.ledger.field("issue.year", self.line);
        self.placed(line.as_slice(), "issue.year");
        self.text(&format!("year = {year}"));
        self.text(&format!("month = {month}"));
        self.ledger.field("issue.published", self.line);
        let published = match head.published {
            Some((date, line)) => {
                self.placed(&[line], "issue.published");
                format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
            }
            None => format!("{year:04}-{month:02}-01"),
        };
        self.text(&format!("published = {published}"));
    }

    fn part(&mut self, index: usize, part: &super::draft::Part) {
        let at = format!("parts[{index}]");
        self.blank();
        self.text("[[parts]]");
        if part.title.lines.is_empty() {
            self.ledger.field("parts.title", self.line);
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
            Entry::Events(events) => self.events(at, events),
        }
    }

    fn brief(&mut self, at: &str, brief: &Brief) {
        self.text("kind = \"brief\"");
        self.plain("title", &brief.title, &format!("{at}.title"));
        if !brief.key.is_empty() {
            self.text("key = [");
            for (number, point) in brief.key.iter().enumerate() {
                self.placed(&point.lines, &format!("{at}.key[{number}]"));
                let text = markup::write(point, Place::Line { indent: 0 });
                self.text(&format!("  {},", toml_text::string(&text)));
            }
            self.text("]");
        }
        self.body(&format!("{at}.body"), brief);
        if !brief.sources.is_empty() {
            self.text("sources = [");
            for (number, source) in brief.sources.iter().enumerate() {
                self.source(&format!("{at}.sources[{number}]"), source);
            }
            self.text("]");
        }
    }

    /// The blocks of a text and its notes; the first line of a text is the one after its quotes.
    fn body(&mut self, field: &str, brief: &Brief) {
        let text = body_text::write(brief, &Rc::from(field), self.line + 1, self.ledger);
        self.text(&format!("body = {}", toml_text::lines(&text)));
    }

    fn source(&mut self, field: &str, source: &Source) {
        self.placed(&source.publisher.lines, field);
        let prose =
            |words: &Words| toml_text::string(&markup::write(words, Place::Line { indent: 0 }));
        let mut line = format!(
            "  {{ publisher = {}, title = {}",
            prose(&source.publisher),
            prose(&source.title)
        );
        if let Some(date) = source.date {
            line.push_str(&format!(", date = {:04}-{:02}-{:02}", date.year, date.month, date.day));
        }
        if let Some(url) = &source.url {
            line.push_str(&format!(", url = {}", toml_text::string(url)));
        }
        self.text(&format!("{line} }},"));
    }

    fn events(&mut self, at: &str, events: &Events) {
        self.text("kind = \"events\"");
        self.plain("title", &events.title, &format!("{at}.title"));
        self.text("rows = [");
        for (number, row) in events.rows.iter().enumerate() {
            self.placed(&row.name.lines, &format!("{at}.rows[{number}]"));
            let prose = |words: &Words| {
                // A row is one line of TOML, whatever its cells hold.
                toml_text::string(&markup::write(words, Place::Line { indent: 0 }))
            };
            let mut line = format!(
                "  {{ name = {}, period = {}",
                prose(&row.name),
                toml_text::string(&row.period)
            );
            if let Some(place) = &row.place {
                line.push_str(&format!(", place = {}", prose(place)));
            }
            if let Some(url) = &row.url {
                line.push_str(&format!(", url = {}", toml_text::string(url)));
            }
            self.text(&format!("{line} }},"));
        }
        self.text("]");
    }

    fn colophon(&mut self, draft: &Draft) {
        let colophon = &draft.colophon;
        let contact = colophon.contact.as_ref().filter(|contact| !contact.is_empty());
        let address: Vec<&Words> = colophon.address.iter().filter(|a| !a.is_empty()).collect();
        if colophon.homepage.is_none() && contact.is_none() && address.is_empty() {
            return;
        }
        self.blank();
        self.text("[colophon]");
        if let Some((url, line)) = &colophon.homepage {
            self.placed(&[*line], "colophon.homepage");
            self.text(&format!("homepage = {}", toml_text::string(url)));
        }
        if let Some(contact) = contact {
            self.placed(&contact.lines, "colophon.contact");
            let text = markup::write(contact, Place::Line { indent: 0 });
            self.text(&format!("contact = {}", toml_text::string(&text)));
        }
        if !address.is_empty() {
            self.text("address = [");
            for (number, words) in address.into_iter().enumerate() {
                self.placed(&words.lines, &format!("colophon.address[{number}]"));
                let text = markup::write(words, Place::Line { indent: 0 });
                self.text(&format!("  {},", toml_text::string(&text)));
            }
            self.text("]");
        }
    }
}
