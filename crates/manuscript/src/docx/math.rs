//! Formulas as a line of text: all their letters, with signs for what stands above, below or under a root.

use roxmltree::Node;

use super::elements::{Take, attribute, letters, name, take, words};
use crate::messages::Why;

/// The longest formula that is more than its letters, in bytes.
const LONGEST: usize = 20_000;

/// A formula as text.
pub fn read(node: Node<'_, '_>) -> String {
    let letters: String =
        letters(node).filter(|of| deleted(*of, node).is_none()).map(words).collect();
    if letters.len() > LONGEST {
        return letters;
    }
    // Letters that stand where a formula has none are not lost for its form.
    let text = text(node);
    let mut written = text.chars();
    let is_whole = letters.chars().all(|letter| written.any(|found| found == letter));
    if is_whole { text } else { letters }
}

/// The letters of a formula that are left out, and why.
pub fn out(node: Node<'_, '_>) -> Vec<(Why, String)> {
    letters(node).filter_map(|of| Some((deleted(of, node)?, words(of)))).collect()
}

/// Why letters of a formula are left out; none if they are not.
fn deleted(letters: Node<'_, '_>, formula: Node<'_, '_>) -> Option<Why> {
    letters.ancestors().take_while(|of| *of != formula).find_map(|of| match take(of) {
        Take::Out(why) => Some(why),
        _ => None,
    })
}

fn text(node: Node<'_, '_>) -> String {
    if matches!(take(node), Take::Out(_)) {
        return String::new();
    }
    let part = |wanted: &str| {
        node.children().find(|child| name(*child) == wanted).map(text).unwrap_or_default()
    };
    let looks = |wanted: &str, usual: &str| {
        let all = node.children().filter(|child| name(*child).ends_with("Pr"));
        let mut found = all.flat_map(|of| of.children()).filter(|child| name(*child) == wanted);
        found.next().map_or_else(|| usual.to_string(), |of| attribute(of, "val").to_string())
    };
    let script = |sign: &str, part: String| match part.is_empty() {
        true => part,
        false => format!("{sign}{}", grouped(part)),
    };
    match name(node) {
        "t" => words(node),
        "f" => format!("{}/{}", grouped(part("num")), grouped(part("den"))),
        "sSup" => part("e") + &script("^", part("sup")),
        "sSub" => part("e") + &script("_", part("sub")),
        "sSubSup" => part("e") + &script("_", part("sub")) + &script("^", part("sup")),
        "sPre" => script("_", part("sub")) + &script("^", part("sup")) + &part("e"),
        "rad" => format!("{}√{}", part("deg"), grouped(part("e"))),
        "nary" => {
            let bounds = script("_", part("sub")) + &script("^", part("sup"));
            format!("{}{bounds} {}", looks("chr", "∫"), part("e"))
        }
        "d" => {
            let (first, last) = (looks("begChr", "("), looks("endChr", ")"));
            let all = node.children().filter(|child| name(*child) == "e").map(text);
            format!("{first}{}{last}", all.collect::<Vec<_>>().join(&looks("sepChr", "|")))
        }
        "acc" => part("e") + &looks("chr", "\u{302}"),
        "limLow" => part("e") + &script("_", part("lim")),
        "limUpp" => part("e") + &script("^", part("lim")),
        "func" => format!("{} {}", part("fName"), part("e")),
        "mr" => node.children().map(text).collect::<Vec<_>>().join(" ").trim().to_string(),
        "m" => {
            let rows = node.children().filter(|child| name(*child) == "mr").map(text);
            rows.collect::<Vec<_>>().join("; ")
        }
        name if name.ends_with("Pr") => String::new(),
        _ => node.children().map(text).collect(),
    }
}

/// In brackets if it is more than one sign.
fn grouped(part: String) -> String {
    if part.chars().nth(1).is_some() { format!("({part})") } else { part }
}
