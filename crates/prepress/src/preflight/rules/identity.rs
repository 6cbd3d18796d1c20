//! Chapter 3: what the file says of itself: output intent, Info and XMP.

rules! { P03:
    /// No PDF/X output intent.
    INTENT = Error "P0301", Anything, Pages, X {
        ko: "PDF/X 출력 의도(OutputIntent)가 {found}개입니다",
        en: "the number of PDF/X output intents is {found}",
        help_ko: "PDF/X-4로 내보내면서 출력 의도에 인쇄소의 CMYK 프로파일을 고르세요. 파일에는 GTS_PDFX 출력 의도 하나로 적힙니다",
        help_en: "export as PDF/X-4 and choose the press's CMYK profile as output intent; the file then has one GTS_PDFX output intent",
    }
    /// Entries of the output intent.
    INTENT_ENTRY = Error "P0302", Anything, Intent, X {
        ko: "출력 의도에 {what:이} 없습니다",
        en: "the output intent lacks {what}",
        help_ko: "인쇄 조건(예: FOGRA39)과 그 이름을 넣어 다시 내보내세요",
        help_en: "name the printing condition, such as FOGRA39, and export again",
    }
    /// No profile in the intent.
    PROFILE_MISSING = Error "P0303", Anything, Intent, X4 {
        ko: "출력 의도에 ICC 프로파일이 없습니다",
        en: "the output intent has no embedded ICC profile",
        help_ko: "인쇄소의 CMYK 프로파일을 넣어 다시 내보내세요",
        help_en: "embed the press's CMYK profile",
    }
    /// A profile of another kind.
    PROFILE_KIND = Error "P0304", Anything, Profile, X {
        ko: "출력 의도의 프로파일이 CMYK 출력 프로파일이 아닙니다: {found}",
        en: "the output intent's profile is no CMYK output profile: {found}",
        help_ko: "출력 의도에 인쇄소의 CMYK 출력 프로파일을 골라 다시 내보내세요(종류 prtr, 색 공간 CMYK)",
        help_en: "choose the press's CMYK output profile as output intent and export again (class prtr, colour space CMYK, N 4)",
    }
    /// No XMP.
    XMP_MISSING = Error "P0305", Anything, Pages, X4 {
        ko: "XMP 메타데이터를 읽을 수 없습니다: {reason}",
        en: "there is no XMP metadata to read: {reason}",
        help_ko: "PDF/X-4로 다시 내보내세요",
        help_en: "export as PDF/X-4",
    }
    /// The XMP does not say PDF/X-4.
    X_VERSION = Error "P0306", Anything, Xmp, X4 {
        ko: "PDF/X-4라는 표시가 없습니다(GTS_PDFXVersion: {found})",
        en: "the file does not say that it is PDF/X-4 (GTS_PDFXVersion: {found})",
        help_ko: "PDF/X-4로 다시 내보내세요. XMP의 pdfxid:GTS_PDFXVersion이 `PDF/X-4`여야 합니다",
        help_en: "export as PDF/X-4; pdfxid:GTS_PDFXVersion in the XMP must be `PDF/X-4`",
    }
    /// Info and XMP.
    INFO_XMP = Error "P0307", Anything, Xmp, X4 {
        ko: "문서 정보와 XMP의 {what:이} 다르거나 없습니다: {info} / {xmp}",
        en: "{what} is different or missing in Info and XMP: {info} / {xmp}",
        help_ko: "PDF/X-4로 다시 내보내세요. 두 곳의 값이 같아야 합니다",
        help_en: "export as PDF/X-4 again; both must have the same value",
    }
    /// Trapped.
    TRAPPED = Error "P0308", Anything, Pages, X {
        ko: "트래핑 여부(Trapped)가 분명하지 않습니다(문서 정보: {info}, XMP: {xmp})",
        en: "Trapped is not settled (Info: {info}, XMP: {xmp})",
        help_ko: "PDF/X-4로 다시 내보내세요. Info와 XMP에 Trapped가 False(또는 True)로 똑같이 적혀야 합니다",
        help_en: "export as PDF/X-4; Trapped must be False (or True), in Info and in XMP alike",
    }
    /// Identifiers of xmpMM.
    XMP_IDS = Error "P0309", Anything, Xmp, X4 {
        ko: "XMP에 {what:이} 없습니다",
        en: "the XMP lacks {what}",
        help_ko: "PDF/X-4로 다시 내보내세요. xmpMM:DocumentID, VersionID, RenditionClass가 있어야 합니다",
        help_en: "export as PDF/X-4; it needs xmpMM:DocumentID, VersionID and RenditionClass",
    }
    /// Trailer ID.
    TRAILER_ID = Error "P0310", Anything, Pages, X {
        ko: "파일 식별자(ID)가 없습니다",
        en: "the trailer has no ID",
        help_ko: "PDF/X-4로 다시 내보내세요",
        help_en: "export as PDF/X-4",
    }
    /// An intent with another condition's profile.
    INTENT_NAME = Error "P0311", Anything, Profile, X {
        ko: "출력 의도의 이름은 {name}인데 프로파일은 {profile}입니다",
        en: "the output intent says {name}, but its profile is {profile}",
        help_ko: "인쇄할 조건 하나로 이름과 프로파일을 맞추어 다시 내보내세요",
        help_en: "name and profile have to be those of one printing condition; export again",
    }
    /// A profile of a version that PDF/X-4 does not know.
    ICC_VERSION = Error "P0312", Anything, Pages, X4 {
        ko: "ICC 프로파일의 버전이 {found}입니다",
        en: "an ICC profile is of version {found}",
        help_ko: "PDF/X-4는 버전 2와 4만 압니다. 그런 프로파일로 다시 내보내세요",
        help_en: "PDF/X-4 knows versions 2 and 4; export with such a profile",
    }
}
