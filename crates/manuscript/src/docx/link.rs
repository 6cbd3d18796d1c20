//! Links and fields in the text.

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::Body;
use super::elements::{attribute, element, elements, name, number, relation};
use super::field::{Code, Field, read};
use super::line::Line;
use crate::messages::Why;
use crate::office::Span;

/// How much each open field counts when one more begins: their codes are in each other.
const OPEN: usize = 50;

impl Body<'_> {
    /// A link to an address outside, or to a place in the file: that is none.
    pub fn hyperlink(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        let outside = self.relation(relation(node, "id"))?.filter(|of| !of.target.is_empty());
        let anchor = attribute(node, "anchor");
        let Some(address) = outside.map(|of| of.target) else {
            // Word's own marks begin with a line; those that somebody set are told.
            if !anchor.is_empty() && !anchor.starts_with('_') {
                line.leave_out(Why::LinkLost, &format!("#{anchor}"));
            }
            return self.through(node, line);
        };
        let address = if anchor.is_empty() { address } else { format!("{address}#{anchor}") };
        let begins = line.link(&address);
        self.through(node, line)?;
        if begins {
            line.end_link();
        }
        Ok(())
    }

    /// A mark of a field.
    ///
    /// # Errors
    /// If fields stand in each other deeper than anybody writes them.
    pub fn field(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        match attribute(node, "fldCharType") {
            "begin" => {
                self.spend(OPEN * self.fields.len())?;
                self.fields.push(Field::default());
                if let Some(form) = element(node, "ffData") {
                    entry(form, line);
                }
            }
            "separate" => self.show(line),
            "end" => self.end(line),
            _ => {}
        }
        Ok(())
    }

    /// The code of a field, in one element with what it shows.
    pub fn simple_field(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        let (code, depth) = (attribute(node, "instr").to_string(), self.fields.len());
        self.fields.push(Field { code, ..Field::default() });
        self.show(line);
        self.through(node, line)?;
        // Fields in it that do not end, end with it.
        while self.fields.len() > depth {
            self.end(line);
        }
        Ok(())
    }

    /// The last field ends.
    fn end(&mut self, line: &mut Line) {
        self.show(line);
        if self.fields.pop().is_some_and(|field| field.link.is_some()) {
            line.end_link();
        }
    }

    /// Adds to the code of a field.
    pub fn code(&mut self, code: &str, line: &mut Line) {
        match self.fields.iter_mut().rev().find(|field| !field.shows) {
            Some(field) => field.code += code,
            None => line.leave_out(Why::FieldCode, code),
        }
    }

    /// What the last field shows begins.
    fn show(&mut self, line: &mut Line) {
        let Some(last) = self.fields.last_mut().filter(|field| !field.shows) else { return };
        last.shows = true;
        let code = std::mem::take(&mut last.code);
        // A field in the code of another is part of it.
        if let Some(outer) = self.fields.iter_mut().rev().find(|field| !field.shows) {
            outer.code += &code;
            return;
        }
        match read(&code) {
            Code::Link(_) if line.out().is_some() => line.leave_out(Why::FieldCode, &code),
            Code::Link(address) => {
                if let Some(last) = self.fields.last_mut().filter(|_| line.link(&address)) {
                    last.link = Some(address);
                }
            }
            Code::Equation(text) => {
                line.push(Span::Changed(Why::Equation));
                line.words(&text);
            }
            Code::Out(why) if !code.trim().is_empty() => line.leave_out(why, code.trim()),
            Code::Out(_) => {}
        }
    }
}

/// What a field of a form shows: a box, or the chosen of a list.
fn entry(form: Node<'_, '_>, line: &mut Line) {
    let value = |node, wanted| element(node, wanted).and_then(|of| number::<usize>(of, "val"));
    if let Some(of) = element(form, "checkBox") {
        let is_on = |wanted| element(of, wanted).map(super::elements::is_on);
        let is_checked = is_on("checked").or_else(|| is_on("default")).unwrap_or(false);
        line.push(Span::Changed(Why::FormObject));
        line.words(if is_checked { "☑" } else { "☐" });
    }
    if let Some(of) = element(form, "ddList") {
        let at = value(of, "result").or_else(|| value(of, "default")).unwrap_or(0);
        let entries = elements(of).into_iter().filter(|entry| name(*entry) == "listEntry");
        let entries: Vec<&str> = entries.map(|entry| attribute(entry, "val")).collect();
        line.push(Span::Changed(Why::FormObject));
        line.words(entries.get(at).copied().unwrap_or_default());
    }
}
