//! Whether a number came in whole is told, with the place of what tells it.

use super::audit::checked;
use super::habits::{asked, line_of};
use jikji_manuscript::Ask;

/// A number with a list of these titles and these articles.
fn number(listed: &[&str], articles: &str) -> String {
    let lines: String = listed
        .iter()
        .enumerate()
        .map(|(nth, title)| format!("- {title} ..... {}\n", nth + 1))
        .collect();
    format!("# 염전 월보\n\n2021년 6월호\n\n# 목차\n\n{lines}\n{articles}")
}

const LISTED: [&str; 3] =
    ["소금 창고의 습도를 재다", "물때표 읽는 법을 새로 가르치다", "버려진 그물로 밧줄을 꼬다"];

#[test]
fn a_listed_title_inside_another_article_is_told() {
    let articles = "## 소금 창고의 습도를 재다\n\n- 조합이 기구를 나눔 물때표 읽는 법을 새로 가르치다\n- 학교가 수업을 엶\n\n## 버려진 그물로 밧줄을 꼬다\n\n- 조선소가 기계를 선보임\n";
    let text = number(&LISTED, articles);
    let (imported, _) = checked(&text);
    let found = &imported.report.found;
    assert_eq!((found.briefs, found.missing, found.merged), (2, 1, 1));
    let place = "조합이 기구를 나눔";
    let expected = (Some(line_of(&text, place)), Some(line_of(&imported.manifest, place)));
    assert_eq!(asked(&imported.report, Ask::TitleInside), [expected]);
    // Where the article is there as well, its title may be named.
    let named =
        format!("{articles}\n## 물때표 읽는 법을 새로 가르치다\n\n- 학교가 물때표를 펼침\n");
    let (imported, _) = checked(&number(&LISTED, &named));
    assert!(imported.report.found.is_whole() && !imported.manifest.contains("unfinished"));
}

#[test]
fn a_label_that_comes_again_is_told() {
    let of = |label: &str| {
        let article = |title: &str| {
            format!(
                "## {title}\n\n### KEY Contents\n\n- {title} 요점\n\n### ● 내용\n\n- {title} 본문\n\n"
            )
        };
        let more = format!("### {label}\n\n- 다른 요점\n\n### ● 다른 내용\n\n- 다른 본문\n");
        format!("# 염전 월보\n\n2021년 6월호\n\n{}{}{more}", article("습도"), article("물때"))
    };
    let text = of("KEY Contents");
    let (imported, _) = checked(&text);
    assert_eq!((imported.report.found.missing, imported.report.found.merged), (0, 1));
    let label = |(_, line): &(usize, &str)| line.contains("KEY");
    let last = text.lines().enumerate().filter(label).last().map(|(nth, _)| nth + 1);
    let again = asked(&imported.report, Ask::LabelAgain);
    assert_eq!(again.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [last]);
    assert!(imported.manifest.contains("unfinished = \"여러 편이 이어진 듯한 글 1편\""));
    // A summary is none.
    assert!(checked(&of("요약")).0.report.found.is_whole());
}

#[test]
fn an_article_far_longer_than_the_others_is_told() {
    let item =
        "- 조합은 소금 창고마다 습도를 재는 기구를 놓고 여러 마을이 함께 쓸 예정이라고 밝힘\n";
    let number = |long: usize| -> String {
        let article = |nth: usize| {
            format!("## 글 {nth}\n\n{}\n", item.repeat(if nth == 2 { long } else { 12 }))
        };
        (1..=4)
            .map(article)
            .fold("# 염전 월보\n\n2021년 6월호\n\n".into(), |all, one| all + &one)
    };
    for (long, merged) in [(12, 0), (30, 0), (40, 1)] {
        let text = number(long);
        let (imported, _) = checked(&text);
        assert_eq!(imported.report.found.merged, merged, "{long}");
        let told = asked(&imported.report, Ask::FarLonger);
        let lines: Vec<_> = told.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, vec![Some(line_of(&text, "## 글 2")); merged]);
    }
}

#[test]
fn a_list_without_any_of_its_articles_is_no_number() {
    let (imported, _) = checked(&number(&LISTED, ""));
    assert_eq!(imported.report.found.missing, 3, "{}", imported.manifest);
    assert_eq!(asked(&imported.report, Ask::ContentsUnmatched).len(), 3);
}
