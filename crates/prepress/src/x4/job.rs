//! What is told of a print file.

use super::few::Few;
use super::originals::Originals;
use super::plate::Plate;
use crate::binding::Binding;
use crate::finish::Finish;
use crate::profile::OutputProfile;
use crate::spot::SpotInk;

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
    /// The spot inks that the job declares.
    pub spots: &'a [SpotInk],
    /// What a spot ink that it does not declare is for, if it is no ink.
    pub finish: &'a (dyn Fn(&str) -> Option<Finish> + Sync),
    /// Text stands in the file as outlines; what is black among it is painted in an ink of this name, which nothing
    /// else may have. It is printed in black alone, and overprints as text does.
    pub outlines: Option<&'a str>,
    /// Art for the finishing, of which each is one plate.
    pub plates: &'a [Plate<'a>],
    /// The plates, where they are not those of the process and of every spot ink.
    pub few: Option<Few<'a>>,
}

impl Job<'_> {
    /// What tells its inks and plates from those of other jobs; nothing where there is nothing to tell.
    pub(super) fn inks(&self) -> Vec<Vec<u8>> {
        let told = |spot: &&SpotInk| spot.lab.is_some() || spot.overprint;
        let spots = self.spots.iter().filter(told).map(|spot| format!("{spot:?}").into_bytes());
        let few = self.few.map(|few| format!("{few:?}").into_bytes());
        let plates = self.plates.iter().flat_map(|plate| {
            let told = format!("{} {:?} {:?}", plate.page, plate.ink, plate.spot);
            [told.into_bytes(), plate.pdf.to_vec()]
        });
        spots.chain(few).chain(plates).collect()
    }
}
