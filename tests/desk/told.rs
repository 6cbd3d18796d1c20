//! What was found as the desk tells it: where and what to do in its own words, let pass at a click, taken back.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::{HEAD, Project, brief};
use crate::form::{becomes, written};
use crate::running::{Running, codes};

fn house(text: &str) -> String {
    text.replace(HEAD, &HEAD.replace("\"off\"", "\"house\""))
}

fn at(news: &Value, code: &str) -> usize {
    codes(news).iter().position(|found| *found == code).unwrap()
}

fn pass(desk: &Running, news: &Value, code: &str) -> Value {
    let asked = json!({ "ask": "pass", "finding": at(news, code), "setting": news["setting"] });
    desk.question(&asked)
}

#[test]
fn a_finding_is_let_pass_in_its_entry_and_taken_back() {
    let text = house(&brief("제목", "- Anthropic이 공개"));
    let project = Project::with_manifest(format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let before = written(&project);
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let news = tab.news();
    assert_eq!(news["findings"][at(&news, "W1707")]["pass"], true);
    assert_eq!(pass(&desk, &news, "W1707")["saved"], true);
    let after =
        before.replace("kind = \"brief\"\r\n", "kind = \"brief\"\r\nallow = [\"Anthropic\"]\r\n");
    assert_eq!(written(&project), after);
    let now = tab.news_with(|now| now["setting"] != news["setting"]);
    assert!(!codes(&now).contains(&"W1707"));
    // One more stands beside it; what is about another setting is refused.
    assert_eq!(pass(&desk, &news, "W1713")["saved"], false);
    assert_eq!(pass(&desk, &now, "W1713")["saved"], true);
    let both = after.replace("[\"Anthropic\"]", "[\"Anthropic\", \"W1713\"]");
    assert_eq!(written(&project), both);
    for state in [&after, &before] {
        assert_eq!(desk.question(&json!({ "ask": "turn", "back": true }))["saved"], true);
        assert_eq!(written(&project), *state);
    }
}

#[test]
fn what_stands_in_no_entry_or_in_a_file_of_its_own_is_let_pass_too() {
    let text = house(&brief("제목", "- 글")).replace("title = \"정책\"", "title = \"몇일\"");
    let project = Project::with_manifest(&text);
    let desk = Running::start(&project, &[]);
    let news = desk.tab().news();
    assert_eq!(news["findings"][at(&news, "W1701")]["where"], "‘몇일’");
    assert_eq!(pass(&desk, &news, "W1701")["saved"], true);
    let root: toml::Value = toml::from_str(&written(&project)).unwrap();
    assert_eq!(root["checks"]["allow"], toml::Value::from(vec!["몇일"]));
    let entry = house(&brief("제목", "- 글"))
        .replace("body = '''\n- 글\n'''", "body = { file = \"a.md\" }");
    let project = Project::with_manifest(&entry).file("a.md", "- 몇일 뒤\n");
    let desk = Running::start(&project, &[]);
    let news = desk.tab().news();
    assert_eq!(pass(&desk, &news, "W1701")["saved"], true);
    assert_eq!(
        written(&project),
        entry.replace("kind = \"brief\"\n", "kind = \"brief\"\nallow = [\"몇일\"]\n")
    );
    let news = desk.tab().news_with(|news| !codes(news).contains(&"W1701"));
    assert!(!codes(&news).contains(&"W1714"));
}

#[test]
fn findings_speak_of_buttons_and_fields() {
    let text = house(&brief("이 글의 제목", "- 몇일 뒤에 \"공개\" 예정"))
        .replace("date = 2024-05-01 ", "")
        .replace("보고서 제목\", }", "보고서 제목\" }");
    let project = Project::with_manifest(text);
    let desk = Running::start(&project, &[]);
    let news = desk.tab().news();
    let told = |code: &str, key: &str| {
        news["findings"][at(&news, code)][key].as_str().unwrap_or_default().to_string()
    };
    for found in news["findings"].as_array().unwrap() {
        let help = found["help"].as_str().unwrap();
        assert!(!help.contains("jikji fix") && !help.contains("allow"), "{help}");
        assert!(found["where"].is_string(), "{found}");
    }
    assert_eq!(told("W1701", "where"), "‘이 글의 제목’ · 본문");
    // Which buttons there are is said where they are.
    assert!(!told("W1701", "help").contains("‘고치기’"));
    assert_eq!(told("W1711", "where"), "‘이 글의 제목’ · 출처");
    assert!(told("W1711", "help").contains("날짜나 웹 주소 칸"));
    let asked = json!({ "ask": "mend", "finding": at(&news, "W0305"), "setting": news["setting"] });
    assert_eq!(desk.question(&asked)["saved"], true);
    assert!(written(&project).contains("뒤에 “공개” 예정"));
}

#[test]
fn a_button_lets_a_finding_pass_and_a_field_takes_it_back() {
    let text = house(&brief("제목", "- Anthropic이 공개"));
    let project = Project::with_manifest(&text);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    let found = "[...document.querySelectorAll('#findings li')].find((at) => at.textContent.includes('W1707'))";
    browser.wait(found);
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#form .blocks textarea')");
    browser.click_on(&format!("{found}.querySelector('.pass')"));
    let passed = text.replace("kind = \"brief\"\n", "kind = \"brief\"\nallow = [\"Anthropic\"]\n");
    becomes(&project, &passed);
    browser.wait(&format!("!{found}"));
    browser.wait("document.getElementById('told').textContent.includes('그대로 둘 말')");
    let row = "[...document.querySelectorAll('#form :is(input, textarea)')].find((at) => at.value === 'Anthropic')";
    browser.wait(row);
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(found);
}

#[test]
fn hints_are_marked_at_every_entry_and_field_that_holds_one() {
    let project = Project::new();
    project.run(&["--lang", "ko", "new", "."]).exits(0);
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let news = tab.news();
    assert_eq!(codes(&news), ["W1716"]);
    assert_eq!(news["findings"][0]["marks"], json!([0, 1]));
    let places: Vec<String> = news["findings"][0]["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|path| path.to_string())
        .collect();
    for path in [
        r#"["publication","tagline"]"#,
        r#"["parts",0,"sections",0,"title"]"#,
        r#"["parts",0,"sections",0,"entries",0,"sources",0,"publisher"]"#,
        r#"["parts",1,"entries",0,"rows",0,"place"]"#,
        r#"["colophon","contact"]"#,
    ] {
        assert!(places.iter().any(|place| place == path), "{path} in {places:?}");
    }
    let lacks = news["lacks"].as_array().unwrap();
    assert!(lacks[0].as_str().unwrap().contains("15곳"), "{lacks:?}");
    assert_eq!(news["findings"][0]["here"], "아직 안내 글입니다. 지우고 내용을 적으세요");
    // The one it names is let pass, the others stay.
    let pass = json!({ "ask": "pass", "finding": 0, "setting": news["setting"] });
    let answer = desk.question(&pass);
    assert_eq!(answer["saved"], true, "{answer}");
    let marks = |news: &Value| news["findings"][0]["places"].as_array().map_or(0, Vec::len);
    let all = places.len();
    tab.news_with(|news| codes(news) == ["W1716"] && marks(news) == all - 1);
}

#[test]
fn what_the_specification_sheet_lacks_is_told_until_it_is_there() {
    let text = brief("제목", "- 글");
    let project = Project::with_manifest(&text);
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let said = |news: &Value| news["lacks"].to_string();
    let lacks = said(&tab.news());
    for what in ["부수", "표지 용지", "내지 용지"] {
        assert!(lacks.contains(what), "{lacks}");
    }
    let print = "\n[print]\nquantity = 500\npaper = { cover = \"아트지 200g\" }\n";
    std::fs::write(project.path("issue.toml"), format!("{text}{print}")).unwrap();
    let lacks = said(&tab.news());
    assert!(lacks.contains("내지 용지") && !lacks.contains("부수") && !lacks.contains("표지"));
    let whole = print.replace("200g\"", "200g\", inside = \"모조지 100g\"");
    std::fs::write(project.path("issue.toml"), format!("{text}{whole}")).unwrap();
    assert_eq!(tab.news()["lacks"], json!([]));
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    std::fs::write(project.path("issue.toml"), format!("{text}{print}")).unwrap();
    browser.wait("document.getElementById('finish-lacks')?.textContent.includes('내지 용지')");
}

#[test]
fn a_folder_that_was_renamed_is_told_as_that() {
    let project = Project::new()
        .file("2024-05/issue.toml", brief("제목", "- 글\n\n![그림](images/a.svg)"))
        .file(
            "2024-05/images/a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\"/>",
        );
    let desk = Running::start(&project, &["2024-05/issue.toml"]);
    let mut tab = desk.tab();
    let good = tab.news_with(|news| news["old"] == false);
    let (folder, inner) = (project.path("2024-05"), project.path("2024-05/images"));
    std::fs::rename(&inner, project.path("2024-05/그림")).unwrap();
    let told = tab.news_with(|news| news["old"] == true);
    let message = told["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains("‘images’ 폴더가 없습니다"), "{message}");
    assert!(message.contains(folder.to_str().unwrap()), "{message}");
    std::fs::rename(project.path("2024-05/그림"), &inner).unwrap();
    tab.news_with(|news| news["old"] == false);
    std::fs::rename(&folder, project.path("다른 이름")).unwrap();
    let gone = tab.news_with(|news| news["old"] == true);
    let failure = gone["failure"].as_str().unwrap();
    assert!(failure.contains("없어졌거나 이름이 바뀌었습니다"), "{failure}");
    assert!(failure.contains(folder.to_str().unwrap()), "{failure}");
    assert_eq!((codes(&gone), &gone["pages"]), (vec![], &good["pages"]));
    std::fs::rename(project.path("다른 이름"), &folder).unwrap();
    let back = tab.news_with(|news| news["old"] == false);
    assert_eq!(back["failure"], Value::Null);
}

#[test]
fn colours_and_what_is_unfinished_have_names_of_the_desk() {
    let project = Project::with_manifest(brief("제목", "- 글"));
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let form = desk.question(&json!({ "ask": "form", "path": [] }));
    let groups = form["groups"].as_array().unwrap();
    let colour = groups.iter().find(|group| group["label"] == "절의 색").unwrap();
    let names = colour["fields"][0]["names"].as_array().unwrap();
    assert_eq!(names.len(), 8);
    let foreign =
        |name: &&Value| name.as_str().unwrap().contains(|c: char| c.is_ascii_alphabetic());
    assert_eq!(names.iter().find(foreign), None);
    let number = groups[0]["fields"].as_array().unwrap();
    let lacking = number.iter().find(|field| field["name"] == "unfinished").unwrap();
    let label = lacking["label"].as_str().unwrap();
    assert!(label.starts_with("아직 모자란 것") && !label.contains("줄을 지웁니다"), "{label}");
}
