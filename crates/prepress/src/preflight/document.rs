//! Rules about the file as a whole: header, interactive parts, output intent, forbidden objects.
//!
//! Metadata is judged in `metadata`, boxes in `boxes`, contents in `walk`.

use std::collections::HashSet;

use lopdf::{Dictionary, Object, Stream};

use super::condition;
use super::file::{File, Page};
use super::limits::Limits;
use super::rules::{self, words};
use super::space;
use super::standard::Standard;
use super::verdict::Findings;
use crate::caught::caught;
use crate::pdf::geometry::{Rect, intersect};
use crate::pdf::object::{Objects, as_dict};
use crate::profile::OutputProfile;

/// How the names of characterised printing conditions begin; one of them names its registry too, a
/// shop's own condition has none (ISO 15930-7, 6.2.2.3).
const REGISTERED: [&str; 8] = ["FOGRA", "CGATS", "IFRA", "JC", "GRACoL", "SWOP", "PSR", "PSO"];

/// Checks everything that stands outside the pages' contents.
pub(super) fn check(file: &File, pages: &[Page], standard: Standard, found: &mut Findings) {
    version(file, found);
    if file.encrypted {
        found.add(rules::ENCRYPTED, None, None, &[]);
    }
    let empty = Dictionary::new();
    let catalog = file.doc.catalog().unwrap_or(&empty);
    interactive(file, catalog, found);
    intent(file, catalog, standard, found);
    if file.get(catalog, "OCProperties").is_some() {
        found.add(rules::LAYERS, None, None, &[]);
    }
    layers(file, catalog, found);
    objects(file, found);
    for page in pages {
        annotations(file, page, found);
        if file.get(&page.dict, "AA").is_some() {
            found.add(rules::ACTIONS, Some(page.number), None, &[("where", words::PAGE.into())]);
        }
    }
    let ids = file.array(&file.doc.trailer, "ID").unwrap_or_default();
    let whole = |o: &Object| file.resolve(o).as_str().is_ok_and(|s| !s.is_empty());
    if ids.len() != 2 || !ids.iter().all(whole) {
        found.add(rules::TRAILER_ID, None, None, &[]);
    }
}

/// ISO 15930-7, 6.1: PDF 1.6 and what came before it; a catalog may raise the header's version. PDF/X-1a and
/// PDF/X-3 stand on PDF 1.3 or 1.4.
fn version(file: &File, found: &mut Findings) {
    let catalog = file.doc.catalog().ok().and_then(|c| file.text(c, "Version"));
    for version in [Some(file.version.clone()), catalog].into_iter().flatten() {
        if !matches!(version.as_str(), "1.3" | "1.4" | "1.5" | "1.6") {
            found.add(rules::VERSION, None, None, &[("found", version.clone().into())]);
        }
        if !matches!(version.as_str(), "1.0" | "1.1" | "1.2" | "1.3" | "1.4") {
            found.add(rules::OLDER_VERSION, None, None, &[("found", version.into())]);
        }
    }
}

fn interactive(file: &File, catalog: &Dictionary, found: &mut Findings) {
    if let Some(form) = file.dict(catalog, "AcroForm") {
        let fields = file.array(form, "Fields").is_some_and(|f| !f.is_empty());
        if fields || file.get(form, "XFA").is_some() {
            found.add(rules::FORMS, None, None, &[]);
        }
    }
    if let Some(open) = file.get(catalog, "OpenAction")
        && as_dict(open).is_some()
    {
        found.add(rules::ACTIONS, None, None, &[("where", "OpenAction".into())]);
    }
    if file.get(catalog, "AA").is_some() {
        found.add(rules::ACTIONS, None, None, &[("where", words::CATALOG.into())]);
    }
    if let Some(names) = file.dict(catalog, "Names") {
        if file.get(names, "JavaScript").is_some() {
            found.add(rules::JAVASCRIPT, None, None, &[]);
        }
        if file.get(names, "EmbeddedFiles").is_some() {
            found.add(rules::EMBEDDED, None, None, &[]);
        }
    }
}

/// What the file is held to: what was asked for, or the ink limit of its own printing condition.
pub(super) fn held_to(file: &File, limits: &Limits) -> Limits {
    let mut limits = limits.clone();
    if limits.ink_by_intent
        && let Ok(catalog) = file.doc.catalog()
        && let [intent] = intents(file, catalog)[..]
    {
        let condition = file.text(intent, "OutputConditionIdentifier").unwrap_or_default();
        let built_in = OutputProfile::of_condition(&condition).map(|p| p.ink_limit_percent);
        if let Some(limit) = built_in.or_else(|| measured(file, intent)) {
            limits.ink_limit_percent = limit;
        }
    }
    limits
}

/// The most ink that the separation tables of an intent's own profile use, in %.
fn measured(file: &File, intent: &Dictionary) -> Option<f64> {
    let profile = file.stream(intent, "DestOutputProfile")?;
    let icc = file.data(profile, super::file::MOST_STREAM)?;
    let read = || OutputProfile::from_icc(icc, "").ok();
    let profile = caught(read)?;
    Some(profile.ink_limit_percent.round())
}

/// The output intents for PDF/X.
pub(super) fn intents<'a>(file: &'a File, catalog: &'a Dictionary) -> Vec<&'a Dictionary> {
    let intents = file.array(catalog, "OutputIntents").unwrap_or_default();
    let intents = intents.iter().take(64).filter_map(|o| as_dict(file.resolve(o)));
    intents.filter(|d| file.name(d, "S") == Some(b"GTS_PDFX")).collect()
}

/// ISO 15930-7, 6.2: one GTS_PDFX intent, naming its condition and holding its CMYK profile. The older standards ask
/// for no Info of a registered condition.
fn intent(file: &File, catalog: &Dictionary, standard: Standard, found: &mut Findings) {
    let intents = intents(file, catalog);
    let [intent] = intents[..] else {
        let count = [("found", intents.len().into())];
        return found.add(rules::INTENT, None, None, &count);
    };
    let condition = file.text(intent, "OutputConditionIdentifier").unwrap_or_default();
    let registered = REGISTERED.iter().any(|name| condition.starts_with(name));
    for key in ["OutputConditionIdentifier", "RegistryName", "Info"] {
        let needed = match key {
            "RegistryName" => registered,
            "Info" => !registered || !standard.is_older(),
            _ => true,
        };
        if needed && file.text(intent, key).is_none_or(|t| t.trim().is_empty()) {
            found.add(rules::INTENT_ENTRY, None, None, &[("what", key.into())]);
        }
    }
    let Some(profile) = file.stream(intent, "DestOutputProfile") else {
        return found.add(rules::PROFILE_MISSING, None, None, &[]);
    };
    let n = file.number(&profile.dict, "N").unwrap_or(0.0);
    let data = file.data(profile, super::file::MOST_STREAM).unwrap_or_default();
    let field = |at: usize| {
        let bytes = data.get(at..at + 4).unwrap_or(b"?");
        String::from_utf8_lossy(bytes).trim().to_string()
    };
    let size = data.get(..4).map_or(0, |b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]) as usize);
    let whole = data.len() >= 132 && size <= data.len() && field(36) == "acsp";
    if !whole || n != 4.0 || field(12) != "prtr" || field(16) != "CMYK" {
        let what = match whole {
            true => format!("class {}, space {}, N {n}", field(12), field(16)).into(),
            false => words::NO_PROFILE.into(),
        };
        found.add(rules::PROFILE_KIND, None, None, &[("found", what)]);
    }
    if let Some(name) = condition::profile_name(&data)
        && condition::differ(&condition, &name)
    {
        let args = [("name", condition.clone().into()), ("profile", name.into())];
        found.add(rules::INTENT_NAME, None, None, &args);
    }
}

/// Layers that switch by themselves, which PDF/X-4 forbids (ISO 15930-7, 6.19).
fn layers(file: &File, catalog: &Dictionary, found: &mut Findings) {
    let Some(properties) = file.dict(catalog, "OCProperties") else { return };
    let one = file.dict(properties, "D").into_iter();
    let more = file.array(properties, "Configs").unwrap_or_default().iter().take(1_000);
    let more = more.filter_map(|o| as_dict(file.resolve(o)));
    if one.chain(more).any(|shown| shown.has(b"AS")) {
        found.add(rules::LAYER_AUTO, None, None, &[]);
    }
}

/// A profile of another version than 2 and 4 (6.2.2).
fn profile_version(file: &File, stream: &Stream, found: &mut Findings) {
    let profile =
        stream.dict.has(b"N") && !stream.dict.has(b"Type") && !stream.dict.has(b"Subtype");
    let Some(data) = profile.then(|| file.data(stream, super::file::MOST_STREAM)).flatten() else {
        return;
    };
    if data.get(36..40) == Some(b"acsp") && data[8] > 4 {
        let version = format!("{}.{}", data[8], data[9] >> 4);
        found.add(rules::ICC_VERSION, None, None, &[("found", version.into())]);
    }
}

/// ISO 15930-7, 6.3.7 and 6.5: no annotation on the printed area; and none that is printed nobody knows how.
fn annotations(file: &File, page: &Page, found: &mut Findings) {
    let on_sheet = |rect: Rect| {
        let shared = intersect(rect, page.bleed_or_default());
        shared[2] > shared[0] && shared[3] > shared[1]
    };
    for annotation in file.array(&page.dict, "Annots").unwrap_or_default().iter().take(100_000) {
        let Some(dict) = as_dict(file.resolve(annotation)) else { continue };
        let kind = file.name(dict, "Subtype").unwrap_or(b"?");
        if kind == b"TrapNet" || kind == b"PrinterMark" {
            continue;
        }
        let rect = file.rect(dict, "Rect").unwrap_or_default();
        if on_sheet(rect) {
            let kind = String::from_utf8_lossy(kind).into();
            found.add(rules::ANNOTATION, Some(page.number), Some(rect), &[("kind", kind)]);
        }
    }
    for (rect, kind) in page.bare_annotations.iter().filter(|(rect, _)| on_sheet(*rect)) {
        let kind = [("kind", kind.clone().into())];
        found.add(rules::ANNOTATION_BARE, Some(page.number), Some(*rect), &kind);
    }
}

/// Looks at every object for what may stand nowhere in the file.
fn objects(file: &File, found: &mut Findings) {
    let mut looked = HashSet::new();
    for object in file.doc.objects.values() {
        let Some(dict) = as_dict(object) else { continue };
        dictionary(file, dict, found);
        if let Object::Stream(own) = object {
            stream(file, dict, found);
            profile_version(file, own, found);
        }
        // Graphics states often stand directly in their resources.
        for resources in [Some(dict), file.dict(dict, "Resources")].into_iter().flatten() {
            let Some(states) = file.dict(resources, "ExtGState") else { continue };
            if !looked.insert(std::ptr::from_ref(states)) {
                continue;
            }
            for (_, state) in states {
                if let Object::Dictionary(state) = state {
                    graphics_state(file, state, found);
                }
            }
        }
    }
}

fn dictionary(file: &File, dict: &Dictionary, found: &mut Findings) {
    match file.name(dict, "S") {
        Some(b"JavaScript") => found.add(rules::JAVASCRIPT, None, None, &[]),
        Some(b"Launch" | b"SubmitForm" | b"ImportData" | b"ResetForm") => {
            found.add(rules::ACTIONS, None, None, &[("where", "Launch, SubmitForm".into())]);
        }
        Some(kind @ (b"Rendition" | b"Movie" | b"Sound" | b"GoTo3DView" | b"RichMediaExecute")) => {
            let kind = String::from_utf8_lossy(kind).into();
            found.add(rules::MULTIMEDIA, None, None, &[("kind", kind)]);
        }
        _ => {}
    }
    if let Some(kind @ (b"Movie" | b"Sound" | b"Screen" | b"3D" | b"RichMedia")) =
        file.name(dict, "Subtype")
    {
        let kind = String::from_utf8_lossy(kind).into();
        found.add(rules::MULTIMEDIA, None, None, &[("kind", kind)]);
    }
    if file.name(dict, "Type") == Some(b"Filespec") && file.get(dict, "EF").is_some() {
        found.add(rules::EMBEDDED, None, None, &[]);
    }
    if file.name(dict, "Type") == Some(b"ExtGState") || dict.has(b"OPM") || dict.has(b"BM") {
        graphics_state(file, dict, found);
    }
    if file.name(dict, "Type") == Some(b"Halftone") || dict.has(b"HalftoneType") {
        found.add(rules::HALFTONE, None, None, &[]);
    }
}

/// ISO 15930-7, 6.3.3: no transfer function (TR2 may only be Default) and no halftone.
fn graphics_state(file: &File, dict: &Dictionary, found: &mut Findings) {
    let named = |key: &str, name: &[u8]| file.name(dict, key) == Some(name);
    let transfer = file.get(dict, "TR").is_some_and(|_| !named("TR", b"Identity"));
    if transfer || file.get(dict, "TR2").is_some_and(|_| !named("TR2", b"Default")) {
        found.add(rules::TRANSFER, None, None, &[]);
    }
    if file.get(dict, "HT").is_some_and(|_| !named("HT", b"Default")) {
        found.add(rules::HALFTONE, None, None, &[]);
    }
    rendering_intent(file, dict, "RI", found);
}

/// One of four names (ISO 32000-1, table 70).
fn rendering_intent(file: &File, dict: &Dictionary, key: &str, found: &mut Findings) {
    if let Some(name) = file.name(dict, key).filter(|name| !space::is_intent(name)) {
        let name = String::from_utf8_lossy(name).into_owned();
        found.add(rules::RENDERING_INTENT, None, None, &[("found", name.into())]);
    }
}

fn stream(file: &File, dict: &Dictionary, found: &mut Findings) {
    if file.filters(dict).iter().any(|f| f == b"LZWDecode" || f == b"LZW") {
        found.add(rules::LZW, None, None, &[]);
    }
    for filter in file.filters(dict) {
        if filter == b"JPXDecode" || filter == b"JBIG2Decode" {
            let filter = String::from_utf8_lossy(&filter).into_owned().into();
            found.add(rules::OLDER_FILTER, None, None, &[("filter", filter)]);
        }
    }
    if file.get(dict, "OPI").is_some() {
        found.add(rules::OPI, None, None, &[]);
    }
    if file.name(dict, "Subtype") == Some(b"Image") {
        rendering_intent(file, dict, "Intent", found);
    }
    match file.name(dict, "Subtype") {
        Some(b"Image") if file.get(dict, "Alternates").is_some() => {
            found.add(rules::ALTERNATES, None, None, &[]);
        }
        Some(b"PS") => found.add(rules::POSTSCRIPT, None, None, &[]),
        Some(b"Form") if file.name(dict, "Subtype2") == Some(b"PS") || dict.has(b"PS") => {
            found.add(rules::POSTSCRIPT, None, None, &[]);
        }
        _ => {}
    }
    if file.name(dict, "Type") == Some(b"EmbeddedFile") {
        found.add(rules::EMBEDDED, None, None, &[]);
    }
}
