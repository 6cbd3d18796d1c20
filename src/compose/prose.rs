//! Writes running text as Typst markup that a person can read.
//!
//! Lists become Typst lists and subheads Typst headings, so that a layout styles them with plain show
//! rules; marks, notes and pictures call functions of the layout's prose file.

use std::ops::Range;

use crate::compose::address;
use crate::compose::writer::{CELL_EOJEOL_LIMIT, EOJEOL_LIMIT, Writer};
use crate::typst_string;
use jikji_diagnostic::source::Span;
use jikji_prose::links::addresses;
use jikji_prose::placing::Width;
use jikji_prose::tree::{Block, ImageRef, Inline, Item, Paragraph, Side, Table};

/// Writes one paragraph as a content block: `[…]`.
pub fn write_inline_content(writer: &mut Writer, body: &[Inline]) {
    writer.begin_paragraph(EOJEOL_LIMIT);
    writer.code("[");
    write_inlines(writer, body);
    writer.code("]");
}

/// The same with a label of its own at its start, so that what leads to it finds the page it stands on.
pub fn write_labelled(writer: &mut Writer, body: &[Inline], label: &str) {
    writer.begin_paragraph(EOJEOL_LIMIT);
    writer.code(&format!("[#metadata(\"row\")<{label}>"));
    write_inlines(writer, body);
    writer.code("]");
}

/// Writes blocks as a content block over several lines, at a depth of indentation.
pub fn write_block_content(writer: &mut Writer, blocks: &[Block], depth: usize) {
    writer.code("[");
    let mut before: Option<&Block> = None;
    for block in blocks {
        if before.is_some_and(|before| !matches!(before, Block::Subhead(_))) {
            writer.code("\n");
        }
        write_block(writer, block, depth + 1);
        before = Some(block);
    }
    writer.line(depth);
    writer.code("]");
}

fn write_block(writer: &mut Writer, block: &Block, depth: usize) {
    match block {
        Block::Subhead(paragraph) => write_paragraph(writer, "== ", paragraph, depth),
        Block::Paragraph(paragraph) => write_paragraph(writer, "", paragraph, depth),
        Block::List(items) => items.iter().for_each(|item| write_item(writer, item, depth)),
        Block::Images(images) => {
            let [image, others @ ..] = &images[..] else { return };
            writer.line(depth);
            writer.code("#picture(");
            write_image(writer, image);
            for other in others {
                writer.code(", beside: (file: ");
                write_image(writer, other);
                writer.code(")");
            }
            writer.code(")");
        }
        Block::Table(table) => {
            writer.line(depth);
            writer.code("#");
            match &table.caption {
                None => write_table(writer, table, depth),
                Some(caption) => {
                    writer.code("figure(supplement: none, numbering: none, caption: ");
                    write_inline_content(writer, caption);
                    writer.code(", ");
                    write_table(writer, table, depth);
                    writer.code(")");
                }
            }
        }
    }
}

/// Writes what is said of a picture, its file first.
fn write_image(writer: &mut Writer, image: &ImageRef) {
    writer.string(&format!("/{}", image.file));
    writer.code(", alt: ");
    writer.string(&image.alt);
    if let Some(caption) = &image.caption {
        writer.code(", caption: [");
        writer.begin_paragraph(EOJEOL_LIMIT);
        writer.run(&caption.text, caption.span);
        writer.code("]");
    }
    if let Some(width) = image.placing.width {
        writer.code(&format!(", width: {}", length(width)));
    }
    if let Some(place) = image.placing.place {
        writer.code(", place: ");
        writer.string(place.name());
    }
}

/// The width of a picture as Typst has it: a share of the measure is a ratio.
pub fn length(width: Width) -> String {
    match width {
        Width::Share(share) => format!("{share}%"),
        Width::Length(mm) => format!("{mm}mm"),
    }
}

/// Writes a Typst `table(…)` with its header row.
pub fn write_table(writer: &mut Writer, table: &Table, depth: usize) {
    writer.code(&format!("table(columns: {},", table.header.len()));
    if table.sides.iter().any(|side| *side != Side::Left) {
        let sides = table.sides.iter().map(|side| match side {
            Side::Left => "left,",
            Side::Center => "center,",
            Side::Right => "right,",
        });
        writer.code(&format!(" align: ({}),", sides.collect::<Vec<_>>().join(" ")));
    }
    writer.line(depth + 1);
    writer.code("table.header(");
    write_cells(writer, &table.header);
    writer.code("),");
    for row in &table.rows {
        writer.line(depth + 1);
        write_cells(writer, row);
        writer.code(",");
    }
    writer.line(depth);
    writer.code(")");
}

fn write_cells(writer: &mut Writer, cells: &[Vec<Inline>]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            writer.code(", ");
        }
        writer.begin_paragraph(CELL_EOJEOL_LIMIT);
        writer.code("[");
        write_inlines(writer, cell);
        writer.code("]");
    }
}

fn write_item(writer: &mut Writer, item: &Item, depth: usize) {
    write_paragraph(writer, "- ", &item.text, depth);
    item.children.iter().for_each(|child| write_item(writer, child, depth + 1));
}

fn write_paragraph(writer: &mut Writer, marker: &str, paragraph: &Paragraph, depth: usize) {
    writer.line(depth);
    writer.code(marker);
    writer.begin_paragraph(EOJEOL_LIMIT);
    write_inlines(writer, &paragraph.body);
    for note in &paragraph.notes {
        writer.line(depth + usize::from(!marker.is_empty()));
        writer.code(&format!("#note({})[", note.ordinal));
        writer.begin_paragraph(EOJEOL_LIMIT);
        write_inlines(writer, &note.body);
        writer.code("]");
    }
}

/// Writes inline content.
fn write_inlines(writer: &mut Writer, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text, span } => write_text(writer, text, *span),
            Inline::Emph(body) => write_wrapped(writer, "#emph[", body, write_inlines),
            Inline::Strong(body) => write_wrapped(writer, "#strong[", body, write_inlines),
            Inline::Link { url, body } => write_wrapped(writer, &link(url), body, write_linked),
            Inline::Break => {
                writer.expression("#linebreak()");
                writer.end_of_line();
            }
            Inline::Mark(ordinal) => {
                writer.glue();
                writer.expression(&format!("#mark({ordinal})"));
            }
        }
    }
}

/// Writes what is inside a link, where no other link may be.
fn write_linked(writer: &mut Writer, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text, span } => writer.run(text, *span),
            Inline::Emph(body) => write_wrapped(writer, "#emph[", body, write_linked),
            Inline::Strong(body) => write_wrapped(writer, "#strong[", body, write_linked),
            other => write_inlines(writer, std::slice::from_ref(other)),
        }
    }
}

fn write_wrapped(
    writer: &mut Writer,
    open: &str,
    body: &[Inline],
    write: fn(&mut Writer, &[Inline]),
) {
    writer.code(open);
    write(writer, body);
    writer.expression("]");
}

/// Writes a text; the addresses printed in it can be followed.
fn write_text(writer: &mut Writer, text: &str, span: Span) {
    let exact = span.end - span.start == text.len();
    let place = |range: Range<usize>| match exact {
        true => Span { start: span.start + range.start, end: span.start + range.end, ..span },
        false => span,
    };
    let mut from = 0;
    for (at, target) in addresses(text) {
        if from < at.start {
            writer.run(&text[from..at.start], place(from..at.start));
        }
        writer.code(&link(&target));
        writer.run(&text[at.clone()], place(at.clone()));
        writer.expression("]");
        from = at.end;
    }
    if from < text.len() {
        writer.run(&text[from..], place(from..text.len()));
    }
}

/// A link's call, up to its content.
fn link(url: &str) -> String {
    let mut call = String::from("#link(");
    typst_string::push(&mut call, &address::ascii(url));
    call.push_str(")[");
    call
}
