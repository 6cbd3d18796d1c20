//! Failures in words for who runs the program, first of all what the machine refuses to do with a file or
//! folder.
//!
//! It names the file that the user knows, never one of a moment, and does nothing with either.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use jikji_diagnostic::{Arg, Lang, Phrase, Words, words};

/// What the machine refused to do with a file or folder that the user knows.
#[derive(Debug)]
pub struct Refused {
    /// What was to be done, with `{file}`.
    pub doing: Words,
    /// The file or folder.
    pub path: PathBuf,
    /// What the machine says.
    pub why: io::Error,
}

impl Refused {
    /// The same in a sentence.
    pub fn text(&self, lang: Lang) -> String {
        let doing = self.doing.fill(lang, &[("file", self.path.as_path().into())]);
        format!("{doing}: {}", reason(&self.why).say(lang))
    }
}

/// Why the machine refuses, and what is in the way. The system's own words are English, and may name a file of a
/// moment.
pub fn reason(why: &io::Error) -> Arg {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    let held = cfg!(windows) && matches!(why.raw_os_error(), Some(32 | 33));
    let known = match why.kind() {
        _ if held => Some(HELD),
        io::ErrorKind::NotFound => Some(NOT_THERE),
        io::ErrorKind::PermissionDenied => Some(NOT_ALLOWED),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some(FULL),
        io::ErrorKind::ReadOnlyFilesystem => Some(READ_ONLY),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Some(NO_FOLDER),
        io::ErrorKind::IsADirectory => Some(A_FOLDER),
        _ => None,
    };
    known.map_or_else(|| why.kind().to_string().into(), Arg::from)
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for Refused {}

/// Makes a refusal of the machine's word about `path`.
pub fn refused(doing: Words, path: &Path) -> impl Fn(io::Error) -> Refused {
    move |why| Refused { doing, path: path.to_path_buf(), why }
}

/// Another failure, in words.
#[derive(Debug)]
pub struct Failed(Phrase);

impl Failed {
    /// The same in a sentence.
    pub fn text(&self, lang: Lang) -> &str {
        self.0.say(lang)
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Lang::En))
    }
}

impl std::error::Error for Failed {}

/// Makes a failure of words and their values.
pub fn failed(words: Words, args: &[(&'static str, Arg)]) -> anyhow::Error {
    Failed(words.phrase(args)).into()
}

words! {
    /// A file was to be read.
    READING: "{file:을} 읽지 못했습니다", "failed to read {file}";
    /// A file was to be written.
    WRITING: "{file:을} 쓰지 못했습니다", "failed to write {file}";
    /// A folder was to be made.
    MAKING_FOLDER: "{file} 폴더를 만들지 못했습니다", "failed to create the folder {file}";
    /// A file or folder was to be made under a name that the system would take for another.
    NO_NAME: "{file:을} 만들지 못했습니다: {why}. 다른 이름을 고르세요", "failed to make {file}: {why}; choose another name";
    /// A folder was to be read.
    READING_FOLDER: "{file} 폴더를 읽지 못했습니다", "failed to read the folder {file}";
    /// A file was to be taken away.
    REMOVING: "{file:을} 지우지 못했습니다", "failed to remove {file}";
    /// A file is larger than is read.
    TOO_LARGE: "{file:은} 너무 큽니다: {size}. {most}까지 읽습니다", "{file} is too large: {size}, of {most} at most";
    /// A folder holds more than is looked through.
    TOO_MUCH: "{file} 폴더에 든 것이 너무 많습니다", "{file} holds too much";
    /// No address is free.
    NO_PORT: "이 컴퓨터에서 화면을 열 주소(포트)를 얻지 못했습니다", "failed to take a port";
    /// Another program has the file.
    HELD: "다른 프로그램이 열어 두었습니다. Acrobat 같은 프로그램은 연 파일을 바꾸지 못하게 막습니다. 그 창을 닫고 다시 실행하세요",
        "another program has it open, and lets nobody change it as Acrobat does; close it there and run again";
    /// There is none.
    NOT_THERE: "그런 파일이나 폴더가 없습니다", "no such file or folder";
    /// The user may not.
    NOT_ALLOWED: "권한이 없습니다. 읽기 전용인지, 다른 프로그램이 열고 있는지 확인하세요",
        "permission denied; see whether it is read-only or open in another program";
    /// The disk is full.
    FULL: "디스크에 남은 자리가 없습니다", "the disk is full";
    /// The disk takes nothing.
    READ_ONLY: "쓸 수 없는 디스크입니다", "the disk is read-only";
    /// A file stands in the place of a folder.
    NO_FOLDER: "폴더가 있어야 할 자리에 같은 이름의 파일이 있습니다", "a file stands where a folder belongs";
    /// A folder stands in the place of a file.
    A_FOLDER: "파일이 아니라 폴더입니다", "it is a folder";
}

#[cfg(test)]
mod tests {
    use super::{READING, reason, refused};
    use jikji_diagnostic::Lang;
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    #[test]
    fn a_refusal_names_the_file_and_the_reason_in_both_languages() {
        let said = |kind| refused(READING, Path::new("원고/issue.toml"))(Error::from(kind));
        let denied = said(ErrorKind::PermissionDenied);
        assert!(
            denied
                .text(Lang::Ko)
                .starts_with("원고/issue.toml을(를) 읽지 못했습니다: 권한이 없습니다")
        );
        assert!(
            denied.to_string().starts_with("failed to read 원고/issue.toml: permission denied")
        );
        let unreadable = reason(&Error::from(ErrorKind::IsADirectory));
        assert_eq!(unreadable.say(Lang::Ko), "파일이 아니라 폴더입니다");
        let other = said(ErrorKind::TimedOut).text(Lang::Ko);
        assert!(other.ends_with("timed out"), "{other}");
    }
}
