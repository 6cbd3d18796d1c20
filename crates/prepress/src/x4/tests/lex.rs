//! Reading content streams.

use crate::x4::lex::Lexer;

fn operators(content: &[u8]) -> Vec<String> {
    let mut lexer = Lexer::new(content);
    let mut found = Vec::new();
    while let Some(operation) = lexer.next() {
        found.push(format!("{}:{}", String::from_utf8_lossy(operation.name), lexer.operands.len()));
    }
    found
}

#[test]
fn operators_keep_their_operands() {
    let content = b"q 1 0 0 -1 .5 -.25 cm/F#31 8 Tf[(a\\)(b))-3<00>]TJ % k\n/P<</M 1>>BDC EMC";
    assert_eq!(operators(content), ["q:0", "cm:6", "Tf:2", "TJ:1", "BDC:2", "EMC:0"]);
    let mut lexer = Lexer::new(b"1 .5 -2.25 +3 0 0 cm");
    lexer.next().expect("an operation");
    assert_eq!(lexer.numbers(), Some([1.0, 0.5, -2.25, 3.0]));
}

#[test]
fn an_inline_image_is_one_piece() {
    let content = b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID \x01EI EI\nQ";
    let mut lexer = Lexer::new(content);
    assert_eq!(lexer.next().map(|o| o.name), Some(&b"BI"[..]));
    let (dict, data) = lexer.inline_image().expect("an image");
    assert_eq!(&content[dict], b" /W 1 /H 1 /BPC 8 /CS /RGB ");
    assert_eq!(&content[data], b"\x01EI");
    assert_eq!(lexer.next().map(|o| o.name), Some(&b"Q"[..]));
}

proptest::proptest! {
    #[test]
    fn any_bytes_end(bytes: Vec<u8>) {
        let mut lexer = Lexer::new(&bytes);
        while let Some(operation) = lexer.next() {
            assert!(operation.range.end <= bytes.len());
            if operation.name == b"BI" {
                lexer.inline_image();
            }
        }
    }
}
