//! Chapter 9: what a print shop asks for by a profile of its own.

rules! { P09:
    /// Another finished size.
    SHOP_TRIM = Error "P0901", TrimsAsked, TrimBox, Press {
        ko: "완성 크기가 {found}입니다. 인쇄소가 받는 크기는 {want}입니다",
        en: "the finished size is {found}; the shop takes {want}",
        help_ko: "판형을 확인하고 그 크기로 다시 내보내세요",
        help_en: "check the trim and export with that size",
    }
    /// Another number of pages.
    SHOP_PAGES = Error "P0902", PagesAsked, Pages, Press {
        ko: "모두 {found}쪽입니다. 바라는 쪽수: {want}",
        en: "the file has {found:page|pages}; the shop takes {want}",
        help_ko: "쪽을 더하거나 빼세요. 빈 쪽도 한 쪽입니다",
        help_en: "add or take pages; blank ones count",
    }
    /// More inks than there are plates for.
    SHOP_INKS = Error "P0903", InksAsked, Contents, Press {
        ko: "{found}도로 되어 있습니다({names}). {want}도까지 찍습니다",
        en: "it takes {found:ink|inks} ({names}); {want} at most are printed",
        help_ko: "남는 색을 먹이나 정해진 별색으로 바꾸세요. 흑백 그림은 회색(DeviceGray)이어야 합니다",
        help_en: "change the other colours to black or the spot colour; black pictures are DeviceGray",
    }
    /// A spot colour nobody agreed on.
    SHOP_SPOT = Error "P0904", SpotsAsked, Contents, Press {
        ko: "인쇄소가 받는 별색이 아닙니다: {name}",
        en: "the shop takes no spot colour of this name: {name}",
        help_ko: "별색 이름을 인쇄소와 맞추거나 CMYK로 바꾸세요",
        help_en: "agree on the name with the shop, or convert it to CMYK",
    }
    /// A plate for the finishing that the shop calls otherwise, or has no use for.
    SHOP_PLATE = Error "P0905", SpotsAsked, Contents, Press {
        ko: "인쇄소가 받는 후가공 판 이름이 아닙니다: {name} (받는 이름: {known})",
        en: "the shop takes no plate for the finishing of this name: {name} (it takes: {known})",
        help_ko: "판 이름을 인쇄소가 쓰는 이름으로 똑같이 바꾸세요. 맞는 이름이 없으면 이 후가공을 하는지 인쇄소에 물으세요. 박과 칼선은 CMYK로 바꿀 수 없습니다",
        help_en: "give the plate the name that the shop has for it, to the letter; if none fits, ask whether it does such work; foils and dies cannot be converted to CMYK",
    }
    /// Another printing condition.
    SHOP_CONDITION = Warning "P0906", ConditionAsked, Pages, Press {
        ko: "파일은 {found} 조건으로 만들었는데 인쇄소 조건은 {want}입니다",
        en: "the file is made for {found}, but the shop prints by {want}",
        help_ko: "인쇄소 조건의 프로파일로 변환해 다시 내보내세요. 그대로 찍으면 색이 달라집니다. 잉크 한도도 파일의 조건을 따르니, 인쇄소의 한도로 보려면 설정에 `ink = { limit = 280 }`처럼 적으세요",
        help_en: "convert it to the shop's condition and export anew, or colours will differ; ink is held to the limit of the file's own condition unless the shop profile names one: `ink = { limit = 280 }`",
    }
}
