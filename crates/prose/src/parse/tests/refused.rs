//! Everything a text may not hold, and the place that is named.

use super::{bad, bad_inline};

/// One finding of this code at this text.
fn only(value: &str, code: &'static str, place: &str) {
    assert_eq!(bad(value), [(code, place.to_string())], "{value}");
}

#[test]
fn markup_a_bulletin_has_no_use_for() {
    only("<div>가</div>", "E0311", "<div>가</div>");
    only("가 <b>나", "E0311", "<b>");
    only("<!-- 가 -->", "E0311", "<!-- 가 -->");
    only("# 가", "E0312", "# 가");
    only("### 가", "E0312", "### 가");
    only("1. 가\n2. 나", "E0313", "1. 가");
    only("가 `나` 다", "E0314", "`나`");
    only("```\n가\n```", "E0314", "```");
    only("    가", "E0315", "가");
    only("> 가", "E0316", "> 가");
    only("가\n\n***", "E0317", "***");
    only("가\n---", "E0318", "가");
    only("가\n===", "E0318", "가");
    only("~~가~~", "E0319", "~~");
    only("[가](https://a.kr \"나\")", "E0320", "[가](https://a.kr \"나\")");
    only("가 나\n\n[나]: https://a.kr", "E0321", "[나]: https://a.kr");
    only("- [ ] 가", "E0322", "- [ ] 가");
}

#[test]
fn emphasis_that_did_not_close() {
    only("**가 나", "E0330", "**");
    only("가*", "E0330", "*");
    only("_가 나", "E0330", "_");
    only("가*나", "E0330", "*");
    only("**‘a’**b", "E0331", "**");
    only("a**(b)** c", "E0331", "**");
}

#[test]
fn links_to_follow_only() {
    for url in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,a",
        "spri.kr",
        "https://",
        "HTTPS:a",
    ] {
        only(&format!("[가]({url})"), "E0334", &format!("[가]({url})"));
    }
    only("<ftp://a.kr>", "E0334", "<ftp://a.kr>");
    only("[가](https://a.kr/나 다)", "E0333", "](");
    only("[](https://a.kr)", "E0335", "[](https://a.kr)");
}

#[test]
fn notes_and_marks_marry() {
    only("가[^a] 나", "E0340", "[^a]");
    only("가\n\n[^a]: 나", "E0341", "[^a]: 나");
    only("가[^a] 나[^a]\n\n[^a]: 다", "E0342", "[^a]");
    only("가[^a]\n\n[^a]: 다\n\n[^a]: 라", "E0343", "[^a]: 라");
    only("가[^a]\n\n[^a]:", "E0346", "");
    only("가[^a]\n\n[^a]: 다\n\n    라", "E0344", "라");
    only("가[^a]\n\n[^a]: - 다", "E0344", "- 다");
    assert_eq!(bad("가[^a]\n\n[^a]: 다[^b]\n\n[^b]: 라")[0].0, "E0345");
    assert_eq!(bad("|가|\n|-|\n|나[^a]|\n\n[^a]: 라")[0].0, "E0345");
    assert_eq!(bad("![가[^a]](b.png)\n\n[^a]: 라")[0].0, "E0333");
}

#[test]
fn lists_hold_items_of_one_paragraph() {
    only("- 가\n  - 나\n    - 다\n      - 라", "E0350", "- 라");
    only("- 가\n-\n- 나", "E0351", "-");
    only("- 가\n\n  나", "E0352", "나");
    only("- ## 가", "E0352", "## 가");
    only("- 가\n\n  |나|\n  |-|\n", "E0352", "|나|");
}

#[test]
fn images_stand_alone_with_a_description() {
    only("가 ![나](a.png)", "E0360", "![나](a.png)");
    only("- ![나](a.png)", "E0360", "![나](a.png)");
    only("![](a.png)", "E0361", "![](a.png)");
    only("![가](https://a.kr/b.png)", "E0362", "![가](https://a.kr/b.png)");
    only("![가](data:image/png;base64,AA)", "E0362", "![가](data:image/png;base64,AA)");
    only("![가]()", "E0362", "![가]()");
}

#[test]
fn tables_are_whole() {
    only("|가|나|\n|-|-|\n|1|2|3|", "E0370", "|1|2|3|");
    only("|가|나|\n|-|-|\n|1|", "E0370", "|1|");
    only("|가|나|\n|-|-|\n|1|2|\n나머지", "E0370", "나머지");
    only("|가|나|\n|---|\n|1|2|", "E0371", "|---|");
}

#[test]
fn cells_are_not_merged() {
    only("|가|나|\n|-|-|\n|1|^|", "E0376", "^");
    only("|가|나|\n|-|-|\n|1| << |", "E0376", "<<");
    only("|가||\n|-|-|\n|1|2|", "W0316", "");
    only("|가|나|다|\n|-|-|-|\n|1|2|3|\n||4|5|\n||6|7|", "W0317", "||4|5|");
    only(
        "<table><tr><td rowspan=2>가</td></tr></table>",
        "E0377",
        "<table><tr><td rowspan=2>가</td></tr></table>",
    );
    only("|가|\n|-|\n|1<td>|", "E0377", "<td>");
}

#[test]
fn a_break_tag_is_for_cells_and_a_caption_for_the_table_below_it() {
    only("가<br>나", "E0311", "<br>");
    only("|가|\n|-|\n|1<br class=a>2|", "E0311", "<br class=a>");
    only("|가|\n|-|\n|1|\n\n: 제목", "E0378", ": 제목");
    assert_eq!(bad(": 제목[^a]\n\n|가|\n|-|\n|1|\n\n[^a]: 나")[0].0, "E0345");
}

#[test]
fn what_is_advised_of_tables_works() {
    for advised in [
        "|가|나|\n|-|-|\n|1|\\^|\n|2|\\<|",
        "|가|나|다|\n|-|-|-|\n|1|2|3|\n|1|4|5|",
        "|구분|2024 상반기|2024 하반기|\n|---|---|---|\n|가|1|2|",
        "가 \\\n나",
        ": 표 제목\n\n|가|\n|-|\n|1<br>2|\n\n\\: 쌍점",
    ] {
        assert_eq!(bad(advised), [], "{advised}");
    }
}

#[test]
fn one_paragraph_means_one() {
    for (value, place) in [
        ("가\n\n나", "나"),
        ("- 가", "- 가"),
        ("## 가", "## 가"),
        ("|가|\n|-|\n|나|", "|가|"),
        ("가\n\n[^a]: 나", "[^a]: 나"),
    ] {
        assert_eq!(bad_inline(value), [("E0353", place.to_string())], "{value}");
    }
    assert_eq!(bad_inline("가[^a]"), [("E0345", "[^a]".to_string())]);
    assert_eq!(bad_inline("![가](a.png)"), [("E0360", "![가](a.png)".to_string())]);
    assert_eq!(bad_inline(" "), [("E0301", " ".to_string())]);
}

#[test]
fn entities_hide_nothing() {
    only("가&#xE000;나", "E0303", "&#xE000;");
    only("가&#0;나", "E0306", "&#0;");
    only("가&shy;나", "W0302", "&shy;");
    only("[가](java&#115;cript:a)", "E0334", "[가](java&#115;cript:a)");
}
