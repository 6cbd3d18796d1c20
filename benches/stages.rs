//! How long each room takes on the sample number: `cargo bench`.
//!
//! Prints medians over several runs in one process, caches emptied between runs, so that the rooms can
//! be compared with each other; whole processes are timed by `benches/compare.py`.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jikji::source::Sources;
use jikji::typeset::fonts::Fonts;
use jikji::typeset::press::Press;
use jikji::{compose, edition, manifest, typeset};

const RUNS: usize = 9;

fn main() {
    // `cargo test` runs benches too; once is enough there.
    let runs = if std::env::args().any(|arg| arg == "--bench") { RUNS } else { 1 };
    let mut stages: Vec<(&str, Vec<Duration>)> = vec![];
    for _ in 0..runs {
        for (index, (name, duration)) in one_run().into_iter().enumerate() {
            match stages.get_mut(index) {
                Some((_, all)) => all.push(duration),
                None => stages.push((name, vec![duration])),
            }
        }
        comemo::evict(0);
    }
    for (name, mut all) in stages {
        all.sort();
        println!("{name:36} {:8.2} ms", all[all.len() / 2].as_secs_f64() * 1e3);
    }
}

fn one_run() -> Vec<(&'static str, Duration)> {
    let mut stages = vec![];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
    let mut diagnostics = vec![];

    let start = Instant::now();
    let loaded = manifest::load(&path, &mut Sources::default()).unwrap();
    let (issue, layout) = (loaded.issue.unwrap(), loaded.layout.unwrap());
    stages.push(("manifest: load and check", start.elapsed()));

    let start = Instant::now();
    let story = compose::read(&issue, &mut diagnostics);
    stages.push(("prose: parse all texts", start.elapsed()));

    let start = Instant::now();
    let fonts = Arc::new(Fonts::collect(&issue.folder, false));
    stages.push(("typeset: index the fonts", start.elapsed()));

    let start = Instant::now();
    let markup = compose::compose(&issue, &layout, &story, &[], &Default::default(), None);
    assert!(!markup.text.is_empty());
    stages.push(("compose: write the markup once", start.elapsed()));

    let start = Instant::now();
    let mut press = Press::new(&layout, &story.assets, fonts, &[]);
    let pages = typeset::set(&issue, &layout, &story, &mut press, &mut diagnostics).unwrap();
    stages.push(("typeset: all passes", start.elapsed()));

    let start = Instant::now();
    let pdf = edition::screen::export(&issue, &pages).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    stages.push(("edition: screen PDF", start.elapsed()));
    stages
}
