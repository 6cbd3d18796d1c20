//! Finds the file of an issue's folder that a wrong path most likely means.
//!
//! It reads names only, and no more of them than a folder of pictures has.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// The most names looked at, and how deep.
const MOST_NAMES: usize = 10_000;
const DEEPEST: usize = 6;

/// What is meant.
pub enum Near {
    /// The same path with other capitals.
    OtherCase(String),
    /// Another one.
    Other(String),
}

/// The file inside `folder` that `written`, which is not there, most likely means.
pub fn of(folder: &Path, written: &str) -> Option<Near> {
    let files = files(folder);
    let wanted = wanted(&decoded(written));
    if let Some(same) = same(&files, &wanted) {
        return Some(same);
    }
    let lower = wanted.to_lowercase();
    let (in_folder, name) = split(&lower);
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_string();
    let length = stem(name).chars().count();
    let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_string());
    let distance = |file: &String| {
        let file = file.to_lowercase();
        let (other_folder, other) = split(&file);
        let same_folder = other_folder == in_folder;
        let apart = strsim::damerau_levenshtein(&stem(name), &stem(other));
        // In another folder, with another ending, or with a slip in its name.
        let near = other == name
            || same_folder && stem(other) == stem(name)
            || ending(other) == ending(name)
                && apart < length
                && apart <= 1 + length.saturating_sub(1) / 4;
        // A manuscript or what keeps watch over it is no picture and no text.
        let own = ending(other).is_some_and(|ending| matches!(ending.as_str(), "toml" | "lock"));
        (near && !own).then_some((apart + usize::from(!same_folder) * 2, file.len()))
    };
    let near = files.iter().filter_map(|file| Some((distance(file)?, file))).min();
    near.map(|(_, file)| Near::Other(file.clone()))
}

/// The file inside `folder` that `written` names but for the form: with backslashes, other capitals or `%20`.
pub fn meant(folder: &Path, written: &str) -> Option<String> {
    let files = files(folder);
    let wanted = [written.to_string(), decoded(written)].map(|path| wanted(&forward(&path)));
    wanted.iter().find_map(|wanted| match same(&files, wanted)? {
        Near::OtherCase(path) | Near::Other(path) => Some(path),
    })
}

/// A path with `/` between folders, also where a backslash and the letter after it are read as a sign.
pub fn forward(written: &str) -> String {
    const SIGNS: [(char, &str); 6] = [
        ('\u{8}', "/b"),
        ('\t', "/t"),
        ('\n', "/n"),
        ('\u{c}', "/f"),
        ('\r', "/r"),
        ('\u{1b}', "/e"),
    ];
    let forward = |path: String, (sign, slash): &(char, &str)| path.replace(*sign, slash);
    SIGNS.iter().fold(written.replace('\\', "/"), forward)
}

/// A path without what says nothing.
fn wanted(path: &str) -> String {
    let composed: String = path.nfc().collect();
    let names = composed.split('/').filter(|name| !matches!(*name, "" | "."));
    names.collect::<Vec<_>>().join("/")
}

/// The only one of `files` that has the letters of `wanted`.
fn same(files: &[String], wanted: &str) -> Option<Near> {
    if files.binary_search_by(|file| (**file).cmp(wanted)).is_ok() {
        return Some(Near::Other(wanted.to_string()));
    }
    let lower = wanted.to_lowercase();
    let mut same = files.iter().filter(|file| file.to_lowercase() == lower);
    let only = same.next().filter(|_| same.next().is_none());
    only.map(|file| Near::OtherCase(file.clone()))
}

/// The files below a folder, in order.
fn files(folder: &Path) -> Vec<String> {
    let mut files = vec![];
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    gather(folder, "", 0, &mut files);
    files.sort();
    files
}

/// The files below a folder, by their paths from the first one.
fn gather(folder: &Path, prefix: &str, depth: usize, files: &mut Vec<String>) {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    for entry in entries.take(MOST_NAMES) {
        let Ok(kind) = entry.file_type() else { continue };
        let name = entry.file_name().to_str().map(|name| name.nfc().collect::<String>());
        let Some(name) = name.filter(|name| !name.starts_with('.')) else { continue };
        if files.len() >= MOST_NAMES {
            return;
        }
        let path = format!("{prefix}{name}");
        if kind.is_dir() && depth < DEEPEST {
            gather(&entry.path(), &format!("{path}/"), depth + 1, files);
        } else if kind.is_file() {
            files.push(path);
        }
    }
}

fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// A path with its `%20`s read as browsers do.
pub fn decoded(written: &str) -> String {
    let bytes = written.as_bytes();
    let mut out = vec![];
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = written.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let read = digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        match read.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(read) => {
                out.push(read);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| written.to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Near, decoded, of};

    #[test]
    fn the_file_that_is_meant_is_named() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("images")).unwrap();
        for name in ["images/face.png", "images/흐름도 (최종).png", "본문.md", "issue.toml"]
        {
            fs::write(dir.path().join(name), "").unwrap();
        }
        for (written, meant) in [
            ("images/fcae.png", Some("images/face.png")),
            ("face.png", Some("images/face.png")),
            ("Images/Face.png", Some("images/face.png")),
            ("images/face.jpg", Some("images/face.png")),
            ("images/흐름도%20(최종).png", Some("images/흐름도 (최종).png")),
            ("본믄.md", Some("본문.md")),
            ("images/other.png", None),
            ("issue.pdf", None),
        ] {
            let found = of(dir.path(), written);
            let found = found.map(|(Near::OtherCase(path) | Near::Other(path))| path);
            assert_eq!(found.as_deref(), meant, "{written}");
        }
        assert_eq!(decoded("%EA%B0%80%20%2"), "가 %2");
    }
}
