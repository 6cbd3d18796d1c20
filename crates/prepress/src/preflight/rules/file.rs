//! Chapter 1: the file, whether it can be read at all.

rules! { P01:
    /// The bytes are no PDF at all.
    NOT_PDF = Error "P0101", Anything, Pages, Press {
        ko: "PDF 파일이 아닙니다: {what}",
        en: "this is not a PDF file: {what}",
        help_ko: "인쇄용 PDF 파일을 골랐는지, 내려받다가 끊기지 않았는지 확인하세요",
        help_en: "check that the right file was chosen and that it was downloaded whole",
    }
    /// No page can be read.
    UNREADABLE = Error "P0102", Anything, Pages, Press {
        ko: "PDF를 읽지 못했습니다: {reason}",
        en: "the PDF cannot be read: {reason}",
        help_ko: "만든 프로그램에서 다시 내보내세요",
        help_en: "export it again from the program that made it",
    }
    /// The cross-reference table or a stream's length is wrong.
    DAMAGED = Error "P0103", Anything, Pages, Press {
        ko: "파일 구조가 깨져 있습니다: {what}",
        en: "the structure of the file is damaged: {what}",
        help_ko: "만든 프로그램에서 다시 내보내세요. 고쳐 읽은 내용으로 검사를 계속했습니다",
        help_en: "export it again; the checks went on with what could be repaired",
    }
    /// Version of the header.
    VERSION = Error "P0104", Anything, Pages, X4 {
        ko: "PDF 버전이 {found}입니다",
        en: "the PDF version is {found}",
        help_ko: "PDF/X-4는 PDF 1.6입니다(1.3부터 1.6까지 읽습니다). 1.6으로 내보내세요",
        help_en: "PDF/X-4 is PDF 1.6 (1.3 to 1.6 are accepted); export as 1.6",
    }
    /// Encrypted.
    ENCRYPTED = Error "P0105", Anything, Pages, Press {
        ko: "파일이 암호화되어 있습니다",
        en: "the file is encrypted",
        help_ko: "암호와 권한 제한 없이 다시 저장하세요",
        help_en: "save it again without password and permissions",
    }
    /// Something is too large to be checked.
    TOO_LARGE = Error "P0106", Anything, Pages, Press {
        ko: "너무 커서 다 검사하지 못했습니다: {what}",
        en: "too large to be checked in full: {what}",
        help_ko: "파일을 나누거나 그림을 단순하게 만들어 다시 내보내세요",
        help_en: "split the file or simplify the art, and export again",
    }
    /// The page tree.
    PAGE_TREE = Error "P0107", Anything, Pages, Press {
        ko: "쪽 목록이 잘못되어 있습니다: {what}",
        en: "the page tree is wrong: {what}",
        help_ko: "만든 프로그램에서 다시 내보내세요",
        help_en: "export it again from the program that made it",
    }
    /// A stream that does not decode.
    BROKEN_STREAM = Error "P0108", Anything, Pages, Press {
        ko: "내용이 깨져 있어 읽지 못했습니다: {what}",
        en: "a part of the contents is broken: {what}",
        help_ko: "그 자리가 비거나 잘려 찍힙니다. 만든 프로그램에서 다시 내보내고, 받은 파일이면 이 쪽을 알려 주고 다시 받으세요",
        help_en: "it would print empty or cut off: export it again, or name this page to the sender and get it anew",
    }
    /// A resource that the contents name and nobody defines.
    RESOURCE_MISSING = Error "P0109", Anything, Pages, Press {
        ko: "내용이 쓰는 {kind} {name:이} 파일에 없습니다",
        en: "the contents use {kind} {name}, which is not in the file",
        help_ko: "그 자리에 아무것도 찍히지 않거나 다르게 찍힙니다. 만든 프로그램에서 다시 내보내세요",
        help_en: "nothing or something else is printed there; export it again from the program that made it",
    }
    /// A JPEG that holds other colours than the file says.
    COMPONENTS = Error "P0110", Anything, Pages, Press {
        ko: "이미지의 색 성분이 {found}개인데 {space}로 적혀 있습니다",
        en: "an image has {found:colour component|colour components} but is declared as {space}",
        help_ko: "색이 틀리게 찍힙니다. 만든 프로그램에서 다시 내보내세요",
        help_en: "its colours come out wrong; export it again from the program that made it",
    }
    /// Something is closed that was never opened, or the other way round.
    UNBALANCED = Warning "P0111", Anything, Contents, Press {
        ko: "내용의 짝이 맞지 않습니다: {what}",
        en: "the contents are not balanced: {what}",
        help_ko: "대개 그대로 찍히지만 프로그램에 따라 다르게 읽습니다. 만든 프로그램에서 다시 내보내세요",
        help_en: "it mostly prints as it is, but programs read it differently; export it again from the program that made it",
    }
}
