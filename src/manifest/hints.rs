//! What an empty number says where nothing is written yet, and how that is known again.
//!
//! It writes TOML and reads none. No hint is what an author could mean.

use crate::layout::spec::FieldKind;
use jikji_diagnostic::Lang;
use jikji_prose::period::Date;

/// A hint in Korean and English.
type Hint = (&'static str, &'static str);

/// Of a title, of one paragraph, of a text of many.
const TITLE: Hint = ("제목을 적으세요", "Write the title");
const PARAGRAPH: Hint = ("한 문단을 적으세요", "Write one paragraph");
const TEXT: Hint = ("내용을 적으세요", "Write the text");
/// Of a source: who published it, and what it is called.
const PUBLISHER: Hint = ("펴낸 곳을 적으세요", "Write the publisher");
const SOURCE: Hint = ("자료 제목을 적으세요", "Write what the source is called");
/// Of a picture or a chart in words, of a cell, of a name in a chart.
const ALT: Hint = ("보이는 것을 말로 적으세요", "Say in words what it shows");
const CELL: Hint = ("칸을 채우세요", "Fill the cell");
const LABEL: Hint = ("항목", "Label");
/// The title of a new part.
pub const PART: Hint = ("새 부", "New part");
/// The title of a new section.
pub const SECTION: Hint = ("새 절", "New section");
/// Of an address.
const ADDRESS: &str = "https://example.org/write-the-address";
/// Of a day.
pub const DAY: Date = Date { year: 1900, month: 1, day: 1 };
/// The further ones of a publication's first number.
pub const OF_FIRST: [&str; 10] = [
    "새 간행물",
    "한 줄로 소개하세요",
    "펴내는 곳",
    "첫째 절",
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
    let counted = is(LABEL) && words.len() < text.len();
    let hints = [TITLE, PARAGRAPH, TEXT, PUBLISHER, SOURCE, ALT, CELL, PART, SECTION];
    counted || hints.into_iter().any(is) || OF_FIRST.contains(&words) || text == ADDRESS
}

/// A hint in a language.
pub fn said((ko, en): Hint, lang: Lang) -> &'static str {
    if lang == Lang::Ko { ko } else { en }
}

/// A value as an empty number has it, in TOML. `ordinal` tells titles apart; what has fields has no hint of its own.
pub fn hint(kind: FieldKind, lang: Lang, ordinal: usize) -> Option<String> {
    let [title, paragraph, text, publisher, source, alt, cell, label] =
        [TITLE, PARAGRAPH, TEXT, PUBLISHER, SOURCE, ALT, CELL, LABEL].map(|hint| said(hint, lang));
    let day = format!("{:04}-{:02}-{:02}", DAY.year, DAY.month, DAY.day);
    Some(match kind {
        FieldKind::Text => format!("\"{title} {ordinal}\""),
        FieldKind::Prose => format!("\"{paragraph}\""),
        FieldKind::Blocks => format!("'''\n- {text}\n'''"),
        FieldKind::Date => day,
        FieldKind::Url => format!("\"{ADDRESS}\""),
        FieldKind::Image => format!("{{ file = \"images/….png\", alt = \"{alt}\" }}"),
        FieldKind::Artwork => format!("\"….pdf\"\nalt = \"{alt}\""),
        FieldKind::Source => {
            format!("{{ publisher = \"{publisher}\", title = \"{source}\", date = {day} }}")
        }
        FieldKind::Table => {
            format!("{{ header = [\"{cell}\", \"{cell}\"], rows = [[\"{cell}\", \"{cell}\"]] }}")
        }
        FieldKind::Chart => format!(
            "{{ kind = \"bars\", alt = \"{alt}\", data = [{{ label = \"{label} 1\", value = 1 }}, \
             {{ label = \"{label} 2\", value = 2 }}] }}"
        ),
        // It is true as long as nobody knows.
        FieldKind::Period => said(("\"미정\"", "\"TBD\""), lang).into(),
        FieldKind::Record => return None,
    })
}

/// A value as a message shows how it is written.
pub fn example(kind: FieldKind) -> Option<String> {
    Some(match kind {
        FieldKind::Image => "{ file = \"images/….png\", alt = \"…\" }".into(),
        FieldKind::Source => {
            "{ publisher = \"펴낸 곳\", title = \"자료 제목\", date = 2024-01-01 }".into()
        }
        FieldKind::Table => "{ header = [\"…\", \"…\"], rows = [[\"…\", \"…\"]] }".into(),
        FieldKind::Chart => "{ kind = \"bars\", alt = \"…\", data = [{ label = \"가\", value = 1 }, \
                             { label = \"나\", value = 2 }] }"
            .into(),
        _ => return hint(kind, Lang::Ko, 1),
    })
}
