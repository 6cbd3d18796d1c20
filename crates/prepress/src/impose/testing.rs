//! Small print files for tests, and ways to look into results.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::geometry::array;
use crate::pdf::geometry::{MM, grown};
use crate::pdf::xmp::Writer;

/// What a made file is like; sizes in mm.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Pages.
    pub pages: usize,
    /// Trimmed size.
    pub trim: (f64, f64),
    /// Bleed.
    pub bleed: f64,
    /// Quarter turns of every page.
    pub turn: i64,
    /// Whether contents are two streams.
    pub in_two: bool,
    /// Page without a trim box.
    pub untrimmed: Option<usize>,
    /// Page that is larger.
    pub larger: Option<usize>,
}

impl Sample {
    /// A5 pages with 3 mm of bleed.
    pub fn pages(pages: usize) -> Self {
        let trim = (148.0, 210.0);
        let (untrimmed, larger) = (None, None);
        Self { pages, trim, bleed: 3.0, turn: 0, in_two: false, untrimmed, larger }
    }

    /// The file. Page n draws `n` in text and a field of black to the bleed's edge.
    pub fn build(&self) -> Vec<u8> {
        let mut doc = Document::with_version("1.6");
        let tree = doc.new_object_id();
        let shared = doc.add_object(dictionary! { "ProcSet" => vec!["PDF".into()] });
        let kids: Vec<Object> =
            (1..=self.pages).map(|page| self.page(&mut doc, page, tree).into()).collect();
        let count = kids.len() as i64;
        let node = dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => shared,
            "Rotate" => self.turn * 90,
        };
        doc.objects.insert(tree, node.into());
        let profile = Stream::new(dictionary! { "N" => 4 }, b"a CMYK profile".to_vec());
        let profile = doc.add_object(profile);
        let intent = dictionary! {
            "Type" => "OutputIntent", "S" => "GTS_PDFX", "DestOutputProfile" => profile,
            "OutputConditionIdentifier" => Object::string_literal("FOGRA39"),
        };
        let mut xmp = Writer::default();
        xmp.simple("pdfxid:GTS_PDFXVersion", "PDF/X-4");
        xmp.simple("xmpMM:DocumentID", "uuid:source");
        xmp.simple("xmpMM:VersionID", "3");
        let xmp = Stream::new(dictionary! { "Subtype" => "XML" }, xmp.finish().into());
        let outlines = doc.add_object(dictionary! { "Type" => "Outlines" });
        let catalog = dictionary! {
            "Type" => "Catalog", "Pages" => tree, "OutputIntents" => vec![intent.into()],
            "Metadata" => doc.add_object(xmp), "Outlines" => outlines,
        };
        let root = doc.add_object(catalog);
        let info = doc.add_object(dictionary! {
            "Title" => lopdf::text_string("동향 & 소식 5월호"),
            "Producer" => Object::string_literal("test"),
            "CreationDate" => Object::string_literal("D:20240507000000Z"),
            "ModDate" => Object::string_literal("D:20240507000000Z"),
            "Trapped" => "False",
        });
        let id = Object::string_literal("0123456789abcdef");
        doc.trailer = dictionary! { "Root" => root, "Info" => info, "ID" => vec![id.clone(), id] };
        let mut bytes = vec![];
        doc.save_to(&mut bytes).unwrap();
        bytes
    }

    fn page(&self, doc: &mut Document, page: usize, tree: ObjectId) -> ObjectId {
        let wider = if self.larger == Some(page) { 10.0 } else { 0.0 };
        let (bleed, size) = (self.bleed * MM, ((self.trim.0 + wider) * MM, self.trim.1 * MM));
        let edge = bleed + 20.0;
        let trim = [edge, edge, edge + size.0, edge + size.1];
        let text = content(page);
        let cut = if self.in_two { text.find(' ').unwrap() } else { text.len() };
        let (one, two) = text.split_at(cut);
        let mut parts = vec![doc.add_object(Stream::new(Dictionary::new(), one.into()))];
        if self.in_two {
            let mut rest = Stream::new(Dictionary::new(), two.repeat(3).into());
            rest.compress().unwrap();
            parts.push(doc.add_object(rest));
        }
        let contents: Object = match parts.as_slice() {
            [only] => (*only).into(),
            parts => parts.iter().copied().map(Object::from).collect::<Vec<_>>().into(),
        };
        let mut dict = dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => contents,
            "MediaBox" => array(grown(trim, edge)),
            "BleedBox" => array(grown(trim, bleed)),
            "TrimBox" => array(trim),
            "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK", "I" => true },
            "Annots" => vec![dictionary! { "Subtype" => "Link" }.into()],
        };
        if self.untrimmed == Some(page) {
            dict.remove(b"TrimBox");
        }
        doc.add_object(dict)
    }
}

/// What page `page` of a sample draws.
pub fn content(page: usize) -> String {
    format!("0 0 0 1 k 0 0 {page} {page} re f")
}

/// Loads a result.
pub fn open(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

/// The dictionaries of a result's pages.
pub fn page_dicts(doc: &Document) -> Vec<&Dictionary> {
    doc.page_iter().map(|id| doc.get_dictionary(id).unwrap()).collect()
}

/// A box of a page, mm, rounded to a hundredth.
pub fn box_mm(page: &Dictionary, key: &str) -> [f64; 4] {
    let sides = page.get(key.as_bytes()).unwrap().as_array().unwrap();
    let side = |at: usize| f64::from(sides[at].as_float().unwrap()) / MM;
    [0, 1, 2, 3].map(|at| (side(at) * 100.0).round() / 100.0)
}

/// The forms of a page, by name.
pub fn forms<'a>(doc: &'a Document, page: &'a Dictionary) -> Vec<(String, &'a Stream)> {
    let resources = page.get_deref(b"Resources", doc).unwrap().as_dict().unwrap();
    let forms = resources.get_deref(b"XObject", doc).unwrap().as_dict().unwrap();
    let form = |(name, id): (&Vec<u8>, &'a Object)| {
        let stream = doc.dereference(id).unwrap().1.as_stream().unwrap();
        (String::from_utf8(name.clone()).unwrap(), stream)
    };
    forms.iter().map(form).collect()
}

/// The content of a page, unpacked.
pub fn drawn(doc: &Document, page: &Dictionary) -> String {
    let stream = page.get_deref(b"Contents", doc).unwrap().as_stream().unwrap();
    String::from_utf8(stream.get_plain_content().unwrap()).unwrap()
}

/// The XMP of a result.
pub fn xmp(doc: &Document) -> String {
    let metadata = doc.catalog().unwrap().get_deref(b"Metadata", doc).unwrap();
    String::from_utf8(metadata.as_stream().unwrap().get_plain_content().unwrap()).unwrap()
}
