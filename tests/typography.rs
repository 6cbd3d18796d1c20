//! The rules of Korean typography, read off finished pages: where lines break, what stands together,
//! on which baselines, and how an entry is fitted to its page.

mod common;

use std::path::Path;
use std::sync::OnceLock;

use jikji::manifest::load_bytes;
use jikji::session::{Outcome, set_loaded};
use jikji_diagnostic::source::Sources;
use typst::layout::{Frame, FrameItem, Point, Transform};
use unicode_normalization::UnicodeNormalization;

/// A line of text as it stands on a page, pt.
#[derive(Debug, Clone)]
struct Line {
    page: usize,
    baseline: f64,
    right: f64,
    text: String,
}

/// Lines of a manifest's pages, in their own order. Note marks, which are raised, are lines too.
#[track_caller]
fn lines(manifest: &str) -> Vec<Line> {
    let outcome = set(manifest);
    let number = outcome.number.unwrap_or_else(|| panic!("{:#?}", outcome.diagnostics));
    let mut lines = vec![];
    for (index, page) in number.pages.document.pages().iter().enumerate() {
        read(&page.frame, Transform::identity(), index + 1, &mut lines);
    }
    lines
}

fn set(manifest: &str) -> Outcome {
    let mut sources = Sources::default();
    let folder = Path::new("/nonexistent");
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", folder, &mut sources);
    set_loaded(loaded, sources)
}

fn read(frame: &Frame, transform: Transform, page: usize, lines: &mut Vec<Line>) {
    for (position, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let inner = transform.pre_concat(Transform::translate(position.x, position.y));
                read(&group.frame, inner.pre_concat(group.transform), page, lines);
            }
            FrameItem::Text(text) => {
                let at: Point = position.transform(transform);
                let (left, baseline) = (at.x.to_pt(), at.y.to_pt());
                let right = left + text.width().to_pt();
                match lines.last_mut() {
                    Some(line)
                        if line.page == page
                            && (line.baseline - baseline).abs() < 0.1
                            && (line.right - left).abs() < 1.0 =>
                    {
                        line.right = right;
                        line.text.push_str(&text.text);
                    }
                    _ => lines.push(Line { page, baseline, right, text: text.text.to_string() }),
                }
            }
            _ => {}
        }
    }
}

/// The lines that hold `paragraph`.
#[track_caller]
fn of_paragraph<'a>(lines: &'a [Line], paragraph: &str) -> &'a [Line] {
    let wanted = common::without_space(paragraph);
    for start in 0..lines.len() {
        let mut rest = wanted.as_str();
        for (end, line) in lines.iter().enumerate().skip(start) {
            match rest.strip_prefix(common::without_space(&line.text).as_str()) {
                Some("") => return &lines[start..=end],
                Some(after) => rest = after,
                None => break,
            }
        }
    }
    panic!("not on the pages: {paragraph}");
}

/// A paragraph with what the rules speak of.
const DENSE: &str = "‘새 물길’을 연 쥐스탱 리베라(Justine Rivera) 소장은 8만 5천 곳, 4,000억 원, 15 초, 10 %를 말하고 \
    “강·바다·하늘(수온과 탁도)을 잇자!”라며 「물 관리 기본법」 제12조와 2025년 3월의 『푸른 백서』, \
    AI/데이터 기반의 GPT-4·그록-1.5 분석, △ 수온 △ 탁도의 ① 예보 ② 경보까지 10~12월… 안에 마치겠다고 밝힘";

/// A manifest with the items in briefs of so many each.
fn briefs(items: &[String], each: usize) -> String {
    let mut entries = String::new();
    for (index, items) in items.chunks(each).enumerate() {
        let body: String = items.iter().map(|item| format!("- {item}\n")).collect();
        let head = common::entry(&format!("제목 {index}"));
        entries.push_str(&format!("{head}body = '''\n{body}'''\n"));
    }
    common::issue(&entries)
}

/// The paragraph behind 48 fillers of growing length, so that every place in it meets a line's end.
fn sliding() -> &'static (Vec<String>, Vec<Line>) {
    static SLIDING: OnceLock<(Vec<String>, Vec<Line>)> = OnceLock::new();
    SLIDING.get_or_init(|| {
        let filler = "강물은 산을 돌아 들을 적시고 바다로 가며 쉬지 않는다 봄비가 내리면 여울도 깊어지고 물새가 온다";
        let paragraphs: Vec<String> = (1..=48)
            .map(|length| filler.chars().take(length).collect::<String>())
            .map(|filler| format!("{} {DENSE}", filler.trim_end()))
            .collect();
        let lines = lines(&briefs(&paragraphs, 6));
        (paragraphs, lines)
    })
}

/// The lines of each sliding paragraph.
fn sliding_paragraphs() -> impl Iterator<Item = (&'static str, &'static [Line])> {
    let (paragraphs, lines) = sliding();
    paragraphs.iter().map(|paragraph| (paragraph.as_str(), of_paragraph(lines, paragraph)))
}

#[test]
fn eojeol_stay_whole() {
    let (mut count, mut split) = (0, 0);
    for (paragraph, lines) in sliding_paragraphs() {
        let mut eojeol = paragraph.split_whitespace();
        for (index, line) in lines.iter().enumerate() {
            count += 1;
            let mut on_line = line.text.split_whitespace().peekable();
            while let Some(piece) = on_line.next() {
                let whole = eojeol.next().unwrap();
                // A slash between words is a natural break.
                if piece == whole || (on_line.peek().is_none() && piece.ends_with('/')) {
                    if piece != whole {
                        eojeol = rest_of(paragraph, &lines[index + 1..]);
                    }
                    continue;
                }
                let rest =
                    whole.strip_prefix(piece).unwrap_or_else(|| panic!("{piece} of {whole}"));
                assert!(on_line.peek().is_none(), "{piece} in the middle of {}", line.text);
                split += 1;
                for side in [piece, rest] {
                    let syllables = side.chars().filter(|c| ('가'..='힣').contains(c)).count();
                    assert!(syllables >= 2, "{piece}|{rest}");
                }
                eojeol = rest_of(paragraph, &lines[index + 1..]);
            }
        }
    }
    assert!(count > 150, "{count} lines are no wide sample");
    assert!(split * 50 <= count, "{split} of {count} lines end inside an eojeol");
}

/// The eojeol from the first of `lines` on, the first one maybe a part.
fn rest_of<'a>(paragraph: &'a str, lines: &[Line]) -> std::str::SplitWhitespace<'a> {
    let left: usize = lines.iter().map(|line| common::without_space(&line.text).len()).sum();
    let mut start = paragraph.len();
    let mut passed = 0;
    for (at, c) in paragraph.char_indices().rev().filter(|(_, c)| !c.is_whitespace()) {
        if passed == left {
            break;
        }
        passed += c.len_utf8();
        start = at;
    }
    paragraph[start..].split_whitespace()
}

#[test]
fn no_line_begins_or_ends_with_what_it_must_not() {
    for (_, lines) in sliding_paragraphs() {
        for line in &lines[1..] {
            let first = line.text.chars().next().unwrap();
            assert!(!")]」』’”,.·:;?!%…~–".contains(first), "begins a line: {}", line.text);
        }
        for line in lines {
            let last = line.text.trim_end().chars().next_back().unwrap();
            assert!(!"([「『‘“△①②".contains(last), "ends a line: {}", line.text);
        }
    }
}

#[test]
fn a_sign_behind_a_bracket_keeps_its_word() {
    let filler = "물길을 따라 걷는 사람들이 모여 강의 이름을 하나씩 불러 보는 아침의 나루";
    let items: Vec<String> = (1..=36)
        .map(|length| filler.chars().take(length).collect::<String>())
        .map(|words| {
            format!("{} 세 가지 자료(△ 수온 △ 탁도 △ 산소량)를 (① 예보)로 알림", words.trim_end())
        })
        .collect();
    let lines = lines(&briefs(&items, 12));
    for item in &items {
        for line in of_paragraph(&lines, item) {
            let last = line.text.trim_end().chars().next_back().unwrap();
            assert!(!"△①".contains(last), "ends a line: {}", line.text);
        }
    }
}

#[test]
fn numbers_keep_their_units() {
    let kept = [("8만", "5천"), ("5천", "곳,"), ("4,000억", "원,"), ("15", "초,"), ("10", "%를")];
    for (_, lines) in sliding_paragraphs() {
        for pair in lines.windows(2) {
            let last = pair[0].text.split_whitespace().next_back().unwrap();
            let first = pair[1].text.split_whitespace().next().unwrap();
            assert!(!kept.contains(&(last, first)), "{last} | {first}");
        }
    }
}

#[test]
fn last_lines_are_not_short() {
    for (_, lines) in sliding_paragraphs() {
        let last = lines.last().unwrap().text.trim();
        let eojeol = last.split_whitespace().count();
        assert!(eojeol > 1 || last.chars().count() > 3, "a last line of {last:?}");
    }
}

#[test]
fn a_note_mark_stays_with_its_word() {
    let filler = "물길을 따라 걷는 사람들이 모여 강의 이름을 하나씩 불러 보는 아침";
    let items: Vec<String> = (1..=28)
        .map(|length| filler.chars().take(length).collect::<String>())
        .map(|words| {
            format!("{} 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 다시 나루터", words.trim_end())
        })
        .collect();
    let mut entries = String::new();
    for (index, items) in items.chunks(7).enumerate() {
        let body: String = (items.iter().enumerate())
            .map(|(n, item)| format!("- {item}[^{n}]를 건넘\n"))
            .collect();
        let notes: String = (0..items.len()).map(|n| format!("[^{n}]: 주석 {n}\n")).collect();
        let head = common::entry(&format!("제목 {index}"));
        entries.push_str(&format!("{head}body = '''\n{body}\n{notes}'''\n"));
    }
    let lines = lines(&common::issue(&entries));
    let mut marks = 0;
    for triple in lines.windows(3) {
        // The mark stands higher than the word before it and the particle after it, on their line.
        if triple[1].text == "*" && triple[2].text.starts_with("를") {
            marks += 1;
            assert!(triple[0].text.ends_with("나루터"), "{triple:?}");
            assert_eq!(triple[0].page, triple[2].page);
            assert!((triple[0].baseline - triple[2].baseline).abs() < 0.1, "{triple:?}");
            let raised = triple[0].baseline - triple[1].baseline;
            assert!((1.0..6.0).contains(&raised), "{triple:?}");
        }
    }
    assert_eq!(marks, items.len());
}

#[test]
fn text_is_composed_and_cleaned() {
    let composed = lines(&common::brief("한글 제목", "- 닿소리와 홀소리 café"));
    let manifest: String = common::brief("한글 제목", "- 닿소리와 홀소리 café").nfd().collect();
    let decomposed = lines(&manifest);
    let text = |lines: &[Line]| lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    assert_eq!(text(&composed), text(&decomposed));

    let manifest =
        common::brief("제목", "- 가\u{A0}나 다\u{200B}라 마\u{AD}바 사\u{FEFF}아 자\t차");
    of_paragraph(&lines(&manifest), "가 나 다라 마바 사아 자 차");
    let codes = codes(&manifest);
    assert_eq!(codes.len(), 4, "one for each that is dropped or changed: {codes:?}");
}

/// The codes of what is found in a manifest.
fn codes(manifest: &str) -> Vec<&'static str> {
    set(manifest).diagnostics.iter().map(|found| found.message.code).collect()
}

#[test]
fn quotes_pair_or_are_warned_of() {
    assert_eq!(codes(&common::brief("제목", "- ‘하나’와 “둘” 「셋 『넷』」")), [""; 0]);
    assert_eq!(codes(&common::brief("제목", "- \"하나\"")), ["W0305", "W0305"]);
    assert_eq!(codes(&common::brief("제목", "- ‘하나")), ["W0306"]);
    let nested = "「물 관리 『푸른 백서』 지침」";
    of_paragraph(&lines(&common::brief("제목", &format!("- {nested}"))), nested);
}

#[test]
fn the_layout_writes_the_source_label() {
    let label =
        |manifest: &str| lines(manifest).iter().filter(|line| line.text.contains("☞ 출처")).count();
    let manifest = common::brief("제목", "- 본문");
    assert_eq!(label(&manifest), 1);
    let bare: String = manifest
        .lines()
        .filter(|line| !line.starts_with("sources"))
        .fold(String::new(), |manifest, line| manifest + line + "\n");
    assert_eq!(label(&bare), 0);
}

#[test]
fn a_fallback_glyph_does_not_move_its_line() {
    let filler = "가나다라마바 ".repeat(9);
    let plain = format!("{filler}{filler}{filler}");
    let mixed = format!("{filler}漢字 ☞ 國民 {filler}經濟 {filler}");
    let pitches = |text: &str| {
        let lines = lines(&common::brief("제목", &format!("- {text}")));
        let lines = of_paragraph(&lines, text);
        assert!(lines.len() >= 4);
        lines.windows(2).map(|pair| pair[1].baseline - pair[0].baseline).collect::<Vec<_>>()
    };
    for pitch in pitches(&plain).iter().chain(&pitches(&mixed)) {
        assert!((pitch - 18.0).abs() < 0.01, "{pitch} pt");
    }
}

#[test]
fn baselines_stand_on_the_grid() {
    let body = "## 소제목\n- 첫째 단계\n  - 둘째 漢字 단계\n    - 셋째 단계\n- 주석이 딸림[^a]\n\n[^a]: 주석\n\n문단이 하나 있고\n\n- 또 목록";
    let two = format!(
        "{}body = '''\n{body}\n'''\n{}body = '''\n{body}\n'''\n",
        common::entry("한 줄 제목"),
        common::entry(
            "두 줄이 되도록 길게 지은 제목은 여기에서 다음 줄로 넘어가야 하므로 조금 더 적는다"
        ),
    );
    let lines = lines(&common::issue(&two));
    let on = |text: &str| {
        let all: Vec<f64> = (lines.iter())
            .filter(|line| line.page > 2 && line.text.trim() == text)
            .map(|line| line.baseline)
            .collect();
        assert!(!all.is_empty(), "{text}");
        all
    };
    let texts = [
        "한 줄 제목",
        "핵심을 한 줄로 요약",
        "둘째 핵심도 한 줄로 요약",
        "소제목",
        "첫째 단계",
        "둘째 漢字 단계",
        "셋째 단계",
        "문단이 하나 있고",
        "또 목록",
        "주석",
        "☞ 출처",
    ];
    let first = on(texts[0])[0];
    for text in texts {
        for baseline in on(text) {
            let off = (baseline - first).rem_euclid(6.0);
            assert!(!(0.02..=5.98).contains(&off), "{text} stands {off} pt off the grid");
        }
    }
}

#[test]
fn an_overlong_eojeol_and_a_long_address_stay_inside_the_text() {
    let eojeol = "물길따라흐르는강가에서".repeat(6);
    let address =
        format!("https://example.org/{}", "water-level/2025/03/measure?station=12&".repeat(6));
    let manifest =
        common::brief("제목", &format!("- 앞말 {eojeol} 뒷말\n  - 앞말 <{address}> 뒷말"));
    let lines = lines(&manifest);
    let right_margin = (210.0 - 23.0) * 72.0 / 25.4;
    for text in [format!("앞말 {eojeol} 뒷말"), format!("앞말 {address} 뒷말")] {
        let own = of_paragraph(&lines, &text);
        assert!(own.len() > 1, "{own:?}");
        for line in own {
            let spaces = line.text.len() - line.text.trim_end().len();
            assert!(spaces > 0 || line.right < right_margin + 0.5, "{line:?}");
        }
    }
}

#[test]
fn a_title_keeps_numbers_and_units_on_a_line() {
    let filler = ["바다", "밑", "관측망", "확충과", "깊은", "물길", "조사에", "새로"];
    let title = |count: usize| {
        format!("{} 4,000억 원 들여 120 MW급 시설을 다섯 해 동안 설치", filler[..count].join(" "))
    };
    let titles: Vec<String> = (1..=filler.len()).map(title).collect();
    let entries: String =
        titles.iter().map(|title| common::entry(title) + "body = \"- 본문\"\n").collect();
    let lines = lines(&common::issue(&entries));
    let lines: Vec<Line> = lines.into_iter().filter(|line| line.page > 2).collect();
    let mut turned = 0;
    for title in &titles {
        let lines = of_paragraph(&lines, title);
        turned += usize::from(lines.len() > 1);
        for line in lines {
            let text = line.text.trim();
            assert!(!text.ends_with("4,000억") && !text.ends_with("120"), "{title}: {text}");
        }
    }
    assert!(turned >= 6, "{turned} titles turn their line");
}
