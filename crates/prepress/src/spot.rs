//! Spot inks (별색) as a job declares them: what they look like without the ink, and whether they cover what is
//! below.
//!
//! How they are brought onto a page is not known here.

use lopdf::{Object, dictionary};

use crate::colour::D50;
use crate::finish::Finish;
use crate::pdf::write::reals;

/// Endings of names in the libraries of one maker, which tell paper and edition, not the ink.
const ENDINGS: [&str; 14] =
    ["cvc", "cvu", "cvp", "cv", "ec", "uc", "up", "cp", "pc", "tc", "tp", "c", "u", "m"];
/// The plates of the process (ISO 32000-1, 8.6.6.4).
pub const PROCESS: [&str; 4] = ["Cyan", "Magenta", "Yellow", "Black"];
/// What people call each of them, as [`ink`] has names.
const CALLED: [&[&str]; 4] = [
    &["c", "cyan", "시안", "사이안"],
    &["m", "magenta", "마젠타", "마젠다"],
    &["y", "yellow", "옐로", "옐로우"],
    &["k", "black", "key", "먹", "먹색", "검정", "검정색", "흑색", "블랙"],
];

/// The range of a and b in a Lab space.
const RANGE: [f64; 4] = [-128.0, 127.0, -128.0, 127.0];

/// A spot ink.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpotInk {
    /// Its name in the trade, `PANTONE 286 C`.
    pub name: String,
    /// What it looks like, full, in inks of the process: C, M, Y, K from 0 to 1.
    pub look: [f64; 4],
    /// What it was measured as, full, under D50: the look's better, where it is given.
    pub lab: Option<[f64; 3]>,
    /// Whether it is printed over what is below and takes nothing of it away.
    pub overprint: bool,
    /// What it is for, if it is no ink but a plate for the finishing.
    pub finish: Option<Finish>,
}

impl SpotInk {
    /// Its colour space (ISO 32000-1, 8.6.6.4): a straight line from paper to the full ink.
    pub(crate) fn space(&self) -> Object {
        let ramp = |from: Vec<f64>, to: &[f64]| {
            Object::from(dictionary! {
                "FunctionType" => 2, "N" => 1, "Domain" => reals([0.0, 1.0]),
                "C0" => reals(from), "C1" => reals(to.iter().copied()),
            })
        };
        let (alternate, ramp) = match self.lab {
            Some(lab) => {
                let space = dictionary! { "WhitePoint" => reals(D50), "Range" => reals(RANGE) };
                (Object::Array(vec!["Lab".into(), space.into()]), ramp(vec![100.0, 0.0, 0.0], &lab))
            }
            None => ("DeviceCMYK".into(), ramp(vec![0.0; 4], &self.look)),
        };
        let name = Object::Name(self.name.clone().into_bytes());
        Object::Array(vec!["Separation".into(), name, alternate, ramp])
    }

    /// What part of it, 0 to 1, looks like: in inks of the process, or as Lab.
    pub(crate) fn tint(&self, part: f64) -> TintLook {
        match self.lab {
            Some([l, a, b]) => TintLook::Lab([100.0 + (l - 100.0) * part, a * part, b * part]),
            None => TintLook::Inks(self.look.map(|ink| (ink * part) as f32)),
        }
    }
}

/// What a tint of a spot ink looks like.
pub(crate) enum TintLook {
    /// In inks of the process.
    Inks([f32; 4]),
    /// As Lab under D50.
    Lab([f64; 3]),
}

/// What the name of a spot ink comes to however it is spelt: capitals, blanks and signs make no other ink, nor do the
/// endings of a maker's libraries.
pub fn ink(name: &str) -> String {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain = if plain.is_empty() { name.trim() } else { &plain }.to_lowercase();
    let process = plain.strip_prefix("process").filter(|rest| is_process(rest));
    let plain = process.unwrap_or(&plain);
    let numbered = plain.strip_prefix("pantone").or_else(|| plain.strip_prefix("pms"));
    let Some(own) = numbered else { return plain.to_string() };
    let own = ENDINGS.iter().find_map(|ending| own.strip_suffix(ending)).unwrap_or(own);
    format!("pantone{own}")
}

fn is_process(name: &str) -> bool {
    PROCESS.iter().any(|plate| plate.eq_ignore_ascii_case(name))
}

/// The plate of the process that a name means, however people call it: `Black` for `K` and `먹판`.
pub fn process(name: &str) -> Option<&'static str> {
    let plain = ink(name);
    let plain = plain.strip_suffix('판').unwrap_or(&plain);
    let known = CALLED.iter().position(|names| names.contains(&plain));
    known.map(|plate| PROCESS[plate])
}

#[cfg(test)]
mod tests {
    use super::{ink, process};

    #[test]
    fn plates_of_the_process_are_known_by_what_people_call_them() {
        for (name, plate) in [
            ("K", "Black"),
            ("먹", "Black"),
            ("먹판", "Black"),
            ("Key", "Black"),
            ("process black", "Black"),
            (" m ", "Magenta"),
            ("옐로우", "Yellow"),
            ("시안", "Cyan"),
        ] {
            assert_eq!(process(name), Some(plate), "{name}");
        }
        for name in ["먹박", "Kiss", "PANTONE Black C", "PANTONE Yellow C", "C1", "청", "판", ""]
        {
            assert_eq!(process(name), None, "{name}");
        }
    }

    #[test]
    fn one_ink_has_one_name() {
        for (one, other) in [
            ("PANTONE 185 C", "Pantone 185 CV"),
            ("PANTONE 185 C", "PANTONE 185 U"),
            ("PMS 185", "PANTONE 185 CVC"),
            ("Dark_Blue", "dark blue"),
            ("Process Cyan", "Cyan"),
            ("금박", "금 박"),
        ] {
            assert_eq!(ink(one), ink(other), "{one}, {other}");
        }
        for (one, other) in [
            ("PANTONE 185 C", "PANTONE 186 C"),
            ("Gold", "Gold 2"),
            ("PANTONE Green C", "Green"),
            ("+", "-"),
        ] {
            assert_ne!(ink(one), ink(other), "{one}, {other}");
        }
    }
}
