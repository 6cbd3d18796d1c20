//! Text strings, names and dates (ISO 32000-1, 7.9.2.2, 7.3.5 and 7.9.4).

use encoding_rs::EUC_KR;
use lopdf::{Object, StringFormat};

/// A text string: ASCII as it is, all else in UTF-16.
pub fn string(text: &str) -> Object {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// What a name says, a sign in place of what is broken: UTF-8, as it should be, or CP949, as programs for Korean wrote it.
pub fn name(bytes: &[u8]) -> String {
    let utf8 = std::str::from_utf8(bytes).map(str::to_string).ok();
    let korean = || EUC_KR.decode_without_bom_handling_and_without_replacement(bytes);
    utf8.or_else(|| Some(korean()?.into_owned()))
        .unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
}

/// A text string without a mark that is in CP949, though it should be in PDFDocEncoding: each letter beyond ASCII is two
/// bytes of the half that Hangul stands in, and most are Hangul, which letters of Europe come to only by chance.
fn korean(bytes: &[u8]) -> Option<String> {
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        rest = match (first.is_ascii(), tail) {
            (true, _) => tail,
            (false, [second, tail @ ..]) if *first >= 0xa1 && *second >= 0xa1 => tail,
            _ => return None,
        };
    }
    let text = EUC_KR.decode_without_bom_handling_and_without_replacement(bytes)?;
    let hangul = text.chars().filter(|c| ('가'..='힣').contains(c)).count();
    let others = text.chars().filter(|c| !c.is_ascii()).count() - hangul;
    (hangul > others).then(|| text.into_owned())
}

/// A text string's text, a sign in place of what is broken: UTF-16 or UTF-8 by its mark, or
/// PDFDocEncoding, in whose place programs for Korean wrote CP949.
pub fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.as_chunks::<2>().0.iter().map(|b| u16::from_be_bytes(*b));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => korean(bytes).unwrap_or_else(|| {
            lopdf::decode_text_string(&Object::string_literal(bytes))
                .unwrap_or_else(|_| bytes.iter().map(|b| char::from(*b)).collect())
        }),
    }
}

/// A text string's text, unless it is broken; without a mark UTF-8, as Typst writes it, else
/// PDFDocEncoding.
pub fn exact(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let (pairs, half) = rest.as_chunks::<2>();
            let units: Vec<u16> = pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16(&units).ok().filter(|_| half.is_empty())
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => Some(String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| decoded(bytes))),
    }
}

/// `D:20240507091500+09'00'` as `2024-05-07T09:15:00+09:00`.
pub fn iso_date(written: &str) -> Option<String> {
    let rest = written.strip_prefix("D:")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count().min(14);
    let (date, zone) = rest.split_at(digits);
    let part = |range: std::ops::Range<usize>, default| date.get(range).unwrap_or(default);
    let year = date.get(0..4)?;
    let (month, day) = (part(4..6, "01"), part(6..8, "01"));
    let (hour, minute, second) = (part(8..10, "00"), part(10..12, "00"), part(12..14, "00"));
    let zone: String = zone.chars().filter(|c| *c != '\'').collect();
    let zone = match zone.split_at_checked(1) {
        Some((sign @ ("+" | "-"), time)) if time.len() >= 2 => {
            let plain = time.bytes().all(|b| b.is_ascii_digit());
            let minutes = time.get(2..4).unwrap_or("00");
            plain.then(|| format!("{sign}{}:{minutes}", &time[..2]))?
        }
        _ => "Z".into(),
    };
    Some(format!("{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"))
}

#[cfg(test)]
mod tests {
    use super::{exact, iso_date};

    #[test]
    fn names_are_decoded_by_their_mark() {
        assert_eq!(exact(b"issue.toml").unwrap(), "issue.toml");
        assert_eq!(exact(b"\xFE\xFF\xAD\xF8\x00.").unwrap(), "그.");
        assert_eq!(exact("\u{FEFF}그림".as_bytes()).unwrap(), "그림");
        assert_eq!(exact("그림".as_bytes()).unwrap(), "그림");
        assert_eq!(exact(b"caf\xE9").unwrap(), "café");
        assert_eq!(exact(b"\xFE\xFF\xD8\x00"), None, "half a pair of surrogates");
        assert_eq!(exact(b"\xFE\xFF\x00"), None, "half a unit");
        assert_eq!(exact(b"\xEF\xBB\xBF\xFF"), None);
    }

    #[test]
    fn dates_keep_their_zone() {
        assert_eq!(iso_date("D:20240507000000Z").unwrap(), "2024-05-07T00:00:00Z");
        assert_eq!(iso_date("D:20240507091500+09'00'").unwrap(), "2024-05-07T09:15:00+09:00");
        assert_eq!(iso_date("D:2024").unwrap(), "2024-01-01T00:00:00Z");
        assert_eq!(iso_date("2024-05-07"), None);
        assert_eq!(iso_date("D:20240507000000+é9"), None);
    }
}
