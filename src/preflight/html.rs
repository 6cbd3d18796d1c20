//! The report as one HTML file: no scripts, no fonts, nothing from outside; pictures stand in it.

use super::summary::Summary;
use super::tables::Table;
use super::view::{Entry, Pictures, View, entry, made_by, mood, verdict_words};
use super::{list, words};
use crate::html::text;
use crate::manifest::image::base64;
use jikji_diagnostic::{Lang, Words};

const STYLE: &str = include_str!("style.css");

/// The page about one file.
pub fn one(view: &View) -> String {
    let facts: String = view
        .facts
        .iter()
        .map(|(label, value)| {
            format!("<div><dt>{}</dt><dd>{}</dd></div>\n", text(label), text(value))
        })
        .collect();
    let found = &view.findings;
    let mut body = format!(
        "<header>\n<p class=\"kind\">{}</p>\n<h1>{}</h1>\n<p class=\"verdict {}\">{}</p>\n\
         <dl class=\"facts\">\n{facts}</dl>\n</header>\n<main>\n<section>\n<h2>{}</h2>\n",
        text(view.title),
        text(&view.file),
        view.mood,
        text(&view.verdict),
        text(found.title),
    );
    if let Some(nothing) = found.nothing {
        body.push_str(&format!("<p>{}</p>\n", text(nothing)));
    }
    body.extend(found.groups.iter().map(rule));
    if let Some((label, codes)) = &found.unchecked {
        body.push_str(&unchecked(label, codes));
    }
    body.push_str("</section>\n");
    body.push_str(&pictures(&view.pictures));
    body.extend(view.tables.iter().map(table));
    let mut foot = text(&view.made_by);
    foot.extend(view.sha256.iter().map(|digest| format!("<br>SHA-256 <code>{digest}</code>")));
    page(view.lang, &format!("{} – {}", view.file, view.title), &body, &foot)
}

/// The page about many files.
pub fn many(files: &[Summary], lang: Lang) -> String {
    let (mood_of_all, passed) = list::passed(files, lang);
    let mut body = format!(
        "<header>\n<h1>{}</h1>\n<p class=\"verdict {}\">{}</p>\n</header>\n<main>\n",
        text(words::TITLE.say(lang)),
        mood_of_all,
        text(&passed),
    );
    body.push_str(&files_table(files, lang));
    for (at, file) in files.iter().enumerate().filter(|(_, file)| has_more(file)) {
        body.push_str(&format!(
            "<section id=\"f{at}\">\n<h2>{}</h2>\n<p class=\"verdict {}\">{}</p>\n",
            text(&file.file),
            mood(file),
            text(verdict_words(file).say(lang)),
        ));
        body.extend(file.failure.iter().map(|why| format!("<p>{}</p>\n", text(why))));
        body.extend(file.groups.iter().map(|group| rule(&entry(group, file.standard, lang))));
        if !file.unchecked.is_empty() {
            body.push_str(&unchecked(words::NOT_CHECKED.say(lang), &file.unchecked.join(", ")));
        }
        if !file.sha256.is_empty() {
            let digest = format!("<p class=\"digest\">SHA-256 <code>{}</code></p>\n", file.sha256);
            body.push_str(&digest);
        }
        body.push_str("</section>\n");
    }
    let code = Words { ko: "ko", en: "en" }.say(lang);
    page(code, words::TITLE.say(lang), &body, &text(&made_by(lang)))
}

fn page(lang: &str, title: &str, body: &str, foot: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n<title>{}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n{body}</main>\n<footer>{foot}</footer>\n\
         </body>\n</html>\n",
        text(title)
    )
}

/// Whether there is more to say of a file than its line.
fn has_more(file: &Summary) -> bool {
    !file.groups.is_empty() || !file.unchecked.is_empty() || file.failure.is_some()
}

fn unchecked(label: &str, codes: &str) -> String {
    let (label, codes) = (text(label), text(codes));
    format!("<p class=\"unchecked\"><strong>{label}</strong> {codes}</p>\n")
}

fn rule(entry: &Entry) -> String {
    let mut said: String =
        entry.said.iter().map(|said| format!("<p>{}</p>\n", text(said))).collect();
    if !entry.at.is_empty() {
        said.push_str(&format!("<p class=\"at\">{}</p>\n", text(&entry.at)));
    }
    format!(
        "<article class=\"{}\">\n<h3><span class=\"severity\">{}</span> {} <small>{}</small></h3>\n\
         <div class=\"said\">\n{said}</div>\n<p class=\"help\">{}</p>\n<p class=\"code\">{}</p>\n</article>\n",
        entry.mood,
        text(entry.severity),
        text(&entry.place),
        text(&entry.sort),
        text(&entry.help),
        entry.rule,
    )
}

fn pictures(pictures: &Pictures) -> String {
    if pictures.pages.is_empty() {
        return String::new();
    }
    let mut out = format!(
        "<section>\n<h2>{}</h2>\n<p class=\"legend\">{}</p>\n<div class=\"pages\">\n",
        text(pictures.title),
        text(pictures.legend)
    );
    for page in &pictures.pages {
        out.push_str(&format!(
            "<figure><img src=\"data:image/jpeg;base64,{}\" alt=\"{}\" loading=\"lazy\">\
             <figcaption><strong>{}</strong> {}</figcaption></figure>\n",
            base64::encode(&page.jpeg),
            text(&page.alt),
            text(&page.label),
            text(&page.rules),
        ));
    }
    out.push_str("</div>\n");
    if let Some(more) = &pictures.more {
        out.push_str(&format!("<p>{}</p>\n", text(more)));
    }
    out.push_str("</section>\n");
    out
}

fn table(table: &Table) -> String {
    let heads = cells(&table.heads, "th scope=\"col\"", "th");
    let rows: String =
        table.rows.iter().map(|row| format!("<tr>{}</tr>\n", cells(row, "td", "td"))).collect();
    let note = table.note.iter().map(|note| format!("<p class=\"legend\">{}</p>\n", text(note)));
    format!(
        "<section>\n<h2>{}</h2>\n{}<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n\
         </table>\n</section>\n",
        text(table.title),
        note.collect::<String>(),
    )
}

fn cells(values: &[impl AsRef<str>], open: &str, close: &str) -> String {
    values.iter().map(|value| format!("<{open}>{}</{close}>", text(value.as_ref()))).collect()
}

/// All files, each with what it came to and a way to what was found.
fn files_table(files: &[Summary], lang: Lang) -> String {
    let of_all = list::table(files, lang);
    let heads = cells(&of_all.heads, "th scope=\"col\"", "th");
    let mut rows = String::new();
    for (at, (file, row)) in files.iter().zip(&of_all.rows).enumerate() {
        let [name, result, rest @ ..] = &row[..] else { continue };
        let name = match has_more(file) {
            false => text(name),
            true => format!("<a href=\"#f{at}\">{}</a>", text(name)),
        };
        rows.push_str(&format!(
            "<tr><td>{name}</td><td class=\"{}\">{}</td>{}</tr>\n",
            mood(file),
            text(result),
            cells(rest, "td", "td"),
        ));
    }
    format!(
        "<section>\n<h2>{}</h2>\n<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n\
         </table>\n</section>\n",
        text(of_all.title)
    )
}
