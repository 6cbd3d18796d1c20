//! Which printing condition a name speaks of: that of an output intent, and that of its profile.
//!
//! Only conditions that are known by both names are compared; a shop's own is its own affair.

/// What profiles and intents call the conditions that are in use, in capitals and without blanks, and how
/// each is registered. A number of FOGRA needs no entry.
const CONDITIONS: [(&str, &str); 30] = [
    ("ISOCOATEDV2", "FOGRA39"),
    ("PSOCOATEDV3", "FOGRA51"),
    ("PSOUNCOATEDV3", "FOGRA52"),
    ("PSOUNCOATEDISO12647", "FOGRA47"),
    ("ISOUNCOATED", "FOGRA29"),
    ("ISOWEBCOATED", "FOGRA28"),
    ("PSOLWCIMPROVED", "FOGRA45"),
    ("PSOLWCSTANDARD", "FOGRA46"),
    ("PSOMFCPAPER", "FOGRA41"),
    ("PSOSNPPAPER", "FOGRA42"),
    ("GRACOL2006", "CGATSTR006"),
    ("TR006", "CGATSTR006"),
    ("SWOP2006COATED3", "CGATSTR003"),
    ("SWOP2006_COATED3", "CGATSTR003"),
    ("TR003", "CGATSTR003"),
    ("SWOP2006COATED5", "CGATSTR005"),
    ("SWOP2006_COATED5", "CGATSTR005"),
    ("TR005", "CGATSTR005"),
    ("WEBCOATED(SWOP)", "CGATSTR001"),
    ("WEBCOATEDSWOP", "CGATSTR001"),
    ("TR001", "CGATSTR001"),
    ("JAPANCOLOR2001COATED", "JC200103"),
    ("JC200103", "JC200103"),
    ("JAPANCOLOR2001UNCOATED", "JC200104"),
    ("JC200104", "JC200104"),
    ("JAPANCOLOR2011COATED", "JC201103"),
    ("JC201103", "JC201103"),
    ("JAPANCOLOR2002NEWSPAPER", "JCN2002"),
    ("JCN2002", "JCN2002"),
    ("JAPANWEBCOATED", "JCW2003"),
];

/// Whether two names speak of two conditions.
pub(super) fn differ(intent: &str, profile: &str) -> bool {
    registered(intent).zip(registered(profile)).is_some_and(|(one, other)| one != other)
}

/// The registered name of the condition that a name speaks of, if it is known.
fn registered(name: &str) -> Option<String> {
    let plain: String = name.to_uppercase().chars().filter(|c| !c.is_whitespace()).collect();
    if let Some((_, rest)) = plain.split_once("FOGRA") {
        let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
        return (!number.is_empty()).then(|| format!("FOGRA{number}"));
    }
    let known = CONDITIONS.iter().find(|(called, _)| plain.contains(called));
    known.map(|(_, registered)| (*registered).to_string())
}

/// What a profile calls itself (ICC.1, `desc`), if it says so.
pub(super) fn profile_name(icc: &[u8]) -> Option<String> {
    let number = |at: usize| {
        let bytes = icc.get(at..at.checked_add(4)?)?;
        Some(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
    };
    let tags = number(128)?.min(200);
    let tag = (0..tags).map(|i| 132 + 12 * i).find(|at| icc.get(*at..*at + 4) == Some(b"desc"))?;
    let (at, size) = (number(tag + 4)?, number(tag + 8)?);
    let data = icc.get(at..at.checked_add(size)?)?;
    match data.get(..4)? {
        b"desc" => {
            let length = number(at + 8)?;
            let text = data.get(12..12_usize.checked_add(length)?)?;
            Some(String::from_utf8_lossy(text).trim_end_matches('\0').to_string())
        }
        b"mluc" => {
            let (length, from) = (number(at + 20)?, number(at + 24)?);
            let text = data.get(from..from.checked_add(length)?)?;
            let (pairs, _) = text.as_chunks::<2>();
            let units: Vec<u16> = pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            Some(String::from_utf16_lossy(&units))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{differ, profile_name};
    use crate::profile::OutputProfile;

    #[test]
    fn names_of_one_condition_do_not_differ() {
        for (intent, profile) in [
            ("FOGRA39", "ISO Coated v2 300% (ECI)"),
            ("FOGRA39L", "Coated FOGRA39L (ISO 12647-2:2004/Amd 1), TAC 300%"),
            ("FOGRA51", "PSO Coated v3"),
            ("CGATS TR 001", "U.S. Web Coated (SWOP) v2"),
            ("JC200103", "Japan Color 2001 Coated"),
            ("Custom", "PSO Coated v3"),
            ("FOGRA39", "Our press"),
        ] {
            assert!(!differ(intent, profile), "{intent}, {profile}");
        }
        for (intent, profile) in [
            ("FOGRA39", "PSO Uncoated v3 (FOGRA52)"),
            ("Japan Color 2001 Coated", "Coated FOGRA39L (ISO 12647-2:2004/Amd 1), TAC 300%"),
            ("JC200104", "Japan Color 2001 Coated"),
        ] {
            assert!(differ(intent, profile), "{intent}, {profile}");
        }
    }

    #[test]
    fn profiles_say_what_they_are_called() {
        let name = profile_name(&OutputProfile::coated_fogra39().icc).unwrap();
        assert!(name.starts_with("Coated FOGRA39L"), "{name}");
        let mut modern = vec![0; 128];
        modern.extend(1_u32.to_be_bytes());
        modern.extend(b"desc");
        modern.extend([144_u32.to_be_bytes(), 36_u32.to_be_bytes()].concat());
        modern.extend(b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\x08\0\0\0\x1c\0P\0S\0O\0 ");
        assert_eq!(profile_name(&modern).as_deref(), Some("PSO "));
        for end in 0..modern.len() {
            assert_eq!(profile_name(&modern[..end]), None, "{end}");
        }
    }
}
