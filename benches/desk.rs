//! How soon the desk shows what is written: `cargo bench --bench desk`, which needs Chromium.
//!
//! A real browser shows the sample number. Times are from the first cause (a key, a file that is written, a process
//! that starts) to the frame that shows what came of it, as the browser's own clock has it.

#[allow(dead_code, reason = "the tests of the desk use the rest")]
#[path = "../tests/desk/browser.rs"]
mod browser;
#[path = "../tests/common/mod.rs"]
mod common;
#[allow(dead_code, reason = "the tests of the desk use the rest")]
#[path = "../tests/desk/running.rs"]
mod running;

use std::path::Path;
use std::time::{Duration, Instant};

use browser::Browser;
use common::Project;
use running::Running;

/// The text that is written, and where it begins to differ.
const WORDS: [&str; 2] = ["기업", "회사"];

fn main() {
    // `cargo test --benches` runs benches too; a little is enough there.
    let measured = std::env::args().any(|arg| arg == "--bench");
    let runs = |many, few| if measured { many } else { few };
    first_page(runs(9, 1));
    keystrokes(runs(200, 3));
    layouts(runs(30, 1));
    bursts(runs(100, 1));
    edits(runs(3600, 30));
}

/// The sample number in a folder of its own.
fn sample() -> Project {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read(home.join(name)).unwrap();
    let picture = "images/talking-face.svg";
    Project::with_manifest(read("issue.toml")).file(picture, read(picture))
}

/// A browser that shows all of the sample.
fn open(desk: &Running) -> Browser {
    let mut browser = Browser::open(&desk.address()).expect("the desk is shown in Chromium");
    browser.wait("document.querySelectorAll('.page').length > 20 && document.querySelector('#page-1 img')?.complete");
    browser.eval(SEEN);
    browser
}

/// `seen(page, act)` does something and gives the time, ms, to the frame with another picture of a page.
const SEEN: &str = "window.seen = (number, act) => new Promise((done) => {
    const page = document.getElementById(`page-${number}`);
    const before = page.querySelector('img');
    const painted = (then) => requestAnimationFrame(() => setTimeout(then));
    const watch = new MutationObserver(() => {
        if (page.querySelector('img') === before) return;
        watch.disconnect();
        painted(() => done(performance.now() - start));
    });
    watch.observe(page, { childList: true });
    const start = performance.now();
    act?.();
})";

/// `reads(words)` waits for the frame in which these words lie over the page in sight.
const READS: &str = "window.reads = (words) => new Promise((done) => {
    const watch = new MutationObserver(() => {
        if (!page.textContent.includes(words)) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(done));
    });
    watch.observe(page, { childList: true });
})";

fn first_page(runs: usize) {
    let times = (0..runs).map(|_| {
        let project = sample();
        let mut browser = Browser::open("about:blank").expect("the desk is shown in Chromium");
        let start = Instant::now();
        let desk = Running::start(&project, &[]);
        browser.call("Page.navigate", serde_json::json!({ "url": desk.address() }));
        browser.wait("document.querySelector('#page-1 img')?.complete");
        start.elapsed().as_secs_f64() * 1e3
    });
    told("start to first page", times.collect());
}

/// Opens the body of the first entry, and brings its page into sight; its number.
fn body(browser: &mut Browser) -> i64 {
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('aside textarea.blocks')?.value.includes('\\n- ')");
    let page = browser.eval("Number(document.querySelector('#entries a').hash.slice(6))");
    let page = page.as_i64().unwrap();
    browser.eval(&format!("document.getElementById('page-{page}').scrollIntoView()"));
    browser.wait(&format!("document.querySelector('#page-{page} img')?.complete"));
    std::thread::sleep(Duration::from_secs(1));
    page
}

fn keystrokes(runs: usize) {
    let project = sample();
    let desk = Running::start(&project, &[]);
    let mut browser = open(&desk);
    let page = body(&mut browser);
    let times = (0..runs).map(|run| {
        let letter = ['가', '나', '다'][run % 3];
        let typed = format!(
            "seen({page}, () => {{
                const area = document.querySelector('aside textarea.blocks');
                const at = area.value.indexOf('\\n- ') + 3;
                area.setRangeText('{letter}', at, at + {}, 'end');
                area.dispatchEvent(new Event('input'));
            }})",
            usize::from(run > 0)
        );
        browser.eval(&typed).as_f64().unwrap()
    });
    told("key to picture", times.collect());
}

/// Each change of a layout is one of its own.
fn layouts(runs: usize) {
    let mut colours = (0..).map(|n| format!("#2b4b{:02x}", 0x20 + n % 0x80));
    let changed = |colour: &str| {
        sample().own_layout(|name, text| match name {
            "layout.toml" => text.replacen("#2b4bb3", colour, 1),
            _ => text,
        })
    };
    let project = changed("#2b4bb4");
    let desk = Running::start(&project, &[]);
    let mut browser = open(&desk);
    let page = body(&mut browser);
    let path = project.path("layouts/spri-brief/layout.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let times = (0..runs).map(|_| {
        let next = text.replacen("#2b4bb4", &colours.next().unwrap(), 1);
        assert_ne!(next, text, "the layout has another colour by now");
        browser.eval(&format!("void (window.waiting = seen({page}))"));
        std::fs::write(&path, next).unwrap();
        browser.eval("window.waiting").as_f64().unwrap()
    });
    told("layout saved to picture", times.collect());
}

/// A thousand saves in one second: how soon after the last one the page in sight has its picture, and over it its text.
fn bursts(runs: usize) {
    const SAVES: u32 = 1000;
    let project = sample();
    let path = project.path("issue.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let desk = Running::start(&project, &[]);
    let mut browser = open(&desk);
    let start = format!("{}에서", WORDS[1]);
    std::fs::write(&path, text.replacen(WORDS[0], &start, 1)).unwrap();
    let lines = "document.querySelectorAll('.page .lines')";
    let at = format!("[...{lines}].findIndex((page) => page.textContent.includes('{start}'))");
    browser.wait(&format!("{at} >= 0"));
    browser.eval(&format!("window.page = {lines}[{at}], page.scrollIntoView()"));
    browser.eval(READS);
    std::thread::sleep(Duration::from_secs(1));
    let times = (0..runs).map(|run| {
        let word = |save| format!("{}{run}차{save}", WORDS[1]);
        browser.eval(&format!("void (window.waiting = reads('{}'))", word(SAVES - 1)));
        let start = Instant::now();
        for save in 0..SAVES {
            std::fs::write(&path, text.replacen(WORDS[0], &word(save), 1)).unwrap();
            let due = start + Duration::from_secs(1) * save / SAVES;
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
        }
        let last = Instant::now();
        browser.eval("window.waiting");
        last.elapsed().as_secs_f64() * 1e3
    });
    told("last of 1,000 saves to its text", times.collect());
}

/// Edits, every seventh of them broken: memory and times at the start and at the end.
fn edits(runs: usize) {
    let project = sample();
    let path = project.path("issue.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    let part = (runs / 12).max(1);
    let (mut times, mut early) = (vec![], 0);
    for edit in 0..runs {
        let word = format!("{}{}", WORDS[edit % 2], edit % 97);
        let mut next = text.replacen(WORDS[0], &word, 1);
        if edit % 7 == 6 {
            next.push_str("\n[[");
        }
        let start = Instant::now();
        std::fs::write(&path, next).unwrap();
        tab.news_with(|news| news["old"] == (edit % 7 == 6));
        times.push(start.elapsed().as_secs_f64() * 1e3);
        if edit + 1 == part {
            early = desk.memory();
        }
    }
    told("edit to news, the first", times[..part].to_vec());
    told("edit to news, the last", times[runs - part..].to_vec());
    println!("memory {early} KiB after {part} edits, {} KiB after {runs}", desk.memory());
}

fn told(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let (median, p95, worst) = (at(0.5), at(0.95), at(1.0));
    println!(
        "{what:34} median {median:7.1} ms  p95 {p95:7.1}  worst {worst:7.1}  of {}",
        times.len()
    );
}
