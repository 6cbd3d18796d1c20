//! Text of HWP, Word, Excel and other Markdowns: what is told of it, and what is written instead.

use proptest::prelude::*;

use super::{bad, bad_inline, good, tree, verbatim};
use jikji_diagnostic::splice::{spliced, together};

/// The text after all that can be written has been, and how often it was looked over for it.
fn fixed(value: &str) -> (String, usize) {
    let mut value = value.to_string();
    for round in 0..12 {
        let mut out = vec![];
        super::super::blocks(&verbatim(&value), &mut out);
        let edits = together(&out);
        if edits.is_empty() {
            return (value, round);
        }
        value = spliced(&value, &edits).unwrap();
    }
    (value, 12)
}

/// The codes of a text, and how its mended form reads; that has no findings.
fn mended(value: &str) -> (Vec<&'static str>, String) {
    let codes = bad(value).into_iter().map(|(code, _)| code).collect();
    let (value, _) = fixed(value);
    (codes, good(&value))
}

#[test]
fn text_right_below_a_table_is_parted_from_it() {
    let table = "| 가 | 나 |\n|---|---|\n| 1 | 2 |\n";
    for (below, apart) in
        [("글", "\n글"), (" 글\n더", "\n 글\n더"), ("글\n\n| 3 |", "\n글\n\n| 3 |")]
    {
        assert_eq!(fixed(&format!("{table}{below}")).0, format!("{table}{apart}"));
    }
    // Where cells follow, or are too few, nobody knows what was meant.
    for below in ["글\n| 3 | 4 |", "| 3 |", "글 | 3 | 4"] {
        assert_eq!(fixed(&format!("{table}{below}")), (format!("{table}{below}"), 0));
    }
    let many = format!("{table}{}", "글\n".repeat(20_000));
    assert_eq!(fixed(&many).1, 1);
}

#[test]
fn a_text_of_hwp_is_read_by_its_levels() {
    let (codes, tree) = mended(
        "□ 주요 내용\n ㅇ 공청회를 개최하고 의견을\n수렴함\n  - 3년마다 수립\n ㅇ (인프라) 구축\n  - 전력\n ※ 문의: 기반과\n☞ 참고",
    );
    assert_eq!(codes, ["E0380", "E0380", "E0380", "E0381", "E0381"]);
    assert_eq!(
        tree,
        "## 주요 내용\n- 공청회를 개최하고 의견을 수렴함\n  - 3년마다 수립\n- (인프라) 구축\n  - 전력\n\
         ※ 문의: 기반과\n☞ 참고\n"
    );
    let (codes, tree) = mended("○ 가\n  - 나\n- 다\n\n○ 라\n○ 마");
    assert_eq!(codes, ["W0311", "E0380", "E0380"]);
    assert_eq!(tree, "- 가\n  - 나\n  - 다\n- 라\n- 마\n");
    let (_, tree) = mended("- 가\n  - 나\n○ 다\n  - 라\n□ 마\n○ 바");
    assert_eq!(tree, "- 가\n  - 나\n- 다\n  - 라\n## 마\n- 바\n");
    let (_, tree) = mended("◆ 가\n\n① 나\n② 다\n ※ 라\n③ 마");
    assert_eq!(tree, "## 가\n- ① 나\n- ② 다\n- ※ 라\n- ③ 마\n");
}

#[test]
fn every_sign_is_told_at_its_line() {
    for sign in ["□", "○", "ㅇ", "o", "•", "·", "●", "◦", "▪", "■", "◆", "▶", "–", "—", "－"]
    {
        let line = format!("{sign} 나");
        assert_eq!(bad(&format!("가\n{line}")), [("E0380", line.clone())], "{sign}");
        assert_eq!(bad(&format!("- 가\n{line}")), [("E0380", line.clone())], "{sign}");
        assert_eq!(fixed(&format!("가\n{line}")).0, "가\n- 나");
    }
    assert_eq!(bad("가\n-나"), [("E0380", "-나".into())]);
    for (value, written) in [
        ("① 가\n② 나", "- ① 가\n- ② 나"),
        ("가. 나\n나. 다", "- 가. 나\n- 나. 다"),
        ("(1) 나\n(2) 다", "- (1) 나\n- (2) 다"),
        ("1) 가\n2) 나", "- 1\\) 가\n- 2\\) 나"),
        ("1. 가\n  가. 나\n  나. 다\n2. 라", "- 1\\. 가\n  - 가. 나\n  - 나. 다\n- 2\\. 라"),
        ("2024. 5. 7. 발표", "2024\\. 5. 7. 발표"),
        ("2024. 5. 7. 가\n2024. 5. 8. 나", "- 2024\\. 5. 7. 가\n- 2024\\. 5. 8. 나"),
        ("Ⅰ. 개요\n □ 가\nⅡ. 결론\n □ 나", "## Ⅰ. 개요\n- 가\n## Ⅱ. 결론\n- 나"),
        ("가\n→ 나\n→ 다", "가\n- → 나\n- → 다"),
        ("A. 가\nB. 나", "- A. 가\n- B. 나"),
        ("㉮ 가\n㉯ 나", "- ㉮ 가\n- ㉯ 나"),
        ("- 가\n-- 나\n--- 다", "- 가\n  - 나\n    - 다"),
        ("- 2024. 5. 7. 발표", "- 2024\\. 5. 7. 발표"),
        ("가\n\n##나", "가\n\n## 나"),
        ("＃＃ 나", "## 나"),
        ("가\n─────\n나", "가\n나"),
        ("- ㅇ 가", "- 가"),
        ("- 가\n - 나\n - 다\n- 라", "- 가\n  - 나\n  - 다\n- 라"),
    ] {
        assert_ne!(bad(value), [], "{value}");
        assert_eq!(fixed(value).0, written, "{value}");
        good(written);
    }
}

#[test]
fn what_is_meant_as_it_stands_is_left_alone() {
    for fine in [
        "※ 이 표는 잠정치임",
        "가\n\n☞ 나",
        "가 · 나 - 다 ※ 라 □ 마",
        "산·학\n·연 협력",
        "다음과 같은\n① 가와 ② 나를 추진",
        "대상은 △가 △나\n△ 다 △ 라",
        "가는\nA. 나",
        "가는\n2024. 5. 7. 발표",
        "매출은 → 감소\n→ 증가",
        "a == b",
        "다음의 1) 가와\n2) 나를 추진",
        "증감은\n-5% 수준",
        "그렇게 하였\n다. 이는",
        "가\\\n※ 나\\\n□ 다",
        "- ① 가\n- ② 나",
        "- ※ 가",
        "○○○ 의원",
        "#인공지능 #반도체",
        "* 가\n* 나",
        "- 가\n    - 나\n    - 다",
        " - 가\n - 나",
        "— 홍길동",
        "3 * 4 * 5",
        "2024년 [표 1] 참고",
        "좋다! [글](https://a.kr)",
        "△대중 △알고리즘",
        "(가) [나] (다)",
        "|가|○|\n|-|-|\n|- 나|□|",
    ] {
        good(fine);
    }
    assert_eq!(bad_inline("※ 가"), []);
}

#[test]
fn fields_of_one_paragraph_are_told_too() {
    assert_eq!(bad_inline("□ 가"), [("W0313", "□ 가".into())]);
    assert_eq!(bad_inline("가\n□ 나"), [("E0353", "□ 나".into())]);
}

#[test]
fn notes_of_offices_become_notes() {
    let (codes, tree) =
        mended("- 「AI 기본법」* 제정과 령** 개정\n* 2024년\n제정\n** 대통령령\n- 다");
    assert_eq!(codes, ["E0383", "E0383"]);
    assert_eq!(tree, "- 「AI 기본법」<1> 제정과 령<2> 개정 [1: 2024년 제정] [2: 대통령령]\n- 다\n");
    let (codes, tree) = mended("- 법[1]을 고침\n- 나\n\n[1] 기본법\n");
    assert_eq!(codes, ["E0383"]);
    assert_eq!(tree, "- 법<1>을 고침 [1: 기본법]\n- 나\n");
    assert_eq!(bad("- 가\n* 나"), [("W0309", "* 나".into())]);
    assert_eq!(bad("가[1] 나"), [("W0310", "[1]".into())]);
    assert_eq!(bad("가^1 나 [다] ^2"), [("W0310", "^1".into()), ("W0310", "^2".into())]);
    assert_eq!(bad("가\\[1] 나\\^1 10^3 m^2"), []);
}

#[test]
fn spaced_and_full_width_marks_are_closed_up() {
    for (value, codes, written) in [
        ("이것은 ** 굵게 ** 쓴 글", &["E0336"][..], "이것은 **굵게** 쓴 글"),
        ("** 굵게**", &["E0336"], "**굵게**"),
        ("**굵게 ** 글", &["E0336"], "**굵게** 글"),
        ("＊＊굵게＊＊ 글", &["E0339", "E0339"], "**굵게** 글"),
        ("［글］（https://a.kr/）", &["E0339"], "[글](https://a.kr/)"),
        ("[글] (https://a.kr/)", &["E0337"], "[글](https://a.kr/)"),
        ("(글)[https://a.kr/]", &["E0338"], "[글](https://a.kr/)"),
        ("－ 가\n－ 나", &["E0380", "E0380"], "- 가\n- 나"),
    ] {
        let found: Vec<_> = bad(value).into_iter().map(|(code, _)| code).collect();
        assert_eq!(found, codes, "{value}");
        assert_eq!(fixed(value).0, written, "{value}");
        good(written);
    }
    assert_eq!(fixed("\u{F0B7} 가\u{200B}나\u{3000}다").0, "- 가나 다");
    assert_eq!(bad("2 ** 3")[0].0, "E0330");
    assert_eq!(bad("가 ==나== 다"), [("E0323", "==나==".into())]);
    assert_eq!(bad("! [그림](https://a.kr)")[0].0, "E0337");
}

#[test]
fn rows_become_tables() {
    let table = "table 구분|2023 / 도입|38\n";
    for (value, code) in [
        ("가\n\n| 구분 | 2023 |\n| 도입 | 38 |\n\n나", "E0371"),
        ("가\n| 구분 | 2023 |\n| 도입 | 38 |\n나", "E0371"),
        ("가\n구분\t2023\n도입\t38\n나", "E0374"),
        ("가\n\n구분\t2023\n도입\t38\n\n나", "E0374"),
    ] {
        let (codes, tree) = mended(value);
        assert_eq!(codes, [code], "{value}");
        assert_eq!(tree, format!("가\n{table}나\n"), "{value}");
    }
    let (codes, tree) = mended("- 표\n| 구분 | 2023 |\n|---|---|\n| 도입 | 38 |\n\n- 나");
    assert_eq!((codes, tree), (vec!["E0375"], format!("- 표\n{table}- 나\n")));
    assert_eq!(bad("| 가 | 나 |"), [("E0371", "| 가 | 나 |".into())]);
}

proptest! {
    #[test]
    fn pasted_text_settles(
        lines in proptest::collection::vec(
            (0usize..5, "(□ |○ |ㅇ |o |- |-|– |• |· |※ |☞ |\\* |\\*\\* |① |② |1\\. |1\\) |가\\. |## |##|\\||\\[1\\] |)",
             "[가-힣a-z0-9 *\\[\\]()（）＊|\t·]{0,12}"),
            0..14,
        )
    ) {
        let line = |(indent, sign, text): &(usize, String, String)| {
            format!("{}{sign}{text}", " ".repeat(*indent))
        };
        let value = lines.iter().map(line).collect::<Vec<_>>().join("\n");
        let (written, rounds) = fixed(&value);
        prop_assert!(rounds < 12, "{value:?} → {written:?}");
        let mut out = vec![];
        let blocks = super::super::blocks(&verbatim(&written), &mut out);
        prop_assert_eq!(together(&out), []);
        // No word goes.
        let letters = |text: &str| text.chars().filter(|c| ('가'..='힣').contains(c)).count();
        prop_assert_eq!(letters(&written), letters(&value), "{} → {}", value, written);
        let _ = tree(&blocks);
    }
}
