//! What was found as JUnit XML: a suite a file, a case a rule that is broken. Errors are failures, warnings are what was
//! printed.

use super::summary::{Group, Summary};
use super::view::places;
use super::words;
use crate::html::{ranges, text};
use jikji_diagnostic::{Lang, Severity};

/// The report of these files.
pub fn report(files: &[Summary], lang: Lang) -> String {
    let failures: usize = files.iter().map(failed).sum();
    let tests: usize = files.iter().map(tests).sum();
    let errors = files.iter().filter(|file| file.failure.is_some()).count();
    let suites: String = files.iter().map(|file| suite(file, lang)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"jikji preflight\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">\n\
         {suites}</testsuites>\n"
    )
}

/// How many cases of a file fail; what could not be checked is one more.
fn failed(file: &Summary) -> usize {
    let errors = file.groups.iter().filter(|group| group.severity == Severity::Error).count();
    errors + usize::from(unchecked(file) > 0)
}

/// The cases of a file; one that says nothing is one that passes.
fn tests(file: &Summary) -> usize {
    (file.groups.len() + usize::from(unchecked(file) > 0)).max(1)
}

fn unchecked(file: &Summary) -> usize {
    file.press.unchecked + file.conformance.unchecked
}

fn suite(file: &Summary, lang: Lang) -> String {
    let name = text(&file.file);
    let mut cases: String = file.groups.iter().map(|group| case(&name, group, lang)).collect();
    if unchecked(file) > 0 {
        let args = [("count", unchecked(file).into()), ("rules", file.unchecked.join(" ").into())];
        cases.push_str(&format!(
            "<testcase classname=\"{name}\" name=\"{}\">\
             <failure type=\"not-checked\" message=\"{}\"/></testcase>\n",
            text(words::CASE_NOT_CHECKED.say(lang)),
            text(&words::CASE_UNCHECKED.fill(lang, &args)),
        ));
    }
    if let Some(failure) = &file.failure {
        cases.push_str(&format!(
            "<testcase classname=\"{name}\" name=\"preflight\">\
             <error type=\"unread\" message=\"{}\"/></testcase>\n",
            text(failure)
        ));
    }
    if cases.is_empty() {
        cases = format!("<testcase classname=\"{name}\" name=\"preflight\"/>\n");
    }
    format!(
        "<testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{cases}</testsuite>\n",
        tests(file),
        failed(file),
        usize::from(file.failure.is_some()),
    )
}

/// `file` is escaped.
fn case(file: &str, group: &Group, lang: Lang) -> String {
    let pages = match group.pages[..] {
        [] => String::new(),
        _ => format!(" [{}]", ranges(&group.pages)),
    };
    let first = text(&format!("{}{pages}", group.said.first().map_or("", String::as_str)));
    let all = [group.said.join("\n"), places(group, lang), group.help.clone()];
    let all = text(&all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"));
    let outcome = match group.severity {
        Severity::Error => {
            format!("<failure type=\"{}\" message=\"{first}\">{all}</failure>", group.rule)
        }
        Severity::Warning => format!("<system-out>{first}\n{all}</system-out>"),
    };
    format!("<testcase classname=\"{file}\" name=\"{}\">{outcome}</testcase>\n", group.rule)
}
