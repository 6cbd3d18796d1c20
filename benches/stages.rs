//! How long each room takes on the sample number: `cargo bench`.
//!
//! Prints medians over several runs in one process, caches emptied between runs, so that the rooms can
//! be compared with each other; whole processes are timed by `benches/compare.py`.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jikji::edition::number::SetNumber;
use jikji::session::{Session, set_issue};
use jikji::typeset::fonts::Fonts;
use jikji::typeset::world::TypstWorld;
use jikji::{compose, edition, manifest, typeset};
use jikji_diagnostic::source::Sources;
use jikji_prepress::colour::{Cmm, SourceSpace};
use jikji_prepress::preflight::{Limits, preflight};
use jikji_prepress::profile::OutputProfile;

const RUNS: usize = 9;

fn main() {
    // `cargo test` runs benches too; once is enough there.
    let measured = std::env::args().any(|arg| arg == "--bench");
    let (runs, pixels) = if measured { (RUNS, 20_000_000) } else { (1, 20_000) };
    let mut stages: Vec<(&str, Vec<Duration>)> = vec![];
    for _ in 0..runs {
        for (index, (name, duration)) in one_run().into_iter().chain(editions()).enumerate() {
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
    convert_a_photograph(pixels, runs);
    change_a_word(if measured { 30 } else { 2 });
}

/// From a word that was changed in one brief of the sample to finished pages, in a warm session.
fn change_a_word(runs: usize) {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(sample.join("issue.toml")).unwrap();
    std::fs::create_dir(folder.path().join("images")).unwrap();
    let picture = "images/talking-face.svg";
    std::fs::copy(sample.join(picture), folder.path().join(picture)).unwrap();
    let path = folder.path().join("issue.toml");
    let words = ["기업", "회사"];
    let mut session = Session::open(&path);
    let mut times = vec![];
    for run in 0..runs {
        std::fs::write(&path, text.replacen(words[0], words[run % 2], 1)).unwrap();
        let start = Instant::now();
        let outcome = session.update().unwrap();
        times.push(start.elapsed());
        assert!(outcome.number.is_some());
    }
    let (first, mut rest) = (times[0], times.split_off(1));
    rest.sort();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!("session: the first setting             {:8.2} ms", milliseconds(first));
    let (median, last) = (rest[rest.len() / 2], rest[rest.len() * 95 / 100]);
    println!("session: one word changed, median       {:8.2} ms", milliseconds(median));
    println!("session: one word changed, p95          {:8.2} ms", milliseconds(last));
}

/// The editions of a number that was set, and a preflight of the file as anybody asks for it.
fn editions() -> Vec<(&'static str, Duration)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
    let number: SetNumber = set_issue(&path).unwrap().number.unwrap();
    let start = Instant::now();
    let pdf = edition::screen::export(&number).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let exported = start.elapsed();
    let start = Instant::now();
    let printed = edition::print::make(&number, &mut vec![]).unwrap().unwrap();
    let made = start.elapsed();
    let start = Instant::now();
    let verdict = preflight(&printed.files[0].1, &Limits::default(), &mut |_, _| {});
    assert!(verdict.passed);
    vec![
        ("edition: screen PDF", exported),
        ("edition: print, all of it", made),
        ("prepress: preflight, every plate", start.elapsed()),
    ]
}

/// Colour conversion on one core of a picture that wanders from pixel to pixel as a photograph does.
fn convert_a_photograph(pixels: usize, runs: usize) {
    let cmm = Cmm::new(&OutputProfile::coated_fogra39()).unwrap();
    let table = cmm.table(&SourceSpace::srgb());
    let (mut state, mut color) = (1_u32, [128_i32; 3]);
    let mut picture = Vec::with_capacity(pixels * 3);
    for _ in 0..pixels {
        for channel in &mut color {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *channel = (*channel + (state >> 24) as i32 % 17 - 8).clamp(0, 255);
            picture.push(*channel as u8);
        }
    }
    let mut speeds: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            assert_eq!(table.convert(&picture).len(), pixels * 4);
            pixels as f64 / start.elapsed().as_secs_f64() / 1e6
        })
        .collect();
    speeds.sort_by(f64::total_cmp);
    println!("{:36} {:8.1} MP/s", "prepress: colour of a photograph", speeds[speeds.len() / 2]);
}

fn one_run() -> Vec<(&'static str, Duration)> {
    let mut stages = vec![];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");

    let start = Instant::now();
    let loaded = manifest::load(&path, &mut Sources::default()).unwrap();
    let (issue, layout) = (loaded.issue.unwrap(), loaded.layout.unwrap());
    stages.push(("manifest: load and check", start.elapsed()));

    let start = Instant::now();
    let fonts = Arc::new(Fonts::collect(&issue.folder, false));
    stages.push(("typeset: index the fonts", start.elapsed()));

    let start = Instant::now();
    let markup =
        compose::compose(&issue, &layout, &Default::default(), &[], &Default::default(), None);
    assert!(!markup.text.is_empty());
    stages.push(("compose: write the markup once", start.elapsed()));

    let start = Instant::now();
    let pictures = issue.pictures.iter().map(|(path, picture)| (path, &picture.bytes));
    let mut world = TypstWorld::new(&layout, pictures, fonts, &[]);
    let pages = typeset::set(&issue, &layout, &Default::default(), &mut world).pages.unwrap();
    stages.push(("typeset: all passes", start.elapsed()));
    assert!(!pages.lines.is_empty());
    stages
}
