//! Running text: a flat row of runs that know which blocks they came from.

use std::ops::Range;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Text as a reader sees it.
    Text(String),
    /// The start or the end of emphasis. Never nested.
    Emphasis {
        /// Strong emphasis.
        strong: bool,
        /// Start or end.
        open: bool,
    },
    /// The start of a link to an address that was checked.
    Link(String),
    /// Its end.
    LinkEnd,
    /// A line break.
    Break,
    /// What may be the mark of a note: its label, and how it reads.
    Mark {
        /// `*`, `**`, `†`, `1`.
        label: String,
        /// As it reads in the text.
        raw: String,
        /// Whether it can only be a mark, so that a missing note is asked about.
        sure: bool,
        /// Whether the file says that it is the sign itself, or a mark, and no notation of its own.
        plain: bool,
    },
    /// A mark that has its note, by the note's number.
    Note(usize),
}

impl Run {
    /// What a reader sees of it.
    fn shown(&self) -> &str {
        match self {
            Self::Text(text) | Self::Mark { raw: text, .. } => text,
            Self::Break => "\n",
            _ => "",
        }
    }
}

/// Running text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Runs {
    /// Its pieces.
    pub list: Vec<Run>,
    /// The blocks it came from.
    pub lines: Vec<usize>,
}

impl Runs {
    /// Plain text from some blocks, blanks put together.
    pub fn plain_text(text: &str, lines: &[usize]) -> Self {
        let text = together(text);
        let list = if text.is_empty() { vec![] } else { vec![Run::Text(text)] };
        Self { list, lines: lines.to_vec() }
    }

    /// The letters alone, blanks as they are and a line break as a line end.
    pub fn text(&self) -> String {
        self.list.iter().map(Run::shown).collect()
    }

    /// The letters alone, blanks put together.
    pub fn plain(&self) -> String {
        together(&self.text())
    }

    /// The same runs as one plain text.
    pub fn flat(&self) -> Self {
        Self::plain_text(&self.text(), &self.lines)
    }

    /// Whether a reader would see nothing.
    pub fn is_empty(&self) -> bool {
        self.list.iter().all(|run| match run {
            Run::Text(text) => text.trim().is_empty(),
            Run::Mark { .. } | Run::Note(_) => false,
            _ => true,
        })
    }

    /// The block its first words came from.
    pub fn line(&self) -> Option<usize> {
        self.lines.first().copied()
    }

    /// The address of its first link.
    pub fn address(&self) -> Option<&str> {
        self.list.iter().find_map(|run| match run {
            Run::Link(url) => Some(url.as_str()),
            _ => None,
        })
    }

    /// Adds more words, after a line break.
    pub fn append(&mut self, more: Self) {
        let parted = !self.is_empty() && !more.is_empty();
        self.join(more, parted.then_some(Run::Break));
    }

    /// Adds more words after what stands between.
    pub fn join(&mut self, more: Self, between: Option<Run>) {
        self.list.extend(between);
        self.list.extend(more.list);
        self.lines.extend(more.lines);
    }

    /// Makes marks say themselves, where no note may be.
    pub fn without_marks(mut self) -> Self {
        for run in &mut self.list {
            if let Run::Mark { raw, .. } = run {
                *run = Run::Text(std::mem::take(raw));
            }
        }
        self
    }

    /// The same in one line.
    pub fn without_breaks(mut self) -> Self {
        for run in self.list.iter_mut().filter(|run| **run == Run::Break) {
            *run = Run::Text(" ".into());
        }
        self
    }

    /// The runs of a range of [`Self::text`], in bytes. A mark that is cut is text.
    pub fn cut(&self, range: Range<usize>) -> Self {
        let (mut list, mut at) = (vec![], 0);
        for run in &self.list {
            let shown = run.shown();
            let span = range.start.max(at)..range.end.min(at + shown.len());
            let whole = span.len() == shown.len();
            if shown.is_empty() && (range.start..=range.end).contains(&at)
                || !shown.is_empty() && whole
            {
                list.push(run.clone());
            } else if !span.is_empty() {
                list.push(Run::Text(shown[span.start - at..span.end - at].to_string()));
            }
            at += shown.len();
        }
        Self { list, lines: self.lines.clone() }.sound()
    }

    /// The same without emphasis and links that do not begin, do not end or hold nothing.
    pub fn sound(mut self) -> Self {
        let mut gone = vec![false; self.list.len()];
        let (mut emphasis, mut link) = (None, None);
        for (index, run) in self.list.iter().enumerate() {
            let (open, opens) = match run {
                Run::Emphasis { open, .. } => (&mut emphasis, *open),
                Run::Link(_) => (&mut link, true),
                Run::LinkEnd => (&mut link, false),
                _ => continue,
            };
            let before = open.take();
            match (opens, before) {
                (true, before) => {
                    *open = Some(index);
                    before.into_iter().for_each(|first: usize| gone[first] = true);
                }
                (false, None) => gone[index] = true,
                (false, Some(first)) => {
                    // What holds nothing is not worth its marks.
                    let empty =
                        self.list[first..index].iter().all(|run| run.shown().trim().is_empty());
                    (gone[first], gone[index]) = (empty, empty);
                }
            }
        }
        emphasis.into_iter().chain(link).for_each(|first| gone[first] = true);
        let mut gone = gone.into_iter();
        self.list.retain(|_| gone.next() != Some(true));
        self
    }
}

fn together(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Run, Runs};

    fn runs() -> Runs {
        let emphasis = |open| Run::Emphasis { strong: true, open };
        let text = |text: &str| Run::Text(text.to_string());
        let list = vec![text("가 "), emphasis(true), text("나다"), emphasis(false), text(" 라")];
        Runs { list, lines: vec![0] }
    }

    #[test]
    fn a_cut_keeps_what_is_whole() {
        let runs = runs();
        assert_eq!(runs.text(), "가 나다 라");
        assert_eq!(runs.cut(0..runs.text().len()), runs);
        let marks = |range| runs.cut(range).list.len();
        // `나다` with its emphasis, `가 나` with half of it, `라` with none.
        assert_eq!((marks(4..10), marks(0..7), marks(11..14)), (3, 2, 1));
        assert_eq!(runs.cut(0..7).text(), "가 나");
        assert_eq!(runs.cut(4..4).list, []);
    }

    #[test]
    fn a_mark_that_is_cut_is_text() {
        let (label, raw) = ("1".to_string(), "[^1]".to_string());
        let mark = Run::Mark { label, raw, sure: true, plain: true };
        let runs = Runs { list: vec![mark], lines: vec![0] };
        assert_eq!(runs.cut(2..4).list, [Run::Text("1]".to_string())]);
    }
}
