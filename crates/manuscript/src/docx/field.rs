//! Fields: their codes, and between their marks what they show (ISO/IEC 29500-1, 17.16).

use crate::messages::Why;

/// A field whose end has not come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    pub code: String,
    /// Whether what it shows has begun.
    pub shows: bool,
    /// The address, if it is a link and that began.
    pub link: Option<String>,
}

/// What a code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// A link to an address.
    Link(String),
    /// What it shows is reckoned from the code alone: signs one over the other, fractions.
    Equation(String),
    /// Any other: it is left out.
    Out(Why),
}

/// Reads a code.
pub fn read(code: &str) -> Code {
    let words = words(code);
    let name = words.first().map(|name| name.to_ascii_uppercase()).unwrap_or_default();
    match name.as_str() {
        "HYPERLINK" => {
            let mut words = words.iter().skip(1);
            let mut address = String::new();
            while let Some(word) = words.next() {
                match word.to_ascii_lowercase().as_str() {
                    // What follows is a place in that file, a hint, or a window.
                    "\\l" | "\\o" | "\\t" => drop(words.next()),
                    "\\n" | "\\m" => {}
                    _ if address.is_empty() => address.clone_from(word),
                    _ => {}
                }
            }
            if address.is_empty() { Code::Out(Why::FieldCode) } else { Code::Link(address) }
        }
        "EQ" => Code::Equation(code.trim().get(2..).unwrap_or_default().trim().to_string()),
        "XE" | "TC" | "TA" | "RD" => Code::Out(Why::IndexMark),
        _ => Code::Out(Why::FieldCode),
    }
}

/// The words of a code; those in quotes are one.
fn words(code: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (vec![], String::new(), false);
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if quoted && matches!(signs.peek(), Some('\\' | '"')) => word.extend(signs.next()),
            '"' | '“' | '”' => {
                quoted = !quoted;
                if !quoted {
                    words.push(std::mem::take(&mut word));
                }
            }
            sign if sign.is_whitespace() && !quoted => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            sign => word.push(sign),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}
