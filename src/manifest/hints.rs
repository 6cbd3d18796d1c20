//! What an empty number says where nothing is written yet, and how that is known again.
//!
//! Words alone: where they stand is for others to say. No hint is what an author could mean.

use jikji_diagnostic::Lang;
use jikji_prose::period::Date;

/// A hint in Korean and English.
pub type Hint = (&'static str, &'static str);

/// Of a title.
pub const TITLE: Hint = ("제목을 적으세요", "Write the title");
/// Of one paragraph.
pub const PARAGRAPH: Hint = ("한 문단을 적으세요", "Write one paragraph");
/// Of a text of many.
pub const TEXT: Hint = ("내용을 적으세요", "Write the text");
/// Of who published a source.
pub const PUBLISHER: Hint = ("펴낸 곳을 적으세요", "Write the publisher");
/// Of what a source is called.
pub const SOURCE: Hint = ("자료 제목을 적으세요", "Write what the source is called");
/// Of a picture or a chart in words.
pub const ALT: Hint = ("보이는 것을 말로 적으세요", "Say in words what it shows");
/// Of a cell.
pub const CELL: Hint = ("칸을 채우세요", "Fill the cell");
/// Of a name in a chart; a number follows.
pub const LABEL: Hint = ("항목 이름을 적으세요", "Write the label");
/// The title of a new part.
pub const PART: Hint = ("부 제목을 적으세요", "Write the title of the part");
/// The title of a new section.
pub const SECTION: Hint = ("절 제목을 적으세요", "Write the title of the section");
/// Of an address.
pub const ADDRESS: &str = "https://example.org/write-the-address";
/// Of a day.
pub const DAY: Date = Date { year: 1900, month: 1, day: 1 };
/// The further ones of a publication's first number.
pub const OF_FIRST: [&str; 9] = [
    "간행물 이름을 적으세요",
    "한 줄로 소개하세요",
    "펴내는 곳을 적으세요",
    "소제목을 적으세요",
    "둘째 단계는 앞에 빈칸 두 개를 두고 적으세요",
    "강조할 곳은 굵게 적으세요",
    "행사 이름을 적으세요",
    "여는 곳을 적으세요",
    "문의할 곳을 적으세요.",
];

/// Whether a text, as it is read on a page, is a hint.
pub fn is_hint(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit()).trim();
    let is = |(ko, en): Hint| words == ko || words == en;
    let hints = [TITLE, PARAGRAPH, TEXT, PUBLISHER, SOURCE, ALT, CELL, LABEL, PART, SECTION];
    hints.into_iter().any(is) || OF_FIRST.contains(&words) || text == ADDRESS
}

/// A hint in a language.
pub fn said((ko, en): Hint, lang: Lang) -> &'static str {
    if lang == Lang::Ko { ko } else { en }
}
