//! Brings a file's text to the one form all rooms read: UTF-8 without a byte order mark, LF line
//! ends, NFC (Unicode Standard Annex #15).
//!
//! It never judges a text: what is odd but in form stays for `characters`.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text of a file as every span counts it.
///
/// A text already in form is only looked over and copied once.
pub fn file_text(text: &str) -> String {
    nfc(&unix_lines(text.strip_prefix('\u{FEFF}').unwrap_or(text))).into_owned()
}

/// `text` in NFC; borrowed when the quick check of UAX #15 already says so.
pub fn nfc(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}

/// Turns CR LF and lone CR into LF.
fn unix_lines(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\r') {
        out.push_str(line);
        out.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::file_text;

    #[test]
    fn marks_and_line_ends_go() {
        assert_eq!(file_text("\u{FEFF}가\r\n나\r다\n"), "가\n나\n다\n");
        assert_eq!(file_text("\r\r\n"), "\n\n");
        assert_eq!(file_text(""), "");
    }

    #[test]
    fn decomposed_hangul_is_composed() {
        assert_eq!(file_text("\u{1112}\u{1161}\u{11AB}글"), "한글");
        assert_eq!(file_text("e\u{301}"), "é");
    }

    proptest! {
        #[test]
        fn it_settles_at_once(text in any::<String>()) {
            let once = file_text(text.strip_prefix('\u{FEFF}').unwrap_or(&text));
            prop_assume!(!once.starts_with('\u{FEFF}'));
            prop_assert!(!once.contains('\r'));
            prop_assert_eq!(file_text(&once), once.clone());
        }
    }
}
