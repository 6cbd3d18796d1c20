//! Every word of the desk, in Korean and English.

use jikji_diagnostic::{Lang, words};

words! {
    /// Pages are being drawn.
    DRAWING: "쪽을 그리는", "drawing the pages";
    /// Which number is shown.
    TITLE: "{name} {year}년 {months}월호", "{name} {year}/{months}";
}

macro_rules! page_words {
    ($($name:ident: $ko:literal, $en:literal;)*) => {
        /// The words of the page by name, in a language.
        pub fn page(lang: Lang) -> Vec<(&'static str, &'static str)> {
            match lang {
                Lang::Ko => vec![$((stringify!($name), $ko)),*],
                Lang::En => vec![$((stringify!($name), $en)),*],
            }
        }
    };
}

page_words! {
    desk: "직지 편집대", "jikji desk";
    opening: "여는 중", "Opening";
    entries: "글", "Entries";
    pages: "쪽", "Pages";
    page: "{n}쪽", "Page {n}";
    page_of: "{n} / {all}쪽", "{n} of {all}";
    findings: "찾은 것", "Findings";
    tools: "보기", "View";
    no_findings: "찾은 문제가 없습니다", "No problems found";
    errors: "오류 {n}", "Errors {n}";
    warnings: "경고 {n}", "Warnings {n}";
    error: "오류", "Error";
    warning: "경고", "Warning";
    current: "저장된 원고 그대로입니다", "These are the pages as saved";
    old: "원고에 오류가 있어 그 전의 쪽을 보여 줍니다", "The manifest has errors: these are the pages from before";
    no_pages: "원고에 오류가 있어 아직 보여 줄 쪽이 없습니다", "The manifest has errors: there are no pages to show yet";
    lost: "프로그램이 끝났거나 연결이 끊겼습니다", "The program has ended or the connection is lost";
    ended: "끝냈습니다. 이 창을 닫아도 됩니다", "The desk has ended. You can close this window";
    end: "끝내기", "End";
    zoom_in: "크게", "Zoom in";
    zoom_out: "작게", "Zoom out";
    fit_page: "쪽 맞춤", "Fit page";
    fit_width: "너비 맞춤", "Fit width";
    single: "한 쪽", "Single";
    spread: "펼침", "Spread";
    skip: "쪽으로 건너뛰기", "Skip to the pages";
    full: "쪽을 채운 정도 {n}%", "{n}% of the page filled";
    line: "{file} {n}째 줄", "{file}, line {n}";
    untitled: "제목 없음", "Untitled";
}

#[cfg(test)]
mod tests {
    use super::{Lang, page};

    #[test]
    fn every_word_is_there_in_both_languages_with_the_same_values() {
        let faults: Vec<_> = super::WORDS.iter().flat_map(|words| words.faults()).collect();
        assert_eq!(faults, [""; 0]);
        let values = |words: &str| {
            let mut values: Vec<String> = words
                .split('{')
                .skip(1)
                .map(|rest| rest.split('}').next().unwrap().into())
                .collect();
            values.sort();
            values
        };
        let hangul = |text: &str| text.contains(|c| ('가'..='힣').contains(&c));
        for ((name, ko), (_, en)) in page(Lang::Ko).into_iter().zip(page(Lang::En)) {
            assert_eq!(values(ko), values(en), "{name}");
            assert!(!hangul(en) && !en.is_empty(), "{name}");
            assert!(hangul(ko) || ko.chars().all(|c| !c.is_alphabetic()), "{name}");
        }
    }
}
