//! Filled lines are not too open: measured on finished pages as a reader sees them, on the sample and on a number
//! made of other words.

mod common;

use std::path::Path;

use jikji::manifest::load_bytes;
use jikji::session::{Outcome, set_loaded};
use jikji_diagnostic::source::Sources;
use typst::layout::{Frame, FrameItem};
use typst::text::{Glyph, TextItem};

fn set(manifest: &str) -> Outcome {
    let mut sources = Sources::default();
    let folder = Path::new("/nonexistent");
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", folder, &mut sources);
    set_loaded(loaded, sources)
}

/// A dense paragraph behind fillers of growing length, so that other words meet the ends of its lines each time.
fn other() -> String {
    let filler = "강물은 산을 돌아 들을 적시고 바다로 가며 쉬지 않는다 봄비가 내리면 여울도 깊어지고 물새가 온다";
    let dense = "연구진은 전국의 하천 관측소에서 모은 수온과 탁도 자료를 바탕으로 홍수를 미리 알리는 체계를 마련하고, \
                 2025년까지 주요 지류 120곳에 측정 장치를 더 놓아 지방자치단체와 실시간으로 나누겠다고 밝힘";
    let mut entries = String::new();
    for page in 0..8 {
        let item = |length: usize| {
            let words: String = filler.chars().take(page * 6 + length).collect();
            format!("- {} {dense}\n", words.trim_end())
        };
        let body: String = (1..=6).map(item).collect();
        entries.push_str(&format!(
            "{}body = '''\n{body}'''\n",
            common::entry(&format!("제목 {page}"))
        ));
    }
    common::issue(&entries)
}

/// Of the lines that were filled, how many there are and how many of them are too open: the middle gap between
/// words, as it is seen from letter to letter, over 1.6 times the font's space.
fn filled_and_loose(outcome: &Outcome) -> (usize, usize) {
    let number = outcome.number.as_ref().expect("the number has no error");
    let mut ratios = vec![];
    for page in number.pages.document.pages() {
        each_text(&page.frame, &mut |text| ratios.extend(filled_gap(text)));
    }
    (ratios.len(), ratios.iter().filter(|ratio| **ratio > 1.6).count())
}

fn each_text(frame: &Frame, visit: &mut dyn FnMut(&TextItem)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => each_text(&group.frame, visit),
            FrameItem::Text(text) => visit(text),
            _ => {}
        }
    }
}

/// The middle gap between the words of a text that was filled, over the font's space.
fn filled_gap(text: &TextItem) -> Option<f64> {
    let own = |id: u16| text.font.x_advance(id).unwrap_or_default();
    let space = own(text.font.ttf().glyph_index(' ')?.0);
    let is_space = |glyph: &Glyph| &text.text[glyph.range()] == " ";
    let spaces: Vec<&Glyph> = text.glyphs.iter().filter(|glyph| is_space(glyph)).collect();
    let untouched = |glyph: &&Glyph| (glyph.x_advance - space).get().abs() < 1e-4;
    if spaces.len() < 3 || spaces.iter().all(untouched) {
        return None;
    }
    let pairs = text.glyphs.windows(2).filter(|pair| is_space(&pair[1]) && !is_space(&pair[0]));
    let gap = |pair: &[Glyph]| pair[0].x_advance - own(pair[0].id) + pair[1].x_advance;
    let mut gaps: Vec<f64> = pairs.map(|pair| gap(pair) / space).collect();
    gaps.sort_by(f64::total_cmp);
    Some(gaps[gaps.len() / 2])
}

#[test]
fn words_do_not_stand_too_far_apart() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
    let sample = jikji::session::set_issue(&sample).unwrap();
    for (outcome, least) in [(sample, 170), (set(&other()), 90)] {
        let (filled, loose) = filled_and_loose(&outcome);
        assert!(filled >= least, "{filled} lines are no wide sample");
        assert!(loose * 20 <= filled, "{loose} of {filled} lines are loose");
        let told = outcome.number.unwrap().pages.statistics;
        assert!(told.loose_lines * 20 <= told.justified_lines, "{told:?}");
        assert_eq!(told.very_loose_lines, 0, "{told:?}");
    }
}
