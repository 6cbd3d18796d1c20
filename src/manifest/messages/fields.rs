//! What is said about the fields of a manifest.

use jikji_diagnostic::messages;

messages! {
    /// A key that is not known, but near a known one.
    UNKNOWN_FIELD_NEAR = Error "E0201" {
        ko: "{owner}에 {field:이라}는 항목은 없습니다",
        en: "{owner} has no field {field}",
        help_ko: "{near:을} 잘못 적은 것 같습니다. 쓸 수 있는 항목: {known}",
        help_en: "perhaps {near} is meant; known are {known}",
    }
    /// A key that is not known.
    UNKNOWN_FIELD = Error "E0202" {
        ko: "{owner}에 {field:이라}는 항목은 없습니다",
        en: "{owner} has no field {field}",
        help_ko: "이 줄을 지우세요. 쓸 수 있는 항목: {known}",
        help_en: "take it out; known are {known}",
    }
    /// A key that must be there.
    MISSING = Error "E0203" {
        ko: "{owner}에 {field} 항목이 빠졌습니다",
        en: "{owner} lacks {field}",
        help_ko: "{field} 항목을 넣으세요",
        help_en: "add {field}",
    }
    /// Not a text.
    WANTS_TEXT = Error "E0204" {
        ko: "{field}에는 글이 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a text, not {found}",
        help_ko: "글은 따옴표로 감싸서 하나만 적으세요",
        help_en: "write one text between quotes",
    }
    /// Not a whole number.
    WANTS_WHOLE = Error "E0205" {
        ko: "{field}에는 정수가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a whole number, not {found}",
        help_ko: "따옴표와 소수점 없이 {example}처럼 적으세요",
        help_en: "write it as {example}, without quotes and decimals",
    }
    /// Not a number.
    WANTS_NUMBER = Error "E0206" {
        ko: "{field}에는 수가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a number, not {found}",
        help_ko: "따옴표와 단위 없이 38이나 3.5처럼 적으세요",
        help_en: "write it as 38 or 3.5, without quotes and unit",
    }
    /// Not true or false.
    WANTS_BOOLEAN = Error "E0207" {
        ko: "{field}에는 true나 false가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes true or false, not {found}",
        help_ko: "따옴표 없이 true 또는 false로 적으세요",
        help_en: "write true or false, without quotes",
    }
    /// Not a date.
    WANTS_DATE = Error "E0208" {
        ko: "{field}에는 날짜가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a date, not {found}",
        help_ko: "따옴표 없이 2024-03-21처럼 적으세요",
        help_en: "write it as 2024-03-21, without quotes",
    }
    /// Not a list.
    WANTS_LIST = Error "E0209" {
        ko: "{field}에는 목록이 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a list, not {found}",
        help_ko: "하나뿐이라도 [ ] 안에 적고, 값과 값 사이에 쉼표를 넣으세요",
        help_en: "put it into [ ], even a single one, with commas between",
    }
    /// One table where several are meant.
    WANTS_TABLES = Error "E0243" {
        ko: "{field:은} 여러 개일 수 있어서 대괄호를 두 겹으로 적습니다",
        en: "there can be several {field}, so it is written with double brackets",
        help_ko: "`[parts]`가 아니라 `[[parts]]`처럼 적고, 그 아래의 표도 `[[parts.sections]]`처럼 적으세요",
        help_en: "write `[[parts]]`, not `[parts]`, and the tables below it as `[[parts.sections]]`",
    }
    /// Not a table.
    WANTS_TABLE = Error "E0210" {
        ko: "{field}에는 여러 항목의 묶음이 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a group of fields, not {found}",
        help_ko: "중괄호 안에 `이름 = 값`을 쉼표로 이어 적으세요",
        help_en: "write `name = value` pairs between braces, with commas between",
    }
    /// A date written as a text.
    DATE_IN_QUOTES = Error "E0211" {
        ko: "날짜를 따옴표로 감쌌습니다: {found}",
        en: "the date stands between quotes: {found}",
        help_ko: "{field}는 따옴표 없이 2024-03-21처럼 적으세요",
        help_en: "write {field} as 2024-03-21, without quotes",
    }
    /// A date with a time or an offset.
    DATE_WITH_TIME = Error "E0212" {
        ko: "{found}에는 날짜 말고 시각이 들어 있습니다",
        en: "{found} is more than a day",
        help_ko: "{field}는 시각 없이 2024-03-21처럼 적으세요",
        help_en: "write {field} as 2024-03-21, without a time",
    }
    /// A list with too few values.
    LIST_SHORT = Error "E0213" {
        ko: "{field} 목록에 값이 {count}개 있습니다. {least}개 이상이어야 합니다",
        en: "{field} has {count} values; the fewest is {least}",
        help_ko: "값을 더 적으세요",
        help_en: "add values",
    }
    /// A list with too many values.
    LIST_LONG = Error "E0214" {
        ko: "{field} 목록에 값이 {count}개 있습니다. {most}개까지입니다",
        en: "{field} has {count} values; the most is {most}",
        help_ko: "여기서부터 줄이거나 합치세요",
        help_en: "from here on, take some out or join them",
    }
    /// A text that says nothing.
    BLANK = Error "E0215" {
        ko: "{field:이} 비어 있습니다",
        en: "{field} is empty",
        help_ko: "글을 적거나, 꼭 있어야 하는 항목이 아니면 지우세요",
        help_en: "write something, or take it out if it may be left out",
    }
    /// No description of an image or a chart.
    ALT_BLANK = Error "E0245" {
        ko: "그림 설명({field})이 비어 있습니다",
        en: "the description {field} is empty",
        help_ko: "그림을 볼 수 없는 독자에게 화면 낭독기가 읽어 줍니다. 그림에 무엇이 보이는지 한두 문장으로 적으세요",
        help_en: "a screen reader says it to readers who cannot see the picture: write in a sentence or two what it shows",
    }
    /// No month.
    MONTH = Error "E0216" {
        ko: "{found}월은 없습니다",
        en: "there is no month {found}",
        help_ko: "1부터 12까지의 수를 적으세요",
        help_en: "write a number from 1 to 12",
    }
    /// A year that cannot be meant.
    YEAR = Error "E0217" {
        ko: "연도가 이상합니다: {found}",
        en: "the year cannot be right: {found}",
        help_ko: "네 자리 연도를 확인하세요",
        help_en: "check the four digits of the year",
    }
    /// An issue without parts.
    NO_PARTS = Error "E0218" {
        ko: "호에 부(`[[parts]]`)가 하나도 없습니다",
        en: "the issue has no parts",
        help_ko: "`[[parts]]` 아래에 title과 entries를 적으세요",
        help_en: "add `[[parts]]` with a title and entries",
    }
    /// A part without sections and entries.
    EMPTY_PART = Error "E0219" {
        ko: "이 부에 아무것도 없습니다",
        en: "this part is empty",
        help_ko: "`[[parts.sections]]`나 `[[parts.entries]]`를 넣거나 이 부를 지우세요",
        help_en: "add `[[parts.sections]]` or `[[parts.entries]]`, or take the part out",
    }
    /// A section without entries.
    EMPTY_SECTION = Error "E0220" {
        ko: "이 절에 글이 하나도 없습니다",
        en: "this section has no entries",
        help_ko: "`[[parts.sections.entries]]`를 넣거나 이 절을 지우세요",
        help_en: "add `[[parts.sections.entries]]`, or take the section out",
    }
    /// Two entries of one title.
    SAME_TITLE = Error "E0221" {
        ko: "제목이 같은 글이 또 있습니다: ‘{title}’",
        en: "another entry has the same title: ‘{title}’",
        help_ko: "어느 한쪽의 제목을 고치거나, 두 번 붙여 넣은 글을 지우세요",
        help_en: "change one of the titles, or take the repeated entry out",
    }
    /// A kind the layout does not have, but near one.
    UNKNOWN_KIND_NEAR = Error "E0222" {
        ko: "{layout} 레이아웃에는 {found:이라}는 종류가 없습니다",
        en: "the layout {layout} has no kind {found}",
        help_ko: "{near:을} 잘못 적은 것 같습니다. 쓸 수 있는 종류: {known}",
        help_en: "perhaps {near} is meant; known are {known}",
    }
    /// A kind the layout does not have.
    UNKNOWN_KIND = Error "E0223" {
        ko: "{layout} 레이아웃에는 {found:이라}는 종류가 없습니다",
        en: "the layout {layout} has no kind {found}",
        help_ko: "쓸 수 있는 종류: {known}",
        help_en: "known are {known}",
    }
    /// A word that is not among the choices.
    NOT_A_CHOICE = Error "E0224" {
        ko: "{field}에 {found:은} 쓸 수 없습니다",
        en: "{field} cannot be {found}",
        help_ko: "쓸 수 있는 값: {known}",
        help_en: "known are {known}",
    }
    /// An address that does not begin as one.
    ADDRESS_SCHEME = Error "E0225" {
        ko: "{found}: 주소가 http://, https://, mailto: 가운데 하나로 시작하지 않습니다",
        en: "{found} does not begin with http://, https:// or mailto:",
        help_ko: "`https://`부터 전체 주소를 적으세요",
        help_en: "write the whole address, from `https://` on",
    }
    /// An address that is damaged.
    ADDRESS_FORM = Error "E0226" {
        ko: "{found}: 주소의 형식이 맞지 않습니다",
        en: "{found} is not a valid address",
        help_ko: "빈칸이나 빠진 글자가 없는지 확인하고 브라우저의 주소를 그대로 붙여 넣으세요",
        help_en: "look for spaces and missing letters; paste it from the browser",
    }
    /// A value below zero in a chart.
    NEGATIVE = Error "E0227" {
        ko: "차트의 값이 0보다 작습니다: {found}",
        en: "a value of the chart is below zero: {found}",
        help_ko: "0 이상의 수를 적으세요",
        help_en: "write zero or more",
    }
    /// A chart with too few or too many points.
    CHART_POINTS = Error "E0228" {
        ko: "차트에 값이 {count}개 있습니다. {least}개부터 {most}개까지 그릴 수 있습니다",
        en: "the chart has {count} points; it takes {least} to {most}",
        help_ko: "작은 값들을 ‘기타’로 합치거나 표로 바꾸세요",
        help_en: "join small ones, or use a table",
    }
    /// A chart with too little to compare.
    CHART_BARE = Error "E0246" {
        ko: "차트에 값이 {count}개 있습니다. 적어도 {least}개가 있어야 견줄 수 있습니다",
        en: "the chart has {count:point|points}; at least {least} can be compared",
        help_ko: "값을 더하거나, 차트 대신 본문에 그 수를 적으세요",
        help_en: "add points, or write the number into the text instead of a chart",
    }
    /// Shares that do not make a whole.
    SHARE_SUM = Warning "W0229" {
        ko: "비율의 합이 100%가 아니라 {sum}%입니다",
        en: "the shares add up to {sum} %, not 100 %",
        help_ko: "수를 확인하세요. 반올림 때문이면 1%까지는 괜찮습니다",
        help_en: "check the numbers; a difference up to 1 % is taken for rounding",
    }
    /// A span of days that is written another way.
    PERIOD_FORM = Error "E0230" {
        ko: "{found}: 기간을 읽을 수 없습니다",
        en: "{found} is not a span of days",
        help_ko: "`2024.7.21`, `2024.7.21~27`, `2024.7.21~8.3`, `2024.12.30~2025.1.2` 가운데 하나처럼 적으세요",
        help_en: "write it as `2024.7.21`, `2024.7.21~27`, `2024.7.21~8.3` or `2024.12.30~2025.1.2`",
    }
    /// A span with a day that does not exist.
    PERIOD_DAY = Error "E0231" {
        ko: "{found}: 달력에 없는 날이 있습니다",
        en: "{found} has a day that is not in the calendar",
        help_ko: "월과 일을 확인하세요",
        help_en: "check month and day",
    }
    /// A span that ends before it begins.
    PERIOD_BACKWARDS = Error "E0232" {
        ko: "{found}: 끝나는 날이 시작하는 날보다 앞섭니다",
        en: "{found} ends before it begins",
        help_ko: "두 날의 순서를 확인하세요. 해를 넘기면 `2024.12.30~2025.1.2`처럼 연도도 적으세요",
        help_en: "check the order; over the turn of the year write both years",
    }
    /// A row of a table that is not as long as the header.
    ROW_LENGTH = Error "E0233" {
        ko: "표의 이 줄에 칸이 {count}개 있습니다. 머리 줄은 {columns}칸입니다",
        en: "this row has {count} cells; the header has {columns}",
        help_ko: "칸 수를 맞추세요. 빈칸은 빈 따옴표로 적습니다",
        help_en: "make them equal; an empty cell is a pair of quotes",
    }
    /// A slug that is no safe file name.
    SLUG = Error "E0234" {
        ko: "slug에 쓸 수 없는 글자가 있습니다: {found}",
        en: "the slug {found} has characters it cannot have",
        help_ko: "영문 소문자와 숫자를 붙임표 하나로 이어 `spri-ai-brief-2024-05`처럼 적으세요",
        help_en: "write small letters and digits with single hyphens, as `spri-ai-brief-2024-05`",
    }
    /// A slug that is too long.
    SLUG_LONG = Error "E0247" {
        ko: "slug가 {count}자입니다. {most}자까지 쓸 수 있습니다",
        en: "the slug has {count} characters; the most is {most}",
        help_ko: "파일 이름이 되므로 `spri-ai-brief-2024-05`처럼 짧게 적으세요",
        help_en: "it becomes the files' name: keep it short, as `spri-ai-brief-2024-05`",
    }
    /// Not a length.
    LENGTH = Error "E0235" {
        ko: "{field}의 길이를 읽을 수 없습니다: {found}",
        en: "{field} is not a length: {found}",
        help_ko: "`3mm`처럼 수와 단위(mm, cm, pt, in)를 붙여 적으세요",
        help_en: "write a number and a unit (mm, cm, pt, in), such as `3mm`",
    }
    /// A bleed that is no length or out of bounds.
    BLEED = Error "E0236" {
        ko: "도련을 읽을 수 없습니다: {found}",
        en: "the bleed cannot be {found}",
        help_ko: "0mm부터 20mm까지, 보통 `3mm`로 적으세요",
        help_en: "write 0mm to 20mm, usually `3mm`",
    }
    /// A paper size that is not known or out of bounds.
    PAPER_SIZE = Error "E0237" {
        ko: "판형을 읽을 수 없습니다: {found}",
        en: "the trim size cannot be {found}",
        help_ko: "`148mm x 210mm`처럼 적거나 이름으로 적으세요: {known}",
        help_en: "write it as `148mm x 210mm`, or by name: {known}",
    }
    /// A language that is no code.
    LANGUAGE = Error "E0238" {
        ko: "언어 부호가 아닙니다: {found}",
        en: "{found} is not a language code",
        help_ko: "한국어는 `ko`, 영어는 `en`처럼 소문자 두세 자로 적으세요",
        help_en: "write two or three small letters, such as `ko` or `en`",
    }
    /// A number of copies that cannot be.
    QUANTITY = Error "E0239" {
        ko: "부수가 이상합니다: {found}",
        en: "the number of copies cannot be {found}",
        help_ko: "1부터 {most}까지의 수를 적으세요",
        help_en: "write a number from 1 to {most}",
    }
    /// A word that is near one of the choices.
    NOT_A_CHOICE_NEAR = Error "E0241" {
        ko: "{field}에 {found:은} 쓸 수 없습니다",
        en: "{field} cannot be {found}",
        help_ko: "{near:을} 잘못 적은 것 같습니다. 쓸 수 있는 값: {known}",
        help_en: "perhaps {near} is meant; known are {known}",
    }
    /// So many problems that the rest was not read.
    MORE_PROBLEMS = Error "E0242" {
        ko: "고칠 곳이 {count}군데를 넘어서 나머지는 살펴보지 않았습니다",
        en: "there are more than {count} problems; the rest was not read",
        help_ko: "위의 것부터 고치고 다시 실행하세요",
        help_en: "mend the first ones and run again",
    }
}
