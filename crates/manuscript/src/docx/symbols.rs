//! Letters of fonts that hold signs: Symbol and Wingdings, whose codes Word writes as U+F020 to U+F0FF.
//!
//! A sign without an equal stays as it is, and is asked about like any that no font has.

/// The signs of Symbol from 0x21, by Adobe's encoding; a blank where there is none.
const SYMBOL: &str = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/// Those from 0xA0.
const SYMBOL_HIGH: &str =
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           〉∫";

/// Signs of Wingdings that have an equal which fonts of text have too.
const WINGDINGS: [(u32, u32, &str); 21] = [
    (0x22, 0x22, "✂"),
    (0x28, 0x29, "☎✆"),
    (0x36, 0x36, "⌛"),
    (0x3F, 0x3F, "✍"),
    (0x41, 0x41, "✌"),
    (0x45, 0x48, "☜☞☝☟"),
    (0x4A, 0x4A, "☺"),
    (0x4C, 0x4C, "☹"),
    (0x51, 0x52, "✈☼"),
    (0x54, 0x54, "❄"),
    (0x5B, 0x5B, "☯"),
    (0x6C, 0x78, "●❍■□□❑❒◆◆◆❖◆☒"),
    (0x80, 0x95, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, 0x9F, "·•"),
    (0xA1, 0xA8, "○○○◎◎○▪□"),
    (0xAB, 0xB0, "★✦★✴✹✳"),
    (0xD8, 0xD8, "➢"),
    (0xDF, 0xE8, "←→↑↓↖↗↙↘←➔"),
    (0xEF, 0xF4, "⇦⇨⇧⇩⬄⇳"),
    (0xFB, 0xFE, "✗✓☒☑"),
    (0x7F, 0x7F, "-"),
];
const WINGDINGS_2: [(u32, u32, &str); 6] = [
    (0x4F, 0x56, "✗✓☒☑☒☒☒⊗"),
    (0x69, 0x7D, "①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x96, 0x99, "·•●●"),
    (0x9F, 0xA4, "•●■■□□"),
    (0xAE, 0xB1, "◆◇◆◇"),
    (0xF5, 0xF6, "※⁂"),
];
const WINGDINGS_3: [(u32, u32, &str); 4] = [
    (0x21, 0x28, "←→↑↓↖↗↙↘"),
    (0x70, 0x73, "▲▼△▽"),
    (0x74, 0x7D, "◀▶◁▷◣◢◤◥◂▸"),
    (0x7E, 0x81, "▴▾◂▸"),
];

/// The sign that a letter of such a font shows; none where the font is another or has no equal for it.
pub fn sign(font: &str, letter: char) -> Option<char> {
    let code = match u32::from(letter) {
        code @ 0x21..=0xFF => code,
        code @ 0xF021..=0xF0FF => code - 0xF000,
        _ => return None,
    };
    let font = font.to_ascii_lowercase().replace(' ', "");
    match font.as_str() {
        "symbol" | "symbolmt" => symbol(code),
        "wingdings" => listed(&WINGDINGS, code),
        "wingdings2" => listed(&WINGDINGS_2, code),
        "wingdings3" => listed(&WINGDINGS_3, code),
        _ => None,
    }
}

fn symbol(code: u32) -> Option<char> {
    let (list, first) = if code < 0xA0 { (SYMBOL, 0x21) } else { (SYMBOL_HIGH, 0xA0) };
    let found = list.chars().nth((code - first) as usize);
    found.filter(|sign| *sign != ' ')
}

fn listed(list: &[(u32, u32, &str)], code: u32) -> Option<char> {
    let (first, _, signs) =
        list.iter().find(|(first, last, _)| (*first..=*last).contains(&code))?;
    signs.chars().nth((code - first) as usize)
}

#[cfg(test)]
mod tests {
    use super::{WINGDINGS, WINGDINGS_2, WINGDINGS_3, sign};

    #[test]
    fn each_range_has_as_many_signs_as_codes() {
        for (first, last, signs) in WINGDINGS.iter().chain(&WINGDINGS_2).chain(&WINGDINGS_3) {
            assert_eq!((last - first + 1) as usize, signs.chars().count(), "{first:X} {signs}");
        }
    }

    #[test]
    fn signs_have_their_equals() {
        let signs = |font: &str, letters: &str| -> String {
            letters.chars().map(|letter| sign(font, letter).unwrap_or('?')).collect()
        };
        assert_eq!(signs("Symbol", "\u{F0B7}\u{F061}\u{F0AE}\u{F0D2}\u{F0F2}\u{F0A5}W"), "•α→®∫∞Ω");
        assert_eq!(signs("Wingdings", "n\u{F0A7}\u{F0D8}\u{F0FC}\u{F071}lq\u{F0E0}"), "■▪➢✓❑●❑→");
        assert_eq!(signs("Wingdings 2", "\u{F052}"), "☑");
        assert_eq!(signs("Wingdings 3", "}"), "▸");
        assert_eq!(signs("Webdings", "\u{F032}a가"), "???");
    }
}
