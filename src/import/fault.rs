//! Why a file cannot be imported at all.
//!
//! What is merely odd in a file is no fault: it is imported, and the report asks about it.

use jikji_diagnostic::Lang;
use jikji_diagnostic::Words;

/// A file that no manifest can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFault {
    /// Nothing but blanks.
    Empty,
    /// Nothing but marks: no word that could stand in an article.
    NoText,
    /// More bytes than [`super::LARGEST`].
    TooLarge {
        /// Bytes of the file.
        size: usize,
    },
    /// More lines than [`super::MOST_LINES`].
    TooManyLines {
        /// Lines of the file.
        lines: usize,
    },
    /// Not a text; the kind of file where its first bytes tell.
    Binary {
        /// Such as `PDF`.
        kind: Option<&'static str>,
    },
    /// Neither UTF-8, UTF-16 nor CP949.
    Encoding {
        /// The line, from 1, with the first byte that is no UTF-8.
        line: usize,
    },
    /// More text than one manifest may hold ([`crate::manifest::LARGEST`]).
    TooMuchText {
        /// Bytes of the manifest that would come of it.
        size: usize,
    },
}

impl ImportFault {
    /// A stable name, for `--json`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoText => "no-text",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyLines { .. } => "too-many-lines",
            Self::Binary { .. } => "binary",
            Self::Encoding { .. } => "encoding",
            Self::TooMuchText { .. } => "too-much-text",
        }
    }

    /// What is wrong.
    pub fn text(&self, lang: Lang) -> String {
        let (ko, en) = match self {
            Self::Empty => ("파일이 비어 있습니다", "the file is empty"),
            Self::NoText => ("파일에 글이 없습니다", "there is no text in the file"),
            Self::TooLarge { .. } => (
                "파일이 너무 큽니다: {size} MB. {most} MB까지 읽습니다",
                "the file is too large: {size} MB, of {most} MB at most",
            ),
            Self::TooManyLines { .. } => (
                "행이 너무 많습니다: {lines}행. {most}행까지 읽습니다",
                "there are too many lines: {lines}, of {most} at most",
            ),
            Self::Binary { kind: Some(_) } => {
                ("글 파일이 아니라 {kind} 파일입니다", "this is a {kind} file, not a text")
            }
            Self::Binary { kind: None } => ("글 파일이 아닙니다", "this is not a text file"),
            Self::Encoding { .. } => (
                "글자 부호를 알 수 없습니다. {line}행의 글자를 읽지 못했습니다",
                "the encoding is unknown: line {line} cannot be read",
            ),
            Self::TooMuchText { .. } => (
                "글이 한 호의 원고로는 너무 많습니다: {size} MB. {most} MB까지 담을 수 있습니다",
                "there is too much text for one issue: {size} MB, of {most} MB at most",
            ),
        };
        self.filled(lang, ko, en)
    }

    /// What to do.
    pub fn help(&self, lang: Lang) -> String {
        let (ko, en) = match self {
            Self::Empty | Self::NoText => (
                "마크다운으로 내보낸 파일이 맞는지 확인하세요",
                "check that this is the file that was exported as Markdown",
            ),
            Self::TooLarge { .. } => (
                "글 안에 든 그림을 빼거나, 호별로 나누어 가져오세요",
                "take out pictures written into the text, or import one issue at a time",
            ),
            Self::Binary { .. } => (
                "원래 문서를 마크다운(.md)이나 텍스트(.txt)로 내보낸 뒤 가져오세요",
                "export the original document as Markdown (.md) or plain text (.txt) first",
            ),
            Self::Encoding { .. } => (
                "편집기에서 UTF-8로 다시 저장한 뒤 가져오세요",
                "save the file again as UTF-8 in an editor, then import it",
            ),
            Self::TooManyLines { .. } | Self::TooMuchText { .. } => (
                "여러 호가 한 파일에 있으면 호별로 나누어 가져오세요",
                "if the file holds several issues, import one at a time",
            ),
        };
        self.filled(lang, ko, en)
    }

    fn filled(&self, lang: Lang, ko: &'static str, en: &'static str) -> String {
        let mebibytes = |bytes: usize| format!("{:.1}", bytes as f64 / f64::from(1 << 20));
        let args = match self {
            Self::Empty | Self::NoText | Self::Binary { kind: None } => vec![],
            Self::TooLarge { size } => {
                vec![("size", mebibytes(*size)), ("most", mebibytes(super::LARGEST))]
            }
            Self::TooManyLines { lines } => {
                vec![("lines", lines.to_string()), ("most", super::MOST_LINES.to_string())]
            }
            Self::Binary { kind: Some(kind) } => vec![("kind", kind.to_string())],
            Self::Encoding { line } => vec![("line", line.to_string())],
            Self::TooMuchText { size } => {
                let most = crate::manifest::LARGEST as usize;
                vec![("size", mebibytes(*size)), ("most", mebibytes(most))]
            }
        };
        let args: Vec<_> = args.into_iter().map(|(name, value)| (name, value.into())).collect();
        Words { ko, en }.fill(lang, &args)
    }
}

impl std::fmt::Display for ImportFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for ImportFault {}
