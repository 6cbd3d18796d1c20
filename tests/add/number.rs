//! A number that takes manuscripts.

use crate::common::{HEAD, Project};

/// A number with two sections, comments, and line ends of Windows.
pub fn number() -> String {
    let parts = "[[parts]]\ntitle = \"동향\"\n\n[[parts.sections]]\ntitle = \"정책/법제\" # 첫 절\n\n\
                 [[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"먼저 온 글\"\nbody = '- 본문'\n\n\
                 # 둘째 절은 비어 있음\n[[parts.sections]]\ntitle = \"기업/산업\"\n\n\
                 [colophon]\nhomepage = \"https://example.org/\"\n";
    format!("\u{feff}{HEAD}\n{parts}").replace('\n', "\r\n")
}

/// The number with an entry at the end of its last section.
pub fn with(entry: &str) -> String {
    let entry = format!("\n[[parts.sections.entries]]\n{entry}").replace('\n', "\r\n");
    let at = number().find("\r\n[colophon]").unwrap();
    format!("{}{entry}{}", &number()[..at], &number()[at..])
}

/// The manifest of a project as it is.
pub fn manifest(project: &Project) -> String {
    std::fs::read_to_string(project.path("issue.toml")).unwrap()
}
