//! A hundred faults in the sample's texts.

use super::common::Project;
use super::{Found, read, sample};

const TERMS: &str = r#"
[terms]
"기금" = "펀드"
"최종적" = "최종"
"그림을" = "이미지를"
"롤" = "역할"
"유저" = "사용자"
"자연 언어" = "자연어"
"페이퍼" = "논문"
"앙케트" = "설문"
"#;

/// The code, what stands in the sample, what is planted there.
fn plants() -> Vec<[&'static str; 3]> {
    let rows = include_str!("plants.txt").lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| {
        let parts: Vec<&str> = line.split('|').collect();
        <[&str; 3]>::try_from(parts).unwrap()
    })
    .collect()
}

#[test]
fn the_sample_has_no_fault() {
    let found = read(&sample());
    assert!(found.is_empty(), "{found:#?}");
    let handbook =
        sample().replacen("[publication]", "[checks]\nprofile = \"handbook\"\n\n[publication]", 1);
    assert!(read(&handbook).is_empty());
}

#[test]
fn a_hundred_planted_faults_are_found_and_nothing_else() {
    let plants = plants();
    let mut manifest = sample() + TERMS;
    assert!(read(&manifest).is_empty(), "{:#?}", read(&manifest));
    for [_, stands, planted] in &plants {
        assert_eq!(manifest.matches(stands).count(), 1, "{stands}");
        manifest = manifest.replacen(stands, planted, 1);
    }
    let mut found = read(&manifest);
    let count = found.len();
    let mut missed = vec![];
    for [code, _, planted] in &plants {
        let at = manifest.find(planted).unwrap();
        let line = manifest[..at].matches('\n').count() + 1;
        let is = |found: &Found| found.line == line && found.code == *code;
        match found.iter().position(is) {
            Some(index) => drop(found.remove(index)),
            None => missed.push((code, planted)),
        }
    }
    let (recall, precision) =
        (1.0 - missed.len() as f64 / plants.len() as f64, 1.0 - found.len() as f64 / count as f64);
    println!("{} planted, recall {recall:.3}, precision {precision:.3}", plants.len());
    assert!(plants.len() >= 100 && recall >= 0.95 && precision >= 0.98, "{missed:#?}\n{found:#?}");
}

/// What only finished pages show.
#[test]
fn pages_are_looked_over_too() {
    let long = "세계 주요 기술기업과 각국 정부, 국제기구가 함께 마련한 책임 있는 인공지능 개발과 활용을 위한 공동 원칙과 그 이행 방안을 둘러싼 논의";
    let manifest = |entry: &str| {
        sample().replacen(
            "[[parts.sections]]\ntitle = \"기업/산업\"",
            &format!("{entry}\n[[parts.sections]]\ntitle = \"기업/산업\""),
            1,
        )
    };
    let entry = |allow: &str| {
        let source = "{ publisher = \"UN\", title = \"Report\", date = 2024-04-01 }";
        format!(
            "[[parts.sections.entries]]\nkind = \"brief\"\n{allow}title = \"{long}\"\nbody = '- 원칙을 공개'\nsources = [{source}]\n"
        )
    };
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let face = std::fs::read(root.join("images/talking-face.svg")).unwrap();
    let codes = |manifest: String| -> Vec<String> {
        let project = Project::with_manifest(manifest).file("images/talking-face.svg", &face);
        let report = project.run(&["check", "--edition", "screen", "--json"]).exits(0).json();
        let found = report["diagnostics"].as_array().unwrap().iter();
        found.map(|found| found["code"].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(codes(manifest(&entry(""))), ["W1712", "W1713"]);
    assert_eq!(codes(manifest(&entry("allow = [\"W1712\", \"W1713\"]\n"))), [""; 0]);
    let unused =
        sample().replacen("[publication]", "[checks]\nallow = [\"W1713\"]\n\n[publication]", 1);
    assert_eq!(codes(unused), ["W1714"]);
}
