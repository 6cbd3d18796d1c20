//! What of a page's annotations is printed: their appearances, as contents that follow the page's own, and those that
//! have none, which programs draw in their own way or leave out.
//!
//! Whether they may stand there is `document`'s affair.

use lopdf::{Dictionary, Object, dictionary};

use super::super::layers::Layers;
use crate::pdf::geometry::{Matrix, Rect, bounds};
use crate::pdf::object::{Objects, as_dict, as_number};

/// Most annotations of a page.
const MOST: usize = 10_000;
/// Flags of an annotation (ISO 32000-1, table 165).
const HIDDEN: i64 = 1 << 1;
const PRINTED: i64 = 1 << 2;

/// What a page's annotations print.
#[derive(Default)]
pub(super) struct Annotations {
    /// Contents that draw the appearances a press prints, and the resources they need.
    pub content: Vec<u8>,
    pub resources: Dictionary,
    /// Those that are to be printed and have no appearance: where, and what they are.
    pub bare: Vec<(Rect, String)>,
    /// Where those are that have an appearance that does not say how large it is, so that it has no place.
    pub boundless: Vec<Rect>,
}

/// What a page's annotations print.
pub(super) fn annotations(file: &impl Objects, page: &Dictionary, layers: &Layers) -> Annotations {
    let (mut content, mut forms) = (String::new(), Dictionary::new());
    let (mut bare, mut boundless) = (vec![], vec![]);
    for annotation in file.array(page, "Annots").unwrap_or_default().iter().take(MOST) {
        let Some(dict) = as_dict(file.resolve(annotation)) else { continue };
        let flags = file.integer(dict, "F").unwrap_or(0);
        let shown = flags & HIDDEN == 0 && flags & PRINTED != 0;
        let layered = dict.get(b"OC").is_ok_and(|layer| !layers.prints(file, layer));
        if !shown || layered || file.name(dict, "Subtype") == Some(b"Popup") {
            continue;
        }
        if let Some((form, matrix)) = appearance(file, dict) {
            let name = format!("A{}", forms.len());
            let numbers = matrix.map(|v| format!("{v:.6}")).join(" ");
            content.push_str(&format!("q {numbers} cm /{name} Do Q\n"));
            forms.set(name, form.clone());
        } else if look(file, dict).is_some_and(|(_, form)| !form.has(b"BBox")) {
            boundless.extend(file.rect(dict, "Rect"));
        } else if shows_without(file, dict)
            && let Some(place) = file.rect(dict, "Rect").filter(|r| r[2] > r[0] && r[3] > r[1])
        {
            let kind = file.name(dict, "Subtype").unwrap_or(b"?");
            bare.push((place, String::from_utf8_lossy(kind).into_owned()));
        }
    }
    let resources = if forms.is_empty() {
        Dictionary::new()
    } else {
        dictionary! { "XObject" => forms }
    };
    Annotations { content: content.into_bytes(), resources, bare, boundless }
}

/// Whether programs may draw an annotation that gives them no appearance (12.5.2 and 12.7.3.3).
fn shows_without(file: &impl Objects, annotation: &Dictionary) -> bool {
    if file.dict(annotation, "AP").is_some_and(|looks| file.get(looks, "N").is_some()) {
        return false;
    }
    match file.name(annotation, "Subtype") {
        // A frame, unless its width is nothing.
        Some(b"Link") => {
            let border = file.array(annotation, "Border").and_then(|list| list.get(2));
            let border = border.map(|width| as_number(file.resolve(width)).unwrap_or(0.0));
            let style = file.dict(annotation, "BS").map(|s| file.number(s, "W").unwrap_or(1.0));
            style.or(border).is_none_or(|width| width > 0.0)
        }
        // What was filled in, or a ground and a frame.
        Some(b"Widget") => {
            let filled = |field: &Dictionary| file.get(field, "V").is_some();
            let own = filled(annotation) || file.get(annotation, "MK").is_some();
            own || file.dict(annotation, "Parent").is_some_and(filled)
        }
        _ => true,
    }
}

/// The form that an annotation looks like, and its dictionary.
fn look<'f>(
    file: &'f impl Objects,
    annotation: &'f Dictionary,
) -> Option<(&'f Object, &'f Dictionary)> {
    let looks = file.dict(annotation, "AP")?;
    let mut form = looks.get(b"N").ok()?;
    if let Object::Dictionary(states) = file.resolve(form) {
        form = states.get(file.name(annotation, "AS")?).ok()?;
    }
    Some((form, &file.resolve(form).as_stream().ok()?.dict))
}

/// The form that an annotation looks like, and what moves it to its place (12.5.5, algorithm 8.1).
fn appearance<'f>(
    file: &'f impl Objects,
    annotation: &'f Dictionary,
) -> Option<(&'f Object, Matrix)> {
    let (form, dict) = look(file, annotation)?;
    let place = file.rect(annotation, "Rect")?;
    let own = file.rect(dict, "BBox")?;
    let [left, low, right, high] = bounds(own, file.matrix(dict, "Matrix"));
    if right <= left || high <= low {
        return None;
    }
    let (across, up) =
        ((place[2] - place[0]) / (right - left), (place[3] - place[1]) / (high - low));
    Some((form, [across, 0.0, 0.0, up, place[0] - left * across, place[1] - low * up]))
}
