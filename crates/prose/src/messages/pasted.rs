//! What is said of text that was pasted from HWP, Word or Excel, or written in another Markdown.

use jikji_diagnostic::messages;

messages! {
    /// Emphasis marks with blanks inside them.
    SPACED_EMPHASIS = Error "E0336" {
        ko: "강조 표시 `{mark}`의 안쪽에 빈칸이 있어 강조가 되지 못하고 글자로 찍힙니다",
        en: "there is a blank inside the emphasis marks `{mark}`, so that they are printed as they are",
        help_ko: "`{mark}`를 글에 붙여 쓰세요: `{mark}글{mark}`",
        help_en: "put `{mark}` directly on both sides of the text: `{mark}text{mark}`",
    }
    /// A link or picture with a blank between its parts.
    SPACED_LINK = Error "E0337" {
        ko: "링크나 이미지의 괄호 사이에 빈칸이 있어 글자로 찍힙니다",
        en: "there is a blank between the parts of a link or image, so that its brackets are printed",
        help_ko: "`[글](주소)`, `![설명](파일)`처럼 빈칸 없이 붙여 쓰세요",
        help_en: "write `[text](address)` or `![description](file)` without a blank between",
    }
    /// `(text)[address]`.
    REVERSED_LINK = Error "E0338" {
        ko: "링크나 이미지의 괄호가 뒤바뀌어 글자로 찍힙니다",
        en: "the brackets of this link or image are the wrong way round, so that they are printed",
        help_ko: "`[글](주소)`처럼 글은 대괄호에, 주소는 소괄호에 쓰세요",
        help_en: "write `[text](address)`: the text in square brackets, the address in round ones",
    }
    /// Markup in full-width signs.
    FULLWIDTH = Error "E0339" {
        ko: "표시가 전각 글자(`{sign}`)라서 글자로 찍힙니다",
        en: "this markup is in full-width signs (`{sign}`), so that it is printed as it is",
        help_ko: "반각 글자로 쓰세요: `{instead}`",
        help_en: "type ordinary signs: `{instead}`",
    }
    /// A line that begins with a sign and flows into its neighbours.
    SIGN_FLOWS = Error "E0380" {
        ko: "줄 앞의 `{sign}` 표시는 글머리표로 읽히지 않아 이 줄이 옆 줄과 한 문단으로 이어집니다",
        en: "`{sign}` is no bullet here: the line runs together with its neighbours in one paragraph",
        help_ko: "줄 앞을 `{instead}`로 쓰세요. `jikji fix`가 고쳐 쓸 수 있습니다",
        help_en: "begin the line with `{instead}`; `jikji fix` can write it",
    }
    /// A line that begins with `※` and flows into the one before.
    REMARK_FLOWS = Error "E0381" {
        ko: "`{sign}` 표시로 시작하는 줄이 앞줄에 이어집니다",
        en: "this line, which begins with `{sign}`, runs together with the line before it",
        help_ko: "앞에 빈 줄을 두거나, 글머리 사이라면 줄 앞에 `- `를 쓰세요. `jikji fix`가 고쳐 쓸 수 있습니다",
        help_en: "leave an empty line before it or, among bullets, begin it with `- `; `jikji fix` can write it",
    }
    /// `##` without a blank.
    HEAD_SPACE = Error "E0382" {
        ko: "줄 앞의 `{sign}` 표시가 소제목으로 읽히지 않아 글자로 찍힙니다",
        en: "the `{sign}` signs at the start of this line make no subhead and are printed",
        help_ko: "소제목은 목록 밖에서 `## `처럼 반각 `#` 두 개와 빈칸으로 시작합니다",
        help_en: "a subhead stands outside lists and begins with `## `, two ordinary `#` and a blank",
    }
    /// A note as offices write it.
    NOTE_LINE = Error "E0383" {
        ko: "`{sign}` 표시로 단 주석이 주석으로 읽히지 않습니다",
        en: "this note, marked with `{sign}`, is not read as one",
        help_ko: "낱말 뒤의 `{sign}` 표시를 `[^{label}]`로 바꾸고, 이 줄은 글 끝에 빈 줄을 두고 `[^{label}]: …`로 쓰세요",
        help_en: "write `[^{label}]` after the word, and this line as `[^{label}]: …` at the end of the text, after an empty line",
    }
    /// Lines that are a table of another program.
    TABBED = Error "E0374" {
        ko: "탭으로 나뉜 {rows}줄은 엑셀이나 한글에서 붙여 넣은 표로 보입니다",
        en: "these {rows} lines, parted by tabs, look like a table pasted from Excel or HWP",
        help_ko: "`| 칸 | 칸 |` 줄로 쓰고 머리줄 아래에 `|---|---|`를 쓰세요. `jikji fix`가 고쳐 쓸 수 있습니다",
        help_en: "write rows as `| cell | cell |` with `|---|---|` under the head; `jikji fix` can write it",
    }
    /// A table right after a line of text.
    TABLE_JOINED = Error "E0375" {
        ko: "표가 바로 앞의 글에 이어집니다",
        en: "this table runs together with the line before it",
        help_ko: "표의 앞뒤에 빈 줄을 두고, 줄 앞에는 빈칸을 두지 마세요",
        help_en: "leave an empty line before and after the table, and do not indent its rows",
    }

    /// A list whose indentation says another level than it gets.
    INDENT = Warning "W0308" {
        ko: "들여쓰기가 애매해 글머리의 단계가 보이는 것과 다릅니다",
        en: "this bullet is indented so that its level is not what it looks like",
        help_ko: "같은 단계는 똑같이, 하위 단계는 두 칸씩 들여 쓰세요: `{instead}`",
        help_en: "indent bullets of a level alike, and those below by two more: `{instead}`",
    }
    /// A star right after a list.
    STAR_ITEM = Warning "W0309" {
        ko: "`*`로 시작하는 줄은 주석이 아니라 글머리로 읽힙니다",
        en: "a line that begins with `*` is a bullet, not a note",
        help_ko: "주석이라면 낱말 뒤에 `[^1]`을, 글 끝에 `[^1]: …`을 쓰세요. 글머리라면 `- `로 쓰세요",
        help_en: "for a note, write `[^1]` after the word and `[^1]: …` at the end; for a bullet, write `- `",
    }
    /// A number in brackets, or raised.
    BRACKET_MARK = Warning "W0310" {
        ko: "`{sign}` 표시는 주석 표시가 아니라서 글자로 찍힙니다",
        en: "`{sign}` is no note mark and is printed as it is",
        help_ko: "주석이라면 `[^1]`로 쓰고 글 끝에 `[^1]: …`을 쓰세요. 글자라면 앞에 `\\`를 쓰세요",
        help_en: "for a note, write `[^1]` and `[^1]: …` at the end; for the sign itself, put `\\` before it",
    }
    /// A paragraph that begins with a bullet sign.
    SIGN_PRINTED = Warning "W0311" {
        ko: "줄 앞의 `{sign}` 표시는 글머리표가 아니라 글자로 찍힙니다",
        en: "`{sign}` at the start of this line is no bullet and is printed as it is",
        help_ko: "줄 앞을 `{instead}`로 쓰세요. `jikji fix`가 고쳐 쓸 수 있습니다",
        help_en: "begin the line with `{instead}`; `jikji fix` can write it",
    }
    /// `#word`.
    HASH = Warning "W0312" {
        ko: "줄 앞의 `#`가 글자로 찍힙니다",
        en: "the `#` at the start of this line is printed as it is",
        help_ko: "소제목이라면 `## `로, 글자라면 `\\#`로 쓰세요",
        help_en: "write `## ` for a subhead, `\\#` for the sign itself",
    }
    /// A bullet sign where the layout sets one.
    SIGN_TWICE = Warning "W0313" {
        ko: "글 앞의 `{sign}` 표시가 글자로 한 번 더 찍힙니다",
        en: "the `{sign}` before this text is printed as it is",
        help_ko: "그 표시를 지우세요. 글머리표는 판형이 넣습니다",
        help_en: "remove it: the layout sets bullets itself",
    }
}
