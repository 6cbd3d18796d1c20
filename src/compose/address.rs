//! Web addresses as a PDF holds them.

/// An address in ASCII: every other character as its UTF-8 bytes in percent (RFC 3987, 3.1). PDF takes
/// nothing else (ISO 32000-1, 12.6.4.7), and readers take a host's name in this form too (RFC 3986,
/// 3.2.2).
pub fn ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte.is_ascii() {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn hangul_is_escaped_and_what_is_escaped_stays() {
        assert_eq!(ascii("https://b.kr/%ED%95%9C?a=1#b"), "https://b.kr/%ED%95%9C?a=1#b");
        assert_eq!(ascii("https://b.kr/한"), "https://b.kr/%ED%95%9C");
    }
}
