//! What is said of shop profiles. Arguments that quote the author come with their backticks.

use jikji_diagnostic::messages;

messages! {
    /// A profile nobody has.
    UNKNOWN = Error "E1301" {
        ko: "{name:이라}는 인쇄소 설정이 없습니다",
        en: "there is no shop profile {name}",
        help_ko: "{known} 가운데 하나나 설정 파일의 경로(`shop.toml`)를 적으세요",
        help_en: "name one of {known}, or the path of a profile such as `shop.toml`",
    }
    /// The same, but near one.
    UNKNOWN_NEAR = Error "E1302" {
        ko: "{name:이라}는 인쇄소 설정이 없습니다",
        en: "there is no shop profile {name}",
        help_ko: "{near:을} 잘못 적은 것 같습니다. 쓸 수 있는 것: {known}, 설정 파일의 경로",
        help_en: "perhaps {near} is meant; known are {known} and paths of profiles",
    }
    /// A number beyond what makes sense.
    RANGE = Error "E1303" {
        ko: "{field}에 {found:은} 쓸 수 없습니다",
        en: "{field} cannot be {found}",
        help_ko: "{least}부터 {most}까지 적으세요",
        help_en: "write something from {least} to {most}",
    }
    /// A finished size that is none.
    TRIM = Error "E1304" {
        ko: "판형으로 읽을 수 없습니다: {found}",
        en: "this is no trim size: {found}",
        help_ko: "{known} 가운데 하나나 `148mm x 210mm`처럼 적으세요",
        help_en: "write one of {known}, or a size such as `148mm x 210mm`",
    }
    /// A spot colour that is there twice.
    SPOT_TWICE = Error "E1305" {
        ko: "별색 {found:이} 두 번 나옵니다",
        en: "the spot colour {found} is there twice",
        help_ko: "하나를 지우세요. 별색 하나의 구실은 하나입니다",
        help_en: "take one out: a spot colour has one role",
    }
    /// A profile of a standard that numbers are not built for.
    STANDARD = Error "E1308" {
        ko: "인쇄소 설정 {name:이} {standard:을} 바라지만 jikji는 PDF/X-4로만 만듭니다",
        en: "the shop profile {name} asks for {standard}, but jikji writes PDF/X-4 only",
        help_ko: "인쇄소가 PDF/X-4를 받으면 설정의 `standard`를 `x4`로 고치세요. 받지 않으면 `shop`을 지우고 만든 파일을 인쇄소에서 바꾸게 하세요",
        help_en: "if the shop takes PDF/X-4, write `standard = \"x4\"` into the profile; if not, drop `shop` and have the shop convert the file",
    }
    /// A rule nobody has.
    NO_RULE = Error "E1306" {
        ko: "{rule:이라}는 검사 규칙이 없습니다",
        en: "there is no preflight rule {rule}",
        help_ko: "`jikji preflight`가 보여 주는 코드를 `P0702`처럼 적으세요",
        help_en: "write a code as `jikji preflight` shows it, such as `P0702`",
    }
    /// A rule that cannot weigh otherwise.
    RULE_FIXED = Error "E1307" {
        ko: "{rule} 규칙의 경중은 바꿀 수 없습니다",
        en: "the rule {rule} cannot weigh otherwise",
        help_ko: "읽지 못한 파일이 검사를 통과하게 되므로 이 줄을 지우세요",
        help_en: "take this line out: a file that was not read would pass",
    }
    /// Keys of which no file can keep both.
    CONTRADICTS = Error "E1309" {
        ko: "{field:이} {found}인데 {other}입니다. 함께 지킬 수 있는 파일이 없습니다",
        en: "{field} is {found}, and {other}: no file can keep both",
        help_ko: "둘 가운데 하나를 고치세요",
        help_en: "change one of the two",
    }
    /// A profile of a condition that comes with jikji under another name.
    CONDITION_SAME = Error "E0298" {
        ko: "{found:은} `{known}`의 다른 이름입니다",
        en: "{found} is another name of `{known}`",
        help_ko: "`{known}`을 적으세요({condition}). 인쇄소가 꼭 {file:을} 쓰라고 하면 {from}에서 받아 그 경로를 적으세요",
        help_en: "write `{known}` ({condition}); where the shop insists on {file}, get it at {from} and write its path",
    }
    /// A condition whose profile does not come with the program, where only those may stand that do.
    CONDITION_ELSEWHERE = Error "E1310" {
        ko: "{condition} 프로파일은 들어 있지 않습니다: {found}",
        en: "the profile of {condition} does not come with jikji: {found}",
        help_ko: "인쇄소 설정에서는 이 줄을 지우고, {from}에서 받은 {file:을} 원고의 `[print]`에 `profile = \"{file}\"`로 적으세요. 받은 PDF를 검사할 때의 잉크 한도는 `ink = { limit = 300 }`으로 적습니다",
        help_en: "drop this line from the shop profile; get {file} at {from} and write `profile = \"{file}\"` into `[print]` of the manifest; the ink limit of files of others is `ink = { limit = 300 }`",
    }
}
