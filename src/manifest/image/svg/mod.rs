//! Prepares SVG files: checks them, and writes what the renderer draws as a browser would show them.
//!
//! The renderer knows little of CSS and drops in silence what it does not know. So all that browsers
//! resolve is resolved before: style sheets into attributes ([`cascade`]), colours into sRGB ([`value`]),
//! branches ([`choice`]) and pictures inside ([`embed`]). What cannot be resolved is told at its place.
//! The author's own file stays what it is: it is what is locked and kept.

mod attributes;
mod cascade;
mod choice;
mod copy;
mod css;
mod drawing;
mod embed;
mod gradient;
mod named;
mod own;
mod parts;
mod picture;
mod place;
mod reach;
mod read;
mod remark;
mod safe;
mod style;
mod tree;
mod value;
mod write;

use self::named::named;
use super::fault::ImageFault;
use crate::manifest::messages as msg;
use cascade::Cascade;
use css::sheet::{Reading, Sheet};
use css::token::Token;
use place::{Located, spot};
use reach::Endless;
use tree::Tree;
use value::{Bad, Setting, colour, property};

pub use drawing::{Drawing, Said};
pub use embed::shown;

/// How many drawings may stand in each other.
const DEEPEST: usize = 3;

/// Prepares a file.
pub fn prepare(bytes: &[u8]) -> Result<Drawing, ImageFault> {
    drawing(bytes, 0, "")?.ok_or_else(|| ImageFault::new(msg::SVG_ROOT))
}

/// Prepares a file that is written out in another; none if it is no SVG.
fn prepare_inside(bytes: &[u8], depth: usize, prefix: &str) -> Result<Option<Drawing>, ImageFault> {
    if depth > DEEPEST {
        return Err(read::large());
    }
    // Its lines are none of the file's that the author has.
    drawing(bytes, depth, prefix).map_err(|fault| ImageFault { spot: None, ..fault })
}

fn drawing(bytes: &[u8], depth: usize, prefix: &str) -> Result<Option<Drawing>, ImageFault> {
    let text = read::text(bytes)?;
    let Some(document) = read::document(text)? else { return Ok(None) };
    let root = document.root_element();
    let size = read::size(root);
    let choice = choice::choose(&document);
    safe::check(&document, &choice.kept)?;
    let setting = Setting { current: colour::black(), dark: false, screen: size };
    let sheet = sheet(root, setting)?;
    let tree = Tree::new(&document);
    let cascade = Cascade::new(&tree, &sheet);
    let mut writer =
        write::Writer::new(text, &cascade, &choice, root, (prefix, depth), prepare_inside);
    writer.root(root, cascade.start(setting))?;
    if tree.is_tired() {
        return Err(read::large());
    }
    match writer.reach.check() {
        Err(Endless::Large) => return Err(read::large()),
        Err(Endless::Itself(at)) => {
            return Err(ImageFault::new(msg::SVG_ENDLESS).at(spot(text, at)));
        }
        Ok(()) => {}
    }
    let mut faults = remark::of_sheet(text, &sheet.unread);
    faults.extend(remark::of_branches(text, &choice.instead));
    faults.extend(remark::of_declarations(text, writer.remarks));
    faults.extend(writer.faults);
    let same = !writer.changed && !text.contains("<!DOCTYPE") && sheet.rules.is_empty();
    let (texts, cmyk) = (writer.texts, writer.cmyk);
    Ok(Some(Drawing { markup: writer.out, faults, texts, cmyk, same, size }))
}

/// All style sheets of a file.
fn sheet(root: roxmltree::Node<'_, '_>, setting: Setting) -> Result<Sheet, ImageFault> {
    let supports = |name: &str, value: &[Token]| {
        let found = property::PROPERTIES.iter().find(|property| property.name == name);
        let resolved = found.map(|property| value::resolved(property, value, &setting));
        name.starts_with("--") || matches!(resolved, Some(Ok(_) | Err(Bad::Unread(_))))
    };
    let reading = Reading { screen: setting.screen, supports: &supports };
    let mut sheet = Sheet::default();
    for node in
        root.descendants().filter(|node| node.is_element() && node.tag_name().name() == "style")
    {
        let css = named(node, "type")
            .is_none_or(|kind| kind.is_empty() || kind.eq_ignore_ascii_case("text/css"));
        let media = named(node, "media").unwrap_or_default();
        let media = css::token::tokens(media).ok_or_else(read::large)?;
        if css
            && css::media::holds(&media, setting.screen)
            && !sheet.add(&Located::inside(node), reading)
        {
            return Err(read::large());
        }
    }
    Ok(sheet)
}

#[cfg(test)]
mod tests;
