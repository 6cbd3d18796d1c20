//! Decodes the base64 of `data:` addresses.

/// The bytes of standard base64; white space inside is skipped, padding may be left out.
pub fn decode(written: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(written.len() / 4 * 3);
    let (mut buffer, mut bits) = (0u32, 0u32);
    let digits = written.bytes().filter(|b| !b.is_ascii_whitespace());
    for digit in digits.take_while(|b| *b != b'=') {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        buffer = (buffer << 6 | u32::from(value)) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits & 0xff) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn decodes_with_and_without_padding() {
        assert_eq!(super::decode("SGVsbG8=").unwrap(), b"Hello");
        assert_eq!(super::decode("SGVs\n bG8").unwrap(), b"Hello");
        assert_eq!(super::decode("SG-s"), None);
    }
}
