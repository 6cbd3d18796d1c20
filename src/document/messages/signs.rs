//! What is said of signs that look like TOML's and are others.

use jikji_diagnostic::messages;

messages! {
    /// A plain quote inside a text between plain quotes.
    INNER_QUOTE = Error "E0137" {
        ko: "글 안에 글을 닫는 따옴표와 같은 따옴표가 있습니다: {found}",
        en: "inside the text stands the quote that closes it: {found}",
        help_ko: "글 안의 따옴표를 ‘ ’나 “ ”로 바꾸세요",
        help_en: "write the quotes inside the text as ‘ ’ or “ ”",
    }
    /// A full-width or foreign sign in the place of TOML's.
    FOREIGN_SIGN = Error "E0138" {
        ko: "{found}: 여기에는 {right:을} 적어야 합니다",
        en: "{found} stands where {right} belongs",
        help_ko: "{found:을} 지우고 {right:으로} 적으세요. 글 안에서는 그대로 써도 됩니다",
        help_en: "write {right} instead of {found}; inside a text it may stand",
    }
    /// A space or an invisible character that TOML does not take for a space.
    FOREIGN_SPACE = Error "E0139" {
        ko: "글 밖에 {sign:이} 있습니다({code})",
        en: "outside the texts stands {sign} ({code})",
        help_ko: "그 글자를 지우고, 빈칸이 있어야 하면 키보드의 빈칸을 넣으세요",
        help_en: "delete it; where a space is wanted, type one",
    }
    /// Three signs that look like the quotes of a text of several lines.
    BLOCK_QUOTES = Error "E0150" {
        ko: "여러 줄 글을 감싸는 따옴표가 {found:으로} 적혀 있습니다",
        en: "the quotes around a text of several lines are written {found}",
        help_ko: "여는 곳과 닫는 곳에 곧은 작은따옴표 세 개(''')를 적으세요",
        help_en: "write three plain single quotes (''') where it opens and where it closes",
    }
    /// A number with commas between its thousands.
    THOUSANDS = Error "E0151" {
        ko: "수에 자릿점이 있습니다: {found}",
        en: "the number has commas between its thousands: {found}",
        help_ko: "{right:으로} 적으세요",
        help_en: "write {right}",
    }
    /// A backslash in what reads like a path.
    PATH_ESCAPE = Error "E0152" {
        ko: "경로에 역슬래시가 있습니다: {found}",
        en: "the path has backslashes: {found}",
        help_ko: "원고가 있는 폴더에서 시작하는 경로를 {right}처럼 `/`로 이어 적으세요",
        help_en: "write the path from the manuscript's folder with `/`, as {right}",
    }
}
