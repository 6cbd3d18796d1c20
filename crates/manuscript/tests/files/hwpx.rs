//! HWPX files.

use super::zipped::zipped;

const NAMES: &str = "xmlns:hp='http://www.hancom.co.kr/hwpml/2011/paragraph' \
    xmlns:hs='http://www.hancom.co.kr/hwpml/2011/section' \
    xmlns:hh='http://www.hancom.co.kr/hwpml/2011/head' \
    xmlns:hc='http://www.hancom.co.kr/hwpml/2011/core' \
    xmlns:opf='http://www.idpf.org/2007/opf/' \
    xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'";

/// A file in the making.
#[derive(Default)]
pub struct File {
    parts: Vec<(String, Vec<u8>)>,
    items: String,
    spine: String,
}

impl File {
    /// A file without a section.
    pub fn new() -> Self {
        let mimetype = ("mimetype".to_string(), b"application/hwp+zip".to_vec());
        Self { parts: vec![mimetype], items: String::new(), spine: String::new() }
    }

    /// With a part that no manifest names.
    pub fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.parts.push((name.to_string(), bytes.into()));
        self
    }

    /// With a part that the manifest names.
    pub fn item(mut self, id: &str, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.items += &format!("<opf:item id='{id}' href='{path}'/>");
        self.with(path, bytes)
    }

    /// With the part that says how all looks: what stands in its `refList`.
    pub fn header(self, lists: &str) -> Self {
        let head = format!("<hh:head {NAMES}><hh:refList>{lists}</hh:refList></hh:head>");
        self.item("header", "Contents/header.xml", head)
    }

    /// With a section, the next of the spine.
    pub fn section(mut self, body: &str) -> Self {
        let number = self.spine.matches("itemref").count();
        self.spine += &format!("<opf:itemref idref='section{number}'/>");
        let path = format!("Contents/section{number}.xml");
        self.item(&format!("section{number}"), &path, element("hs:sec", body))
    }

    /// Its parts, with its manifest.
    pub fn parts(self) -> Vec<(String, Vec<u8>)> {
        let (items, spine) = (&self.items, &self.spine);
        let manifest = element(
            "opf:package",
            &format!("<opf:manifest>{items}</opf:manifest><opf:spine>{spine}</opf:spine>"),
        );
        self.with("Contents/content.hpf", manifest).parts
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

/// A paragraph of one run, with what stands in it.
pub fn p(within: &str) -> String {
    format!("<hp:p><hp:run>{within}</hp:run></hp:p>")
}

/// A paragraph of words.
pub fn t(words: &str) -> String {
    p(&format!("<hp:t>{words}</hp:t>"))
}
