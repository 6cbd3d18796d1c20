//! What `[print]` asks to be done after printing, held against the plates for it: a shop that reads of a foil and has no
//! plate does not know where it goes.
//!
//! Part of `check`.

use crate::document::quoted;
use crate::edition::print::inks::Inks;
use crate::edition::print::messages as say;
use crate::edition::sheet::coating;
use crate::manifest::model::Print;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Text;
use jikji_prepress::finish::Finish;
use jikji_prepress::technical;

/// Says which words ask for something that a plate of the number would have to show, and none does.
pub fn check(print: &Print, inks: &Inks, found: &mut Vec<Diagnostic>) {
    let order = &print.order;
    let coatings = [&order.coating.0, &order.coating.1].into_iter().flatten();
    let coatings = coatings.filter(|words| coating::is_in_spots(&words.value));
    let asked = coatings.map(|words| (words, Finish::Varnish));
    let finishing = order.finishing.iter().filter_map(|words| Some((words, drawn(words)?)));
    for (words, finish) in asked.chain(finishing) {
        if inks.technical().any(|plate| plate.finish == Some(finish)) {
            continue;
        }
        let none = Diagnostic::at(say::PLATE_NONE, words.span);
        found.push(none.arg("what", quoted(words.value.trim())).arg("kind", finish.name()));
    }
}

/// What words of finishing ask for that only art tells the place and the shape of. Lines across a page and holes are
/// mostly said in words.
fn drawn(words: &Text) -> Option<Finish> {
    let written = words.value.as_str();
    if coating::is_in_spots(written) {
        return Some(Finish::Varnish);
    }
    match technical::finish(written)? {
        Finish::Foil => Some(Finish::Foil),
        Finish::Die if CUT.iter().any(|word| written.contains(word)) => Some(Finish::Die),
        _ => None,
    }
}

/// Cuts by a die that is made for the job.
const CUT: [&str; 4] = ["톰슨", "도무송", "칼선", "목형"];
