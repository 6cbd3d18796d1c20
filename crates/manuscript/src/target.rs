//! What a manifest is written for: the page kinds, fields and limits that a layout declares, and which of
//! them take what a manuscript has.
//!
//! A field is chosen by what it holds, not by its name: the article is the kind with blocks, its key points
//! are a list of paragraphs, the calendar is the kind with a list of records that have a period.

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Plain text.
    Text,
    /// One paragraph.
    Prose,
    /// Any blocks.
    Blocks,
    /// A web address.
    Url,
    /// A source: publisher, title, date, address.
    Source,
    /// A span of days.
    Period,
    /// Fields of its own.
    Record,
    /// A picture.
    Image,
    /// A chart.
    Chart,
    /// What no manuscript is read for.
    Other,
}

impl Holds {
    /// What a field holds, by the name of its type in a layout.
    pub fn of(kind: &str) -> Self {
        match kind {
            "text" => Self::Text,
            "prose" => Self::Prose,
            "blocks" => Self::Blocks,
            "url" => Self::Url,
            "source" => Self::Source,
            "period" => Self::Period,
            "record" => Self::Record,
            "image" => Self::Image,
            "chart" => Self::Chart,
            _ => Self::Other,
        }
    }
}

/// A declared field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it holds many.
    pub list: bool,
    /// How many at most, if that is said.
    pub most: Option<usize>,
    /// Of a record: its fields.
    pub fields: Vec<Field>,
}

impl Field {
    /// How many values it takes.
    pub fn room(&self) -> usize {
        if self.list { self.most.unwrap_or(usize::MAX) } else { 1 }
    }
}

/// How much the page of an entry holds at its tightest, besides a title of one line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Lines.
    pub lines: f64,
    /// Hangul syllables in a line.
    pub letters: f64,
}

/// A page kind.
#[derive(Debug, Clone, PartialEq)]
pub struct PageKind {
    /// Its name.
    pub name: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// How much its page holds, if an entry promises to take one and the layout says so.
    pub room: Option<Room>,
}

/// What a manifest is written for.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The layout's name.
    pub layout: String,
    /// Its page kinds.
    pub kinds: Vec<PageKind>,
    /// The fields of the colophon.
    pub colophon: Vec<Field>,
    /// The largest manifest, in bytes.
    pub largest: usize,
}

/// What the field is called that names who wrote an article.
const BYLINES: [&str; 6] = ["author", "authors", "byline", "by", "writer", "writers"];

/// The fields that take what a manuscript has.
#[derive(Debug)]
pub struct Plan<'t> {
    /// The layout's name.
    pub layout: &'t str,
    /// Those of an article.
    pub article: ArticleFields<'t>,
    /// Those of the event calendar.
    pub calendar: Option<CalendarFields<'t>>,
    /// Those of the colophon.
    pub colophon: Back<'t>,
}

/// The fields of an article.
#[derive(Debug)]
pub struct ArticleFields<'t> {
    /// The kind.
    pub kind: &'t PageKind,
    /// Its title.
    pub title: &'t Field,
    /// Its key points.
    pub key: Option<&'t Field>,
    /// Who wrote it.
    pub byline: Option<&'t Field>,
    /// Its text.
    pub body: &'t Field,
    /// Its sources.
    pub sources: Option<&'t Field>,
    /// Its picture.
    pub image: Option<&'t Field>,
    /// Its chart.
    pub chart: Option<&'t Field>,
}

/// The fields of the event calendar.
#[derive(Debug)]
pub struct CalendarFields<'t> {
    /// The kind.
    pub kind: &'t PageKind,
    /// Its title.
    pub title: &'t Field,
    /// Its events.
    pub rows: &'t Field,
    /// An event's name.
    pub name: &'t Field,
    /// Its days.
    pub period: &'t Field,
    /// Where it is.
    pub place: Option<&'t Field>,
    /// What it is about.
    pub note: Option<&'t Field>,
    /// Its address.
    pub url: Option<&'t Field>,
}

/// The fields of the colophon.
#[derive(Debug)]
pub struct Back<'t> {
    /// The address of the home page.
    pub homepage: Option<&'t Field>,
    /// Whom to ask.
    pub contact: Option<&'t Field>,
    /// Addresses.
    pub address: Option<&'t Field>,
}

impl<'t> Plan<'t> {
    /// The plan for a target; none if no kind takes an article.
    pub fn of(target: &'t Target) -> Option<Self> {
        let articles: Vec<ArticleFields<'t>> = target.kinds.iter().filter_map(article).collect();
        let article = articles.into_iter().min_by_key(ArticleFields::lacking)?;
        let calendars: Vec<CalendarFields<'t>> = target.kinds.iter().filter_map(calendar).collect();
        let prose = |list: bool| target.colophon.iter().find(|f| is_words(f) && f.list == list);
        let homepage = target.colophon.iter().find(|f| f.holds == Holds::Url && !f.list);
        let colophon = Back { homepage, contact: prose(false), address: prose(true) };
        let calendar = calendars.into_iter().next();
        Some(Self { layout: &target.layout, article, calendar, colophon })
    }
}

impl<'t> ArticleFields<'t> {
    /// The required fields that no manuscript fills.
    pub fn unfilled(&self) -> impl Iterator<Item = &'t Field> {
        let own = [self.title.name.as_str(), self.body.name.as_str()];
        self.kind.fields.iter().filter(move |f| f.required && !own.contains(&f.name.as_str()))
    }

    fn lacking(&self) -> usize {
        self.unfilled().count()
    }
}

fn is_words(field: &Field) -> bool {
    matches!(field.holds, Holds::Text | Holds::Prose)
}

fn one(fields: &[Field], holds: Holds) -> Option<&Field> {
    fields.iter().find(|field| field.holds == holds && !field.list)
}

fn article(kind: &PageKind) -> Option<ArticleFields<'_>> {
    // Nothing but its name tells it from others of its kind.
    let byline = |field: &&Field| is_words(field) && BYLINES.contains(&field.name.as_str());
    let list = |field: &&Field| field.holds == Holds::Prose && field.list && !byline(field);
    let title = |field: &&Field| field.holds == Holds::Text && !field.list && !byline(field);
    Some(ArticleFields {
        kind,
        title: kind.fields.iter().find(title)?,
        byline: kind.fields.iter().find(byline),
        key: kind.fields.iter().find(list),
        body: one(&kind.fields, Holds::Blocks)?,
        sources: kind.fields.iter().find(|field| field.holds == Holds::Source),
        image: kind.fields.iter().find(|field| field.holds == Holds::Image),
        chart: one(&kind.fields, Holds::Chart),
    })
}

fn calendar(kind: &PageKind) -> Option<CalendarFields<'_>> {
    let rows = |field: &&Field| field.holds == Holds::Record && field.list;
    let rows = kind.fields.iter().filter(rows).find(|f| one(&f.fields, Holds::Period).is_some())?;
    let mut words = rows.fields.iter().filter(|field| is_words(field) && !field.list);
    Some(CalendarFields {
        kind,
        title: one(&kind.fields, Holds::Text)?,
        rows,
        name: words.next()?,
        period: one(&rows.fields, Holds::Period)?,
        place: words.next(),
        note: words.next(),
        url: one(&rows.fields, Holds::Url),
    })
}
