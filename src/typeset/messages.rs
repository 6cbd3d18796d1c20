//! What the `typeset` room says.

use jikji_diagnostic::{messages, words};

messages! {
    /// An entry does not keep its promise of pages.
    TOO_LONG = Error "E0601" {
        ko: "‘{title}’: {pages}쪽에 들어가지 않습니다. 쪽은 여기서 차고, 모두 약 {characters}자({lines}줄)가 넘칩니다",
        en: "“{title}” does not fit {pages:page|pages}: the room ends here, with about {characters} characters ({lines:line|lines}) too many",
        help_ko: "약 {characters}자({lines}줄)를 줄이면 {pages}쪽에 들어갑니다. 행간과 글자 크기는 이미 가장 좁은 단계까지 줄여 보았습니다",
        help_en: "cut about {characters} characters ({lines:line|lines}); leading and size are already at the layout's tightest step",
    }
    /// An entry that is no matter of lines.
    FAR_TOO_LONG = Error "E0611" {
        ko: "이 기사는 {pages}쪽에 들어가기에는 너무 깁니다: {characters}자",
        en: "this entry is far too long for {pages:page|pages}: {characters} characters",
        help_ko: "A4 한 쪽에는 보통 1,500자쯤 들어갑니다. 다른 글이 들어간 것이 아닌지 보고, 여러 기사로 나누거나 줄이세요",
        help_en: "a page of A4 takes some 1,500; see whether the right text stands here, then part it or cut it",
    }
    /// A number that is no number of a periodical.
    NUMBER_TOO_LONG = Error "E0612" {
        ko: "이 호의 글이 너무 깁니다: 모두 {characters}자이고, {most}자까지 조판합니다",
        en: "this number is too long: {characters} characters in all, where {most} can be set",
        help_ko: "다른 글이 들어간 것이 아닌지 보고, 여러 호로 나누세요",
        help_en: "see whether the right texts stand in it, then part it into several numbers",
    }
    /// A character no font has.
    NO_GLYPH = Error "E0602" {
        ko: "글꼴에 없는 글자입니다: `{character}` ({code}), 앞뒤 글: “{context}”",
        en: "no font has the character `{character}` ({code}), near “{context}”",
        help_ko: "스캔이나 붙여넣기에서 잘못 들어온 글자인지 확인하세요. 꼭 필요한 글자라면 그 글자가 있는 글꼴을 원고 옆 fonts 폴더에 넣으세요",
        help_en: "check whether it slipped in by scanning or pasting; if it is meant, put a font that has it into the fonts folder beside the manifest",
    }
    /// A character no font has, where a common sign says the same.
    NO_GLYPH_ALIKE = Error "E0624" {
        ko: "글꼴에 없는 글자입니다: `{character}` ({code}), 앞뒤 글: “{context}”",
        en: "no font has the character `{character}` ({code}), near “{context}”",
        help_ko: "대신 `{instead}` 문자를 쓰세요",
        help_en: "write `{instead}` instead",
    }
    /// An emoji that has no common sign.
    NO_PICTURE = Error "E0625" {
        ko: "이모지는 글 속에 실을 수 없습니다: `{character}` ({code}), 앞뒤 글: “{context}”",
        en: "an emoji cannot be set in text: `{character}` ({code}), near “{context}”",
        help_ko: "지우거나 ★ ● ※ 같은 글자로 바꾸세요. 꼭 필요하면 그림 파일로 넣으세요",
        help_en: "leave it out or write a sign such as ★ ● ※; if it is needed, put it in as a picture file",
    }
    /// A letter with marks that no font has all of.
    NO_CLUSTER = Error "E0623" {
        ko: "글자와 거기에 붙은 {kind:을} 함께 가진 글꼴이 없습니다: `{cluster}` ({base} + {marks}), 앞뒤 글: “{context}”",
        en: "no font has this letter together with its {kind}: `{cluster}` ({base} + {marks}), near “{context}”",
        help_ko: "붙은 것을 지우거나 다른 글자로 쓰세요. 꼭 필요하면 둘을 다 가진 글꼴을 원고 옆 fonts 폴더에 넣으세요",
        help_en: "leave the mark out or write it in another way; if it is meant, put a font that has both into the fonts folder beside the manifest",
    }
    /// The layout's code failed.
    LAYOUT_FAILED = Error "E0603" {
        ko: "레이아웃이 이 기사를 조판하지 못했습니다: {message}",
        en: "the layout failed while it set this entry: {message}",
        help_ko: "원고가 아니라 레이아웃 파일 {where}의 문제입니다. 레이아웃을 고치거나 만든 사람에게 알리세요{hints}",
        help_en: "the fault is in the layout's file {where}, not in the manuscript: mend it, or tell whoever made it{hints}",
    }
    /// The layout's code failed at a page of its own.
    PAGE_FAILED = Error "E0613" {
        ko: "레이아웃의 {module} 함수가 쪽을 만들지 못했습니다: {message}",
        en: "the layout's function {module} failed to make its page: {message}",
        help_ko: "원고가 아니라 레이아웃 파일 {where}의 문제입니다. 레이아웃을 고치거나 만든 사람에게 알리세요{hints}",
        help_en: "the fault is in the layout's file {where}, not in the manuscript: mend it, or tell whoever made it{hints}",
    }
    /// A file of the layout that Typst cannot load.
    LAYOUT_UNLOADED = Error "E0614" {
        ko: "레이아웃 파일을 읽을 수 없어 {concerned:을} 조판하지 못합니다: {message}",
        en: "a file of the layout cannot be loaded, which stops {concerned}: {message}",
        help_ko: "원고가 아니라 레이아웃 파일 {where}의 문제입니다. 레이아웃을 고치거나 만든 사람에게 알리세요{hints}",
        help_en: "the fault is in the layout's file {where}, not in the manuscript: mend it, or tell whoever made it{hints}",
    }
    /// A picture of the that Typst cannot draw.
    PICTURE_FAILED = Error "E0618" {
        ko: "그림 파일 {where:을} 그릴 수 없습니다: {message}",
        en: "the picture {where} cannot be drawn: {message}",
        help_ko: "그리기 프로그램에서 열어 다시 내보내거나 PNG로 바꾸세요{hints}",
        help_en: "open it in a drawing program and export it again, or make a PNG of it{hints}",
    }
    /// A function a layout's file should have.
    NO_FUNCTION = Error "E0615" {
        ko: "레이아웃 파일 {file}에 {name} 함수가 없습니다",
        en: "the layout's file {file} has no function {name}",
        help_ko: "이 파일에서 `#let`으로 그 이름의 함수를 정의하거나, layout.toml에 적은 이름을 함수에 맞추세요. 파일에 있는 함수: {known}",
        help_en: "define a function of that name with `#let`, or mend the name in layout.toml; the file's functions: {known}",
    }
    /// The same, but with one of nearly that name.
    NO_FUNCTION_NEAR = Error "E0616" {
        ko: "레이아웃 파일 {file}에 {name} 함수가 없습니다",
        en: "the layout's file {file} has no function {name}",
        help_ko: "비슷한 이름의 함수: {near}. 함수의 이름과 layout.toml에 적은 이름이 같아야 합니다. 파일에 있는 함수: {known}",
        help_en: "{near} is perhaps meant: the function and layout.toml must agree; the file's functions: {known}",
    }
    /// A package a layout asks for.
    PACKAGE = Error "E0617" {
        ko: "레이아웃이 Typst 패키지 `{package}`를 가져오려 합니다",
        en: "the layout imports the Typst package `{package}`",
        help_ko: "jikji는 패키지를 내려받지 않습니다. 언제나 같은 쪽이 나오도록, 필요한 파일을 레이아웃 폴더에 넣고 `#import \"파일.typ\"`처럼 가져오세요. 위치: {where}",
        help_en: "jikji fetches no packages, so that pages stay what they are: put the files into the layout's folder and import them by path; place: {where}",
    }
    /// The layout's code warned.
    LAYOUT_WARNED = Warning "W0604" {
        ko: "조판 중에 경고가 있었습니다: {message}",
        en: "a warning while setting: {message}",
        help_ko: "쪽을 눈으로 확인하세요. 위치: {where}{hints}",
        help_en: "look at the page; place: {where}{hints}",
    }
    /// The PDF does not meet its standards.
    EXPORT_FAILED = Error "E0605" {
        ko: "PDF 표준에 맞게 내보내지 못했습니다: {message}",
        en: "the PDF could not be exported to its standards: {message}",
        help_ko: "접근성 표준(PDF/UA-1, PDF/A-2a)이 요구하는 것이 빠졌습니다. 위치: {where}{hints}",
        help_en: "something that PDF/UA-1 or PDF/A-2a asks for is missing; place: {where}{hints}",
    }
    /// A module did not attach its label.
    NO_LABEL = Error "E0607" {
        ko: "레이아웃의 {module} 모듈이 첫 쪽에 라벨을 붙이지 않았습니다",
        en: "the layout's module {module} does not attach its label to its first page",
        help_ko: "{where}에서 `label` 인수를 첫 쪽 맨 위의 요소에 붙이세요: `[#metadata(\"entry\")#label]`",
        help_en: "in {where}, attach the argument `label` to an element at the top of the first page: `[#metadata(\"entry\")#label]`",
    }
    /// A font family that the layout names and nobody has.
    NO_FAMILY = Warning "W0608" {
        ko: "레이아웃이 쓰는 글꼴 {family:이} 없습니다",
        en: "the layout names the font {family}, which is not there",
        help_ko: "글꼴 파일을 원고 옆 fonts 폴더에 넣거나 {where}의 글꼴 이름을 고치세요. 있는 글꼴은 `jikji fonts`로 볼 수 있습니다",
        help_en: "put the font's file into the fonts folder beside the manifest, or mend the name in {where}; `jikji fonts` lists those there are",
    }
    /// A font family that a drawing names and nobody has.
    NO_DRAWING_FAMILY = Warning "W0623" {
        ko: "그림 {path}의 글꼴 {family:이} 없어 레이아웃의 글꼴로 짭니다",
        en: "the drawing {path} names the font {family}, which is not there: the layout's is taken",
        help_ko: "글자의 너비가 달라져 겹치거나 벗어나지 않는지 쪽을 눈으로 확인하세요. 꼭 그 글꼴이어야 하면 글꼴 파일을 원고 옆 fonts 폴더에 넣거나, 그리기 프로그램에서 글자를 윤곽선(path)으로 바꾸어 내보내세요",
        help_en: "look at the page, since its letters have other widths; where it must be that font, put its file into the fonts folder beside the manifest, or turn the text into outlines in the drawing program",
    }
    /// Text of a drawing that leans in a font that does not.
    DRAWN_UPRIGHT = Warning "W0624" {
        ko: "그림 {path}의 기울인 글자를 곧게 짭니다: 그 글꼴에 기울인 글자가 없습니다",
        en: "slanted text in the drawing {path} is set upright: the font has no slanted face",
        help_ko: "쪽을 눈으로 확인하세요. 꼭 기울여야 하면 기울임꼴이 있는 글꼴을 원고 옆 fonts 폴더에 넣거나, 그리기 프로그램에서 글자를 윤곽선(path)으로 바꾸어 내보내세요",
        help_en: "look at the page; where it must lean, put a font with an italic face into the fonts folder beside the manifest, or turn the text into outlines in the drawing program",
    }
    /// A file in the fonts folder that is no font.
    FONT_UNREADABLE = Warning "W0619" {
        ko: "글꼴로 쓸 수 없는 파일입니다: {file}",
        en: "this file cannot be used as a font: {file}",
        help_ko: "TTF, OTF 파일을 다시 받아 넣거나 이 파일을 빼세요. 웹 글꼴(WOFF)은 쓸 수 없습니다",
        help_en: "put a sound TTF or OTF in its place, or take it out; web fonts (WOFF) cannot be used",
    }
    /// A loose line that could not be helped.
    VERY_LOOSE = Warning "W0606" {
        ko: "낱말 사이가 너무 벌어진 줄이 있습니다 (글꼴 기본의 {ratio}배): “{context}”",
        en: "the words of a line stand too far apart ({ratio} times the font's space): “{context}”",
        help_ko: "이 문단의 낱말을 조금 바꾸거나 순서를 옮기면 나아집니다",
        help_en: "change a word or the order in this paragraph",
    }
    /// Text runs out of the text area or off the page.
    OUTSIDE = Error "E0621" {
        ko: "{page}쪽에서 글이 판면 밖으로 {by} 나갑니다: “{text}”",
        en: "on page {page}, text leaves the text area by {by}: “{text}”",
        help_ko: "줄이 넘어갈 자리가 없는 긴 글이면 띄어쓰기를 넣거나 줄이고, 표라면 칸 수를 줄이세요. 짧은 글인데도 나가면 레이아웃의 문제이니 만든 사람에게 알리세요",
        help_en: "where the text has no place to turn a line, put in a space or cut it; give a table fewer columns; if the text is short, it is the layout's fault: tell whoever made it",
    }
    /// Text runs over its neighbour.
    OVER_TEXT = Warning "W0622" {
        ko: "{page}쪽에서 글이 다른 글과 겹칩니다: “{text}”, “{other}”",
        en: "on page {page}, one text runs over another: “{text}”, “{other}”",
        help_ko: "쪽을 눈으로 확인하세요. 칸보다 긴 낱말이면 띄어쓰기를 넣거나 줄이고, 표라면 칸 수를 줄이세요",
        help_en: "look at the page; where a word is longer than its cell, put in a space or cut it; give a table fewer columns",
    }
    /// A text that a layout cut.
    CUT = Warning "W0632" {
        ko: "들어갈 자리보다 길어서 끝이 잘린 글이 있습니다: “{text}”",
        en: "a text is longer than its place and was cut: “{text}”",
        help_ko: "이 글을 줄이세요",
        help_en: "shorten this text",
    }
    /// The print edition has other pages than the screen edition.
    OTHER_PAGES = Error "E0609" {
        ko: "인쇄판이 {pages}쪽이 됩니다. 화면판대로라면 {expected}쪽이어야 합니다",
        en: "the print edition comes to {pages:page|pages}; by the screen edition it should be {expected}",
        help_ko: "레이아웃이 `sys.inputs.edition`에 따라 쪽을 더하거나 빼지 않는지, 채움 쪽이 한 쪽씩인지 확인하세요",
        help_en: "see that the layout adds or drops no page by `sys.inputs.edition`, and that its fillers take one page each",
    }
    /// Text of a page stands or looks otherwise in print.
    OTHER_LINES = Error "E0610" {
        ko: "인쇄판 {page}쪽에서 글의 자리나 모양이 화면판과 다릅니다: {text}부터",
        en: "on page {page} of the print edition, text stands or looks otherwise than on screen, from {text} on",
        help_ko: "레이아웃이 `sys.inputs.edition`에 따라 글자 크기나 너비를 바꾸지 않는지 확인하세요. 색만 달라야 합니다",
        help_en: "see that the layout changes no size or width by `sys.inputs.edition`; only colours may differ",
    }
    /// A page has other words in print.
    OTHER_WORDS = Error "E0620" {
        ko: "인쇄판 {page}쪽의 글이 화면판과 다릅니다: 화면판은 {screen}, 인쇄판은 {print}",
        en: "on page {page} of the print edition the words differ: {screen} on screen, {print} in print",
        help_ko: "레이아웃이 `sys.inputs.edition`에 따라 글을 바꾸거나 빼지 않는지 확인하세요. 색과 채움 쪽만 다를 수 있습니다. 인쇄판에만 있는 박 글자는 글자가 아니라 그림(SVG)으로 놓거나 `[[print.plates]]`로 넣으세요",
        help_en: "see that the layout changes or drops no words by `sys.inputs.edition`; only colours and fillers may differ; letters of foil that print alone has are shapes (an SVG), or art by `[[print.plates]]`",
    }
}

words! {
    /// U+302E and U+302F.
    TONE_MARK: "방점", "tone mark";
    /// Conjoining jamo.
    OLD_JAMO: "옛한글 자모", "Old Hangul jamo";
    /// A mark around a letter.
    ENCLOSING_MARK: "둘러싸는 부호", "enclosing mark";
    /// Any other mark.
    COMBINING_MARK: "결합 부호", "combining mark";
    /// In place of a text that is not there.
    NO_TEXT: "글 없음", "no text";
    /// Nothing that could be listed.
    NONE: "없음", "none";
    /// What is set with one module.
    MODULE_PAGES: "`{name}` 모듈로 짜는 기사와 쪽 {count}건",
        "the module `{name}` and what is set with it ({count})";
    /// What every module is needed for.
    EVERY_PAGE: "이 호의 모든 쪽", "every page of this number";
}
