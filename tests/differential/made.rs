//! Small files of the kinds that are hard to separate, each with all its ink on one page.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// A file of one page with nothing but its contents, and what else they need.
struct Made {
    doc: Document,
    resources: Dictionary,
    content: String,
    page: Dictionary,
}

fn numbers(values: &[f32]) -> Vec<Object> {
    values.iter().map(|v| Object::Real(*v)).collect()
}

impl Made {
    fn new(content: &str) -> Self {
        let mut made = Self {
            doc: Document::with_version("1.7"),
            resources: Dictionary::new(),
            content: content.into(),
            page: Dictionary::new(),
        };
        for (name, state) in [
            ("O", dictionary! { "OP" => true, "op" => true, "OPM" => 1 }),
            ("O0", dictionary! { "OP" => true, "op" => true, "OPM" => 0 }),
        ] {
            made.resource("ExtGState", name, state);
        }
        made
    }

    fn resource(&mut self, kind: &str, name: &str, value: impl Into<Object>) {
        if !self.resources.has(kind.as_bytes()) {
            self.resources.set(kind, Dictionary::new());
        }
        let entries = self.resources.get_mut(kind.as_bytes()).unwrap().as_dict_mut().unwrap();
        entries.set(name, value);
    }

    /// A form over the whole page.
    fn form(&mut self, name: &str, entries: Dictionary, content: &str) {
        let mut form = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => numbers(&[0.0, 0.0, 200.0, 200.0]),
            "Resources" => self.resources.clone(),
        };
        form.extend(&entries);
        let form = self.doc.add_object(Stream::new(form, content.as_bytes().to_vec()));
        self.resource("XObject", name, form);
    }

    fn group(&mut self, name: &str, isolated: bool, knockout: bool, content: &str) {
        let group = dictionary! {
            "S" => "Transparency", "CS" => "DeviceCMYK", "I" => isolated, "K" => knockout,
        };
        self.form(name, dictionary! { "Group" => group }, content);
    }

    /// A picture of 10 pixels a side, each the same.
    fn image(&mut self, name: &str, pixel: &[u8], entries: Dictionary) {
        let mut image = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 10, "Height" => 10,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceCMYK",
        };
        image.extend(&entries);
        let image = self.doc.add_object(Stream::new(image, pixel.repeat(100)));
        self.resource("XObject", name, image);
    }

    fn spot(&mut self, resource: &str, name: &str) {
        let tint = dictionary! {
            "FunctionType" => 2, "Domain" => numbers(&[0.0, 1.0]), "N" => 1,
            "C0" => numbers(&[0.0; 4]), "C1" => numbers(&[0.0, 0.5, 0.9, 0.1]),
        };
        let space = vec!["Separation".into(), name.into(), "DeviceCMYK".into(), tint.into()];
        self.resource("ColorSpace", resource, Object::Array(space));
    }

    fn bytes(mut self) -> Vec<u8> {
        let content = self.content.into_bytes();
        let content = self.doc.add_object(Stream::new(Dictionary::new(), content));
        let tree = self.doc.new_object_id();
        let mut page = dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content,
            "MediaBox" => numbers(&[0.0, 0.0, 200.0, 200.0]), "Resources" => self.resources,
            "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" },
        };
        page.extend(&self.page);
        let page = self.doc.add_object(page);
        let kids = vec![Object::Reference(page)];
        let node = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 };
        self.doc.set_object(tree, node);
        let catalog = self.doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        self.doc.trailer.set("Root", catalog);
        let mut bytes = vec![];
        self.doc.save_to(&mut bytes).unwrap();
        bytes
    }
}

const GROUND: &str = "0.5 0.3 0 0 k 20 20 160 160 re f ";

/// A file with a group that is drawn over the ground.
fn grouped(isolated: bool, knockout: bool, state: &str, content: &str) -> Vec<u8> {
    let mut made = Made::new(&format!("{GROUND} {state} /F Do"));
    made.resource("ExtGState", "M", dictionary! { "BM" => "Multiply" });
    made.resource("ExtGState", "H", dictionary! { "ca" => 0.5 });
    made.group("F", isolated, knockout, content);
    made.bytes()
}

/// A patch over the middle of the page, of four colours.
fn mesh(kind: i64, pattern: bool) -> Vec<u8> {
    let square = [(40, 40), (40, 160), (160, 160), (160, 40)];
    let mut data = vec![];
    let color = |i: usize| [[200, 0, 0, 0], [0, 200, 0, 0], [0, 0, 200, 0], [180, 180, 180, 60]][i];
    match kind {
        4 => {
            for corner in [0, 1, 2, 0, 2, 3] {
                data.extend([0, square[corner].0, square[corner].1]);
                data.extend(color(corner));
            }
        }
        5 => {
            for corner in [0, 3, 1, 2] {
                data.extend([square[corner].0, square[corner].1]);
                data.extend(color(corner));
            }
        }
        _ => {
            data.push(0);
            for i in 0..4 {
                let ((x, y), (to_x, to_y)) = (square[i], square[(i + 1) % 4]);
                for third in 0..3 {
                    let part = |from: u8, to: u8| {
                        (i32::from(from) + (i32::from(to) - i32::from(from)) * third / 3) as u8
                    };
                    data.extend([part(x, to_x), part(y, to_y)]);
                }
            }
            if kind == 7 {
                data.extend([80, 80, 80, 120, 120, 120, 120, 80]);
            }
            (0..4).for_each(|corner| data.extend(color(corner)));
        }
    }
    let dict = dictionary! {
        "ShadingType" => kind, "ColorSpace" => "DeviceCMYK", "VerticesPerRow" => 2,
        "BitsPerCoordinate" => 8, "BitsPerComponent" => 8, "BitsPerFlag" => 8,
        "Decode" => numbers(&[0.0, 255.0, 0.0, 255.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]),
    };
    let content = if pattern { "/Pattern cs /P scn 50 50 100 100 re f" } else { "/S sh" };
    let mut made = Made::new(content);
    let shading = made.doc.add_object(Stream::new(dict, data));
    made.resource("Shading", "S", shading);
    made.resource("Pattern", "P", dictionary! { "PatternType" => 2, "Shading" => shading });
    made.bytes()
}

fn plane(pattern: bool) -> Vec<u8> {
    let content = if pattern { "/Pattern cs /P scn 50 50 100 100 re f" } else { "/S sh" };
    let mut made = Made::new(content);
    let function = dictionary! {
        "FunctionType" => 4, "Domain" => numbers(&[0.0, 1.0, 0.0, 1.0]),
        "Range" => numbers(&[0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]),
    };
    let program = b"{ 2 copy mul 0.2 }".to_vec();
    let function = made.doc.add_object(Stream::new(function, program));
    let shading = dictionary! {
        "ShadingType" => 1, "ColorSpace" => "DeviceCMYK", "Function" => function,
        "Matrix" => numbers(&[160.0, 0.0, 0.0, 160.0, 20.0, 20.0]),
    };
    made.resource("Shading", "S", shading.clone());
    made.resource("Pattern", "P", dictionary! { "PatternType" => 2, "Shading" => shading });
    made.bytes()
}

fn picture(pixel: &[u8], entries: Dictionary, mask: Option<(u8, &[f32])>) -> Vec<u8> {
    let mut made = Made::new(&format!("{GROUND} q 100 0 0 100 50 50 cm /I Do Q"));
    let mut entries = entries;
    if let Some((alpha, matte)) = mask {
        let mut dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 10, "Height" => 10,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
        };
        if !matte.is_empty() {
            dict.set("Matte", numbers(matte));
        }
        entries.set("SMask", made.doc.add_object(Stream::new(dict, vec![alpha; 100])));
    }
    made.image("I", pixel, entries);
    made.bytes()
}

fn annotated(flags: i64) -> Vec<u8> {
    let mut made = Made::new(GROUND);
    made.form("A", dictionary! {}, "0.9 0.9 0.9 0 k 0 0 200 200 re f");
    let look = made.resources.get(b"XObject").unwrap().as_dict().unwrap().get(b"A").unwrap();
    let annotation = dictionary! {
        "Type" => "Annot", "Subtype" => "Stamp", "F" => flags, "AP" => dictionary! { "N" => look.clone() },
        "Rect" => numbers(&[80.0, 80.0, 120.0, 120.0]),
    };
    made.page.set("Annots", vec![annotation.into()]);
    made.bytes()
}

fn spots(content: &str) -> Vec<u8> {
    let mut made = Made::new(&format!("{GROUND} {content}"));
    made.spot("Gold", "Gold");
    made.spot("Black", "Black");
    made.bytes()
}

/// Text of one glyph of a Type 3 font, 60 pt large.
fn glyph(procedure: &str, before: &str) -> Vec<u8> {
    let text = "BT /T 60 Tf 1 0 0 1 60 60 Tm (a) Tj ET";
    let mut made = Made::new(&format!("{GROUND} {before} {text}"));
    let procedure = Stream::new(dictionary! {}, procedure.as_bytes().to_vec());
    let procedure = made.doc.add_object(procedure);
    let states = made.resources.get(b"ExtGState").unwrap().clone();
    let font = made.doc.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type3", "BaseFont" => "Drawn",
        "FontBBox" => numbers(&[0.0, 0.0, 10.0, 10.0]),
        "FontMatrix" => numbers(&[0.1, 0.0, 0.0, 0.1, 0.0, 0.0]),
        "CharProcs" => dictionary! { "a" => procedure },
        "Encoding" => dictionary! { "Differences" => vec![97.into(), "a".into()] },
        "FirstChar" => 97, "LastChar" => 97, "Widths" => vec![10.into()],
        "Resources" => dictionary! { "ExtGState" => states },
    });
    made.resource("Font", "T", font);
    made.bytes()
}

fn layered(off: bool) -> Vec<u8> {
    let mut made = Made::new(&format!("{GROUND} /OC /L BDC 1 1 1 0 k 60 60 60 60 re f EMC"));
    let layer =
        made.doc.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("L") });
    made.resource("Properties", "L", layer);
    let list = vec![Object::Reference(layer)];
    let shown = if off {
        dictionary! { "OFF" => list.clone() }
    } else {
        dictionary! {}
    };
    let properties = dictionary! { "OCGs" => list, "D" => shown };
    let bytes = made.bytes();
    let mut doc = Document::load_mem(&bytes).unwrap();
    doc.catalog_mut().unwrap().set("OCProperties", properties);
    let mut bytes = vec![];
    doc.save_to(&mut bytes).unwrap();
    bytes
}

/// The files by name.
pub fn files() -> Vec<(&'static str, Vec<u8>)> {
    let black = "/O gs 0 0 0 1 k 60 60 80 80 re f";
    let several = "/M gs 0.7 0.7 0.7 0 k 60 68 60 60 re f 0 0 0 1 k 60 68 60 60 re f";
    let key =
        dictionary! { "Mask" => [0, 10, 200, 255, 0, 255, 0, 255].map(Object::Integer).to_vec() };
    let decode = dictionary! { "Decode" => [1, 0].repeat(4).into_iter().map(Object::Integer).collect::<Vec<_>>() };
    vec![
        ("annotation-printed", annotated(4)),
        ("annotation-screen", annotated(0)),
        ("annotation-hidden", annotated(6)),
        ("group-isolated-overprint", grouped(true, false, "", black)),
        ("group-overprint", grouped(false, false, "", black)),
        ("group-isolated-knockout", grouped(true, true, "", several)),
        ("group-isolated-multiply", grouped(true, false, "", several)),
        ("group-multiply", grouped(false, false, "", several)),
        ("group-multiplied", grouped(false, false, "/M gs", "0.5 0.5 0 0.2 k 60 60 60 60 re f")),
        ("group-half", grouped(false, false, "/H gs", "1 1 1 1 k 60 60 60 60 re f")),
        ("glyph-coloured", glyph("10 0 d0 1 0.9 0.2 0.7 k 0 0 10 10 re f", "0 0 0 0 k")),
        ("glyph-overprinting", glyph("10 0 d0 /O0 gs 0.8 g 0 0 10 10 re f", "0 0 0 0 k")),
        ("glyph-shape", glyph("10 0 0 0 10 10 d1 0 0 10 10 re f", "1 0.9 0.2 0.7 k")),
        ("image", picture(&[100, 50, 20, 30], dictionary! {}, None)),
        ("image-decode", picture(&[100, 50, 20, 30], decode, None)),
        ("image-key-hides", picture(&[5, 210, 20, 30], key.clone(), None)),
        ("image-key-shows", picture(&[100, 210, 20, 30], key, None)),
        ("image-mask", picture(&[200, 210, 20, 30], dictionary! {}, Some((128, &[])))),
        ("image-matte", picture(&[100, 105, 10, 15], dictionary! {}, Some((128, &[0.0; 4])))),
        ("layer-off", layered(true)),
        ("layer-on", layered(false)),
        ("mesh-4", mesh(4, false)),
        ("mesh-5", mesh(5, false)),
        ("mesh-6", mesh(6, false)),
        ("mesh-6-pattern", mesh(6, true)),
        ("mesh-7", mesh(7, false)),
        ("plane", plane(false)),
        ("plane-pattern", plane(true)),
        ("overprint-0", spots("/O0 gs 0 0 0 1 k 60 60 60 60 re f")),
        ("overprint-1", spots("/O gs 0 0 0 1 k 60 60 60 60 re f")),
        ("spot", spots("/Gold cs 0.8 scn 60 60 60 60 re f")),
        ("spot-overprint", spots("/O gs /Gold cs 0.8 scn 60 60 60 60 re f")),
        ("separation-black", spots("/O gs /Black cs 1 scn 60 60 60 60 re f")),
        ("red-green-blue", spots("0.2 0.4 0.3 rg 60 60 60 60 re f")),
    ]
}
