//! The fonts in the binary, packed; none is unpacked before it is needed.
//!
//! What Typst must know of each to choose among them, and which characters it has, stands beside them in
//! `bundled.json`, so that a command that sets nothing opens no font. A test holds it to the fonts.

use std::io::Read;
use std::path::Path;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;
use typst::foundations::Bytes;
use typst::text::{Font, FontInfo};
use typst_kit::fonts::FontSource;

use jikji_prepress::threads;

/// A font file in the binary.
pub struct BundledFont {
    /// Its file name under `fonts/`.
    pub name: &'static str,
    /// Its length, bytes.
    pub size: usize,
    /// The SHA-256 of its bytes, for lock files; kept here because they are large and never change.
    pub sha256: &'static str,
    /// As `build.rs` packs it.
    packed: &'static [u8],
    unpacked: OnceLock<Vec<u8>>,
    opened: OnceLock<Font>,
}

impl BundledFont {
    /// Its bytes.
    pub fn bytes(&'static self) -> &'static [u8] {
        self.unpacked.get_or_init(|| {
            let mut bytes = Vec::with_capacity(self.size);
            DeflateDecoder::new(self.packed).read_to_end(&mut bytes).expect("the build packed it");
            bytes
        })
    }

    /// It as Typst sets it; opened once, since Typst tells fonts apart by their bytes.
    fn font(&'static self) -> &'static Font {
        self.opened.get_or_init(|| {
            Font::new(Bytes::new(self.bytes()), 0).expect("a bundled file is a font")
        })
    }
}

impl FontSource for &'static BundledFont {
    fn load(&self) -> Option<Font> {
        Some(self.font().clone())
    }
}

macro_rules! bundled {
    ($($name:literal $sha256:literal),* $(,)?) => {
        [$(BundledFont {
            name: $name,
            size: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $name)).len(),
            sha256: $sha256,
            packed: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".deflate")),
            unpacked: OnceLock::new(),
            opened: OnceLock::new(),
        }),*]
    };
}

/// The bundled fonts, in the order they are found.
pub static BUNDLED: [BundledFont; 7] = bundled![
    "PretendardGOV-Regular.ttf" "b288cb28b28b7763c8264cc3cf477e09fc9c4a29d7bf29f63580871ef3c89e06",
    "PretendardGOV-SemiBold.ttf" "a9e9eb4a737524f08ee444c455dd55c9bda547e150ffd855cbddfd7bc20dbbe5",
    "PretendardGOV-Bold.ttf" "4a72e78753b42a16308597b597f050ecd1d4baad92cbae8cdf4bcf0d28828da7",
    "PretendardGOV-ExtraBold.ttf" "d24e79fb99aa652360619ea553f5bd2ddab56be81947556e095daa2333373df1",
    "NotoSansKR-Regular.ttf" "8cbc9b353bb9ce848fd69bb6a507319dfacc659cf5fd643db5d88f3c4970e1dd",
    "NotoSansKR-Bold.ttf" "4ffa20c272ae6d689f7c8d34ff9c8039a326e9c334d9fc8852b2a7396227d077",
    "JikjiSigns-Regular.ttf" "d041d5e15c055726feb057e23713bb3793ff8c2e30c18c3f09af2abdbc6e87c9",
];

/// Whether a file is a copy of one, as an emitted project has them: each face is there once.
pub fn is_copy(path: &Path) -> bool {
    let bundled = BUNDLED.iter().find(|font| path.file_name() == Some(font.name.as_ref()));
    bundled.is_some_and(|font| path.metadata().is_ok_and(|data| data.len() == font.size as u64))
}

/// What Typst knows of each bundled font, in their order; each file holds one face.
pub fn infos() -> &'static [FontInfo] {
    static INFOS: OnceLock<Vec<FontInfo>> = OnceLock::new();
    INFOS.get_or_init(|| {
        serde_json::from_str(include_str!("bundled.json")).expect("a test wrote it of the fonts")
    })
}

/// Opens all of them, several at a time: a number is set in nearly all. The pool has no part in it: a thread
/// that waits for others there may take up work that asks for these very fonts.
pub fn open() {
    let open = |(): &mut (), at: usize| {
        BUNDLED[at].font();
    };
    threads::each(BUNDLED.len(), threads::count(), || (), open, |()| ());
}

#[cfg(test)]
mod tests {
    use typst::text::FontInfo;

    use super::{BUNDLED, infos};

    #[test]
    fn digests_are_those_of_the_fonts() {
        for font in &BUNDLED {
            assert_eq!(crate::digest::sha256(font.bytes()), font.sha256, "{}", font.name);
            assert_eq!(font.bytes().len(), font.size, "{}", font.name);
        }
    }

    #[test]
    fn each_is_what_is_said_of_it() {
        let read: Vec<FontInfo> =
            BUNDLED.iter().flat_map(|font| FontInfo::iter(font.bytes())).collect();
        if std::env::var_os("JIKJI_UPDATE").is_some() {
            let lines = read.iter().map(|info| serde_json::to_string(info).unwrap());
            let text = format!("[\n{}\n]\n", lines.collect::<Vec<_>>().join(",\n"));
            let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/typeset/bundled.json");
            std::fs::write(file, text).unwrap();
            return;
        }
        assert_eq!(read, infos(), "write it anew with JIKJI_UPDATE=1");
    }
}
