//! What tools leave of a number's form, one thing at a time.

use super::audit::checked;
use super::habits::asked;
use jikji_manuscript::Ask;

#[test]
fn a_part_page_is_no_article() {
    let text = "# 염전 월보\n\n2021년 6월호\n\n# Ⅰ. 바닷가 소식\n\n- 소금 창고의 습도를 재다 ... 1\n- 물때표 읽는 법을 배우다 ... 2\n\n# Ⅰ. 바닷가 소식\n\n염전 월보 | 2021-06월호\n\n# 소금 창고의 습도를 재다\n\n- 조합이 6월 1일 기구를 나눔\n\n# 물때표 읽는 법을 배우다\n\n- 학교가 6월 2일 수업을 엶\n";
    let (imported, issue) = checked(text);
    let found = &imported.report.found;
    assert_eq!((found.briefs, found.parts, found.missing), (2, 1, 0), "{}", imported.manifest);
    assert_eq!(issue.publication.name.text, "염전 월보");
    assert_eq!(issue.parts[0].title.text, "바닷가 소식");
    // A list of one title is one where the title comes again.
    let one = text.replace("- 물때표 읽는 법을 배우다 ... 2\n", "");
    let (imported, _) = checked(&one);
    assert_eq!(imported.report.found.briefs, 2, "{}", imported.manifest);
    assert_eq!(asked(&imported.report, Ask::Unlisted).len(), 1);
}

#[test]
fn paragraphs_with_squares_are_items() {
    let text = "# 염전 월보\n\n2021년 6월호\n\n# 소금 창고의 습도를 재다\n\n## KEY Contents\n\n■ 조합이 기구를 나눔\n\n■ 창고마다 하나씩 설치\n\n## □ 기구의 쓰임\n\n■ 조합이 6월 1일 기구를 나누며 세 해 동안 쓰도록 한다고 밝힘\n\n· 값은 모두 3억 원\n\n■ 창고마다 다른 곳에 둠\n\n· 남쪽 창고는 문 옆에 둠\n\n☞ 출처 : 소금조합, 알림, 2021.06.01.\n\n염전 월보 | 2021-06월호\n\n# 물때표 읽는 법을 배우다\n\n## KEY Contents\n\n■ 학교가 수업을 엶\n\n## □ 수업의 내용\n\n■ 학교가 6월 2일 물때표를 펼침\n\n☞ 출처 : 갯마을학교, 알림, 2021.06.02.\n";
    let (imported, _) = checked(text);
    let found = &imported.report.found;
    assert_eq!((found.briefs, found.key_points, found.sources), (2, 3, 2), "{}", imported.manifest);
    let body = "body = '''\n## 기구의 쓰임\n- 조합이 6월 1일 기구를 나누며 세 해 동안 쓰도록 한다고 밝힘\n  - 값은 모두 3억 원\n- 창고마다 다른 곳에 둠\n  - 남쪽 창고는 문 옆에 둠\n'''";
    assert!(imported.manifest.contains(body), "{}", imported.manifest);
    assert!(!imported.manifest.contains("월보 |"), "{}", imported.manifest);
}

#[test]
fn paragraphs_after_key_points_are_the_text() {
    let text = "# 염전 월보 2021년 6월호\n\n## 갯벌의 온도\n\n### KEY Contents\n\n- 물이 차가워진다\n- 바람이 세진다\n\n갯벌은 넓다. 첫 문단이다.\n\n물이 든다. 둘째 문단이다.\n\n☞ 출처 : 갯벌연구소, 갯벌의 온도, 2021.06.01.\n";
    let manifest = checked(text).0.manifest;
    let expected = "key = [\n  \"물이 차가워진다\",\n  \"바람이 세진다\",\n]\nbody = '''\n갯벌은 넓다. 첫 문단이다.\n\n물이 든다. 둘째 문단이다.\n'''";
    assert!(manifest.contains(expected), "{manifest}");
}

#[test]
fn a_link_keeps_its_blank_and_one_that_leads_nowhere_its_words() {
    let text = "# 염전 월보\n\n2021년 6월호\n\n## 소금 창고의 습도를 재다\n\n- 더 보려면 [누리집 ](https://salt.example/a)위에 있음\n- [바로가기 ](http:///x?a=1)위치입니다.\n";
    let manifest = checked(text).0.manifest;
    let body = "\n- 더 보려면 [누리집 ](https://salt.example/a)위에 있음\n- 바로가기 위치입니다.\n";
    assert!(manifest.contains(body), "{manifest}");
}

#[test]
fn entities_of_html_are_read() {
    let text = "# 이름\n\n2021년 6월호\n\n## 제목\n\n- 소금 3&percnt;&#44;&nbsp;물 &alpha;&hellip; A&amp;B &lt;초안&gt; &notit; &NewLine;\n";
    let manifest = checked(text).0.manifest;
    let line = "\n- 소금 3%, 물 α… A&B \\<초안> \\&notit; \\&NewLine;\n";
    assert!(manifest.contains(line), "{manifest}");
}
