//! The command line's help in Korean; the English stands at the arguments themselves.
//!
//! Words only: what the arguments are is [`super::args`]'.

use clap::{Arg, ArgAction, Command};

use crate::edition::Edition;

/// A command by its name (`jikji` for the program), how it is called, and what it does.
const COMMANDS: &[(&str, &str, &str)] = &[
    ("jikji", "jikji [옵션] <명령>", "TOML 원고 하나로 한글 월간지 한 호의 PDF를 만듭니다."),
    ("build", "jikji build [옵션] [MANIFEST]", "한 호를 조판해 판을 만듭니다"),
    ("check", "jikji check [옵션] [MANIFEST]", "build가 할 말을 모두 하되 파일은 쓰지 않습니다"),
    ("edit", "jikji edit [옵션] [MANIFEST]", "쪽을 브라우저에서 보면서 글을 고칩니다"),
    (
        "fix",
        "jikji fix [옵션] [MANIFEST]",
        "check가 찾은 것 가운데 안전하게 고칠 수 있는 것을 고쳐 쓰고 보여 줍니다",
    ),
    ("new", "jikji new [옵션] <DIR>", "새 호의 폴더를 만듭니다: 지난 호의 다음 호나 첫 호"),
    (
        "add",
        "jikji add [옵션] <FILES>...",
        "필자의 원고(HWPX, HWP, DOCX, Markdown, 텍스트)를 이 호의 글로 넣습니다",
    ),
    ("archive", "jikji archive [옵션] <FOLDER>", "폴더 아래의 호를 모두, 바뀐 것만 다시 만듭니다"),
    (
        "import",
        "jikji import [옵션] --out <OUT> <FILE>",
        "지난 호(HWPX, HWP, DOCX, Markdown, 텍스트)를 원고로 바꿉니다",
    ),
    (
        "restore",
        "jikji restore [옵션] --out <OUT> <FILE>",
        "보존판에서 원고와 그림을 다시 꺼냅니다",
    ),
    (
        "preflight",
        "jikji preflight [옵션] <FILE>...",
        "어떤 PDF든 인쇄에 맞는지 살펴봅니다. 폴더면 그 안의 모든 PDF를 봅니다",
    ),
    ("impose", "jikji impose [옵션] --out <OUT> <FILE>", "인쇄 파일의 쪽을 인쇄 종이에 앉힙니다"),
    ("schema", "jikji schema [옵션]", "편집기가 쓸 원고의 JSON Schema를 보여 줍니다"),
    ("fonts", "jikji fonts [옵션]", "조판에 쓸 수 있는 글꼴을 보여 줍니다"),
    ("layouts", "jikji layouts [옵션]", "쓸 수 있는 레이아웃을 보여 줍니다"),
    ("completions", "jikji completions [옵션] <SHELL>", "셸 자동 완성 스크립트를 보여 줍니다"),
    ("man", "jikji man [옵션] <FOLDER>", "명령마다 설명서(man)를 폴더에 씁니다"),
];

/// An argument by its command and its name, and what it is for. Those of `*` are the same everywhere.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("*", "lang", "메시지의 언어: ko, en. 적지 않으면 시스템 설정을 따릅니다"),
    ("*", "help", "이 도움말을 봅니다"),
    ("*", "json", "프로그램이 읽을 보고서를 표준 출력에 씁니다"),
    ("jikji", "version", "판 번호를 봅니다"),
    ("build", "manifest", "원고. 적지 않으면 issue.toml"),
    ("build", "deny", "warnings를 주면 경고도 오류로 칩니다"),
    ("build", "edition", "만들 판. 여러 번 쓸 수 있고, 적지 않으면 screen과 print"),
    ("build", "out", "만든 파일을 둘 폴더. 적지 않으면 out"),
    ("build", "no_lock", "원고 옆에 잠금 파일을 쓰지 않습니다"),
    ("build", "emit", "이 호를 Typst 원고로도 이 폴더에 씁니다"),
    ("build", "png", "쪽마다 그림도 만듭니다. 인치당 픽셀 수를 적습니다"),
    ("check", "manifest", "원고. 적지 않으면 issue.toml"),
    ("check", "deny", "warnings를 주면 경고도 오류로 칩니다"),
    ("check", "edition", "살펴볼 판. 적지 않으면 screen과 print"),
    ("edit", "manifest", "원고. 적지 않으면 issue.toml"),
    ("edit", "port", "쓸 포트. 적지 않으면 1377이고, 이미 쓰고 있으면 다른 포트를 씁니다"),
    ("edit", "no_open", "브라우저를 열지 않습니다"),
    ("edit", "read_only", "브라우저에서 아무것도 고칠 수 없게 합니다"),
    ("fix", "manifest", "원고. 적지 않으면 issue.toml"),
    ("fix", "dry_run", "고칠 것을 보여 주기만 하고 쓰지 않습니다"),
    ("new", "dir", "새 호를 둘 폴더"),
    ("new", "from", "지난 호의 원고. 구성과 간행물, 판권, 인쇄 정보를 그대로 둡니다"),
    ("add", "files", "필자의 원고. 여러 파일을 한꺼번에 넣을 수 있습니다"),
    ("add", "to", "글을 넣을 호의 원고. 적지 않으면 issue.toml"),
    ("add", "section", "글을 넣을 절의 제목. 적지 않으면 마지막 절"),
    ("add", "kind", "글의 종류. 적지 않으면 기사를 담는 종류"),
    ("add", "force", "제목이나 본문이 같은 글이 있으면 그 자리에 바꿔 넣습니다"),
    ("archive", "folder", "원고들이 있는 폴더. --merge와 쓰면 나눈 작업의 보고서가 있는 폴더"),
    ("archive", "out", "만든 파일과 보고서를 둘 폴더. 적지 않으면 out"),
    ("archive", "edition", "호마다 만들 판. 적지 않으면 screen과 archive"),
    ("archive", "jobs", "한꺼번에 만들 호의 수. 적지 않으면 프로세서 수만큼"),
    ("archive", "shard", "1/4처럼 적으면 전체의 그 부분만 만듭니다"),
    (
        "archive",
        "verify",
        "만들지 않고, 잠금 파일대로 다시 만들어 견줍니다. verify.html에 결과가 보입니다",
    ),
    ("archive", "merge", "만들지 않고, 나눈 작업의 보고서를 report.json으로 합칩니다"),
    ("import", "file", "지난 호: HWPX, HWP, DOCX, Markdown, 텍스트"),
    ("import", "out", "원고와 보고서를 둘 폴더"),
    ("import", "layout", "원고를 쓸 레이아웃. 적지 않으면 spri-brief"),
    ("import", "strict", "남은 물음이 있으면 실패로 끝냅니다"),
    ("import", "force", "손으로 고친 원고도 덮어씁니다"),
    ("restore", "file", "보존판 PDF"),
    ("restore", "out", "꺼낸 파일을 둘 폴더"),
    ("restore", "force", "이미 있는 파일도 덮어씁니다"),
    ("preflight", "files", "PDF 파일이나 PDF가 든 폴더. 여럿을 적을 수 있습니다"),
    (
        "preflight",
        "profile",
        "인쇄소 설정(coated, uncoated, digital, TOML 파일의 경로)이나 잉크 한도를 정하는 인쇄 조건(coated-fogra39, uncoated-fogra29, ICC 파일의 경로). 적지 않으면 파일이 밝힌 조건",
    ),
    (
        "preflight",
        "standard",
        "지킬 표준: x4, x3, x1a. none이면 인쇄에 걸리는 것만 봅니다. 적지 않으면 x4",
    ),
    (
        "preflight",
        "bleed",
        "모든 변에 있어야 할 도련. 3mm, 0.125in처럼 0mm부터 20mm까지. 적지 않으면 3mm",
    ),
    (
        "preflight",
        "report",
        "보고서를 씁니다: 사람이 볼 .html과 .pdf, 프로그램이 볼 .sarif와 .xml(JUnit). 여러 번 쓸 수 있습니다",
    ),
    ("preflight", "png", "찾은 곳을 표시한 쪽 그림을 이 폴더에 씁니다"),
    ("impose", "file", "인쇄 파일"),
    ("impose", "out", "앉힌 파일을 쓸 곳"),
    (
        "impose",
        "sheet",
        "재단한 두 쪽이 나란히 놓일 종이의 크기(mm). 420x297처럼 적고, 적지 않으면 420x297",
    ),
    (
        "impose",
        "creep",
        "접은 종이 한 장이 다음 장을 밀어내는 거리, 0부터 2까지(mm). 적지 않으면 0",
    ),
    ("impose", "no_marks", "접는 선, 재단선, 장합 표시를 빼고 만듭니다"),
    ("impose", "n_up", "소책자 대신 한 장에 여러 쪽을 놓은 교정지를 만듭니다. 2x2처럼 적습니다"),
    ("schema", "layout", "어느 레이아웃의 원고인지. 적지 않으면 spri-brief"),
    ("schema", "profile", "원고 대신 인쇄소 설정의 JSON Schema를 보여 줍니다"),
    ("schema", "folder", "layouts 폴더를 먼저 찾아볼 폴더. 적지 않으면 지금 폴더"),
    ("fonts", "folder", "fonts 폴더를 함께 볼 폴더. 적지 않으면 지금 폴더"),
    ("fonts", "system", "컴퓨터에 설치된 글꼴도 봅니다"),
    ("layouts", "folder", "layouts 폴더를 함께 볼 폴더. 적지 않으면 지금 폴더"),
    ("man", "folder", "설명서를 둘 폴더"),
    ("completions", "shell", "셸: bash, zsh, fish, elvish, powershell"),
];

const TEMPLATE: &str = "{about-with-newline}\n쓰는 법: {usage}\n\n{all-args}";

/// What an argument of a command is for.
pub fn of(command: &str, argument: &str) -> Option<String> {
    let found = |&&(owner, name, _): &&(&str, &str, &str)| {
        name == argument && (owner == command || owner == "*")
    };
    let (.., words) = ARGUMENTS.iter().find(found)?;
    Some(if argument == "edition" { format!("{words}: {}", editions()) } else { (*words).into() })
}

/// The editions' names, each with what Korean calls it.
fn editions() -> String {
    let called = |edition: &Edition| format!("{}({})", edition.name(), edition.korean());
    Edition::ALL.iter().map(called).collect::<Vec<_>>().join(", ")
}

/// The command line with its help in Korean.
pub fn korean(command: Command) -> Command {
    let names: Vec<String> =
        command.get_subcommands().map(|command| command.get_name().to_string()).collect();
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = command.disable_version_flag(true).disable_help_subcommand(true).arg(version);
    let command = translated(command).subcommand_help_heading("명령").subcommand_value_name("명령");
    names.iter().fold(command, |command, name| command.mut_subcommand(name, translated))
}

fn translated(command: Command) -> Command {
    let name = command.get_name().to_string();
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command.disable_help_flag(true).arg(help).help_template(TEMPLATE);
    let command = match COMMANDS.iter().find(|(known, ..)| *known == name) {
        Some((_, usage, about)) => command.override_usage(*usage).about(*about).long_about(None),
        None => command,
    };
    command.mut_args(|arg| {
        let heading = if arg.is_positional() { "인수" } else { "옵션" };
        let values = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
        let arg = arg.help_heading(heading).hide_default_value(values).hide_possible_values(values);
        match of(&name, arg.get_id().as_str()) {
            Some(words) => arg.help(words).long_help(None),
            None => arg,
        }
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::args::Cli;
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_korean() {
        let hangul = |text: &str| text.contains(|c| ('가'..='힣').contains(&c));
        let korean = korean(Cli::command());
        for command in std::iter::once(&korean).chain(korean.get_subcommands()) {
            let name = command.get_name();
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(hangul(&about), "{name}: {about}");
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(hangul(&help), "{name} {}: {help}", argument.get_id());
            }
        }
        korean.debug_assert();
    }

    #[test]
    fn no_words_are_for_what_is_not_there() {
        let command = korean(Cli::command());
        let has = |command: &Command, name: &str| {
            command.get_arguments().any(|argument| argument.get_id() == name)
        };
        for (owner, name, _) in ARGUMENTS {
            let there = match *owner {
                "*" => command.get_subcommands().any(|command| has(command, name)),
                "jikji" => has(&command, name),
                owner => command.find_subcommand(owner).is_some_and(|command| has(command, name)),
            };
            assert!(there || *name == "lang", "{owner} {name}");
        }
    }
}
