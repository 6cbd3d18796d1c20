//! The fonts in the binary, packed; none is unpacked before it is needed.

use std::io::Read;
use std::path::Path;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;
use typst::foundations::Bytes;
use typst::text::Font;

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
}

macro_rules! bundled {
    ($($name:literal $sha256:literal),* $(,)?) => {
        [$(BundledFont {
            name: $name,
            size: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $name)).len(),
            sha256: $sha256,
            packed: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".deflate")),
            unpacked: OnceLock::new(),
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

/// The bundled faces, a list a file; read once.
pub fn faces() -> &'static [Vec<Font>] {
    static FACES: OnceLock<Vec<Vec<Font>>> = OnceLock::new();
    FACES.get_or_init(read_bundled)
}

/// Reads the bundled fonts' tables. The pool has no part in it: a thread that waits for others there may
/// take up work that asks for these very fonts.
fn read_bundled() -> Vec<Vec<Font>> {
    let mut files = vec![vec![]; BUNDLED.len()];
    let read = |(): &mut (), at: usize| {
        (at, Font::iter(Bytes::new(BUNDLED[at].bytes())).collect::<Vec<_>>())
    };
    threads::each(BUNDLED.len(), threads::count(), || (), read, |(at, faces)| files[at] = faces);
    files
}

#[cfg(test)]
mod tests {
    #[test]
    fn digests_are_those_of_the_fonts() {
        for font in &super::BUNDLED {
            assert_eq!(crate::digest::sha256(font.bytes()), font.sha256, "{}", font.name);
            assert_eq!(font.bytes().len(), font.size, "{}", font.name);
        }
    }
}
