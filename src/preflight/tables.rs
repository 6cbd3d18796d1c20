//! What a file is made of, in tables: its sizes, plates, fonts and images.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words;
use crate::html::ranges;
use jikji_diagnostic::{Arg, Lang, Words};
use jikji_prepress::preflight::{ImageSeen, Limits, Rect, Verdict};

/// Most rows of images.
const MOST_IMAGES: usize = 20;
/// Boxes of a page by their names in the file.
const BOXES: [&str; 3] = ["TrimBox", "BleedBox", "MediaBox"];
/// Points of a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A table.
#[derive(Debug, Serialize)]
pub struct Table {
    /// Its heading.
    pub title: &'static str,
    /// What is said beside it.
    pub note: Option<String>,
    /// The columns.
    pub heads: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The sizes of a page in words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sizes {
    /// The finished size as the page is seen.
    pub finished: String,
    /// The least bleed.
    bleed: String,
    /// TrimBox, BleedBox and MediaBox as they are written: where they begin and how large they are.
    boxes: [String; 3],
}

/// Finished sizes, bleeds and boxes, with the pages that have them.
pub fn sizes(verdict: &Verdict) -> Vec<(Sizes, Vec<usize>)> {
    let mut sizes: BTreeMap<Sizes, Vec<usize>> = BTreeMap::new();
    for boxes in &verdict.boxes {
        let trim = boxes.trim.or(boxes.crop).unwrap_or(boxes.media);
        let outer = boxes.bleed.or(boxes.crop).unwrap_or(boxes.media);
        let mm = |units: f64| units * boxes.unit / MM;
        let (mut wide, mut high) = (mm(trim[2] - trim[0]), mm(trim[3] - trim[1]));
        if boxes.rotate % 180 == 90 {
            (wide, high) = (high, wide);
        }
        let sides =
            [trim[0] - outer[0], trim[1] - outer[1], outer[2] - trim[2], outer[3] - trim[3]];
        let least = mm(sides.into_iter().fold(f64::INFINITY, f64::min)).max(0.0);
        let written = |place: Option<Rect>| {
            let Some(place) = place else { return "–".into() };
            let [left, low, right, high] = place.map(mm);
            // Zero has no sign.
            let (left, low) = (left + 0.0, low + 0.0);
            format!("{left:.1}, {low:.1} · {:.1} × {:.1}", right - left, high - low)
        };
        let words = Sizes {
            finished: format!("{wide:.1} × {high:.1} mm"),
            bleed: format!("{least:.1} mm"),
            boxes: [boxes.trim, boxes.bleed, Some(boxes.media)].map(written),
        };
        sizes.entry(words).or_default().push(boxes.page);
    }
    let mut sizes: Vec<_> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, pages)| pages.first().copied());
    sizes
}

/// The tables of a file; none of what it has not.
pub fn tables(verdict: &Verdict, lang: Lang) -> Vec<Table> {
    let say = |words: &[Words]| -> Vec<_> { words.iter().map(|words| words.say(lang)).collect() };
    let sizes = sizes(verdict).into_iter();
    let boxes = Table {
        title: words::BOXES.say(lang),
        note: Some(words::BOXES_NOTE.say(lang).into()),
        heads: [&say(&[words::SIZE, words::BLEED])[..], &BOXES, &[words::ON.say(lang)]].concat(),
        rows: sizes
            .map(|(Sizes { finished, bleed, boxes }, pages)| {
                [vec![finished, bleed], boxes.into(), vec![ranges(&pages)]].concat()
            })
            .collect(),
    };
    let fonts = Table {
        title: words::FONTS.say(lang),
        note: None,
        heads: say(&[words::FONT, words::KIND, words::EMBEDDED, words::ON]),
        rows: (verdict.fonts.iter())
            .map(|font| {
                let there = if font.embedded { words::YES } else { words::NO };
                let (name, kind) = (font.name.clone(), font.kind.clone());
                vec![name, kind, there.say(lang).into(), ranges(&font.pages)]
            })
            .collect(),
    };
    let all = [boxes, plates(verdict, lang), fonts, images(verdict, lang)];
    all.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

fn plates(verdict: &Verdict, lang: Lang) -> Table {
    let most = verdict.ink.iter().max_by(|a, b| a.max_percent.total_cmp(&b.max_percent));
    let note = most.map(|ink| {
        let percent = Arg::from(format!("{:.0}", ink.max_percent));
        let words = match ink.ppi < Limits::default().separation_ppi {
            true => words::INK_AT_PPI,
            false => words::INK_AT,
        };
        let args = [("page", ink.page.into()), ("percent", percent), ("ppi", ink.ppi.into())];
        let at = words.fill(lang, &args);
        format!("{}: {at}", words::MOST_INK.say(lang))
    });
    let on = |plate: usize| -> Vec<usize> {
        let pages = verdict.inked.iter().zip(1..).filter(|(inked, _)| inked.contains(&plate));
        pages.map(|(_, page)| page).collect()
    };
    let row = |(at, name): (usize, &String)| {
        let pages = on(at);
        let name = match verdict.technical.contains(&at) {
            true => words::NO_INK.fill(lang, &[("plate", name.clone().into())]),
            false => name.clone(),
        };
        (!pages.is_empty()).then(|| vec![name, ranges(&pages)])
    };
    Table {
        title: words::PLATES.say(lang),
        note,
        heads: vec![words::PLATE.say(lang), words::ON.say(lang)],
        rows: verdict.plates.iter().enumerate().filter_map(row).collect(),
    }
}

fn images(verdict: &Verdict, lang: Lang) -> Table {
    let mut images: Vec<_> = verdict.images.iter().collect();
    images.sort_by(|a, b| a.ppi.total_cmp(&b.ppi));
    let (count, shown) = (images.len(), images.len().min(MOST_IMAGES));
    images.truncate(MOST_IMAGES);
    let heads = [words::ON, words::RESOLUTION, words::PIXELS, words::SPACE, words::PLACE]
        .map(|w| w.say(lang));
    let row = |image: &&ImageSeen| {
        let at = image.at.map(|at| {
            let [left, top] = [at.left, at.top].map(|mm| Arg::from(format!("{mm:.1}")));
            words::AT.fill(lang, &[("left", left), ("top", top)])
        });
        vec![
            image.page.to_string(),
            format!("{:.0} ppi", image.ppi),
            format!("{} × {}", image.width, image.height),
            image.space.clone(),
            at.unwrap_or_default(),
        ]
    };
    let note = (shown < count)
        .then(|| words::LOWEST.fill(lang, &[("shown", shown.into()), ("count", count.into())]));
    Table {
        title: words::IMAGES.say(lang),
        note,
        heads: heads.into(),
        rows: images.iter().map(row).collect(),
    }
}
