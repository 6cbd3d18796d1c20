//! A print shop's own profile: ICC bytes, checked before anything is converted with them.
//!
//! It never changes a profile, and asks `colour` only for what the profile's own tables say.

use std::borrow::Cow;

use super::{OutputProfile, ProfileFault};
use crate::colour::Cmm;

/// The total ink taken for a profile whose own limit cannot be measured, in %.
const DEFAULT_INK_LIMIT: f64 = 300.0;

impl OutputProfile {
    /// A print shop's own profile. `name` is what the author called it; the condition is taken from
    /// the profile's description. The ink limit is the most that its own separation tables use.
    pub fn from_icc(bytes: Vec<u8>, name: &str) -> Result<Self, ProfileFault> {
        check(&bytes)?;
        let parsed =
            moxcms::ColorProfile::new_from_slice(&bytes).map_err(|_| ProfileFault::NotAProfile)?;
        let info = description(&parsed).unwrap_or_else(|| name.to_owned());
        let mut profile = Self {
            name: name.to_owned(),
            condition: info.clone(),
            info,
            registry: String::new(),
            ink_limit_percent: 400.0,
            icc: Cow::Owned(bytes),
        };
        profile.ink_limit_percent =
            Cmm::new(&profile)?.measured_ink_limit().unwrap_or(DEFAULT_INK_LIMIT);
        Ok(profile)
    }
}

/// The header and tag table checks of ICC.1, 7.2 and 7.3.
fn check(bytes: &[u8]) -> Result<(), ProfileFault> {
    let field = |at: usize| bytes.get(at..at + 4);
    let number = |at: usize| {
        field(at).and_then(|b| <[u8; 4]>::try_from(b).ok()).map(|b| u32::from_be_bytes(b) as usize)
    };
    if field(36) != Some(b"acsp") {
        return Err(ProfileFault::NotAProfile);
    }
    let size = number(0).ok_or(ProfileFault::NotAProfile)?;
    if size < 132 {
        return Err(ProfileFault::NotAProfile);
    }
    if size > bytes.len() {
        return Err(ProfileFault::Truncated);
    }
    if field(12) == Some(b"link") {
        return Err(ProfileFault::DeviceLink);
    }
    if field(16) != Some(b"CMYK") {
        return Err(ProfileFault::NotCmyk);
    }
    if field(12) != Some(b"prtr") {
        return Err(ProfileFault::NotOutput);
    }
    if field(20) != Some(b"Lab ") {
        return Err(ProfileFault::NotLab);
    }
    let tags = number(128).ok_or(ProfileFault::Truncated)?;
    if tags > 1000 || 132 + tags * 12 > size {
        return Err(ProfileFault::Truncated);
    }
    let (mut to_pcs, mut to_device) = (false, false);
    for at in (0..tags).map(|i| 132 + i * 12) {
        let (Some(offset), Some(length)) = (number(at + 4), number(at + 8)) else {
            return Err(ProfileFault::Truncated);
        };
        if offset.checked_add(length).is_none_or(|end| end > size) {
            return Err(ProfileFault::Truncated);
        }
        to_pcs |= field(at) == Some(b"A2B0");
        to_device |= field(at) == Some(b"B2A0");
    }
    if to_pcs && to_device { Ok(()) } else { Err(ProfileFault::NotOutput) }
}

/// The profile's own description, one line.
fn description(profile: &moxcms::ColorProfile) -> Option<String> {
    let text = match profile.description.as_ref()? {
        moxcms::ProfileText::PlainString(text) => text.clone(),
        moxcms::ProfileText::Localizable(texts) => texts.first()?.value.clone(),
        moxcms::ProfileText::Description(text) => text.ascii_string.clone(),
    };
    let text: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coated() -> Vec<u8> {
        OutputProfile::coated_fogra39().icc.into_owned()
    }

    #[test]
    fn a_shop_profile_is_measured() {
        let profile = OutputProfile::from_icc(coated(), "shop.icc").expect("a good profile");
        assert!((profile.ink_limit_percent - 300.0).abs() < 3.0, "{}", profile.ink_limit_percent);
        assert_eq!(profile.name, "shop.icc");
        assert!(!profile.condition.is_empty());
        let uncoated = OutputProfile::uncoated_fogra29().icc.into_owned();
        let profile = OutputProfile::from_icc(uncoated, "u").expect("a good profile");
        assert!((profile.ink_limit_percent - 280.0).abs() < 3.0, "{}", profile.ink_limit_percent);
    }

    #[test]
    fn unfit_files_are_named() {
        let put = |at: usize, text: &[u8]| {
            let mut bytes = coated();
            bytes[at..at + text.len()].copy_from_slice(text);
            OutputProfile::from_icc(bytes, "x").expect_err("unfit")
        };
        assert_eq!(OutputProfile::from_icc(Vec::new(), "x"), Err(ProfileFault::NotAProfile));
        let html = b"<!doctype html><title>404</title>".repeat(9);
        assert_eq!(OutputProfile::from_icc(html, "x"), Err(ProfileFault::NotAProfile));
        let mut short = coated();
        short.truncate(100_000);
        assert_eq!(OutputProfile::from_icc(short, "x"), Err(ProfileFault::Truncated));
        assert_eq!(put(16, b"RGB "), ProfileFault::NotCmyk);
        assert_eq!(put(12, b"link"), ProfileFault::DeviceLink);
        assert_eq!(put(12, b"spac"), ProfileFault::NotOutput);
        assert_eq!(put(36, b"nope"), ProfileFault::NotAProfile);
        assert_eq!(put(20, b"XYZ "), ProfileFault::NotLab);
        let srgb = moxcms::ColorProfile::new_srgb().encode().expect("srgb");
        assert_eq!(OutputProfile::from_icc(srgb, "x"), Err(ProfileFault::NotCmyk));
    }

    proptest::proptest! {
        #[test]
        fn damaged_tables_never_panic(at in 0usize..240_000, byte: u8, cut in 0usize..247_192) {
            let mut bytes = coated();
            bytes[at] = byte;
            let _ = OutputProfile::from_icc(bytes.clone(), "x");
            bytes.truncate(cut);
            let _ = OutputProfile::from_icc(bytes, "x");
        }
    }
}
