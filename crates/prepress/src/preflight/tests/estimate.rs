//! The estimate of ink is never below the plates, and what it leaves out is never missed.

use proptest::prelude::*;

use super::palette::page;
use super::*;

const CASES: u32 = 40;
/// What rounding on the plates comes to, in %, where a few things overlap.
const ROUNDING: f64 = 2.5;

fn color() -> impl Strategy<Value = String> {
    let tint = || (0..=20_u32).prop_map(|t| f64::from(t) / 20.0);
    prop_oneof![
        6 => prop::array::uniform4(tint()).prop_map(|[c, m, y, k]| format!("{c} {m} {y} {k} k")),
        3 => prop::array::uniform4(tint()).prop_map(|[c, m, y, k]| format!("{c} {m} {y} {k} K")),
        2 => Just("0 0 0 1 k".to_string()),
        1 => Just("0 0 0 0 k".to_string()),
        1 => tint().prop_map(|t| format!("{t} g")),
        1 => prop::array::uniform3(tint()).prop_map(|[r, g, b]| format!("{r} {g} {b} rg")),
        2 => tint().prop_map(|t| format!("/S cs {t} scn")),
        1 => tint().prop_map(|t| format!("/All cs {t} scn")),
        2 => (tint(), tint()).prop_map(|(a, b)| format!("/D cs {a} {b} scn")),
        1 => (0..3).prop_map(|i| format!("/X cs {i} sc")),
        1 => Just("/Pattern cs /C scn".to_string()),
        1 => Just("/Pattern cs /L scn".to_string()),
        1 => (tint(), tint()).prop_map(|(a, b)| format!("/PC cs {a} 0 {b} 0 /U scn")),
    ]
}

fn shape() -> impl Strategy<Value = String> {
    let at = || (0..120_i32).prop_map(|v| f64::from(v) / 2.0);
    let paint = prop::sample::select(vec!["f", "f", "f", "S", "B", "f*", "b"]);
    let path = prop_oneof![
        4 => prop::array::uniform4(at()).prop_map(|[x, y, w, h]| format!("{x} {y} {w} {h} re")),
        1 => Just("0 0 60 60 re".to_string()),
        1 => Just("6 6 48 48 re".to_string()),
        2 => prop::array::uniform6(at())
            .prop_map(|[a, b, c, d, e, f]| format!("{a} {b} m {c} {d} l {e} {f} l")),
        1 => prop::array::uniform6(at())
            .prop_map(|[a, b, c, d, e, f]| format!("9 9 m {a} {b} {c} {d} {e} {f} c")),
        1 => prop::array::uniform4(at()).prop_map(|[a, b, c, d]| format!("{a} {b} m {c} {d} l")),
    ];
    (path, paint).prop_map(|(path, paint)| format!("{path} {paint}"))
}

fn text() -> impl Strategy<Value = String> {
    let string = prop::sample::select(vec!["<00010002>", "<0001>", "<0002>", "<00020001>"]);
    (string, 2..20_i32, 0..60_i32, 0..60_i32, 0..3_i32, -30..30_i32).prop_map(
        |(string, size, x, y, mode, kern)| {
            format!(
                "BT {mode} Tr /F {size} Tf 1 0 {kern} 20 {x} {y} Tm 0.05 0 0 0.05 {x} {y} Tm \
                 [{string} {kern} {string}] TJ 1 0 0 1 {y} {x} Tm {string} Tj ET"
            )
        },
    )
}

fn operation() -> impl Strategy<Value = String> {
    let state = vec![
        "O", "O", "N", "P", "H", "A", "Nor", "Mul", "Dar", "Scr", "Lig", "Dif", "Col", "SM", "SN",
    ];
    let turned = prop::sample::select(vec![
        "1 0 0 1 5 3 cm",
        "0 1 -1 0 60 0 cm",
        "0.8 0.3 -0.3 0.8 9 2 cm",
        "0.5 0 0 0.5 0 0 cm",
        "5 w",
        "0 w",
        "0.3 w",
        "2 M",
    ]);
    let drawn = prop::sample::select(vec!["I", "G", "M", "F", "T"]);
    prop_oneof![
        8 => shape(),
        6 => color(),
        2 => prop::sample::select(state).prop_map(|name| format!("/{name} gs")),
        2 => text(),
        2 => drawn.prop_map(|name| match name {
            "F" | "T" => format!("/{name} Do"),
            _ => format!("q 31 4 -3 22 9 8 cm /{name} Do Q"),
        }),
        1 => Just("/Sh sh".to_string()),
        1 => turned.prop_map(str::to_string),
        1 => (0..40_i32, 0..40_i32).prop_map(|(x, y)| format!("{x} {y} 25 18 re W n")),
        1 => Just("30 5 m 55 30 l 20 50 l W* n".to_string()),
        2 => Just("q".to_string()),
        2 => Just("Q".to_string()),
    ]
}

fn contents() -> impl Strategy<Value = Vec<String>> {
    let content = prop::collection::vec(operation(), 1..16).prop_map(|all| all.join("\n"));
    prop::collection::vec(content, 1..5)
}

fn estimates(bytes: &[u8], limits: &Limits) -> Vec<super::super::estimate::Known> {
    let stored = bytes.into();
    let (file, _) = File::open(&stored).unwrap();
    let (pages, _) = file.pages();
    let facts = walk::pages::walk_all(&file, &pages, limits, |_| ());
    facts.into_iter().map(|facts| facts.known.unwrap()).collect()
}

/// Checks the estimate of every page against its plates.
fn holds(contents: &[String]) -> Result<(), TestCaseError> {
    let bytes = page(contents).bytes();
    let every = run(&bytes);
    let limits = Limits { ink: InkMeasure::WorstSpot, ..Limits::default() };
    for (i, known) in estimates(&bytes, &limits).into_iter().enumerate() {
        let most = (every.ink[i].max_percent * 2.55).round() as u32;
        let on = &contents[i];
        prop_assert!(most <= u32::from(known.rounded), "{most} over {known:?} on\n{on}");
        prop_assert!(u32::from(known.reached) <= most, "{most} under {known:?} on\n{on}");
        let of_page = every.findings.iter().filter(|f| f.page == Some(i + 1));
        let short =
            of_page.filter(|f| [rules::BLEED_REACH, rules::NO_BLEED].contains(&f.rule)).count();
        prop_assert!(known.bleed_open || short == 0, "bleed of {known:?} on\n{on}");
    }
    Ok(())
}

#[test]
fn what_is_easily_underrated() {
    let ground = "0.9 0.2 0 0 k 30 0 30 60 re f /O gs";
    let contents = [
        // The tip of a joint reaches far over its path.
        format!("{ground} 4 w 0 0 0 1 K 9 26 m 24 30 l 9 34 l S"),
        // Normal inside a group that multiplies.
        "0.6 0.5 0.1 0 k 0 0 60 60 re f 0 0.3 0.4 0.5 k /Mul gs /T Do".into(),
        // Glyphs over each other, and one that reaches out of its line.
        "/Mul gs 0.3 0.2 0 0.4 k BT /F 20 Tf 10 20 Td <00020002> Tj ET".into(),
        format!("{ground} 0 0 0 1 k BT /F 12 Tf 20 20 Td <0002> Tj ET"),
        format!("{ground} 0 0 0 1 k BT /F 12 Tf 50 Tz 20 Tc 0 20 Td <00010001> Tj ET"),
        format!("{ground} 0 0 0 1 k BT /F 12 Tf 5 20 Td [<0001> -1500 <0001>] TJ ET"),
        // A glyph whose width is not told.
        format!("{ground} 0 0 0 1 k BT /F 12 Tf 10 20 Td <0003> Tj ET"),
        // Overprint in a pattern leaves what is below it.
        "0.9 0.35 0.45 0.15 k 0 0 60 60 re f /Pattern cs /C scn 9 9 40 40 re f".into(),
        // Black that is filled and stroked at once.
        format!("{ground} 0 0 0 1 k 0.5 0.5 0.5 0 K 6 w 20 20 20 20 re B"),
        // What a soft mask or a group lets through does not cover.
        "0.9 0.9 0 0 k 0 0 60 60 re f /A gs 0 0 0 0 k 0 0 60 60 re f".into(),
        "0.9 0.9 0 0 k 0 0 60 60 re f /SM gs 0 0 0 0 k 0 0 60 60 re f".into(),
        // A mask through which a pattern is painted.
        "/PC cs 0 0 0 0 /U scn\nq 31 4 -3 22 9 8 cm /M Do Q\n/S cs 0 scn".into(),
        // A clip that is no rectangle.
        "0.9 0.9 0 0 k 0 0 60 60 re f 0 0 m 60 0 l 0 60 l W n 0 0 0 0 k 0 0 60 60 re f".into(),
        // A font that is not there, an operator with odd operands, a pattern that is missing.
        format!("{ground} 0 0 0 1 k BT /Q 12 Tf 20 20 Td <0001> Tj ET"),
        format!("{ground} 0 0 0 1 k 99 20 20 30 30 re f"),
        "0.9 0.9 0 0 k /Pattern cs /Q scn 0 0 60 60 re f".into(),
    ];
    holds(&contents).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn the_estimate_holds(contents in contents()) {
        holds(&contents)?;
    }

    #[test]
    fn the_worst_spot_is_the_same(contents in contents(), limit in 60..300_u32) {
        let bytes = page(&contents).bytes();
        let limit = f64::from(limit);
        let limits = Limits { ink_limit_percent: limit, ..Limits::default() };
        let every = preflight(&bytes, &limits, &mut |_, _| {});
        let limits = Limits { ink: InkMeasure::WorstSpot, ..limits };
        let (mut steps, pages) = (vec![], contents.len());
        let worst = preflight(&bytes, &limits, &mut |done, all| steps.push((done, all)));
        prop_assert_eq!(&every.findings, &worst.findings);
        let most = |verdict: &Verdict| {
            verdict.ink.iter().map(|ink| ink.max_percent).fold(0.0, f64::max)
        };
        prop_assert!((most(&every) - most(&worst)).abs() <= ROUNDING);
        for ink in &worst.ink {
            let other = every.ink[ink.page - 1].max_percent;
            prop_assert!((ink.max_percent - other).abs() <= ROUNDING, "{ink:?}, not {other}");
        }
        prop_assert_eq!(steps.last(), Some(&(2 * pages, 2 * pages)));
    }
}
