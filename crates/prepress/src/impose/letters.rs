//! Letters of the marks, drawn as strokes: a few signs need no font in the file.

use crate::pdf::draw::Draw;

/// A glyph: its sign, width and height in units, and its lines of points `xy`, parted by `/`.
const GLYPHS: [(char, f64, f64, &str); 19] = [
    ('0', 4.0, 6.0, "10 30 41 45 36 16 05 01 10"),
    ('1', 3.0, 6.0, "05 16 10"),
    ('2', 4.0, 6.0, "05 16 36 45 44 00 40"),
    ('3', 4.0, 6.0, "06 46 23 33 42 41 30 10 01"),
    ('4', 4.0, 6.0, "30 36 02 42"),
    ('5', 4.0, 6.0, "46 06 03 33 42 41 30 10 01"),
    ('6', 4.0, 6.0, "45 36 16 05 01 10 30 41 42 33 13 02"),
    ('7', 4.0, 6.0, "06 46 10"),
    ('8', 4.0, 6.0, "13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33"),
    ('9', 4.0, 6.0, "01 10 30 41 45 36 16 05 04 13 33 44"),
    ('/', 4.0, 6.0, "00 46"),
    ('-', 4.0, 6.0, "13 33"),
    ('.', 1.0, 6.0, "00 01 11 10 00"),
    ('+', 4.0, 6.0, "21 25/03 43"),
    ('대', 9.0, 9.0, "48 08 02 42/69 60/99 90/65 95"),
    ('앞', 9.0, 9.0, "19 39 48 46 35 15 06 08 19/79 65 75 74/77 97/13 83/33 30/63 60/10 80"),
    ('뒷', 9.0, 9.0, "49 09 06 46/05 65/35 33/89 83/42 10/42 70"),
    ('쪽', 9.0, 9.0, "09 39/29 06/18 36/59 89/79 56/68 86/45 44/04 84/12 72 70"),
    ('면', 9.0, 9.0, "09 04 54 59 09/89 83/58 88/55 85/12 10 80"),
];
/// Width of a space and between letters, units of the digits' grid.
const SPACE: f64 = 3.0;
const GAP: f64 = 1.6;

/// Strokes `text` from `x`, `y` on, `height` pt high; signs it does not know leave a space. Returns
/// the width, pt.
pub fn write(draw: &mut Draw, text: &str, x: f64, y: f64, height: f64) -> f64 {
    let mut at = x;
    for sign in text.chars() {
        let Some((_, width, units, lines)) = GLYPHS.iter().find(|glyph| glyph.0 == sign) else {
            at += (SPACE + GAP) * height / 6.0;
            continue;
        };
        let scale = height / units;
        for line in lines.split('/') {
            for (index, point) in line.split(' ').enumerate() {
                let mut digits = point.bytes().map(|digit| f64::from(digit.saturating_sub(b'0')));
                let (px, py) = (digits.next().unwrap_or(0.0), digits.next().unwrap_or(0.0));
                let operator = if index == 0 { "m" } else { "l" };
                draw.op(&[at + px * scale, y + py * scale], operator);
            }
        }
        draw.op(&[], "S");
        at += width * scale + GAP * height / 6.0;
    }
    at - x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_stay_inside_their_boxes() {
        for (sign, width, units, lines) in GLYPHS {
            for point in lines.split(['/', ' ']) {
                let xy: Vec<f64> = point.bytes().map(|d| f64::from(d - b'0')).collect();
                assert!(xy.len() == 2 && xy[0] <= width && xy[1] <= units, "{sign} {point}");
            }
        }
    }

    #[test]
    fn only_strokes_are_drawn() {
        let mut draw = Draw::default();
        let width = write(&mut draw, "1/6대 앞 24-1쪽", 0.0, 0.0, 6.0);
        assert!(width > 40.0);
        let content = draw.finish();
        assert!(content.lines().all(|line| line.ends_with([' ', 'm', 'l', 'S'])));
    }
}
