//! Crop marks, register marks and the slug line, in the registration colour, outside the bleed.

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::boxes::PageBoxes;
use super::job::Job;
use super::slug::Slug;
use crate::marks::{LINE, crop, register, registration};
use crate::pdf::draw::Draw;
use crate::pdf::geometry::{MM, grown};
use crate::pdf::write::{flate_stream, reals};

/// Length of a crop mark, in mm.
const CROP: f64 = 5.0;
/// From where marks start to the middle of a register mark, its radius and its arms, in mm.
const REGISTER: (f64, f64, f64) = (4.5, 1.75, 3.0);
/// From where marks start to the slug's base line, and its size in pt.
const SLUG: (f64, f64) = (10.4, 6.5);

/// Prints marks on the pages of one document; what pages share is written once.
pub(super) struct Printer<'a> {
    slug: Option<Slug<'a>>,
    space: Option<ObjectId>,
    forms: Vec<(PageBoxes, ObjectId)>,
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
        boxes: &PageBoxes,
        text: &str,
    ) -> Result<()> {
        let space = *self.space.get_or_insert_with(|| doc.add_object(registration()));
        let form = match self.forms.iter().find(|(known, _)| known == boxes) {
            Some((_, form)) => *form,
            None => {
                let form = doc.add_object(form(boxes, space));
                self.forms.push((boxes.clone(), form));
                form
            }
        };
        let mut content = String::from("q /JkMarks Do Q\n");
        let mut objects = vec![(b"JkMarks".to_vec(), form)];
        if let Some(slug) = &mut self.slug {
            let left = boxes.trim[0] + 2.0 * MM;
            let base = boxes.trim[1] - boxes.offset - SLUG.0 * MM;
            let room = boxes.trim[2] - boxes.trim[0] - 4.0 * MM;
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

fn form(boxes: &PageBoxes, space: ObjectId) -> lopdf::Stream {
    let mut draw = Draw::default();
    draw.named("JkAll", "CS").op(&[1.0], "SCN").op(&[LINE], "w");
    let [left, bottom, right, top] = boxes.trim;
    crop(&mut draw, boxes.trim, [left, right], boxes.offset, CROP * MM);
    let at = grown(boxes.trim, boxes.offset + REGISTER.0 * MM);
    let middle = ((left + right) / 2.0, (bottom + top) / 2.0);
    for place in [(middle.0, at[1]), (middle.0, at[3]), (at[0], middle.1), (at[2], middle.1)] {
        register(&mut draw, place, REGISTER.1 * MM, REGISTER.2 * MM);
    }
    let mut spaces = Dictionary::new();
    spaces.set("JkAll", space);
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Form",
        "BBox" => reals(boxes.media),
        "Resources" => dictionary! { "ColorSpace" => spaces },
    };
    flate_stream(dict, draw.finish().as_bytes())
}
