//! What the pass does to small PDFs, each built where it is tested.

mod colours;
mod conditions;
mod few;
mod file;
mod finishing;
mod gradients;
mod marks;
mod originals;
mod pictures;
mod transparency;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::{Job, Originals, to_x4};
use crate::pdf::object::{MOST_CONVERTED, Objects, as_dict, stream_bytes};
use crate::profile::OutputProfile;
use crate::technical;

/// Trim 100 × 80 mm with 3 mm of bleed, in pt.
pub(super) const MEDIA: [f64; 4] = [0.0, 0.0, 300.472_44, 243.779_53];

/// A PDF under construction.
pub(super) struct Draft {
    pub(super) doc: Document,
    pages: Vec<Object>,
    root: lopdf::ObjectId,
}

impl Draft {
    pub(super) fn new() -> Self {
        let mut doc = Document::with_version("1.6");
        let root = doc.new_object_id();
        Self { doc, pages: Vec::new(), root }
    }

    pub(super) fn add(&mut self, object: impl Into<Object>) -> Object {
        Object::Reference(self.doc.add_object(object))
    }

    /// Adds a page with this content and resources, and anything else in `more`.
    pub(super) fn page(&mut self, content: &str, resources: Dictionary, more: Dictionary) {
        let content = self.add(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
        let mut page = dictionary! {
            "Type" => "Page", "Parent" => self.root, "Contents" => content,
            "MediaBox" => MEDIA.map(|v| Object::Real(v as f32)).to_vec(),
            "Resources" => resources,
        };
        page.extend(&more);
        let page = self.add(page);
        self.pages.push(page);
    }

    pub(super) fn bytes(mut self, catalog: Dictionary) -> Vec<u8> {
        let pages = dictionary! {
            "Type" => "Pages", "Count" => self.pages.len() as i64, "Kids" => self.pages,
        };
        self.doc.objects.insert(self.root, pages.into());
        let mut root = dictionary! { "Type" => "Catalog", "Pages" => self.root };
        root.extend(&catalog);
        let root = self.doc.add_object(root);
        self.doc.trailer.set("Root", root);
        let mut out = Vec::new();
        self.doc.save_to(&mut out).expect("saves");
        out
    }
}

/// The job of most tests, without marks.
pub(super) fn with_job<T>(run: impl FnOnce(&mut Job<'_>) -> T) -> T {
    let profile = OutputProfile::coated_fogra39();
    let mut job = Job {
        profile: &profile,
        trim_mm: (100.0, 80.0),
        bleed_mm: 3.0,
        marks: false,
        title: "창간호 & <1>",
        slug: &|page, of| format!("직지 {page}/{of}"),
        slug_font: &[],
        document_id: "jikji-1",
        date: crate::x4::Day { year: 2024, month: 5, day: 7 },
        binding: None,
        creator: "Typst 0.15.1",
        overprint_black: true,
        originals: &Originals::default(),
        spots: &[],
        finish: &technical::finish,
        outlines: None,
        plates: &[],
        few: None,
    };
    run(&mut job)
}

/// A converted file.
pub(super) struct Printed(pub(super) Document);

impl Printed {
    pub(super) fn of(pdf: &[u8]) -> Self {
        let bytes = with_job(|job| to_x4(pdf, job)).expect("converts");
        Self(Document::load_mem(&bytes).expect("reads back"))
    }

    /// One page with this content.
    pub(super) fn page(content: &str, resources: Dictionary) -> Self {
        let mut draft = Draft::new();
        draft.page(content, resources, Dictionary::new());
        Self::of(&draft.bytes(Dictionary::new()))
    }

    pub(super) fn first(&self) -> &Dictionary {
        let id = self.0.page_iter().next().expect("a page");
        self.0.get_dictionary(id).expect("a page")
    }

    /// The first page's content, without the pair of `q` and `Q` around it.
    pub(super) fn content(&self) -> String {
        let id = self.0.page_iter().next().expect("a page");
        let content = String::from_utf8_lossy(&self.0.get_page_content(id)).into_owned();
        content.trim().trim_start_matches('q').trim_end_matches('Q').trim().to_owned()
    }

    /// A resource of the first page.
    pub(super) fn resource(&self, category: &str, name: &str) -> &Object {
        let resources = self.dict(self.0.entry(self.first(), b"Resources"));
        let category = self.dict(self.0.entry(resources, category));
        self.0.resolve(category.get(name.as_bytes()).expect("the resource"))
    }

    pub(super) fn dict<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        as_dict(self.0.resolve(object)).expect("a dictionary")
    }

    pub(super) fn entry<'a>(&'a self, dict: &'a Dictionary, key: &str) -> &'a Object {
        self.0.entry(dict, key)
    }

    pub(super) fn bytes(&self, object: &Object) -> Vec<u8> {
        let stream = self.0.resolve(object).as_stream().expect("a stream");
        stream_bytes(stream, MOST_CONVERTED).expect("unpacks")
    }
}

/// The four numbers before a `k`.
pub(super) fn ink(content: &str, operator: &str) -> [f64; 4] {
    let words: Vec<&str> = content.split_whitespace().collect();
    let at = words.iter().position(|w| *w == operator).expect("the operator");
    [4, 3, 2, 1].map(|i| words[at - i].parse().expect("a number"))
}

/// An array of numbers as an object.
pub(super) fn list(values: &[f64]) -> Object {
    crate::pdf::write::reals(values.iter().copied())
}

/// A font with an embedded program.
pub(super) fn font(draft: &mut Draft) -> Object {
    let program = draft.add(Stream::new(Dictionary::new(), b"program".to_vec()));
    draft.add(dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "AAAAAA+Body",
        "FontDescriptor" => dictionary! { "Type" => "FontDescriptor", "FontFile2" => program },
    })
}
