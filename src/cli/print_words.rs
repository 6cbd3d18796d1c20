//! What the commands that work on print files say, in Korean and English.

use super::words::Words;
use crate::diagnostic::Lang;
use crate::edition::print::Report;
use crate::prepress::binding::Binding;

/// A finding of a preflight that is an error.
pub const ERROR: Words = Words { ko: "오류[{}]", en: "error[{}]" };
/// A finding of a preflight that is a warning.
pub const WARNING: Words = Words { ko: "경고[{}]", en: "warning[{}]" };
/// Where a finding of a preflight is.
pub const ON_PAGE: Words = Words { ko: "{}쪽: ", en: "page {}: " };
/// Rules of a preflight that hold.
pub const RULES_PASSED: Words = Words { ko: "통과: {}", en: "passed: {}" };
/// Rules of a preflight that warn.
pub const RULES_WARNED: Words = Words { ko: "경고: {}", en: "warned: {}" };
/// Rules of a preflight that are broken.
pub const RULES_FAILED: Words = Words { ko: "위반: {}", en: "failed: {}" };
/// Rules of a preflight that could not be tested.
pub const RULES_NOT_CHECKED: Words = Words { ko: "확인하지 못함: {}", en: "not checked: {}" };
/// Pages that fill the last sheet of a saddle-stitched number.
const FILLED_STITCHED: Words = Words {
    ko: "중철은 4쪽 단위라서 뒤표지 앞에 {}쪽을 더해 모두 {}쪽입니다",
    en: "saddle stitching takes pages in fours: {} added before the back cover, {} in all",
};
/// Pages that fill the last leaf of a perfect-bound number.
const FILLED_BOUND: Words = Words {
    ko: "무선은 2쪽 단위라서 뒤표지 앞에 {}쪽을 더해 모두 {}쪽입니다",
    en: "perfect binding takes pages in twos: {} added before the back cover, {} in all",
};

/// The line about filler pages, if there are any.
pub fn fillers(report: &Report, lang: Lang) -> Option<String> {
    let added = report.filler_notes + report.filler_blank;
    let words = match report.binding {
        Binding::SaddleStitch => FILLED_STITCHED,
        Binding::Perfect => FILLED_BOUND,
    };
    let (added, total) = (added.to_string(), report.pages.to_string());
    (report.fillers_from.is_some()).then(|| words.fill(lang, &added).replacen("{}", &total, 1))
}
