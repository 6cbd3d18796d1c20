//! What is said about image files.

use jikji_diagnostic::messages;

messages! {
    /// A file that is no image.
    NOT_AN_IMAGE = Error "E0401" {
        ko: "{path:은} 읽을 수 있는 그림이 아닙니다",
        en: "{path} is not an image that can be read",
        help_ko: "PNG, JPEG, GIF, WebP, SVG 가운데 하나로 저장하세요. 확장자만 바꾸면 안 됩니다",
        help_en: "save it as PNG, JPEG, GIF, WebP or SVG; changing the name's ending is not enough",
    }
    /// An image with too many pixels.
    IMAGE_PIXELS = Error "E0402" {
        ko: "{path} 그림이 너무 큽니다: {width} × {height}픽셀",
        en: "{path} is too large: {width} × {height} pixels",
        help_ko: "한 변 {side}픽셀, 모두 1억 픽셀 아래로 줄이세요. A4 전면도 300ppi이면 2,480 × 3,508픽셀입니다",
        help_en: "make it at most {side} pixels a side and 100 megapixels; a whole A4 page at 300 ppi has 2,480 × 3,508",
    }
    /// An image that needs too much memory.
    IMAGE_MEMORY = Error "E0403" {
        ko: "{path} 그림을 푸는 데 메모리가 너무 많이 듭니다",
        en: "{path} takes too much memory to decode",
        help_ko: "색 깊이를 8비트로 낮추거나 크기를 줄이세요",
        help_en: "lower it to 8 bits a channel, or make it smaller",
    }
    /// An image that stops half way.
    IMAGE_CUT_OFF = Error "E0404" {
        ko: "{path} 그림 파일이 중간에 끊겼습니다",
        en: "{path} is cut off",
        help_ko: "내려받거나 복사하다 끊긴 파일입니다. 원본을 다시 가져오세요",
        help_en: "the download or copy was interrupted; get the file again",
    }
    /// An image that cannot be decoded.
    IMAGE_DAMAGED = Error "E0405" {
        ko: "{path} 그림 파일이 손상되었습니다: {reason}",
        en: "{path} is damaged: {reason}",
        help_ko: "그림 편집기에서 열어 다시 저장하세요",
        help_en: "open it in an image editor and save it again",
    }
    /// SVG that is no well-formed XML.
    SVG_XML = Error "E0406" {
        ko: "{path} {line}번째 줄: SVG의 XML 형식이 맞지 않습니다: {reason}",
        en: "{path}, line {line}: the SVG is not well-formed XML: {reason}",
        help_ko: "그리기 프로그램에서 열어 SVG로 다시 내보내세요",
        help_en: "open it in a drawing program and export it again",
    }
    /// SVG that is not UTF-8.
    SVG_ENCODING = Error "E0407" {
        ko: "{path}: SVG의 인코딩이 UTF-8이 아닙니다",
        en: "{path}: the SVG is not UTF-8",
        help_ko: "그리기 프로그램에서 열어 SVG로 다시 내보내세요",
        help_en: "open it in a drawing program and export it again",
    }
    /// XML that is no SVG.
    SVG_ROOT = Error "E0408" {
        ko: "{path}: SVG 그림이 아닌 XML입니다",
        en: "{path} is XML, but not an SVG image",
        help_ko: "맨 바깥이 xmlns=\"http://www.w3.org/2000/svg\"인 svg 요소여야 합니다",
        help_en: "its outermost element must be svg with xmlns=\"http://www.w3.org/2000/svg\"",
    }
    /// An SVG of no size.
    SVG_SIZE = Error "E0413" {
        ko: "{path}: SVG의 크기가 맞지 않습니다: {what}",
        en: "{path}: the SVG has no size that can be drawn: {what}",
        help_ko: "너비와 높이, viewBox는 0보다 커야 합니다. 그리기 프로그램에서 크기를 정해 다시 내보내세요",
        help_en: "width, height and viewBox must be more than 0: set a size in a drawing program and export it again",
    }
    /// SVG with a document type, which can define entities.
    SVG_DOCTYPE = Error "E0409" {
        ko: "{path}: SVG에 DOCTYPE이나 엔티티가 있습니다",
        en: "{path}: the SVG has a DOCTYPE or entities",
        help_ko: "DOCTYPE 줄을 지우거나 ‘일반 SVG’로 다시 내보내세요",
        help_en: "delete the DOCTYPE, or export it again as plain SVG",
    }
    /// SVG that is too large or too deep.
    SVG_LARGE = Error "E0410" {
        ko: "{path}: SVG가 너무 복잡합니다",
        en: "{path}: the SVG is too complex",
        help_ko: "경로를 단순하게 줄이거나 PNG로 내보내세요. 요소는 {nodes}개까지, 겹침은 128층까지입니다",
        help_en: "simplify it or export it as PNG; the most is {nodes} nodes, nested 128 deep",
    }
    /// SVG that names something outside of itself.
    SVG_OUTSIDE = Error "E0411" {
        ko: "{path} {line}번째 줄: SVG가 바깥 파일이나 주소를 가리킵니다: {what}",
        en: "{path}, line {line}: the SVG refers to something outside of it: {what}",
        help_ko: "그림과 글꼴, 스타일을 SVG 안에 넣거나(‘포함’) 그 요소를 지우세요",
        help_en: "embed images, fonts and styles in the SVG, or take the element out",
    }
    /// SVG with a program or another document in it.
    SVG_PROGRAM = Error "E0412" {
        ko: "{path} {line}번째 줄: SVG에 쓸 수 없는 요소가 있습니다: {what}",
        en: "{path}, line {line}: the SVG has something it may not have: {what}",
        help_ko: "스크립트와 끼워 넣은 문서를 지우고 ‘일반 SVG’로 다시 내보내세요",
        help_en: "take scripts and embedded documents out, and export it as plain SVG",
    }
}
