//! Habits of the machines that editors have: what Windows makes of names and files, and what programs there do with
//! them. Whatever can be said of any machine is held on all.

#[path = "../common/mod.rs"]
mod common;
#[cfg(windows)]
mod only;
mod skipped;

use common::{Project, brief};

const SCREEN: &str = "test-brief-2024-05-screen.pdf";

/// The folder and the file of a number whose path is longer than Windows takes as it stands.
fn deep() -> (String, String) {
    let folder = ["아주-긴-폴더-이름"; 30].join("/");
    let manifest = format!("{folder}/issue.toml");
    assert!(manifest.chars().count() > 300);
    (folder, manifest)
}

#[test]
fn paths_of_more_than_260_characters() {
    let (folder, manifest) = deep();
    let number = brief("제목", "- 본문\n\n![그림](그림.svg)");
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";
    let project = Project::new().file(&manifest, &number);
    let project = project.file(&format!("{folder}/그림.svg"), picture);
    let out = format!("{folder}/out");
    // Once where nothing is, once over what is there.
    for _ in 0..2 {
        let all = ["--edition", "screen", "--edition", "print", "--edition", "archive"];
        project.run(&[&["build", &manifest, "--out", &out][..], &all].concat()).exits(0);
    }
    let plain = Project::with_manifest(&number).file("그림.svg", picture);
    plain.run(&["build", "--edition", "screen"]).exits(0);
    let made = std::fs::read(project.path(&out).join(SCREEN)).unwrap();
    assert!(made == std::fs::read(plain.path("out").join(SCREEN)).unwrap());
    let archive = format!("{out}/test-brief-2024-05-archive.pdf");
    let again = format!("{folder}/again");
    project.run(&["restore", &archive, "--out", &again]).exits(0);
    let restored = std::fs::read_to_string(project.path(&again).join("issue.toml"));
    assert_eq!(restored.unwrap(), number);
    project.run(&["new", &format!("{folder}/next"), "--from", &manifest]).exits(0);
    let next = format!("{folder}/next/issue.toml");
    assert!(project.path(&next).is_file());
    project.run(&["fix", &next]).exits(0);
}

#[test]
fn a_number_is_the_same_by_whatever_path_it_is_called() {
    let sample = Project::sample();
    sample.run(&["build", "--no-lock", "--edition", "archive", "--out", "short"]).exits(0);
    // From the root of the disk, and as the system itself has it: on Windows with a drive, `D:\…`, and `\\?\D:\…`.
    let home = sample.path("");
    for (out, home) in [("whole", home.clone()), ("full", home.canonicalize().unwrap())] {
        let manifest = home.join("issue.toml");
        let (manifest, into) = (manifest.to_str().unwrap(), home.join(out));
        let args = ["build", manifest, "--no-lock", "--edition", "archive", "--out"];
        let elsewhere = Project::new();
        elsewhere.run(&[&args[..], &[into.to_str().unwrap()]].concat()).exits(0);
        let files = |folder: &str| -> Vec<_> {
            let entries = std::fs::read_dir(sample.path(folder)).unwrap();
            entries.map(|entry| std::fs::read(entry.unwrap().path()).unwrap()).collect()
        };
        assert!(files("short") == files(out), "{}", home.display());
    }
}

#[test]
fn what_notepad_saves_is_read_or_named_with_a_way_out_that_works() {
    let text = brief("한글 제목", "- 본문 글머리").replace('\n', "\r\n");
    let utf8 = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let ansi = encoding_rs::EUC_KR.encode(&text).0.into_owned();
    for (saved, code) in
        [(utf16(u16::to_le_bytes), "E0104"), (utf16(u16::to_be_bytes), "E0104"), (ansi, "E0105")]
    {
        let project = Project::with_manifest(saved);
        let told = project.run(&["build", "--lang", "ko"]).exits(1);
        told.says(code).says("issue.toml").says("메모장").says("다른 이름으로 저장").says("UTF-8");
        // Saved once more as it says, with the mark that Notepad used to write and without.
        for saved in [&utf8[..], text.as_bytes()] {
            std::fs::write(project.path("issue.toml"), saved).unwrap();
            project.run(&["check", "--lang", "ko"]).exits(0);
        }
    }
}

#[test]
fn a_file_that_is_written_twice_is_renamed_over_and_nothing_is_left_beside_it() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = project.path("out").join(SCREEN);
    // Who has the file open goes on reading what there was; on Windows it would keep its name.
    let open = (!cfg!(windows)).then(|| std::fs::File::open(&pdf).unwrap());
    let was = std::fs::read(&pdf).unwrap();
    std::fs::write(project.path("issue.toml"), brief("다른 제목", "- 다른 본문")).unwrap();
    project.run(&["build", "--edition", "screen"]).exits(0);
    assert!(std::fs::read(&pdf).unwrap() != was);
    if let Some(mut open) = open {
        let mut read = vec![];
        std::io::Read::read_to_end(&mut open, &mut read).unwrap();
        assert!(read == was);
    }
    let names: Vec<_> = project.out().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, [SCREEN]);
}

#[test]
fn names_that_differ_by_case_alone_never_meet() {
    // The same name in other letters is told before it is a file on one machine and none on another.
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";
    let body = brief("제목", "- 본문\n\n![그림](images/face.SVG)");
    let project = Project::with_manifest(body).file("images/Face.svg", svg);
    project.run(&["check"]).exits(1).says("error[E0144]").says("images/Face.svg");
    // Where both are files they stay; but no archive is made that could not be taken out anywhere.
    let both = brief("제목", "- 본문\n\n![그림](face.svg)\n\n![그림](Face.svg)");
    let project = Project::with_manifest(both).file("face.svg", svg).file("Face.svg", svg);
    if std::fs::read_dir(project.path("")).unwrap().count() == 3 {
        let told = project.run(&["build", "--edition", "archive"]).exits(1);
        told.says("error[E1005]").says("`face.svg`").says("one file with `Face.svg`");
        project.run(&["build", "--edition", "screen"]).exits(0);
    }
}
