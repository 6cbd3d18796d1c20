//! The words for what findings and faults name: places, parts and kinds of damage.
//!
//! Terms of PDF itself, names and figures stay as they are; sentences stand with what says them.

use jikji_diagnostic::words;

words! {
    /// There is no value.
    NONE: "없음", "none";
    /// A side of the page.
    LEFT: "왼쪽", "left";
    /// A side of the page.
    RIGHT: "오른쪽", "right";
    /// A side of the page.
    TOP: "위", "top";
    /// A side of the page.
    BOTTOM: "아래", "bottom";
    /// A path that is filled.
    FILL: "칠", "fill";
    /// A path that is stroked.
    STROKE: "선", "stroke";
    /// Text.
    TEXT: "글자", "text";
    /// A picture.
    IMAGE: "그림", "image";
    /// A picture and its size.
    IMAGE_OF: "그림, {width} × {height}px", "image, {width} × {height} px";
    /// A picture through which a colour is painted.
    IMAGE_MASK: "그림 마스크", "image mask";
    /// A gradient.
    SHADING: "그라디언트", "shading";
    /// A soft mask.
    SOFT_MASK: "소프트 마스크", "soft mask";
    /// A group that is blended as a whole.
    GROUP: "투명 그룹", "transparency group";
    /// A page's content streams.
    PAGE_CONTENTS: "쪽의 내용", "page contents";
    /// A page's plates, where its contents were looked at.
    PLATES: "쪽의 판. 내용은 다 보았습니다", "the page's plates; its contents were looked at";
    /// What is missing on the plates of a page.
    UNDRAWN: "판에 다 그려지지 않은 그림이나 그라디언트", "a picture or shading that the plates do not show in full";
    /// Art for the finishing with something translucent in it.
    TRANSPARENT_PLATE: "후가공 판의 투명 효과", "transparency on a plate for the finishing";
    /// Art for the finishing with a tiling in it.
    PATTERN_PLATE: "되풀이하는 무늬(패턴). 인쇄판에서 겹쳐 찍히지 않습니다", "a pattern, which does not overprint on press";
    /// Art for the finishing that has no page or no purpose.
    PLATE_OF_NOTHING: "쪽이나 쓰임이 없는 후가공 판", "a finishing plate without a page or a purpose";
    /// A font that draws its glyphs by pictures or page contents.
    TYPE_3: "Type 3 글꼴(비트맵이나 여러 색으로 된 글자)", "a Type 3 font";
    /// Text in a font whose program is not in the file.
    FONT_OUTSIDE: "파일에 들어 있지 않은 글꼴의 글자", "text in a font that is not embedded";
    /// Fill and stroke of one text, of which one is a plate for the finishing.
    STEPS_IN_TEXT: "채움과 선의 판이 다른 후가공 글자", "text whose fill and stroke are on different finishing plates";
    /// A pattern painted in a colour that it does not bring along.
    UNCOLOURED: "색을 따로 정하는 무늬", "a pattern without a colour of its own";
    /// A form XObject.
    FORM: "폼(XObject)", "form";
    /// The rendered plates.
    SEPARATIONS: "색 분해판", "separations";
    /// Forms in one another.
    DEEP_FORMS: "너무 깊이 겹친 폼(XObject)", "forms nested too deep";
    /// Objects, one and all.
    OBJECTS: "객체", "objects";
    /// Object streams.
    OBJECT_STREAMS: "객체 스트림", "object streams";
    /// Streams.
    STREAMS: "스트림", "streams";
    /// Where an action stands.
    PAGE: "쪽", "page";
    /// Where an action stands.
    CATALOG: "문서 전체", "catalog";
    /// Why a file cannot be read.
    NO_PAGES: "쪽이 없습니다", "no pages";
    /// What a file is instead of a PDF.
    EMPTY: "0바이트", "0 bytes";
    /// The same.
    NO_HEADER: "%PDF- 머리가 없습니다", "no %PDF- header";
    /// Why there is no XMP.
    NO_CATALOG: "문서 목록(catalog)이 없습니다", "no catalog";
    /// The same.
    NO_METADATA: "Metadata가 없습니다", "no Metadata";
    /// The same.
    NOT_DECODED: "압축이 풀리지 않습니다", "it does not decode";
    /// The same.
    NOT_UTF8: "UTF-8이 아닙니다", "it is not UTF-8";
    /// What is broken in contents.
    UNKNOWN_OPERATOR: "모르는 연산자", "unknown operator";
    /// The same.
    OPERANDS_OF: "{operator} 연산자의 값(피연산자)", "the operands of {operator}";
    /// The same.
    TORN_STRING: "끝나지 않는 문자열", "a string without an end";
    /// The same.
    TORN_ARRAY: "끝나지 않는 배열", "an array without an end";
    /// The same.
    TORN_DICTIONARY: "끝나지 않는 사전(<<)", "a dictionary without an end";
    /// The same.
    TORN_IMAGE: "잘린 내용 속 그림(inline image)", "an inline image cut short";
    /// The same.
    TORN_CONTENTS: "연산자 없이 끊긴 내용", "contents that end before an operator";
    /// The same.
    DRAWS_ITSELF: "폼(XObject)이 자기를 그립니다", "a form draws itself";
    /// A form without its BBox.
    NO_AREA: "크기(BBox)가 없는 폼(XObject): 보는 프로그램마다 찍히기도 하고 빠지기도 합니다", "a form without its size (BBox), which some viewers paint and others do not";
    /// A tiling pattern without its BBox or steps.
    CELL: "크기(BBox)나 간격(XStep, YStep)이 없는 타일 패턴", "a tiling pattern without its size (BBox) or steps (XStep, YStep)";
    /// An image that is not what it is said to be.
    IMAGE_SAID: "그림: {width} × {height}px, {bits}비트로 적혀 있지만 {own_width} × {own_height}px, {own_bits}비트입니다", "an image of {own_width} × {own_height} px and {own_bits} bits that is said to be {width} × {height} px and {bits} bits";
    /// Why a file cannot be read.
    BROKEN_STRUCTURE: "구조가 깨져 있습니다", "its structure is broken";
    /// The same.
    CUT_OFF: "끝이 없습니다(내려받거나 옮기다가 잘린 파일)", "its end is missing (cut off on the way)";
    /// The same.
    NO_CROSS_REFERENCES: "상호 참조 표를 읽을 수 없습니다", "its cross-reference table cannot be read";
    /// Why metadata cannot be read.
    NO_XML: "{line}행에서 XML이 아닙니다", "it is no XML, from line {line} on";
    /// In the place of a font's name.
    NAMELESS: "(이름 없음)", "(no name)";
    /// What stands in the place of a profile.
    NO_PROFILE: "잘렸거나 ICC 프로파일이 아닙니다", "truncated or no ICC profile";
    /// What is damaged in a file.
    WRONG_STARTXREF: "startxref가 상호 참조 표를 가리키지 않습니다",
        "startxref does not point at the cross-reference table";
    /// The same.
    REBUILT: "상호 참조 표를 다시 만들었습니다", "the cross-reference table had to be rebuilt";
    /// The same.
    WRONG_LENGTH: "스트림의 Length가 {length}입니다", "a stream's Length is {length}";
    /// The same.
    WRONG_OFFSETS: "위치가 틀린 객체 {count}개, 처음은 {first}번",
        "{count:wrong offset|wrong offsets}, first that of object {first}";
    /// The same.
    NO_LENGTH: "길이(Length)가 없는 스트림 {count}개를 endstream까지 읽었습니다",
        "{count:stream|streams} without a Length, read to endstream";
    /// The same.
    WRONG_LENGTHS: "길이(Length)가 틀린 스트림 {count}개를 endstream까지 읽었습니다",
        "{count:stream|streams} with a wrong Length, read to endstream";
    /// How many pages a shop takes.
    PAGES_AT_LEAST: "{count}쪽 이상", "{count} at least";
    /// The same.
    PAGES_AT_MOST: "{count}쪽 이하", "{count} at most";
    /// The same.
    PAGES_IN: "{count}의 배수", "multiples of {count}";
    /// What is wrong with the tree of pages.
    NO_PAGE_TREE: "문서 목록에 Pages가 없습니다", "no Pages in the catalog";
    /// The same.
    MOST_PAGES: "{most}쪽이 넘습니다", "more than {most} pages";
    /// The same.
    NODE_TWICE: "같은 마디가 두 번 있거나 자기를 품고 있습니다",
        "a node stands in it twice or holds itself";
    /// The same.
    PAGE_MISSING: "빠진 쪽이 있습니다", "a page is missing";
    /// Why a file cannot be read.
    UNPACKS: "{what:이} 풀어 보니 너무 큽니다", "{what} unpack to too much";
    /// What is left out of artwork.
    ANNOTATIONS: "주석과 링크", "annotations and links";
    /// The same.
    FORM_FIELDS: "입력란", "form fields";
    /// The same.
    SCRIPTS: "자바스크립트와 동작", "scripts and actions";
    /// The same.
    LAYERS: "레이어 구분", "the layers' names";
    /// What is broken in a file.
    PAGE_BOX: "쪽 상자", "page box";
    /// The same.
    OPEN_STATE: "쪽의 내용(짝이 없는 q)", "page content (q without Q)";
    /// The same.
    NESTING: "너무 깊거나 맴도는 구조", "nesting (too deep or in a circle)";
    /// The same.
    GRADIENT: "그라디언트", "gradient";
    /// The same.
    GRAPHICS_STATE: "그래픽 상태(ExtGState)", "graphics state";
    /// The same.
    X_OBJECT: "개체(XObject)", "XObject";
    /// The same.
    INLINE_IMAGE: "내용 속 그림(inline image)", "inline image";
    /// The same.
    IMAGE_WITHOUT_SPACE: "색 공간이 없는 그림", "image (no colour space)";
    /// The same.
    PATTERN: "무늬(pattern)", "pattern";
    /// The same.
    COLOUR_SPACE: "색 공간", "colour space";
    /// The same.
    SPOT_COLOUR: "별색", "spot colour";
    /// The same.
    ICC_PROFILE: "ICC 프로파일", "ICC profile";
    /// The same.
    LZW_STREAM: "LZW 스트림", "LZW stream";
    /// Why a file is not laid out on sheets.
    NO_PDF: "PDF가 아닙니다", "it is no PDF";
    /// What is broken in a file.
    OBJECT_OF: "{page}쪽의 객체", "the object of page {page}";
    /// The same.
    USER_UNIT_OF: "{page}쪽의 단위(UserUnit)", "the user unit of page {page}";
    /// The same.
    MEDIA_BOX_OF: "{page}쪽의 용지 크기(MediaBox)", "the media box of page {page}";
    /// The same.
    TRIM_BOX_OF: "{page}쪽의 재단 크기(TrimBox)", "the trim box of page {page}";
    /// The same.
    ROTATION_OF: "{page}쪽의 방향(Rotate)", "the rotation of page {page}";
    /// The same.
    CONTENTS_OF: "{page}쪽의 내용", "the contents of page {page}";
}
