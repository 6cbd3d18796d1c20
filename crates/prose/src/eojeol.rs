//! Where a Korean line may break: eojeol stay whole (KLREQ, line
//! breaking by word).
//!
//! Typst's segmenter (UAX #14) breaks between any two Hangul syllables. [`Joiner`] puts U+2060
//! WORD JOINER wherever it would break and must not (LB11), and nowhere else; the joiners are taken
//! out again before export. Where nothing else lets a long stretch turn it puts U+200B ZERO WIDTH SPACE.
//! It never drops or changes a character of the text.

use std::iter::Peekable;

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};

use super::linebreak::{Class, is_syllable, may_break};
use super::links::Links;
use super::particle;
use super::quantity::{self, Ending};
use super::stretch::{self, Stretch};

/// The character that forbids a break on both its sides.
const JOINER: char = '\u{2060}';
/// The character that allows a break where there is none.
const GAP: char = '\u{200B}';
/// Stands for a note mark in the word it belongs to.
const MARK: char = '\u{FFFC}';
/// How much of an eojeol is remembered from one run to the next.
const MEMORY: usize = 64;
/// More syllables than any particle or ending has.
const ENDING: usize = 8;

/// Joins the runs of one paragraph, in order.
#[derive(Debug, Clone)]
pub struct Joiner {
    limit: usize,
    /// The eojeol so far, as far as it is remembered.
    word: Vec<char>,
    /// How many of its characters are no longer remembered.
    forgotten: usize,
    /// What of it no line may turn in.
    stretch: Stretch,
    /// What stands before the space, if one was just passed.
    before: Option<Before>,
}

/// What the word before a space asks of the word after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Quantity(Ending),
    Sign,
}

impl Joiner {
    /// A joiner that lets an eojeol of more than `limit` characters break.
    pub fn new(limit: usize) -> Self {
        Self { limit, word: vec![], forgotten: 0, stretch: Stretch::default(), before: None }
    }

    /// Forgets what came before: a paragraph, a cell or a forced line begins.
    pub fn reset(&mut self) {
        *self = Self::new(self.limit);
    }

    /// What to write before a note mark, so that it stays with its word; what follows the mark
    /// without a space then stays with the mark.
    pub fn glue(&mut self) -> &'static str {
        if self.word.is_empty() && self.before.is_none() {
            self.word.push(MARK);
            return "";
        }
        self.before = None;
        self.word.push(MARK);
        "\u{2060}"
    }

    /// The next run with its joiners. `open` says that the break before a byte of this run was
    /// allowed on purpose.
    pub fn run(&mut self, text: &str, open: &dyn Fn(usize) -> bool) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let blank = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            if blank > 0 {
                out.push_str(&rest[..blank]);
                self.space();
                at += blank;
                continue;
            }
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            self.piece(&rest[..length], at, open, &mut out);
            at += length;
        }
        out
    }

    /// A space ends the eojeol.
    fn space(&mut self) {
        if !self.word.is_empty() {
            self.before = Some(match quantity::ending(&self.word) {
                _ if is_sign(&self.word) && self.forgotten == 0 => Before::Sign,
                Ending::Plain => Before::Nothing,
                ending => Before::Quantity(ending),
            });
        }
        self.word.clear();
        self.forgotten = 0;
        self.stretch = Stretch::default();
    }

    /// An eojeol, or what this run holds of it.
    fn piece(&mut self, piece: &str, at: usize, open: &dyn Fn(usize) -> bool, out: &mut String) {
        let known = self.word.len();
        self.word.extend(piece.chars());
        let before = self.before.take();
        let links = Links::find(&self.word);
        let long = self.word.len() + self.forgotten > self.limit.saturating_add(links.length());
        let word = Word { chars: &self.word, links, long };
        let mut graphemes = Graphemes::new(piece);
        for (i, (byte, c)) in (known..).zip(piece.char_indices()) {
            let boundary = i > 0 && graphemes.boundary(byte);
            let kept = match i {
                0 => before.is_some_and(|before| stays(before, word.chars)),
                _ => boundary && word.joined(i),
            };
            let needed = boundary
                && (open(at + byte) || self.stretch.turns(word.chars[i - 1], c, self.limit));
            if kept && !needed && !open(at + byte) {
                out.push(JOINER);
            } else if boundary && word.turns(i) && stretch::surely(word.chars[i - 1], c) {
                self.stretch = Stretch::default();
            } else if needed {
                out.push(GAP);
                self.stretch = Stretch::default();
            }
            self.stretch.push(c);
            out.push(c);
        }
        let surplus = self.word.len().saturating_sub(MEMORY);
        self.word.drain(..surplus);
        self.forgotten += surplus;
    }
}

/// The eojeol at hand.
struct Word<'a> {
    chars: &'a [char],
    links: Links,
    long: bool,
}

impl Word<'_> {
    /// Whether the break before character `i` (not the first) must be taken away.
    fn joined(&self, i: usize) -> bool {
        let (before, after) = (self.chars[i - 1], self.chars[i]);
        if before == MARK || after == MARK {
            return true;
        }
        let wanted = self.links.inside(i) || self.natural(i) || (self.long && self.relieved(i));
        !wanted && may_break(Class::of(before), Class::of(after))
    }

    /// Whether a line surely turns before character `i`, unless it is joined: of signs among themselves the pair
    /// rules say too often that it may.
    fn turns(&self, i: usize) -> bool {
        let (before, after) = (self.chars[i - 1], self.chars[i]);
        let syllable = is_syllable(before) || is_syllable(after);
        let free = syllable && may_break(Class::of(before), Class::of(after));
        before != MARK && after != MARK && (free || self.links.inside(i))
    }

    /// After a slash between words, or a hyphen between Latin words.
    fn natural(&self, i: usize) -> bool {
        let sign = self.chars[i - 1];
        if !matches!(sign, '/' | '-' | '‐') {
            return false;
        }
        let left = side(self.chars[..i - 1].iter().rev());
        let right = side(self.chars[i..].iter());
        match sign {
            '/' => left > 0 && right > 0 && left + right > 2 && !self.digits_around(i),
            _ => {
                let latin = |c: &char| c.is_alphabetic() && !is_syllable(*c);
                let ends = [self.chars.get(i.wrapping_sub(2)), self.chars.get(i)];
                ends.into_iter().all(|c| c.is_some_and(latin)) && left > 1 && right > 1
            }
        }
    }

    fn digits_around(&self, i: usize) -> bool {
        let before = i.checked_sub(2).map(|j| self.chars[j]);
        self.chars[i].is_ascii_digit() && before.is_some_and(|c| c.is_ascii_digit())
    }

    /// Where an eojeol too long for a line may break after all; rules 3 and 4 still hold.
    fn relieved(&self, i: usize) -> bool {
        let (before, after) = (Class::of(self.chars[i - 1]), Class::of(self.chars[i]));
        let word = |class| matches!(class, Class::Syllable | Class::Letter);
        let listed = matches!(self.chars[i - 1], ',' | ';' | '·' | '、') && self.chars[i] != '·';
        let between = match (before, after) {
            (Class::Syllable, Class::Syllable) => !self.in_quantity(i) && self.stands_alone(i),
            (Class::Syllable, Class::Letter) => self.chars[i].is_alphabetic(),
            (Class::Letter, Class::Syllable) => {
                self.chars[i - 1].is_alphabetic() && self.stands_alone(i)
            }
            _ => false,
        };
        between || (listed && word(after))
    }

    /// Whether the syllables from `i` on are more than one and no particle.
    fn stands_alone(&self, i: usize) -> bool {
        let run = self.chars[i..].iter().take_while(|&&c| is_syllable(c)).take(ENDING).count();
        run > 1 && !leans_back(&self.chars[i..i + run])
    }

    /// Inside the unit that follows a digit.
    fn in_quantity(&self, i: usize) -> bool {
        let near = i.saturating_sub(8);
        let Some(digit) = self.chars[near..i].iter().rposition(char::is_ascii_digit) else {
            return false;
        };
        let start = near + digit + 1;
        let end = self.chars.len().min(start + 16);
        start < i && i - start < quantity::unit_length(&self.chars[start..end])
    }
}

/// How many letters or digits stand on one side, counted up to two.
fn side<'a>(chars: impl Iterator<Item = &'a char>) -> usize {
    chars.take_while(|c| c.is_alphanumeric()).take(2).count()
}

/// Whether the word after a space stays with the word before it.
fn stays(before: Before, word: &[char]) -> bool {
    let first = word.first().copied().unwrap_or(' ');
    if first == MARK {
        return true;
    }
    let begins_no_line = match first {
        '·' | '%' | '％' | '…' | '~' | '–' | '—' | '”' => true,
        '’' => !word.get(1).is_some_and(char::is_ascii_digit),
        '-' => word.len() == 1,
        _ => false,
    };
    begins_no_line
        || match before {
            Before::Nothing => false,
            Before::Sign => true,
            Before::Quantity(ending) => quantity::continues(ending, word),
        }
}

/// A bullet or a list sign by itself: it never ends a line.
fn is_sign(word: &[char]) -> bool {
    let brackets =
        word.iter().take_while(|c| matches!(c, '(' | '[' | '‘' | '“' | '「' | '『')).count();
    matches!(&word[brackets..], [one] if matches!(one,
        '①'..='⑳' | '㉠'..='㉻' | '⑴'..='⒇' | '△' | '▲' | '▽' | '▼' | '▷' | '▶' | '◁' | '◀' | '☞' | '☛'
        | '●' | '○' | '◎' | '■' | '□' | '◆' | '◇' | '★' | '☆' | '※' | '❖' | '✓' | '✔' | '•' | '▪' | '▫'
        | '◦' | '·' | '*' | '†' | '‡' | '§' | '→' | '⇒' | '➢' | '➔'))
}

/// How many syllables of a word these are, without what leans on it.
fn stem(syllables: &[char]) -> usize {
    match syllables.len() < 2 * ENDING {
        true => particle::stem(&syllables.iter().collect::<String>()),
        false => syllables.len(),
    }
}

/// Whether these syllables are no word of their own but a particle or an ending.
fn leans_back(syllables: &[char]) -> bool {
    syllables.len() < ENDING && particle::leans_back(&syllables.iter().collect::<String>())
}

/// Grapheme boundaries of a piece, asked for in order; plain Korean and English need no look-up.
struct Graphemes<'a> {
    starts: Peekable<GraphemeIndices<'a>>,
    plain: bool,
}

impl<'a> Graphemes<'a> {
    fn new(text: &'a str) -> Self {
        let plain = text.chars().all(|c| matches!(c, '\0'..='\u{2FF}' | '가'..='힣' | '‐'..='※'));
        Self { starts: text.grapheme_indices(true).peekable(), plain }
    }

    fn boundary(&mut self, byte: usize) -> bool {
        if self.plain {
            return true;
        }
        while self.starts.next_if(|(start, _)| *start < byte).is_some() {}
        self.starts.peek().is_some_and(|(start, _)| *start == byte)
    }
}

/// The bytes of an eojeol at which a loose line may be relieved by breaking it: between Hangul
/// syllables, with two or more of a word on either side, particles not counted (rule 2). Words of two
/// syllables make up most compounds, so that an even number of them stays on the line.
pub fn eojeol_breaks(eojeol: &str) -> Vec<usize> {
    breaks(eojeol, &|before, rest| before % 2 == 0 && stem(rest) > 1)
}

/// The same where a line cannot be left as it is: an ending may be cut from its word.
pub fn forced_breaks(eojeol: &str) -> Vec<usize> {
    breaks(eojeol, &|_, rest| !leans_back(rest))
}

/// The bytes of an eojeol at joints, and between syllables that `part` accepts by how many stand before, units of
/// numbers not counted, and which after.
fn breaks(eojeol: &str, part: &dyn Fn(usize, &[char]) -> bool) -> Vec<usize> {
    let all: Vec<(usize, char)> = eojeol.char_indices().collect();
    let chars: Vec<char> = all.iter().map(|&(_, c)| c).collect();
    let links = Links::find(&chars);
    let mut breaks = vec![];
    let mut start = 0;
    while start < chars.len() {
        let run = chars[start..].iter().take_while(|&&c| ('가'..='힣').contains(&c)).count();
        if run >= 4 && !links.inside(start + 1) {
            let counted = start > 0 && chars[start - 1].is_ascii_digit();
            let unit = if counted { quantity::unit_length(&chars[start..start + run]) } else { 0 };
            breaks.extend(
                (start + unit.max(2)..=start + run - 2)
                    .filter(|&i| part(i - start - unit, &chars[i..start + run]))
                    .map(|i| all[i].0),
            );
        }
        start += run.max(1);
    }
    breaks.extend((2..chars.len()).filter(|&i| is_joint(&chars, i)).map(|i| all[i].0));
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}

/// Whether a compound has a joint before its i-th character: after a middle dot, after the tilde between two
/// dates, or where Hangul and Latin meet, with two letters or more of a word on either side and no particle
/// cut off.
fn is_joint(chars: &[char], i: usize) -> bool {
    let (before, after) = (&chars[..i], &chars[i..]);
    let latin = |c: &char| c.is_ascii_alphabetic();
    let syllable = |c: &char| is_syllable(*c);
    let tail =
        |accept: &dyn Fn(&char) -> bool| before.iter().rev().take_while(|c| accept(c)).count();
    let head = |accept: &dyn Fn(&char) -> bool| after.iter().take_while(|c| accept(c)).count();
    let hangul = head(&syllable);
    let whole = hangul >= 2 && stem(&after[..hangul]) > 1;
    match (before[i - 1], after[0]) {
        ('·', _) => {
            let dotted = &before[..i - 1];
            let word = dotted.iter().rev().take_while(|c| syllable(c) || latin(c)).count();
            word >= 2 && (whole || head(&latin) >= 2)
        }
        ('~', first) => first.is_ascii_digit() && before.iter().nth_back(1).is_some_and(syllable),
        (last, first) if latin(&last) && syllable(&first) => {
            let letters = tail(&latin);
            if letters == i && letters > 1 && hangul >= 4 && whole {
                return true;
            }
            let led = before[..i - letters].iter().rev().take_while(|c| syllable(c)).count();
            led >= 2 && whole
        }
        (last, first) if syllable(&last) && latin(&first) => {
            let letters = head(&latin);
            let rest: Vec<char> =
                after[letters..].iter().copied().take_while(|c| is_syllable(*c)).collect();
            tail(&syllable) >= 2 && letters >= 2 && rest.len() >= 2 && !leans_back(&rest)
        }
        _ => false,
    }
}

#[cfg(test)]
mod icu;
#[cfg(test)]
mod tests;
