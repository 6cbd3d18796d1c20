//! Charts of any numbers: nothing leaves its room, and colours that stand side by side differ without their hues.

mod common;

use common::{Project, entry, issue, output_of, validator};

/// Numbers that look like any, the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        let (factor, step) = (6_364_136_223_846_793_005, 1_442_695_040_888_963_407);
        self.0 = self.0.wrapping_mul(factor).wrapping_add(step);
        (self.0 >> 33) as usize % bound
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

const KINDS: [&str; 5] = ["bars", "columns", "lines", "stacked-bars", "stacked-columns"];
const LABELS: [&str; 6] =
    ["2024", "2024년 1분기", "1월", "전문·과학 및 기술 서비스업", "Telecommunications", "가"];
const NAMES: [&str; 5] =
    ["미국", "대한민국", "경제협력개발기구 회원국 평균", "EU", "Pneumonoultramicroscopic"];
const VALUES: [&str; 12] =
    ["0", "1", "38.5", "-12.25", "1234567", "-3", "1e-7", "0.1", "99.99", "1e15", "-4e300", "7"];

fn list(count: usize, item: impl FnMut(usize) -> String) -> String {
    format!("[{}]", (0..count).map(item).collect::<Vec<_>>().join(", "))
}

/// A chart that an author may write.
fn chart(dice: &mut Dice, number: usize) -> String {
    let kind = KINDS[number % KINDS.len()];
    let rows = kind.ends_with("bars");
    // Rows take room downwards; a page has only so much.
    let points = 2 + dice.below(if rows { 7 } else { 23 });
    let series = 1 + dice.below(if rows { 3 } else { 4 });
    let label = dice.one_of(&LABELS);
    // Some are of one size, some of all.
    let sizes = if dice.below(2) == 0 { 10 } else { VALUES.len() };
    let mut value = || {
        let value = VALUES[dice.below(sizes)];
        if kind.starts_with("stacked") { value.trim_start_matches('-') } else { value }
    };
    let all = list(series, |one| {
        let values = list(points, |_| value().to_string());
        format!("{{ name = \"{} {one}\", values = {values} }}", NAMES[(number + one) % NAMES.len()])
    });
    let labels = list(points, |point| format!("\"{label} {point}\""));
    let unit = ["%", "억 달러", "백만 명당 건수"][number % 3];
    format!(
        "chart = {{ kind = \"{kind}\", unit = \"{unit}\", alt = \"여러 값\", labels = {labels}, series = {all} }}"
    )
}

#[test]
fn charts_of_any_numbers_stay_in_their_room() {
    let mut dice = Dice(20_250_901);
    let entries = (0..60).map(|number| {
        let chart = chart(&mut dice, number);
        let entry = entry(&format!("{number}째 차트"));
        format!("{entry}body = \"- 본문\"\n{chart}\n")
    });
    let project = Project::with_manifest(issue(&entries.collect::<String>()));
    project.run(&["check", "--deny", "warnings"]).exits(0);
}

/// A value that the drawing leaves to the axis is in the table all the same, and paper takes the quiet words too.
#[test]
fn every_value_can_be_read_in_both_editions() {
    let project = Project::with_manifest(include_str!("golden/charts.toml"));
    project.run(&["build", "--deny", "warnings"]).exits(0);
    for edition in ["screen", "print"] {
        let Some(mut pdftotext) = validator("pdftotext") else { return };
        let file = project.path(&format!("out/mulgil-monthly-2025-09-{edition}.pdf"));
        pdftotext.arg("-raw").arg(file).arg("-");
        let text = output_of(pdftotext);
        for value in ["186.3톤", "−7.25%", "398mm", "2023.1", "가게"] {
            assert!(text.contains(value), "{edition}: {value}");
        }
    }
}

/// The contrast of WCAG 2 between two colours on white, `(colour, share of 100)`.
fn contrast(a: ([f64; 3], f64), b: ([f64; 3], f64)) -> f64 {
    let luminance = |(channels, share): ([f64; 3], f64)| {
        let linear = channels.map(|channel| {
            let value = 1.0 - (1.0 - channel) * share / 100.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05
    };
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

#[test]
fn colours_of_charts_differ_by_their_lightness() {
    let text = include_str!("../layouts/spri-brief/layout.toml");
    let layout: toml::Table = toml::from_str(text).unwrap();
    let color = |name: &str| {
        let hex = layout["colors"][name]["screen"].as_str().unwrap();
        let at = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).unwrap();
        [1, 3, 5].map(|i| f64::from(at(i)) / 255.0)
    };
    let ranks = |list: &str, own: &str| {
        let ranks = layout["tokens"][list].as_array().unwrap().iter().map(|rank| {
            let name = rank[0].as_str().unwrap();
            let share = rank[1].as_integer().unwrap() as f64;
            (color(if name == "own" { own } else { name }), share)
        });
        ranks.collect::<Vec<_>>()
    };
    let accents = layout["accents"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    for own in accents.chain(["brand"]) {
        let series = ranks("series", own);
        for pair in series.windows(2) {
            assert!(contrast(pair[0], pair[1]) > 2.0, "{own}: {pair:?}");
        }
        for line in ranks("lines", own) {
            assert!(contrast(line, ([1.0; 3], 100.0)) > 2.0, "{own}: {line:?}");
        }
    }
}
