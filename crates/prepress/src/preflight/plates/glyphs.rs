//! Which codes of a simple font show no glyph of its program, asked of the renderer itself.

use hayro::hayro_interpret::font::Glyph;
use lopdf::Dictionary;

use super::super::file::File;
use super::shown::show;

/// The codes of one byte that show `.notdef`, and whether that is seen; none if the font is not drawn.
pub(in super::super) fn undefined(file: &File, font: &Dictionary) -> Option<(Vec<u32>, bool)> {
    let text: String = (0..=255).map(|code| format!("{code:02X}")).collect();
    let (mut codes, mut undefined, mut seen, mut sound) = (0.., vec![], false, true);
    show(file, font, &text, |glyph, _| {
        let Some(glyph) = glyph else { return };
        let code = codes.next();
        match glyph {
            Glyph::Outline(outline) if outline.glyph_id().to_u32() == 0 => {
                seen |= !outline.outline().elements().is_empty();
                undefined.extend(code);
            }
            Glyph::Outline(_) => {}
            Glyph::Type3(_) => sound = false,
        }
    })?;
    let all = codes.start == 256 && undefined.len() < 256;
    (sound && all).then_some((undefined, seen))
}
