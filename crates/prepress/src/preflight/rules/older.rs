//! Chapter 8: what PDF/X-1a (ISO 15930-1:2001 and 15930-4:2003) and PDF/X-3 (ISO 15930-3:2002 and 15930-6:2003) ask
//! beyond what every PDF/X does. They stand on PDF 1.3 and PDF 1.4, and the later ones have no transparency either.

rules! { P08:
    /// Version of the header.
    OLDER_VERSION = Error "P0801", Anything, Pages, Older {
        ko: "PDF 버전이 {found}입니다",
        en: "the PDF version is {found}",
        help_ko: "PDF/X-1a와 PDF/X-3은 PDF 1.4까지입니다. 그 버전으로 다시 내보내세요",
        help_en: "PDF/X-1a and PDF/X-3 go up to PDF 1.4; export as that",
    }
    /// The Info does not say which standard it is.
    OLDER_MARK = Error "P0802", Anything, Pages, Older {
        ko: "{standard} 표시가 없습니다(GTS_PDFXVersion: {found})",
        en: "the file does not say that it is {standard} (GTS_PDFXVersion: {found})",
        help_ko: "그 표준으로 다시 내보내세요. 문서 정보(Info)의 GTS_PDFXVersion에 적힙니다",
        help_en: "export as that standard, which writes GTS_PDFXVersion into Info",
    }
    /// An entry of Info.
    OLDER_INFO = Error "P0803", Anything, Pages, Older {
        ko: "문서 정보에 {what:이} 없습니다",
        en: "Info lacks {what}",
        help_ko: "문서 정보(Info)에 Title, CreationDate, ModDate를 넣어 다시 내보내세요",
        help_en: "write Title, CreationDate and ModDate into Info",
    }
    /// Transparency.
    TRANSPARENCY = Error "P0804", Transparency, Contents, Older {
        ko: "투명 효과가 있습니다",
        en: "the page uses transparency",
        help_ko: "PDF/X-1a와 PDF/X-3에는 투명 효과를 쓸 수 없습니다. 투명을 병합(flatten)해 내보내거나 PDF/X-4로 보내세요",
        help_en: "PDF/X-1a and PDF/X-3 have no transparency: flatten it, or send PDF/X-4",
    }
    /// Layers.
    LAYERS = Error "P0805", Anything, Pages, Older {
        ko: "레이어가 있습니다",
        en: "the file has layers",
        help_ko: "PDF/X-1a와 PDF/X-3에는 레이어가 없습니다. 레이어 없이 내보내거나 PDF/X-4로 보내세요",
        help_en: "PDF/X-1a and PDF/X-3 know no layers: export without them, or send PDF/X-4",
    }
    /// A filter that PDF 1.4 does not have or PDF/X does not allow.
    OLDER_FILTER = Error "P0806", Anything, Pages, Older {
        ko: "{filter} 압축을 씁니다",
        en: "the compression {filter} is used",
        help_ko: "PDF/X-1a와 PDF/X-3에서는 Flate, JPEG(DCT), CCITT만 쓰세요",
        help_en: "use Flate, JPEG (DCT) or CCITT in PDF/X-1a and PDF/X-3",
    }
    /// A colour space with a profile of its own.
    DEVICE_ONLY = Error "P0807", Anything, Contents, X1a {
        ko: "{space} 색이 있습니다: {what}",
        en: "{space} colour is used: {what}",
        help_ko: "PDF/X-1a에는 DeviceCMYK, DeviceGray, 별색만 쓸 수 있습니다",
        help_en: "PDF/X-1a takes DeviceCMYK, DeviceGray and spots only",
    }
    /// An alternate in Lab.
    ALTERNATE_LAB = Error "P0808", Spots, Contents, X1a {
        ko: "별색 {name}의 대체 색이 {space}입니다",
        en: "the alternate of the spot colour {name} is {space}",
        help_ko: "PDF/X-1a에서는 별색의 대체 색이 CMYK나 회색이어야 합니다",
        help_en: "in PDF/X-1a the alternate of a spot colour is CMYK or grey",
    }
}
