//! Markup in full-width signs, as Korean and Japanese keyboards give them: it is printed as it stands.

use std::ops::Range;

use crate::findings::Findings;
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Edit;

/// The most of a line that is looked at for one finding.
const REACH: usize = 400;

/// Tells the full-width markup of a stretch of `value`.
pub fn report(value: &str, range: Range<usize>, findings: &mut Findings) {
    let mut seen = range.start;
    for (at, c) in value[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        if at < seen || !matches!(c, '＊' | '［' | '！') {
            continue;
        }
        let Some((end, signs)) = markup(value, at) else { continue };
        seen = end;
        let edits: Option<Vec<Edit>> = signs
            .iter()
            .map(|sign| findings.edit(sign.clone(), &ordinary(&value[sign.clone()])))
            .collect();
        let sign = &value[signs[0].clone()];
        let diagnostic = Diagnostic::at(messages::FULLWIDTH, findings.place(at..end));
        let diagnostic = diagnostic.arg("sign", sign).arg("instead", ordinary(sign));
        findings.push(diagnostic.fix(edits));
        findings.take(at..end);
    }
}

/// The end of the markup at a byte, and the signs of it that are full-width.
fn markup(value: &str, at: usize) -> Option<(usize, Vec<Range<usize>>)> {
    let near = value.floor_char_boundary((at + REACH).min(value.len()));
    let line = value[at..near].split('\n').next().unwrap_or_default();
    let stars = line.len() - line.trim_start_matches('＊').len();
    if stars > 0 {
        let end = at + stars;
        return (stars > '＊'.len_utf8()).then(|| (end, std::iter::once(at..end).collect()));
    }
    let open = line.find('［').filter(|open| *open == 0 || line[..*open] == *"！")?;
    let close = open + line[open..].find(['］', ']'])?;
    let mark = line[open..].trim_start_matches('［').starts_with(['^', '＾']);
    let after = close + line[close..].chars().next().map_or(0, char::len_utf8);
    let mut end = after;
    if !mark {
        let address = line[after..].strip_prefix(['(', '（'])?;
        let known = ["http://", "https://", "www.", "mailto:"];
        if open == 0 && !known.iter().any(|scheme| address.starts_with(scheme)) {
            return None;
        }
        end = line.len() - address.len();
        end += address.find([')', '）'])?;
        end += line[end..].chars().next().map_or(0, char::len_utf8);
    }
    let wide = |(_, c): &(usize, char)| "！［］（）＾".contains(*c);
    let inner = if mark { open..end } else { 0..end };
    let signs = line[inner.clone()].char_indices().filter(wide);
    let signs = signs.map(|(i, c)| at + inner.start + i..at + inner.start + i + c.len_utf8());
    let signs: Vec<_> = signs.collect();
    (!signs.is_empty()).then_some((at + end, signs))
}

/// Full-width signs as ordinary ones (Unicode Character Database, `<wide>`).
fn ordinary(signs: &str) -> String {
    let one = |c: char| match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    signs.chars().map(one).collect()
}
