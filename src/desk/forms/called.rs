//! What fields and choices are called in the desk where the schema speaks to who writes TOML.

use serde_json::{Value as Json, json};

use crate::desk::messages as say;
use crate::document::edit::{Step, keys};
use crate::layout::spec::Layout;
use jikji_diagnostic::{Lang, Words};

/// The number's own tables, and what they are called.
pub const TABLES: [(&str, Words); 6] = [
    ("issue", say::ISSUE),
    ("publication", say::PUBLICATION),
    ("colophon", say::COLOPHON),
    ("print", say::PRINT),
    ("checks", say::CHECKS),
    ("fonts", say::FONTS),
];

/// What the field at a path is called, if that is not what the schema says.
pub fn field(path: &[Step]) -> Option<Words> {
    Some(match *keys(path).last_chunk()? {
        ["issue", "month"] => say::MONTH,
        ["issue", "unfinished"] => say::UNFINISHED,
        ["checks", "profile"] => say::CHECKS_PROFILE,
        ["checks", "allow"] | ["entries", "allow"] => say::ALLOW,
        ["print", "spots"] => say::SPOTS,
        ["print", "binding"] => say::BINDING,
        ["chart", "kind"] => say::CHART_KIND,
        ["image", "place"] => say::PICTURE_PLACE,
        ["plates", "on"] => say::PLATE_ON,
        ["publication", "language"] => say::LANGUAGE,
        _ => return None,
    })
}

/// What a row of a list is called that has a name of its own.
pub fn row(path: &[Step]) -> Option<&'static str> {
    let (Step::Index(index), list) = path.split_last()? else { return None };
    let names: &[&str] = match list.last()?.key()? {
        "cmyk" => &["C (%)", "M (%)", "Y (%)", "K (%)"],
        "lab" => &["L", "a", "b"],
        _ => return None,
    };
    names.get(*index).copied()
}

/// The values of which one is chosen, and what they are called.
pub fn choices(values: &Json, layout: &Layout, lang: Lang) -> Json {
    let name = |value: &Json| one(value.as_str()?, layout, lang).map(Json::from);
    let all = values.as_array().into_iter().flatten();
    let names: Vec<Json> = all.map(|value| name(value).unwrap_or_else(|| value.clone())).collect();
    json!({ "kind": "choice", "choices": values, "names": names })
}

/// What a value is called that is one of some, colours of the layout among them.
pub fn one<'l>(value: &str, layout: &'l Layout, lang: Lang) -> Option<&'l str> {
    let mut colours = layout.inks.called.iter();
    let colour = || colours.find(|(name, _)| name == value).map(|(_, called)| called.say(lang));
    choice(value).map(|words| words.say(lang)).or_else(colour)
}

/// What a value is called that is one of some.
fn choice(value: &str) -> Option<Words> {
    Some(match value {
        "house" => say::CHECKS_ALL,
        "handbook" => say::CHECKS_LANGUAGE,
        "off" => say::CHECKS_OFF,
        "saddle-stitch" => say::STITCHED,
        "perfect" => say::PERFECT,
        "foil" => say::FOIL,
        "varnish" => say::VARNISH,
        "die" => say::DIE,
        "crease" => say::CREASE,
        "perforation" => say::PERFORATION,
        "cover" => say::ON_COVER,
        "back" => say::ON_BACK,
        "share" => say::CHART_SHARE,
        "bars" => say::CHART_BARS,
        "columns" => say::CHART_COLUMNS,
        "lines" => say::CHART_LINES,
        "stacked-bars" => say::CHART_STACKED_BARS,
        "stacked-columns" => say::CHART_STACKED_COLUMNS,
        "left" => say::LEFT,
        "right" => say::RIGHT,
        "full" => say::FULL,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::choice;
    use crate::manifest::schema;
    use jikji_diagnostic::Lang;
    use jikji_diagnostic::source::Sources;

    fn choices<'s>(shape: &'s Value, found: &mut Vec<&'s str>) {
        match shape {
            Value::Object(keys) => {
                let own = keys.get("enum").and_then(Value::as_array).into_iter().flatten();
                found.extend(own.filter_map(Value::as_str));
                keys.values().for_each(|shape| choices(shape, found));
            }
            Value::Array(shapes) => shapes.iter().for_each(|shape| choices(shape, found)),
            _ => {}
        }
    }

    #[test]
    fn no_choice_is_shown_as_the_manifest_writes_it() {
        let (folder, mut sources) = (std::path::Path::new("/x"), Sources::default());
        let layout = crate::layout::find(folder, "spri-brief", &mut sources).unwrap();
        let mut schema = schema(&layout, Lang::Ko);
        // Of the layout's colours sections have its accents; kinds of entries are called by it.
        schema["properties"]["sections"].take();
        let bare = |name: &&String| layout.inks.called.iter().all(|(known, _)| known != *name);
        assert_eq!(layout.inks.accents.iter().filter(bare).count(), 0);
        schema["$defs"]["entry"]["properties"]["kind"].take();
        let mut found: Vec<&str> = vec![];
        choices(&schema, &mut found);
        assert!(found.len() > 10);
        let bare: Vec<_> = found.into_iter().filter(|value| choice(value).is_none()).collect();
        assert_eq!(bare, [""; 0]);
    }
}
