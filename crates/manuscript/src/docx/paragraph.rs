//! Paragraphs: what they are, and their elements in order.

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::{Body, shows_prompt};
use super::elements::{Take, attribute, element, elements, letters, name, relation, take, words};
use super::line::Line;
use super::list::List;
use super::look::{Letters, Look};
use super::math;
use super::note::has_sign;
use super::styles::{Role, Shape, Style, mark_has};
use crate::messages::Why;
use crate::office::allowance::{PARAGRAPH, of_bytes, weight};
use crate::office::{Form, Paragraph, Span};

impl Body<'_> {
    /// Reads a paragraph.
    pub fn paragraph(&mut self, node: Node<'_, '_>, list: &mut List) -> Result<(), Diagnostic> {
        let properties = element(node, "pPr");
        let value = |wanted| properties.and_then(|of| element(of, wanted));
        let name = value("pStyle").map_or("", |of| attribute(of, "val"));
        let style = self.styles.paragraph(name);
        // A paragraph whose end is deleted goes on with the next, and is what that is; so does a large first letter.
        let is_capital =
            value("framePr").is_some_and(|of| !matches!(attribute(of, "dropCap"), "" | "none"));
        let goes_on = is_capital || mark_has(properties, &["del", "moveFrom"]);
        let own = match goes_on {
            true => Paragraph::default(),
            false => self.own(Shape::read(properties), &style, name),
        };
        let mut line = Line::default();
        self.look = style.look;
        let mut spent = PARAGRAPH;
        let links = self.fields.iter().find_map(|field| field.link.as_deref());
        if let Some(address) = links {
            line.go_on(address);
            spent += of_bytes(address.len());
        }
        self.through(node, &mut line)?;
        line.finish();
        if let Some(first) = list.open.take() {
            line.after(first);
        }
        self.spend(spent + weight(&line.spans))?;
        if goes_on {
            list.open = Some(line);
        } else {
            list.paragraph(line, own, style.role == Role::Caption);
        }
        Ok(())
    }

    /// What a paragraph is, and how far in it stands.
    fn own(&mut self, direct: Shape, style: &Style, name: &str) -> Paragraph {
        let shape = direct.clone().over(&style.shape);
        let numbering = shape.numbering.filter(|&id| id > 0);
        let sign =
            numbering.and_then(|id| self.numbering.next(id, shape.depth, name, &self.styles));
        let of_level = sign.as_ref().map(|sign| sign.shape.clone()).unwrap_or_default();
        let stands = direct.over(&of_level).over(&style.shape);
        let indent = stands.start.unwrap_or(0.0) + stands.first.unwrap_or(0.0);
        let form = match (shape.level.filter(|&level| level > 0), sign) {
            (Some(level), sign) => {
                Form::Heading { level, number: sign.map(|sign| sign.text).unwrap_or_default() }
            }
            (None, Some(sign)) if !sign.text.trim().is_empty() => {
                Form::Item { level: sign.depth, sign: sign.text }
            }
            _ if style.role == Role::Title => Form::Title,
            _ => Form::Text,
        };
        Paragraph { form, indent, ..Paragraph::default() }
    }

    pub fn through(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        elements(node).into_iter().try_for_each(|child| self.inline(child, line))
    }

    /// Takes what stands in an element but is left out.
    fn without(&mut self, node: Node<'_, '_>, why: Why, line: &mut Line) -> Result<(), Diagnostic> {
        let outer = line.hide;
        line.hide(outer.or(Some(why)));
        self.through(node, line)?;
        line.hide(outer);
        Ok(())
    }

    /// Takes an element of a paragraph.
    pub fn inline(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        match take(node) {
            Take::Nothing | Take::Properties | Take::Description | Take::Picture => {
                self.stray(node, line);
            }
            Take::Through => self.through(node, line)?,
            Take::Told(why) => {
                line.push(Span::Changed(why));
                self.through(node, line)?;
            }
            Take::Out(why) => self.without(node, why, line)?,
            Take::Content if shows_prompt(node) => self.without(node, Why::Prompt, line)?,
            Take::Content => self.through(node, line)?,
            Take::Run => self.run(node, line)?,
            Take::Text => self.text(node, line),
            Take::Code => self.code(&words(node), line),
            Take::Tab => line.push(Span::Tab),
            Take::Break if matches!(attribute(node, "type"), "page" | "column") => line.end_page(),
            Take::Break => line.push(Span::Break),
            Take::Letter(letter) => line.words(letter),
            Take::Symbol => {
                let code = u32::from_str_radix(attribute(node, "char"), 16).ok();
                if let Some(letter) = code.and_then(char::from_u32) {
                    line.symbol(attribute(node, "font"), letter);
                }
            }
            Take::Link => self.hyperlink(node, line)?,
            Take::Field => self.field(node, line)?,
            Take::SimpleField => self.simple_field(node, line)?,
            Take::Note { is_end } => self.note(node, is_end, line),
            Take::Comment => {
                if let Some(text) = self.comments.remove(attribute(node, "id")) {
                    line.leave_out(Why::Memo, &text);
                }
            }
            Take::Ruby => self.ruby(node, line)?,
            Take::Math => {
                line.push(Span::Changed(Why::Equation));
                line.words(&math::read(node));
                for (why, text) in math::out(node) {
                    line.leave_out(why, &text);
                }
            }
            Take::Inset => {
                let of = self.relation(relation(node, "id"))?.unwrap_or_default();
                line.leave_out(Why::Inset, &of.target);
            }
            _ => self.object(node, line)?,
        }
        Ok(())
    }

    /// Letters where the format has none are text all the same.
    fn stray(&mut self, node: Node<'_, '_>, line: &mut Line) {
        for letters in letters(node) {
            line.push(Span::Changed(Why::UnknownControl));
            self.text(letters, line);
        }
    }

    fn run(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        let properties = element(node, "rPr");
        let style = properties.and_then(|of| element(of, "rStyle"));
        let style = style.map(|of| self.styles.letters(attribute(of, "val"))).unwrap_or_default();
        let own = Look::read(properties);
        let mut letters = Letters::of(&own, &style, &self.look, &self.styles.all);
        let children = elements(node);
        // A mark of a note is raised; it is no letter.
        letters.is_raised &= children.iter().any(|child| take(*child) == Take::Text);
        line.look(letters.clone());
        let outer = line.hide;
        let mut is_signed = false;
        for child in children {
            self.inline(child, line)?;
            match take(child) {
                Take::Ruby => line.look(letters.clone()),
                Take::Note { .. } if has_sign(child) => {
                    line.hide(outer.or(Some(Why::NoteSign)));
                    is_signed = true;
                }
                _ => {}
            }
        }
        line.hide(outer);
        if is_signed {
            self.take_sign(line);
        }
        Ok(())
    }

    /// Letters. Blanks at their ends count only if it is said (XML 1.0, 2.10).
    fn text(&mut self, node: Node<'_, '_>, line: &mut Line) {
        let text = words(node).replace(['\n', '\r', '\t'], " ");
        let is_kept = node.attributes().any(|of| of.name() == "space" && of.value() == "preserve");
        let text = if is_kept { text.as_str() } else { text.trim_matches(' ') };
        match self.fields.iter_mut().rev().find(|field| !field.shows) {
            Some(field) => field.code += text,
            None => line.letters(text),
        }
    }

    fn ruby(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        line.push(Span::Changed(Why::Gloss));
        for (part, first, last) in [("rubyBase", "", ""), ("rt", "(", ")")] {
            line.words(first);
            if let Some(part) = element(node, part) {
                self.through(part, line)?;
            }
            line.words(last);
        }
        let is_part = |of: &Node<'_, '_>| matches!(name(*of), "rubyBase" | "rt");
        let others = elements(node).into_iter().filter(|of| !is_part(of));
        others.into_iter().try_for_each(|of| self.inline(of, line))
    }
}
