//! Pages → files: one module an edition, and what can be had beside them.
//!
//! An edition knows how its file is exported; it never reads the manifest's texts.

pub mod archive;
pub mod emit;
pub mod file;
pub mod messages;
pub mod number;
pub mod pdf;
pub mod picture;
pub mod print;
pub mod report;
pub mod screen;
pub mod sheet;

use jikji_diagnostic::Words;

/// Lists the editions, in the order they are told of: what each is, its name, and its words.
macro_rules! editions {
    ($($(#[$doc:meta])+ $edition:ident = $name:literal {
        ko: $ko:literal, making_ko: $making_ko:literal, making_en: $making_en:literal $(,)?
    })+) => {
        /// An edition of a number.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, clap::ValueEnum)]
        pub enum Edition { $($(#[$doc])+ #[value(name = $name)] $edition),+ }

        impl Edition {
            /// All there are.
            pub const ALL: &[Self] = &[$(Self::$edition),+];

            /// Its name, as it stands on the command line, in file names and in lock files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$edition => $name),+ }
            }

            /// What Korean calls it.
            pub fn korean(self) -> &'static str {
                match self { $(Self::$edition => $ko),+ }
            }

            /// That it is being made, as [`Panicked`](crate::panicked::Panicked) says it.
            pub fn making(self) -> Words {
                match self { $(Self::$edition => Words { ko: $making_ko, en: $making_en }),+ }
            }
        }
    };
}

editions! {
    /// PDF/UA-1 and PDF/A-2a, for the web.
    Screen = "screen" {
        ko: "화면판", making_ko: "화면판을 만드는", making_en: "making the screen edition",
    }
    /// PDF/X-4 with bleed and marks, for the press, and its specification sheet.
    Print = "print" {
        ko: "인쇄판", making_ko: "인쇄판을 만드는", making_en: "making the print edition",
    }
    /// PDF/A-3a with everything it was made of attached, for the archive.
    Archive = "archive" {
        ko: "보존판", making_ko: "보존판을 만드는", making_en: "making the archive edition",
    }
}
