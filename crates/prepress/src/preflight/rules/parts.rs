//! Chapter 5: fonts and parts that PDF/X forbids.

rules! { P05:
    /// A font that is not embedded.
    FONT_EMBED = Error "P0501", Fonts, Contents, Press {
        ko: "글꼴 {font:이} 들어 있지 않습니다",
        en: "the font {font} is not embedded",
        help_ko: "글꼴을 넣어(embed) 다시 내보내세요",
        help_en: "embed it and export again",
    }
    /// A font that is not subset.
    FONT_SUBSET = Warning "P0502", Fonts, Contents, X4 {
        ko: "글꼴 {font:이} 통째로 들어 있습니다",
        en: "the font {font} is embedded whole",
        help_ko: "쓴 글자만 넣도록(subset) 내보내세요",
        help_en: "export with subset fonts",
    }
    /// Type 3, which PDF/X-4 allows and presses are wary of: glyphs are often bitmaps.
    FONT_TYPE3 = Warning "P0503", Fonts, Contents, X4 {
        ko: "Type 3 글꼴 {font:을} 씁니다",
        en: "the font {font} is a Type 3 font",
        help_ko: "PDF/X-4에 어긋나지는 않지만 글자가 비트맵이면 거칠게 찍힙니다. OpenType 글꼴로 바꾸거나 윤곽선으로 바꾸세요",
        help_en: "PDF/X-4 allows it, but letters that are bitmaps print rough: use an OpenType font, or outlines",
    }
    /// .notdef.
    NOTDEF = Error "P0504", Fonts, Contents, Press {
        ko: "글꼴 {font}에 없는 글자(.notdef)가 찍힙니다",
        en: "a missing character (.notdef) of {font} is shown",
        help_ko: "그 자리의 글자와 글꼴을 확인하세요. 네모로 인쇄됩니다",
        help_en: "check the text and its font; it prints as a box",
    }
    /// LZW.
    LZW = Error "P0505", Anything, Pages, X {
        ko: "LZW 압축을 씁니다",
        en: "LZW compression is used",
        help_ko: "PDF/X-4는 LZW를 허용하지 않습니다. Flate로 다시 내보내세요",
        help_en: "PDF/X-4 forbids LZW; export with Flate",
    }
    /// Transfer functions.
    TRANSFER = Error "P0506", Anything, Pages, Press {
        ko: "전달 함수(transfer function)를 씁니다",
        en: "a transfer function is used",
        help_ko: "전달 함수 없이 다시 내보내세요",
        help_en: "export without transfer functions",
    }
    /// Halftones.
    HALFTONE = Error "P0507", Anything, Pages, X4 {
        ko: "망점(halftone) 설정이 들어 있습니다",
        en: "a halftone is set",
        help_ko: "망점은 인쇄소가 정합니다. 설정 없이 다시 내보내세요",
        help_en: "the press decides on the screen; export without halftones",
    }
    /// Alternate images.
    ALTERNATES = Error "P0508", Anything, Pages, X {
        ko: "대체 이미지(Alternates)가 있습니다",
        en: "an image has alternates",
        help_ko: "대체 이미지 없이 다시 내보내세요",
        help_en: "export without alternate images",
    }
    /// OPI.
    OPI = Error "P0509", Anything, Pages, Press {
        ko: "OPI 링크가 있습니다",
        en: "there is an OPI link",
        help_ko: "원본 이미지를 넣어 다시 내보내세요",
        help_en: "export with the real images",
    }
    /// PostScript.
    POSTSCRIPT = Error "P0510", Anything, Pages, X {
        ko: "PostScript 코드가 들어 있습니다",
        en: "there is PostScript code in the file",
        help_ko: "PostScript 없이 다시 내보내세요",
        help_en: "export without PostScript",
    }
    /// A form that stands for a page of another file.
    REFERENCE = Error "P0511", Anything, Pages, X {
        ko: "다른 파일의 쪽을 가리키는 그림(reference XObject)이 있습니다",
        en: "there is a reference to a page of another file (reference XObject)",
        help_ko: "그 쪽을 파일 안에 넣어 다시 내보내세요",
        help_en: "export with that page in the file",
    }
    /// Layers that switch by themselves.
    LAYER_AUTO = Error "P0512", Anything, Pages, X4 {
        ko: "화면과 인쇄에서 저절로 바뀌는 레이어(OCProperties의 AS)가 있습니다",
        en: "layers switch by themselves for screen and print (AS in OCProperties)",
        help_ko: "PDF/X-4는 AS를 허용하지 않습니다. 레이어 없이 다시 내보내세요",
        help_en: "PDF/X-4 forbids AS; export without layers",
    }
    /// Courier, which often stands in for a font that was not there.
    COURIER = Warning "P0513", Fonts, Contents, Press {
        ko: "글꼴 {font:이} 쓰였습니다",
        en: "the font {font} is used",
        help_ko: "없는 글꼴 자리에 Courier가 대신 들어가곤 합니다. 뜻한 글꼴인지 확인하세요",
        help_en: "Courier often stands in for a font that was missing; check that it is meant",
    }
    /// A font program that is broken.
    FONT_BROKEN = Error "P0514", Fonts, Contents, Press {
        ko: "글꼴 {font:이} 깨져 있어 읽지 못했습니다",
        en: "the program of the font {font} is broken and cannot be read",
        help_ko: "글자가 다르게 찍히거나 찍히지 않습니다. 글꼴을 다시 넣어 내보내세요",
        help_en: "its text prints otherwise or not at all; embed the font again",
    }
}
