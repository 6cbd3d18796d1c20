//! A character that no font has is named at its place, in whatever text that a page shows it stands.

mod common;

use common::Project;

/// U+8E41: no font of the build has it.
const ODD: char = '蹁';

/// A text in a file of its own.
const BYLINE: &str = "글쓴이蹁";

/// A number with that character in every text that a page shows.
const NUMBER: &str = r#"layout = "spri-brief"
slug = "odd"

[publication]
name = """
첫째 줄
  둘째 줄蹁"""
tagline = "한 줄蹁"
publisher = "연구소蹁"

[issue]
year = 2024
month = 5
published = 2024-05-07

[[parts]]
title = "부蹁"

[[parts.sections]]
title = "절蹁"

[[parts.sections.entries]]
kind = "brief"
title = "글 \n둘째 줄蹁"
byline = { file = "byline.txt" }
labels = ["하나", "둘蹁"]
key = ["핵심蹁", "**굵은蹁** [이음蹁](https://example.org/)"]
body = '''
## 소제목蹁

문단蹁의 글

- 글머리蹁[^note]
  - 둘째 글머리蹁

| 머리蹁 | 칸 |
| --- | --- |
| 칸蹁 | 칸 |

![말로](images/a.svg "제목蹁")

[^note]: 주석蹁
'''
chart = { kind = "bars", unit = " 개蹁", alt = "말로", caption = "차트蹁", label = "이름蹁", value = "값蹁", data = [
  { label = "가蹁", value = 1 },
  { label = "나", value = 2 },
] }
image = { file = "images/a.svg", alt = "말로", caption = "그림蹁" }
table = { header = ["머리蹁"], rows = [["칸蹁"]], caption = "표蹁" }
sources = [{ publisher = "발행처蹁", title = "자료蹁", date = 2024-05-01, url = "https://example.org/" }]

[[parts.entries]]
kind = "events"
title = "행사蹁"
rows = [{ name = "이름蹁", period = "2024.6.1~3", place = "곳蹁", url = "https://蹁.example.org/" }]

[colophon]
homepage = "https://example.org/蹁"
issuer = "발행인蹁"
editor = "편집인蹁"
registration = "등록蹁"
phone = "전화蹁"
fax = "팩스蹁"
contact = "문의蹁"
address = ["주소蹁", "둘째 주소蹁"]
"#;

/// Where the character stands: file, line and column.
fn places(file: &str, text: &str) -> Vec<String> {
    let mut places = vec![];
    for (row, line) in text.lines().enumerate() {
        let odd = line.chars().enumerate().filter(|(_, c)| *c == ODD);
        places.extend(odd.map(|(column, _)| format!("{file}:{}:{}", row + 1, column + 1)));
    }
    places
}

/// A project with a manifest for the built-in layout with a few more fields.
fn project(manifest: &str) -> Project {
    let fields = "fields.byline = { type = \"text\" }\n\
                  fields.labels = { type = \"text\", list = true }\n\
                  fields.table = { type = \"table\" }\n";
    let takes = "#let brief(byline: none, labels: (), table: none, ";
    let layout = |name: &str, text: String| match name {
        "layout.toml" => text.replace("fields.chart = ", &format!("{fields}fields.chart = ")),
        "brief.typ" => text.replace("#let brief(", takes),
        _ => text,
    };
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'/>";
    let project = Project::with_manifest(manifest).file("byline.txt", BYLINE);
    project.file("images/a.svg", svg).own_layout(layout)
}

#[test]
fn every_text_of_a_page_is_looked_over() {
    let told = project(NUMBER).run(&["check"]).exits(1);
    let lines: Vec<&str> = told.stderr.lines().collect();
    let named: Vec<&str> = (lines.windows(2))
        .filter(|pair| pair[0].starts_with("error[E0602]"))
        .filter_map(|pair| pair[1].trim().strip_prefix("--> "))
        .collect();
    let mut wanted = places("byline.txt", BYLINE);
    wanted.extend(places("issue.toml", NUMBER));
    for place in &wanted {
        assert!(named.contains(&place.as_str()), "{place} is not named:\n{}", told.stderr);
    }
    assert_eq!(named.len(), wanted.len(), "{}", told.stderr);
}

#[test]
fn a_span_of_days_may_have_any_sign_between_them() {
    for sign in ['~', '∼', '～', '–', '〜'] {
        let manifest = NUMBER.replace(ODD, "말").replace("2024.6.1~3", &format!("2024.6.1{sign}3"));
        project(&manifest).file("byline.txt", "글쓴이").run(&["check"]).exits(0);
    }
}
