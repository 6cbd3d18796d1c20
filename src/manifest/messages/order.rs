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
    /// A list of inks without any.
    INKS_NONE = Warning "W0295" {
        ko: "`inks`에 잉크가 없어서 4도로 만듭니다",
        en: "`inks` names no ink, so it is printed in four colours",
        help_ko: "4도면 이 줄을 지우고, 먹 1도면 `inks = [\"K\"]`로 적으세요",
        help_en: "drop the line for four colours; for black alone write `inks = [\"K\"]`",
    }
    /// A day of delivery in another month.
    DUE_FAR = Warning "W0294" {
        ko: "납기 {found:이} 발행일 {published:과} 한 달 넘게 떨어져 있습니다",
        en: "{found} is more than a month away from the day of publication, {published}",
        help_ko: "지난 호의 납기가 남아 있지 않은지, 연도가 맞는지 확인하세요. 맞으면 그대로 두어도 됩니다",
        help_en: "see whether it is the last number's, or of another year; leave it if it is right",
    }
    /// A printing condition whose profile does not come with the program.
    PROFILE_ELSEWHERE = Error "E0297" {
        ko: "{condition} 프로파일은 들어 있지 않습니다: {found}",
        en: "the profile of {condition} does not come with jikji: {found}",
        help_ko: "{from}에서 {file} 파일을 받아 그 경로를 적으세요. 인쇄소가 준 파일이 있으면 그 파일을 쓰세요",
        help_en: "get {file} at {from} and write its path; the print shop's own file goes before it",
    }
    /// The file of a condition's profile that was not got yet.
    PROFILE_FILE = Error "E0299" {
        ko: "{path} 파일이 없습니다",
        en: "there is no file {path}",
        help_ko: "{condition} 프로파일입니다. {from}에서 {file} 파일을 받아 원고(issue.toml)와 같은 폴더에 두세요",
        help_en: "it is the profile of {condition}: get {file} at {from} and put it beside the manifest",
    }
}
