//! The few words that name the parts of a bulletin, in the forms back issues have them.
//!
//! Everything else about a back issue is told by its structure.

use super::{dates, marks, titles};

/// The longest line that can be one of these headings, in bytes.
const LONGEST: usize = 80;

fn is_one_of(text: &str, known: &str) -> bool {
    let key = if text.len() <= LONGEST { titles::key(text) } else { String::new() };
    known.split(' ').any(|known| known == key)
}

/// Whether a heading is that of the contents list.
pub fn is_contents(text: &str) -> bool {
    is_one_of(text, "contents content tableofcontents 목차 차례 목차contents contents목차")
}

/// Whether a heading is that of the key points.
pub fn is_key(text: &str) -> bool {
    is_one_of(
        text,
        "keycontents keycontent key콘텐츠 keypoints keypoint keytakeaways key \
         keymessage keymessages highlights summary 핵심내용 핵심요약 핵심포인트 핵심 주요내용 요약 \
         핵심콘텐츠",
    )
}

/// Whether the title of a part says that it is of events.
pub fn is_events(text: &str) -> bool {
    let key = titles::key(text);
    text.len() <= LONGEST
        && ["행사", "일정", "event", "calendar"].iter().any(|word| key.contains(word))
}

/// Whether a heading is that of the back cover's lines.
pub fn is_colophon(text: &str) -> bool {
    is_one_of(text, "판권 판권지 발행정보 발행처 문의 문의처 연락처 colophon contact imprint")
}

/// A text after the one of `words` that stands after `signs` at its start; none if none does.
fn after_word<'t>(text: &'t str, signs: &str, words: &[&str]) -> Option<&'t str> {
    let bare = past(text, signs);
    let head: String = bare.chars().take(14).flat_map(char::to_lowercase).collect();
    let word = words.iter().find(|word| head.starts_with(**word))?;
    // Small letters of these words have as many bytes as the capital ones.
    bare.get(word.len()..)
}

/// A text without blanks and some signs at its start.
fn past<'t>(text: &'t str, signs: &str) -> &'t str {
    text.trim_start_matches(|c: char| c.is_whitespace() || signs.contains(c))
}

/// The bytes of the label that opens the sources (`☞ 출처 : `, `[출처]`, `Source:`), if a line
/// begins with one.
pub fn source(text: &str) -> Option<usize> {
    const LEAD: &str = "☞※▶▷►•■□●○*-[(<【「";
    const WORDS: [&str; 8] = [
        "자료 출처",
        "자료출처",
        "참고문헌",
        "출처",
        "sources",
        "source",
        "references",
        "reference",
    ];
    let lead = &text[..text.len() - past(text, LEAD).len()];
    let rest = past(after_word(text, LEAD, &WORDS)?, "])>】」*");
    let words = past(rest.strip_prefix([':', '：', '|', '）']).unwrap_or(rest), "*");
    let marked = rest.starts_with([':', '：', '|'])
        || lead.contains(['☞', '※', '▶', '▷', '►', '[', '<', '【', '「']);
    (marked || words.is_empty()).then(|| text.len() - words.len())
}

/// What the heading of a table's column says it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The event's name.
    Name,
    /// Its days.
    Period,
    /// Where.
    Place,
    /// Its address.
    Address,
}

/// What a column holds, by its heading.
pub fn column(text: &str) -> Option<Column> {
    let key = titles::key(text);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if text.len() > LONGEST {
        None
    } else if has(&["기간", "일정", "일시", "날짜", "date", "period", "when"]) {
        Some(Column::Period)
    } else if has(&["장소", "개최지", "place", "venue", "location", "where"]) {
        Some(Column::Place)
    } else if has(&["홈페이지", "누리집", "사이트", "url", "link", "website", "homepage", "링크"])
    {
        Some(Column::Address)
    } else if has(&["행사", "명칭", "이름", "event", "name", "회의", "컨퍼런스"]) {
        Some(Column::Name)
    } else {
        None
    }
}

/// Whether a line names a home page.
pub fn is_homepage(text: &str) -> bool {
    let key = titles::key(text);
    text.len() <= 4 * LONGEST
        && ["홈페이지", "누리집", "웹사이트", "homepage", "website", "web"]
            .iter()
            .any(|word| key.starts_with(word))
}

/// Whether a line names the day of publication.
pub fn is_published(text: &str) -> bool {
    let has = |word: &str| text.contains(word);
    let day = dates::all(text).iter().any(|found| found.date.is_some());
    text.len() <= 4 * LONGEST
        && day
        && (has("발행") || has("펴낸") || has("펴냄") || has("ublished"))
}

/// Where a name ends, after which a line says something else: `이름 | …`, `이름  발행일: …`.
pub fn name_end(text: &str) -> usize {
    let sign = text.find(['|', '/', ',', 'ㅣ', '│', '\t']).unwrap_or(text.len());
    let blanks = text.find("  ").unwrap_or(text.len());
    // The word before a colon is the label of what follows.
    let colon = text.find([':', '：']).unwrap_or(text.len());
    let label = match colon < text.len() {
        true => text[..colon].trim_end().rfind(' ').unwrap_or(0),
        false => text.len(),
    };
    sign.min(blanks).min(label)
}

/// Whether a line names the people who made the number: `발행인 가나다 편집인 라마바`.
pub fn is_masthead_of_people(text: &str) -> bool {
    const WORDS: [&str; 7] =
        ["발행인", "편집인", "편집장", "편집위원", "편집위원장", "기획·편집", "디자인·인쇄"];
    let first = text.split([' ', ':', '：', '|', '\t']).next().unwrap_or("");
    text.chars().count() <= LONGEST && WORDS.contains(&first) && first.len() < text.len()
}

/// Whether a line begins with the label of whom to ask: `문의처: …`.
pub fn is_contact(text: &str) -> bool {
    const WORDS: [&str; 7] = ["문의", "문의처", "연락처", "담당", "담당자", "contact", "contacts"];
    let lower = text.to_lowercase();
    let label = lower.split_once([':', '：']).map(|(label, _)| label.trim_matches([' ', '*', '•']));
    label.is_some_and(|label| WORDS.contains(&label))
}

/// The bytes of the label before a publisher's name (`발행처 : `), if a line begins with one.
pub fn publisher(text: &str) -> Option<usize> {
    const WORDS: [&str; 8] =
        ["발행처", "발행기관", "펴낸곳", "펴낸 곳", "펴낸이", "발행", "publisher", "published by"];
    let after = past(after_word(text, "*[(", &WORDS)?, "*])");
    let name = past(after.strip_prefix([':', '：'])?, "*");
    let named = name.chars().any(char::is_alphabetic)
        && dates::all(name).first().is_none_or(|d| d.range.start > 0);
    named.then(|| text.len() - name.len())
}

/// `<…>`: the caption of a picture, a line by itself.
pub fn is_caption(text: &str) -> bool {
    let inner = text.trim().strip_prefix(['<', '〈', '＜']);
    let inner = inner.and_then(|rest| rest.strip_suffix(['>', '〉', '＞']));
    inner.is_some_and(|inner| !inner.contains(['<', '>']) && !inner.trim().is_empty())
}

/// Whether such a line names what stands below it and no picture: `<참고>`, `<붙임 1>`, `<보 기>`.
pub fn is_label(caption: &str) -> bool {
    const LABELS: [&str; 16] = [
        "참고자료",
        "참고",
        "참조",
        "붙임",
        "별첨",
        "첨부",
        "별표",
        "별지",
        "서식",
        "부록",
        "예시",
        "보기",
        "요약",
        "목차",
        "양식",
        "표",
    ];
    // Blanks between syllables only make a short word wider.
    let whole: String = caption.split_whitespace().collect();
    let inner = whole.trim_matches(['<', '>', '〈', '〉', '＜', '＞']);
    let rest = LABELS.iter().find_map(|label| inner.strip_prefix(label));
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// Whether a line is a paragraph of its own, blank line before it or not.
pub fn opens_unit(text: &str) -> bool {
    let named = marks::named(text).is_some_and(|(_, end)| text[end..].starts_with(':'));
    let note = named || marks::numbered(text).is_some() || text.starts_with(['※', '†']);
    note || source(text).is_some() || is_caption(text)
}
