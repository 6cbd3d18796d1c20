//! Finds the closing lines of an issue (home page, contact, address, publisher) and makes the
//! colophon of them.
//!
//! They are looked for from the end of the file upwards, as far as each line is of their kind.

use jikji_prose::period::Date;

use crate::draft::Colophon;
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger, Runs};
use crate::target::{Back, Field};
use crate::text::{address, dates, vocabulary};

/// The longest closing line, in characters.
const LONGEST: usize = 300;
/// Lines of another kind between a table of events and the closing lines.
const BETWEEN: usize = 6;
/// Closing lines at most.
const MOST: usize = 40;

/// What a closing line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Homepage,
    Contact,
    Address,
    Publisher,
    Notice,
}

/// What the closing lines say.
#[derive(Debug, Default)]
pub struct Closing {
    /// The back cover.
    pub colophon: Colophon,
    /// The publisher, where the lines name one; without a line if the words stand elsewhere too.
    pub publisher: Option<Runs>,
    /// The day of publication and its line, where they name it.
    pub published: Option<(Date, usize)>,
}

/// Reads the closing lines and takes them out of the blocks.
pub fn read(blocks: &mut Blocks, fields: &Back<'_>, ledger: &mut Ledger) -> Closing {
    let lines = find(blocks);
    let mut closing = Closing::default();
    for index in &lines {
        closing.line(blocks, *index, fields, ledger);
    }
    blocks.settle(lines);
    closing
}

impl Closing {
    /// Reads one more line.
    fn line(&mut self, blocks: &Blocks, index: usize, fields: &Back<'_>, ledger: &mut Ledger) {
        let runs = blocks.take(index, ledger);
        let text = blocks.lines[index].words();
        let class = class(text).unwrap_or(Class::Notice);
        if self.published.is_none() && vocabulary::is_published(text) {
            let date = dates::all(text).into_iter().find_map(|found| found.date);
            self.published = date.map(|date| (date, index));
        }
        match class {
            Class::Homepage if self.colophon.homepage.is_none() && fields.homepage.is_some() => {
                match homepage(runs) {
                    Some((url, written)) => {
                        if url != written {
                            let args = [("text", written), ("url", url.clone())];
                            ledger.ask(Ask::Address, index, args);
                        }
                        ledger.changed(index, Why::Label, &runs.plain(), &url);
                        self.colophon.homepage = Some((url, index));
                    }
                    None => self.contact(runs, fields, ledger),
                }
            }
            Class::Address
                if self.colophon.address.len() < fields.address.map_or(0, Field::room) =>
            {
                self.colophon.address.push(runs.clone());
            }
            Class::Publisher if self.publisher.is_none() => {
                self.publisher(runs, index, fields, ledger)
            }
            _ => self.contact(runs, fields, ledger),
        }
    }

    /// More lines than the layout has fields for go on in one paragraph.
    fn contact(&mut self, words: &Runs, fields: &Back<'_>, ledger: &mut Ledger) {
        let colophon = &mut self.colophon;
        match (fields.contact, fields.address, words.line()) {
            (Some(_), ..) => colophon.contact.get_or_insert_default().append(words.clone()),
            (None, Some(_), _) => match colophon.address.last_mut() {
                Some(last) => last.append(words.clone()),
                None => colophon.address.push(words.clone()),
            },
            (None, None, Some(line)) => {
                ledger.left_out(line, Why::NoField, &words.text());
                ledger.ask(Ask::NoField, line, [("text", words.plain())]);
            }
            (None, None, None) => {}
        }
    }

    /// `발행처 : 이름`; where the line says more, it is kept whole as well.
    fn publisher(&mut self, runs: &Runs, index: usize, fields: &Back<'_>, ledger: &mut Ledger) {
        let text = &runs.text();
        let Some(label) = vocabulary::publisher(text) else { return };
        let rest = &text[label..];
        let end = vocabulary::name_end(rest);
        let name = runs.cut(label..label + end).flat();
        if name.is_empty() {
            return self.contact(runs, fields, ledger);
        }
        if end == rest.len() {
            ledger.removed(index, Why::Label, &text[..label]);
            self.publisher = Some(name);
            return;
        }
        // A copy, which has no line of its own.
        self.publisher = Some(Runs { lines: vec![], ..name });
        self.contact(runs, fields, ledger);
    }
}

/// The closing lines, in order.
fn find(blocks: &Blocks) -> Vec<usize> {
    let mut lines = vec![];
    let mut kinds = vec![];
    for index in (0..blocks.lines.len()).rev() {
        let line = &blocks.lines[index];
        if !line.is_text() {
            continue;
        }
        let form = matches!(line.kind, BlockKind::Text | BlockKind::Item('-'));
        match class(line.words()).filter(|_| form && lines.len() < MOST) {
            Some(kind) => {
                lines.push(index);
                kinds.push(kind);
            }
            None => {
                lines.extend(up_to_table(blocks, index));
                break;
            }
        }
    }
    // A lone remark at the end of an article is no closing line.
    if !kinds.iter().any(|kind| *kind != Class::Notice) {
        lines.retain(|_| false);
    }
    lines.reverse();
    lines
}

/// Lines from `last` up to a table, if there are only a few and nothing else.
fn up_to_table(blocks: &Blocks, last: usize) -> Vec<usize> {
    let mut between = vec![];
    for index in (0..=last).rev().filter(|i| blocks.lines[*i].is_text()) {
        match blocks.lines[index].kind {
            BlockKind::Row | BlockKind::Tabbed | BlockKind::TableRule => return between,
            BlockKind::Text if between.len() < BETWEEN => between.push(index),
            _ => break,
        }
    }
    vec![]
}

/// What a line says, if it is of a colophon.
fn class(text: &str) -> Option<Class> {
    if text.chars().count() > LONGEST || vocabulary::source(text).is_some() {
        return None;
    }
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let url = lower.contains("http://") || lower.contains("https://") || lower.contains("www.");
    if url && (vocabulary::is_homepage(text) || is_root(text)) {
        Some(Class::Homepage)
    } else if vocabulary::publisher(text).is_some() {
        Some(Class::Publisher)
    } else if is_mail(&lower)
        || is_phone(text)
        || vocabulary::is_contact(text)
        || has(&["문의", "연락처", "tel.", "fax"])
            && has(&["@", "-", "바랍니다", "주세요", "주십시오"])
    {
        Some(Class::Contact)
    } else if is_address(&lower) {
        Some(Class::Address)
    } else if has(&["무단 전재", "무단전재", "저작권", "copyright", "all rights reserved", "issn"])
        || vocabulary::is_published(text)
        || vocabulary::is_masthead_of_people(text)
    {
        Some(Class::Notice)
    } else {
        None
    }
}

/// The address of a home page, whole and as written, if nothing else is there but its label.
fn homepage(words: &Runs) -> Option<(String, String)> {
    let plain = words.plain();
    if let Some(url) = words.address() {
        let around = plain.replace(url, "");
        let alone = around.is_empty() || vocabulary::is_homepage(&around);
        return alone.then(|| (url.to_string(), url.to_string()));
    }
    let at = plain.find("http").or_else(|| plain.find("www."))?;
    let written = plain[at..].split_whitespace().next()?;
    let alone = at + written.len() == plain.len();
    let whole = address::whole(written).or_else(|| address::whole(&format!("https://{written}")));
    whole.filter(|_| alone).map(|url| (url, written.to_string()))
}

/// Whether a line is the address of a site's first page alone.
fn is_root(text: &str) -> bool {
    let bare = text.trim().trim_matches(['<', '>']);
    let host = bare.strip_prefix("https://").or(bare.strip_prefix("http://")).unwrap_or(bare);
    !host.contains(' ')
        && host.trim_end_matches('/').chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
}

fn is_mail(text: &str) -> bool {
    text.match_indices('@').take(8).any(|(at, _)| {
        let host = &text[at + 1..];
        let end = host.find(|c: char| !(c.is_ascii_alphanumeric() || ".-_".contains(c)));
        let host = &host[..end.unwrap_or(host.len())];
        host.contains('.') && text[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// `031-739-7354`, `02) 123-4567`.
fn is_phone(text: &str) -> bool {
    let runs: Vec<&str> =
        text.split(|c: char| !(c.is_ascii_digit() || "-.)( ~+".contains(c))).collect();
    runs.iter().any(|run| {
        let parts: Vec<usize> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::len)
            .collect();
        parts.windows(3).any(|w| (2..=4).contains(&w[0]) && (3..=4).contains(&w[1]) && w[2] == 4)
            && run.starts_with(['0', '1', '+', '(', ' '])
            && run.contains(['-', ')'])
    })
}

/// A Korean address: province or city, then district, then road or lot; in English by its endings.
fn is_address(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(40).collect();
    let ends = |endings: &[&str]| {
        words.iter().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            endings.iter().any(|end| word.len() > end.len() && word.ends_with(end))
        })
    };
    let road = words.windows(2).any(|pair| {
        let road =
            ["로", "길", "동", "가", "읍", "면", "리"].iter().any(|end| pair[0].ends_with(end));
        road && pair[1].starts_with(|c: char| c.is_ascii_digit())
    });
    let korean = ends(&["시", "도"]) && ends(&["구", "군", "시", "동"]) && road
        || text.starts_with("주소") && (road || ends(&["구", "군", "시"]));
    let english =
        ends(&["-gu", "-si", "-do", "-gun"]) && ends(&["-ro", "-gil", "-daero", "-gu", "-dong"]);
    let short = text.chars().count() <= 160 && !text.ends_with('다');
    short && (korean || english)
}

#[cfg(test)]
mod tests {
    use super::{Class, class};

    #[test]
    fn closing_lines_are_told_by_what_they_hold() {
        for (text, expected) in [
            ("홈페이지 : <https://light.example/>", Some(Class::Homepage)),
            ("https://light.example", Some(Class::Homepage)),
            ("https://light.example/news/1", None),
            (
                "문의: 등대정책실(keeper@light.example, 051-123-4567)로 연락 바랍니다.",
                Some(Class::Contact),
            ),
            ("부산광역시 영도구 등대로 12 3층", Some(Class::Address)),
            ("12, Deungdae-ro, Yeongdo-gu, Busan, Republic of Korea", Some(Class::Address)),
            ("발행처 : 등대연구소", Some(Class::Publisher)),
            ("발행일 2023.11.7.", Some(Class::Notice)),
            ("발행인 홍길동 편집인 김철수", Some(Class::Notice)),
            ("등대연구소 | www.light.example | 전화 051-123-4567", Some(Class::Contact)),
            ("문의처: 등대정책실", Some(Class::Contact)),
            ("문의는 등대정책실이 받는다.", None),
            ("발행인은 홍길동이다.", None),
            ("이 글은 등대의 역사를 다루었다.", None),
            ("Light House, 등대 보고서, 2023.11.01.", None),
            ("☞ 출처 : https://light.example", None),
        ] {
            assert_eq!(class(text), expected, "{text}");
        }
    }
}
