//! What was found as JUnit XML: a suite a file, a case a rule that is broken. Errors are failures, warnings are what was
//! printed.

use super::summary::{Group, Summary};
use crate::html::{ranges, text};
use jikji_diagnostic::Severity;

/// The report of these files.
pub fn report(files: &[Summary]) -> String {
    let failures: usize = files.iter().map(failed).sum();
    let tests: usize = files.iter().map(tests).sum();
    let suites: String = files.iter().map(suite).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"jikji preflight\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n\
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

fn suite(file: &Summary) -> String {
    let name = text(&file.file);
    let mut cases: String = file.groups.iter().map(|group| case(&name, group)).collect();
    if unchecked(file) > 0 {
        cases.push_str(&format!(
            "<testcase classname=\"{name}\" name=\"not checked\">\
             <failure type=\"not-checked\" message=\"{} rules could not be checked\"/></testcase>\n",
            unchecked(file)
        ));
    }
    if cases.is_empty() {
        cases = format!("<testcase classname=\"{name}\" name=\"preflight\"/>\n");
    }
    format!(
        "<testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{cases}</testsuite>\n",
        tests(file),
        failed(file)
    )
}

/// `file` is escaped.
fn case(file: &str, group: &Group) -> String {
    let pages = match group.pages[..] {
        [] => String::new(),
        _ => format!(" [{}]", ranges(&group.pages)),
    };
    let first = text(&format!("{}{pages}", group.said.first().map_or("", String::as_str)));
    let all = text(&format!("{}\n{}", group.said.join("\n"), group.help));
    let outcome = match group.severity {
        Severity::Error => {
            format!("<failure type=\"{}\" message=\"{first}\">{all}</failure>", group.rule)
        }
        Severity::Warning => format!("<system-out>{first}\n{all}</system-out>"),
    };
    format!("<testcase classname=\"{file}\" name=\"{}\">{outcome}</testcase>\n", group.rule)
}
