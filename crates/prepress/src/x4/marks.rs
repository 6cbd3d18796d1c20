//! Crop marks, register marks and the slug line, in the registration colour, outside the bleed.

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::Job;
use super::boxes::Sheet;
use super::slug::Slug;
use crate::pdf::geometry::{MM, grown};
use crate::pdf::write::{flate_stream, reals};

/// Width of all marks, in pt.
const LINE: f64 = 0.25;
/// Length of a crop mark, in mm.
const CROP: f64 = 5.0;
/// From where marks start to the middle of a register mark, its radius and its arms, in mm.
const REGISTER: (f64, f64, f64) = (4.5, 1.75, 3.0);
/// From where marks start to the slug's base line, and its size in pt.
const SLUG: (f64, f64) = (10.4, 6.5);
/// A quarter circle as a Bézier curve.
const ROUND: f64 = 0.552_284_75;

/// Prints marks on the pages of one document; what pages share is written once.
pub(super) struct Printer<'a> {
    slug: Option<Slug<'a>>,
    space: Option<ObjectId>,
    forms: Vec<(Sheet, ObjectId)>,
}

impl<'a> Printer<'a> {
    pub(super) fn new(job: &Job<'a>) -> Self {
        Self { slug: Slug::new(job.slug_font), space: None, forms: Vec::new() }
    }

    /// Adds the marks to a page.
    pub(super) fn print(
        &mut self,
        doc: &mut Document,
        page: ObjectId,
        sheet: &Sheet,
        text: &str,
    ) -> Result<()> {
        let space = *self.space.get_or_insert_with(|| doc.add_object(registration()));
        let form = match self.forms.iter().find(|(known, _)| known == sheet) {
            Some((_, form)) => *form,
            None => {
                let form = doc.add_object(form(sheet, space));
                self.forms.push((sheet.clone(), form));
                form
            }
        };
        let mut content = String::from("q /JkMarks Do Q\n");
        let mut objects = vec![(b"JkMarks".to_vec(), form)];
        if let Some(slug) = &mut self.slug {
            let left = sheet.trim[0] + 2.0 * MM;
            let base = sheet.trim[1] - sheet.offset - SLUG.0 * MM;
            let room = sheet.trim[2] - sheet.trim[0] - 4.0 * MM;
            let line = slug.line(doc, text, SLUG.1, room);
            content.push_str(&format!("q /JkAll cs 1 scn 1 0 0 1 {left:.3} {base:.3} cm\n"));
            content.push_str(&line.content);
            content.push_str("Q\n");
            objects.extend(line.glyphs);
        }
        let content = doc.add_object(flate_stream(Dictionary::new(), content.as_bytes()));
        let page = doc.get_dictionary_mut(page)?;
        let art = page.get(b"Contents")?.clone();
        page.set("Contents", Object::Array(vec![art, content.into()]));
        let resources = page.get_mut(b"Resources")?.as_dict_mut()?;
        for (category, name, id) in objects
            .into_iter()
            .map(|(name, id)| ("XObject", name, id))
            .chain([("ColorSpace", b"JkAll".to_vec(), space)])
        {
            if !resources.has(category.as_bytes()) {
                resources.set(category, Dictionary::new());
            }
            resources.get_mut(category.as_bytes())?.as_dict_mut()?.set(name, id);
        }
        Ok(())
    }
}

/// Separation `All`: a tint of it is that tint of every plate (ISO 32000-1, 8.6.6.4).
fn registration() -> Object {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => reals([0.0, 1.0]),
        "C0" => reals([0.0; 4]), "C1" => reals([1.0; 4]),
    };
    Object::Array(vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), function.into()])
}

fn form(sheet: &Sheet, space: ObjectId) -> lopdf::Stream {
    let mut out = format!("/JkAll CS 1 SCN {LINE} w\n");
    let mut line = |x1: f64, y1: f64, x2: f64, y2: f64| {
        out.push_str(&format!("{x1:.3} {y1:.3} m {x2:.3} {y2:.3} l S\n"));
    };
    let [left, bottom, right, top] = sheet.trim;
    let near = grown(sheet.trim, sheet.offset);
    let far = grown(near, CROP * MM);
    for y in [bottom, top] {
        line(far[0], y, near[0], y);
        line(near[2], y, far[2], y);
    }
    for x in [left, right] {
        line(x, far[1], x, near[1]);
        line(x, near[3], x, far[3]);
    }
    let (centre, radius, arm) = (REGISTER.0 * MM, REGISTER.1 * MM, REGISTER.2 * MM);
    let middle = ((left + right) / 2.0, (bottom + top) / 2.0);
    let at = grown(near, centre);
    let centres = [(middle.0, at[1]), (middle.0, at[3]), (at[0], middle.1), (at[2], middle.1)];
    for (x, y) in centres {
        line(x - arm, y, x + arm, y);
        line(x, y - arm, x, y + arm);
    }
    for (x, y) in centres {
        let (r, k) = (radius, radius * ROUND);
        out.push_str(&format!("{:.3} {y:.3} m\n", x + r));
        for [(a, b), (c, d), (e, f)] in [
            [(r, k), (k, r), (0.0, r)],
            [(-k, r), (-r, k), (-r, 0.0)],
            [(-r, -k), (-k, -r), (0.0, -r)],
            [(k, -r), (r, -k), (r, 0.0)],
        ] {
            out.push_str(&format!(
                "{:.3} {:.3} {:.3} {:.3} {:.3} {:.3} c\n",
                x + a,
                y + b,
                x + c,
                y + d,
                x + e,
                y + f
            ));
        }
        out.push_str("s\n");
    }
    let mut spaces = Dictionary::new();
    spaces.set("JkAll", space);
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Form",
        "BBox" => reals(sheet.media),
        "Resources" => dictionary! { "ColorSpace" => spaces },
    };
    flate_stream(dict, out.as_bytes())
}
