//! Chapter 6: colour spaces, blending and total ink.

rules! { P06:
    /// RGB or Lab.
    RGB = Error "P0601", Anything, Contents, Press {
        ko: "{space} 색이 남아 있습니다: {what}",
        en: "{space} colour is left: {what}",
        help_ko: "인쇄 프로파일의 CMYK로 바꾸세요",
        help_en: "convert it to the output profile's CMYK",
    }
    /// ICC-based CMYK or grey.
    ICC = Warning "P0602", Anything, Contents, Press {
        ko: "프로파일이 붙은 {space} 색이 있습니다: {what}",
        en: "{space} colour with its own profile is used: {what}",
        help_ko: "값이 다시 바뀔 수 있습니다. DeviceCMYK, DeviceGray, 별색만 쓰세요",
        help_en: "its values may be converted again; use DeviceCMYK, DeviceGray and spots only",
    }
    /// An alternate in RGB.
    ALTERNATE_RGB = Error "P0603", Spots, Contents, Press {
        ko: "별색 {name}의 대체 색이 {space}입니다",
        en: "the alternate of the spot colour {name} is {space}",
        help_ko: "별색의 대체 색을 CMYK로 정하세요",
        help_en: "give the spot colour a CMYK alternate",
    }
    /// Blending space.
    BLENDING = Error "P0604", Transparency, Contents, Press {
        ko: "투명 효과가 있는데 쪽의 혼합 색 공간이 CMYK가 아닙니다: {found}",
        en: "the page uses transparency, but its blending space is not CMYK: {found}",
        help_ko: "쪽의 Group에 CS /DeviceCMYK를 적으세요",
        help_en: "write CS /DeviceCMYK into the page's Group",
    }
    /// Total ink.
    INK = Error "P0605", Anything, Plates, Press {
        ko: "잉크 총량이 {found}%입니다(한도 {limit}%): C{c} M{m} Y{y} K{k}, 넓이 {area}mm²",
        en: "the total ink is {found} % (limit {limit} %): C{c} M{m} Y{y} K{k}, on {area} mm²",
        help_ko: "색을 낮추거나 인쇄 프로파일로 다시 변환하세요",
        help_en: "lower the colours, or convert them to the output profile again",
    }
}
