//! What is said where a manuscript finds no place in a number.

use jikji_diagnostic::messages;

messages! {
    /// No section or part has the title that was asked for.
    NO_SECTION = Error "E1235" {
        ko: "{title:이라}는 절이 없습니다. 가까운 제목: {near}",
        en: "there is no section {title}; near it are {near}",
        help_ko: "--section에 있는 절의 제목을 적거나, 원고 파일에 그 절을 먼저 만드세요",
        help_en: "give --section the title of one that is there, or make that section in the manifest first",
    }
    /// No part at all.
    NO_PARTS = Error "E1236" {
        ko: "원고 파일에 글을 넣을 부가 없습니다",
        en: "the manifest has no part to put a text into",
        help_ko: "`[[parts]]`와 제목을 먼저 적거나, `jikji new`로 새 호를 만드세요",
        help_en: "write `[[parts]]` with a title first, or make the number with `jikji new`",
    }
    /// A kind that takes no article, or is none.
    NO_KIND = Error "E1237" {
        ko: "{kind:은} 원고를 담을 수 있는 종류가 아닙니다. 있는 종류: {known}",
        en: "{kind} is no kind that takes a manuscript; there are {known}",
        help_ko: "--kind에 그 가운데 하나를 적거나 --kind를 빼세요",
        help_en: "give --kind one of these, or leave it out",
    }
    /// The manifest is written in a way that nothing can be put into for sure.
    UNSURE = Error "E1238" {
        ko: "다른 것까지 바뀔 수 있어 원고 파일에 넣지 않았습니다",
        en: "nothing was written, since something else in the manifest could have changed",
        help_ko: "글이 놓일 절을 `[[parts.sections]]`처럼 머리줄로 적으세요",
        help_en: "write the section it belongs to under a header such as `[[parts.sections]]`",
    }
    /// The manifest was changed while the manuscript was read.
    CHANGED = Error "E1239" {
        ko: "그사이에 다른 곳에서 원고 파일을 고쳐 넣지 않았습니다",
        en: "the manifest was changed elsewhere in the meantime, so nothing was written",
        help_ko: "다시 실행하세요",
        help_en: "run it again",
    }
    /// The machine does not give a manuscript.
    UNREAD = Error "E1240" {
        ko: "파일을 읽지 못했습니다: {reason}",
        en: "the file was not read: {reason}",
        help_ko: "파일이 그 자리에 있는지, 이름을 바르게 적었는지 보고 그 파일만 다시 넣으세요",
        help_en: "see that it is there and called so, and add that one again",
    }
    /// A folder in the place of a manuscript.
    FOLDER = Error "E1241" {
        ko: "원고 파일이 아니라 폴더입니다",
        en: "this is a folder, not a manuscript",
        help_ko: "폴더에 든 원고를 적으세요. `{file}/*.hwpx`처럼 적으면 모두 들어갑니다",
        help_en: "name the manuscripts in it, or all of a kind as `{file}/*.hwpx`",
    }
}
