//! Forms that are wrong wherever they stand (`forms.txt`), and the publication's own terms.
//!
//! What is right in some context is not looked for: there is no grammar here.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::josa::agreed;
use super::words::is_letter;
use crate::particle::is_particle;

/// Where in an eojeol a form is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Anywhere,
    Start,
    Tail,
    End,
    Whole,
    Exact,
    /// A term of the publication: at the start, and no part of a longer Latin word.
    Term,
}

/// A form and what is written instead.
#[derive(Debug)]
pub struct Form {
    /// What is wrong.
    pub wrong: String,
    /// What is right.
    pub right: String,
    /// The rule it is wrong by; empty for a term.
    pub rule: String,
    at: At,
}

/// Forms by their first letter, the longest first.
#[derive(Debug, Default)]
pub struct Forms(BTreeMap<char, Vec<Form>>);

/// A form in a text.
#[derive(Debug)]
pub struct Hit<'f> {
    /// Which.
    pub form: &'f Form,
    /// Its letters in the text.
    pub range: Range<usize>,
    /// What is to be written for which letters, a particle behind it brought into line; none where that is not sure.
    pub fix: Option<(Range<usize>, String)>,
}

/// The table of forms that are wrong by rule.
pub static WRONG: LazyLock<Forms> = LazyLock::new(|| Forms::of(table()));

fn table() -> Vec<Form> {
    let (mut rule, mut at) = ("", At::Exact);
    let mut forms = vec![];
    for line in include_str!("forms.txt").lines() {
        if let Some(head) = line.strip_prefix('[') {
            let head = head.trim_end_matches(']').split_once(": ");
            let (of, place) = head.expect("a head of the table names a rule and a place");
            (rule, at) =
                (of, place_called(place).expect("a head of the table names a known place"));
        } else if let Some((wrong, right)) = line.split_once(' ').filter(|_| !line.starts_with('#'))
        {
            let [wrong, right] = [wrong, right].map(|form| form.replace('_', " "));
            forms.push(Form { wrong, right, rule: rule.to_string(), at });
        }
    }
    forms
}

fn place_called(name: &str) -> Option<At> {
    Some(match name {
        "anywhere" => At::Anywhere,
        "start" => At::Start,
        "tail" => At::Tail,
        "end" => At::End,
        "whole" => At::Whole,
        "exact" => At::Exact,
        _ => return None,
    })
}

impl Forms {
    fn of(forms: Vec<Form>) -> Self {
        let mut by_first: BTreeMap<char, Vec<Form>> = BTreeMap::new();
        for form in forms {
            let Some(first) = form.wrong.chars().next() else { continue };
            by_first.entry(first).or_default().push(form);
        }
        for forms in by_first.values_mut() {
            forms.sort_by(|a, b| b.wrong.len().cmp(&a.wrong.len()).then(a.wrong.cmp(&b.wrong)));
        }
        Self(by_first)
    }

    /// The terms of a publication: what it does not write, and what it writes instead.
    pub fn terms<'t>(terms: impl Iterator<Item = (&'t str, &'t str)>) -> Self {
        let form = |(wrong, right): (&str, &str)| {
            let (wrong, right) = (wrong.to_string(), right.to_string());
            Form { wrong, right, rule: String::new(), at: At::Term }
        };
        Self::of(terms.map(form).collect())
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Form> {
        self.0.values().flatten()
    }

    /// Those that stand in a text, in order and apart: the first `most` of them.
    pub fn hits(&self, text: &str, most: usize) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit<'_>> = vec![];
        let mut before: Option<char> = None;
        let mut end = 0;
        for (at, c) in text.char_indices() {
            if hits.len() == most {
                break;
            }
            if at >= end
                && let Some(hit) = self.hit(text, at, c, before)
            {
                end = hit.range.end;
                hits.push(hit);
            }
            before = Some(c);
        }
        hits
    }

    fn hit(&self, text: &str, at: usize, first: char, before: Option<char>) -> Option<Hit<'_>> {
        let starts = !before.is_some_and(is_letter);
        let rest = &text[at..];
        let form = self.0.get(&first)?.iter().find(|form| {
            rest.strip_prefix(form.wrong.as_str()).is_some_and(|tail| form.stands(starts, tail))
                && !form.is_written(rest)
        })?;
        let range = at..at + form.wrong.len();
        let tail = hangul(&text[range.end..]);
        let fix = agreed(&form.wrong, &form.right, tail);
        let fix = fix.map(|(taken, written)| (at..range.end + taken, written));
        Some(Hit { form, range, fix })
    }
}

impl Form {
    /// Whether what begins `rest` is what is right, of which the wrong form is a part.
    fn is_written(&self, rest: &str) -> bool {
        self.right.len() > self.wrong.len() && rest.starts_with(&self.right)
    }

    /// Whether it may stand before `tail`, at the start of an eojeol or not.
    fn stands(&self, starts: bool, tail: &str) -> bool {
        let rest = hangul(tail);
        let next = tail.chars().next();
        let ends = !next.is_some_and(is_letter);
        let leans = ends || (!rest.is_empty() && is_particle(rest));
        match self.at {
            At::Anywhere => true,
            At::Start => starts,
            At::Tail => leans,
            At::End => ends,
            At::Whole => starts && leans,
            At::Exact => starts && ends,
            At::Term => {
                let short = self.wrong.chars().filter(|c| c.is_alphanumeric()).count() < 3;
                let latin = |c: char| c.is_ascii_alphanumeric();
                let cut = self.wrong.ends_with(latin) && next.is_some_and(latin);
                starts && !cut && (leans || !short)
            }
        }
    }
}

/// The Hangul that a text begins with, no more of it than particles could be.
fn hangul(text: &str) -> &str {
    const MOST: usize = 12;
    let other =
        |(count, (_, c)): &(usize, (usize, char))| *count == MOST || !('가'..='힣').contains(c);
    let end = text.char_indices().enumerate().find(other);
    end.map_or(text, |(_, (end, _))| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::WRONG;

    #[test]
    fn every_wrong_form_is_found_and_no_right_one_is() {
        assert!(WRONG.count() > 500);
        for form in WRONG.all() {
            let hits = WRONG.hits(&format!("이 {}", form.wrong.trim_start()), 100);
            let found =
                hits.iter().any(|hit| hit.form.wrong.trim_start() == form.wrong.trim_start());
            assert!(found, "{form:?}: {hits:?}");
            let right = WRONG.hits(&form.right, 100);
            assert!(right.is_empty(), "{form:?}: {right:?}");
            assert!(!form.rule.is_empty());
        }
    }

    #[test]
    fn a_particle_is_brought_into_line() {
        let mended = |text: &str| {
            let mut text = text.to_string();
            for hit in WRONG.hits(&text.clone(), 100).into_iter().rev() {
                let (range, piece) = hit.fix.unwrap_or_else(|| panic!("{text}"));
                text.replace_range(range, &piece);
            }
            text
        };
        for (wrong, right) in [
            ("로보트가 케익을 나른다.", "로봇이 케이크를 나른다."),
            ("컨텐츠를 만듬.", "콘텐츠를 만듦."),
            ("네트웍은 컨셉으로, 팀웍이라고 한다", "네트워크는 콘셉트로, 팀워크라고 한다"),
            ("몇 일이 지나서 로보트의 수익율이 늘었다", "며칠이 지나서 로봇의 수익률이 늘었다"),
            ("기업 에서 할수 있는 일", "기업에서 할 수 있는 일"),
        ] {
            assert_eq!(mended(wrong), right);
        }
    }

    #[test]
    fn what_only_looks_alike_is_left_alone() {
        for text in [
            "지역활동을 살찌게 하는 전세계약",
            "그때 마다가스카르에서 몇 일본 기업은",
            "강남비전포럼과 함께요 불타올랐다",
        ] {
            assert!(WRONG.hits(text, 100).is_empty(), "{text}: {:?}", WRONG.hits(text, 100));
        }
    }
}
