//! Reads single properties from an XMP packet and writes packets.
//!
//! Reading looks for a property's name in the text and is no XML parser: it has to find what the
//! usual writers write, and to fail quietly on anything else.

/// What a packet says.
#[derive(Debug)]
pub struct Facts<'a> {
    /// Texts by property.
    pub texts: Vec<(&'static str, &'a str)>,
    /// Creation and modification.
    pub dates: [Option<String>; 2],
    /// `True` or `False`.
    pub trapped: Option<&'static str>,
    /// Whether the file is PDF/X-4.
    pub is_x4: bool,
    /// `xmpMM:DocumentID`.
    pub document_id: String,
    /// `xmpMM:InstanceID`.
    pub instance_id: String,
    /// `xmpMM:VersionID`.
    pub version: String,
}

/// The longest value that is taken over, bytes.
const LONGEST: usize = 2000;

/// A property of identifier signs only, written as an element or as an attribute.
pub fn token(xmp: &str, property: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || ":-_.+".contains(c);
    raw(xmp, property).filter(|text| text.chars().all(plain)).map(Into::into)
}

/// A text property: its own value, or the first item of its list.
pub fn text(xmp: &str, property: &str) -> Option<String> {
    let text = raw(xmp, property).or_else(|| {
        let list = &xmp[xmp.find(&format!("<{property}>"))?..];
        let list = &list[..list.find(&format!("</{property}>"))?];
        let item = &list[list.find("<rdf:li")?..];
        item.split_once('>')?.1.split('<').next()
    })?;
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let text = text.replace("&apos;", "'").replace("&amp;", "&");
    (!text.is_empty() && text.len() <= LONGEST).then_some(text)
}

fn raw<'a>(xmp: &'a str, property: &str) -> Option<&'a str> {
    let rest = &xmp[xmp.find(property)? + property.len()..];
    let (open, close) = match rest.chars().next()? {
        '>' => (1, '<'),
        '=' => (2, rest[1..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?),
        _ => return None,
    };
    let text = rest.get(open..)?.split(close).next()?.trim();
    (!text.is_empty() && text.len() <= LONGEST).then_some(text)
}

/// `D:20240507091500+09'00'` as `2024-05-07T09:15:00+09:00`.
pub fn iso_date(written: &str) -> Option<String> {
    let rest = written.strip_prefix("D:")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count().min(14);
    let (date, zone) = rest.split_at(digits);
    let part = |range: std::ops::Range<usize>, default| date.get(range).unwrap_or(default);
    let year = date.get(0..4)?;
    let (month, day) = (part(4..6, "01"), part(6..8, "01"));
    let (hour, minute, second) = (part(8..10, "00"), part(10..12, "00"), part(12..14, "00"));
    let zone: String = zone.chars().filter(|c| *c != '\'').collect();
    let zone = match zone.split_at_checked(1) {
        Some((sign @ ("+" | "-"), time)) if time.len() >= 2 => {
            let plain = time.bytes().all(|b| b.is_ascii_digit());
            let minutes = time.get(2..4).unwrap_or("00");
            plain.then(|| format!("{sign}{}:{minutes}", &time[..2]))?
        }
        _ => "Z".into(),
    };
    Some(format!("{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"))
}

/// A complete facts.
pub fn write(facts: &Facts<'_>) -> String {
    let mut body = String::new();
    let mut element = |name: &str, inner: &str| {
        body.push_str(&format!("   <{name}>{inner}</{name}>\n"));
    };
    element("dc:format", "application/pdf");
    for (property, text) in &facts.texts {
        let text = escaped(text);
        let alt = format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt>");
        match *property {
            "dc:title" | "dc:description" => element(property, &alt),
            "dc:creator" => {
                element(property, &format!("<rdf:Seq><rdf:li>{text}</rdf:li></rdf:Seq>"))
            }
            _ => element(property, &text),
        }
    }
    if let Some(trapped) = facts.trapped {
        element("pdf:Trapped", trapped);
    }
    let [created, modified] = &facts.dates;
    for (name, date) in
        [("CreateDate", created), ("ModifyDate", modified), ("MetadataDate", modified)]
    {
        if let Some(date) = date {
            element(&format!("xmp:{name}"), date);
        }
    }
    element("xmpMM:DocumentID", &facts.document_id);
    element("xmpMM:InstanceID", &facts.instance_id);
    element("xmpMM:VersionID", &facts.version);
    element("xmpMM:RenditionClass", "default");
    if facts.is_x4 {
        element("pdfxid:GTS_PDFXVersion", "PDF/X-4");
    }
    let names = [
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
        ("pdfxid", "http://www.npes.org/pdfx/ns/id/"),
    ];
    let names: String = names.map(|(name, uri)| format!("\n    xmlns:{name}=\"{uri}\"")).concat();
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n \
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  \
         <rdf:Description rdf:about=\"\"{names}>\n{body}  </rdf:Description>\n \
         </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// `text` without the characters that XML 1.0 cannot hold, and without line ends.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| *c >= ' ' && !matches!(c, '\u{7f}' | '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_zone() {
        assert_eq!(iso_date("D:20240507000000Z").unwrap(), "2024-05-07T00:00:00Z");
        assert_eq!(iso_date("D:20240507091500+09'00'").unwrap(), "2024-05-07T09:15:00+09:00");
        assert_eq!(iso_date("D:2024").unwrap(), "2024-01-01T00:00:00Z");
        assert_eq!(iso_date("2024-05-07"), None);
        assert_eq!(iso_date("D:20240507000000+é9"), None);
    }

    #[test]
    fn properties_are_found_in_both_notations() {
        let xmp = "<a xmpMM:DocumentID=\"uuid:1-2\"><xmpMM:VersionID>7</xmpMM:VersionID>";
        assert_eq!(token(xmp, "xmpMM:DocumentID").as_deref(), Some("uuid:1-2"));
        assert_eq!(token(xmp, "xmpMM:VersionID").as_deref(), Some("7"));
        assert_eq!(token("<xmpMM:VersionID>a<b", "xmpMM:VersionID").as_deref(), Some("a"));
        assert_eq!(token("<xmpMM:VersionID>\"&", "xmpMM:VersionID"), None);
        assert_eq!(token("xmpMM:VersionID=", "xmpMM:VersionID"), None);
        assert_eq!(text("<pdf:Producer>A &amp; B<", "pdf:Producer").as_deref(), Some("A & B"));
        assert_eq!(text("<dc:title><rdf:li", "dc:title"), None);
    }
}
