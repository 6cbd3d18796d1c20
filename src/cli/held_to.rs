//! What the command line has files held to: a shop profile, a printing condition, a standard, a bleed.

use std::path::Path;

use anyhow::Result;

use super::print_args::PreflightArgs;
use crate::document::{file, quoted};
use crate::edition::print::conditions::profile_words;
use crate::manifest::LARGEST_PROFILE;
use crate::manifest::messages::PROFILE_ELSEWHERE;
use crate::shop::{self, ShopProfile};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Sources;
use jikji_prepress::preflight::{Limits, Shop};
use jikji_prepress::profile::{OutputProfile, elsewhere};

/// What files are held to.
pub struct Held {
    /// The limits.
    pub limits: Limits,
    /// What the shop's profile is called, if there is one.
    pub profile: Option<String>,
}

/// What the arguments ask for; without a profile a file's own output intent tells the ink limit.
///
/// # Errors
/// Failures of the machine; inside, what is wrong with the profile.
pub fn held_to(
    args: &PreflightArgs,
    sources: &mut Sources,
) -> Result<Result<Held, Vec<Diagnostic>>> {
    let held = match &args.profile {
        None => Held { limits: Limits { ink_by_intent: true, ..Limits::default() }, profile: None },
        Some(asked) => match profile(asked, sources)? {
            Ok(held) => held,
            Err(problems) => return Ok(Err(problems)),
        },
    };
    let standard = args.standard.map_or(held.limits.standard, Into::into);
    let bleed_mm = args.bleed.unwrap_or(held.limits.bleed_mm);
    let limits = Limits { standard, bleed_mm, ..held.limits };
    Ok(Ok(Held { limits, ..held }))
}

/// A shop profile or a printing condition, by its name or its path.
fn profile(asked: &str, sources: &mut Sources) -> Result<Result<Held, Vec<Diagnostic>>> {
    let of_shop = |shop: ShopProfile| Held { limits: shop.limits, profile: Some(shop.name) };
    let of_condition = |condition: OutputProfile| Held {
        limits: Limits {
            ink_limit_percent: condition.ink_limit_percent,
            ink_by_intent: false,
            shop: Shop { condition: Some(condition.condition), ..Shop::default() },
            ..Limits::default()
        },
        profile: None,
    };
    if let Some(shop) = shop::built_in(asked) {
        return Ok(Ok(of_shop(shop)));
    }
    if let Some(condition) = OutputProfile::built_in(asked) {
        return Ok(Ok(of_condition(condition)));
    }
    let path = Path::new(asked);
    if !asked.contains(['.', '/', '\\']) && !path.exists() {
        let got = elsewhere(asked).map(|found| {
            let general = |said| Diagnostic::general(said).arg("found", quoted(asked));
            shop::had_elsewhere(general, found, PROFILE_ELSEWHERE)
        });
        return Ok(Err(vec![got.unwrap_or_else(|| shop::unknown(asked))]));
    }
    let read = |most| file::bytes(path, most).map_err(|failure| failure.error(path));
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml")) {
        return Ok(shop::read(asked, &read(shop::LARGEST)?, sources).map(of_shop));
    }
    let refused =
        |fault| vec![Diagnostic::general(profile_words(fault)).arg("name", format!("`{asked}`"))];
    let condition = OutputProfile::from_icc(read(LARGEST_PROFILE)?, asked);
    Ok(condition.map(of_condition).map_err(refused))
}
