//! What the tests share: a project in a temporary folder, the program run in it, and the independent
//! programs that judge its files.

#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod ad;
pub mod archive;
pub mod films;
pub mod likeness;

use std::io::Seek;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

/// A project folder that vanishes with the test.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// An empty project.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A project with a manifest.
    pub fn with_manifest(manifest: impl AsRef<[u8]>) -> Self {
        Self::new().file("issue.toml", manifest)
    }

    /// The number that comes with the program.
    pub fn sample() -> Self {
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |name: &str| std::fs::read(home.join(name)).unwrap();
        let picture = "images/talking-face.svg";
        Self::with_manifest(read("issue.toml")).file(picture, read(picture))
    }

    /// Adds a file.
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    /// Adds the built-in layout as the project's own, changed by `edit` file by file.
    pub fn own_layout(self, edit: impl Fn(&str, String) -> String) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/spri-brief");
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
        entries.fold(self, |project, entry| {
            let name = entry.file_name().into_string().unwrap();
            let text = edit(&name, std::fs::read_to_string(entry.path()).unwrap());
            project.file(&format!("layouts/spri-brief/{name}"), text)
        })
    }

    /// The same with one text of one of its files, which has to be there, changed.
    #[track_caller]
    pub fn changed_layout(self, file: &str, from: &str, to: &str) -> Self {
        self.own_layout(|name, text| {
            if name != file {
                return text;
            }
            assert!(text.contains(from), "{file} has no {from}");
            text.replacen(from, to, 1)
        })
    }

    /// A path inside the project.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs the program inside the project, in English and without colour.
    pub fn run(&self, args: &[&str]) -> Finished {
        self.run_with(args, &[])
    }

    /// The same with environment variables.
    pub fn run_with(&self, args: &[&str], env: &[(&str, &str)]) -> Finished {
        self.run_as(Command::new(env!("CARGO_BIN_EXE_jikji")), args, env)
    }

    /// The same by a command that starts the program; one that never ends is killed and fails the test.
    #[track_caller]
    pub fn run_as(&self, mut command: Command, args: &[&str], env: &[(&str, &str)]) -> Finished {
        command.args(args).current_dir(self.folder.path());
        command.env("LC_ALL", "en_US.UTF-8").env_remove("NO_COLOR");
        command.envs(env.iter().copied());
        let [mut out, mut err] = [(); 2].map(|()| tempfile::tempfile().unwrap());
        command.stdin(Stdio::null());
        command.stdout(out.try_clone().unwrap()).stderr(err.try_clone().unwrap());
        let status = ended(command.spawn().unwrap());
        let [stdout, stderr] = [&mut out, &mut err].map(|file| {
            let mut bytes = vec![];
            file.rewind().unwrap();
            std::io::copy(file, &mut bytes).unwrap();
            bytes
        });
        let told = String::from_utf8_lossy(&stderr);
        let status = status.unwrap_or_else(|| panic!("{args:?} under {env:?} never ends:\n{told}"));
        Finished::new(Output { status, stdout, stderr })
    }

    /// Everything in `out/`, by name.
    pub fn out(&self) -> Vec<(String, Vec<u8>)> {
        let Ok(entries) = std::fs::read_dir(self.path("out")) else { return vec![] };
        let mut files: Vec<_> = entries
            .map(|entry| entry.unwrap())
            .map(|entry| {
                (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
            })
            .collect();
        files.sort();
        files
    }
}

/// How a program ended; `None` if it had to be killed, long after any would have ended.
fn ended(mut child: Child) -> Option<ExitStatus> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(300) {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

/// A program that ended.
pub struct Finished {
    /// Exit status.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Finished {
    fn new(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program was not killed"),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Expects an exit status.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// Expects a text on stderr.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "no “{text}” in:\n{}", self.stderr);
        self
    }

    /// Expects text that is not on stderr.
    #[track_caller]
    pub fn never_says(self, text: &str) -> Self {
        assert!(!self.stderr.contains(text), "“{text}” in:\n{}", self.stderr);
        self
    }

    /// The JSON report on stdout.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// An independent program, or `None` where it is missing and nobody requires it. In CI
/// (`JIKJI_VALIDATORS=required`) a missing one fails the test.
pub fn validator(program: &str) -> Option<Command> {
    let found = match program {
        "verapdf" => verapdf(),
        "typst" => tool("typst/bin/python3").map(Command::new),
        "readers" => tool("readers/bin/python3").map(Command::new),
        "hwpx" => tool("hwpx/bin/python3").map(Command::new),
        "pdfjs" => pdfjs(),
        "taplo" => tool("taplo/node_modules/.bin/taplo").map(Command::new),
        "taplo-lsp" => taplo_lsp(),
        "xjdf" => xjdf(),
        // Debian's own interpreter has Debian's packages.
        "python3" => Some(Command::new("/usr/bin/python3")).filter(|_| has_modules()),
        _ => on_path(program).map(Command::new),
    };
    let required = std::env::var("JIKJI_VALIDATORS").is_ok_and(|value| value == "required");
    assert!(found.is_some() || !required, "{program} is required and missing");
    if found.is_none() {
        eprintln!("skipped: {program} is not installed (tests/validators/install.sh)");
    }
    found
}

/// The script that tests a page of the web by the rules of WCAG; `None` where there is none and nobody requires it.
pub fn axe() -> Option<String> {
    let found = tool("axe/node_modules/axe-core/axe.min.js");
    let required = std::env::var("JIKJI_VALIDATORS").is_ok_and(|value| value == "required");
    assert!(found.is_some() || !required, "axe-core is required and missing");
    if found.is_none() {
        eprintln!("skipped: axe-core is not installed (tests/validators/install.sh)");
    }
    found.map(|path| std::fs::read_to_string(path).unwrap())
}

fn taplo_lsp() -> Option<Command> {
    tool("taplo-lsp/node_modules/@taplo/lsp")?;
    let mut command = on_path("node").map(Command::new)?;
    let script = "tests/validators/taplo-lsp.mjs";
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(script)).arg(tool("taplo-lsp")?);
    Some(command)
}

fn tool(path: &str) -> Option<PathBuf> {
    let tools = PathBuf::from(std::env::var_os("JIKJI_TOOLS")?);
    Some(tools.join(path)).filter(|path| path.exists())
}

fn verapdf() -> Option<Command> {
    let jars = tool("verapdf")?;
    let mut command = Command::new(on_path("java")?);
    command.arg("-cp").arg(jars.join("*")).arg("org.verapdf.apps.GreenfieldCliWrapper");
    Some(command)
}

fn xjdf() -> Option<Command> {
    let schema = tool("xjdf/jdfschema_2_2.xsd")?;
    let mut command = Command::new("/usr/bin/python3");
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validators/xjdf.py")).arg(schema);
    Some(command)
}

fn pdfjs() -> Option<Command> {
    let folder = tool("pdfjs")?;
    let mut command = Command::new(on_path("node")?);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validators/lines.js"));
    command.arg(folder);
    Some(command)
}

fn has_modules() -> bool {
    Command::new("/usr/bin/python3")
        .args(["-c", "import jsonschema, pikepdf"])
        .output()
        .is_ok_and(|output| output.status.success())
}

fn on_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// Runs a validator and returns its standard output.
#[track_caller]
pub fn output_of(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?} failed:\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of a PDF in content order, without white space, as poppler reads it.
pub fn extracted_text(pdf: &Path) -> Option<String> {
    let mut command = validator("pdftotext")?;
    command.args(["-raw", "-enc", "UTF-8"]).arg(pdf).arg("-");
    Some(without_space(&output_of(command)))
}

/// A text without white space.
pub fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A manifest of one brief with a body.
pub fn brief(title: &str, body: &str) -> String {
    issue(&format!("{}body = '''\n{body}\n'''\n", entry(title)))
}

/// The head of a brief entry with everything but its body.
pub fn entry(title: &str) -> String {
    format!(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"{title}\"\n\
         key = [\"핵심을 한 줄로 요약\", \"둘째 핵심도 한 줄로 요약\"]\n\
         sources = [{{ publisher = \"기관\", title = \"보고서 제목\", date = 2024-05-01 }}]\n"
    )
}

/// A manifest with the given entries in one section.
pub fn issue(entries: &str) -> String {
    format!(
        "{HEAD}\n[[parts]]\ntitle = \"동향\"\n\n[[parts.sections]]\ntitle = \"정책\"\n\n{entries}"
    )
}

/// Everything a manifest needs before its parts; what a house would say of such short texts is not asked for.
pub const HEAD: &str = r#"layout = "spri-brief"
checks.profile = "off"
[publication]
name = "Test Brief"
publisher = "연구소"

[issue]
year = 2024
month = 5
published = 2024-05-07
"#;
