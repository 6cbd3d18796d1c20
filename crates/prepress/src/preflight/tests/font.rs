//! A TrueType font of four glyphs, made for the tests: an empty one, a letter, and two that reach far
//! over their boxes.

/// Rectangles of the glyphs in units of a thousandth of the em: left, low, right, high.
const GLYPHS: [Option<[i16; 4]>; 3] =
    [None, Some([50, 0, 550, 700]), Some([-400, -300, 900, 1200])];

fn shorts(values: &[i16]) -> Vec<u8> {
    values.iter().flat_map(|v| v.to_be_bytes()).collect()
}

fn glyph([left, low, right, high]: [i16; 4]) -> Vec<u8> {
    let mut data = shorts(&[1, left, low, right, high, 3, 0]);
    data.extend([1; 4]);
    data.extend(shorts(&[left, right - left, 0, left - right]));
    data.extend(shorts(&[low, 0, high - low, 0]));
    data
}

/// The font program.
pub fn font() -> Vec<u8> {
    let (mut glyf, mut loca) = (vec![], vec![0_i16]);
    for shape in GLYPHS {
        glyf.extend(shape.map(glyph).unwrap_or_default());
        loca.push((glyf.len() / 2) as i16);
    }
    let mut head = shorts(&[1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000]);
    head.extend([0; 16]);
    head.extend(shorts(&[-400, -300, 1900, 1200, 0, 8, 2, 0, 0]));
    let mut hhea = shorts(&[1, 0, 1200, -300, 0, 900]);
    hhea.extend([0; 22]);
    hhea.extend(shorts(&[4]));
    let mut maxp = shorts(&[1, 0, 4, 4, 1]);
    maxp.extend([0; 22]);
    let hmtx = shorts(&[600, 0, 600, 50, 600, -400, 600, -400]);
    let tables = [
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", shorts(&loca)),
        (b"maxp", maxp),
    ];
    let mut at = 12 + 16 * tables.len();
    let mut directory = shorts(&[1, 0, tables.len() as i16, 64, 2, 32]);
    let mut data = vec![];
    for (tag, mut table) in tables {
        directory.extend(tag.iter());
        directory.extend([0; 4]);
        directory.extend((at as u32).to_be_bytes());
        directory.extend((table.len() as u32).to_be_bytes());
        table.resize(table.len().next_multiple_of(4), 0);
        at += table.len();
        data.extend(table);
    }
    directory.extend(data);
    directory
}
