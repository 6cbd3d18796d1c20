//! Writes content stream operators (PDF annex A); numbers to a thousandth of a point.

use std::fmt::Write as _;

use super::geometry::Rect;

/// A Bézier's share of the radius for a quarter circle.
const KAPPA: f64 = 0.552_284_75;

/// A content stream that is being written.
#[derive(Debug, Clone, Default)]
pub struct Draw(String);

impl Draw {
    /// What was written.
    pub fn finish(self) -> String {
        self.0
    }

    /// Appends another stream's operators.
    pub fn append(&mut self, other: Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// An operator with its numbers.
    pub fn op(&mut self, numbers: &[f64], operator: &str) -> &mut Self {
        for number in numbers {
            self.0.push_str(&short(*number));
            self.0.push(' ');
        }
        self.0.push_str(operator);
        self.0.push('\n');
        self
    }

    /// An operator with a name before it.
    pub fn named(&mut self, name: &str, operator: &str) -> &mut Self {
        let _ = writeln!(self.0, "/{name} {operator}");
        self
    }

    /// Draws form `name` moved to `x`, `y` and scaled.
    pub fn form(&mut self, name: &str, x: f64, y: f64, scale: f64) -> &mut Self {
        self.op(&[], "q").op(&[scale, 0.0, 0.0, scale, x, y], "cm");
        self.named(name, "Do").op(&[], "Q")
    }

    /// Strokes a line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64)) -> &mut Self {
        self.op(&[from.0, from.1], "m").op(&[to.0, to.1], "l").op(&[], "S")
    }

    /// Appends a rectangle to the path.
    pub fn rect(&mut self, rect: Rect) -> &mut Self {
        self.op(&[rect[0], rect[1], rect[2] - rect[0], rect[3] - rect[1]], "re")
    }

    /// Appends a circle to the path, from its right and left about.
    pub fn circle(&mut self, (x, y): (f64, f64), radius: f64) -> &mut Self {
        let k = radius * KAPPA;
        self.op(&[x + radius, y], "m");
        self.op(&[x + radius, y + k, x + k, y + radius, x, y + radius], "c");
        self.op(&[x - k, y + radius, x - radius, y + k, x - radius, y], "c");
        self.op(&[x - radius, y - k, x - k, y - radius, x, y - radius], "c");
        self.op(&[x + k, y - radius, x + radius, y - k, x + radius, y], "c")
    }

    /// Dash pattern: on and off, pt; none for a solid line.
    pub fn dash(&mut self, dash: Option<f64>) -> &mut Self {
        match dash {
            Some(pt) => writeln!(self.0, "[{0} {0}] 0 d", short(pt)),
            None => writeln!(self.0, "[] 0 d"),
        }
        .ok();
        self
    }
}

fn short(number: f64) -> String {
    let text = format!("{number:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_plain() {
        assert_eq!(
            [1.0, -0.0001, 0.25, 595.2756, 100.0].map(short).join(" "),
            "1 0 0.25 595.276 100"
        );
    }
}
