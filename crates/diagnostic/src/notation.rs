//! How a text is written in its file: as it reads, or as one of TOML's strings.

/// The notation of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notation {
    /// As it reads: a text in a file of its own.
    #[default]
    Plain,
    /// `"…"`.
    Basic,
    /// `"""…"""`.
    BasicLines,
    /// `'…'`.
    Literal,
    /// `'''…'''`.
    LiteralLines,
}

impl Notation {
    /// A whole string of one line with its quotes, in the notation that is best to read.
    pub fn line(text: &str) -> String {
        let quotes = text.contains(['"', '\\']);
        match Self::Literal.write(text) {
            Some(literal) if quotes => format!("'{literal}'"),
            _ => format!("\"{}\"", Self::Basic.all_escaped(text)),
        }
    }

    /// A whole string of several lines with its quotes; its first line begins on the line after them.
    pub fn lines(text: &str) -> String {
        let literal = !text.contains("'''") && !text.ends_with('\'') && !text.contains(control);
        match literal {
            true => format!("'''\n{text}'''"),
            false => format!("\"\"\"\n{}\"\"\"", Self::BasicLines.all_escaped(text)),
        }
    }

    /// A piece of a value as it is written in this notation; none if it cannot be.
    pub fn write(self, piece: &str) -> Option<String> {
        match self {
            Self::Plain => Some(piece.to_string()),
            Self::Basic | Self::BasicLines => Some(self.all_escaped(piece)),
            Self::Literal if piece.contains(['\'', '\n']) || piece.contains(control) => None,
            // Quotes could meet those that end the value.
            Self::LiteralLines if piece.contains('\'') || piece.contains(control) => None,
            Self::Literal | Self::LiteralLines => Some(piece.to_string()),
        }
    }

    fn all_escaped(self, text: &str) -> String {
        text.chars().map(|c| self.escaped(c)).collect()
    }

    fn escaped(self, c: char) -> String {
        match c {
            '\\' | '"' => format!("\\{c}"),
            '\n' if self == Self::Basic => "\\n".into(),
            '\n' => "\n".into(),
            '\t' => "\\t".into(),
            c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
            c => c.to_string(),
        }
    }
}

fn control(c: char) -> bool {
    c.is_control() && c != '\n'
}

#[cfg(test)]
mod tests {
    use super::Notation;

    #[test]
    fn each_notation_writes_what_it_can() {
        let piece = "가\\나\n\"다\"";
        let written = |notation: Notation| notation.write(piece);
        assert_eq!(written(Notation::Plain).unwrap(), piece);
        assert_eq!(written(Notation::Basic).unwrap(), "가\\\\나\\n\\\"다\\\"");
        assert_eq!(written(Notation::BasicLines).unwrap(), "가\\\\나\n\\\"다\\\"");
        assert_eq!(written(Notation::Literal), None);
        assert_eq!(written(Notation::LiteralLines).unwrap(), piece);
        assert_eq!(Notation::LiteralLines.write("'"), None);
        assert_eq!(Notation::line("가"), "\"가\"");
        assert_eq!(Notation::line("\"가\""), "'\"가\"'");
        assert_eq!(Notation::line("it's\t\"\n"), "\"it's\\t\\\"\\n\"");
        assert_eq!(Notation::lines("it's\n"), "'''\nit's\n'''");
        assert_eq!(Notation::lines("'''\t\n\""), "\"\"\"\n'''\\t\n\\\"\"\"\"");
        assert_eq!(Notation::Basic.write("\u{1}").unwrap(), "\\u0001");
    }
}
