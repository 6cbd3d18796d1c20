//! Lengths and paper sizes as people write them: `3mm`, `10.8pt`, `A4`, `148mm x 210mm`.
//!
//! It turns them into millimetres; it never judges whether a size makes sense.

/// Millimetres of the units that are understood.
const UNITS: [(&str, f64); 4] = [("mm", 1.0), ("cm", 10.0), ("pt", 25.4 / 72.0), ("in", 25.4)];

/// What an absolute length looks like, as a pattern of JSON Schema: those of [`UNITS`], not negative.
pub const PATTERN: &str = r"^\s*[0-9.]+\s*(mm|cm|pt|in)\s*$";

/// Points of a millimetre.
pub const PT_PER_MM: f64 = 72.0 / 25.4;

/// Paper sizes by name, mm; the Korean trade sizes among them.
const PAPERS: [(&str, (f64, f64)); 13] = [
    ("A3", (297.0, 420.0)),
    ("A4", (210.0, 297.0)),
    ("A5", (148.0, 210.0)),
    ("A6", (105.0, 148.0)),
    ("B4", (257.0, 364.0)),
    ("B5", (182.0, 257.0)),
    ("Letter", (215.9, 279.4)),
    ("국배판", (210.0, 297.0)),
    ("46배판", (188.0, 257.0)),
    ("크라운판", (176.0, 248.0)),
    ("신국판", (152.0, 225.0)),
    ("국판", (148.0, 210.0)),
    ("46판", (127.0, 188.0)),
];
/// How 46 is written in the names of those, too.
const FORTY_SIX: [&str; 6] = ["사륙", "4·6", "4*6", "4×6", "4x6", "4X6"];

/// Millimetres of an absolute length. The number is finite and may be negative.
pub fn millimetres(written: &str) -> Option<f64> {
    let (number, unit) = split(written.trim())?;
    UNITS.iter().find(|(name, _)| *name == unit).map(|(_, mm)| number * mm)
}

/// Width and height in millimetres of a paper's name or `WIDTH x HEIGHT`.
pub fn paper(written: &str) -> Option<(f64, f64)> {
    let written = written.trim();
    let plain = FORTY_SIX.iter().find_map(|six| Some(format!("46{}", written.strip_prefix(six)?)));
    let plain = plain.as_deref().unwrap_or(written);
    if let Some((_, size)) = PAPERS.iter().find(|(name, _)| name.eq_ignore_ascii_case(plain)) {
        return Some(*size);
    }
    let (width, height) = written.split_once(['x', 'X', '×', '*'])?;
    Some((millimetres(width)?, millimetres(height)?))
}

/// The names [`paper`] knows.
pub fn papers() -> impl Iterator<Item = &'static str> {
    PAPERS.iter().map(|(name, _)| *name)
}

/// Whether it is a length that Typst reads, relative ones (`0.5em`) included.
pub fn is_typst(written: &str) -> bool {
    split(written).is_some_and(|(_, unit)| matches!(unit, "mm" | "cm" | "pt" | "in" | "em"))
}

/// The number and the unit of a length.
fn split(written: &str) -> Option<(f64, &str)> {
    let unit = written.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = written.split_at(unit);
    let number = number.trim_end();
    let plain = number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    let number = number.parse::<f64>().ok().filter(|n| plain && n.is_finite())?;
    Some((number, unit))
}

#[cfg(test)]
mod tests {
    use super::{is_typst, millimetres, paper};

    #[test]
    fn lengths_become_millimetres() {
        assert_eq!(millimetres("210mm"), Some(210.0));
        assert_eq!(millimetres(" 21 cm "), Some(210.0));
        assert!((millimetres("72pt").unwrap() - 25.4).abs() < 1e-9);
        assert_eq!(millimetres("-0.5mm"), Some(-0.5));
        for bad in ["", "3", "mm", "3 m", "3mm.", "1e9mm", "infmm", "0.5em", "３mm"] {
            assert_eq!(millimetres(bad), None, "{bad}");
        }
    }

    #[test]
    fn papers_go_by_name_or_size() {
        assert_eq!(paper("A4"), Some((210.0, 297.0)));
        assert_eq!(paper("a5"), Some((148.0, 210.0)));
        assert_eq!(paper("148mm x 210mm"), Some((148.0, 210.0)));
        assert_eq!(paper("국배판"), paper("A4"));
        for name in ["46배판", "사륙배판", "4x6배판", "4·6배판"] {
            assert_eq!(paper(name), Some((188.0, 257.0)), "{name}");
        }
        assert_eq!(paper("148mm×21cm"), Some((148.0, 210.0)));
        assert_eq!(paper("A9"), None);
        assert_eq!(paper("148 x 210"), None);
    }

    #[test]
    fn typst_lengths_may_be_relative() {
        assert!(is_typst("0.5em") && is_typst("-0.06pt") && is_typst("6pt"));
        assert!(!is_typst("6") && !is_typst("6px") && !is_typst("6pt + 1pt"));
    }
}
