//! Every advice of a house check is followed: what it tells to write is written, and nothing is left to tell.

use super::{common::Project, read};

/// A number of one brief, which is full enough not to be told so.
fn number(head: &str, entry: &str, body: &str) -> String {
    format!(
        "layout = \"spri-brief\"\n[publication]\nname = \"물길 소식\"\npublisher = \"물길연구소\"\n[issue]\nyear = 2024\n\
         month = 5\npublished = 2024-05-07\n{head}[[parts]]\ntitle = \"동향\"\n[[parts.sections]]\ntitle = \"정책\"\n\
         [[parts.sections.entries]]\nkind = \"brief\"\n{entry}title = \"기사 하나\"\nbody = '''\n{body}\n'''\n\
         sources = [{{ publisher = \"UN\", title = \"GA\", date = 2024-03-21 }}]\n"
    )
}

fn codes(manifest: &str) -> Vec<&'static str> {
    read(manifest).into_iter().map(|found| found.code).collect()
}

/// Code, head of the number, its body, the body as it is advised (none where `jikji fix` writes it), what is let pass.
type Case = (&'static str, &'static str, &'static str, Option<&'static str>, &'static str);

const CASES: &[Case] = &[
    ("W1701", "", "- 몇일 동안 로보트가 시연", None, "몇일\", \"로보트"),
    ("W1702", "[terms]\n\"인공 지능\" = \"인공지능\"\n", "- 인공 지능이 확산", None, "인공 지능"),
    (
        "W1703",
        "",
        "- 데이터센터 건설\n- 데이터센터 운영\n- 데이터 센터 폐쇄",
        Some("- 데이터센터 건설\n- 데이터센터 운영\n- 데이터센터 폐쇄"),
        "데이터 센터",
    ),
    ("W1704", "", "- 쓸 수 있는 있는 도구", None, "있는 있는"),
    ("W1705", "", "- 채택\n- 공개\n- 발표했다.", Some("- 채택\n- 공개\n- 발표"), "발표했다."),
    (
        "W1706",
        "",
        "- 채택했다.\n- 공개했다.\n- 발표",
        Some("- 채택했다.\n- 공개했다.\n- 발표했다."),
        "발표",
    ),
    ("W1707", "", "- Anthropic이 공개", Some("- 앤스로픽(Anthropic)이 공개"), "Anthropic"),
];

#[test]
fn what_is_advised_is_written_or_let_pass() {
    for (code, head, body, advised, allowed) in CASES {
        let told = codes(&number(head, "", body));
        assert!(!told.is_empty() && told.iter().all(|told| told == code), "{body}: {told:?}");
        let after = match advised {
            Some(advised) => number(head, "", advised),
            None => {
                let project = Project::with_manifest(number(head, "", body));
                project.run(&["fix"]).exits(0).says("fixed");
                std::fs::read_to_string(project.path("issue.toml")).unwrap()
            }
        };
        assert_eq!(codes(&after), [""; 0], "{after}");
        let allow = format!("allow = [\"{allowed}\"]\n");
        assert_eq!(codes(&number(head, &allow, body)), [""; 0], "{allow}");
        let whole = number(&format!("{head}[checks]\n{allow}"), "", body);
        assert_eq!(codes(&whole), [""; 0], "{allow}");
        let by_code = number(head, &format!("allow = [\"{code}\"]\n"), body);
        assert_eq!(codes(&by_code), [""; 0], "{code}");
    }
}

#[test]
fn what_is_mended_reads_well() {
    let body = "- 몇 일 뒤 로보트가 케익을 나른 나른 수익율과 컨셉으로 **컨텐츠**를 만듬";
    let project = Project::with_manifest(number("", "", body));
    project.run(&["fix"]).exits(0);
    let mended = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    let line = "- 며칠 뒤 로봇이 케이크를 나른 수익률과 콘셉트로 **콘텐츠**를 만듦";
    assert!(mended.contains(line), "{mended}");
}

#[test]
fn a_bare_source_is_told_until_it_has_a_date_or_an_address() {
    let sound = number("", "", "- 채택");
    let with = |rest: &str| sound.replace(", date = 2024-03-21", rest);
    assert_eq!(codes(&with("")), ["W1711"]);
    assert_eq!(codes(&with(", url = \"https://example.org/\"")), [""; 0]);
    assert_eq!(
        codes(&with("").replace("kind = \"brief\"", "kind = \"brief\"\nallow = [\"W1711\"]")),
        [""; 0]
    );
}

#[test]
fn what_lets_nothing_pass_and_what_is_no_term_is_told() {
    let allow = "allow = [\"몇일\"]\n";
    assert_eq!(codes(&number("", allow, "- 채택")), ["W1714"]);
    assert_eq!(codes(&number("[terms]\n\"인공지능\" = \"인공지능\"\n", "", "- 채택")), ["W1715"]);
    // An entry lets pass what stands in it alone.
    let two = number("", "", "- 몇일 뒤 채택")
        + "[[parts.sections.entries]]\nkind = \"brief\"\nallow = [\"몇일\"]\ntitle = \"기사 둘\"\nbody = '- 몇일 뒤 공개'\n";
    assert_eq!(codes(&two), ["W1701"]);
}

#[test]
fn the_profile_says_how_much_is_looked_for() {
    let body = "- Anthropic이 채택했다.\n- 몇일 뒤 공개";
    let with =
        |profile: &str| codes(&number(&format!("[checks]\nprofile = \"{profile}\"\n"), "", body));
    assert_eq!(with("off"), [""; 0]);
    assert_eq!(with("handbook"), ["W1701"]);
    assert_eq!(with("house"), ["W1707", "W1701", "W1706"]);
    assert_eq!(with("hause"), ["E0241", "W1707", "W1701", "W1706"]);
    let project = Project::with_manifest(number("", "", body)).changed_layout(
        "layout.toml",
        "checks = \"house\"",
        "checks = \"off\"",
    );
    project.run(&["check", "--edition", "screen"]).exits(0).says("no problems found");
}

#[test]
fn findings_can_be_denied() {
    let project = Project::with_manifest(number("", "", "- 몇일 뒤 공개"));
    project.run(&["check", "--deny", "warnings", "--edition", "screen"]).exits(1).says("W1701");
}
