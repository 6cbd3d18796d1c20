//! The report to read, the report for programs, and the seal.

use super::audit::{checked, run};
use super::habits::{TEXT, line_of};
use jikji_diagnostic::Lang::{En, Ko};
use jikji_manuscript::report::markdown;
use jikji_manuscript::seal::{self, Seal};

#[test]
fn the_page_has_all_questions_and_all_lines_left_out() {
    let (imported, _) = checked(TEXT);
    for lang in [Ko, En] {
        let page = markdown(&imported.report, lang);
        assert_eq!(page.matches("- [ ] ").count(), imported.report.questions.len());
        for question in &imported.report.questions {
            let place = question.manifest_line.map(|line| format!("issue.toml:{line}"));
            assert!(place.is_none_or(|place| page.contains(&place)));
        }
        assert!(page.contains("북항과 남항, 야간 입항 시험에서 협력 ..... 2"));
        assert!(!page.contains("{text}") && !page.contains("{title"));
    }
    let english = markdown(&imported.report, En);
    assert!(!english.contains("물음") && english.contains("## Questions"));
    let first = line_of(TEXT, "- 두 항만이 밤에 들어오는");
    let row = format!("| {first} | parts[0].sections[0].entries[1].key[0] | ");
    assert!(english.contains(&row), "{english}");
}

#[test]
fn the_json_has_every_line_with_its_fate() {
    let (imported, _) = checked(TEXT);
    let json = serde_json::to_value(&imported.report).unwrap();
    let lines = json["lines"].as_array().unwrap();
    assert_eq!(lines.len(), TEXT.lines().filter(|line| !line.trim().is_empty()).count());
    let of = |part: &str| {
        let line = line_of(TEXT, part);
        lines.iter().find(|l| l["line"] == line).unwrap()
    };
    assert_eq!(of("# CONTENTS")["fate"], "left-out");
    assert_eq!(of("# CONTENTS")["changes"][0]["why"], "contents-heading");
    assert_eq!(of("- 예측이 맞은 비율")["fate"], "kept");
    let source = of("☞ 출처 : Ministry");
    assert_eq!(source["fate"], "changed");
    assert_eq!(source["field"], "parts[0].sections[0].entries[0].sources[0]");
    let why: Vec<&str> =
        source["changes"].as_array().unwrap().iter().filter_map(|c| c["why"].as_str()).collect();
    assert_eq!(why, ["source-date", "source-mark", "source-label"]);
    let question = &json["questions"].as_array().unwrap()[0];
    assert_eq!(question["code"], "publisher");
    assert_eq!(question["args"]["text"], "등대 브리프");
    assert_eq!(json["input"]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(json["found"]["briefs"], 5);
}

#[test]
fn the_manifest_is_sealed() {
    let manifest = run(TEXT).manifest;
    assert_eq!(seal::read(manifest.as_bytes()), Seal::Untouched);
    let edited = manifest.replace("published = 2023-11-01", "published = 2023-11-07");
    assert_eq!(seal::read(edited.as_bytes()), Seal::Edited);
    let sample = "layout = \"spri-brief\"\n";
    assert_eq!(seal::read(sample.as_bytes()), Seal::Foreign);
}

#[test]
fn everything_said_has_words_in_both_languages() {
    use jikji_manuscript::messages::{FAULTS, WORDS};
    use jikji_manuscript::{Ask, Why};
    assert_eq!(jikji_diagnostic::faults(FAULTS.iter().copied()), [] as [&str; 0]);
    let asked = Ask::ALL.iter().map(|ask| ask.words());
    let all = asked.chain(Why::ALL.iter().map(|why| why.words())).chain(WORDS.iter().copied());
    let faults: Vec<String> = all.flat_map(|words| words.faults()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
