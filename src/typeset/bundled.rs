//! The fonts in the binary.

use std::path::Path;
use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::Font;

use jikji_prepress::threads;

/// A font file in the binary.
pub struct BundledFont {
    /// Its file name under `fonts/`.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
    /// Their SHA-256, for lock files; kept here because they are large and never change.
    pub sha256: &'static str,
}

macro_rules! bundled {
    ($($name:literal $sha256:literal),* $(,)?) => {
        &[$(BundledFont {
            name: $name,
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $name)),
            sha256: $sha256,
        }),*]
    };
}

/// The bundled fonts, in the order they are found.
pub static BUNDLED: &[BundledFont] = bundled![
    "PretendardGOV-Regular.otf" "3a3f8ee05092d07b25c4c0b4801f78dbac8d1f9362e4610b97033d4128e48310",
    "PretendardGOV-SemiBold.otf" "43dca6392644a8dd2b29251d04f23ff68af6dbe73b6820f3edb78a2cf8e19234",
    "PretendardGOV-Bold.otf" "deeff873beb2e32ccb3378d08f5d37687e0367df092e0be748f586634cfa4495",
    "PretendardGOV-ExtraBold.otf" "7744029c85962d9a17a6d69a8ceb9e42c4e2026a00af83d6b50eb164de4cfc74",
    "NotoSansKR-Regular.ttf" "8cbc9b353bb9ce848fd69bb6a507319dfacc659cf5fd643db5d88f3c4970e1dd",
    "NotoSansKR-Bold.ttf" "4ffa20c272ae6d689f7c8d34ff9c8039a326e9c334d9fc8852b2a7396227d077",
];

/// Whether a file is a copy of one, as an emitted project has them: each face is there once.
pub fn is_copy(path: &Path) -> bool {
    let bundled = BUNDLED.iter().find(|font| path.file_name() == Some(font.name.as_ref()));
    let size = |font: &BundledFont| font.bytes.len() as u64;
    bundled.is_some_and(|font| path.metadata().is_ok_and(|data| data.len() == size(font)))
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
        (at, Font::iter(Bytes::new(BUNDLED[at].bytes)).collect::<Vec<_>>())
    };
    threads::each(BUNDLED.len(), threads::count(), || (), read, |(at, faces)| files[at] = faces);
    files
}

#[cfg(test)]
mod tests {
    #[test]
    fn digests_are_those_of_the_fonts() {
        for font in super::BUNDLED {
            assert_eq!(crate::digest::sha256(font.bytes), font.sha256, "{}", font.name);
        }
    }
}
