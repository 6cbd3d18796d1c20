//! What is said of what a shop is asked for in `[print]`.

use jikji_diagnostic::messages;

messages! {
    /// A spine that is no length or out of bounds.
    SPINE = Error "E0296" {
        ko: "책등 너비를 읽을 수 없습니다: {found}",
        en: "the width of the spine cannot be {found}",
        help_ko: "인쇄소가 알려 준 너비를 `12.4mm`처럼 적으세요. {most}mm까지입니다",
        help_en: "write what the print shop measured, such as `12.4mm`; the most is {most} mm",
    }
    /// A printing condition whose profile does not come with the program.
    PROFILE_ELSEWHERE = Error "E0297" {
        ko: "{condition} 프로파일은 들어 있지 않습니다: {found}",
        en: "the profile of {condition} does not come with jikji: {found}",
        help_ko: "{from}에서 {file} 파일을 받아 그 경로를 적으세요. 인쇄소가 준 파일이 있으면 그 파일을 쓰세요",
        help_en: "get {file} at {from} and write its path; the print shop's own file goes before it",
    }
    /// A profile of a condition that comes with jikji under another name.
    PROFILE_SAME = Error "E0298" {
        ko: "{found:은} `{known}`의 다른 이름입니다",
        en: "{found} is another name of `{known}`",
        help_ko: "`{known}`을 적으세요({condition}). 인쇄소가 꼭 {file:을} 쓰라고 하면 {from}에서 받아 그 경로를 적으세요",
        help_en: "write `{known}` ({condition}); where the shop insists on {file}, get it at {from} and write its path",
    }
}
