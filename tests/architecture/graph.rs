//! The files of the workspace and which of them use which.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use super::source;

/// A module's path, its crate's name first.
type Module = Vec<String>;

/// The source files by their paths from the root of the project.
pub struct Graph {
    /// The files that each file uses.
    pub arrows: BTreeMap<String, BTreeSet<String>>,
    /// The crates from outside that each file uses, and words that may be one.
    pub foreign: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// Reads `src` and `crates/*/src` below `root`.
    pub fn read(root: &Path) -> Self {
        let mut files = files(root, &["src", "crates"]);
        files.retain(|file, _| file.starts_with("src/") || file.split('/').nth(2) == Some("src"));
        let modules: BTreeMap<Module, String> =
            files.keys().map(|file| (module(file), file.clone())).collect();
        let mut graph = Self { arrows: BTreeMap::new(), foreign: BTreeMap::new() };
        for (file, text) in &files {
            let (used, foreign) = uses(&module(file), &source::paths(text), &modules);
            graph.arrows.insert(file.clone(), used.into_iter().filter(|to| to != file).collect());
            graph.foreign.insert(file.clone(), foreign);
        }
        graph
    }

    /// Circles of files, each as the shortest way from a file back to itself; of those that share a
    /// file, one.
    pub fn circles(&self) -> Vec<Vec<&str>> {
        let mut circles: Vec<Vec<&str>> = vec![];
        for file in self.arrows.keys() {
            if let Some(circle) = self.circle(file)
                && !circles.iter().flatten().any(|known| circle.contains(known))
            {
                circles.push(circle);
            }
        }
        circles
    }

    fn circle<'a>(&'a self, file: &'a str) -> Option<Vec<&'a str>> {
        let mut ways = VecDeque::from([vec![file]]);
        let mut seen = BTreeSet::new();
        while let Some(way) = ways.pop_front() {
            for next in &self.arrows[*way.last().expect("a way has a start")] {
                let longer = || way.iter().copied().chain([next.as_str()]).collect();
                if next == file {
                    return Some(longer());
                }
                if seen.insert(next) {
                    ways.push_back(longer());
                }
            }
        }
        None
    }
}

/// The text of every `.rs` file below `folders` of `root`, by its path from there.
pub fn files(root: &Path, folders: &[&str]) -> BTreeMap<String, String> {
    let mut folders: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut files = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

/// The module that a file holds: `src/a/b.rs` and `src/a/b/mod.rs` hold `jikji::a::b`.
fn module(file: &str) -> Module {
    let (name, inner) = match file.strip_prefix("crates/") {
        Some(rest) => {
            let (name, inner) = rest.split_once("/src/").expect("others were left out");
            (format!("jikji_{name}"), inner)
        }
        None => ("jikji".to_string(), file.strip_prefix("src/").expect("code stands in src")),
    };
    let names = inner.trim_end_matches(".rs").split('/').map(str::to_string);
    let names = names.filter(|name| name != "mod" && name != "lib");
    std::iter::once(name).chain(names).collect()
}

/// The files that the paths of a module lead to, and the first names of those that lead to none.
fn uses(
    module: &Module,
    paths: &[source::Path],
    modules: &BTreeMap<Module, String>,
) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut bound: BTreeMap<&str, Module> = BTreeMap::new();
    let (mut used, mut foreign) = (BTreeSet::new(), BTreeSet::new());
    for path in paths {
        let Some(whole) = absolute(module, path, &bound, modules) else {
            foreign.insert(path.names[0].clone());
            continue;
        };
        match &path.bound {
            // A module that is only brought near is used where something of it is named.
            Some(name) if name != "*" && modules.contains_key(&whole) => {
                bound.insert(name, whole);
            }
            _ => {
                let ends = (1..=whole.len()).rev();
                used.extend(ends.filter_map(|end| modules.get(&whole[..end])).next().cloned());
            }
        }
    }
    (used, foreign)
}

/// A path from its crate's name on; `None` if it leads out of the workspace or is no module's.
fn absolute(
    module: &Module,
    path: &source::Path,
    bound: &BTreeMap<&str, Module>,
    modules: &BTreeMap<Module, String>,
) -> Option<Module> {
    let here = || module.iter().chain(&path.inside).cloned().collect::<Module>();
    let (first, mut rest) = path.names.split_first()?;
    let mut start = match first.as_str() {
        "crate" => vec![module[0].clone()],
        "self" | "super" => here(),
        name => {
            let near = module.iter().chain([first]).cloned().collect();
            match bound.get(name) {
                Some(start) => start.clone(),
                None if modules.contains_key(&near) => near,
                None if modules.contains_key(std::slice::from_ref(first)) => vec![first.clone()],
                None => return None,
            }
        }
    };
    if first == "super" {
        start.pop();
    }
    while let [name, after @ ..] = rest
        && name == "super"
    {
        start.pop();
        rest = after;
    }
    start.extend(rest.iter().filter(|name| *name != "*").cloned());
    Some(start)
}
