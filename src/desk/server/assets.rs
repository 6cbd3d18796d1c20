//! The files of the page, and its type: all of them in the program.

use crate::desk::captions;
use crate::html;
use crate::typeset::bundled::BUNDLED;
use jikji_diagnostic::Lang;

/// A file that the page asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its media type.
    pub kind: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

macro_rules! page {
    ($($name:literal $kind:literal),* $(,)?) => {
        &[$(($name, Asset { kind: $kind, bytes: include_bytes!(concat!("../page/", $name)) })),*]
    };
}

const PAGE: &[(&str, Asset)] = page![
    "desk.css" "text/css; charset=utf-8",
    "alone.js" "text/javascript; charset=utf-8",
    "caret.js" "text/javascript; charset=utf-8",
    "conflicts.js" "text/javascript; charset=utf-8",
    "controls.js" "text/javascript; charset=utf-8",
    "desk.js" "text/javascript; charset=utf-8",
    "dialogs.js" "text/javascript; charset=utf-8",
    "dom.js" "text/javascript; charset=utf-8",
    "entries.js" "text/javascript; charset=utf-8",
    "fill.js" "text/javascript; charset=utf-8",
    "findings.js" "text/javascript; charset=utf-8",
    "forms.js" "text/javascript; charset=utf-8",
    "grid.js" "text/javascript; charset=utf-8",
    "keys.js" "text/javascript; charset=utf-8",
    "lines.js" "text/javascript; charset=utf-8",
    "matrix.js" "text/javascript; charset=utf-8",
    "order.js" "text/javascript; charset=utf-8",
    "pages.js" "text/javascript; charset=utf-8",
    "panes.js" "text/javascript; charset=utf-8",
    "paste.js" "text/javascript; charset=utf-8",
    "picture.js" "text/javascript; charset=utf-8",
    "proof.js" "text/javascript; charset=utf-8",
    "rows.js" "text/javascript; charset=utf-8",
    "sheet.js" "text/javascript; charset=utf-8",
    "text.js" "text/javascript; charset=utf-8",
    "told.js" "text/javascript; charset=utf-8",
    "toolbar.js" "text/javascript; charset=utf-8",
    "writer.js" "text/javascript; charset=utf-8",
];

const INDEX: &str = include_str!("../page/index.html");

/// A file of the page, or of its type, by name.
pub fn named(name: &str) -> Option<Asset> {
    let font = || {
        let font = BUNDLED.iter().find(|font| font.name == name)?;
        Some(Asset { kind: "font/ttf", bytes: font.bytes() })
    };
    let asset = PAGE.iter().find(|(known, _)| *known == name);
    asset.map(|(_, asset)| asset.clone()).or_else(font)
}

/// The page itself, in a language.
pub fn index(lang: Lang) -> String {
    let words = captions::all(lang);
    let code = match lang {
        Lang::Ko => "ko",
        Lang::En => "en",
    };
    let mut page = INDEX.replace("{{lang}}", code);
    for (name, words) in &words {
        page = page.replace(&format!("{{{{{name}}}}}"), &html::text(words));
    }
    // What a script reads as data must not end it.
    let all: serde_json::Map<_, _> =
        words.into_iter().map(|(name, words)| (name.into(), words.into())).collect();
    let all = serde_json::Value::Object(all).to_string().replace('<', "\\u003c");
    page.replace("{{words}}", &all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_all_its_words_and_files() {
        for lang in [Lang::Ko, Lang::En] {
            let page = index(lang);
            assert!(!page.contains("{{"), "{page}");
            for asset in page.split("\"/page/").skip(1) {
                let name = asset.split('"').next().unwrap();
                assert!(named(name).is_some(), "{name}");
            }
        }
        assert!(named("PretendardGOV-Bold.ttf").is_some());
        assert_eq!(named("../desk.css"), None);
    }

    /// What runs, without what explains it to readers; 60 KB of code is the bound of issue 12.
    #[test]
    fn the_page_is_small() {
        use std::io::Write;
        let packed = |text: &str| {
            let mut open = false;
            let code = text.lines().filter(|line| {
                let line = line.trim();
                let comment = open || line.starts_with("//") || line.starts_with("/*");
                open = (open || line.starts_with("/*")) && !line.ends_with("*/");
                !comment
            });
            let code: Vec<&str> = code.collect();
            let mut packer = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
            packer.write_all(code.join("\n").as_bytes()).unwrap();
            packer.finish().unwrap().len()
        };
        let files = PAGE.iter().map(|(_, asset)| packed(std::str::from_utf8(asset.bytes).unwrap()));
        let all = files.sum::<usize>() + packed(INDEX);
        assert!(all < 60 << 10, "{all} bytes");
    }

    #[test]
    fn scripts_ask_only_for_words_that_are_there() {
        let words = captions::all(Lang::Ko);
        for (name, asset) in PAGE {
            let text = std::str::from_utf8(asset.bytes).unwrap();
            for asked in text.split("words.").skip(1) {
                let word: String =
                    asked.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                let there = words.iter().any(|(known, _)| *known == word);
                assert!(there, "{name} asks for {word}");
            }
        }
    }
}
