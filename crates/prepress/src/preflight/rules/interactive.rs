//! Chapter 2: parts of a file that do something, which paper cannot.

rules! { P02:
    /// JavaScript.
    JAVASCRIPT = Error "P0201", Anything, Pages, X {
        ko: "JavaScript가 들어 있습니다",
        en: "there is JavaScript in the file",
        help_ko: "인쇄용으로 다시 내보내거나 스크립트를 지우세요",
        help_en: "export for print, or remove the scripts",
    }
    /// Actions.
    ACTIONS = Error "P0202", Anything, Pages, X {
        ko: "동작(action)이 들어 있습니다: {where}",
        en: "there is an action in the file: {where}",
        help_ko: "인쇄용으로 다시 내보내거나 동작을 지우세요",
        help_en: "export for print, or remove the actions",
    }
    /// Forms.
    FORMS = Error "P0203", Anything, Pages, X4 {
        ko: "입력 양식이 들어 있습니다",
        en: "there is a form in the file",
        help_ko: "양식을 평면으로 바꾸어(flatten) 저장하세요",
        help_en: "flatten the form",
    }
    /// Multimedia.
    MULTIMEDIA = Error "P0204", Anything, Pages, X4 {
        ko: "동영상이나 소리가 들어 있습니다: {kind}",
        en: "there is multimedia in the file: {kind}",
        help_ko: "멀티미디어를 지우고 인쇄용으로 다시 내보내세요",
        help_en: "remove it and export for print",
    }
    /// Embedded files.
    EMBEDDED = Error "P0205", Anything, Pages, X4 {
        ko: "첨부 파일이 들어 있습니다",
        en: "there are embedded files",
        help_ko: "첨부 파일을 지우세요",
        help_en: "remove the attachments",
    }
    /// Annotations on the printed area.
    ANNOTATION = Error "P0206", Anything, Pages, X {
        ko: "인쇄되는 자리에 주석이 있습니다: {kind}",
        en: "there is an annotation on the printed area: {kind}",
        help_ko: "링크와 주석을 빼고 내보내세요. 주석은 도련 밖에만 둘 수 있습니다",
        help_en: "export without links and notes; annotations may only stand outside the bleed",
    }
    /// A layer that is not printed.
    LAYER_HIDDEN = Warning "P0207", Anything, Pages, Press {
        ko: "레이어 {name:은} 인쇄되지 않습니다",
        en: "the layer {name} is not printed",
        help_ko: "인쇄할 것이면 켜고, 아니면 지우고 내보내세요. 꺼진 레이어는 검사하지 않았습니다",
        help_en: "switch it on if it is to be printed, else export without it; what is on it was not judged",
    }
    /// A layer that prints and is not seen.
    LAYER_UNSEEN = Warning "P0208", Anything, Pages, Press {
        ko: "레이어 {name:은} 화면에는 보이지 않는데 인쇄됩니다",
        en: "the layer {name} is printed though it is not seen on screen",
        help_ko: "인쇄할 것인지 확인하고, 레이어 없이 평면으로 내보내세요",
        help_en: "check that it is meant to be, and export flat, without layers",
    }
    /// An annotation that is printed, but nobody knows how.
    ANNOTATION_BARE = Error "P0209", Anything, Pages, Press {
        ko: "인쇄하라는 주석에 모양(AP)이 들어 있지 않습니다: {kind}",
        en: "an annotation that is to be printed has no appearance of its own: {kind}",
        help_ko: "프로그램마다 다르게 그리거나 빼고 찍습니다. 주석을 쪽에 합치거나 지우고 다시 내보내세요",
        help_en: "each program draws it in its own way or leaves it out; flatten or remove it and export again",
    }
}
