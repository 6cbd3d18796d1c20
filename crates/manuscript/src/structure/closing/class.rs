//! What a line of an issue's end says: home page, contact, address, publisher; by its words alone.

use crate::text::{address, titles, vocabulary};

/// The longest closing line, in characters.
const LONGEST: usize = 300;
/// The labels that stand on lines of their own, as keys.
const LABELS: [&str; 9] =
    ["홈페이지", "누리집", "웹사이트", "문의", "문의처", "연락처", "주소", "전화", "이메일"];

/// What a closing line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The home page.
    Homepage,
    /// Whom to ask.
    Contact,
    /// A postal address.
    Address,
    /// Who publishes it.
    Publisher,
    /// What else is said there.
    Notice,
    /// The label of what stands below it.
    Label,
    /// A host without its scheme, or the number of a post office: nothing by itself.
    Rest,
}

/// What a line says, if it is of a colophon.
pub fn class(text: &str) -> Option<Class> {
    if text.chars().count() > LONGEST || vocabulary::source(text).is_some() {
        return None;
    }
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let url = lower.contains("http://") || lower.contains("https://") || lower.contains("www.");
    let named =
        || text.split_whitespace().last().is_some_and(|word| address::of_host(word).is_some());
    if (url || vocabulary::is_homepage(text) && named())
        && (vocabulary::is_homepage(text) || is_root(text))
    {
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
    } else if LABELS.contains(&titles::key(text).as_str()) {
        Some(Class::Label)
    } else if address::of_host(text).is_some() || is_post_code(text) {
        Some(Class::Rest)
    } else {
        None
    }
}

/// Where the label ends that stands before what a line says without a colon: `주소 서울특별시 …`.
pub fn label(text: &str, own: Class) -> usize {
    let label = text.split_whitespace().next().unwrap_or_default();
    let rest = text.strip_prefix(label).unwrap_or_default();
    let known = !label.ends_with([':', '：']) && LABELS.contains(&titles::key(label).as_str());
    let means = known && class(rest.trim()) == Some(own);
    if means { text.len() - rest.trim_start().len() } else { 0 }
}

/// Whether a line is the number of a post office alone, which an address ends with.
pub fn is_post_code(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
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
            ("홈페이지 light.example", Some(Class::Homepage)),
            ("주소", Some(Class::Label)),
            ("light.example", Some(Class::Rest)),
            ("49111", Some(Class::Rest)),
            ("4911", None),
            ("이 글은 등대의 역사를 다루었다.", None),
            ("Light House, 등대 보고서, 2023.11.01.", None),
            ("☞ 출처 : https://light.example", None),
        ] {
            assert_eq!(class(text), expected, "{text}");
        }
    }
}
