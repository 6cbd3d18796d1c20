//! XMP packets (ISO 16684-1): what one says, and one that is written.

use std::collections::BTreeMap;

use jikji_diagnostic::Arg;
use roxmltree::{Document, Node, ParsingOptions};

use crate::words;

/// Most nodes of a packet that are read.
const MOST_NODES: u32 = 200_000;
/// The vocabulary of what jikji says of its own files.
const OWN: &str = "urn:jikji:print:";
/// What stands before and after the properties.
const HEAD: &str = concat!(
    "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
    "<rdf:Description rdf:about=\"\"\n",
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n",
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n",
    " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n",
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n",
    " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n",
);
const TAIL: &str = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

/// The simple properties of a packet by local name; of a list the first item.
///
/// # Errors
///
/// Why it cannot be read.
pub fn read(packet: &[u8]) -> Result<BTreeMap<String, String>, Arg> {
    let text = std::str::from_utf8(packet).map_err(|_| words::NOT_UTF8)?;
    let text = text.trim_start_matches('\u{FEFF}').trim_matches(['\0', ' ', '\n', '\r', '\t']);
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..Default::default() };
    let tree = Document::parse_with_options(text, options)
        .map_err(|error| words::NO_XML.phrase(&[("line", error.pos().row.to_string().into())]))?;
    let mut out = BTreeMap::new();
    for node in tree.descendants().filter(|node| node.tag_name().name() == "Description") {
        for attribute in node.attributes() {
            out.entry(attribute.name().to_string()).or_insert(attribute.value().to_string());
        }
        for child in node.children().filter(Node::is_element) {
            let item = child.descendants().find(|n| n.tag_name().name() == "li").unwrap_or(child);
            let value = item.text().unwrap_or_default().to_string();
            out.entry(child.tag_name().name().to_string()).or_insert(value);
        }
    }
    Ok(out)
}

/// A packet that is being written: properties of Dublin Core, XMP, its media management, PDF and
/// PDF/X, by their usual prefixes.
#[derive(Debug, Default)]
pub struct Writer(String);

impl Writer {
    /// A property of one value.
    pub fn simple(&mut self, name: &str, value: &str) {
        self.element(name, &escaped(value));
    }

    /// A property in alternative languages, of which there is the default.
    pub fn alternative(&mut self, name: &str, value: &str) {
        let item = format!("<rdf:li xml:lang=\"x-default\">{}</rdf:li>", escaped(value));
        self.element(name, &format!("<rdf:Alt>{item}</rdf:Alt>"));
    }

    /// A property that is a list, of one item.
    pub fn list(&mut self, name: &str, value: &str) {
        self.element(name, &format!("<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>", escaped(value)));
    }

    /// A property of jikji's own, in its own vocabulary.
    pub fn own(&mut self, name: &str, value: &str) {
        let value = escaped(value);
        self.0.push_str(&format!("<jikji:{name} xmlns:jikji=\"{OWN}\">{value}</jikji:{name}>\n"));
    }

    fn element(&mut self, name: &str, inner: &str) {
        self.0.push_str(&format!("<{name}>{inner}</{name}>\n"));
    }

    /// The whole packet.
    pub fn finish(self) -> String {
        [HEAD, &self.0, TAIL].concat()
    }
}

/// A value without markup and without the characters that XML 1.0 cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut writer = Writer::default();
        writer.alternative("dc:title", "동향 & <소식>\u{1}\u{ffff}.");
        writer.list("dc:creator", "\"A\"");
        writer.simple("pdf:Producer", "B");
        let read = read(writer.finish().as_bytes()).unwrap();
        assert_eq!(read["title"], "동향 & <소식>  .");
        assert_eq!((read["creator"].as_str(), read["Producer"].as_str()), ("\"A\"", "B"));
    }

    #[test]
    fn properties_are_found_in_both_notations() {
        let packet = |inside: &str| [HEAD.trim_end_matches(">\n"), inside, TAIL].concat();
        let both = packet(" xmpMM:DocumentID='uuid:1-2'><xmpMM:VersionID>7</xmpMM:VersionID>");
        let found = read(both.as_bytes()).unwrap();
        assert_eq!((found["DocumentID"].as_str(), found["VersionID"].as_str()), ("uuid:1-2", "7"));
        assert!(read(packet("><xmpMM:VersionID>a<b").as_bytes()).is_err());
        assert!(read(b"\xFF").is_err() && read(b"").is_err());
    }
}
