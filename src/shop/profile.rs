//! What a shop profile comes to.

use jikji_prepress::preflight::Limits;

/// What a print shop takes.
#[derive(Debug, Clone, PartialEq)]
pub struct ShopProfile {
    /// What it is called in reports.
    pub name: String,
    /// What a file is held to.
    pub limits: Limits,
    /// The printing condition numbers are built for, if it names one: that of a built-in profile.
    pub condition: Option<String>,
    /// The bleed it names, in mm.
    pub bleed_mm: Option<f64>,
}
