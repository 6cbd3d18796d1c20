//! Plates that carry no ink: what a die cutter, a folder or a varnishing unit works by.
//!
//! They are known by what shops call them until a shop says which they are.

use crate::finish::Finish;
use crate::pdf::text;

/// Words of which one stands in the name of such a plate, in lower case, and what it is for.
const WORDS: [(&str, Finish); 33] = [
    ("die", Finish::Die),
    ("dieline", Finish::Die),
    ("cut", Finish::Die),
    ("cutcontour", Finish::Die),
    ("stanze", Finish::Die),
    ("crease", Finish::Crease),
    ("fold", Finish::Crease),
    ("perf", Finish::Perforation),
    ("perforation", Finish::Perforation),
    ("varnish", Finish::Varnish),
    ("uv", Finish::Varnish),
    ("spotuv", Finish::Varnish),
    ("foil", Finish::Foil),
    ("emboss", Finish::Other),
    ("deboss", Finish::Other),
    ("glue", Finish::Other),
    ("braille", Finish::Other),
    ("kiss", Finish::Die),
    ("score", Finish::Crease),
    ("technical", Finish::Other),
    ("thrucut", Finish::Die),
    ("lack", Finish::Varnish),
    ("hotfoil", Finish::Foil),
    ("coldfoil", Finish::Foil),
    ("foiling", Finish::Foil),
    ("diecut", Finish::Die),
    ("thomson", Finish::Die),
    ("drill", Finish::Die),
    ("punch", Finish::Die),
    ("punching", Finish::Die),
    ("hole", Finish::Die),
    ("holes", Finish::Die),
    // Alone; in longer words it is mostly no foil (호박).
    ("박", Finish::Foil),
];
/// The same in Korean, where words are written together.
const KOREAN: [(&str, Finish); 34] = [
    ("톰슨", Finish::Die),
    ("톰슨선", Finish::Die),
    ("오시선", Finish::Crease),
    ("미싱선", Finish::Perforation),
    ("후가공", Finish::Other),
    ("도무송선", Finish::Die),
    ("엠보싱", Finish::Other),
    ("칼선", Finish::Die),
    ("타공", Finish::Die),
    ("타공선", Finish::Die),
    ("천공", Finish::Die),
    ("천공선", Finish::Die),
    ("펀칭", Finish::Die),
    ("펀칭선", Finish::Die),
    ("도무송", Finish::Die),
    ("재단선", Finish::Die),
    ("오시", Finish::Crease),
    ("미싱", Finish::Perforation),
    ("접지선", Finish::Crease),
    ("에폭시", Finish::Varnish),
    ("코팅", Finish::Varnish),
    ("형압", Finish::Other),
    ("금박", Finish::Foil),
    ("은박", Finish::Foil),
    ("먹박", Finish::Foil),
    ("홀로그램박", Finish::Foil),
    ("유광박", Finish::Foil),
    ("무광박", Finish::Foil),
    ("동박", Finish::Foil),
    ("청박", Finish::Foil),
    ("적박", Finish::Foil),
    ("투명박", Finish::Foil),
    ("로즈골드박", Finish::Foil),
    ("접착", Finish::Other),
];

/// What a plate of this name is for, if it is no ink on paper. A word that says more goes before one that says little:
/// `후가공 금박` is a foil.
pub fn finish(name: &str) -> Option<Finish> {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in name.chars() {
        // `DieCut` is two words.
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.extend(c.to_lowercase());
        before = c;
    }
    let of_word = |part: &str| {
        // `금박판` is the plate of `금박`.
        let part = part.strip_suffix('판').unwrap_or(part);
        let own = WORDS.iter().find(|(word, _)| *word == part);
        let own = own.or_else(|| KOREAN.iter().find(|(korean, _)| part.ends_with(korean)));
        own.map(|(_, finish)| *finish)
    };
    let found = spaced.split(|c: char| !c.is_alphabetic()).filter_map(of_word);
    found.reduce(|known, next| if known == Finish::Other { next } else { known })
}

/// Whether a plate of this name is no ink on paper.
pub(crate) fn is_technical(name: &[u8]) -> bool {
    finish(&text::name(name)).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Finish, finish};

    #[test]
    fn what_shops_call_them() {
        for (name, wanted) in [
            ("CutContour", Finish::Die),
            ("Dieline", Finish::Die),
            ("DIE_CUT", Finish::Die),
            ("Spot UV", Finish::Varnish),
            ("칼선", Finish::Die),
            ("후가공 금박", Finish::Foil),
            ("박", Finish::Foil),
            ("홀로그램박", Finish::Foil),
            ("금박판", Finish::Foil),
            ("칼선판", Finish::Die),
            ("타공", Finish::Die),
            ("타공선", Finish::Die),
            ("천공판", Finish::Die),
            ("바인더 펀칭", Finish::Die),
            ("Drill", Finish::Die),
            ("PUNCH_HOLES", Finish::Die),
            ("Hot Foil", Finish::Foil),
            ("Hotfoil", Finish::Foil),
            ("톰슨", Finish::Die),
            ("톰슨선", Finish::Die),
            ("오시선", Finish::Crease),
            ("미싱선", Finish::Perforation),
            ("후가공", Finish::Other),
            ("형압", Finish::Other),
            ("Crease", Finish::Crease),
            ("Perforation", Finish::Perforation),
            ("Varnish", Finish::Varnish),
            ("Foil", Finish::Foil),
        ] {
            assert_eq!(finish(name), Some(wanted), "{name}");
        }
        for name in [
            "호박",
            "수박색",
            "출판",
            "판",
            "Cyan",
            "PANTONE 286 C",
            "Executive Blue",
            "Gold",
            "Soldier Green",
            "Wholesale Red",
            "Black",
        ] {
            assert_eq!(finish(name), None, "{name}");
        }
    }
}
