//! `[print]` held against the layout: what the press will be given, or why it cannot be.
//!
//! Part of `check`, so it reads nothing and sets nothing.

use crate::edition::print::inks::Inks;
use crate::edition::print::messages as say;
use crate::edition::print::{against as shop, finishing, fonts, plates};
use crate::layout::spec::Layout;
use crate::manifest::model::{Issue, Print, Profile};
use jikji_diagnostic::source::Text;
use jikji_diagnostic::{Diagnostic, Message};
use jikji_prepress::binding::{Binding, Paper, creep_mm, spine_mm, spine_range_mm};
use jikji_prepress::profile::{OutputProfile, ProfileFault};

/// What a number is printed under.
#[derive(Debug, Clone)]
pub struct Conditions {
    /// The output profile.
    pub profile: OutputProfile,
    /// Bleed on all sides, mm.
    pub bleed_mm: f64,
    /// How the sheets are held together.
    pub binding: Binding,
    /// Paper of cover and inside, where their weights are known.
    pub paper: (Option<Paper>, Option<Paper>),
    /// Width of the spine as the shop measured it, mm; none in saddle stitching.
    spine_mm: Option<f64>,
    /// What is known of spot inks and of the plates.
    pub inks: Inks,
}

/// The usual bleed, mm.
const USUAL_BLEED: f64 = 3.0;
/// Sizes that differ by less are the same, mm.
const SAME_SIZE: f64 = 0.1;

impl Conditions {
    /// Reads them; what cannot be goes to `found`, and then there are none.
    pub fn of(issue: &Issue, layout: &Layout, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let (print, before) = (&issue.print, found.len());
        let profile = profile(&print.profile).map_err(|problem| found.push(problem)).ok();
        check_trim(print, layout, found);
        shop::check(print, profile.as_ref(), layout, found);
        let bleed_mm = bleed(print, layout, found);
        let binding = Binding::named(&print.binding).unwrap_or(Binding::SaddleStitch);
        if let Some(profile) = &profile {
            check_inks(layout, profile.ink_limit_percent, found);
        }
        let spine_mm = spine(print, binding, found);
        let mut read = |paper: &Option<Text>| {
            let paper = paper.as_ref()?;
            paper_of(paper, binding == Binding::Perfect && spine_mm.is_none(), found)
        };
        let paper = (read(&print.paper.0), read(&print.paper.1));
        let unknown = spine_mm.is_none() && (paper.0.is_none() || paper.1.is_none());
        let inks = Inks::of(issue, layout, found);
        plates::check(print, layout, bleed_mm, found);
        plates::check_inks(print, found);
        finishing::check(print, &inks, found);
        fonts::check(issue, found);
        if let Some(place) = print.split.filter(|_| binding == Binding::Perfect && unknown) {
            found.push(Diagnostic::at(say::SPINE_UNKNOWN, place));
        }
        let failed = jikji_diagnostic::any_error(&found[before..]);
        let profile = profile.filter(|_| !failed)?;
        Some(Self { profile, bleed_mm, binding, paper, spine_mm, inks })
    }

    /// Width of the spine of a perfect-bound number of `pages`, mm, where the shop or the papers tell it.
    pub fn spine_mm(&self, pages: usize) -> Option<f64> {
        if self.spine_mm.is_some() {
            return self.spine_mm;
        }
        let (cover, inside) = (self.paper.0.as_ref()?, self.paper.1.as_ref()?);
        (self.binding == Binding::Perfect).then(|| spine_mm(pages, inside, cover))
    }

    /// Says where the spine as the shop measured it cannot be that of so many pages of the papers that are named, or of
    /// any there are.
    pub fn check_spine(&self, print: &Print, pages: usize, found: &mut Vec<Diagnostic>) {
        let (Some(spine), Some(asked)) = (self.spine_mm, print.order.spine) else { return };
        let (cover, inside) = (self.paper.0.as_ref(), self.paper.1.as_ref());
        let range = spine_range_mm(pages, inside, cover);
        if !range.contains(&spine) {
            let papers = match cover.is_some() && inside.is_some() {
                true => say::THESE_PAPERS,
                false => say::ANY_PAPERS,
            };
            let odd = Diagnostic::at(say::SPINE_ODD, asked.span).arg("spine", spine);
            let odd = odd.arg("papers", papers);
            let odd = odd.arg("pages", pages).arg("least", *range.start());
            found.push(odd.arg("most", *range.end()));
        }
    }

    /// Creep of a sheet of a saddle-stitched number, mm, where the inside paper is known.
    pub fn creep_mm(&self) -> Option<f64> {
        let inside = self.paper.1.as_ref()?;
        (self.binding == Binding::SaddleStitch).then(|| creep_mm(inside))
    }
}

fn profile(asked: &Profile) -> Result<OutputProfile, Diagnostic> {
    match asked {
        Profile::BuiltIn(name) => Ok(OutputProfile::built_in(name)
            .expect("the manifest's reader knows the names of the profiles that are built in")),
        Profile::File { name, bytes, span } => OutputProfile::from_icc(bytes.to_vec(), name)
            .map_err(|fault| {
                Diagnostic::at(profile_words(fault), *span).arg("name", format!("`{name}`"))
            }),
    }
}

/// What to say of a profile that cannot serve; it takes the argument `name`.
pub fn profile_words(fault: ProfileFault) -> &'static Message {
    match fault {
        ProfileFault::NotAProfile => say::PROFILE_NONE,
        ProfileFault::Truncated => say::PROFILE_TRUNCATED,
        ProfileFault::NotCmyk => say::PROFILE_NOT_CMYK,
        ProfileFault::DeviceLink => say::PROFILE_LINK,
        ProfileFault::NotOutput => say::PROFILE_NOT_OUTPUT,
        ProfileFault::NotLab => say::PROFILE_NOT_LAB,
    }
}

fn check_trim(print: &Print, layout: &Layout, found: &mut Vec<Diagnostic>) {
    let Some(trim) = print.trim else { return };
    let (asked, own) = (trim.value, layout.page.trim);
    if (asked.0 - own.0).abs() > SAME_SIZE || (asked.1 - own.1).abs() > SAME_SIZE {
        let size = |(width, height): (f64, f64)| format!("{width} × {height} mm");
        let differs = Diagnostic::at(say::TRIM, trim.span).arg("asked", size(asked));
        found.push(differs.arg("size", size(own)));
    }
}

fn bleed(print: &Print, layout: &Layout, found: &mut Vec<Diagnostic>) -> f64 {
    let Some(bleed) = print.bleed else { return layout.page.bleed };
    let margin = layout.page.margins.into_iter().fold(f64::INFINITY, f64::min);
    let shown = (bleed.value * 100.0).round() / 100.0;
    let at = |message| Diagnostic::at(message, bleed.span).arg("bleed", shown);
    if bleed.value > margin {
        found.push(at(say::BLEED_LARGE).arg("margin", margin));
    } else if bleed.value < USUAL_BLEED {
        found.push(at(say::BLEED_SMALL));
    }
    bleed.value
}

fn check_inks(layout: &Layout, most: f64, found: &mut Vec<Diagnostic>) {
    for color in &layout.inks.colors {
        let (name, inks) = &color.value;
        let sum: f64 = inks.iter().sum();
        if sum > most {
            let heavy = Diagnostic::at(say::INK_BUILD, color.span).arg("name", format!("`{name}`"));
            found.push(heavy.arg("sum", sum).arg("most", most));
        }
    }
}

/// The spine as the shop measured it. What is stitched through the fold has none.
fn spine(print: &Print, binding: Binding, found: &mut Vec<Diagnostic>) -> Option<f64> {
    let spine = print.order.spine?;
    if binding != Binding::Perfect {
        found.push(Diagnostic::at(say::SPINE_STITCHED, spine.span));
        return None;
    }
    Some(spine.value)
}

/// A paper as the trade names it. Only a spine that is reckoned needs its thickness to be known.
fn paper_of(written: &Text, reckoned: bool, found: &mut Vec<Diagnostic>) -> Option<Paper> {
    let paper = Paper::parse(&written.value);
    let doubt = match &paper {
        None => Some(say::PAPER_WEIGHT),
        Some(paper) if !paper.known => Some(say::PAPER_KIND),
        Some(_) => None,
    };
    if let Some(message) = doubt.filter(|_| reckoned) {
        let doubt = Diagnostic::at(message, written.span);
        found.push(doubt.arg("paper", format!("`{}`", written.value.trim())));
    }
    paper
}
