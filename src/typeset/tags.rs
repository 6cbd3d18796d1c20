//! Gives laid-out pages the tags that a Typst layout has no word for, and passages in English their language.
//!
//! A layout labels what it means ([`Role`]); here the labelled element becomes, in the pages' own list of what
//! begins and ends where, the element of Typst's that an export makes that tag of. Nothing that is seen is touched.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::ops::Range;

use jikji_prose::foreign;
use typst::foundations::{Content, NativeElement, Packed};
use typst::introspection::{Location, Tag, TagFlags};
use typst::model::{FootnoteBody, FootnoteElem, FootnoteEntry, HeadingElem, OutlineEntry};
use typst::pdf::PdfMarkerTag;
use typst::text::{Lang, TextElem, TextItem};

use super::joiners::HELPERS;
use super::leaves::Leaves;
use super::world::TypstWorld;
use crate::compose::markup::Markup;

/// What a layout can say that something is, by its label.
#[derive(Clone, Copy)]
enum Role {
    /// A note: `Note`, with an ID of its own.
    Note,
    /// The sign of a note, in the text (`Reference`) or in front of the note (`Lbl`); a number of the contents.
    Mark,
    /// A list of contents, or one inside a line of another: `TOC`.
    Contents,
    /// A line of it: `TOCI`. A link right in it is wrapped in a `Reference`.
    Line,
}

/// The labels.
const LABELS: [(&str, Role); 4] = [
    ("tag-note", Role::Note),
    ("tag-mark", Role::Mark),
    ("tag-contents", Role::Contents),
    ("tag-line", Role::Line),
];

/// Only what exports need to know of these: nothing looks for them any more.
const FLAGS: TagFlags = TagFlags { introspectable: false, tagged: true };

impl Role {
    fn of(element: &Content) -> Option<Self> {
        let label = element.label()?.resolve();
        let known = LABELS.iter().find(|(name, _)| *name == label.as_str());
        known.map(|(_, role)| *role)
    }

    /// The element that Typst's export makes this tag of.
    fn element(self) -> Content {
        let nothing = Content::empty();
        match self {
            Self::Note => {
                let note = FootnoteElem::new(FootnoteBody::Content(nothing));
                FootnoteEntry::new(Packed::new(note)).pack()
            }
            Self::Mark => PdfMarkerTag::Label(nothing),
            Self::Contents => PdfMarkerTag::OutlineBody(nothing),
            Self::Line => OutlineEntry::new(NonZeroUsize::MIN, nothing).pack(),
        }
    }
}

/// Retags the pages of one document, front to back.
pub struct Retagger<'a> {
    markup: &'a Markup,
    leaves: Leaves,
    /// The passages in English, by run.
    english: Vec<(usize, Range<usize>)>,
    /// What was given a role and has not ended yet.
    open: HashSet<Location>,
}

impl<'a> Retagger<'a> {
    /// For the pages of `markup` as `world` set it. Passages are told apart from Korean alone.
    pub fn new(world: &TypstWorld, markup: &'a Markup) -> Self {
        let leaves = Leaves::of(world);
        Self { markup, leaves, english: english(markup), open: HashSet::new() }
    }

    /// Whether a tag is another one here.
    pub fn changes(&mut self, tag: &Tag) -> bool {
        match tag {
            Tag::Start(element, _) => {
                let role = Role::of(element).is_some();
                if role {
                    self.open.extend(element.location());
                }
                role || joined_heading(element)
            }
            Tag::End(location, ..) => self.open.contains(location),
        }
    }

    /// The tag as it should be.
    pub fn tag(&mut self, tag: &mut Tag) {
        match tag {
            Tag::Start(element, flags) => {
                if let (Some(role), Some(location)) = (Role::of(element), element.location()) {
                    *element = role.element().spanned(element.span()).located(location);
                    *flags = FLAGS;
                } else if joined_heading(element)
                    && let Some(heading) = element.to_packed_mut::<HeadingElem>()
                {
                    let title = heading.body.plain_text();
                    let plain: String = title.chars().filter(|c| !HELPERS.contains(c)).collect();
                    heading.body = TextElem::packed(plain);
                }
            }
            Tag::End(location, _, flags) => {
                if self.open.contains(location) {
                    *flags = FLAGS;
                }
            }
        }
    }

    /// Whether a text is part of a passage in English among Korean.
    pub fn is_english(&self, item: &TextItem) -> bool {
        if self.english.is_empty() || item.lang != Lang::KOREAN {
            return false;
        }
        let Some(at) = item.text.find(|c: char| c.is_ascii_alphabetic()) else { return false };
        let glyph = item.glyphs.iter().find(|glyph| glyph.range().contains(&at));
        let place = glyph.and_then(|glyph| self.markup.run_at(self.leaves.byte(glyph)?));
        let Some((run, byte)) = place else { return false };
        let first = self.english.partition_point(|(other, _)| *other < run);
        let mut passages = self.english[first..].iter().take_while(|(other, _)| *other == run);
        passages.any(|(_, passage)| passage.contains(&byte))
    }
}

/// Whether an element is a heading whose title has joiners in it.
fn joined_heading(element: &Content) -> bool {
    let heading = element.to_packed::<HeadingElem>();
    heading.is_some_and(|heading| heading.body.plain_text().contains(HELPERS))
}

/// The passages in English of a markup's paragraphs, by run and byte of its text.
fn english(markup: &Markup) -> Vec<(usize, Range<usize>)> {
    let mut found = vec![];
    let mut first = 0;
    for runs in markup.runs.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
        let passages = foreign::english(&whole);
        let mut start = 0;
        for (index, run) in runs.iter().enumerate() {
            let end = start + run.text.len();
            let here = passages.iter().filter(|passage| passage.start < end && start < passage.end);
            found.extend(here.map(|passage| {
                (first + index, passage.start.max(start) - start..passage.end.min(end) - start)
            }));
            start = end;
        }
        first += runs.len();
    }
    found
}
