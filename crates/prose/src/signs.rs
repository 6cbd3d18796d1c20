//! Signs that word processors and Korean keyboards give for a common one.
//!
//! It looks at a sign and its neighbours, once characters are in order; what a sign means as markup is no
//! business of its own.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::findings::Findings;
use crate::messages;
use jikji_diagnostic::source::{Edit, Text};
use jikji_diagnostic::{Arg, Diagnostic, code_point};

/// The text with a common sign wherever another stood for it, each told.
pub fn settle<'a>(text: Cow<'a, Text>, out: &mut Vec<Diagnostic>) -> Cow<'a, Text> {
    if !text.value.contains(is_candidate) {
        return text;
    }
    let found: Vec<(usize, char, char)> = replacements(&text.value);
    if found.is_empty() {
        return text;
    }
    let mut findings = Findings::new(&text, out);
    for &(at, from, to) in &found {
        let range = at..at + from.len_utf8();
        let edit = findings.edit(range.clone(), to.encode_utf8(&mut [0; 4]));
        let finding = Diagnostic::at(messages::SIGN, findings.place(range))
            .arg("from", from)
            .arg("code", code_point(from))
            .arg("to", to)
            .arg("count", 1u32)
            .fix(edit.map(|edit| vec![edit]));
        findings.push(finding);
    }
    let mut found = found.into_iter().peekable();
    let sign = |at| found.next_if(|(place, ..)| *place == at).map(|(.., to)| to);
    Cow::Owned(crate::characters::replaced(&text, sign))
}

/// Tells of each sign once, at its first place, with how often it stands in all these findings and what to write
/// at each.
pub fn once(told: &mut Vec<Diagnostic>) {
    let from = |found: &Diagnostic| match found.args.first() {
        Some((_, Arg::Text(sign))) if found.message == messages::SIGN => Some(sign.clone()),
        _ => None,
    };
    let mut all: BTreeMap<String, (u64, Vec<Edit>)> = BTreeMap::new();
    for found in told.iter() {
        let Some(sign) = from(found) else { continue };
        let (count, edits) = all.entry(sign).or_default();
        *count += 1;
        edits.extend(found.fix.iter().cloned());
    }
    told.retain_mut(|found| {
        let Some(sign) = from(found) else { return true };
        let Some((count, edits)) = all.remove(&sign) else { return false };
        found.fix = edits.into();
        for (_, value) in found.args.iter_mut().filter(|(name, _)| *name == "count") {
            *value = Arg::Count(count);
        }
        true
    });
}

fn is_candidate(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            c,
            '∼' | '～' | '〜' | '˜' | '∙' | '․' | '‧' | '・' | 'ㆍ' | '⋅' | '‐' | '‑' | '⋯'
        )
}

/// Where signs stand for others, and for which.
fn replacements(value: &str) -> Vec<(usize, char, char)> {
    let mut before = Neighbours::default();
    let mut found = vec![];
    let mut chars = value.char_indices();
    while let Some((at, c)) = chars.next() {
        if is_candidate(c) {
            let mut after = Neighbours::default();
            let rest = chars.as_str().chars();
            // Past this many blanks no number belongs to the sign.
            rest.take(8).for_each(|c| after.first(c));
            found.extend(common(c, before, after).map(|to| (at, c, to)));
        }
        before.last(c);
    }
    found
}

/// The nearest characters on one side of a sign.
#[derive(Debug, Clone, Copy, Default)]
struct Neighbours {
    /// The nearest one.
    next: Option<char>,
    /// The nearest that is no blank.
    word: Option<char>,
}

impl Neighbours {
    /// Goes on away from the sign. What was refused (U+FFFD) is as if it were not there.
    fn first(&mut self, c: char) {
        if c != '\u{FFFD}' {
            self.next = self.next.or(Some(c));
            self.word = self.word.or((!c.is_whitespace()).then_some(c));
        }
    }

    /// Goes on towards the sign.
    fn last(&mut self, c: char) {
        if c != '\u{FFFD}' {
            self.next = Some(c);
            self.word = if c.is_whitespace() { self.word } else { Some(c) };
        }
    }

    fn touches(self) -> bool {
        self.next.is_some_and(|c| !c.is_whitespace())
    }

    fn counts(self) -> bool {
        self.word.is_some_and(|c| c.is_ascii_digit() || ('가'..='힣').contains(&c))
    }

    fn is_formula(self) -> bool {
        self.word
            .is_some_and(|c| c.is_alphanumeric() && !is_candidate(c) && !('가'..='힣').contains(&c))
    }
}

/// The common sign that `c` stands for between its neighbours.
fn common(c: char, before: Neighbours, after: Neighbours) -> Option<char> {
    match c {
        // Similarity between two letters is mathematics; a range has a number or a word.
        '∼' | '～' | '〜' | '˜' => (before.counts() || after.counts()).then_some('~'),
        // At the head of a line it is a bullet, by itself a letter or an example.
        '∙' | '․' | '‧' | '・' | 'ㆍ' => {
            (before.touches() && after.touches()).then_some('·')
        }
        '⋅' => {
            let product = before.is_formula() || after.is_formula();
            (before.touches() && after.touches() && !product).then_some('·')
        }
        // By itself it would begin a list.
        '‐' | '‑' => (before.touches() && after.touches()).then_some('-'),
        '⋯' => Some('…'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jikji_diagnostic::source::Sources;
    use proptest::prelude::*;

    fn settled(value: &str) -> (String, usize) {
        let file = Sources::default().add("a.md", value);
        let text = Text::verbatim(value.into(), file, 0);
        let mut out = vec![];
        let settled = settle(Cow::Borrowed(&text), &mut out).value.clone();
        (settled, out.len())
    }

    #[test]
    fn a_sign_for_another_becomes_it() {
        for (from, to) in [
            ("6. 30.∼7. 2.", "6. 30.~7. 2."),
            ("3～5배, 월〜금", "3~5배, 월~금"),
            ("남∙북, 경제ㆍ사회, 산․학", "남·북, 경제·사회, 산·학"),
            ("AI‐기반, AI‑기반", "AI-기반, AI-기반"),
            ("그래서⋯", "그래서…"),
        ] {
            assert_eq!(settled(from).0, to);
        }
    }

    #[test]
    fn a_sign_that_means_itself_stays() {
        for text in ["A∼B", "a ⋅ b", "x⋅y", "아래아 ㆍ 는", "∙ 항목", "−5도", "가·나"]
        {
            assert_eq!(settled(text), (text.to_string(), 0));
        }
    }

    #[test]
    fn each_sign_is_told_once() {
        let file = Sources::default().add("a.md", "1∼2 3∼4 가∙나");
        let text = Text::verbatim("1∼2 3∼4 가∙나".into(), file, 0);
        let mut out = vec![];
        settle(Cow::Borrowed(&text), &mut out);
        once(&mut out);
        let told: Vec<_> = out.iter().map(|d| d.text(jikji_diagnostic::Lang::En)).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("2 places") && told[1].contains("1 place"), "{told:?}");
    }

    proptest! {
        #[test]
        fn it_settles_at_once(text in "[가나ab12 .()∼～〜˜∙․‧・ㆍ⋅‐‑⋯~·\u{FFFD}-]{0,16}") {
            let (once, _) = settled(&text);
            prop_assert_eq!(settled(&once), (once.clone(), 0));
        }
    }
}
