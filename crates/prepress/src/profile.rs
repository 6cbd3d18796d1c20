//! The printing condition a file is made for: a CMYK output profile and what is known about it.
//!
//! Two profiles are built in; a print shop's own comes in as ICC bytes, which `shop` checks. This
//! module reads no disk and converts no colour; the conversion is `colour`'s.

mod elsewhere;
mod shop;

use std::borrow::Cow;
use std::fmt;

pub use elsewhere::{Elsewhere, all_elsewhere, elsewhere};

/// The names of the profiles that are built in.
pub const NAMES: [&str; 2] = ["coated-fogra39", "uncoated-fogra29"];

/// The registry of characterised printing conditions (ISO 15930-7, 6.2.2.3; `RegistryName`).
const ICC_REGISTRY: &str = "http://www.color.org";

/// A CMYK output profile with its output intent texts and ink limit.
#[derive(Debug, Clone, PartialEq)]
pub struct OutputProfile {
    /// The name it is asked for by: `coated-fogra39`, `uncoated-fogra29` or a file's name.
    pub name: String,
    /// `OutputConditionIdentifier` of the output intent, e.g. `FOGRA39`.
    pub condition: String,
    /// `Info` of the output intent: the condition in words.
    pub info: String,
    /// `RegistryName` of the output intent; empty when the condition is not registered.
    pub registry: String,
    /// Most ink on one spot, the sum of the four plates in %.
    pub ink_limit_percent: f64,
    /// The ICC profile itself.
    pub icc: Cow<'static, [u8]>,
}

/// Why bytes cannot serve as the output profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileFault {
    /// No ICC profile at all, or one whose tables are damaged.
    NotAProfile,
    /// The file ends before the size or a tag its header names.
    Truncated,
    /// The profile describes another colour space than CMYK.
    NotCmyk,
    /// A device link: it joins two devices and describes none.
    DeviceLink,
    /// Not an output profile (class `prtr` with tables in both directions).
    NotOutput,
    /// Its tables speak XYZ or anything else than Lab, so they would be read wrongly.
    NotLab,
}

impl fmt::Display for ProfileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAProfile => "the file is no ICC profile",
            Self::Truncated => "the ICC profile is truncated",
            Self::NotCmyk => "the ICC profile is not for CMYK",
            Self::DeviceLink => "the ICC profile is a device link, not an output profile",
            Self::NotOutput => "the ICC profile is no output (printer) profile",
            Self::NotLab => "the ICC profile's connection space is not Lab",
        })
    }
}

impl std::error::Error for ProfileFault {}

impl OutputProfile {
    /// The built-in profile of that name.
    pub fn built_in(name: &str) -> Option<Self> {
        match name {
            "coated-fogra39" => Some(Self::coated_fogra39()),
            "uncoated-fogra29" => Some(Self::uncoated_fogra29()),
            _ => None,
        }
    }

    /// The built-in profile of a condition, as an output intent names it: `FOGRA39L`,
    /// `Coated FOGRA39 (ISO 12647-2:2004)`.
    pub fn of_condition(identifier: &str) -> Option<Self> {
        let named = identifier.to_ascii_uppercase();
        let built_in = [Self::coated_fogra39(), Self::uncoated_fogra29()];
        built_in.into_iter().find(|profile| {
            let after = named.split(profile.condition.as_str()).nth(1);
            // FOGRA39 is not what FOGRA390 begins with.
            after.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    }

    /// Offset on coated paper (ISO 12647-2 paper type 1/2), 300 % ink.
    pub fn coated_fogra39() -> Self {
        Self {
            name: "coated-fogra39".into(),
            condition: "FOGRA39".into(),
            info: "Offset printing, paper type 1 or 2 (gloss or matt coated), FOGRA39L, \
                   ISO 12647-2:2004/Amd 1, total ink 300 %"
                .into(),
            registry: ICC_REGISTRY.into(),
            ink_limit_percent: 300.0,
            icc: Cow::Borrowed(include_bytes!("../icc/Coated_FOGRA39L_TAC300.icc")),
        }
    }

    /// Offset on white uncoated paper (ISO 12647-2 paper type 4), 280 % ink.
    pub fn uncoated_fogra29() -> Self {
        Self {
            name: "uncoated-fogra29".into(),
            condition: "FOGRA29".into(),
            info: "Offset printing, paper type 4 (uncoated white), FOGRA29L, \
                   ISO 12647-2:2004, total ink 280 %"
                .into(),
            registry: ICC_REGISTRY.into(),
            ink_limit_percent: 280.0,
            icc: Cow::Borrowed(include_bytes!("../icc/Uncoated_FOGRA29L_TAC280.icc")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_known_by_what_intents_call_them() {
        let name = |written| OutputProfile::of_condition(written).map(|profile| profile.name);
        for coated in ["FOGRA39", "FOGRA39L", "Coated FOGRA39 (ISO 12647-2:2004)"] {
            assert_eq!(name(coated).as_deref(), Some("coated-fogra39"), "{coated}");
        }
        assert_eq!(name("Uncoated Fogra29").as_deref(), Some("uncoated-fogra29"));
        for other in ["", "FOGRA47", "FOGRA390", "JC200103"] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
