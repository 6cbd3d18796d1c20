//! Files as they come: encodings, and files that are no back issue.

use super::audit::{MISSING, run_bytes};
use super::habits::TEXT;
use std::collections::BTreeSet;

use jikji_diagnostic::{Diagnostic, Lang, code_point};
use jikji_manuscript::messages as msg;
use jikji_manuscript::{LARGEST_TEXT, MOST_LINES, too_large};

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn encodings_are_read() {
    let plain = run_bytes(TEXT.as_bytes()).unwrap();
    let marked = format!("\u{feff}{TEXT}");
    for (bytes, encoding) in [
        (utf16(&marked, true), "UTF-16LE"),
        (utf16(&marked, false), "UTF-16BE"),
        (utf16(TEXT, true), "UTF-16LE"),
        (utf16(TEXT, false), "UTF-16BE"),
        (marked.into_bytes(), "UTF-8"),
    ] {
        let imported = run_bytes(&bytes).unwrap();
        assert_eq!(imported.report.input.encoding, encoding);
        assert_eq!(imported.manifest, plain.manifest);
    }
    // CP949 has neither the no-break space nor this hanja.
    let text = TEXT.replace('\u{a0}', " ").replace(super::audit::MISSING, "");
    let plain = run_bytes(text.as_bytes()).unwrap();
    let (korean, _, lost) = encoding_rs::EUC_KR.encode(&text);
    assert!(!lost);
    let imported = run_bytes(&korean).unwrap();
    assert_eq!(imported.report.input.encoding, "CP949");
    assert_eq!(imported.manifest, plain.manifest);
}

#[test]
fn a_broken_character_is_asked_about() {
    let mut bytes = TEXT.as_bytes().to_vec();
    let at = TEXT.find("갯벌 지도의 공개").unwrap();
    bytes[at] = 0xff;
    let imported = run_bytes(&bytes).unwrap();
    // One question names all characters without a font.
    let asked =
        imported.report.questions.iter().filter(|q| q.code == jikji_manuscript::Ask::Character);
    let says: Vec<&str> = asked.map(|asked| asked.says.say(Lang::En)).collect();
    let named = |c: char| says[0].contains(&code_point(c));
    assert!(says.len() == 1 && named(MISSING) && named('\u{FFFD}'), "{says:?}");
    assert!(imported.manifest.contains("〓"));
}

/// A file that its first bytes name.
fn binary(kind: &str) -> Diagnostic {
    Diagnostic::general(msg::OTHER_KIND).arg("kind", kind)
}

#[test]
fn what_is_no_text_is_refused() {
    let empty = |bytes: &[u8]| run_bytes(bytes).unwrap_err();
    for blank in ["", " \n\t\r\n", "\u{feff}", "\u{3000}\n\u{a0}"] {
        assert_eq!(empty(blank.as_bytes()), Diagnostic::general(msg::EMPTY), "{blank:?}");
    }
    for marks in ["---\n", "```\n```", "##\n- \n"] {
        assert_eq!(empty(marks.as_bytes()), Diagnostic::general(msg::NO_TEXT), "{marks:?}");
    }
    assert_eq!(empty(b"%PDF-1.7\n"), binary("PDF"));
    assert_eq!(empty(b"\xef\xbb\xbf\n%PDF-1.4\n"), binary("PDF"));
    for (bytes, kind) in [
        (b"\x89PNG\r\n\x1a\n".as_slice(), "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"GIF89a\x01\0", "GIF"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"MM\0*\0\0\0\x08", "TIFF"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0", "BMP"),
    ] {
        assert_eq!(empty(bytes), binary(kind));
    }
    assert!(run_bytes("BMW와 RIFF 파일".as_bytes()).is_ok());
    assert_eq!(empty(b"PK\x03\x04\x14\0"), binary("ZIP (DOCX, HWPX)"));
    assert_eq!(empty(b"\xd0\xcf\x11\xe0\xa1"), binary("HWP/DOC"));
    assert_eq!(empty(b"text\0\0\0with zeros and more of it"), Diagnostic::general(msg::BINARY));
    let noise: Vec<u8> =
        (0..4000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert!([msg::BINARY, msg::OTHER_KIND, msg::ENCODING].contains(&empty(&noise).message));
    assert_eq!(
        empty(b"a\nb \xff\xfe\xff x\n"),
        Diagnostic::general(msg::ENCODING).arg("line", 2usize)
    );
}

#[test]
fn faults_say_what_to_do_in_both_languages() {
    use jikji_diagnostic::Lang::{En, Ko};
    let mut found = vec![too_large(104_857_600, LARGEST_TEXT)];
    let much = "가나다 ".repeat(1 << 20);
    for bytes in
        [b" ", b"---\n".as_slice(), b"%PDF-1.7", b"a\0\0", b"a\nb \xff\xfe", much.as_bytes()]
    {
        found.push(run_bytes(bytes).unwrap_err());
    }
    found.push(run_bytes("가\n".repeat(MOST_LINES).as_bytes()).unwrap_err());
    let codes: BTreeSet<&str> = found.iter().map(|fault| fault.message.code).collect();
    // Those of word processors' files come after.
    let all = msg::FAULTS.iter().filter(|fault| fault.code < "E1210").count();
    assert_eq!(codes.len(), all - 1, "all but that of the layout: {codes:?}");
    for fault in found {
        for lang in [Ko, En] {
            for text in [fault.text(lang), fault.help(lang)] {
                assert!(!text.is_empty() && !text.contains('{'), "{text}");
            }
        }
    }
    let large = too_large(104_857_600, LARGEST_TEXT).text(En);
    assert_eq!(large, "the file is too large: 100.0 MB, of 16.0 MB at most");
}

#[test]
fn size_is_bounded() {
    let most = vec![b'a'; LARGEST_TEXT + 1];
    assert_eq!(run_bytes(&most).unwrap_err(), too_large(LARGEST_TEXT + 1, LARGEST_TEXT));
    let lines = "가\n".repeat(MOST_LINES);
    let fault = Diagnostic::general(msg::TOO_MANY_LINES).arg("lines", MOST_LINES + 1);
    let fault = fault.arg("most", MOST_LINES);
    assert_eq!(run_bytes(lines.as_bytes()).unwrap_err(), fault);
}

#[test]
fn one_long_line_is_bounded() {
    let line = "가나다 ".repeat(1 << 20);
    assert_eq!(run_bytes(line.as_bytes()).unwrap_err().message, msg::TOO_MUCH_TEXT);
    let line = "가나다 ".repeat(1 << 14);
    let imported = run_bytes(line.as_bytes()).unwrap();
    assert!(imported.manifest.len() > line.len() - 16);
}

#[test]
fn a_picture_written_into_the_text_is_left_out() {
    let data = "QUJD".repeat(1 << 18);
    let text = format!("## 제목\n\n- 글\n\n![그림](data:image/png;base64,{data})\n");
    let imported = run_bytes(text.as_bytes()).unwrap();
    assert!(imported.manifest.len() < 2000);
    let report = serde_json::to_string(&imported.report).unwrap();
    assert!(report.len() < 8000 && report.contains("…(1048576)…"));
}
