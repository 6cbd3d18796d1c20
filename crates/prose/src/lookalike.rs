//! What to write for a character that fonts for text lack: the common sign that looks or means the same.
//!
//! It knows no font: whether what it names can be set is for others to see.

use unicode_normalization::UnicodeNormalization;

/// Pictures and rare signs on the left, what to write on the right.
const SIGNS: &[(&str, &str)] = &[
    ("✅🗸", "✔"),
    ("❌🗙", "✕"),
    ("❎🗷", "☒"),
    ("🗹", "☑"),
    ("❔", "?"),
    ("❕", "!"),
    ("➕", "+"),
    ("➖", "−"),
    ("➗", "÷"),
    ("🔴🟠🟡🟢🔵🟣🟤", "●"),
    ("🟥🟧🟨🟩🟦🟪🟫🔳", "■"),
    ("🔲", "□"),
    ("🔶🔷🔸🔹", "◆"),
    ("🔺", "▲"),
    ("🔻", "▼"),
    ("👉🖝🖙", "☞"),
    ("👈🖜", "☜"),
    ("📌📍💡", "※"),
    ("📞📱", "☎"),
    ("📧📨📩", "✉"),
    ("🌟", "★"),
    ("💙💚💛💜🖤🤍", "♥"),
    ("🎵🎶", "♪"),
    ("🞄", "·"),
    ("🠖🡆🠊🢂", "→"),
    ("🠔🡄🢀", "←"),
    ("🡑🠕🡅🢁", "↑"),
    ("🡓🠗🡇🢃", "↓"),
];

/// What to write for a cluster: a character, or a letter with its marks.
pub fn of(cluster: &str) -> Option<String> {
    let mut chars = cluster.chars();
    match (chars.next()?, chars.next(), chars.next()) {
        (c, None, _) => of_character(c),
        // Key caps, and digits in a circle.
        (digit @ '1'..='9', Some('\u{20E3}' | '\u{20DD}'), None) => {
            char::from_u32(u32::from('①') - 1 + digit.to_digit(10)?).map(String::from)
        }
        ('0', Some('\u{20E3}' | '\u{20DD}'), None) => Some("⓪".into()),
        _ => None,
    }
}

fn of_character(c: char) -> Option<String> {
    if let Some((_, sign)) = SIGNS.iter().find(|(from, _)| from.contains(c)) {
        return Some((*sign).into());
    }
    // Letters in another dress (mathematical, circled, squared): their plain form (UAX #15, NFKC).
    let plain: String = std::iter::once(c).nfkc().collect();
    (!plain.chars().eq([c])).then_some(plain)
}

/// Whether it is a picture among letters, which fonts for text do not have (Unicode, Emoji and Pictographs).
pub fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn pictures_and_dressed_letters_have_a_plain_form() {
        for (from, to) in
            [("✅", "✔"), ("𝐀", "A"), ("🔵", "●"), ("3\u{20E3}", "③"), ("0\u{20E3}", "⓪")]
        {
            assert_eq!(of(from).as_deref(), Some(to));
        }
        assert_eq!(of("蹁"), None);
        assert_eq!(of("😀"), None);
    }
}
