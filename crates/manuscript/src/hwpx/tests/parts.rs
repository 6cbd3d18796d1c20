//! The parts of a file: the order of sections, what stands beside the body, and what is refused with a name.

use super::build::{File, element, lines, p, refused, t, zipped};

const CONTAINER: &str = "META-INF/container.xml";

#[test]
fn sections_stand_in_the_order_of_the_spine() {
    let manifest = element(
        "opf:package",
        "<opf:manifest><opf:item id='a' href='section1.xml'/><opf:item id='b' href='Contents/section0.xml'/>\
         </opf:manifest><opf:spine><opf:itemref idref='a'/><opf:itemref idref='b'/></opf:spine>",
    );
    let container = "<container><rootfiles><rootfile full-path='Contents/other.hpf' media-type='application/hwpml-package+xml'/></rootfiles></container>";
    let parts = [
        ("mimetype", "application/hwp+zip".to_string()),
        (CONTAINER, container.to_string()),
        ("Contents/other.hpf", manifest),
        ("Contents/section0.xml", element("hs:sec", &t("둘"))),
        ("Contents/section1.xml", element("hs:sec", &t("하나"))),
        ("Contents/section2.xml", element("hs:sec", &t("남은 글"))),
    ];
    let parts =
        parts.into_iter().map(|(name, part)| (name.to_string(), part.into_bytes())).collect();
    let read = crate::hwpx::read(&zipped(parts)).expect("it is read");
    assert_eq!(lines(&read), ["하나", "둘", "{Aside: 남은 글}"]);
}

#[test]
fn master_pages_are_left_out_with_their_words() {
    let master = format!("<masterPage>{}</masterPage>", element("hp:subList", &t("바탕")));
    let section =
        p("<hp:secPr><hp:masterPage idRef='masterpage0'/><hp:pagePr/></hp:secPr><hp:t>글</hp:t>");
    let file =
        File::new().item("masterpage0", "Contents/masterpage0.xml", master).section(&section);
    assert_eq!(lines(&file.read()), ["{MasterPage: 바탕}", "글"]);
}

#[test]
fn headers_in_a_section_s_properties_are_left_out() {
    let section = p(&format!(
        "<hp:secPr><hp:header><hp:subList>{}</hp:subList></hp:header></hp:secPr><hp:t>글</hp:t>",
        t("위")
    ));
    assert_eq!(lines(&File::new().section(&section).read()), ["{Header: 위}글"]);
}

#[test]
fn memos_among_paragraphs_are_left_out() {
    let memos = format!(
        "<hp:memogroup><hp:memo><hp:paraList>{}</hp:paraList></hp:memo></hp:memogroup>",
        t("메모")
    );
    assert_eq!(
        lines(&File::new().section(&(t("가") + &memos + &t("나"))).read()),
        ["가", "{Memo: 메모}", "나"]
    );
}

#[test]
fn what_is_no_hwpx_file_is_named() {
    assert_eq!(refused(b""), "E1214");
    assert_eq!(refused(b"text"), "E1214");
    assert_eq!(refused(&vec![b'P'; crate::office::LARGEST + 1]), "E1203");
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "E1216");
    assert_eq!(refused(b"HWP Document File V3.00 \x1a\x01"), "E1220");
    assert_eq!(refused(b"<?xml version='1.0'?><HWPML Version='2.8'/>"), "E1221");
    assert_eq!(refused(b"SCDSA004rest"), "E1223");
    let other = vec![("mimetype".to_string(), b"application/epub+zip".to_vec())];
    assert_eq!(refused(&zipped(other)), "E1214");
    assert_eq!(refused(&zipped(vec![("word/document.xml".into(), vec![])])), "E1214");
}

#[test]
fn a_locked_file_is_named() {
    let locked = "<odf:manifest xmlns:odf='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>\
        <odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>";
    let file = File::new().with("META-INF/manifest.xml", locked).section(&t("글"));
    assert_eq!(file.refused(), "E1213");
    let open = "<odf:manifest xmlns:odf='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>";
    let file = File::new().with("META-INF/manifest.xml", open).section(&t("글"));
    assert_eq!(lines(&file.read()), ["글"]);
}

#[test]
fn a_missing_part_is_named() {
    let only = vec![("mimetype".to_string(), b"application/hwp+zip".to_vec())];
    assert_eq!(refused(&zipped(only)), "E1215");
    let manifest = element(
        "opf:package",
        "<opf:manifest><opf:item id='section0' href='Contents/section0.xml'/></opf:manifest>\
         <opf:spine><opf:itemref idref='section0'/></opf:spine>",
    );
    let parts = vec![
        ("mimetype".to_string(), b"application/hwp+zip".to_vec()),
        ("Contents/content.hpf".to_string(), manifest.into_bytes()),
    ];
    assert_eq!(refused(&zipped(parts)), "E1215");
    assert_eq!(File::new().refused(), "E1215");
}

#[test]
fn a_damaged_part_is_named() {
    let file = File::new().item("header", "Contents/header.xml", "<a>").section(&t("글"));
    assert_eq!(file.refused(), "E1211");
}
