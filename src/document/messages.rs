//! What is said of files as such and of TOML, before anybody asks what its keys mean. Arguments that quote
//! the author come with their backticks.

mod names;
mod signs;

pub use names::*;
pub use signs::*;

use jikji_diagnostic::{Words, messages};

jikji_diagnostic::joined!(SYNTAX, signs::ALL);

messages! { SYNTAX:
    /// UTF-16, with or without its mark.
    UTF16 = Error "E0104" {
        ko: "{file}의 인코딩이 {order}입니다. UTF-8만 읽을 수 있습니다",
        en: "{file} is {order}; only UTF-8 is read",
        help_ko: "메모장에서는 [파일 > 다른 이름으로 저장]에서 인코딩을 ‘UTF-8’로, 한글(HWP)에서는 ‘텍스트 문서’로 저장하면서 문자 코드를 ‘유니코드(UTF-8)’로 고르세요",
        help_en: "in Notepad choose File > Save As and the encoding UTF-8; in Hangul (HWP) save as text with the character code Unicode (UTF-8)",
    }
    /// CP949, which holds EUC-KR.
    CP949 = Error "E0105" {
        ko: "{file}의 인코딩이 CP949(EUC-KR)입니다. {line}번째 줄 {column}번째 글자부터 UTF-8이 아닙니다",
        en: "{file} is CP949 (EUC-KR), not UTF-8, from line {line}, column {column} on",
        help_ko: "메모장에서는 [파일 > 다른 이름으로 저장]에서 인코딩을 ‘UTF-8’로, 한글(HWP)에서는 ‘텍스트 문서’로 저장하면서 문자 코드를 ‘유니코드(UTF-8)’로 고르세요",
        help_en: "in Notepad choose File > Save As and the encoding UTF-8; in Hangul (HWP) save as text with the character code Unicode (UTF-8)",
    }
    /// Bytes that are no UTF-8.
    NOT_UTF8 = Error "E0106" {
        ko: "{file}의 {line}번째 줄 {column}번째 글자가 UTF-8이 아닙니다",
        en: "line {line}, column {column} of {file} is not UTF-8",
        help_ko: "파일이 깨졌는지 확인하세요. 메모장에서는 [파일 > 다른 이름으로 저장]에서 인코딩을 ‘UTF-8’로, 한글(HWP)에서는 ‘텍스트 문서’로 저장하면서 문자 코드를 ‘유니코드(UTF-8)’로 고르세요",
        help_en: "check whether the file is damaged; in Notepad choose File > Save As and the encoding UTF-8; in Hangul (HWP) save as text with the character code Unicode (UTF-8)",
    }
    /// A file the issue names is too large.
    FILE_LARGE = Error "E0107" {
        ko: "{path}의 크기가 {size}라서 읽지 않았습니다. {most}까지 읽습니다",
        en: "{path} has {size} and was not read; the most is {most}",
        help_ko: "그림이면 크기를 줄이고 글이면 나누세요",
        help_en: "make the image smaller, or divide the text",
    }
    /// A file the machine would not read.
    FILE_UNREADABLE = Error "E0108" {
        ko: "{path}를 읽지 못했습니다: {reason}",
        en: "could not read {path}: {reason}",
        help_ko: "파일 권한과 디스크를 확인하세요",
        help_en: "check the file's permissions and the disk",
    }
    /// A text that is still open at the end of its line.
    UNCLOSED_TEXT = Error "E0110" {
        ko: "닫는 따옴표가 이 줄에 없습니다: {found}",
        en: "the closing quote is missing on this line: {found}",
        help_ko: "글 끝에 따옴표를 넣으세요. 여러 줄이면 '''로 열고 '''로 닫으세요",
        help_en: "put a quote at the end; a text of several lines stands between ''' and '''",
    }
    /// A text of several lines that is never closed, or only by the next one.
    UNCLOSED_BLOCK = Error "E0111" {
        ko: "여기서 연 여러 줄 글이 닫히지 않았습니다",
        en: "the text that opens here is not closed",
        help_ko: "글이 끝나는 곳 다음 줄에 여는 것과 같은 따옴표 세 개를 넣으세요",
        help_en: "put the same three quotes on the line after the text",
    }
    /// A list without `]`.
    UNCLOSED_LIST = Error "E0112" {
        ko: "여기서 연 목록이 닫히지 않았습니다",
        en: "the list that opens here is not closed",
        help_ko: "목록 끝에 `]`를 넣으세요",
        help_en: "put `]` at the end of the list",
    }
    /// An inline table without `}`.
    UNCLOSED_TABLE = Error "E0113" {
        ko: "여기서 연 중괄호가 닫히지 않았습니다",
        en: "the braces that open here are not closed",
        help_ko: "끝에 닫는 중괄호를 넣으세요",
        help_en: "put the closing brace at the end",
    }
    /// A header without its `]`.
    UNCLOSED_HEADER = Error "E0114" {
        ko: "표 머리의 대괄호가 닫히지 않았습니다",
        en: "the brackets of this table header are not closed",
        help_ko: "`[issue]`나 `[[parts]]`처럼 여는 만큼 닫으세요",
        help_en: "close as many as you open, as in `[issue]` or `[[parts]]`",
    }
    /// A key without `=`.
    NO_EQUALS = Error "E0115" {
        ko: "{found} 다음에 `=`가 없습니다",
        en: "`=` is missing after {found}",
        help_ko: "`이름 = 값` 꼴로 적으세요. 여러 줄 글의 일부라면 앞의 글이 일찍 닫혔습니다",
        help_en: "write `name = value`; if this is part of a text, the text before is closed too early",
    }
    /// A key without a value.
    NO_VALUE = Error "E0116" {
        ko: "`=` 다음에 값이 없습니다",
        en: "there is no value after `=`",
        help_ko: "값을 적거나 이 줄을 지우세요",
        help_en: "write a value, or take the line out",
    }
    /// A key that is there twice.
    DUPLICATE_KEY = Error "E0117" {
        ko: "{found:이} 두 번 나옵니다",
        en: "{found} is there twice",
        help_ko: "하나를 지우거나 합치세요. 같은 꼴을 되풀이하려면 `[[parts]]`처럼 대괄호를 두 겹으로 쓰세요",
        help_en: "take one out or join them; for another of the same kind use double brackets, as in `[[parts]]`",
    }
    /// A text without quotes.
    UNQUOTED = Error "E0118" {
        ko: "글이 따옴표 없이 적혀 있습니다: {found}",
        en: "a text stands without quotes: {found}",
        help_ko: "글이면 {right}처럼 앞뒤를 곧은따옴표로 감싸세요",
        help_en: "if it is a text, put it between plain quotes, as {right}",
    }
    /// Typographic quotes in the place of plain ones.
    CURLY_QUOTES = Error "E0119" {
        ko: "값을 감싸는 따옴표가 곧은따옴표가 아닙니다: {found}",
        en: "the quote around this value is not a plain one: {found}",
        help_ko: "값은 키보드의 곧은따옴표 \" 로 감싸세요. 글 안의 ‘ ’ “ ”는 그대로 두면 됩니다",
        help_en: "put values between plain quotes \"; curly ones inside the text are fine",
    }
    /// A name that TOML does not allow.
    BAD_KEY = Error "E0120" {
        ko: "{found:은} 항목 이름이 될 수 없습니다",
        en: "{found} cannot be a name",
        help_ko: "항목 이름은 영문자, 숫자, `-`, `_`로 적습니다. 글이라면 앞에서 따옴표가 일찍 닫히지 않았는지 보세요",
        help_en: "names are letters, digits, `-` and `_`; if this is text, look whether the quotes before it are closed too early",
    }
    /// A date that does not exist or is written another way.
    BAD_DATE = Error "E0121" {
        ko: "{found:은} 날짜가 아닙니다",
        en: "{found} is not a date",
        help_ko: "달력에 있는 날을 따옴표 없이 `{example}`처럼 적으세요",
        help_en: "write a day of the calendar as `{example}`, without quotes",
    }
    /// A number TOML cannot read.
    BAD_NUMBER = Error "E0122" {
        ko: "{found:은} 수가 아닙니다",
        en: "{found} is not a number",
        help_ko: "수는 38이나 3.5처럼 적고, 글이라면 따옴표로 감싸세요",
        help_en: "write numbers as 38 or 3.5; put a text between quotes",
    }
    /// A whole number that begins with zero.
    LEADING_ZERO = Error "E0123" {
        ko: "수가 0으로 시작합니다: {found}",
        en: "the number begins with zero: {found}",
        help_ko: "05가 아니라 5처럼 앞의 0을 빼세요",
        help_en: "leave out the zero: 5, not 05",
    }
    /// A backslash before a character that has no such form.
    BAD_ESCAPE = Error "E0124" {
        ko: "{found}: 역슬래시 다음에 올 수 없는 글자입니다",
        en: "{found}: this character cannot follow a backslash",
        help_ko: "역슬래시를 하나 더 적어 {right:으로} 적거나, 필요 없으면 지우세요",
        help_en: "write it as {right}, or take the backslash out where it is not wanted",
    }
    /// An escape that names no character, such as half of a surrogate pair.
    BAD_CODE_POINT = Error "E0125" {
        ko: "{found:은} 글자의 번호가 아닙니다",
        en: "{found} is not the number of a character",
        help_ko: "글자를 그대로 적으세요. 역슬래시를 보이려는 것이면 둘을 겹쳐 적습니다. D800부터 DFFF까지는 글자가 아니고, \\u에는 네 자리, \\U에는 여덟 자리가 옵니다",
        help_en: "type the character itself; a backslash that is to be seen is written twice. D800 to DFFF are no characters, and \\u takes four digits, \\U eight",
    }
    /// A control character inside a text or comment.
    CONTROL_CHARACTER = Error "E0126" {
        ko: "보이지 않는 제어 문자({code})가 들어 있습니다",
        en: "there is an invisible control character ({code})",
        help_ko: "그 자리의 글자를 지우고 다시 적으세요. 다른 프로그램에서 붙여 넣을 때 따라옵니다",
        help_en: "delete the character and type the text again; it comes along when pasting from other programs",
    }
    /// A carriage return without a line feed.
    LONE_RETURN = Error "E0127" {
        ko: "줄 끝 문자가 깨져 있습니다(CR만 있음)",
        en: "a line end is damaged (CR alone)",
        help_ko: "편집기에서 줄 끝을 LF 또는 CRLF로 바꾸어 저장하세요",
        help_en: "save the file with LF or CRLF line ends",
    }
    /// Elements without a comma between.
    NO_COMMA = Error "E0128" {
        ko: "앞의 값과 이 값 사이에 쉼표가 없습니다",
        en: "a comma is missing between this value and the one before",
        help_ko: "값과 값 사이에 `,`를 넣으세요",
        help_en: "put `,` between values",
    }
    /// A comma too many.
    EXTRA_COMMA = Error "E0129" {
        ko: "쉼표가 하나 더 있습니다",
        en: "there is a comma too many",
        help_ko: "쉼표 하나를 지우세요",
        help_en: "take one comma out",
    }
    /// Nesting nobody needs.
    TOO_DEEP = Error "E0130" {
        ko: "괄호가 너무 깊게 겹쳐 있습니다",
        en: "brackets are nested too deeply",
        help_ko: "괄호가 제대로 닫혔는지 확인하세요",
        help_en: "check that the brackets before are closed",
    }
    /// A table that extends a value.
    NOT_A_TABLE = Error "E0131" {
        ko: "{found:은} 이미 다른 값으로 쓰여서 표로 넓힐 수 없습니다",
        en: "{found} already has a value and cannot be a table as well",
        help_ko: "앞의 값을 지우거나 이름을 고치세요",
        help_en: "take the earlier value out, or correct the name",
    }
    /// Something after a value or header on its line.
    TRAILING = Error "E0132" {
        ko: "값 뒤에 남는 것이 있습니다: {found}",
        en: "there is something left after the value: {found}",
        help_ko: "남는 것을 지우세요. 글 안에 \" 가 있으면 ‘ ’ “ ”로 바꾸거나 글 전체를 '''로 감싸세요",
        help_en: "take it out; for quotes inside a text use curly ones, or put the text between '''",
    }
    /// Any other syntax error, in the words of the TOML crate.
    OTHER_SYNTAX = Error "E0133" {
        ko: "TOML 형식에 맞지 않습니다: {found}",
        en: "not valid TOML: {found}",
        help_ko: "이 줄과 바로 앞줄의 따옴표와 괄호를 확인하세요",
        help_en: "check quotes and brackets on this line and the one before",
    }
    /// What is left out of a long list of syntax errors.
    MORE_ERRORS = Error "E0134" {
        ko: "형식이 틀린 곳이 {count}군데 더 있습니다",
        en: "{count} more syntax errors are not shown",
        help_ko: "위의 것부터 고치면 대개 함께 없어집니다",
        help_en: "mend the first ones; the rest often go with them",
    }
    /// True or False with a capital letter.
    BAD_BOOLEAN = Error "E0135" {
        ko: "{found:은} 쓸 수 없습니다",
        en: "{found} is not a value",
        help_ko: "true와 false는 소문자로만 적습니다",
        help_en: "write true and false in small letters",
    }
    /// A text without its closing quotes that runs into the next tables.
    SWALLOWED = Error "E0136" {
        ko: "여기서 연 여러 줄 글이 닫히지 않아, {line}번째 줄의 {found}까지 글로 읽힙니다",
        en: "the text that opens here is not closed: {found} on line {line} is read as part of it",
        help_ko: "글이 끝나는 곳 다음 줄에 여는 것과 같은 따옴표 세 개를 넣으세요",
        help_en: "put the same three quotes on the line after the text",
    }
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
        help_ko: "{what:을} 지우세요. 쓸 수 있는 항목: {known}",
        help_en: "take {what} out; known are {known}",
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
        help_ko: "따옴표와 소수점, 단위 없이 `{example}`처럼 적으세요",
        help_en: "write it as {example}, without quotes, decimals and unit",
    }
    /// Not a number.
    WANTS_NUMBER = Error "E0206" {
        ko: "{field}에는 수가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a number, not {found}",
        help_ko: "따옴표와 단위 없이 수만 `{example}`처럼 적으세요",
        help_en: "write the number alone, as {example}, without quotes and unit",
    }
    /// Not true or false.
    WANTS_BOOLEAN = Error "E0207" {
        ko: "{field}에는 true나 false가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes true or false, not {found}",
        help_ko: "따옴표 없이 `true`(예) 또는 `false`(아니요)로 적으세요",
        help_en: "write true or false, without quotes",
    }
    /// Not a date.
    WANTS_DATE = Error "E0208" {
        ko: "{field}에는 날짜가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a date, not {found}",
        help_ko: "따옴표 없이 `{example}`처럼 적으세요",
        help_en: "write it as {example}, without quotes",
    }
    /// Not a list.
    WANTS_LIST = Error "E0209" {
        ko: "{field}에는 목록이 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a list, not {found}",
        help_ko: "하나뿐이라도 [ ] 안에 적고, 값과 값 사이에 쉼표를 넣으세요",
        help_en: "put it into [ ], even a single one, with commas between",
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
        help_ko: "{field:은} 따옴표 없이 `{example}`처럼 적으세요",
        help_en: "write {field} as {example}, without quotes",
    }
    /// A date with a time or an offset.
    DATE_WITH_TIME = Error "E0212" {
        ko: "{found}에는 날짜 말고 시각이 들어 있습니다",
        en: "{found} is more than a day",
        help_ko: "{field:은} 시각 없이 `{example}`처럼 적으세요",
        help_en: "write {field} as {example}, without a time",
    }
    /// A text that says nothing.
    BLANK = Error "E0215" {
        ko: "{field:이} 비어 있습니다",
        en: "{field} is empty",
        help_ko: "글을 적거나, 꼭 있어야 하는 항목이 아니면 지우세요",
        help_en: "write something, or take it out if it may be left out",
    }
    /// A year that cannot be meant.
    YEAR = Error "E0217" {
        ko: "연도가 이상합니다: {found}",
        en: "the year cannot be right: {found}",
        help_ko: "네 자리 연도를 확인하세요",
        help_en: "check the four digits of the year",
    }
    /// A word that is not among the choices.
    NOT_A_CHOICE = Error "E0224" {
        ko: "{field}에 {found:은} 쓸 수 없습니다",
        en: "{field} cannot be {found}",
        help_ko: "쓸 수 있는 값: {known}",
        help_en: "known are {known}",
    }
    /// Not a length.
    LENGTH = Error "E0235" {
        ko: "{field}의 길이를 읽을 수 없습니다: {found}",
        en: "{field} is not a length: {found}",
        help_ko: "`3mm`처럼 수와 단위(mm, cm, pt, in)를 붙여 적으세요",
        help_en: "write a number and a unit (mm, cm, pt, in), such as `3mm`",
    }
    /// A word that is near one of the choices.
    NOT_A_CHOICE_NEAR = Error "E0241" {
        ko: "{field}에 {found:은} 쓸 수 없습니다",
        en: "{field} cannot be {found}",
        help_ko: "{near:을} 잘못 적은 것 같습니다. 쓸 수 있는 값: {known}",
        help_en: "perhaps {near} is meant; known are {known}",
    }
    /// A word of the trade for one of the choices.
    NOT_A_CHOICE_CALLED = Error "E0244" {
        ko: "{field}에 {found:은} 쓸 수 없습니다",
        en: "{field} cannot be {found}",
        help_ko: "그 뜻이면 `{meant}`라고 적으세요. 쓸 수 있는 값: {known}",
        help_en: "write `{meant}` for that; known are {known}",
    }
    /// One table where several are meant.
    WANTS_TABLES = Error "E0243" {
        ko: "{field:은} 여러 개일 수 있어서 하나뿐이라도 목록으로 적습니다",
        en: "there can be several {field}, so even one is written as a list",
        help_ko: "{right:으로} 적으세요",
        help_en: "write {right}",
    }
}

/// What is taken out: a name with its value.
pub const FIELD: Words =
    Words { ko: "이 항목(이름과 값)", en: "the field, its name and its value," };
/// What is taken out: a header with all that stands below it.
pub const TABLE: Words =
    Words { ko: "이 머리와 그 아래 항목들", en: "this header and the fields below it" };
