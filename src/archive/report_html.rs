//! The page that shows which rebuilt numbers differ from what was built before, and where.
//!
//! One HTML file without scripts, fonts or anything else from outside; pictures are files beside it.
//! It reads nothing and writes nothing.

#[cfg(test)]
mod tests;
mod words;

pub use self::words::ReportWords;
use super::verdict::{EditionVerdict, IssueOutcome, IssueVerdict, PageVerdict};
use crate::html::{link, ranges, text};
use jikji_diagnostic::Lang;

const STYLE: &str = include_str!("report_html/style.css");

/// The whole page: a table of all numbers, then what is to be seen of each that is not identical.
/// Links are relative to the folder the page is kept in.
pub fn html(title: &str, numbers: &[IssueVerdict], lang: Lang) -> String {
    let words = ReportWords(lang);
    let count = |wanted: fn(&IssueOutcome) -> bool| {
        numbers.iter().filter(|number| wanted(&number.outcome)).count()
    };
    let summary = words.summary(
        numbers.len(),
        count(|outcome| *outcome == IssueOutcome::Identical),
        count(|outcome| matches!(outcome, IssueOutcome::Differs { .. })),
        count(|outcome| matches!(outcome, IssueOutcome::Failed { .. })),
    );
    let (code, title) = (words.code(), text(title));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n\
         <p class=\"summary\">{summary}</p>\n</header>\n<main>\n"
    );
    out.push_str(&table(numbers, words));
    for (index, number) in numbers.iter().enumerate() {
        if number.outcome != IssueOutcome::Identical {
            out.push_str(&details(index, number, words));
        }
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The table of all numbers.
fn table(numbers: &[IssueVerdict], words: ReportWords) -> String {
    let heads = [
        words.say("호", "Number"),
        words.say("결과", "Result"),
        words.say("까닭", "Why"),
        words.say("다른 쪽", "Pages that differ"),
    ];
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let rows: String =
        numbers.iter().enumerate().map(|(index, number)| row(index, number, words)).collect();
    let caption = words.say("모든 호", "All numbers");
    format!(
        "<table>\n<caption>{caption}</caption>\n<thead>\n<tr>{heads}</tr>\n</thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n"
    )
}

fn row(index: usize, number: &IssueVerdict, words: ReportWords) -> String {
    let name = text(number.name());
    let name = match number.outcome {
        IssueOutcome::Identical => name,
        _ => format!("<a href=\"#n{}\">{name}</a>", index + 1),
    };
    let why = match &number.outcome {
        IssueOutcome::Identical => String::new(),
        IssueOutcome::Differs { .. } => reasons(number, words),
        IssueOutcome::Failed { failures } => {
            failures.first().map_or_else(String::new, |line| text(line))
        }
    };
    let pages: Vec<String> = number.editions.iter().filter_map(|one| pages(one, words)).collect();
    format!(
        "<tr><th scope=\"row\">{name}</th><td>{}</td><td>{why}</td><td>{}</td></tr>\n",
        result(&number.outcome, words),
        pages.join("<br>"),
    )
}

/// The word for an outcome with its mark.
fn result(outcome: &IssueOutcome, words: ReportWords) -> String {
    let (class, mark, word) = match outcome {
        IssueOutcome::Identical => ("identical", "=", words.say("같음", "identical")),
        IssueOutcome::Differs { .. } => ("differs", "≠", words.say("다름", "differs")),
        IssueOutcome::Failed { .. } => ("failed", "×", words.say("실패", "failed")),
    };
    format!("<span class=\"{class}\"><span aria-hidden=\"true\">{mark}</span> {word}</span>")
}

fn reasons(number: &IssueVerdict, words: ReportWords) -> String {
    let IssueOutcome::Differs { reasons } = &number.outcome else { return String::new() };
    let reasons: Vec<String> = reasons.iter().map(|reason| text(&words.reason(reason))).collect();
    reasons.join("<br>")
}

/// An edition and the numbers of its pages that differ, for the table.
fn pages(edition: &EditionVerdict, words: ReportWords) -> Option<String> {
    let numbers: Vec<usize> = edition.pages.iter().map(|page| page.number).collect();
    let name = text(&words.edition(&edition.edition));
    let said = match numbers.is_empty() {
        true if edition.identical => return None,
        true if edition.failure.is_some() => words.say("견주지 못함", "not compared").to_string(),
        true => words.say("없음", "none").to_string(),
        false => ranges(&numbers),
    };
    Some(format!("{name}: {said}"))
}

/// A number that is not identical: what was wrong, or its pages.
fn details(index: usize, number: &IssueVerdict, words: ReportWords) -> String {
    let name = text(number.name());
    let mut out = format!(
        "<section aria-labelledby=\"n{0}\">\n<h2 id=\"n{0}\">{name} {1}</h2>\n\
         <p class=\"manifest\">{2}</p>\n",
        index + 1,
        result(&number.outcome, words),
        text(&number.manifest),
    );
    match &number.outcome {
        IssueOutcome::Failed { failures } => {
            let lines: String =
                failures.iter().map(|line| format!("<li>{}</li>\n", text(line))).collect();
            out.push_str(&format!("<ul class=\"lines\">\n{lines}</ul>\n"));
        }
        _ => out.push_str(&format!("<p>{}</p>\n", reasons(number, words))),
    }
    for edition in &number.editions {
        let heading = text(&words.edition(&edition.edition));
        let said = text(&words.pages_of(edition));
        out.push_str(&format!("<h3>{heading} <small>{said}</small></h3>\n"));
        for page in &edition.pages {
            out.push_str(&shown(&name, &heading, page, words));
        }
    }
    out.push_str("</section>\n");
    out
}

/// A page with its pictures. `name` and `edition` are escaped.
fn shown(name: &str, edition: &str, page: &PageVerdict, words: ReportWords) -> String {
    let heading = words.page(page.number);
    let said = text(&words.verdict(&page.verdict));
    let captions = [
        (&page.pictures.before, words.say("먼저 만든 것", "Before")),
        (&page.pictures.after, words.say("다시 만든 것", "Built anew")),
        (&page.pictures.difference, words.say("차이", "Difference")),
    ];
    let mut figures = String::new();
    for (path, caption) in captions {
        let Some(path) = path else { continue };
        let path = link(path);
        figures.push_str(&format!(
            "<figure><a href=\"{path}\"><img src=\"{path}\" loading=\"lazy\" \
             alt=\"{name}, {edition} {heading}: {caption}\"></a>\
             <figcaption>{caption}</figcaption></figure>\n"
        ));
    }
    format!(
        "<article>\n<h4>{heading} <small>{said}</small></h4>\n<div>\n{figures}</div>\n</article>\n"
    )
}
