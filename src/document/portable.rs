//! Names that may become files on any machine.
//!
//! The archive edition attaches no other, and restoring one writes no other. It never asks the disk.

use std::path::{Component, Path};

use jikji_diagnostic::Words;

/// The longest name, and the longest part of one, in bytes.
const LONGEST: usize = 1024;
const LONGEST_PART: usize = 255;
/// Names that are devices on Windows, whatever follows the first full stop.
const DEVICES: [&str; 8] = ["con", "prn", "aux", "nul", "conin$", "conout$", "com", "lpt"];
/// Signs that turn the direction of writing, so that a name reads as another.
const DIRECTION: [char; 12] = [
    '\u{061C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// What is wrong with a name, if anything: a relative path with `/` is right.
pub fn refused(name: &str) -> Option<Words> {
    let words = |ko, en| Some(Words { ko, en });
    if name.is_empty() {
        words("빈 이름입니다", "it is empty")
    } else if name.len() > LONGEST {
        words("1,024바이트보다 깁니다", "it is longer than 1,024 bytes")
    } else if name.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        words("제어 문자가 있습니다", "it has a control character")
    } else if name.contains(DIRECTION) {
        words(
            "쓰기 방향을 바꾸는 문자가 있습니다",
            "it has a sign that turns the direction of writing",
        )
    } else if name.contains(['\\', '\u{FFFD}']) {
        words("역슬래시나 깨진 글자가 있습니다", "it has a backslash or a broken character")
    } else if name.starts_with('/') {
        words("절대 경로입니다", "it is an absolute path")
    } else {
        name.split('/').find_map(refused_part)
    }
}

fn refused_part(part: &str) -> Option<Words> {
    let words = |ko, en| Some(Words { ko, en });
    let drive = matches!(part.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    if part.is_empty() {
        words("폴더 이름이 비었습니다", "it has an empty part")
    } else if part == "." || part == ".." {
        words("폴더 밖으로 나갑니다", "it leads out of the folder")
    } else if part.starts_with('.') {
        words("숨은 파일입니다", "it is a hidden file")
    } else if part.len() > LONGEST_PART {
        words("이름 한 마디가 255바이트보다 깁니다", "a part is longer than 255 bytes")
    } else if drive {
        words("드라이브 문자가 있습니다", "it has a drive letter")
    } else if cfg!(windows) && part.contains(['<', '>', ':', '"', '|', '?', '*']) {
        words("이 컴퓨터에서 쓸 수 없는 문자가 있습니다", "it has a character this machine forbids")
    } else if part.ends_with(['.', ' ']) || part.starts_with(' ') {
        words(
            "빈칸으로 시작하거나 빈칸, 마침표로 끝납니다",
            "a part starts or ends with a space or a full stop",
        )
    } else {
        device(part)
    }
}

/// What Windows would make of another name than the one that is said, if anything: it takes some for devices, and cuts
/// what stands at the end of others.
pub fn misread_by_windows(path: &Path) -> Option<Words> {
    path.components().find_map(|part| match part {
        Component::Normal(name) => {
            let name = name.to_string_lossy();
            let cut = name.ends_with(['.', ' ']).then_some(Words {
                ko: "Windows에서는 이름이 빈칸이나 마침표로 끝날 수 없습니다",
                en: "on Windows no name ends with a space or a full stop",
            });
            cut.or_else(|| device(&name))
        }
        _ => None,
    })
}

fn device(part: &str) -> Option<Words> {
    is_device(part).then_some(Words {
        ko: "Windows의 장치 이름입니다",
        en: "it is the name of a device on Windows",
    })
}

/// Whether Windows takes a name for a device: `nul`, `Aux.txt`, `COM1`, `lpt².md`.
pub fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |base: &str| {
        let mut rest = stem.strip_prefix(base).unwrap_or_default().chars();
        let port = matches!(rest.next(), Some('0'..='9' | '¹' | '²' | '³'));
        port && rest.next().is_none()
    };
    DEVICES.iter().any(|device| match *device {
        "com" | "lpt" => numbered(device),
        device => stem == device,
    })
}

#[cfg(test)]
mod tests {
    use super::{misread_by_windows, refused};
    use std::path::Path;

    #[test]
    fn names_of_an_issue_are_right() {
        for name in [
            "issue.toml",
            "issue.lock",
            "briefs/01-un.md",
            "images/그림 1.svg",
            "layouts/spri-brief/brief.typ",
            "auxiliary.txt",
            "com10.txt",
            "12:30.md",
        ] {
            assert_eq!(refused(name), None, "{name}");
        }
        assert_eq!(refused(&"a".repeat(255)), None);
        assert_eq!(refused(&vec!["a".repeat(127); 8].join("/")), None, "1023 bytes");
    }

    #[test]
    fn names_that_leave_or_mislead_are_refused() {
        let long = "a".repeat(256);
        let longer = vec!["a".repeat(204); 6].join("/");
        let reason = |name: &str| refused(name).map_or("", |words| words.en);
        for (name, why) in [
            ("", "empty"),
            (&long, "255 bytes"),
            (&longer, "1,024 bytes"),
            ("a\0b", "control"),
            ("a\nb", "control"),
            ("a\u{7f}", "control"),
            ("a\u{202e}gpj.exe", "direction"),
            ("a\\b", "backslash"),
            ("..\\a", "backslash"),
            ("/etc/passwd", "absolute"),
            ("//server/a", "absolute"),
            ("../../x", "leads out"),
            ("a/../../x", "leads out"),
            ("a/..", "leads out"),
            ("./a", "leads out"),
            ("a//b", "empty part"),
            ("a/", "empty part"),
            (".bashrc", "hidden"),
            ("a/.git/hooks", "hidden"),
            ("C:/a", "drive"),
            ("c:a", "drive"),
            ("a/D:b", "drive"),
            ("a.", "full stop"),
            ("a /b", "full stop"),
            ("NUL", "device"),
            ("images/con.svg", "device"),
            ("Com1.tar.gz", "device"),
            ("lpt³", "device"),
            ("aux .txt", "device"),
        ] {
            assert!(reason(name).contains(why), "{name:?}: {}", reason(name));
        }
    }

    #[test]
    fn what_windows_reads_otherwise_is_found_anywhere_in_a_path() {
        let why = |path: &str| misread_by_windows(Path::new(path)).map_or("", |words| words.en);
        for path in ["out", "../out", "./a b/c.pdf", "2024.05/out", ".hidden", "com10", "comma"] {
            assert_eq!(why(path), "", "{path}");
        }
        for (path, said) in [
            ("con", "device"),
            ("a/AUX/out", "device"),
            ("nul.pdf", "device"),
            ("numbers/2024-05.", "full stop"),
            ("a /out", "space"),
        ] {
            assert!(why(path).contains(said), "{path}: {}", why(path));
        }
    }
}
