//! Drawings: pictures, text boxes, charts, diagrams, and what other programs made.

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::Body;
use super::elements::{Take, attribute, elements, letters, name, relation, take, words};
use super::line::Line;
use super::space::{Space, space};
use crate::messages::Why;
use crate::office::allowance::{PARAGRAPH, of_bytes};
use crate::office::{self, Paragraph, Picture, Piece, Span, chart};

/// How much a chart or a diagram counts, besides what it holds: its part is read for it.
const PART: usize = 500;

/// What stands in a drawing.
#[derive(Default)]
struct Drawn {
    pieces: Vec<Piece>,
    description: String,
    spans: Vec<Span>,
}

impl Body<'_> {
    /// Takes a drawing, or an element that is not known.
    pub fn object(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        let mut drawn = Drawn::default();
        let is_aside = self.is_aside;
        self.is_aside |= line.out().is_some();
        if take(node) == Take::Object {
            self.draw(node, &mut drawn)?;
            self.describe(&mut drawn);
        } else {
            self.part_of(node, &mut drawn)?;
        }
        self.is_aside = is_aside;
        self.spend(PARAGRAPH * drawn.pieces.len())?;
        for span in drawn.spans {
            match span {
                Span::Text { text, .. } => line.words(&text),
                Span::Out(office::Out { why, text }) => line.leave_out(why, &text),
                span => line.push(span),
            }
        }
        line.place(drawn.pieces);
        Ok(())
    }

    /// A description is its picture's.
    fn describe(&mut self, drawn: &mut Drawn) {
        let is_nothing = drawn.pieces.is_empty() && drawn.spans.is_empty();
        let description = std::mem::take(&mut drawn.description);
        let picture = drawn.pieces.iter_mut().find_map(|piece| match piece {
            Piece::Picture(picture) if picture.alt.is_empty() => Some(picture),
            _ => None,
        });
        match picture {
            // What Word writes there by itself is the name of the file.
            Some(picture) if !is_path(&description) => picture.alt = description,
            _ if is_nothing => drawn.pieces.push(Piece::out(Why::Drawing, description)),
            _ if !description.is_empty() => {
                drawn.pieces.push(Piece::out(Why::Description, description))
            }
            _ => {}
        }
    }

    fn draw(&mut self, node: Node<'_, '_>, drawn: &mut Drawn) -> Result<(), Diagnostic> {
        elements(node).into_iter().try_for_each(|child| self.part_of(child, drawn))
    }

    fn part_of(&mut self, node: Node<'_, '_>, drawn: &mut Drawn) -> Result<(), Diagnostic> {
        match take(node) {
            Take::Nothing | Take::Properties if letters(node).next().is_none() => {}
            Take::Through => {
                if drawn.description.is_empty() && space(node) == Space::Vml {
                    drawn.description = attribute(node, "alt").to_string();
                }
                self.link_of(attribute(node, "href"), drawn);
                self.draw(node, drawn)?;
            }
            Take::Description => {
                if drawn.description.is_empty() {
                    drawn.description = described(node);
                }
                for link in elements(node).into_iter().filter(|of| name(*of) == "hlinkClick") {
                    let of = self.relation(relation(link, "id"))?.unwrap_or_default();
                    self.link_of(&of.target, drawn);
                }
            }
            Take::Picture => self.picture(node, drawn)?,
            Take::VmlPicture => {
                let id = [relation(node, "id"), relation(node, "pict"), attribute(node, "relid")];
                let id = id.into_iter().find(|id| !id.is_empty()).unwrap_or_default();
                let picture = self.read_picture(id)?;
                drawn.pieces.extend(picture);
            }
            Take::TextBox => {
                let mut pieces = self.list(node)?;
                office::tell(&mut pieces, Why::TextBox);
                drawn.pieces.extend(pieces);
            }
            Take::Chart => {
                let pieces = self.chart(relation(node, "id"))?;
                drawn.pieces.extend(pieces);
            }
            Take::Diagram => {
                let pieces = self.diagram(relation(node, "dm"))?;
                drawn.pieces.extend(pieces);
            }
            Take::WordArt => {
                drawn.spans.push(Span::Changed(Why::WordArt));
                drawn.spans.push(Span::plain(attribute(node, "string")));
            }
            Take::Embedded => drawn.spans.push(Span::out(Why::Embedded, attribute(node, "ProgID"))),
            Take::Control => drawn.spans.push(Span::out(Why::FormObject, attribute(node, "name"))),
            _ => self.unknown(node, drawn)?,
        }
        Ok(())
    }

    /// A link of a drawing has no words to stand on.
    fn link_of(&self, address: &str, drawn: &mut Drawn) {
        if !address.is_empty() {
            drawn.spans.push(Span::out(Why::LinkLost, address));
        }
    }

    /// What an element that is not known says is part of the text.
    fn unknown(&mut self, node: Node<'_, '_>, drawn: &mut Drawn) -> Result<(), Diagnostic> {
        let is_list = |of: Node<'_, '_>| matches!(take(of), Take::Paragraph | Take::Table);
        if take(node) != Take::Text && node.descendants().any(is_list) {
            // A paragraph by itself stands where a list was looked for.
            let mut pieces = match is_list(node) {
                true => self.single(node)?,
                false => self.list(node)?,
            };
            office::tell(&mut pieces, Why::UnknownControl);
            drawn.pieces.extend(pieces);
            return Ok(());
        }
        let words = words(node);
        if !words.trim().is_empty() {
            drawn.spans.push(Span::Changed(Why::UnknownControl));
            drawn.spans.push(Span::plain(words));
        }
        Ok(())
    }

    /// A picture of a drawing.
    fn picture(&mut self, node: Node<'_, '_>, drawn: &mut Drawn) -> Result<(), Diagnostic> {
        let alt = node.descendants().find(|of| name(*of) == "cNvPr").map(described);
        let blip = node.descendants().find(|of| name(*of) == "blip");
        let id = blip.map_or("", |blip| match relation(blip, "embed") {
            "" => relation(blip, "link"),
            embed => embed,
        });
        let mut picture = self.read_picture(id)?;
        if let Some(Piece::Picture(picture)) = &mut picture {
            picture.alt = alt.filter(|alt| !is_path(alt)).unwrap_or_default();
        }
        drawn.pieces.extend(picture);
        Ok(())
    }

    /// A picture by its relationship; none if there is no such.
    fn read_picture(&mut self, id: &str) -> Result<Option<Piece>, Diagnostic> {
        let Some(of) = self.relation(id)? else { return Ok(None) };
        let name = of.target.rsplit(['/', '\\']).next().unwrap_or_default().to_string();
        let is_read = !of.is_outside && !self.is_aside;
        let bytes = if is_read { self.parts.picture(&of.target) } else { vec![] };
        Ok(Some(Piece::Picture(Picture { name, bytes, ..Picture::default() })))
    }

    /// A chart, if its part has the numbers.
    fn chart(&mut self, id: &str) -> Result<Vec<Piece>, Diagnostic> {
        let of = self.relation(id)?.unwrap_or_default();
        let read = self.parts.xml(&of.target, |root| Ok(chart::read(root)));
        let (pieces, much) = chart::pieces(read.unwrap_or_default());
        // A part that many charts name counts for each.
        self.spend(PART + much)?;
        Ok(pieces)
    }

    /// The words of a diagram, a paragraph each.
    fn diagram(&mut self, id: &str) -> Result<Vec<Piece>, Diagnostic> {
        let of = self.relation(id)?.filter(|of| self.parts.has(&of.target));
        let Some(of) = of else { return Ok(vec![Piece::out(Why::Embedded, String::new())]) };
        let lines: Vec<String> = self.parts.xml(&of.target, |root| {
            let is_line = |of: Node<'_, '_>| name(of) == "p";
            let is_whole = |of: &Node<'_, '_>| !of.ancestors().skip(1).any(is_line);
            let lines = root.descendants().filter(|of| is_line(*of) && is_whole(of));
            let words = |line: Node<'_, '_>| {
                line.descendants().filter(|of| name(*of) == "t").map(words).collect()
            };
            Ok(lines.map(words).collect())
        })?;
        self.spend(PART + lines.len() + of_bytes(lines.iter().map(String::len).sum()))?;
        let lines = lines.into_iter().filter(|line| !line.trim().is_empty());
        let paragraph = |line: String| {
            let spans = vec![Span::Changed(Why::Diagram), Span::plain(line)];
            Piece::Paragraph(Paragraph { spans, ..Paragraph::default() })
        };
        Ok(lines.map(paragraph).collect())
    }
}

/// What a drawing says of itself.
fn described(node: Node<'_, '_>) -> String {
    let all = [attribute(node, "descr"), attribute(node, "title")];
    all.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_string()
}

/// Whether a description is but where the file of a picture stood.
fn is_path(description: &str) -> bool {
    let lower = description.to_ascii_lowercase();
    let endings = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf"];
    endings.iter().any(|ending| lower.ends_with(ending))
}
