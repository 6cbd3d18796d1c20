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
        help_ko: "InDesign에서는 편집 > 투명도 혼합 공간(Transparency Blend Space) > 문서 CMYK를 고르고, Illustrator에서는 CMYK 문서로 만들어 다시 내보내세요. 파일에는 쪽의 Group에 CS /DeviceCMYK로 적힙니다",
        help_en: "choose Edit > Transparency Blend Space > Document CMYK in InDesign, or make it a CMYK document in Illustrator, and export again; the page's Group then says CS /DeviceCMYK",
    }
    /// Total ink.
    INK = Error "P0605", Anything, Plates, Press {
        ko: "잉크 총량이 {found}%입니다(한도 {limit}%): C{c} M{m} Y{y} K{k}{spots}, 넓이 {area}mm²",
        en: "the total ink is {found} % (limit {limit} %): C{c} M{m} Y{y} K{k}{spots}, on {area} mm²",
        help_ko: "색을 낮추거나 인쇄 프로파일로 다시 변환하세요",
        help_en: "lower the colours, or convert them to the output profile again",
    }
    /// The colour of marks in art.
    ALL_IN_ART = Error "P0606", Anything, Contents, Press {
        ko: "재단선 안의 그림이 모든 판(Separation All)에 찍힙니다: {what}",
        en: "art inside the trim is printed on every plate (Separation All): {what}",
        help_ko: "재단선과 맞춰찍기에만 쓰는 색(맞춰찍기 견본)입니다. 먹 1도나 뜻한 색으로 바꾸세요",
        help_en: "that colour, the swatch Registration, is for crop and register marks; use K alone, or the colour that is meant",
    }
    /// Names of one ink that are written in several ways.
    SPOT_NAMES = Warning "P0607", Spots, Contents, Press {
        ko: "같은 별색의 이름이 다르게 적혀 있습니다: {names}",
        en: "the same ink is written in several ways: {names}",
        help_ko: "판이 따로 나옵니다. 이름 하나로 맞추세요",
        help_en: "each makes a plate of its own; use one name",
    }
    /// A spot ink that looks like two.
    SPOT_ALTERNATES = Warning "P0608", Spots, Contents, Press {
        ko: "별색 {name}의 대체 색이 여러 가지입니다: {found}",
        en: "the spot colour {name} has more than one alternate: {found}",
        help_ko: "교정과 화면에서 다른 색으로 보입니다. 대체 색 하나로 맞추세요",
        help_en: "it looks different from place to place in a proof; give it one alternate",
    }
    /// More spot inks than are looked at.
    SPOTS_MANY = Error "P0609", Spots, Contents, Press {
        ko: "별색이 {found}가지입니다",
        en: "there are {found} spot colours",
        help_ko: "{most}가지까지만 판을 만들어 검사합니다. 쓰지 않는 별색을 지우거나 CMYK로 바꾸세요",
        help_en: "plates are made of {most} at most; remove those that are not needed, or convert them to CMYK",
    }
    /// Default colour spaces.
    DEFAULT_SPACE = Warning "P0610", Anything, Contents, Press {
        ko: "기본 색 공간({name})이 정해져 있습니다",
        en: "a default colour space is set: {name}",
        help_ko: "DeviceCMYK 값이 다시 바뀔 수 있습니다. 기본 색 공간 없이 다시 내보내세요",
        help_en: "device colours may be converted again; export without default colour spaces",
    }
    /// A rendering intent that nobody knows.
    RENDERING_INTENT = Error "P0611", Anything, Contents, Press {
        ko: "모르는 렌더링 의도입니다: {found}",
        en: "unknown rendering intent: {found}",
        help_ko: "RelativeColorimetric, AbsoluteColorimetric, Perceptual, Saturation 가운데 하나로 다시 내보내세요",
        help_en: "export with RelativeColorimetric, AbsoluteColorimetric, Perceptual or Saturation",
    }
}
