//! Packs the fonts that go into the program, and tells a release which commit it is made of.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use flate2::Compression;
use flate2::write::DeflateEncoder;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=fonts");
    let release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    pack_fonts(release);
    if release {
        tell_commit();
    }
}

/// Packs each font; a program for development unpacks them in every test, so that they are only wrapped there.
fn pack_fonts(release: bool) {
    let level = if release { Compression::best() } else { Compression::none() };
    let out = std::env::var_os("OUT_DIR").expect("Cargo names the folder");
    for entry in Path::new("fonts").read_dir().expect("the fonts are beside the sources") {
        let path = entry.expect("a folder that was opened can be read").path();
        if path.extension().is_none_or(|extension| extension != "ttf") {
            continue;
        }
        let name = path.file_name().expect("an entry of a folder has a name").display();
        let packed = File::create(Path::new(&out).join(format!("{name}.deflate")));
        let mut packer = DeflateEncoder::new(packed.expect("Cargo's folder can be written"), level);
        let mut font = File::open(&path).expect("a font that is listed can be read");
        std::io::copy(&mut font, &mut packer).expect("a font is packed");
        packer.finish().expect("a packed font is written");
    }
}

/// A program for development is not told: it would be built anew with every commit.
fn tell_commit() {
    // Sources that were unpacked inside somebody else's history have none of their own.
    let home = std::env::var("CARGO_MANIFEST_DIR").ok();
    if git(&["rev-parse", "--show-toplevel"]) != home {
        return;
    }
    // What was checked out or committed last is written there.
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo::rerun-if-changed={log}");
    }
    let clean =
        git(&["status", "--porcelain", "--untracked-files=no"]).is_some_and(|all| all.is_empty());
    // Sources with what was not committed are of no commit.
    if let Some(commit) = git(&["rev-parse", "--short=12", "HEAD"]).filter(|_| clean) {
        println!("cargo::rustc-env=JIKJI_COMMIT={commit}");
    }
}

fn git(args: &[&str]) -> Option<String> {
    let given = Command::new("git").args(args).output().ok()?;
    given.status.success().then(|| String::from_utf8_lossy(&given.stdout).trim().to_string())
}
