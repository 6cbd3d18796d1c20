//! DOCX files.

use super::zipped::zipped;

const NAMES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
    xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
    xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' \
    xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' \
    xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
    xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' \
    xmlns:w16se='http://schemas.microsoft.com/office/word/2015/wordml/symex' \
    xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'";

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A file in the making.
#[derive(Default)]
pub struct File {
    parts: Vec<(String, Vec<u8>)>,
    relations: String,
    body: String,
}

impl File {
    /// A file with this text.
    pub fn new(body: &str) -> Self {
        Self { body: body.to_string(), ..Self::default() }
    }

    /// With a part that nothing names.
    pub fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.parts.push((name.to_string(), bytes.into()));
        self
    }

    /// With a relationship of the text to a part, or to an address.
    pub fn names(mut self, id: &str, kind: &str, target: &str) -> Self {
        let mode = if target.contains(':') { " TargetMode='External'" } else { "" };
        self.relations +=
            &format!("<Relationship Id='{id}' Type='{KIND}{kind}' Target='{target}'{mode}/>");
        self
    }

    /// With a part that holds what it is called by, of that kind.
    pub fn part(self, kind: &str, root: &str, within: &str) -> Self {
        let name = format!("{kind}.xml");
        self.with(&format!("word/{name}"), element(root, within)).names(kind, kind, &name)
    }

    /// With styles.
    pub fn styles(self, styles: &str) -> Self {
        self.part("styles", "w:styles", styles)
    }

    /// With numberings.
    pub fn numbering(self, numbering: &str) -> Self {
        self.part("numbering", "w:numbering", numbering)
    }

    /// Its parts.
    pub fn parts(self) -> Vec<(String, Vec<u8>)> {
        let relations = |all: &str| format!("<Relationships>{all}</Relationships>");
        let main = format!(
            "<Relationship Id='r' Type='{KIND}officeDocument' Target='/word/document.xml'/>"
        );
        let body = format!("<w:body>{}</w:body>", self.body);
        let own = relations(&self.relations);
        let file = self
            .with("_rels/.rels", relations(&main))
            .with("word/_rels/document.xml.rels", own)
            .with("word/document.xml", element("w:document", &body));
        file.parts
    }

    /// Its bytes.
    pub fn bytes(self) -> Vec<u8> {
        zipped(self.parts())
    }
}

/// A root element with all namespaces.
pub fn element(name: &str, within: &str) -> String {
    format!("<{name} {NAMES}>{within}</{name}>")
}

/// A paragraph with what stands in it.
pub fn p(within: &str) -> String {
    format!("<w:p>{within}</w:p>")
}

/// A run with what stands in it.
pub fn r(within: &str) -> String {
    format!("<w:r>{within}</w:r>")
}

/// A run of words.
pub fn t(words: &str) -> String {
    r(&format!("<w:t xml:space='preserve'>{words}</w:t>"))
}

/// A paragraph with properties.
pub fn styled(properties: &str, words: &str) -> String {
    p(&format!("<w:pPr>{properties}</w:pPr>{}", t(words)))
}
