//! The few words the command line says itself, in Korean and English.

use crate::diagnostic::Lang;

/// A sentence in both languages.
pub struct Words {
    pub(super) ko: &'static str,
    pub(super) en: &'static str,
}

impl Words {
    /// The sentence in `lang`, its `{}` filled with `value`.
    pub fn fill(&self, lang: Lang, value: &str) -> String {
        let template = match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
        };
        template.replacen("{}", value, 1)
    }
}

/// A file was written.
pub const WROTE: Words = Words { ko: "만들었습니다: {}", en: "wrote {}" };
/// A folder of page pictures was written.
pub const WROTE_PICTURES: Words =
    Words { ko: "쪽 그림을 만들었습니다: {}", en: "wrote page pictures: {}" };
/// A Typst project was written.
pub const WROTE_PROJECT: Words =
    Words { ko: "Typst 원고를 만들었습니다: {}", en: "wrote the Typst project {}" };
/// Nothing to complain about.
pub const NO_FINDINGS: Words =
    Words { ko: "문제를 찾지 못했습니다: {}", en: "no problems found: {}" };
/// The machine failed.
pub const FAILED: Words = Words { ko: "실패했습니다: {}", en: "failed: {}" };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_value() {
        for words in [WROTE, WROTE_PICTURES, WROTE_PROJECT, NO_FINDINGS, FAILED] {
            assert!(words.fill(Lang::Ko, "파일").contains("파일"));
            assert!(words.fill(Lang::En, "file").contains("file"));
        }
    }
}
