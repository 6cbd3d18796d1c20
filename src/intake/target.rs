//! What a manuscript is written for, as a layout declares it.

use crate::layout::spec::{self, Layout};
use crate::manifest;
use jikji_manuscript::target::{Field, Holds, PageKind, Room, Target};

/// What a layout declares, as far as a manuscript is written for it.
pub fn target(layout: &Layout) -> Target {
    let kind = |module: &spec::Module| PageKind {
        name: module.name.clone(),
        fields: fields(&module.fields),
        room: module
            .holds
            .map(|room| Room { lines: room.lines as f64, letters: room.letters as f64 }),
    };
    Target {
        layout: layout.name.clone(),
        kinds: layout.modules.iter().map(kind).collect(),
        colophon: fields(&layout.colophon),
        largest: manifest::LARGEST as usize,
    }
}

fn fields(declared: &[spec::Field]) -> Vec<Field> {
    let field = |field: &spec::Field| Field {
        name: field.name.clone(),
        holds: Holds::of(field.kind.name()),
        required: field.required,
        list: field.list,
        most: field.max,
        fields: fields(&field.fields),
    };
    declared.iter().map(field).collect()
}
