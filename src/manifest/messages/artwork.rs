//! What is said about PDFs whose pages are set.

use jikji_diagnostic::messages;

messages! {
    /// Pixels where lines are wanted.
    PLATE_PIXELS = Error "E0277" {
        ko: "{path:은} 후가공 판이 될 수 없습니다. PDF나 SVG여야 합니다",
        en: "{path} cannot be a plate for the finishing: it has to be a PDF or an SVG",
        help_ko: "박과 톰슨선은 선으로 그려야 합니다. 그린 프로그램에서 PDF나 SVG로 내보내세요",
        help_en: "foils and dies are made from outlines: export it as PDF or SVG from where it was drawn",
    }
    /// A whole page that is no PDF.
    ART_NO_PDF = Error "E0440" {
        ko: "{path:은} PDF가 아니어서 온 쪽으로 실을 수 없습니다",
        en: "{path} is no PDF and cannot be a whole page",
        help_ko: "광고는 재단 크기(TrimBox)와 도련이 있는 PDF로 받으세요. 그림은 글의 `image`에 씁니다",
        help_en: "get the advertisement as a PDF with trim box and bleed; a picture goes into the `image` of an entry",
    }
    /// A PDF with a password.
    PDF_ENCRYPTED = Error "E0441" {
        ko: "{path} PDF에 암호나 사용 제한이 걸려 있습니다",
        en: "{path} is encrypted",
        help_ko: "암호와 제한 없이 다시 내보낸 PDF를 받으세요",
        help_en: "get it exported anew without a password or restrictions",
    }
    /// A PDF that cannot be read.
    PDF_DAMAGED = Error "E0442" {
        ko: "{path} PDF가 손상되었습니다: {reason}",
        en: "{path} is damaged: {reason}",
        help_ko: "PDF/X-4로 다시 내보낸 파일을 받으세요. 받다가 끊긴 파일일 수 있습니다",
        help_en: "get it exported anew as PDF/X-4; the download or copy may have been interrupted",
    }
    /// A PDF that takes too much to draw.
    PDF_LARGE = Error "E0443" {
        ko: "{path} {page}쪽은 너무 크거나 복잡해서 그릴 수 없습니다",
        en: "page {page} of {path} is too large or too complex to draw",
        help_ko: "투명 효과를 병합하고 그림을 300ppi로 줄여 다시 내보낸 파일을 받으세요",
        help_en: "get it exported anew with effects flattened and pictures at 300 ppi",
    }
    /// A page that is not there.
    PDF_NO_PAGE = Error "E0444" {
        ko: "{path}에는 {page}쪽이 없습니다: {pages}쪽짜리입니다",
        en: "{path} has no page {page}: it has {pages:page|pages}",
        help_ko: "`page`에 1부터 {pages}까지의 쪽 번호를 적거나 `page`를 지우세요. 지우면 1쪽입니다",
        help_en: "let `page` be a number from 1 to {pages}, or take `page` out for page 1",
    }
    /// A font that is not in the PDF.
    PDF_FONT = Error "E0445" {
        ko: "{path} {page}쪽에 쓴 글꼴 {font:이} PDF에 들어 있지 않습니다",
        en: "the font {font} on page {page} of {path} is not in the file",
        help_ko: "글꼴을 넣거나(포함, embed) 글자를 윤곽선으로 바꿔 다시 내보낸 파일을 받으세요",
        help_en: "get it exported anew with its fonts embedded, or with its text as outlines",
    }
    /// A Type 3 font in the PDF.
    PDF_TYPE_3 = Error "E0446" {
        ko: "{path} {page}쪽의 글꼴 {font:은} 인쇄할 수 없는 Type 3입니다",
        en: "the font {font} on page {page} of {path} is of Type 3, which cannot be printed",
        help_ko: "글자를 윤곽선으로 바꾸거나 OpenType 글꼴로 다시 내보낸 파일을 받으세요",
        help_en: "get it exported anew with an OpenType font, or with its text as outlines",
    }
    /// Layers that are hidden.
    PDF_LAYERS = Error "E0447" {
        ko: "{path} {page}쪽에 숨긴 레이어가 있어 무엇을 인쇄할지 알 수 없습니다",
        en: "page {page} of {path} has hidden layers, so it is not known what to print",
        help_ko: "숨긴 레이어를 지우고 나머지를 병합해 다시 내보낸 파일을 받으세요",
        help_en: "get it exported anew without the hidden layers and the others merged",
    }
    /// `page` of what is no PDF.
    PAGE_OF_NO_PDF = Error "E0448" {
        ko: "{path:은} PDF가 아니어서 {page}쪽을 고를 수 없습니다",
        en: "{path} is no PDF and has no page {page}",
        help_ko: "`page`를 지우세요",
        help_en: "take `page` out",
    }
    /// What is not taken over.
    PDF_LEFT_OUT = Warning "W0449" {
        ko: "{path} {page}쪽에서 싣지 않는 것이 있습니다: {what}",
        en: "of page {page} of {path} something is left out: {what}",
        help_ko: "그림만 실립니다. 그래도 되면 그대로 두고, 보여야 하는 것이면 그림으로 만들어 다시 내보낸 파일을 받으세요",
        help_en: "the picture alone is set: leave it if that will do; what has to be seen must be part of the picture",
    }
}
