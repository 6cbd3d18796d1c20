//! The walk over a document: what has been converted already and how a page is converted.
//!
//! Every object with colour in it is converted once for each [`Mode`] it is used in and gets a new
//! number; what nothing refers to any more falls away when the file is written.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use anyhow::{Error, Result};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::fault::X4Fault;
use super::few::FewPlates;
use super::images::{Images, Placed};
use super::inks::Inking;
use super::job::Job;
use super::originals::Originals;
use super::overprint::Overprint;
use super::space::{Mode, Space};
use crate::colour::{Cmm, SourceSpace};
use crate::pdf::object::{Objects, as_dict, id_of};
use crate::spot::SpotInk;
use crate::words;
use jikji_diagnostic::Words;

/// Deepest nesting of forms, patterns and masks.
const DEEPEST: usize = 28;

/// The resources a content stream names things by.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope(pub(super) Dictionary);

impl Scope {
    /// A resource of a category, as it stands in the dictionary.
    pub(super) fn get(&self, doc: &Document, category: &[u8], name: &[u8]) -> Option<Object> {
        doc.dict(&self.0, category)?.get(name).ok().cloned()
    }
}

/// The resources a rewritten stream uses, by category.
#[derive(Debug, Default)]
pub(super) struct Resources(BTreeMap<&'static str, Dictionary>);

impl Resources {
    pub(super) fn set(&mut self, category: &'static str, name: &[u8], object: Object) {
        self.0.entry(category).or_default().set(name.to_vec(), object);
    }

    pub(super) fn into_dictionary(self) -> Dictionary {
        let mut dict = Dictionary::new();
        for (category, entries) in self.0 {
            dict.set(category, entries);
        }
        dict
    }
}

/// A converted form or pattern.
#[derive(Debug, Clone)]
pub(super) struct Converted {
    pub(super) object: Object,
    /// Something in it is translucent.
    pub(super) transparent: bool,
    pub(super) placed: Arc<Vec<Placed>>,
    /// Whether all that it paints is printed over what is below; nothing where it paints nothing.
    pub(super) over: Option<bool>,
}

/// Spaces met again and again.
#[derive(Debug)]
pub(super) struct DeviceSpaces {
    pub(super) gray: Arc<Space>,
    pub(super) rgb: Arc<Space>,
    pub(super) cmyk: Arc<Space>,
}

/// The conversion of one document.
pub(super) struct Conversion<'a> {
    pub(super) doc: Document,
    pub(super) inks: Inking<'a>,
    pub(super) known: DeviceSpaces,
    pub(super) spaces: HashMap<ObjectId, Arc<Space>>,
    pub(super) images: Images,
    pub(super) originals: &'a Originals,
    /// The spaces of the originals' profiles of inks.
    pub(super) profiles: BTreeMap<Vec<u8>, Arc<Space>>,
    /// The spot inks that the job knows.
    pub(super) spots: &'a [SpotInk],
    /// The spot ink that alone is taken, where the rest of the file is left out.
    pub(super) only: Option<&'a str>,
    /// The ink of black text, where it stands in the file as outlines.
    pub(super) outlines: Option<&'a str>,
    /// The forms of shapes that come again, by what draws them.
    pub(super) shapes: HashMap<Vec<u8>, ObjectId>,
    /// Black text and rules overprint.
    pub(super) overprint: bool,
    pub(super) page: usize,
    depth: usize,
    converted: HashMap<(ObjectId, Mode), Converted>,
    busy: HashSet<(ObjectId, Mode)>,
    pub(super) fonts: HashSet<ObjectId>,
    overprinting: BTreeMap<Overprint, ObjectId>,
    /// The layers of what is painted with spot inks for the finishing, by their places in `spots`.
    layers: BTreeMap<usize, ObjectId>,
}

impl<'a> Conversion<'a> {
    pub(super) fn new(
        doc: Document,
        cmm: &'a Cmm,
        few: Option<&'a FewPlates<'a>>,
        (job, spots): (&Job<'a>, &'a [SpotInk]),
    ) -> Self {
        Self {
            doc,
            inks: Inking { cmm, few },
            known: DeviceSpaces {
                gray: Arc::new(Space::Gray),
                rgb: Arc::new(Space::Source(Arc::new(SourceSpace::srgb()), vec![(0.0, 1.0); 3])),
                cmyk: Arc::new(Space::Cmyk),
            },
            spaces: HashMap::new(),
            images: Images::default(),
            originals: job.originals,
            profiles: BTreeMap::new(),
            spots,
            only: None,
            outlines: job.outlines,
            shapes: HashMap::new(),
            overprint: job.overprint_black,
            page: 0,
            depth: 0,
            converted: HashMap::new(),
            busy: HashSet::new(),
            fonts: HashSet::new(),
            overprinting: BTreeMap::new(),
            layers: BTreeMap::new(),
        }
    }

    /// The layer of what is painted with a spot ink for the finishing.
    pub(super) fn layer(&mut self, spot: usize) -> Object {
        if let Some(known) = self.layers.get(&spot) {
            return (*known).into();
        }
        let ink = &self.spots[spot];
        let layer = ink.finish.map(|finish| finish.layer(&ink.name)).unwrap_or_default();
        let id = self.doc.add_object(layer);
        self.layers.insert(spot, id);
        id.into()
    }

    /// The document, and its layers with the plates they are of.
    pub(super) fn into_parts(self) -> (Document, BTreeMap<String, ObjectId>) {
        let name = |spot: usize| self.spots[spot].name.clone();
        (self.doc, self.layers.into_iter().map(|(spot, id)| (name(spot), id)).collect())
    }

    pub(super) fn unsupported(&self, what: Words) -> Error {
        X4Fault::Unsupported { page: self.page, what }.into()
    }

    pub(super) fn damaged(&self, what: Words) -> Error {
        X4Fault::Damaged { page: self.page, what }.into()
    }

    /// A transparency group's dictionary, its blending space DeviceCMYK if it has one.
    pub(super) fn group(&self, group: Option<Object>) -> Result<Option<Dictionary>> {
        let Some(group) = group else { return Ok(None) };
        let Some(mut group) = as_dict(self.doc.resolve(&group)).cloned() else {
            return Ok(None);
        };
        if group.has(b"CS") {
            group.set("CS", "DeviceCMYK");
        }
        Ok(Some(group))
    }

    /// Runs a conversion once for each object and mode, guarding against circles.
    pub(super) fn once(
        &mut self,
        object: &Object,
        mode: Mode,
        convert: impl FnOnce(&mut Self) -> Result<Converted>,
    ) -> Result<Converted> {
        let key = id_of(object).map(|id| (id, mode));
        if let Some(done) = key.and_then(|key| self.converted.get(&key)) {
            return Ok(done.clone());
        }
        if self.depth > DEEPEST || key.is_some_and(|key| !self.busy.insert(key)) {
            return Err(self.damaged(words::NESTING));
        }
        self.depth += 1;
        let done = convert(self);
        self.depth -= 1;
        let done = done?;
        if let Some(key) = key {
            self.busy.remove(&key);
            self.converted.insert(key, done.clone());
        }
        Ok(done)
    }

    /// The object of a picture, to be converted when all its placements are known.
    pub(super) fn image(&mut self, id: ObjectId, mode: Mode) -> ObjectId {
        if let Some(new) = self.images.get(id, mode) {
            return new;
        }
        let new = self.doc.new_object_id();
        self.images.add(id, mode, new, self.page);
        new
    }

    /// The graphics state that sets overprinting so.
    pub(super) fn overprinting(&mut self, wanted: Overprint) -> Object {
        if let Some(known) = self.overprinting.get(&wanted) {
            return (*known).into();
        }
        let id = self.doc.add_object(dictionary! {
            "Type" => "ExtGState", "OP" => wanted.stroke, "op" => wanted.fill,
            "OPM" => i64::from(wanted.holes),
        });
        self.overprinting.insert(wanted, id);
        id.into()
    }
}
