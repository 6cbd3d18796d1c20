//! What is said about the fields of a manifest.

use jikji_diagnostic::messages;

messages! {
    /// A text where a picture, a source or a chart is wanted.
    WANTS_FIELDS = Error "E0248" {
        ko: "{found} 하나로는 모자랍니다",
        en: "{found} alone does not say enough",
        help_ko: "중괄호 안에 {example}처럼 적으세요",
        help_en: "write it between braces, as {example}",
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
    /// Months that are not two, or the last before the first.
    MONTHS = Error "E0272" {
        ko: "합호의 달은 첫 달과 끝 달 둘을 차례로 적습니다",
        en: "a combined number has a first and a last month, in this order",
        help_ko: "5·6월호는 `month = [5, 6]`으로, 5월호는 `month = 5`로 적으세요",
        help_en: "write `month = [5, 6]` for May and June, `month = 5` for May",
    }
    /// A day of publication in another month.
    PUBLISHED_FAR = Warning "W0273" {
        ko: "발행일 {found:이} {year}년 {months}월호와 보름 넘게 떨어져 있습니다",
        en: "{found} is more than half a month away from the number, {year}-{months}",
        help_ko: "지난 호의 날짜가 남아 있지 않은지 확인하세요. 맞으면 그대로 두어도 됩니다",
        help_en: "see whether it is the last number's date; leave it if it is right",
    }
    /// A number that is marked as unfinished.
    UNFINISHED = Warning "W0276" {
        ko: "아직 온전하지 않은 호입니다: {what}",
        en: "the number is marked as unfinished: {what}",
        help_ko: "모자란 것을 채운 뒤 `unfinished` 줄을 지우세요",
        help_en: "once it is whole, take the line `unfinished = …` out",
    }
    /// A count that is none.
    NO_COUNT = Error "E0274" {
        ko: "{found:은} 차례를 나타내는 수가 아닙니다",
        en: "{found} does not count anything",
        help_ko: "1부터 99999까지의 수를 따옴표 없이 적으세요",
        help_en: "write a number from 1 to 99999, without quotes",
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
        help_ko: "0 이상의 수를 적거나, kind를 `\"bars\"`나 `\"columns\"`로 바꾸세요. 그 막대는 0의 양쪽으로 뻗습니다",
        help_en: "parts of a whole cannot be: write zero or more, or change kind to `\"bars\"` or `\"columns\"`, which run to both sides of zero",
    }
    /// A chart with too few or too many points.
    CHART_POINTS = Error "E0228" {
        ko: "차트에 값이 {count}개 있습니다. {least}개부터 {most}개까지 그릴 수 있습니다",
        en: "the chart has {count} points; it takes {least} to {most}",
        help_ko: "작은 값들을 ‘기타’로 합치거나 표로 바꾸세요",
        help_en: "join small ones, or use a table",
    }
    /// Both forms of a chart's numbers.
    CHART_FORMS = Error "E0280" {
        ko: "차트의 값이 두 가지 꼴로 적혀 있습니다",
        en: "the numbers of the chart are written in two forms",
        help_ko: "`data` 하나만 남기거나, `data`를 지우고 `labels`와 `series`를 남기세요",
        help_en: "keep `data` alone, or take it out and keep `labels` and `series`",
    }
    /// A chart of too many series.
    SERIES_MANY = Error "E0281" {
        ko: "차트에 계열이 {count}개 있습니다. {most}개까지 그릴 수 있습니다",
        en: "the chart has {count} series; the most is {most}",
        help_ko: "여기서부터 빼거나 합치거나, 차트를 둘로 나누세요",
        help_en: "from here on take some out or join them, or make two charts",
    }
    /// Shares of more than one whole.
    SHARE_SERIES = Error "E0282" {
        ko: "띠 하나(`share`)에는 계열을 하나만 그립니다",
        en: "one bar of shares shows one series",
        help_ko: "계열을 하나만 남기거나, kind를 `\"stacked-bars\"`로 바꾸세요",
        help_en: "keep one series, or change kind to `\"stacked-bars\"`",
    }
    /// A series of another length.
    SERIES_LENGTH = Error "E0283" {
        ko: "이 계열은 값이 {count}개이고 `labels`는 {points}개입니다",
        en: "this series has {count:value|values}, and there are {points} labels",
        help_ko: "수를 맞추세요. 값이 없는 이름은 `labels`와 다른 계열에서도 빼세요",
        help_en: "make them equal; a label without a value is taken out of `labels` and of the other series too",
    }
    /// A pasted chart without tabs.
    CHART_TABS = Error "E0284" {
        ko: "차트 값의 첫 줄에 탭이 없어 칸을 나눌 수 없습니다",
        en: "the first line of the chart's numbers has no tab to part its cells",
        help_ko: "엑셀에서 표를 복사해 그대로 붙여 넣거나, `data`를 지우고 `labels`와 `series`로 적으세요",
        help_en: "paste the table as it is copied from a spreadsheet, or take `data` out and write `labels` and `series`",
    }
    /// A line of a pasted chart that is not as long as the first.
    CHART_ROW = Error "E0285" {
        ko: "이 줄에 칸이 {count}개 있습니다. 첫 줄은 {columns}칸입니다",
        en: "this line has {count:cell|cells}; the first has {columns}",
        help_ko: "칸 수를 첫 줄과 맞추세요. 칸과 칸 사이에 탭 하나를 둡니다",
        help_en: "make them equal, with one tab between cells",
    }
    /// A cell of a pasted chart that is no number.
    CHART_NUMBER = Error "E0286" {
        ko: "{found:은} 수가 아닙니다",
        en: "{found} is no number",
        help_ko: "`1,234.5`, `38%`, `-3`처럼 적으세요. 값이 없는 줄은 빼세요",
        help_en: "write it as `1,234.5`, `38%` or `-3`; take out a line without a value",
    }
    /// A pasted chart with a name left out.
    CHART_BLANK = Error "E0287" {
        ko: "차트 값의 이름이 빠진 칸이 있습니다",
        en: "a name among the chart's numbers is left out",
        help_ko: "첫 줄에는 계열의 이름을, 줄마다 첫 칸에는 그 줄의 이름을 적으세요",
        help_en: "the first line has the names of the series, and the first cell of each line its name",
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
    /// A period that is written another way.
    PERIOD_FORM = Error "E0230" {
        ko: "{found}: 기간을 읽을 수 없습니다",
        en: "{found} cannot be read as a period",
        help_ko: "`2024.7.21~27`, `2025.6.30.(월) 14:00 ~ 7.2.(수)`, `2025년 6월`, `미정`처럼 적거나, \
                  적은 대로 보이려면 {free:으로} 적으세요",
        help_en: "write it as `2024.7.21~27`, `2025.6.30.(월) 14:00 ~ 7.2.(수)`, `2025년 6월` or `미정`; \
                  what is to be shown as it is, as {free}",
    }
    /// Month and day without a year.
    PERIOD_YEAR = Error "E0270" {
        ko: "{found}: 연도가 없습니다",
        en: "{found} says no year",
        help_ko: "`2025.6.30`처럼 첫 날짜 앞에 연도를 적으세요",
        help_en: "put the year before the first date, as in `2025.6.30`",
    }
    /// Month and day without a year, taken for the next such day.
    YEAR_ASSUMED = Warning "W0275" {
        ko: "{found}: 연도가 없어 {year}년으로 보았습니다",
        en: "{found} says no year; it was taken for {year}",
        help_ko: "맞더라도 첫 날짜 앞에 연도를 적으세요",
        help_en: "put the year before the first date, even where this is right",
    }
    /// A day that falls on another day of the week.
    WEEKDAY = Warning "W0271" {
        ko: "{found}: {day:은} {named:이} 아니라 {weekday}입니다",
        en: "{found}: {day} is a {weekday}, not a {named}",
        help_ko: "날짜와 요일 가운데 틀린 것을 고치세요",
        help_en: "correct the date or the day of the week",
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
    /// So many problems that the rest was not read.
    MORE_PROBLEMS = Error "E0242" {
        ko: "고칠 곳이 {count}군데를 넘어서 나머지는 살펴보지 않았습니다",
        en: "there are more than {count} problems; the rest was not read",
        help_ko: "위의 것부터 고치고 다시 실행하세요",
        help_en: "mend the first ones and run again",
    }
}
