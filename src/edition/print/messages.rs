//! What the print edition says of `[print]` and of its own file.

use jikji_diagnostic::{messages, words};

messages! {
    /// No ICC profile.
    PROFILE_NONE = Error "E0701" {
        ko: "{name:은} ICC 프로파일이 아닙니다",
        en: "{name} is no ICC profile",
        help_ko: "인쇄소가 준 .icc 파일인지 확인하거나 `coated-fogra39`를 쓰세요",
        help_en: "check that it is the print shop's .icc file, or use `coated-fogra39`",
    }
    /// A profile that ends early.
    PROFILE_TRUNCATED = Error "E0702" {
        ko: "{name} 프로파일이 중간에 잘렸습니다",
        en: "the profile {name} is truncated",
        help_ko: "파일을 다시 받으세요",
        help_en: "get the file again",
    }
    /// A profile of another colour space.
    PROFILE_NOT_CMYK = Error "E0703" {
        ko: "{name} 프로파일은 CMYK용이 아닙니다",
        en: "the profile {name} is not for CMYK",
        help_ko: "모니터나 카메라의 RGB 프로파일이 아니라 인쇄소가 쓰는 CMYK 출력 프로파일이 필요합니다",
        help_en: "a screen's or a camera's RGB profile does not do; ask the print shop for its CMYK output profile",
    }
    /// A device link.
    PROFILE_LINK = Error "E0704" {
        ko: "{name:은} 두 장치를 잇는 디바이스 링크입니다",
        en: "{name} is a device link, which joins two devices and describes none",
        help_ko: "인쇄소에 CMYK 출력 프로파일(prtr)을 달라고 하세요",
        help_en: "ask the print shop for its CMYK output profile (class prtr)",
    }
    /// A profile that describes no output.
    PROFILE_NOT_OUTPUT = Error "E0705" {
        ko: "{name:은} 출력 프로파일이 아닙니다",
        en: "{name} is no output profile",
        help_ko: "입력기나 화면이 아니라 인쇄기를 나타내는 프로파일(prtr)이 필요합니다",
        help_en: "a profile of class prtr with tables in both directions is needed",
    }
    /// A profile whose tables are not in Lab.
    PROFILE_NOT_LAB = Error "E0720" {
        ko: "{name} 프로파일의 색 변환표가 Lab이 아니어서 색이 틀리게 나옵니다",
        en: "the tables of the profile {name} are not in Lab, so its colours would come out wrong",
        help_ko: "인쇄소에 연결 색 공간(PCS)이 Lab인 CMYK 출력 프로파일을 달라고 하세요",
        help_en: "ask the print shop for a CMYK output profile whose connection space (PCS) is Lab",
    }
    /// A trim size that is not the layout's.
    TRIM = Error "E0706" {
        ko: "판형이 {asked}인데 레이아웃의 쪽은 {size}입니다",
        en: "the trim is {asked}, but the layout's page is {size}",
        help_ko: "`trim`을 지우거나 레이아웃의 `[page]`를 이 판형에 맞추세요",
        help_en: "drop `trim`, or change the layout's `[page]` to this size",
    }
    /// A bleed larger than the margin.
    BLEED_LARGE = Error "E0707" {
        ko: "도련 {bleed}mm가 레이아웃의 가장 좁은 여백({margin}mm)보다 넓습니다",
        en: "the bleed of {bleed} mm is wider than the layout's narrowest margin ({margin} mm)",
        help_ko: "3mm면 충분합니다. 인쇄소가 더 달라고 했는지 확인하세요",
        help_en: "3 mm is usual; check what the print shop really asks for",
    }
    /// A bleed under what shops ask for.
    BLEED_SMALL = Warning "W0708" {
        ko: "도련이 {bleed}mm뿐입니다. 재단이 조금만 밀려도 흰 선이 보입니다",
        en: "the bleed is only {bleed} mm; a cut that is a little off shows white paper",
        help_ko: "인쇄소에서 다르게 말하지 않았다면 3mm로 하세요",
        help_en: "make it 3 mm unless the print shop says otherwise",
    }
    /// A paper without a weight, where the spine depends on it.
    PAPER_WEIGHT = Warning "W0709" {
        ko: "{paper}의 평량을 알 수 없어 책등 너비를 셈하지 못합니다",
        en: "the weight of {paper} is not known, so the width of the spine is not either",
        help_ko: "`모조지 100g`처럼 종류와 평량을 함께 적거나, 인쇄소가 잰 너비를 `spine = \"12.4mm\"`로 적으세요",
        help_en: "write kind and weight together, such as `모조지 100g`, or the width the shop measured: `spine = \"12.4mm\"`",
    }
    /// A paper whose bulk is not known.
    PAPER_KIND = Warning "W0710" {
        ko: "{paper:은} 모르는 종이라서 두께를 보통 종이로 어림했습니다",
        en: "the paper {paper} is not known; its thickness is taken for a usual one's",
        help_ko: "책등 너비를 인쇄소에 확인해서 `spine = \"12.4mm\"`로 적으세요",
        help_en: "let the print shop measure the spine, and write it: `spine = \"12.4mm\"`",
    }
    /// A cover spread that needs the paper.
    SPINE_UNKNOWN = Error "E0711" {
        ko: "무선 제본의 표지를 따로 만들려면 책등 너비가 있어야 합니다",
        en: "a separate cover of a perfect-bound number needs the width of the spine",
        help_ko: "`paper = { cover = \"아트지 200g\", inside = \"모조지 100g\" }`처럼 표지와 내지의 종이를 적거나, 인쇄소가 잰 너비를 `spine = \"12.4mm\"`로 적으세요",
        help_en: "name the paper of cover and inside: `paper = { cover = \"아트지 200g\", inside = \"모조지 100g\" }`, or write the width the shop measured: `spine = \"12.4mm\"`",
    }
    /// A spine of what has none.
    SPINE_STITCHED = Warning "W0726" {
        ko: "중철에는 책등이 없어서 `spine`을 쓰지 않았습니다",
        en: "what is saddle-stitched has no spine; `spine` was not used",
        help_ko: "무선으로 묶으면 `binding = \"perfect\"`를 적고, 중철이면 `spine`을 지우세요",
        help_en: "write `binding = \"perfect\"` if it is perfect-bound, else drop `spine`",
    }
    /// A spine that its pages cannot make.
    SPINE_ODD = Warning "W0738" {
        ko: "책등이 {spine} mm인데, {pages}쪽은 {papers} {least}~{most} mm쯤입니다",
        en: "the spine is {spine} mm, but {pages} pages of {papers} come to {least} to {most} mm",
        help_ko: "인쇄소가 이 쪽수와 종이로 잰 너비인지 다시 확인하세요. 표지가 이 너비로 만들어집니다",
        help_en: "ask the shop whether it measured this for so many pages and these papers; the cover is made for it",
    }
    /// A spine that is too narrow for its title.
    SPINE_BARE = Warning "W0721" {
        ko: "책등이 {spine} mm로 좁아서 제목을 넣지 않았습니다",
        en: "the spine is {spine} mm, too narrow for its title, and stays bare",
        help_ko: "책등 글자는 {least} mm부터 넣습니다. 쪽수가 적으면 그대로 두어도 됩니다",
        help_en: "a spine carries text from {least} mm on; with few pages it may well stay as it is",
    }
    /// Too few pages to part cover and inside.
    SPLIT_SHORT = Error "E0712" {
        ko: "{pages}쪽뿐이라서 표지와 내지로 나눌 수 없습니다",
        en: "{pages:page is|pages are} too few for a cover and an inside",
        help_ko: "`[print]`의 `split`을 지우세요",
        help_en: "drop `split` from `[print]`",
    }
    /// A colour of the layout with too much ink.
    INK_BUILD = Error "E0713" {
        ko: "{name} 색의 잉크를 더하면 {sum}%입니다. 이 인쇄 조건은 {most}%까지 받습니다",
        en: "the inks of the colour {name} add up to {sum} %; this printing condition bears {most} %",
        help_ko: "레이아웃에서 C, M, Y를 줄이고 K를 늘려 같은 색을 만드세요",
        help_en: "in the layout, take from C, M and Y and add K for the same colour",
    }
    /// Inks that are no number of one or two colours.
    INKS = Error "E0724" {
        ko: "`inks`에는 잉크 하나나, 먹(`\"K\"`)과 다른 잉크 하나를 적습니다",
        en: "`inks` is one ink, or black (`\"K\"`) and one other",
        help_ko: "1도는 `inks = [\"K\"]`나 `inks = [\"PANTONE 286 C\"]`, 2도는 `inks = [\"K\", \"PANTONE 286 C\"]`나 `inks = [\"K\", \"M\"]`입니다. 먹 없는 2도와 3도는 만들지 않습니다. 4도로 찍으면 이 줄을 지우세요",
        help_en: "write `inks = [\"K\"]` or `inks = [\"PANTONE 286 C\"]` for one colour, `inks = [\"K\", \"PANTONE 286 C\"]` or `inks = [\"K\", \"M\"]` for two; two without black, and three, are not made; drop the line to print in four colours",
    }
    /// A second ink that nobody describes.
    INK_UNKNOWN = Error "E0725" {
        ko: "별색 {name:이} 어떤 색인지 적은 곳이 없습니다. {known}",
        en: "nothing says what the spot colour {name} looks like; {known}",
        help_ko: "매니페스트에 `[print.spots.{table}]`과 그 아래 `cmyk = [100, 75, 0, 8]`처럼 적으세요",
        help_en: "add the table `[print.spots.{table}]` to the manifest, and `cmyk = [100, 75, 0, 8]` or the like under it",
    }
    /// A plate for the finishing among the inks.
    INK_FINISH = Error "E0731" {
        ko: "{name:은} 후가공 판이라서 `inks`에 적을 수 없습니다",
        en: "{name} is a plate for the finishing and no ink",
        help_ko: "`inks`에는 먹과 별색만 적습니다. 후가공 판은 적지 않아도 그대로 나갑니다",
        help_en: "`inks` names black and a spot colour; plates for the finishing go along without it",
    }
    /// One ink in two spellings.
    INK_SPELT = Error "E0732" {
        ko: "{name:과} {known:은} 같은 판을 달리 적은 것입니다. 글자 하나만 달라도 다른 판이 됩니다",
        en: "{name} and {known} are one plate in two spellings, which makes two of it",
        help_ko: "인쇄소가 쓰는 이름 하나로 똑같이 적으세요",
        help_en: "write the name that the shop uses, the same everywhere",
    }
    /// Art for the finishing that the shop has several plates for.
    PLATE_WHICH = Error "E0739" {
        ko: "{path:을} 어느 판으로 만들지 알 수 없습니다. 인쇄소 설정에 {finish} 판이 여럿입니다: {known}",
        en: "it is not known which plate {path} is for: the shop profile has several of {finish}: {known}",
        help_ko: "이 판에 `name`을 더하고 그 가운데 하나를 그대로 적으세요",
        help_en: "add `name` to this plate, with one of them as it is written",
    }
    /// Finishing that no plate shows.
    PLATE_NONE = Warning "W0740" {
        ko: "{what:을} 주문하지만 그 판이 없어서, 인쇄소는 어디에 어떤 모양으로 할지 알 수 없습니다",
        en: "{what} is ordered, but no plate shows where it goes and what shape it has",
        help_ko: "재단 크기로 그린 SVG나 PDF를 원고와 같은 폴더에 두고 `[[print.plates]]`와 그 아래 `kind = \"{kind}\"`, `file = \"{kind}.svg\"`로 적으세요. 인쇄소에 따로 보내면 그대로 두어도 됩니다",
        help_en: "put an SVG or a PDF of the trimmed size beside the manifest and add `[[print.plates]]` with `kind = \"{kind}\"` and `file = \"{kind}.svg\"`; leave it if the shop gets the art another way",
    }
    /// A spot ink that nothing is printed with.
    SPOT_UNUSED = Warning "W0741" {
        ko: "별색 {name:을} 쓰는 데가 없어서 그 판을 만들지 않습니다",
        en: "nothing is printed with the spot colour {name}, so there is no plate of it",
        help_ko: "먹과 이 별색의 2도면 `inks = [\"K\", {ink}]`를 `[print]`에 더하세요. 4도에 더하는 별색은 레이아웃의 색에 `spot`으로 적어야 합니다. 쓰지 않으면 이 표를 지우세요",
        help_en: "for two colours add `inks = [\"K\", {ink}]` to `[print]`; beside four colours it has to be the `spot` of a colour of the layout; drop this table if it is not meant",
    }
    /// A bleed under what the shop asks for.
    SHOP_BLEED = Error "E0733" {
        ko: "도련을 {bleed}mm로 적었지만 인쇄소 설정({shop})은 {wanted}mm를 바랍니다",
        en: "the bleed is {bleed} mm here, but the shop profile {shop} asks for {wanted} mm",
        help_ko: "이 줄을 지우면 설정대로 {wanted}mm로 만듭니다. 인쇄소가 {bleed}mm로 좋다고 하면 설정 파일의 `bleed`를 고치세요",
        help_en: "drop this line for the {wanted} mm of the profile; if the shop agrees to {bleed} mm, write that into the profile",
    }
    /// A printing condition that is not the shop's.
    SHOP_PROFILE = Warning "W0734" {
        ko: "인쇄 조건을 {own:으로} 적었지만 인쇄소 설정({shop})은 {wanted}입니다. 적은 대로 {own:으로} 만듭니다",
        en: "the printing condition is {own} here, but {wanted} in the shop profile {shop}; it is printed for {own}",
        help_ko: "인쇄소의 조건으로 만들려면 이 줄을 지우세요. 이 조건이 맞으면 설정 파일의 `profile`을 고치거나 다른 설정을 쓰세요",
        help_en: "drop this line to print for the shop's; if this one is right, change `profile` in the shop profile or name another profile",
    }
    /// A finished size that the shop does not take.
    SHOP_TRIM = Error "E0735" {
        ko: "인쇄소 설정({shop})은 {wanted}만 받는데 이 호의 쪽은 {found}입니다",
        en: "the shop profile {shop} takes {wanted}, but the pages of this number are {found}",
        help_ko: "이 판형을 받는지 인쇄소에 묻고 설정 파일의 `trim`에 더하거나, 판형이 맞는 레이아웃을 쓰세요",
        help_en: "ask the shop whether it takes this size and add it to `trim` in the profile, or use a layout of its size",
    }
    /// Text that cannot be made outlines.
    FONTS_LEFT = Warning "W0736" {
        ko: "{path}의 글자는 아웃라인으로 바꾸지 못해 글꼴이 남습니다: {fonts}",
        en: "the text of {path} cannot be made outlines, and its fonts stay: {fonts}",
        help_ko: "글꼴을 받지 않는 인쇄소라면, 글자를 아웃라인(윤곽선)으로 바꾸어 내보낸 PDF를 만든 곳에서 다시 받으세요",
        help_en: "if the shop takes no fonts, get the PDF anew from its maker with all text as outlines",
    }
    /// Text of the layout that is none either.
    FONTS_KEPT = Warning "W0737" {
        ko: "아웃라인으로 바꾸지 못한 글자가 있어 글꼴이 남습니다: {fonts} (인쇄판 {page}쪽부터)",
        en: "some text has no outlines, and its fonts stay: {fonts} (from page {page} of the print edition on)",
        help_ko: "그라디언트로 칠한 글자와 그림으로 된 글자(이모지)는 바꾸지 못합니다. 레이아웃에서 한 가지 색으로 칠하거나 다른 글꼴을 쓰세요",
        help_en: "text in gradients and signs that are pictures (emoji) cannot be outlined: give it one colour in the layout, or another font",
    }
    /// A plate that is something else.
    PLATE_OTHER = Error "E0730" {
        ko: "{name} 판은 `kind`가 {kind}인데 다른 데서(`spots`, 레이아웃, 인쇄소 설정) {other:이라}고 적었습니다",
        en: "the plate {name} is of the `kind` {kind} here, but {other} elsewhere (in `spots`, the layout or the shop profile)",
        help_ko: "후가공 판 하나에는 한 가지만 둡니다. `name`을 달리하거나 `kind`를 맞추세요",
        help_en: "a plate is for one thing: give it another `name`, or the same `kind`",
    }
    /// Art for the finishing that cannot be a plate.
    PLATE_ART = Error "E0729" {
        ko: "{path}에 후가공 판으로 만들 수 없는 것이 있습니다: {what}",
        en: "{path} holds what no finishing plate can be made of: {what}",
        help_ko: "그림을 그린 프로그램에서 투명도를 없애고, 면과 선만으로 된 SVG나 PDF로 다시 내보내세요",
        help_en: "flatten transparency where it was drawn, and export it anew as SVG or PDF with nothing but areas and lines",
    }
    /// Art for the finishing in several inks.
    PLATE_INKS = Error "E0743" {
        ko: "{path}에는 잉크가 여럿이어서 판 하나로 만들 수 없습니다: {inks}",
        en: "{path} is in several inks, of which no one plate can be made: {inks}",
        help_ko: "판으로 만들 별색 하나를 `spot = {spot}`처럼 적으세요. 여러 판이면 `[[print.plates]]`를 판마다 하나씩 적습니다",
        help_en: "name the one that this plate is made of, as in `spot = {spot}`; for several plates write a `[[print.plates]]` for each",
    }
    /// Art for the finishing without anything on it.
    PLATE_EMPTY = Error "E0744" {
        ko: "{path}에는 판에 나올 것이 없습니다. 비었거나 희거나 쪽 밖에 그려져 있습니다",
        en: "{path} leaves its plate empty: nothing is drawn in it, or all is white or outside of the page",
        help_ko: "맞는 파일인지 열어 보고, 쪽 안에 검정으로 그려 다시 내보내세요",
        help_en: "open it to see whether it is the right file, and draw in black inside of the page",
    }
    /// A spot ink that art for the finishing has not.
    PLATE_SPOT = Error "E0745" {
        ko: "{path}에 별색 {spot:으로} 그린 것이 없습니다. {known}",
        en: "{path} paints nothing in the spot ink {spot}; {known}",
        help_ko: "파일에 있는 이름을 글자 그대로 적거나 `spot`을 지우세요",
        help_en: "write a name as the file has it, letter by letter, or take `spot` out",
    }
    /// Art for the finishing of another size.
    PLATE_SIZE = Error "E0727" {
        ko: "{path}의 크기가 {found}입니다. 쪽은 {trim}, 도련까지 {sheet}입니다",
        en: "{path} is {found}; the page is {trim}, with its bleed {sheet}",
        help_ko: "늘이거나 줄여 놓지 않습니다. 재단 크기나 도련까지의 크기로 다시 내보내세요. 자리는 그 안에서 그대로입니다",
        help_en: "it is not scaled: export it as large as the trimmed page, or as the page with its bleed, everything in its place",
    }
    /// Art for the finishing of a page that is not there.
    PLATE_PAGE = Error "E0728" {
        ko: "인쇄판은 {pages}쪽까지입니다. {path:을} 놓을 쪽이 없습니다",
        en: "the print edition ends with page {pages}; there is no page for {path}",
        help_ko: "`on`에 `\"cover\"`, `\"back\"`이나 인쇄판의 쪽 번호를 적으세요",
        help_en: "write `\"cover\"`, `\"back\"` or a page of the print edition for `on`",
    }
    /// A layout that does not set its bleed.
    PAGE_SIZE = Error "E0719" {
        ko: "인쇄판 {page}쪽이 {found} mm입니다. 재단 크기에 도련을 더하면 {wanted} mm여야 합니다",
        en: "page {page} of the print edition is {found} mm; trim and bleed make {wanted} mm",
        help_ko: "레이아웃이 인쇄판에서 도련을 더하지 않습니다. 레이아웃의 `set page`에 `bleed: …`를 적거나(레이아웃 안내서의 인쇄 항목), `--edition screen`으로 화면판만 만드세요",
        help_en: "the layout adds no bleed for print: give its `set page` a `bleed: …` (see the guide to layouts, on print), or build `--edition screen` alone",
    }
    /// A whole page of artwork of another size.
    ART_SIZE = Error "E0722" {
        ko: "{path}의 재단 크기가 {found}인데 이 호의 쪽은 {wanted}입니다",
        en: "{path} is trimmed to {found}, but the pages of this number are {wanted}",
        help_ko: "늘이거나 줄여 싣지 않습니다. 재단 크기(TrimBox)가 {wanted}이고 도련이 있는 PDF/X-4로 다시 받으세요. 재단 크기가 적혀 있지 않은 파일은 종이 전체를 재단 크기로 봅니다",
        help_en: "artwork is not scaled: get it anew as PDF/X-4 with a trim box of {wanted} and bleed around it; without a trim box the whole sheet counts",
    }
    /// A whole page of artwork with too little bleed.
    ART_BLEED = Warning "W0723" {
        ko: "{path}의 도련이 {wanted}mm보다 좁습니다: {sides}({least}mm)",
        en: "{path} has less than {wanted} mm of bleed: {sides} ({least} mm)",
        help_ko: "그림이 종이 끝까지 닿는다면 재단이 조금만 밀려도 흰 선이 보입니다. 도련 {wanted}mm가 있는 PDF를 받으세요. 바탕이 희면 그대로 두어도 됩니다",
        help_en: "if its ground runs to the edge, a cut that is a little off shows white paper: get it with {wanted} mm of bleed; on a white ground it may stay",
    }
    /// Something on a page that cannot be brought into the inks of a press.
    NOT_PRINTABLE = Error "E0714" {
        ko: "{page}쪽에 인쇄판으로 바꿀 수 없는 것이 있습니다: {what}",
        en: "page {page} holds what the print edition cannot take over: {what}",
        help_ko: "그 쪽의 그림을 다른 형식(PNG, JPEG, SVG)으로 다시 저장해서 넣으세요",
        help_en: "save the picture of that page anew in another format (PNG, JPEG, SVG)",
    }
    /// Preflight rejects a page.
    PREFLIGHT_FAILED = Error "E0715" {
        ko: "인쇄판 {page}쪽: {said}",
        en: "print edition, page {page}: {said}",
        help_ko: "{help} (사전 검사 규칙 {rule})",
        help_en: "{help} (preflight rule {rule})",
    }
    /// Preflight warns of a page.
    PREFLIGHT_WARNED = Warning "W0716" {
        ko: "인쇄판 {page}쪽: {said}",
        en: "print edition, page {page}: {said}",
        help_ko: "{help} (사전 검사 규칙 {rule})",
        help_en: "{help} (preflight rule {rule})",
    }
    /// Preflight rejects the file as a whole.
    PREFLIGHT_FILE = Error "E0717" {
        ko: "인쇄판: {said}",
        en: "print edition: {said}",
        help_ko: "{help} (사전 검사 규칙 {rule})",
        help_en: "{help} (preflight rule {rule})",
    }
    /// Preflight warns of the file as a whole.
    PREFLIGHT_FILE_WARNED = Warning "W0718" {
        ko: "인쇄판: {said}",
        en: "print edition: {said}",
        help_ko: "{help} (사전 검사 규칙 {rule})",
        help_en: "{help} (preflight rule {rule})",
    }
}

words! {
    /// Papers that are named.
    THESE_PAPERS: "이 종이로", "these papers";
    /// Papers that are not.
    ANY_PAPERS: "어떤 종이로 찍어도", "any papers";
    /// What to do about a number of more inks than are printed.
    FEWER_INKS: "`[print]`에 찍을 잉크를 적으면 그 판만으로 만듭니다: 먹 1도는 `inks = [\"K\"]`, 2도는 `inks = [\"K\", \"PANTONE 286 C\"]`. 4도면 레이아웃에서 별색(`spot`)을 빼세요",
        "name the inks in `[print]` and it is made on those plates alone: `inks = [\"K\"]` for one, `inks = [\"K\", \"PANTONE 286 C\"]` for two; for four drop the spot colour (`spot`) from the layout";
}
