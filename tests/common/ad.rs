//! Advertisements as agencies send them: small PDFs, written here.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// Points of a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A PDF of one page with 10 mm of paper around its bleed.
pub struct Ad {
    /// Width and height of the trim, mm.
    pub trim: (f64, f64),
    /// Bleed, mm.
    pub bleed: f64,
    /// Whether it says where it is trimmed.
    pub boxes: bool,
    /// What is drawn, from the lower left corner of the trim.
    pub content: String,
    /// More entries of the page's resources.
    pub resources: Dictionary,
    /// Pictures by their names in the contents.
    pub images: Vec<(&'static str, Stream)>,
    /// More entries of the page and of the catalog.
    pub more: (Dictionary, Dictionary),
}

/// A ground in RGB to the edge of the paper, a bar in a spot colour, and CMYK that overprints it.
pub const GROUND: &str = "0.1 0.4 0.8 rg -50 -50 900 1000 re f\n\
    /Spot cs 1 scn 100 100 300 80 re f\n\
    q /Over gs 0 1 0 0 k 150 60 60 160 re f Q\n\
    q 1 0 0 rg 250 60 60 160 re f Q\n";

/// A spot ink that looks like magenta.
pub fn spot(name: &str) -> Object {
    let ramp = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => vec![Object::from(0); 4], "C1" => vec![0.into(), 1.into(), 0.into(), 0.into()],
    };
    let name = Object::Name(name.as_bytes().to_vec());
    Object::Array(vec!["Separation".into(), name, "DeviceCMYK".into(), ramp.into()])
}

impl Ad {
    /// One that fits an A4 number, with that ground.
    pub fn a4() -> Self {
        let spot = dictionary! {
            "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
            "C0" => vec![Object::from(0); 4], "C1" => vec![0.into(), 0.95.into(), 1.into(), 0.into()],
        };
        let spot = vec![
            "Separation".into(),
            "PANTONE 485 C".into(),
            "DeviceCMYK".into(),
            Object::Dictionary(spot),
        ];
        let over = dictionary! { "OP" => true, "op" => true, "OPM" => 1 };
        Self {
            trim: (210.0, 297.0),
            bleed: 3.0,
            boxes: true,
            content: GROUND.into(),
            resources: dictionary! {
                "ColorSpace" => dictionary! { "Spot" => spot },
                "ExtGState" => dictionary! { "Over" => over },
            },
            images: vec![],
            more: Default::default(),
        }
    }

    /// With more drawn over it.
    pub fn and(mut self, content: &str) -> Self {
        self.content += content;
        self
    }

    /// The file.
    pub fn pdf(self) -> Vec<u8> {
        let mut doc = Document::with_version("2.0");
        let around = |mm: f64| -> Object {
            let (width, height) = self.trim;
            let sides = [-mm, -mm, width + mm, height + mm].map(|side| side * MM);
            Object::Array(sides.map(|side| Object::Real(side as f32)).to_vec())
        };
        let content = doc.add_object(Stream::new(Dictionary::new(), self.content.into_bytes()));
        let tree = doc.new_object_id();
        let mut resources = self.resources;
        let mut named = Dictionary::new();
        for (name, image) in self.images {
            named.set(name, doc.add_object(image));
        }
        resources.set("XObject", named);
        let mut page = dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources,
            "MediaBox" => around(if self.boxes { self.bleed + 10.0 } else { 0.0 }),
        };
        if self.boxes {
            page.set("TrimBox", around(0.0));
            page.set("BleedBox", around(self.bleed));
        }
        page.extend(&self.more.0);
        let page = Object::Reference(doc.add_object(page));
        let pages = dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page] };
        doc.objects.insert(tree, pages.into());
        let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => tree };
        catalog.extend(&self.more.1);
        let catalog = doc.add_object(catalog);
        doc.trailer.set("Root", catalog);
        let mut out = vec![];
        doc.save_to(&mut out).unwrap();
        out
    }
}
