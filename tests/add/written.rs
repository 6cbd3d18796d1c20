//! A manuscript as its author wrote it, saved in each of the three formats.

use crate::files::{docx, hwp, hwpx};

/// What an author writes.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    /// The title, by its style.
    Title(&'a str),
    /// A line.
    Line(&'a str),
    /// A line, in it a footnote: what stands before its mark, its words, what follows.
    Noted(&'a str, &'a str, &'a str),
    /// Rows of cells.
    Table(&'a [&'a [Cell<'a>]]),
    /// A picture: its name, its bytes, its description.
    Picture(&'a str, &'a [u8], &'a str),
}

/// A cell: its column from 0, how many columns and rows it takes, and its paragraphs.
pub type Cell<'a> = (usize, usize, usize, &'a [&'a str]);

/// How a manuscript is saved.
type Save = fn(&[Part<'_>]) -> Vec<u8>;

/// The endings of the formats, and how each is saved.
pub const FORMATS: [(&str, Save); 3] = [("hwpx", hwpx), ("hwp", hwp), ("docx", docx)];

fn hwpx(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut body, mut file) = (String::new(), hwpx::File::new());
    for (number, part) in parts.iter().enumerate() {
        body += &match *part {
            Part::Title(words) => {
                format!("<hp:p styleIDRef='1'><hp:run><hp:t>{words}</hp:t></hp:run></hp:p>")
            }
            Part::Line(words) => hwpx::t(words),
            Part::Noted(before, note, after) => {
                let note = hwpx::t(note);
                hwpx::p(&format!(
                    "<hp:t>{before}</hp:t><hp:ctrl><hp:footNote><hp:subList>{note}</hp:subList></hp:footNote></hp:ctrl>\
                     <hp:t>{after}</hp:t>"
                ))
            }
            Part::Table(rows) => {
                let cell = |&(column, across, down, lines): &Cell<'_>| {
                    let lines: String = lines.iter().map(|line| hwpx::t(line)).collect();
                    format!(
                        "<hp:tc><hp:subList>{lines}</hp:subList><hp:cellAddr colAddr='{column}'/>\
                         <hp:cellSpan colSpan='{across}' rowSpan='{down}'/></hp:tc>"
                    )
                };
                let row = |row: &&[Cell<'_>]| -> String { row.iter().map(cell).collect() };
                let rows = rows.iter().map(|cells| format!("<hp:tr>{}</hp:tr>", row(cells)));
                hwpx::p(&format!("<hp:tbl>{}</hp:tbl>", rows.collect::<String>()))
            }
            Part::Picture(name, bytes, alt) => {
                let id = format!("image{number}");
                file = file.item(&id, &format!("BinData/{name}"), bytes);
                hwpx::p(&format!(
                    "<hp:pic><hc:img binaryItemIDRef='{id}'/><hp:shapeComment>{alt}</hp:shapeComment></hp:pic>"
                ))
            }
        };
    }
    let styles =
        "<hh:styles><hh:style id='1' type='PARA' name='제목' engName='Title'/></hh:styles>";
    file.header(styles).section(&body).bytes()
}

fn hwp(parts: &[Part<'_>]) -> Vec<u8> {
    use hwp::{control, counted, holding, list, paragraph, record, shaped, tag};
    let style = |name: &str| {
        let name = [counted(name), counted(""), vec![0; 8]].concat();
        record(tag::STYLE, 1, &name)
    };
    let (mut info, mut body, mut files) = (vec![style("바탕글"), style("제목")], vec![], vec![]);
    for part in parts {
        body.push(match *part {
            Part::Title(words) => shaped(0, 0, 1, words, &[]),
            Part::Line(words) => paragraph(words),
            Part::Noted(before, note, after) => {
                let note = control("fn  ", &[], &[list(&[], &[note])]);
                holding(&format!("{before}{{17 fn  }}{after}"), &[note])
            }
            Part::Table(rows) => {
                let size = [&[0; 4][..], &(rows.len() as u16).to_le_bytes(), &[0; 14]].concat();
                let mut within = vec![record(tag::TABLE, 2, &size)];
                for (row, cells) in rows.iter().enumerate() {
                    for &(column, across, down, lines) in *cells {
                        let place = [column, row, across, down].map(|at| (at as u16).to_le_bytes());
                        within.push(list(&[&place.concat()[..], &[0; 18]].concat(), lines));
                    }
                }
                holding("{11 tbl }", &[control("tbl ", &[0; 44], &within)])
            }
            Part::Picture(name, bytes, alt) => {
                let (number, ending) = (files.len() as u16 + 1, name.rsplit('.').next().unwrap());
                let kept = [&[1, 0][..], &number.to_le_bytes(), &counted(ending)].concat();
                info.push(record(tag::BIN_DATA, 1, &kept));
                files.push((format!("BIN{number:04X}.{ending}"), hwp::pack(bytes)));
                let picture = [&[0; 71][..], &number.to_le_bytes(), &[0; 10]].concat();
                let shape = record(tag::SHAPE, 2, &[0; 200]);
                let within = [shape, record(tag::PICTURE, 3, &picture)];
                let alt = [&[0; 40][..], &counted(alt)].concat();
                holding("{11 gso }", &[control("gso ", &alt, &within)])
            }
        });
    }
    let mut file = hwp::File::of(&body).info(&info);
    file.files = files;
    file.bytes()
}

fn docx(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut body, mut notes, mut pictures) = (String::new(), String::new(), vec![]);
    for (number, part) in parts.iter().enumerate() {
        body += &match *part {
            Part::Title(words) => docx::styled("<w:pStyle w:val='a'/>", words),
            Part::Line(words) => docx::p(&docx::t(words)),
            Part::Noted(before, note, after) => {
                let note = docx::p(&docx::t(note));
                notes += &format!("<w:footnote w:id='{number}'>{note}</w:footnote>");
                let mark = docx::r(&format!("<w:footnoteReference w:id='{number}'/>"));
                docx::p(&format!("{}{mark}{}", docx::t(before), docx::t(after)))
            }
            Part::Table(rows) => format!("<w:tbl>{}</w:tbl>", docx_rows(rows)),
            Part::Picture(name, bytes, alt) => {
                pictures.push((format!("image{number}"), name, bytes));
                docx::p(&docx::r(&format!(
                    "<w:drawing><wp:inline><wp:docPr id='1' descr='{alt}'/><a:graphic><a:graphicData><pic:pic><pic:blipFill>\
                     <a:blip r:embed='image{number}'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
                )))
            }
        };
    }
    let mut file = docx::File::new(&body).part("footnotes", "w:footnotes", &notes);
    for (id, name, bytes) in pictures {
        let path = format!("media/{name}");
        file = file.with(&format!("word/{path}"), bytes).names(&id, "image", &path);
    }
    let title = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='Title'/></w:style>";
    file.styles(title).bytes()
}

/// Rows of cells; below one that takes several rows stands one that goes on with it.
fn docx_rows(rows: &[&[Cell<'_>]]) -> String {
    let mut written = String::new();
    for (row, cells) in rows.iter().enumerate() {
        let begun = rows[..row].iter().enumerate().flat_map(|(at, cells)| {
            cells.iter().filter(move |cell| at + cell.2 > row).map(|cell| (cell, "<w:vMerge/>"))
        });
        let restart = "<w:vMerge w:val='restart'/>";
        let own = cells.iter().map(|cell| (cell, if cell.2 > 1 { restart } else { "" }));
        let mut all: Vec<_> = begun.chain(own).collect();
        all.sort_by_key(|(cell, _)| cell.0);
        let cell = |((_, across, _, lines), merge): (&Cell<'_>, &str)| {
            let lines = lines.iter().map(|line| docx::p(&docx::t(line)));
            let lines = if merge == "<w:vMerge/>" { docx::p("") } else { lines.collect() };
            format!("<w:tc><w:tcPr><w:gridSpan w:val='{across}'/>{merge}</w:tcPr>{lines}</w:tc>")
        };
        written += &format!("<w:tr>{}</w:tr>", all.into_iter().map(cell).collect::<String>());
    }
    written
}
