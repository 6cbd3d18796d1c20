//! Reading content streams.

use super::content::Lexer;

fn operators(content: &[u8]) -> Vec<String> {
    let mut lexer = Lexer::new(content);
    let mut found = vec![];
    while let Some(op) = lexer.next_operator() {
        found.push(format!("{}:{}", String::from_utf8_lossy(op.operator), op.operands.len()));
    }
    found
}

#[test]
fn operators_keep_their_operands() {
    let content = b"q 1 0 0 -1 .5 -.25 cm/F#31 8 Tf[(a\\)(b))-3<00>]TJ % k\n/P<</M 1>>BDC EMC";
    assert_eq!(operators(content), ["q:0", "cm:6", "Tf:2", "TJ:1", "BDC:2", "EMC:0"]);
    let mut lexer = Lexer::new(b"1 .5 -2.25 +3 0 0 cm");
    let op = lexer.next_operator().expect("an operation");
    assert_eq!(op.first(), Some([1.0, 0.5, -2.25, 3.0]));
}

#[test]
fn an_inline_image_is_one_piece() {
    let content = b"BI /W 1 /H 1 /BPC 8 /CS /RGB /F[/Fl] ID \x01EI EI\nQ";
    let mut lexer = Lexer::new(content);
    let op = lexer.next_operator().expect("an image");
    assert_eq!((op.operator, op.image), (&b"EI"[..], Some(&b"\x01EI"[..])));
    assert_eq!(&content[op.range.clone()], &content[..content.len() - 2]);
    let dict = op.operands[0].as_dict().expect("its entries");
    let keys: Vec<&[u8]> = dict.iter().map(|(key, _)| key.as_slice()).collect();
    let long = ["Width", "Height", "BitsPerComponent", "ColorSpace", "Filter"];
    assert_eq!(keys, long.map(str::as_bytes));
    assert_eq!(dict.get(b"Filter").unwrap(), &vec!["FlateDecode".into()].into());
    assert_eq!(lexer.next_operator().map(|op| op.operator.to_vec()), Some(b"Q".to_vec()));
}

proptest::proptest! {
    #[test]
    fn any_bytes_end(bytes: Vec<u8>) {
        let mut lexer = Lexer::new(&bytes);
        while let Some(op) = lexer.next_operator() {
            assert!(op.range.end <= bytes.len());
        }
    }
}
