//! What is said about image files.

use jikji_diagnostic::messages;

messages! {
    /// A file that is no image.
    NOT_AN_IMAGE = Error "E0401" {
        ko: "{path:은} 읽을 수 있는 그림이 아닙니다",
        en: "{path} is not an image that can be read",
        help_ko: "PNG, JPEG, GIF, WebP, SVG, PDF 가운데 하나로 저장하세요. 확장자만 바꾸면 안 됩니다",
        help_en: "save it as PNG, JPEG, GIF, WebP, SVG or PDF; changing the name's ending is not enough",
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
    /// SVG with entities beyond names of namespaces.
    SVG_DOCTYPE = Error "E0409" {
        ko: "{path} {line}번째 줄: SVG에 쓸 수 없는 엔티티가 있습니다",
        en: "{path}, line {line}: the SVG has an entity it may not have",
        help_ko: "엔티티는 이름공간 주소(`\"http://…\"`)만 쓸 수 있습니다. 이 줄을 지우거나 ‘일반 SVG’로 다시 내보내세요",
        help_en: "entities may only be addresses of namespaces (`\"http://…\"`): delete the line, or export it again as plain SVG",
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
        help_ko: "스크립트와 끼워 넣은 문서를 지우고 ‘일반 SVG’로 다시 내보내세요. foreignObject라면 draw.io는 글자의 ‘서식 있는 텍스트’를 끄고, Mermaid는 `htmlLabels: false`로 내보내면 보통 글자가 됩니다",
        help_en: "take scripts and embedded documents out, and export it as plain SVG; for foreignObject, switch off ‘Formatted Text’ in draw.io or set `htmlLabels: false` in Mermaid",
    }
    /// SVG whose style has what browsers know and the renderer does not.
    SVG_UNREAD = Error "E0414" {
        ko: "{path} {line}번째 줄: SVG의 {name}에 아직 그릴 수 없는 값이 있습니다: {what}",
        en: "{path}, line {line}: {name} in the SVG has a value that cannot be drawn: {what}",
        help_ko: "색은 `#rrggbb`처럼, 길이는 px로, 오려내기와 마스크는 `url(#이름)`으로, 그라디언트는 되풀이(`spreadMethod`) 없이 쓰거나, 그리기 프로그램에서 ‘일반 SVG’로 다시 내보내세요",
        help_en: "write colours as `#rrggbb`, lengths in px, clips and masks as `url(#name)`, gradients without `spreadMethod`, or export it again as plain SVG",
    }
    /// SVG with a style rule that browsers read and this program does not.
    SVG_UNREAD_RULE = Error "E0415" {
        ko: "{path} {line}번째 줄: SVG의 스타일시트에 읽을 수 없는 것이 있습니다: {what}",
        en: "{path}, line {line}: the SVG's style sheet has something that is not read: {what}",
        help_ko: "이 규칙을 클래스 선택자(`.이름`)의 평범한 규칙으로 풀어 쓰거나, 스타일을 속성으로 내보내도록 하여 다시 저장하세요",
        help_en: "write the rule out for a class (`.name`), or export the drawing with styles as attributes",
    }
    /// SVG with a value no browser knows.
    SVG_SKIPPED = Warning "W0416" {
        ko: "{path} {line}번째 줄: SVG의 {name} 값을 알 수 없어 브라우저처럼 건너뜁니다: {what}",
        en: "{path}, line {line}: {name} in the SVG has a value no browser knows, and is skipped as there: {what}",
        help_ko: "철자를 확인하세요. 색이라면 `#rrggbb`처럼 씁니다",
        help_en: "check its spelling; colours are written as `#rrggbb`",
    }
    /// SVG with a property the renderer does not draw.
    SVG_IDLE = Warning "W0417" {
        ko: "{path} {line}번째 줄: SVG의 {name:은} 지면에 그려지지 않습니다",
        en: "{path}, line {line}: {name} in the SVG is not drawn on the page",
        help_ko: "쪽에서 그림을 눈으로 확인하세요. 다르게 보이면 그리기 프로그램에서 그 효과를 도형으로 바꾸어 다시 내보내세요",
        help_en: "look at the picture on the page; if it differs, turn the effect into shapes in a drawing program and export it again",
    }
    /// SVG with an element that would be missed.
    SVG_NOT_DRAWN = Error "E0418" {
        ko: "{path} {line}번째 줄: SVG의 {what:은} 브라우저에서도 지면에서도 보이지 않습니다",
        en: "{path}, line {line}: {what} in the SVG shows neither in browsers nor on the page",
        help_ko: "Inkscape의 흐르는 글상자라면 [텍스트 > 텍스트로 변환]을, 그물 그라디언트라면 PNG로 내보내기를 하고 다시 저장하세요",
        help_en: "in Inkscape use Text > Convert to Text for flowed text, or export meshes as PNG, and save it again",
    }
    /// SVG that moves.
    SVG_STILL = Warning "W0419" {
        ko: "{path} {line}번째 줄: SVG의 움직임({what})은 지면에 나오지 않아, 움직이기 전의 모습으로 그립니다",
        en: "{path}, line {line}: the SVG moves ({what}), which a page does not: it is drawn as it is before",
        help_ko: "다른 순간의 모습이 필요하면 그 모습으로 멈춘 SVG를 내보내세요",
        help_en: "where another moment is wanted, export the drawing as it stands then",
    }
    /// SVG whose text is another where pages inside drawings cannot be drawn.
    SVG_INSTEAD = Warning "W0420" {
        ko: "{path} {line}번째 줄: SVG 안의 글상자 {wanted} 대신 파일에 마련된 {drawn:을} 그립니다",
        en: "{path}, line {line}: instead of the box {wanted} the SVG's own substitute is drawn: {drawn}",
        help_ko: "두 글이 달라도 되는지 확인하세요. draw.io라면 글자의 ‘서식 있는 텍스트’와 ‘자동 줄 바꿈’을 끄고 다시 내보내면 본래 글이 나옵니다",
        help_en: "see whether the two may differ; in draw.io switch off ‘Formatted Text’ and ‘Word Wrap’ and export it again",
    }
    /// SVG with an element that draws itself.
    SVG_ENDLESS = Error "E0421" {
        ko: "{path} {line}번째 줄: SVG의 use 요소가 자기 자신을 그립니다",
        en: "{path}, line {line}: a use element of the SVG draws itself",
        help_ko: "이 요소를 지우거나 다른 요소를 가리키게 하세요",
        help_en: "take the element out, or let it name another",
    }
    /// A picture that moves.
    IMAGE_MOVES = Warning "W0430" {
        ko: "{path:은} 움직이는 그림입니다: 쪽에는 첫 장면만 실립니다",
        en: "{path} moves: pages show its first picture alone",
        help_ko: "보일 장면을 골라 PNG로 저장해 쓰세요",
        help_en: "save the picture that should be seen as PNG",
    }
    /// A picture in which nothing is to be seen.
    IMAGE_EMPTY = Warning "W0431" {
        ko: "{path}에는 보이는 것이 없습니다: 모두 한 가지 색이거나 투명합니다",
        en: "{path} shows nothing: all of it has one colour, or none",
        help_ko: "맞는 파일인지 열어 보고, 그림이 보이게 다시 저장하세요",
        help_en: "open it to see whether it is the right file, and save it again so that the picture shows",
    }
    /// A picture of hardly a pixel.
    IMAGE_TINY = Warning "W0432" {
        ko: "{path:은} {width} × {height}픽셀뿐입니다",
        en: "{path} has only {width} × {height} pixels",
        help_ko: "웹 쪽에서 함께 저장된 자리 표시 그림일 수 있습니다. 원본 그림을 쓰세요",
        help_en: "it may be a placeholder that was saved along with a web page: use the picture itself",
    }
    /// A picture that is wider than the text.
    PICTURE_WIDE = Error "E0435" {
        ko: "그림 너비가 본문 폭({measure})보다 넓습니다",
        en: "the picture is wider than the measure of {measure}",
        help_ko: "{measure} 이하로 쓰거나 `100%`로 쓰세요",
        help_en: "write at most {measure}, or `100%`",
    }
    /// A picture over the full measure that has another width.
    PICTURE_NOT_FULL = Error "E0436" {
        ko: "본문 폭 전체(`full`)에 놓을 그림의 너비를 따로 정했습니다",
        en: "the picture is to take the full measure, and another width",
        help_ko: "width와 place 가운데 하나를 빼세요",
        help_en: "leave out width or place",
    }
    /// A picture that leaves no room beside it.
    PICTURE_BESIDE = Error "E0437" {
        ko: "그림이 넓어 옆에 글이 들어갈 자리가 없습니다",
        en: "beside so wide a picture there is no room for text",
        help_ko: "너비를 {most} 이하로 줄이거나 place를 빼세요",
        help_en: "make it {most} of the measure or less, or leave place out",
    }
    /// A picture that is higher than a page.
    PICTURE_TALL = Error "E0439" {
        ko: "그림이 이 너비로는 쪽에 들어가지 않게 높습니다: {height}",
        en: "at this width the picture is too high for a page: {height}",
        help_ko: "너비를 {most} 이하로 줄이거나 width를 빼세요",
        help_en: "make it {most} of the measure or less, or leave width out",
    }
    /// A picture beside another that has a place of its own.
    PICTURE_PAIRED = Error "E0438" {
        ko: "나란히 놓는 두 그림에는 너비와 자리를 정할 수 없습니다",
        en: "pictures side by side have no width or place of their own",
        help_ko: "width와 place를 빼세요. 두 그림은 높이를 맞추어 본문 폭에 나란히 놓입니다",
        help_en: "leave width and place out: the two share the measure at one height",
    }
    /// A description that is the name of a file.
    ALT_FILE = Warning "W0433" {
        ko: "그림 설명이 파일 이름입니다: {alt}",
        en: "the description of the picture is a file's name: {alt}",
        help_ko: "그림을 볼 수 없는 독자에게 그대로 읽힙니다. 그림에 무엇이 보이는지 한두 문장으로 적으세요",
        help_en: "it is read out to readers who cannot see the picture: write in a sentence or two what it shows",
    }
    /// A description that says what the caption says.
    ALT_CAPTION = Warning "W0434" {
        ko: "그림 설명이 캡션과 같습니다: {alt}",
        en: "the description of the picture repeats its caption: {alt}",
        help_ko: "같은 말이 두 번 읽힙니다. 캡션에 없는 것, 곧 그림에 무엇이 보이는지를 적으세요",
        help_en: "it is read out twice: write what the caption does not say, which is what the picture shows",
    }
}
