//! Finds the levels of list items, by their indentation and the signs they begin with.
//!
//! Exports indent; scans often do not, and tell levels by the sign alone: `○`, below it `-`, below
//! it `·`. Both are read with one stack of open levels.

/// The levels jikji's lists have.
pub const DEEPEST: usize = 3;

/// The open levels of a list under way.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    open: Vec<(usize, char)>,
}

impl Levels {
    /// The level of the next item, from 1; it may be deeper than lists can be.
    pub fn next(&mut self, indent: usize, class: char) -> usize {
        while self.open.last().is_some_and(|(open, _)| *open > indent) {
            self.open.pop();
        }
        let same = |(open, sign): &(usize, char)| *open == indent && *sign == class;
        match self.open.iter().position(same) {
            Some(level) => self.open.truncate(level + 1),
            None => self.open.push((indent, class)),
        }
        self.open.len()
    }

    /// The sign of the outermost level that is open.
    pub fn outermost(&self) -> Option<char> {
        self.open.first().map(|(_, sign)| *sign)
    }

    /// Forgets all levels: the next item begins a list.
    pub fn end(&mut self) {
        self.open.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Levels;

    fn levels(items: &[(usize, char)]) -> Vec<usize> {
        let mut levels = Levels::default();
        items.iter().map(|(indent, class)| levels.next(*indent, *class)).collect()
    }

    #[test]
    fn indentation_tells_levels() {
        assert_eq!(levels(&[(0, '-'), (2, '-'), (4, '-'), (2, '-'), (0, '-')]), [1, 2, 3, 2, 1]);
        assert_eq!(levels(&[(0, '-'), (4, '*'), (1, '-')]), [1, 2, 2]);
    }

    #[test]
    fn signs_tell_levels_where_nothing_is_indented() {
        assert_eq!(levels(&[(0, '○'), (0, '-'), (0, '·'), (0, '-'), (0, '○')]), [1, 2, 3, 2, 1]);
        assert_eq!(levels(&[(0, '-'), (2, '·'), (2, '①'), (2, '·'), (0, '-')]), [1, 2, 3, 2, 1]);
    }
}
