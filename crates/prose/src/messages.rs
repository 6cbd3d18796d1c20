//! What the `prose` room says.

mod house;
mod pasted;
mod pictures;
mod tables;

pub use house::*;
pub use pasted::*;
pub use pictures::*;
pub use tables::*;

use jikji_diagnostic::messages;

jikji_diagnostic::joined!(TEXT, house::ALL, pasted::ALL, pictures::ALL, tables::ALL);

messages! { TEXT:
    /// A text with nothing in it.
    EMPTY = Error "E0301" {
        ko: "글이 비어 있습니다",
        en: "this text is empty",
        help_ko: "내용을 쓰거나, 필요 없는 항목이면 통째로 지우세요",
        help_en: "write something, or remove the whole field if it is not needed",
    }
    /// An empty line inside a one-line text.
    BLANK_LINE = Error "E0302" {
        ko: "제목처럼 짧은 글 안에 빈 줄이 있습니다",
        en: "there is an empty line inside a short text",
        help_ko: "빈 줄을 지우세요. 줄을 바꾸려면 줄바꿈을 한 번만 쓰세요",
        help_en: "remove the empty line; a single line end breaks the line",
    }
    /// A private-use character without a known meaning.
    PRIVATE_USE = Error "E0303" {
        ko: "{code}: 한글(HWP) 같은 한 프로그램에서만 보이는 글자라서 쓸 수 없습니다",
        en: "{code} is a private-use character that only one program, such as HWP, can show",
        help_ko: "원래 문서에서 어떤 글자인지 보고 같은 뜻의 보통 글자로 바꾸세요",
        help_en: "look at the original document and type an ordinary character instead",
    }
    /// A private-use character whose ordinary form is known.
    PRIVATE_SIGN = Error "E0304" {
        ko: "{code}: 기호 글꼴(Wingdings)이나 한글(HWP)에서만 보이는 기호라서 쓸 수 없습니다",
        en: "{code} is a private-use sign that only a symbol font or HWP can show",
        help_ko: "대신 `{instead}` 문자를 쓰세요. 글머리표라면 줄 앞에 `- `를 쓰세요",
        help_en: "type `{instead}` instead; for a bullet, begin the line with `- `",
    }
    /// A control character.
    CONTROL = Error "E0305" {
        ko: "보이지 않는 제어 문자({code})가 들어 있습니다",
        en: "there is an invisible control character ({code})",
        help_ko: "그 자리의 글자를 지우고 다시 입력하세요",
        help_en: "delete what stands there and type it again",
    }
    /// A code point that is no character, or the replacement character.
    NO_CHARACTER = Error "E0306" {
        ko: "글자가 깨져 있습니다({code})",
        en: "a character is broken ({code})",
        help_ko: "원래 글자를 찾아 다시 입력하세요. 복사하면서 깨졌을 수 있습니다",
        help_en: "type the original character again; it may have been lost in copying",
    }
    /// U+2028 or U+2029.
    LINE_SEPARATOR = Error "E0307" {
        ko: "보통 줄바꿈이 아닌 특수 줄바꿈 문자({code})가 들어 있습니다",
        en: "there is a special line separator ({code}) instead of a line end",
        help_ko: "그 글자를 지우고 필요하면 줄을 바꾸세요",
        help_en: "delete it and press Enter where a line should end",
    }
    /// A character that reverses the text around it.
    BIDI = Error "E0308" {
        ko: "글의 방향을 뒤집는 보이지 않는 글자({code})가 들어 있습니다",
        en: "there is an invisible character ({code}) that reverses the text around it",
        help_ko: "그 자리의 글자를 지우고 다시 입력하세요",
        help_en: "delete what stands there and type it again",
    }

    /// A sign that stands for a common one.
    SIGN = Warning "W0314" {
        ko: "`{from}`({code}) 대신 `{to}`로 실었습니다: {count}곳",
        en: "`{from}` ({code}) was set as `{to}`: {count:place|places}",
        help_ko: "원고에서도 `{to}`로 바꾸어 쓰면 다시 알리지 않습니다",
        help_en: "write `{to}` in the manuscript and this is not said again",
    }
    /// Full-width letters, digits or punctuation.
    WIDE_LETTERS = Warning "W0315" {
        ko: "전각 문자입니다: `{wide}`",
        en: "full-width characters: `{wide}`",
        help_ko: "한/영 키나 전각/반각(Alt+=)을 확인하고 `{instead}`로 쓰세요",
        help_en: "write `{instead}`",
    }

    /// Raw HTML.
    RAW_HTML = Error "E0311" {
        ko: "HTML 태그는 쓸 수 없습니다",
        en: "HTML tags are not allowed",
        help_ko: "태그를 지우세요. 줄을 바꾸려면 줄 끝에 `\\`를 쓰세요(`<br>`은 표의 칸에만 씁니다). `<`를 글자로 쓰려면 `\\<`로 쓰세요",
        help_en: "remove the tag; a line is broken with `\\` at its end (`<br>` is for the cells of tables); write `\\<` for the sign itself",
    }
    /// A heading of another level.
    HEADING_LEVEL = Error "E0312" {
        ko: "소제목은 `## `로만 씁니다",
        en: "subheads are written with `## ` only",
        help_ko: "앞의 `#`을 두 개로 맞추세요. `#`을 글자로 쓰려면 `\\#`로 쓰세요",
        help_en: "use exactly two `#`; write `\\#` for the sign itself",
    }
    /// An ordered list.
    ORDERED_LIST = Error "E0313" {
        ko: "번호 목록은 쓸 수 없습니다",
        en: "numbered lists are not allowed",
        help_ko: "`- ` 글머리나 ①②③을 쓰세요. 날짜처럼 숫자와 점으로 시작하는 글이면 `2024\\. 5. 7.`처럼 첫 점 앞에 `\\`를 쓰세요",
        help_en: "use `- ` bullets or ①②③; for text that begins with a number and a dot, such as a date, write `2024\\. 5. 7.`",
    }
    /// A code span or a fenced block.
    CODE = Error "E0314" {
        ko: "코드 표시(`)는 쓸 수 없습니다",
        en: "code marks (`) are not allowed",
        help_ko: "`를 지우거나, 글자로 쓰려면 앞에 `\\`를 쓰세요. 작은따옴표는 ‘ ’입니다",
        help_en: "remove the backticks or put `\\` before them; single quotes are ‘ ’",
    }
    /// An indented code block.
    INDENTED = Error "E0315" {
        ko: "글 앞에 빈칸이 너무 많습니다",
        en: "this text is indented too far",
        help_ko: "줄 앞의 빈칸을 지우세요. 하위 글머리는 상위 글머리보다 두 칸만 들여 씁니다",
        help_en: "remove the spaces before the line; a nested bullet is indented by two",
    }
    /// A block quote.
    BLOCK_QUOTE = Error "E0316" {
        ko: "줄 앞의 `>`(인용문)는 쓸 수 없습니다",
        en: "block quotes (`>` before a line) are not allowed",
        help_ko: "`>`를 지우거나, 글자로 쓰려면 `\\>`로 쓰세요",
        help_en: "remove the `>`; write `\\>` for the sign itself",
    }
    /// A thematic break.
    RULE = Error "E0317" {
        ko: "가로줄은 쓸 수 없습니다",
        en: "rules are not allowed",
        help_ko: "이 줄을 지우세요",
        help_en: "remove this line",
    }
    /// A setext heading.
    SETEXT_HEADING = Error "E0318" {
        ko: "밑줄(`---`, `===`)로 쓴 제목은 쓸 수 없습니다",
        en: "headings underlined with `---` or `===` are not allowed",
        help_ko: "밑줄을 지우고 소제목 앞에 `## `를 쓰세요",
        help_en: "remove the underline and write `## ` before the subhead",
    }
    /// `~~struck~~`.
    STRIKETHROUGH = Error "E0319" {
        ko: "취소선(`~~`)은 쓸 수 없습니다",
        en: "strikethrough (`~~`) is not allowed",
        help_ko: "`~~`를 지우세요. 범위는 `~` 하나로 씁니다",
        help_en: "remove the `~~`; a range takes a single `~`",
    }
    /// A title on a link.
    LINK_TITLE = Error "E0320" {
        ko: "링크에는 설명을 붙일 수 없습니다",
        en: "links take no title",
        help_ko: "`[글](주소)`처럼 주소만 남기세요",
        help_en: "keep only the address: `[text](address)`",
    }
    /// A link reference definition.
    REFERENCE = Error "E0321" {
        ko: "따로 적은 링크 주소(`[이름]: 주소`)는 쓸 수 없습니다",
        en: "link addresses written apart (`[name]: address`) are not allowed",
        help_ko: "`[글](주소)`처럼 링크 안에 쓰세요. 주석이라면 `[^이름]: …`입니다",
        help_en: "write the address in the link: `[text](address)`; a note is `[^name]: …`",
    }
    /// A task list item.
    TASK = Error "E0322" {
        ko: "체크 상자(`[ ]`)는 쓸 수 없습니다",
        en: "check boxes (`[ ]`) are not allowed",
        help_ko: "지우세요. 글머리표는 판형이 넣습니다",
        help_en: "remove it; the layout sets bullets itself",
    }
    /// Any other construct of the parser.
    UNKNOWN = Error "E0323" {
        ko: "쓸 수 없는 표시입니다",
        en: "this markup is not allowed",
        help_ko: "강조, 링크, `## ` 소제목, `- ` 글머리, 주석, 이미지, 표만 쓸 수 있습니다",
        help_en: "use only emphasis, links, `## ` subheads, `- ` lists, notes, images and tables",
    }

    /// A `*` or `_` run that was not paired.
    UNCLOSED_EMPHASIS = Error "E0330" {
        ko: "강조 표시 `{mark}`의 짝이 없습니다",
        en: "the emphasis mark `{mark}` has no partner",
        help_ko: "앞뒤로 `{mark}`를 붙여 쓰거나, 글자로 쓰려면 `\\`를 앞에 쓰세요",
        help_en: "put `{mark}` directly on both sides, or write `\\` before the sign itself",
    }
    /// A pair that punctuation keeps from closing (CommonMark, flanking delimiter runs).
    EMPHASIS_AT_PUNCTUATION = Error "E0331" {
        ko: "강조 표시 `{mark}`가 문장 부호와 글자 사이에 있어 짝을 이루지 못합니다",
        en: "the emphasis mark `{mark}` stands between punctuation and a letter and does not pair",
        help_ko: "따옴표와 괄호를 강조 밖으로 내거나 조사까지 강조하세요. 예: `**‘라마’**를` 대신 `‘**라마**’를` 또는 `**‘라마’를**`",
        help_en: "move quotes and brackets outside (`‘**word**’s`, not `**‘word’**s`), or emphasise the whole word",
    }
    /// Emphasis and links nested too deeply.
    TOO_NESTED = Error "E0332" {
        ko: "강조와 링크가 너무 여러 겹입니다",
        en: "emphasis and links are nested too deeply",
        help_ko: "겹친 표시를 줄이세요",
        help_en: "use fewer of them inside each other",
    }
    /// `](` left as text.
    BROKEN_LINK = Error "E0333" {
        ko: "링크나 이미지가 완성되지 않았습니다",
        en: "this link or image is not complete",
        help_ko: "`[글](주소)`처럼 쓰고 주소의 빈칸은 `%20`으로 쓰세요. 글자로 쓰려면 `\\[`로 쓰세요",
        help_en: "write `[text](address)`, with `%20` for a space; write `\\[` for the sign itself",
    }
    /// An address that may not be linked.
    LINK_SCHEME = Error "E0334" {
        ko: "링크할 수 없는 주소입니다: {url}",
        en: "this address cannot be linked: {url}",
        help_ko: "`https://`, `http://`, `mailto:`로 시작하는 온전한 주소를 쓰세요",
        help_en: "write a whole address that begins with `https://`, `http://` or `mailto:`",
    }
    /// A link without text.
    EMPTY_LINK = Error "E0335" {
        ko: "링크에 보일 글이 없습니다",
        en: "this link shows no text",
        help_ko: "`[글](주소)`의 대괄호 안에 글을 쓰세요",
        help_en: "write the text between the brackets of `[text](address)`",
    }

    /// A mark whose note is not written.
    NOTE_MISSING = Error "E0340" {
        ko: "주석 표시 {mark}의 내용이 없습니다",
        en: "the note {mark} is not written",
        help_ko: "이 글 끝에 빈 줄을 두고 `{mark}: 주석 내용`을 쓰세요",
        help_en: "add `{mark}: its text` at the end of this text, after an empty line",
    }
    /// A note that no mark points to.
    MARK_MISSING = Error "E0341" {
        ko: "주석 {mark}에 해당하는 표시가 본문에 없습니다",
        en: "no mark in the text points to the note {mark}",
        help_ko: "설명할 낱말 바로 뒤에 `{mark}`를 쓰거나 주석을 지우세요",
        help_en: "write `{mark}` right after the word it explains, or remove the note",
    }
    /// Two marks for one note.
    MARK_TWICE = Error "E0342" {
        ko: "주석 표시 {mark:이} 두 번 쓰였습니다",
        en: "the note mark {mark} is used twice",
        help_ko: "하나를 지우거나, 이름이 다른 주석을 하나 더 쓰세요",
        help_en: "remove one of them, or write another note with its own name",
    }
    /// Two notes of one name.
    NOTE_TWICE = Error "E0343" {
        ko: "주석 {mark:이} 두 번 정의되었습니다",
        en: "the note {mark} is written twice",
        help_ko: "하나를 지우거나 이름을 바꾸세요",
        help_en: "remove one of them, or change its name",
    }
    /// A note with nothing in it.
    EMPTY_NOTE = Error "E0346" {
        ko: "주석 {mark}의 글이 비어 있습니다",
        en: "the note {mark} says nothing",
        help_ko: "`{mark}:` 뒤에 글을 쓰거나, 이 줄과 본문의 {mark:을} 함께 지우세요",
        help_en: "write it after `{mark}:`, or remove this line and the mark {mark} in the text",
    }
    /// A note of more than one paragraph.
    NOTE_BLOCKS = Error "E0344" {
        ko: "주석은 한 문단으로만 쓸 수 있습니다",
        en: "a note is one paragraph",
        help_ko: "목록, 표, 그림과 둘째 문단을 주석 밖으로 옮기세요",
        help_en: "move lists, tables, images and further paragraphs out of the note",
    }
    /// A mark where no note can be shown.
    MARK_NOT_HERE = Error "E0345" {
        ko: "여기에는 주석을 달 수 없습니다",
        en: "a note cannot be marked here",
        help_ko: "주석은 본문의 문단, 글머리, 소제목에만 답니다",
        help_en: "notes belong to the body's paragraphs, list items and subheads",
    }

    /// A list nested too deeply.
    LIST_TOO_DEEP = Error "E0350" {
        ko: "글머리는 세 단계까지만 쓸 수 있습니다",
        en: "lists have three levels at most",
        help_ko: "줄 앞의 빈칸을 줄여 단계를 올리세요",
        help_en: "indent the line less to raise its level",
    }
    /// A list item without text of its own.
    EMPTY_ITEM = Error "E0351" {
        ko: "글머리에 글이 없습니다",
        en: "this list item has no text",
        help_ko: "`- ` 뒤에 글을 쓰거나 이 줄을 지우세요",
        help_en: "write text after `- `, or remove the line",
    }
    /// An item with more than one paragraph and nested lists.
    ITEM_BLOCKS = Error "E0352" {
        ko: "글머리 하나에는 한 문단과 하위 글머리만 쓸 수 있습니다",
        en: "a list item is one paragraph and its nested lists",
        help_ko: "새 글머리로 나누거나, 줄 앞의 빈칸을 지워 목록 밖으로 옮기세요",
        help_en: "make it an item of its own, or move it out of the list",
    }
    /// Blocks in a one-paragraph field.
    ONE_PARAGRAPH = Error "E0353" {
        ko: "여기에는 한 문단만 쓸 수 있습니다",
        en: "this field takes one paragraph only",
        help_ko: "빈 줄, 글머리(`- `), 소제목(`## `), 표, 그림 없이 이어 쓰세요",
        help_en: "write it without empty lines, bullets, subheads, tables or images",
    }

    /// A tab.
    TAB = Warning "W0301" {
        ko: "탭 문자가 있어 빈칸으로 바꾸었습니다",
        en: "a tab was changed to a space",
        help_ko: "탭 대신 빈칸을 쓰세요",
        help_en: "type spaces instead of tabs",
    }
    /// An invisible character that was removed.
    INVISIBLE = Warning "W0302" {
        ko: "보이지 않는 글자({code})가 있어 뺐습니다",
        en: "an invisible character ({code}) was left out",
        help_ko: "그 자리의 글자를 지우고 다시 입력하면 사라집니다",
        help_en: "delete what stands there and type it again",
    }
    /// A space of another width.
    ODD_SPACE = Warning "W0303" {
        ko: "보통 빈칸이 아닌 공백({code})이 있어 빈칸으로 바꾸었습니다",
        en: "an unusual space ({code}) was changed to an ordinary one",
        help_ko: "빈칸을 다시 입력하세요",
        help_en: "type the space again",
    }
    /// A halfwidth jamo.
    HALFWIDTH = Warning "W0304" {
        ko: "반각 한글 자모 {from:이} 있어 {to:으로} 바꾸었습니다",
        en: "the halfwidth jamo {from} was changed to {to}",
        help_ko: "그 자리의 글자를 다시 입력하세요",
        help_en: "type the letter again",
    }
    /// A straight quote.
    STRAIGHT_QUOTE = Warning "W0305" {
        ko: "곧은따옴표({mark})가 있습니다",
        en: "there is a straight quote ({mark})",
        help_ko: "앞뒤를 구별하는 {instead} 따옴표를 쓰세요",
        help_en: "use curly quotes: {instead}",
    }
    /// A quote without its partner.
    UNPAIRED_QUOTE = Warning "W0306" {
        ko: "{mark}의 짝이 없습니다",
        en: "{mark} has no partner",
        help_ko: "같은 문단 안에 {instead:을} 쓰거나 지우세요",
        help_en: "add {instead} in the same paragraph, or remove it",
    }
}
