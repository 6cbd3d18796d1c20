//! The reports as people, browsers and other programs need them.

use super::*;
use jikji_diagnostic::{Lang, Severity};
use jikji_prepress::preflight::{Limits, Sort, Standard, Tally};

/// A page of nothing but a line too thin and a colour of screens.
const THIN: &str = "1 0 0 RG 0.05 w 30 60 m 170 60 l S";

/// A PDF of so many like pages.
fn pdf(pages: usize, content: &str) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut doc = Document::with_version("1.6");
    let tree = doc.new_object_id();
    let sides = |values: [i64; 4]| Object::Array(values.map(Object::Integer).to_vec());
    let mut kids: Vec<Object> = vec![];
    for _ in 0..pages {
        let content = doc.add_object(Stream::new(dictionary! {}, content.into()));
        let page = doc.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content,
            "MediaBox" => sides([0, 0, 200, 200]), "TrimBox" => sides([20, 20, 180, 180]),
        });
        kids.push(page.into());
    }
    let count = kids.len() as i64;
    let root = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    doc.objects.insert(tree, root.into());
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", catalog);
    let mut bytes = vec![];
    doc.save_to(&mut bytes).unwrap();
    bytes
}

fn checked(name: &str, bytes: &[u8]) -> (tempfile::TempDir, Checked) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let limits = Limits { standard: Standard::None, ..Limits::default() };
    let checked = one(&path, &limits, &mut |_, _| {}).unwrap();
    (folder, checked)
}

fn summary() -> Summary {
    let group = |rule, severity, said: &str, pages: &[usize]| Group {
        rule,
        severity,
        sort: Sort::Press,
        places: 9,
        pages: pages.into(),
        at: vec![],
        said: vec![said.into()],
        more: 2,
        help: "고치세요 & \"다시\"".into(),
    };
    Summary {
        file: "자료/a <b>.pdf".into(),
        bytes: 10,
        sha256: "00".repeat(32),
        passed: false,
        standard: Standard::X4,
        press: Tally { errors: 9, warnings: 9, error_kinds: 1, warning_kinds: 1, unchecked: 0 },
        conformance: Tally::default(),
        pages: 9,
        groups: vec![
            group("P0704", Severity::Error, "선 <0.1pt>", &[1, 2, 3, 7]),
            group("P0702", Severity::Warning, "180ppi", &[]),
        ],
        unchecked: vec![],
        failure: None,
    }
}

#[test]
fn findings_are_grouped_by_rule_with_the_pages_they_are_on() {
    let (_folder, checked) = checked("a.pdf", &pdf(3, THIN));
    let summary = Summary::of(&checked, Lang::Ko);
    assert_eq!((summary.pages, summary.passed), (3, false));
    let thin = summary.groups.iter().find(|group| group.rule == "P0704").unwrap();
    assert_eq!((&thin.pages[..], thin.places), (&[1, 2, 3][..], 3));
    assert_eq!(thin.said, ["선 두께가 0.05pt입니다"]);
    assert_eq!(summary.sha256, crate::digest::sha256(&pdf(3, THIN)));
}

#[test]
fn a_page_in_html_holds_all_of_it_and_nothing_from_outside() {
    let (_folder, checked) = checked("a <b>.pdf", &pdf(2, THIN));
    for (lang, wanted) in [
        (
            Lang::Ko,
            [
                "고칠 것이 있습니다",
                "1, 2쪽",
                "P0704",
                "a &lt;b&gt;.pdf",
                "56.4 × 56.4 mm",
                "SHA-256",
            ],
        ),
        (
            Lang::En,
            [
                "To be corrected",
                "Page 1, 2",
                "P0704",
                "a &lt;b&gt;.pdf",
                "56.4 × 56.4 mm",
                "SHA-256",
            ],
        ),
    ] {
        let page = html::one(&view::view(&checked, Some("우리 인쇄소"), lang));
        for part in wanted {
            assert!(page.contains(part), "{part} is missing");
        }
        assert_eq!(page.matches("<figure>").count(), 2);
        for part in ["<script", "http:", "https:", "url(", "@import", "<link", "<b>"] {
            assert!(!page.contains(part), "{part}");
        }
    }
    let page = html::many(&[summary()], Lang::Ko);
    for part in [
        "파일 1개 가운데 0개가 통과했습니다.",
        "<a href=\"#f0\">자료/a &lt;b&gt;.pdf</a>",
        "선 &lt;0.1pt&gt;",
        "1–3, 7쪽 · 9곳",
    ] {
        assert!(page.contains(part), "{part} is missing");
    }
}

#[test]
fn the_head_tells_kinds_from_places() {
    let tally = Tally { errors: 25, warnings: 1, error_kinds: 2, warning_kinds: 1, unchecked: 3 };
    let said = |tally, lang| view::tally(tally, lang);
    assert_eq!(said(tally, Lang::Ko), "오류 2가지(25곳) · 경고 1가지 · 확인하지 못함 3가지");
    assert_eq!(said(tally, Lang::En), "2 errors (25 places) · 1 warning · 3 not checked");
    assert_eq!(said(Tally::default(), Lang::En), "0 errors · 0 warnings");
    let (_folder, checked) = checked("a.pdf", &pdf(2, THIN));
    let view = view::view(&checked, None, Lang::Ko);
    assert!(view.facts[0].1.starts_with("오류 2가지(4곳) · "), "{:?}", view.facts);
}

#[test]
fn the_page_on_paper_is_set() {
    let (_folder, checked) = checked("a.pdf", &pdf(2, THIN));
    let made = pdf_of(&checked);
    assert!(made.starts_with(b"%PDF-"));
    assert_eq!(made, pdf_of(&checked), "the same file, the same report");
    assert!(list_pdf(&[summary()], Lang::En).unwrap().starts_with(b"%PDF-"));
}

fn pdf_of(checked: &Checked) -> Vec<u8> {
    super::pdf(&view::view(checked, None, Lang::Ko)).unwrap()
}

#[test]
fn other_programs_read_what_was_found() {
    let log = sarif::log(&[summary()], Lang::En);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!((&results[0]["level"], &results[1]["level"]), (&"error".into(), &"warning".into()));
    assert_eq!(results[0]["message"]["text"], "선 <0.1pt> [1–3, 7]");
    let place = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, "%EC%9E%90%EB%A3%8C/a%20%3Cb%3E.pdf");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 2);
    let sound = Summary { passed: true, groups: vec![], ..summary() };
    let unchecked = Tally { unchecked: 3, ..Tally::default() };
    let unseen = Summary { groups: vec![], press: unchecked, ..summary() };
    let junit = junit::report(&[summary(), sound, unseen], Lang::En);
    let tree = roxmltree::Document::parse(&junit).unwrap();
    let root = tree.root_element();
    assert_eq!((root.attribute("tests"), root.attribute("failures")), (Some("4"), Some("2")));
    let failure = tree.descendants().find(|node| node.has_tag_name("failure")).unwrap();
    assert_eq!(failure.attribute("message"), Some("선 <0.1pt> [1–3, 7]"));
}

#[test]
fn places_and_what_was_not_looked_at_reach_all_reports() {
    let (_folder, thin) = checked("a.pdf", &pdf(1, THIN));
    let [ko, en] = [Lang::Ko, Lang::En].map(|lang| Summary::of(&thin, lang));
    // The line begins 10 pt right of the trim, and is 120 pt below its upper edge.
    let place = "Page 1: 3.5 mm from left, 42.3 mm from top";
    let log = sarif::log(std::slice::from_ref(&en), Lang::En).to_string();
    let page = html::one(&view::view(&thin, None, Lang::En));
    for report in [junit::report(std::slice::from_ref(&en), Lang::En), log, page] {
        assert!(report.contains(place), "{report}");
    }
    assert_eq!(en.groups[0].at, ko.groups[0].at);
    let (_folder, lost) = checked("b.pdf", b"%PDF-1.6 no more");
    let lost = Summary::of(&lost, Lang::Ko);
    assert_eq!(lost.unchecked.len(), lost.press.unchecked + lost.conformance.unchecked);
    let junit = junit::report(std::slice::from_ref(&lost), Lang::Ko);
    assert!(junit.contains("name=\"확인하지 못함\"") && junit.contains("P0405"), "{junit}");
    let log = sarif::log(&[lost], Lang::Ko);
    let told = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    assert!(told["message"]["text"].as_str().unwrap().contains("P0405"), "{told}");
}

#[test]
fn a_file_that_cannot_be_read_is_told_in_all_reports() {
    let why = "열지 못했습니다: gone.pdf";
    let lost = Summary::unread(std::path::Path::new("gone.pdf"), Standard::X4, why.into());
    let files = [summary(), lost];
    assert!(html::many(&files, Lang::Ko).contains(why));
    let log = sarif::log(&files, Lang::Ko);
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
    let junit = junit::report(&files, Lang::Ko);
    let tree = roxmltree::Document::parse(&junit).unwrap();
    assert_eq!(tree.root_element().attribute("errors"), Some("1"));
    let error = tree.descendants().find(|node| node.has_tag_name("error")).unwrap();
    assert_eq!(error.attribute("message"), Some(why));
}

#[test]
fn files_of_a_folder_come_in_order_and_one_that_is_lost_does_not_keep_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("b")).unwrap();
    std::fs::create_dir(at(".trash")).unwrap();
    for name in ["c.PDF", "b/a.pdf", "a.pdf", "notes.txt", ".a.pdf", ".trash/b.pdf"] {
        std::fs::write(at(name), pdf(1, "")).unwrap();
    }
    let (mut files, folders) = pdfs(&[folder.path().to_path_buf()]).unwrap();
    assert_eq!(files, [at("a.pdf"), at("b/a.pdf"), at("c.PDF")]);
    assert!(folders);
    files.insert(1, at("gone.pdf"));
    let mut seen = vec![];
    let done = |summary: Summary| {
        seen.push((summary.file, summary.failure.is_some()));
        Ok(())
    };
    let limits = (&Limits::default(), Lang::Ko);
    let told = all(&files, limits, |_, checked| Ok(Summary::of(checked, Lang::Ko)), done);
    assert!(told.is_err());
    let wanted = [0, 1, 2, 3].map(|at| (files[at].display().to_string(), at == 1));
    assert_eq!(seen, wanted);
}
