//! The bad-input list, one case each, and the good inputs that look alike.

mod fields;
mod files;
mod robust;
mod syntax;

use std::path::Path;

use super::{Loaded, load_bytes};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Sources;

/// A small issue in which nothing is wrong.
pub const ISSUE: &str = r#"layout = "spri-brief"

[publication]
name = "SPRI AI Brief"
publisher = "소프트웨어정책연구소"

[issue]
year = 2024
month = 5
published = 2024-05-07

[[parts]]
title = "브리프"

[[parts.sections]]
title = "정책/법제"

[[parts.sections.entries]]
kind = "brief"
title = "첫째 글"
body = '''
## 소제목
- 글머리
'''
sources = [{ publisher = "UN", title = "Resolution", date = 2024-03-21 }]

[[parts]]
title = "주요 행사"

[[parts.entries]]
kind = "events"
title = "행사"
rows = [
  { name = "ICML", period = "2024.7.21~27" },
  { name = "Show", period = "2024.6.19.~21" },
]
"#;

/// Loads a manifest in a folder of its own.
pub fn loaded(manifest: &str) -> (Loaded, Sources) {
    loaded_in(Path::new("/nonexistent"), manifest)
}

/// Loads a manifest that stands in `folder`.
pub fn loaded_in(folder: &Path, manifest: &str) -> (Loaded, Sources) {
    let mut sources = Sources::default();
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", folder, &mut sources);
    (loaded, sources)
}

/// Codes with the text at their places, in order.
pub fn findings(manifest: &str) -> Vec<String> {
    let (loaded, sources) = loaded(manifest);
    shown(&loaded, &sources)
}

/// Codes with the text at their places, in order.
pub fn shown(loaded: &Loaded, sources: &Sources) -> Vec<String> {
    assert_eq!(loaded.sound().is_some(), !jikji_diagnostic::any_error(&loaded.diagnostics));
    let at = |d: &Diagnostic| match d.span {
        Some(span) => sources.get(span.file).text[span.start..span.end].to_string(),
        None => "-".to_string(),
    };
    let whole = |d: &Diagnostic| {
        let words = [d.message.says.ko, d.message.says.en, d.message.help.ko, d.message.help.en];
        for slot in words.iter().flat_map(|text| text.split('{').skip(1)) {
            let name = slot.split(['}', ':']).next().unwrap();
            assert!(d.args.iter().any(|(arg, _)| *arg == name), "{}: {name}", d.message.code);
        }
        format!("{} {}", d.message.code, at(d))
    };
    loaded.diagnostics.iter().map(whole).collect()
}

/// The issue with one piece of its text replaced.
pub fn with(from: &str, to: &str) -> String {
    assert!(ISSUE.contains(from), "{from}");
    ISSUE.replacen(from, to, 1)
}
