//! Plates that carry no ink: what a die cutter, a folder or a varnishing unit works by.
//!
//! They are known by what shops call them until a shop says which they are.

/// Words of which one stands in the name of such a plate, in lower case.
const WORDS: [&str; 28] = [
    "die",
    "dieline",
    "cut",
    "cutcontour",
    "stanze",
    "crease",
    "fold",
    "perf",
    "perforation",
    "varnish",
    "uv",
    "spotuv",
    "foil",
    "emboss",
    "deboss",
    "glue",
    "braille",
    "kiss",
    "score",
    "technical",
    "thrucut",
    "lack",
    "hotfoil",
    "coldfoil",
    "foiling",
    "diecut",
    "thomson",
    // Alone; in longer words it is mostly no foil (호박).
    "박",
];
/// The same in Korean, where words are written together.
const KOREAN: [&str; 28] = [
    "톰슨",
    "톰슨선",
    "오시선",
    "미싱선",
    "후가공",
    "도무송선",
    "엠보싱",
    "칼선",
    "도무송",
    "재단선",
    "오시",
    "미싱",
    "접지선",
    "에폭시",
    "코팅",
    "형압",
    "금박",
    "은박",
    "먹박",
    "홀로그램박",
    "유광박",
    "무광박",
    "동박",
    "청박",
    "적박",
    "투명박",
    "로즈골드박",
    "접착",
];

/// Whether a plate of this name is no ink on paper.
pub(crate) fn is_technical(name: &[u8]) -> bool {
    let name = String::from_utf8_lossy(name);
    let mut spaced = String::new();
    let mut before = ' ';
    for c in name.chars() {
        // `DieCut` is two words.
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.extend(c.to_lowercase());
        before = c;
    }
    let word = |word: &str| WORDS.contains(&word);
    let mut words = spaced.split(|c: char| !c.is_alphabetic());
    words.any(|part| word(part) || KOREAN.iter().any(|korean| part.ends_with(korean)))
}

#[cfg(test)]
mod tests {
    use super::is_technical;

    #[test]
    fn what_shops_call_them() {
        for name in [
            "CutContour",
            "Dieline",
            "DIE_CUT",
            "Spot UV",
            "칼선",
            "후가공 금박",
            "박",
            "홀로그램박",
            "Hot Foil",
            "Hotfoil",
            "톰슨",
            "톰슨선",
            "오시선",
            "미싱선",
            "후가공",
            "Crease",
            "Perforation",
            "Varnish",
            "Foil",
        ] {
            assert!(is_technical(name.as_bytes()), "{name}");
        }
        for name in [
            "호박",
            "수박색",
            "Cyan",
            "PANTONE 286 C",
            "Executive Blue",
            "Gold",
            "Soldier Green",
            "Black",
        ] {
            assert!(!is_technical(name.as_bytes()), "{name}");
        }
    }
}
