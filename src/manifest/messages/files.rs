//! What is said about files, paths and TOML.

use jikji_diagnostic::{Words, messages};

messages! {
    /// No file at the manifest's path.
    MANIFEST_MISSING = Error "E0101" {
        ko: "{path} 파일이 없습니다",
        en: "there is no file {path}",
        help_ko: "경로를 확인하세요. 새 호는 지난 호의 issue.toml을 새 폴더에 복사해 시작하면 됩니다",
        help_en: "check the path; to start a number, copy an earlier issue.toml into a new folder",
    }
    /// A folder in the manifest's place.
    MANIFEST_FOLDER = Error "E0102" {
        ko: "{path}에는 파일이 아니라 폴더가 있습니다",
        en: "{path} is a folder, not a file",
        help_ko: "그 폴더 안의 원고 파일(issue.toml)을 적으세요",
        help_en: "name the manifest in it (issue.toml)",
    }
    /// A document of another program in the manifest's place.
    MANIFEST_OTHER = Error "E0153" {
        ko: "{path:은} {what}이라서 원고(issue.toml)로 읽을 수 없습니다",
        en: "{path} is {what}, not a manuscript (issue.toml)",
        help_ko: "원고는 issue.toml에 적습니다. {way}",
        help_en: "the manuscript is written in issue.toml: {way}",
    }
    /// A manifest of more than the most bytes.
    MANIFEST_LARGE = Error "E0103" {
        ko: "{path}의 크기가 {size}라서 읽지 않았습니다. 원고는 {most}까지입니다",
        en: "{path} has {size} and was not read; a manifest has at most {most}",
        help_ko: "다른 파일을 잘못 지정했는지 확인하고, 긴 글은 따로 파일에 두세요",
        help_en: "check that it is the right file; put long texts into files of their own",
    }
    /// A text file without a text.
    BLANK_FILE = Error "E0109" {
        ko: "{path}에 글이 없습니다",
        en: "{path} holds no text",
        help_ko: "글을 써 넣거나 이 항목을 지우세요",
        help_en: "write the text, or take the field out",
    }
    /// A path with `..`.
    PATH_OUTSIDE = Error "E0140" {
        ko: "{path:은} 호의 폴더 밖을 가리킵니다",
        en: "{path} leads out of the issue's folder",
        help_ko: "파일을 원고가 있는 폴더 안으로 옮기고 그 경로를 적으세요",
        help_en: "move the file into the manifest's folder and write its path from there",
    }
    /// A path from the root or a drive.
    PATH_ABSOLUTE = Error "E0141" {
        ko: "{path:은} 절대 경로입니다",
        en: "{path} is an absolute path",
        help_ko: "원고가 있는 폴더에서 시작하는 경로를 `images/face.png`처럼 적으세요",
        help_en: "write the path from the manifest's folder, such as `images/face.png`",
    }
    /// A path with backslashes.
    PATH_BACKSLASH = Error "E0142" {
        ko: "경로에 역슬래시가 있습니다: {path}",
        en: "the path has backslashes: {path}",
        help_ko: "폴더 사이는 어느 컴퓨터에서나 `/`로 적습니다: {right}",
        help_en: "write `/` between folders, on every machine: {right}",
    }
    /// A link that leads out.
    PATH_LINK_OUTSIDE = Error "E0143" {
        ko: "{path:은} 호의 폴더 밖으로 이어지는 링크입니다",
        en: "{path} is a link that leads out of the issue's folder",
        help_ko: "링크 대신 파일 자체를 폴더 안에 두세요",
        help_en: "put the file itself into the folder instead of a link",
    }
    /// A name with other capitals.
    PATH_CASE = Error "E0144" {
        ko: "{path} 파일이 없습니다. 대소문자가 다른 {right:이} 있습니다",
        en: "there is no {path}, but {right} with other capitals",
        help_ko: "{right:으로} 적으세요. 다른 컴퓨터에서는 대소문자가 다르면 찾지 못합니다",
        help_en: "write {right}; other machines tell capitals apart",
    }
    /// No such file.
    PATH_MISSING = Error "E0145" {
        ko: "{path} 파일이 없습니다",
        en: "there is no file {path}",
        help_ko: "경로는 원고(issue.toml)가 있는 폴더에서 시작합니다. 파일 이름과 확장자를 확인하세요",
        help_en: "paths begin at the manifest's folder; check the name and its ending",
    }
    /// No such file, but one that may be meant.
    PATH_NEAR = Error "E0146" {
        ko: "{path} 파일이 없습니다",
        en: "there is no file {path}",
        help_ko: "{right:을} 뜻한 것 같습니다. 맞으면 그대로 적으세요",
        help_en: "perhaps {right} is meant; if so, write it",
    }
    /// A folder, or something else that is no file.
    PATH_NOT_FILE = Error "E0147" {
        ko: "{path:은} 파일이 아닙니다",
        en: "{path} is not a file",
        help_ko: "폴더가 아니라 그 안의 파일을 적으세요",
        help_en: "name the file in the folder",
    }
    /// A web address in the place of a path.
    PATH_REMOTE = Error "E0148" {
        ko: "인터넷 주소에서는 파일을 가져오지 않습니다: {path}",
        en: "files are not fetched from the web: {path}",
        help_ko: "내려받아 호의 폴더에 두고 그 경로를 적으세요",
        help_en: "download it into the issue's folder and write its path",
    }
    /// No path at all, or one that cannot be.
    PATH_EMPTY = Error "E0149" {
        ko: "파일 경로가 아닙니다: {path}",
        en: "not a file path: {path}",
        help_ko: "`images/face.png`처럼 적으세요",
        help_en: "write it as `images/face.png`",
    }
}

/// A document of another program: what its name ends with, what it is, and what to do with it.
pub struct Other {
    /// The endings, in small letters.
    pub endings: &'static [&'static str],
    /// What it is.
    pub what: Words,
    /// What to do with it.
    pub way: Words,
}

/// The documents that are taken for manuscripts.
pub const OTHERS: [Other; 5] = [
    Other {
        endings: &["hwp", "hwpx", "hwt"],
        what: Words { ko: "한글(HWP) 문서", en: "a Hangul (HWP) document" },
        way: Words {
            ko: "지난 호의 issue.toml을 복사해 글을 옮기세요. 붙여 넣은 □, ㅇ, - 같은 기호는 `jikji fix`가 고쳐 씁니다",
            en: "copy an earlier issue.toml and paste the texts into it; `jikji fix` rewrites the □, ㅇ and - that come along",
        },
    },
    Other {
        endings: &["doc", "docx", "odt", "rtf"],
        what: Words { ko: "워드 문서", en: "a word processor's document" },
        way: Words {
            ko: "지난 호의 issue.toml을 복사해 글을 옮기세요. 붙여 넣은 □, •, - 같은 기호는 `jikji fix`가 고쳐 씁니다",
            en: "copy an earlier issue.toml and paste the texts into it; `jikji fix` rewrites the □, • and - that come along",
        },
    },
    Other {
        endings: &["xls", "xlsx", "csv", "ods"],
        what: Words { ko: "표 계산 문서", en: "a spreadsheet" },
        way: Words {
            ko: "원고(issue.toml)의 본문에 표를 복사해 붙이고 `jikji fix`로 고쳐 쓰세요",
            en: "paste the table into a text of the manuscript (issue.toml) and let `jikji fix` rewrite it",
        },
    },
    Other {
        endings: &["pdf"],
        what: Words { ko: "PDF 파일", en: "a PDF" },
        way: Words {
            ko: "PDF를 살펴보려면 `jikji preflight`, 보존판에서 원고를 꺼내려면 `jikji restore`를 쓰세요",
            en: "`jikji preflight` tests a PDF; `jikji restore` takes the manuscript out of an archive edition",
        },
    },
    Other {
        endings: &["md", "markdown", "txt"],
        what: Words { ko: "글 파일", en: "a file of text" },
        way: Words {
            ko: "지난 호를 옮기려면 `jikji import`를 쓰고, 글 하나라면 원고(issue.toml)에서 `body = { file = \"이름\" }`으로 부르세요",
            en: "`jikji import` takes a back issue over; a single text is named in the manuscript (issue.toml) by `body = { file = \"name\" }`",
        },
    },
];
