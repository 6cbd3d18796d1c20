//! A small PDF/X-4 file that keeps every rule, made to be spoilt.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

/// A file of one page, 92 mm square with 3 mm of bleed and room for marks.
pub struct Sample {
    pub doc: Document,
    pub catalog: ObjectId,
    pub info: ObjectId,
    pub intent: ObjectId,
    pub profile: ObjectId,
    pub font: ObjectId,
    pub descriptor: ObjectId,
    pub descendant: ObjectId,
    pub image: ObjectId,
    pub page: ObjectId,
    pub resources: ObjectId,
    pub tree: ObjectId,
    pub content: String,
    pub xmp: String,
}

pub fn string(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// The first bytes of an ICC profile, which is all that is judged.
pub fn profile(class: &[u8; 4], space: &[u8; 4]) -> Vec<u8> {
    let mut data = vec![0; 160];
    data[..4].copy_from_slice(&160_u32.to_be_bytes());
    data[12..16].copy_from_slice(class);
    data[16..20].copy_from_slice(space);
    data[36..40].copy_from_slice(b"acsp");
    data
}

/// A TrueType font of ten glyphs, each a box, with nothing but what each must have.
pub fn program() -> Vec<u8> {
    let (mut head, mut wide, mut most) = (vec![0; 54], vec![0; 36], vec![0, 1, 0, 0]);
    head[..4].copy_from_slice(&[0, 1, 0, 0]);
    head[18..20].copy_from_slice(&1_000_u16.to_be_bytes());
    wide[..4].copy_from_slice(&[0, 1, 0, 0]);
    wide[35] = 1;
    most.extend(10_u16.to_be_bytes());
    most.resize(32, 0);
    // How wide they are and where each begins.
    let sides: Vec<u16> = [vec![1_000], vec![100; 10]].concat();
    let sides: Vec<u8> = sides.iter().flat_map(|n| n.to_be_bytes()).collect();
    let (mut directory, mut tables) = (vec![0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0], vec![]);
    // One outline, its four corners as steps, and where each of the ten begins, in pairs of bytes.
    let steps = [[1, 100, 0, 900, 700, 3, 0], [0x0101, 0x0101, 100, 800, 0, -800, 0]].concat();
    let corners = [0, 700, 0].to_vec();
    let glyph = |n: &i16| n.to_be_bytes();
    let outline: Vec<u8> = steps.iter().chain(&corners).flat_map(glyph).collect();
    let places = (0..=10).flat_map(|i| (i * outline.len() as u16 / 2).to_be_bytes()).collect();
    let outlines = outline.repeat(10);
    let tables_of = [
        (b"glyf", outlines),
        (b"head", head),
        (b"hhea", wide),
        (b"hmtx", sides),
        (b"loca", places),
        (b"maxp", most),
    ];
    for (name, table) in tables_of {
        let at = 12 + 6 * 16 + tables.len() as u32;
        directory.extend(name);
        directory.extend([0; 4]);
        directory.extend(at.to_be_bytes());
        directory.extend((table.len() as u32).to_be_bytes());
        tables.extend(table);
        tables.resize(tables.len().next_multiple_of(4), 0);
    }
    [directory, tables].concat()
}

/// So many CMYK pixels of nearly one colour and the same ink.
pub fn grain(pixels: usize) -> Vec<u8> {
    let other = |i: usize| [0, 3, 6][i * i % 7 % 3];
    (0..pixels).flat_map(|i| [40, 90 + other(i), 120, 10 - other(i)]).collect()
}

pub fn rect(values: [f32; 4]) -> Object {
    Object::Array(values.map(Object::Real).to_vec())
}

impl Sample {
    pub fn new() -> Self {
        let mut doc = Document::with_version("1.6");
        let profile =
            doc.add_object(Stream::new(dictionary! { "N" => 4 }, profile(b"prtr", b"CMYK")));
        let intent = doc.add_object(dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFX",
            "OutputConditionIdentifier" => string("FOGRA39"),
            "RegistryName" => string("http://www.color.org"),
            "Info" => string("Coated FOGRA39"),
            "DestOutputProfile" => profile,
        });
        let info = doc.add_object(dictionary! {
            "Title" => string("T"),
            "Creator" => string("C"),
            "Producer" => string("P"),
            "CreationDate" => string("D:20260131120000+09'00'"),
            "ModDate" => string("D:20260131120000+09'00'"),
            "Trapped" => "False",
        });
        let program = doc.add_object(Stream::new(Dictionary::new(), program()));
        let descriptor = doc.add_object(dictionary! {
            "Type" => "FontDescriptor", "FontName" => "ABCDEF+Test", "FontFile2" => program,
        });
        let descendant = doc.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => "ABCDEF+Test",
            "FontDescriptor" => descriptor,
            "CIDToGIDMap" => "Identity",
            "DW" => 1000,
        });
        let font = doc.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => "ABCDEF+Test",
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Reference(descendant)],
        });
        let image = doc.add_object(Stream::new(
            dictionary! {
                "Type" => "XObject",
                "Subtype" => "Image",
                "Width" => 60,
                "Height" => 60,
                "BitsPerComponent" => 8,
                "ColorSpace" => "DeviceCMYK",
            },
            grain(3600),
        ));
        let resources = doc.add_object(dictionary! {
            "Font" => dictionary! { "F" => font },
            "XObject" => dictionary! { "I" => image },
            "ExtGState" => dictionary! {
                "O" => dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1 },
                "N" => dictionary! { "Type" => "ExtGState", "OP" => false, "op" => false },
            },
        });
        let tree = doc.new_object_id();
        let page = doc.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => tree,
            "MediaBox" => rect([0.0, 0.0, 320.0, 320.0]),
            "BleedBox" => rect([21.0, 21.0, 299.0, 299.0]),
            "TrimBox" => rect([30.0, 30.0, 290.0, 290.0]),
            "Resources" => resources,
        });
        doc.objects.insert(
            tree,
            Object::Dictionary(dictionary! {
                "Type" => "Pages", "Count" => 1, "Kids" => vec![Object::Reference(page)],
            }),
        );
        let catalog = doc.add_object(dictionary! {
            "Type" => "Catalog",
            "Pages" => tree,
            "OutputIntents" => vec![Object::Reference(intent)],
        });
        doc.trailer.set("Root", catalog);
        doc.trailer.set("Info", info);
        doc.trailer.set("ID", vec![string("0123456789abcdef"), string("0123456789abcdef")]);
        // Ground to the bleed edge, a picture of 300 ppi, a line, and a line of text.
        let content = "q /N gs 0.1 0.2 0 0 k 21 21 278 278 re f Q \
            q 14.4 0 0 14.4 60 200 cm /I Do Q 0.25 w 0 0 0 1 K 60 180 m 200 180 l S \
            /O gs 0 0 0 1 k BT /F 10 Tf 1 0 0 1 60 240 Tm <0001000200030004> Tj ET /N gs ";
        let xmp = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
              xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
              xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" pdf:Producer="P" pdf:Trapped="False">
              <dc:title><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title>
              <xmp:CreatorTool>C</xmp:CreatorTool>
              <xmp:CreateDate>2026-01-31T12:00:00+09:00</xmp:CreateDate>
              <xmp:ModifyDate>2026-01-31T03:00:00Z</xmp:ModifyDate>
              <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
              <xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
              <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
            </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"#;
        Self {
            doc,
            catalog,
            info,
            intent,
            profile,
            font,
            descriptor,
            descendant,
            image,
            page,
            resources,
            tree,
            content: content.into(),
            xmp: xmp.into(),
        }
    }

    /// A dictionary of the file, or a stream's.
    pub fn dict(&mut self, id: ObjectId) -> &mut Dictionary {
        match self.doc.get_object_mut(id).unwrap() {
            Object::Stream(stream) => &mut stream.dict,
            other => other.as_dict_mut().unwrap(),
        }
    }

    /// Sets an entry of a kind of resources.
    pub fn resource(&mut self, kind: &str, name: &str, value: impl Into<Object>) {
        let resources = self.dict(self.resources);
        if !resources.has(kind.as_bytes()) {
            resources.set(kind, Dictionary::new());
        }
        resources.get_mut(kind.as_bytes()).unwrap().as_dict_mut().unwrap().set(name, value);
    }

    /// Adds content.
    pub fn draw(&mut self, content: &str) {
        self.content.push_str(content);
        self.content.push(' ');
    }

    /// The file.
    pub fn bytes(mut self) -> Vec<u8> {
        let content =
            self.doc.add_object(Stream::new(Dictionary::new(), self.content.into_bytes()));
        let page = self.doc.get_dictionary_mut(self.page).unwrap();
        if !page.has(b"Contents") {
            page.set("Contents", content);
        }
        if !self.xmp.is_empty() {
            let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
            let xmp = self.doc.add_object(Stream::new(dict, self.xmp.into_bytes()));
            self.doc.get_dictionary_mut(self.catalog).unwrap().set("Metadata", xmp);
        }
        let version = self.doc.version.clone();
        let mut bytes = vec![];
        self.doc.save_to(&mut bytes).unwrap();
        // The library writes no header older than 1.5.
        bytes[5..8].copy_from_slice(version.as_bytes());
        bytes
    }
}
