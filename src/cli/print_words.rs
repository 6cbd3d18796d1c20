//! What the commands that work on print files say, in Korean and English.

use super::words::Words;

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
/// A file could not be imposed.
pub const NOT_IMPOSED: Words =
    Words { ko: "터잡기를 하지 못했습니다: {}", en: "the file cannot be imposed: {}" };
