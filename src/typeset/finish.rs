//! What is done to pages once they stand: joiners go, each glyph shows its own characters, tags and
//! languages are told.
//!
//! Nothing moves and nothing looks otherwise.

use ecow::EcoVec;
use typst::layout::{Frame, FrameItem, Size};
use typst::model::Document;
use typst::text::Lang;
use typst::visualize::Image;
use typst_layout::{Page, PagedDocument};

use super::joiners::{self, HELPERS};
use super::tags::Retagger;
use super::world::TypstWorld;
use super::{marks, resolution};
use crate::compose::markup::Markup;

/// The pages of `markup` as every exporter takes them, with pictures of at most `ppi` pixels an inch; none are touched
/// without it.
pub fn finished(
    document: PagedDocument,
    world: &TypstWorld,
    markup: &Markup,
    ppi: Option<f64>,
) -> PagedDocument {
    let info = Document::info(&document).clone();
    let mut pages: EcoVec<Page> = document.pages().into();
    // Frames that nothing else holds any more are changed in place.
    drop(document);
    let mut finisher = Finisher { retagger: Retagger::new(world, markup), ppi };
    for page in pages.make_mut() {
        finisher.finish(&mut page.frame);
    }
    PagedDocument::new(pages, info)
}

struct Finisher<'a> {
    retagger: Retagger<'a>,
    ppi: Option<f64>,
}

impl Finisher<'_> {
    fn finish(&mut self, frame: &mut Frame) {
        if !self.changes(frame) {
            return;
        }
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) => self.finish(&mut group.frame),
                FrameItem::Tag(tag) => self.retagger.tag(tag),
                FrameItem::Text(text) => {
                    if self.retagger.is_english(text) {
                        (text.lang, text.region) = (Lang::ENGLISH, None);
                    }
                    joiners::strip(text);
                    if marks::any(text) {
                        marks::part(text);
                    }
                }
                FrameItem::Image(image, size, _) => {
                    let small = |ppi| resolution::brought_down(image, *size, ppi);
                    if let Some(small) = self.screen_ppi(image, *size).and_then(small) {
                        *image = small;
                    }
                }
                _ => {}
            }
            true
        });
    }

    /// What an image that a screen may need otherwise is brought down to.
    fn screen_ppi(&self, image: &Image, size: Size) -> Option<f64> {
        self.ppi.filter(|ppi| resolution::may_change(image, size, *ppi))
    }

    /// Whether anything in a frame is to be changed.
    fn changes(&mut self, frame: &Frame) -> bool {
        // All of it is looked at: what begins in one frame may end in another.
        frame.items().fold(false, |changes, (_, item)| {
            let here = match item {
                FrameItem::Group(group) => self.changes(&group.frame),
                FrameItem::Text(text) => {
                    text.text.contains(HELPERS)
                        || marks::any(text)
                        || self.retagger.is_english(text)
                }
                FrameItem::Tag(tag) => self.retagger.changes(tag),
                FrameItem::Image(image, size, _) => self.screen_ppi(image, *size).is_some(),
                _ => false,
            };
            changes | here
        })
    }
}
