//! The markup of a printed number: the screen's, with the pages that fill its last sheet.
//!
//! Only filler pages are added, before the layout's last back module, which is the back cover; not a
//! letter of what stands there already is written anew, so lines break as they did.

use super::markup::Markup;
use crate::layout::spec::Layout;

/// A page with nothing on it, for layouts that have no fillers of their own.
const BARE: &str = "#page(header: none, footer: none, background: none, foreground: none, \
                    numbering: none, fill: none)[]";

/// Adds `count` filler pages to a finished markup.
pub fn fill(markup: &Markup, layout: &Layout, count: usize) -> Markup {
    let mut added = String::new();
    for index in 0..count {
        // The last filler serves again and again.
        match layout.fill.get(index).or(layout.fill.last()) {
            Some(module) => {
                added.push_str(&format!(
                    "#{module}(issue, label: <fill-{}>)

",
                    index + 1
                ));
            }
            None => added.push_str(&format!(
                "{BARE}

"
            )),
        }
    }
    let back = (!layout.back.is_empty()).then(|| markup.calls.last()).flatten();
    let at = back.map_or(markup.text.len(), |call| call.start);
    let mut filled = markup.clone();
    filled.insert(at, &added);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::clusters::ClusterFonts;
    use crate::compose::markup::{LineAdjustments, WORD_JOINER};
    use crate::compose::writer::Writer;
    use crate::layout;
    use jikji_diagnostic::source::{Sources, Span};

    fn spri_brief() -> Layout {
        layout::find(std::path::Path::new("."), "spri-brief", &mut Sources::default())
            .expect("the built-in layout is sound")
    }

    fn markup() -> Markup {
        let mut sources = Sources::default();
        let file = sources.add("issue.toml", "앞뒤");
        let adjustments = LineAdjustments::default();
        let fonts = ClusterFonts::default();
        let mut writer = Writer::new(&fonts, &adjustments, None);
        for (text, range) in [("앞", 0..3), ("뒤", 3..6)] {
            writer.begin_call(None);
            writer.code("#f[");
            writer.run(text, Span::new(file, range));
            writer.code("]");
            writer.end_call();
            writer.code("\n");
        }
        writer.finish()
    }

    #[test]
    fn fillers_stand_before_the_back_cover_and_move_no_run() {
        let filled = fill(&markup(), &spri_brief(), 3);
        let plain = |text: &str| text.replace(WORD_JOINER, "");
        assert_eq!(
            plain(&filled.text),
            "#f[앞]\n#notes(issue, label: <fill-1>)\n\n#blank(issue, label: <fill-2>)\n\n\
             #blank(issue, label: <fill-3>)\n\n#f[뒤]\n"
        );
        let runs = filled.runs.iter().map(|run| run.range.clone());
        let runs: Vec<_> = runs.map(|range| plain(&filled.text[range])).collect();
        assert_eq!(runs, ["앞", "뒤"]);
        let calls = filled.calls.iter().map(|call| plain(&filled.text[call.clone()]));
        assert_eq!(calls.collect::<Vec<_>>(), ["#f[앞]", "#f[뒤]"]);
    }

    #[test]
    fn a_layout_without_fillers_gets_bare_pages() {
        let layout = Layout { fill: vec![], ..spri_brief() };
        let filled = fill(&markup(), &layout, 1);
        assert!(filled.text.contains("#page(header: none"));
        assert_eq!(fill(&markup(), &layout, 0).text, markup().text);
    }
}
