//! What is written and cannot be saved: it is said, kept, and saved as soon as it can be.

use serde_json::json;

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::{CURRENT, becomes, control, opened, write, written};
use crate::running::Running;

const HELD: &str = "document.getElementById('state').textContent === '저장하지 못한 글이 있습니다'";

fn manifest(body: &str) -> String {
    issue(&format!(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"이 글의 제목\"\nbody = '''\n{body}'''\n"
    ))
}

#[test]
fn a_text_that_cannot_be_written_is_held_and_written_once_it_can_be() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    let path = project.path("issue.toml");
    let rights = std::fs::metadata(&path).unwrap().permissions();
    let mut bound = rights.clone();
    bound.set_readonly(true);
    std::fs::set_permissions(&path, bound).unwrap();
    write(&mut browser, "title", " 하나");
    browser.wait(HELD);
    // Who opens the same entry once more, and again, has the text still, and is told.
    for _ in 0..2 {
        browser.eval("document.querySelector('#entries a').click()");
        browser.wait(&format!("{HELD} && {}.value === '이 글의 제목 하나'", control("title")));
    }
    assert_eq!(written(&project), manifest("- 첫 항목\n"));
    std::fs::set_permissions(&path, rights).unwrap();
    becomes(&project, &manifest("- 첫 항목\n").replace("이 글의 제목", "이 글의 제목 하나"));
    browser.wait(CURRENT);
}

#[test]
fn a_manifest_that_cannot_be_read_is_said_to_be_that() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let Some((desk, mut browser)) = opened(&project, &[], "body") else { return };
    let broken = manifest("- 첫 항목\n").replace("name = \"Test", "name = ''''Test");
    std::fs::write(project.path("issue.toml"), &broken).unwrap();
    let path = json!(["parts", 0, "sections", 0, "entries", 0, "title"]);
    let save = json!({ "ask": "save", "file": "issue.toml", "path": path, "before": "이 글의 제목", "text": "다른 제목", "after": [] });
    let answer = desk.question(&save);
    assert!(answer["why"].as_str().unwrap_or_default().contains("표기에 오류"), "{answer}");
    write(&mut browser, "title", " 하나");
    browser.wait(HELD);
    std::fs::write(project.path("issue.toml"), manifest("- 첫 항목\n")).unwrap();
    becomes(&project, &manifest("- 첫 항목\n").replace("이 글의 제목", "이 글의 제목 하나"));
    browser.wait(CURRENT);
}

#[test]
fn errors_come_before_what_is_only_to_be_looked_at() {
    let project =
        Project::with_manifest(manifest("- 몇일 전의 항목\n![](images/a.svg)\n").replacen(
            "checks.profile = \"off\"\n",
            "",
            1,
        ));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#findings .error').length > 0 && document.querySelectorAll('#findings .warning').length > 0");
    let order =
        browser.eval("[...document.querySelectorAll('#findings li')].map((at) => at.className)");
    let severities: Vec<&str> =
        order.as_array().unwrap().iter().map(|at| at.as_str().unwrap()).collect();
    let errors = severities.iter().filter(|severity| **severity == "error").count();
    assert!(severities[..errors].iter().all(|severity| *severity == "error"), "{severities:?}");
}

#[test]
fn nothing_is_written_in_a_desk_that_has_ended() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    browser.eval("document.getElementById('end').click()");
    browser.wait("document.getElementById('state').textContent.startsWith('끝냈습니다')");
    browser.eval("document.querySelector('aside textarea').focus()");
    assert_eq!(browser.eval("document.activeElement === document.body"), true);
    assert_eq!(browser.eval("[...document.querySelectorAll('button')].filter((at) => at.checkVisibility() && !at.closest('[inert]')).length"), 0);
}
