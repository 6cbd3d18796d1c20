//! The number as it will be printed: pages with bleed and marks, and their plates.

use serde_json::Value;

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::running::Running;

fn manifest(body: &str) -> String {
    issue(&format!("{}body = '''\n{body}'''\n", entry("이 글의 제목")))
}

fn proof(desk: &Running) -> Value {
    let answer = desk.ask("POST", "/proof", "");
    assert_eq!(answer.status, 200, "{answer:?}");
    serde_json::from_slice(&answer.body).unwrap()
}

/// Whether all pixels of a picture are white.
fn is_white(desk: &Running, path: &str) -> bool {
    let answer = desk.get(path);
    assert_eq!(answer.status, 200, "{path}");
    image::load_from_memory(&answer.body).unwrap().to_luma8().pixels().all(|pixel| pixel.0 == [255])
}

#[test]
fn the_print_edition_is_made_when_somebody_looks() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let names = tab.news()["pages"].as_array().unwrap().len();
    let made = proof(&desk);
    assert_eq!(made["plates"], serde_json::json!(["Cyan", "Magenta", "Yellow", "Black"]));
    let fillers = made["fillers"][1].as_u64().unwrap() as usize;
    assert_eq!(made["pages"].as_array().unwrap().len(), names + fillers);
    let page = &made["pages"][2];
    let number = |key: &str, of: &str| page[key][of].as_f64().unwrap();
    // A4 with 3 mm of bleed around it.
    assert!((number("trim", "width") - 595.28).abs() < 0.1, "{page}");
    assert!((number("trim", "left") - number("bleed", "left") - 8.504).abs() < 0.1, "{page}");
    assert!(page["width"].as_f64() > page["bleed"]["width"].as_f64(), "{page}");
    let name = made["proof"].as_str().unwrap();
    let seen = |inks: &str| is_white(&desk, &format!("/proofs/{name}/3/{inks}/300.png"));
    assert_eq!([seen("all"), seen("0"), seen("3")], [false; 3]);
    for wrong in ["3/9/300.png", "0/all/300.png", "99/all/300.png", "3/all/svg", "3/x/300.png"] {
        assert_eq!(desk.get(&format!("/proofs/{name}/{wrong}")).status, 404, "{wrong}");
    }
    assert_eq!(desk.get("/proofs/other/3/all/300.png").status, 404);
    // The same number has the same print edition, another has another.
    assert_eq!(proof(&desk)["proof"], name);
    std::fs::write(project.path("issue.toml"), manifest("- 고친 항목\n")).unwrap();
    tab.news();
    assert_ne!(proof(&desk)["proof"], name);
    assert!(!project.path("out").exists());
}

#[test]
fn pages_are_read_searched_and_seen_plate_by_plate() {
    let project = Project::with_manifest(manifest("- 찾아볼 낱말이 여기에 있음\n"));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#page-3 .lines span').length > 3");
    let text = "[...document.querySelectorAll('#page-3 .lines span')].map((line) => line.textContent).join('\\n')";
    let read = browser.eval(text);
    let read = read.as_str().unwrap();
    let at = |words: &str| read.find(words).unwrap_or_else(|| panic!("{words}: {read}"));
    assert!(at("이 글의 제목") < at("찾아볼 낱말이 여기에 있음"));
    assert_eq!(browser.eval("window.find('찾아볼 낱말이')"), true);
    // Its letters lie where the picture has them.
    let off = "(() => {
        const line = [...document.querySelectorAll('#page-3 .lines span')].find((line) => line.textContent.includes('찾아볼'));
        const [box, page] = [line.getBoundingClientRect(), document.getElementById('page-3').getBoundingClientRect()];
        return box.left > page.left && box.right < page.right && box.top > page.top && box.width > 60;
    })()";
    assert_eq!(browser.eval(off), true);
    // Text that is selected is not left for another by a click.
    browser.eval("getSelection().removeAllRanges(); document.getElementById('by-page').click()");
    browser.wait("document.querySelector('#thumbs li:nth-child(3) img')?.complete");
    browser.eval("document.querySelector('#thumbs li:nth-child(3) a').click()");
    browser.wait("document.querySelector('#thumbs li:nth-child(3) a').ariaCurrent === 'page'");
    browser.eval("document.getElementById('in-print').click()");
    browser.wait("document.querySelector('#page-3 img')?.src.endsWith('.png') && document.querySelector('#page-3 img').src.includes('/all/')");
    browser.wait(
        "document.querySelector('#page-3 .trim') && document.querySelector('#page-3 .bleed')",
    );
    assert_eq!(browser.eval(off), true);
    browser.eval("document.getElementById('inks').value = '3'; document.getElementById('inks').dispatchEvent(new Event('change'))");
    browser.wait("document.querySelector('#page-3 img').src.includes('/3/')");
    browser.eval("document.getElementById('on-screen').click()");
    browser.wait("document.querySelector('#page-3 img').src.includes('/pictures/')");
    assert_eq!(browser.eval("document.querySelector('#page-3 .trim')"), Value::Null);
}
