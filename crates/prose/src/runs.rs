//! Builds the running text of one paragraph, item, cell or note from the parser's events.
//!
//! It refuses what running text may not hold, and knows nothing of blocks.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::findings::Findings;
use super::joints::{JOINT, bare};
use super::literal::{Leftovers, Literals};
use super::notes::Notes;
use super::pasted::Seat;
use super::placing::{self, Placing, Slip};
use super::tree::{ImageRef, Inline, Note, Paragraph, Plain, unstyled};
use super::{characters, element, quotes};
use crate::messages;
use jikji_diagnostic::Diagnostic;

/// Levels of emphasis and links in each other.
const DEEPEST: usize = 6;
/// What `parse` puts before a text that must be read as one paragraph: a space to Unicode, and so
/// to the flanking rules, but no indentation and no part of a list mark to CommonMark.
pub const PAD: &str = "\u{2003}";

/// A paragraph under way.
pub struct Runs<'v> {
    value: &'v str,
    range: Range<usize>,
    body: Vec<Inline>,
    open: Vec<Open>,
    notes: Option<Vec<Note>>,
    images: Vec<ImageRef>,
    /// Where what is said of the last image ends.
    said: usize,
    literals: Literals,
    /// Opened by an item's text itself, not by the parser's paragraph.
    pub implicit: bool,
    /// What it stands in.
    pub seat: Seat,
    /// Where its lines begin, those after a break of the author's own left out.
    lines: Vec<usize>,
    fresh: bool,
}

/// An element that is not closed yet.
struct Open {
    element: Element,
    body: Vec<Inline>,
    start: usize,
}

enum Element {
    Emph,
    Strong,
    Link { url: String, auto: bool },
    Image { file: String, caption: Option<Plain> },
}

/// A finished paragraph and the images that stood in it.
pub struct Finished {
    /// Its text, notes and place.
    pub paragraph: Paragraph,
    /// Its images, in order.
    pub images: Vec<ImageRef>,
    /// What was left standing in it.
    pub leftovers: Leftovers,
    /// Where its lines begin.
    pub lines: Vec<usize>,
}

impl<'v> Runs<'v> {
    /// Running text over `range` in some seat; `notes` says whether it may carry note marks.
    pub fn new(value: &'v str, range: Range<usize>, seat: Seat, notes: bool) -> Self {
        Self {
            value,
            range,
            body: vec![],
            open: vec![],
            notes: notes.then(Vec::new),
            images: vec![],
            said: 0,
            literals: Literals::default(),
            implicit: false,
            seat,
            lines: vec![],
            fresh: true,
        }
    }

    /// Takes an inline event; says whether it was understood. If not, it has been reported and
    /// what is inside it must be passed over.
    pub fn event(
        &mut self,
        event: Event<'v>,
        range: Range<usize>,
        notes: &mut Notes,
        findings: &mut Findings,
    ) -> bool {
        self.range.end = self.range.end.max(range.end);
        if std::mem::take(&mut self.fresh) {
            self.line(range.start);
        }
        match event {
            Event::Text(text) => self.text(&text, range, findings),
            Event::SoftBreak => self.space(range, findings),
            Event::HardBreak => self.top().push(Inline::Break),
            Event::FootnoteReference(label) => self.mark(&label, range, notes, findings),
            Event::Start(tag) => return self.start(tag, range, findings),
            Event::End(tag) => self.end(tag, range, findings),
            other => {
                findings.at(element::event_refusal(&other), range);
                return false;
            }
        }
        true
    }

    /// Closes the paragraph and looks it over as a whole.
    pub fn finish(mut self, findings: &mut Findings) -> Finished {
        // The parser closes what it opens; this holds even if it did not.
        while let Some(open) = self.open.pop() {
            self.top().extend(open.body);
        }
        quotes::check(&self.body, findings);
        let start = self.range.start.min(self.value.len());
        let end = self.range.end.clamp(start, self.value.len());
        let length = self.value.get(start..end).map_or(end - start, |text| text.trim_end().len());
        let paragraph = Paragraph {
            body: self.body,
            notes: self.notes.unwrap_or_default(),
            span: findings.place(start..start + length),
        };
        let leftovers = self.literals.finish();
        Finished { paragraph, images: self.images, leftovers, lines: self.lines }
    }

    /// Takes down where a line begins; a backslash before its first sign is part of it.
    fn line(&mut self, at: usize) {
        let at = at + self.value[at..].len() - self.value[at..].trim_start().len();
        self.lines.push(at - usize::from(self.value[..at].ends_with('\\')));
    }

    fn top(&mut self) -> &mut Vec<Inline> {
        self.open.last_mut().map_or(&mut self.body, |open| &mut open.body)
    }

    fn text(&mut self, text: &str, range: Range<usize>, findings: &mut Findings) {
        let (text, range) = match self.said.min(range.end) {
            said if said <= range.start => (text, range),
            said => (text.get(said - range.start..).unwrap_or_default(), said..range.end),
        };
        let exact = self.value.get(range.clone()) == Some(text);
        if !exact {
            let text = characters::decoded(&bare(text), range.clone(), findings);
            return self.push(&text, range, findings);
        }
        let padding = if range.start == 0 && text.starts_with(PAD) { PAD.len() } else { 0 };
        let (text, range) = (&text[padding..], range.start + padding..range.end);
        let auto = |open: &Open| matches!(open.element, Element::Link { auto: true, .. });
        if !self.open.iter().any(auto) {
            self.literals.text(self.value, range.clone(), self.notes.is_some(), findings);
        }
        let mut start = range.start;
        for piece in text.split(JOINT) {
            self.push(piece, start..start + piece.len(), findings);
            start += piece.len() + JOINT.len_utf8();
        }
    }

    /// A line end inside a paragraph is a space (CommonMark 6.8).
    fn space(&mut self, range: Range<usize>, findings: &mut Findings) {
        self.fresh = true;
        self.push(" ", range, findings);
    }

    /// Adds a run; one that goes on where the last ended, byte for byte, becomes part of it.
    fn push(&mut self, text: &str, range: Range<usize>, findings: &mut Findings) {
        if text.is_empty() {
            return;
        }
        let place = findings.place(range);
        if let Some(Inline::Text { text: last, span }) = self.top().last_mut()
            && span.end == place.start
            && span.end - span.start == last.len()
            && place.end - place.start == text.len()
        {
            last.push_str(text);
            span.end = place.end;
            return;
        }
        self.top().push(Inline::Text { text: text.to_string(), span: place });
    }

    fn mark(
        &mut self,
        label: &CowStr,
        range: Range<usize>,
        notes: &mut Notes,
        findings: &mut Findings,
    ) {
        let in_image = self.open.iter().any(|open| matches!(open.element, Element::Image { .. }));
        match &mut self.notes {
            Some(own) if !in_image => {
                let ordinal = own.len() + 1;
                own.push(notes.mark(label, findings.place(range), ordinal));
                self.top().push(Inline::Mark(ordinal));
            }
            _ => {
                notes.misplaced(label);
                findings.at(messages::MARK_NOT_HERE, range);
            }
        }
    }

    fn start(&mut self, tag: Tag<'v>, range: Range<usize>, findings: &mut Findings) -> bool {
        if self.open.len() >= DEEPEST {
            findings.at(messages::TOO_NESTED, range);
            return false;
        }
        let element = match tag {
            Tag::Emphasis => Element::Emph,
            Tag::Strong => Element::Strong,
            Tag::Link { link_type, dest_url, title, .. } => {
                link(link_type, &dest_url, &title, range.clone(), findings)
            }
            Tag::Image { dest_url, title, .. } => {
                let text = characters::decoded(&title, range.clone(), findings);
                let place = self.place_of_title(&text, range.clone());
                let caption = Plain { text, span: findings.place(place) };
                let caption = Some(caption).filter(|caption| !caption.text.trim().is_empty());
                Element::Image { file: image_file(&dest_url, range.clone(), findings), caption }
            }
            other => {
                let source = self.value.get(range.clone()).unwrap_or_default();
                findings.at(element::refusal(&other, source), range);
                return false;
            }
        };
        self.open.push(Open { element, body: vec![], start: range.start });
        true
    }

    /// What is said in braces behind an image that ends there.
    fn placing(&mut self, end: usize, findings: &mut Findings) -> Placing {
        let rest = self.value.get(end..).unwrap_or_default();
        let Some((placing, slips, length)) = placing::in_braces(rest) else {
            return Placing::default();
        };
        self.said = end + length;
        for slip in slips {
            let (message, at) = match slip {
                Slip::Width(at) => (messages::PICTURE_WIDTH, at),
                Slip::Place(at) => (messages::PICTURE_PLACE, at),
                Slip::Option(at) => (messages::PICTURE_OPTION, at),
            };
            let found: String = rest[at.clone()].chars().take(40).collect();
            let told = Diagnostic::at(message, findings.place(end + at.start..end + at.end));
            findings.push(told.arg("found", format!("`{found}`")));
        }
        Placing { span: Some(findings.place(end..self.said)), ..placing }
    }

    /// Where the title of an image stands, which is its last part; the whole of it, if it does not stand as it reads.
    fn place_of_title(&self, title: &str, image: Range<usize>) -> Range<usize> {
        let source = self.value.get(image.clone()).unwrap_or_default();
        source.rfind(title).map_or(image.clone(), |at| {
            let start = image.start + at;
            start..start + title.len()
        })
    }

    fn end(&mut self, _: TagEnd, range: Range<usize>, findings: &mut Findings) {
        let Some(Open { element, body, start }) = self.open.pop() else { return };
        let inline = match element {
            Element::Emph => Inline::Emph(body),
            Element::Strong => Inline::Strong(body),
            Element::Link { url, .. } => {
                if !shows_something(&body) {
                    findings.at(messages::EMPTY_LINK, start..range.end);
                }
                Inline::Link { url, body }
            }
            Element::Image { file, caption } => {
                let alt = unstyled(&body);
                if alt.trim().is_empty() {
                    findings.at(messages::IMAGE_ALT, start..range.end);
                }
                let span = findings.place(start..range.end);
                let placing = self.placing(range.end, findings);
                let alt = alt.trim().to_string();
                self.images.push(ImageRef { file, alt, caption, placing, span });
                return;
            }
        };
        self.top().push(inline);
    }
}

/// A link to an address that a reader can follow from paper and screen: nothing that runs or embeds.
fn link(
    link_type: LinkType,
    dest: &str,
    title: &str,
    range: Range<usize>,
    findings: &mut Findings,
) -> Element {
    let auto = matches!(link_type, LinkType::Autolink | LinkType::Email);
    let url = match link_type {
        LinkType::Email => format!("mailto:{dest}"),
        _ => dest.to_string(),
    };
    if !title.is_empty() {
        findings.at(messages::LINK_TITLE, range.clone());
    }
    let rest = ["https://", "http://", "mailto:"].into_iter().find_map(|scheme| {
        let head = url.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
    });
    let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"');
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(bad)) {
        let shown: String = url.chars().take(80).collect();
        let diagnostic = Diagnostic::at(messages::LINK_SCHEME, findings.place(range));
        findings.push(diagnostic.arg("url", shown));
    }
    Element::Link { url, auto }
}

/// A path inside the folder, or nothing; whether the file is there is not known here.
fn image_file(dest: &str, range: Range<usize>, findings: &mut Findings) -> String {
    // One letter is a drive, which is told as a path.
    let scheme = dest.split_once(':').filter(|(scheme, _)| scheme.len() > 1);
    let scheme = scheme.is_some_and(|(scheme, _)| {
        scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    });
    if dest.trim().is_empty() || scheme || dest.starts_with("//") || dest.contains(char::is_control)
    {
        let shown: String = dest.chars().take(80).collect();
        let diagnostic = Diagnostic::at(messages::IMAGE_FILE, findings.place(range));
        findings.push(diagnostic.arg("file", shown));
        return String::new();
    }
    dest.to_string()
}

/// Whether running text has anything to show.
pub fn shows_something(body: &[Inline]) -> bool {
    body.iter().any(|inline| match inline {
        Inline::Text { text, .. } => !text.trim().is_empty(),
        Inline::Emph(body) | Inline::Strong(body) => shows_something(body),
        // A link without text has been reported as such.
        Inline::Link { .. } => true,
        Inline::Break | Inline::Mark(_) => false,
    })
}
