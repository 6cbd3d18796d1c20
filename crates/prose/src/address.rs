//! Checks web addresses: `http`, `https` and `mailto`, written out in full.
//!
//! It never opens one.

/// Why an address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadAddress {
    /// It does not begin with `http://`, `https://` or `mailto:`.
    Scheme,
    /// It does, but what follows is no address.
    Form,
}

/// The longest address, in bytes.
const LONGEST: usize = 2048;

/// Checks an address.
pub fn check(written: &str) -> Result<(), BadAddress> {
    let (scheme, rest) = written.split_once(':').ok_or(BadAddress::Scheme)?;
    let valid = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(is_web),
        "mailto" => is_mail(rest),
        _ => return Err(BadAddress::Scheme),
    };
    let odd = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    match valid && written.len() <= LONGEST && !written.contains(odd) && escapes_are_whole(written)
    {
        true => Ok(()),
        false => Err(BadAddress::Form),
    }
}

/// `host[:port][/…]`, without a user name before the host.
fn is_web(rest: &str) -> bool {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.strip_prefix('[') {
        Some(inner) => match inner.split_once(']') {
            Some((v6, port)) => {
                let known = v6.parse::<std::net::Ipv6Addr>().is_ok();
                return known && is_port(port.strip_prefix(':').unwrap_or(port));
            }
            None => return false,
        },
        None => authority.split_once(':').unwrap_or((authority, "")),
    };
    is_host(host) && is_port(port)
}

fn is_host(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let label = |label: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        !label.is_empty() && label.len() <= 190 && label.chars().all(inner)
    };
    !host.is_empty() && host.split('.').all(label)
}

fn is_port(port: &str) -> bool {
    port.is_empty() || port.parse::<u16>().is_ok_and(|p| p > 0 && !port.starts_with('+'))
}

/// `name@host[?…]`.
fn is_mail(rest: &str) -> bool {
    let address = rest.split('?').next().unwrap_or_default();
    let Some((name, host)) = address.split_once('@') else { return false };
    !name.is_empty() && is_host(host) && host.contains('.')
}

/// Every `%` begins two hexadecimal digits.
fn escapes_are_whole(written: &str) -> bool {
    written.split('%').skip(1).all(|after| {
        let digits = after.as_bytes().get(..2);
        digits.is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
    })
}

#[cfg(test)]
mod tests {
    use super::{BadAddress, check};

    #[test]
    fn full_addresses_pass() {
        for written in [
            "https://spri.kr/",
            "http://127.0.0.1:8000/a?b=c#d",
            "https://www.example.co.kr/문서/1?x=%EA%B0%80",
            "https://한국.kr",
            "https://[2001:db8::1]:443/",
            "mailto:gangmin.park@spri.kr",
        ] {
            assert_eq!(check(written), Ok(()), "{written}");
        }
    }

    #[test]
    fn others_do_not() {
        for (written, why) in [
            ("spri.kr", BadAddress::Scheme),
            ("www.spri.kr/a:b", BadAddress::Scheme),
            ("javascript:alert(1)", BadAddress::Scheme),
            ("file:///etc/passwd", BadAddress::Scheme),
            ("https:/spri.kr", BadAddress::Form),
            ("https://", BadAddress::Form),
            ("https:// spri.kr", BadAddress::Form),
            ("https://a..b/", BadAddress::Form),
            ("https://user@host/", BadAddress::Form),
            ("https://spri.kr:99999/", BadAddress::Form),
            ("https://spri.kr/%zz", BadAddress::Form),
            ("https://[::1/", BadAddress::Form),
            ("mailto:nobody", BadAddress::Form),
        ] {
            assert_eq!(check(written), Err(why), "{written}");
        }
    }
}
