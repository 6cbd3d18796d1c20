//! Text from word processors and spreadsheets, as this Markdown writes it.
//!
//! What a sign at the start of a line means is for `prose` to say, whose findings say what to write instead.

use std::borrow::Cow;

use serde_json::{Value as Json, json};

use jikji_diagnostic::source::{Sources, Text};
use jikji_diagnostic::{Diagnostic, Lang, splice};
use jikji_prose::normal::file_text;
use jikji_prose::{marker, parse};

use super::done::{Done, MOST, listed};
use super::dressed::{dressed, lost};
use super::tabbed::{lists, tables};
use crate::desk::messages as say;

/// How often what was mended is looked over again: one slip may hide another.
const ROUNDS: usize = 32;

/// The text cleaned, what was done to it and what is left to the author, in words, and whether that is all. `looks` is
/// the same text with [marks](super::worn) of how it looks, or empty.
pub fn clean(text: &str, looks: &str, lang: Lang) -> Json {
    let mut said = Said::default();
    let text = said.dress(text, looks, false, lang);
    said.of(&json!({ "text": text }), false, lang)
}

/// The same for a field of one paragraph, which takes no signs of items and no ends of lines.
pub fn line(text: &str, looks: &str, lang: Lang) -> Json {
    let mut said = Said::default();
    let text = bare(&said.dress(text, looks, true, lang));
    said.of(&json!({ "text": text }), true, lang)
}

/// Texts of one line, each cleaned by itself and without the sign of its level, and what is to be said of them. None
/// keeps how it [looks](super::worn).
pub fn lines(texts: &[String], looks: &str, lang: Lang) -> Json {
    let mut said = Said::default();
    let (left, flat) = lost(&file_text(looks));
    let says = [(&left, say::LOOKS_LEFT), (&flat, say::LOOKS_FLAT)];
    for says in says.into_iter().filter_map(|(what, words)| listed(what, words, lang)) {
        said.done.other(&says);
    }
    let texts: Vec<String> = texts.iter().map(|text| bare(&said.clean(text, lang))).collect();
    said.of(&json!({ "texts": texts }), true, lang)
}

/// What is to be said of texts that were cleaned.
#[derive(Default)]
struct Said {
    done: Done,
    left: Vec<String>,
}

impl Said {
    /// What is said, with what became of the text; all of it is `wrong` where nothing was done.
    fn of(self, became: &Json, bare: bool, lang: Lang) -> Json {
        let mut of = became.clone();
        let mended = self.done.says(bare, lang);
        of["wrong"] = (mended.is_empty() && !self.left.is_empty()).into();
        of["mended"] = mended.into();
        of["left"] = self.left.into();
        of
    }

    /// A text as it looks where it comes from, cleaned; in one paragraph no line is a heading.
    fn dress(&mut self, text: &str, looks: &str, one: bool, lang: Lang) -> String {
        if looks.is_empty() {
            return self.clean(text, lang);
        }
        let dressed = dressed(&file_text(text), &file_text(looks));
        self.done.signed(dressed.signs);
        if one && dressed.heads > 0 {
            self.done.other(say::DONE_HEADS.say(lang));
        }
        if dressed.all_bold {
            self.done.other(say::DONE_BOLD.say(lang));
        }
        self.left.extend(listed(&dressed.left, say::LOOKS_LEFT, lang));
        self.left.extend(listed(&dressed.flat, say::LOOKS_FLAT, lang));
        let text = self.clean(&dressed.text, lang);
        text.split('\n').map(head).collect::<Vec<_>>().join("\n")
    }

    fn clean(&mut self, text: &str, lang: Lang) -> String {
        let (text, listed) = lists(&close(&file_text(text)));
        self.done.signed(listed);
        let (mut text, made) = tables(&text);
        self.done.tables(made);
        let before = text.clone();
        let mut left = vec![];
        for _ in 0..ROUNDS {
            left = findings(&text);
            let edits = splice::together(&left);
            let next = splice::spliced(&text, &edits).filter(|next| *next != text);
            let Some(next) = next else { break };
            let mended = left.iter().filter(|found| !found.fix.is_empty());
            mended.for_each(|found| self.done.take(found, lang));
            text = next;
        }
        let signed = |text: &str| text.lines().filter(|line| is_signed(line)).count();
        self.done.lines(signed(&text).saturating_sub(signed(&before)));
        self.done.numbers(text.lines().filter(|line| is_number(line)).count());
        for found in left {
            let says = say::PASTED_LEFT.fill(lang, &[("what", found.text(lang).into())]);
            if self.left.len() < MOST && !self.left.contains(&says) {
                self.left.push(says);
            }
        }
        text
    }
}

/// A line; a subhead is not bold once more.
fn head(line: &str) -> Cow<'_, str> {
    let words = line.strip_prefix("## **").and_then(|line| line.trim_end().strip_suffix("**"));
    match words.filter(|words| !words.contains("**")) {
        Some(words) => format!("## {words}").into(),
        None => line.into(),
    }
}

/// Whether a line is a subhead or an item as Markdown writes it.
fn is_signed(line: &str) -> bool {
    line.starts_with("## ") || line.trim_start().starts_with("- ")
}

/// Whether a line begins with a number that Markdown is kept from reading as a sign.
fn is_number(line: &str) -> bool {
    let words = line.trim_start().trim_start_matches("- ");
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < words.len() && (rest.starts_with("\\.") || rest.starts_with("\\)"))
}

/// A cleaned text as one paragraph without the signs of its levels.
fn bare(text: &str) -> String {
    let bare = text.lines().map(str::trim).map(|line| {
        let rest = line.strip_prefix("## ").or_else(|| line.strip_prefix("- "));
        rest.unwrap_or(line).trim()
    });
    bare.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn findings(text: &str) -> Vec<Diagnostic> {
    let mut found = vec![];
    let file = Sources::default().add("", text);
    parse::blocks(&Text::verbatim(text.into(), file, 0), &mut found);
    found
}

/// The text without the empty lines that word processors leave between lines that begin with signs.
fn close(text: &str) -> String {
    let signed = |line: &str| marker::bullet(line.trim_start()).is_some();
    let mut out: Vec<&str> = vec![];
    // The last line that is not empty begins with a sign, and so many empty ones came since.
    let (mut above, mut open) = (false, 0);
    for line in text.split('\n') {
        if line.trim().is_empty() {
            open += 1;
        } else {
            let sign = signed(line);
            if sign && above {
                out.truncate(out.len() - open);
            }
            (above, open) = (sign, 0);
        }
        out.push(line);
    }
    out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{clean, close};
    use jikji_diagnostic::Lang;
    use serde_json::json;

    fn cleaned(text: &str) -> String {
        clean(text, "", Lang::Ko)["text"].as_str().unwrap().to_string()
    }

    #[test]
    fn signs_become_levels_and_cells_tables() {
        assert_eq!(
            cleaned("□ 큰 항목\r\n ○ 작은 항목\r\n  - 더 작은 항목\r\n"),
            "## 큰 항목\n- 작은 항목\n  - 더 작은 항목\n"
        );
        assert_eq!(
            cleaned("앞말\n구분\t2024\nAI | X\t38\n뒷말"),
            "앞말\n\n| 구분 | 2024 |\n|---|---|\n| AI \\| X | 38 |\n\n뒷말"
        );
        assert_eq!(cleaned("·\t하나\n·\t둘"), "- 하나\n- 둘");
        // A sign is of one level in all of a text, whatever numbers come between.
        assert_eq!(
            cleaned("□ 큰\n○ 중\n- 소\n□ 둘째\n1. 가\n가. 나\n1) 다\n가) 라\n○ 마")
                .lines()
                .filter(|line| line.ends_with("중") || line.ends_with("마"))
                .collect::<Vec<_>>(),
            ["- 중", "- 마"]
        );
        assert_eq!(cleaned("- 그대로\n"), "- 그대로\n");
    }

    #[test]
    fn lines_lose_the_signs_of_their_levels_one_by_one() {
        let texts = ["□ 하나", "  ○ 둘", "·\t셋", "- 넷", "다섯"].map(String::from);
        let cleaned = super::lines(&texts, "", Lang::Ko);
        assert_eq!(cleaned["texts"], json!(["하나", "둘", "셋", "넷", "다섯"]));
        assert_eq!(cleaned["mended"], json!(["줄 앞의 글머리표를 뺐습니다"]));
        let one = super::line("□ 하나\n ○ 둘", "", Lang::Ko);
        assert_eq!(
            (&one["text"], &one["mended"]),
            (&json!("하나 둘"), &json!(["줄 앞의 글머리표를 뺐습니다"]))
        );
    }

    #[test]
    fn hidden_and_private_characters_are_told() {
        let cleaned = clean("가\u{200b}나 \u{f0b7} 다", "", Lang::Ko);
        let told = format!("{}{}", cleaned["mended"], cleaned["left"]);
        assert!(told.contains("U+F0B7") || told.contains("U+200B"), "{cleaned}");
    }

    #[test]
    fn lists_of_word_are_lists_and_no_tables() {
        assert_eq!(cleaned("l\t첫 항목\nn\t둘째\nu\t셋째"), "- 첫 항목\n  - 둘째\n    - 셋째");
        // The same sign is of the same level all through.
        assert_eq!(
            cleaned("·\t하나\no\t둘\n§\t셋\n·\t넷\no\t다섯\n뒤 문단"),
            "- 하나\n  - 둘\n    - 셋\n- 넷\n  - 다섯\n\n뒤 문단"
        );
        assert_eq!(cleaned("\u{f06c}\t하나\n\u{f06e}\t둘\n\u{f06c}\t셋"), "- 하나\n  - 둘\n- 셋");
        assert!(cleaned("구분\t값\nl\t길이\nn\t개수").starts_with("| 구분 | 값 |"));
        assert!(cleaned("l\t3\nn\t5").starts_with("| l | 3 |"));
        let (text, done) = {
            let cleaned = clean("l\t첫 항목\nn\t둘째", "", Lang::Ko);
            (cleaned["text"].clone(), cleaned["mended"].clone())
        };
        assert_eq!(text, "- 첫 항목\n  - 둘째");
        assert_eq!(done, json!(["글머리표 2줄을 소제목과 글머리 항목으로 바꾸었습니다"]));
    }

    #[test]
    fn one_paragraph_keeps_bold_words_and_links_and_no_heading() {
        let looks = "\u{1}H2||\u{2}제목\u{1}/\u{2}\n\u{1}A||https://a.kr\u{2}글\u{1}/\u{2}과 \u{1}B||\u{2}말\u{1}/\u{2}";
        let cleaned = super::line("제목\n글과 말", looks, Lang::Ko);
        assert_eq!(cleaned["text"], "제목 [글](https://a.kr)과 **말**");
        assert_eq!(cleaned["mended"], json!(["이 칸에는 소제목을 둘 수 없어 글만 넣었습니다"]));
        let rows = super::lines(&["글".into(), "말".into()], looks, Lang::Ko);
        assert_eq!(rows["mended"], json!(["옮기지 못한 굵게와 링크: https://a.kr, 말"]));
        assert_eq!(rows["wrong"], false);
    }

    #[test]
    fn all_is_wrong_only_where_nothing_was_done() {
        assert_eq!(clean("`코드`", "", Lang::Ko)["wrong"], true);
        assert_eq!(clean("□ 가\n ○ `나`", "", Lang::Ko)["wrong"], false);
        assert_eq!(clean("그대로", "", Lang::Ko)["wrong"], false);
    }

    #[test]
    fn what_is_said_is_what_was_done() {
        let says = |text: &str| {
            let cleaned = clean(text, "", Lang::Ko);
            (cleaned["mended"].clone(), cleaned["left"].clone())
        };
        let (done, left) = says("□ 가\n ○ 나\n ○ 다\n□ 라");
        assert_eq!(done, json!(["글머리표 4줄을 소제목과 글머리 항목으로 바꾸었습니다"]));
        assert_eq!(left, json!([]));
        let (done, _) = says("구분\t값\n가\t1\n");
        assert_eq!(done, json!(["표 1개를 만들었습니다"]));
        let (done, _) = says("가\u{200b}나");
        assert_eq!(done, json!(["보이지 않거나 어긋난 글자를 바로잡았습니다: U+200B"]));
        assert_eq!(says("그대로인 글"), (json!([]), json!([])));
        let (done, _) = says("□ 둘째\n1. 가\n가. 나\n1) 다\n- 라");
        let numbers = "줄 첫머리의 번호 2개는 ‘1\\.’처럼 적었습니다. 쪽에는 ‘1.’로 나옵니다";
        assert_eq!(done, json!(["글머리표 4줄을 소제목과 글머리 항목으로 바꾸었습니다", numbers]));
        // What could not be done is said as that.
        let (done, left) = says("`코드`");
        assert_eq!(done, json!([]));
        assert!(left[0].as_str().unwrap().starts_with("고치지 않은 것: "), "{left}");
    }

    #[test]
    fn empty_lines_between_signs_part_nothing() {
        assert_eq!(
            cleaned("□ 배경\n\n ○ 하나\n\n   - 둘\n\n     · 셋\n\n ○ 넷\n\n□ 계획"),
            "## 배경\n- 하나\n  - 둘\n    - 셋\n- 넷\n## 계획"
        );
        assert_eq!(cleaned("앞 문단\n\n뒤 문단"), "앞 문단\n\n뒤 문단");
        // As many as come of a whole sheet, too.
        let empty = "\n".repeat(200_000);
        assert_eq!(close(&format!("□ 가{empty}□ 나\n")), "□ 가\n□ 나\n");
        let open = format!("□ 가{empty}나");
        assert_eq!(close(&open), open);
    }
}
