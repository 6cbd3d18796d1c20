//! Letters with what is set on them: stretches of a text that one font has to have as a whole.
//!
//! It knows no font, and nothing of where a line may turn.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The grapheme clusters (UAX #29) of more than one character, and marks that stand alone, with the byte where
/// each begins, in order.
pub fn marked(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Plain Korean and English need no look-up.
    let text = if text.chars().all(stands_alone) { "" } else { text };
    text.grapheme_indices(true).filter(|(_, cluster)| {
        let mut chars = cluster.chars();
        let mark = chars.next().is_some_and(is_combining_mark);
        mark || chars.next().is_some()
    })
}

/// Characters that are no part of a larger cluster among themselves.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2FF}' | '‐'..='⁞' | '①'..='◿' | '、'..='〩' | 'ㄱ'..='ㆎ' | '一'..='鿿' | '가'..='힣')
}

/// Whether the shape of a jamo depends on its neighbours (Unicode 3.12, conjoining jamo behavior).
pub fn is_conjoining(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97C}' | '\u{D7B0}'..='\u{D7FB}')
}

/// Whether it is one of the two tone marks of Old Hangul, which stand beside their syllable.
pub fn is_tone(c: char) -> bool {
    matches!(c, '\u{302E}' | '\u{302F}')
}

/// Whether it is set over, under, through or around the letter before it.
pub fn overlays(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether it is set around the letter before it.
pub fn encloses(c: char) -> bool {
    matches!(c, '\u{20DD}'..='\u{20E0}' | '\u{20E2}'..='\u{20E4}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{marked, stands_alone};

    #[test]
    fn letters_with_marks_are_found() {
        let found = |text| marked(text).collect::<Vec<_>>();
        assert_eq!(found("유엔 (AI) 漢字 ①"), vec![]);
        let old = "듀\u{11F0}귁\u{302E} x\u{304}";
        let clusters = [(0, "듀\u{11F0}"), (6, "귁\u{302E}"), (13, "x\u{304}")];
        assert_eq!(found(old), clusters);
        assert_eq!(found("\u{302E}가"), [(0, "\u{302E}")]);
    }

    proptest! {
        #[test]
        fn plain_text_is_not_looked_into(text in "[\0-\u{2FF}‐-⁞①-◿、-〩ㄱ-ㆎ一-鿿가-힣]{0,20}") {
            prop_assert!(text.chars().all(stands_alone));
            let text = text.replace('\r', "");
            use unicode_segmentation::UnicodeSegmentation;
            prop_assert!(text.graphemes(true).all(|cluster| cluster.chars().count() == 1));
        }
    }
}
