//! Plates that carry no ink: what a die cutter, a folder or a varnishing unit works by.
//!
//! They are known by what shops call them until a shop says which they are.

use crate::finish::Finish;
use crate::pdf::text;

/// Words of which one stands in the name of such a plate, in lower case, and what it is for.
const WORDS: [(&str, Finish); 41] = [
    ("dieline", Finish::Die),
    ("dielines", Finish::Die),
    ("cutline", Finish::Die),
    ("cutcontour", Finish::Die),
    ("diecut", Finish::Die),
    ("kisscut", Finish::Die),
    ("thrucut", Finish::Die),
    ("stanze", Finish::Die),
    ("thomson", Finish::Die),
    ("crease", Finish::Crease),
    ("creasing", Finish::Crease),
    ("foldline", Finish::Crease),
    ("perf", Finish::Perforation),
    ("perforation", Finish::Perforation),
    ("varnish", Finish::Varnish),
    ("uv", Finish::Varnish),
    ("spotuv", Finish::Varnish),
    ("foil", Finish::Foil),
    ("foiling", Finish::Foil),
    ("hotfoil", Finish::Foil),
    ("coldfoil", Finish::Foil),
    ("emboss", Finish::Other),
    ("embossing", Finish::Other),
    ("deboss", Finish::Other),
    ("debossing", Finish::Other),
    ("glue", Finish::Other),
    ("braille", Finish::Other),
    // Alone; in longer words they are mostly something else (호박, 제목형, 베니스).
    ("박", Finish::Foil),
    ("목형", Finish::Die),
    ("목형선", Finish::Die),
    ("반칼", Finish::Die),
    ("반칼선", Finish::Die),
    ("니스", Finish::Varnish),
    ("바니시", Finish::Varnish),
    ("바니쉬", Finish::Varnish),
    ("양각", Finish::Other),
    ("음각", Finish::Other),
    ("풀칠", Finish::Other),
    ("넘버링", Finish::Other),
    ("귀돌이", Finish::Die),
    ("귀도리", Finish::Die),
];
/// Words that colours are called by too (`Cut Flower Red`): they count where the whole name is of them and of [`ASIDE`].
const COMMON: [(&str, Finish); 15] = [
    ("die", Finish::Die),
    ("cut", Finish::Die),
    ("cutting", Finish::Die),
    ("kiss", Finish::Die),
    ("drill", Finish::Die),
    ("punch", Finish::Die),
    ("punching", Finish::Die),
    ("hole", Finish::Die),
    ("holes", Finish::Die),
    ("fold", Finish::Crease),
    ("folding", Finish::Crease),
    ("score", Finish::Crease),
    ("scoring", Finish::Crease),
    ("lack", Finish::Varnish),
    ("technical", Finish::Other),
];
/// Words beside those that name no colour.
const ASIDE: [&str; 26] = [
    "line", "lines", "contour", "path", "layer", "plate", "spot", "mark", "marks", "through",
    "thru", "half", "full", "ring", "template", "guide", "tool", "front", "back", "cover",
    "inside", "page", "label", "do", "not", "print",
];
/// The same in Korean, where words are written together.
const KOREAN: [(&str, Finish); 36] = [
    ("누름선", Finish::Crease),
    ("절취선", Finish::Perforation),
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
/// `후가공 금박` is a foil. White that is printed below the others is an ink.
pub fn finish(name: &str) -> Option<Finish> {
    let words = words(name);
    let of_word = |part: &&str| {
        let own = WORDS.iter().find(|(word, _)| word == part);
        let own = own.or_else(|| KOREAN.iter().find(|(korean, _)| part.ends_with(korean)));
        own.map(|(_, finish)| *finish)
    };
    let common = |part: &&str| COMMON.iter().find(|(word, _)| word == part).map(|(_, of)| *of);
    // `금박판` is the plate of `금박`.
    let words: Vec<&str> =
        words.split(' ').map(|word| word.strip_suffix('판').unwrap_or(word)).collect();
    let says_more = |known: Finish, next: Finish| if known == Finish::Other { next } else { known };
    let sure = words.iter().filter_map(of_word).reduce(says_more);
    let known = |part: &&str| part.is_empty() || common(part).is_some() || ASIDE.contains(part);
    let whole = || words.iter().all(known);
    sure.or_else(|| words.iter().filter_map(common).reduce(says_more).filter(|_| whole()))
}

/// The same of a name that says more than that it is no ink.
pub fn purpose(name: &str) -> Option<Finish> {
    finish(name).filter(|finish| *finish != Finish::Other)
}

/// The words of a name in lower case with blanks between them: `DieCut` is two, and so is `부분UV`.
fn words(name: &str) -> String {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in name.chars() {
        let c = if c.is_alphabetic() { c } else { ' ' };
        let other_script = c.is_ascii_alphabetic() != before.is_ascii_alphabetic();
        if other_script || c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.extend(c.to_lowercase());
        before = c;
    }
    spaced
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
            ("부분UV", Finish::Varnish),
            ("스팟UV", Finish::Varnish),
            ("UV_부분코팅", Finish::Varnish),
            ("바니시", Finish::Varnish),
            ("목형", Finish::Die),
            ("귀돌이", Finish::Die),
            ("누름선", Finish::Crease),
            ("절취선", Finish::Perforation),
            ("넘버링", Finish::Other),
            ("Thru-Cut 2", Finish::Die),
            ("DIE LINE - do not print", Finish::Die),
            ("CUTLINE", Finish::Die),
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
            "Cut Flower Red",
            "Punch Pink",
            "Technical Grey",
            "Die Blaue",
            "White",
            "백색",
            "베니스 블루",
        ] {
            assert_eq!(finish(name), None, "{name}");
        }
    }
}
