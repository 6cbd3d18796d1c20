//! What a field holds, as its type was read, and the one walk over what a page shows of it.
//!
//! It knows nothing of how values are written down.

use std::borrow::Cow;
use std::slice;

use super::image::Sheet;
use jikji_diagnostic::source::Span;
use jikji_prose::period::Date;
use jikji_prose::placing::Placing;
use jikji_prose::tree::{Block, Inline, Item, Paragraph, Plain, Table, unstyled};
use jikji_prose::visit::{Unit, visit_units};

/// A field's value.
#[derive(Debug, Clone)]
pub enum Value {
    /// Plain text.
    Text(Plain),
    /// One paragraph of prose.
    Prose(Vec<Inline>),
    /// Blocks of prose.
    Blocks(Vec<Block>),
    /// A date.
    Date(Date),
    /// An address that was checked.
    Url(Plain),
    /// An image that was checked.
    Image(Image),
    /// A page of a PDF that is a whole page.
    Artwork(Box<Artwork>),
    /// A source.
    Source(Source),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Box<Chart>),
    /// A span of days.
    Period(Period),
    /// A record: fields in the layout's order.
    Record(Vec<(String, Value)>),
    /// A list of any of them.
    List(Vec<Value>),
}

/// Something of a value that a page shows.
pub enum Shown<'v> {
    /// Running text that is broken into lines by itself.
    Body(Unit<'v>),
    /// A plain text that is, which the layout gets as a string: a title, a label.
    Line(&'v Plain),
    /// A word that stands with others: an address, a span of days, a unit.
    Word(&'v Plain),
    /// A picture, by what the pages call it, with the place it is named at.
    Picture(&'v str, Span),
}

/// Something of a value that no page shows as it is written.
pub enum Unseen<'v> {
    /// What a picture or a chart shows, in words.
    Alt(&'v str),
    /// A day.
    Day(Date),
}

impl Shown<'_> {
    /// Its text without styles; none of a picture.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Body(Unit::Body(body)) => Some(unstyled(body).into()),
            Self::Body(Unit::Plain(text, _)) => Some((*text).into()),
            Self::Line(plain) | Self::Word(plain) => Some(plain.text.as_str().into()),
            Self::Picture(..) => None,
        }
    }
}

/// What a text is in its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A title, a subhead, a paragraph.
    Running,
    /// An item of a list, or one of several key points.
    Item,
    /// What stands beside the text: notes, captions, labels, cells, rows.
    Aside,
    /// What others wrote.
    Cited,
}

impl Value {
    /// Calls `visit` for each text of it with what it is; `role` is what one paragraph of its own is.
    pub fn texts(&self, role: Role, visit: &mut dyn FnMut(Role, Unit<'_>)) {
        match self {
            Self::Text(text) => visit(role, Unit::Plain(&text.text, text.span)),
            Self::Prose(body) => visit(role, Unit::Body(body)),
            Self::Blocks(blocks) => blocks.iter().for_each(|block| block_texts(block, visit)),
            Self::List(values) => {
                let role = if role == Role::Running { Role::Item } else { role };
                values.iter().for_each(|value| value.texts(role, visit));
            }
            Self::Record(fields) => {
                fields.iter().for_each(|(_, value)| value.texts(Role::Aside, visit));
            }
            Self::Source(_) => self.visit(&mut with_role(Role::Cited, visit)),
            Self::Image(_) | Self::Table(_) | Self::Chart(_) => {
                self.visit(&mut with_role(Role::Aside, visit));
            }
            Self::Date(_) | Self::Url(_) | Self::Period(_) | Self::Artwork(_) => {}
        }
    }

    /// The sources in it.
    pub fn sources(&self) -> Vec<&Source> {
        match self {
            Self::Source(source) => vec![source],
            Self::List(values) => values.iter().flat_map(Self::sources).collect(),
            Self::Record(fields) => fields.iter().flat_map(|(_, value)| value.sources()).collect(),
            _ => vec![],
        }
    }

    /// Calls `visit` for all that a page shows of it. What a page makes of a date is the layout's.
    pub fn visit(&self, visit: &mut dyn FnMut(Shown<'_>)) {
        fn body(body: &[Inline], visit: &mut dyn FnMut(Shown<'_>)) {
            visit(Shown::Body(Unit::Body(body)));
        }
        match self {
            Self::Text(text) => visit(Shown::Line(text)),
            Self::Prose(prose) => body(prose, visit),
            Self::Blocks(blocks) => {
                for block in blocks {
                    if let Block::Images(images) = block {
                        let pictures = images.iter();
                        pictures.for_each(|p| visit(Shown::Picture(&p.file, p.span)));
                    }
                    visit_units(slice::from_ref(block), &mut |unit| visit(Shown::Body(unit)));
                }
            }
            Self::Date(_) => {}
            Self::Url(url) => visit(Shown::Word(url)),
            Self::Image(image) => {
                visit(Shown::Picture(&image.path, image.span));
                image.caption.iter().for_each(|caption| body(caption, visit));
            }
            Self::Artwork(artwork) => visit(Shown::Picture(&artwork.path, artwork.span)),
            Self::Source(Source { publisher, title, .. }) => {
                body(publisher, visit);
                body(title, visit);
            }
            Self::Table(table) => table.texts().for_each(|text| body(text, visit)),
            Self::Chart(chart) => {
                chart.caption.iter().for_each(|caption| body(caption, visit));
                let names = chart.series.iter().filter_map(|series| series.name.as_ref());
                let heads =
                    chart.labels.iter().chain(names).chain(&chart.label).chain(&chart.value);
                heads.for_each(|head| visit(Shown::Line(head)));
                chart.unit.iter().for_each(|unit| visit(Shown::Word(unit)));
            }
            Self::Period(period) => visit(Shown::Word(&period.text)),
            Self::Record(fields) => fields.iter().for_each(|(_, value)| value.visit(visit)),
            Self::List(values) => values.iter().for_each(|value| value.visit(visit)),
        }
    }

    /// Calls `visit` for all that no page shows as it is written, with where it stands or what is `near` it.
    pub fn unseen(&self, near: Span, visit: &mut dyn FnMut(Unseen<'_>, Span)) {
        match self {
            Self::Image(image) => visit(Unseen::Alt(&image.alt), image.span),
            Self::Artwork(artwork) => visit(Unseen::Alt(&artwork.alt), artwork.span),
            Self::Chart(chart) => {
                let place = chart.labels.first().map_or(near, |label| label.span);
                visit(Unseen::Alt(&chart.alt), place);
            }
            Self::Source(Source { publisher, date: Some(date), .. }) => {
                let mut place = None;
                Unit::Body(publisher).visit_runs(&mut |_, span| place = place.or(Some(span)));
                visit(Unseen::Day(*date), place.unwrap_or(near));
            }
            Self::Date(date) => visit(Unseen::Day(*date), near),
            Self::Record(fields) => fields.iter().for_each(|(_, value)| value.unseen(near, visit)),
            Self::List(values) => values.iter().for_each(|value| value.unseen(near, visit)),
            Self::Blocks(blocks) => {
                let images = blocks.iter().filter_map(|block| match block {
                    Block::Images(images) => Some(images),
                    _ => None,
                });
                images.flatten().for_each(|image| visit(Unseen::Alt(&image.alt), image.span));
            }
            Self::Text(_)
            | Self::Prose(_)
            | Self::Url(_)
            | Self::Table(_)
            | Self::Period(_)
            | Self::Source(_) => {}
        }
    }

    /// A field of a record.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Record(fields) = self else { return None };
        fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// It, if it is an image.
    pub fn image(&self) -> Option<&Image> {
        let Self::Image(image) = self else { return None };
        Some(image)
    }

    /// It, if it is a plain text.
    pub fn text(&self) -> Option<&Plain> {
        let Self::Text(plain) = self else { return None };
        Some(plain)
    }

    /// Its text, if that is one line or paragraph.
    pub fn line(&self) -> Option<String> {
        match self {
            Self::Text(plain) => Some(plain.text.clone()),
            Self::Prose(body) => Some(unstyled(body)),
            _ => None,
        }
    }

    /// The day that puts it in order: it, or its first.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Period(period) => period.from,
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }
}

/// Hands on the texts of what a page shows, all in one role.
fn with_role(role: Role, visit: &mut dyn FnMut(Role, Unit<'_>)) -> impl FnMut(Shown<'_>) {
    move |shown| match shown {
        Shown::Body(unit) => visit(role, unit),
        Shown::Line(plain) => visit(role, Unit::Plain(&plain.text, plain.span)),
        Shown::Word(_) | Shown::Picture(..) => {}
    }
}

/// The texts of a block: its own, and below them the notes.
fn block_texts(block: &Block, visit: &mut dyn FnMut(Role, Unit<'_>)) {
    match block {
        Block::Subhead(paragraph) | Block::Paragraph(paragraph) => {
            paragraph_texts(Role::Running, paragraph, visit);
        }
        Block::List(items) => items.iter().for_each(|item| item_texts(item, visit)),
        Block::Images(_) | Block::Table(_) => {
            visit_units(slice::from_ref(block), &mut |unit| visit(Role::Aside, unit));
        }
    }
}

fn item_texts(item: &Item, visit: &mut dyn FnMut(Role, Unit<'_>)) {
    paragraph_texts(Role::Item, &item.text, visit);
    item.children.iter().for_each(|child| item_texts(child, visit));
}

fn paragraph_texts(role: Role, paragraph: &Paragraph, visit: &mut dyn FnMut(Role, Unit<'_>)) {
    visit(role, Unit::Body(&paragraph.body));
    paragraph.notes.iter().for_each(|note| visit(Role::Aside, Unit::Body(&note.body)));
}

/// An image of the issue.
#[derive(Debug, Clone)]
pub struct Image {
    /// What the pages call it: its place in [`Issue::pictures`].
    pub path: String,
    /// What a screen reader says; never empty.
    pub alt: String,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
    /// How it is to stand.
    pub placing: Placing,
    /// Where the file is named.
    pub span: Span,
}

/// A page of a PDF that is a whole page of the number.
#[derive(Debug, Clone)]
pub struct Artwork {
    /// What the pages call it: its place in [`Issue::pictures`].
    pub path: String,
    /// The author's file.
    pub file: String,
    /// What a screen reader says; never empty.
    pub alt: String,
    /// Its size.
    pub sheet: Sheet,
    /// Where the file is named.
    pub span: Span,
}

/// Where a story comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Who published it.
    pub publisher: Vec<Inline>,
    /// The document's title.
    pub title: Vec<Inline>,
    /// Its date.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<String>,
}

/// A chart drawn from numbers.
#[derive(Debug, Clone)]
pub struct Chart {
    /// How it is drawn: one of `CHART_KINDS`.
    pub kind: String,
    /// The unit after each number, such as `%`; a space before it is the author's.
    pub unit: Option<Plain>,
    /// What a screen reader says.
    pub alt: String,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
    /// The head of the labels' column.
    pub label: Option<Plain>,
    /// The head of the values' column.
    pub value: Option<Plain>,
    /// The names of the points.
    pub labels: Vec<Plain>,
    /// What is drawn over them: one series without a name, or some with names, each as long as the labels.
    pub series: Vec<Series>,
}

/// The numbers of a chart that belong together.
#[derive(Debug, Clone)]
pub struct Series {
    /// Its name, if it is not the only one.
    pub name: Option<Plain>,
    /// Finite numbers; not negative in parts of a whole.
    pub values: Vec<f64>,
}

/// When something takes place, as an event calendar writes it.
#[derive(Debug, Clone)]
pub struct Period {
    /// The first day, and the last one if it lasts longer; `None` where it is told otherwise than by days.
    pub days: Option<(Date, Option<Date>)>,
    /// What puts it in order; what has none comes last.
    pub from: Option<Date>,
    /// What is written beside the days: day of the week, time. May be empty.
    pub detail: Plain,
    /// As the author wrote it.
    pub text: Plain,
}
