//! What the guides tell a reader to write does what they say.

mod common;

use common::Project;
use jikji::layout::spec::FieldKind;
use jikji_prepress::profile;

/// The files of a guide between two headings: each stands in a fence after a line that is its name.
fn files(guide: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let text = guide.split_once(&format!("\n## {from}\n")).expect("the section is there").1;
    let text = text.split_once(&format!("\n## {to}\n")).expect("it has an end").0;
    let mut files = vec![];
    let mut lines = text.lines();
    let mut name = None;
    while let Some(line) = lines.next() {
        if let Some(named) = line.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:")) {
            name = Some(named.to_string());
        } else if line.starts_with("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            files.extend(name.take().map(|name| (name, body.join("\n") + "\n")));
        }
    }
    files
}

#[test]
fn a_layout_from_nothing_makes_every_edition() {
    let guide = include_str!("../docs/layouts.md");
    let files = files(guide, "A layout of your own, from nothing", "`layout.toml`");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "layouts/notice/layout.toml",
        "layouts/notice/setup.typ",
        "layouts/notice/prose.typ",
        "layouts/notice/announcement.typ",
        "issue.toml",
    ];
    assert_eq!(names, expected);
    let project = files.iter().fold(Project::new(), |p, (name, text)| p.file(name, text));
    project.run(&["build"]).exits(0);
    project.run(&["build", "--edition", "archive"]).exits(0);
    let without = |(name, text): &(String, String)| match name.ends_with("setup.typ") {
        true => (name.clone(), text.replace("    bleed: bleed,\n", "")),
        false => (name.clone(), text.clone()),
    };
    let project = files.iter().map(without).fold(Project::new(), |p, (n, t)| p.file(&n, t));
    project.run(&["build"]).exits(1).says("E0719").says("154 × 216");
    // The message the guide shows for a slip is the one that comes.
    let slip = |(name, text): &(String, String)| (name.clone(), text.replace("until.", "untill."));
    let project = files.iter().map(slip).fold(Project::new(), |p, (n, t)| p.file(&n, t));
    let shown = guide.split_once("```\nerror[E0603]").expect("it is shown").1;
    let shown = shown.split_once("```").expect("the fence ends").0;
    project.run(&["check"]).exits(1).says(&format!("error[E0603]{shown}"));
}

#[test]
fn the_shop_profile_of_the_guide_is_taken() {
    let guide = include_str!("../docs/preflight.md");
    let profile = guide.split_once("```toml\n").unwrap().1.split_once("```").unwrap().0;
    let mut sources = jikji_diagnostic::source::Sources::default();
    let read = jikji::shop::read("shop.toml", profile.as_bytes(), &mut sources).unwrap();
    assert_eq!(read.name, "동네 인쇄소");
    for key in
        jikji::shop::schema(jikji_diagnostic::Lang::En)["properties"].as_object().unwrap().keys()
    {
        assert!(profile.contains(key), "{key}");
    }
}

#[test]
fn the_guide_says_what_the_built_in_shop_profiles_ask() {
    let guide = include_str!("../docs/preflight.md");
    let table: Vec<Vec<&str>> = guide
        .lines()
        .skip_while(|line| !line.starts_with("| | `coated` |"))
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    for (column, name) in (1..).zip(jikji::shop::names()) {
        assert_eq!(table[0][column], format!("`{name}`"));
        let profile = jikji::shop::built_in(name).unwrap();
        let limits = &profile.limits;
        let weights: Vec<String> = limits
            .shop
            .weights
            .iter()
            .map(|(rule, weight)| {
                let known = jikji_prepress::preflight::Weight::NAMES;
                let (word, _) = known.iter().find(|(_, known)| known == weight).unwrap();
                format!("{rule} {word}")
            })
            .collect();
        let said: Vec<&str> = table[3..].iter().map(|row| row[column]).collect();
        let asked = [
            limits.standard.name().to_string(),
            limits.shop.condition.clone().unwrap(),
            format!("{} %", limits.ink_limit_percent),
            format!("{} mm²", limits.min_ink_area_mm2),
            format!("{} mm", limits.bleed_mm),
            format!("{} mm", limits.safe_margin_mm),
            format!("{} ppi", limits.min_image_ppi_warning),
            format!("{} ppi", limits.min_image_ppi_error),
            format!("{} ppi", limits.line_art),
            format!("{} pt", limits.min_text_pt),
            format!("{} pt", limits.min_rich_text_pt),
            format!("{} pt", limits.min_stroke_pt),
            weights.join(", "),
        ];
        assert_eq!(said, asked, "docs/preflight.md: {name}");
    }
}

#[test]
fn the_guides_list_every_field_type() {
    let layouts = include_str!("../docs/layouts.md");
    let manifest = include_str!("../docs/manifest.md");
    let files: Vec<&str> = manifest.lines().filter(|line| line.contains(".icc` |")).collect();
    assert!(profile::NAMES.into_iter().all(|name| profile::elsewhere(name).is_none()));
    for known in profile::all_elsewhere() {
        let row = files.iter().find(|row| row.contains(known.file));
        assert!(row.is_some_and(|row| row.contains(known.from)), "docs/manifest.md: {known:?}");
        let short = known.condition.split(" (").next().unwrap();
        assert!(row.is_some_and(|row| row.contains(short)), "docs/manifest.md: {known:?}");
        assert!(known.built_in.is_none_or(|name| profile::NAMES.contains(&name)), "{known:?}");
    }
    for kind in FieldKind::ALL.iter().map(|kind| kind.name()) {
        assert!(layouts.contains(&format!("| `{kind}` |")), "docs/layouts.md: {kind}");
        // A record is a table with the fields that the layout declares.
        assert!(kind == "record" || manifest.contains(kind), "docs/manifest.md: {kind}");
    }
}

#[test]
fn the_page_of_preflight_rules_lists_every_rule() {
    let page = include_str!("../docs/rules.md");
    for rule in jikji_prepress::preflight::rules::all() {
        let weight = match rule.severity {
            jikji_diagnostic::Severity::Error => "error",
            jikji_diagnostic::Severity::Warning => "warning",
        };
        let line = format!("| {} | {weight} |", rule.code);
        assert!(page.contains(&line), "docs/rules.md: {line}");
    }
}
