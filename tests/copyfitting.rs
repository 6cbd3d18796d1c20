//! A story that grows item by item is fitted tighter step by step, until the author is told how much is
//! too much.

mod common;

use std::path::Path;

use common::{Project, brief};
use jikji::manifest::load_bytes;
use jikji::session::{Outcome, set_loaded};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Sources;

/// Items of one line each.
fn grown(items: usize) -> Outcome {
    let body = "- 한 줄에 들어가는 길이로 쓴 첫째 단계 글머리 하나\n".repeat(items);
    let manifest = brief("자라는 기사", &body);
    let mut sources = Sources::default();
    let folder = Path::new("/nonexistent");
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", folder, &mut sources);
    set_loaded(loaded, sources)
}

/// The step and fullness of the story, if it fits.
fn fitted(outcome: &Outcome) -> Option<(usize, f64)> {
    let entry = &outcome.number.as_ref()?.pages.entries[0];
    assert_eq!(entry.pages.len(), 1);
    Some((entry.step, entry.fill.expect("a brief says how full it is")))
}

/// A number among the arguments of the only finding, which must be E0601.
fn surplus(outcome: &Outcome, name: &str) -> f64 {
    let [found]: &[Diagnostic] = &outcome.diagnostics else { panic!("{:?}", outcome.diagnostics) };
    assert_eq!(found.message.code, "E0601");
    let (_, value) = found.args.iter().find(|(key, _)| *key == name).unwrap();
    let jikji_diagnostic::Arg::Count(value) = value else { panic!("{value:?}") };
    *value as f64
}

#[test]
fn steps_rise_with_the_story_and_end_in_an_error_with_figures() {
    // The last story that fits at the loosest step is found by its fullness.
    let (step, fill) = fitted(&grown(12)).unwrap();
    assert_eq!(step, 0);
    assert!((0.3..0.9).contains(&fill), "{fill}");

    let mut steps = vec![];
    let mut most = 18;
    let too_long = loop {
        let outcome = grown(most);
        let Some((step, fill)) = fitted(&outcome) else { break outcome };
        assert!(fill <= 1.0, "{fill}");
        assert!(steps.last().is_none_or(|last| *last <= step), "{step} after {steps:?}");
        steps.push(step);
        most += 1;
        assert!(most < 80, "a page takes no {most} items");
    };
    assert_eq!(steps[0], 0, "18 items leave the page as it is");
    assert!(*steps.last().unwrap() >= 10, "the ladder was used to its end: {steps:?}");
    let jumps = steps.windows(2).map(|pair| pair[1] - pair[0]);
    assert!(jumps.max().unwrap() <= 5, "one more line skips no more steps than it must: {steps:?}");

    assert_eq!(surplus(&too_long, "lines"), 1.0, "one item more than fits");
    for more in [2, 9, 40] {
        let outcome = grown(most - 1 + more);
        let lines = surplus(&outcome, "lines");
        let wanted = more as f64;
        assert!((lines - wanted).abs() <= 1.0 + 0.1 * wanted, "{lines} lines for {more}");
        let characters = surplus(&outcome, "characters");
        let per_line = characters / lines;
        assert!((20.0..=50.0).contains(&per_line), "{characters} characters on {lines} lines");
    }
}

#[test]
fn a_cut_of_what_the_error_names_fits() {
    let items = 60;
    let lines = surplus(&grown(items), "lines") as usize;
    assert!(fitted(&grown(items - lines)).is_some(), "{lines} lines cut of {items}");
}

/// A manifest whose only brief has this body.
fn with_body(body: &str) -> Project {
    Project::with_manifest(brief("제목", body))
}

#[test]
fn too_long_by_a_line_and_by_three_pages() {
    /// The line that the body begins in.
    const BODY: usize = 24;
    let item = "- 한 줄에 들어가는 길이로 쓴 첫째 단계 글머리\n";
    let fits = (1..).take_while(|count| with_body(&item.repeat(*count)).run(&["check"]).code == 0);
    let fits = fits.last().unwrap();
    let finished = with_body(&item.repeat(fits + 1)).run(&["check"]).exits(1);
    let finished = finished.says("error[E0601]: “제목” does not fit 1 page").says("(1 line");
    assert!(finished.stderr.contains("characters"));
    // The place is where the room ends, not where the entry begins.
    let told = with_body(&item.repeat(fits * 3)).run(&["check"]).exits(1).says("E0601").stderr;
    let line = told.split("issue.toml:").nth(1).and_then(|rest| rest.split(':').next());
    let last = line.unwrap().parse::<usize>().unwrap() - BODY;
    assert!((fits - 1..fits + 6).contains(&last), "{last} of {fits}: {told}");
}

#[test]
fn too_long_by_the_sources_alone() {
    // The body fits, the sources under it do not: still a line or two, not a page.
    let items = |count: usize| "- 한 줄에 들어가는 길이로 쓴 첫째 단계 글머리\n".repeat(count);
    let with = |count: usize| {
        let source = "{ publisher = \"기관\", title = \"보고서 제목\" }, ";
        let manifest = brief("제목", &items(count));
        Project::with_manifest(manifest.replace("sources = [{", &format!("sources = [{source}{{")))
    };
    let fits = (1..).take_while(|count| with(*count).run(&["check"]).code == 0).last().unwrap();
    with(fits + 1).run(&["check"]).exits(1).says("(1 line)");
    with(fits + 2).run(&["check"]).exits(1).says("(2 lines)");
}
