//! The contents page leads where it says: numbers, links and bookmarks are those of the pages on which the texts
//! themselves stand.

mod common;

use common::{Project, output_of, validator};
use proptest::prelude::*;

const PDF: &str = "out/test-2024-06-screen.pdf";

/// Sections of briefs, then calendars of as many events; each title is there once.
fn manifest(sections: &[usize], calendars: &[usize]) -> (String, Vec<String>) {
    let mut text = String::from(
        "layout = \"spri-brief\"\nslug = \"test-2024-06\"\npublication = { name = \"월간\", publisher = \"연구소\" }\n\
         issue = { year = 2024, month = 6, published = 2024-06-05 }\n[[parts]]\ntitle = \"브리프\"\n",
    );
    let mut titles = vec![];
    for (section, briefs) in sections.iter().enumerate() {
        text += &format!("[[parts.sections]]\ntitle = \"절{section}\"\n");
        for brief in 0..*briefs {
            titles.push(format!("글{section}之{brief}끝"));
            let title = titles.last().unwrap();
            text += &format!(
                "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"{title}\"\nbody = \"- 본문\"\n"
            );
        }
    }
    for (calendar, rows) in calendars.iter().enumerate() {
        text += &format!(
            "[[parts]]\ntitle = \"행사{calendar}\"\n[[parts.entries]]\nkind = \"events\"\n"
        );
        text += &format!("title = \"일정{calendar}\"\nrows = [\n");
        for row in 0..*rows {
            titles.push(format!("행사{calendar}之{row}끝"));
            let name = titles.last().unwrap();
            text += &format!(
                "  {{ name = \"{name}\", period = \"2024.{}.{}\" }},\n",
                1 + row / 28,
                1 + row % 28
            );
        }
        text += "]\n";
    }
    (text, titles)
}

/// The text of each page.
fn texts(project: &Project) -> Option<Vec<String>> {
    let mut command = validator("pdftotext")?;
    command.arg("-layout").arg(project.path(PDF)).arg("-");
    Some(output_of(command).split('\u{c}').map(String::from).collect())
}

/// The pages, from 0, that the links of a page lead to, in order.
fn links(pdf: &lopdf::Document, page: usize) -> Vec<usize> {
    let pages: Vec<_> = pdf.get_pages().into_values().collect();
    let annotations = pdf.get_page_annotations(pages[page]).unwrap();
    let targets = annotations.iter().filter_map(|link| {
        let (_, dest) = pdf.dereference(link.get(b"Dest").ok()?).ok()?;
        let target = dest.as_array().ok()?[0].as_reference().ok()?;
        pages.iter().position(|page| *page == target)
    });
    targets.collect()
}

/// Every row of the contents names and leads to the page its text stands on.
#[track_caller]
fn leads_home(sections: &[usize], calendars: &[usize]) {
    let (manifest, titles) = manifest(sections, calendars);
    let project = Project::with_manifest(manifest);
    project.run(&["build", "--edition", "screen"]).exits(0);
    let Some(texts) = texts(&project) else { return };
    let pages_with = |title: &str| -> Vec<usize> {
        (0..texts.len()).filter(|page| texts[*page].contains(title)).collect()
    };
    let listing: Vec<usize> = titles.iter().map(|title| pages_with(title)[0]).collect();
    let own: Vec<usize> = titles.iter().map(|title| *pages_with(title).last().unwrap()).collect();
    let last = *listing.iter().max().unwrap();
    assert!(last < own[0], "contents come first");
    for ((title, page), own) in titles.iter().zip(&listing).zip(&own) {
        let row = texts[*page].lines().find(|line| line.contains(title.as_str())).unwrap();
        let number = row.split_whitespace().last().unwrap().parse::<usize>();
        assert_eq!(number, Ok(own - last), "{row} of {}", texts[*page]);
    }
    let pdf = lopdf::Document::load(project.path(PDF)).unwrap();
    let linked: Vec<usize> = (1..=last).flat_map(|page| links(&pdf, page)).collect();
    assert_eq!(linked, own);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_leads_to_the_page_its_text_stands_on(
        sections in prop::collection::vec(1_usize..12, 1..6),
        calendars in prop::collection::vec(1_usize..40, 0..3),
    ) {
        leads_home(&sections, &calendars);
    }
}

/// A row at the end of a page and its number turn the page together.
#[test]
fn a_row_keeps_its_number_where_the_page_turns() {
    leads_home(&[1], &[35]);
}

/// A list longer than a page turns between sections.
#[test]
fn a_long_list_turns_the_page_between_sections() {
    let (manifest, titles) = manifest(&[9; 7], &[]);
    let project = Project::with_manifest(manifest);
    project.run(&["build", "--edition", "screen"]).exits(0);
    let Some(texts) = texts(&project) else { return };
    let page = |title: &String| texts.iter().position(|text| text.contains(title)).unwrap();
    let pages: Vec<usize> = titles.iter().map(page).collect();
    assert!(pages.first() < pages.last(), "{pages:?}");
    for section in pages.chunks(9) {
        assert!(section.iter().all(|page| *page == section[0]), "{pages:?}");
    }
}

/// Sixteen events stand on a page; of more, three or more stand on the last.
#[test]
fn events_close_up_before_they_turn_the_page() {
    for (events, expected) in [(3, vec![3]), (12, vec![12]), (16, vec![16])] {
        let Some(pages) = events_by_page(events) else { return };
        assert_eq!(pages, expected, "{events}");
    }
    for events in 17..34 {
        let Some(pages) = events_by_page(events) else { return };
        assert!(pages.len() == 2 && pages[1] > 2, "{events}: {pages:?}");
    }
}

/// How many of the events stand on each of their pages.
fn events_by_page(events: usize) -> Option<Vec<usize>> {
    let (manifest, titles) = manifest(&[], &[events]);
    let manifest = manifest.replacen("[[parts]]\ntitle = \"브리프\"\n", "", 1);
    let project = Project::with_manifest(manifest);
    project.run(&["build", "--edition", "screen"]).exits(0);
    let texts = texts(&project)?;
    let own = |text: &String| titles.iter().filter(|title| text.contains(*title)).count();
    let calendar = texts.iter().filter(|text| text.contains("홈페이지"));
    Some(calendar.map(own).filter(|count| *count > 0).collect())
}

/// What runs along lies outside: right on right pages, left on left ones.
#[test]
fn folios_are_mirrored_on_left_and_right_pages() {
    let (manifest, _) = manifest(&[4], &[]);
    let project = Project::with_manifest(manifest);
    project.run(&["build", "--edition", "screen"]).exits(0);
    let Some(mut command) = validator("pdftotext") else { return };
    command.arg("-bbox").arg(project.path(PDF)).arg("-");
    let boxes = output_of(command);
    for (index, page) in boxes.split("<page ").skip(3).take(4).enumerate() {
        let folio = format!(">{}</word>", index + 1);
        let word = page.lines().rfind(|line| line.ends_with(&folio)).unwrap();
        let left: f64 = word.split('"').nth(1).unwrap().parse().unwrap();
        assert_eq!(left < 297.0, index % 2 == 1, "page {}: {word}", index + 3);
    }
}
