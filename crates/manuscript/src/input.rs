//! A file as it was handed in: which format it is, by its bytes, and the blocks its format gives.
//!
//! The one place that knows all formats. It looks at a file's name only for what Word keeps beside an open one, and for
//! a text that is called otherwise.

use jikji_diagnostic::Diagnostic;

use crate::draft::Draft;
use crate::markdown::{self, Decoded};
use crate::messages::{self as msg, Ask, Why};
use crate::office::{self, COMPOUND, Manuscript, Picture, holds};
use crate::source::{Blocks, Ledger};
use crate::target::Target;
use crate::{docx, hwp, hwpx};

/// The most lines that are read; a number has a few hundred.
pub const MOST_LINES: usize = 200_000;

/// What an import needs to know besides the file.
pub struct Options<'a> {
    /// The file's name, without its folder: it is named in the manifest and in the report.
    pub name: &'a str,
    /// What the manifest is written for.
    pub target: &'a Target,
    /// Whether a font of the build has a character.
    pub covers: &'a dyn Fn(char) -> bool,
    /// Keeps a picture of the file, by the name it has there and its bytes.
    pub keep: &'a dyn Fn(&str, &[u8]) -> Kept,
}

/// Where a picture is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// In this file, as a manifest names it.
    Set(String),
    /// In this file, turned into a form that can be set.
    Turned(String),
    /// In this file, of a form that cannot be set.
    Beside(String),
    /// Nowhere.
    Nowhere,
}

/// Keeps no picture.
pub fn keep_none(_: &str, _: &[u8]) -> Kept {
    Kept::Nowhere
}

/// How a word processor's file is read.
type Read = fn(&[u8]) -> Result<Manuscript, Diagnostic>;

/// The formats of word processors: the name, the beginning of a file, what else stands in it, and its reader.
const FORMATS: [(&str, &[u8], &[u8], Read); 9] = [
    ("HWPX", b"PK\x03\x04", b"Contents/", hwpx::read),
    ("DOCX", b"PK\x03\x04", b"word/", docx::read),
    // Folders are parted so by some programs of Windows.
    ("HWPX", b"PK\x03\x04", b"Contents\\", hwpx::read),
    ("DOCX", b"PK\x03\x04", b"word\\", docx::read),
    // Locked ones, and Word's older files, are compound files as HWP's are.
    ("DOCX", COMPOUND, b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", docx::read),
    ("DOC", COMPOUND, b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", docx::read),
    ("HWP", COMPOUND, b"", hwp::read),
    ("HWP", b"HWP Document File", b"", hwp::read),
    ("HWP", b"<?xml", b"<HWPML", hwp::read),
];

/// How a zipped folder begins, and how the list of what is in it ends.
const ZIP: &[u8] = b"PK\x03\x04";
const ZIP_END: &[u8] = b"PK\x05\x06";
/// What other programs zip, by what stands in it.
const PACKED: [(&str, &[u8]); 4] = [
    ("XLSX", b"xl/workbook"),
    ("PPTX", b"ppt/presentation"),
    ("OpenDocument", b"application/vnd.oasis.opendocument"),
    ("EPUB", b"application/epub+zip"),
];

/// What a zipped file is that holds no manuscript.
fn packed(bytes: &[u8]) -> Diagnostic {
    match PACKED.iter().find(|(_, inner)| holds(bytes, inner)) {
        Some((kind, _)) => Diagnostic::general(msg::OTHER_KIND).arg("kind", *kind),
        None => Diagnostic::general(msg::ARCHIVE),
    }
}

/// How the names of word processors' files end.
const ENDS: [&str; 4] = [".docx", ".doc", ".hwpx", ".hwp"];

/// The end of a name that says that its file is a word processor's.
fn named_as(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    ENDS.into_iter().find(|end| name.ends_with(end))
}

/// The beginning of the name of what Word keeps beside an open file, and its most bytes.
const OWNER: (&str, usize) = ("~$", 1024);

/// A file.
#[derive(Debug)]
pub enum Input {
    /// Markdown, or plain text.
    Text(Decoded),
    /// A word processor's file, and its format.
    Office(&'static str, Box<Manuscript>),
}

/// What was read out of a file.
pub struct Reading<'i> {
    /// The issue or article.
    pub draft: Draft,
    /// The blocks.
    pub blocks: Blocks,
    /// The account of them.
    pub ledger: Ledger,
    pictures: Vec<Option<&'i Picture>>,
}

impl Input {
    /// Reads a file of this name.
    ///
    /// # Errors
    /// If it is of no format that is read, is empty, damaged or locked, or holds too much.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Diagnostic> {
        let (own, most) = OWNER;
        if name.starts_with(own) && bytes.len() <= most && !bytes.starts_with(ZIP) {
            return Err(Diagnostic::general(msg::OWNER));
        }
        let of_format = |(_, begins, inner, _): &&(&str, &[u8], &[u8], Read)| {
            bytes.starts_with(begins) && (inner.is_empty() || holds(bytes, inner))
        };
        if let Some((name, .., read)) = FORMATS.iter().find(of_format) {
            let mut manuscript = read(bytes)?;
            office::edges::settle(&mut manuscript);
            return Ok(Self::Office(name, Box::new(manuscript)));
        }
        if bytes.starts_with(ZIP) && holds(bytes, ZIP_END) {
            return Err(packed(bytes));
        }
        let decoded = markdown::decode(bytes)?;
        at_most(decoded.text.split('\n').count())?;
        Ok(Self::Text(decoded))
    }

    /// What the format, or the encoding of a text, is called.
    pub fn format(&self) -> &'static str {
        match self {
            Self::Text(decoded) => decoded.encoding,
            Self::Office(name, _) => name,
        }
    }

    /// Reads its blocks, and `how` out of them what they are.
    ///
    /// # Errors
    /// If it holds too much.
    pub fn read(
        &self,
        options: &Options<'_>,
        how: impl FnOnce(&mut Blocks, &mut Ledger) -> Draft,
    ) -> Result<Reading<'_>, Diagnostic> {
        let (mut blocks, pictures, mut ledger) = match self {
            Self::Text(decoded) => {
                let mut ledger = Ledger::new(decoded.text.split('\n').count());
                if let Some(end) = named_as(options.name) {
                    ledger.ask_generally(Ask::TextAlone, [("end", end)]);
                }
                let blocks = markdown::read(&decoded.text, options.covers, &mut ledger);
                (blocks, vec![], ledger)
            }
            Self::Office(_, manuscript) => {
                let mut ledger = Ledger::new(0);
                let (blocks, pictures) =
                    office::blocks::read(manuscript, options.covers, &mut ledger);
                at_most(blocks.lines.len())?;
                (blocks, pictures, ledger)
            }
        };
        let draft = how(&mut blocks, &mut ledger);
        Ok(Reading { draft, blocks, ledger, pictures })
    }

    /// Its lines, as a report counts them.
    pub fn lines(&self, blocks: &Blocks) -> String {
        match self {
            Self::Text(decoded) => decoded.text.clone(),
            Self::Office(..) => {
                blocks.lines.iter().map(|block| block.whole()).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl Reading<'_> {
    /// Hands the pictures of the draft over to who keeps them. One that cannot be set, or not be kept, leaves its
    /// caption, and the editor is asked.
    pub fn keep_pictures(&mut self, keep: &dyn Fn(&str, &[u8]) -> Kept) {
        let (pictures, ledger) = (&self.pictures, &mut self.ledger);
        self.draft.retain_images(|image| {
            let Some(picture) = pictures.get(image.number).copied().flatten() else { return false };
            let line = image.caption.line().unwrap_or_default();
            let name = picture.name.as_str();
            let lost = match keep(name, &picture.bytes) {
                Kept::Set(file) => {
                    image.file = file;
                    None
                }
                Kept::Turned(file) => {
                    image.file = file;
                    ledger.remarked(line, Why::PictureTurned);
                    None
                }
                Kept::Beside(file) => Some((Ask::PictureForm, file)),
                Kept::Nowhere => Some((Ask::Image, name.to_string())),
            };
            if image.alt.is_empty() && lost.is_none() {
                ledger.ask(Ask::PictureAlt, line, [("file", image.file.as_str())]);
            }
            let kept = lost.is_none();
            if let Some((ask, file)) = lost {
                ledger.ask(ask, line, [("file", file)]);
                if image.caption.is_empty() {
                    ledger.left_out(line, Why::Picture, name);
                }
            }
            kept
        });
    }
}

fn at_most(lines: usize) -> Result<(), Diagnostic> {
    if lines <= MOST_LINES {
        return Ok(());
    }
    let many = Diagnostic::general(msg::TOO_MANY_LINES).arg("lines", lines);
    Err(many.arg("most", MOST_LINES))
}
