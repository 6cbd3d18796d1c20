//! What is said of tables.

use jikji_diagnostic::messages;

messages! {
    /// A table row of another length.
    ROW_LENGTH = Error "E0370" {
        ko: "표의 이 줄은 머리줄과 칸 수가 다릅니다",
        en: "this table row does not have as many cells as the header",
        help_ko: "칸을 {cells}개로 맞추세요. `|`를 글자로 쓰려면 `\\|`로 쓰고, 표 다음에는 빈 줄을 두세요",
        help_en: "make it {cells} cells; write `\\|` for the sign itself, and leave an empty line after the table",
    }
    /// A table with more columns than a page has room for.
    TABLE_WIDE = Error "E0373" {
        ko: "표의 칸이 한 줄에 20개를 넘습니다",
        en: "the table has more than 20 columns",
        help_ko: "표를 나누거나 행과 열을 바꾸세요. 더 넓은 표는 그림으로 넣을 수 있습니다",
        help_en: "part it, or turn rows into columns; a wider one can be a picture",
    }
    /// A sign that stands for a merged cell.
    MERGED_CELL = Error "E0376" {
        ko: "칸을 합치는 표시(`{mark}`)는 쓸 수 없습니다",
        en: "cells cannot be merged with `{mark}`",
        help_ko: "합쳤던 칸마다 같은 말을 되풀이해 쓰세요. 글자로 쓰려면 `\\{mark}`로 쓰세요",
        help_en: "write the same words again in each of the cells; write `\\{mark}` for the sign itself",
    }
    /// A table written as HTML.
    HTML_TABLE = Error "E0377" {
        ko: "HTML로 쓴 표는 쓸 수 없습니다",
        en: "tables written as HTML are not allowed",
        help_ko: "`| 구분 | 2024 |` 아래에 `|---|---|`를 두고 줄마다 `|`로 나누어 쓰세요. 합친 칸(rowspan, colspan)은 칸마다 같은 말을 되풀이해 쓰세요",
        help_en: "write `| item | 2024 |`, `|---|---|` under it, and rows parted by `|`; for merged cells (rowspan, colspan) write the same words again in each of the cells",
    }
    /// The caption of a table below it.
    CAPTION_BELOW = Error "E0378" {
        ko: "표 제목이 표 아래에 있습니다",
        en: "this caption stands below its table",
        help_ko: "`: 표 제목`은 표 바로 위로 옮기세요. 제목이 아니라 쌍점으로 시작하는 글이면 `\\:`로 쓰세요",
        help_en: "move `: caption` right above the table; if it is a text that begins with a colon, write `\\:`",
    }
    /// A table whose header and delimiter row disagree.
    BROKEN_TABLE = Error "E0371" {
        ko: "표가 완성되지 않았습니다",
        en: "this table is not complete",
        help_ko: "머리줄 바로 아래에 `{rule}` 줄을 두고 줄마다 {cells}칸으로 맞추세요. 표의 앞뒤에는 빈 줄을 둡니다",
        help_en: "put `{rule}` right below the header, make every row {cells:cell|cells}, and leave an empty line before and after the table",
    }
    /// A head of a table that says nothing.
    BLANK_HEAD = Warning "W0316" {
        ko: "표의 머리줄에 빈칸이 있습니다",
        en: "a cell of the table's header is empty",
        help_ko: "합친 칸이었다면 칸마다 `2024 상반기`, `2024 하반기`처럼 온전한 머리를 쓰세요. 화면 낭독기는 칸마다 그 머리를 읽어 줍니다",
        help_en: "if it was a merged cell, write the whole head over each column: a screen reader says it with every cell",
    }
    /// A row of a table that does not say what it is about.
    BLANK_FRONT = Warning "W0317" {
        ko: "표의 이 줄은 첫 칸이 비어 있습니다",
        en: "the first cell of this row is empty",
        help_ko: "위 칸과 합친 칸이었다면 위 칸의 말을 되풀이해 쓰세요. 화면 낭독기는 첫 칸으로 줄을 알려 줍니다",
        help_en: "if it was merged with the one above, write the same words again: a screen reader knows the row by it",
    }
}
