//! The issue between the file and the manifest: what was found in the text, each piece with the
//! lines it came from.

use jikji_prose::period::Date;

use crate::source::{Chart, Runs};

/// The most columns of a table in a text.
pub use jikji_prose::tree::MOST_COLUMNS;

/// An issue.
#[derive(Debug, Default)]
pub struct Draft {
    /// The head of the manifest.
    pub head: Head,
    /// Its parts.
    pub parts: Vec<Part>,
    /// The back cover.
    pub colophon: Colophon,
    /// What keeps it from being whole.
    pub lacks: Lacks,
}

/// What keeps an issue from being whole.
#[derive(Debug, Default)]
pub struct Lacks {
    /// Titles of the contents list that no article of the text has.
    pub missing: Vec<Runs>,
    /// How many articles seem to be made of several.
    pub merged: usize,
}

impl Draft {
    /// Its entries, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.parts.iter().flat_map(|part| {
            part.entries.iter().chain(part.sections.iter().flat_map(|section| &section.entries))
        })
    }

    /// Keeps the pictures that are to stay; of the others only the captions stay, in the text.
    pub fn retain_images(&mut self, mut keep: impl FnMut(&mut Image) -> bool) {
        let entries = self.parts.iter_mut().flat_map(|part| {
            let own = part.sections.iter_mut().flat_map(|section| &mut section.entries);
            part.entries.iter_mut().chain(own)
        });
        for entry in entries {
            let Entry::Brief(brief) = entry else { continue };
            let mut captions = vec![];
            brief.images.retain_mut(|image| {
                let kept = keep(image);
                captions.extend((!kept).then(|| std::mem::take(&mut image.caption)));
                kept
            });
            brief.body.extend(captions.into_iter().map(Passage::Paragraph));
            for passage in &mut brief.body {
                if let Passage::Picture(image) = passage
                    && !keep(image)
                {
                    *passage = Passage::Paragraph(std::mem::take(&mut image.caption));
                }
            }
            let shown = |passage: &Passage| passage.words().is_none_or(|words| !words.is_empty());
            brief.body.retain(shown);
        }
    }

    /// Its articles, in order.
    pub fn briefs(&self) -> impl Iterator<Item = &Brief> {
        self.entries().filter_map(|entry| match entry {
            Entry::Brief(brief) => Some(brief),
            Entry::Events(_) => None,
        })
    }
}

/// `[publication]` and `[issue]`.
#[derive(Debug, Default)]
pub struct Head {
    /// The periodical's name.
    pub name: Runs,
    /// A line under it.
    pub tagline: Option<Runs>,
    /// Who publishes it.
    pub publisher: Runs,
    /// The month it is of.
    pub month: Option<Month>,
    /// The day of publication and its line.
    pub published: Option<(Date, usize)>,
}

/// The month of an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its year.
    pub year: u16,
    /// Its number, from 1.
    pub month: u8,
    /// The line it stands on.
    pub line: Option<usize>,
}

impl Month {
    /// The month of a number of which nothing gives one.
    pub const UNKNOWN: Self = Self { year: 2000, month: 1, line: None };
}

/// A part.
#[derive(Debug, Default)]
pub struct Part {
    /// Its title.
    pub title: Runs,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Entries that stand in no section.
    pub entries: Vec<Entry>,
}

/// A section.
#[derive(Debug, Default)]
pub struct Section {
    /// Its title.
    pub title: Runs,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug)]
pub enum Entry {
    /// An article.
    Brief(Brief),
    /// The event calendar.
    Events(Events),
}

impl Entry {
    /// Its title.
    pub fn title_mut(&mut self) -> &mut Runs {
        match self {
            Self::Brief(brief) => &mut brief.title,
            Self::Events(events) => &mut events.title,
        }
    }

    /// The first line of what stands below its title.
    pub fn first_line(&self) -> Option<usize> {
        match self {
            Self::Brief(brief) => brief.first_line(),
            Self::Events(events) => events.first_line(),
        }
    }
}

impl Brief {
    /// The first line of its text.
    pub fn first_line(&self) -> Option<usize> {
        self.body.iter().find_map(|block| block.words()?.line())
    }
}

impl Events {
    /// The first line of its events.
    pub fn first_line(&self) -> Option<usize> {
        self.rows.iter().find_map(|row| row.name.line())
    }
}

/// An article.
#[derive(Debug, Default)]
pub struct Brief {
    /// Its title.
    pub title: Runs,
    /// Who wrote it, where the layout has a field for that.
    pub byline: Vec<Runs>,
    /// Key points.
    pub key: Vec<Runs>,
    /// The text.
    pub body: Vec<Passage>,
    /// Notes: the n-th (from 1) is the one that [`crate::source::Run::Note`] n marks.
    pub notes: Vec<Runs>,
    /// Sources.
    pub sources: Vec<Source>,
    /// The pictures of a field of their own.
    pub images: Vec<Image>,
    /// The chart of a field of its own, with its caption.
    pub chart: Option<Box<(Chart, Runs)>>,
    /// The line where the label of its key points comes once more.
    pub label_again: Option<usize>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its number in [`crate::source::Blocks::art`].
    pub number: usize,
    /// Its file, as the manifest names it.
    pub file: String,
    /// Its description; empty if there is none.
    pub alt: String,
    /// Its caption.
    pub caption: Runs,
}

/// A passage of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// `## …`.
    Subhead(Runs),
    /// A paragraph.
    Paragraph(Runs),
    /// A list item; 1 is the outermost level.
    Item(usize, Runs),
    /// A table, all rows of one length, the first its head.
    Table(Vec<Vec<Runs>>),
    /// The caption of the table right below.
    Caption(Runs),
    /// A picture.
    Picture(Image),
}

impl Passage {
    /// Its running text, if it is one.
    pub fn words(&self) -> Option<&Runs> {
        match self {
            Self::Subhead(words)
            | Self::Paragraph(words)
            | Self::Item(_, words)
            | Self::Caption(words) => Some(words),
            Self::Table(_) | Self::Picture(_) => None,
        }
    }

    /// The same, to change it.
    pub fn words_mut(&mut self) -> Option<&mut Runs> {
        match self {
            Self::Subhead(words)
            | Self::Paragraph(words)
            | Self::Item(_, words)
            | Self::Caption(words) => Some(words),
            Self::Table(_) | Self::Picture(_) => None,
        }
    }
}

/// A source.
#[derive(Debug)]
pub struct Source {
    /// Who published it.
    pub publisher: Runs,
    /// Its title.
    pub title: Runs,
    /// Its date.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<String>,
}

/// The event calendar.
#[derive(Debug)]
pub struct Events {
    /// Its title.
    pub title: Runs,
    /// Its rows.
    pub rows: Vec<Event>,
}

/// An event.
#[derive(Debug)]
pub struct Event {
    /// Its name.
    pub name: Runs,
    /// Its days, in a form the manifest takes.
    pub period: String,
    /// Where.
    pub place: Option<Runs>,
    /// Its address.
    pub url: Option<String>,
    /// What it is about.
    pub note: Option<Runs>,
}

/// The back cover.
#[derive(Debug, Default)]
pub struct Colophon {
    /// The address of the home page, and its line.
    pub homepage: Option<(String, usize)>,
    /// Whom to ask.
    pub contact: Option<Runs>,
    /// Addresses.
    pub address: Vec<Runs>,
}
