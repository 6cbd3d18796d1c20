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
