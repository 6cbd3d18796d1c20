//! Which level a line stands at, by its indentation and by the order of signs that offices keep.
//!
//! A box, a circle or a diamond has one level in a text, however its lines are indented; dashes, dots and numbers
//! stand where their indentation puts them.

/// Signs, the outermost first; none of a row stands above another of it by its shape alone.
const RANKS: [&str; 5] = ["■▣◈", "□◆❏❑❒", "◇", "○●◎◉", "-·▪▫"];

/// Those that may stand at several levels.
const ANY_LEVEL: usize = 4;

/// The levels that are open, the outermost first: indentation and sign.
#[derive(Default)]
pub struct Open(Vec<(usize, char)>);

impl Open {
    /// The level of the next line, from 1.
    pub fn next(&mut self, indent: usize, class: char) -> usize {
        let known = self.0.iter().position(|(_, sign)| *sign == class).filter(|_| is_single(class));
        if let Some(at) = known {
            self.0.truncate(at + 1);
            return at + 1;
        }
        while self.0.last().is_some_and(|(open, sign)| *open > indent && !outranks(*sign, class)) {
            self.0.pop();
        }
        let here = |(open, _): &(usize, char)| *open == indent;
        let first = self.0.iter().position(here);
        let same = self.0.iter().position(|open| *open == (indent, class));
        match (same, first) {
            (Some(level), _) => self.0.truncate(level + 1),
            // No sign stands below one that it outranks.
            (None, Some(first)) if outranks(class, self.0[first].1) => {
                self.0.truncate(first);
                self.0.push((indent, class));
            }
            _ => self.0.push((indent, class)),
        }
        self.0.len()
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
