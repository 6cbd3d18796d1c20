//! Makes PDFs with attachments.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// A document of one empty page that is being made.
pub struct Making {
    pub doc: Document,
}

impl Making {
    pub fn new() -> Self {
        let mut doc = Document::with_version("1.7");
        let pages = doc.new_object_id();
        let size = vec![0.into(), 0.into(), 100.into(), 100.into()];
        let page = dictionary! { "Type" => "Page", "Parent" => pages, "MediaBox" => size };
        let page = doc.add_object(page);
        let kids = vec![page.into()];
        doc.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 });
        let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        doc.trailer.set("Root", catalog);
        Self { doc }
    }

    pub fn catalog(&mut self) -> &mut Dictionary {
        self.doc.catalog_mut().unwrap()
    }

    /// A stream with a file's data, packed where that is smaller.
    pub fn stream(&mut self, bytes: &[u8]) -> Object {
        let params = dictionary! { "Size" => bytes.len() as i64 };
        let dict = dictionary! { "Type" => "EmbeddedFile", "Params" => params };
        let mut stream = Stream::new(dict, bytes.to_vec());
        stream.compress().unwrap();
        self.doc.add_object(stream).into()
    }

    /// A file specification with its file.
    pub fn attachment(&mut self, name: &str, bytes: &[u8]) -> Object {
        let stream = self.stream(bytes);
        self.specification(name, stream)
    }

    pub fn specification(&mut self, name: &str, stream: Object) -> Object {
        let specification = dictionary! {
            "Type" => "Filespec",
            "F" => Object::string_literal(name),
            "UF" => Object::string_literal(utf16(name)),
            "EF" => dictionary! { "F" => stream.clone(), "UF" => stream },
            "AFRelationship" => "Source",
        };
        self.doc.add_object(specification).into()
    }

    /// Sets a name tree of one node.
    pub fn tree(&mut self, entries: Vec<(Object, Object)>) {
        let names: Vec<Object> =
            entries.into_iter().flat_map(|(key, value)| [key, value]).collect();
        self.root(dictionary! { "Names" => names });
    }

    /// Sets the root of the name tree.
    pub fn root(&mut self, root: Dictionary) {
        let root = self.doc.add_object(root);
        self.catalog().set("Names", dictionary! { "EmbeddedFiles" => root });
    }

    pub fn save(mut self) -> Vec<u8> {
        let mut bytes = vec![];
        self.doc.save_to(&mut bytes).unwrap();
        bytes
    }
}

/// A PDF that attaches files.
pub fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut making = Making::new();
    let entries = files
        .iter()
        .map(|(name, bytes)| {
            (Object::string_literal(name.as_str()), making.attachment(name, bytes))
        })
        .collect();
    making.tree(entries);
    making.save()
}

/// A text string in UTF-16.
pub fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    [0xFE, 0xFF].into_iter().chain(units).collect()
}
