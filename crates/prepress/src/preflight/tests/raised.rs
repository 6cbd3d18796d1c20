//! Small text of one ink, and what is raised or lowered in larger text.

use super::sample::Sample;
use super::*;

fn told(content: &str) -> Vec<&'static str> {
    let mut sample = Sample::new();
    sample.draw("/O gs 0 0 0 1 k");
    sample.draw(content);
    run(&sample.bytes()).findings.iter().map(|finding| finding.rule.code).collect()
}

/// A run of so many letters, as wide as high.
fn run_of(size: f64, matrix: &str, letters: usize) -> String {
    format!("BT /F {size} Tf {matrix} Tm <{}> Tj ET", "0001".repeat(letters))
}

#[test]
fn marks_of_notes_and_numbers_of_formulas_are_as_small_as_their_text_makes_them() {
    let water = [
        run_of(9.0, "1 0 0 1 100 100", 3),
        run_of(5.2, "1 0 0 1 127 97.5", 1),
        run_of(9.0, "1 0 0 1 132.2 100", 2),
    ];
    assert_eq!(told(&water.join(" ")), [""; 0]);
    // A note that begins with its mark.
    let note = [run_of(5.0, "1 0 0 1 100 103", 1), run_of(8.0, "1 0 0 1 106 100", 4)];
    assert_eq!(told(&note.join(" ")), [""; 0]);
    // With Ts, turned, and mirrored.
    let raised = "BT /F 9 Tf 1 0 0 1 100 100 Tm <00010001> Tj /F 5 Tf 3 Ts <0001> Tj ET";
    assert_eq!(told(raised), [""; 0]);
    assert_eq!(told(&raised.replace("1 0 0 1 100 100", "0 1 -1 0 100 100")), [""; 0]);
    assert_eq!(told(&raised.replace("1 0 0 1 100 100", "1 0 0 -1 100 100")), [""; 0]);
}

#[test]
fn small_text_that_stands_by_itself_is_told() {
    let text = run_of(9.0, "1 0 0 1 100 100", 3);
    for small in [
        // On the line, the line below, far from it, a line of its own length, turned.
        run_of(5.2, "1 0 0 1 127 100", 1),
        run_of(5.2, "1 0 0 1 127 90", 1),
        run_of(5.2, "1 0 0 1 150 103", 1),
        run_of(5.2, "1 0 0 1 127 103", 9),
        run_of(5.2, "0 1 -1 0 132 103", 1),
    ] {
        assert_eq!(told(&format!("{text} {small}")), ["P0721"], "{small}");
    }
    // What no press holds, and what plates have to meet on, is an error wherever it stands.
    let lost = run_of(3.5, "1 0 0 1 127 103", 1);
    assert_eq!(told(&format!("{text} {lost}")), ["P0705"]);
    let mixed = run_of(5.2, "1 0 0 1 127 103", 1);
    assert_eq!(told(&format!("{text} 0 0.6 0.6 0 k {mixed}")), ["P0705"]);
}

#[test]
fn text_beside_the_page_is_told_once() {
    let line = |y: f64| run_of(8.0, &format!("1 0 0 1 60 {y}"), 3);
    let mut sample = Sample::new();
    sample.draw(&format!("/O gs 0 0 0 1 k {} {}", line(5.0), line(308.0)));
    let findings = run(&sample.bytes()).findings;
    let found: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.places())).collect();
    assert_eq!(found, [(rules::TEXT_OUTSIDE, 1)]);
}
