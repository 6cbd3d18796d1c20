//! What the layout gets to know of its titles: where each line of a text that it is given as a string turns well.

use std::collections::HashSet;

use crate::compose::writer::Writer;
use crate::manifest::model::{Issue, Shown};
use jikji_prose::titles::break_costs;

/// Writes `breaks`: the costs by line, for lines of more than one word, each once.
pub fn write_breaks(writer: &mut Writer, issue: &Issue) {
    writer.line(1);
    writer.code("breaks: (");
    let mut known = HashSet::new();
    visit_strings(issue, &mut |text| {
        for line in text.split('\n') {
            let costs = break_costs(line);
            if !costs.is_empty() && known.insert(line.to_string()) {
                writer.line(2);
                writer.string(line);
                let only = costs.len() == 1;
                let costs: Vec<String> = costs.iter().map(i32::to_string).collect();
                // An array of one needs its comma.
                writer.code(&format!(": ({}{}),", costs.join(", "), if only { "," } else { "" }));
            }
        }
    });
    if known.is_empty() {
        writer.code(":");
    } else {
        writer.line(1);
    }
    writer.code("),");
}

/// Calls `visit` for every text of an issue that a layout is given as a string.
fn visit_strings(issue: &Issue, visit: &mut dyn FnMut(&str)) {
    let publication = &issue.publication;
    let names = [&publication.name].into_iter().chain(&publication.tagline);
    names.chain([&publication.publisher]).for_each(|name| visit(&name.text));
    for part in &issue.parts {
        visit(&part.title.text);
        part.sections.iter().for_each(|section| visit(&section.title.text));
    }
    let entries = issue.entries.iter().flat_map(|entry| &entry.fields);
    for (_, value) in entries.chain(&issue.colophon) {
        value.visit(&mut |shown| {
            if let Shown::Line(plain) = shown {
                visit(&plain.text);
            }
        });
    }
}
