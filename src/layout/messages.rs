//! What the `layout` room says. Arguments that quote the author come with their backticks.

use jikji_diagnostic::messages;

messages! {
    /// A layout nobody has.
    UNKNOWN_LAYOUT = Error "E0501" {
        ko: "{name:이라}는 레이아웃이 없습니다",
        en: "there is no layout {name}",
        help_ko: "쓸 수 있는 레이아웃: {known}",
        help_en: "known are {known}",
    }
    /// A layout nobody has, but near one.
    UNKNOWN_LAYOUT_NEAR = Error "E0502" {
        ko: "{name:이라}는 레이아웃이 없습니다",
        en: "there is no layout {name}",
        help_ko: "{near:을} 잘못 적은 것 같습니다. 쓸 수 있는 레이아웃: {known}",
        help_en: "perhaps {near} is meant; known are {known}",
    }
    /// A name that is no layout's.
    LAYOUT_NAME = Error "E0503" {
        ko: "{name:은} 레이아웃 이름이 될 수 없습니다",
        en: "{name} cannot be a layout's name",
        help_ko: "layouts 폴더 안에 있는 폴더의 이름만 적으세요. 영문 소문자, 숫자, 붙임표로 된 이름입니다",
        help_en: "write only the name of a folder inside layouts: small letters, digits and hyphens",
    }
    /// A folder that cannot be read.
    LAYOUT_UNREADABLE = Error "E0504" {
        ko: "{name} 레이아웃을 읽지 못했습니다: {reason}",
        en: "could not read the layout {name}: {reason}",
        help_ko: "파일 권한과 디스크를 확인하세요",
        help_en: "check the files' permissions and the disk",
    }
    /// A folder of a layout's name that is none.
    LAYOUT_BARE = Error "E0529" {
        ko: "{folder} 폴더에 layout.toml이 없습니다",
        en: "the folder {folder} has no layout.toml",
        help_ko: "레이아웃 폴더에는 layout.toml이 있어야 합니다. 기본 레이아웃을 쓰려면 이 폴더를 치우고, 고쳐 쓰려면 레이아웃의 파일을 모두 넣으세요",
        help_en: "a layout's folder has one: to use the built-in layout take the folder away, to change it put all of its files there",
    }
    /// A layout file that is a link, or a folder that leads out.
    LAYOUT_OUTSIDE = Error "E0505" {
        ko: "레이아웃의 {file:은} 링크입니다",
        en: "{file} of the layout is a link",
        help_ko: "링크 대신 파일 자체를 레이아웃 폴더 안에 두세요",
        help_en: "put the file itself into the layout's folder",
    }
    /// A layout that is too large.
    LAYOUT_LARGE = Error "E0506" {
        ko: "{name} 레이아웃 폴더가 너무 큽니다",
        en: "the folder of the layout {name} is too large",
        help_ko: "파일 {files}개, 모두 {most}까지입니다. 필요 없는 파일을 빼세요",
        help_en: "the most is {files} files and {most} in all; take out what is not needed",
    }
    /// A name that is not the folder's.
    NAME_DIFFERS = Error "E0507" {
        ko: "name이 {found}인데 폴더 이름은 {name}입니다",
        en: "name is {found}, but the folder is {name}",
        help_ko: "둘을 같게 하세요",
        help_en: "make them the same",
    }
    /// Page sides or margins that leave no room.
    PAGE_SIZE = Error "E0508" {
        ko: "쪽 크기나 여백이 맞지 않습니다",
        en: "page size and margins do not fit",
        help_ko: "변은 50mm부터 1000mm, 도련은 20mm까지이고 여백을 빼고도 자리가 남아야 합니다",
        help_en: "sides are 50mm to 1000mm, the bleed at most 20mm, and the margins must leave room",
    }
    /// A resolution for the screen that is none.
    SCREEN_PPI = Error "E0530" {
        ko: "화면판 사진의 해상도가 맞지 않습니다",
        en: "the resolution of photographs on screen is out of range",
        help_ko: "{least}부터 {most}까지의 수를 적으세요",
        help_en: "write a number from {least} to {most}",
    }
    /// No font family at all.
    NO_FONTS = Error "E0509" {
        ko: "글꼴이 하나도 없습니다",
        en: "there is no font family",
        help_ko: "`text = [\"Pretendard GOV\"]`처럼 적으세요",
        help_en: "write it as `text = [\"Pretendard GOV\"]`",
    }
    /// A font weight that cannot be.
    FONT_WEIGHT = Error "E0510" {
        ko: "글꼴 굵기가 아닙니다: {found}",
        en: "{found} is not a font weight",
        help_ko: "1부터 1000까지의 수를 적으세요",
        help_en: "write a number from 1 to 1000",
    }
    /// An accent that is no colour of the layout.
    UNKNOWN_COLOR = Error "E0511" {
        ko: "[colors]에 {found:이라}는 색이 없습니다",
        en: "[colors] has no {found}",
        help_ko: "쓸 수 있는 색: {known}",
        help_en: "known are {known}",
    }
    /// A screen colour of another form.
    SCREEN_COLOR = Error "E0512" {
        ko: "화면 색이 아닙니다: {found}",
        en: "{found} is not a screen colour",
        help_ko: "`#16202c`처럼 적으세요",
        help_en: "write it as `#16202c`",
    }
    /// A print colour of another form.
    PRINT_COLOR = Error "E0513" {
        ko: "인쇄 색이 아닙니다: {found}",
        en: "{found} is not a print colour",
        help_ko: "C, M, Y, K를 0부터 100까지의 수 네 개로 `[0, 0, 0, 100]`처럼 적으세요",
        help_en: "write C, M, Y, K as four numbers from 0 to 100, such as `[0, 0, 0, 100]`",
    }
    /// A file the layout does not have.
    NO_FILE = Error "E0514" {
        ko: "레이아웃 폴더에 {found}라는 Typst 파일이 없습니다",
        en: "the layout's folder has no Typst file {found}",
        help_ko: "폴더 안의 경로를 `brief.typ`처럼 적으세요",
        help_en: "write its path inside the folder, such as `brief.typ`",
    }
    /// A function running text needs.
    PROSE_FUNCTION = Error "E0515" {
        ko: "본문에 쓰는 함수 {name:이} functions에 없습니다",
        en: "functions lacks {name}, which running text calls",
        help_ko: "note, mark, picture 셋이 있어야 합니다",
        help_en: "note, mark and picture must be there",
    }
    /// Too many steps.
    LADDER_LONG = Error "E0516" {
        ko: "[[ladder]] 단계가 {count}개입니다. {most}개까지입니다",
        en: "[[ladder]] has {count} steps; the most is {most}",
        help_ko: "여기서부터 줄이세요",
        help_en: "take some out from here on",
    }
    /// A step with other names than the first.
    LADDER_UNEVEN = Error "E0517" {
        ko: "이 단계의 항목이 첫 단계와 다릅니다",
        en: "this step has other names than the first",
        help_ko: "모든 단계에 같은 항목을 적으세요",
        help_en: "give every step the same names",
    }
    /// A value that is no Typst length, or a name that is none.
    LADDER_LENGTH = Error "E0518" {
        ko: "{field}에 Typst 길이가 와야 하는데 {found:이} 있습니다",
        en: "{field} takes a Typst length, not {found}",
        help_ko: "`5.9pt`나 `0.5em`처럼 적고, 이름은 영문자로 적으세요",
        help_en: "write it as `5.9pt` or `0.5em`, and the name in letters",
    }
    /// A name no module can have.
    MODULE_NAME = Error "E0519" {
        ko: "{field:은} 모듈 이름이 될 수 없습니다",
        en: "{field} cannot be a module's name",
        help_ko: "Typst 함수 이름이 되므로 영문자로 시작하고, `let`이나 `table`처럼 이미 쓰이는 이름은 피하세요",
        help_en: "it becomes a Typst function: begin with a letter, and avoid names in use such as `let` or `table`",
    }
    /// A name no field can have.
    FIELD_NAME = Error "E0520" {
        ko: "{field:은} 필드 이름이 될 수 없습니다",
        en: "{field} cannot be a field's name",
        help_ko: "Typst 인자 이름이 됩니다. kind, at, label, fit, issue는 따로 쓰이고, artwork 옆의 page와 alt도 그렇습니다. artwork는 목록이 될 수 없습니다",
        help_en: "it becomes a Typst argument; kind, at, label, fit and issue have another use, and so have page and alt beside an artwork, which is no list",
    }
    /// A contents path that leads to no text.
    CONTENTS_PATH = Error "E0521" {
        ko: "차례에 올릴 {found} 필드가 없습니다",
        en: "{found} leads to no field for the contents page",
        help_ko: "`title` 같은 글 필드나, `rows.name`처럼 목록인 record의 prose 필드를 적으세요",
        help_en: "name a field with text such as `title`, or a prose field of a list of records such as `rows.name`",
    }
    /// Bounds that do not hold together.
    FIELD_BOUNDS = Error "E0522" {
        ko: "{field}의 min, max, sort가 맞지 않습니다",
        en: "min, max or sort of {field} do not fit",
        help_ko: "목록(list = true)에만 쓰고, min은 max보다 클 수 없습니다",
        help_en: "they need list = true, and min is at most max",
    }
    /// A record without fields, or fields without a record.
    RECORD_FIELDS = Error "E0523" {
        ko: "{field}의 fields가 맞지 않습니다",
        en: "the fields of {field} do not fit its type",
        help_ko: "record에는 fields가 있어야 하고 다른 type에는 없어야 합니다",
        help_en: "a record must have fields, and no other type can",
    }
    /// A sort key that orders nothing.
    SORT_FIELD = Error "E0524" {
        ko: "{found:으로} 줄 세울 수 없습니다",
        en: "records cannot be ordered by {found}",
        help_ko: "record의 fields 가운데 period, date, text, prose인 것을 적으세요",
        help_en: "name one of the record's fields of type period, date, text or prose",
    }
    /// A count out of bounds.
    COUNT = Error "E0525" {
        ko: "{field}에 {found:은} 쓸 수 없습니다",
        en: "{field} cannot be {found}",
        help_ko: "{least}부터 {most}까지의 정수를 적으세요",
        help_en: "write a whole number from {least} to {most}",
    }
    /// A front or back module that takes fields, or is not there.
    OWN_MODULE = Error "E0526" {
        ko: "{found:은} 앞뒤에 놓을 수 있는 모듈이 아닙니다",
        en: "{found} is not a module for front or back",
        help_ko: "[modules]에 있고 fields가 없는 모듈을 한 번씩만 적으세요",
        help_en: "name modules of [modules] without fields, each once",
    }
    /// A spot colour whose name is none.
    SPOT_NAME = Error "E0527" {
        ko: "{found:은} 별색 이름이 될 수 없습니다",
        en: "{found} cannot be the name of a spot colour",
        help_ko: "`PANTONE 286 C`처럼 잉크나 판의 이름을 적으세요. 먹을 비롯한 원색 네 가지(C, M, Y, K)는 별색이 아니고, All과 None은 다른 뜻입니다. 먹으로 찍을 것이면 별색으로 적지 말고 이 줄을 지우세요",
        help_en: "write the name of the ink or plate, such as `PANTONE 286 C`; the four inks of the process (C, M, Y, K) are no spot colours, whatever they are called, and All and None mean something else; drop this line where one of the process is meant",
    }
    /// One ink that is to look in two ways.
    SPOT_TWICE = Error "E0528" {
        ko: "별색 {spot:은} 위에서 다른 C, M, Y, K로 적었습니다",
        en: "the spot colour {spot} has other C, M, Y, K above",
        help_ko: "한 잉크의 `print` 값은 하나입니다. 값을 같게 하거나 이름을 달리하세요",
        help_en: "an ink has one `print` value: make them the same, or name another ink",
    }
    /// A spot ink that looks like nothing.
    SPOT_LOOK = Error "E0531" {
        ko: "별색 {spot:이} 어떻게 보이는지 적혀 있지 않습니다",
        en: "nothing says what the spot colour {spot} looks like",
        help_ko: "`cmyk = [100, 75, 0, 8]`처럼 잉크 없이 찍을 때의 C, M, Y, K를 적으세요. 색표에 있습니다",
        help_en: "write its C, M, Y, K, as colour guides have them: `cmyk = [100, 75, 0, 8]`",
    }
    /// A plate without ink that is to take ink away.
    SPOT_KNOCKS = Warning "W0533" {
        ko: "{spot:은} 잉크가 아니라 후가공 판이라서 `overprint = false`로 할 수 없습니다. 그대로 겹쳐 찍습니다",
        en: "{spot} is a plate for the finishing and no ink; `overprint = false` is not followed, it overprints",
        help_ko: "이 줄을 지우세요. 박과 칼선 아래의 C, M, Y, K는 그대로 찍힙니다. 아래를 비우려면 레이아웃이나 원본 그림에서 비우세요",
        help_en: "drop this line: what is below a foil or a die is printed as it is; where it is to be left out, leave it out in the layout or the artwork",
    }
    /// No Lab.
    SPOT_LAB = Error "E0532" {
        ko: "{found:은} Lab 값이 아닙니다",
        en: "{found} is no Lab value",
        help_ko: "`lab = [29, 15, -62]`처럼 L은 0부터 100, a와 b는 -128부터 127까지의 수로 적으세요",
        help_en: "write L from 0 to 100, a and b from -128 to 127: `lab = [29, 15, -62]`",
    }
}
