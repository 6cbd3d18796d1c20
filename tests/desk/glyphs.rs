//! Letters of the sample number, clicked where they are seen.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::Project;
use crate::running::Running;

/// How many letters are clicked.
const CLICKS: usize = 200;

/// The next number of a series that is the same in each run.
fn next(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

/// All texts of the number's entries, as a tab opens them.
fn fields(desk: &Running, entries: usize) -> Vec<Value> {
    let mut fields = vec![];
    for entry in 0..entries {
        let first = desk.question(&json!({ "ask": "entry", "entry": entry }));
        for beside in first["beside"].as_array().unwrap() {
            let (file, path) = (&beside["file"], &beside["path"]);
            fields.push(desk.question(&json!({ "ask": "field", "file": file, "path": path })));
        }
    }
    fields
}

#[test]
fn any_letter_leads_to_its_text_and_its_place_there() {
    let project = Project::sample();
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page').length > 20");
    let entries = desk.tab().news()["entries"].as_array().unwrap().len();
    let fields = fields(&desk, entries);
    let mut seed = 1377;
    let mut clicked = 0;
    while clicked < CLICKS {
        let field = &fields[next(&mut seed) % fields.len()];
        let text: Vec<u16> = field["text"].as_str().unwrap().encode_utf16().collect();
        let caret = next(&mut seed) % text.len().max(1);
        // Hangul is on the pages as it is written.
        if !text.get(caret).is_some_and(|unit| (0xAC00..0xD7A4).contains(unit)) {
            continue;
        }
        let (file, path) = (&field["file"], &field["path"]);
        let ask = json!({ "ask": "spot", "file": file, "path": path, "caret": caret });
        let spot = desk.question(&ask);
        // What the layout does not show of an entry has no place of its own.
        if spot.is_null() {
            continue;
        }
        let number = |key: &str| spot[key].as_f64().unwrap();
        let x = number("left") * 0.8 + number("right") * 0.2;
        let y = (number("top") + number("bottom")) / 2.0;
        let point = format!(
            "(() => {{
                getSelection().removeAllRanges();
                document.querySelector('.caret')?.remove();
                const page = document.getElementById('page-{}');
                page.scrollIntoView({{ block: 'start' }});
                const box = page.getBoundingClientRect();
                const scale = box.width / page.page.width;
                return [box.left + {x} * scale, box.top + {y} * scale];
            }})()",
            spot["page"]
        );
        let opened = format!(
            "document.activeElement.selectionStart === {caret}
             && document.activeElement.value === {}",
            field["text"]
        );
        // On a machine that has much else to do a page may still go after the letter before when it is clicked.
        let found = (0..5).any(|_| {
            let point = browser.eval(&point);
            browser.click(point[0].as_f64().unwrap(), point[1].as_f64().unwrap());
            browser.wait_for(&opened, Duration::from_secs(20)).is_some()
        });
        assert!(found, "never: {opened}");
        // The page follows the caret once it rests; until then a point of the window is not sure.
        browser.wait("document.querySelector('.caret') !== null");
        clicked += 1;
    }
}
