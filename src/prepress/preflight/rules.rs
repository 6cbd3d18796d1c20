//! Every rule of the preflight: its code, its weight and its words in Korean and English.
//!
//! This is the only place where preflight sentences are written; it never looks at a file.

use serde::Serialize;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file must not go to press.
    Error,
    /// The file can go to press, but somebody should look.
    Warning,
}

/// One rule, with its words in both languages.
///
/// Arguments are written `{name}`; in Korean a particle may follow after a colon, as in `{name:을}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable code, such as `P0103`: two digits of chapter, two of rule.
    pub code: &'static str,
    /// What breaking it means.
    pub severity: Severity,
    /// What is wrong, in Korean.
    pub ko: &'static str,
    /// What is wrong, in English: lower case, no full stop.
    pub en: &'static str,
    /// What to do, in Korean.
    pub help_ko: &'static str,
    /// What to do, in English.
    pub help_en: &'static str,
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $severity:ident $code:literal {
        ko: $ko:literal, en: $en:literal, help_ko: $help_ko:literal, help_en: $help_en:literal $(,)?
    })*) => {
        $($(#[$doc])* pub const $name: &Rule = &Rule {
            code: $code, severity: Severity::$severity,
            ko: $ko, en: $en, help_ko: $help_ko, help_en: $help_en,
        };)*

        /// Every rule, in the order of their codes.
        pub const ALL: &[&Rule] = &[$($name),*];
    };
}

rules! {
    /// The bytes are no PDF at all.
    NOT_PDF = Error "P0101" {
        ko: "PDF 파일이 아닙니다: {what}",
        en: "this is not a PDF file: {what}",
        help_ko: "인쇄용 PDF 파일을 골랐는지, 내려받다가 끊기지 않았는지 확인하세요",
        help_en: "check that the right file was chosen and that it was downloaded whole",
    }
    /// No page can be read.
    UNREADABLE = Error "P0102" {
        ko: "PDF를 읽지 못했습니다: {reason}",
        en: "the PDF cannot be read: {reason}",
        help_ko: "만든 프로그램에서 다시 내보내세요",
        help_en: "export it again from the program that made it",
    }
    /// The cross-reference table or a stream's length is wrong.
    DAMAGED = Error "P0103" {
        ko: "파일 구조가 깨져 있습니다: {what}",
        en: "the structure of the file is damaged: {what}",
        help_ko: "만든 프로그램에서 다시 내보내세요. 고쳐 읽은 내용으로 검사를 계속했습니다",
        help_en: "export it again; the checks went on with what could be repaired",
    }
    /// Version of the header.
    VERSION = Error "P0104" {
        ko: "PDF 버전이 {found}입니다",
        en: "the PDF version is {found}",
        help_ko: "PDF/X-4는 PDF 1.6입니다(1.3부터 1.6까지 읽습니다). 1.6으로 내보내세요",
        help_en: "PDF/X-4 is PDF 1.6 (1.3 to 1.6 are accepted); export as 1.6",
    }
    /// Encrypted.
    ENCRYPTED = Error "P0105" {
        ko: "파일이 암호화되어 있습니다",
        en: "the file is encrypted",
        help_ko: "암호와 권한 제한 없이 다시 저장하세요",
        help_en: "save it again without password and permissions",
    }
    /// Something is too large to be checked.
    TOO_LARGE = Error "P0106" {
        ko: "너무 커서 다 검사하지 못했습니다: {what}",
        en: "too large to be checked in full: {what}",
        help_ko: "파일을 나누거나 그림을 단순하게 만들어 다시 내보내세요",
        help_en: "split the file or simplify the art, and export again",
    }
    /// The page tree.
    PAGE_TREE = Error "P0107" {
        ko: "쪽 목록이 잘못되어 있습니다: {what}",
        en: "the page tree is wrong: {what}",
        help_ko: "만든 프로그램에서 다시 내보내세요",
        help_en: "export it again from the program that made it",
    }
    /// A stream that does not decode.
    BROKEN_STREAM = Error "P0108" {
        ko: "내용이 깨져 있어 읽지 못했습니다: {what}",
        en: "a part of the contents is broken: {what}",
        help_ko: "만든 프로그램에서 다시 내보내세요",
        help_en: "export it again from the program that made it",
    }

    /// JavaScript.
    JAVASCRIPT = Error "P0201" {
        ko: "JavaScript가 들어 있습니다",
        en: "there is JavaScript in the file",
        help_ko: "인쇄용으로 다시 내보내거나 스크립트를 지우세요",
        help_en: "export for print, or remove the scripts",
    }
    /// Actions.
    ACTIONS = Error "P0202" {
        ko: "동작(action)이 들어 있습니다: {where}",
        en: "there is an action in the file: {where}",
        help_ko: "인쇄용으로 다시 내보내거나 동작을 지우세요",
        help_en: "export for print, or remove the actions",
    }
    /// Forms.
    FORMS = Error "P0203" {
        ko: "입력 양식이 들어 있습니다",
        en: "there is a form in the file",
        help_ko: "양식을 평면으로 바꾸어(flatten) 저장하세요",
        help_en: "flatten the form",
    }
    /// Multimedia.
    MULTIMEDIA = Error "P0204" {
        ko: "동영상이나 소리가 들어 있습니다: {kind}",
        en: "there is multimedia in the file: {kind}",
        help_ko: "멀티미디어를 지우고 인쇄용으로 다시 내보내세요",
        help_en: "remove it and export for print",
    }
    /// Embedded files.
    EMBEDDED = Error "P0205" {
        ko: "첨부 파일이 들어 있습니다",
        en: "there are embedded files",
        help_ko: "첨부 파일을 지우세요",
        help_en: "remove the attachments",
    }
    /// Annotations on the printed area.
    ANNOTATION = Error "P0206" {
        ko: "인쇄되는 자리에 주석이 있습니다: {kind}",
        en: "there is an annotation on the printed area: {kind}",
        help_ko: "링크와 주석을 빼고 내보내세요. 주석은 도련 밖에만 둘 수 있습니다",
        help_en: "export without links and notes; annotations may only stand outside the bleed",
    }

    /// No PDF/X output intent.
    INTENT = Error "P0301" {
        ko: "PDF/X 출력 의도(OutputIntent)가 {found}개입니다",
        en: "the number of PDF/X output intents is {found}",
        help_ko: "GTS_PDFX 출력 의도 하나에 CMYK 프로파일을 넣어 PDF/X-4로 내보내세요",
        help_en: "export as PDF/X-4, with one GTS_PDFX output intent and its CMYK profile",
    }
    /// Entries of the output intent.
    INTENT_ENTRY = Error "P0302" {
        ko: "출력 의도에 {what:이} 없습니다",
        en: "the output intent lacks {what}",
        help_ko: "인쇄 조건(예: FOGRA39)과 그 이름을 넣어 다시 내보내세요",
        help_en: "name the printing condition, such as FOGRA39, and export again",
    }
    /// No profile in the intent.
    PROFILE_MISSING = Error "P0303" {
        ko: "출력 의도에 ICC 프로파일이 없습니다",
        en: "the output intent has no embedded ICC profile",
        help_ko: "인쇄소의 CMYK 프로파일을 넣어 다시 내보내세요",
        help_en: "embed the press's CMYK profile",
    }
    /// A profile of another kind.
    PROFILE_KIND = Error "P0304" {
        ko: "출력 의도의 프로파일이 CMYK 출력 프로파일이 아닙니다: {found}",
        en: "the output intent's profile is no CMYK output profile: {found}",
        help_ko: "종류가 prtr이고 색 공간이 CMYK인 프로파일을 쓰세요",
        help_en: "use a profile of class prtr and colour space CMYK, with N 4",
    }
    /// No XMP.
    XMP_MISSING = Error "P0305" {
        ko: "XMP 메타데이터를 읽을 수 없습니다: {reason}",
        en: "there is no XMP metadata to read: {reason}",
        help_ko: "PDF/X-4로 다시 내보내세요",
        help_en: "export as PDF/X-4",
    }
    /// The XMP does not say PDF/X-4.
    X_VERSION = Error "P0306" {
        ko: "PDF/X-4라는 표시가 없습니다: {found}",
        en: "the file does not say that it is PDF/X-4: {found}",
        help_ko: "XMP의 pdfxid:GTS_PDFXVersion은 `PDF/X-4`여야 합니다",
        help_en: "pdfxid:GTS_PDFXVersion in the XMP must be `PDF/X-4`",
    }
    /// Info and XMP.
    INFO_XMP = Error "P0307" {
        ko: "문서 정보와 XMP의 {what:이} 다르거나 없습니다: {info} / {xmp}",
        en: "Info and XMP do not agree on {what}: {info} / {xmp}",
        help_ko: "두 곳에 같은 값을 넣으세요",
        help_en: "write the same value in both",
    }
    /// Trapped.
    TRAPPED = Error "P0308" {
        ko: "트래핑 여부(Trapped)가 분명하지 않습니다: {found}",
        en: "Trapped is not settled: {found}",
        help_ko: "Info와 XMP에 Trapped를 False(또는 True)로 똑같이 적으세요",
        help_en: "write Trapped as False (or True), in Info and in XMP",
    }
    /// Identifiers of xmpMM.
    XMP_IDS = Error "P0309" {
        ko: "XMP에 {what:이} 없습니다",
        en: "the XMP lacks {what}",
        help_ko: "xmpMM:DocumentID, VersionID, RenditionClass를 넣으세요",
        help_en: "write xmpMM:DocumentID, VersionID and RenditionClass",
    }
    /// Trailer ID.
    TRAILER_ID = Error "P0310" {
        ko: "파일 식별자(ID)가 없습니다",
        en: "the trailer has no ID",
        help_ko: "PDF/X-4로 다시 내보내세요",
        help_en: "export as PDF/X-4",
    }

    /// No TrimBox.
    TRIM_MISSING = Error "P0401" {
        ko: "재단 크기(TrimBox)가 없습니다",
        en: "the page has no TrimBox",
        help_ko: "완성 크기를 TrimBox로 적어 내보내세요",
        help_en: "export with the finished size as TrimBox",
    }
    /// Boxes not nested.
    BOXES = Error "P0402" {
        ko: "쪽 상자가 서로 맞지 않습니다: {inner:이} {outer} 밖으로 나갑니다",
        en: "the page boxes do not nest: {inner} leaves {outer}",
        help_ko: "TrimBox는 BleedBox 안에, BleedBox는 MediaBox 안에 있어야 합니다",
        help_en: "TrimBox lies inside BleedBox, BleedBox inside MediaBox",
    }
    /// ArtBox.
    ART_BOX = Error "P0403" {
        ko: "ArtBox가 있습니다",
        en: "the page has an ArtBox",
        help_ko: "ArtBox를 지우고 TrimBox만 두세요",
        help_en: "remove it; TrimBox alone says the finished size",
    }
    /// Pages of different finished sizes.
    SIZES = Error "P0404" {
        ko: "완성 크기가 다른 쪽과 다릅니다: {found}, 다른 쪽은 {usual}",
        en: "the finished size differs: {found}, other pages have {usual}",
        help_ko: "모든 쪽의 재단 크기를 같게 하세요",
        help_en: "give every page the same finished size",
    }
    /// Too little bleed.
    BLEED = Error "P0405" {
        ko: "도련이 모자랍니다: {side} {found}mm",
        en: "too little bleed: {side} {found} mm",
        help_ko: "네 변 모두 {want}mm 이상 도련을 두세요",
        help_en: "leave {want} mm or more on all sides",
    }
    /// Art stops at the trim.
    BLEED_REACH = Warning "P0406" {
        ko: "재단선에 닿은 그림이 도련 끝까지 가지 않습니다: {side} {length}mm",
        en: "art touches the trim but stops before the bleed edge: {side}, {length} mm",
        help_ko: "배경과 그림을 도련 끝까지 늘리세요. 재단이 밀리면 흰 줄이 보입니다",
        help_en: "extend it to the bleed edge, or a white line may show after cutting",
    }
    /// Marks expected.
    MARKS_MISSING = Error "P0407" {
        ko: "재단선이 없습니다",
        en: "there are no printer's marks",
        help_ko: "도련 밖에 재단선과 맞춰찍기를 모든 판(Separation All)으로 넣으세요",
        help_en: "draw crop and register marks in Separation All, outside the bleed",
    }
    /// Marks not expected.
    MARKS_FOUND = Warning "P0408" {
        ko: "재단선이 있습니다",
        en: "there are printer's marks",
        help_ko: "인쇄소가 재단선 없는 파일을 원하면 marks = false로 다시 만드세요",
        help_en: "if the shop wants none, build again with marks = false",
    }

    /// A font that is not embedded.
    FONT_EMBED = Error "P0501" {
        ko: "글꼴 {font:이} 들어 있지 않습니다",
        en: "the font {font} is not embedded",
        help_ko: "글꼴을 넣어(embed) 다시 내보내세요",
        help_en: "embed it and export again",
    }
    /// A font that is not subset.
    FONT_SUBSET = Warning "P0502" {
        ko: "글꼴 {font:이} 통째로 들어 있습니다",
        en: "the font {font} is embedded whole",
        help_ko: "쓴 글자만 넣도록(subset) 내보내세요",
        help_en: "export with subset fonts",
    }
    /// Type 3.
    FONT_TYPE3 = Error "P0503" {
        ko: "Type 3 글꼴 {font:을} 씁니다",
        en: "the font {font} is a Type 3 font",
        help_ko: "OpenType 글꼴로 바꾸거나 윤곽선으로 바꾸세요",
        help_en: "use an OpenType font, or outlines",
    }
    /// .notdef.
    NOTDEF = Error "P0504" {
        ko: "글꼴 {font}에 없는 글자(.notdef)가 찍힙니다",
        en: "a missing character (.notdef) of {font} is shown",
        help_ko: "그 자리의 글자와 글꼴을 확인하세요. 네모로 인쇄됩니다",
        help_en: "check the text and its font; it prints as a box",
    }
    /// LZW.
    LZW = Error "P0505" {
        ko: "LZW 압축을 씁니다",
        en: "LZW compression is used",
        help_ko: "PDF/X-4는 LZW를 허용하지 않습니다. Flate로 다시 내보내세요",
        help_en: "PDF/X-4 forbids LZW; export with Flate",
    }
    /// Transfer functions.
    TRANSFER = Error "P0506" {
        ko: "전달 함수(transfer function)를 씁니다",
        en: "a transfer function is used",
        help_ko: "전달 함수 없이 다시 내보내세요",
        help_en: "export without transfer functions",
    }
    /// Halftones.
    HALFTONE = Error "P0507" {
        ko: "망점(halftone) 설정이 들어 있습니다",
        en: "a halftone is set",
        help_ko: "망점은 인쇄소가 정합니다. 설정 없이 다시 내보내세요",
        help_en: "the press decides on the screen; export without halftones",
    }
    /// Alternate images.
    ALTERNATES = Error "P0508" {
        ko: "대체 이미지(Alternates)가 있습니다",
        en: "an image has alternates",
        help_ko: "대체 이미지 없이 다시 내보내세요",
        help_en: "export without alternate images",
    }
    /// OPI.
    OPI = Error "P0509" {
        ko: "OPI 링크가 있습니다",
        en: "there is an OPI link",
        help_ko: "원본 이미지를 넣어 다시 내보내세요",
        help_en: "export with the real images",
    }
    /// PostScript.
    POSTSCRIPT = Error "P0510" {
        ko: "PostScript 코드가 들어 있습니다",
        en: "there is PostScript code in the file",
        help_ko: "PostScript 없이 다시 내보내세요",
        help_en: "export without PostScript",
    }

    /// RGB or Lab.
    RGB = Error "P0601" {
        ko: "{space} 색이 남아 있습니다: {what}",
        en: "{space} colour is left: {what}",
        help_ko: "인쇄 프로파일의 CMYK로 바꾸세요",
        help_en: "convert it to the output profile's CMYK",
    }
    /// ICC-based CMYK or grey.
    ICC = Warning "P0602" {
        ko: "프로파일이 붙은 {space} 색이 있습니다: {what}",
        en: "{space} colour with its own profile is used: {what}",
        help_ko: "값이 다시 바뀔 수 있습니다. DeviceCMYK, DeviceGray, 별색만 쓰세요",
        help_en: "its values may be converted again; use DeviceCMYK, DeviceGray and spots only",
    }
    /// An alternate in RGB.
    ALTERNATE_RGB = Error "P0603" {
        ko: "별색 {name}의 대체 색이 {space}입니다",
        en: "the alternate of the spot colour {name} is {space}",
        help_ko: "별색의 대체 색을 CMYK로 정하세요",
        help_en: "give the spot colour a CMYK alternate",
    }
    /// Blending space.
    BLENDING = Error "P0604" {
        ko: "투명 효과가 있는데 쪽의 혼합 색 공간이 CMYK가 아닙니다: {found}",
        en: "the page uses transparency, but its blending space is not CMYK: {found}",
        help_ko: "쪽의 Group에 CS /DeviceCMYK를 적으세요",
        help_en: "write CS /DeviceCMYK into the page's Group",
    }
    /// Total ink.
    INK = Error "P0605" {
        ko: "잉크 총량이 {found}%입니다(한도 {limit}%): C{c} M{m} Y{y} K{k}, 넓이 {area}mm²",
        en: "the total ink is {found} % (limit {limit} %): C{c} M{m} Y{y} K{k}, on {area} mm²",
        help_ko: "색을 낮추거나 인쇄 프로파일로 다시 변환하세요",
        help_en: "lower the colours, or convert them to the output profile again",
    }

    /// Far too coarse an image.
    IMAGE_LOW = Error "P0701" {
        ko: "이미지가 {ppi}ppi입니다({width}×{height}px)",
        en: "an image has {ppi} ppi ({width} × {height} px)",
        help_ko: "{want}ppi 아래는 인쇄할 수 없습니다. 더 큰 원본을 쓰거나 작게 놓으세요",
        help_en: "under {want} ppi cannot be printed; use a larger original or place it smaller",
    }
    /// A coarse image.
    IMAGE_COARSE = Warning "P0702" {
        ko: "이미지가 {ppi}ppi입니다({width}×{height}px)",
        en: "an image has {ppi} ppi ({width} × {height} px)",
        help_ko: "{want}ppi 이상이 좋습니다. 더 큰 원본이 있으면 바꾸세요",
        help_en: "{want} ppi or more is better; replace it if there is a larger original",
    }
    /// Coarse line art.
    LINE_ART = Warning "P0703" {
        ko: "선화(1비트 이미지)가 {ppi}ppi입니다",
        en: "line art (1 bit) has {ppi} ppi",
        help_ko: "선화는 {want}ppi 이상이어야 계단이 보이지 않습니다",
        help_en: "line art needs {want} ppi or more, or steps show",
    }
    /// Thin strokes.
    STROKE = Error "P0704" {
        ko: "선 두께가 {found}pt입니다",
        en: "a line is {found} pt thick",
        help_ko: "{want}pt 이상으로 하세요. 더 가는 선은 인쇄에서 끊깁니다",
        help_en: "make it {want} pt or more; thinner lines break in print",
    }
    /// Small text.
    SMALL_TEXT = Error "P0705" {
        ko: "글자가 {found}pt입니다",
        en: "text is {found} pt",
        help_ko: "{want}pt 이상으로 하세요",
        help_en: "make it {want} pt or more",
    }
    /// Text near the trim.
    TEXT_NEAR_TRIM = Error "P0706" {
        ko: "글자가 재단선에서 {found}mm입니다: {side}",
        en: "text is {found} mm from the trim: {side}",
        help_ko: "{want}mm 이상 안쪽에 두세요. 재단에 잘릴 수 있습니다",
        help_en: "keep it {want} mm inside, or it may be cut",
    }
    /// Black text that is not K alone.
    BLACK_TEXT = Error "P0707" {
        ko: "검은 글자가 먹 1도가 아닙니다: {found}",
        en: "black text is not K alone: {found}",
        help_ko: "K 100%만 쓰세요",
        help_en: "use K 100 % alone",
    }
    /// Black text that knocks out.
    BLACK_KNOCKOUT = Warning "P0708" {
        ko: "먹 글자가 겹쳐 찍기(overprint)가 아닙니다",
        en: "black text does not overprint",
        help_ko: "K 100% 글자는 겹쳐 찍게(OP true, OPM 1) 하세요",
        help_en: "let K 100 % text overprint (OP true, OPM 1, DeviceCMYK)",
    }
    /// White that overprints.
    WHITE_OVERPRINT = Error "P0709" {
        ko: "흰색이 겹쳐 찍기로 되어 있어 인쇄하면 사라집니다",
        en: "white overprints, so it vanishes in print",
        help_ko: "흰색의 겹쳐 찍기를 끄세요",
        help_en: "switch overprint off for white",
    }
    /// Small text in four colours.
    FOUR_COLOUR_TEXT = Error "P0710" {
        ko: "작은 글자({size}pt)가 네 가지 잉크로 찍힙니다: {found}",
        en: "small text ({size} pt) is built of four inks: {found}",
        help_ko: "12pt 아래 글자는 먹 1도나 두세 가지 잉크로 하세요",
        help_en: "under 12 pt use K alone, or two or three inks",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    fn slots(template: &str) -> BTreeSet<&str> {
        let parts = template.split('{').skip(1).filter_map(|part| part.split_once('}'));
        parts.map(|(slot, _)| slot.split_once(':').map_or(slot, |(name, _)| name)).collect()
    }

    #[test]
    fn every_rule_is_whole_in_both_languages() {
        let mut last = "";
        for rule in super::ALL {
            assert!(rule.code > last, "{} is out of order or used twice", rule.code);
            last = rule.code;
            let hangul = |s: &str| s.chars().any(|c| ('가'..='힣').contains(&c));
            assert!(hangul(rule.ko) && hangul(rule.help_ko), "{}: Korean", rule.code);
            assert!(!hangul(rule.en) && !hangul(rule.help_en), "{}: English", rule.code);
            assert_eq!(slots(rule.ko), slots(rule.en), "{}: arguments", rule.code);
            assert_eq!(slots(rule.help_ko), slots(rule.help_en), "{}: help", rule.code);
        }
    }
}
