//! What of a page's annotations is printed: their appearances, as contents that follow the page's own.
//!
//! Whether they may stand there is `document`'s affair.

use lopdf::{Dictionary, Object, dictionary};

use super::super::layers::Layers;
use crate::pdf::geometry::{Matrix, apply};
use crate::pdf::object::{Objects, as_dict};

/// Most annotations of a page.
const MOST: usize = 10_000;
/// Flags of an annotation (ISO 32000-1, table 165).
const HIDDEN: i64 = 1 << 1;
const PRINTED: i64 = 1 << 2;

/// Contents that draw the appearances a press prints, and the resources they need.
pub(super) fn appearances(
    file: &impl Objects,
    page: &Dictionary,
    layers: &Layers,
) -> (Vec<u8>, Dictionary) {
    let (mut content, mut forms) = (String::new(), Dictionary::new());
    for annotation in file.array(page, "Annots").unwrap_or_default().iter().take(MOST) {
        let Some(dict) = as_dict(file.resolve(annotation)) else { continue };
        let flags = file.integer(dict, "F").unwrap_or(0);
        let shown = flags & HIDDEN == 0 && flags & PRINTED != 0;
        let layered = dict.get(b"OC").is_ok_and(|layer| !layers.prints(file, layer));
        if !shown || layered || file.name(dict, "Subtype") == Some(b"Popup") {
            continue;
        }
        let Some((form, matrix)) = appearance(file, dict) else { continue };
        let name = format!("A{}", forms.len());
        let numbers = matrix.map(|v| format!("{v:.6}")).join(" ");
        content.push_str(&format!("q {numbers} cm /{name} Do Q\n"));
        forms.set(name, form.clone());
    }
    let resources = if forms.is_empty() {
        Dictionary::new()
    } else {
        dictionary! { "XObject" => forms }
    };
    (content.into_bytes(), resources)
}

/// The form that an annotation looks like, and what moves it to its place (12.5.5, algorithm 8.1).
fn appearance<'f>(
    file: &'f impl Objects,
    annotation: &'f Dictionary,
) -> Option<(&'f Object, Matrix)> {
    let looks = file.dict(annotation, "AP")?;
    let mut form = looks.get(b"N").ok()?;
    if let Object::Dictionary(states) = file.resolve(form) {
        form = states.get(file.name(annotation, "AS")?).ok()?;
    }
    let dict = &file.resolve(form).as_stream().ok()?.dict;
    let place = file.rect(annotation, "Rect")?;
    let own = file.rect(dict, "BBox")?;
    let matrix = file.matrix(dict, "Matrix");
    let corners = [(own[0], own[1]), (own[2], own[1]), (own[0], own[3]), (own[2], own[3])]
        .map(|(x, y)| apply(matrix, x, y));
    let span = |of: fn((f64, f64)) -> f64| {
        let values = corners.map(of);
        let low = values.into_iter().fold(f64::INFINITY, f64::min);
        (low, values.into_iter().fold(f64::NEG_INFINITY, f64::max))
    };
    let ((left, right), (low, high)) = (span(|p| p.0), span(|p| p.1));
    if right <= left || high <= low {
        return None;
    }
    let (across, up) =
        ((place[2] - place[0]) / (right - left), (place[3] - place[1]) / (high - low));
    Some((form, [across, 0.0, 0.0, up, place[0] - left * across, place[1] - low * up]))
}
