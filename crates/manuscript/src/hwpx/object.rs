//! Objects: pictures, text boxes, drawings in groups, charts, equations, and what other programs made.

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::Body;
use super::elements::{Take, attribute, element, elements, name, take, words};
use super::line::Line;
use crate::messages::Why;
use crate::office::allowance::PARAGRAPH;
use crate::office::{self, Paragraph, Picture, Piece, chart, hangul};

/// How much a chart counts, besides its values: its part is read for it.
const CHART: usize = 500;

/// What stands in an object besides itself.
#[derive(Default)]
struct Within {
    caption: Vec<Paragraph>,
    description: String,
    pieces: Vec<Piece>,
    has_words: bool,
}

impl Body<'_, '_, '_> {
    /// Takes an object.
    pub fn drawn(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        let mut within = self.within(node, line)?;
        let mut pieces = vec![];
        match take(node) {
            Take::Picture => pieces.push(self.picture(node, &mut within)),
            Take::Equation => {
                line.told(Why::Equation, &element(node, "script").map(words).unwrap_or_default());
            }
            Take::WordArt => line.told(Why::WordArt, attribute(node, "text")),
            Take::Chart => pieces.extend(self.chart(node)?),
            Take::Embedded(why) => pieces.push(Piece::out(why, String::new())),
            _ if !within.has_words => {
                pieces.push(Piece::out(Why::Drawing, std::mem::take(&mut within.description)));
            }
            _ => {}
        }
        if !within.description.is_empty() {
            pieces.push(Piece::out(Why::Description, within.description));
        }
        pieces.append(&mut within.pieces);
        pieces.extend(within.caption.into_iter().map(Piece::Paragraph));
        self.spend(PARAGRAPH * pieces.len())?;
        line.place(pieces);
        self.lost_link(attribute(node, "href"), line);
        Ok(())
    }

    /// A link of an object as a whole has no words to stand on.
    pub fn lost_link(&self, href: &str, line: &mut Line) {
        if !href.is_empty() {
            line.leave_out(Why::LinkLost, href);
        }
    }

    fn within(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<Within, Diagnostic> {
        let mut within = Within::default();
        self.stray(node, line);
        for child in elements(node) {
            match take(child) {
                Take::Description => {
                    let between = if within.description.is_empty() { "" } else { "\n" };
                    within.description += &(between.to_string() + &words(child));
                }
                Take::Caption => {
                    let (caption, others) = self.caption(child)?;
                    within.caption.extend(caption);
                    within.pieces.extend(others);
                }
                Take::DrawText => {
                    let mut pieces = self.list(child)?;
                    office::tell(&mut pieces, Why::TextBox);
                    within.pieces.extend(pieces);
                    within.has_words = true;
                }
                Take::Picture | Take::Shape | Take::Embedded(_) => {
                    let mut inner = Line::new(false);
                    self.element(child, &mut inner)?;
                    inner.finish();
                    within.pieces.append(&mut inner.before);
                    if !inner.spans.is_empty() {
                        let spans = inner.spans;
                        within
                            .pieces
                            .push(Piece::Paragraph(Paragraph { spans, ..Paragraph::default() }));
                    }
                    within.pieces.append(&mut inner.after);
                    within.has_words = true;
                }
                _ if take(node) == Take::Equation && name(child) == "script" => {}
                _ => self.element(child, line)?,
            }
        }
        Ok(within)
    }

    /// A picture; a frame without one is a drawing.
    fn picture(&mut self, node: Node<'_, '_>, within: &mut Within) -> Piece {
        let id = element(node, "img").map_or("", |img| attribute(img, "binaryItemIDRef"));
        if id.is_empty() {
            return Piece::out(Why::Drawing, String::new());
        }
        let (name, bytes) = self.parts.picture(id);
        let alt = hangul::take_description(&mut within.description);
        let caption = std::mem::take(&mut within.caption);
        Piece::Picture(Picture { name, bytes, alt, caption })
    }

    /// A chart, if its part has the numbers.
    fn chart(&mut self, node: Node<'_, '_>) -> Result<Vec<Piece>, Diagnostic> {
        let part = attribute(node, "chartIDRef");
        let path = self.parts.file(part).unwrap_or_else(|| part.to_string());
        let read = self.parts.xml(&path, |root| Ok(chart::read(root)));
        let (pieces, much) = chart::pieces(read.unwrap_or_default());
        // A part that many charts name counts for each.
        self.spend(CHART + much)?;
        Ok(pieces)
    }
}
