//! The page as people, their readers and their printers need it.

use super::html;
use crate::archive::compare::{ChangedArea, Likeness};
use crate::archive::verdict::{
    EditionVerdict, IssueOutcome, IssueVerdict, PageVerdict, PicturePaths, Reason,
};
use jikji_diagnostic::Lang;

fn number(slug: &str, outcome: IssueOutcome, editions: Vec<EditionVerdict>) -> IssueVerdict {
    let manifest = format!("{slug}/issue.toml");
    IssueVerdict { manifest, slug: Some(slug.into()), outcome, editions, trace: None }
}

fn page(number: usize, verdict: Likeness) -> PageVerdict {
    let path = |kind: &str| Some(format!("verify/a b-screen-p{number:02}-{kind}.png"));
    let pictures = match verdict {
        Likeness::OnlyAfter => PicturePaths { after: path("after"), ..PicturePaths::default() },
        _ => PicturePaths {
            before: path("before"),
            after: path("after"),
            difference: path("difference"),
        },
    };
    PageVerdict { number, verdict, pictures }
}

fn numbers() -> Vec<IssueVerdict> {
    let area = ChangedArea { left_mm: 22.9, top_mm: 97.4, width_mm: 164.0, height_mm: 2.5 };
    let differs = |share| Likeness::Differs { share, area };
    let pages = vec![
        page(3, differs(0.1234)),
        page(4, differs(0.00001)),
        page(5, differs(1.0)),
        page(8, Likeness::OnlyAfter),
    ];
    let screen = EditionVerdict {
        edition: "screen".into(),
        identical: false,
        before: 7,
        after: 8,
        pages,
        failure: None,
    };
    let print = EditionVerdict { edition: "print".into(), pages: vec![], ..screen.clone() };
    let archive = EditionVerdict {
        edition: "archive".into(),
        failure: Some("암호가 걸려 있습니다".into()),
        ..print.clone()
    };
    let reasons = vec![
        Reason::Manifest,
        Reason::Fonts { files: vec!["Serif <Bold>.otf".into()] },
        Reason::Jikji { from: "0.1.0".into(), to: "0.2.0".into() },
    ];
    vec![
        number("brief-2024-04", IssueOutcome::Identical, vec![]),
        number("brief-2024-05", IssueOutcome::Differs { reasons }, vec![screen, print, archive]),
        number("<script>", IssueOutcome::Failed { failures: vec!["E0101 a & b".into()] }, vec![]),
    ]
}

#[test]
fn every_number_is_in_the_table_and_those_that_differ_are_shown() {
    let page = html("보존 검증", &numbers(), Lang::Ko);
    for part in [
        "<html lang=\"ko\">",
        "<title>보존 검증</title>",
        "3개 호 가운데 1개는 바이트까지 같고, 1개는 다르고, 1개는 만들지 못했습니다.",
        "<th scope=\"col\">결과</th>",
        "<th scope=\"row\">brief-2024-04</th>",
        "<th scope=\"row\"><a href=\"#n2\">brief-2024-05</a></th>",
        "<h2 id=\"n2\">brief-2024-05 ",
        "원고가 바뀜<br>글꼴이 바뀜: Serif &lt;Bold&gt;.otf<br>jikji가 바뀜: 0.1.0 → 0.2.0",
        "화면판: 3–5, 8<br>인쇄판: 없음<br>보존판: 견주지 못함",
        "8쪽 가운데 4쪽이 다름",
        "파일은 다르지만 8쪽이 모두 같아 보임",
        "쪽을 견주지 못함: 암호가 걸려 있습니다",
        "넓이의 12.3%. 왼쪽에서 22.9 mm, 위에서 97.4 mm인 곳의 164 × 2.5 mm 안",
        "넓이의 0.1% 미만",
        "다시 만든 파일에만 있음",
        "src=\"verify/a%20b-screen-p03-before.png\"",
        "alt=\"brief-2024-05, 화면판 3쪽: 차이\"",
        "<li>E0101 a &amp; b</li>",
    ] {
        assert!(page.contains(part), "{part} is missing");
    }
    assert_eq!(page.matches("<figure>").count(), 10);
    assert_eq!(page.matches("<figcaption>").count(), 10);
}

#[test]
fn it_speaks_english_too() {
    let page = html("Verification", &numbers(), Lang::En);
    for part in [
        "<html lang=\"en\">",
        "Of 3, 1 came out the same, byte for byte; 1 differ, 1 could not be built.",
        "screen edition: 3–5, 8",
        "4 of 8 pages differ",
        "12.3% of its area",
        "another jikji: 0.1.0 → 0.2.0",
    ] {
        assert!(page.contains(part), "{part} is missing");
    }
    let korean = |c: char| ('가'..='힣').contains(&c);
    assert!(!page.replace("암호가 걸려 있습니다", "").contains(korean), "Korean in English");
    assert!(html("x", &numbers()[..1], Lang::En).contains("All 1 came out the same"));
    assert!(html("x", &[], Lang::Ko).contains("견준 호가 없습니다."));
}

#[test]
fn nothing_comes_from_outside_or_runs() {
    let page = html("a<script>alert(1)</script>", &numbers(), Lang::Ko);
    for part in ["<script", "http:", "https:", "url(", "@import", "<link", "javascript:", "on="] {
        assert!(!page.contains(part), "{part}");
    }
}

/// Elements are closed in the order they were opened.
#[test]
fn elements_are_closed() {
    let page = html("x", &numbers(), Lang::Ko);
    let body = page.split_once("<body>").unwrap().1;
    let mut open = vec!["html", "body"];
    for tag in body.split('<').skip(1) {
        let name = tag.split(['>', ' ']).next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if ["br", "img"].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
