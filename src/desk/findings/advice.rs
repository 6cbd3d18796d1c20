//! What is said of a finding in the desk, which has buttons and fields where the command line has commands and keys.
//!
//! Only what differs is known here; all else is said as everywhere.

use super::advised::{self, says, way};
use crate::desk::forms::whereabouts::Whereabouts;
use crate::document::edit::{Step, keys};
use jikji_diagnostic::{Arg, Diagnostic, Lang, Words};

/// Where a finding is: the names of the manifest's places, and its path there.
pub type Place<'a> = Option<(&'a Whereabouts, &'a [Step])>;

/// What is wrong, and what to do about it.
pub fn of(found: &Diagnostic, lang: Lang, place: Place<'_>) -> (String, String) {
    let args = args(found, place);
    let own = |words: Words| words.fill(lang, &args);
    let (says, way) = match file(found, place).or_else(|| cells(found, place)) {
        Some((says, way)) => (says, Some(way)),
        None => (says(found.message.code), way(found.message.code)),
    };
    let message = own(says.unwrap_or(found.message.says));
    (message, own(way.unwrap_or(found.message.help)))
}

/// What is said at each field of a finding that is told of many.
pub fn here(found: &Diagnostic, lang: Lang) -> Option<&'static str> {
    (found.message.code == "W1716").then(|| advised::TO_BE_WRITTEN.say(lang))
}

/// The values of its words: of the manifest's keys what their fields are called.
fn args(found: &Diagnostic, place: Place<'_>) -> Vec<(&'static str, Arg)> {
    let called = |(name, arg): &(&'static str, Arg)| {
        let (Arg::Text(key), "field" | "owner", Some((names, path))) = (arg, *name, place) else {
            return None;
        };
        let key = key.trim_matches('`');
        let end = path.iter().rposition(|step| step.key() == Some(key))?;
        Some((*name, Arg::Text(format!("‘{}’", names.field(&path[..=end])?))))
    };
    found.args.iter().map(|arg| called(arg).unwrap_or_else(|| arg.clone())).collect()
}

/// What is said of a file that is not there: none was chosen yet, or another can be where they are chosen.
fn file(found: &Diagnostic, place: Place<'_>) -> Option<(Option<Words>, Words)> {
    if found.message.code != "E0145" {
        return None;
    }
    let path = found.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(path) if *name == "path" => Some(path.trim_matches('`')),
        _ => None,
    });
    if path.is_some_and(|path| path.ends_with("….pdf")) {
        return Some((Some(advised::NO_PDF), advised::NAME_PDF));
    }
    let chooses = place.is_some_and(|(names, path)| names.chooses_picture(path));
    let none_yet = path.is_some_and(|path| path.contains("/….")).then_some(advised::NO_PICTURE);
    match (chooses, none_yet) {
        (true, None) => Some((None, advised::CHOOSE_AGAIN)),
        (true, none_yet) => Some((none_yet, advised::CHOOSE)),
        (false, _) => None,
    }
}

/// What is said of a chart without its numbers, which are cells of a table and no field.
fn cells(found: &Diagnostic, place: Place<'_>) -> Option<(Option<Words>, Words)> {
    let (_, path) = place.filter(|_| found.message.code == "E0203")?;
    let (says, way) = match keys(path)[..] {
        [.., "chart", "data"] => (advised::NO_CELLS, advised::ADD_CELLS),
        [.., "chart", "labels"] => (advised::NO_LABELS, advised::ADD_CELLS),
        [.., "chart", "series"] => (advised::NO_SERIES, advised::ADD_SERIES),
        [.., "series", "values"] => (advised::NO_VALUES, advised::WRITE_VALUES),
        [.., "series", "name"] => (advised::NO_NAME, advised::WRITE_NAME),
        _ => return None,
    };
    Some((Some(says), way))
}

#[cfg(test)]
mod tests {
    use crate::desk::findings::advised::{SAYS, WAYS, WORDS, says, way};
    use crate::desk::{captions, messages as desk};
    use jikji_diagnostic::source::Sources;
    use jikji_diagnostic::{Lang, Message};
    use serde_json::Value;

    #[test]
    fn every_word_is_there_in_both_languages() {
        let faults: Vec<_> = WORDS.iter().flat_map(|words| words.faults()).collect();
        assert_eq!(faults, [""; 0]);
    }

    fn all() -> Vec<&'static Message> {
        [
            crate::document::messages::ALL,
            crate::manifest::messages::ALL,
            crate::layout::messages::ALL,
            crate::typeset::messages::ALL,
            crate::edition::messages::ALL,
            crate::edition::print::messages::ALL,
            crate::shop::messages::ALL,
            jikji_manuscript::messages::FAULTS,
            jikji_prose::messages::ALL,
        ]
        .concat()
    }

    #[test]
    fn every_code_is_one_of_a_message() {
        let codes = WAYS.iter().flat_map(|(codes, _)| codes.iter()).copied();
        let all: Vec<&str> = all().iter().map(|message| message.code).collect();
        let own = codes.chain(SAYS.iter().map(|(code, _)| *code));
        let gone: Vec<&str> = own.filter(|code| !all.contains(code)).collect();
        assert_eq!(gone, [""; 0]);
    }

    fn labels(shape: &Value, known: &mut Vec<String>) {
        match shape {
            Value::Object(keys) => {
                known.extend(keys.get("description").and_then(Value::as_str).map(str::to_string));
                keys.values().for_each(|shape| labels(shape, known));
            }
            Value::Array(shapes) => shapes.iter().for_each(|shape| labels(shape, known)),
            _ => {}
        }
    }

    #[test]
    fn every_name_of_a_button_or_a_field_is_one_of_the_desk() {
        let mut known: Vec<String> = vec![];
        for words in desk::WORDS {
            known.extend([words.ko.to_string(), words.en.to_string()]);
        }
        for lang in [Lang::Ko, Lang::En] {
            known.extend(captions::all(lang).into_iter().map(|(_, words)| words.to_string()));
        }
        let (folder, mut sources) = (std::path::Path::new("/x"), Sources::default());
        let layout = crate::layout::find(folder, "spri-brief", &mut sources).unwrap();
        for lang in [Lang::Ko, Lang::En] {
            labels(&crate::manifest::schema(&layout, lang), &mut known);
        }
        // What a field is for comes after what it is.
        let bare = |words: &'_ str| words.find(['.', ':', '(']).unwrap_or(words.len());
        let short = |words: &'_ String| words[..bare(words)].trim().to_string();
        let known: Vec<String> = known.iter().map(short).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let mut strange = vec![];
        for words in WORDS {
            for (said, open, close) in [(words.ko, '‘', '’'), (words.en, '“', '”')] {
                let named = said.split(open).skip(1).filter_map(|rest| rest.split(close).next());
                strange.extend(named.filter(|name| !name.contains('{') && !known.contains(name)));
            }
        }
        assert_eq!(strange, [""; 0]);
    }

    /// Keys and values of a manifest, which the desk's user never sees.
    const KEYS: &[&str] = &[
        "allow",
        "alt",
        "binding",
        "bleed",
        "chart",
        "data",
        "file",
        "image",
        "inks",
        "kind",
        "labels",
        "month",
        "on",
        "page",
        "paper",
        "place",
        "profile",
        "series",
        "share",
        "shop",
        "shop.toml",
        "slug",
        "spine",
        "split",
        "spots",
        "standard",
        "trim",
        "unfinished",
        "\"stacked-bars\"",
    ];

    #[test]
    fn no_finding_sends_the_desks_user_to_a_command_or_a_key() {
        let mut found = vec![];
        for message in all() {
            let said = says(message.code).unwrap_or(message.says);
            let help = way(message.code).unwrap_or(message.help);
            for words in [said.ko, said.en, help.ko, help.en] {
                let foreign =
                    ["`jikji ", "[checks]", "[terms]", "[page]", "pdftotext", "--edition"];
                let keys = words.split('`').skip(1).step_by(2);
                let is_key =
                    |code: &str| KEYS.contains(&code.split([' ', '=']).next().unwrap_or(code));
                if foreign.iter().any(|word| words.contains(word)) || keys.into_iter().any(is_key) {
                    found.push((message.code, words));
                }
            }
        }
        assert_eq!(found, []);
    }
}
