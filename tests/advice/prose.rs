//! Slips in running text.

use crate::{Elsewhere, Slip, follow, followed, hold};

/// The sound text that the slips stand in for.
const B: &str = "- 본문";

const SLIPS: &[Slip] = &[
    ("\"기사 하나\"", "\"기사\\n\\n하나\"", "E0302", Some("\"기사\\n하나\"")),
    (B, "- 본문\u{E000}", "E0303", Some(B)),
    (B, "- 본문 \u{F0E8} 끝", "E0304", Some("- 본문 → 끝")),
    (B, "- 본\u{85}문", "E0305", Some(B)),
    (B, "- 본\u{FFFD}문", "E0306", Some(B)),
    (B, "- 본\u{2028}문", "E0307", Some(B)),
    (B, "- 본\u{202E}문", "E0308", Some(B)),
    (B, "- 본문 10∼20", "W0314", Some("- 본문 10~20")),
    (B, "- 본문 ＡＩ", "W0315", Some("- 본문 AI")),
    (B, "- 본<br>문", "E0311", Some("- 본\\<br>문")),
    (B, "- 본문<b>", "E0311", Some(B)),
    (B, "# 소제목\n\n- 본문", "E0312", Some("## 소제목\n\n- 본문")),
    (B, "### 소제목\n\n- 본문", "E0312", Some("## 소제목\n\n- 본문")),
    (B, "1. 하나\n2. 둘", "E0313", Some("- 하나\n- 둘")),
    (B, "2024. 5. 7. 발표", "E0313", Some("2024\\. 5. 7. 발표")),
    (B, "- 본문 `낱말`", "E0314", Some("- 본문 ‘낱말’")),
    (B, "- 본문 `낱말`", "E0314", Some("- 본문 \\`낱말\\`")),
    (B, "글\n\n      더 들여 쓴 글", "E0315", Some("글\n\n더 들여 쓴 글")),
    (B, "> 인용", "E0316", Some("\\> 인용")),
    (B, "글\n\n---\n\n글", "E0317", Some("글\n\n글")),
    (B, "소제목\n===\n\n- 본문", "E0318", Some("## 소제목\n\n- 본문")),
    (B, "- ~~지움~~ 본문", "E0319", Some("- 지움 본문")),
    (B, "- [글](https://a.kr \"설명\")", "E0320", Some("- [글](https://a.kr)")),
    (B, "- 본문\n\n[이름]: https://a.kr", "E0321", Some("- 본문 [이름](https://a.kr)")),
    (B, "- [ ] 할 일", "E0322", Some("- 할 일")),
    (B, "- **본문", "E0330", Some("- **본문**")),
    (B, "- **본문", "E0330", Some("- \\*\\*본문")),
    (B, "- [글](빈 칸)", "E0333", Some("- \\[글](빈 칸)")),
    (B, "- [글](ftp://a.kr)", "E0334", Some("- [글](https://a.kr)")),
    (B, "- [](https://a.kr) 본문", "E0335", Some("- [글](https://a.kr) 본문")),
    (B, "- 본문[^1]", "E0340", Some("- 본문[^1]\n\n[^1]: 주석 내용")),
    (B, "- 본문\n\n[^1]: 주석", "E0341", Some("- 본문[^1]\n\n[^1]: 주석")),
    (
        B,
        "- 본문[^1] 글[^1]\n\n[^1]: 주석",
        "E0342",
        Some("- 본문[^1] 글[^2]\n\n[^1]: 주석\n\n[^2]: 둘째 주석"),
    ),
    (B, "- 본문[^1]\n\n[^1]: 주석\n\n[^1]: 둘째", "E0343", Some("- 본문[^1]\n\n[^1]: 주석")),
    (B, "- 본문[^1]\n\n[^1]: 주석\n    - 목록", "E0344", Some("- 본문[^1]\n- 목록\n\n[^1]: 주석")),
    (B, "- 본문[^1]\n\n[^1]: ", "E0346", Some("- 본문[^1]\n\n[^1]: 주석")),
    (B, "- 본문[^1]\n\n[^1]:", "E0346", Some(B)),
    ("핵심 하나", "핵심[^1] 하나", "E0345", Some("핵심 하나")),
    (
        B,
        "- 하나\n  - 둘\n    - 셋\n      - 넷",
        "E0350",
        Some("- 하나\n  - 둘\n    - 셋\n    - 넷"),
    ),
    (B, "- 하나\n-\n- 둘", "E0351", Some("- 하나\n- 둘")),
    (B, "- 하나\n\n  둘째 문단", "E0352", Some("- 하나\n\n둘째 문단")),
    ("핵심 하나", "하나\\n\\n- 둘", "E0353", Some("하나, 둘")),
    (B, "- ** 굵게 ** 글", "E0336", Some("- **굵게** 글")),
    (B, "- [글] (https://a.kr)", "E0337", Some("- [글](https://a.kr)")),
    (B, "- (글)[https://a.kr]", "E0338", Some("- [글](https://a.kr)")),
    (B, "- ＊＊굵게＊＊ 글", "E0339", Some("- **굵게** 글")),
    (B, "글\n□ 하나\n□ 둘", "E0380", None),
    (B, "글\n※ 참고", "E0381", None),
    (B, "##소제목\n\n- 본문", "E0382", Some("## 소제목\n\n- 본문")),
    (B, "갑\t을\n1\t2\n3\t4", "E0374", None),
    (
        B,
        "- 글\n| 갑 | 을 |\n|---|---|\n| 1 | 2 |",
        "E0375",
        Some("- 글\n\n| 갑 | 을 |\n|---|---|\n| 1 | 2 |"),
    ),
    (
        B,
        "| 갑 | 을 |\n|---|---|\n| 1 | 2 | 3 |",
        "E0370",
        Some("| 갑 | 을 |\n|---|---|\n| 1 | 2 \\| 3 |"),
    ),
    (B, "| 갑 | 을 |\n| 1 | 2 |", "E0371", Some("| 갑 | 을 |\n|---|---|\n| 1 | 2 |")),
    (B, "| 갑 | 을 | 병 |\n|---|---|\n| 1 | 2 | 3 |", "E0371", None),
    (
        B,
        "| 갑 | 을 | 병 |\n| 1 | 2 |\n글",
        "E0371",
        Some("| 갑 | 을 | 병 |\n|---|---|---|\n| 1 | 2 | 3 |\n\n글"),
    ),
    (B, "| 갑 | 을 |\n|---|---|\n| ^^ | 2 |", "E0376", Some("| \\^^ | 을 |\n|---|---|\n| 1 | 2 |")),
    (
        B,
        "<table><tr><td>1</td></tr></table>",
        "E0377",
        Some("| 구분 | 2024 |\n|---|---|\n| 갑 | 1 |"),
    ),
    (
        B,
        "| 갑 | 을 |\n|---|---|\n| 1 | 2 |\n\n: 표 제목",
        "E0378",
        Some(": 표 제목\n| 갑 | 을 |\n|---|---|\n| 1 | 2 |"),
    ),
    (B, "| 갑 | |\n|---|---|\n| 1 | 2 |", "W0316", Some("| 갑 | 을 |\n|---|---|\n| 1 | 2 |")),
    (
        B,
        "| 갑 | 을 | 병 |\n|---|---|---|\n| 1 | 2 | 3 |\n| | 4 | 5 |",
        "W0317",
        Some("| 갑 | 을 | 병 |\n|---|---|---|\n| 1 | 2 | 3 |\n| 1 | 4 | 5 |"),
    ),
    (B, "- 하나\t둘", "W0301", Some("- 하나 둘")),
    (B, "- 하나\u{200B}둘", "W0302", Some("- 하나둘")),
    (B, "- 하나\u{2003}둘", "W0303", Some("- 하나 둘")),
    (B, "- 하나 \u{FFA1} 둘", "W0304", Some("- 하나 ㄱ 둘")),
    (B, "- \"하나\" 둘", "W0305", Some("- “하나” 둘")),
    (B, "- “하나 둘", "W0306", Some("- “하나” 둘")),
    (B, "- 하나\n - 둘", "W0308", None),
    (B, "- 본문\n* 주석 하나", "W0309", Some("- 본문[^1]\n\n[^1]: 주석 하나")),
    (B, "- 본문[1] 글", "W0310", Some("- 본문\\[1] 글")),
    (B, "□ 하나", "W0311", None),
    (B, "글\n\n#태그", "W0312", Some("글\n\n\\#태그")),
    (B, "- □ 하나", "W0313", None),
];

const ELSEWHERE: Elsewhere = &[
    ("E0301", "a field of the manifest says E0215"),
    ("E0323", "nothing known leads to it"),
    ("E0331", "taken by the rule for particles wherever one follows"),
    ("E0332", "a depth"),
    ("E0360", "with the pictures"),
    ("E0361", "with the pictures"),
    ("E0362", "with the pictures"),
    ("E0363", "in the tests of placing"),
    ("E0364", "in the tests of placing"),
    ("E0365", "in the tests of placing"),
    ("E0366", "in the tests of placing"),
    ("E0373", "a width"),
    ("W1701", "in the tests of house checks"),
    ("W1702", "in the tests of house checks"),
    ("W1703", "in the tests of house checks"),
    ("W1704", "in the tests of house checks"),
    ("W1705", "in the tests of house checks"),
    ("W1706", "in the tests of house checks"),
    ("W1707", "in the tests of house checks"),
    ("E0383", "in the tests of pasted text"),
];

#[test]
fn what_is_told_to_write_in_a_text_is_taken() {
    follow(SLIPS);
}

#[test]
fn every_message_of_text_is_followed_or_told_why_not() {
    hold(jikji_prose::messages::ALL, &followed(SLIPS), ELSEWHERE);
}
