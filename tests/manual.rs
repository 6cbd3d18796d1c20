//! The Korean guide for staff (`docs/ko`) is true: its commands work one after another as they stand there, its
//! messages are those that come, and what it links to is there.

mod common;

use std::path::Path;
use std::process::Command;

use common::Project;

const CHAPTERS: [(&str, &str); 8] = [
    ("README.md", include_str!("../docs/ko/README.md")),
    ("first.md", include_str!("../docs/ko/first.md")),
    ("monthly.md", include_str!("../docs/ko/monthly.md")),
    ("manuscripts.md", include_str!("../docs/ko/manuscripts.md")),
    ("writing.md", include_str!("../docs/ko/writing.md")),
    ("press.md", include_str!("../docs/ko/press.md")),
    ("archive.md", include_str!("../docs/ko/archive.md")),
    ("messages.md", include_str!("../docs/ko/messages.md")),
];

/// A manuscript as an author would send it.
const MANUSCRIPT: &str =
    "# 지역 도서관의 새 서비스\n\n## 책을 집으로\n\n- 도서관이 책을 집으로 보내는 서비스를 시작\n";

fn chapter(name: &str) -> &'static str {
    CHAPTERS.iter().find(|(known, _)| *known == name).expect("the chapter is there").1
}

/// What stands in the fences of a language.
fn fences(text: &str, language: &str) -> Vec<String> {
    let mut fences = vec![];
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(named) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if named == language {
            fences.push(body.join("\n"));
        }
    }
    fences
}

/// The small number at the end of the chapter on messages.
fn number() -> String {
    let text = chapter("messages.md").split_once("\n## 작은 호\n").expect("the number is there").1;
    fences(text, "toml").remove(0) + "\n"
}

fn project(manifest: impl AsRef<[u8]>) -> Project {
    let picture = include_bytes!("../images/talking-face.svg");
    Project::with_manifest(manifest).file("images/meeting.svg", picture)
}

/// Runs the commands of a chapter by a shell, but for the desk, which ends when somebody ends it.
fn commands(project: &Project, name: &str) {
    let lines: Vec<String> = fences(chapter(name), "sh")
        .iter()
        .flat_map(|fence| fence.lines().map(String::from).collect::<Vec<_>>())
        .filter(|line| line != "jikji edit")
        .collect();
    assert!(!lines.is_empty(), "{name} has commands");
    let program = Path::new(env!("CARGO_BIN_EXE_jikji"));
    let mut shell = Command::new("sh");
    let path = std::env::var("PATH").unwrap_or_default();
    shell.env("PATH", format!("{}:{path}", program.parent().unwrap().display()));
    let script = lines.join("\n");
    project.run_as(shell, &["-exc", &script], &[]).exits(0);
}

#[test]
#[cfg(unix)]
fn the_commands_of_each_chapter_work_one_after_another() {
    commands(&Project::new(), "first.md");
    commands(&project(number()).file("2024-05/issue.toml", number()), "monthly.md");
    commands(&project(number()).file("원고/기고.md", MANUSCRIPT), "manuscripts.md");
    commands(&project(number()), "writing.md");
    let press = project(number());
    press.run(&["build", "--edition", "print"]).exits(0);
    let made = press.out().into_iter().find(|(name, _)| name.ends_with("-print.pdf")).unwrap();
    commands(&press.file("받은파일.pdf", made.1), "press.md");
    let back = include_str!("../crates/manuscript/tests/back_issues/habits.md");
    let archive = project(number()).file("옛호.md", back);
    commands(
        &archive.file("지난호/2024-05/issue.toml", common::brief("글", "- 본문")),
        "archive.md",
    );
}

/// What `[print]` is shown with is built as it stands there.
#[test]
fn the_lines_for_the_press_build() {
    let foil = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 210 297' width='210mm' \
                height='297mm'><path d='M20 20H190V60H20Z'/></svg>";
    let shown = fences(chapter("press.md"), "toml");
    assert!(shown.len() >= 5, "{shown:?}");
    for print in shown {
        let manifest = number().replacen("\n[[parts]]", &format!("\n{print}\n\n[[parts]]"), 1);
        let project = project(manifest).file("금박.svg", foil);
        let made = project.run(&["build", "--edition", "print"]).exits(0);
        assert!(!made.stderr.contains("warning[W0"), "{print}\n{}", made.stderr);
    }
}

/// Each message names a line and shows it: in that line alone the number is another.
#[test]
fn the_messages_are_those_that_come() {
    let number = number();
    let told = fences(chapter("messages.md"), "");
    assert!(told.len() >= 7, "{told:?}");
    for message in told {
        let shown = message.lines().find_map(|line| line.split_once(" | "));
        let (at, faulty) = shown.expect("a message shows its line");
        let at: usize = at.trim().parse().expect("the line has its number");
        let mut lines: Vec<&str> = number.lines().collect();
        lines[at - 1] = faulty;
        let project = project(lines.join("\n") + "\n");
        let status = i32::from(message.starts_with("오류"));
        project.run(&["--lang", "ko", "check"]).exits(status).says(&message);
    }
}

#[test]
fn the_small_number_builds() {
    project(number()).run(&["build"]).exits(0);
}

#[test]
fn what_the_guide_links_to_is_there() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ko");
    // The book that is handed out has the chapters, and what they lead to.
    let book = include_str!("../docs/SUMMARY.md");
    let mut links = 0;
    for (name, text) in CHAPTERS {
        // A table shows how links are written.
        let lines = text.lines().filter(|line| !line.starts_with('|'));
        for part in lines.flat_map(|line| line.split("](").skip(1)) {
            let target = part.split(')').next().unwrap();
            let file = target.split('#').next().unwrap();
            if file.is_empty() || target.starts_with("https:") {
                continue;
            }
            links += 1;
            assert!(home.join(file).is_file(), "{name}: {target}");
            let there = match file.strip_prefix("../") {
                Some(above) => above.to_string(),
                None => format!("ko/{file}"),
            };
            let shown = file.ends_with(".png") || book.contains(&format!("]({there})"));
            assert!(shown, "{name}: {target} is not in the book");
        }
    }
    assert!(links > 10, "{links}");
    let listed = chapter("README.md");
    for (name, _) in CHAPTERS.iter().skip(1) {
        assert!(listed.contains(&format!("]({name})")), "{name} is in the list of chapters");
    }
}

/// Bold words that stand on no button.
const NO_BUTTON: [&str; 8] =
    ["편집대", "왼쪽", "가운데", "오른쪽", "아래", "중철", "무선", "다른 이름으로 저장"];

#[test]
fn the_buttons_are_called_what_stands_on_them() {
    let desk =
        [include_str!("../src/desk/captions.rs"), include_str!("../src/desk/messages.rs")].concat();
    let mut buttons = 0;
    for (name, text) in CHAPTERS {
        // A table shows how bold text is written.
        let lines = text.lines().filter(|line| !line.starts_with('|'));
        for bold in lines.flat_map(|line| line.split("**").skip(1).step_by(2)) {
            // A number that stands on a button is one of many.
            let rest = bold.trim_start_matches(|c: char| c.is_ascii_digit());
            let named = if rest == bold { bold.into() } else { format!("{{n}}{rest}") };
            let button = desk.contains(&format!(": \"{named}\", "));
            assert!(button || NO_BUTTON.contains(&bold), "{name}: no button is called {bold}");
            buttons += usize::from(button);
        }
    }
    assert!(buttons > 10, "{buttons}");
}
