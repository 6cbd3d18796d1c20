//! Archives of small numbers, and runs over them.

use serde_json::Value;

use super::{Project, brief};

/// A manifest of its own month.
pub fn month(month: u32) -> String {
    brief(&format!("{month}월의 기사"), &format!("- {month}월의 본문"))
        .replace("month = 5", &format!("month = {month}"))
}

/// An archive of `count` numbers in folders of their own.
pub fn archive(count: u32) -> Project {
    (1..=count).fold(Project::new(), |project, n| {
        project.file(&format!("back/{n:02}/issue.toml"), month(n))
    })
}

pub const RUN: [&str; 4] = ["archive", "back", "--edition", "screen"];

#[track_caller]
pub fn counts(report: &Value) -> (u64, u64, u64) {
    let count = |key: &str| report[key].as_u64().unwrap();
    (count("built"), count("fresh"), count("failed"))
}

pub fn run(project: &Project, more: &[&str]) -> Value {
    let args: Vec<&str> = RUN.iter().chain(more).copied().chain(["--json"]).collect();
    project.run(&args).json()
}
