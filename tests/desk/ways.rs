//! Where findings lead, and that what the desk does makes none by itself.

use serde_json::{Value, json};

use crate::common::{Project, brief, entry, issue};
use crate::form::written;
use crate::running::{Running, codes};

/// What opens where a finding of this code leads, of all of them.
fn opened(desk: &Running, news: &Value, code: &str) -> Vec<Value> {
    let found = news["findings"].as_array().unwrap().iter();
    let own = found.filter(|found| found["code"] == code);
    own.map(|found| {
        let place = &found["place"];
        desk.question(&json!({ "ask": "line", "file": place["file"], "line": place["line"], "column": place["column"], "path": found["places"][0] }))
    })
    .collect()
}

#[test]
fn what_is_missing_opens_at_the_field_that_lacks_it() {
    let missing = [
        ("image = { file = \"a.svg\" }\n", "\"image\",\"alt\""),
        ("image.file = \"a.svg\"\n", "\"image\",\"alt\""),
        (
            "sources = [{ publisher = \"기관\", title = \"보고\" }, { title = \"자료\" }]\n",
            "\"sources\",1,\"publisher\"",
        ),
        ("chart = { kind = \"bars\", alt = \"막대\" }\n", "\"chart\",\"data\""),
        ("[parts.sections.entries.image]\nfile = \"a.svg\"\n", "\"image\",\"alt\""),
    ];
    for (lines, end) in missing {
        let whole = entry("글");
        let own = match lines.starts_with("sources") {
            true => whole
                .lines()
                .filter(|line| !line.starts_with("sources"))
                .map(|line| format!("{line}\n"))
                .collect(),
            false => whole,
        };
        let text = issue(&format!("{own}body = '''\n- 본문\n'''\n{lines}"));
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\"/>";
        let project = Project::with_manifest(text).file("a.svg", svg);
        let desk = Running::start(&project, &[]);
        let news = desk.tab().news();
        let path = format!("[\"parts\",0,\"sections\",0,\"entries\",0,{end}]");
        let path: Value = serde_json::from_str(&path).unwrap();
        let [one] = &opened(&desk, &news, "E0203")[..] else { panic!("{lines}: {news}") };
        assert_eq!(one["path"], path, "{lines}");
        assert_eq!(one["owner"], json!(["parts", 0, "sections", 0, "entries", 0]));
        let found = news["findings"].as_array().unwrap();
        let found = found.iter().find(|found| found["code"] == "E0203").unwrap();
        assert_eq!(found["places"], json!([path]));
    }
    // A table of the number, and what is no text.
    let text = brief("글", "- 본문").replace("month = 5\n", "").replace("2024\n", "\"2024\"\n");
    let project = Project::with_manifest(text);
    let desk = Running::start(&project, &[]);
    let news = desk.tab().news();
    let [month] = &opened(&desk, &news, "E0203")[..] else { panic!("{news}") };
    assert_eq!((&month["path"], &month["owner"]), (&json!(["issue", "month"]), &json!([])));
    let text = brief("글", "- 본문").replace("month = 5\n", "month = 13\n");
    let project = Project::with_manifest(text);
    let desk = Running::start(&project, &[]);
    let news = desk.tab().news();
    assert_eq!(opened(&desk, &news, "E0216")[0]["path"], json!(["issue", "month"]));
}

#[test]
fn papers_are_two_fields_until_one_stands_for_both() {
    let text = brief("글", "- 본문");
    let project = Project::with_manifest(&text);
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    let paper = || {
        let form = desk.question(&json!({ "ask": "form", "path": [] }));
        let fields = form["groups"][3]["fields"].as_array().unwrap().clone();
        fields.into_iter().find(|field| field["name"] == "paper").unwrap()
    };
    let own = paper();
    let names: Vec<_> = own["fields"].as_array().unwrap().iter().map(|own| &own["label"]).collect();
    assert_eq!(names, ["표지 용지", "내지 용지"]);
    for (name, words) in [("cover", "아트지 200g"), ("inside", "모조지 100g")] {
        let path = ["print", "paper", name];
        let asked = json!({ "ask": "save", "file": "issue.toml", "path": path, "before": null, "text": words });
        assert_eq!(desk.question(&asked)["saved"], true);
    }
    let root: toml::Value = toml::from_str(&written(&project)).unwrap();
    assert_eq!(root["print"]["paper"]["cover"].as_str(), Some("아트지 200g"));
    let news = tab.news_with(|news| !news["lacks"].to_string().contains("용지"));
    assert_eq!((codes(&news), news["lacks"].to_string().contains("부수")), (vec![], true));
    // One paper for both is one field, and is that of both.
    std::fs::write(
        project.path("issue.toml"),
        format!("{text}\n[print]\npaper = \"모조지 100g\"\n"),
    )
    .unwrap();
    let news = tab.news();
    assert!(!news["lacks"].to_string().contains("용지"), "{news}");
    assert_eq!((&paper()["kind"], &paper()["value"]), (&json!("text"), &json!("모조지 100g")));
    // With an error of another kind nothing of before is said.
    let wrong = format!("{text}\n[print]\npaper = \"모조지 100g\"\ninks = [\"빨강\"]\n");
    std::fs::write(project.path("issue.toml"), wrong).unwrap();
    assert_eq!(tab.news_with(|news| news["old"] == true)["lacks"], json!([]));
}

#[test]
fn text_typed_right_below_a_table_is_mended_at_a_click() {
    let table = "| 가 | 나 |\n|---|---|\n| 1 | 2 |\n";
    let project = Project::with_manifest(brief("글", &format!("{table}이어서 쓴 글")));
    let desk = Running::start(&project, &[]);
    let news = desk.tab().news();
    let at = codes(&news).iter().position(|code| *code == "E0370").unwrap();
    let asked = json!({ "ask": "mend", "finding": at, "setting": news["setting"] });
    assert_eq!(desk.question(&asked)["saved"], true);
    assert_eq!(written(&project), brief("글", &format!("{table}\n이어서 쓴 글")));
}

#[test]
fn what_the_desk_adds_and_copies_has_titles_unlike_all_others() {
    let text = issue(&format!(
        "{0}body = '- 가'\n{1}body = '- 나'\n",
        entry("글"),
        entry("제목을 적으세요")
    ));
    let project = Project::with_manifest(&text);
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    let done = |changes: Value| {
        let answer = desk
            .question(&json!({ "ask": "edit", "changes": changes, "seen": [], "stroke": null }));
        assert_eq!(answer["saved"], true, "{answer}");
    };
    let section = json!(["parts", 0, "sections", 0]);
    let copied = |from: &Value, to: &Value, title: &str| {
        let at = [&to.as_array().unwrap()[..], &[json!("title")]].concat();
        done(
            json!([{ "do": "copy", "from": from, "to": to }, { "do": "set", "at": at, "value": title }]),
        );
    };
    done(json!([{ "do": "add", "at": ["parts", 0, "sections", 1], "kind": null }]));
    done(json!([{ "do": "add", "at": ["parts", 1], "kind": null }]));
    done(json!([{ "do": "add", "at": ["parts", 1, "entries", 0], "kind": null }]));
    for _ in 0..2 {
        copied(
            &json!(["parts", 0, "sections", 0, "entries", 0]),
            &json!(["parts", 0, "sections", 0, "entries", 1]),
            "글 (사본)",
        );
        copied(&section, &json!(["parts", 0, "sections", 1]), "정책 (사본)");
    }
    copied(&json!(["parts", 0]), &json!(["parts", 1]), "동향 (사본)");
    let root: toml::Value = toml::from_str(&written(&project)).unwrap();
    let first: Vec<_> = root["parts"][0]["sections"][0]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["title"].as_str().unwrap())
        .collect();
    assert_eq!(first, ["글", "글 (사본) 3", "글 (사본)", "제목을 적으세요"]);
    let news = tab.news_with(|news| news["outline"].as_array().unwrap().len() > 30);
    assert!(!codes(&news).contains(&"E0221"), "{news}");
    // The copy of a hint is a hint.
    let hints = written(&project).matches("제목을 적으세요").count();
    assert!(hints > 8 && !written(&project).contains("제목을 적으세요 (사본)"));
}

#[test]
fn findings_name_the_fields_of_the_form() {
    let chart = "chart = { kind = \"share\", alt = \"띠\", labels = [\"가\", \"나\"], series = [{ name = \"갑\", values = [40, 60] }, { name = \"을\", values = [50, 50] }] }\n";
    let events = "\n[[parts]]\ntitle = \"행사\"\n[[parts.entries]]\nkind = \"events\"\ntitle = \"일정\"\nrows = [{ name = \"모임\", place = \"서울\" }]\n";
    let page = "[[parts.entries]]\nkind = \"page\"\nfile = \"….pdf\"\nalt = \"광고\"\n";
    let entry =
        format!("{}image = {{ file = \"images/a.png\" }}\n{chart}body = '- 글'\n", entry("글"));
    let text = format!(
        "{}{events}{page}\n[print]\nprofile = \"a.icc\"\nquantity = \"500\"\n",
        issue(&entry)
    );
    let project = Project::with_manifest(text.replace("year = 2024\n", ""));
    let desk = Running::start(&project, &[]);
    let news = desk.tab().news();
    let said: Vec<(&str, String)> = news["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| {
            (
                found["code"].as_str().unwrap(),
                format!(
                    "{} | {}",
                    found["message"].as_str().unwrap(),
                    found["help"].as_str().unwrap()
                ),
            )
        })
        .collect();
    let has = |code: &str, words: &str| {
        assert!(
            said.iter().any(|(own, said)| *own == code && said.contains(words)),
            "{code} {words}: {said:#?}"
        );
    };
    has("E0203", "‘그림을 말로 옮긴 설명’ 칸이 비어 있습니다 | 꼭 있어야");
    has("E0203", "‘연도’ 칸이");
    has("E0203", "‘기간’ 칸이");
    has("E0205", "‘부수’에는 정수가");
    has("E0282", "띠 하나에는 계열을 하나만 그립니다 | 계열을 하나만 남기거나 ‘차트 종류’를");
    has("E0145", "아직 PDF를 고르지 않았습니다 | PDF를 원고와 같은 폴더에");
    has(
        "E0145",
        "`a.icc` 파일이 없습니다 | 이름이 바뀌었거나 옮겨졌는지 보세요. 파일을 원고와 같은 폴더에",
    );
    has("E0145", "그 칸에서 파일을 다시 골라도");
    let unchosen = said.iter().filter(|(_, said)| said.contains("….pdf"));
    assert_eq!(unchosen.count(), 0);
}

#[test]
fn a_picture_among_the_entries_is_sent_to_its_field() {
    let project = Project::with_manifest(brief("글", "- 본문"));
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\"/>";
    let taken = desk.ask("POST", "/manuscripts/%5B%5D/a.svg", svg);
    let why: Value = serde_json::from_slice(&taken.body).unwrap();
    assert_eq!(why["saved"], false, "{why}");
    assert!(why["why"].as_str().unwrap().contains("글을 열고 ‘그림’ 칸에 놓으세요"), "{why}");
    let taken = desk.ask("POST", "/manuscripts/%5B%5D/a.pdf", "%PDF-1.4\n%âãÏÓ\n1 0 obj\n");
    let why = String::from_utf8(taken.body).unwrap();
    assert!(!why.contains("pdftotext") && why.contains("HWPX"), "{why}");
}
