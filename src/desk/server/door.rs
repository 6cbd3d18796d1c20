//! Who gets in: nobody but the browser that was given the first address of this run.
//!
//! A page of another site can send requests to the loopback as well. So every request has to name this very
//! host, to bring the token of the run in a cookie that only pages of the desk send, and, where it can change
//! something or stay open, to come from such a page by the browser's own word.

use anyhow::{Context, Result};
use axum::http::{HeaderMap, HeaderName, Method, Uri, header};

/// The token's length, bytes.
const TOKEN: usize = 32;

/// The path of the first address, before the token.
pub const ENTRANCE: &str = "/enter/";

/// What is asked of each request.
#[derive(Debug, Clone)]
pub struct Door {
    port: u16,
    token: String,
}

impl Door {
    /// A door with a new token.
    pub fn new(port: u16) -> Result<Self> {
        let mut bytes = [0; TOKEN];
        getrandom::fill(&mut bytes).context("the machine has no randomness")?;
        let token = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { port, token })
    }

    /// The address that lets its reader in.
    pub fn first_address(&self) -> String {
        format!("http://127.0.0.1:{}{ENTRANCE}{}", self.port, self.token)
    }

    /// Whether a token is that of this run.
    pub fn knows(&self, token: &str) -> bool {
        let differ = |sum, (a, b): (u8, u8)| sum | (a ^ b);
        token.len() == self.token.len()
            && token.bytes().zip(self.token.bytes()).fold(0, differ) == 0
    }

    /// The cookie that keeps the door open. Cookies know no ports, so its name does.
    pub fn cookie(&self) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie_name(), self.token)
    }

    fn cookie_name(&self) -> String {
        format!("jikji-{}", self.port)
    }

    /// Whether a request may be answered. Without its cookie only the first address is.
    pub fn admits(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
        let Some(host) = one(headers, header::HOST).filter(|host| self.is_ours(host)) else {
            return false;
        };
        let own_host = uri.authority().is_none_or(|authority| authority.as_str() == host);
        let origin = format!("http://{host}");
        let same_origin = match headers.contains_key(header::ORIGIN) {
            true => one(headers, header::ORIGIN) == Some(&origin),
            // A page that only looks need not say whose it is.
            false => *method == Method::GET && !headers.contains_key(header::UPGRADE),
        };
        own_host
            && same_origin
            && near(headers)
            && (self.is_entrance(uri) || self.has_token(headers))
    }

    fn is_entrance(&self, uri: &Uri) -> bool {
        uri.path().strip_prefix(ENTRANCE).is_some_and(|token| self.knows(token))
    }

    fn is_ours(&self, host: &str) -> bool {
        ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{}", self.port))
    }

    fn has_token(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut cookies =
            cookies.flat_map(|line| line.split(';')).filter_map(|c| c.split_once('='));
        cookies.any(|(key, value)| key.trim() == name && self.knows(value.trim()))
    }
}

/// Whether the browser says that the request comes from the desk or from its user; one that says nothing
/// may be old.
fn near(headers: &HeaderMap) -> bool {
    let site = HeaderName::from_static("sec-fetch-site");
    match headers.contains_key(&site) {
        true => matches!(one(headers, site), Some("same-origin" | "none")),
        false => true,
    }
}

/// The value of a header that is there once and readable.
fn one(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::Door;
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};

    fn admits(door: &Door, method: Method, path: &str, pairs: &[(&str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            let name: HeaderName = name.parse().unwrap();
            headers.append(name, HeaderValue::from_str(value).unwrap());
        }
        door.admits(&method, &path.parse().unwrap(), &headers)
    }

    #[test]
    fn only_the_browser_with_the_token_gets_in() {
        let door = Door::new(80).unwrap();
        let cookie = door.cookie();
        let token = cookie.split(';').next().unwrap();
        let host = ("host", "127.0.0.1:80");
        let own = ("origin", "http://127.0.0.1:80");
        assert!(admits(&door, Method::GET, "/", &[host, ("cookie", token)]));
        assert!(admits(&door, Method::POST, "/", &[host, own, ("cookie", token)]));
        assert!(admits(
            &door,
            Method::GET,
            door.first_address().split(":80").nth(1).unwrap(),
            &[host]
        ));
        assert!(!admits(&door, Method::GET, "/enter/x", &[host]));
        assert!(!admits(&door, Method::GET, "/", &[host]));
        assert!(!admits(&door, Method::POST, "/", &[host, ("cookie", token)]));
        let socket = [host, ("cookie", token), ("upgrade", "websocket")];
        assert!(!admits(&door, Method::GET, "/live", &socket));
        let twice = [host, host, ("cookie", token)];
        assert!(!admits(&door, Method::GET, "/", &twice));
        assert!(!admits(&door, Method::GET, "http://evil/", &[host, ("cookie", token)]));
        assert!(!door.knows(&"0".repeat(64)) && !door.knows(""));
        assert_ne!(cookie, Door::new(80).unwrap().cookie());
    }
}
