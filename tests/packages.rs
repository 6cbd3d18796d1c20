//! What is handed out: the archives hold what their readers look for, as their machines read it.

#![cfg(unix)]

mod common;

use std::io::{Cursor, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{Project, validator};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Runs a script of `packages/` from a folder and expects that it works; what it says on stdout.
fn run(from: &Project, script: &str, env: &[(&str, &Path)], args: &[&Path]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("packages").join(script);
    let mut command = Command::new(path);
    command.current_dir(from.path(""));
    command.args(args).envs(env.iter().copied()).env("SOURCE_DATE_EPOCH", "1714521600");
    let given = command.output().unwrap();
    let said = String::from_utf8_lossy(&given.stderr);
    assert!(given.status.success(), "{script}: {said}");
    String::from_utf8(given.stdout).unwrap().trim().to_string()
}

/// A folder with a small program in jikji's place, licences and a guide, and the archive that is made of them.
fn portable(target: &str) -> (Project, PathBuf) {
    let project = Project::new()
        .file("program", format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_jikji")))
        .file("licences/crates.html", "licences")
        .file("guide/index.html", "guide");
    let program = project.path("program");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let env = [("LICENCES", Path::new("licences")), ("GUIDE", Path::new("guide"))];
    let args = ["program", target, "made"].map(Path::new);
    let archive = run(&project, "portable.sh", &env, &args);
    (project, archive.into())
}

fn unzipped(archive: &Path) -> Vec<(String, Vec<u8>)> {
    let bytes = std::fs::read(archive).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = vec![];
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = vec![];
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        // Windows takes a name for UTF-8 by bit 11 of the flags alone (APPNOTE.TXT, 4.4.4), whatever readers guess here.
        let marked = file.flags().as_u16() & 1 << 11 != 0;
        assert!(marked || name.is_ascii(), "{name} is not marked as UTF-8");
        files.push((name, bytes));
    }
    files
}

#[test]
fn the_archive_for_windows_has_a_program_a_word_for_its_reader_and_a_number_that_is_set() {
    if validator("python3").is_none() {
        return;
    }
    let (_one, archive) = portable("x86_64-pc-windows-msvc");
    let home = format!("jikji-{VERSION}-x86_64-pc-windows-msvc");
    assert_eq!(archive.file_name().unwrap().to_str().unwrap(), format!("{home}.zip"));
    let files = unzipped(&archive);
    let names: Vec<&str> =
        files.iter().map(|(name, _)| name.strip_prefix(&format!("{home}/")).unwrap()).collect();
    for name in [
        "jikji.exe",
        "읽어보기.txt",
        "보기/issue.toml",
        "안내서/index.html",
        "licences/crates.html",
    ] {
        assert!(names.contains(&name), "{name} is not among {names:?}");
    }
    // Notepad of any Windows shows it as it is meant.
    let said = &files[names.iter().position(|name| *name == "읽어보기.txt").unwrap()].1;
    let said = std::str::from_utf8(said).unwrap().strip_prefix('\u{feff}').unwrap();
    assert!(
        said.lines().count() > 20 && said.split_inclusive('\n').all(|line| line.ends_with("\r\n"))
    );
    assert!(said.contains(VERSION) && !said.contains('{'), "{said}");
    // Whatever it names is there, by the name that stands first in its line.
    let (_, listed) = said.split_once("이 폴더에 있는 것").unwrap();
    let listed: Vec<&str> = listed.lines().filter_map(|line| line.split("  ").next()).collect();
    let listed = listed.into_iter().filter(|name| !name.is_empty());
    for name in listed {
        let inside = format!("{name}/");
        let there = names.iter().any(|known| *known == name || known.starts_with(&inside));
        assert!(there, "{name} is not among {names:?}");
    }
    let number = files.iter().zip(&names).filter_map(|((_, bytes), name)| {
        name.strip_prefix("보기/").map(|name| (name.to_string(), bytes.clone()))
    });
    let number = number.fold(Project::new(), |project, (name, bytes)| project.file(&name, bytes));
    number.run(&["check"]).exits(0);
    let (_other, again) = portable("x86_64-pc-windows-msvc");
    assert!(
        std::fs::read(archive).unwrap() == std::fs::read(again).unwrap(),
        "another day, other bytes"
    );
}

#[test]
fn the_archive_for_other_desks_has_manual_pages_and_completions() {
    let (project, archive) = portable("x86_64-unknown-linux-musl");
    let home = project.path(&format!("jikji-{VERSION}-x86_64-unknown-linux-musl"));
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(&archive).arg("-C").arg(home.parent().unwrap());
    assert!(tar.status().unwrap().success());
    let read = |name: &str| std::fs::read_to_string(home.join(name)).unwrap();
    assert!(read("README.txt").contains(VERSION) && !read("README.txt").contains('{'));
    for page in ["man/jikji.1", "man/ko/jikji-build.1"] {
        assert!(read(page).contains(".TH"), "{page}");
    }
    for shell in ["bash", "zsh", "fish"] {
        assert!(read(&format!("completions/jikji.{shell}")).contains("preflight"), "{shell}");
    }
    let given = Command::new(home.join("jikji")).arg("--version").output().unwrap();
    assert!(String::from_utf8_lossy(&given.stdout).starts_with("jikji "));
    assert!(home.join("sample/issue.toml").exists() && home.join("licences/crates.html").exists());
}

#[test]
fn the_guide_opens_at_its_first_chapter() {
    // In the place of mdbook, whose index.html has the links of a chapter that stands in another folder.
    let mdbook = "#!/bin/sh\nmkdir -p \"$4/ko\" && echo \"$1 $2\" | tee \"$4/index.html\" > \"$4/ko/index.html\"\n";
    let project = Project::new().file("bin/mdbook", mdbook);
    let (bin, program) = (project.path("bin"), project.path("bin/mdbook"));
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    run(&project, "guide.sh", &[("PATH", Path::new(&path))], &["안내서"].map(Path::new));
    let read = |name| std::fs::read_to_string(project.path(name)).unwrap();
    assert_eq!(read("안내서/ko/index.html"), "build docs\n");
    assert!(read("안내서/index.html").contains("url=ko/index.html"));
}

#[test]
fn what_winget_and_scoop_ask_for_is_filled_in() {
    let zip = format!("jikji-{VERSION}-x86_64-pc-windows-msvc.zip");
    let project = Project::new().file(&zip, "abc");
    let out = project.path("listings");
    let args = [VERSION, "somebody/jikji", &zip, "listings"].map(Path::new);
    run(&project, "listings.sh", &[], &args);
    // What SHA-256 makes of `abc` (FIPS 180-2, B.1).
    let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let scoop = std::fs::read_to_string(out.join("jikji.json")).unwrap();
    let scoop: serde_json::Value = serde_json::from_str(&scoop).unwrap();
    // By a double click numbers would stand in the folder of one version, and go with it.
    assert!(scoop["shortcuts"].is_null());
    let download = &scoop["architecture"]["64bit"];
    let address = format!("https://github.com/somebody/jikji/releases/download/v{VERSION}/{zip}");
    assert_eq!((&download["hash"], &download["url"]), (&sum.into(), &address.clone().into()));
    let read = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
    let installer = read("Jikji.Jikji.installer.yaml");
    assert!(
        installer.contains(&format!("InstallerSha256: {}\n", sum.to_uppercase())),
        "{installer}"
    );
    assert!(installer.contains(&format!("InstallerUrl: {address}\n")), "{installer}");
    let program = format!("RelativeFilePath: jikji-{VERSION}-x86_64-pc-windows-msvc\\jikji.exe\n");
    assert!(installer.contains(&program), "{installer}");
    for listing in out.read_dir().unwrap() {
        let text = std::fs::read_to_string(listing.unwrap().path()).unwrap();
        assert!(
            text.contains(VERSION) && !text.contains("{version}") && !text.contains("{SHA256}")
        );
    }
}
