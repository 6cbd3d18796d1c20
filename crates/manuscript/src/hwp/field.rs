//! Fields (4.3.10.15): links, places to fill in, and what the program reckons.

use super::record::text_at;
use crate::office::hangul::address;

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// A link to an address.
    Link(String),
    /// A place to fill in, with what it asks for.
    Ask(String),
    /// A memo; its text stands elsewhere.
    Memo,
    /// Any other, with its code.
    Code(String),
}

/// Reads a field.
pub fn read(id: &[u8; 4], data: &[u8]) -> Field {
    let command = text_at(data, 9).0;
    match id {
        b"%%me" => Field::Memo,
        b"%unk" if command.starts_with("MEMO") => Field::Memo,
        b"%clk" => Field::Ask(asked(&command)),
        b"%hlk" => match address(&command) {
            Some(address) => Field::Link(address),
            None => Field::Code(command),
        },
        _ => Field::Code(command),
    }
}

/// What a place to fill in asks for: `Clickhere:set:43:Direction:wstring:6:이름을 쓰세요 HelpState:…`.
fn asked(command: &str) -> String {
    let asked = command.split_once("Direction:wstring:").and_then(|(_, rest)| rest.split_once(':'));
    let Some((length, rest)) = asked else { return String::new() };
    let units: Vec<u16> = rest.encode_utf16().take(length.parse().unwrap_or(0)).collect();
    String::from_utf16_lossy(&units)
}
