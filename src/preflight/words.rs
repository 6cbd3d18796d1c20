//! What the reports of a preflight say, in Korean and English; what is wrong is said by the rules themselves.

use jikji_diagnostic::words;

words! {
    /// The title of the page.
    TITLE: "인쇄 파일 검사", "Preflight";
    /// Nothing is wrong.
    PASSED: "통과", "Passed";
    /// Nothing is wrong but warnings.
    PASSED_WARNED: "통과, 경고 있음", "Passed with warnings";
    /// Something is wrong.
    FAILED: "고칠 것이 있습니다", "To be corrected";
    /// Something could not be checked.
    UNCHECKED: "다 확인하지 못했습니다", "Not all of it could be checked";
    /// A file could not be read.
    UNREAD: "읽지 못했습니다", "Could not be read";
    /// Rules that could not be checked, for programs that list cases.
    CASE_NOT_CHECKED: "확인하지 못함", "not checked";
    /// How many rules could not be checked, and which.
    CASE_UNCHECKED: "규칙 {count}개를 확인하지 못했습니다: {rules}", "{count:rule|rules} could not be checked: {rules}";
    /// A column: a rule's code and weight.
    RULE: "규칙", "Rule";
    /// A column: what is wrong.
    SAID: "내용", "What is wrong";
    /// A label: what the press suffers from.
    PRESS: "인쇄", "On press";
    /// How many rules are broken that are errors.
    ERRORS: "오류 {kinds}가지", "{kinds:error|errors}";
    /// The same, in more places than that.
    ERRORS_AT: "오류 {kinds}가지({places}곳)", "{kinds:error|errors} ({places:place|places})";
    /// How many rules are broken that are warnings.
    WARNINGS: "경고 {kinds}가지", "{kinds:warning|warnings}";
    /// The same, in more places than that.
    WARNINGS_AT: "경고 {kinds}가지({places}곳)", "{kinds:warning|warnings} ({places:place|places})";
    /// How many rules could not be checked.
    UNCHECKED_RULES: "확인하지 못함 {count}가지", "{count} not checked";
    /// A label.
    PAGES: "쪽수", "Pages";
    /// How many pages.
    PAGE_COUNT: "{count}쪽", "{count}";
    /// A label.
    SIZE: "완성 크기", "Finished size";
    /// There are several sizes.
    SIZES: "크기 {count}가지", "{count} sizes";
    /// There is no size.
    NO_SIZE: "없음", "none";
    /// A label.
    INKS: "도수", "Inks";
    /// How many inks.
    INK_COUNT: "{count}도", "{count}";
    /// A label.
    FILE_SIZE: "파일 크기", "File size";
    /// A label: the standard.
    STANDARD: "표준", "Standard";
    /// No standard is asked.
    NO_STANDARD: "묻지 않음", "none asked";
    /// A label: the shop's profile.
    PROFILE: "인쇄소 설정", "Shop profile";
    /// An error.
    ERROR: "오류", "Error";
    /// A warning.
    WARNING: "경고", "Warning";
    /// A heading: what was found.
    FINDINGS: "찾은 것", "Findings";
    /// Nothing was found.
    NOTHING: "문제를 찾지 못했습니다.", "Nothing was found.";
    /// Of the file as a whole.
    WHOLE_FILE: "파일 전체", "The whole file";
    /// Some pages.
    ON_PAGES: "{pages}쪽", "Page {pages}";
    /// How many places.
    PLACES: "{count}곳", "{count:place|places}";
    /// Sentences that are not listed.
    MORE: "이 밖에 {count}가지 더", "and {count} more of the kind";
    /// Rules that could not be checked.
    NOT_CHECKED: "확인하지 못한 규칙", "Rules that could not be checked";
    /// A heading: pictures of pages.
    PICTURES: "쪽 그림", "Pages";
    /// What the colours of marks mean.
    LEGEND: "빨강은 오류, 주황은 경고, 파란 선은 재단선입니다. 화면의 색은 인쇄의 색이 아닙니다.",
        "Red is an error, orange a warning, the blue line the trim. Colours on a screen are no proof.";
    /// Pages that are not shown.
    MORE_PAGES: "찾은 것이 있는 다른 쪽: {pages}", "Other pages with findings: {pages}";
    /// A picture of a page.
    PICTURE_OF: "{page}쪽 그림", "picture of page {page}";
    /// A heading: sizes.
    BOXES: "크기", "Sizes";
    /// What the figures of boxes are.
    BOXES_NOTE: "상자는 mm로, 왼쪽 아래 모서리의 자리와 너비 × 높이입니다.",
        "Boxes are in mm: where their lower left corner is, then width × height.";
    /// A heading: plates.
    PLATES: "인쇄판", "Plates";
    /// A heading: fonts.
    FONTS: "글꼴", "Fonts";
    /// A heading: pictures of the file.
    IMAGES: "그림", "Images";
    /// A column.
    ON: "쪽", "Pages";
    /// A column.
    BLEED: "도련", "Bleed";
    /// A column.
    PLATE: "판", "Plate";
    /// A plate that is no ink.
    NO_INK: "{plate} (잉크 아님)", "{plate} (no ink)";
    /// A column: the most ink.
    MOST_INK: "잉크가 가장 많은 곳", "Where most ink lies";
    /// Where most ink lies.
    INK_AT: "{page}쪽, {percent}%", "page {page}, {percent} %";
    /// The same, of plates that are coarser than others because the page is so large.
    INK_AT_PPI: "{page}쪽, {percent}%. 쪽이 커서 {ppi}ppi로 쟀습니다",
        "page {page}, {percent} %, measured at {ppi} ppi because the page is so large";
    /// A column.
    FONT: "글꼴", "Font";
    /// A column.
    KIND: "종류", "Kind";
    /// A column: whether it is in the file.
    EMBEDDED: "포함", "Embedded";
    /// It is.
    YES: "있음", "yes";
    /// It is not.
    NO: "없음", "no";
    /// A column.
    PIXELS: "화소", "Pixels";
    /// A column.
    SPACE: "색", "Colour";
    /// A column.
    RESOLUTION: "해상도", "Resolution";
    /// A column.
    PLACE: "자리", "Place";
    /// A place on a page, mm from its edges.
    AT: "왼쪽 {left}, 위 {top}mm", "{left} mm from left, {top} mm from top";
    /// Images that are not listed.
    LOWEST: "해상도가 낮은 {shown}개, 모두 {count}개", "the {shown} of lowest resolution, of {count}";
    /// A heading: all files.
    FILES: "파일", "Files";
    /// A column.
    FILE: "파일", "File";
    /// A column.
    RESULT: "결과", "Result";
    /// How many files passed.
    FILES_PASSED: "파일 {count}개 가운데 {passed}개가 통과했습니다.", "{passed} of {count:file|files} passed.";
    /// What made the page.
    MADE_BY: "jikji {version}로 검사했습니다. 판정은 이 파일에만 해당합니다.",
        "Tested by jikji {version}. The verdict is of this very file.";
}
