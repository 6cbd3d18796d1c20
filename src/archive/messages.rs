//! What the `archive` room says of files it restores from or compares.

use jikji_diagnostic::{messages, words};

words! {
    /// A number is being built.
    BUILDING: "호를 만드는", "building the number";
    /// A number is being built anew to compare it.
    REBUILDING: "호를 다시 만드는", "building the number anew";

    /// A folder without reports to join.
    NO_REPORTS: "{file} 폴더에 나눈 작업의 보고서(report-K-of-N.json)가 없습니다. 보고서를 모아 둔 폴더를 적으세요",
        "there is no report of a shard (report-K-of-N.json) in {file}; name the folder that holds them";
    /// Reports that do not belong together.
    OTHER_SPLIT: "몇으로 나누었는지가 서로 다른 보고서가 섞여 있습니다. 먼저 만든 보고서를 지우고 다시 실행하세요",
        "the reports are of different splits; delete the earlier ones and run again";
    /// Shards without a report.
    MISSING_SHARDS: "{shards} 작업의 보고서가 없습니다. 그 작업을 마저 실행하세요",
        "the reports of the shards {shards} are missing; run those shards first";
    /// A number that two shards built.
    BUILT_TWICE: "{file} 원고를 두 작업에서 만들었습니다. 작업마다 같은 원고 폴더를 쓰는지 확인하세요",
        "two shards built {file}; see whether all of them work on the same manuscripts";
    /// A file that is no report of a shard, or of another jikji.
    NO_REPORT: "{file:은} 이 jikji가 쓴 보고서가 아닙니다. 그 작업을 다시 실행하세요",
        "{file} is no report that this jikji wrote; run that shard again";
}

messages! {
    /// Bytes that are no PDF.
    NOT_PDF = Error "E0901" {
        ko: "PDF가 아닌 파일입니다",
        en: "the file is not a PDF",
        help_ko: "`jikji archive`나 `jikji build --edition archive`로 만든 `…-archive.pdf`를 고르세요",
        help_en: "choose an archive edition, `…-archive.pdf`",
    }
    /// A file that cannot be read, or whose attachments are not whole.
    DAMAGED = Error "E0902" {
        ko: "PDF가 손상되어 첨부 파일을 꺼내지 못했습니다: {what}",
        en: "the file is damaged, so its attachments cannot be taken out: {what}",
        help_ko: "사본이 있으면 그것으로 다시 해 보세요. 아무 파일도 쓰지 않았습니다",
        help_en: "try another copy of it; no file has been written",
    }
    /// An encrypted file.
    ENCRYPTED = Error "E0903" {
        ko: "암호가 걸린 PDF입니다",
        en: "the file is encrypted",
        help_ko: "보존판에는 암호가 없습니다. 암호를 걸기 전의 파일을 쓰세요",
        help_en: "an archive edition never is; take the file from before it was encrypted",
    }
    /// A file without attachments.
    NO_ATTACHMENTS = Error "E0904" {
        ko: "첨부 파일이 없는 PDF입니다",
        en: "the file has no attachments",
        help_ko: "화면판이나 인쇄판이 아니라 보존판(`…-archive.pdf`)을 고르세요",
        help_en: "take the archive edition (`…-archive.pdf`), not the screen or print edition",
    }
    /// A name that must not become a file.
    NAME = Error "E0905" {
        ko: "첨부 파일의 이름을 그대로 쓸 수 없습니다: {name}, {what}",
        en: "an attachment has a name that must not be used: {name}, {what}",
        help_ko: "jikji가 만든 파일이 아니거나 누군가 고친 파일입니다. 아무 파일도 쓰지 않았습니다",
        help_en: "jikji did not make this file, or somebody changed it; no file has been written",
    }
    /// Two names for one file.
    SAME_NAME = Error "E0906" {
        ko: "첨부 파일 두 개의 이름이 겹칩니다: {first}, {second}",
        en: "two attachments would be one file: {first} and {second}",
        help_ko: "대소문자와 한글 자모 결합만 다른 이름은 다른 컴퓨터에서 한 파일이 됩니다. 아무 파일도 쓰지 않았습니다",
        help_en: "names that differ in case or composition only are one on some disks; no file has been written",
    }
    /// Too many files.
    TOO_MANY = Error "E0907" {
        ko: "첨부 파일이 {most}개보다 많습니다",
        en: "there are more than {most} attachments",
        help_ko: "믿을 수 있는 곳에서 온 파일인지 확인하세요. 아무 파일도 쓰지 않았습니다",
        help_en: "see whether the file comes from where you think; no file has been written",
    }
    /// Too much data.
    TOO_LARGE = Error "E0908" {
        ko: "첨부 파일이 풀어 보니 {most} MiB를 넘습니다",
        en: "the attachments unpack to more than {most} MiB",
        help_ko: "믿을 수 있는 곳에서 온 파일인지 확인하세요. 아무 파일도 쓰지 않았습니다",
        help_en: "see whether the file comes from where you think; no file has been written",
    }
    /// A tree of names that does not end.
    TREE = Error "E0909" {
        ko: "첨부 파일 목록이 되돌아오거나 너무 깊습니다",
        en: "the list of attachments leads back into itself or is too deep",
        help_ko: "jikji가 만든 파일이 아니거나 누군가 고친 파일입니다. 아무 파일도 쓰지 않았습니다",
        help_en: "jikji did not make this file, or somebody changed it; no file has been written",
    }
    /// Files in the way.
    EXISTS = Error "E0910" {
        ko: "내용이 다른 파일이 이미 {count}개 있습니다: {names}",
        en: "{count:file is|files are} there already with other contents: {names}",
        help_ko: "빈 폴더를 `--out`에 적거나, 덮어써도 되면 `--force`를 붙이세요. 아무 파일도 쓰지 않았습니다",
        help_en: "name an empty folder with `--out`, or add `--force` to overwrite; no file has been written",
    }
    /// A link on the way.
    LINK = Error "E0911" {
        ko: "{path:은} 다른 곳으로 가는 링크라 그 안에 쓰지 않습니다",
        en: "{path} is a link, and nothing is written through it",
        help_ko: "링크를 치우거나 다른 폴더를 `--out`에 적으세요. 아무 파일도 쓰지 않았습니다",
        help_en: "remove the link, or name another folder with `--out`; no file has been written",
    }
    /// A file that cannot be compared.
    NOT_COMPARED = Error "E0921" {
        ko: "{which} PDF를 견줄 수 없습니다: {what}",
        en: "the PDF {which} cannot be compared: {what}",
        help_ko: "파일이 온전한지 확인하고 다시 만드세요",
        help_en: "see whether the file is whole, and build it anew",
    }
    /// A folder without a number.
    NO_NUMBERS = Error "E0927" {
        ko: "{folder} 폴더에 호가 하나도 없습니다",
        en: "there is no number in the folder {folder}",
        help_ko: "원고(issue.toml)들이 있는 폴더를 적으세요. 원고는 그 아래의 폴더에 있어도 됩니다",
        help_en: "name the folder with the manuscripts (issue.toml); they may be in folders below it",
    }
    /// Finished files of numbers without a manuscript.
    GONE = Warning "W0928" {
        ko: "원고가 없는 호의 파일이 {folder} 폴더에 있습니다: {files}",
        en: "files in the folder {folder} are of numbers without a manuscript: {files}",
        help_ko: "원고를 지웠거나 연월을 바꾸었다면 파일도 지우거나 옮기세요. 다른 폴더의 원고로 만든 것이면 그대로 두어도 됩니다",
        help_en: "if the manuscript was deleted or its month changed, delete or move them; leave them if the manuscripts are in another folder",
    }
    /// A number without a lock.
    NO_LOCK = Error "E0922" {
        ko: "잠금 파일이 없습니다",
        en: "there is no lock",
        help_ko: "`jikji build`나 `jikji archive`로 한 번 만들면 생깁니다",
        help_en: "build it once with `jikji build` or `jikji archive`",
    }
    /// A lock that was changed.
    LOCK_EDITED = Error "E0923" {
        ko: "손으로 고친 잠금 파일입니다",
        en: "the lock was edited by hand",
        help_ko: "보관해 둔 잠금 파일을 되돌려 놓거나, 다시 만들어 새로 쓰세요",
        help_en: "put the lock back that was kept, or build the number anew",
    }
    /// A lock of a later jikji.
    LOCK_NEWER = Error "E0924" {
        ko: "더 새로운 jikji {version}의 잠금 파일입니다",
        en: "the lock is of the later jikji {version}",
        help_ko: "그 jikji를 쓰거나, 이 판으로 다시 만들려면 잠금 파일을 지우세요",
        help_en: "use that jikji, or delete the lock to start anew with this one",
    }
    /// A lock that is none.
    LOCK_UNREADABLE = Error "E0925" {
        ko: "잠금 파일을 읽을 수 없습니다: {reason}",
        en: "the lock cannot be read: {reason}",
        help_ko: "보관해 둔 잠금 파일을 되돌려 놓거나, 다시 만들어 새로 쓰세요",
        help_en: "put the lock back that was kept, or build the number anew",
    }
    /// The file from before is gone.
    NO_BEFORE = Error "E0926" {
        ko: "먼저 만든 {file} 파일이 없어 쪽을 견주지 못했습니다",
        en: "{file} from before is not there, so no pages were compared",
        help_ko: "견주려면 잠금 파일을 쓸 때 만든 PDF를 그 이름으로 되돌려 놓으세요",
        help_en: "to compare pages, put the PDF back that was made with the lock",
    }
}
