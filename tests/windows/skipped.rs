//! What is not tested under Windows: each test that is left out stands in `skips`, with its reason.

use std::path::Path;

/// The file of tests, the test or `*`.
fn left_out() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("skips").lines().filter(|line| !line.starts_with('#'));
    let named = |line: &'static str| {
        let [file, test, reason] = line.splitn(3, ' ').collect::<Vec<_>>()[..] else {
            panic!("no reason: {line}")
        };
        assert!(reason.len() > 20 && reason.ends_with('.'), "no reason: {line}");
        (file, test)
    };
    lines.map(named).collect()
}

/// The files of tests: their names, and all that stands in them.
fn tests() -> Vec<(String, String)> {
    let is_rust = |path: &Path| path.extension().is_some_and(|extension| extension == "rs");
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let inside = |folder: &Path| -> Vec<_> {
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let mut tests = vec![];
    for path in inside(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_string();
        if path.join("main.rs").is_file() {
            let files = inside(&path).into_iter().filter(|file| is_rust(file));
            tests.push((name, files.map(|file| read(&file)).collect()));
        } else if is_rust(&path) {
            tests.push((name, read(&path)));
        }
    }
    tests
}

/// The tests that are there on Unix alone.
fn of_unix(text: &str) -> Vec<&str> {
    let (mut attributes, mut found) = (vec![], vec![]);
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("#[") {
            attributes.push(line);
            continue;
        }
        if ["#[test]", "#[cfg(unix)]"].iter().all(|attribute| attributes.contains(attribute)) {
            found.extend(line.strip_prefix("fn ").and_then(|line| line.split('(').next()));
        }
        attributes.clear();
    }
    found
}

#[test]
fn no_test_is_left_out_in_silence() {
    let (left_out, tests) = (left_out(), tests());
    for (file, text) in &tests {
        if left_out.contains(&(file, "*")) {
            continue;
        }
        let none = text.lines().any(|line| line == "#![cfg(unix)]");
        assert!(!none, "{file} is not tested on Windows");
        for name in of_unix(text) {
            let named = left_out.iter().any(|(of, test)| of == file && test.ends_with(name));
            assert!(named, "{file}: {name} is not tested on Windows");
        }
    }
}

#[test]
fn what_is_left_out_is_there() {
    let tests = tests();
    for (file, test) in left_out() {
        let text = tests.iter().find(|(name, _)| name == file).map(|(_, text)| text);
        let text = text.unwrap_or_else(|| panic!("{file} is not there"));
        let name = test.rsplit("::").next().unwrap();
        assert!(test == "*" || text.contains(&format!("fn {name}()")), "{file}: no {test}");
    }
}
