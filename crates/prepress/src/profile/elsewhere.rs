//! Printing conditions whose profiles are not built in: what their files are called, and who gives them away.
//!
//! It names files and holds none: their makers let anybody use them, but not hand them on.

/// A condition whose profile has to be got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elsewhere {
    /// The condition, as the trade says it.
    pub condition: &'static str,
    /// Its profile, as its maker names the file.
    pub file: &'static str,
    /// Where that is to be had.
    pub from: &'static str,
    /// The built-in profile of the same condition.
    pub built_in: Option<&'static str>,
}

/// The European Color Initiative, of offset in Europe.
const ECI: &str = "eci.org";
/// The registry of the ICC, of all that are registered.
const REGISTRY: &str = "color.org";
/// The Japan Printing Machinery Association.
const JAPAN: &str = "japancolor.jp";

/// What names have in them, without blanks and signs and in small letters, and what is meant.
const KNOWN: [(&str, Elsewhere); 14] = [
    ("fogra51", of("FOGRA51 (PSO Coated v3)", "PSOcoated_v3.icc", ECI)),
    ("psocoatedv3", of("FOGRA51 (PSO Coated v3)", "PSOcoated_v3.icc", ECI)),
    ("fogra52", of("FOGRA52 (PSO Uncoated v3)", "PSOuncoated_v3_FOGRA52.icc", ECI)),
    ("psouncoatedv3", of("FOGRA52 (PSO Uncoated v3)", "PSOuncoated_v3_FOGRA52.icc", ECI)),
    ("fogra47", of("FOGRA47 (PSO Uncoated)", "PSO_Uncoated_ISO12647_eci.icc", ECI)),
    ("psouncoated", of("FOGRA47 (PSO Uncoated)", "PSO_Uncoated_ISO12647_eci.icc", ECI)),
    ("fogra45", of("FOGRA45 (PSO LWC Improved)", "PSO_LWC_Improved_eci.icc", ECI)),
    ("isocoatedv2", COATED_V2),
    ("gracol", of("GRACoL 2013 (CRPC6)", "GRACoL2013_CRPC6.icc", REGISTRY)),
    ("crpc6", of("GRACoL 2013 (CRPC6)", "GRACoL2013_CRPC6.icc", REGISTRY)),
    ("swop", of("SWOP 2013 (CRPC5)", "SWOP2013C3_CRPC5.icc", REGISTRY)),
    ("crpc5", of("SWOP 2013 (CRPC5)", "SWOP2013C3_CRPC5.icc", REGISTRY)),
    ("japancolor", of("Japan Color 2011", "JapanColor2011Coated.icc", JAPAN)),
    ("jc2011", of("Japan Color 2011", "JapanColor2011Coated.icc", JAPAN)),
];

const COATED_V2: Elsewhere = Elsewhere {
    built_in: Some("coated-fogra39"),
    ..of("FOGRA39 (ISO Coated v2)", "ISOcoated_v2_eci.icc", ECI)
};

const fn of(condition: &'static str, file: &'static str, from: &'static str) -> Elsewhere {
    Elsewhere { condition, file, from, built_in: None }
}

/// All of them, some more than once.
pub fn all_elsewhere() -> impl Iterator<Item = Elsewhere> {
    KNOWN.iter().map(|(_, found)| *found)
}

/// The condition that a name means whose profile is not built in.
pub fn elsewhere(name: &str) -> Option<Elsewhere> {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.to_ascii_lowercase();
    KNOWN.iter().find(|(part, _)| plain.contains(part)).map(|(_, found)| *found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_of_others_are_known_as_people_write_them() {
        let file = |name| elsewhere(name).map(|found| found.file);
        for coated in ["FOGRA51", "coated-fogra51", "PSO Coated v3", "pso_coated_v3"] {
            assert_eq!(file(coated), Some("PSOcoated_v3.icc"), "{coated}");
        }
        assert_eq!(file("Japan Color 2011"), Some("JapanColor2011Coated.icc"));
        assert_eq!(file("GRACoL2013"), Some("GRACoL2013_CRPC6.icc"));
        for none in ["coated", "fogra", "x"] {
            assert_eq!(file(none), None, "{none}");
        }
    }
}
