//! Files that are brought to the page: pictures between the text, and files where none is taken.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::{CURRENT, becomes, control, opened, written};

const PICTURE: &[u8] = include_bytes!("../../images/talking-face.svg");

fn manifest(body: &str) -> String {
    issue(&format!(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"이 글의 제목\"\nbody = '''\n{body}'''\n"
    ))
}

/// What a file that is dragged over, or dropped on, what a script finds comes to: whether it is taken, and how.
fn brought(browser: &mut Browser, event: &str, at: &str) -> serde_json::Value {
    let text = String::from_utf8(PICTURE.to_vec()).unwrap();
    let text = serde_json::to_string(&text).unwrap();
    browser.eval(&format!(
        "(() => {{ const data = new DataTransfer(); data.items.add(new File([{text}], '가 나.svg', {{ type: 'image/svg+xml' }}));
            const event = new DragEvent('{event}', {{ dataTransfer: data, bubbles: true, cancelable: true }});
            return [!{at}.dispatchEvent(event), event.dataTransfer.dropEffect]; }})()"
    ))
}

#[test]
fn a_picture_comes_between_the_text_on_lines_of_its_own() {
    let file = "elsewhere/내 그림 (1).svg";
    let project = Project::with_manifest(manifest("- 첫 항목\n\n뒤 문단\n")).file(file, PICTURE);
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    let body = control("body");
    // The entry's own picture is another field, which the button does not touch.
    browser.eval(&format!("{body}.focus(); {body}.setSelectionRange(3, 3)"));
    browser.choose_file("document.querySelector('#marking input[type=file]')", &project.path(file));
    let text = |alt: &str| format!("- 첫 항목\n\n![{alt}](images/내-그림-1.svg)\n\n뒤 문단\n");
    becomes(&project, &manifest(&text("보이는 것을 말로 적으세요")));
    // What it shows is written over the words that stand there.
    browser.write("말하는 얼굴");
    becomes(&project, &manifest(&text("말하는 얼굴")));
    browser.wait(CURRENT);
    browser.eval("document.getElementById('undo').click()");
    browser.wait(&format!("!{body}.value.includes('말하는')"));
}

#[test]
fn a_picture_is_dropped_into_a_text_and_a_file_beside_it_nowhere() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    for beside in ["document.querySelector('.page')", "document.body", &control("title")] {
        assert_eq!(brought(&mut browser, "dragover", beside), serde_json::json!([true, "none"]));
    }
    let body = control("body");
    assert_eq!(brought(&mut browser, "dragover", &body)[0], true);
    assert_eq!(brought(&mut browser, "drop", &body)[0], true);
    becomes(&project, &manifest("- 첫 항목\n\n![보이는 것을 말로 적으세요](images/가-나.svg)\n\n"));
    assert_eq!(std::fs::read(project.path("images/가-나.svg")).unwrap(), PICTURE);
}

#[test]
fn a_picture_in_place_of_another_asks_for_a_look_at_its_description() {
    let image = "image = { file = \"images/a.svg\", alt = \"앞 그림\" }\n";
    let text = manifest("- 첫 항목\n").replace("body = ", &format!("{image}body = "));
    let project = Project::with_manifest(text).file("images/a.svg", PICTURE).file("b.svg", PICTURE);
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    let field = "document.querySelector('#form input[type=file]')";
    browser.choose_file(field, &project.path("b.svg"));
    browser
        .wait("document.getElementById('written').textContent.includes('설명이 새 그림과 맞는지')");
    assert!(written(&project).contains("images/b.svg"), "{}", written(&project));
}
