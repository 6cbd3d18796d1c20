//! Texts as public offices write them: which signs and numbers come to which levels.

use super::{good, verbatim};
use jikji_diagnostic::splice::{spliced, together};

/// The text after all that can be written has been; it has no findings then.
fn written(value: &str) -> String {
    let mut value = value.to_string();
    for _ in 0..12 {
        let mut out = vec![];
        super::super::blocks(&verbatim(&value), &mut out);
        let edits = together(&out);
        if edits.is_empty() {
            break;
        }
        value = spliced(&value, &edits).unwrap();
    }
    good(&value);
    value
}

#[track_caller]
fn all(texts: &[(&str, &str)]) {
    for (pasted, right) in texts {
        assert_eq!(written(pasted), *right, "\n{pasted}");
    }
}

#[test]
fn one_sign_has_one_level_whatever_follows_it() {
    all(&[
        (
            "□ 추진 배경\n ○ 국가 전략\n ○ 후속 조치\n□ 주요 내용\n ○ 첫째\n  - 세부\n□ 향후 계획",
            "## 추진 배경\n- 국가 전략\n- 후속 조치\n## 주요 내용\n- 첫째\n  - 세부\n## 향후 계획",
        ),
        ("□ 가\n ○ 나\n□ 다\n□ 라\n ○ 마", "## 가\n- 나\n## 다\n## 라\n- 마"),
        ("□ 가\n□ 나\n□ 다", "- 가\n- 나\n- 다"),
        ("ㅁ 가\n ㅇ 나\nㅁ 다", "## 가\n- 나\n## 다"),
        ("□ 가\n o 나\n  - 다\n o 라\n□ 마", "## 가\n- 나\n  - 다\n- 라\n## 마"),
        (" □ 가\n○ 나\n - 다\n □ 라", "## 가\n- 나\n  - 다\n## 라"),
        ("　□ 가\n　　○ 나\n　　　- 다\n　□ 라", "## 가\n- 나\n  - 다\n## 라"),
        ("○ 가\n - 나\n○ 다\n - 라\n○ 마", "- 가\n  - 나\n- 다\n  - 라\n- 마"),
        ("○ (개요) 가\n - 나\n□ 결론", "- (개요) 가\n  - 나\n- 결론"),
        ("□ 가\n※ 자료: 나\n□ 다\n ○ 라", "## 가\n\n※ 자료: 나\n## 다\n- 라"),
        ("◇ 요약\n◇ 요약 둘\n\n□ 본론\n ○ 가", "- 요약\n- 요약 둘\n\n## 본론\n- 가"),
        (
            "Ⅰ. 가\n□ 나\n ㅇ 다\n  - 라\n    · 마\nⅡ. 바\n□ 사",
            "## Ⅰ. 가\n## 나\n- 다\n  - 라\n    - 마\n## Ⅱ. 바\n## 사",
        ),
    ]);
    // What goes on in a line below, or is too long, is no subhead; then none of its sign is.
    all(&[("□ 가\n 이어짐\n ○ 나\n□ 다\n ○ 라", "- 가\n 이어짐\n  - 나\n- 다\n  - 라")]);
    let long = "가나 ".repeat(40);
    let right = format!("- {long}\n  - 나\n- 다\n  - 라");
    all(&[(&format!("□ {long}\n ○ 나\n□ 다\n ○ 라"), &right)]);
}

#[test]
fn drawn_signs_stand_below_each_other() {
    all(&[
        ("▶ 가\n ● 나\n  - 다\n▶ 라", "- 가\n  - 나\n    - 다\n- 라"),
        ("■ 가\n◆ 나\n ◦ 다\n  · 라\n◆ 마", "## 가\n- 나\n  - 다\n    - 라\n- 마"),
        ("■ 가\n ▶ 나\n   ● 다\n   ● 라\n ▶ 마\n■ 바", "## 가\n- 나\n  - 다\n  - 라\n- 마\n## 바"),
        ("● 가\n● 나\n◦ 다\n· 라\n● 마", "## 가\n## 나\n- 다\n  - 라\n## 마"),
        ("▣ 가\n▷ 나\n▷ 다\n▣ 라", "## 가\n- 나\n- 다\n## 라"),
        ("◎ 가\n ○ 나\n ○ 다\n◎ 라", "## 가\n- 나\n- 다\n## 라"),
        ("• 가\n• 나\n   o 다\n   ▪ 라\n• 마", "- 가\n- 나\n  - 다\n    - 라\n- 마"),
        ("- 가\n  ▪ 나\n    • 다\n- 라", "- 가\n  - 나\n    - 다\n- 라"),
        ("○ 가\n  ① 나\n  ② 다\n○ 라", "- 가\n  - ① 나\n  - ② 다\n- 라"),
        ("▷ 가\n → 나\n▷ 다", "- 가\n  - → 나\n- 다"),
    ]);
}

#[test]
fn numbers_of_offices_stand_below_each_other() {
    all(&[
        (
            "1. 가\n  가. 나\n    1) 다\n    2) 라\n  나. 마\n2. 바",
            "- 1\\. 가\n  - 가. 나\n    - 1\\) 다\n    - 2\\) 라\n  - 나. 마\n- 2\\. 바",
        ),
        // Of more than lists can hold the outermost is that of subheads.
        (
            "1. 가\n가. 나\n1) 다\n가) 라\n나) 마\n2) 바\n나. 사\n2. 아",
            "## 1. 가\n- 가. 나\n  - 1\\) 다\n    - 가) 라\n    - 나) 마\n  - 2\\) 바\n- 나. 사\n## 2. 아",
        ),
        ("(1) 가\n ① 나\n ② 다\n(2) 라", "- (1) 가\n  - ① 나\n  - ② 다\n- (2) 라"),
        ("가) 가\n (1) 나\n  (가) 다\n나) 라", "- 가) 가\n  - (1) 나\n    - (가) 다\n- 나) 라"),
        ("가. 가\n  1) 나\n  2) 다\n나. 라", "- 가. 가\n  - 1\\) 나\n  - 2\\) 다\n- 나. 라"),
        ("가. 가\n - 나\n나. 다", "- 가. 가\n  - 나\n- 나. 다"),
        ("① 가\n② 나\n - 다\n③ 라", "- ① 가\n- ② 나\n  - 다\n- ③ 라"),
        ("1) 가\n2) 나\n  - 다\n3) 라", "- 1\\) 가\n- 2\\) 나\n  - 다\n- 3\\) 라"),
        (
            "1. 가\n\n □ 나\n  ○ 다\n\n2. 라\n\n □ 마\n  ○ 바",
            "## 1. 가\n\n- 나\n  - 다\n\n## 2. 라\n\n- 마\n  - 바",
        ),
        ("ⅰ. 가\nⅱ. 나", "- ⅰ. 가\n- ⅱ. 나"),
        (
            "제1조(목적) 가\n① 나\n1. 다\n가. 라\n② 마\n제2조(정의) 바",
            "- 제1조(목적) 가\n  - ① 나\n    - 1\\. 다\n    - 가. 라\n  - ② 마\n- 제2조(정의) 바",
        ),
    ]);
    // Paragraphs that are parted are meant as such.
    all(&[("가. 문단이다.\n\n나. 문단이다.", "가. 문단이다.\n\n나. 문단이다.")]);
}
