//! Text from word processors and spreadsheets, as this Markdown writes it.
//!
//! What a sign at the start of a line means is for `prose` to say, whose findings say what to write instead.

use std::borrow::Cow;

use serde_json::{Value as Json, json};

use jikji_diagnostic::source::{Sources, Text};
use jikji_diagnostic::{Diagnostic, Lang, splice};
use jikji_prose::normal::file_text;
use jikji_prose::{marker, parse};

use super::done::Done;
use super::messages as say;

/// How often what was mended is looked over again: one slip may hide another.
const ROUNDS: usize = 32;

/// The most that is told of one text.
const MOST: usize = 6;

/// The text cleaned, what was done to it and what is left to the author, in words.
pub fn clean(text: &str, lang: Lang) -> Json {
    let mut said = Said::default();
    let text = said.clean(text, lang);
    json!({ "text": text, "mended": said.done.says(false, lang), "left": said.left })
}

/// The same for a field of one paragraph, which takes no signs of items and no ends of lines.
pub fn line(text: &str, lang: Lang) -> Json {
    let mut said = Said::default();
    let text = bare(&said.clean(text, lang));
    json!({ "text": text, "mended": said.done.says(true, lang), "left": said.left })
}

/// Texts of one line, each cleaned by itself and without the sign of its level, and what is to be said of them.
pub fn lines(texts: &[String], lang: Lang) -> Json {
    let mut said = Said::default();
    let texts: Vec<String> = texts.iter().map(|text| bare(&said.clean(text, lang))).collect();
    json!({ "texts": texts, "mended": said.done.says(true, lang), "left": said.left })
}

/// What is to be said of texts that were cleaned.
#[derive(Default)]
struct Said {
    done: Done,
    left: Vec<String>,
}

impl Said {
    fn clean(&mut self, text: &str, lang: Lang) -> String {
        let (mut text, made) = tables(&close(&file_text(text)));
        self.done.tables(made);
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
        for found in left {
            let says = say::PASTED_LEFT.fill(lang, &[("what", found.text(lang).into())]);
            if self.left.len() < MOST && !self.left.contains(&says) {
                self.left.push(says);
            }
        }
        text
    }
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

/// A line of a list: Word puts a tab behind its sign, and draws squares with the letter of another font.
fn listed(line: &str) -> Cow<'_, str> {
    let Some((sign, rest)) = line.split_once('\t') else { return line.into() };
    let word = sign.trim();
    let counted = word.ends_with(['.', ')']) && word.chars().count() <= 4;
    let drawn =
        word.chars().count() == 1 && !word.contains(|c: char| c.is_alphanumeric() && c != 'o');
    match word {
        "§" => format!("▪ {}", rest.trim_start()).into(),
        _ if counted || drawn => format!("{sign} {}", rest.trim_start()).into(),
        _ => line.into(),
    }
}

/// Lines of as many cells with tabs between them, as tables, and how many.
fn tables(text: &str) -> (String, usize) {
    let mut made = 0;
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(listed).collect();
    let cells =
        |line: &Cow<'_, str>| if line.trim().is_empty() { 0 } else { line.matches('\t').count() };
    let mut out: Vec<String> = vec![];
    let mut at = 0;
    while at < lines.len() {
        let count = cells(&lines[at]);
        let rows = lines[at..].iter().take_while(|line| count > 0 && cells(line) == count).count();
        if rows < 2 {
            out.push(lines[at].to_string());
            at += 1;
            continue;
        }
        made += 1;
        if out.last().is_some_and(|line| !line.trim().is_empty()) {
            out.push(String::new());
        }
        for (row, line) in lines[at..at + rows].iter().enumerate() {
            let cells = line.split('\t').map(|cell| cell.trim().replace('|', "\\|"));
            out.push(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
            if row == 0 {
                out.push(format!("|{}", "---|".repeat(count + 1)));
            }
        }
        at += rows;
        if lines.get(at).is_some_and(|line| !line.trim().is_empty()) {
            out.push(String::new());
        }
    }
    (out.join("\n"), made)
}

#[cfg(test)]
mod tests {
    use super::{clean, close};
    use jikji_diagnostic::Lang;
    use serde_json::json;

    fn cleaned(text: &str) -> String {
        clean(text, Lang::Ko)["text"].as_str().unwrap().to_string()
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
        let cleaned = super::lines(&texts, Lang::Ko);
        assert_eq!(cleaned["texts"], json!(["하나", "둘", "셋", "넷", "다섯"]));
        assert_eq!(cleaned["mended"], json!(["줄 앞의 글머리표를 뺐습니다"]));
        let one = super::line("□ 하나\n ○ 둘", Lang::Ko);
        assert_eq!(
            (&one["text"], &one["mended"]),
            (&json!("하나 둘"), &json!(["줄 앞의 글머리표를 뺐습니다"]))
        );
    }

    #[test]
    fn hidden_and_private_characters_are_told() {
        let cleaned = clean("가\u{200b}나 \u{f0b7} 다", Lang::Ko);
        let told = format!("{}{}", cleaned["mended"], cleaned["left"]);
        assert!(told.contains("U+F0B7") || told.contains("U+200B"), "{cleaned}");
    }

    #[test]
    fn what_is_said_is_what_was_done() {
        let says = |text: &str| {
            let cleaned = clean(text, Lang::Ko);
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
