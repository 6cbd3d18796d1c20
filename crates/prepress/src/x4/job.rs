//! What is told of a print file.

use super::originals::Originals;
use crate::binding::Binding;
use crate::profile::OutputProfile;

/// A day of the calendar.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    /// Its year.
    pub year: u16,
    /// Its month, from 1.
    pub month: u8,
    /// Its day, from 1.
    pub day: u8,
}

/// What a print file is to be.
pub struct Job<'a> {
    /// The printing condition.
    pub profile: &'a OutputProfile,
    /// Width and height of the finished page, in mm.
    pub trim_mm: (f64, f64),
    /// Bleed (도련) on all four sides, in mm.
    pub bleed_mm: f64,
    /// Crop marks (재단선), register marks (맞춰찍기) and the slug line.
    pub marks: bool,
    /// The document's title.
    pub title: &'a str,
    /// The slug line of a page: its number, from 1, and how many there are.
    pub slug: &'a (dyn Fn(usize, usize) -> String + Sync),
    /// An OpenType font that the slug's glyphs are outlined from; without one there is no slug.
    pub slug_font: &'a [u8],
    /// Stays the same over all builds of one issue.
    pub document_id: &'a str,
    /// The date.
    pub date: Day,
    /// How the pages are to be bound, for who imposes the file.
    pub binding: Option<Binding>,
    /// The program that made the pages.
    pub creator: &'a str,
    /// Text and rules in 100 % black overprint (먹 오버프린트).
    pub overprint_black: bool,
    /// Pictures that are printed in the place of those in the file.
    pub originals: &'a Originals,
}
