//! Pictures of the pages where something was found, small enough for a report.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words;
use jikji_diagnostic::Lang;
use jikji_prepress::preflight::{Stored, Verdict, picture};

/// Most pages that are shown.
const MOST_PAGES: usize = 24;
/// Resolution, pixels per inch: a page stands small on a sheet of its like.
const PPI: f64 = 60.0;
/// The quality of the pictures, of 100.
const QUALITY: u8 = 82;

/// A page as it is shown.
#[derive(Debug, Serialize)]
pub struct Thumbnail {
    /// The page, from 1.
    pub page: usize,
    /// The same in words.
    pub label: String,
    /// What the picture is, for who cannot see it.
    pub alt: String,
    /// The rules that are broken on it.
    pub rules: String,
    /// The name of the picture among the files of a report.
    pub name: String,
    /// The picture as JPEG.
    #[serde(skip)]
    pub jpeg: Vec<u8>,
}

/// The pages with findings, those that have most first to be shown but in the order of the file; and those that are not
/// shown.
pub fn thumbnails(pdf: &Stored<'_>, verdict: &Verdict, lang: Lang) -> (Vec<Thumbnail>, Vec<usize>) {
    let mut rules: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for finding in &verdict.findings {
        let Some(page) = finding.page else { continue };
        let on_page = rules.entry(page).or_default();
        if !on_page.contains(&finding.rule.code) {
            on_page.push(finding.rule.code);
        }
    }
    let mut pages: Vec<usize> = rules.keys().copied().collect();
    pages.sort_by_key(|page| std::cmp::Reverse(rules[page].len()));
    let mut more = pages.split_off(pages.len().min(MOST_PAGES));
    more.sort_unstable();
    pages.sort_unstable();
    let shown = |page: &usize| {
        let image = picture(pdf, *page, &verdict.findings, PPI)?;
        let (wide, high) =
            (u16::try_from(image.width()).ok()?, u16::try_from(image.height()).ok()?);
        let mut jpeg = vec![];
        let encoder = jpeg_encoder::Encoder::new(&mut jpeg, QUALITY);
        encoder.encode(image.as_raw(), wide, high, jpeg_encoder::ColorType::Rgb).ok()?;
        Some(Thumbnail {
            page: *page,
            label: words::ON_PAGES.fill(lang, &[("pages", (*page).into())]),
            alt: words::PICTURE_OF.fill(lang, &[("page", (*page).into())]),
            rules: rules[page].join(" "),
            name: format!("page-{page}.jpg"),
            jpeg,
        })
    };
    (pages.iter().filter_map(shown).collect(), more)
}
