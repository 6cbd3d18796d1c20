//! Pages of PDFs: taken over as they are for print, and drawn as SVG for the screen.

use jikji_diagnostic::{Lang, Phrase, Words};
use jikji_prepress::artwork::{ArtFault, ArtInk, Artwork, artwork};
use jikji_prepress::reduced;

use super::base64;
use super::fault::ImageFault;
use crate::manifest::messages as msg;

/// Which page of a PDF is wanted, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The page, from 1.
    pub page: usize,
    /// Whether it is a whole page of the number, with its bleed, and not a picture.
    pub whole: bool,
}

/// The first page as a picture; of any other file, that file.
pub const FIRST: Part = Part { page: 1, whole: false };

/// The size of a page that was taken over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// Width and height of the trim, mm.
    pub trim_mm: (f64, f64),
    /// How far it reaches beyond: left, top, right, bottom, mm.
    pub bleed_mm: [f64; 4],
    /// Whether the file says where it is trimmed.
    pub says_trim: bool,
}

/// A page of a PDF as it is set.
pub struct Taken {
    /// What the pages call it. The end is no format's: in print it is a PDF, on screen an SVG.
    pub path: String,
    /// It alone as a PDF.
    pub pdf: Vec<u8>,
    /// It as an SVG.
    pub drawing: Vec<u8>,
    /// Its size.
    pub sheet: Sheet,
    /// What a press is to know of it.
    pub for_press: ForPress,
    /// What is to be said of it.
    pub faults: Vec<ImageFault>,
}

/// What a press is to know of a page that was taken over.
#[derive(Debug, Clone, Default)]
pub struct ForPress {
    /// Its spot inks.
    pub inks: Vec<ArtInk>,
    /// Its fonts by name.
    pub fonts: Vec<String>,
    /// The plates that something is painted on, those of the process among them.
    pub plates: Vec<String>,
}

/// Takes over a page of the PDF that is called `name`.
pub fn take(name: &str, bytes: &[u8], part: Part) -> Result<Taken, ImageFault> {
    let about = |message| ImageFault::new(message).arg("page", part.page);
    let art = artwork(bytes, part.page, part.whole).map_err(|fault| match fault {
        ArtFault::Encrypted => ImageFault::new(msg::PDF_ENCRYPTED),
        ArtFault::Damaged(reason) => ImageFault::new(msg::PDF_DAMAGED).arg("reason", reason),
        ArtFault::TooLarge => about(msg::PDF_LARGE),
        ArtFault::NoPage { pages } => about(msg::PDF_NO_PAGE).arg("pages", pages),
        ArtFault::Font(font) => about(msg::PDF_FONT).arg("font", font),
        ArtFault::Type3(font) => about(msg::PDF_TYPE_3).arg("font", font),
        ArtFault::Layers => about(msg::PDF_LAYERS),
    })?;
    let Artwork { pdf, trim_mm, bleed_mm, says_trim, drawing, left_out, inks, fonts, plates } = art;
    let all = |lang: Lang| {
        let said: Vec<&str> = left_out.iter().map(|words: &Words| words.say(lang)).collect();
        said.join(", ")
    };
    let left =
        (!left_out.is_empty()).then(|| about(msg::PDF_LEFT_OUT).arg("what", Phrase::of(all)));
    Ok(Taken {
        path: format!("{name}.{}.{}", part.page, if part.whole { "sheet" } else { "art" }),
        pdf,
        drawing: lightened(&drawing, trim_mm).into_bytes(),
        sheet: Sheet { trim_mm, bleed_mm, says_trim },
        for_press: ForPress { inks, fonts, plates },
        faults: left.into_iter().collect(),
    })
}

/// The finest resolution that a screen is given of a picture over the whole page, pixels per inch.
const SCREEN_PPI: f64 = 220.0;

/// The drawing with its photographs packed as such, and with no more pixels than its page shows.
fn lightened(drawing: &str, (width, height): (f64, f64)) -> String {
    const START: &str = "\"data:image/png;base64,";
    let pixels = |mm: f64| (mm / 25.4 * SCREEN_PPI).ceil() as usize;
    let (mut out, mut rest) = (String::with_capacity(drawing.len()), drawing);
    while let Some(at) = rest.find(START) {
        let (head, tail) = rest.split_at(at);
        let end = tail[1..].find('"').map_or(tail.len(), |end| end + 1);
        let (address, tail) = tail.split_at(end);
        out.push_str(head);
        let png = base64::decode(&address[START.len()..]);
        let light = png.and_then(|png| reduced::for_screen(&png, pixels(width), pixels(height)));
        match light {
            Some(bytes) => {
                let kind = if bytes.starts_with(b"\xff\xd8") { "jpeg" } else { "png" };
                out.push_str(&format!("\"data:image/{kind};base64,{}", base64::encode(&bytes)));
            }
            None => out.push_str(address),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
