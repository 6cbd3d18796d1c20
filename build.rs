//! Tells a release which commit it is made of.
//!
//! A program for development is not asked: it would be built anew with every commit.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("PROFILE").is_ok_and(|profile| profile != "release") {
        return;
    }
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
