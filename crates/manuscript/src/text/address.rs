//! Addresses as texts write them.

use jikji_prose::address;

/// The whole address of what is written, if it is one: with its scheme, or an e-mail address.
pub fn whole(written: &str) -> Option<String> {
    let is_address = |written: &str| address::check(written).is_ok();
    if is_address(written) {
        return Some(written.to_string());
    }
    let mail = format!("mailto:{written}");
    let bare = written.contains('@') && !written.contains([':', '/']);
    (bare && is_address(&mail)).then_some(mail)
}

/// The whole address of a host that is written without its scheme: `icml.cc`.
pub fn of_host(bare: &str) -> Option<String> {
    let host = bare.split('/').next().unwrap_or_default();
    let fits = host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
    let top = host.rsplit_once('.').map_or("", |(_, top)| top);
    let named = top.len() > 1 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    whole(&format!("https://{bare}")).filter(|_| fits && named)
}
