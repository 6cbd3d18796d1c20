//! Single forms: notes, lists, sources, tables, noise.

use super::audit::checked;
use super::habits::asked;
use jikji_manuscript::Ask;

/// The manifest of one article with this text.
#[track_caller]
fn article(text: &str) -> String {
    checked(&format!("# 이름\n\n2024년 5월호\n\n## 제목\n\n{text}\n")).0.manifest
}

#[track_caller]
fn gives(text: &str, expected: &str) {
    let manifest = article(text);
    assert!(manifest.contains(expected), "{expected}\nis not in\n{manifest}");
}

#[test]
fn notes_are_found_by_their_marks_in_many_forms() {
    for (text, expected) in [
        ("- 가 결의안\\*을 나\n- \\* 주석", "- 가 결의안[^1]을 나\n\n[^1]: 주석\n"),
        ("- 가 결의안*을 나\n  - * 주석", "- 가 결의안[^1]을 나\n\n[^1]: 주석\n"),
        ("- 가 결의안*을 나\n\n* 주석", "- 가 결의안[^1]을 나\n\n[^1]: 주석\n"),
        (
            "- 가\\* 나\\*\\* 다\n\n\\* 하나\n\n\\*\\* 둘",
            "- 가[^1] 나[^2] 다\n\n[^1]: 하나\n\n[^2]: 둘\n",
        ),
        ("- 가\\* 나\\* 다\n\\* 하나\n\\* 둘", "- 가[^1] 나[^2] 다\n\n[^1]: 하나\n\n[^2]: 둘\n"),
        ("- 가¹⁾ 나\n\n¹⁾ 주석", "- 가[^1] 나\n\n[^1]: 주석\n"),
        ("- 가<sup>1)</sup> 나\n\n1) 주석", "- 가[^1] 나\n\n[^1]: 주석\n"),
        ("- 가[^5] 나\n\n[^5]: 주석", "- 가[^1] 나\n\n[^1]: 주석\n"),
        ("- 가† 나\n- † 주석", "- 가[^1] 나\n\n[^1]: 주석\n"),
        ("- 가[1] 나\n\n[1] 주석", "- 가[^1] 나\n\n[^1]: 주석\n"),
        ("- 가[1] 나[2] 다\n[1] 하나\n[2] 둘", "[^1]: 하나\n\n[^2]: 둘\n"),
        ("- 가주1) 나\n\n주1) 주석", "- 가[^1] 나\n\n[^1]: 주석\n"),
        ("- 가주1) 나\n주 1) 주석", "- 가[^1] 나\n\n[^1]: 주석\n"),
        // The note goes over two lines.
        ("- 가\\* 나\n\n\\* 주석이\n길다", "[^1]: 주석이 길다\n"),
        // No note can be marked inside a link.
        (
            "- [가\\* 나](https://a.example/)\n- \\* 주석",
            "- [가\\* 나](https://a.example/)\n- \\* 주석\n",
        ),
        // A mark before a bracket or a link must not become a link.
        ("- 가\\*(나) 다\n\\* 주석", "- 가[^1]\\(나) 다\n"),
    ] {
        gives(text, expected);
    }
}

#[test]
fn what_is_no_note_stays() {
    gives("- m² 와 2\\*3\n- 1) 첫째", "- m² 와 2\\*3\n");
    gives("* 가\n* 나", "- 가\n- 나\n");
    gives("- *강조*한 말\n- **굵은** 말", "- *강조*한 말\n- **굵은** 말\n");
    gives("- **‘라마’**를", "- ‘라마’를\n");
    gives("※ 참고할 말", "※ 참고할 말\n");
}

#[test]
fn a_paragraph_in_a_list_keeps_the_levels_below_it() {
    gives("- 가\n\n<그림>\n\n  - 나\n  - 다", "- 가\n  - \\<그림>\n  - 나\n  - 다\n");
}

#[test]
fn levels_past_the_third_are_raised() {
    gives("- 가\n  - 나\n    - 다\n      - 라", "    - 다\n    - 라\n");
}

#[test]
fn sources_are_told_apart() {
    for (text, expected) in [
        (
            "☞ 출처: OECD, AI, 2024.4.1.",
            r#"{ publisher = "OECD", title = "AI", date = 2024-04-01 }"#,
        ),
        ("[출처] OECD, AI", r#"{ publisher = "OECD", title = "AI" }"#),
        (
            "출처: 산림청 「숲 연보」(2022.5.1.)",
            r#"{ publisher = "산림청", title = "「숲 연보」", date = 2022-05-01 }"#,
        ),
        (
            "자료출처 : 가 : 나, 2022-05-01",
            r#"{ publisher = "가", title = "나", date = 2022-05-01 }"#,
        ),
        (
            "Source: Fed, 1,000 days, May 9, 2022",
            r#"{ publisher = "Fed", title = "1,000 days", date = 2022-05-09 }"#,
        ),
        (
            "출처: 가, 나, https://a.example/x",
            r#"{ publisher = "가", title = "나", url = "https://a.example/x" }"#,
        ),
        (
            "출처: 가, [나](https://a.example/x), 2022.5.1.",
            r#"title = "나", date = 2022-05-01, url = "https://a.example/x" }"#,
        ),
        (
            "출처: Department for Trade, Ships & Ports, Night trade, 2022.5.1.",
            r#"publisher = "Department for Trade, Ships & Ports", title = "Night trade""#,
        ),
        // No day of the calendar.
        ("출처: 가, 나, 2022.13.45.", r#"{ publisher = "가", title = "나, 2022.13.45." }"#),
        // On, over a line end; apart, after a date.
        (
            "☞ 출처 : 가, 긴\n제목, 2022.5.1.\n다, 라, 2022.5.2.",
            "title = \"긴 제목\", date = 2022-05-01 },\n  { publisher = \"다\"",
        ),
        (
            "☞ 출처\n\n- 가, 나, 2022.5.1.\n- 다, 라, 2022.5.2.",
            "date = 2022-05-01 },\n  { publisher = \"다\"",
        ),
        (
            "### 출처\n\n가, 나, 2022.5.1.",
            r#"{ publisher = "가", title = "나", date = 2022-05-01 }"#,
        ),
    ] {
        gives(&format!("- 본문\n\n{text}"), expected);
    }
}

#[test]
fn key_points_and_text_are_parted_where_the_labels_say() {
    gives(
        "### KEY Contents\n\n- 하나\n- 둘\n\n### ● 소제목\n\n- 본문",
        "key = [\n  \"하나\",\n  \"둘\",\n]\nbody = '''\n## 소제목\n- 본문\n'''",
    );
    gives("### KEY Contents\n\n- 하나\n- 둘\n\n● 소제목\n\n- 본문", "## 소제목\n- 본문\n");
    gives("□ 소제목\n\n○ 본문\n- 아래", "## 소제목\n- 본문\n  - 아래\n");
    // A blank line parts them where no heading does.
    gives(
        "### 핵심 내용\n\n- 하나\n- 둘\n\n- 본문 하나\n- 본문 둘",
        "]\nbody = '''\n- 본문 하나\n- 본문 둘\n'''",
    );
    let (imported, _) =
        checked("# 이름\n\n2024년 5월호\n\n## 제목\n\n### 핵심 내용\n\n- 하나\n- 둘\n");
    assert!(imported.manifest.contains("body = '''\n## 핵심 내용\n- 하나\n- 둘\n'''"));
    assert_eq!(asked(&imported.report, Ask::KeyIsBody).len(), 1);
}

#[test]
fn more_than_the_layout_takes_goes_to_the_text() {
    let keys: String = (1..=7).map(|n| format!("- 요점 {n}\n")).collect();
    gives(
        &format!("### KEY Contents\n\n{keys}\n### ● 소제목\n\n- 본문"),
        "'''\n- 요점 6\n- 요점 7\n\n## 소제목",
    );
    let sources: String = (1..=8).map(|n| format!("가, 제목 {n}, 2022.5.{n}.\n\n")).collect();
    gives(
        &format!("- 본문\n\n☞ 출처 : {sources}"),
        "가, 제목 7, 2022.5.7.\n\n가, 제목 8, 2022.5.8.\n",
    );
}

#[test]
fn the_same_article_twice_is_taken_once_and_the_same_title_numbered() {
    let one = "## 제목\n\n- 본문\n\n출처: 가, 나, 2022.5.1.\n\n";
    let other = one.replace("본문", "다른 글");
    let (imported, _) = checked(&format!("# 이름\n\n2024년 5월호\n\n{one}{one}{other}"));
    assert_eq!(imported.report.found.briefs, 2);
    assert!(imported.manifest.contains("title = \"제목\"\nbody = '''\n- 본문\n"));
    assert!(imported.manifest.contains("title = \"제목 (2)\"\nbody = '''\n- 다른 글\n"));
    assert_eq!(asked(&imported.report, Ask::Duplicate).len(), 1);
    assert_eq!(asked(&imported.report, Ask::SameTitle).len(), 1);
}

#[test]
fn what_scanning_and_tools_leave_is_left_out() {
    let text = "---\ntitle: 숲과 데이터\ndate: 2024\n---\n\n```markdown\n# 숲과 데이터\n\n2024년 5월호\n\n## 제목 하나\n\n- 가\n\n- 1 -\n\n숲과 데이터 2024년 5월호\n\n## 제목 둘\n\n- 나\n\n- 2 -\n\n숲과 데이터 2024년 5월호\n\n## 제목 셋\n\n- 다\n\n<!-- image -->\n\n- 3 -\n```\n";
    let (imported, issue) = checked(text);
    assert_eq!(issue.publication.name.text, "숲과 데이터");
    assert_eq!(imported.report.found.briefs, 3);
    assert!(imported.manifest.contains("title = \"제목 셋\"\nbody = '''\n- 다\n'''"));
    assert_eq!(
        imported.report.lines.iter().filter(|line| line.manifest_line.is_none()).count(),
        12
    );
}

#[test]
fn a_text_without_any_heading_is_one_article() {
    let (imported, issue) = checked("첫째 문단.\n이어진 줄.\n\n둘째 문단.\n");
    assert_eq!(imported.report.found.briefs, 1);
    assert_eq!(issue.publication.name.text, "back-issue");
    assert!(imported.manifest.contains("첫째 문단. 이어진 줄.\n\n둘째 문단.\n"));
    assert_eq!(asked(&imported.report, Ask::Untitled).len(), 1);
}

#[test]
fn quotes_of_toml_in_a_text_are_no_end_of_it() {
    gives(
        "- 가 ''' 나 \"\"\" 다 \\\\ 라",
        "body = \"\"\"\n- 가 ''' 나 \\\"\\\"\\\" 다 \\\\\\\\ 라\n\"\"\"",
    );
    gives("- 다\n\n출처: 가 \"나\", \"다\" 라", r#"{ publisher = '가 "나"', title = '"다" 라' }"#);
}

#[test]
fn bullets_no_font_has_are_bullets() {
    // The levels are those of what was written, whatever stands for it.
    gives("- 가\n ❍ 나\n  · 다\n  ∙ 라\n- 마", "- 가\n  - 나\n    - 다\n    - 라\n");
    for sign in ["∙", "❍", "➢", "⦁", "◈", "⋅", "➤", "✔", "- ∙"] {
        gives(&format!("앞글\n\n{sign} 가\n{sign} 나"), "앞글\n\n- 가\n- 나\n");
    }
    gives("### ❍ 소제목\n\n- 가", "## 소제목\n- 가\n");
    // Where it is no bullet it is a character like any other.
    gives("가 ∙ 나\n\n❍❍기업", "가 〓 나\n\n〓〓기업");
}

#[test]
fn bullets_of_korean_offices_are_bullets() {
    gives("○ 가\n ㅇ 나\n  - 다\n ㅇ 라", "- 가\n  - 나\n    - 다\n  - 라\n");
    gives("ㆍ가\nㆍ 나", "- 가\n- 나\n");
    gives("ㅇㅇ기업은 나", "ㅇㅇ기업은 나\n");
    // A box above items of another sign is a subhead, as ever.
    gives("□ 가\n ㅇ 나", "## 가\n- 나\n");
}

#[test]
fn numbered_notes_without_their_like_are_asked_about() {
    let ask = |text: &str, ask: Ask| {
        let text = format!("# 이름\n\n2024년 5월호\n\n## 제목\n\n{text}\n");
        asked(&checked(&text).0.report, ask).len()
    };
    assert_eq!(ask("- 본문\n\n[1] 주석", Ask::NoteWithoutMark), 1);
    assert_eq!(ask("- 본문\n\n주1) 주석", Ask::NoteWithoutMark), 1);
    assert_eq!(ask("- 본문[1]의 글", Ask::MarkWithoutNote), 1);
    // Numbered sources are sources.
    gives(
        "- 본문\n\n출처:\n[1] 가, 나, 2022.01.02.",
        r#"{ publisher = '\[1] 가', title = "나", date = 2022-01-02 }"#,
    );
}

#[test]
fn numbered_items_may_begin_with_a_number() {
    gives("1. 1차 선정\n2. 2차 선정", "- 1\\. 1차 선정\n- 2\\. 2차 선정\n");
}

#[test]
fn the_last_key_point_is_no_subhead() {
    let text = "KEY CONTENTS\n● 하나\n● 둘\n● 셋\n\n□ 본문\n ○ 본문 아래";
    gives(
        text,
        "key = [\n  \"하나\",\n  \"둘\",\n  \"셋\",\n]\nbody = '''\n## 본문\n- 본문 아래\n",
    );
}

#[test]
fn an_article_longer_than_a_page_is_asked_about() {
    let long = "- 정부는 인공지능 정책을 발표하고 여러 기관이 이에 참여할 예정이라고 밝힘\n";
    for (count, questions) in [(20, 0), (30, 0), (40, 1)] {
        let text = format!("# 이름\n\n2024년 5월호\n\n## 제목\n\n{}", long.repeat(count));
        let (imported, _) = checked(&text);
        let place = imported.manifest.lines().position(|line| line == "title = \"제목\"").unwrap();
        let expected = vec![(Some(5), Some(place + 1)); questions];
        assert_eq!(asked(&imported.report, Ask::TooLong), expected, "{count}");
    }
}

#[test]
fn an_address_on_its_own_line_is_its_source_s() {
    let text = "- 본문\n\n출처: 데이터원, 첫 출처, 2022.5.1.\nhttp://a.example/x\n데이터원, 둘째 출처, 2022.5.2.\n<https://b.example/y>\n";
    for source in [
        r#"{ publisher = "데이터원", title = "첫 출처", date = 2022-05-01, url = "http://a.example/x" }"#,
        r#"{ publisher = "데이터원", title = "둘째 출처", date = 2022-05-02, url = "https://b.example/y" }"#,
    ] {
        gives(text, source);
    }
}

#[test]
fn a_blank_at_the_end_of_a_link_stays() {
    gives("- 자세한 것은 [누리집 ](https://a.example/)위에", "[누리집 ](https://a.example/)위에");
    // So it does where the address cannot be one.
    gives("- [바로가기 ](#x)위치", "- 바로가기 위치\n");
}

#[test]
fn hard_breaks_stay() {
    gives("첫 행  \n둘째 행\n셋째 행", "첫 행\\\n둘째 행 셋째 행\n");
    gives("- 첫 행   \n  둘째 행\n- 셋째", "- 첫 행\\\n  둘째 행\n- 셋째\n");
    gives("첫 행\\\n둘째 행", "첫 행\\\n둘째 행\n");
    // Nothing is broken that ends anyway.
    gives("첫 행  \n\n둘째 행", "첫 행\n\n둘째 행\n");
    // A tool that leaves blanks everywhere means nothing by them.
    let habit = "# 이름  \n\n2024년 5월호  \n\n## 제목  \n\n첫 행  \n둘째 행  \n";
    assert!(checked(habit).0.manifest.contains("\n첫 행 둘째 행\n"));
}
