//! What preflight and the PDF/X-4 pass found on our own file, in the author's terms: the entry that
//! stands on the page.

use crate::build::SetNumber;
use crate::diagnostic::messages::print as say;
use crate::diagnostic::{Diagnostic, Lang, Message};
use crate::prepress::preflight::{Finding, Severity, Verdict, words};
use crate::prepress::x4::Fault;
use crate::source::Span;

/// A preflight's findings.
pub fn diagnostics(verdict: &Verdict, number: &SetNumber) -> Vec<Diagnostic> {
    verdict.findings.iter().map(|finding| diagnostic(finding, number)).collect()
}

fn diagnostic(finding: &Finding, number: &SetNumber) -> Diagnostic {
    let message = match (finding.severity, finding.page) {
        (Severity::Error, Some(_)) => say::PREFLIGHT_FAILED,
        (Severity::Error, None) => say::PREFLIGHT_FILE,
        (Severity::Warning, Some(_)) => say::PREFLIGHT_WARNED,
        (Severity::Warning, None) => say::PREFLIGHT_FILE_WARNED,
    };
    let (said_ko, help_ko) = words(finding, Lang::Ko);
    let (said_en, help_en) = words(finding, Lang::En);
    about(message, finding.page, number)
        .arg("rule", finding.rule.code)
        .arg("said_ko", said_ko)
        .arg("said_en", said_en)
        .arg("help_ko", help_ko)
        .arg("help_en", help_en)
}

/// What the PDF/X-4 pass refused, where an author can mend it.
pub fn fault(fault: &Fault, number: &SetNumber) -> Option<Diagnostic> {
    let (page, what) = match fault {
        Fault::Unsupported { page, what } | Fault::Damaged { page, what } => (*page, *what),
        Fault::Type3Font { page } => (*page, "a Type 3 font"),
        _ => return None,
    };
    let page = (page > 0).then_some(page);
    let problem = about(say::NOT_PRINTABLE, page, number);
    Some(problem.arg("what_ko", korean(what)).arg("what_en", what))
}

/// The Korean words for what has some; a PDF's own terms stay as they are.
fn korean(what: &str) -> &str {
    match what {
        "a Type 3 font" => "Type 3 글꼴(비트맵이나 여러 색으로 된 글자)",
        "a mesh gradient in RGB" => "RGB로 된 그물 그라디언트",
        "a spot colour of more than four inks" => "잉크가 넷보다 많은 별색",
        "an image packed as JPEG 2000, JBIG2 or fax" => {
            "JPEG 2000, JBIG2, 팩스 방식으로 압축한 그림"
        }
        "optional content (layers)" => "켜고 끄는 레이어",
        other => other,
    }
}

/// A diagnostic about a page of the print edition: at the entry that stands there.
fn about(message: &'static Message, page: Option<usize>, number: &SetNumber) -> Diagnostic {
    let place = page.and_then(|page| entry_on(page, number));
    let diagnostic = match place {
        Some(span) => Diagnostic::at(message, span),
        None => Diagnostic::general(message),
    };
    diagnostic.arg("page", page.unwrap_or_default())
}

/// Fillers come after all entries, so that a page of the print edition is that of the screen's.
fn entry_on(page: usize, number: &SetNumber) -> Option<Span> {
    let reports = &number.pages.entries;
    let index = reports.iter().position(|report| report.pages.contains(&page))?;
    Some(number.story.entries[index].span)
}
