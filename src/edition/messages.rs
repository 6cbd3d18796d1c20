//! What is said of finished files.

use jikji_diagnostic::messages;

messages! {
    /// A file of somebody's in the place of an emitted project's.
    EMIT_TAKEN = Error "E1101" {
        ko: "{file:은} jikji가 만든 파일이 아니라서 덮어쓰지 않습니다",
        en: "{file} was not written by jikji and is not overwritten",
        help_ko: "--emit에 빈 폴더를 주거나 그 파일을 옮기세요",
        help_en: "give --emit an empty folder, or move that file away",
    }
}
