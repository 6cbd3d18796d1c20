//! What is said of lock files and of archives of many numbers.

use jikji_diagnostic::messages;

messages! {
    /// A lock of a later jikji.
    LOCK_NEWER = Warning "W1001" {
        ko: "{file:은} 더 새로운 jikji {version}의 잠금 파일이라 그대로 두었습니다",
        en: "{file} was written by the later jikji {version} and is left alone",
        help_ko: "jikji를 새로 받아 쓰거나, 이 판으로 다시 만들려면 잠금 파일을 지우세요",
        help_en: "use that jikji, or delete the lock to start anew with this one",
    }
    /// A lock that somebody changed.
    LOCK_EDITED = Warning "W1002" {
        ko: "{file:은} 손으로 고친 잠금 파일이라 믿지 않고 새로 썼습니다",
        en: "{file} was edited by hand; it is not relied on and was written anew",
        help_ko: "잠금 파일은 고치지 마세요. 원고를 고치고 다시 만들면 됩니다",
        help_en: "leave lock files to jikji: change the manuscript and build again",
    }
    /// A lock that is none.
    LOCK_UNREADABLE = Warning "W1003" {
        ko: "{file:을} 읽을 수 없어 새로 썼습니다: {reason}",
        en: "{file} is no lock file and was written anew: {reason}",
        help_ko: "파일이 깨졌던 것 같습니다. 할 일은 없습니다",
        help_en: "it was probably damaged; nothing needs to be done",
    }
    /// Two numbers with one name.
    SAME_SLUG = Error "E1004" {
        ko: "{slug:이라}는 이름의 호가 둘입니다: {first}, {second}",
        en: "two numbers are called {slug}: {first} and {second}",
        help_ko: "둘 가운데 하나에 `slug`를 따로 적거나 연월을 고치세요",
        help_en: "give one of them a `slug` of its own, or mend its year or month",
    }
    /// A name that an archive edition cannot carry.
    INPUT_NAME = Error "E1005" {
        ko: "{file:은} 보존판에 넣을 수 없는 이름입니다: {what}",
        en: "{file} has a name that an archive edition cannot carry: {what}",
        help_ko: "다른 이름으로 바꾸고 원고도 고치세요. 어느 컴퓨터에서나 안전한 이름만 다시 꺼낼 수 있습니다",
        help_en: "give it another name, in the manifest too; only names that are safe on every machine can be taken out again",
    }
    /// More than an archive edition can carry.
    INPUT_MUCH = Error "E1006" {
        ko: "보존판에 넣을 파일이 너무 많습니다: {files}개, {size}",
        en: "an archive edition cannot carry so much: {files} files, {size}",
        help_ko: "{most}개, {most_size}까지 다시 꺼낼 수 있습니다. 쓰지 않는 글꼴과 그림을 원고 폴더에서 치우세요",
        help_en: "up to {most} files and {most_size} can be taken out again; remove fonts and pictures that are not used",
    }
}
