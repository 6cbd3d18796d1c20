//! Text from word processors and spreadsheets, as this Markdown writes it.
//!
//! What a sign at the start of a line means is for `prose` to say, whose findings say what to write instead.

use std::borrow::Cow;

use serde_json::{Value as Json, json};

use jikji_diagnostic::source::{Sources, Text};
use jikji_diagnostic::{Diagnostic, Lang, splice};
use jikji_prose::normal::file_text;
use jikji_prose::parse;

/// How often what was mended is looked over again: one slip may hide another.
const ROUNDS: usize = 32;

/// The most that is told of one text.
const MOST: usize = 6;

/// The text cleaned, and what is to be said of it.
pub fn clean(text: &str, lang: Lang) -> Json {
    let mut text = tables(&file_text(text));
    let mut told: Vec<String> = vec![];
    let mut left = vec![];
    for _ in 0..ROUNDS {
        left = findings(&text);
        let edits = splice::together(&left);
        let Some(next) = splice::spliced(&text, &edits).filter(|next| *next != text) else { break };
        tell(left.iter().filter(|found| !found.fix.is_empty()), lang, &mut told);
        text = next;
    }
    let mended = told.len();
    tell(left.iter(), lang, &mut told);
    let (mended, left) = told.split_at(mended.min(told.len()));
    json!({ "text": text, "mended": mended, "left": left })
}

/// Texts of one line, each cleaned by itself and without the sign of its level, and what is to be said of them.
pub fn lines(texts: &[String], lang: Lang) -> Json {
    let [mut mended, mut left]: [Vec<Json>; 2] = Default::default();
    let mut one = |text: &String| {
        let cleaned = clean(text, lang);
        for (told, own) in [(&mut mended, &cleaned["mended"]), (&mut left, &cleaned["left"])] {
            for says in own.as_array().into_iter().flatten() {
                if told.len() < MOST && !told.contains(says) {
                    told.push(says.clone());
                }
            }
        }
        let lines = cleaned["text"].as_str().unwrap_or_default().lines().map(str::trim);
        let bare = lines.map(|line| {
            let rest = line.strip_prefix("## ").or_else(|| line.strip_prefix("- "));
            rest.unwrap_or(line).trim()
        });
        bare.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<String> = texts.iter().map(&mut one).collect();
    json!({ "texts": texts, "mended": mended, "left": left })
}

fn findings(text: &str) -> Vec<Diagnostic> {
    let mut found = vec![];
    let file = Sources::default().add("", text);
    parse::blocks(&Text::verbatim(text.into(), file, 0), &mut found);
    found
}

fn tell<'d>(found: impl Iterator<Item = &'d Diagnostic>, lang: Lang, told: &mut Vec<String>) {
    for diagnostic in found {
        let text = diagnostic.text(lang);
        if told.len() < MOST && !told.contains(&text) {
            told.push(text);
        }
    }
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

/// Lines of as many cells with tabs between them, as tables.
fn tables(text: &str) -> String {
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
    out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::clean;
    use jikji_diagnostic::Lang;

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
        assert_eq!(cleaned("- 그대로\n"), "- 그대로\n");
    }

    #[test]
    fn lines_lose_the_signs_of_their_levels_one_by_one() {
        let texts = ["□ 하나", "  ○ 둘", "·\t셋", "- 넷", "다섯"].map(String::from);
        let cleaned = super::lines(&texts, Lang::Ko);
        assert_eq!(cleaned["texts"], serde_json::json!(["하나", "둘", "셋", "넷", "다섯"]));
    }

    #[test]
    fn hidden_and_private_characters_are_told() {
        let cleaned = clean("가\u{200b}나 \u{f0b7} 다", Lang::Ko);
        let told = format!("{}{}", cleaned["mended"], cleaned["left"]);
        assert!(told.contains("U+F0B7") || told.contains("U+200B"), "{cleaned}");
    }
}
