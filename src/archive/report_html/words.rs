//! What the page says, in Korean and English.

use crate::archive::compare::{ChangedArea, Likeness};
use crate::archive::verdict::{EditionVerdict, Reason};
use jikji_diagnostic::Lang;

/// The language of the page, and what it says in it.
#[derive(Debug, Clone, Copy)]
pub struct ReportWords(pub Lang);

impl ReportWords {
    /// One of two texts.
    pub fn say<'t>(self, ko: &'t str, en: &'t str) -> &'t str {
        match self.0 {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }

    /// The language for `lang`.
    pub fn code(self) -> &'static str {
        self.say("ko", "en")
    }

    /// How many of so many numbers came out how.
    pub fn summary(self, all: usize, identical: usize, differing: usize, failed: usize) -> String {
        let (ko, en) = match (all, identical) {
            (0, _) => ("견준 호가 없습니다.".into(), "No numbers were compared.".into()),
            (all, same) if all == same => (
                format!("{all}개 호가 모두 바이트까지 같게 다시 만들어졌습니다."),
                format!("All {all} came out the same, byte for byte."),
            ),
            _ => (
                format!(
                    "{all}개 호 가운데 {identical}개는 바이트까지 같고, {differing}개는 다르고, \
                     {failed}개는 만들지 못했습니다."
                ),
                format!(
                    "Of {all}, {identical} came out the same, byte for byte; {differing} differ, \
                     {failed} could not be built."
                ),
            ),
        };
        match self.0 {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }

    /// Why a number differs.
    pub fn reason(self, reason: &Reason) -> String {
        let list = |names: &[String]| names.join(", ");
        match reason {
            Reason::Manifest => self.say("원고가 바뀜", "the manifest changed").into(),
            Reason::Assets { files } => {
                format!("{}: {}", self.say("딸린 파일이 바뀜", "files changed"), list(files))
            }
            Reason::Layout => self.say("레이아웃이 바뀜", "the layout changed").into(),
            Reason::Fonts { files } => {
                format!("{}: {}", self.say("글꼴이 바뀜", "fonts changed"), list(files))
            }
            Reason::Jikji { from, to } => {
                format!("{}: {from} → {to}", self.say("jikji가 바뀜", "another jikji"))
            }
            Reason::Typst { from, to } => {
                format!("{}: {from} → {to}", self.say("Typst가 바뀜", "another Typst"))
            }
            Reason::Files { files } => format!(
                "{}: {}",
                self.say(
                    "만들어 둔 파일이 바뀌었거나 없음",
                    "finished files were changed or are gone"
                ),
                list(files)
            ),
            Reason::Unknown => self
                .say(
                    "알 수 없음: 원고, 레이아웃, 글꼴, 프로그램이 모두 그대로임",
                    "unknown: manifest, layout, fonts and programs are as they were",
                )
                .into(),
        }
    }

    /// An edition's name.
    pub fn edition(self, name: &str) -> String {
        match name {
            "screen" => self.say("화면판", "screen edition").into(),
            "print" => self.say("인쇄판", "print edition").into(),
            "archive" => self.say("보존판", "archive edition").into(),
            other => other.into(),
        }
    }

    /// How many pages of an edition do not look the same.
    pub fn pages_of(self, edition: &EditionVerdict) -> String {
        let (all, different) = (edition.before.max(edition.after), edition.pages.len());
        if let Some(failure) = &edition.failure {
            return format!(
                "{}: {failure}",
                self.say("쪽을 견주지 못함", "its pages could not be compared")
            );
        }
        match (self.0, edition.identical, different) {
            (Lang::Ko, true, _) => "바이트까지 같음".into(),
            (Lang::En, true, _) => "the same, byte for byte".into(),
            (Lang::Ko, _, 0) => format!("파일은 다르지만 {all}쪽이 모두 같아 보임"),
            (Lang::En, _, 0) => format!("other bytes, but all {all} pages look the same"),
            (Lang::Ko, ..) => format!("{all}쪽 가운데 {different}쪽이 다름"),
            (Lang::En, ..) => format!("{different} of {all} pages differ"),
        }
    }

    /// A page's heading.
    pub fn page(self, number: usize) -> String {
        match self.0 {
            Lang::Ko => format!("{number}쪽"),
            Lang::En => format!("Page {number}"),
        }
    }

    /// How a page differs.
    pub fn verdict(self, verdict: &Likeness) -> String {
        let ChangedArea { left_mm, top_mm, width_mm, height_mm } = match verdict {
            Likeness::Same => return self.say("같음", "the same").into(),
            Likeness::OnlyBefore => {
                return self.say("먼저 만든 파일에만 있음", "only in the file from before").into();
            }
            Likeness::OnlyAfter => {
                return self.say("다시 만든 파일에만 있음", "only in the file built anew").into();
            }
            Likeness::Differs { area, .. } => area,
        };
        let share = match verdict {
            Likeness::Differs { share, .. } if *share >= 0.001 => format!("{:.1}%", share * 100.0),
            _ => self.say("0.1% 미만", "less than 0.1%").into(),
        };
        match self.0 {
            Lang::Ko => format!(
                "넓이의 {share}. 왼쪽에서 {left_mm} mm, 위에서 {top_mm} mm인 곳의 \
                 {width_mm} × {height_mm} mm 안"
            ),
            Lang::En => format!(
                "{share} of its area, within {width_mm} × {height_mm} mm, {left_mm} mm from the left \
                 and {top_mm} mm from the top"
            ),
        }
    }
}
