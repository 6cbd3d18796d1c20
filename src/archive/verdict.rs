//! What a rebuilt number came to, for `report.json` and for the page that shows it.
//!
//! It only holds; who compares fills it in.

use serde::{Deserialize, Serialize};

use super::compare::Likeness;

/// What came of rebuilding the numbers of an archive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerifyReport {
    /// Which jikji rebuilt them.
    pub jikji: String,
    /// All numbers by the names of their manifests.
    pub numbers: Vec<IssueVerdict>,
}

/// What came of rebuilding one number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IssueVerdict {
    /// The manifest, from the archive's root.
    pub manifest: String,
    /// The base of its files' names, where it is known.
    pub slug: Option<String>,
    /// How it came out.
    #[serde(flatten)]
    pub outcome: IssueOutcome,
    /// Its editions.
    pub editions: Vec<EditionVerdict>,
    /// Where the program broke and how it came there, where that was why it could not be rebuilt.
    pub trace: Option<String>,
}

/// How a number came out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum IssueOutcome {
    /// Every file has the same bytes.
    Identical,
    /// A file has other bytes.
    Differs {
        /// Why.
        reasons: Vec<Reason>,
    },
    /// It could not be rebuilt.
    Failed {
        /// What was wrong, a line each.
        failures: Vec<String>,
    },
}

/// Why a number differs from what was built before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// The manifest changed.
    Manifest,
    /// Texts or images changed.
    Assets {
        /// Their names.
        files: Vec<String>,
    },
    /// The layout changed.
    Layout,
    /// Fonts changed.
    Fonts {
        /// Their files.
        files: Vec<String>,
    },
    /// It was built by another jikji.
    Jikji {
        /// The version that built it before.
        from: String,
        /// The version that built it now.
        to: String,
    },
    /// It was set by another Typst.
    Typst {
        /// The version that set it before.
        from: String,
        /// The version that set it now.
        to: String,
    },
    /// Finished files are not those the lock tells of, or are gone.
    Files {
        /// Their names.
        files: Vec<String>,
    },
    /// Nothing it is made of changed.
    Unknown,
}

/// What came of one edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionVerdict {
    /// Its name, such as `screen`.
    pub edition: String,
    /// Whether the bytes are the same.
    pub identical: bool,
    /// Pages before; 0 if nobody looked.
    pub before: usize,
    /// Pages now; 0 if nobody looked.
    pub after: usize,
    /// The pages that do not look the same.
    pub pages: Vec<PageVerdict>,
    /// Why its pages could not be compared.
    pub failure: Option<String>,
}

/// A page that does not look the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageVerdict {
    /// Its number, from 1.
    pub number: usize,
    /// How it differs.
    #[serde(flatten)]
    pub verdict: Likeness,
    /// Files with its pictures, from the report's folder, with `/`.
    pub pictures: PicturePaths,
}

/// Files with the pictures of a page, each where there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PicturePaths {
    /// The page before.
    pub before: Option<String>,
    /// The page now.
    pub after: Option<String>,
    /// What differs.
    pub difference: Option<String>,
}

impl IssueVerdict {
    /// What people call it: the base of its files' names, else its manifest.
    pub fn name(&self) -> &str {
        self.slug.as_deref().unwrap_or(&self.manifest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_reads_back_from_json() {
        let (from, to) = ("0.1.0".to_string(), "0.2.0".to_string());
        let reasons = vec![
            Reason::Manifest,
            Reason::Assets { files: vec!["a.md".into()] },
            Reason::Jikji { from: from.clone(), to: to.clone() },
            Reason::Unknown,
        ];
        let verdict = IssueVerdict {
            manifest: "2024-05/issue.toml".into(),
            slug: None,
            outcome: IssueOutcome::Differs { reasons },
            editions: vec![EditionVerdict {
                edition: "screen".into(),
                identical: false,
                before: 2,
                after: 1,
                pages: vec![PageVerdict {
                    number: 2,
                    verdict: Likeness::OnlyBefore,
                    pictures: PicturePaths::default(),
                }],
                failure: None,
            }],
            trace: None,
        };
        let json = serde_json::to_string(&verdict).unwrap();
        let reasons = concat!(
            r#""outcome":"differs","reasons":[{"reason":"manifest"},"#,
            r#"{"reason":"assets","files":["a.md"]},"#,
            r#"{"reason":"jikji","from":"0.1.0","to":"0.2.0"},{"reason":"unknown"}]"#,
        );
        assert!(json.contains(reasons), "{json}");
        assert!(json.contains(r#""verdict":"only-before""#), "{json}");
        assert_eq!(serde_json::from_str::<IssueVerdict>(&json).unwrap(), verdict);
        assert_eq!(verdict.name(), "2024-05/issue.toml");
    }
}
