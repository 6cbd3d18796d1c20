//! What is said of style sheets and branches, each thing once.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::choice::words;
use super::place::spot;
use super::style::Remark;
use crate::document::quoted;
use crate::manifest::image::fault::ImageFault;
use crate::manifest::messages as msg;

/// The most that is said of one file: whoever mends the first mends the others.
const MOST: usize = 24;

/// What browsers read of style sheets and this does not.
pub fn of_sheet(file: &str, unread: &[(String, usize)]) -> Vec<ImageFault> {
    let mut told = BTreeSet::new();
    let fresh = unread.iter().filter(|(what, _)| told.insert(what.clone()));
    let fault = |(what, at): &(String, usize)| {
        ImageFault::new(msg::SVG_UNREAD_RULE).arg("what", quoted(what.clone())).at(spot(file, *at))
    };
    fresh.take(MOST).map(fault).collect()
}

/// Documents inside the drawing that read otherwise than what is drawn for them.
pub fn of_branches(file: &str, instead: &[(Node<'_, '_>, Node<'_, '_>)]) -> Vec<ImageFault> {
    let short = |text: String| text.chars().take(40).collect::<String>();
    let other = instead.iter().filter_map(|(page, drawn)| {
        let (wanted, drawn_words) = (words(*page), words(*drawn));
        let fault = ImageFault::new(msg::SVG_INSTEAD)
            .arg("wanted", quoted(short(wanted.clone())))
            .arg("drawn", quoted(short(drawn_words.clone())));
        (wanted != drawn_words).then(|| fault.at(spot(file, page.range().start)))
    });
    other.take(MOST).collect()
}

/// What is said of declarations.
pub fn of_declarations(file: &str, mut remarks: Vec<(Remark, usize)>) -> Vec<ImageFault> {
    let mut told = BTreeSet::new();
    remarks.retain(|(remark, _)| told.insert(remark.clone()));
    let fault = |(remark, at): (Remark, usize)| {
        let fault = match remark {
            Remark::Unread { name, what } => ImageFault::new(msg::SVG_UNREAD)
                .arg("name", format!("`{name}`"))
                .arg("what", quoted(what)),
            Remark::Skipped { name, value } => ImageFault::new(msg::SVG_SKIPPED)
                .arg("name", format!("`{name}`"))
                .arg("what", quoted(value)),
            Remark::Idle { name } => {
                ImageFault::new(msg::SVG_IDLE).arg("name", format!("`{name}`"))
            }
        };
        fault.at(spot(file, at))
    };
    remarks.into_iter().take(MOST).map(fault).collect()
}
