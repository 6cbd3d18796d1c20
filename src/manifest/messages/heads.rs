//! What is said about the headers of a manifest's tables.

use jikji_diagnostic::{Words, messages};

messages! {
    /// A header that is written otherwise than it must be.
    HEAD_NAME = Error "E0290" {
        ko: "{found:이라}는 머리는 없습니다",
        en: "there is no table {found}",
        help_ko: "{right:으로} 적으세요",
        help_en: "write {right}",
    }
    /// A header in double brackets of a table that there is one of.
    DOUBLE_HEAD = Error "E0291" {
        ko: "{found}: 하나뿐인 묶음이라 대괄호를 한 겹으로 적습니다",
        en: "{found}: there is only one, so it is written with single brackets",
        help_ko: "{right:으로} 적으세요",
        help_en: "write {right}",
    }
    /// A section or an entry without the part or section that it belongs to.
    HEAD_MISSING = Error "E0292" {
        ko: "{found} 앞에 그것이 들어갈 {right:이} 없습니다",
        en: "before {found} there is no {right} that it belongs to",
        help_ko: "이 줄 앞에 {right:을} 적고 그 아래에 `title = \"제목\"`을 적으세요{other}",
        help_en: "before this line write {right} and below it `title = \"…\"`{other}",
    }
    /// Fields whose header is left out.
    HEAD_LOST = Error "E0293" {
        ko: "여기서 시작하는 항목들의 머리 {right:이} 빠졌습니다",
        en: "the header {right} of the fields from here on is missing",
        help_ko: "이 줄 앞에 {right:을} 한 줄로 적으세요",
        help_en: "put {right} on a line of its own before this one",
    }
}

/// How an entry is written that is in no section.
pub const ENTRIES_INSTEAD: Words = Words {
    ko: ". 절 없이 부에 바로 두려면 이 줄을 `[[parts.entries]]`로 적으세요",
    en: "; to keep it in the part without a section, write `[[parts.entries]]` on this line",
};
