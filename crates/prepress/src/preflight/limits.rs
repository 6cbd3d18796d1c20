//! What a file is held to, and how closely its ink is looked at.

use jikji_diagnostic::Severity;

use super::rules::{About, Rule};
use super::shop::{PageCounts, Shop};
use super::standard::Standard;

/// Ink of all plates, 0 to 255, from which something is printed.
pub(super) const PRINTED: u16 = 10;
/// Where there is less room than this for bleed, in pt, nobody looks how far art reaches into it.
pub(super) const LEAST_BLEED_PT: f64 = 1.5;
/// What has less than this share of the bleed or the margin that is asked is an error; with more it is a warning.
pub(super) const FAR_BELOW: f64 = 0.5;

/// Most that rendering a page may hold in memory at once, in bytes, and most that its bands may hold one after the other.
pub(super) const MOST_HELD: f64 = 640e6;
pub(super) const MOST_SPREAD: f64 = 1_600e6;
/// Of the latter, what one band may hold.
pub(super) const SPREAD_A_BAND: f64 = 128e6;

/// Which pages' ink is measured on rendered separations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InkMeasure {
    /// Every page's worst spot.
    #[default]
    EveryPage,
    /// The worst spot of the file and every page over the limit. A page whose contents cannot come
    /// to more than the limit or the worst spot that is known is not rendered; what is found is the
    /// same.
    WorstSpot,
}

/// What a file is held to.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// The standard the file is to keep.
    pub standard: Standard,
    /// What one print shop asks.
    pub shop: Shop,
    /// Most ink of all plates together, in % (300 coated, 280 uncoated).
    pub ink_limit_percent: f64,
    /// Whether the limit of the file's own printing condition goes before `ink_limit_percent`: of the
    /// condition that its output intent names, where that is built in, else as measured from its
    /// profile.
    pub ink_by_intent: bool,
    /// Areas over the limit that are smaller, in mm², are no error (trade rule: 15).
    pub min_ink_area_mm2: f64,
    /// Under this size, in pt, black text and text in four inks must be K alone or fewer inks.
    pub min_rich_text_pt: f64,
    /// Images under so many ppi are an error.
    pub min_image_ppi_error: f64,
    /// Images under so many ppi are a warning.
    pub min_image_ppi_warning: f64,
    /// Images of one bit under so many ppi are a warning.
    pub line_art: f64,
    /// Thinnest stroke, in pt.
    pub min_stroke_pt: f64,
    /// Lines under so many pt are best printed with one ink.
    pub min_inks_stroke_pt: f64,
    /// Text under so many pt is best printed with two inks at most.
    pub min_inks_text_pt: f64,
    /// White text under so many pt is best in a ground of two inks at most.
    pub min_reversed_text_pt: f64,
    /// Smallest text, in pt.
    pub min_text_pt: f64,
    /// Least distance of text from the trim, in mm.
    pub safe_margin_mm: f64,
    /// Least bleed on every side, in mm.
    pub bleed_mm: f64,
    /// Whether printer's marks are expected; none asks nothing.
    pub expect_marks: Option<bool>,
    /// Resolution the separations are rendered in, in ppi.
    pub separation_ppi: f64,
    /// Which pages' separations are rendered.
    pub ink: InkMeasure,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            standard: Standard::default(),
            shop: Shop::default(),
            ink_limit_percent: 300.0,
            ink_by_intent: false,
            min_ink_area_mm2: 15.0,
            min_rich_text_pt: 12.0,
            min_image_ppi_error: 150.0,
            min_image_ppi_warning: 250.0,
            line_art: 600.0,
            min_stroke_pt: 0.25,
            min_inks_stroke_pt: 0.5,
            min_inks_text_pt: 6.0,
            min_reversed_text_pt: 6.0,
            min_text_pt: 6.0,
            safe_margin_mm: 5.0,
            bleed_mm: 3.0,
            expect_marks: None,
            separation_ppi: 150.0,
            ink: InkMeasure::EveryPage,
        }
    }
}

impl Limits {
    /// What breaking a rule weighs; none if nobody asks for the rule.
    pub(super) fn weight(&self, rule: &Rule) -> Option<Severity> {
        if !self.standard.asks(rule.concern) || !self.ask(rule.about) {
            return None;
        }
        let own = self.shop.weights.get(rule.message.code);
        own.map_or(Some(rule.message.severity), |own| own.severity())
    }

    /// Whether they ask for what a rule is about, where that is not for every file.
    fn ask(&self, about: About) -> bool {
        match about {
            About::MarksWanted => self.expect_marks == Some(true),
            About::MarksUnwanted => self.expect_marks == Some(false),
            About::TrimsAsked => !self.shop.trims_mm.is_empty(),
            About::PagesAsked => self.shop.pages != PageCounts::default(),
            About::InksAsked => self.shop.most_inks.is_some(),
            About::SpotsAsked => self.shop.spots.is_some(),
            About::ConditionAsked => self.shop.condition.is_some(),
            About::Anything
            | About::Fonts
            | About::Spots
            | About::Transparency
            | About::Images
            | About::Strokes
            | About::Text => true,
        }
    }
}
