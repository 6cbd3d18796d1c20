//! What the `typeset` room says.

use super::messages;

messages! {
    /// An entry does not keep its promise of pages.
    TOO_LONG = "E0601" {
        ko: "이 기사는 {pages}쪽에 들어가지 않습니다: 약 {characters}자({lines}줄)가 넘칩니다",
        en: "this entry does not fit {pages} page(s): about {characters} characters ({lines} lines) too long",
        help_ko: "약 {characters}자({lines}줄)를 줄이면 {pages}쪽에 들어갑니다. 행간과 글자 크기는 이미 가장 좁은 단계까지 줄여 보았습니다",
        help_en: "cut about {characters} characters ({lines} lines); leading and size are already at the layout's tightest step",
    }
    /// A character no font has.
    NO_GLYPH = "E0602" {
        ko: "글꼴에 없는 글자입니다: `{character}` ({code}), 앞뒤 글: “{context}”",
        en: "no font has the character `{character}` ({code}), near “{context}”",
        help_ko: "스캔이나 붙여넣기에서 잘못 들어온 글자인지 확인하세요. 꼭 필요한 글자라면 그 글자가 있는 글꼴을 원고 옆 fonts 폴더에 넣으세요",
        help_en: "check whether it slipped in by scanning or pasting; if it is meant, put a font that has it into the fonts folder beside the manifest",
    }
    /// The layout's code failed.
    LAYOUT_FAILED = "E0603" {
        ko: "레이아웃이 이 기사를 조판하지 못했습니다: {message}",
        en: "the layout failed while it set this entry: {message}",
        help_ko: "레이아웃의 문제입니다. {where}을(를) 만든 사람에게 이 알림을 보내세요. {hints}",
        help_en: "this is the layout's fault: send this message to whoever made {where}. {hints}",
    }
    /// The layout's code warned.
    LAYOUT_WARNED = "W0604" {
        ko: "조판 중에 경고가 있었습니다: {message}",
        en: "a warning while setting: {message}",
        help_ko: "쪽을 눈으로 확인하세요. 위치: {where}. {hints}",
        help_en: "look at the page; place: {where}. {hints}",
    }
    /// The PDF does not meet its standards.
    EXPORT_FAILED = "E0605" {
        ko: "PDF 표준에 맞게 내보내지 못했습니다: {message}",
        en: "the PDF could not be exported to its standards: {message}",
        help_ko: "접근성 표준(PDF/UA-1, PDF/A-2a)이 요구하는 것이 빠졌습니다. 위치: {where}. {hints}",
        help_en: "something that PDF/UA-1 or PDF/A-2a asks for is missing; place: {where}. {hints}",
    }
    /// A loose line that could not be helped.
    VERY_LOOSE = "W0606" {
        ko: "낱말 사이가 너무 벌어진 줄이 있습니다 (글꼴 기본의 {ratio}배): “{context}”",
        en: "the words of a line stand too far apart ({ratio} times the font's space): “{context}”",
        help_ko: "이 문단의 낱말을 조금 바꾸거나 순서를 옮기면 나아집니다",
        help_en: "change a word or the order in this paragraph",
    }
}
