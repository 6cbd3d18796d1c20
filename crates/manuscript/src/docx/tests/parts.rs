//! Files: which are refused, and how their parts are found.

use super::build::{File, body, element, p, refused, t, zipped};

/// The start of a compound file, with the name of a stream.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend([0; 600]);
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn what_is_no_docx_is_refused_by_what_it_is() {
    assert_eq!(refused(&compound("EncryptedPackage")), "E1213");
    assert_eq!(refused(&compound("WordDocument")), "E1230");
    assert_eq!(refused(&compound("Workbook")), "E1231");
    assert_eq!(refused(b"{\\rtf1 }"), "E1231");
    assert_eq!(refused(b""), "E1231");
    assert_eq!(refused(b"PK\x03\x04"), "E1210");
    assert_eq!(
        refused(&zipped(vec![("mimetype".into(), b"application/hwp+zip".to_vec())])),
        "E1231"
    );
}

#[test]
fn a_spreadsheet_is_refused() {
    let relations = "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>";
    let parts = vec![
        ("_rels/.rels".into(), relations.into()),
        ("xl/workbook.xml".into(), b"<workbook/>".to_vec()),
    ];
    assert_eq!(refused(&zipped(parts)), "E1231");
}

#[test]
fn the_text_is_found_without_what_names_it() {
    let text = element("w:document", &format!("<w:body>{}</w:body>", p(&t("글"))));
    let read = crate::docx::read(&zipped(vec![("Word/Document.xml".into(), text.into_bytes())]));
    assert_eq!(super::build::lines(&read.expect("it is read")), ["글"]);
}

#[test]
fn a_damaged_part_is_named() {
    assert_eq!(
        File::new("").with("word/styles.xml", "<a>").names("s", "styles", "styles.xml").refused(),
        "E1211"
    );
    assert_eq!(File::new("").names("s", "styles", "none.xml").lines(), Vec::<String>::new());
}

#[test]
fn names_of_parts_lead_nowhere_else() {
    let picture = "<w:r><w:pict><v:shape><v:imagedata r:id='a'/></v:shape></w:pict></w:r>";
    let file =
        |target: &str| File::new(&p(picture)).with("etc/passwd", "x").names("a", "image", target);
    assert_eq!(file("../etc/passwd").lines(), ["picture passwd 1 () ()"]);
    assert_eq!(file("../../../../etc/passwd").lines(), ["picture passwd 1 () ()"]);
    assert_eq!(file("/etc/passwd").lines(), ["picture passwd 1 () ()"]);
    assert_eq!(file("../../root/passwd").lines(), ["picture passwd 0 () ()"]);
}

#[test]
fn building_blocks_are_no_text() {
    let blocks = format!(
        "<w:docParts><w:docPart><w:docPartBody>{}</w:docPartBody></w:docPart></w:docParts>",
        p(&t("상용구"))
    );
    let file = File::new(&p(&t("글"))).part("glossaryDocument", "w:glossaryDocument", &blocks);
    assert_eq!(file.lines(), ["글", "{Aside: 상용구}"]);
}

#[test]
fn sections_and_marks_of_the_program_have_no_words() {
    let text =
        p(&("<w:bookmarkStart w:name='a'/><w:proofErr/>".to_string() + &t("글") + "<w:permEnd/>"))
            + "<w:sectPr/>";
    assert_eq!(body(&text), ["글"]);
}
