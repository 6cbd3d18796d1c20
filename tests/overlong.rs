//! Words, titles, tables and charts that are wider than the room for them: nothing leaves its page or
//! runs over its neighbour.

mod common;

use common::{HEAD, Project, brief, entry, issue, output_of, validator};

/// Left and right margin of the bundled layout and the width of its page, pt; hanging signs stand out
/// by up to this.
const SIDES: (f64, f64, f64) = (65.2, 595.28 - 65.2, 4.0);

/// A word on a page: page, left, top, right, bottom (pt) and text.
type Word = (usize, [f64; 4], String);

/// The words of the screen edition as another program finds them.
fn words(project: &Project) -> Option<Vec<Word>> {
    let mut pdftotext = validator("pdftotext")?;
    let file = project.out().into_iter().find(|(name, _)| name.ends_with("-screen.pdf")).unwrap().0;
    pdftotext.args(["-bbox", "-enc", "UTF-8"]).arg(project.path(&format!("out/{file}"))).arg("-");
    let (mut page, mut words) = (0, vec![]);
    for line in output_of(pdftotext).lines().map(str::trim) {
        page += usize::from(line.starts_with("<page "));
        let Some(rest) = line.strip_prefix("<word ") else { continue };
        let mut values = rest.split('"').skip(1).step_by(2).map(|value| value.parse().unwrap());
        let sides = [(); 4].map(|()| values.next().unwrap());
        let text = rest.split_once('>').unwrap().1.trim_end_matches("</word>");
        words.push((page, sides, text.to_string()));
    }
    Some(words)
}

/// Builds a manifest and looks at every page.
#[track_caller]
fn stays_in_its_room(manifest: &str) {
    let project = Project::with_manifest(manifest);
    let built = project.run(&["build", "--edition", "screen"]).exits(0);
    built.never_says("W0622");
    let Some(words) = words(&project) else { return };
    let (left, right, hanging) = SIDES;
    // The cover's art and the tabs run to the edges; text does not.
    for (page, [x0, _, x1, _], text) in &words {
        assert!(
            *x0 >= left - hanging && *x1 <= right + hanging,
            "page {page}, {x0} to {x1}: {text}"
        );
    }
    for (index, (page, a, one)) in words.iter().enumerate() {
        for (_, b, other) in words[index + 1..].iter().filter(|(on, ..)| on == page) {
            let across = a[2].min(b[2]) - a[0].max(b[0]);
            let down = a[3].min(b[3]) - a[1].max(b[1]);
            let height = (a[3] - a[1]).min(b[3] - b[1]);
            assert!(across < 1.5 || down < 0.5 * height, "page {page}: {one} over {other}");
        }
    }
}

#[test]
fn running_text_breaks_words_that_no_line_holds() {
    let words = ["a".repeat(95), "4,000".repeat(80), "가1나2".repeat(30), "％".repeat(90)];
    for word in &words {
        stays_in_its_room(&brief("제목", &format!("- 앞 {word} 뒤\n  - 앞 {word} 뒤")));
    }
}

#[test]
fn titles_key_points_sources_and_notes_do_too() {
    let (title, word) = ("Ab".repeat(25), "W".repeat(60));
    stays_in_its_room(&brief(&format!("앞말 {title}"), "- 본문"));
    let body = format!("- 본문[^a]\n\n[^a]: 주석 {word}");
    let manifest = brief("제목", &body)
        .replace("핵심을 한 줄로 요약", &format!("핵심 {word}"))
        .replace("보고서 제목", &format!("Report {word}"));
    stays_in_its_room(&manifest);
}

/// Lines drawn with the keyboard, as every table of old and new law has them, and words of nothing but signs.
#[test]
fn runs_of_signs_turn_wherever_they_stand() {
    let runs = [
        "을분--------",
        "-",
        ".",
        "…",
        "_",
        "=",
        "~",
        "·",
        "─",
        "→",
        "가--",
        "1-",
        "A-가",
        "“”가",
        "%",
    ];
    let mut entries = String::new();
    for (run, times) in runs.iter().flat_map(|run| [12, 40, 100].map(|times| (run, times))) {
        let shown = run.repeat(times / run.chars().count() + 1);
        let word: String = shown.chars().take(times).collect();
        let safe: String = word
            .chars()
            .flat_map(|c| {
                let sign = c.is_ascii_punctuation();
                sign.then_some('\\').into_iter().chain([c])
            })
            .collect();
        let head = entry(&format!("제목 {word} {times}"))
            .replace("핵심을 한 줄로 요약", &format!("핵심 {}", safe.replace('\\', "\\\\")))
            .replace("보고서 제목", &format!("보고서 {}", safe.replace('\\', "\\\\")));
        entries.push_str(&format!(
            "{head}body = '''\n## 소제목 {safe} 끝\n- 앞 {safe} 뒤[^a]\n  - 앞 {safe} 뒤\n\n[^a]: 주석 {safe}\n\n\
             | 현행 | 개정안 {safe} |\n| --- | --- |\n| {safe} | 없음 |\n'''\n"
        ));
    }
    stays_in_its_room(&issue(&entries));
}

/// Whatever a layout does: what leaves the text area is an error, what covers other text a warning.
#[test]
fn what_leaves_its_room_is_told_with_its_words() {
    let project = |from, to| {
        let project = Project::with_manifest(brief(
            "제목",
            &"- 강물은 산을 돌아 들을 적시며 흐른다 ".repeat(4),
        ));
        project.changed_layout("brief.typ", from, to)
    };
    let story = "story(body, fit, accent-name, offset: title-level(at) - 1)";
    let wide = project(
        story,
        "pad(right: -30mm, story(body, fit, accent-name, offset: title-level(at) - 1))",
    );
    let wide = wide
        .run(&["check"])
        .exits(1)
        .says("error[E0621]: on page 3, text leaves the text area by 30.0 mm");
    wide.says("강물은 산을 돌아").says("issue.toml:24:3");
    let low = project(story, "place(top, dy: 248mm, story(body, fit, accent-name, offset: 2))");
    low.run(&["check"]).exits(1).says("error[E0621]").says("강물은 산을 돌아");
    let over =
        project(story, "v(-40pt) + story(body, fit, accent-name, offset: title-level(at) - 1)");
    over.run(&["check", "--deny", "warnings"]).exits(1).says("warning[W0622]").says("강물은 산을");
    let module = "[modules.brief]\n";
    let free =
        Project::with_manifest(brief("제목", "- 본문")).own_layout(|name, text| match name {
            "layout.toml" => text.replace(module, &format!("{module}margins = false\n")),
            "brief.typ" => text.replace(story, "move(dx: -5mm, par[본문이 여백까지 나가는 글])"),
            _ => text,
        });
    free.run(&["check", "--deny", "warnings"]).exits(0);
}

#[test]
fn tables_of_many_columns_keep_their_cells_apart() {
    for columns in [8, 10, 20] {
        let row = |cell: &str| format!("| {} |", vec![cell; columns].join(" | "));
        let table = [row("연도"), row("---"), row("1,234"), row("정책")].join("\n");
        stays_in_its_room(&brief("제목", &format!("- 본문\n\n{table}")));
    }
    let row = |cell: &str| format!("| {} |", [cell; 21].join(" | "));
    let table = [row("가"), row("---"), row("1")].join("\n");
    let project = Project::with_manifest(brief("제목", &format!("- 본문\n\n{table}")));
    project.run(&["check"]).exits(1).says("E0373");
}

/// Tables of any words, figures and marks, by a generator of fixed numbers.
#[test]
fn tables_of_any_cells_stay_in_the_measure() {
    let words = [
        "가",
        "1,234.5",
        "△12.3%",
        "인공지능 기본법",
        "GPT-4",
        "-",
        "2026. 1. 22.",
        "",
        "가나다라마바사아자차카타",
        "위험을 네 단계로 나누고<br>기록 의무를 지움",
        "https://www.example.org/a/b/c",
        "**굵게** 쓴 말",
        "--------",
        "Supercalifragilisticexpialidocious",
        "고영향 인공지능과 생성형 인공지능에 투명성과 안전성 의무를 지우고 과태료를 물림",
    ];
    let mut seed = 20_250_601_u64;
    let mut next = |bound: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % bound
    };
    let mut entries = String::new();
    for number in 0..40 {
        let columns = 1 + next(if number % 4 == 0 { 20 } else { 6 });
        let row = |cell: &mut dyn FnMut() -> &'static str| {
            let cells: Vec<_> = (0..columns).map(|_| cell()).collect();
            format!("| {} |", cells.join(" | "))
        };
        let head = row(&mut || words[next(5)]);
        let rule = row(&mut || ["---", "---:", ":---", ":---:"][next(4)]);
        // So many columns hold what words of their own width leave room for.
        let kinds = if columns > 6 { 8 } else { words.len() };
        let rows = [(); 3].map(|()| row(&mut || words[next(kinds)]));
        let table = [head, rule, rows.join("\n")].join("\n");
        entries.push_str(&entry(&format!("{number}째 제목")));
        entries.push_str(&format!("body = '''\n- 앞글\n\n: 제목\n\n{table}\n\n- 뒷글\n'''\n"));
    }
    stays_in_its_room(&issue(&entries));
}

#[test]
fn long_names_and_section_titles_find_room() {
    let publisher = "과학기술정보통신부·정보통신정책연구원·한국지능정보사회진흥원·소프트웨어정책연구소 공동 발행";
    let tagline = "인공지능과 소프트웨어 산업의 최신 동향을 한눈에 살펴보는 월간 정책 소식지";
    let section = "정책과 법제의 변화를 살펴보는 자리 ".repeat(8);
    let manifest = brief("제목", "- 본문")
        .replace(
            "publisher = \"연구소\"",
            &format!("publisher = \"{publisher}\"\ntagline = \"{tagline}\""),
        )
        .replace("month = 5", "month = 12")
        .replace("title = \"정책\"", &format!("title = \"{}\"", section.trim()));
    stays_in_its_room(&manifest);
    let long = brief("제목", "- 본문").replace("Test Brief", &"인공지능브리프".repeat(14));
    let slug = long.replace(HEAD.lines().next().unwrap(), "layout = \"spri-brief\"\nslug = \"x\"");
    stays_in_its_room(&slug);
}

/// An author's line breaks are for the cover and for titles: beside them a name stands on one line.
#[test]
fn names_with_line_breaks_find_room() {
    let manifest = brief("제목", "- 본문")
        .replace("name = \"Test Brief\"", "name = \"Test\\nBrief\"\ntagline = \"한\\n줄\"")
        .replace("publisher = \"연구소\"", "publisher = \"정책\\n연구소\"")
        .replace("title = \"동향\"", "title = \"새\\n동향\"")
        .replace("title = \"정책\"", "title = \"정책\\n법제\"");
    assert_eq!(manifest.matches("\\n").count(), 5, "{manifest}");
    stays_in_its_room(&manifest);
    let project = Project::with_manifest(&manifest);
    project.run(&["build"]).exits(0);
    let Some(mut pdfinfo) = validator("pdfinfo") else { return };
    let file = project.out().into_iter().find(|(name, _)| name.ends_with("-screen.pdf")).unwrap().0;
    pdfinfo.arg(project.path(&format!("out/{file}")));
    let told = output_of(pdfinfo);
    assert!(told.lines().any(|line| line.ends_with(" Test Brief 2024년 5월호")), "{told}");
}

#[test]
fn charts_take_large_values_and_long_units() {
    for (kind, unit, values) in [
        (
            "columns",
            "억 원",
            vec![
                740_700.0, 612_000.0, 530_200.0, 480_000.0, 301_000.0, 250_000.0, 220_100.0,
                198_000.0,
            ],
        ),
        ("columns", "명", vec![1e300, 1.0]),
        ("bars", "백만 미국 달러 2023년 불변가격 기준 연간 누적 합계액", vec![12.0, 7.0]),
    ] {
        let point = |(n, value): (usize, &f64)| {
            format!("{{ label = \"{}년\", value = {value:e} }}", 2016 + n)
        };
        let data: Vec<String> = values.iter().enumerate().map(point).collect();
        let chart = format!(
            "chart = {{ kind = \"{kind}\", unit = \"{unit}\", alt = \"해마다의 값\", data = [{}] }}",
            data.join(", ")
        );
        stays_in_its_room(&issue(&format!("{}body = \"- 본문\"\n{chart}\n", entry("제목"))));
    }
}

#[test]
fn links_to_hangul_addresses_are_ascii() {
    let manifest = brief("제목", "- [본문](https://b.kr/한글)")
        .replace("title = \"보고서 제목\"", "title = \"보고서 제목\", url = \"https://한글.kr/\"");
    let project =
        Project::with_manifest(manifest + "\n[colophon]\nhomepage = \"https://정책.kr\"\n");
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = project.path("out/test-brief-2024-05-screen.pdf");
    let Some(mut qpdf) = validator("qpdf") else { return };
    qpdf.args(["--qdf", "--object-streams=disable"]).arg(pdf).arg("-");
    let bytes = qpdf.output().unwrap().stdout;
    let text = String::from_utf8_lossy(&bytes);
    let links: Vec<&str> = text.lines().filter(|line| line.contains("/URI (")).collect();
    assert_eq!(links.len(), 3, "{links:?}");
    assert!(links.iter().all(|link| link.contains("%") && link.is_ascii()), "{links:?}");
}

#[test]
fn signs_that_part_a_line_into_many_runs_do_not_make_it_longer() {
    let line = format!("- {}", "\\* \\# \\_ ".repeat(500));
    let told = Project::with_manifest(brief("제목", &line)).run(&["check", "--edition", "screen"]);
    assert!(!told.stderr.contains("E0611"), "{}", told.stderr);
}
