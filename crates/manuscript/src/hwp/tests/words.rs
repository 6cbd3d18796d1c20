//! Words: plain paragraphs, marks among letters, what is left out of a line.

use super::*;

#[test]
fn plain_paragraphs_are_read() {
    let file = File::of(&[paragraph("첫째 문단입니다."), paragraph(""), paragraph("둘째 😀")]);
    for flags in [0, 1] {
        let manuscript = File { flags, body: file.body.clone(), ..File::of(&[]) }.read();
        let found: Vec<&[Span]> =
            paragraphs(&manuscript.pieces).iter().map(|found| &found.spans[..]).collect();
        assert_eq!(found, [&[text("첫째 문단입니다.")][..], &[], &[text("둘째 😀")]]);
    }
}
