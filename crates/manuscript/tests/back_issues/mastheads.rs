//! Where the masthead ends: no article is taken for a part of it.

use super::audit::checked;
use super::habits::asked;
use jikji_manuscript::Ask;

#[test]
fn headings_by_underline_are_no_masthead() {
    let text = "월간 교육\n\n2018년 1월호 (제5호)\n\n편집자의 말\n\n새해를 맞아 다섯 꼭지를 준비했습니다.\n읽어 주셔서 고맙습니다.\n\n==========\n\n정책\n----\n\n학교 무선망 확대\n\n교육부는 2018년 1월 3일 학교 무선망을 확대한다고 밝혔다.\n\n출처: 교육부 (2018.1.3)\n\n산업\n----\n\n2017년 투자는 95억 달러로 늘었다.\n";
    let (imported, issue) = checked(text);
    let manifest = &imported.manifest;
    assert_eq!(issue.publication.name.text, "월간 교육");
    assert_eq!((issue.number.year, issue.number.month), (2018, 1));
    for words in
        ["title = \"편집자의 말\"", "\n새해를 맞아", "\n교육부는 2018년", "\n2017년 투자는"]
    {
        assert!(manifest.contains(words), "{words}\n{manifest}");
    }
    assert_eq!(imported.report.found.briefs, 3);
    assert_eq!(asked(&imported.report, Ask::TitleGuessed).len(), 1);
    let lost: Vec<_> = asked(&imported.report, Ask::MastheadLine).iter().map(|a| a.0).collect();
    assert_eq!(lost, [Some(3)], "the number of the issue alone has no field");
}

#[test]
fn an_article_before_the_first_heading_is_an_article() {
    let text = "월간 교육\n\n2018년 1월호\n\n학교 무선망 확대\n\n교육부는 2018년 1월 3일 학교 무선망을 확대한다고 밝혔다.\n\n출처: 교육부, 무선망, 2018.1.3.\n\n## 디지털 교과서\n\n- 교과서가 쓰인다.\n";
    let (imported, _) = checked(text);
    let manifest = &imported.manifest;
    for words in [
        "title = \"학교 무선망 확대\"",
        "\n교육부는 2018년 1월 3일 학교 무선망을",
        r#"{ publisher = "교육부", title = "무선망", date = 2018-01-03 }"#,
        "title = \"디지털 교과서\"",
    ] {
        assert!(manifest.contains(words), "{words}\n{manifest}");
    }
}

#[test]
fn a_contents_list_at_the_end_has_no_masthead_before_it() {
    for body in ["- 본문", "본문이 길게 이어지는 문장으로 되어 있다.", "본문"]
    {
        let text = format!(
            "# 월간 데이터\n\n2022년 5월\n\n## 데이터법이 시행됨\n\n{body} 하나\n\n## 클라우드 시장이 성장\n\n{body} 둘\n\n## 목차\n\n- 데이터법 시행 ..... 3\n- 클라우드 시장 성장 ..... 7\n"
        );
        let (imported, _) = checked(&text);
        let manifest = &imported.manifest;
        assert_eq!(imported.report.found.briefs, 2, "{manifest}");
        for title in ["데이터법이 시행됨", "클라우드 시장이 성장"] {
            assert!(manifest.contains(&format!("title = \"{title}\"")), "{manifest}");
        }
        assert_eq!(asked(&imported.report, Ask::MastheadLine), []);
    }
}

#[test]
fn a_first_heading_among_its_like_is_no_name() {
    let text = "## 첫 글\n\n- 본문\n\n## 둘째 글\n\n- 본문\n\n## 목차\n\n- 첫 글 ..... 3\n- 둘째 글 ..... 7\n";
    let (imported, _) = checked(text);
    assert_eq!(imported.report.found.briefs, 2, "{}", imported.manifest);
}

#[test]
fn a_masthead_of_several_lines_stays_one() {
    let text = "# 등대 브리프\n\n2023년 11월호\n\n바닷길의 새 소식\n\n발행처: 등대연구소\n\n## 첫 글\n\n- 본문\n\n## 둘째 글\n\n- 본문 둘\n";
    let (imported, issue) = checked(text);
    assert_eq!(issue.publication.publisher.text, "등대연구소");
    assert_eq!(issue.publication.tagline.as_ref().unwrap().text, "바닷길의 새 소식");
    assert_eq!(imported.report.found.briefs, 2);
}

#[test]
fn a_publisher_is_a_name_and_nothing_else() {
    let rest = "## 첫 글\n\n- 본문\n\n## 둘째 글\n\n- 본문 둘\n";
    for line in
        ["발행: 등대연구소  발행일: 2019. 11. 15.", "발행처 : 등대연구소 발행일 : 2019. 11. 15."]
    {
        let above = format!("# 등대\n\n2019년 11월호\n\n{line}\n\n{rest}");
        let below = format!("# 등대\n\n2019년 11월호\n\n{rest}\n---\n\n{line}\n");
        for text in [above, below] {
            let (imported, issue) = checked(&text);
            assert_eq!(issue.publication.publisher.text, "등대연구소", "{text}");
            assert!(imported.manifest.contains("published = 2019-11-15"), "{}", imported.manifest);
            assert_eq!(asked(&imported.report, Ask::MastheadLine), []);
        }
    }
}

#[test]
fn contact_lines_are_the_back_cover_and_no_text() {
    let text = "# 등대\n\n2019년 11월호\n\n## 첫 글\n\n- 본문\n\n출처: 등대 신문\n\n---\n등대연구소 | www.light.example | 전화 044-000-1111\n문의처: 등대정책실\n발행인 홍길동 편집인 김철수\n";
    let manifest = checked(text).0.manifest;
    let (above, colophon) = manifest.split_once("[colophon]").unwrap();
    for words in ["044-000-1111", "문의처: 등대정책실", "발행인 홍길동"] {
        assert!(colophon.contains(words) && !above.contains(words), "{words}\n{manifest}");
    }
}
