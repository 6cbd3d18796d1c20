//! Which level a line stands at, by its indentation and by the order of signs that offices keep.
//!
//! A box, a circle or a diamond has one level in a text, however its lines are indented; dashes, dots and numbers
//! stand where their indentation puts them.

/// Signs, the outermost first; none of a row stands above another of it by its shape alone.
const RANKS: [&str; 5] = ["■▣◈", "□◆❏❑❒", "◇", "○●◎◉", "-·▪▫"];

/// Those that may stand at several levels.
const ANY_LEVEL: usize = 4;

/// The levels of a text.
#[derive(Default)]
pub struct Open {
    /// Those that are open, the outermost first: indentation and sign.
    open: Vec<(usize, char)>,
    /// The signs that have one level each, and how many stand above them.
    single: Vec<(char, usize)>,
}

impl Open {
    /// What was open ends with a subhead or a paragraph.
    pub fn close(&mut self) {
        self.open.clear();
    }

    /// The level of the next line, from 1.
    pub fn next(&mut self, indent: usize, class: char) -> usize {
        let known = self.open.iter().position(|(_, sign)| *sign == class);
        if let Some(at) = known.filter(|_| is_single(class)) {
            self.open.truncate(at + 1);
            return at + 1;
        }
        if let Some((_, level)) = self.single.iter().find(|(sign, _)| *sign == class) {
            let above = self.open.iter().rposition(|(_, sign)| outranks(*sign, class));
            self.open.truncate(above.map_or(*level, |above| (above + 1).max(*level)));
            self.open.push((indent, class));
            return self.open.len();
        }
        while self.open.last().is_some_and(|(open, sign)| *open > indent && !outranks(*sign, class))
        {
            self.open.pop();
        }
        let here = |(open, _): &(usize, char)| *open == indent;
        let first = self.open.iter().position(here);
        let same = self.open.iter().position(|open| *open == (indent, class));
        match (same, first) {
            (Some(level), _) => self.open.truncate(level + 1),
            // No sign stands below one that it outranks.
            (None, Some(first)) if outranks(class, self.open[first].1) => {
                self.open.truncate(first);
                self.open.push((indent, class));
            }
            _ => self.open.push((indent, class)),
        }
        if is_single(class) {
            self.single.push((class, self.open.len() - 1));
        }
        self.open.len()
    }
}

fn rank(sign: char) -> Option<usize> {
    RANKS.iter().position(|signs| signs.contains(sign))
}

fn is_single(sign: char) -> bool {
    rank(sign).is_some_and(|rank| rank < ANY_LEVEL)
}

/// Whether a sign stands above another where offices write: `□` above `○`, `○` above dashes and dots.
fn outranks(sign: char, other: char) -> bool {
    matches!((rank(sign), rank(other)), (Some(own), Some(other)) if own < other)
}
