//! Every word the command line says itself, in Korean and English.

use crate::diagnostic::Words;

/// Declares the words and lists them all, so that none is left out of the tests.
macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident: $ko:literal, $en:literal;)+) => {
        $($(#[$doc])+ pub const $name: Words = Words { ko: $ko, en: $en };)+

        #[cfg(test)]
        const ALL: &[Words] = &[$($name),+];
    };
}

words! {
    /// A file was written.
    WROTE: "만들었습니다: {}", "wrote {}";
    /// A folder of page pictures was written.
    WROTE_PICTURES: "쪽 그림을 만들었습니다: {}", "wrote page pictures: {}";
    /// A Typst project was written.
    WROTE_PROJECT: "Typst 원고를 만들었습니다: {}", "wrote the Typst project {}";
    /// Nothing to complain about.
    NO_FINDINGS: "문제를 찾지 못했습니다: {}", "no problems found: {}";
    /// The machine failed.
    FAILED: "실패했습니다: {}", "failed: {}";

    /// Pages that fill the last sheet of a saddle-stitched number: how many, and all there are then.
    FILLED_STITCHED: "중철은 4쪽 단위라서 뒤표지 앞에 {}쪽을 더해 모두 {}쪽입니다",
        "saddle stitching takes pages in fours: {} added before the back cover, {} in all";
    /// Pages that fill the last leaf of a perfect-bound number: how many, and all there are then.
    FILLED_BOUND: "무선은 2쪽 단위라서 뒤표지 앞에 {}쪽을 더해 모두 {}쪽입니다",
        "perfect binding takes pages in twos: {} added before the back cover, {} in all";

    /// A finding of a preflight that is an error, with its code.
    ERROR: "오류[{}]", "error[{}]";
    /// A finding of a preflight that is a warning, with its code.
    WARNING: "경고[{}]", "warning[{}]";
    /// The page of a finding of a preflight.
    ON_PAGE: "{}쪽: ", "page {}: ";
    /// The page of such a finding, and its place: mm from the left and from the top of the trim.
    ON_PAGE_AT: "{}쪽 (왼쪽 {}mm, 위 {}mm): ", "page {} ({} mm from left, {} mm from top): ";
    /// Rules of a preflight that hold.
    RULES_PASSED: "통과: {}", "passed: {}";
    /// Rules of a preflight that warn.
    RULES_WARNED: "경고: {}", "warned: {}";
    /// Rules of a preflight that are broken.
    RULES_FAILED: "위반: {}", "failed: {}";
    /// Rules of a preflight that could not be tested.
    RULES_NOT_CHECKED: "확인하지 못함: {}", "not checked: {}";

    /// A number of an archive was built.
    BUILT: "만듦", "built";
    /// A number of an archive needs no building.
    UP_TO_DATE: "그대로", "up to date";
    /// A manifest of an archive has errors.
    HAS_ERRORS: "오류", "errors";
    /// A number of an archive could not be built.
    NOT_BUILT: "실패", "failed";
    /// How many numbers were built, were left and failed.
    ARCHIVED: "만듦 {}, 그대로 {}, 실패 {}", "{} built, {} up to date, {} failed";
    /// A rebuilt number is the same byte for byte.
    IDENTICAL: "같음", "identical";
    /// A rebuilt number is not the same, and why.
    DIFFERS: "다름: {}", "differs: {}";
    /// A number could not be rebuilt, and why.
    NOT_REBUILT: "실패: {}", "failed: {}";

    /// A manifest that someone has worked on is in the way of an import.
    EDITED: "{} 파일은 손으로 고친 원고라서 그대로 두었습니다. 덮어쓰려면 --force를 붙이세요",
        "{} was edited by hand and is left alone; --force overwrites it";
    /// A report that someone has worked on is in the way of an import.
    REPORT_EDITED: "{} 파일은 손으로 고친 보고서라서 그대로 두었습니다. 덮어쓰려면 --force를 붙이세요",
        "{} was edited by hand and is left alone; --force overwrites it";
    /// An import has questions.
    QUESTIONS: "편집자가 살펴볼 것이 {}가지 있습니다. import-report.md를 보세요",
        "{} questions for the editor: see import-report.md";
    /// A file is nothing to import, and why.
    REFUSED: "가져오지 못했습니다: {}", "cannot be imported: {}";
    /// How many files were restored.
    RESTORED: "{}개 파일을 꺼냈습니다", "{} files are there again";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages_with_the_same_values() {
        let hangul = |c: char| ('가'..='힣').contains(&c);
        for Words { ko, en } in ALL {
            assert!(ko.contains(hangul), "no Korean in {ko:?}");
            assert!(!en.is_empty() && !en.contains(hangul), "no English in {en:?}");
            assert_eq!(ko.matches("{}").count(), en.matches("{}").count(), "{ko:?} and {en:?}");
        }
    }
}
